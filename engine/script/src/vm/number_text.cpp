#include "number_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "numbers.h"
#include "script/objects/str.h"
#include "unicode_tables.h"

namespace loopline::script::numbers {

namespace {

bool is_c_space(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

int digit_of(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : 99;
}

int prefix_base(std::string_view text) noexcept {
  if (text.size() < 2 || text[0] != '0') return 0;
  switch (text[1] | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 0;
  }
}

bool starts_with_ignoring_case(std::string_view text, std::string_view lower) noexcept {
  if (text.size() < lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if ((text[i] | 0x20) != lower[i]) return false;
  }
  return true;
}

/// The decimal exponent of a number out of range, to tell too great from too small.
bool is_great(std::string_view text) noexcept {
  const std::size_t e = std::min(text.find_first_of("eE"), text.size());
  const std::string_view mantissa = text.substr(0, e);
  const std::size_t first = mantissa.find_first_of("123456789");
  if (first == std::string_view::npos) return false;
  std::string_view digits = text.substr(std::min(e + 1, text.size()));
  const bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.remove_prefix(1);
  long long exponent = 0;
  if (!digits.empty() && std::from_chars(digits.data(), digits.data() + digits.size(), exponent).ec != std::errc()) {
    return !negative;
  }
  const auto point = static_cast<long long>(std::min(mantissa.find('.'), mantissa.size()));
  return (negative ? -exponent : exponent) + point - static_cast<long long>(first) > 0;
}

/// How far a plain decimal number goes: digits, point, digits, exponent. 0 if there is none.
std::size_t decimal_end(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  std::size_t digits = at;
  if (at < text.size() && text[at] == '.') {
    ++at;
    const std::size_t start = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    digits += at - start;
  }
  if (digits == 0) return 0;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    std::size_t exponent = at + 1;
    if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
    if (exponent < text.size() && is_digit(text[exponent])) {
      while (exponent < text.size() && is_digit(text[exponent])) ++exponent;
      at = exponent;
    }
  }
  return at;
}

}  // namespace

std::string_view trimmed(std::string_view text) noexcept {
  while (!text.empty() && is_c_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_c_space(text.back())) text.remove_suffix(1);
  return text;
}

bool remove_underscores(std::string_view text, std::string& plain) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') {
      plain += text[i];
      continue;
    }
    if (i == 0 || i + 1 == text.size() || !is_digit(text[i - 1]) || !is_digit(text[i + 1])) return false;
  }
  return true;
}

std::string to_ascii_number(std::string_view text) {
  std::string ascii;
  ascii.reserve(text.size());
  bool plain = true;
  for (const char c : text) plain = plain && static_cast<unsigned char>(c) < 0x80;
  if (plain) return std::string(text);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = utf8::decode(text, at);
    if (unicode::is_space(character)) {
      ascii += ' ';
    } else if (character < 0x80) {
      ascii += static_cast<char>(character);
    } else {
      const int digit = unicode::digit_value(character);
      ascii += digit < 0 ? '?' : static_cast<char>('0' + digit);
    }
  }
  return ascii;
}

IntegerText parse_integer(std::string_view text, int base, mpz_class& number, std::size_t& digits) {
  text = trimmed(text);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const int prefix = prefix_base(text);
  bool zero_only = false;
  if (base == 0) {
    base = prefix != 0 ? prefix : 10;
    // "010" meant eight once: a leading zero is good for zero alone.
    zero_only = prefix == 0 && text.starts_with('0');
  }
  if (prefix != 0 && prefix == base) {
    text.remove_prefix(2);
    if (text.starts_with('_')) text.remove_prefix(1);
  }
  std::string plain;
  plain.reserve(text.size());
  bool after_digit = false;
  for (const char c : text) {
    if (c == '_') {
      if (!after_digit) return IntegerText::bad;
      after_digit = false;
      continue;
    }
    if (digit_of(c) >= base) return IntegerText::bad;
    plain += c;
    after_digit = true;
  }
  if (!after_digit) return IntegerText::bad;
  const bool power_of_two = (base & (base - 1)) == 0;
  if (!power_of_two && plain.size() > kMaxDecimalDigits) {
    digits = plain.size();
    return IntegerText::too_long;
  }
  number = mpz_class(plain, base);
  if (zero_only && number != 0) return IntegerText::bad;
  if (negative) number = -number;
  return IntegerText::good;
}

