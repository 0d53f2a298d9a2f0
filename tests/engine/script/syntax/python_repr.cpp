#include "python_repr.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "syntax/unicode.h"
#include "syntax/utf8.h"

namespace loopline::script {

namespace {

std::string formatted(const char* format, unsigned value) {
  std::array<char, 16> text{};
  const int size = std::snprintf(text.data(), text.size(), format, value);
  return {text.data(), static_cast<std::size_t>(size)};
}

char quote_for(std::string_view text) {
  const bool apostrophe = text.find('\'') != std::string_view::npos;
  return apostrophe && text.find('"') == std::string_view::npos ? '"' : '\'';
}

/// What strings and bytes escape alike; empty when the character needs no escape.
std::string common_escape(char32_t point, char quote) {
  switch (point) {
    case U'\\': return "\\\\";
    case U'\n': return "\\n";
    case U'\r': return "\\r";
    case U'\t': return "\\t";
    default: break;
  }
  if (point == static_cast<unsigned char>(quote)) return {'\\', quote};
  if (point < 0x20 || point == 0x7F) return formatted("\\x%02x", point);
  return {};
}

/// The tree keeps lone surrogates as three bytes, which are not UTF-8.
utf8::CodePoint decode(std::string_view text) {
  const utf8::CodePoint point = utf8::decode(text);
  if (point.size != 0) return point;
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i]) & 0x3FU); };
  return {0xD000U | (byte(1) << 6U) | byte(2), 3};
}

std::string repr_of_bytes(std::string_view bytes) {
  const char quote = quote_for(bytes);
  std::string text = std::string("b") + quote;
  for (const char c : bytes) {
    const auto value = static_cast<unsigned char>(c);
    const std::string escape = value < 0x80 ? common_escape(value, quote) : formatted("\\x%02x", value);
    if (escape.empty()) {
      text.push_back(c);
    } else {
      text.append(escape);
    }
  }
  return text + quote;
}

/// Shortest digits that read back as the same number, an exponent where Python writes one.
std::string repr_of_double(double value, bool point_zero) {
  if (std::isinf(value)) return "inf";
  std::array<char, 64> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific).ptr;
  const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const std::size_t e = text.find('e');
  std::string digits(text.substr(0, 1));
  if (e > 2) digits.append(text.substr(2, e - 2));
  const int exponent = std::stoi(std::string(text.substr(e + 1)));
  if (exponent < -4 || exponent >= 16) {
    if (digits.size() > 1) digits.insert(1, ".");
    return digits + formatted(exponent < 0 ? "e-%02d" : "e+%02d", static_cast<unsigned>(std::abs(exponent)));
  }
  if (exponent < 0) return "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  const auto whole = static_cast<std::size_t>(exponent) + 1;
  if (digits.size() <= whole) return digits + std::string(whole - digits.size(), '0') + (point_zero ? ".0" : "");
  return digits.insert(whole, ".");
}

/// Big integers in base ten, by schoolbook arithmetic: tests have few of them.
std::string to_decimal(std::string_view digits, int base) {
  if (base == 10) return std::string(digits);
  constexpr std::uint32_t chunk = 1000000000;
  std::vector<std::uint32_t> chunks = {0};
  for (const char c : digits) {
    std::uint64_t carry = c <= '9' ? static_cast<unsigned>(c - '0') : static_cast<unsigned>((c | 0x20) - 'a' + 10);
    for (std::uint32_t& part : chunks) {
      carry += static_cast<std::uint64_t>(part) * static_cast<unsigned>(base);
      part = static_cast<std::uint32_t>(carry % chunk);
      carry /= chunk;
    }
    if (carry != 0) chunks.push_back(static_cast<std::uint32_t>(carry));
  }
  std::string text = std::to_string(chunks.back());
  for (auto part = chunks.rbegin() + 1; part != chunks.rend(); ++part) text += formatted("%09u", *part);
  return text;
}

}  // namespace

std::string repr_of_string(std::string_view text) {
  const char quote = quote_for(text);
  std::string quoted(1, quote);
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint point = decode(text.substr(at));
    const std::string escape = common_escape(point.value, quote);
    if (!escape.empty()) {
      quoted.append(escape);
    } else if (unicode::is_printable(point.value)) {
      quoted.append(text.substr(at, static_cast<std::size_t>(point.size)));
    } else {
      quoted.append(formatted(point.value < 0x100     ? "\\x%02x"
                              : point.value < 0x10000 ? "\\u%04x"
                                                      : "\\U%08x",
                              point.value));
    }
    at += static_cast<std::size_t>(point.size);
  }
  return quoted + quote;
}

std::string repr(ast::ConstantType singleton) {
  switch (singleton) {
    case ast::ConstantType::None: return "None";
    case ast::ConstantType::True: return "True";
    case ast::ConstantType::False: return "False";
    default: return "Ellipsis";
  }
}

std::string repr(const ast::Constant& constant) {
  switch (constant.type) {
    case ast::ConstantType::Int: return std::to_string(constant.integer);
    case ast::ConstantType::BigInt: return to_decimal(constant.text, constant.base);
    case ast::ConstantType::Float: return repr_of_double(constant.real, true);
    case ast::ConstantType::Imaginary: return repr_of_double(constant.real, false) + "j";
    case ast::ConstantType::Str: return repr_of_string(constant.text);
    case ast::ConstantType::Bytes: return repr_of_bytes(constant.text);
    default: return repr(constant.type);
  }
}

}  // namespace loopline::script
