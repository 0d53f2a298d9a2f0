#include "chunk_writer.h"

namespace loopline::trace {
namespace {

Database& with_chunk_rows(Database& database, const EventFeed* feed) {
  database.provide_chunk_rows(feed);  // before the statement that names it is prepared
  return database;
}

}  // namespace

ChunkWriter::ChunkWriter(Database& database)
    : m_database(with_chunk_rows(database, &m_feed)),
      // Without a value for `id` SQLite appends: no search for the place, a fifth of the time.
      m_insert_events(database,
                      "INSERT INTO event(time, kind, task, a, b, c, d) "
                      "SELECT time, kind, task, a, b, c, d FROM chunk_rows"),
      m_insert_run(database, "INSERT INTO run VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, '')"),
      m_end_run(database, "UPDATE run SET last_event = ?, state = ?, ended_text = ? WHERE id = ?"),
      m_insert_string(database, "INSERT INTO string VALUES(?, ?)"),
      m_insert_task(database, "INSERT OR REPLACE INTO task VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      m_insert_object(database, "INSERT OR REPLACE INTO object VALUES(?, ?, ?, ?, ?)"),
      m_insert_stack(database, "INSERT OR REPLACE INTO stack VALUES(?, ?, ?, ?, ?)"),
      m_insert_loop(database, "INSERT OR REPLACE INTO loop VALUES(?, ?, ?, ?)"),
      m_insert_thread(database, "INSERT OR REPLACE INTO thread VALUES(?, ?, ?, ?)") {}

void ChunkWriter::begin_run(RunId run, const RunInfo& info) {
  m_insert_run.bind(1, std::int64_t{run}).bind(2, std::string_view(info.title));
  m_insert_run.bind(3, std::string_view(info.file_name)).bind(4, std::string_view(info.source));
  m_insert_run.bind(5, name_of(info.detail)).bind(6, info.seed).bind(7, std::int64_t{info.debug});
  m_insert_run.bind(8, std::string_view(info.settings)).bind(9, m_last_event + 1);
  m_insert_run.bind(10, name_of(RunState::running)).run();
}

void ChunkWriter::end_run(RunId run, RunState state, std::string_view text) {
  m_end_run.bind(1, m_last_event).bind(2, name_of(state)).bind(3, text).bind(4, std::int64_t{run}).run();
}

void ChunkWriter::strings(const SideRows& rows) {
  std::string_view text = rows.text;
  for (const SideRows::Text& string : rows.strings) {
    m_insert_string.bind(1, std::int64_t{string.id}).bind(2, text.substr(0, string.size)).run();
    text.remove_prefix(string.size);
  }
}

void ChunkWriter::tasks(RunId run, const std::vector<TaskRow>& tasks) {
  for (const TaskRow& task : tasks) {
    m_insert_task.bind(1, std::int64_t{run}).bind(2, std::int64_t{task.id});
    m_insert_task.bind(3, static_cast<std::int64_t>(task.number)).bind(4, std::int64_t{task.name});
    m_insert_task.bind(5, std::int64_t{task.coroutine}).bind(6, std::int64_t{task.label});
    m_insert_task.bind(7, std::int64_t{task.parent}).bind(8, std::int64_t{task.loop});
    m_insert_task.bind(9, static_cast<std::int64_t>(task.event)).run();
  }
}

void ChunkWriter::rows(RunId run, const SideRows& rows) {
  strings(rows);
  tasks(run, rows.tasks);
  for (const ObjectRow& object : rows.objects) {
    m_insert_object.bind(1, std::int64_t{run}).bind(2, std::int64_t{object.id});
    m_insert_object.bind(3, static_cast<std::int64_t>(object.type)).bind(4, std::int64_t{object.label});
    m_insert_object.bind(5, static_cast<std::int64_t>(object.event)).run();
  }
  for (const StackRow& node : rows.stacks) {
    m_insert_stack.bind(1, std::int64_t{run}).bind(2, std::int64_t{node.id}).bind(3, std::int64_t{node.parent});
    m_insert_stack.bind(4, std::int64_t{node.function}).bind(5, std::int64_t{node.line}).run();
  }
  for (const LoopRow& loop : rows.loops) {
    m_insert_loop.bind(1, std::int64_t{run}).bind(2, std::int64_t{loop.id}).bind(3, std::int64_t{loop.label});
    m_insert_loop.bind(4, static_cast<std::int64_t>(loop.event)).run();
  }
  for (const ThreadRow& thread : rows.threads) {
    m_insert_thread.bind(1, std::int64_t{run}).bind(2, std::int64_t{thread.id}).bind(3, std::int64_t{thread.name});
    m_insert_thread.bind(4, static_cast<std::int64_t>(thread.event)).run();
  }
}

void ChunkWriter::events(EventFeed events) {
  if (events.empty()) return;
  m_feed = events;
  m_insert_events.run();
  m_last_event += static_cast<std::int64_t>(events.size());
}

}  // namespace loopline::trace
