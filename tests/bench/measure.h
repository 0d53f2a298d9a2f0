// CPU and wall time of this process, and the line a bench prints.
#pragma once

#include <cstdint>
#include <cstdio>
#include <ctime>
#include <string>

namespace loopline::bench {

inline std::int64_t clock_now(clockid_t clock) {
  timespec now;
  clock_gettime(clock, &now);
  return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

class Stopwatch {
 public:
  std::int64_t cpu() const { return clock_now(CLOCK_PROCESS_CPUTIME_ID) - m_cpu; }
  std::int64_t wall() const { return clock_now(CLOCK_MONOTONIC) - m_wall; }

 private:
  std::int64_t m_cpu = clock_now(CLOCK_PROCESS_CPUTIME_ID);
  std::int64_t m_wall = clock_now(CLOCK_MONOTONIC);
};

/// `more`: further "key=value" pairs, each with a space in front.
inline void report(std::uint64_t operations, std::int64_t cpu, std::int64_t wall, const std::string& more = {}) {
  std::printf("ops=%llu cpu_ns=%lld wall_ns=%lld%s\n", static_cast<unsigned long long>(operations),
              static_cast<long long>(cpu), static_cast<long long>(wall), more.c_str());
}

/// Makes the compiler believe that a value is used.
template <class T>
inline void keep(const T& value) {
  asm volatile("" : : "r,m"(value) : "memory");
}

}  // namespace loopline::bench
