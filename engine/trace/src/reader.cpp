#include "trace/reader.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <system_error>
#include <utility>

#include "page_scan.h"
#include "sqlite.h"

namespace loopline::trace {
namespace {

using std::filesystem::path;

RunState run_state(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(RunState::stopped); ++i) {
    if (name_of(static_cast<RunState>(i)) == name) return static_cast<RunState>(i);
  }
  return RunState::stopped;  // a state that a later version added
}

// What can be told from the first bytes, with better words than SQLite has.
std::optional<Error> look_at_header(Database& database) {
  const std::uint64_t size = database.file_size();
  std::array<std::uint8_t, 16> magic{};
  const bool is_sqlite = database.read_raw(0, magic) && std::memcmp(magic.data(), "SQLite format 3", 16) == 0;
  if (!is_sqlite) {
    return Error{ErrorCode::not_a_recording, database.name() + " is not a Loopline recording: it is no SQLite file."};
  }
  if (size >= 512) return {};
  return Error{ErrorCode::damaged, database.name() + " is damaged: it is cut off after " + std::to_string(size) +
                                       " bytes. What was recorded is lost."};
}

// A finished file says how many pages it has. One with a write-ahead log beside it may be in the middle of being
// written, and SQLite looks after that itself.
std::optional<Error> look_at_length(Database& database, const path& file) {
  path log = file;
  log += "-wal";
  std::error_code error;
  if (std::filesystem::exists(log, error)) return {};
  std::array<std::uint8_t, 32> header{};
  if (!database.read_raw(0, header)) return {};
  const auto big_endian = [&](std::size_t at, std::size_t bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) value = value << 8 | header[at + i];
    return value;
  };
  const std::uint64_t page_size = big_endian(16, 2) == 1 ? 65536 : big_endian(16, 2);
  const std::uint64_t wanted = page_size * big_endian(28, 4);
  const std::uint64_t there = database.file_size();
  if (there >= wanted) return {};
  return Error{ErrorCode::damaged, database.name() + " is damaged: of " + std::to_string(wanted) + " bytes only " +
                                       std::to_string(there) + " are there. The rest cannot be read."};
}

std::optional<Error> look_at_format(Database& database) {
  const std::int64_t id = database.integer("PRAGMA application_id");
  const std::int64_t version = database.integer("PRAGMA user_version");
  if (database.failed()) return database.error();
  if (id != kApplicationId) {
    return Error{ErrorCode::not_a_recording,
                 database.name() + " is not a Loopline recording: it is some other program's database."};
  }
  if (version <= kFormatVersion) return {};
  std::string made_by = "a later version of Loopline";
  Statement meta(database, "SELECT value FROM meta WHERE key = 'made_by'");
  if (meta.step()) made_by = meta.text(0);
  return Error{ErrorCode::newer_version, database.name() + " was made by " + made_by + " in format " +
                                             std::to_string(version) + "; this program reads up to format " +
                                             std::to_string(kFormatVersion) + ". Open it with a newer Loopline."};
}

// A run that is being written, or was killed, has no last event yet: then it is the one before the next run's first.
constexpr const char* kSelectRuns = R"sql(
SELECT id, title, file_name, source, detail, seed, debug, settings, first_event,
  coalesce(last_event, (SELECT min(first_event) FROM run later WHERE later.id > run.id) - 1,
           (SELECT max(id) FROM event), 0),
  state, ended_text
FROM run ORDER BY id)sql";

std::vector<Run> read_runs(Database& database) {
  std::vector<Run> runs;
  Statement select(database, kSelectRuns);
  while (select.step()) {
    Run run;
    run.id = static_cast<RunId>(select.integer(0));
    run.info.title = select.text(1);
    run.info.file_name = select.text(2);
    run.info.source = select.text(3);
    run.info.detail = select.text(4) == name_of(Detail::tasks) ? Detail::tasks : Detail::full;
    run.info.seed = select.integer(5);
    run.info.debug = select.integer(6) != 0;
    run.info.settings = select.text(7);
    run.first_event = static_cast<std::uint64_t>(select.integer(8));
    run.last_event = static_cast<std::uint64_t>(select.integer(9));
    if (run.last_event < run.first_event) run.first_event = run.last_event = 0;
    run.state = run_state(select.text(10));
    run.ended_text = select.text(11);
    runs.push_back(std::move(run));
  }
  return runs;
}

