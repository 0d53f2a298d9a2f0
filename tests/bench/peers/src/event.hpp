// The event every recording benchmark uses: eight integers, 64 bytes, and a
// generator with the value ranges of a real trace (ids and times rise, tasks
// repeat, handles rise half as fast, lines are small).
#pragma once
#include <cstdint>

struct Event {
  std::int64_t id, time_ns, iteration, kind, task, other, handle, line;
};
static_assert(sizeof(Event) == 64);

struct EventGen {
  std::uint32_t x = 987654321;
  std::int64_t id = 0, time = 0, iter = 0;
  void next(Event& e) {
    x = x * 1664525u + 1013904223u;
    std::uint32_t r = x >> 8;
    time += 40 + (r & 1023);
    iter += (r >> 10 & 7) == 0;
    e.id = ++id;
    e.time_ns = time;
    e.iteration = iter;
    e.kind = r >> 12 & 15;
    e.task = 1 + (r >> 4) % 1000;
    e.other = (r >> 6 & 3) ? 0 : 1 + (r >> 9) % 1000;
    e.handle = id / 2;
    e.line = 1 + (r >> 3) % 300;
  }
};

// Delta + zigzag + LEB128, one event after another: the small end of what an
// in-memory trace can be without a real compressor.
inline unsigned char* put_varint(unsigned char* p, std::uint64_t v) {
  while (v >= 0x80) {
    *p++ = static_cast<unsigned char>(v | 0x80);
    v >>= 7;
  }
  *p++ = static_cast<unsigned char>(v);
  return p;
}
inline std::uint64_t zigzag(std::int64_t d) {
  return (static_cast<std::uint64_t>(d) << 1) ^ static_cast<std::uint64_t>(d >> 63);
}
inline unsigned char* pack(unsigned char* p, Event const& e, Event const& prev) {
  *p++ = static_cast<unsigned char>(e.kind);
  p = put_varint(p, static_cast<std::uint64_t>(e.time_ns - prev.time_ns));
  p = put_varint(p, static_cast<std::uint64_t>(e.iteration - prev.iteration));
  p = put_varint(p, static_cast<std::uint64_t>(e.task));
  p = put_varint(p, static_cast<std::uint64_t>(e.other));
  p = put_varint(p, zigzag(e.handle - prev.handle));
  p = put_varint(p, static_cast<std::uint64_t>(e.line));
  return p;
}
