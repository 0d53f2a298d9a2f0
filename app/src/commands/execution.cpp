#include "execution.h"

#include <utility>

#include "interrupt.h"

namespace loopline::commands {
namespace {

std::string sentence_for(const run::Outcome& outcome) {
  using Kind = run::Outcome::Kind;
  switch (outcome.kind) {
    case Kind::ended:
    case Kind::raised:
    case Kind::exited:
    case Kind::invalid: return {};  // the interpreter has told
    case Kind::deadlock: return outcome.message.empty() ? "The program waits for ever." : outcome.message;
    case Kind::limit: return outcome.message.empty() ? "Stopped at a limit: " + outcome.text + "." : outcome.message;
    case Kind::cancelled: return "Interrupted.";
  }
  return {};
}

}  // namespace

run::Outcome execute(const run::Settings& settings, trace::Recorder* recorder, run::Output* output) {
  run::Control control;
  const Interrupt interrupt(control.cancel);
  return run::run(settings, recorder, output, &control);
}

run::Recorded execute_recorded(const run::Settings& settings, run::Output* output) {
  run::Control control;
  const Interrupt interrupt(control.cancel);
  return run::record(settings, output, &control);
}

int status_of(const run::Outcome& outcome) {
  using Kind = run::Outcome::Kind;
  switch (outcome.kind) {
    case Kind::ended: return status_ok;
    case Kind::raised: return status_failed;
    case Kind::exited: return outcome.exit_code & 0xFF;
    case Kind::deadlock: return status_deadlock;
    case Kind::limit: return status_limit;
    case Kind::cancelled: return status_interrupted;
    case Kind::invalid: return status_invalid;
  }
  return status_invalid;
}

std::string wrong_syntax(const lessons::Lesson& lesson, const lessons::Scenario& scenario,
                         const run::Outcome& outcome) {
  const lessons::Position at = lessons::in_file(scenario, {outcome.line, outcome.column});
  return lesson.path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + outcome.text;
}

void tell_end(const lessons::Lesson& lesson, const lessons::Scenario& scenario, const run::Outcome& outcome,
              const Console& console) {
  std::string sentence = sentence_for(outcome);
  // The interpreter counts the lines of the block; people look for those of the file.
  if (outcome.kind == run::Outcome::Kind::invalid && !is_script(lesson)) {
    sentence = wrong_syntax(lesson, scenario, outcome);
  }
  if (sentence.empty()) return;
  console.out.flush();
  console.err << "loopline: " << sentence << '\n';
}

}  // namespace loopline::commands
