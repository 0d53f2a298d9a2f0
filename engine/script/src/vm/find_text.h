// Looking for a text in another in time that grows with their sizes, not with their product.
#pragma once

#include <string.h>

#include <cstdint>
#include <string_view>

namespace loopline::script {

/// As within.find(part, from), whatever the texts are.
inline std::size_t find_text(std::string_view within, std::string_view part, std::size_t from = 0) noexcept {
  if (part.size() < 2 || from > within.size()) return within.find(part, from);
  const void* found = memmem(within.data() + from, within.size() - from, part.data(), part.size());
  return found == nullptr ? std::string_view::npos
                          : static_cast<std::size_t>(static_cast<const char*>(found) - within.data());
}

/// The work of looking once through a text, in instructions. From its end it is done place by place.
inline std::uint64_t cost_of_find(std::string_view within, std::string_view part, bool from_right = false) noexcept {
  constexpr std::size_t kShortPart = 32;  // longer ones are looked for in a way that needs tables
  const std::uint64_t size = within.size();
  return 1 + (part.size() < kShortPart ? size / 8 : 3 * size) + (from_right ? size * part.size() / 256 : 0);
}

}  // namespace loopline::script
