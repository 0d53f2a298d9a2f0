// The Markdown part of a lesson: prose, python blocks, quizzes, headings.
#pragma once

#include "lessons/lesson.h"
#include "report.h"
#include "source_text.h"

namespace loopline::lessons {

class MarkdownDocument;

/// The body of a lesson with its front matter blanked out, so that line numbers are the file's.
MarkdownDocument parse_body(const Lesson& lesson);

/// Fills segments, headings, scenarios and quizzes. `file` is the whole lesson's text.
void read_body(const SourceText& file, Lesson& lesson, Report& report);

}  // namespace loopline::lessons
