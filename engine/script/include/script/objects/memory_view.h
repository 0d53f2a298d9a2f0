// memoryview: bytes of a bytes object or a bytearray, seen without a copy.
#pragma once

#include <string>

#include "script/objects/sequences.h"
#include "script/value.h"

namespace loopline::script {

/// One dimension of unsigned bytes. While a view of a bytearray lives, the bytearray does not change its size.
class MemoryView final : public Object {
 public:
  /// `owner` is a Bytes or a ByteArray; the view begins at its byte `start` and takes every `step`-th.
  MemoryView(Value owner, std::size_t start, std::int64_t step, std::size_t length, bool readonly);
  ~MemoryView() override { release(); }

  bool is_released() const noexcept { return !m_owner.is_set(); }
  void release() noexcept;
  const Value& owner() const noexcept { return m_owner; }
  std::size_t start() const noexcept { return m_start; }
  std::int64_t step() const noexcept { return m_step; }
  std::size_t length() const noexcept { return m_length; }
  bool is_readonly() const noexcept { return m_readonly; }

  // Of a view that is not released.
  unsigned char at(std::size_t index) const noexcept;
  void set(std::size_t index, unsigned char byte) noexcept;
  std::string copy() const;
  /// The bytes in one piece; only of a view with step 1.
  std::string_view contiguous() const noexcept { return data().substr(m_start, m_length); }

 private:
  std::string_view data() const noexcept;
  std::size_t position(std::size_t index) const noexcept {
    return static_cast<std::size_t>(static_cast<std::int64_t>(m_start) + static_cast<std::int64_t>(index) * m_step);
  }

  Value m_owner;
  std::size_t m_start;
  std::int64_t m_step;
  std::size_t m_length;
  bool m_readonly;
};

inline MemoryView* as_memory_view(const Value& value) noexcept { return as_kind<MemoryView>(value, kind::memory_view); }

}  // namespace loopline::script
