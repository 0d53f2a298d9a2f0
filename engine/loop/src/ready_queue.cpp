#include "loop/ready_queue.h"

namespace loopline::loop {

ReadyQueue::ReadyQueue()
    : m_entries(std::make_unique<ReadyEntry[]>(kInitialCapacity)),
      m_mask((kInitialCapacity - 1) * sizeof(ReadyEntry)) {}

/// From now on the events during which entries were scheduled are remembered.
void ReadyQueue::watch() { m_scheduled = std::make_unique<EventNumber[]>(m_mask / sizeof(ReadyEntry) + 1); }

void ReadyQueue::grow() {
  const std::size_t count = size();
  const std::size_t first = (m_head & m_mask) / sizeof(ReadyEntry);
  const std::size_t capacity = count * 2;
  auto larger = std::make_unique<ReadyEntry[]>(capacity);
  for (std::size_t i = 0; i < count; ++i) larger[i] = (*this)[i];
  if (m_scheduled != nullptr) {
    auto scheduled = std::make_unique<EventNumber[]>(capacity);
    for (std::size_t i = 0; i < count; ++i) scheduled[i] = m_scheduled[(first + i) % count];
    m_scheduled = std::move(scheduled);
  }
  m_entries = std::move(larger);
  m_mask = (capacity - 1) * sizeof(ReadyEntry);
  m_head = 0;
  m_tail = count * sizeof(ReadyEntry);
}

}  // namespace loopline::loop
