#include "trace/event_columns.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace loopline::trace {
namespace {

template <class Stored>
std::int64_t load(const std::uint8_t* at) noexcept {
  Stored value;
  std::memcpy(&value, at, sizeof value);
  return static_cast<std::int64_t>(value);
}

// Wrapping sums, so that a base near one end of the range and an offset towards the other never overflow.
constexpr std::int64_t plus(std::int64_t base, std::int64_t offset) noexcept {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(base) + static_cast<std::uint64_t>(offset));
}

std::uint8_t width_for(std::uint64_t range) noexcept {
  if (range == 0) return 0;
  if (range <= UINT8_MAX) return 1;
  if (range <= UINT16_MAX) return 2;
  return range <= UINT32_MAX ? 4 : 8;
}

template <class Stored>
void store_all(std::span<const std::int64_t> values, std::int64_t base, std::uint8_t* to) noexcept {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto offset = static_cast<Stored>(static_cast<std::uint64_t>(values[i]) - static_cast<std::uint64_t>(base));
    std::memcpy(to + i * sizeof offset, &offset, sizeof offset);
  }
}

template <class Stored>
void load_all(const std::uint8_t* from, std::int64_t base, std::span<std::int64_t> out) noexcept {
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = plus(base, load<Stored>(from + i * sizeof(Stored)));
}

void unpack(std::uint8_t width, std::int64_t base, const std::uint8_t* from, std::span<std::int64_t> out) noexcept {
  switch (width) {
    case 0: std::ranges::fill(out, base); break;
    case 1: load_all<std::uint8_t>(from, base, out); break;
    case 2: load_all<std::uint16_t>(from, base, out); break;
    case 4: load_all<std::uint32_t>(from, base, out); break;
    default: load_all<std::int64_t>(from, base, out); break;
  }
}

void pack(std::uint8_t width, std::int64_t base, std::span<const std::int64_t> values, std::uint8_t* to) noexcept {
  switch (width) {
    case 0: break;
    case 1: store_all<std::uint8_t>(values, base, to); break;
    case 2: store_all<std::uint16_t>(values, base, to); break;
    case 4: store_all<std::uint32_t>(values, base, to); break;
    default: store_all<std::uint64_t>(values, base, to); break;
  }
}

std::int64_t column_of(const Event& event, std::size_t column) noexcept {
  switch (column) {
    case EventColumns::kTime: return event.time;
    case EventColumns::kKind: return static_cast<std::int64_t>(event.kind);
    case EventColumns::kTask: return event.task;
    case EventColumns::kA: return event.a;
    case EventColumns::kB: return event.b;
    case EventColumns::kC: return event.c;
    default: return event.d;
  }
}

}  // namespace

std::int64_t EventColumns::get(Column column, std::size_t index) const noexcept {
  const Block& block = m_blocks[index / kBlock];
  const Packed& packed = block.columns[column];
  const std::uint8_t* at = block.data.get() + packed.offset + (index % kBlock) * packed.width;
  switch (packed.width) {
    case 0: return packed.base;
    case 1: return plus(packed.base, *at);
    case 2: return plus(packed.base, load<std::uint16_t>(at));
    case 4: return plus(packed.base, load<std::uint32_t>(at));
    default: return plus(packed.base, load<std::int64_t>(at));
  }
}

Event EventColumns::operator[](EventNumber number) const noexcept {
  const std::size_t index = number - 1;
  return {get(kTime, index),
          get(kA, index),
          get(kB, index),
          get(kC, index),
          get(kD, index),
          static_cast<ObjectId>(get(kTask, index)),
          static_cast<Kind>(get(kKind, index))};
}

std::span<const Event> EventColumns::block(std::size_t block, std::span<Event, kBlock> out) const noexcept {
  const std::size_t count = std::min(kBlock, m_size - block * kBlock);
  std::array<std::int64_t, kBlock> buffer;
  const std::span<std::int64_t> values(buffer.data(), count);
  const auto column = [&](Column which, auto assign) {
    const Packed& packed = m_blocks[block].columns[which];
    unpack(packed.width, packed.base, m_blocks[block].data.get() + packed.offset, values);
    for (std::size_t i = 0; i < count; ++i) assign(out[i], values[i]);
  };
  column(kTime, [](Event& event, std::int64_t value) { event.time = value; });
  column(kKind, [](Event& event, std::int64_t value) { event.kind = static_cast<Kind>(value); });
  column(kTask, [](Event& event, std::int64_t value) { event.task = static_cast<ObjectId>(value); });
  column(kA, [](Event& event, std::int64_t value) { event.a = value; });
  column(kB, [](Event& event, std::int64_t value) { event.b = value; });
  column(kC, [](Event& event, std::int64_t value) { event.c = value; });
  column(kD, [](Event& event, std::int64_t value) { event.d = value; });
  return {out.data(), count};
}

EventNumber EventColumns::last_at(std::int64_t time) const noexcept {
  std::size_t low = 0, high = m_size;  // the first index whose time is later than `time`
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (get(kTime, middle) <= time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

void EventColumns::append(std::span<const Event> events) {
  assert(m_size % kBlock == 0);
  std::array<std::array<std::int64_t, kBlock>, kColumns> buffer;
  while (!events.empty()) {
    const std::span<const Event> piece = events.first(std::min(kBlock, events.size()));
    Block& block = m_blocks.emplace_back();
    std::uint32_t bytes = 0;
    for (std::size_t column = 0; column < kColumns; ++column) {
      std::int64_t* values = buffer[column].data();
      for (std::size_t i = 0; i < piece.size(); ++i) values[i] = column_of(piece[i], column);
      const auto [least, greatest] = std::ranges::minmax(std::span(values, piece.size()));
      const std::uint64_t range = static_cast<std::uint64_t>(greatest) - static_cast<std::uint64_t>(least);
      block.columns[column] = {least, bytes, width_for(range)};
      bytes += static_cast<std::uint32_t>(piece.size()) * block.columns[column].width;
    }
    block.data = std::make_unique_for_overwrite<std::uint8_t[]>(bytes);
    for (std::size_t column = 0; column < kColumns; ++column) {
      const Packed& packed = block.columns[column];
      pack(packed.width, packed.base, {buffer[column].data(), piece.size()}, block.data.get() + packed.offset);
    }
    m_bytes += bytes;
    m_size += piece.size();
    events = events.subspan(piece.size());
  }
}

}  // namespace loopline::trace
