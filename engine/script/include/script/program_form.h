// How the text of a program is meant: a script as in a file, or what was typed at a prompt.
#pragma once

#include <algorithm>
#include <string_view>
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
  /// What runs such a program: "asyncio", or the library that it imports instead ("trio", "curio").
  std::string_view runner = "asyncio";
  /// What was typed at a prompt, input by input and in order: values are shown, and an exception is reported where it
  /// comes, after which the next input runs. An input that is no Python is reported likewise. SystemExit ends the
  /// program all the same.
  std::vector<Lines> inputs;

  bool is_typed(int line) const { return input_at(line) != nullptr; }
  /// The input that the line belongs to, or null.
  const Lines* input_at(int line) const {
    const auto after = [](int wanted, const Lines& lines) { return wanted < lines.first; };
    const auto next = std::upper_bound(inputs.begin(), inputs.end(), line, after);
    return next != inputs.begin() && line <= (next - 1)->last ? &*(next - 1) : nullptr;
  }
};

}  // namespace loopline::script
