// Prose to HTML, by GitHub's dialect of Markdown (tables, strike-through, task lists, bare links). Raw HTML and links
// to scripts are left out. Python blocks and quizzes are links in it: #scenario-NAME and #quiz-N (N from 1).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lessons/lesson.h"

namespace loopline::lessons {

struct HtmlOptions {
  bool source_positions = false;  ///< data-sourcepos="line:column-line:column" on blocks, lines of the file
  bool scenario_links = true;     ///< a paragraph for a python block between prose; false: nothing there
  bool quiz_links = true;         ///< likewise for quizzes
};

/// One segment. References ([text][1]) are resolved within the whole lesson.
std::string render_html(const Lesson& lesson, const Segment& segment, const HtmlOptions& options = {});
/// All segments, in order.
std::string render_html(const Lesson& lesson, const HtmlOptions& options = {});

/// One line of Markdown (a cue, a question, a choice) without a paragraph around it. Text that is more than one
/// paragraph's inline text is shown as it is.
std::string render_inline(std::string_view markdown);

/// What a reader reads on a line of the file: markup removed, blocks of python and quizzes not included.
struct ProseLine {
  int line = 0;
  std::string text;
};
std::vector<ProseLine> prose_lines(const Lesson& lesson);

}  // namespace loopline::lessons
