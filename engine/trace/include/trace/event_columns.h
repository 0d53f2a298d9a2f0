// The events of a run in memory: columns in blocks of 4,096 events, each in as little room as its block allows (about 8
// bytes an event, against 48 unpacked). Immutable once filled, so any number of threads may read.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "trace/event.h"

namespace loopline::trace {

class EventColumns {
 public:
  static constexpr std::size_t kBlock = 4096;
  enum Column : std::uint8_t { kTime, kKind, kTask, kA, kB, kC, kD, kColumns };

  std::size_t size() const noexcept { return m_size; }
  bool empty() const noexcept { return m_size == 0; }

  /// The event with this number, from 1 to size(). Constant time.
  Event operator[](EventNumber number) const noexcept;
  std::int64_t time(EventNumber number) const noexcept { return get(kTime, number - 1); }
  Kind kind(EventNumber number) const noexcept { return static_cast<Kind>(get(kKind, number - 1)); }
  /// One column of an event.
  std::int64_t value(Column column, EventNumber number) const noexcept { return get(column, number - 1); }
  /// The first event after this one that has another time; size() + 1 if there is none.
  EventNumber next_time(EventNumber number) const noexcept;

  std::size_t block_count() const noexcept { return (m_size + kBlock - 1) / kBlock; }
  /// Unpacks block `block` (events block * kBlock + 1 and on) into `out`; gives what was filled. The quick way through.
  std::span<const Event> block(std::size_t block, std::span<Event, kBlock> out) const noexcept;

  /// The last event whose time is not after `time`; 0 if there is none. Logarithmic.
  EventNumber last_at(std::int64_t time) const noexcept;

  /// Appends events; all but the last call must bring whole blocks.
  void append(std::span<const Event> events);

  /// What the packed values take.
  std::size_t bytes() const noexcept { return m_bytes; }

  /// All of it as bytes that restore() takes; in the machine's order.
  std::vector<std::uint8_t> archive() const;
  /// From what archive() gave, piece by piece: `read` fills a span, or gives false. False, and no events, if it is
  /// anything else: whatever the bytes are, nothing is looked for that is not there, and times rise.
  bool restore(const std::function<bool(std::span<std::uint8_t>)>& read);

  /// How the numbers of a column are kept; see packed_numbers.h.
  enum class Form : std::uint8_t { plain, steps, patched };
  struct Packed {
    std::int64_t base = 0, rare_base = 0;
    std::uint32_t offset = 0;  // into the block's data
    std::uint16_t marks = 0;   // numbers that are steps, or need more room than the rest
    Form form = Form::plain;
    std::uint8_t width = 0, rare_width = 0;  // bytes a number: 0, 1, 2, 4 or 8
  };

 private:
  struct Block {
    std::array<Packed, kColumns> columns;
    std::unique_ptr<std::uint8_t[]> data;
    std::uint32_t bytes = 0;
  };

  std::size_t count_of(std::size_t block) const noexcept;
  std::int64_t raw(Column column, std::size_t index) const noexcept;
  std::int64_t get(Column column, std::size_t index) const noexcept;
  bool times_rise(std::size_t block, std::int64_t& last) const;

  std::vector<Block> m_blocks;
  std::size_t m_size = 0;
  std::size_t m_bytes = 0;
};

}  // namespace loopline::trace
