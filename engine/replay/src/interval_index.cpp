#include "interval_index.h"

#include <algorithm>

namespace loopline::replay {

std::size_t IntervalIndex::add(EventIndex begin) {
  m_begin.push_back(m_begin.empty() ? begin : std::max(begin, m_begin.back()));
  m_end.push_back(kOpenEnd);
  return m_begin.size() - 1;
}

// A tree over the intervals in order: each node knows the greatest end below it, so that whole branches that are over
// are passed by.
void IntervalIndex::finish() {
  m_greatest.clear();
  m_levels.clear();
  std::size_t count = m_end.size();  // entries of the level below, which begins at `below` (the lowest one is m_end)
  std::size_t below = 0;
  for (bool lowest = true; count > 1; lowest = false) {
    const std::size_t start = m_greatest.size();
    m_levels.push_back(start);
    for (std::size_t first = 0; first < count; first += kFanOut) {
      EventIndex greatest = 0;
      for (std::size_t i = first; i < std::min(first + kFanOut, count); ++i) {
        greatest = std::max(greatest, lowest ? m_end[i] : m_greatest[below + i]);
      }
      m_greatest.push_back(greatest);
    }
    below = start;
    count = m_greatest.size() - start;
  }
}

bool IntervalIndex::restore() {
  if (m_begin.size() != m_end.size() || !std::ranges::is_sorted(m_begin)) return false;
  finish();
  return true;
}

std::vector<std::uint32_t> IntervalIndex::at(EventIndex event) const {
  std::vector<std::uint32_t> found;
  const auto begun = static_cast<std::size_t>(std::ranges::upper_bound(m_begin, event) - m_begin.begin());
  if (m_levels.empty()) {
    if (begun == 1 && m_end[0] > event) found.push_back(0);
    return found;
  }
  descend(m_levels.size() - 1, 0, event, begun, found);
  return found;
}

void IntervalIndex::descend(std::size_t level, std::size_t node, EventIndex event, std::size_t begun,
                            std::vector<std::uint32_t>& found) const {
  if (m_greatest[m_levels[level] + node] <= event) return;
  std::size_t width = 1;  // intervals below one child
  for (std::size_t i = 0; i < level; ++i) width *= kFanOut;
  for (std::size_t child = node * kFanOut; child < (node + 1) * kFanOut && child * width < begun; ++child) {
    if (level > 0) {
      descend(level - 1, child, event, begun, found);
    } else if (m_end[child] > event) {
      found.push_back(static_cast<std::uint32_t>(child));
    }
  }
}

}  // namespace loopline::replay