// Puts rows together into blocks.
class BlockCollector final : public EventCollector {
 public:
  using Piece = std::function<void(std::span<const Event>)>;
  explicit BlockCollector(const Piece& piece) : m_piece(piece), m_events(EventColumns::kBlock) {}

  void row(const std::int64_t (&values)[7]) override {
    Event& event = m_events[m_count];
    event.time = values[0];
    event.kind = static_cast<Kind>(values[1]);
    event.task = static_cast<ObjectId>(values[2]);
    event.a = values[3];
    event.b = values[4];
    event.c = values[5];
    event.d = values[6];
    m_rising &= event.time >= m_time;
    m_time = event.time;
    if (++m_count == m_events.size()) flush();
  }
  void flush() {
    if (m_count != 0) m_piece({m_events.data(), m_count});
    m_count = 0;
  }
  /// False if a time fell, or was negative.
  bool rising() const noexcept { return m_rising; }

 private:
  const Piece& m_piece;
  std::vector<Event> m_events;
  std::size_t m_count = 0;
  std::int64_t m_time = 0;
  bool m_rising = true;
};

// Rows `first` to `last` in order. The pages themselves are read where possible; SQLite does the rest, and finds the
// words if something is wrong.
void collect(Database& database, std::uint64_t first, std::uint64_t last, const BlockCollector::Piece& piece) {
  BlockCollector collector(piece);
  const auto wanted = static_cast<std::int64_t>(last - first + 1);
  const std::int64_t reached =
      PageScan(database).rows(static_cast<std::int64_t>(first), static_cast<std::int64_t>(last), collector);
  std::int64_t rows = reached - static_cast<std::int64_t>(first);
  if (rows < wanted) {
    EventCollector* const target = &collector;
    database.provide_collect(&target);
    Statement select(database, "SELECT collect(time, kind, task, a, b, c, d) FROM event WHERE id BETWEEN ? AND ?");
    select.bind(1, reached).bind(2, static_cast<std::int64_t>(last));
    if (select.step()) rows += select.integer(0);
  }
  if (database.failed()) return;
  collector.flush();
  if (rows != wanted) {
    database.fail({ErrorCode::damaged, database.name() + " is damaged: of " + std::to_string(wanted) + " events only " +
                                           std::to_string(rows) + " are there."});
  } else if (!collector.rising()) {
    database.fail({ErrorCode::damaged, database.name() + " is damaged: times of its events do not rise."});
  }
}

template <class Row, class Read>
void read_rows(Database& database, const char* sql, RunId run, std::vector<Row>& rows, Read read) {
  Statement select(database, sql);
  select.bind(1, std::int64_t{run});
  while (select.step()) rows.push_back(read(select));
}

std::uint32_t id_at(const Statement& row, int column) { return static_cast<std::uint32_t>(row.integer(column)); }
EventNumber event_at(const Statement& row, int column) { return static_cast<EventNumber>(row.integer(column)); }

void read_strings(Database& database, StringTable& strings) {
  Statement select(database, "SELECT id, text FROM string ORDER BY id");
  while (select.step()) {
    const std::int64_t id = select.integer(0);
    if (id != static_cast<std::int64_t>(strings.size()) + 1) {
      return database.fail({ErrorCode::damaged, database.name() + " is damaged: text number " +
                                                    std::to_string(strings.size() + 1) + " is missing."});
    }
    strings.add(select.text(1));
  }
}

