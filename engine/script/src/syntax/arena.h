#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace loopline::script {

/// Memory that is given back all at once. Holds only what needs no destructor.
class Arena {
 public:
  template <typename T>
  [[nodiscard]] T* make() {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (allocate(sizeof(T), alignof(T))) T();
  }

  template <typename T>
  [[nodiscard]] std::span<T> copy(std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (items.empty()) return {};
    auto* kept = static_cast<T*>(allocate(items.size_bytes(), alignof(T)));
    std::memcpy(kept, items.data(), items.size_bytes());
    return {kept, items.size()};
  }

  [[nodiscard]] std::string_view copy(std::string_view text) {
    const std::span<const char> kept = copy(std::span<const char>(text));
    return {kept.data(), kept.size()};
  }

 private:
  [[nodiscard]] void* allocate(std::size_t size, std::size_t alignment) {
    const std::size_t at = (m_used + alignment - 1) & ~(alignment - 1);
    if (at + size > m_capacity) return allocate_in_new_block(size);
    m_used = at + size;
    return m_block + at;
  }

  [[nodiscard]] void* allocate_in_new_block(std::size_t size);

  std::vector<std::unique_ptr<std::byte[]>> m_blocks;
  std::byte* m_block = nullptr;
  std::size_t m_used = 0;
  std::size_t m_capacity = 0;
};

}  // namespace loopline::script
