#include <string>

#include "script/syntax/lexer.h"
#include "syntax/characters.h"
#include "syntax/utf8.h"

namespace loopline::script {

namespace {

std::string invalid_literal(std::string_view name) { return "invalid " + std::string(name) + " literal"; }

std::string invalid_digit(char digit, std::string_view name) {
  return std::string("invalid digit '") + digit + "' in " + std::string(name) + " literal";
}

}  // namespace

bool Lexer::scan_number() {
  m_kind = TokenKind::Number;
  if (peek() == '0') {
    switch (peek(1)) {
      case 'x':
      case 'X': return scan_radix(is_hex_digit, "hexadecimal");
      case 'o':
      case 'O': return scan_radix(is_octal_digit, "octal");
      case 'b':
      case 'B': return scan_radix(is_binary_digit, "binary");
      default: return scan_leading_zero();
    }
  }
  if (peek() != '.' && !scan_digits()) return false;
  return scan_decimal_tail();
}

// At "0x", "0o" or "0b". Each underscore needs a digit behind it.
bool Lexer::scan_radix(bool (*is_digit)(char), std::string_view name) {
  m_at += 2;
  do {
    if (peek() == '_') ++m_at;
    if (!is_digit(peek())) {
      if (!is_decimal_digit(peek())) return fail_here(invalid_literal(name));
      ++m_at;
      return fail_here(invalid_digit(m_text[m_at - 1], name));
    }
    while (is_digit(peek())) ++m_at;
  } while (peek() == '_');
  if (is_decimal_digit(peek())) {
    ++m_at;
    return fail_here(invalid_digit(m_text[m_at - 1], name));
  }
  return end_number(name);
}

// Zeros alone are zero, before a point or an exponent they are nothing special, before digits they are a mistake.
bool Lexer::scan_leading_zero() {
  const std::size_t start = m_at;
  while (peek() == '0' || peek() == '_') {
    if (peek() == '_' && !is_decimal_digit(peek(1))) {
      ++m_at;
      return fail_here(invalid_literal("decimal"));
    }
    ++m_at;
  }
  const std::size_t zeros_end = m_at;
  const bool more = is_decimal_digit(peek());
  if (more && !scan_digits()) return false;
  const char c = peek();
  const bool real = c == '.' || c == 'e' || c == 'E' || c == 'j' || c == 'J';
  if (!more || real) return scan_decimal_tail();
  fail_here("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers");
  m_error->column = utf8::count(m_text.substr(m_line_start, start - m_line_start)) + 1;
  m_error->end_column = m_error->column + static_cast<int>(zeros_end - start);
  return false;
}

// Digits with single underscores between them; at least one digit is there.
bool Lexer::scan_digits() {
  while (true) {
    while (is_decimal_digit(peek())) ++m_at;
    if (peek() != '_') return true;
    ++m_at;
    if (!is_decimal_digit(peek())) return fail_here(invalid_literal("decimal"));
  }
}

// Behind the whole part: point, fraction, exponent and "j", each where it is there.
bool Lexer::scan_decimal_tail() {
  if (peek() == '.') {
    ++m_at;
    if (is_decimal_digit(peek()) && !scan_digits()) return false;
  }
  if (peek() == 'e' || peek() == 'E') {
    const bool sign = peek(1) == '+' || peek(1) == '-';
    if (is_decimal_digit(peek(sign ? 2 : 1))) {
      m_at += sign ? 2 : 1;
      if (!scan_digits()) return false;
    } else if (sign) {
      m_at += 2;
      return fail_here(invalid_literal("decimal"));
    }
  }
  if (peek() != 'j' && peek() != 'J') return end_number("decimal");
  ++m_at;
  return end_number("imaginary");
}

// A number ends at anything that cannot go on a name, and, for now, at the keywords that may follow an expression: `1if
// x else 2`.
bool Lexer::end_number(std::string_view name) {
  if (!may_continue_name(peek()) || keyword_may_follow_number()) return true;
  return fail_here(invalid_literal(name));
}

bool Lexer::keyword_may_follow_number() const {
  const std::string_view rest = m_text.substr(m_at, 5);
  if (rest.starts_with("if") || rest.starts_with("in") || rest.starts_with("is")) return true;
  for (const std::string_view keyword : {"and", "else", "for", "or", "not"}) {
    if (rest.starts_with(keyword)) return !may_continue_name(peek(keyword.size()));
  }
  return false;
}

}  // namespace loopline::script
