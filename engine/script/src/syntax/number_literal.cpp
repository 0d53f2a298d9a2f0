#include "syntax/number_literal.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "syntax/arena.h"
#include "syntax/characters.h"

namespace loopline::script {

namespace {

// CPython converts no longer decimals, lest a program stall it: the conversion takes quadratic time.
constexpr std::size_t max_decimal_digits = 4300;

std::string without_underscores(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (const char c : text) {
    if (c != '_') plain.push_back(c);
  }
  return plain;
}

int base_of(std::string_view text) {
  if (text.size() < 2 || text[0] != '0') return 10;
  switch (text[1] | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 10;
  }
}

/// The power of ten of the first digit that is not zero. Says which way a number out of double's range lies.
bool is_large(std::string_view text) {
  const std::size_t exponent_at = std::min(text.find_first_of("eE"), text.size());
  const std::string_view mantissa = text.substr(0, exponent_at);
  const std::size_t first = mantissa.find_first_of("123456789");
  if (first == std::string_view::npos) return false;
  std::string_view digits = text.substr(std::min(exponent_at + 1, text.size()));
  const bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.remove_prefix(1);
  long long exponent = 0;
  if (!digits.empty() && std::from_chars(digits.data(), digits.data() + digits.size(), exponent).ec != std::errc())
    return !negative;
  const auto point = static_cast<long long>(std::min(mantissa.find('.'), mantissa.size()));
  return (negative ? -exponent : exponent) + point - static_cast<long long>(first) > 0;
}

// The conversion is the same everywhere and knows no locale, unlike strtod.
double to_double(std::string_view text) {
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec == std::errc()) return value;
  return is_large(text) ? std::numeric_limits<double>::infinity() : 0.0;
}

std::string read_integer(std::string_view text, Arena& arena, ast::Constant& into) {
  const int base = base_of(text);
  if (base != 10) text.remove_prefix(2);
  text.remove_prefix(std::min(text.find_first_not_of('0'), text.size()));
  into.type = ast::ConstantType::Int;
  if (text.empty()) return {};
  const auto result = std::from_chars(text.data(), text.data() + text.size(), into.integer, base);
  if (result.ec == std::errc()) return {};
  if (base == 10 && text.size() > max_decimal_digits) {
    return "Exceeds the limit (4300 digits) for integer string conversion: value has " + std::to_string(text.size()) +
           " digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer "
           "literals to avoid "
           "decimal conversion limits.";
  }
  into.type = ast::ConstantType::BigInt;
  into.integer = 0;
  into.base = base;
  into.text = arena.copy(text);
  return {};
}

}  // namespace

std::string read_number(std::string_view text, Arena& arena, ast::Constant& into) {
  const std::string plain = text.find('_') == std::string_view::npos ? std::string() : without_underscores(text);
  if (!plain.empty()) text = plain;
  const bool radix = base_of(text) != 10;
  if (!radix && (text.back() | 0x20) == 'j') {
    into.type = ast::ConstantType::Imaginary;
    into.real = to_double(text.substr(0, text.size() - 1));
    return {};
  }
  if (!radix && text.find_first_of(".eE") != std::string_view::npos) {
    into.type = ast::ConstantType::Float;
    into.real = to_double(text);
    return {};
  }
  return read_integer(text, arena, into);
}

}  // namespace loopline::script
