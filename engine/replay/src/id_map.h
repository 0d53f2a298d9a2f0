// Object ids of a run to positions in a list. Ids are small numbers given in order, so a table does; ids of a damaged
// file may be anything, so a table that would be mostly empty is not made, and the list is searched instead.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace loopline::replay {

inline constexpr std::uint32_t kNowhere = UINT32_MAX;

class IdMap {
 public:
  /// `ids[i]` is to be found at i; of equal ids the first counts. Id 0 is never found.
  void build(const std::vector<std::uint32_t>& ids) {
    const std::uint32_t greatest = ids.empty() ? 0 : *std::ranges::max_element(ids);
    m_table.clear();
    m_sorted.clear();
    if (greatest < 64 * ids.size() + 65'536) {
      m_table.assign(std::size_t{greatest} + 1, kNowhere);
      for (std::size_t i = ids.size(); i-- > 0;) m_table[ids[i]] = static_cast<std::uint32_t>(i);
      m_table[0] = kNowhere;
    } else {
      for (std::size_t i = 0; i < ids.size(); ++i) m_sorted.emplace_back(ids[i], static_cast<std::uint32_t>(i));
      std::ranges::sort(m_sorted);
    }
  }

  std::uint32_t find(std::uint32_t id) const noexcept {
    if (id < m_table.size()) return m_table[id];
    const auto found = std::ranges::lower_bound(m_sorted, std::pair(id, std::uint32_t{0}));
    return found != m_sorted.end() && found->first == id && id != 0 ? found->second : kNowhere;
  }

 private:
  std::vector<std::uint32_t> m_table;  // one of the two is in use
  std::vector<std::pair<std::uint32_t, std::uint32_t>> m_sorted;
};

}  // namespace loopline::replay
