#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

/// What Python's lexer thinks of single bytes. Bytes above 127 belong to characters that may be part of an identifier;
/// whether they really are is looked up when the whole name is known.
namespace loopline::script {

/// How many brackets may be open at once. This limit is CPython's; programs are written to it.
inline constexpr std::size_t max_brackets = 200;

namespace detail {

enum : std::uint8_t { starts_name = 1, goes_on_name = 2, decimal = 4, hexadecimal = 8 };

constexpr std::array<std::uint8_t, 256> make_character_classes() {
  std::array<std::uint8_t, 256> classes{};
  const auto mark = [&](int first, int last, unsigned flags) {
    for (int c = first; c <= last; ++c) {
      auto& slot = classes[static_cast<std::size_t>(c)];
      slot = static_cast<std::uint8_t>(slot | flags);
    }
  };
  mark('a', 'z', starts_name | goes_on_name);
  mark('A', 'Z', starts_name | goes_on_name);
  mark('_', '_', starts_name | goes_on_name);
  mark(128, 255, starts_name | goes_on_name);
  mark('0', '9', goes_on_name | decimal | hexadecimal);
  mark('a', 'f', hexadecimal);
  mark('A', 'F', hexadecimal);
  return classes;
}

inline constexpr std::array<std::uint8_t, 256> character_classes = make_character_classes();

constexpr bool has_class(char c, unsigned flag) {
  return (character_classes[static_cast<unsigned char>(c)] & flag) != 0;
}

}  // namespace detail

constexpr bool may_start_name(char c) { return detail::has_class(c, detail::starts_name); }
constexpr bool may_continue_name(char c) { return detail::has_class(c, detail::goes_on_name); }
constexpr bool is_decimal_digit(char c) { return detail::has_class(c, detail::decimal); }
constexpr bool is_hex_digit(char c) { return detail::has_class(c, detail::hexadecimal); }
constexpr bool is_octal_digit(char c) { return c >= '0' && c <= '7'; }
constexpr bool is_binary_digit(char c) { return c == '0' || c == '1'; }
constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }
constexpr char opening_of(char closing) { return closing == ')' ? '(' : closing == ']' ? '[' : '{'; }
constexpr int hex_value(char c) { return is_decimal_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10; }

}  // namespace loopline::script
