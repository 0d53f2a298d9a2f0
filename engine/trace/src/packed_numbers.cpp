#include "packed_numbers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace loopline::trace::packed {
namespace {

using Form = EventColumns::Form;

constexpr std::array<std::uint8_t, 5> kWidths{0, 1, 2, 4, 8};

template <class Stored>
Stored load(const std::uint8_t* at) noexcept {
  Stored value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

// Wrapping sums, so that a base near one end of the range and an offset towards the other never overflow.
constexpr std::int64_t plus(std::int64_t base, std::uint64_t offset) noexcept {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(base) + offset);
}
constexpr std::uint64_t distance(std::int64_t from, std::int64_t to) noexcept {
  return static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from);
}

constexpr std::uint8_t width_for(std::uint64_t range) noexcept {
  if (range == 0) return 0;
  if (range <= UINT8_MAX) return 1;
  if (range <= UINT16_MAX) return 2;
  return range <= UINT32_MAX ? 4 : 8;
}

std::int64_t plain(std::uint8_t width, std::int64_t base, const std::uint8_t* at, std::size_t index) noexcept {
  switch (width) {
    case 0: return base;
    case 1: return plus(base, at[index]);
    case 2: return plus(base, load<std::uint16_t>(at + 2 * index));
    case 4: return plus(base, load<std::uint32_t>(at + 4 * index));
    default: return plus(base, load<std::uint64_t>(at + 8 * index));
  }
}

template <class Stored>
void load_all(std::int64_t base, const std::uint8_t* from, std::span<std::int64_t> out) noexcept {
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = plus(base, load<Stored>(from + i * sizeof(Stored)));
}

void plain_all(std::uint8_t width, std::int64_t base, const std::uint8_t* from, std::span<std::int64_t> out) noexcept {
  switch (width) {
    case 0: std::ranges::fill(out, base); break;
    case 1: load_all<std::uint8_t>(base, from, out); break;
    case 2: load_all<std::uint16_t>(base, from, out); break;
    case 4: load_all<std::uint32_t>(base, from, out); break;
    default: load_all<std::uint64_t>(base, from, out); break;
  }
}

void store(std::uint8_t width, std::uint64_t value, std::uint8_t* to) noexcept { std::memcpy(to, &value, width); }

constexpr std::size_t words_of(std::size_t count) noexcept { return (count + 63) / 64; }

// A bit for each number, and before each word of them how many are set: 8 and 2 bytes for 64 numbers.
template <class Byte>
struct Marks {
  Byte* bits;
  Byte* counts;
  Byte* rest;  // what stands behind

  Marks(Byte* data, std::size_t count) noexcept
      : bits(data), counts(bits + 8 * words_of(count)), rest(counts + 2 * words_of(count)) {}

  std::uint64_t word(std::size_t which) const noexcept { return load<std::uint64_t>(bits + 8 * which); }
  bool has(std::size_t index) const noexcept { return (bits[index / 8] >> (index % 8) & 1) != 0; }
  std::size_t before(std::size_t index) const noexcept {
    const std::uint64_t lower = word(index / 64) & ((std::uint64_t{1} << index % 64) - 1);
    return load<std::uint16_t>(counts + 2 * (index / 64)) + static_cast<std::size_t>(std::popcount(lower));
  }
};

std::size_t marks_bytes(std::size_t count) noexcept { return 10 * words_of(count); }

std::size_t count_up(Marks<std::uint8_t> marks, std::size_t count) noexcept {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < words_of(count); ++i) {
    const auto before = static_cast<std::uint16_t>(sum);
    std::memcpy(marks.counts + 2 * i, &before, sizeof before);
    sum += static_cast<std::size_t>(std::popcount(marks.word(i)));
  }
  return sum;
}

bool is_marked(const Column& column, std::span<const std::int64_t> numbers, std::size_t index) noexcept {
  if (column.form == Form::steps) return index == 0 || numbers[index] != numbers[index - 1];
  return width_for(distance(column.base, numbers[index])) > column.width;
}

}  // namespace

Column plan(std::span<const std::int64_t> numbers) {
  Column best;
  if (numbers.empty()) return best;
  const auto [least, greatest] = std::ranges::minmax(numbers);
  best.base = least;
  best.width = width_for(distance(least, greatest));
  if (best.width == 0) return best;

  std::array<std::size_t, 9> of_width{};
  std::size_t steps = 1;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    ++of_width[width_for(distance(least, numbers[i]))];
    steps += i > 0 && numbers[i] != numbers[i - 1] ? 1 : 0;
  }
  const auto consider = [&](const Column& other) {
    if (bytes_of(other, numbers.size()) < bytes_of(best, numbers.size())) best = other;
  };
  Column other = best;
  other.form = Form::steps;
  other.marks = static_cast<std::uint16_t>(steps);
  consider(other);

  std::size_t rare = numbers.size();
  const std::uint8_t widest = other.width;
  for (const std::uint8_t width : kWidths) {
    rare -= of_width[width];
    if (width >= widest || rare > numbers.size() / 2) continue;
    // Those that do not fit, as distances from the least of them.
    std::int64_t least_rare = greatest;
    for (const std::int64_t number : numbers) {
      if (width_for(distance(least, number)) > width) least_rare = std::min(least_rare, number);
    }
    consider({.base = least,
              .rare_base = least_rare,
              .marks = static_cast<std::uint16_t>(rare),
              .form = Form::patched,
              .width = width,
              .rare_width = width_for(distance(least_rare, greatest))});
  }
  return best;
}

