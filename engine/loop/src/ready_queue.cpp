#include "loop/ready_queue.h"

namespace loopline::loop {

void ReadyQueue::grow() {
  const std::size_t count = size();
  const std::size_t capacity = (m_mask + 1) * 2;
  auto larger = std::make_unique<ReadyEntry[]>(capacity);
  for (std::size_t i = 0; i < count; ++i) larger[i] = (*this)[i];
  m_entries = std::move(larger);
  m_mask = capacity - 1;
  m_head = 0;
  m_tail = count;
}

}  // namespace loopline::loop
