// Hints of the checker in the window's language.
#pragma once

#include <QString>
#include <string_view>

#include "lessons/lesson.h"

namespace loopline::ui {

/// In the language of the window, code between backticks. A hint that is not known stays as it is.
QString hintText(std::string_view message);
/// Whether hintText() has words for it.
bool isKnownHint(std::string_view message);

/// What the checker finds in a scenario, at lines and columns of its code, in the language of the window.
lessons::Diagnostics hintsIn(const lessons::Lesson& lesson, const lessons::Scenario& scenario);

}  // namespace loopline::ui
