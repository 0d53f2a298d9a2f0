#include <cstdio>
#include <string>

#include "script/syntax/lexer.h"

namespace loopline::script {

namespace {

using K = TokenKind;

struct Match {
  K kind;
  std::size_t size;
};

/// An operator that may be doubled, and either form followed by "=": `*`, `**`, `*=`, `**=`.
Match doubled(std::string_view text, K single, K twice, K single_equal, K twice_equal) {
  const char c = text[0];
  if (text.size() > 1 && text[1] == c) {
    const bool equal = text.size() > 2 && text[2] == '=';
    return equal ? Match{twice_equal, 3} : Match{twice, 2};
  }
  return text.size() > 1 && text[1] == '=' ? Match{single_equal, 2} : Match{single, 1};
}

Match with_equal(std::string_view text, K plain, K equal) {
  return text.size() > 1 && text[1] == '=' ? Match{equal, 2} : Match{plain, 1};
}

Match match_operator(std::string_view text) {
  switch (text[0]) {
    case '(': return {K::LeftParen, 1};
    case ')': return {K::RightParen, 1};
    case '[': return {K::LeftBracket, 1};
    case ']': return {K::RightBracket, 1};
    case '{': return {K::LeftBrace, 1};
    case '}': return {K::RightBrace, 1};
    case ',': return {K::Comma, 1};
    case ';': return {K::Semicolon, 1};
    case '~': return {K::Tilde, 1};
    case '.': return text.starts_with("...") ? Match{K::Ellipsis, 3} : Match{K::Dot, 1};
    case ':': return with_equal(text, K::Colon, K::ColonEqual);
    case '=': return with_equal(text, K::Equal, K::EqEqual);
    case '+': return with_equal(text, K::Plus, K::PlusEqual);
    case '-': return text.starts_with("->") ? Match{K::Arrow, 2} : with_equal(text, K::Minus, K::MinusEqual);
    case '*': return doubled(text, K::Star, K::DoubleStar, K::StarEqual, K::DoubleStarEqual);
    case '/': return doubled(text, K::Slash, K::DoubleSlash, K::SlashEqual, K::DoubleSlashEqual);
    case '%': return with_equal(text, K::Percent, K::PercentEqual);
    case '@': return with_equal(text, K::At, K::AtEqual);
    case '|': return with_equal(text, K::VerticalBar, K::VerticalBarEqual);
    case '&': return with_equal(text, K::Ampersand, K::AmpersandEqual);
    case '^': return with_equal(text, K::Caret, K::CaretEqual);
    case '<':
      return text.starts_with("<>") ? Match{K::Other, 2}
                                    : doubled(text, K::Less, K::LeftShift, K::LessEqual, K::LeftShiftEqual);
    case '>': return doubled(text, K::Greater, K::RightShift, K::GreaterEqual, K::RightShiftEqual);
    case '!': return with_equal(text, K::Other, K::NotEqual);
    default: return {K::Other, 1};
  }
}

}  // namespace

bool Lexer::scan_operator() {
  const char c = m_text[m_at];
  const Match match = match_operator(m_text.substr(m_at, 3));
  m_kind = match.kind;
  m_at += match.size;
  switch (c) {
    case '(':
    case '[':
    case '{': return open_bracket(c);
    case ')':
    case ']':
    case '}': return close_bracket(c);
    default: break;
  }
  if (static_cast<unsigned char>(c) >= ' ' && c != '\x7F') return true;
  char code[5];
  std::snprintf(code, sizeof code, "%04X", static_cast<unsigned>(static_cast<unsigned char>(c)));
  return fail_here(std::string("invalid non-printable character U+") + code);
}

}  // namespace loopline::script
