// Memory of tens of megabytes that is filled at once: most of the time goes into its pages, one by one, unless they are
// large.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>

namespace loopline::replay {

/// Before the memory is touched for the first time. A wish only.
inline void prefer_large_pages(void* memory, std::size_t size) noexcept {
  constexpr std::size_t kPage = std::size_t{2} << 20, kWorthIt = 4 * kPage;
  if (size < kWorthIt) return;
  const auto begin = (reinterpret_cast<std::uintptr_t>(memory) + kPage - 1) / kPage * kPage;
  const auto end = (reinterpret_cast<std::uintptr_t>(memory) + size) / kPage * kPage;
  if (begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

}  // namespace loopline::replay
