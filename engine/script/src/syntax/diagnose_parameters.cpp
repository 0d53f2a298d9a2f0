// The mistakes in parameter lists that the parser knows; see diagnose_statements.cpp. Functions and lambdas share them:
// a list ends at ")" for the one and at ":" for the other.

#include "syntax/parser.h"

namespace loopline::script {

// Each reads one parameter with what ends it; where it does not match, the position is where it was.

const ast::arg* Parser::parameter_without_default(Parameters style) {
  const std::size_t start = m_index;
  const ast::arg* found = parameter(style);
  if (found != nullptr && ends_parameter(style)) return found;
  rewind(start);
  return nullptr;
}

bool Parser::parameter_with_default(Parameters style) {
  const std::size_t start = m_index;
  if (parameter(style) != nullptr && parameter_default() != nullptr && ends_parameter(style)) return true;
  rewind(start);
  return false;
}

bool Parser::parameter_maybe_with_default(Parameters style) {
  const std::size_t start = m_index;
  if (parameter(style) != nullptr) {
    parameter_default();
    if (ends_parameter(style)) return true;
  }
  rewind(start);
  return false;
}

void Parser::skip_parameters_without_default(Parameters style) {
  while (parameter_without_default(style) != nullptr) continue;
}

void Parser::skip_parameters_maybe_with_default(Parameters style) {
  while (parameter_maybe_with_default(style)) continue;
}

// Parameters, those without defaults first, and the slash behind them.
bool Parser::parameters_and_slash(Parameters style, bool needs_default) {
  const std::size_t start = m_index;
  skip_parameters_without_default(style);
  const std::size_t behind_plain = m_index;
  while (parameter_with_default(style)) continue;
  const bool enough = needs_default ? m_index != behind_plain : m_index != start;
  if (enough && accept(Tok::Slash) && ends_parameter(style)) return true;
  rewind(start);
  return false;
}

void Parser::diagnose_parameters(Parameters style) {
  const std::size_t start = m_index;
  skip_parameters_without_default(style);
  const std::size_t behind_plain = m_index;
  bool defaults = parameters_and_slash(style, true);
  if (!defaults) {
    while (parameter_with_default(style)) defaults = true;
  }
  if (const ast::arg* late = defaults ? parameter_without_default(style) : nullptr) {
    raise_at(late->pos, "non-default argument follows default argument");
  }
  rewind(behind_plain);
  diagnose_bracketed_parameters(style);
  rewind(start);
  if (accept(Tok::Slash) && accept(Tok::Comma)) raise_at_token(m_tokens[start], "at least one argument must precede /");
  rewind(start);
  const bool slash = parameters_and_slash(style, false);
  skip_parameters_maybe_with_default(style);
  if (slash && at(Tok::Slash)) raise_at_token(current(), "/ may appear only once");
  if (accept(Tok::Star) && (accept(Tok::Comma) || parameter_without_default(style) != nullptr)) {
    skip_parameters_maybe_with_default(style);
    if (at(Tok::Slash)) raise_at_token(current(), "/ must be ahead of *");
  }
  rewind(start);
  skip_parameters_maybe_with_default(style);
  if (m_index != start && accept(Tok::Slash) && at(Tok::Star))
    raise_at_token(current(), "expected comma between / and *");
  rewind(start);
}

void Parser::diagnose_bracketed_parameters(Parameters style) {
  if (!accept(Tok::LeftParen)) return;
  const Token& open = previous();
  const std::size_t behind_open = m_index;
  if (style == Parameters::of_function) {
    skip_parameters_without_default(style);
  } else {
    while (accept(Tok::Name) && at(Tok::Comma) && ahead(1) == Tok::Name) advance();
  }
  if (m_index == behind_open) return;
  accept(Tok::Comma);
  if (!accept(Tok::RightParen)) return;
  const Token& close = previous();
  const std::string_view what = style == Parameters::of_function ? "Function" : "Lambda expression";
  raise_at({open.line, open.column, close.end_line, close.end_column},
           std::string(what) + " parameters cannot be parenthesized");
}

void Parser::diagnose_star_parameters(Parameters style) {
  const std::size_t start = m_index;
  const Token& star = current();
  advance();
  const bool bare = accept(end_of(style)) || (accept(Tok::Comma) && (accept(end_of(style)) || accept(Tok::DoubleStar)));
  if (bare) {
    constexpr std::string_view message = "named arguments must follow bare *";
    // CPython forgets where the star was in a lambda.
    if (style == Parameters::of_function) {
      raise_at_token(star, std::string(message));
    } else {
      raise_at_last_token(std::string(message));
    }
  }
  rewind(start + 1);
  if (parameter(style) != nullptr && at(Tok::Equal))
    raise_at_token(current(), "var-positional argument cannot have default value");
  rewind(start + 1);
  if (parameter_without_default(style) != nullptr || accept(Tok::Comma)) {
    skip_parameters_maybe_with_default(style);
    const Token& second = current();
    if (accept(Tok::Star) && (parameter_without_default(style) != nullptr || accept(Tok::Comma))) {
      raise_at_token(second, "* argument may appear only once");
    }
  }
  rewind(start);
}

void Parser::diagnose_mapping_parameter(Parameters style) {
  const std::size_t start = m_index;
  advance();
  if (parameter(style) != nullptr) {
    if (at(Tok::Equal)) raise_at_token(current(), "var-keyword argument cannot have default value");
    if (accept(Tok::Comma)) {
      const Token& next = current();
      constexpr std::string_view message = "arguments cannot follow var-keyword argument";
      if (const ast::arg* late = parameter(style)) raise_at(late->pos, std::string(message));
      const bool mark = next.kind == Tok::Star || next.kind == Tok::DoubleStar || next.kind == Tok::Slash;
      if (mark) raise_at_token(next, std::string(message));
    }
  }
  rewind(start);
}

void Parser::diagnose_default() {
  const Token& equal = current();
  const std::size_t start = m_index;
  advance();
  if (at(Tok::RightParen) || at(Tok::Comma)) raise_at_token(equal, "expected default value expression");
  rewind(start);
}

}  // namespace loopline::script
