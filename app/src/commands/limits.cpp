// Limits of a run: from the front matter (`limits:`) and from the command line.
#include <algorithm>
#include <array>
#include <chrono>
#include <ostream>
#include <string_view>
#include <utility>

#include "document.h"
#include "lessons/node.h"
#include "suggest.h"

namespace loopline::commands {
namespace {

using lessons::Node;

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;
constexpr double kLongest = 9e9;  // seconds: what the clock's 64 bits of nanoseconds can hold

// The front matter's keys; the options are called --max-… after them.
constexpr std::string_view kVirtualSeconds = "virtual_seconds";
constexpr std::array<std::pair<std::string_view, std::optional<std::uint64_t> LimitOptions::*>, 4> kWholeNumbers{{
    {"events", &LimitOptions::events},
    {"instructions", &LimitOptions::instructions},
    {"memory", &LimitOptions::memory_mib},
    {"output", &LimitOptions::output_bytes},
}};

void apply(const LimitOptions& options, script::Limits& limits) {
  constexpr std::uint64_t most_mib = SIZE_MAX / kMiB;
  if (options.events) limits.events = *options.events;
  if (options.instructions) limits.instructions = *options.instructions;
  if (options.memory_mib) limits.memory_bytes = std::min(*options.memory_mib, most_mib) * kMiB;
  if (options.output_bytes) limits.output_bytes = *options.output_bytes;
  if (options.virtual_seconds) {
    const double seconds = std::min(*options.virtual_seconds, kLongest);
    limits.virtual_time = std::chrono::nanoseconds(static_cast<std::int64_t>(seconds * 1e9));
  }
}

// False: a value of another kind.
bool read_entry(const Node::Entry& entry, LimitOptions& options, bool& known) {
  const Node& value = entry.value;
  const bool whole = value.kind == Node::Kind::integer && value.integer > 0;
  known = true;
  if (entry.key.text == kVirtualSeconds) {
    const bool number = value.kind == Node::Kind::integer || value.kind == Node::Kind::real;
    if (number && value.real > 0) options.virtual_seconds = value.real;
    return options.virtual_seconds.has_value();
  }
  for (const auto& [key, member] : kWholeNumbers) {
    if (entry.key.text != key) continue;
    if (whole) options.*member = static_cast<std::uint64_t>(value.integer);
    return whole;
  }
  known = false;
  return true;
}

std::vector<std::string> known_keys() {
  std::vector<std::string> keys{std::string(kVirtualSeconds)};
  for (const auto& [key, member] : kWholeNumbers) keys.emplace_back(key);
  return keys;
}

}  // namespace

script::Limits limits_of(const lessons::Lesson& lesson, lessons::Diagnostics& problems) {
  script::Limits limits;
  LimitOptions options;
  const Node* node = lesson.limits();
  if (node == nullptr) return limits;
  const auto tell = [&](lessons::Severity severity, lessons::Position at, std::string message) {
    problems.push_back({severity, lesson.path, at, std::move(message), {}});
  };
  if (node->kind != Node::Kind::mapping && node->kind != Node::Kind::null) {
    tell(lessons::Severity::error, node->at, "'limits' must hold keys with numbers, such as 'events: 100000'.");
  }
  for (const Node::Entry& entry : node->entries) {
    bool known = false;
    if (!read_entry(entry, options, known)) {
      tell(lessons::Severity::error, entry.value.at, "The limit '" + entry.key.text + "' must be a number above 0.");
    } else if (!known) {
      tell(lessons::Severity::hint, entry.key.at,
           "The limit '" + entry.key.text + "' is unknown." + did_you_mean(entry.key.text, known_keys()));
    }
  }
  apply(options, limits);
  return limits;
}

std::optional<script::Limits> limits_for(const lessons::Lesson& lesson, const LimitOptions& options,
                                         const Console& console) {
  lessons::Diagnostics problems;
  script::Limits limits = limits_of(lesson, problems);
  for (const lessons::Diagnostic& problem : problems) {
    if (problem.severity == lessons::Severity::error) fail(console, lessons::to_text(problem));
  }
  if (lessons::has_errors(problems)) return std::nullopt;
  apply(options, limits);
  return limits;
}

}  // namespace loopline::commands
