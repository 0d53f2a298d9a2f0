// Mistakes with coroutines that can be seen without a run, each with why it is one and what to write instead. They are
// hints: a lesson may make them on purpose.
#pragma once

#include "lessons/lesson.h"

namespace loopline::lessons {

/// Of one scenario's own lines; places are those of the file. Nothing for code that is no Python.
Diagnostics hints_of(const Lesson& lesson, const Scenario& scenario);

/// Of all scenarios.
Diagnostics hints_of(const Lesson& lesson);

}  // namespace loopline::lessons
