#include "lessons/limits.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>
#include <utility>

#include "lessons/nearest.h"
#include "report.h"

namespace loopline::lessons {
namespace {

constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20U;
constexpr double longest = 9e9;  // seconds: what the clock's 64 bits of nanoseconds can hold

using Set = void (*)(script::Limits&, const Node&);

std::uint64_t whole(const Node& value) { return static_cast<std::uint64_t>(value.integer); }
int small(const Node& value) {
  return static_cast<int>(std::min<std::int64_t>(value.integer, std::numeric_limits<int>::max()));
}

constexpr std::string_view virtual_seconds = "virtual_seconds";
constexpr std::array<std::pair<std::string_view, Set>, 9> keys{{
    {"events", [](script::Limits& limits, const Node& value) { limits.events = whole(value); }},
    {"instructions", [](script::Limits& limits, const Node& value) { limits.instructions = whole(value); }},
    {"memory", [](script::Limits& limits,
                  const Node& value) { limits.memory_bytes = std::min(whole(value), SIZE_MAX / mebibyte) * mebibyte; }},
    {"output", [](script::Limits& limits, const Node& value) { limits.output_bytes = whole(value); }},
    {virtual_seconds,
     [](script::Limits& limits, const Node& value) {
       const double nanoseconds = std::min(value.real, longest) * 1e9;
       limits.virtual_time = std::chrono::nanoseconds(static_cast<std::int64_t>(nanoseconds));
     }},
    {"recursion", [](script::Limits& limits,
                     const Node& value) { limits.recursion = std::min(small(value), limits.deepest_recursion); }},
    {"text", [](script::Limits& limits, const Node& value) { limits.text_bytes = whole(value); }},
    {"integer_bits", [](script::Limits& limits, const Node& value) { limits.integer_bits = whole(value); }},
    {"regex_steps",
     [](script::Limits& limits, const Node& value) { limits.regex_steps = static_cast<std::uint32_t>(small(value)); }},
}};

std::string_view meant_key(std::string_view name) {
  std::array<std::string_view, keys.size()> names;
  std::transform(keys.begin(), keys.end(), names.begin(), [](const auto& key) { return key.first; });
  return nearest(name, names);
}

void read_limit(const Node::Entry& entry, script::Limits& limits, Report& report) {
  const auto key =
      std::find_if(keys.begin(), keys.end(), [&](const auto& known) { return known.first == entry.key.text; });
  if (key == keys.end()) {
    report.hint(entry.key.at, "The limit '" + entry.key.text + "' is unknown.", meant_key(entry.key.text));
    return;
  }
  const bool integer = entry.value.kind == Node::Kind::integer && entry.value.integer > 0;
  const bool real = entry.value.kind == Node::Kind::real && entry.value.real > 0;
  if (integer || (real && key->first == virtual_seconds)) {
    key->second(limits, entry.value);
  } else {
    report.error(entry.value.at, "The limit '" + entry.key.text + "' must be a " +
                                     (key->first == virtual_seconds ? "" : "whole ") + "number above 0.");
  }
}

}  // namespace

script::Limits limits_of(const Lesson& lesson, Diagnostics* problems) {
  script::Limits limits;
  const Node* node = lesson.limits();
  if (node == nullptr) return limits;
  Report report(lesson.path);
  for (const Node::Entry& entry : node->entries) read_limit(entry, limits, report);
  if (problems != nullptr) {
    const Diagnostics found = report.take();
    problems->insert(problems->end(), found.begin(), found.end());
  }
  return limits;
}

}  // namespace loopline::lessons
