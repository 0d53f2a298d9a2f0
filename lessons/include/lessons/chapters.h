// The chapters of the catalogue, in the order in which a student meets them.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace loopline::lessons {

struct Chapter {
  int number;  ///< from 1
  std::string_view title;
};

std::span<const Chapter> chapters();
/// The number of a chapter with exactly this title.
std::optional<int> chapter_number(std::string_view title);

}  // namespace loopline::lessons
