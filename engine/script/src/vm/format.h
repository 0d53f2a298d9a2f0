// Python's formatting of built-in values: reprs, the format mini-language, no objects involved.
#pragma once

#include <gmpxx.h>

#include <optional>
#include <string>
#include <string_view>

namespace loopline::script::format {

/// The shortest decimal that reads back as the same float, as CPython writes it: 1.0, 1e+16, inf.
std::string float_repr(double number);
/// The same without the ".0" of whole numbers.
std::string plain_float_repr(double number);
/// As complex numbers show: (1+2j), 3j.
std::string complex_repr(double real, double imag);
/// As float.hex() writes it: 0x1.8000000000000p+0.
std::string float_hex(double number);
/// 'text' with escapes.
std::string string_repr(std::string_view text);
std::string bytes_repr(std::string_view data);
std::string escape_non_ascii(std::string_view text);
/// "e+16"
std::string exponent_text(int exponent, char letter);

/// [[fill]align][sign][z][#][0][width][grouping][.precision][type]
struct Spec {
  std::string fill = " ";  // one character, UTF-8
  char align = 0;          // < > = ^ or 0 for the type's own
  char sign = 0;           // + - space, or 0 if there is none
  bool no_negative_zero = false;
  bool alternate = false;
  std::size_t width = 0;
  char grouping = 0;  // , or _
  int precision = -1;
  char32_t type = 0;

  bool is_float_type() const noexcept {
    return type == 'e' || type == 'E' || type == 'f' || type == 'F' || type == 'g' || type == 'G' || type == '%';
  }
};

/// What is wrong with a format: a ValueError or, if so marked, an OverflowError.
struct Mistake {
  std::string message;
  bool is_overflow = false;
};

/// nullopt with what is wrong in `mistake`. `type_name` is for messages; texts align to the left by themselves.
std::optional<Spec> parse_spec(std::string_view spec, const std::string& type_name, bool is_text, Mistake& mistake);
std::optional<std::string> format_string(std::string_view text, const Spec& spec, Mistake& mistake);
std::optional<std::string> format_float(double number, const Spec& spec, Mistake& mistake);
std::optional<std::string> format_complex(double real, double imag, const Spec& spec, Mistake& mistake);
std::optional<std::string> format_integer(const mpz_class& number, const Spec& spec, const std::string& type_name,
                                          Mistake& mistake);
/// A float's magnitude in one of the types e f g (or their capitals); for the % operator too.
std::string float_digits(double number, char type, int precision, bool alternate);

}  // namespace loopline::script::format
