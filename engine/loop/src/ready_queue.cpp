#include "loop/ready_queue.h"

namespace loopline::loop {

void ReadyQueue::push(ReadyEntry entry, EventNumber scheduled) {
  push(entry);
  if (m_scheduled == nullptr) m_scheduled = std::make_unique<EventNumber[]>(m_mask + 1);
  m_scheduled[(m_tail - 1) & m_mask] = scheduled;
}

void ReadyQueue::grow() {
  const std::size_t count = size();
  const std::size_t capacity = (m_mask + 1) * 2;
  auto larger = std::make_unique<ReadyEntry[]>(capacity);
  for (std::size_t i = 0; i < count; ++i) larger[i] = (*this)[i];
  if (m_scheduled != nullptr) {
    auto scheduled = std::make_unique<EventNumber[]>(capacity);
    for (std::size_t i = 0; i < count; ++i) scheduled[i] = m_scheduled[(m_head + i) & m_mask];
    m_scheduled = std::move(scheduled);
  }
  m_entries = std::move(larger);
  m_mask = capacity - 1;
  m_head = 0;
  m_tail = count;
}

}  // namespace loopline::loop
