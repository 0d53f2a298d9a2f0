#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace loopline::script {

class Arena;

/// The identifiers of one tree, each kept once: equal names have equal addresses. Names in pure ASCII are not copied,
/// so the text they stand in must live as long as the tree; others are kept in the arena, normalised.
class Identifiers {
 public:
  explicit Identifiers(Arena& arena) : m_arena(arena), m_slots(64) {}

  [[nodiscard]] std::string_view intern(std::string_view name);

 private:
  [[nodiscard]] std::string_view find_or_add(std::string_view name);
  void grow();

  Arena& m_arena;
  std::vector<std::string_view> m_slots;  // Open addressing; a power of two, at most half full.
  std::size_t m_count = 0;
};

}  // namespace loopline::script
