// Numbers of one column of up to 4,096 events in little room, each found again at once. Whichever of three forms is the
// smallest:
//   plain     each as its distance from the least, in as many bytes as the greatest needs
//   steps     only where it changes; for columns that stay the same for a while
//   patched   as plain, with fewer bytes; the few that need more stand behind
// Where a bit tells about each number (steps, patched), the bits of each word before it are counted beforehand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "trace/event_columns.h"

namespace loopline::trace::packed {

using Column = EventColumns::Packed;

/// The smallest form of some numbers; all but the offset is set.
Column plan(std::span<const std::int64_t> numbers);
/// What that takes.
std::size_t bytes_of(const Column& column, std::size_t count) noexcept;
void write(const Column& column, std::span<const std::int64_t> numbers, std::uint8_t* to);

std::int64_t number_at(const Column& column, const std::uint8_t* data, std::size_t count, std::size_t index) noexcept;
void read_all(const Column& column, const std::uint8_t* data, std::span<std::int64_t> out) noexcept;
/// The first index after `index` where the number may be another one; `count` if there is none.
std::size_t next_change(const Column& column, const std::uint8_t* data, std::size_t count, std::size_t index) noexcept;

/// Whether what was read from a file can be used: no number is looked for outside of `size` bytes. Counts the bits
/// anew.
bool make_sound(const Column& column, std::uint8_t* data, std::size_t count, std::size_t size) noexcept;

}  // namespace loopline::trace::packed
