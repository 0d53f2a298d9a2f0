// Questions whose answer the recording knows: for predicting what comes next, and for a lesson's quizzes. Choices are
// in an order that depends on the run only and tells nothing; exactly one is right. Wording is the caller's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "replay/moment.h"

namespace loopline::replay {

class Replay;

enum class Ask : std::uint8_t {
  next_task,     ///< which task runs next? Or which greenlet, where that is what changes
  next_print,    ///< which line is printed next?
  end_time,      ///< when does the program end?
  first_print,   ///< which line is printed first?
  last_print,    ///< which line is printed last?
  print_order,   ///< in which order are the lines printed?
  first_to_end,  ///< of two runs: which ends first?
};

struct Question {
  Ask ask = Ask::next_task;
  Moment at = {};                         ///< where it is asked
  Moment revealed = {};                   ///< where the answer is seen
  std::vector<std::string> choices = {};  ///< 2 to 5, all different: names, printed lines, times ("1.000 s")
  std::size_t answer = 0;                 ///< index into choices
  /// next_task: the choices are greenlets; the main one goes by its thread's name.
  bool greenlets = false;
};

/// A question about what follows a moment; none where it would have no second choice. first_print, last_print and
/// print_order are about the whole run: `at` is then its start.
std::optional<Question> question(const Replay& replay, Ask ask, Moment at);

/// Two runs compared. `names` are what they are called; a third choice says that they end together.
std::optional<Question> which_ends_first(const Replay& a, const Replay& b, const std::string& name_a,
                                         const std::string& name_b, const std::string& together);

/// Where predicting stops next: the nearest moment after `at` from which question() has something to ask.
std::optional<Question> next_question(const Replay& replay, Ask ask, Moment at);

/// The right answer to a quiz's `about:` — first-print, print-order (one line each), next-task, end-time, last-print.
/// Empty if the word is not one of these or the run has no such thing.
std::optional<std::string> answer_about(const Replay& replay, std::string_view about, Moment at = {});

}  // namespace loopline::replay
