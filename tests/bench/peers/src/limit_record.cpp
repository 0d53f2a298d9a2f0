// What one event costs before any database sees it: reading a clock, and storing
// one 64-byte record in memory.
//
//   limit_record CASE N
//
// CASE  spin          a chain of dependent multiplications: the machine's own speed,
//                     run in every round to see how noisy the box is
//       tsc tscp monotonic realtime coarse steady
//                     one clock read
//       gen           making the synthetic event that sql_write inserts
//       ring          64-byte records into one reused 256 KiB chunk (cache hits)
//       chunks        64-byte records into fresh 256 KiB chunks (page faults)
//       chunks-huge   the same in one region advised to use huge pages
//       chunks-pool   the same into 64 MiB of chunks touched before (cache misses)
//       chunks-tsc    chunks-pool + rdtsc
//       chunks-clock  chunks-pool + clock_gettime
//       pack          delta/varint packed into a reused chunk (about 12 bytes)
//       epoll         one epoll_wait(timeout 0) on an empty set
#include <sys/epoll.h>
#include <sys/mman.h>
#include <x86intrin.h>

#include <chrono>
#include <memory>
#include <vector>

#include "bench.hpp"
#include "event.hpp"

using u64 = std::uint64_t;

enum class Clk { none, tsc, clock };

template <Clk C>
static inline void put(Event* e, u64 i) {
  u64 t = i;
  if constexpr (C == Clk::tsc) t = __rdtsc();
  if constexpr (C == Clk::clock) t = bench::clock_ns(CLOCK_MONOTONIC);
  e->id = std::int64_t(i);
  e->time_ns = std::int64_t(t);
  e->iteration = std::int64_t(i >> 3);
  e->kind = std::int64_t(i & 15);
  e->task = std::int64_t(i & 1023);
  e->other = 0;
  e->handle = std::int64_t(i >> 1);
  e->line = 42;
  asm volatile("" : : "r"(e) : "memory");
}

static constexpr u64 kChunk = 4096;  // events; 256 KiB

template <Clk C>
static void into(Event* base, u64 mask_events, u64 n) {
  for (u64 i = 0; i < n; ++i) put<C>(base + (i & mask_events), i);
}

static Event* region(u64 bytes, bool huge) {
  void* p = mmap(nullptr, bytes + (2u << 20), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED) std::abort();
  auto a = (reinterpret_cast<u64>(p) + (2u << 20) - 1) & ~u64((2u << 20) - 1);
  if (huge)
    madvise(reinterpret_cast<void*>(a), bytes, MADV_HUGEPAGE);
  else
    madvise(reinterpret_cast<void*>(a), bytes, MADV_NOHUGEPAGE);
  return reinterpret_cast<Event*>(a);
}

template <class F>
static void timed(u64 n, F f) {
  bench::Stopwatch w;
  f();
  bench::report(n, w.cpu(), w.wall());
}

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::string c = argv[1];
  u64 n = std::strtoull(argv[2], nullptr, 10);
  auto clock_case = [&](auto read) {
    timed(n, [&] {
      for (u64 i = 0; i < n; ++i) bench::keep(read());
    });
  };
  if (c == "spin") {
    timed(n, [&] {
      u64 x = 1;
      for (u64 i = 0; i < n; ++i) {
        x = x * 6364136223846793005u + 1;
        bench::keep(x);
      }
    });
  } else if (c == "tsc") {
    clock_case([] { return __rdtsc(); });
  } else if (c == "tscp") {
    clock_case([] {
      unsigned a;
      return __rdtscp(&a);
    });
  } else if (c == "monotonic") {
    clock_case([] { return bench::clock_ns(CLOCK_MONOTONIC); });
  } else if (c == "realtime") {
    clock_case([] { return bench::clock_ns(CLOCK_REALTIME); });
  } else if (c == "coarse") {
    clock_case([] { return bench::clock_ns(CLOCK_MONOTONIC_COARSE); });
  } else if (c == "steady") {
    clock_case([] { return std::chrono::steady_clock::now().time_since_epoch().count(); });
  } else if (c == "gen") {
    EventGen g;
    Event e;
    timed(n, [&] {
      for (u64 i = 0; i < n; ++i) {
        g.next(e);
        bench::keep(e.handle);
        asm volatile("" ::: "memory");
      }
    });
  } else if (c == "ring") {
    Event* e = region(kChunk * sizeof(Event), false);
    into<Clk::none>(e, kChunk - 1, kChunk);
    timed(n, [&] { into<Clk::none>(e, kChunk - 1, n); });
  } else if (c == "chunks") {
    // what a growing buffer pays: every chunk is new memory from the kernel
    timed(n, [&] {
      u64 left = n;
      std::vector<Event*> all;
      while (left) {
        u64 k = left < kChunk ? left : kChunk;
        void* p = mmap(nullptr, kChunk * sizeof(Event), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        madvise(p, kChunk * sizeof(Event), MADV_NOHUGEPAGE);
        all.push_back(static_cast<Event*>(p));
        into<Clk::none>(all.back(), kChunk - 1, k);
        left -= k;
      }
    });
  } else if (c == "chunks-huge") {
    u64 cap = 1;
    while (cap < n) cap *= 2;
    Event* e = region(cap * sizeof(Event), true);
    timed(n, [&] { into<Clk::none>(e, cap - 1, n); });
  } else if (c == "chunks-pool" || c == "chunks-tsc" || c == "chunks-clock") {
    const u64 cap = 1u << 20;  // 64 MiB
    Event* e = region(cap * sizeof(Event), false);
    into<Clk::none>(e, cap - 1, cap);
    timed(n, [&] {
      if (c == "chunks-pool")
        into<Clk::none>(e, cap - 1, n);
      else if (c == "chunks-tsc")
        into<Clk::tsc>(e, cap - 1, n);
      else
        into<Clk::clock>(e, cap - 1, n);
    });
  } else if (c == "pack") {
    std::vector<Event> evs(kChunk);
    EventGen g;
    for (auto& e : evs) g.next(e);
    std::vector<unsigned char> buf(kChunk * 64);
    u64 bytes = 0;
    timed(n, [&] {
      for (u64 i = 0; i < n; i += kChunk) {
        unsigned char* p = buf.data();
        Event prev = evs[0];
        for (u64 k = 0; k < kChunk; ++k) p = pack(p, evs[k], prev), prev = evs[k];
        bytes = u64(p - buf.data());
        bench::keep(bytes);
      }
    });
    std::fprintf(stderr, "packed bytes per event: %.2f\n", double(bytes) / kChunk);
  } else if (c == "epoll") {
    int ep = epoll_create1(0);
    epoll_event ev[16];
    timed(n, [&] {
      for (u64 i = 0; i < n; ++i) bench::keep(epoll_wait(ep, ev, 16, 0));
    });
  } else {
    bench::unsupported();
  }
}
