#include "trace/event_columns.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "packed_numbers.h"

namespace loopline::trace {
namespace {

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

// What is near something else that is known is kept as the distance to it, which is small. Wrapping: any value will do.
constexpr std::int64_t minus(std::int64_t from, std::int64_t value) noexcept {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(from) - static_cast<std::uint64_t>(value));
}
/// Kinds whose `a` is the number of an event not long before.
constexpr bool names_event(Kind kind) noexcept {
  return kind == Kind::callback_begin || kind == Kind::handle_cancelled || kind == Kind::step_begin;
}
/// Kinds whose `b` is a time not long after.
constexpr bool is_due(Kind kind) noexcept {
  return kind == Kind::select || kind == Kind::timer_set || kind == Kind::block_begin;
}
// Both ways: minus() is its own inverse.
constexpr void relate(Event& event, std::size_t number) noexcept {
  if (names_event(event.kind)) event.a = minus(static_cast<std::int64_t>(number), event.a);
  if (is_due(event.kind)) event.b = minus(event.time, event.b);
}

}  // namespace

std::size_t EventColumns::count_of(std::size_t block) const noexcept {
  return std::min(kBlock, m_size - block * kBlock);
}

std::int64_t EventColumns::raw(Column column, std::size_t index) const noexcept {
  const Block& block = m_blocks[index / kBlock];
  return packed::number_at(block.columns[column], block.data.get(), count_of(index / kBlock), index % kBlock);
}

std::int64_t EventColumns::get(Column column, std::size_t index) const noexcept {
  const std::int64_t value = raw(column, index);
  if (column != kA && column != kB) return value;
  const auto kind = static_cast<Kind>(raw(kKind, index));
  if (column == kA) return names_event(kind) ? minus(static_cast<std::int64_t>(index + 1), value) : value;
  return is_due(kind) ? minus(raw(kTime, index), value) : value;
}

Event EventColumns::operator[](EventNumber number) const noexcept {
  const std::size_t index = number - 1;
  Event event{raw(kTime, index),
              raw(kA, index),
              raw(kB, index),
              raw(kC, index),
              raw(kD, index),
              static_cast<ObjectId>(raw(kTask, index)),
              static_cast<Kind>(raw(kKind, index))};
  relate(event, number);
  return event;
}

std::span<const Event> EventColumns::block(std::size_t block, std::span<Event, kBlock> out) const noexcept {
  const std::size_t count = count_of(block);
  std::array<std::int64_t, kBlock> buffer;
  const std::span<std::int64_t> values(buffer.data(), count);
  const auto column = [&](Column which, auto assign) {
    packed::read_all(m_blocks[block].columns[which], m_blocks[block].data.get(), values);
    for (std::size_t i = 0; i < count; ++i) assign(out[i], values[i]);
  };
  column(kTime, [](Event& event, std::int64_t value) { event.time = value; });
  column(kKind, [](Event& event, std::int64_t value) { event.kind = static_cast<Kind>(value); });
  column(kTask, [](Event& event, std::int64_t value) { event.task = static_cast<ObjectId>(value); });
  column(kA, [](Event& event, std::int64_t value) { event.a = value; });
  column(kB, [](Event& event, std::int64_t value) { event.b = value; });
  column(kC, [](Event& event, std::int64_t value) { event.c = value; });
  column(kD, [](Event& event, std::int64_t value) { event.d = value; });
  for (std::size_t i = 0; i < count; ++i) relate(out[i], block * kBlock + i + 1);
  return {out.data(), count};
}

EventNumber EventColumns::next_time(EventNumber number) const noexcept {
  const std::int64_t time = this->time(number);
  std::size_t index = number - 1;
  do {
    const std::size_t block = index / kBlock;
    index = block * kBlock + packed::next_change(m_blocks[block].columns[kTime], m_blocks[block].data.get(),
                                                 count_of(block), index % kBlock);
  } while (index < m_size && raw(kTime, index) == time);
  return index + 1;
}

EventNumber EventColumns::last_at(std::int64_t time) const noexcept {
  std::size_t low = 0, high = m_size;  // the first index whose time is later than `time`
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (raw(kTime, middle) <= time) {
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
    for (std::size_t i = 0; i < piece.size(); ++i) {
      Event event = piece[i];
      relate(event, m_size + i + 1);
      for (std::size_t column = 0; column < kColumns; ++column) buffer[column][i] = column_of(event, column);
    }
    Block& block = m_blocks.emplace_back();
    std::size_t bytes = 0;
    for (std::size_t column = 0; column < kColumns; ++column) {
      block.columns[column] = packed::plan({buffer[column].data(), piece.size()});
      block.columns[column].offset = static_cast<std::uint32_t>(bytes);
      bytes += packed::bytes_of(block.columns[column], piece.size());
    }
    block.bytes = static_cast<std::uint32_t>(bytes);
    block.data = std::make_unique_for_overwrite<std::uint8_t[]>(bytes);
    for (std::size_t column = 0; column < kColumns; ++column) {
      packed::write(block.columns[column], {buffer[column].data(), piece.size()},
                    block.data.get() + block.columns[column].offset);
    }
    m_bytes += bytes;
    m_size += piece.size();
    events = events.subspan(piece.size());
  }
}

