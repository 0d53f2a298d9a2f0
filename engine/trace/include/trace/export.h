// A recorded run as text for other programs.
#pragma once

#include <cstdint>
#include <iosfwd>

#include "trace/run_data.h"

namespace loopline::trace {

enum class LogMode : std::uint8_t {
  full,     ///< every line of the log
  printed,  ///< what was printed and how it ended: out, main_end, deadlock, limit, without `iter`
};

/// The log: one JSON object a line, with the keys t, iter, ev and those of the line, in this order.
///   t      seconds, as the shortest decimal of at most nine places ("0.0", "0.100001")
///   iter   turns of all loops begun so far
///   value  cut at 120 characters, then "…"
void export_log(const RunData& run, LogMode mode, std::ostream& out);

/// Chrome's trace format, as chrome://tracing and ui.perfetto.dev read it: a process for each thread, a track for the
/// loop and each task, slices, flows, counters and instants. Times in microseconds, with three places.
void export_chrome(const RunData& run, std::ostream& out);

}  // namespace loopline::trace
