// Where a command writes, and the exit status of the program. Results go to `out`, everything else to `err`.
#pragma once

#include <iosfwd>
#include <string_view>

namespace loopline::commands {

struct Console {
  std::ostream& out;  ///< not owned
  std::ostream& err;  ///< not owned
};

/// `run` adds a script's own: SystemExit(n) is n.
enum Status : int {
  status_ok = 0,
  status_failed = 1,   ///< an exception ended the script; `check` found errors
  status_invalid = 2,  ///< wrong usage, unreadable or invalid input, an output that cannot be written
  status_deadlock = 3,
  status_limit = 4,
  status_interrupted = 130,  ///< Ctrl+C, as shells say it
};

/// Writes "loopline: " and the message as a line to `err`; gives status_invalid.
int fail(const Console& console, std::string_view message);

}  // namespace loopline::commands
