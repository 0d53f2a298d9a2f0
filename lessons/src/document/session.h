// Sessions at a prompt: `>>>` and `...`, with what they print. Sites that write `>>>` before continuation lines too, or
// leave `...` out, are understood.
#pragma once

#include <optional>
#include <string_view>

#include "document/found_block.h"

namespace loopline::lessons {

/// The line begins with a prompt, after spaces.
bool is_prompt(std::string_view line);

/// These lines are a session: one begins with a prompt, and above the first of those stand comments only, or, where the
/// lines are marked as Python, code.
bool is_session(const SourceText& lines, int first, int last, bool marked);

/// An input of the session can be read as Python, or is Python 2's or a beginning of some: not all of them are words
/// after quotation marks.
bool types_python(const FoundBlock& session);

/// Where a session ends whose first prompt is on `line`: the last line of its last output. `bounded`: everything up to
/// `last` belongs to it, as between fences; else an empty line ends an output, and with it the session unless another
/// prompt follows.
struct SessionPlace {
  int line = 0;
  int last = 0;
  bool bounded = false;
};

/// The code has a line for each line of the text: typed lines without their prompts, what was printed as comments.
FoundBlock read_session(const SourceText& file, const SessionPlace& place);

}  // namespace loopline::lessons
