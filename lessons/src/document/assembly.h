// The blocks of a document as programs: which earlier ones each builds on, what it takes for granted, all in one text.
#pragma once

#include "lessons/lesson.h"

namespace loopline::lessons {

/// Fills needs, assumed, code, shown, origins, form and legacy of all scenarios, whose `own` and `shown` are what
/// stands in their blocks. A block to which the author gave a name or an end is a program of its own and left as it is.
void assemble(Lesson& lesson);

}  // namespace loopline::lessons
