// loopline check: what is wrong with lessons, documents and scripts, before and after running them.
#include "lessons/check.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <utility>

#include "command_list.h"
#include "execution.h"
#include "lessons/hints.h"
#include "replay/questions.h"

namespace loopline::commands {
namespace {

// A scenario's run, as a quiz may ask about it.
struct Ran {
  const lessons::Scenario* scenario;
  std::optional<replay::Replay> replay;  ///< none: its syntax is wrong
};

replay::Ask ask_for(lessons::About about) {
  switch (about) {
    case lessons::About::first_print: return replay::Ask::first_print;
    case lessons::About::print_order: return replay::Ask::print_order;
    case lessons::About::next_task: return replay::Ask::next_task;
    case lessons::About::end_time: return replay::Ask::end_time;
    case lessons::About::last_print: return replay::Ask::last_print;
  }
  return replay::Ask::first_print;
}

// The question with its choices; of a run that gives none, the answer alone, for which the author may give choices.
std::optional<lessons::QuizAnswer> ask_trace(const std::vector<Ran>& runs, lessons::About about,
                                             const lessons::Scenario& scenario) {
  for (const Ran& ran : runs) {
    if (ran.scenario != &scenario || !ran.replay) continue;
    const replay::Moment start = ran.replay->start();
    if (std::optional<replay::Question> question = replay::question(*ran.replay, ask_for(about), start)) {
      std::string answer = question->choices[question->answer];
      return lessons::QuizAnswer{std::move(question->choices), std::move(answer)};
    }
    std::optional<std::string> answer = replay::answer_about(*ran.replay, lessons::name_of(about), start);
    if (answer) return lessons::QuizAnswer{{}, std::move(*answer)};
  }
  return std::nullopt;
}

lessons::Diagnostics judge_end(const lessons::Lesson& lesson, const lessons::Scenario& scenario,
                               const run::Outcome& outcome) {
  using Kind = run::Outcome::Kind;
  using End = lessons::ScenarioEnd::Kind;
  lessons::ScenarioEnd end;
  end.detail = outcome.text.empty() ? outcome.message : outcome.text;
  end.exception = outcome.exception;
  end.exit_code = outcome.exit_code;
  if (outcome.kind == Kind::raised) end.at = {outcome.line, 1};
  switch (outcome.kind) {
    case Kind::invalid: {
      const lessons::Position at = lessons::in_file(scenario, {outcome.line, std::max(outcome.column, 1)});
      return {{lessons::Severity::error, lesson.path, at, outcome.text, {}}};
    }
    case Kind::ended:
    case Kind::cancelled: end.kind = End::ended; break;
    case Kind::raised: end.kind = End::raised; break;
    case Kind::exited: end.kind = End::exited; break;
    case Kind::deadlock: end.kind = outcome.text == "server" ? End::serves : End::deadlock; break;
    case Kind::limit: end.kind = End::limit; break;
  }
  return lessons::check_end(lesson, scenario, end);
}

void append(lessons::Diagnostics& to, lessons::Diagnostics more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// False: interrupted.
bool check_runs(const lessons::Lesson& lesson, Runner& runner, lessons::Diagnostics& problems) {
  std::vector<Ran> runs;
  for (const lessons::Scenario& scenario : lesson.scenarios) {
    run::Settings settings = lessons::settings_of(lesson, scenario);
    settings.detail = run::Detail::tasks;
    run::Recorded recorded = runner.record(settings, nullptr);
    if (recorded.outcome.kind == run::Outcome::Kind::cancelled) return false;
    append(problems, judge_end(lesson, scenario, recorded.outcome));
    Ran& ran = runs.emplace_back(Ran{&scenario, std::nullopt});
    if (recorded.outcome.kind == run::Outcome::Kind::invalid) continue;
    trace::Result<replay::Replay> built = replay::Replay::build(std::move(recorded.data));
    if (built.ok()) ran.replay = std::move(built).value();
  }
  append(problems, lessons::check_answers(lesson, [&](lessons::About about, const lessons::Scenario& scenario) {
           return ask_trace(runs, about, scenario);
         }));
  return true;
}

struct Checked {
  lessons::Diagnostics problems;
  bool readable = true;
  bool interrupted = false;
};

Checked check_file(const std::string& file, Runner& runner) {
  Checked checked;
  if (is_recording(file)) {
    checked.readable = false;
    checked.problems.push_back(
        {lessons::Severity::error, file, {}, "This is a recording; expected a lesson or script.", {}});
    return checked;
  }
  lessons::Loaded loaded = load_document(file);
  checked.problems = std::move(loaded.diagnostics);
  checked.readable = loaded.lesson.has_value();
  if (loaded.lesson) append(checked.problems, lessons::hints_of(*loaded.lesson));
  if (loaded.lesson) checked.interrupted = !check_runs(*loaded.lesson, runner, checked.problems);
  lessons::sort_by_position(checked.problems);
  return checked;
}

nlohmann::ordered_json as_json(const lessons::Diagnostic& problem) {
  return {{"file", problem.file},        {"line", problem.at.line},
          {"column", problem.at.column}, {"severity", problem.severity == lessons::Severity::error ? "error" : "hint"},
          {"message", problem.message},  {"suggestion", problem.suggestion}};
}

}  // namespace

int check_command(const CheckOptions& options, const Console& console) {
  auto json = nlohmann::ordered_json::array();
  int status = status_ok;
  Runner runner;
  for (const std::string& file : options.files) {
    const Checked checked = check_file(file, runner);
    for (const lessons::Diagnostic& problem : checked.problems) {
      if (options.json) {
        json.push_back(as_json(problem));
      } else {
        console.out << lessons::to_text(problem) << '\n';
      }
    }
    if (checked.interrupted) return status_interrupted;
    if (!checked.readable) {
      status = status_invalid;
    } else if (lessons::has_errors(checked.problems)) {
      status = std::max(status, static_cast<int>(status_failed));
    } else if (!options.json) {
      console.out << file << ": nothing wrong\n";
    }
  }
  if (options.json) {
    console.out << json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
  }
  return status;
}

}  // namespace loopline::commands
