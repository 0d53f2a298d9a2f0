// Literals, escapes and character classes.
#include "parser.h"
#include "script/objects/str.h"

namespace loopline::script::regex {

namespace {

bool is_octal(char32_t c) { return c >= '0' && c <= '7'; }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
int hex_value(char32_t c) {
  if (is_digit(c)) return static_cast<int>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<int>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<int>(c - 'A') + 10;
  return -1;
}

/// Escapes that stand for one character everywhere; 0 for others.
char32_t simple_escape(char32_t letter) {
  switch (letter) {
    case 'a': return '\a';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    case '\\': return '\\';
    default: return 0;
  }
}

}  // namespace

std::string Parser::text_of(char32_t c) const {
  std::string text;
  utf8::append(text, c);
  return text;
}

std::string Parser::text_of(std::u32string_view part) const {
  std::string text;
  for (const char32_t c : part) utf8::append(text, c);
  return text;
}

std::string Parser::quoted(std::u32string_view part) const {
  const std::string text = text_of(part);
  const char quote = text.find('\'') != std::string::npos && text.find('"') == std::string::npos ? '"' : '\'';
  return (m_is_text ? "" : "b") + (quote + text + quote);
}

/// A character in a form that means itself inside and outside of classes.
void Parser::put_code(std::string& text, char32_t c) const {
  if (is_letter(c) || is_digit(c)) {
    text += static_cast<char>(c);
  } else if (c >= 0x21 && c < 0x7f) {
    text += '\\';
    text += static_cast<char>(c);
  } else if (m_is_text && c >= 0xa0 && !(c >= 0xd800 && c < 0xe000)) {
    utf8::append(text, c);
  } else {
    char code[16];
    std::snprintf(code, sizeof code, "\\x{%x}", static_cast<unsigned>(c));
    text += code;
  }
}

void Parser::put_literal(char32_t c) { put_code(m_out, c); }

std::string Parser::category_of(char32_t letter, bool in_class) const {
  const bool ascii = (m_flags & kAscii) != 0 || !m_is_text;
  std::string inside;
  bool is_negated = false;
  switch (letter) {
    case 'D': is_negated = true; [[fallthrough]];
    case 'd': inside = ascii ? "0-9" : "\\d"; break;
    case 'W': is_negated = true; [[fallthrough]];
    case 'w': inside = ascii ? "0-9A-Za-z_" : "\\w"; break;
    case 'S': is_negated = true; [[fallthrough]];
    // Python counts the four separators of ASCII among the spaces.
    case 's': inside = ascii ? "\\x{9}-\\x{d}\\x{20}" : "\\s\\x{1c}-\\x{1f}"; break;
    default: return {};
  }
  if (!in_class) return (is_negated ? "[^" : "[") + inside + "]";
  if (!is_negated) return inside;
  // Inside a class an opposite must be one escape or a list of ranges.
  if (letter == 'D') return ascii ? "\\x{0}-\\x{2f}\\x{3a}-\\x{" + last_character() + "}" : "\\D";
  if (letter == 'W') {
    return ascii ? "\\x{0}-\\x{2f}\\x{3a}-\\x{40}\\x{5b}-\\x{5e}\\x{60}\\x{7b}-\\x{" + last_character() + "}" : "\\W";
  }
  return ascii ? "\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{" + last_character() + "}" : "\\S";
}

// ---- escapes -------------------------------------------------------------------------------------------------------

/// \xhh, \uhhhh, \Uhhhhhhhh; `start` is the backslash's place, m_at the first digit's.
bool Parser::parse_numeric_escape(char32_t letter, std::size_t start, char32_t& c) {
  const std::size_t wanted = letter == 'x' ? 2 : letter == 'u' ? 4 : 8;
  std::size_t count = 0;
  std::uint64_t value = 0;
  while (count < wanted && !at_end() && hex_value(m_pattern[m_at]) >= 0) {
    value = value * 16 + static_cast<std::uint64_t>(hex_value(m_pattern[m_at++]));
    ++count;
  }
  const std::u32string_view written = m_pattern.substr(start, m_at - start);
  if (count != wanted) return fail("incomplete escape " + text_of(written), start);
  if (value > 0x10ffff) return fail("bad escape " + text_of(written), start);
  c = static_cast<char32_t>(value);
  return true;
}

bool Parser::parse_reference_or_octal(Width& width) {
  const std::size_t start = m_at;
  ++m_at;
  const char32_t first = m_pattern[m_at++];
  const auto octal_error = [&] {
    return fail("octal escape value " + text_of(m_pattern.substr(start, m_at - start)) + " outside of range 0-0o377",
                start);
  };
  char32_t value = first - '0';
  if (first == '0') {
    for (int i = 0; i < 2 && !at_end() && is_octal(m_pattern[m_at]); ++i) value = value * 8 + (m_pattern[m_at++] - '0');
    width = Width::one();
    put_literal(value);
    return true;
  }
  if (!at_end() && is_digit(m_pattern[m_at])) {
    const char32_t second = m_pattern[m_at++];
    if (is_octal(first) && is_octal(second) && !at_end() && is_octal(m_pattern[m_at])) {
      value = (first - '0') * 64 + (second - '0') * 8 + (m_pattern[m_at++] - '0');
      if (value > 0377) return octal_error();
      width = Width::one();
      put_literal(value);
      return true;
    }
    value = value * 10 + (second - '0');
  }
  if (value > m_result.groups) return fail("invalid group reference " + std::to_string(value), start + 1);
  return put_reference(value, start, width);
}

bool Parser::parse_escape(Item& item, Width& width) {
  const std::size_t start = m_at;
  if (m_at + 1 >= m_pattern.size()) return fail("bad escape (end of pattern)", start);
  const char32_t c = m_pattern[m_at + 1];
  if (is_digit(c)) return parse_reference_or_octal(width);
  m_at += 2;
  const bool ascii = (m_flags & kAscii) != 0 && m_is_text;
  switch (c) {
    case 'A':
      item = Item::anchor;
      m_out += "\\A";
      return true;
    case 'Z':
      item = Item::anchor;
      m_out += "\\z";
      return true;
    case 'b':
      item = Item::anchor;
      m_out += ascii ? "(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))" : "\\b";
      return true;
    case 'B':
      // Python finds no place at all in an empty text.
      item = Item::anchor;
      m_out +=
          ascii ? "(?!\\A\\z)(?:(?<=[0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<![0-9A-Za-z_])(?![0-9A-Za-z_]))" : "(?!\\A\\z)\\B";
      return true;
    default: break;
  }
  width = Width::one();
  if (const std::string category = category_of(c, false); !category.empty()) {
    m_out += category;
    return true;
  }
  char32_t code = simple_escape(c);
  if (c == 'x' || (m_is_text && (c == 'u' || c == 'U'))) {
    if (!parse_numeric_escape(c, start, code)) return false;
    put_literal(code);
    return true;
  }
  if (c == 'N' && m_is_text && !next_is('{')) return fail("missing {", m_at);
  if (code == 0) {
    if (is_letter(c)) return fail("bad escape \\" + text_of(c), start);
    code = c;
  }
  put_literal(code);
  return true;
}

// ---- classes -------------------------------------------------------------------------------------------------------

/// One escape inside a class: a character, or a category in PCRE2's words.
bool Parser::parse_class_escape(char32_t& c, std::string& category) {
  const std::size_t start = m_at;
  if (m_at + 1 >= m_pattern.size()) return fail("bad escape (end of pattern)", start);
  const char32_t letter = m_pattern[m_at + 1];
  m_at += 2;
  category = category_of(letter, true);
  if (!category.empty()) return true;
  if (letter == 'x' || (m_is_text && (letter == 'u' || letter == 'U'))) return parse_numeric_escape(letter, start, c);
  if (is_octal(letter)) {
    c = letter - '0';
    for (int i = 0; i < 2 && !at_end() && is_octal(m_pattern[m_at]); ++i) c = c * 8 + (m_pattern[m_at++] - '0');
    if (c > 0377) {
      return fail("octal escape value " + text_of(m_pattern.substr(start, m_at - start)) + " outside of range 0-0o377",
                  start);
    }
    return true;
  }
  c = letter == 'b' ? '\b' : simple_escape(letter);
  if (c != 0) return true;
  if (is_letter(letter) || is_digit(letter)) return fail("bad escape \\" + text_of(letter), start);
  c = letter;
  return true;
}

bool Parser::parse_class() {
  const std::size_t start = m_at++;
  std::string text = "[";
  if (next_is('^')) {
    ++m_at;
    text += '^';
  }
  const std::size_t first = m_at;
  const auto unterminated = [&] { return fail("unterminated character set", start); };
  while (true) {
    if (at_end()) return unterminated();
    if (m_pattern[m_at] == ']' && m_at != first) break;
    const std::size_t low_start = m_at;
    char32_t low = m_pattern[m_at];
    std::string category;
    if (low == '\\') {
      if (!parse_class_escape(low, category)) return false;
    } else {
      ++m_at;
    }
    const bool is_range = next_is('-') && m_at + 1 < m_pattern.size() && m_pattern[m_at + 1] != ']';
    if (next_is('-') && m_at + 1 >= m_pattern.size()) return unterminated();
    if (!is_range) {
      if (category.empty()) {
        put_code(text, low);
      } else {
        text += category;
      }
      continue;
    }
    ++m_at;
    char32_t high = m_pattern[m_at];
    std::string high_category;
    if (high == '\\') {
      if (!parse_class_escape(high, high_category)) return false;
    } else {
      ++m_at;
    }
    if (!category.empty() || !high_category.empty() || high < low) {
      return fail("bad character range " + text_of(m_pattern.substr(low_start, m_at - low_start)), low_start);
    }
    put_code(text, low);
    text += '-';
    put_code(text, high);
  }
  ++m_at;
  m_out += text + "]";
  return true;
}

}  // namespace loopline::script::regex
