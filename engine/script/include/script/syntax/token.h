#pragma once

#include <cstdint>
#include <string_view>

namespace loopline::script {

/// Every operator and every keyword is a kind of its own. Soft keywords (match, case, _) are names.
enum class TokenKind : std::uint8_t {
  EndMarker,
  Error,    ///< The text ends here as far as the lexer can tell: see Lexer::error().
  Newline,  ///< The end of a logical line; blank lines and line ends inside brackets are no tokens.
  Indent,
  Dedent,
  Name,
  Number,
  String,   ///< One literal with its prefix and quotes, an f-string too.
  Comment,  ///< Only on request.
  Other,    ///< A character without a meaning in Python: "$", "?", "!", "`", "<>".
  // operators
  LeftParen,
  RightParen,
  LeftBracket,
  RightBracket,
  LeftBrace,
  RightBrace,
  Colon,
  Comma,
  Semicolon,
  Dot,
  Ellipsis,
  Arrow,
  Equal,
  ColonEqual,
  Plus,
  Minus,
  Star,
  Slash,
  DoubleSlash,
  Percent,
  At,
  DoubleStar,
  VerticalBar,
  Caret,
  Ampersand,
  LeftShift,
  RightShift,
  Tilde,
  EqEqual,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  PlusEqual,
  MinusEqual,
  StarEqual,
  SlashEqual,
  DoubleSlashEqual,
  PercentEqual,
  AtEqual,
  DoubleStarEqual,
  VerticalBarEqual,
  CaretEqual,
  AmpersandEqual,
  LeftShiftEqual,
  RightShiftEqual,
  // keywords
  And,
  As,
  Assert,
  Async,
  Await,
  Break,
  Class,
  Continue,
  Def,
  Del,
  Elif,
  Else,
  Except,
  False,
  Finally,
  For,
  From,
  Global,
  If,
  Import,
  In,
  Is,
  Lambda,
  None,
  Nonlocal,
  Not,
  Or,
  Pass,
  Raise,
  Return,
  True,
  Try,
  While,
  With,
  Yield,
};

[[nodiscard]] constexpr bool is_keyword(TokenKind kind) { return kind >= TokenKind::And; }
[[nodiscard]] constexpr bool is_operator(TokenKind kind) {
  return kind >= TokenKind::LeftParen && kind < TokenKind::And;
}

/// The keyword that `name` is, or TokenKind::Name.
[[nodiscard]] TokenKind keyword_or_name(std::string_view name);

struct Token {
  TokenKind kind = TokenKind::EndMarker;
  std::uint16_t bracket_depth = 0;  ///< How many brackets are open after it.
  /// Lines from 1, columns from 0 in bytes, the end just past the last byte. Indent, Dedent and EndMarker are empty and
  /// stand where the line's first token stands, or at the end of the text.
  int line = 1;
  int column = 0;
  int end_line = 1;
  int end_column = 0;
  std::string_view text;  ///< Points into the text given to the lexer; empty for the empty tokens and for Newline.
};

}  // namespace loopline::script
