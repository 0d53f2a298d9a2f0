// Puts chunks into the tables of a recording. All statements are prepared once.
#pragma once

#include <cstdint>
#include <string_view>

#include "sink.h"
#include "sqlite.h"

namespace loopline::trace {

class ChunkWriter {
 public:
  explicit ChunkWriter(Database& database);

  void begin_run(RunId run, const RunInfo& info);
  void end_run(RunId run, RunState state, std::string_view text);
  void rows(RunId run, const SideRows& rows);
  void events(EventFeed events);

 private:
  void strings(const SideRows& rows);
  void tasks(RunId run, const std::vector<TaskRow>& tasks);

  Database& m_database;
  EventFeed m_feed;  // what chunk_rows shows
  std::int64_t m_last_event = 0;
  Statement m_insert_events, m_insert_run, m_end_run, m_insert_string, m_insert_task, m_insert_object, m_insert_stack,
      m_insert_loop, m_insert_thread;
};

}  // namespace loopline::trace
