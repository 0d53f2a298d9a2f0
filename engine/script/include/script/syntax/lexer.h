#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "script/syntax/diagnostic.h"
#include "script/syntax/token.h"

namespace loopline::script {

/// Cuts a text into tokens, as CPython 3.11's tokenizer does. Serves the parser, and whoever wants to look at a
/// program's comments or layout without parsing it:
///
///     auto source = SourceText::decode(bytes);  // a Diagnostic, or:
///     Lexer lexer(std::get<SourceText>(source).text(), {.comments = true});
///     for (Token token = lexer.next(); token.kind != TokenKind::EndMarker; token = lexer.next()) {
///       if (token.kind == TokenKind::Error) { … *lexer.error() …; break; }
///       …
///     }
class Lexer {
 public:
  struct Options {
    bool comments = false;
    /// Where the text's first character stands, for a text cut out of another.
    int first_line = 1;
    int first_column = 0;
  };

  /// A bracket that has not been closed yet.
  struct OpenBracket {
    char character = '(';
    int line = 0;
    int column = 0;  ///< 0-based, in bytes.
  };

  /// `text` is in SourceText's form and must outlive the lexer and its tokens.
  explicit Lexer(std::string_view text) : Lexer(text, Options{}) {}
  Lexer(std::string_view text, Options options);

  /// The next token. At the end EndMarker, again and again; after a mistake Error likewise.
  [[nodiscard]] Token next();

  /// The mistake that ended the tokens, if any. Its columns do not count first_column.
  [[nodiscard]] const std::optional<Diagnostic>& error() const { return m_error; }
  /// Whether that mistake is one of layout (indentation, a line or the text ending too soon) and not of characters. A
  /// parser reports a mistake of characters even when it lies behind its own, one of layout only when it gets there.
  [[nodiscard]] bool error_is_of_layout() const { return m_error_is_of_layout; }
  /// The brackets open after the last token, outermost first.
  [[nodiscard]] std::span<const OpenBracket> open_brackets() const { return m_brackets; }

 private:
  struct Indentation {
    int column = 0;  // Tabs to multiples of eight.
    int narrow_column =
        0;  // Tabs as one: both must agree on what is deeper, or the meaning would hang on the tab size.
  };

  bool at_end() const { return m_at == m_text.size(); }
  char peek(std::size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
  int column_of(std::size_t offset) const {
    return static_cast<int>(offset - m_line_start) + (m_line == m_options.first_line ? m_options.first_column : 0);
  }
  void end_line();
  void skip_comment();

  // Each returns false when it has set the error.
  [[nodiscard]] bool read_line_start();
  [[nodiscard]] bool measure_indentation(Indentation& found);
  [[nodiscard]] bool indent_to(Indentation found);
  [[nodiscard]] bool continue_line();
  [[nodiscard]] bool scan_name();
  [[nodiscard]] bool check_identifier(std::size_t start);
  [[nodiscard]] bool scan_number();
  [[nodiscard]] bool scan_radix(bool (*is_digit)(char), std::string_view name);
  [[nodiscard]] bool scan_leading_zero();
  [[nodiscard]] bool scan_decimal_tail();
  [[nodiscard]] bool scan_digits();
  [[nodiscard]] bool end_number(std::string_view name);
  [[nodiscard]] bool scan_string(std::size_t start);
  [[nodiscard]] bool scan_operator();
  [[nodiscard]] bool open_bracket(char c);
  [[nodiscard]] bool close_bracket(char c);
  bool keyword_may_follow_number() const;

  Token scan();
  Token make(TokenKind kind, std::size_t start) const;
  Token empty_token(TokenKind kind) const;
  Token error_token();

  /// Sets the error at the character before the current one, which is the last one read.
  bool fail_here(std::string message);
  bool fail_layout(Diagnostic::Kind kind, std::string message, int column);
  bool fail_at_end_of_text();

  std::string_view m_text;
  Options m_options;
  std::size_t m_at = 0;
  std::size_t m_line_start = 0;
  int m_line = 1;
  int m_start_line = 1;  // Of the token being read.
  int m_start_column = 0;
  TokenKind m_kind = TokenKind::EndMarker;
  bool m_at_line_start = true;
  bool m_blank_line = false;
  int m_pending_indents = 0;  // Indent tokens still to give, or Dedent tokens when negative.
  std::vector<Indentation> m_indents = {Indentation{}};
  std::vector<OpenBracket> m_brackets;
  std::optional<Diagnostic> m_error;
  bool m_error_is_of_layout = false;
};

}  // namespace loopline::script
