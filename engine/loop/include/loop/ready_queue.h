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
  /// The same, remembering the event during which it was scheduled.
  void push(ReadyEntry entry, EventNumber scheduled);
  ReadyEntry pop() noexcept { return m_entries[m_head++ & m_mask]; }
  /// The event during which the first entry was scheduled; 0 if it was pushed without one.
  EventNumber first_scheduled() const noexcept { return m_scheduled != nullptr ? m_scheduled[m_head & m_mask] : 0; }
  const ReadyEntry& operator[](std::size_t index) const noexcept { return m_entries[(m_head + index) & m_mask]; }

 private:
  static constexpr std::size_t kInitialCapacity = 64;
  void grow();

  std::unique_ptr<ReadyEntry[]> m_entries;
  std::unique_ptr<EventNumber[]> m_scheduled;  // beside the entries, once somebody watches
  std::size_t m_mask = kInitialCapacity - 1;   // the capacity is a power of two
  std::size_t m_head = 0;
  std::size_t m_tail = 0;
};

}  // namespace loopline::loop
