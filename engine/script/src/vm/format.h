// Python's formatting of built-in values: reprs, the format mini-language, no objects involved.
#pragma once

#include <gmpxx.h>

#include <optional>
#include <string>
#include <string_view>

namespace loopline::script::format {

/// The shortest decimal that reads back as the same float, as CPython writes it: 1.0, 1e+16, inf.
std::string float_repr(double number);
/// As float.hex() writes it: 0x1.8000000000000p+0.
std::string float_hex(double number);
/// 'text' with escapes.
std::string string_repr(std::string_view text);
std::string bytes_repr(std::string_view data);
std::string escape_non_ascii(std::string_view text);

/// [[fill]align][sign][z][#][0][width][grouping][.precision][type]
struct Spec {
  std::string fill = " ";  // one character, UTF-8
  char align = 0;          // < > = ^ or 0 for the type's own
  char sign = '-';         // + - or space
  bool no_negative_zero = false;
  bool alternate = false;
  bool zero_padded = false;
  std::size_t width = 0;
  char grouping = 0;       // , or _
  int precision = -1;
  char type = 0;

  bool is_float_type() const noexcept {
    return type == 'e' || type == 'E' || type == 'f' || type == 'F' || type == 'g' || type == 'G' || type == '%';
  }
};

/// nullopt with the message of the ValueError in `error`.
std::optional<Spec> parse_spec(std::string_view spec, const std::string& type_name, std::string& error);
std::optional<std::string> format_string(std::string_view text, const Spec& spec, std::string& error);
std::optional<std::string> format_float(double number, const Spec& spec, std::string& error);
std::optional<std::string> format_integer(const mpz_class& number, const Spec& spec, const std::string& type_name,
                                          std::string& error);
/// A float in one of the types e f g (or their capitals), without sign for NaN; for the % operator too.
std::string float_digits(double number, char type, int precision, bool alternate);

}  // namespace loopline::script::format
