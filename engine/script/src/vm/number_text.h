// Numbers from texts, as int() and float() read them.
#pragma once

#include <gmpxx.h>

#include <optional>
#include <string>
#include <string_view>

namespace loopline::script::numbers {

/// CPython reads and writes no longer decimal integers, lest a program stall it: the conversion takes quadratic time.
inline constexpr std::size_t kMaxDecimalDigits = 4300;

/// Digits of any script and white space beyond ASCII become their ASCII counterparts, other such characters '?'.
/// Texts in ASCII stay as they are.
std::string to_ascii_number(std::string_view text);

enum class IntegerText { good, bad, too_long };
/// Base 0 or 2…36; signs, prefixes, underscores and surrounding white space as Python allows them. `digits` is how many
/// there are when they are too many.
IntegerText parse_integer(std::string_view ascii, int base, mpz_class& number, std::size_t& digits);

/// Decimal numbers, inf, infinity, nan; underscores between digits; surrounding white space. nullopt: no number.
std::optional<double> parse_double(std::string_view ascii);

/// Without the white space of ASCII around it.
std::string_view trimmed(std::string_view text) noexcept;
/// Puts the text into `plain` without its underscores. False if one does not stand between two digits.
bool remove_underscores(std::string_view text, std::string& plain);

/// What is at the start of the text (no white space, no underscores); `end` behind it, 0 if there is none.
double parse_double_prefix(std::string_view ascii, std::size_t& end);

enum class HexText { good, bad, too_large, too_long };
/// float.fromhex(): "-0x1.8p3", "inf"; correctly rounded.
HexText parse_hex_double(std::string_view text, double& number);

}  // namespace loopline::script::numbers
