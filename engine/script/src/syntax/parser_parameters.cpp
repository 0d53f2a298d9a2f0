#include "syntax/parser.h"

namespace loopline::script {

/// The parameters read so far. Defaults belong to the last of the positional ones.
struct Parser::ParameterLists {
  SmallList<ast::arg*> before_slash;
  SmallList<ast::arg*> plain;
  SmallList<ast::expr*> defaults;
  SmallList<ast::arg*> keyword_only;
  SmallList<ast::expr*> keyword_defaults;
  ast::arg* vararg = nullptr;
  ast::arg* kwarg = nullptr;
  bool slash = false;
};

// As many as there are; the caller sees what stands behind them. Empty when there is none.
ast::arguments* Parser::parameters(Parameters style) {
  ParameterLists lists;
  if (diagnosing()) diagnose_parameters(style);
  bool more = true;
  while (more && !at(end_of(style))) {
    const std::size_t here = m_index;
    switch (kind()) {
      case Tok::Name: more = plain_parameter(style, lists); break;
      case Tok::Slash: more = slash_parameter(style, lists); break;
      case Tok::Star:
        if (star_parameters(style, lists)) return finish_parameters(lists);
        more = false;
        break;
      case Tok::DoubleStar:
        if (mapping_parameter(style, lists)) return finish_parameters(lists);
        more = false;
        break;
      default: more = false;
    }
    if (!more) rewind(here);
  }
  return finish_parameters(lists);
}

ast::arguments* Parser::finish_parameters(const ParameterLists& lists) {
  auto* made = m_arena.make<ast::arguments>();
  made->posonlyargs = keep(lists.before_slash);
  made->args = keep(lists.plain);
  made->vararg = lists.vararg;
  made->kwonlyargs = keep(lists.keyword_only);
  made->kw_defaults = keep(lists.keyword_defaults);
  made->kwarg = lists.kwarg;
  made->defaults = keep(lists.defaults);
  ++m_height;
  return made;
}

bool Parser::plain_parameter(Parameters style, ParameterLists& lists) {
  ast::arg* made = parameter(style);
  ast::expr* value = made == nullptr ? nullptr : parameter_default();
  if (made == nullptr || failed() || !ends_parameter(style)) return false;
  if (value == nullptr && !lists.defaults.empty()) return false;
  if (value != nullptr) lists.defaults.add(value);
  lists.plain.add(made);
  return true;
}

// Everything before the slash can only be given by position.
bool Parser::slash_parameter(Parameters style, ParameterLists& lists) {
  if (lists.slash || lists.plain.empty()) return false;
  advance();
  if (!ends_parameter(style)) return false;
  lists.slash = true;
  std::swap(lists.before_slash, lists.plain);
  return true;
}

bool Parser::star_parameters(Parameters style, ParameterLists& lists) {
  const std::size_t start = m_index;
  if (diagnosing()) diagnose_star_parameters(style);
  advance();
  if (accept(Tok::Comma)) {
    if (!keyword_only_parameter(style, lists)) return false;
  } else {
    lists.vararg = parameter(style, true);
    if (lists.vararg == nullptr || !ends_parameter(style)) {
      lists.vararg = nullptr;
      rewind(start);
      return false;
    }
  }
  while (at(Tok::Name)) {
    const std::size_t here = m_index;
    if (!keyword_only_parameter(style, lists)) {
      rewind(here);
      return true;
    }
  }
  const std::size_t here = m_index;
  if (at(Tok::DoubleStar) && !mapping_parameter(style, lists)) rewind(here);
  return true;
}

bool Parser::keyword_only_parameter(Parameters style, ParameterLists& lists) {
  ast::arg* made = parameter(style);
  ast::expr* value = made == nullptr ? nullptr : parameter_default();
  if (made == nullptr || failed() || !ends_parameter(style)) return false;
  lists.keyword_only.add(made);
  lists.keyword_defaults.add(value);
  return true;
}

bool Parser::mapping_parameter(Parameters style, ParameterLists& lists) {
  if (diagnosing()) diagnose_mapping_parameter(style);
  advance();
  ast::arg* made = parameter(style);
  if (made == nullptr || !ends_parameter(style)) return false;
  lists.kwarg = made;
  return true;
}

ast::arg* Parser::parameter(Parameters style, bool may_be_starred) {
  const std::size_t start = m_index;
  const Token* name = take(Tok::Name);
  if (name == nullptr) return nullptr;
  ast::expr* annotation = nullptr;
  if (style == Parameters::of_function && at(Tok::Colon)) {
    const std::size_t colon = m_index;
    advance();
    annotation = may_be_starred && at(Tok::Star) ? star_expression() : expression();
    if (annotation == nullptr) rewind(colon);
  }
  if (failed()) return nullptr;
  auto* made = leaf<ast::arg>(start);
  made->arg = intern(*name);
  made->annotation = annotation;
  return made;
}

// Null when there is none.
ast::expr* Parser::parameter_default() {
  if (!at(Tok::Equal)) return nullptr;
  const std::size_t equal = m_index;
  advance();
  ast::expr* value = expression();
  if (value != nullptr) return value;
  rewind(equal);
  if (diagnosing()) diagnose_default();
  return nullptr;
}

ast::expr* Parser::lambda() {
  const std::size_t start = m_index;
  advance();
  ast::arguments* args = parameters(Parameters::of_lambda);
  ast::expr* body = accept(Tok::Colon) ? expression() : nullptr;
  if (body == nullptr) return nullptr;
  auto* made = node<ast::Lambda>(start);
  made->args = args;
  made->body = body;
  return made;
}

}  // namespace loopline::script
