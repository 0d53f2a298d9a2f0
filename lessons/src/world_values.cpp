#include "world_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "source_text.h"
#include "yaml.h"

namespace loopline::lessons {
namespace {

constexpr double longest_seconds = 9e9;  // seconds: what 64 bits of nanoseconds can hold

std::optional<double> unit_named(std::string_view unit) {
  constexpr std::array<std::pair<std::string_view, double>, 8> units{
      {{"s", 1}, {"ms", 1e-3}, {"us", 1e-6}, {"µs", 1e-6}, {"ns", 1e-9}, {"min", 60}, {"h", 3600}, {"", 1}}};
  const auto found = std::find_if(units.begin(), units.end(), [&](const auto& each) { return each.first == unit; });
  return found == units.end() ? std::nullopt : std::optional(found->second);
}

// "200ms", "1.5 s"
std::optional<double> seconds_in(const Node& node) {
  if (node.kind == Node::Kind::integer || node.kind == Node::Kind::real) return node.real;
  if (node.kind != Node::Kind::text) return std::nullopt;
  double number = 0;
  const char* const end = node.text.data() + node.text.size();
  const auto [rest, error] = std::from_chars(node.text.data(), end, number);
  if (error != std::errc{}) return std::nullopt;
  const std::optional<double> unit = unit_named(trim(std::string_view(rest, static_cast<std::size_t>(end - rest))));
  return unit ? std::optional(number * *unit) : std::nullopt;
}

}  // namespace

void WorldValues::expected(const Node::Entry& entry, std::string_view what) { report_expected(m_report, entry, what); }

void WorldValues::text(const Node::Entry& entry, std::string& value) {
  if (!entry.value.is_scalar()) return expected(entry, "text");
  value = entry.value.text;
}

void WorldValues::text(const Node::Entry& entry, std::optional<std::string>& value) {
  if (!entry.value.is_scalar()) return expected(entry, "text");
  value = entry.value.text;
}

void WorldValues::boolean(const Node::Entry& entry, bool& value) {
  if (entry.value.kind != Node::Kind::boolean) return expected(entry, "true or false");
  value = entry.value.boolean;
}

void WorldValues::number(const Node::Entry& entry, int& value, int least, int most) {
  const bool fits =
      entry.value.kind == Node::Kind::integer && entry.value.integer >= least && entry.value.integer <= most;
  if (fits) {
    value = static_cast<int>(entry.value.integer);
    return;
  }
  m_report.error(entry.value.at, "'" + entry.key.text + "' must be a whole number from " + std::to_string(least) +
                                     " to " + std::to_string(most) + ".");
}

void WorldValues::number(const Node::Entry& entry, std::optional<int>& value, int least, int most) {
  int number_given = least - 1;
  number(entry, number_given, least, most);
  if (number_given >= least) value = number_given;
}

void WorldValues::positive(const Node::Entry& entry, std::optional<double>& value) {
  const bool is_number = entry.value.kind == Node::Kind::integer || entry.value.kind == Node::Kind::real;
  if (is_number && entry.value.real > 0) {
    value = entry.value.real;
  } else {
    m_report.error(entry.value.at, "'" + entry.key.text + "' must be a number above 0.");
  }
}

void WorldValues::duration(const Node::Entry& entry, world::Duration& value) {
  const std::optional<double> seconds = seconds_in(entry.value);
  if (seconds && *seconds >= 0 && *seconds <= longest_seconds) {
    value = world::Duration(std::llround(*seconds * 1e9));
  } else {
    m_report.error(entry.value.at, "'" + entry.key.text + "' must be a time in seconds, such as 0.5 or 200ms.");
  }
}

void WorldValues::duration(const Node::Entry& entry, std::optional<world::Duration>& value) {
  world::Duration given{-1};
  duration(entry, given);
  if (given.count() >= 0) value = given;
}

void WorldValues::pairs(const Node::Entry& entry, world::Pairs& value) {
  if (entry.value.kind != Node::Kind::mapping) return expected(entry, "lines of 'name: text'");
  for (const Node::Entry& each : entry.value.entries) {
    std::string given;
    text(each, given);
    value.emplace_back(each.key.text, std::move(given));
  }
}

void WorldValues::texts(const Node::Entry& entry, std::vector<std::string>& value) {
  if (entry.value.is_scalar()) {
    value.push_back(entry.value.text);
    return;
  }
  if (entry.value.kind != Node::Kind::sequence) return expected(entry, "a list of texts");
  for (const Node& each : entry.value.items) {
    if (each.is_scalar()) {
      value.push_back(each.text);
    } else {
      m_report.error(each.at,
                     "'" + entry.key.text + "' must list texts, not " + std::string(describe(each.kind)) + ".");
    }
  }
}

void WorldValues::failure(const Node::Entry& entry, world::Failure& value) {
  constexpr std::array<std::string_view, 5> names{"none", "unknown_host", "refused", "reset", "timeout"};
  const auto found = std::find(names.begin(), names.end(), entry.value.text);
  if (entry.value.is_scalar() && found != names.end()) {
    value = static_cast<world::Failure>(found - names.begin());
    return;
  }
  m_report.error(entry.value.at, "'failure' must be unknown_host, refused, reset or timeout.",
                 nearest(entry.value.text, names));
}

void WorldValues::signal(const Node::Entry& entry, int& value) {
  constexpr std::array<std::pair<std::string_view, int>, 5> signals{
      {{"SIGINT", 2}, {"SIGTERM", 15}, {"SIGHUP", 1}, {"SIGUSR1", 10}, {"SIGUSR2", 12}}};
  std::array<std::string_view, signals.size()> names;
  for (std::size_t i = 0; i < signals.size(); ++i) {
    names[i] = signals[i].first;
    const bool is_number = entry.value.kind == Node::Kind::integer && entry.value.integer == signals[i].second;
    if (is_number || entry.value.text == signals[i].first) {
      value = signals[i].second;
      return;
    }
  }
  m_report.error(entry.value.at, "'signal' must be SIGINT, SIGTERM, SIGHUP, SIGUSR1 or SIGUSR2.",
                 nearest(entry.value.text, names));
}

}  // namespace loopline::lessons
