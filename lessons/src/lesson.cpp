#include "lessons/lesson.h"

#include <algorithm>
#include <array>

#include "lessons/chapters.h"

namespace loopline::lessons {
namespace {

constexpr std::array<Chapter, 8> all_chapters{{
    {1, "First steps"},
    {2, "Starting work"},
    {3, "Sharing the loop"},
    {4, "Stopping"},
    {5, "Coordinating"},
    {6, "The outside"},
    {7, "Threads and other loops"},
    {8, "Typing and mistakes"},
}};

}  // namespace

const std::vector<std::string_view>& about_names() {
  static const std::vector<std::string_view> names{"first-print", "print-order", "next-task", "end-time", "last-print"};
  return names;
}

std::string_view name_of(About about) { return about_names()[static_cast<std::size_t>(about)]; }

std::optional<About> about_named(std::string_view name) {
  const auto& names = about_names();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<About>(found - names.begin());
}

std::span<const Chapter> chapters() { return all_chapters; }

std::optional<int> chapter_number(std::string_view title) {
  for (const Chapter& chapter : all_chapters) {
    if (chapter.title == title) return chapter.number;
  }
  return std::nullopt;
}

const Scenario* Lesson::scenario(std::string_view name) const {
  const auto found =
      std::find_if(scenarios.begin(), scenarios.end(), [&](const Scenario& s) { return s.name.text == name; });
  return found == scenarios.end() ? nullptr : &*found;
}

const Scenario* scenario_of(const Lesson& lesson, const Quiz& quiz) {
  if (quiz.scenario) return lesson.scenario(quiz.scenario->text);
  const Scenario* result = nullptr;
  for (const Scenario& scenario : lesson.scenarios) {
    if (result == nullptr || scenario.at < quiz.at) result = &scenario;
  }
  return result;
}

Position in_file(const Scenario& scenario, Position in_code) {
  const auto index = static_cast<std::size_t>(std::max(in_code.line, 1) - 1);
  if (index >= scenario.origins.size()) {
    return {scenario.first_line + in_code.line - scenario.own_line, scenario.indent + in_code.column};
  }
  const Scenario::Origin& origin = scenario.origins[index];
  return origin.line > 0 ? Position{origin.line, origin.indent + in_code.column} : scenario.at;
}

}  // namespace loopline::lessons
