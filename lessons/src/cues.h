// Narration in the code: `#: text` at the end of a line, or on lines of its own before one.
#pragma once

#include "lessons/lesson.h"
#include "report.h"

namespace loopline::lessons {

/// Fills cues, folded and shown from the scenario's code, which must be placed (first_line, indent) already.
void read_cues(Scenario& scenario, Report& report);

}  // namespace loopline::lessons
