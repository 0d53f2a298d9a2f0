#include "execution.h"

#include <algorithm>
#include <ostream>

namespace loopline::commands {
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

std::string wrong_syntax(const lessons::Lesson& lesson, const lessons::Scenario& scenario, const run::Outcome& outcome,
                         lessons::With with) {
  const lessons::Position at = lessons::in_file(scenario, with, {outcome.line, std::max(outcome.column, 1)});
  return lesson.path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + outcome.text;
}

void tell_end(const lessons::Lesson& lesson, const lessons::Scenario& scenario, const run::Outcome& outcome,
              const Console& console, lessons::With with) {
  using Kind = run::Outcome::Kind;
  std::string sentence;
  switch (outcome.kind) {
    case Kind::ended:
    case Kind::raised:
    case Kind::exited: break;  // the interpreter has told
    case Kind::deadlock:
    case Kind::limit:
    case Kind::cancelled: sentence = outcome.message; break;
    case Kind::invalid:
      // The interpreter counts the lines of the block; people look for those of the file.
      if (lesson.format != lessons::Format::script) sentence = wrong_syntax(lesson, scenario, outcome, with);
      break;
  }
  if (sentence.empty()) return;
  console.out.flush();
  console.err << "loopline: " << sentence << '\n';
}

}  // namespace loopline::commands
