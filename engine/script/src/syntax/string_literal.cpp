#include "syntax/string_literal.h"
#include "character_names.h"

#include <algorithm>

#include "syntax/arena.h"
#include "syntax/characters.h"
#include "syntax/f_string.h"
#include "syntax/parser.h"
#include "syntax/utf8.h"

namespace loopline::script {

StringLiteral take_apart(std::string_view token_text) {
  StringLiteral literal;
  std::size_t at = 0;
  for (; token_text[at] != '"' && token_text[at] != '\''; ++at) {
    switch (token_text[at] | 0x20) {
      case 'r': literal.raw = true; break;
      case 'b': literal.bytes = true; break;
      case 'u': literal.unicode = token_text[at] == 'u'; break;
      default: literal.formatted = true; break;
    }
  }
  const char quote = token_text[at];
  const bool triple = token_text.size() - at >= 6 && token_text[at + 1] == quote && token_text[at + 2] == quote;
  const std::size_t quotes = triple ? 3 : 1;
  literal.body = token_text.substr(at + quotes, token_text.size() - at - 2 * quotes);
  return literal;
}

namespace {

constexpr std::string_view plain_escapes = "\\'\"abfnrtv";
constexpr std::string_view plain_meanings = "\\'\"\a\b\f\n\r\t\v";

/// Reads the escapes that strings and bytes have in common; `body` begins behind the backslash. False when it is
/// another one.
bool append_common_escape(std::string& out, std::string_view& body, void (*append)(std::string&, char32_t)) {
  const char c = body[0];
  if (c == '\n') {
    body.remove_prefix(1);
    return true;
  }
  if (const std::size_t plain = plain_escapes.find(c); plain != std::string_view::npos) {
    out.push_back(plain_meanings[plain]);
    body.remove_prefix(1);
    return true;
  }
  if (!is_octal_digit(c)) return false;
  char32_t value = 0;
  for (int digits = 0; digits < 3 && !body.empty() && is_octal_digit(body[0]); ++digits) {
    value = value * 8 + static_cast<char32_t>(body[0] - '0');
    body.remove_prefix(1);
  }
  append(out, value);
  return true;
}

struct HexEscape {
  std::size_t digits;
  std::string_view name;
};

constexpr HexEscape hex_escape(char c) {
  return c == 'x' ? HexEscape{2, "\\xXX"} : c == 'u' ? HexEscape{4, "\\uXXXX"} : HexEscape{8, "\\UXXXXXXXX"};
}

/// Counts as CPython's decoder does, which first writes every character that is not ASCII as the ten of "\UXXXXXXXX".
std::size_t decoder_position(std::string_view before) {
  constexpr std::size_t wide = 10;
  constexpr std::size_t escaped_backslash = 6;
  std::size_t position = 0;
  for (std::size_t i = 0; i < before.size();) {
    if (is_ascii(before[i])) {
      const bool spelled_out = before[i] == '\\' && i + 1 < before.size() && !is_ascii(before[i + 1]);
      position += spelled_out ? escaped_backslash : 1;
      ++i;
      // What a backslash escapes is no backslash of its own.
      if (before[i - 1] == '\\' && i < before.size() && is_ascii(before[i])) ++position, ++i;
    } else {
      position += wide;
      i += static_cast<std::size_t>(std::max(utf8::decode(before.substr(i)).size, 1));
    }
  }
  return position;
}

/// Reads the escapes of a string: one object a literal, so that a problem can say where in it.
class StringDecoder {
 public:
  StringDecoder(std::string& out, std::string_view body) : m_out(out), m_whole(body), m_rest(body) {}

  EscapeProblem run() {
    while (!m_rest.empty() && m_problem.message.empty()) {
      const std::size_t plain = std::min(m_rest.find('\\'), m_rest.size());
      m_out.append(m_rest.substr(0, plain));
      m_rest.remove_prefix(plain);
      if (!m_rest.empty()) read_escape();
    }
    return std::move(m_problem);
  }

 private:
  void read_escape() {
    m_escape = m_whole.size() - m_rest.size();
    m_rest.remove_prefix(1);
    if (m_rest.empty()) return m_out.push_back('\\');  // Before a replacement field: `\{`.
    if (append_common_escape(m_out, m_rest, utf8::append)) return;
    switch (m_rest[0]) {
      case 'x':
      case 'u':
      case 'U': return read_hexadecimal(hex_escape(m_rest[0]));
      case 'N': return read_named();
      default: m_out.push_back('\\');
    }
  }

  void read_hexadecimal(HexEscape escape) {
    const std::string_view digits = m_rest.substr(1, escape.digits);
    char32_t value = 0;
    std::size_t count = 0;
    for (; count < digits.size() && is_hex_digit(digits[count]); ++count) {
      value = value * 16 + static_cast<char32_t>(hex_value(digits[count]));
    }
    if (count < escape.digits) return complain(count + 1, "truncated " + std::string(escape.name) + " escape");
    if (value > 0x10FFFF) return complain(count + 1, "illegal Unicode character");
    utf8::append(m_out, value);
    m_rest.remove_prefix(1 + escape.digits);
  }

