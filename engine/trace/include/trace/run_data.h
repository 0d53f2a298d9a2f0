// Everything recorded of one run, in memory: what TraceReader::load() gives and a replay is built from.
#pragma once

#include <vector>

#include "trace/event_columns.h"
#include "trace/tables.h"

namespace loopline::trace {

/// Rows are in the order in which they were recorded, which is that of their ids for stacks.
struct RunData {
  Run run;
  EventColumns events;
  StringTable strings;  ///< of the whole file
  std::vector<TaskRow> tasks;
  std::vector<ObjectRow> objects;
  std::vector<StackRow> stacks;
  std::vector<LoopRow> loops;
  std::vector<ThreadRow> threads;
};

}  // namespace loopline::trace
