#include "script/syntax/lexer.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "script/syntax/source_text.h"
#include "syntax/characters.h"
#include "syntax/unicode.h"
#include "syntax/utf8.h"

namespace loopline::script {

namespace {

// This limit is CPython's, too.
constexpr std::size_t max_indents = 100;

std::string in_hexadecimal(char32_t point) {
  std::array<char, 12> digits{};
  const int size = std::snprintf(digits.data(), digits.size(), "U+%04X", static_cast<unsigned>(point));
  return {digits.data(), static_cast<std::size_t>(size)};
}

}  // namespace

Lexer::Lexer(std::string_view text, Options options) : m_text(text), m_options(options), m_line(options.first_line) {}

Token Lexer::next() {
  if (m_error) return error_token();
  if (m_pending_indents == 0) {
    while (true) {
      if (m_at_line_start && !read_line_start()) return error_token();
      if (m_pending_indents != 0) break;
      const Token token = scan();
      // A comment or a line end may be nothing to the caller; then the next line begins.
      if (token.kind != TokenKind::Newline || !m_at_line_start || !m_blank_line) return token;
    }
  }
  const bool deeper = m_pending_indents > 0;
  m_pending_indents += deeper ? -1 : 1;
  return empty_token(deeper ? TokenKind::Indent : TokenKind::Dedent);
}

// Reads one token of the line. The end of a line that holds no code (or lies inside brackets) comes back as a Newline
// with m_blank_line set: next() drops it.
Token Lexer::scan() {
  while (is_blank(peek())) ++m_at;
  while (peek() == '\\') {
    ++m_at;
    if (!continue_line()) return error_token();
    while (is_blank(peek())) ++m_at;
  }
  m_start_line = m_line;
  m_start_column = static_cast<int>(m_at - m_line_start);
  if (peek() == '#') {
    const std::size_t comment = m_at;
    skip_comment();
    // A comment nobody wants is the first part of the line's end.
    if (m_options.comments) return make(TokenKind::Comment, comment);
  }
  const std::size_t start = m_at;
  if (at_end()) {
    if (m_brackets.empty()) return empty_token(TokenKind::EndMarker);
    fail_at_end_of_text();
    return error_token();
  }
  const char c = m_text[m_at];
  if (c == '\n') {
    Token token = make(TokenKind::Newline, start);
    const bool inside = !m_brackets.empty();
    end_line();
    m_at_line_start = true;
    m_blank_line = m_blank_line || inside;
    return token;
  }
  bool ok = false;
  if (may_start_name(c)) {
    ok = scan_name();
  } else if (is_decimal_digit(c) || (c == '.' && is_decimal_digit(peek(1)))) {
    ok = scan_number();
  } else if (c == '"' || c == '\'') {
    ok = scan_string(start);
  } else {
    ok = scan_operator();
  }
  return ok ? make(m_kind, start) : error_token();
}

Token Lexer::make(TokenKind kind, std::size_t start) const {
  Token token;
  token.kind = kind;
  token.bracket_depth = static_cast<std::uint16_t>(m_brackets.size());
  // CPython shifts both ends by where the text was cut out, or neither: by the line it is on when the token is
  // complete.
  const int shift = m_line == m_options.first_line ? m_options.first_column : 0;
  token.line = m_start_line;
  token.column = m_start_column + shift;
  token.end_line = m_line;
  token.end_column = static_cast<int>(m_at - m_line_start) + shift;
  token.text = m_text.substr(start, m_at - start);
  return token;
}

Token Lexer::empty_token(TokenKind kind) const {
  Token token;
  token.kind = kind;
  token.bracket_depth = static_cast<std::uint16_t>(m_brackets.size());
  token.line = token.end_line = m_line;
  token.column = token.end_column = column_of(m_at);
  return token;
}

Token Lexer::error_token() { return empty_token(TokenKind::Error); }

// The last line has no successor: what is empty at the end of the text stands on it.
void Lexer::end_line() {
  ++m_at;
  if (at_end()) return;
  ++m_line;
  m_line_start = m_at;
}

void Lexer::skip_comment() { m_at = std::min(m_text.find('\n', m_at), m_text.size()); }

bool Lexer::read_line_start() {
  m_at_line_start = false;
  m_blank_line = false;
  Indentation found;
  if (!measure_indentation(found)) return false;
  m_blank_line = peek() == '#' || peek() == '\n';
  if (m_blank_line || !m_brackets.empty()) return true;
  return indent_to(found);
}

bool Lexer::measure_indentation(Indentation& found) {
  constexpr int tab = 8;
  int first_part =
      0;  // Of a line that is continued before its first token: what stands before the first backslash counts.
  for (;; ++m_at) {
    const char c = peek();
    if (c == ' ') {
      ++found.column;
      ++found.narrow_column;
    } else if (c == '\t') {
      found.column = (found.column / tab + 1) * tab;
      ++found.narrow_column;
    } else if (c == '\f') {
      found = {};
    } else if (c == '\\') {
      if (first_part == 0) first_part = found.column;
      ++m_at;
      if (!continue_line()) return false;
      --m_at;
    } else {
      break;
    }
  }
  if (first_part != 0) found = {first_part, first_part};
  return true;
}

bool Lexer::indent_to(Indentation found) {
  const auto inconsistent = [&] {
    return fail_layout(Diagnostic::Kind::tab, "inconsistent use of tabs and spaces in indentation", 1);
  };
  if (found.column > m_indents.back().column) {
    if (m_indents.size() >= max_indents) {
      return fail_layout(Diagnostic::Kind::indentation, "too many levels of indentation", 1);
    }
    if (found.narrow_column <= m_indents.back().narrow_column) return inconsistent();
    m_indents.push_back(found);
    ++m_pending_indents;
    return true;
  }
  while (m_indents.size() > 1 && found.column < m_indents.back().column) {
    m_indents.pop_back();
    --m_pending_indents;
  }
  if (found.column != m_indents.back().column) {
    m_pending_indents = 0;
    const std::string_view line = line_of(m_text.substr(m_line_start), 1);
    return fail_layout(Diagnostic::Kind::indentation, "unindent does not match any outer indentation level",
                       utf8::count(line) + 1);
  }
  return found.narrow_column == m_indents.back().narrow_column || inconsistent();
}

// Just behind a backslash, which joins this line with the next.
bool Lexer::continue_line() {
  if (peek() != '\n') {
    const std::string_view before = m_text.substr(m_line_start, m_at - m_line_start);
    return fail_layout(Diagnostic::Kind::syntax, "unexpected character after line continuation character",
                       utf8::count(before) + (at_end() ? 0 : 1));
  }
  end_line();
  return !at_end() || fail_at_end_of_text();
}

bool Lexer::scan_name() {
  const std::size_t start = m_at;
  bool ascii = true;
  const char* const text = m_text.data();
  while (m_at < m_text.size() && may_continue_name(text[m_at])) ascii = is_ascii(text[m_at++]) && ascii;
  const char after = peek();
  if (after == '"' || after == '\'') {
    // A prefix and a string, if the letters are one of: r b u f, br, fr in any case and order.
    const std::size_t size = m_at - start;
    const auto letter = [&](std::size_t i) { return static_cast<char>(text[start + i] | 0x20); };
    const bool one = size == 1 && (letter(0) == 'r' || letter(0) == 'b' || letter(0) == 'u' || letter(0) == 'f');
    const auto raw = [&](std::size_t r, std::size_t other) {
      return letter(r) == 'r' && (letter(other) == 'b' || letter(other) == 'f');
    };
    if (one || (size == 2 && (raw(0, 1) || raw(1, 0)))) return scan_string(start);
  }
  m_kind = keyword_or_name(m_text.substr(start, m_at - start));
  return ascii || check_identifier(start);
}

bool Lexer::check_identifier(std::size_t start) {
  const std::size_t end = m_at;
  for (m_at = start; m_at < end;) {
    const utf8::CodePoint point = utf8::decode(m_text.substr(m_at));
    const bool fits =
        m_at == start ? unicode::starts_identifier(point.value) : unicode::continues_identifier(point.value);
    m_at += static_cast<std::size_t>(point.size);
    if (fits) continue;
    if (!unicode::is_printable(point.value))
      return fail_here("invalid non-printable character " + in_hexadecimal(point.value));
    std::string message = "invalid character '";
    utf8::append(message, point.value);
    return fail_here(message + "' (" + in_hexadecimal(point.value) + ")");
  }
  return true;
}

// At the opening quote; the literal began at `start` with its prefix.
bool Lexer::scan_string(std::size_t start) {
  m_kind = TokenKind::String;
  const int first_line = m_line;
  const std::size_t first_line_start = m_line_start;
  const char quote = m_text[m_at];
  const bool triple = peek(1) == quote && peek(2) == quote;
  m_at += triple ? 3 : 1;
  while (!at_end()) {
    const char c = m_text[m_at];
    if (c == quote && (!triple || (peek(1) == quote && peek(2) == quote))) {
      m_at += triple ? 3 : 1;
      return true;
    }
    if (c == '\n' && !triple) break;
    if (c == '\\') ++m_at;
    if (at_end()) break;
    if (m_text[m_at] == '\n') {
      end_line();
    } else {
      ++m_at;
    }
  }
  const std::string where = " (detected at line " + std::to_string(m_line) + ")";
  m_line = first_line;
  m_line_start = first_line_start;
  m_at = start + 1;
  return fail_here(std::string(triple ? "unterminated triple-quoted string literal" : "unterminated string literal") +
                   where);
}

bool Lexer::open_bracket(char c) {
  if (m_brackets.size() >= max_brackets) return fail_here("too many nested parentheses");
  m_brackets.push_back({c, m_line, static_cast<int>(m_at - 1 - m_line_start)});
  return true;
}

bool Lexer::close_bracket(char c) {
  if (m_brackets.empty()) return fail_here(std::string("unmatched '") + c + "'");
  const OpenBracket opened = m_brackets.back();
  m_brackets.pop_back();
  if (opened.character == opening_of(c)) return true;
  std::string message =
      std::string("closing parenthesis '") + c + "' does not match opening parenthesis '" + opened.character + "'";
  if (opened.line != m_line) message += " on line " + std::to_string(opened.line);
  return fail_here(std::move(message));
}

// The mistakes of characters are placed at the last character read, as a person sees them; the columns count
// characters.
bool Lexer::fail_here(std::string message) {
  Diagnostic mistake;
  mistake.message = std::move(message);
  mistake.line = mistake.end_line = m_line;
  mistake.column = mistake.end_column = utf8::count(m_text.substr(m_line_start, m_at - m_line_start));
  mistake.line_text = line_of(m_text.substr(m_line_start), 1);
  m_error = std::move(mistake);
  return false;
}

bool Lexer::fail_layout(Diagnostic::Kind kind, std::string message, int column) {
  Diagnostic mistake;
  mistake.kind = kind;
  mistake.message = std::move(message);
  mistake.line = mistake.end_line = m_line;
  mistake.column = column;
  mistake.line_text = line_of(m_text.substr(m_line_start), 1);
  m_error = std::move(mistake);
  m_error_is_of_layout = true;
  return false;
}

bool Lexer::fail_at_end_of_text() {
  if (m_brackets.empty()) {
    return fail_layout(Diagnostic::Kind::syntax, "unexpected EOF while parsing",
                       utf8::count(m_text.substr(m_line_start, m_at - m_line_start)));
  }
  const OpenBracket& open = m_brackets.back();
  Diagnostic mistake;
  mistake.message = "'";
  mistake.message += open.character;
  mistake.message += "' was never closed";
  mistake.line = mistake.end_line = open.line;
  const std::string_view line = line_of(m_text, open.line - m_options.first_line + 1);
  mistake.column = utf8::count(line.substr(0, static_cast<std::size_t>(open.column))) + 1;
  mistake.line_text = line;
  m_error = std::move(mistake);
  m_error_is_of_layout = true;
  return false;
}

}  // namespace loopline::script
