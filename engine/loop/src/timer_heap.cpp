#include "loop/timer_heap.h"

#include <algorithm>

#include "loop/callback.h"
#include "loop/future.h"

namespace loopline::loop {

namespace {

constexpr std::size_t kArity = 4;
// CPython's _MIN_SCHEDULED_TIMER_HANDLES and _MIN_CANCELLED_TIMER_HANDLES_FRACTION.
constexpr std::size_t kFewTimers = 100;

}  // namespace

void TimerHeap::set_scheduled(Object& timer, bool scheduled) noexcept {
  if (timer.kind() == ObjectKind::timer_future) {
    static_cast<TimerFuture&>(timer).m_scheduled = scheduled;
  } else {
    static_cast<TimerHandle&>(timer).m_scheduled = scheduled;
  }
}

bool TimerHeap::is_cancelled(const Object& timer) noexcept {
  return timer.kind() == ObjectKind::timer_future ? static_cast<const TimerFuture&>(timer).timer_is_cancelled()
                                                  : static_cast<const TimerHandle&>(timer).is_cancelled();
}

void TimerHeap::push(Time when, Ref<Object> timer) {
  set_scheduled(*timer, true);
  m_entries.push_back({when, m_order++, timer.detach()});
  sift_up(m_entries.size() - 1);
}

Ref<Object> TimerHeap::pop() {
  Ref<Object> timer = Ref<Object>::adopt(m_entries.front().timer);
  set_scheduled(*timer, false);
  if (is_cancelled(*timer)) --m_cancelled;
  m_entries.front() = m_entries.back();
  m_entries.pop_back();
  if (!m_entries.empty()) sift_down(0);
  return timer;
}

void TimerHeap::drop_cancelled_timers() {
  if (m_entries.size() > kFewTimers && m_cancelled * 2 > m_entries.size()) {
    std::vector<Entry> kept;
    std::vector<Ref<Object>> dropped;
    for (const Entry& entry : m_entries) {
      if (is_cancelled(*entry.timer)) {
        set_scheduled(*entry.timer, false);
        dropped.push_back(Ref<Object>::adopt(entry.timer));
      } else {
        kept.push_back(entry);
      }
    }
    std::sort(kept.begin(), kept.end());  // a sorted array is a heap
    m_entries.swap(kept);
    m_cancelled = 0;
    return;
  }
  while (!m_entries.empty() && is_cancelled(*m_entries.front().timer)) {
    pop();
  }
}

void TimerHeap::clear() {
  std::vector<Entry> entries;
  entries.swap(m_entries);
  m_cancelled = 0;
  for (const Entry& entry : entries) {
    set_scheduled(*entry.timer, false);
    entry.timer->release();
  }
}

void TimerHeap::visit(Visitor& visitor) const {
  for (const Entry& entry : m_entries) visitor.visit(entry.timer);
}

void TimerHeap::sift_up(std::size_t at) noexcept {
  const Entry entry = m_entries[at];
  while (at > 0) {
    const std::size_t parent = (at - 1) / kArity;
    if (!(entry < m_entries[parent])) break;
    m_entries[at] = m_entries[parent];
    at = parent;
  }
  m_entries[at] = entry;
}

void TimerHeap::sift_down(std::size_t at) noexcept {
  const Entry entry = m_entries[at];
  const std::size_t count = m_entries.size();
  for (;;) {
    const std::size_t first = at * kArity + 1;
    if (first >= count) break;
    std::size_t least = first;
    const std::size_t end = std::min(first + kArity, count);
    for (std::size_t child = first + 1; child < end; ++child) {
      if (m_entries[child] < m_entries[least]) least = child;
    }
    if (!(m_entries[least] < entry)) break;
    m_entries[at] = m_entries[least];
    at = least;
  }
  m_entries[at] = entry;
}

}  // namespace loopline::loop
