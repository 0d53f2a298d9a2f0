// The ready queue: what the loop will run, first in, first out.
#pragma once

#include <cstddef>
#include <memory>

#include "loop/instrument.h"
#include "loop/object.h"

namespace loopline::loop {

class Future;

/// One entry: a Task to step, a Handle or Callback to call, a TimerFuture to complete. The queue owns a reference to
/// both pointers.
struct ReadyEntry {
  Object* what = nullptr;
  Future* completed = nullptr;  ///< the future whose end scheduled it, or null
  EventNumber scheduled = 0;    ///< the event during which it was scheduled
};

class ReadyQueue {
 public:
  ReadyQueue() : m_entries(std::make_unique<ReadyEntry[]>(kInitialCapacity)) {}
  bool empty() const noexcept { return m_head == m_tail; }
  std::size_t size() const noexcept { return m_tail - m_head; }
  void push(ReadyEntry entry) {
    if (size() > m_mask) [[unlikely]]
      grow();
    m_entries[m_tail++ & m_mask] = entry;
  }
  ReadyEntry pop() noexcept { return m_entries[m_head++ & m_mask]; }
  const ReadyEntry& operator[](std::size_t index) const noexcept { return m_entries[(m_head + index) & m_mask]; }

 private:
  static constexpr std::size_t kInitialCapacity = 64;
  void grow();

  std::unique_ptr<ReadyEntry[]> m_entries;
  std::size_t m_mask = kInitialCapacity - 1;  // the capacity is a power of two
  std::size_t m_head = 0;
  std::size_t m_tail = 0;
};

}  // namespace loopline::loop
