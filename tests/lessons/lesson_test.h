// What the tests of lessons share: texts for comparing, and lessons made from a few lines.
#pragma once

#include <QString>
#include <string>
#include <string_view>

#include "lessons/load.h"

namespace loopline::lessons::test {

inline QString text(std::string_view utf8) {
  return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// One line a diagnostic, as people see it.
inline QString texts(const Diagnostics& diagnostics) {
  std::string all;
  for (const Diagnostic& diagnostic : diagnostics) all += to_text(diagnostic) + "\n";
  return text(all);
}

inline QString place(Position at) { return QString("%1:%2").arg(at.line).arg(at.column); }

/// A lesson from its text; it must be readable, but may have errors.
inline Lesson lesson(std::string_view markdown) { return *load_lesson(markdown, "x.md").lesson; }

/// The only scenario of a lesson that is this code in a fence on line 1: line n of the code is line n + 1 of the file.
inline Scenario scenario(const std::string& code) { return lesson("```python\n" + code + "```\n").scenarios.at(0); }

}  // namespace loopline::lessons::test
