// What the front matter sets for a run. Limits: the program's own, then the document's, then the command line's.
#include <algorithm>
#include <chrono>

#include "document.h"
#include "lessons/limits.h"
#include "lessons/world.h"

namespace loopline::commands {
namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;
constexpr double kLongest = 9e9;  // seconds: what the clock's 64 bits of nanoseconds can hold

void apply(const LimitOptions& options, script::Limits& limits) {
  constexpr std::uint64_t most_mib = SIZE_MAX / kMiB;
  if (options.events) limits.events = *options.events;
  if (options.instructions) limits.instructions = *options.instructions;
  if (options.memory_mib) limits.memory_bytes = std::min(*options.memory_mib, most_mib) * kMiB;
  if (options.output_bytes) limits.output_bytes = *options.output_bytes;
  if (options.recursion) {
    const auto deepest = static_cast<std::uint64_t>(limits.deepest_recursion);
    limits.recursion = static_cast<int>(std::min(*options.recursion, deepest));
  }
  if (options.text_bytes) limits.text_bytes = *options.text_bytes;
  if (options.integer_bits) limits.integer_bits = *options.integer_bits;
  if (options.regex_steps) {
    limits.regex_steps = static_cast<std::uint32_t>(std::min<std::uint64_t>(*options.regex_steps, UINT32_MAX));
  }
  if (options.virtual_seconds) {
    const double seconds = std::min(*options.virtual_seconds, kLongest);
    limits.virtual_time = std::chrono::nanoseconds(static_cast<std::int64_t>(seconds * 1e9));
  }
}

// False: there are errors; told.
bool tell_errors(const lessons::Diagnostics& problems, const Console& console) {
  for (const lessons::Diagnostic& problem : problems) {
    if (problem.severity == lessons::Severity::error) fail(console, lessons::to_text(problem));
  }
  return !lessons::has_errors(problems);
}

}  // namespace

std::optional<script::Limits> limits_for(const lessons::Lesson& lesson, const LimitOptions& options,
                                         const Console& console) {
  lessons::Diagnostics problems;
  script::Limits limits = lessons::limits_of(lesson, &problems);
  if (!tell_errors(problems, console)) return std::nullopt;
  apply(options, limits);
  return limits;
}

std::optional<world::Settings> world_for(const lessons::Lesson& lesson, const Console& console) {
  lessons::Diagnostics problems;
  world::Settings world = lessons::world_of(lesson, &problems);
  if (!tell_errors(problems, console)) return std::nullopt;
  return world;
}

}  // namespace loopline::commands
