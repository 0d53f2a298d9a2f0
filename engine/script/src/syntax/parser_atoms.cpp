#include "syntax/number_literal.h"
#include "syntax/parser.h"
#include "syntax/string_literal.h"

namespace loopline::script {

ast::expr* Parser::atom() {
  switch (kind()) {
    case Tok::Name: return name();
    case Tok::True: return constant(ast::ConstantType::True);
    case Tok::False: return constant(ast::ConstantType::False);
    case Tok::None: return constant(ast::ConstantType::None);
    case Tok::Ellipsis: return constant(ast::ConstantType::Ellipsis);
    case Tok::String: return strings();
    case Tok::Number: return number();
    case Tok::LeftParen: return round_brackets();
    case Tok::LeftBracket: return square_brackets();
    case Tok::LeftBrace: return curly_brackets();
    default: return nullptr;
  }
}

ast::expr* Parser::name() {
  const Token& token = current();
  advance();
  auto* made = leaf<ast::Name>(m_index - 1);
  made->id = intern(token);
  return made;
}

ast::expr* Parser::constant(ast::ConstantType type) {
  advance();
  auto* made = leaf<ast::Constant>(m_index - 1);
  made->type = type;
  return made;
}

ast::expr* Parser::number() {
  const Token& token = current();
  advance();
  auto* made = leaf<ast::Constant>(m_index - 1);
  if (const std::string problem = read_number(token.text, m_arena, *made); !problem.empty()) {
    return raise_at({token.line, 0, 0, 0}, problem);
  }
  return made;
}

ast::expr* Parser::strings() {
  const std::size_t start = m_index;
  while (accept(Tok::String)) continue;
  if (failed()) return nullptr;
  const std::span<const Token> parts(m_tokens.data() + start, m_index - start);
  return read_strings(*this, parts, span_from(start));
}

ast::expr* Parser::replacement_field(std::string_view text, int line, int column) {
  Parser inner(m_arena, m_names, text, Mode::replacement_field, {line, column, m_depth});
  ast::Node* value = inner.parse();
  if (value == nullptr) return raise(inner.error());
  constexpr int nodes_around_it = 4;  // A JoinedStr and a FormattedValue, and both again in a format specification.
  m_height = std::max(m_height, inner.m_height + nodes_around_it);
  if (m_repeated_keyword == nullptr) m_repeated_keyword = inner.m_repeated_keyword;
  return static_cast<ast::expr*>(value);
}

// ---- ( ): a tuple, a group or a generator

ast::expr* Parser::round_brackets() {
  const std::size_t start = m_index;
  ast::expr* made = parse_round_brackets();
  if (made != nullptr || !diagnosing()) return made;
  rewind(start);
  diagnose_group();
  rewind(start);
  diagnose_comprehension();
  return nullptr;
}

ast::expr* Parser::parse_round_brackets() {
  const std::size_t start = m_index;
  advance();
  if (accept(Tok::RightParen)) return node<ast::Tuple>(start);
  if (at(Tok::Yield)) {
    ast::expr* yield = yield_expression();
    return yield != nullptr && accept(Tok::RightParen) ? yield : nullptr;
  }
  const bool starred = at(Tok::Star);
  ast::expr* first = star_named_expression();
  if (first == nullptr) return nullptr;
  if (at(Tok::Comma)) return tuple_after(start, first);
  if (starred) return nullptr;
  return accept(Tok::RightParen) ? first : finish_generator(start, first);
}

// Behind the element; `start` is the opening bracket.
ast::expr* Parser::finish_generator(std::size_t start, ast::expr* element) {
  const ast::Seq<ast::comprehension> generators = for_if_clauses();
  if (generators.empty() || !accept(Tok::RightParen)) return nullptr;
  auto* generator = node<ast::GeneratorExp>(start);
  generator->elt = element;
  generator->generators = generators;
  return generator;
}

ast::expr* Parser::tuple_after(std::size_t start, ast::expr* first) {
  SmallList<ast::expr*> items;
  items.add(first);
  advance();
  if (!at(Tok::RightParen) && !star_named_expressions(items)) return nullptr;
  if (!accept(Tok::RightParen)) return nullptr;
  auto* tuple = node<ast::Tuple>(start);
  tuple->elts = keep(items);
  return tuple;
}

// The brackets of a call read as those of a generator: only when mistakes are looked for, in CPython's order, is that
// asked.
ast::expr* Parser::generator_expression() {
  const std::size_t start = m_index;
  advance();
  ast::expr* element = at_assignment_expression() ? assignment_expression() : expression();
  if (element != nullptr && !at(Tok::ColonEqual)) {
    if (ast::expr* generator = finish_generator(start, element)) return generator;
  }
  rewind(start);
  if (diagnosing()) diagnose_comprehension();
  return nullptr;
}

// ---- [ ]: a list or a list comprehension

ast::expr* Parser::square_brackets() {
  const std::size_t start = m_index;
  ast::expr* made = parse_square_brackets();
  if (made != nullptr || !diagnosing()) return made;
  rewind(start);
  diagnose_comprehension();
  return nullptr;
}

ast::expr* Parser::parse_square_brackets() {
  const std::size_t start = m_index;
  advance();
  SmallList<ast::expr*> items;
  if (!at(Tok::RightBracket) && !star_named_expressions(items)) return nullptr;
  if (accept(Tok::RightBracket)) {
    auto* list = node<ast::List>(start);
    list->elts = keep(items);
    return list;
  }
  if (items.size() != 1 || previous().kind == Tok::Comma || ast::is<ast::Starred>(items.last())) return nullptr;
  const ast::Seq<ast::comprehension> generators = for_if_clauses();
  if (generators.empty() || !accept(Tok::RightBracket)) return nullptr;
  auto* made = node<ast::ListComp>(start);
  made->elt = items.last();
  made->generators = generators;
  return made;
}

// ---- { }: a dictionary, a set or a comprehension of either

ast::expr* Parser::curly_brackets() {
  const std::size_t start = m_index;
  if (m_pass != Pass::parse) diagnose_dict();
  ast::expr* made = parse_curly_brackets();
  if (made != nullptr || !diagnosing()) return made;
  rewind(start);
  diagnose_dict_comprehension();
  rewind(start);
  diagnose_comprehension();
  return nullptr;
}

ast::expr* Parser::parse_curly_brackets() {
  const std::size_t start = m_index;
  advance();
  if (at(Tok::RightBrace) || at(Tok::DoubleStar)) return finish_dict(start, nullptr);
  const bool plain = !at(Tok::Star) && !at_assignment_expression();
  ast::expr* first = star_named_expression();
  if (first == nullptr) return nullptr;
  if (plain && at(Tok::Colon)) return finish_dict(start, first);
  SmallList<ast::expr*> items;
  items.add(first);
  if (accept(Tok::Comma) && !at(Tok::RightBrace) && !star_named_expressions(items)) return nullptr;
  if (accept(Tok::RightBrace)) {
    auto* set = node<ast::Set>(start);
    set->elts = keep(items);
    return set;
  }
  if (items.size() != 1 || previous().kind == Tok::Comma || ast::is<ast::Starred>(first)) return nullptr;
  const ast::Seq<ast::comprehension> generators = for_if_clauses();
  if (generators.empty() || !accept(Tok::RightBrace)) return nullptr;
  auto* made = node<ast::SetComp>(start);
  made->elt = first;
  made->generators = generators;
  return made;
}

// Behind the opening bracket, or behind the first key when there is one.
ast::expr* Parser::finish_dict(std::size_t start, ast::expr* first_key) {
  SmallList<ast::expr*> keys;
  SmallList<ast::expr*> values;
  if (first_key != nullptr) {
    advance();
    ast::expr* first_value = expression();
    if (first_value == nullptr) return nullptr;
    keys.add(first_key);
    values.add(first_value);
    if (at_comprehension()) {
      const ast::Seq<ast::comprehension> generators = for_if_clauses();
      if (generators.empty() || !accept(Tok::RightBrace)) return nullptr;
      auto* made = node<ast::DictComp>(start);
      made->key = first_key;
      made->value = first_value;
      made->generators = generators;
      return made;
    }
    if (accept(Tok::Comma)) dict_items(keys, values);
  } else {
    dict_items(keys, values);
  }
  if (!accept(Tok::RightBrace)) return nullptr;
  auto* dict = node<ast::Dict>(start);
  dict->keys = keep(keys);
  dict->values = keep(values);
  return dict;
}

// As many items as there are, with the comma behind the last; false when there is none.
bool Parser::dict_items(SmallList<ast::expr*>& keys, SmallList<ast::expr*>& values) {
  const std::size_t start = m_index;
  std::size_t end = start;
  while (dict_item(keys, values)) {
    end = m_index;
    if (!accept(Tok::Comma)) return true;
    end = m_index;
  }
  rewind(end);
  return end != start;
}

bool Parser::dict_item(SmallList<ast::expr*>& keys, SmallList<ast::expr*>& values) {
  ast::expr* key = nullptr;
  ast::expr* value = nullptr;
  if (accept(Tok::DoubleStar)) {
    value = branch([this] { return bitwise_or(); });
  } else {
    key = expression();
    if (key == nullptr || !accept(Tok::Colon)) return false;
    value = expression();
  }
  if (value == nullptr) return false;
  keys.add(key);
  values.add(value);
  return true;
}

// ---- comprehensions

ast::Seq<ast::comprehension> Parser::for_if_clauses() {
  SmallList<ast::comprehension*> clauses;
  while (at_comprehension()) {
    const std::size_t here = m_index;
    ast::comprehension* clause = for_if_clause();
    if (clause == nullptr) {
      rewind(here);
      break;
    }
    clauses.add(clause);
  }
  ++m_height;
  return failed() ? ast::Seq<ast::comprehension>() : keep(clauses);
}

ast::comprehension* Parser::for_if_clause() {
  const std::size_t start = m_index;
  const bool is_async = accept(Tok::Async);
  ast::expr* target = accept(Tok::For) ? star_targets() : nullptr;
  if (target == nullptr || !accept(Tok::In)) {
    rewind(start);
    if (diagnosing()) diagnose_for_target();
    return nullptr;
  }
  ast::expr* iter = branch([this] { return disjunction(); });
  if (iter == nullptr) return nullptr;
  SmallList<ast::expr*> ifs;
  while (at(Tok::If)) {
    const std::size_t here = m_index;
    advance();
    ast::expr* test = branch([this] { return disjunction(); });
    if (test == nullptr) {
      rewind(here);
      break;
    }
    ifs.add(test);
  }
  auto* clause = m_arena.make<ast::comprehension>();
  clause->target = target;
  clause->iter = iter;
  clause->ifs = keep(ifs);
  clause->is_async = is_async;
  return clause;
}

}  // namespace loopline::script
