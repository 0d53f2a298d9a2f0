#include "syntax/f_string.h"

#include <algorithm>

#include "syntax/arena.h"
#include "syntax/characters.h"
#include "syntax/parser.h"

namespace loopline::script {

namespace {

// What a replacement field may consist of and still be empty; and what may stand behind its "=".
constexpr bool is_empty(char c) { return is_blank(c) || c == '\n'; }
constexpr bool is_space(char c) { return is_empty(c) || c == '\v' || c == '\r'; }

}  // namespace

void FStringParts::flush(ast::Position where, bool unicode_prefix) {
  if (m_text.empty()) return;
  auto* constant = m_parser.arena().make<ast::Constant>();
  constant->pos = where;
  constant->type = ast::ConstantType::Str;
  constant->unicode_prefix = unicode_prefix;
  constant->text = m_parser.arena().copy(m_text);
  m_values.add(constant);
  m_text.clear();
}

void FStringParts::add_value(ast::expr* value) {
  flush(m_whole, m_unicode_prefix);
  m_values.add(value);
}

ast::expr* FStringParts::finish() {
  flush(m_end, m_end_unicode_prefix);
  auto* joined = m_parser.arena().make<ast::JoinedStr>();
  joined->pos = m_end;
  joined->values = m_values.keep(m_parser.arena());
  return joined;
}

bool FStringReader::read() {
  if (!read_parts(m_parts, 0)) return false;
  return at_end() || fail("f-string: unexpected end of string");
}

// Level 0 is the string itself, 1 a format specification in it: that ends at its "}".
bool FStringReader::read_parts(FStringParts& into, int level) {
  while (true) {
    const Piece piece = read_text(into, level);
    if (piece == Piece::failed) return false;
    if (piece == Piece::goes_on) continue;
    if (at_end() || here() == '}') break;
    if (!read_field(into, level)) return false;
  }
  return level == 0 || here() == '}' || fail("f-string: expecting '}'");
}

FStringReader::Piece FStringReader::read_text(FStringParts& into, int level) {
  const std::size_t start = m_at;
  while (!at_end()) {
    char c = m_body[m_at++];
    if (!m_raw && c == '\\' && !at_end()) {
      c = m_body[m_at++];
      if (c == 'N') {
        skip_named_escape();
        continue;
      }
    }
    if (c != '{' && c != '}') continue;
    if (level == 0 && here() == c) {
      // A doubled bracket is one of text.
      const std::string_view text = m_body.substr(start, m_at - start);
      ++m_at;
      return append_text(into, text) ? Piece::goes_on : Piece::failed;
    }
    if (level == 0 && c == '}') {
      fail("f-string: single '}' is not allowed");
      return Piece::failed;
    }
    --m_at;
    break;
  }
  return append_text(into, m_body.substr(start, m_at - start)) ? Piece::ended : Piece::failed;
}

// Behind "\N": the brackets of \N{…} are no replacement field.
void FStringReader::skip_named_escape() {
  if (at_end() || m_body[m_at++] != '{') return;
  while (!at_end() && m_body[m_at++] != '}') continue;
}

bool FStringReader::append_text(FStringParts& into, std::string_view text) {
  if (m_raw || text.find('\\') == std::string_view::npos) {
    into.add_text(text);
    return true;
  }
  std::string value;
  const EscapeProblem problem = append_unescaped(value, text);
  into.add_text(value);
  return raise_escape_problem(m_parser, m_token, problem);
}

bool FStringReader::read_field(FStringParts& into, int level) {
  if (level >= 2) return fail("f-string: expressions nested too deeply");
  const std::size_t start = ++m_at;
  if (!find_field_end()) return false;
  ast::expr* value = parse_field(start);
  if (value == nullptr) return false;
  std::string_view text;
  int conversion = -1;
  ast::expr* format = nullptr;
  if (!read_self_documentation(start, text) || !read_conversion(conversion) || !read_format(format, level))
    return false;
  if (here() != '}') return fail("f-string: expecting '}'");
  ++m_at;
  if (!text.empty()) {
    into.add_text(text);
    if (format == nullptr && conversion == -1) conversion = 'r';
  }
  auto* field = m_parser.arena().make<ast::FormattedValue>();
  field->pos = into.whole();
  field->value = value;
  field->conversion = conversion;
  field->format_spec = format;
  into.add_value(field);
  return true;
}

// Stops at what ends the expression: "!", ":", "=" or "}" outside brackets and quotes.
bool FStringReader::find_field_end() {
  std::string open;
  char quote = '\0';
  bool triple = false;
  for (; !at_end(); ++m_at) {
    const char c = here();
    if (c == '\\') return fail("f-string expression part cannot include a backslash");
    if (quote != '\0' || c == '\'' || c == '"') {
      skip_quoted(c, quote, triple);
      continue;
    }
    if (c == '#') return fail("f-string expression part cannot include '#'");
    if (open.empty() && at_field_end()) break;
    if (!match_bracket(c, open)) return false;
  }
  if (quote != '\0') return fail("f-string: unterminated string");
  if (!open.empty()) return fail(std::string("f-string: unmatched '") + open.back() + "'");
  return !at_end() || fail("f-string: expecting '}'");
}

// Inside a string, or at its opening quote.
void FStringReader::skip_quoted(char c, char& quote, bool& triple) {
  const bool three = m_at + 2 < m_body.size() && m_body[m_at + 1] == c && m_body[m_at + 2] == c;
  if (quote == '\0') {
    quote = c;
    triple = three;
  } else if (c != quote || (triple && !three)) {
    return;
  } else {
    quote = '\0';
  }
  if (triple) m_at += 2;
}

bool FStringReader::match_bracket(char c, std::string& open) {
  if (c == '(' || c == '[' || c == '{') {
    if (open.size() >= max_brackets) return fail("f-string: too many nested parenthesis");
    open.push_back(c);
  } else if (c == ')' || c == ']' || c == '}') {
    if (open.empty()) return fail(std::string("f-string: unmatched '") + c + "'");
    const char opening = open.back();
    open.pop_back();
    if (opening != opening_of(c)) {
      return fail(std::string("f-string: closing parenthesis '") + c + "' does not match opening parenthesis '" +
                  opening + "'");
    }
  }
  return true;
}

// The comparison operators that begin like an end are skipped whole.
bool FStringReader::at_field_end() {
  const char c = here();
  if (c != '!' && c != ':' && c != '}' && c != '=' && c != '<' && c != '>') return false;
  const bool equal_follows = m_at + 1 < m_body.size() && m_body[m_at + 1] == '=';
  if (equal_follows && (c == '!' || c == '=' || c == '<' || c == '>')) {
    ++m_at;
    return false;
  }
  return c != '<' && c != '>';
}

// How a field's place in the program follows from its place in the token, as CPython 3.11 works it out. Fields come in
// order, so the lines before them are counted once.
FStringReader::FieldPlace FStringReader::place_of(std::size_t brace) {
  const std::string_view text = m_token.text;
  for (; m_counted < brace; ++m_counted) {
    if (text[m_counted] != '\n') continue;
    ++m_lines;
    m_line_start = m_counted + 1;
  }
  const std::size_t first = text.find_first_not_of(" \t\f", brace + 1);
  const bool line_end_follows = first == std::string_view::npos || text[first] == '\n' || text[first] == '}';
  const int column = line_end_follows ? 0 : static_cast<int>(brace - m_line_start);
  return {m_token.line + m_lines, m_lines == 0 ? m_token.column + column : column};
}

ast::expr* FStringReader::parse_field(std::size_t start) {
  const std::string_view field = m_body.substr(start, m_at - start);
  if (std::all_of(field.begin(), field.end(), is_empty)) {
    const char c = here();
    const bool something_follows = c == '!' || c == ':' || c == '=';
    fail(something_follows ? std::string("f-string: expression required before '") + c + "'"
                           : "f-string: empty expression not allowed");
    return nullptr;
  }
  const auto brace = static_cast<std::size_t>(m_body.data() + start - 1 - m_token.text.data());
  const FieldPlace place = place_of(brace);
  std::string text = "(";
  text.append(field).append(")\n");
  return m_parser.replacement_field(m_parser.arena().copy(text), place.line, place.column);
}

// `{value=}` shows its own text before the value, blanks and all.
bool FStringReader::read_self_documentation(std::size_t start, std::string_view& text) {
  if (here() != '=') return true;
  ++m_at;
  while (is_space(here())) ++m_at;
  text = m_body.substr(start, m_at - start);
  return !at_end() || fail("f-string: expecting '}'");
}

bool FStringReader::read_conversion(int& conversion) {
  if (here() != '!') return true;
  ++m_at;
  if (at_end()) return fail("f-string: expecting '}'");
  conversion = static_cast<unsigned char>(here());
  ++m_at;
  if (conversion != 's' && conversion != 'r' && conversion != 'a') {
    return fail("f-string: invalid conversion character: expected 's', 'r', or 'a'");
  }
  return !at_end() || fail("f-string: expecting '}'");
}

bool FStringReader::read_format(ast::expr*& format, int level) {
  if (here() != ':') return true;
  ++m_at;
  if (at_end()) return fail("f-string: expecting '}'");
  FStringParts parts(m_parts, {m_token.line, m_token.column, m_token.end_line, m_token.end_column});
  if (!read_parts(parts, level + 1)) return false;
  format = parts.finish();
  return true;
}

bool FStringReader::fail(std::string message) {
  m_parser.raise_at_last_token(std::move(message));
  return false;
}

}  // namespace loopline::script
