// The mistakes in statements that the parser knows. What is recognised, and in which order, follows the rules of
// CPython 3.11's grammar whose names begin with "invalid_": lesson code must fail here with the words it fails with
// there.

#include "syntax/parser.h"
#include "syntax/target_names.h"

namespace loopline::script {

// The order in which CPython tries things at the start of a statement: targets, then every mistake an assignment can
// have, and an expression last. What comes of it does not matter, the tree is not needed any more.
ast::stmt* Parser::diagnosed_expression_statement() {
  const std::size_t start = m_index;
  bool committed = false;
  if (!assignment_by_targets(committed)) {
    rewind(start);
    if (diagnosing() && !committed) diagnose_assignment();
    rewind(start);
    if (annotated_right_side() == nullptr) return nullptr;
  }
  return failed() ? nullptr : leaf<ast::Expr>(start);
}

// `committed` is set where an augmented assignment has begun: nothing else can be meant then.
bool Parser::assignment_by_targets(bool& committed) {
  const std::size_t start = m_index;
  if (single_target() != nullptr && accept(Tok::Colon)) {
    if (expression() == nullptr) return false;
    const std::size_t behind_annotation = m_index;
    if (accept(Tok::Equal) && annotated_right_side() == nullptr) rewind(behind_annotation);
    return true;
  }
  rewind(start);
  skip_targets();
  if (m_index != start && annotated_right_side() != nullptr && !at(Tok::Equal)) return true;
  rewind(start);
  if (single_target() == nullptr || !augmented_operator(kind())) return false;
  committed = true;
  advance();
  return annotated_right_side() != nullptr;
}

// As many "target =" as there are.
void Parser::skip_targets() {
  std::size_t end = m_index;
  while (star_targets() != nullptr && accept(Tok::Equal)) end = m_index;
  rewind(end);
}

void Parser::diagnose_assignment() {
  const std::size_t start = m_index;
  diagnose_annotated_collection();
  rewind(start);
  if (const ast::expr* first = star_named_expression(); first != nullptr && accept(Tok::Comma)) {
    SmallList<ast::expr*> others;
    std::size_t end = m_index;
    while (star_named_expressions(others)) end = m_index;
    rewind(end);
    if (accept(Tok::Colon) && expression() != nullptr)
      raise_at(first->pos, "only single target (not tuple) can be annotated");
  }
  rewind(start);
  if (const ast::expr* target = expression(); target != nullptr && accept(Tok::Colon) && expression() != nullptr) {
    raise_at(target->pos, "illegal target for annotation");
  }
  rewind(start);
  diagnose_assigned_target();
  rewind(start);
  if (const ast::expr* target = star_expressions(); target != nullptr && augmented_operator(kind())) {
    advance();
    if (annotated_right_side() == nullptr) return;
    raise_at(target->pos,
             "'" + std::string(target_name(target)) + "' is an illegal expression for augmented assignment");
  }
}

void Parser::diagnose_annotated_collection() {
  if (!at(Tok::LeftParen) && !at(Tok::LeftBracket)) return;
  const ast::expr* target = atom();
  const bool several = ast::is<ast::List>(target) || ast::is<ast::Tuple>(target);
  if (several && accept(Tok::Colon) && expression() != nullptr) {
    raise_at(target->pos, "only single target (not " + std::string(target_name(target)) + ") can be annotated");
  }
}

void Parser::diagnose_assigned_target() {
  skip_targets();
  const std::size_t last = m_index;
  if (const ast::expr* target = star_expressions(); target != nullptr && accept(Tok::Equal)) {
    raise_invalid_target(target, Targets::star);
  }
  rewind(last);
  if (!at(Tok::Yield)) return;
  const ast::expr* target = yield_expression();
  if (target != nullptr && accept(Tok::Equal)) raise_at(target->pos, "assignment to yield expression not possible");
}

void Parser::diagnose_delete() {
  advance();
  if (const ast::expr* target = star_expressions()) raise_invalid_target(target, Targets::del);
}

void Parser::diagnose_import_targets() {
  SmallList<ast::alias*> names;
  if (import_from_names(names) && accept(Tok::Comma) && accept(Tok::Newline)) {
    raise_at_last_token("trailing comma not allowed without surrounding parentheses");
  }
}

void Parser::diagnose_block() {
  const std::size_t start = m_index;
  if (accept(Tok::Newline) && !at(Tok::Indent))
    raise_at_last_token("expected an indented block", Diagnostic::Kind::indentation);
  rewind(start);
}

// ---- headers: what stands before a colon

void Parser::diagnose_missing_colon(Header header) {
  const std::size_t start = m_index;
  if ((this->*header)() && accept(Tok::Newline)) raise_at_last_token("expected ':'");
  rewind(start);
}

void Parser::diagnose_missing_block(std::string_view what, Header header) {
  const std::size_t start = m_index;
  const int line = m_tokens[at(Tok::Async) ? start + 1 : start].line;
  if ((this->*header)() && accept(Tok::Colon) && accept(Tok::Newline) && !at(Tok::Indent)) {
    raise_at_last_token("expected an indented block after " + std::string(what) + " on line " + std::to_string(line),
                        Diagnostic::Kind::indentation);
  }
  rewind(start);
}

bool Parser::keyword_header() {
  advance();
  return true;
}

bool Parser::condition_header() {
  advance();
  return named_expression() != nullptr;
}

bool Parser::for_header() {
  accept(Tok::Async);
  advance();
  return star_targets() != nullptr && accept(Tok::In) && star_expressions() != nullptr;
}

bool Parser::except_header() {
  advance();
  return expression() != nullptr && skip_as_name();
}

bool Parser::except_star_header() {
  advance();
  return accept(Tok::Star) && expression() != nullptr && skip_as_name();
}

bool Parser::skip_as_name() {
  const std::size_t start = m_index;
  if (accept(Tok::As) && !accept(Tok::Name)) rewind(start);
  return true;
}

bool Parser::match_header() {
  advance();
  return match_subject() != nullptr;
}

bool Parser::case_header() {
  advance();
  if (case_patterns() == nullptr) return false;
  case_guard();
  return true;
}

bool Parser::class_header() {
  advance();
  if (!accept(Tok::Name)) return false;
  const std::size_t behind_name = m_index;
  if (!accept(Tok::LeftParen)) return true;
  const std::size_t behind_open = m_index;
  if (arguments() == nullptr) {
    rewind(behind_open);
  } else {
    accept(Tok::Comma);
  }
  if (!accept(Tok::RightParen)) rewind(behind_name);
  return true;
}

bool Parser::function_header() {
  accept(Tok::Async);
  advance();
  if (!accept(Tok::Name) || !accept(Tok::LeftParen)) return false;
  parameters(Parameters::of_function);
  if (!accept(Tok::RightParen)) return false;
  return !accept(Tok::Arrow) || expression() != nullptr;
}

bool Parser::with_header() {
  accept(Tok::Async);
  advance();
  return skip_with_items(&Parser::expression);
}

bool Parser::with_header_in_brackets() {
  accept(Tok::Async);
  advance();
  if (!accept(Tok::LeftParen) || !skip_with_items(&Parser::expressions)) return false;
  accept(Tok::Comma);
  return accept(Tok::RightParen);
}

bool Parser::skip_with_items(Item context) {
  const std::size_t start = m_index;
  std::size_t end = start;
  do {
    if ((this->*context)() == nullptr) break;
    end = m_index;
    if (accept(Tok::As) && star_target() != nullptr) end = m_index;
    rewind(end);
  } while (accept(Tok::Comma));
  rewind(end);
  return end != start && !failed();
}

void Parser::diagnose_with_indent() {
  diagnose_missing_block("'with' statement", &Parser::with_header);
  diagnose_missing_block("'with' statement", &Parser::with_header_in_brackets);
}

void Parser::diagnose_with_colon() {
  diagnose_missing_colon(&Parser::with_header);
  diagnose_missing_colon(&Parser::with_header_in_brackets);
}

void Parser::diagnose_with_item() {
  if (expression() == nullptr || !accept(Tok::As)) return;
  const ast::expr* target = expression();
  if (target != nullptr && (at(Tok::Comma) || at(Tok::RightParen) || at(Tok::Colon)))
    raise_invalid_target(target, Targets::star);
}

void Parser::diagnose_for_target() {
  const std::size_t start = m_index;
  accept(Tok::Async);
  if (!accept(Tok::For)) return;
  if (const ast::expr* target = star_expressions()) raise_invalid_target(target, Targets::loop);
  rewind(start);
}

// ---- try

void Parser::diagnose_try() {
  const std::size_t start = m_index;
  diagnose_missing_block("'try' statement", &Parser::keyword_header);
  advance();
  if (!accept(Tok::Colon)) return rewind(start);
  const std::size_t behind_colon = m_index;
  if (!block().empty() && !at(Tok::Except) && !at(Tok::Finally)) {
    raise_at_last_token("expected 'except' or 'finally' block");
  }
  diagnose_mixed_handlers(behind_colon, false);
  diagnose_mixed_handlers(behind_colon, true);
  rewind(start);
}

// Handlers of one sort, then one of the other.
void Parser::diagnose_mixed_handlers(std::size_t behind_colon, bool star_first) {
  rewind(behind_colon);
  std::size_t end = m_index;
  while (!block().empty()) end = m_index;
  rewind(end);
  const std::size_t first_handler = end;
  while (at(Tok::Except) && except_handler(star_first) != nullptr) end = m_index;
  rewind(end);
  if (end == first_handler || !accept(Tok::Except)) return;
  const Token& except = previous();
  if (!star_first && !accept(Tok::Star)) return;
  const Token& last = previous();
  const std::size_t behind_keyword = m_index;
  if (expression() != nullptr) {
    skip_as_name();
  } else if (star_first) {
    rewind(behind_keyword);
  } else {
    return;
  }
  if (!accept(Tok::Colon)) return;
  raise_at({except.line, except.column, last.end_line, last.end_column},
           "cannot have both 'except' and 'except*' on the same 'try'");
}

void Parser::diagnose_except() {
  const std::size_t start = m_index;
  advance();
  const bool star = accept(Tok::Star);
  const std::size_t behind_keyword = m_index;
  const ast::expr* type = expression();
  const std::size_t behind_type = m_index;
  if (type != nullptr && accept(Tok::Comma) && expressions() != nullptr && skip_as_name() && accept(Tok::Colon)) {
    raise_from(type->pos, "multiple exception types must be parenthesized");
  }
  if (type != nullptr) {
    rewind(behind_type);
    skip_as_name();
    if (accept(Tok::Newline)) raise_at_last_token("expected ':'");
  }
  rewind(behind_keyword);
  if (!star && accept(Tok::Newline)) raise_at_last_token("expected ':'");
  if (star && (accept(Tok::Newline) || accept(Tok::Colon))) raise_at_last_token("expected one or more exception types");
  rewind(start);
}

// ---- match

void Parser::diagnose_as_pattern() {
  if (or_pattern() == nullptr || !accept(Tok::As)) return;
  if (at_word("_")) {
    raise_at_token(current(), "cannot use '_' as a target");
  } else if (!at(Tok::Name)) {
    if (const ast::expr* target = expression()) raise_at(target->pos, "invalid pattern target");
  }
}

void Parser::diagnose_class_pattern() {
  name_or_attribute();
  if (!accept(Tok::LeftParen)) return;
  const std::size_t behind_open = m_index;
  SmallList<ast::pattern*> positional;
  if (!positional_patterns(positional) || !accept(Tok::Comma)) rewind(behind_open);
  SmallList<std::string_view> names;
  SmallList<ast::pattern*> by_keyword;
  SmallList<ast::pattern*> misplaced;
  if (keyword_patterns(names, by_keyword) && accept(Tok::Comma) && positional_patterns(misplaced)) {
    raise_range(misplaced.items().front()->pos, misplaced.last()->pos, "positional patterns follow keyword patterns");
  }
}

}  // namespace loopline::script
