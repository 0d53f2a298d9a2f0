#include "document.h"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <string_view>

#include "lessons/catalogue.h"
#include "lessons/nearest.h"

namespace loopline::commands {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> scenario_names(const lessons::Lesson& lesson) {
  std::vector<std::string> names;
  for (const lessons::Scenario& scenario : lesson.scenarios) names.push_back(scenario.name.text);
  return names;
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

const lessons::Scenario* find_scenario(const lessons::Lesson& lesson, const std::string& name, const Console& console) {
  const lessons::Scenario* scenario = lesson.scenario(name);
  if (scenario == nullptr) {
    const std::vector<std::string> names = scenario_names(lesson);
    fail(console, lesson.path + " has no scenario '" + name + "'." + lessons::did_you_mean(name, names) +
                      " It has: " + listed(names) + ".");
  }
  return scenario;
}

const lessons::Scenario* find_block(const lessons::Lesson& lesson, int number, const Console& console) {
  const std::size_t count = lesson.scenarios.size();
  if (static_cast<std::size_t>(number) <= count) return &lesson.scenarios[static_cast<std::size_t>(number - 1)];
  fail(console, lesson.path + " has no block " + std::to_string(number) + "; its blocks are 1 to " +
                    std::to_string(count) + ".");
  return nullptr;
}

}  // namespace

lessons::Loaded load_document(const std::string& file) {
  std::error_code error;
  if (!fs::exists(file, error) && file.find('/') == std::string::npos) {
    const lessons::Catalogue catalogue = lessons::Catalogue::embedded();
    if (const lessons::Lesson* lesson = catalogue.find(file)) return {*lesson, {}};
  }
  return lessons::load_lesson(fs::path(file));
}

std::optional<lessons::Lesson> open_document(const std::string& file, const Console& console, Wanted what) {
  if (is_recording(file)) {
    fail(console,
         file + " is a recording, and this needs a lesson, a document or a script. 'loopline replay' reads it.");
    return std::nullopt;
  }
  lessons::Loaded loaded = load_document(file);
  if (!loaded.lesson) {
    for (const lessons::Diagnostic& problem : loaded.diagnostics) fail(console, lessons::to_text(problem));
    return std::nullopt;
  }
  if (loaded.lesson->scenarios.empty() && what == Wanted::code) {
    fail(console, file + " has no python block, so there is nothing to run.");
    return std::nullopt;
  }
  return std::move(loaded.lesson);
}

bool is_recording(const std::string& file) { return fs::path(file).extension() == ".loopline"; }

int last_line_of(const lessons::Scenario& scenario) {
  const auto newlines = static_cast<int>(std::count(scenario.own.begin(), scenario.own.end(), '\n'));
  const bool partial_line = !scenario.own.empty() && scenario.own.back() != '\n';
  return scenario.first_line + std::max(newlines + (partial_line ? 1 : 0), 1) - 1;
}

run::Program program_of(const lessons::Lesson& lesson, const lessons::Scenario& scenario, bool legacy,
                        lessons::With with) {
  run::Program program = lessons::program_of(lesson, scenario, with);
  program.legacy = program.legacy || legacy;
  return program;
}

std::vector<Chosen> choose(const lessons::Lesson& lesson, const What& what, const Console& console) {
  std::vector<Chosen> chosen;
  if (what.block > 0) {
    const lessons::With with = what.with_earlier ? lessons::With::earlier : lessons::With::nothing;
    const lessons::Scenario* scenario = find_block(lesson, what.block, console);
    if (scenario != nullptr) chosen.push_back({scenario, program_of(lesson, *scenario, what.legacy, with), with});
  } else if (!what.scenario.empty()) {
    const lessons::Scenario* scenario = find_scenario(lesson, what.scenario, console);
    if (scenario != nullptr) chosen.push_back({scenario, program_of(lesson, *scenario, what.legacy)});
  } else {
    for (const lessons::Scenario& scenario : lesson.scenarios) {
      chosen.push_back({&scenario, program_of(lesson, scenario, what.legacy)});
    }
  }
  return chosen;
}

}  // namespace loopline::commands
