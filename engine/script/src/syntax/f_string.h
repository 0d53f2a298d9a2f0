#pragma once

#include <string>
#include <string_view>

#include "script/syntax/ast.h"
#include "script/syntax/token.h"
#include "syntax/small_list.h"
#include "syntax/string_literal.h"

namespace loopline::script {

class Parser;

/// The values of a JoinedStr while they are collected: pieces of text that touch become one Constant.
class FStringParts {
 public:
  /// The nodes made here stand where the whole string does, however many literals it has.
  FStringParts(Parser& parser, ast::Position whole, bool unicode_prefix)
      : m_parser(parser),
        m_whole(whole),
        m_end(whole),
        m_unicode_prefix(unicode_prefix),
        m_end_unicode_prefix(unicode_prefix) {}
  /// A format specification within it: as in CPython, it and its last text stand where the one literal does that holds
  /// them.
  FStringParts(const FStringParts& outer, ast::Position literal)
      : m_parser(outer.m_parser), m_whole(outer.m_whole), m_end(literal), m_unicode_prefix(outer.m_unicode_prefix) {}

  void add_text(std::string_view text) { m_text.append(text); }
  void add_value(ast::expr* value);
  /// The text since the last value.
  [[nodiscard]] const std::string& text() const { return m_text; }
  [[nodiscard]] ast::expr* finish();

  [[nodiscard]] ast::Position whole() const { return m_whole; }

 private:
  void flush(ast::Position where, bool unicode_prefix);

  Parser& m_parser;
  ast::Position m_whole;
  ast::Position m_end;
  bool m_unicode_prefix;
  bool m_end_unicode_prefix = false;
  std::string m_text;
  SmallList<ast::expr*> m_values;
};

/// Reads one f-string as Python 3.11 does: the replacement fields are found by their brackets and quotes, cut out, put
/// in round brackets and parsed as a text of their own.
class FStringReader {
 public:
  FStringReader(Parser& parser, const Token& token, const StringLiteral& literal, FStringParts& into)
      : m_parser(parser), m_token(token), m_raw(literal.raw), m_body(literal.body), m_parts(into) {}

  /// False when it has raised.
  [[nodiscard]] bool read();

 private:
  struct FieldPlace {
    int line;
    int column;
  };
  enum class Piece : std::uint8_t { ended, goes_on, failed };

  [[nodiscard]] bool read_parts(FStringParts& into, int level);
  [[nodiscard]] Piece read_text(FStringParts& into, int level);
  [[nodiscard]] bool append_text(FStringParts& into, std::string_view text);
  void skip_named_escape();
  [[nodiscard]] bool read_field(FStringParts& into, int level);
  [[nodiscard]] bool find_field_end();
  void skip_quoted(char c, char& quote, bool& triple);
  [[nodiscard]] bool match_bracket(char c, std::string& open);
  [[nodiscard]] bool at_field_end();
  [[nodiscard]] bool read_self_documentation(std::size_t start, std::string_view& text);
  [[nodiscard]] bool read_conversion(int& conversion);
  [[nodiscard]] bool read_format(ast::expr*& format, int level);
  [[nodiscard]] FieldPlace place_of(std::size_t brace);
  [[nodiscard]] ast::expr* parse_field(std::size_t start);
  [[nodiscard]] bool at_end() const { return m_at >= m_body.size(); }
  [[nodiscard]] char here() const { return at_end() ? '\0' : m_body[m_at]; }
  bool fail(std::string message);

  Parser& m_parser;
  const Token& m_token;
  bool m_raw;
  std::string_view m_body;
  FStringParts& m_parts;
  std::size_t m_at = 0;

  // How far the token's lines have been counted, how many there were and where the last begins.
  std::size_t m_counted = 0;
  int m_lines = 0;
  std::size_t m_line_start = 0;
};

}  // namespace loopline::script