std::size_t bytes_of(const Column& column, std::size_t count) noexcept {
  const std::size_t width = column.width, marks = column.marks;
  switch (column.form) {
    case Form::plain: return count * width;
    case Form::steps: return marks_bytes(count) + marks * width;
    case Form::patched: return marks_bytes(count) + count * width + marks * column.rare_width;
  }
  return 0;
}

void write(const Column& column, std::span<const std::int64_t> numbers, std::uint8_t* to) {
  const std::size_t count = numbers.size(), width = column.width;
  const auto put = [](std::uint8_t bytes, std::int64_t base, std::int64_t number, std::uint8_t* at) {
    store(bytes, distance(base, number), at);
  };
  if (column.form == Form::plain) {
    for (std::size_t i = 0; i < count; ++i) put(column.width, column.base, numbers[i], to + i * width);
    return;
  }
  std::memset(to, 0, bytes_of(column, count));
  const Marks<std::uint8_t> marks(to, count);
  std::uint8_t* rare = marks.rest + (column.form == Form::steps ? 0 : count * width);
  for (std::size_t i = 0; i < count; ++i) {
    if (is_marked(column, numbers, i)) {
      marks.bits[i / 8] = static_cast<std::uint8_t>(marks.bits[i / 8] | 1u << (i % 8));
      const bool steps = column.form == Form::steps;
      const std::uint8_t bytes = steps ? column.width : column.rare_width;
      put(bytes, steps ? column.base : column.rare_base, numbers[i], rare);
      rare += bytes;
    } else if (column.form == Form::patched) {
      put(column.width, column.base, numbers[i], marks.rest + i * width);
    }
  }
  count_up(marks, count);
}

std::int64_t number_at(const Column& column, const std::uint8_t* data, std::size_t count, std::size_t index) noexcept {
  data += column.offset;
  if (column.form == Form::plain) return plain(column.width, column.base, data, index);
  const Marks<const std::uint8_t> marks(data, count);
  if (column.form == Form::steps) {
    return plain(column.width, column.base, marks.rest, marks.before(index) + (marks.has(index) ? 1 : 0) - 1);
  }
  if (!marks.has(index)) return plain(column.width, column.base, marks.rest, index);
  return plain(column.rare_width, column.rare_base, marks.rest + count * column.width, marks.before(index));
}

void read_all(const Column& column, const std::uint8_t* data, std::span<std::int64_t> out) noexcept {
  data += column.offset;
  if (column.form == Form::plain) return plain_all(column.width, column.base, data, out);
  const std::size_t count = out.size();
  const Marks<const std::uint8_t> marks(data, count);
  if (column.form == Form::steps) {
    std::size_t step = SIZE_MAX;
    std::int64_t now = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (marks.has(i)) now = plain(column.width, column.base, marks.rest, ++step);
      out[i] = now;
    }
    return;
  }
  plain_all(column.width, column.base, marks.rest, out);
  const std::uint8_t* rare = marks.rest + count * column.width;
  std::size_t which = 0;
  for (std::size_t word = 0; word < words_of(count); ++word) {
    for (std::uint64_t bits = marks.word(word); bits != 0; bits &= bits - 1) {
      out[word * 64 + static_cast<std::size_t>(std::countr_zero(bits))] =
          plain(column.rare_width, column.rare_base, rare, which++);
    }
  }
}

std::size_t next_change(const Column& column, const std::uint8_t* data, std::size_t count, std::size_t index) noexcept {
  if (column.form == Form::plain && column.width == 0) return count;
  if (column.form != Form::steps || index + 1 >= count) return std::min(index + 1, count);
  const Marks<const std::uint8_t> marks(data + column.offset, count);
  std::size_t word = (index + 1) / 64;
  std::uint64_t bits = marks.word(word) & (~std::uint64_t{0} << (index + 1) % 64);
  while (bits == 0 && ++word < words_of(count)) bits = marks.word(word);
  return bits == 0 ? count : word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
}

bool make_sound(const Column& column, std::uint8_t* data, std::size_t count, std::size_t size) noexcept {
  if (std::ranges::find(kWidths, column.width) == kWidths.end()) return false;
  if (std::ranges::find(kWidths, column.rare_width) == kWidths.end() || column.form > Form::patched) return false;
  if (column.offset > size || bytes_of(column, count) > size - column.offset) return false;
  if (column.form == Form::plain) return true;
  const Marks<std::uint8_t> marks(data + column.offset, count);
  const std::size_t used = count % 64;  // no bits behind the last number
  if (used != 0 && marks.word(count / 64) >> used != 0) return false;
  if (column.form == Form::steps && !marks.has(0)) return false;
  return count_up(marks, count) == column.marks;
}

}  // namespace loopline::trace::packed
