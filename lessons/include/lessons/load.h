// From a file or a text to a Lesson and all that is wrong with it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string_view>

#include "lessons/lesson.h"

namespace loopline::lessons {

/// Larger files are refused: a lesson is read by a person in minutes.
inline constexpr std::size_t max_file_bytes = std::size_t{2} << 20;

struct Loaded {
  /// Absent only when there is no text to read a lesson from (no such file, not UTF-8, too large). A lesson with errors
  /// is there all the same, as far as it could be understood, so that an editor can show it.
  std::optional<Lesson> lesson;
  Diagnostics diagnostics;  ///< by position; what `check` finds is included
};

/// Reads a file. `.py` is a lesson with one scenario, everything else is Markdown.
Loaded load_lesson(const std::filesystem::path& path);

/// The same for the bytes of a file called `name` (its ending decides as above; it is what diagnostics call the file).
Loaded load_lesson(std::string_view bytes, std::string_view name);

}  // namespace loopline::lessons
