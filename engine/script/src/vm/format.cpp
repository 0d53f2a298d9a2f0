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

std::string exponent_text(int exponent, char letter) {
  std::string text(1, letter);
  text += exponent < 0 ? '-' : '+';
  const std::string digits = std::to_string(std::abs(exponent));
  return text + (digits.size() < 2 ? "0" : "") + digits;
}

std::string printf_double(const char* form, int precision, double number) {
  std::string text(64, '\0');
  int length = std::snprintf(text.data(), text.size(), form, precision, number);
  if (static_cast<std::size_t>(length) >= text.size()) {
    text.resize(static_cast<std::size_t>(length) + 1);
    length = std::snprintf(text.data(), text.size(), form, precision, number);
  }
  text.resize(static_cast<std::size_t>(length));
  return text;
}

/// Groups the digits before the point: 1234567.5 → 1,234,567.5; fills with zeros up to `width` if asked to.
std::string group_digits(const std::string& digits, char separator, std::size_t every, std::size_t width) {
  const std::size_t whole = std::min(digits.find_first_not_of("0123456789abcdefABCDEF"), digits.size());
  std::string integer = digits.substr(0, whole);
  const std::string rest = digits.substr(whole);
  const auto grouped_size = [&](std::size_t count) { return count + (count - 1) / every; };
  while (width > rest.size() && grouped_size(integer.size() + 1) + rest.size() <= width) integer.insert(0, "0");
  if (width > 0 && grouped_size(integer.size()) + rest.size() < width) integer.insert(0, "0");
  std::string result;
  for (std::size_t i = 0; i < integer.size(); ++i) {
    if (i > 0 && (integer.size() - i) % every == 0) result += separator;
    result += integer[i];
  }
  return result + rest;
}

/// Sign, prefix and digits put into the width.
std::string pad_number(const std::string& sign, const std::string& prefix, std::string digits, const Spec& spec,
                       std::size_t group_every) {
  const std::size_t fixed = sign.size() + prefix.size();
  const char align = spec.align != 0 ? spec.align : spec.zero_padded ? '=' : '>';
  const bool zero_fill = align == '=' && spec.fill == "0";
  if (spec.grouping != 0) {
    const std::size_t room = zero_fill && spec.width > fixed ? spec.width - fixed : 0;
    digits = group_digits(digits, spec.grouping, group_every, room);
  }
  const std::size_t length = fixed + digits.size();
  if (length >= spec.width) return sign + prefix + digits;
  std::string padding;
  const std::size_t missing = spec.width - length;
  const auto fill = [&](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += spec.fill;
    return text;
  };
  switch (align) {
    case '<': return sign + prefix + digits + fill(missing);
    case '^': return fill(missing / 2) + sign + prefix + digits + fill(missing - missing / 2);
    case '=': return sign + prefix + fill(missing) + digits;
    default: return fill(missing) + sign + prefix + digits;
  }
}

std::string sign_of(bool negative, char sign) {
  if (negative) return "-";
  if (sign == '+') return "+";
  if (sign == ' ') return " ";
  return {};
}

std::string unknown_code(char type, const std::string& type_name) {
  return std::string("Unknown format code '") + type + "' for object of type '" + type_name + "'";
}

}  // namespace

// ---- reprs -----------------------------------------------------------------------------------------------------------------------

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
  return text + digits.substr(0, static_cast<std::size_t>(exponent)) + "." + digits.substr(static_cast<std::size_t>(exponent));
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

// ---- the mini-language -------------------------------------------------------------------------------------------------------------

