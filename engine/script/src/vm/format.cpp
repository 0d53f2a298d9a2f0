#include "format.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

#include "script/objects/str.h"
#include "unicode_tables.h"

namespace loopline::script::format {

namespace {

void append_hex(std::string& text, unsigned long number, int digits) {
  static const char kDigits[] = "0123456789abcdef";
  for (int i = digits - 1; i >= 0; --i) text += kDigits[number >> (4 * i) & 0xfU];
}

/// Decimal digits and exponent of the shortest representation: 0.d1d2d3… × 10^exponent.
void shortest_digits(double number, std::string& digits, int& exponent) {
  char buffer[64];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific).ptr;
  const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
  const std::size_t e = text.find('e');
  digits.clear();
  for (const char c : text.substr(0, e)) {
    if (c >= '0' && c <= '9') digits += c;
  }
  exponent = std::stoi(std::string(text.substr(e + 1))) + 1;
}

}  // namespace

std::string exponent_text(int exponent, char letter) {
  std::string text(1, letter);
  text += exponent < 0 ? '-' : '+';
  const std::string digits = std::to_string(std::abs(exponent));
  return text + (digits.size() < 2 ? "0" : "") + digits;
}

std::string float_repr(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number > 0 ? "inf" : "-inf";
  std::string text = std::signbit(number) ? "-" : "";
  const double magnitude = std::abs(number);
  if (magnitude == 0) return text + "0.0";
  std::string digits;
  int exponent = 0;
  shortest_digits(magnitude, digits, exponent);
  const auto count = static_cast<int>(digits.size());
  if (exponent > 16 || exponent < -3) {
    text += digits[0];
    if (count > 1) text += "." + digits.substr(1);
    return text + exponent_text(exponent - 1, 'e');
  }
  if (exponent <= 0) return text + "0." + std::string(static_cast<std::size_t>(-exponent), '0') + digits;
  if (count <= exponent) return text + digits + std::string(static_cast<std::size_t>(exponent - count), '0') + ".0";
  return text + digits.substr(0, static_cast<std::size_t>(exponent)) + "." +
         digits.substr(static_cast<std::size_t>(exponent));
}

std::string plain_float_repr(double number) {
  std::string text = float_repr(number);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

std::string complex_repr(double real, double imag) {
  const std::string imaginary = plain_float_repr(imag);
  if (real == 0 && !std::signbit(real)) return imaginary + "j";
  const char* const plus = std::signbit(imag) && !std::isnan(imag) ? "" : "+";
  return "(" + plain_float_repr(real) + plus + imaginary + "j)";
}

std::string float_hex(double number) {
  if (!std::isfinite(number)) return float_repr(number);
  const char* const sign = std::signbit(number) ? "-" : "";
  if (number == 0) return std::string(sign) + "0x0.0p+0";
  int exponent = 0;
  double mantissa = std::frexp(std::abs(number), &exponent) * 2;
  --exponent;
  constexpr int kLeastExponent = -1022;
  if (exponent < kLeastExponent) {
    mantissa = std::ldexp(mantissa, exponent - kLeastExponent);
    exponent = kLeastExponent;
  }
  const auto whole = static_cast<int>(mantissa);
  std::string text = std::string(sign) + "0x" + std::to_string(whole) + ".";
  append_hex(text, static_cast<unsigned long>(std::ldexp(mantissa - whole, 52)), 13);
  return text + "p" + (exponent < 0 ? "-" : "+") + std::to_string(std::abs(exponent));
}

std::string string_repr(std::string_view text) {
  const bool has_single = text.find('\'') != std::string_view::npos;
  const bool has_double = text.find('"') != std::string_view::npos;
  const char quote = has_single && !has_double ? '"' : '\'';
  std::string result(1, quote);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t character = utf8::decode(text, at);
    if (character == static_cast<char32_t>(quote) || character == '\\') {
      result += '\\';
      result += static_cast<char>(character);
    } else if (character == '\n') {
      result += "\\n";
    } else if (character == '\r') {
      result += "\\r";
    } else if (character == '\t') {
      result += "\\t";
    } else if (character < 0x20 || character == 0x7f) {
      result += "\\x";
      append_hex(result, character, 2);
    } else if (character < 0x7f || unicode::is_printable(character)) {
      result += text.substr(start, at - start);
    } else if (character < 0x100) {
      result += "\\x";
      append_hex(result, character, 2);
    } else if (character < 0x10000) {
      result += "\\u";
      append_hex(result, character, 4);
    } else {
      result += "\\U";
      append_hex(result, character, 8);
    }
  }
  return result + quote;
}

std::string bytes_repr(std::string_view data) {
  const bool double_quotes = data.find('\'') != std::string_view::npos && data.find('"') == std::string_view::npos;
  const char quote = double_quotes ? '"' : '\'';
  std::string result = std::string("b") + quote;
  for (const char c : data) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == quote || c == '\\') {
      result += '\\';
      result += c;
    } else if (c == '\t') {
      result += "\\t";
    } else if (c == '\n') {
      result += "\\n";
    } else if (c == '\r') {
      result += "\\r";
    } else if (byte < 0x20 || byte >= 0x7f) {
      result += "\\x";
      append_hex(result, byte, 2);
    } else {
      result += c;
    }
  }
  return result + quote;
}

std::string escape_non_ascii(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = utf8::decode(text, at);
    if (character < 0x80) {
      result += static_cast<char>(character);
    } else if (character < 0x100) {
      result += "\\x";
      append_hex(result, character, 2);
    } else if (character < 0x10000) {
      result += "\\u";
      append_hex(result, character, 4);
    } else {
      result += "\\U";
      append_hex(result, character, 8);
    }
  }
  return result;
}

}  // namespace loopline::script::format
