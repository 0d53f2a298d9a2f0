// A list that only grows at its end and is then read once. In blocks: a vector of a hundred million bytes would be
// copied again and again while it grows.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace loopline::replay {

template <class Value>
class AppendLog {
 public:
  void push_back(const Value& value) {
    if (m_used == kBlock) {
      m_blocks.push_back(std::make_unique_for_overwrite<Value[]>(kBlock));
      m_used = 0;
    }
    m_blocks.back()[m_used++] = value;
  }

  template <class Use>
  void for_each(Use use) const {
    for (std::size_t block = 0; block < m_blocks.size(); ++block) {
      const std::size_t count = block + 1 == m_blocks.size() ? m_used : kBlock;
      for (std::size_t i = 0; i < count; ++i) use(m_blocks[block][i]);
    }
  }
  void clear() {
    m_blocks.clear();
    m_used = kBlock;
  }

 private:
  static constexpr std::size_t kBlock = (64 * 1024 - 64) / sizeof(Value);  // with malloc's own words, 64 KiB
  std::vector<std::unique_ptr<Value[]>> m_blocks;
  std::size_t m_used = kBlock;  // in the last block
};

}  // namespace loopline::replay
