// Lists of many owners in one array: noted in any order of owners, then sorted by owner, each owner's in the order
// noted.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "append_log.h"
#include "archive.h"

namespace loopline::replay {

template <class Value>
class Grouped {
 public:
  void note(std::uint32_t owner, const Value& value) { m_log.push_back({owner, value}); }

  /// Owners are 0 to owners - 1; what others noted is dropped.
  void finish(std::size_t owners) {
    m_offsets.assign(owners + 1, 0);
    m_log.for_each([&](const Entry& entry) {
      if (entry.owner < owners) ++m_offsets[entry.owner + 1];
    });
    for (std::size_t i = 1; i < m_offsets.size(); ++i) m_offsets[i] += m_offsets[i - 1];
    std::vector<std::uint64_t> next(m_offsets.begin(), m_offsets.end() - 1);
    m_values.resize(m_offsets.back());
    m_log.for_each([&](const Entry& entry) {
      if (entry.owner < owners) m_values[next[entry.owner]++] = entry.value;
    });
    m_log.clear();
  }

  std::span<const Value> of(std::size_t owner) const noexcept {
    if (owner + 1 >= m_offsets.size()) return {};
    return {m_values.data() + m_offsets[owner], m_offsets[owner + 1] - m_offsets[owner]};
  }
  /// Puts each owner's list into another order; equal elements keep theirs. After finish().
  template <class Less>
  void sort_each(Less less) {
    for (std::size_t i = 0; i + 1 < m_offsets.size(); ++i) {
      const auto first = m_values.begin() + static_cast<std::ptrdiff_t>(m_offsets[i]);
      const auto last = m_values.begin() + static_cast<std::ptrdiff_t>(m_offsets[i + 1]);
      if (last - first > 1) std::stable_sort(first, last, less);
    }
  }
  std::size_t owners() const noexcept { return m_offsets.empty() ? 0 : m_offsets.size() - 1; }

  template <class Archive>
  void archive(Archive& archive) {
    archive(m_offsets, m_values);
  }
  /// After reading an archive: lists for `owners`, and within bounds. What the values are is the owner's to test.
  bool is_sound(std::size_t owners) const noexcept {
    return m_offsets.size() == owners + 1 && m_offsets.front() == 0 && m_offsets.back() == m_values.size() &&
           never_falls(m_offsets);
  }
  std::span<const Value> all() const noexcept { return m_values; }

 private:
  struct Entry {
    std::uint32_t owner;
    Value value;
  };
  AppendLog<Entry> m_log;
  std::vector<std::uint64_t> m_offsets;
  std::vector<Value> m_values;
};

}  // namespace loopline::replay
