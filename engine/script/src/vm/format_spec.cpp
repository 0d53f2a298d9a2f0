// The format mini-language: what stands behind the colon of a replacement field.
#include <algorithm>
#include <climits>
#include <cmath>
#include <cstdio>

#include "format.h"
#include "script/objects/str.h"
#include "unicode_tables.h"

namespace loopline::script::format {

namespace {

std::nullopt_t fail(Mistake& mistake, std::string message) {
  mistake.message = std::move(message);
  return std::nullopt;
}

/// A type as messages show it: 'd', or '\x1f600'.
std::string quoted_type(char32_t type) {
  char text[16];
  const bool plain = type > 32 && type < 128;
  std::snprintf(text, sizeof text, plain ? "'%c'" : "'\\x%x'", static_cast<unsigned>(type));
  return text;
}

std::string unknown_code(char32_t type, const std::string& type_name) {
  return "Unknown format code " + quoted_type(type) + " for object of type '" + type_name + "'";
}

// ---- reading -------------------------------------------------------------------------------------------------------

class SpecReader {
 public:
  SpecReader(std::string_view text, const std::string& type_name, bool is_text, Mistake& mistake)
      : m_text(text), m_type_name(type_name), m_is_text(is_text), m_mistake(mistake) {}

  std::optional<Spec> run() {
    read_alignment();
    if (peek() == '+' || peek() == '-' || peek() == ' ') m_spec.sign = m_text[m_at++];
    m_spec.no_negative_zero = take('z');
    m_spec.alternate = take('#');
    if (!m_has_fill && take('0')) {
      m_spec.fill = "0";
      if (m_spec.align == 0 && !m_is_text) m_spec.align = '=';
    }
    std::size_t digits = 0;
    if (!read_number(m_spec.width, digits)) return std::nullopt;
    if (!read_grouping() || !read_precision() || !read_type()) return std::nullopt;
    return m_spec;
  }

