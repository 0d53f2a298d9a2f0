// Writing lessons: the text a new one starts with, and saving without ever losing the old file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "lessons/diagnostic.h"

namespace loopline::lessons {

/// A complete small lesson to start from; it loads without errors or hints, whatever the title.
std::string new_lesson_template(std::string_view title);

/// "Two workers, one lock" → "two-workers-one-lock.md".
std::string file_name_for(std::string_view title);

/// Replaces the file's content at once: a reader, or a machine that loses power, sees the old bytes or the new ones.
/// Written beside the file, flushed to the disk and renamed over it; permissions stay, a symbolic link stays a link.
/// The problem, if there is one, leaves the old file as it was and nothing beside it.
[[nodiscard]] std::optional<Diagnostic> save_atomically(const std::filesystem::path& path, std::string_view bytes);

}  // namespace loopline::lessons
