// How the text of a program is meant: a script as in a file, or what was typed at a prompt.
#pragma once

#include <vector>

namespace loopline::script {

struct ProgramForm {
  struct Lines {
    int first = 0;
    int last = 0;
  };

  /// `await` may stand outside of functions, as at the prompt of `python -m asyncio` and in notebooks. The code is a
  /// coroutine's then: asyncio._console.run() runs it.
  bool awaits = false;
  /// Statements on these lines are as typed at a prompt: values are shown, and an exception is reported where it comes,
  /// after which the next statement runs. SystemExit ends the program all the same.
  std::vector<Lines> sessions;

  bool is_typed(int line) const {
    for (const Lines& lines : sessions) {
      if (line >= lines.first && line <= lines.last) return true;
    }
    return false;
  }
};

}  // namespace loopline::script
