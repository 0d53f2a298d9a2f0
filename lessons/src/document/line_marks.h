// What some texts put in front of every line of their code: numbers, and the `>` of quoted mail.
#pragma once

#include <optional>

#include "document/found_block.h"

namespace loopline::lessons {

inline constexpr std::string_view doubt_of_numbers = "Its lines are numbered; the numbers were left out.";

struct Unnumbered {
  std::string code;
  int columns = 0;  ///< that each line lost on the left
};

/// The code of a block whose every line begins with its number, counted up by one; nothing if it is Python as it
/// stands, or is none without the numbers.
std::optional<Unnumbered> without_line_numbers(std::string_view code);

/// Code behind such marks that nothing else has taken. Takes its lines.
std::vector<FoundBlock> find_marked_code(const SourceText& file, FreeLines& free);

}  // namespace loopline::lessons