void read_tables(Database& database, RunData& data) {
  const RunId run = data.run.id;
  read_strings(database, data.strings);
  read_rows(database,
            "SELECT id, number, name, coroutine, label, parent, loop, event FROM task WHERE run = ? ORDER BY id", run,
            data.tasks, [](const Statement& row) {
              return TaskRow{id_at(row, 0), event_at(row, 1), id_at(row, 2), id_at(row, 3),
                             id_at(row, 4), id_at(row, 5),    id_at(row, 6), event_at(row, 7)};
            });
  read_rows(database, "SELECT id, type, label, event FROM object WHERE run = ? ORDER BY id", run, data.objects,
            [](const Statement& row) {
              return ObjectRow{id_at(row, 0), static_cast<ObjectType>(row.integer(1)), id_at(row, 2), event_at(row, 3)};
            });
  read_rows(database, "SELECT id, parent, function, line FROM stack WHERE run = ? ORDER BY id", run, data.stacks,
            [](const Statement& row) {
              return StackRow{id_at(row, 0), id_at(row, 1), id_at(row, 2), id_at(row, 3)};
            });
  read_rows(database, "SELECT id, label, event FROM loop WHERE run = ? ORDER BY id", run, data.loops,
            [](const Statement& row) {
              return LoopRow{id_at(row, 0), id_at(row, 1), event_at(row, 2)};
            });
  read_rows(database, "SELECT id, name, event FROM thread WHERE run = ? ORDER BY id", run, data.threads,
            [](const Statement& row) {
              return ThreadRow{id_at(row, 0), id_at(row, 1), event_at(row, 2)};
            });
}

// The outcome of a use of the database. The error is taken out of it, so that the reader can be used again.
template <class T>
Result<T> outcome(Database& database, T value) {
  if (!database.failed()) return value;
  Error error = database.error();
  database.clear_error();
  return error;
}

}  // namespace

TraceReader::TraceReader(std::unique_ptr<Database> database) : m_database(std::move(database)) {}
TraceReader::~TraceReader() = default;
TraceReader::TraceReader(TraceReader&&) noexcept = default;
TraceReader& TraceReader::operator=(TraceReader&&) noexcept = default;

Result<TraceReader> TraceReader::open(const path& file) {
  std::error_code ignored;
  const std::filesystem::file_status status = std::filesystem::status(file, ignored);
  if (!std::filesystem::exists(status)) return Error{ErrorCode::cannot_open, quoted(file) + " does not exist."};
  if (std::filesystem::is_directory(status)) return Error{ErrorCode::cannot_open, quoted(file) + " is a folder."};
  auto database = std::make_unique<Database>(file, Database::Mode::read);
  if (database->failed()) return database->error();
  if (std::optional<Error> error = look_at_header(*database)) return *std::move(error);
  // The file may come from anywhere: cells are checked as pages are read, and its schema is not trusted. No mapping
  // into memory: a file that is cut off meanwhile would end the program.
  database->execute("PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF");
  if (std::optional<Error> error = look_at_format(*database)) return *std::move(error);
  if (std::optional<Error> error = look_at_length(*database, file)) return *std::move(error);
  TraceReader reader(std::move(database));
  {
    Statement meta(*reader.m_database, "SELECT value FROM meta WHERE key = 'made_by'");
    if (meta.step()) reader.m_made_by = meta.text(0);
  }
  if (Status refreshed = reader.refresh(); !refreshed) return refreshed.error();
  return reader;
}

bool TraceReader::unfinished() const noexcept {
  return std::ranges::any_of(m_runs, [](const Run& run) { return run.state == RunState::running; });
}

Status TraceReader::refresh() {
  std::vector<Run> runs = read_runs(*m_database);
  if (!m_database->failed()) m_runs = std::move(runs);
  return outcome(*m_database, Done{});
}

const Run* TraceReader::find(RunId run) const noexcept {
  const auto found = std::ranges::find(m_runs, run, &Run::id);
  return found != m_runs.end() ? &*found : nullptr;
}