double parse_double_prefix(std::string_view text, std::size_t& end) {
  end = 0;
  std::size_t sign = 0;
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) sign = 1;
  const std::string_view rest = text.substr(sign);
  double value = 0;
  if (const std::size_t size = decimal_end(rest); size > 0) {
    // from_chars wants a digit behind or before the point, and knows no locale, unlike strtod.
    const std::string_view decimal = rest.substr(0, size);
    const std::string padded = decimal.starts_with('.') ? "0" + std::string(decimal) : std::string(decimal);
    const auto read = std::from_chars(padded.data(), padded.data() + padded.size(), value);
    if (read.ec != std::errc()) value = is_great(padded) ? std::numeric_limits<double>::infinity() : 0.0;
    end = sign + size;
  } else if (starts_with_ignoring_case(rest, "inf")) {
    value = std::numeric_limits<double>::infinity();
    end = sign + (starts_with_ignoring_case(rest, "infinity") ? 8 : 3);
  } else if (starts_with_ignoring_case(rest, "nan")) {
    value = std::numeric_limits<double>::quiet_NaN();
    end = sign + 3;
  }
  return negative ? -value : value;
}

std::optional<double> parse_double(std::string_view text) {
  text = trimmed(text);
  std::size_t end = 0;
  if (text.find('_') == std::string_view::npos) {
    const double value = parse_double_prefix(text, end);
    return end == 0 || end != text.size() ? std::nullopt : std::optional(value);
  }
  std::string plain;
  if (!remove_underscores(text, plain)) return std::nullopt;
  const double value = parse_double_prefix(plain, end);
  if (end == 0 || end != plain.size()) return std::nullopt;
  return value;
}

HexText parse_hex_double(std::string_view text, double& number) {
  text = trimmed(text);
  std::size_t at = 0;
  const auto peek = [&] { return at < text.size() ? text[at] : '\0'; };
  const bool negative = peek() == '-';
  if (negative || peek() == '+') ++at;
  const auto sign = [&](double magnitude) { return negative ? -magnitude : magnitude; };
  const std::string_view word = text.substr(at);
  if (starts_with_ignoring_case(word, "nan") || starts_with_ignoring_case(word, "inf")) {
    std::size_t end = 0;
    const double special = parse_double_prefix(word, end);
    if (end != word.size()) return HexText::bad;
    number = sign(special);
    return HexText::good;
  }
  if (peek() == '0' && at + 1 < text.size() && (text[at + 1] | 0x20) == 'x') at += 2;
  mpz_class mantissa;
  long long exponent = 0;
  std::string digits;
  const auto take_digits = [&] {
    while (digit_of(peek()) < 16) digits += text[at++];
  };
  take_digits();
  if (peek() == '.') {
    ++at;
    const std::size_t whole = digits.size();
    take_digits();
    exponent = -4 * static_cast<long long>(digits.size() - whole);
  }
  if (digits.empty()) return HexText::bad;
  if ((peek() | 0x20) == 'p') {
    ++at;
    const bool down = peek() == '-';
    if (down || peek() == '+') ++at;
    if (!is_digit(peek())) return HexText::bad;
    long long given = 0;
    while (is_digit(peek())) given = std::min(given * 10 + (text[at++] - '0'), 1'000'000'000'000LL);
    exponent += down ? -given : given;
  }
  if (at != text.size()) return HexText::bad;
  mantissa = mpz_class(digits, 16);
  number = sign(0.0);
  if (mantissa == 0) return HexText::good;
  const auto top = static_cast<long long>(mpz_sizeinbase(mantissa.get_mpz_t(), 2)) + exponent;
  if (top > 1024) return HexText::too_large;
  if (top < -1080) return HexText::good;
  mpz_class denominator = 1;
  if (exponent >= 0) {
    mantissa <<= static_cast<mp_bitcnt_t>(exponent);
  } else {
    denominator <<= static_cast<mp_bitcnt_t>(-exponent);
  }
  const double magnitude = nearest_quotient(mantissa, denominator);
  if (std::isinf(magnitude)) return HexText::too_large;
  number = sign(magnitude);
  return HexText::good;
}

}  // namespace loopline::script::numbers
