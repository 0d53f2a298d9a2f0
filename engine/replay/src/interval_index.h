// Which of many intervals of events hold a given one: timers that are set, tasks that live, locks that are held.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "replay/moment.h"

namespace loopline::replay {

inline constexpr EventIndex kOpenEnd = UINT32_MAX;

class IntervalIndex {
 public:
  /// Intervals are added in order of begin; gives its position. It is open until close() is called.
  std::size_t add(EventIndex begin);
  void close(std::size_t interval, EventIndex end) { m_end[interval] = end; }
  /// After the last change, before the first at().
  void finish();

  std::size_t size() const noexcept { return m_begin.size(); }
  EventIndex begin(std::size_t interval) const noexcept { return m_begin[interval]; }
  EventIndex end(std::size_t interval) const noexcept { return m_end[interval]; }

  /// Positions of the intervals with begin <= event < end, rising. Logarithmic in their number, linear in the result.
  std::vector<std::uint32_t> at(EventIndex event) const;

  template <class Archive>
  void archive(Archive& archive) {
    archive(m_begin, m_end);
  }
  /// After reading an archive: makes the rest of it. False if it cannot be right.
  bool restore();

 private:
  static constexpr std::size_t kFanOut = 16;
  void descend(std::size_t level, std::size_t node, EventIndex event, std::size_t begun,
               std::vector<std::uint32_t>& found) const;

  std::vector<EventIndex> m_begin, m_end;
  std::vector<EventIndex> m_greatest;   // the greatest end below each node, level by level from the bottom
  std::vector<std::uint64_t> m_levels;  // where each level begins in m_greatest
};

}  // namespace loopline::replay