std::optional<Spec> parse_spec(std::string_view text, const std::string& type_name, std::string& error) {
  Spec spec;
  std::size_t at = 0;
  const auto is_align = [](char c) { return c == '<' || c == '>' || c == '=' || c == '^'; };
  if (!text.empty()) {
    std::size_t after_first = 0;
    utf8::decode(text, after_first);
    if (after_first < text.size() && is_align(text[after_first])) {
      spec.fill = std::string(text.substr(0, after_first));
      spec.align = text[after_first];
      at = after_first + 1;
    } else if (is_align(text[0])) {
      spec.align = text[0];
      at = 1;
    }
  }
  const auto peek = [&] { return at < text.size() ? text[at] : '\0'; };
  if (peek() == '+' || peek() == '-' || peek() == ' ') spec.sign = text[at++];
  if (peek() == 'z') {
    spec.no_negative_zero = true;
    ++at;
  }
  if (peek() == '#') {
    spec.alternate = true;
    ++at;
  }
  if (peek() == '0') {
    spec.zero_padded = true;
    if (spec.align == 0) {
      spec.fill = "0";
      spec.align = '=';
    } else if (spec.fill == " " && at > 0) {
      spec.fill = "0";
    }
    ++at;
  }
  const auto number = [&](std::size_t& result) {
    const std::size_t start = at;
    while (peek() >= '0' && peek() <= '9') ++at;
    if (at == start) return true;
    if (at - start > 9) {
      error = "Too many decimal digits in format string";
      return false;
    }
    result = std::stoul(std::string(text.substr(start, at - start)));
    return true;
  };
  if (!number(spec.width)) return std::nullopt;
  if (peek() == ',' || peek() == '_') {
    spec.grouping = text[at++];
    if (peek() == ',' || peek() == '_') {
      error = peek() == spec.grouping && spec.grouping == '_' ? "Cannot specify '_' with '_'." : "Cannot specify both ',' and '_'.";
      return std::nullopt;
    }
  }
  if (peek() == '.') {
    ++at;
    std::size_t precision = 0;
    const std::size_t start = at;
    if (!number(precision)) return std::nullopt;
    if (at == start) {
      error = "Format specifier missing precision";
      return std::nullopt;
    }
    spec.precision = static_cast<int>(precision);
  }
  if (text.size() - at > 1) {
    error = "Invalid format specifier '" + std::string(text) + "' for object of type '" + type_name + "'";
    return std::nullopt;
  }
  if (at < text.size()) spec.type = text[at];
  if (spec.grouping != 0) {
    const bool allowed = spec.type == 0 || spec.type == 'd' || spec.is_float_type() ||
                         (spec.grouping == '_' && (spec.type == 'b' || spec.type == 'o' || spec.type == 'x' || spec.type == 'X'));
    if (!allowed) {
      error = std::string("Cannot specify '") + spec.grouping + "' with '" + spec.type + "'.";
      return std::nullopt;
    }
  }
  return spec;
}

std::optional<std::string> format_string(std::string_view text, const Spec& spec, std::string& error) {
  if (spec.type != 0 && spec.type != 's') {
    error = unknown_code(spec.type, "str");
    return std::nullopt;
  }
  if (spec.sign != '-') {
    error = spec.sign == ' ' ? "Space not allowed in string format specifier" : "Sign not allowed in string format specifier";
    return std::nullopt;
  }
  if (spec.alternate) {
    error = "Alternate form (#) not allowed in string format specifier";
    return std::nullopt;
  }
  if (spec.align == '=' && !spec.zero_padded) {
    error = "'=' alignment not allowed in string format specifier";
    return std::nullopt;
  }
  if (spec.grouping != 0) {
    error = std::string("Cannot specify '") + spec.grouping + "' with 's'.";
    return std::nullopt;
  }
  std::size_t length = utf8::length(text);
  if (spec.precision >= 0 && static_cast<std::size_t>(spec.precision) < length) {
    std::size_t at = 0;
    for (int i = 0; i < spec.precision; ++i) utf8::decode(text, at);
    text = text.substr(0, at);
    length = static_cast<std::size_t>(spec.precision);
  }
  if (length >= spec.width) return std::string(text);
  const std::size_t missing = spec.width - length;
  const char align = spec.align == 0 || spec.align == '=' ? '<' : spec.align;
  const std::size_t before = align == '>' ? missing : align == '^' ? missing / 2 : 0;
  std::string result;
  for (std::size_t i = 0; i < before; ++i) result += spec.fill;
  result += text;
  for (std::size_t i = before; i < missing; ++i) result += spec.fill;
  return result;
}

