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

const Block* find_block(const std::vector<Block>& blocks, const lessons::Lesson& lesson, int number,
                        const Console& console) {
  if (number <= static_cast<int>(blocks.size())) return &blocks[static_cast<std::size_t>(number - 1)];
  fail(console, lesson.path + " has no block " + std::to_string(number) + "; its blocks are 1 to " +
                    std::to_string(blocks.size()) + ".");
  return nullptr;
}

// Imports that a block takes for granted, what it builds on, and itself.
run::Program joined_program(const lessons::Lesson& lesson, const std::vector<Block>& blocks, const Block& block,
                            const What& what) {
  run::Program program = program_of(lesson, *block.scenario, what.legacy);
  std::string before;
  if (what.with_earlier) {
    for (const int needed : block.needs) before += blocks[static_cast<std::size_t>(needed - 1)].scenario->code + '\n';
  }
  program.source.insert(0, before);
  for (const std::string& name : block.assumed_imports) program.source.insert(0, "import " + name + "\n");
  return program;
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

std::optional<lessons::Lesson> open_document(const std::string& file, const Console& console) {
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
  if (loaded.lesson->scenarios.empty()) {
    fail(console, file + " has no python block, so there is nothing to run.");
    return std::nullopt;
  }
  return std::move(loaded.lesson);
}

bool is_recording(const std::string& file) { return fs::path(file).extension() == ".loopline"; }

bool is_script(const lessons::Lesson& lesson) { return fs::path(lesson.path).extension() == ".py"; }

std::vector<Block> blocks_of(const lessons::Lesson& lesson) {
  std::vector<Block> blocks;
  for (const lessons::Scenario& scenario : lesson.scenarios) {
    const auto newlines = static_cast<int>(std::count(scenario.code.begin(), scenario.code.end(), '\n'));
    const bool partial_line = !scenario.code.empty() && scenario.code.back() != '\n';
    Block& block = blocks.emplace_back();
    block.number = static_cast<int>(blocks.size());
    block.first_line = scenario.first_line;
    block.last_line = scenario.first_line + std::max(newlines + (partial_line ? 1 : 0), 1) - 1;
    block.kind = is_script(lesson) ? BlockKind::bare : BlockKind::fence;
    block.scenario = &scenario;
  }
  return blocks;
}

run::Program program_of(const lessons::Lesson& lesson, const lessons::Scenario& scenario, bool legacy) {
  run::Program program;
  program.source = scenario.code;
  if (is_script(lesson)) program.file_name = fs::path(lesson.path).filename().string();
  program.name = scenario.name.text;
  program.legacy = legacy || lesson.legacy;
  return program;
}

std::vector<Chosen> choose(const lessons::Lesson& lesson, const What& what, const Console& console) {
  std::vector<Chosen> chosen;
  if (what.block > 0) {
    const std::vector<Block> blocks = blocks_of(lesson);
    const Block* block = find_block(blocks, lesson, what.block, console);
    if (block != nullptr) chosen.push_back({block->scenario, joined_program(lesson, blocks, *block, what)});
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
