// The YAML of a ```quiz block.
#pragma once

#include "lessons/lesson.h"
#include "report.h"
#include "yaml.h"

namespace loopline::lessons {

/// Reads a quiz whose fence stands at `at`. Nothing when the YAML cannot be read; what a readable quiz lacks is for
/// `check` to find.
std::optional<Quiz> read_quiz(std::string_view yaml, const YamlPlace& place, Position at, Report& report);

}  // namespace loopline::lessons
