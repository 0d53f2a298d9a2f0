#include "schema.h"

#include "kinds.h"

namespace loopline::trace {
namespace {

// Plain INTEGER columns without NOT NULL and without an index: each of these would cost more than a tenth of the
// writer's time. `id` alone finds an event by time too, since times rise with ids.
constexpr const char* kTables = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE run(id INTEGER PRIMARY KEY, title TEXT, file_name TEXT, source TEXT, detail TEXT, seed INTEGER,
  debug INTEGER, settings TEXT, first_event INTEGER, last_event INTEGER, state TEXT, ended_text TEXT);
CREATE TABLE event(id INTEGER PRIMARY KEY, time INTEGER, kind INTEGER, task INTEGER,
  a INTEGER, b INTEGER, c INTEGER, d INTEGER);
CREATE TABLE string(id INTEGER PRIMARY KEY, text TEXT);
CREATE TABLE kind(id INTEGER PRIMARY KEY, name TEXT, text TEXT);
CREATE TABLE task(run INTEGER, id INTEGER, number INTEGER, name INTEGER, coroutine INTEGER, label INTEGER,
  parent INTEGER, loop INTEGER, event INTEGER, PRIMARY KEY(run, id)) WITHOUT ROWID;
CREATE TABLE object(run INTEGER, id INTEGER, type INTEGER, label INTEGER, event INTEGER,
  PRIMARY KEY(run, id)) WITHOUT ROWID;
CREATE TABLE stack(run INTEGER, id INTEGER, parent INTEGER, function INTEGER, line INTEGER,
  PRIMARY KEY(run, id)) WITHOUT ROWID;
CREATE TABLE loop(run INTEGER, id INTEGER, label INTEGER, event INTEGER, PRIMARY KEY(run, id)) WITHOUT ROWID;
CREATE TABLE thread(run INTEGER, id INTEGER, name INTEGER, event INTEGER, PRIMARY KEY(run, id)) WITHOUT ROWID;
CREATE TABLE annotation(id INTEGER PRIMARY KEY, run INTEGER, event INTEGER, time INTEGER, kind TEXT, text TEXT);
CREATE TABLE derived(run INTEGER, kind TEXT, version INTEGER, data BLOB, PRIMARY KEY(run, kind));
)sql";

// For people with an SQLite tool. The text of a step_end is in b only if the task ended (a & 7 >= 2).
constexpr const char* kViews = R"sql(
CREATE VIEW tasks AS
SELECT t.run, t.id, coalesce(n.text, 'Task-' || t.number) AS name, c.text AS coroutine, l.text AS label, t.parent,
  t.loop, t.event
FROM task t LEFT JOIN string n ON n.id = t.name LEFT JOIN string c ON c.id = t.coroutine
  LEFT JOIN string l ON l.id = t.label;
CREATE VIEW events AS
SELECT e.id, r.id AS run, e.id - r.first_event + 1 AS number, e.time / 1e9 AS seconds,
  coalesce(k.name, e.kind) AS kind, t.name AS task, s.text AS text, e.a, e.b, e.c, e.d
FROM event e JOIN run r ON e.id >= r.first_event AND e.id <= coalesce(r.last_event, e.id)
    AND NOT EXISTS (SELECT 1 FROM run later WHERE later.id > r.id AND later.first_event <= e.id)
  LEFT JOIN kind k ON k.id = e.kind LEFT JOIN tasks t ON t.run = r.id AND t.id = e.task
  LEFT JOIN string s ON s.id = CASE WHEN k.text = 'a' THEN e.a WHEN k.text = 'b' THEN e.b WHEN k.text = 'c' THEN e.c
    WHEN k.name = 'step_end' AND (e.a & 7) >= 2 THEN e.b END;
CREATE VIEW output AS
SELECT run, number, seconds, task, kind AS stream, text FROM events WHERE kind IN ('out', 'err');
)sql";

void fill_kinds(Database& database) {
  Statement insert(database, "INSERT INTO kind VALUES(?, ?, ?)");
  for (const KindRow& row : kind_rows()) {
    insert.bind(1, static_cast<std::int64_t>(row.kind)).bind(2, row.name);
    insert.bind(3, row.text != 0 ? std::string_view(&row.text, 1) : std::string_view());
    insert.run();
  }
}

}  // namespace

void create_schema(Database& database, const std::string& program) {
  database.execute("PRAGMA page_size = 16384");
  Transaction transaction(database);
  database.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
  database.execute("PRAGMA user_version = " + std::to_string(kFormatVersion));
  database.execute(kTables);
  database.execute(kViews);
  fill_kinds(database);
  {
    Statement insert(database, "INSERT INTO meta VALUES('made_by', ?)");
    insert.bind(1, std::string_view(program)).run();
  }
  transaction.commit();
}

}  // namespace loopline::trace
