// The YAML between two lines of `---` at the top of a lesson.
#pragma once

#include "lessons/lesson.h"
#include "report.h"
#include "source_text.h"

namespace loopline::lessons {

/// Reads it into the lesson (title, chapter, order, compare, legacy, the whole tree, body_line). A file without front
/// matter is left as it is. Returns whether what there is could be read.
bool read_front_matter(const SourceText& file, Lesson& lesson, Report& report);

}  // namespace loopline::lessons
