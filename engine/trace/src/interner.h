// Texts and call-tree nodes to small numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "trace/recorder.h"

namespace loopline::trace {

/// A hash table with open addressing over texts that it keeps. When kInterned texts are in it, it starts over: ids go
/// on, so a text may get a second one, and the memory stays bounded.
class Recorder::Interner {
 public:
  struct Found {
    StringId id;
    bool is_new;
  };
  Interner();
  Found find_or_add(std::string_view text);

 private:
  struct Slot {
    StringId id = 0;  // 0: free
    std::uint32_t hash = 0;
    std::string_view text;
  };
  std::string_view keep(std::string_view text);
  void grow();
  Slot& slot_for(std::string_view text, std::uint32_t hash);

  std::vector<Slot> m_slots;  // a power of two, at most half full
  std::size_t m_used = 0;
  StringId m_last = 0;
  std::vector<std::unique_ptr<char[]>> m_blocks;  // the texts themselves
  std::size_t m_block_left = 0;
  char* m_block_next = nullptr;
};

/// The call tree: (parent, function, line) to a node's number.
class Recorder::StackNodes {
 public:
  struct Found {
    StackId id;
    bool is_new;
  };
  Found find_or_add(StackId parent, StringId function, std::uint32_t line);
  void clear();

 private:
  struct Slot {
    StackId id = 0;  // 0: free
    StackId parent = 0;
    StringId function = 0;
    std::uint32_t line = 0;
  };
  void grow();
  Slot& slot_for(StackId parent, StringId function, std::uint32_t line);

  std::vector<Slot> m_slots;
  StackId m_last = 0;
};

}  // namespace loopline::trace