  void read_named() {
    const std::size_t end = m_rest.find('}');
    if (m_rest.size() < 2 || m_rest[1] != '{' || end == std::string_view::npos || end == 2) {
      const bool open = m_rest.size() > 1 && m_rest[1] == '{';
      return complain(!open ? 1 : end == std::string_view::npos ? m_rest.size() : 2, "malformed \\N character escape");
    }
    const std::string_view name = m_rest.substr(2, end - 2);
    if (const std::optional<char32_t> character = character_named(name)) {
      utf8::append(m_out, *character);
      m_rest.remove_prefix(end + 1);
      return;
    }
    if (!is_name_left_out(name)) return complain(end + 1, "unknown Unicode character name");
    m_problem.unsupported = true;
    m_problem.message = "the names of characters of old scripts are not supported: write " + std::string("\\") +
                        std::string(m_rest.substr(0, end + 1)) +
                        " as the character itself or as \\u or \\U with its number";
  }

  /// `size` counts the bytes of the escape behind its backslash.
  void complain(std::size_t size, const std::string& what) {
    const std::size_t first = decoder_position(m_whole.substr(0, m_escape));
    const std::size_t last = first + size;
    m_problem.message = "(unicode error) 'unicodeescape' codec can't decode bytes in position " +
                        std::to_string(first) + "-" + std::to_string(last) + ": " + what;
  }

  std::string& m_out;
  std::string_view m_whole;
  std::string_view m_rest;
  std::size_t m_escape = 0;
  EscapeProblem m_problem;
};

void append_byte(std::string& out, char32_t value) {
  out.push_back(static_cast<char>(static_cast<unsigned char>(value)));
}

/// What one literal that is no f-string stands for. Text without escapes needs no copy.
std::optional<std::string_view> read_plain(Parser& parser, const Token& token, const StringLiteral& literal) {
  if (literal.bytes && !std::all_of(literal.body.begin(), literal.body.end(), is_ascii)) {
    parser.raise_at_last_token("bytes can only contain ASCII literal characters");
    return std::nullopt;
  }
  if (literal.raw || literal.body.find('\\') == std::string_view::npos) return literal.body;
  std::string value;
  const EscapeProblem problem =
      literal.bytes ? append_unescaped_bytes(value, literal.body) : append_unescaped(value, literal.body);
  if (!raise_escape_problem(parser, token, problem)) return std::nullopt;
  return parser.arena().copy(value);
}

}  // namespace

EscapeProblem append_unescaped(std::string& out, std::string_view body) { return StringDecoder(out, body).run(); }

EscapeProblem append_unescaped_bytes(std::string& out, std::string_view body) {
  const std::string_view whole = body;
  while (!body.empty()) {
    const std::size_t plain = std::min(body.find('\\'), body.size());
    out.append(body.substr(0, plain));
    body.remove_prefix(plain);
    if (body.empty()) break;
    const std::size_t escape = whole.size() - body.size();
    body.remove_prefix(1);
    if (append_common_escape(out, body, append_byte)) continue;
    if (body[0] != 'x') {
      out.push_back('\\');
      continue;
    }
    if (body.size() < 3 || !is_hex_digit(body[1]) || !is_hex_digit(body[2])) {
      return {"(value error) invalid \\x escape at position " + std::to_string(escape), false};
    }
    append_byte(out, static_cast<char32_t>(hex_value(body[1]) * 16 + hex_value(body[2])));
    body.remove_prefix(3);
  }
  return {};
}

bool raise_escape_problem(Parser& parser, const Token& token, const EscapeProblem& problem) {
  if (problem.message.empty()) return true;
  if (problem.unsupported) {
    parser.raise_at_token(token, problem.message, Diagnostic::Kind::unsupported);
  } else {
    parser.raise_at_last_token(problem.message);
  }
  return false;
}

ast::expr* read_strings(Parser& parser, std::span<const Token> parts, ast::Position whole) {
  const StringLiteral first = take_apart(parts[0].text);
  bool formatted = false;
  std::string_view only;
  FStringParts joined(parser, whole, first.unicode);
  for (const Token& token : parts) {
    const StringLiteral literal = take_apart(token.text);
    if (!literal.formatted) {
      const std::optional<std::string_view> value = read_plain(parser, token, literal);
      if (!value) return nullptr;
      only = *value;
      if (parts.size() > 1) joined.add_text(*value);
    }
    if (literal.bytes != first.bytes) return parser.raise_at_last_token("cannot mix bytes and nonbytes literals");
    if (!literal.formatted) continue;
    formatted = true;
    if (!FStringReader(parser, token, literal, joined).read()) return nullptr;
  }
  if (formatted) return joined.finish();
  auto* constant = parser.arena().make<ast::Constant>();
  constant->pos = whole;
  constant->type = first.bytes ? ast::ConstantType::Bytes : ast::ConstantType::Str;
  constant->unicode_prefix = first.unicode;
  constant->text = parts.size() == 1 ? only : parser.arena().copy(joined.text());
  return constant;
}

}  // namespace loopline::script
