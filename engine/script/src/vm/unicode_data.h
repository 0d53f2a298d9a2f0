// The tables behind unicode_tables.h. unicode_data.cpp is made by tools/make_unicode_tables.py.
#pragma once

#include <cstdint>
#include <span>

namespace loopline::script::unicode {

/// Bits of Record::flags.
enum Flag : std::uint16_t {
  kAlpha = 1U << 0U,
  kDecimal = 1U << 1U,
  kDigit = 1U << 2U,
  kNumeric = 1U << 3U,
  kSpace = 1U << 4U,
  kPrintable = 1U << 5U,
  kLower = 1U << 6U,
  kUpper = 1U << 7U,
  kTitle = 1U << 8U,
  kCased = 1U << 9U,       ///< a sigma after it is a final one
  kIgnorable = 1U << 10U,  ///< a sigma looks past it
  kExpands = 1U << 11U,    ///< a change of case makes several characters of it
};

struct Record {
  std::uint16_t flags;
  std::int32_t upper;  ///< differences to the code point
  std::int32_t lower;
  std::int32_t title;
  std::int32_t fold;
};

/// Code points from `first` up to the next run's.
struct Run {
  char32_t first;
  std::uint16_t record;
};

/// A change of case into several characters; 0 ends them.
struct Expansion {
  char32_t from;
  std::uint8_t change;  ///< 0 upper, 1 lower, 2 title, 3 fold
  char32_t to[3];
};

std::span<const Record> records() noexcept;
std::span<const Run> runs() noexcept;
std::span<const Expansion> expansions() noexcept;
std::span<const char32_t> decimal_zeros() noexcept;

}  // namespace loopline::script::unicode