// ---- as bytes: how many events, then each block: what its columns are like, how many bytes, the bytes

namespace {

constexpr std::size_t kHead = 8 + 8 + 4 + 2 + 3;  // of a column, without gaps

void put_head(const EventColumns::Packed& column, std::uint8_t* to) noexcept {
  std::memcpy(to, &column.base, 8);
  std::memcpy(to + 8, &column.rare_base, 8);
  std::memcpy(to + 16, &column.offset, 4);
  std::memcpy(to + 20, &column.marks, 2);
  to[22] = static_cast<std::uint8_t>(column.form);
  to[23] = column.width;
  to[24] = column.rare_width;
}

EventColumns::Packed head_at(const std::uint8_t* from) noexcept {
  EventColumns::Packed column;
  std::memcpy(&column.base, from, 8);
  std::memcpy(&column.rare_base, from + 8, 8);
  std::memcpy(&column.offset, from + 16, 4);
  std::memcpy(&column.marks, from + 20, 2);
  column.form = static_cast<EventColumns::Form>(from[22]);
  column.width = from[23];
  column.rare_width = from[24];
  return column;
}

// What a block takes at the most: eight bytes for each value, twice where some stand behind, and the marks.
constexpr std::size_t kMostBytes = EventColumns::kColumns * EventColumns::kBlock * 18;

}  // namespace

std::vector<std::uint8_t> EventColumns::archive() const {
  std::vector<std::uint8_t> bytes(sizeof(std::uint64_t));
  bytes.reserve(m_bytes + m_blocks.size() * (kColumns * kHead + 4) + bytes.size());
  const std::uint64_t size = m_size;
  std::memcpy(bytes.data(), &size, sizeof size);
  for (const Block& block : m_blocks) {
    std::array<std::uint8_t, kColumns * kHead + 4> head;
    for (std::size_t column = 0; column < kColumns; ++column) put_head(block.columns[column], &head[column * kHead]);
    std::memcpy(&head[kColumns * kHead], &block.bytes, sizeof block.bytes);
    bytes.insert(bytes.end(), head.begin(), head.end());
    bytes.insert(bytes.end(), block.data.get(), block.data.get() + block.bytes);
  }
  return bytes;
}

bool EventColumns::restore(const std::function<bool(std::span<std::uint8_t>)>& read) {
  *this = {};
  std::uint64_t size = 0;
  if (!read({reinterpret_cast<std::uint8_t*>(&size), sizeof size})) return false;
  std::int64_t time = 0;
  for (std::uint64_t left = size; left > 0; left -= std::min<std::uint64_t>(left, kBlock)) {
    const std::size_t count = std::min<std::uint64_t>(left, kBlock);
    std::array<std::uint8_t, kColumns * kHead + 4> head;
    Block block;
    bool sound = read(head);
    std::memcpy(&block.bytes, &head[kColumns * kHead], sizeof block.bytes);
    sound = sound && block.bytes <= kMostBytes;
    if (sound) block.data = std::make_unique_for_overwrite<std::uint8_t[]>(block.bytes);
    sound = sound && read({block.data.get(), block.bytes});
    for (std::size_t column = 0; column < kColumns && sound; ++column) {
      block.columns[column] = head_at(&head[column * kHead]);
      sound = packed::make_sound(block.columns[column], block.data.get(), count, block.bytes);
    }
    if (sound) {
      m_blocks.push_back(std::move(block));
      m_bytes += m_blocks.back().bytes;
      m_size += count;
      sound = times_rise(m_blocks.size() - 1, time);
    }
    if (!sound) {
      *this = {};
      return false;
    }
  }
  return true;
}

bool EventColumns::times_rise(std::size_t block, std::int64_t& last) const {
  const Packed& times = m_blocks[block].columns[kTime];
  const std::uint8_t* data = m_blocks[block].data.get();
  const std::size_t count = count_of(block);
  for (std::size_t i = 0; i < count; i = packed::next_change(times, data, count, i)) {
    const std::int64_t time = packed::number_at(times, data, count, i);
    if (time < last) return false;
    last = time;
  }
  return true;
}

}  // namespace loopline::trace
