// The limits of a run: each turns a runaway script into a clear end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "loop/time.h"

namespace loopline::script {

struct Limits {
  std::uint64_t instructions = 230'000'000;
  std::size_t memory_bytes = std::size_t{384} * 1024 * 1024;
  std::size_t output_bytes = std::size_t{16} * 1024 * 1024;
  loop::Duration virtual_time = std::chrono::hours(24 * 365);
  std::uint64_t events = 20'000'000;
  std::size_t integer_bits = std::size_t{1} << 23U;
  std::size_t text_bytes = std::size_t{128} * 1024 * 1024;
  std::uint32_t regex_steps = 20'000'000;
  int recursion = 1000;             ///< as sys.getrecursionlimit()
  int deepest_recursion = 100'000;  ///< what sys.setrecursionlimit() may ask for
  int native_recursion = 1200;      ///< nested calls from native code back into scripts
};

/// How a limit ended a run.
struct LimitReached {
  std::string what;     ///< "instructions", "memory", "output", "events", "virtual_seconds", …
  std::string message;  ///< for people: what, how much, what to do
  std::string where;    ///< "main.py, line 3", or empty
};

}  // namespace loopline::script