 private:
  char peek() const noexcept { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
  bool take(char c) noexcept {
    if (peek() != c || m_at >= m_text.size()) return false;
    ++m_at;
    return true;
  }

  void read_alignment() {
    const auto is_align = [](char c) { return c == '<' || c == '>' || c == '=' || c == '^'; };
    if (m_text.empty()) return;
    std::size_t behind_first = 0;
    utf8::decode(m_text, behind_first);
    if (behind_first < m_text.size() && is_align(m_text[behind_first])) {
      m_spec.fill = std::string(m_text.substr(0, behind_first));
      m_has_fill = true;
      m_at = behind_first;
    }
    if (is_align(peek())) m_spec.align = m_text[m_at++];
  }

  /// Decimal digits of any script.
  bool read_number(std::size_t& number, std::size_t& digits) {
    for (std::size_t next = m_at; next < m_text.size(); m_at = next, ++digits) {
      const int digit = unicode::digit_value(utf8::decode(m_text, next));
      if (digit < 0) break;
      if (number > (static_cast<std::size_t>(INT64_MAX) - static_cast<std::size_t>(digit)) / 10) {
        fail(m_mistake, "Too many decimal digits in format string");
        return false;
      }
      number = number * 10 + static_cast<std::size_t>(digit);
    }
    return true;
  }

  bool read_grouping() {
    if (take(',')) m_spec.grouping = ',';
    const bool both = (m_spec.grouping == ',' && peek() == '_') ||
                      (m_spec.grouping == 0 && take('_') && (m_spec.grouping = '_') != 0 && peek() == ',');
    if (both) fail(m_mistake, "Cannot specify both ',' and '_'.");
    return !both;
  }

  bool read_precision() {
    if (!take('.')) return true;
    std::size_t precision = 0;
    std::size_t digits = 0;
    if (!read_number(precision, digits)) return false;
    if (digits == 0) {
      fail(m_mistake, "Format specifier missing precision");
      return false;
    }
    m_spec.precision = precision > INT_MAX ? INT_MAX : static_cast<int>(precision);
    return true;
  }

  bool read_type() {
    std::size_t end = m_at;
    if (end < m_text.size()) m_spec.type = utf8::decode(m_text, end);
    if (end < m_text.size()) {
      fail(m_mistake,
           "Invalid format specifier '" + std::string(m_text) + "' for object of type '" + m_type_name + "'");
      return false;
    }
    if (m_spec.grouping == 0) return true;
    const char32_t type = m_spec.type == 0 && m_is_text ? U's' : m_spec.type;
    const bool in_fours = type == 'b' || type == 'o' || type == 'x' || type == 'X';
    if (type == 0 || type == 'd' || m_spec.is_float_type() || (in_fours && m_spec.grouping == '_')) return true;
    fail(m_mistake, std::string("Cannot specify '") + m_spec.grouping + "' with " + quoted_type(type) + ".");
    return false;
  }

  std::string_view m_text;
  const std::string& m_type_name;
  bool m_is_text;
  Mistake& m_mistake;
  Spec m_spec;
  bool m_has_fill = false;
  std::size_t m_at = 0;
};

// ---- writing -------------------------------------------------------------------------------------------------------

void append_times(std::string& text, const std::string& part, std::size_t times) {
  for (std::size_t i = 0; i < times; ++i) text += part;
}

/// A text in its width; `length` is how wide it is.
std::string padded(std::string_view text, std::size_t length, const Spec& spec, char align) {
  const std::size_t missing = spec.width > length ? spec.width - length : 0;
  const std::size_t before = align == '>' ? missing : align == '^' ? missing / 2 : 0;
  std::string result;
  result.reserve(text.size() + missing * spec.fill.size());
  append_times(result, spec.fill, before);
  result += text;
  append_times(result, spec.fill, missing - before);
  return result;
}

std::string_view sign_of(bool negative, char sign) noexcept {
  if (negative) return "-";
  return sign == '+' ? "+" : sign == ' ' ? " " : "";
}

/// A number in its parts: -0x1234.5e+10%
struct NumberText {
  std::string_view sign;
  std::string_view prefix;
  std::string whole;            ///< the digits that are grouped
  std::string rest;             ///< whatever follows
  std::size_t rest_length = 0;  ///< in characters
};

/// Groups the digits; zeros fill them up to `width` characters, and one more where a separator would come first.
std::string grouped(const std::string& digits, char separator, std::size_t every, std::size_t width) {
  if (digits.empty() && width == 0) return digits;
  const auto size_with = [&](std::size_t count) { return count + (count == 0 ? 0 : (count - 1) / every); };
  std::size_t count = digits.size();
  while (size_with(count) < width) ++count;
  std::string result;
  result.reserve(size_with(count));
  const std::size_t zeros = count - digits.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0 && (count - i) % every == 0) result += separator;
    result += i < zeros ? '0' : digits[i - zeros];
  }
  return result;
}

std::string number_in_width(const NumberText& number, const Spec& spec, std::size_t group_every) {
  const char align = spec.align == 0 ? '>' : spec.align;
  const std::size_t fixed = number.sign.size() + number.prefix.size() + number.rest_length;
  std::string whole = number.whole;
  if (spec.grouping != 0) {
    const bool zero_filled = align == '=' && spec.fill == "0" && !whole.empty();
    whole = grouped(whole, spec.grouping, group_every, zero_filled && spec.width > fixed ? spec.width - fixed : 0);
  }
  std::string start(number.sign);
  start += number.prefix;
  if (align == '=') {
    const std::size_t length = fixed + whole.size();
    append_times(start, spec.fill, spec.width > length ? spec.width - length : 0);
    return start + whole + number.rest;
  }
  return padded(start + whole + number.rest, fixed + whole.size(), spec, align);
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

/// g: as many digits as the precision says, with an exponent or without. With `whole_with_point`, what a precision
/// without a type means: at least one digit after the point, and the exponent a little earlier. By hand, as the C
/// library forgets zeros of the alternate form where rounding adds a digit.
std::string general_digits(double magnitude, int precision, bool alternate, bool whole_with_point) {
  precision = std::max(precision, 1);
  const std::string scientific = printf_double("%.*e", precision - 1, magnitude);
  const std::size_t e = scientific.find('e');
  std::string digits = scientific.substr(0, 1);
  if (e > 2) digits += scientific.substr(2, e - 2);
  const int point = std::stoi(scientific.substr(e + 1)) + 1;
  if (!alternate) digits.resize(std::max<std::size_t>(digits.find_last_not_of('0') + 1, 1));
  if (point < -3 || point > precision - (whole_with_point ? 1 : 0)) {
    std::string text = digits.substr(0, 1);
    if (digits.size() > 1 || alternate) text += "." + digits.substr(1);
    return text + exponent_text(point - 1, 'e');
  }
  if (point <= 0) return "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  const auto whole = static_cast<std::size_t>(point);
  if (digits.size() <= whole) {
    digits.append(whole - digits.size(), '0');
    return digits + (whole_with_point ? ".0" : alternate ? "." : "");
  }
  return digits.substr(0, whole) + "." + digits.substr(whole);
}

/// What repr() shows, with a point in any case if the alternate form asks for it.
std::string repr_digits(double magnitude, bool whole_with_point, bool alternate) {
  std::string digits = whole_with_point ? float_repr(magnitude) : plain_float_repr(magnitude);
  if (!alternate || digits.find('.') != std::string::npos) return digits;
  return digits.insert(std::min(digits.find('e'), digits.size()), ".");
}

/// The digits of a float's magnitude as a format says it.
std::string digits_for(double number, const Spec& spec, bool whole_with_point) {
  const double magnitude = std::abs(number);
  const int precision = spec.precision < 0 ? 6 : spec.precision;
  const auto type = static_cast<char>(spec.type);
  if (!std::isfinite(number)) return float_digits(number, type == 0 ? 'r' : type, 0, false);
  switch (type) {
    case 0:
      if (spec.precision < 0) return repr_digits(magnitude, whole_with_point, spec.alternate);
      return whole_with_point ? general_digits(magnitude, spec.precision, spec.alternate, true)
                              : float_digits(magnitude, 'g', spec.precision, spec.alternate);
    case 'n': return float_digits(magnitude, 'g', precision, spec.alternate);
    case '%': return float_digits(magnitude, 'f', precision, spec.alternate);
    default: return float_digits(magnitude, type, precision, spec.alternate);
  }
}

/// Whether a minus shows: not before NaN, nor before a zero if the format says so.
bool shows_minus(double number, const std::string& digits, const Spec& spec) noexcept {
  if (!std::signbit(number) || std::isnan(number)) return false;
  const std::string_view mantissa = std::string_view(digits).substr(0, digits.find_first_of("eE"));
  return !spec.no_negative_zero || std::isinf(number) || mantissa.find_first_of("123456789") != std::string_view::npos;
}

/// Cuts the digits before the point off the others.
NumberText split_float(bool negative, char sign, const std::string& digits) {
  NumberText number;
  number.sign = sign_of(negative, sign);
  const std::size_t whole = std::min(digits.find_first_not_of("0123456789"), digits.size());
  number.whole = digits.substr(0, whole);
  number.rest = digits.substr(whole);
  number.rest_length = number.rest.size();
  return number;
}

std::optional<std::string> format_character(const mpz_class& number, const Spec& spec, Mistake& mistake) {
  if (spec.sign != 0) return fail(mistake, "Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) return fail(mistake, "Alternate form (#) not allowed with integer format specifier 'c'");
  if (number < 0 || number > 0x10ffff) {
    mistake.is_overflow = true;
    const bool fits = number.fits_slong_p();
    return fail(mistake, fits ? "%c arg not in range(0x110000)" : "Python int too large to convert to C long");
  }
  NumberText text;
  utf8::append(text.rest, static_cast<char32_t>(number.get_ui()));
  text.rest_length = 1;
  return number_in_width(text, spec, 3);
}

}  // namespace

std::optional<Spec> parse_spec(std::string_view text, const std::string& type_name, bool is_text, Mistake& mistake) {
  return SpecReader(text, type_name, is_text, mistake).run();
}

std::optional<std::string> format_string(std::string_view text, const Spec& spec, Mistake& mistake) {
  if (spec.type != 0 && spec.type != 's') return fail(mistake, unknown_code(spec.type, "str"));
  if (spec.sign != 0) {
    return fail(mistake, std::string(spec.sign == ' ' ? "Space" : "Sign") + " not allowed in string format specifier");
  }
  if (spec.no_negative_zero) {
    return fail(mistake, "Negative zero coercion (z) not allowed in string format specifier");
  }
  if (spec.alternate) return fail(mistake, "Alternate form (#) not allowed in string format specifier");
  if (spec.align == '=') return fail(mistake, "'=' alignment not allowed in string format specifier");
  std::size_t length = utf8::length(text);
  if (spec.precision >= 0 && static_cast<std::size_t>(spec.precision) < length) {
    std::size_t at = 0;
    for (int i = 0; i < spec.precision; ++i) utf8::decode(text, at);
    text = text.substr(0, at);
    length = static_cast<std::size_t>(spec.precision);
  }
  return padded(text, length, spec, spec.align);
}

std::string float_digits(double number, char type, int precision, bool alternate) {
  const double magnitude = std::abs(number);
  std::string text;
  if (!std::isfinite(number)) {
    text = std::isnan(number) ? "nan" : "inf";
    if (type == 'E' || type == 'F' || type == 'G') {
      for (char& c : text) c = static_cast<char>(c - 32);
    }
    return text;
  }
  switch (type) {
    case 'e': return printf_double(alternate ? "%#.*e" : "%.*e", precision, magnitude);
    case 'E': return printf_double(alternate ? "%#.*E" : "%.*E", precision, magnitude);
    case 'f':
    case 'F': return printf_double(alternate ? "%#.*f" : "%.*f", precision, magnitude);
    case 'G':
      text = general_digits(magnitude, precision, alternate, false);
      std::replace(text.begin(), text.end(), 'e', 'E');
      return text;
    default: return general_digits(magnitude, precision, alternate, false);
  }
}

std::optional<std::string> format_float(double number, const Spec& spec, Mistake& mistake) {
  if (spec.type != 0 && spec.type != 'n' && !spec.is_float_type()) {
    return fail(mistake, unknown_code(spec.type, "float"));
  }
  if (spec.precision == INT_MAX) return fail(mistake, "precision too big");
  const bool percent = spec.type == '%';
  const double shown = percent ? number * 100 : number;
  const std::string digits = digits_for(shown, spec, true);
  return number_in_width(split_float(shows_minus(shown, digits, spec), spec.sign, percent ? digits + "%" : digits),
                         spec, 3);
}

std::optional<std::string> format_complex(double real, double imag, const Spec& spec, Mistake& mistake) {
  if (spec.type != 0 && spec.type != 'n' && (!spec.is_float_type() || spec.type == '%')) {
    return fail(mistake, unknown_code(spec.type, "complex"));
  }
  if (spec.precision == INT_MAX) return fail(mistake, "precision too big");
  if (spec.fill == "0") return fail(mistake, "Zero padding is not allowed in complex format specifier");
  if (spec.align == '=') return fail(mistake, "'=' alignment flag is not allowed in complex format specifier");
  Spec bare = spec;
  bare.width = 0;
  const auto part = [&](double number, char sign) {
    const std::string digits = digits_for(number, spec, false);
    return number_in_width(split_float(shows_minus(number, digits, spec), sign, digits), bare, 3);
  };
  const bool imag_only = spec.type == 0 && real == 0 && !std::signbit(real);
  std::string text = imag_only ? part(imag, spec.sign) : part(real, spec.sign) + part(imag, '+');
  text += "j";
  if (spec.type == 0 && !imag_only) text = "(" + text + ")";
  return padded(text, text.size(), spec, spec.align == 0 ? '>' : spec.align);
}

std::optional<std::string> format_integer(const mpz_class& number, const Spec& spec, const std::string& type_name,
                                          Mistake& mistake) {
  int base = 0;
  std::string_view prefix;
  switch (spec.type) {
    case 0:
    case 'd':
    case 'n': base = 10; break;
    case 'b': base = 2, prefix = "0b"; break;
    case 'o': base = 8, prefix = "0o"; break;
    case 'x': base = 16, prefix = "0x"; break;
    case 'X': base = -16, prefix = "0X"; break;
    case 'c': break;
    default: return fail(mistake, unknown_code(spec.type, type_name));
  }
  if (spec.precision >= 0) return fail(mistake, "Precision not allowed in integer format specifier");
  if (spec.no_negative_zero) {
    return fail(mistake, "Negative zero coercion (z) not allowed in integer format specifier");
  }
  if (spec.type == 'c') return format_character(number, spec, mistake);
  NumberText text;
  text.sign = sign_of(number < 0, spec.sign);
  if (spec.alternate) text.prefix = prefix;
  text.whole = mpz_class(abs(number)).get_str(base);
  return number_in_width(text, spec, base == 10 ? 3 : 4);
}

}  // namespace loopline::script::format
