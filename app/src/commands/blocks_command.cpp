// loopline blocks: every code block of a document and what running it comes to.
#include <algorithm>
#include <array>
#include <chrono>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "command_list.h"
#include "execution.h"

namespace loopline::commands {
namespace {

constexpr auto kDay = std::chrono::hours(24);

struct BlockStatus {
  std::string status;
  std::vector<std::string> details;  ///< sentences without full stops

  void add(std::string sentence) {
    while (sentence.ends_with('.') || sentence.ends_with('\n')) sentence.pop_back();
    if (!sentence.empty()) details.push_back(std::move(sentence));
  }
  std::string detail() const {
    std::string text;
    for (const std::string& each : details) text += (text.empty() ? "" : "; ") + each;
    return text;
  }
};

/// What a terminal would show.
class Terminal final : public run::Output {
 public:
  void write_out(std::string_view text) override { m_text += text; }
  void write_err(std::string_view text) override { m_text += text; }
  const std::string& text() const { return m_text; }

 private:
  std::string m_text;
};

bool is_no_python(std::string_view exception) {
  return exception.starts_with("SyntaxError") || exception.starts_with("IndentationError") ||
         exception.starts_with("TabError");
}

// Exceptions that say that something is not there which the block takes for granted.
bool names_something_missing(std::string_view exception) {
  constexpr std::array<std::string_view, 3> classes{"NameError", "ImportError", "ModuleNotFoundError"};
  return std::find(classes.begin(), classes.end(), exception.substr(0, exception.find(':'))) != classes.end();
}

// Nothing printed, no loop used: it only gives names to things.
bool only_defines(const lessons::Scenario& scenario, const trace::RunData& data) {
  if (scenario.only_defines) return true;
  if (!scenario.needs.empty()) return false;
  for (trace::EventNumber number = 1; number <= data.events.size(); ++number) {
    switch (data.events.kind(number)) {
      case trace::Kind::out:
      case trace::Kind::err:
      case trace::Kind::out_part:
      case trace::Kind::err_part:
      case trace::Kind::loop_made:
      case trace::Kind::thread_started:
      case trace::Kind::block_begin: return false;
      default: break;
    }
  }
  return true;
}

// The exception that a session showed last; empty: none.
std::string last_exception(const std::string& terminal) {
  std::string found;
  bool in_traceback = false;
  std::istringstream lines(terminal);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("Traceback (most recent call last)") ||
        line.starts_with("  File \"")) {  // a SyntaxError has but a place
      in_traceback = true;
    } else if (in_traceback && !line.starts_with(' ')) {
      found = line;
      in_traceback = false;
    }
  }
  return found;
}

bool is_expected(const lessons::Scenario& scenario, const std::string& exception) {
  return std::any_of(scenario.inputs.begin(), scenario.inputs.end(), [&](const lessons::SessionInput& input) {
    return input.expected.find(exception) != std::string::npos;
  });
}

void judge_raised(const lessons::Scenario& scenario, const run::Outcome& outcome, BlockStatus& status) {
  const bool wanted = !scenario.expect.text.empty();  // a deliberate mistake misses nothing
  status.status = !wanted && names_something_missing(outcome.exception) ? "missing" : "raises";
  status.add(outcome.text.substr(0, outcome.text.find("; available: ")));  // the list of modules is long
  if (outcome.line > 0 && outcome.line < scenario.own_line && !scenario.origins.empty()) {
    const int line = lessons::in_file(scenario, {outcome.line, 1}).line;
    status.add("it comes from what the block builds on, line " + std::to_string(line));
  }
}

void judge_end(const lessons::Scenario& scenario, const run::Recorded& recorded, const std::string& terminal,
               BlockStatus& status) {
  status.status = only_defines(scenario, recorded.data) ? "defines" : "runs";
  if (scenario.kind != lessons::BlockKind::repl) return;
  const std::string exception = last_exception(terminal);
  if (!exception.empty()) {
    const bool shown = is_expected(scenario, exception);
    status.status = shown                                ? "raises"
                    : names_something_missing(exception) ? "missing"
                    : is_no_python(exception)            ? "syntax"
                                                         : "raises";
    status.add(exception + (shown ? ", as the text shows" : ""));
  }
  status.add(lessons::session_difference(scenario, terminal));
}

void judge_outcome(const lessons::Scenario& scenario, const run::Recorded& recorded, const std::string& terminal,
                   BlockStatus& status) {
  using Kind = run::Outcome::Kind;
  const run::Outcome& outcome = recorded.outcome;
  switch (outcome.kind) {
    case Kind::ended: return judge_end(scenario, recorded, terminal, status);
    case Kind::exited:
      status.status = outcome.exit_code == 0 ? "runs" : "raises";
      if (outcome.exit_code != 0) status.add("SystemExit(" + std::to_string(outcome.exit_code) + ")");
      return;
    case Kind::raised: return judge_raised(scenario, outcome, status);
    case Kind::deadlock: status.status = "waits"; return status.add(outcome.message);
    case Kind::limit:
      status.status = outcome.text == "virtual_seconds" ? "waits" : "limit";
      return status.add(outcome.message);
    case Kind::cancelled: status.status = "limit"; return status.add(outcome.message);
    case Kind::invalid:
      status.status = "syntax";
      status.add(outcome.text);
      if (outcome.line > 0) {
        status.add("line " + std::to_string(lessons::in_file(scenario, {outcome.line, 1}).line));
      }
      return;
  }
}