std::string float_digits(double number, char type, int precision, bool alternate) {
  const double magnitude = std::abs(number);
  const bool capital = type >= 'A' && type <= 'Z';
  std::string text;
  if (std::isnan(number) || std::isinf(number)) {
    text = std::isnan(number) ? "nan" : "inf";
  } else {
    switch (type) {
      case 'e':
      case 'E': text = printf_double(alternate ? "%#.*e" : "%.*e", precision, magnitude); break;
      case 'f':
      case 'F': text = printf_double(alternate ? "%#.*f" : "%.*f", precision, magnitude); break;
      default: text = printf_double(alternate ? "%#.*g" : "%.*g", precision, magnitude); break;
    }
  }
  if (capital) std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

std::optional<std::string> format_float(double number, const Spec& spec, std::string& error) {
  const char type = spec.type;
  if (type != 0 && type != 'n' && !spec.is_float_type()) {
    error = unknown_code(type, "float");
    return std::nullopt;
  }
  double shown = number;
  std::string digits;
  std::string suffix;
  if (type == '%') {
    shown = number * 100;
    digits = float_digits(shown, 'f', spec.precision < 0 ? 6 : spec.precision, spec.alternate);
    suffix = "%";
  } else if (type == 0) {
    if (spec.precision < 0) {
      digits = float_repr(std::abs(number));
    } else {
      // Like 'g', but with at least one digit after the point, and an exponent a little earlier.
      const int precision = std::max(spec.precision, 1);
      digits = float_digits(number, 'g', precision, false);
      const bool plain = std::isfinite(number) && digits.find_first_of("e.") == std::string::npos;
      if (plain && static_cast<int>(digits.size()) >= precision) {
        // 'g' would still write it plainly; here the exponent comes one digit earlier.
        const std::string scientific = printf_double("%.*e", precision - 1, std::abs(number));
        const std::size_t e = scientific.find('e');
        std::string mantissa = scientific.substr(0, e);
        if (mantissa.find('.') != std::string::npos) {
          while (mantissa.back() == '0') mantissa.pop_back();
          if (mantissa.back() == '.') mantissa.pop_back();
        }
        digits = mantissa + scientific.substr(e);
      } else if (plain) {
        digits += ".0";
      }
    }
  } else {
    digits = float_digits(number, type == 'n' ? 'g' : type, spec.precision < 0 ? 6 : spec.precision, spec.alternate);
  }
  bool negative = std::signbit(number) && !std::isnan(number);
  if (spec.no_negative_zero && negative && digits.find_first_of("123456789") == std::string::npos && std::isfinite(number)) {
    negative = false;
  }
  return pad_number(sign_of(negative, spec.sign), "", digits + suffix, spec, 3);
}

std::optional<std::string> format_integer(const mpz_class& number, const Spec& spec, const std::string& type_name,
                                          std::string& error) {
  const char type = spec.type == 0 ? 'd' : spec.type;
  if (spec.precision >= 0) {
    error = "Precision not allowed in integer format specifier";
    return std::nullopt;
  }
  if (type == 'c') {
    if (number < 0 || number > 0x10ffff) {
      error = "%c arg not in range(0x110000)";
      return std::nullopt;
    }
    std::string character;
    utf8::append(character, static_cast<char32_t>(number.get_ui()));
    Spec text_spec = spec;
    text_spec.type = 's';
    text_spec.sign = '-';
    if (text_spec.align == 0) text_spec.align = '>';
    return format_string(character, text_spec, error);
  }
  int base = 0;
  std::string prefix;
  switch (type) {
    case 'd':
    case 'n': base = 10; break;
    case 'b': base = 2; prefix = "0b"; break;
    case 'o': base = 8; prefix = "0o"; break;
    case 'x': base = 16; prefix = "0x"; break;
    case 'X': base = 16; prefix = "0X"; break;
    default: error = unknown_code(type, type_name); return std::nullopt;
  }
  if (!spec.alternate) prefix.clear();
  std::string digits = mpz_class(abs(number)).get_str(base);
  if (type == 'X') std::transform(digits.begin(), digits.end(), digits.begin(), [](char c) { return c >= 'a' ? static_cast<char>(c - 32) : c; });
  return pad_number(sign_of(number < 0, spec.sign), prefix, digits, spec, base == 10 ? 3 : 4);
}

}  // namespace loopline::script::format
