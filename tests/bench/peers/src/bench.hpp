// Shared by every C++ benchmark here: clocks, the pseudo-random delays of W3,
// and the one result line each program prints.
#pragma once
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>

namespace bench {

inline std::uint64_t clock_ns(clockid_t id) {
  timespec ts;
  clock_gettime(id, &ts);
  return std::uint64_t(ts.tv_sec) * 1000000000u + std::uint64_t(ts.tv_nsec);
}

struct Stopwatch {
  std::uint64_t cpu0 = clock_ns(CLOCK_PROCESS_CPUTIME_ID);
  std::uint64_t wall0 = clock_ns(CLOCK_MONOTONIC);
  std::uint64_t cpu() const { return clock_ns(CLOCK_PROCESS_CPUTIME_ID) - cpu0; }
  std::uint64_t wall() const { return clock_ns(CLOCK_MONOTONIC) - wall0; }
};

// One line of key=value pairs; bench.py reads the last such line of stdout.
inline void report(std::uint64_t ops, std::uint64_t cpu, std::uint64_t wall, const std::string& extra = "") {
  std::printf("ops=%llu cpu_ns=%llu wall_ns=%llu%s%s\n", (unsigned long long)ops, (unsigned long long)cpu,
              (unsigned long long)wall, extra.empty() ? "" : " ", extra.c_str());
  std::fflush(stdout);
}

template <class T>
inline void keep(T const& v) {
  asm volatile("" : : "r,m"(v) : "memory");
}

// The same sequence as in peer_asyncio.py: whole milliseconds in [0, span).
struct Delays {
  std::uint32_t x = 12345;
  std::uint32_t span = 100;
  std::uint32_t next() {
    x = x * 1664525u + 1013904223u;
    return (x >> 16) % span;
  }
};

[[noreturn]] inline void unsupported() {
  std::fprintf(stderr, "unsupported case\n");
  std::exit(3);
}

}  // namespace bench