BlockStatus judge(const lessons::Scenario& scenario, const run::Recorded& recorded, const std::string& terminal) {
  BlockStatus status;
  judge_outcome(scenario, recorded, terminal, status);
  status.add(scenario.doubt);
  for (const lessons::AssumedImport& each : scenario.assumed) status.add("with '" + each.statement + "' in front");
  if (scenario.form.awaits && scenario.form.runner == "asyncio") {
    status.add("it awaits outside of functions, as 'python -m asyncio' allows");
  } else if (scenario.form.awaits) {
    status.add("it awaits outside of functions: " + std::string(scenario.form.runner) + ".run() runs it");
  }
  status.add(scenario.legacy);
  return status;
}

std::string_view name_of(lessons::BlockKind kind) {
  switch (kind) {
    case lessons::BlockKind::fence: return "fence";
    case lessons::BlockKind::indent: return "indent";
    case lessons::BlockKind::repl: return "repl";
    case lessons::BlockKind::bare: return "bare";
  }
  return {};
}

std::vector<std::size_t> numbers_of_needed(const lessons::Scenario& scenario) {
  std::vector<std::size_t> numbers = scenario.needs;
  for (std::size_t& number : numbers) ++number;
  return numbers;
}

nlohmann::ordered_json as_json(const lessons::Scenario& block, std::size_t number, const BlockStatus& status) {
  auto assumed = nlohmann::ordered_json::array();
  for (const lessons::AssumedImport& each : block.assumed) assumed.push_back(each.name);
  return {{"block", number},
          {"first_line", block.first_line},
          {"last_line", last_line_of(block)},
          {"kind", name_of(block.kind)},
          {"needs", numbers_of_needed(block)},
          {"assumed_imports", std::move(assumed)},
          {"status", status.status},
          {"detail", status.detail()}};
}

void write_line(const lessons::Scenario& block, std::size_t number, const BlockStatus& status, std::ostream& out) {
  out << number << "  lines " << block.first_line << '-' << last_line_of(block) << "  " << name_of(block.kind) << "  "
      << status.status << "  " << block.name.text;
  const std::vector<std::size_t> needs = numbers_of_needed(block);
  for (const std::size_t& each : needs) out << (&each == &needs.front() ? " with " : ", ") << each;
  if (!status.details.empty()) out << ": " << status.detail();
  out << '\n';
}

// What the blocks in front of a session print is none of its own.
std::string own_output(const std::string& terminal, const lessons::Scenario& scenario, run::Settings settings,
                       Runner& runner) {
  if (scenario.kind != lessons::BlockKind::repl || scenario.needs.empty()) return terminal;
  std::size_t end = 0;
  for (int line = 1; line < scenario.own_line; ++line) end = settings.program.source.find('\n', end) + 1;
  settings.program.source.resize(end);
  Terminal before;
  runner.run(settings, nullptr, &before);
  return terminal.starts_with(before.text()) ? terminal.substr(before.text().size()) : terminal;
}

// A program that still goes on after a day of its own time waits for ever, as servers and heartbeats do.
run::Settings settings_for(const lessons::Lesson& lesson, const lessons::Scenario& scenario) {
  run::Settings settings = lessons::settings_of(lesson, scenario);
  const bool own = lesson.limits() != nullptr && lesson.limits()->find("virtual_seconds") != nullptr;
  if (!own) settings.limits.virtual_time = kDay;
  settings.detail = run::Detail::tasks;
  return settings;
}

}  // namespace

int blocks_command(const BlocksOptions& options, const Console& console) {
  const std::optional<lessons::Lesson> lesson = open_document(options.file, console, Wanted::anything);
  if (!lesson || !limits_for(*lesson, {}, console) || !world_for(*lesson, console)) return status_invalid;
  Runner runner;
  auto json = nlohmann::ordered_json::array();
  std::size_t number = 0;
  for (const lessons::Scenario& block : lesson->scenarios) {
    ++number;
    Terminal terminal;
    const run::Settings settings = settings_for(*lesson, block);
    const run::Recorded recorded = runner.record(settings, &terminal);
    if (recorded.outcome.kind == run::Outcome::Kind::cancelled) return status_interrupted;
    const BlockStatus status = judge(block, recorded, own_output(terminal.text(), block, settings, runner));
    if (options.json) {
      json.push_back(as_json(block, number, status));
    } else {
      write_line(block, number, status, console.out);
    }
  }
  if (options.json) {
    console.out << json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
  }
  return status_ok;
}

}  // namespace loopline::commands
