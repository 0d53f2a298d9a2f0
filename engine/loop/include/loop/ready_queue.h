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
  ReadyQueue();
  bool empty() const noexcept { return m_head == m_tail; }
  std::size_t size() const noexcept { return (m_tail - m_head) / sizeof(ReadyEntry); }
  void push(ReadyEntry entry) {
    if (m_tail - m_head > m_mask) [[unlikely]]
      grow();
    at(m_tail) = entry;
    m_tail += sizeof(ReadyEntry);
  }
  /// The same, remembering the event during which it was scheduled.
  void push(ReadyEntry entry, EventNumber scheduled) {
    push(entry);
    if (m_scheduled == nullptr) [[unlikely]]
      watch();
    m_scheduled[((m_tail - sizeof(ReadyEntry)) & m_mask) / sizeof(ReadyEntry)] = scheduled;
  }
  ReadyEntry pop() noexcept {
    // Read one by one, as they were written: a wider load would have to wait until both have left the store buffer.
    const ReadyEntry& entry = at(m_head);
    Object* const what = *const_cast<Object* const volatile*>(&entry.what);
    Future* const completed = *const_cast<Future* const volatile*>(&entry.completed);
    m_head += sizeof(ReadyEntry);
    return {what, completed};
  }
  /// The event during which the first entry was scheduled; 0 if it was pushed without one.
  EventNumber first_scheduled() const noexcept {
    return m_scheduled != nullptr ? m_scheduled[(m_head & m_mask) / sizeof(ReadyEntry)] : 0;
  }
  const ReadyEntry& operator[](std::size_t index) const noexcept { return at(m_head + index * sizeof(ReadyEntry)); }

 private:
  static constexpr std::size_t kInitialCapacity = 64;
  void grow();
  void watch();
  ReadyEntry& at(std::size_t place) const noexcept {
    return *reinterpret_cast<ReadyEntry*>(reinterpret_cast<std::byte*>(m_entries.get()) + (place & m_mask));
  }

  // Places are counted in bytes, from the first entry ever pushed. The capacity is a power of two.
  std::unique_ptr<ReadyEntry[]> m_entries;
  std::size_t m_mask;
  std::size_t m_head = 0;
  std::size_t m_tail = 0;
  std::unique_ptr<EventNumber[]> m_scheduled;  // beside the entries, once somebody watches
};

}  // namespace loopline::loop
