// The built-in lessons as they really run.
#pragma once

#include "ui_model/comparison.h"

namespace loopline::test {

/// The scenarios that the lesson compares, or its first one. `path`: as the catalogue has it, or its beginning.
std::shared_ptr<const ui::Comparison> lessonRuns(const char* path, bool ownWork = false);
/// A program of one's own.
ui::ComparedRun runOf(const char* title, std::string source);

}  // namespace loopline::test
