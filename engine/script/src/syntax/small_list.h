#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "syntax/arena.h"

namespace loopline::script {

/// A list while it is being collected. Most are short: the first items need no memory of their own.
template <typename T>
class SmallList {
 public:
  void add(T item) {
    if (m_count < m_first.size()) {
      m_first[m_count++] = item;
      return;
    }
    if (m_all.empty()) m_all.assign(m_first.begin(), m_first.end());
    m_all.push_back(item);
  }

  [[nodiscard]] std::span<const T> items() const {
    return m_all.empty() ? std::span<const T>(m_first.data(), m_count) : std::span<const T>(m_all);
  }
  [[nodiscard]] std::size_t size() const { return items().size(); }
  [[nodiscard]] bool empty() const { return m_count == 0; }
  [[nodiscard]] T last() const { return items().back(); }

  [[nodiscard]] std::span<T> keep(Arena& arena) const { return arena.copy(items()); }

 private:
  // Left uninitialised: m_count says how many count.
  std::array<T, 6> m_first;
  std::size_t m_count = 0;
  std::vector<T> m_all;
};

}  // namespace loopline::script
