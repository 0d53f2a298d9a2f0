#include "lessons/program.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "lessons/hints.h"
#include "lessons/limits.h"
#include "lessons/world.h"
#include "source_text.h"

namespace loopline::lessons {
namespace {

script::ProgramForm own_form(const Scenario& scenario, int assumed) {
  script::ProgramForm form;
  form.awaits = scenario.form.awaits;
  form.runner = scenario.form.runner;
  for (const script::ProgramForm::Lines& lines : scenario.form.inputs) {
    if (lines.last >= scenario.own_line) {
      form.inputs.push_back(
          {lines.first - scenario.own_line + 1 + assumed, lines.last - scenario.own_line + 1 + assumed});
    }
  }
  return form;
}

// ---- sessions

// "0x7f31c2" → "0x…"
std::string without_addresses(std::string_view line) {
  std::string result;
  for (std::size_t at = 0; at < line.size();) {
    if (line.substr(at).starts_with("0x")) {
      result += "0x…";
      at += 2;
      while (at < line.size() && std::isxdigit(static_cast<unsigned char>(line[at])) != 0) ++at;
    } else {
      result += line[at++];
    }
  }
  return result;
}

// Lines to compare: without trailing blanks and empty lines; of a traceback only how it begins and ends.
std::vector<std::string> comparable(std::string_view text) {
  std::vector<std::string> lines;
  const SourceText source(text);
  bool in_traceback = false;
  for (int number = 1; number <= source.line_count(); ++number) {
    std::string_view line = source.line(number);
    line = line.substr(0, line.find_last_not_of(" \t") + 1);
    if (line.empty() || line == "<BLANKLINE>") continue;
    if (in_traceback && (line[0] == ' ' || line == "...")) continue;
    in_traceback = line.starts_with("Traceback (most recent call last)") || line.starts_with("  File \"");
    if (!in_traceback) lines.push_back(without_addresses(line));
  }
  return lines;
}

// `...` stands for anything within a line.
bool line_matches(std::string_view pattern, std::string_view line) {
  constexpr std::string_view dots = "...";
  std::size_t first = pattern.find(dots);
  if (first == std::string_view::npos) return pattern == line;
  if (!line.starts_with(pattern.substr(0, first))) return false;
  line.remove_prefix(first);
  while (true) {
    pattern.remove_prefix(first + dots.size());
    first = pattern.find(dots);
    if (first == std::string_view::npos) return line.ends_with(pattern);
    const std::size_t at = line.find(pattern.substr(0, first));
    if (at == std::string_view::npos) return false;
    line.remove_prefix(at + first);
  }
}

}  // namespace

run::Program program_of(const Lesson& lesson, const Scenario& scenario, With with) {
  run::Program program;
  if (lesson.format == Format::script) program.file_name = std::filesystem::path(lesson.path).filename().string();
  program.name = scenario.name.text;
  program.legacy = lesson.legacy || !scenario.legacy.empty();
  program.form = scenario.form;
  program.source = scenario.code;
  if (with == With::nothing && !scenario.origins.empty()) {
    program.source.clear();
    for (std::size_t i = 0; i < scenario.own_assumed; ++i) program.source += scenario.assumed[i].statement + "\n";
    program.source += scenario.own;
    program.form = own_form(scenario, static_cast<int>(scenario.own_assumed));
  }
  return program;
}

Position in_file(const Scenario& scenario, With with, Position in_program) {
  if (with == With::nothing && !scenario.origins.empty()) {
    const int own = in_program.line - static_cast<int>(scenario.own_assumed);
    in_program.line = std::max(own, 1) + scenario.own_line - 1;
  }
  return in_file(scenario, in_program);
}

std::vector<run::Note> notes_of(const Lesson& lesson, const Scenario& scenario, With with) {
  std::vector<run::Note> notes;
  const Diagnostics hints = hints_of(lesson, scenario);
  if (hints.empty()) return notes;
  const int lines = static_cast<int>(std::count(scenario.code.begin(), scenario.code.end(), '\n')) + 1;
  for (int line = 1; line <= lines; ++line) {
    const int shown = in_file(scenario, with, {line, 1}).line;
    for (const Diagnostic& hint : hints) {
      if (hint.at.line == shown) notes.push_back({line, hint.message});
    }
  }
  return notes;
}

run::Settings settings_of(const Lesson& lesson, const Scenario& scenario) {
  run::Settings settings;
  settings.program = program_of(lesson, scenario);
  settings.limits = limits_of(lesson);
  settings.world = world_of(lesson);
  settings.notes = notes_of(lesson, scenario, With::earlier);
  return settings;
}

std::string session_difference(const Scenario& scenario, std::string_view printed) {
  std::string all;
  for (const SessionInput& input : scenario.inputs) all += input.expected;
  const std::vector<std::string> expected = comparable(all);
  if (expected.empty()) return {};  // the text shows nothing
  const std::vector<std::string> lines = comparable(printed);
  std::size_t at = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (expected[i] == "...") {
      if (i + 1 == expected.size()) return {};
      while (at < lines.size() && !line_matches(expected[i + 1], lines[at])) ++at;
      continue;
    }
    const bool matches = at < lines.size() && line_matches(expected[i], lines[at]);
    if (!matches && expected[i][0] == '#') continue;  // a remark between outputs
    if (at == lines.size()) return "It does not print '" + expected[i] + "', as the text shows.";
    if (!matches) {
      return "It prints '" + lines[at] + "' where the text shows '" + expected[i] + "'.";
    }
    ++at;
  }
  return at < lines.size() ? "It prints '" + lines[at] + "', which the text does not show." : std::string();
}

}  // namespace loopline::lessons
