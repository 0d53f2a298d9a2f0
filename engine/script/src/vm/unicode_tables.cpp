#include "unicode_tables.h"

#include <algorithm>

#include "script/objects/str.h"
#include "unicode_data.h"

namespace loopline::script::unicode {

namespace {

const Record& record_of(char32_t character) noexcept {
  const std::span<const Run> all = runs();
  const auto behind = std::upper_bound(all.begin(), all.end(), character,
                                       [](char32_t point, const Run& run) { return point < run.first; });
  return records()[std::prev(behind)->record];
}

bool has(char32_t character, Flag flag) noexcept { return (record_of(character).flags & flag) != 0; }

constexpr char32_t kCapitalSigma = 0x3a3;
constexpr char32_t kSigma = 0x3c3;
constexpr char32_t kFinalSigma = 0x3c2;

bool is_continuation(char c) noexcept { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

/// Whether a letter is before the place and none behind it, looking past marks.
bool is_final_sigma(std::string_view whole, std::size_t start, std::size_t end) noexcept {
  std::size_t at = start;
  bool after_letter = false;
  while (at > 0 && !after_letter) {
    do --at;
    while (at > 0 && is_continuation(whole[at]));
    std::size_t next = at;
    const Record& record = record_of(utf8::decode(whole, next));
    if ((record.flags & kIgnorable) != 0) continue;
    after_letter = (record.flags & kCased) != 0;
    if (!after_letter) return false;
  }
  if (!after_letter) return false;
  for (at = end; at < whole.size();) {
    const Record& record = record_of(utf8::decode(whole, at));
    if ((record.flags & kIgnorable) != 0) continue;
    return (record.flags & kCased) == 0;
  }
  return true;
}

}  // namespace

bool is_space(char32_t character) noexcept { return has(character, kSpace); }
bool is_alpha(char32_t character) noexcept { return has(character, kAlpha); }
bool is_decimal(char32_t character) noexcept { return has(character, kDecimal); }
bool is_digit(char32_t character) noexcept { return has(character, kDigit); }
bool is_numeric(char32_t character) noexcept { return has(character, kNumeric); }
bool is_printable(char32_t character) { return has(character, kPrintable); }
bool is_upper(char32_t character) noexcept { return has(character, kUpper); }
bool is_lower(char32_t character) noexcept { return has(character, kLower); }
bool is_title(char32_t character) noexcept { return has(character, kTitle); }

int digit_value(char32_t character) noexcept {
  if (character >= '0' && character <= '9') return static_cast<int>(character - '0');
  const std::span<const char32_t> zeros = decimal_zeros();
  const auto behind = std::upper_bound(zeros.begin(), zeros.end(), character);
  const char32_t value = character - *std::prev(behind, behind == zeros.begin() ? 0 : 1);
  return value < 10 ? static_cast<int>(value) : -1;
}

void append_changed(std::string& text, char32_t character, Change change) {
  const Record& record = record_of(character);
  if ((record.flags & kExpands) != 0) {
    const std::span<const Expansion> all = expansions();
    const auto kind = static_cast<std::uint8_t>(change);
    const auto less = [](const Expansion& each, const std::pair<char32_t, std::uint8_t>& key) {
      return std::pair(each.from, each.change) < key;
    };
    const auto found = std::lower_bound(all.begin(), all.end(), std::pair(character, kind), less);
    if (found != all.end() && found->from == character && found->change == kind) {
      for (const char32_t each : found->to) {
        if (each != 0) utf8::append(text, each);
      }
      return;
    }
  }
  std::int32_t difference = 0;
  switch (change) {
    case Change::upper: difference = record.upper; break;
    case Change::lower: difference = record.lower; break;
    case Change::title: difference = record.title; break;
    case Change::fold: difference = record.fold; break;
  }
  utf8::append(text, static_cast<char32_t>(static_cast<std::int32_t>(character) + difference));
}

void append_lower_at(std::string& text, std::string_view whole, std::size_t start, std::size_t end,
                     char32_t character) {
  if (character == kCapitalSigma) {
    utf8::append(text, is_final_sigma(whole, start, end) ? kFinalSigma : kSigma);
  } else {
    append_changed(text, character, Change::lower);
  }
}

}  // namespace loopline::script::unicode
