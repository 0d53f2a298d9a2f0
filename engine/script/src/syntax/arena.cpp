#include "syntax/arena.h"

#include <algorithm>

namespace loopline::script {

void* Arena::allocate_in_new_block(std::size_t size) {
  constexpr std::size_t smallest = 16U << 10U;
  constexpr std::size_t largest = 1U << 20U;
  const std::size_t grown = std::clamp(2 * m_capacity, smallest, largest);
  m_capacity = std::max(grown, size);
  // operator new[] aligns blocks for every fundamental type, so the first object needs no padding.
  m_blocks.emplace_back(new std::byte[m_capacity]);
  m_block = m_blocks.back().get();
  m_used = size;
  return m_block;
}

}  // namespace loopline::script
