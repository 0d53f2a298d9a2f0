// The `limits:` of a document's front matter. Keys: `events`, `instructions`, `memory` (MiB), `output` (bytes),
// `virtual_seconds`, `recursion` (calls), `text` (bytes of one text), `integer_bits`, `regex_steps`.
#pragma once

#include "lessons/lesson.h"
#include "script/limits.h"

namespace loopline::lessons {

/// The program's own limits with the document's in their place. What is wrong with the document's is added to
/// `problems`, when given, and leaves the program's own; `check` has told it too.
script::Limits limits_of(const Lesson& lesson, Diagnostics* problems = nullptr);

}  // namespace loopline::lessons
