// The scheduled heap: timers by (when, order of creation), so that timers due together run in the order they were made.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "loop/object.h"
#include "loop/time.h"

namespace loopline::loop {

/// A 4-ary min-heap of TimerHandles and TimerFutures that owns a reference to each. Cancelled timers stay until they
/// reach the head or become the majority.
class TimerHeap {
 public:
  bool empty() const noexcept { return m_entries.empty(); }
  std::size_t size() const noexcept { return m_entries.size(); }
  /// Those that are not cancelled.
  std::size_t live() const noexcept { return m_entries.size() - m_cancelled; }
  void push(Time when, Ref<Object> timer);
  /// When the first timer is due. The heap must not be empty.
  Time first_due() const noexcept { return m_entries.front().when; }
  Ref<Object> pop();
  void note_cancelled() noexcept { ++m_cancelled; }
  /// Drops cancelled timers at the head, or all of them when more than half of a hundred or more are.
  void drop_cancelled() {
    if (m_cancelled > 0) drop_cancelled_timers();
  }
  void clear();
  void visit(Visitor& visitor) const;

 private:
  struct Entry {
    Time when;
    std::uint64_t order;
    Object* timer;
    // Which of two timers is the earlier is as good as random: one wide comparison needs no branch.
    __extension__ using Key = __int128;
    Key key() const noexcept { return (static_cast<Key>(when.count()) << 64) | order; }
    bool operator<(const Entry& other) const noexcept { return key() < other.key(); }
  };
  void drop_cancelled_timers();
  void sift_up(std::size_t at) noexcept;
  void sift_down(std::size_t at) noexcept;
  static void set_scheduled(Object& timer, bool scheduled) noexcept;
  static bool is_cancelled(const Object& timer) noexcept;

  std::vector<Entry> m_entries;
  std::uint64_t m_order = 0;
  std::size_t m_cancelled = 0;
};

}  // namespace loopline::loop