Result<RunData> TraceReader::load_tables(RunId run) const {
  const Run* found = find(run);
  if (found == nullptr) {
    return Error{ErrorCode::no_such_run, m_database->name() + " has no run " + std::to_string(run) + "."};
  }
  RunData data;
  data.run = *found;
  read_tables(*m_database, data);
  return outcome(*m_database, std::move(data));
}

Result<RunData> TraceReader::load(RunId run) const {
  // One transaction: while a recorder writes on, events and tables are those of the same commit or an earlier one.
  const Transaction snapshot(*m_database);
  Result<RunData> data = load_tables(run);
  if (!data || data.value().run.event_count() == 0) return data;
  EventColumns& events = data.value().events;
  const Run& row = data.value().run;
  collect(*m_database, row.first_event, row.last_event,
          [&events](std::span<const Event> piece) { events.append(piece); });
  return outcome(*m_database, std::move(data).value());
}

Result<std::vector<Event>> TraceReader::events(RunId run, EventNumber first, EventNumber last) const {
  const Run* found = find(run);
  if (found == nullptr) {
    return Error{ErrorCode::no_such_run, m_database->name() + " has no run " + std::to_string(run) + "."};
  }
  std::vector<Event> events;
  first = std::max<EventNumber>(first, 1);
  last = std::min<EventNumber>(last, found->event_count());
  if (first > last) return events;
  events.reserve(last - first + 1);
  const Transaction snapshot(*m_database);
  collect(*m_database, found->first_event + first - 1, found->first_event + last - 1,
          [&events](std::span<const Event> piece) { events.insert(events.end(), piece.begin(), piece.end()); });
  return outcome(*m_database, std::move(events));
}

Status TraceReader::scan(RunId run, const std::function<void(std::span<const Event>)>& piece) const {
  const Run* found = find(run);
  if (found == nullptr) {
    return Error{ErrorCode::no_such_run, m_database->name() + " has no run " + std::to_string(run) + "."};
  }
  if (found->event_count() == 0) return Done{};
  const Transaction snapshot(*m_database);
  collect(*m_database, found->first_event, found->last_event, piece);
  return outcome(*m_database, Done{});
}

Result<std::vector<Annotation>> TraceReader::annotations(RunId run) const {
  std::vector<Annotation> rows;
  read_rows(*m_database, "SELECT id, run, event, time, kind, text FROM annotation WHERE run = ? ORDER BY event, id",
            run, rows, [](const Statement& row) {
              return Annotation{row.integer(0),           id_at(row, 1),           event_at(row, 2), row.integer(3),
                                std::string(row.text(4)), std::string(row.text(5))};
            });
  return outcome(*m_database, std::move(rows));
}

struct DerivedBlob::Handle {
  explicit Handle(Database& database, std::int64_t row) : blob(database, "derived", "data", row) {}
  Blob blob;
};

DerivedBlob::DerivedBlob() = default;
DerivedBlob::~DerivedBlob() = default;
DerivedBlob::DerivedBlob(DerivedBlob&&) noexcept = default;
DerivedBlob& DerivedBlob::operator=(DerivedBlob&&) noexcept = default;

bool DerivedBlob::read(std::uint64_t offset, std::span<std::uint8_t> bytes) const {
  if (bytes.empty()) return true;
  return m_handle && offset <= m_size && bytes.size() <= m_size - offset && m_handle->blob.read(offset, bytes);
}

DerivedBlob TraceReader::derived(RunId run, std::string_view kind, std::int64_t version) const {
  DerivedBlob derived;
  Statement select(*m_database, "SELECT rowid FROM derived WHERE run = ? AND kind = ? AND version = ?");
  select.bind(1, std::int64_t{run}).bind(2, kind).bind(3, version);
  if (select.step()) {
    derived.m_handle = std::make_unique<DerivedBlob::Handle>(*m_database, select.integer(0));
    derived.m_size = derived.m_handle->blob.size();
  }
  m_database->clear_error();  // what cannot be read is as good as absent: it can be made again
  return derived;
}

}  // namespace loopline::trace
