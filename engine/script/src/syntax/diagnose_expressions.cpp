// The mistakes in expressions that the parser knows; see diagnose_statements.cpp.

#include "syntax/parser.h"
#include "syntax/target_names.h"

namespace loopline::script {

namespace {

/// CPython compares no more letters than the name has, so that `c` and `mat` count too.
bool is_soft_keyword(std::string_view name) {
  return name == "_" || std::string_view("case").starts_with(name) || std::string_view("match").starts_with(name);
}

/// The statements of Python 2 that have become functions.
bool is_legacy_statement(std::string_view name) { return name == "print" || name == "exec"; }

const ast::expr* last_part(ast::Seq<ast::comprehension> generators) {
  const ast::comprehension* last = generators.back();
  return last->ifs.empty() ? last->iter : last->ifs.back();
}

}  // namespace

// Two expressions side by side inside brackets, or half a conditional one.
void Parser::diagnose_expression() {
  const std::size_t start = m_index;
  const bool name = at(Tok::Name);
  // A wrong string prefix looks like two expressions, and a soft keyword like a name.
  const bool excused = name && (ahead(1) == Tok::String || is_soft_keyword(current().text));
  const ast::expr* first = excused ? nullptr : disjunction();
  if (first != nullptr) {
    const ast::expr* second = expression_quietly();
    const bool legacy = ast::is<ast::Name>(first) && is_legacy_statement(ast::as<ast::Name>(first)->id);
    if (second != nullptr && !legacy && previous().bracket_depth != 0) {
      raise_range(first->pos, second->pos, "invalid syntax. Perhaps you forgot a comma?");
    }
  }
  rewind(start);
  first = disjunction();
  const ast::expr* test = first != nullptr && accept(Tok::If) ? disjunction() : nullptr;
  if (test != nullptr && !at(Tok::Else) && !at(Tok::Colon)) {
    raise_range(first->pos, test->pos, "expected 'else' after 'if' expression");
  }
  rewind(start);
}

ast::expr* Parser::expression_quietly() {
  const bool outer = m_quiet;
  m_quiet = true;
  ast::expr* found = parse_expression();
  m_quiet = outer;
  return found;
}

void Parser::diagnose_legacy_expression() {
  if (!at(Tok::Name) || ahead(1) == Tok::LeftParen) return;
  const std::size_t start = m_index;
  const Token& name = current();
  advance();
  const ast::expr* value = star_expressions();
  if (value != nullptr && is_legacy_statement(name.text)) {
    const std::string word(name.text);
    raise_range({name.line, name.column, 0, 0}, value->pos,
                "Missing parentheses in call to '" + word + "'. Did you mean " + word + "(...)?");
  }
  rewind(start);
}

void Parser::diagnose_named_expression() {
  if (recall(Rule::named_expression_diagnosis) != nullptr) return;
  const std::size_t start = m_index;
  look_for_named_expression_mistakes();
  rewind(start);
  remember(Rule::named_expression_diagnosis, start, {});
}

void Parser::look_for_named_expression_mistakes() {
  const std::size_t start = m_index;
  if (const ast::expr* target = expression(); target != nullptr && accept(Tok::ColonEqual) && expression() != nullptr) {
    raise_at(target->pos, "cannot use assignment expressions with " + std::string(target_name(target)));
  }
  rewind(start);
  const auto ends_here = [this] { return !at(Tok::Equal) && !at(Tok::ColonEqual); };
  if (at(Tok::Name) && ahead(1) == Tok::Equal) {
    const Token& name = current();
    advance();
    advance();
    const ast::expr* value = bitwise_or();
    if (value != nullptr && ends_here()) {
      raise_range({name.line, name.column, 0, 0}, value->pos,
                  "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
  }
  rewind(start);
  if (at(Tok::True) || at(Tok::False) || at(Tok::None) || at_whole_list_or_tuple()) return;
  const ast::expr* target = bitwise_or();
  if (target != nullptr && accept(Tok::Equal) && bitwise_or() != nullptr && ends_here()) {
    raise_at(target->pos,
             "cannot assign to " + std::string(target_name(target)) + " here. Maybe you meant '==' instead of '='?");
  }
}

// Whether a list, a tuple or a generator begins here; brackets around one expression are neither.
bool Parser::at_whole_list_or_tuple() {
  if (!at(Tok::LeftBracket) && !at(Tok::LeftParen)) return false;
  const std::size_t start = m_index;
  const ast::expr* found = atom();
  rewind(start);
  if (found == nullptr) return false;
  const bool collection = ast::is<ast::List>(found) || ast::is<ast::Tuple>(found) || ast::is<ast::GeneratorExp>(found);
  return collection && found->pos.line == current().line && found->pos.column == current().column;
}

void Parser::diagnose_group() {
  const std::size_t start = m_index;
  advance();
  if (const ast::expr* starred = starred_expression(); starred != nullptr && accept(Tok::RightParen)) {
    raise_at(starred->pos, "cannot use starred expression here");
  }
  rewind(start + 1);
  const Token& stars = current();
  if (accept(Tok::DoubleStar) && expression() != nullptr && accept(Tok::RightParen)) {
    raise_at_token(stars, "cannot use double starred expression here");
  }
  rewind(start);
}

// At an opening bracket of any shape.
void Parser::diagnose_comprehension() {
  const std::size_t start = m_index;
  const bool round = at(Tok::LeftParen);
  advance();
  if (const ast::expr* starred = starred_expression(); starred != nullptr && !for_if_clauses().empty()) {
    raise_at(starred->pos, "iterable unpacking cannot be used in comprehension");
  }
  rewind(start + 1);
  const ast::expr* first = round ? nullptr : star_named_expression();
  if (first != nullptr && accept(Tok::Comma)) {
    const Token& comma = previous();
    const std::size_t behind_comma = m_index;
    constexpr std::string_view message = "did you forget parentheses around the comprehension target?";
    SmallList<ast::expr*> others;
    const bool more = star_named_expressions(others);
    if (more && !for_if_clauses().empty()) raise_range(first->pos, others.last()->pos, std::string(message));
    rewind(behind_comma);
    if (!for_if_clauses().empty())
      raise_range(first->pos, {0, 0, comma.end_line, comma.end_column}, std::string(message));
  }
  rewind(start);
}

void Parser::diagnose_dict() {
  const std::size_t start = m_index;
  advance();
  SmallList<ast::expr*> keys;
  SmallList<ast::expr*> values;
  const bool items = dict_items(keys, values);
  if (!items) rewind(start + 1);
  if (accept(Tok::RightBrace)) return rewind(start);
  if (items && previous().kind == Tok::Comma) diagnose_dict_item(true);
  rewind(start + 1);
  diagnose_dict_item(false);
  rewind(start);
}

// Only behind another item is a key without a colon a mistake: the first might be in a set.
void Parser::diagnose_dict_item(bool needs_colon) {
  const ast::expr* key = expression();
  if (key == nullptr) return;
  if (needs_colon && !at(Tok::Colon)) {
    raise_at({key->pos.line, key->pos.end_column - 1, 0, 0}, "':' expected after dictionary key");
  }
  if (!accept(Tok::Colon)) return;
  const Token& colon = previous();
  const Token& behind = current();
  if (accept(Tok::Star) && bitwise_or() != nullptr) {
    raise_from({behind.line, behind.column, 0, 0}, "cannot use a starred expression in a dictionary value");
  } else if (behind.kind == Tok::RightBrace || behind.kind == Tok::Comma) {
    raise_at_token(colon, "expression expected after dictionary key and ':'");
  }
}

void Parser::diagnose_dict_comprehension() {
  const std::size_t start = m_index;
  advance();
  const Token& stars = current();
  if (accept(Tok::DoubleStar) && bitwise_or() != nullptr && !for_if_clauses().empty() && accept(Tok::RightBrace)) {
    raise_at_token(stars, "dict unpacking cannot be used in dict comprehension");
  }
  rewind(start);
}

// ---- arguments

void Parser::raise_unbracketed_generator(const ast::expr* element, ast::Seq<ast::comprehension> generators) {
  raise_range(element->pos, last_part(generators)->pos, "Generator expression must be parenthesized");
}

void Parser::diagnose_arguments() {
  const std::size_t start = m_index;
  if (const ast::Call* args = argument_list(); args != nullptr && accept(Tok::Comma) && accept(Tok::Star)) {
    raise_at(args->pos, "iterable argument unpacking follows keyword argument unpacking");
  }
  rewind(start);
  if (const ast::expr* element = expression()) {
    const ast::Seq<ast::comprehension> generators = for_if_clauses();
    if (!generators.empty() && accept(Tok::Comma)) {
      // What follows may still hold a mistake of its own.
      argument_list();
      raise_unbracketed_generator(element, generators);
    }
  }
  rewind(start);
  diagnose_keyword_generator();
  const ast::Call* args = argument_list();
  const std::size_t behind_args = m_index;
  if (args == nullptr) return;
  if (const ast::Seq<ast::comprehension> generators = for_if_clauses(); !generators.empty() && args->args.size() > 1) {
    raise_unbracketed_generator(args->args.back(), generators);
  }
  rewind(behind_args);
  if (!accept(Tok::Comma)) return;
  const std::size_t behind_comma = m_index;
  if (const ast::expr* element = expression()) {
    const ast::Seq<ast::comprehension> generators = for_if_clauses();
    if (!generators.empty()) raise_unbracketed_generator(element, generators);
  }
  rewind(behind_comma);
  if (argument_list() == nullptr) return;
  const bool mapping =
      std::any_of(args->keywords.begin(), args->keywords.end(), [](const auto* item) { return item->arg.empty(); });
  raise_at_last_token(mapping ? "positional argument follows keyword argument unpacking"
                              : "positional argument follows keyword argument");
}

// `f(name = element for …)`
void Parser::diagnose_keyword_generator() {
  const std::size_t start = m_index;
  if (at(Tok::Name) && ahead(1) == Tok::Equal) {
    const Token& name = current();
    const Token& equal = m_tokens[m_index + 1];
    rewind(start + 2);
    if (expression() != nullptr && !for_if_clauses().empty()) {
      raise_at({name.line, name.column, equal.end_line, equal.end_column},
               "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
  }
  rewind(start);
}

void Parser::diagnose_keyword_argument() {
  const std::size_t start = m_index;
  if (at(Tok::True) || at(Tok::False) || at(Tok::None)) {
    const Token& constant = current();
    advance();
    if (accept(Tok::Equal)) {
      const Token& equal = previous();
      raise_at({constant.line, constant.column, equal.end_line, equal.end_column},
               "cannot assign to " + std::string(constant.text));
    }
    rewind(start);
  }
  diagnose_keyword_generator();
  if (at(Tok::Name) && ahead(1) == Tok::Equal) return;
  if (const ast::expr* value = expression(); value != nullptr && accept(Tok::Equal)) {
    const Token& equal = previous();
    raise_range(value->pos, {0, 0, equal.end_line, equal.end_column},
                "expression cannot contain assignment, perhaps you meant \"==\"?");
  }
  rewind(start);
}

}  // namespace loopline::script
