// What is wrong with a lesson that could be read: first what needs no run, then what a run shows. Runs happen
// elsewhere; here are only the questions and the judgement.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "lessons/lesson.h"

namespace loopline::lessons {

/// Everything that needs no run: names, comparisons, quizzes, expectations. load_lesson has done this already; call it
/// for a Lesson that was changed or made since.
Diagnostics check(const Lesson& lesson);

/// How a run of a scenario ended.
struct ScenarioEnd {
  enum class Kind { ended, raised, exited, deadlock, limit, serves };

  Kind kind = Kind::ended;
  std::string exception;  ///< of `raised`: the class's name, without its module
  int exit_code = 0;      ///< of `exited`, which is SystemExit
  std::string detail;     ///< for people: "ValueError: x", "stopped at 100000 events"; may be empty
  Position at;            ///< in the code, where an exception was raised; line 0: unknown
};

/// A scenario must end as its `expect` says: an exception's class by its exact name (a module in front is ignored),
/// SystemExit, "deadlock", "limit", or well, which SystemExit(0) is too, and a server that waits for clients for ever
/// (that may also be expected as a deadlock). An error when it did not.
Diagnostics check_end(const Lesson& lesson, const Scenario& scenario, const ScenarioEnd& end);

struct QuizAnswer {
  std::vector<std::string> choices;  ///< the answer is one of them
  std::string answer;
};

/// Asks the trace of a scenario; nothing when the trace has no answer (say, a first print where none is printed).
using AskTrace = std::function<std::optional<QuizAnswer>(About, const Scenario&)>;

/// The quiz's choices and answer, from the author or from the trace. The author's choices, when there are any, replace
/// the trace's. Nothing: the trace has no answer, or not among the author's choices, or the quiz has errors.
std::optional<QuizAnswer> answer_of(const Lesson& lesson, const Quiz& quiz, const AskTrace& ask);

/// Errors for quizzes that have no answer in the trace, or one that the author's choices leave out.
Diagnostics check_answers(const Lesson& lesson, const AskTrace& ask);

}  // namespace loopline::lessons
