#include "syntax/parser.h"

namespace loopline::script {

namespace {

using Tok = TokenKind;

bool is_single(const ast::expr* node) {
  return ast::is<ast::Name>(node) || ast::is<ast::Attribute>(node) || ast::is<ast::Subscript>(node);
}

}  // namespace

std::optional<ast::Operator> Parser::augmented_operator(Tok kind) {
  using ast::Operator;
  switch (kind) {
    case Tok::PlusEqual: return Operator::Add;
    case Tok::MinusEqual: return Operator::Sub;
    case Tok::StarEqual: return Operator::Mult;
    case Tok::AtEqual: return Operator::MatMult;
    case Tok::SlashEqual: return Operator::Div;
    case Tok::PercentEqual: return Operator::Mod;
    case Tok::AmpersandEqual: return Operator::BitAnd;
    case Tok::VerticalBarEqual: return Operator::BitOr;
    case Tok::CaretEqual: return Operator::BitXor;
    case Tok::LeftShiftEqual: return Operator::LShift;
    case Tok::RightShiftEqual: return Operator::RShift;
    case Tok::DoubleStarEqual: return Operator::Pow;
    case Tok::DoubleSlashEqual: return Operator::FloorDiv;
    default: return std::nullopt;
  }
}

ast::Seq<ast::stmt> Parser::statements() {
  SmallList<ast::stmt*> all;
  while (!at(Tok::Dedent) && !at(Tok::EndMarker)) {
    const std::size_t here = m_index;
    if (!statement(all)) {
      rewind(here);
      break;
    }
  }
  return failed() ? ast::Seq<ast::stmt>() : keep(all);
}

bool Parser::statement(SmallList<ast::stmt*>& into) {
  const Nest nest(*this);
  const bool found = parse_statement(into);
  // The statement, and what may stand between it and what it holds: a handler, a case, an item, parameters with
  // annotations.
  constexpr int nodes_of_a_statement = 3;
  m_height += nodes_of_a_statement;
  return found;
}

bool Parser::parse_statement(SmallList<ast::stmt*>& into) {
  const std::size_t start = m_index;
  if (ast::stmt* compound = compound_statement()) {
    into.add(compound);
    return true;
  }
  rewind(start);
  return simple_statements(into);
}

bool Parser::simple_statements(SmallList<ast::stmt*>& into) {
  do {
    const std::size_t here = m_index;
    ast::stmt* made = simple_statement();
    if (made == nullptr) {
      rewind(here);
      break;
    }
    into.add(made);
  } while (accept(Tok::Semicolon) && !at(Tok::Newline));
  return accept(Tok::Newline);
}

ast::stmt* Parser::simple_statement() {
  return memoised(Rule::simple_statement, [this] { return parse_simple_statement(); });
}

ast::stmt* Parser::parse_simple_statement() {
  switch (kind()) {
    case Tok::Return: return return_statement();
    case Tok::Import: return import_statement();
    case Tok::From: return import_from_statement();
    case Tok::Raise: return raise_statement();
    case Tok::Pass: return bare_statement<ast::Pass>();
    case Tok::Del: return delete_statement();
    case Tok::Assert: return assert_statement();
    case Tok::Break: return bare_statement<ast::Break>();
    case Tok::Continue: return bare_statement<ast::Continue>();
    case Tok::Global: return name_list_statement<ast::Global>();
    case Tok::Nonlocal: return name_list_statement<ast::Nonlocal>();
    default: return m_pass == Pass::mistakes ? diagnosed_expression_statement() : expression_statement();
  }
}

// An assignment begins like an expression: it is read as one and becomes the target when an equals sign follows.
ast::stmt* Parser::expression_statement() {
  const std::size_t start = m_index;
  ast::expr* value = annotated_right_side();
  if (value == nullptr) return nullptr;
  switch (kind()) {
    case Tok::Newline: break;
    case Tok::Equal: return assignment(start, value);
    case Tok::Colon: return annotated_assignment(start, value);
    default:
      if (const auto op = augmented_operator(kind())) return augmented_assignment(start, value, *op);
  }
  auto* made = leaf<ast::Expr>(start);
  made->value = value;
  return made;
}

ast::expr* Parser::annotated_right_side() { return at(Tok::Yield) ? yield_expression() : star_expressions(); }

ast::stmt* Parser::assignment(std::size_t start, ast::expr* first) {
  SmallList<ast::expr*> targets;
  ast::expr* value = first;
  while (at(Tok::Equal)) {
    if (!is_target(value, Targets::star)) return nullptr;
    set_context(value, ast::ExprContext::Store);
    targets.add(value);
    advance();
    value = annotated_right_side();
    if (value == nullptr) return nullptr;
  }
  auto* made = leaf<ast::Assign>(start);
  made->targets = keep(targets);
  made->value = value;
  return made;
}

ast::stmt* Parser::annotated_assignment(std::size_t start, ast::expr* target) {
  if (!is_single(target)) return nullptr;
  advance();
  ast::expr* annotation = expression();
  if (annotation == nullptr) return nullptr;
  ast::expr* value = nullptr;
  if (accept(Tok::Equal)) {
    value = annotated_right_side();
    if (value == nullptr) return nullptr;
  }
  set_context(target, ast::ExprContext::Store);
  auto* made = leaf<ast::AnnAssign>(start);
  made->target = target;
  made->annotation = annotation;
  made->value = value;
  made->simple = ast::is<ast::Name>(target) && m_tokens[start].kind == Tok::Name;
  return made;
}

ast::stmt* Parser::augmented_assignment(std::size_t start, ast::expr* target, ast::Operator op) {
  if (!is_single(target)) return nullptr;
  advance();
  ast::expr* value = annotated_right_side();
  if (value == nullptr) return nullptr;
  set_context(target, ast::ExprContext::Store);
  auto* made = leaf<ast::AugAssign>(start);
  made->target = target;
  made->op = op;
  made->value = value;
  return made;
}

template <typename T>
ast::stmt* Parser::bare_statement() {
  const std::size_t start = m_index;
  advance();
  return leaf<T>(start);
}

ast::stmt* Parser::return_statement() {
  const std::size_t start = m_index;
  advance();
  const std::size_t behind = m_index;
  ast::expr* value = at(Tok::Newline) ? nullptr : star_expressions();
  if (value == nullptr) rewind(behind);
  auto* made = leaf<ast::Return>(start);
  made->value = value;
  return made;
}

ast::stmt* Parser::raise_statement() {
  const std::size_t start = m_index;
  advance();
  const std::size_t behind = m_index;
  ast::expr* exc = at(Tok::Newline) ? nullptr : expression();
  ast::expr* cause = nullptr;
  if (exc == nullptr) {
    rewind(behind);
  } else if (at(Tok::From)) {
    const std::size_t from = m_index;
    advance();
    cause = expression();
    if (cause == nullptr) rewind(from);
  }
  auto* made = leaf<ast::Raise>(start);
  made->exc = exc;
  made->cause = cause;
  return made;
}

ast::stmt* Parser::assert_statement() {
  const std::size_t start = m_index;
  advance();
  ast::expr* test = expression();
  if (test == nullptr) return nullptr;
  ast::expr* msg = nullptr;
  if (at(Tok::Comma)) {
    const std::size_t comma = m_index;
    advance();
    msg = expression();
    if (msg == nullptr) rewind(comma);
  }
  auto* made = leaf<ast::Assert>(start);
  made->test = test;
  made->msg = msg;
  return made;
}

ast::stmt* Parser::delete_statement() {
  const std::size_t start = m_index;
  advance();
  SmallList<ast::expr*> targets;
  std::size_t end = m_index;
  do {
    ast::expr* target = at(Tok::Star) ? nullptr : branch([this] { return primary(); });
    if (target == nullptr || !is_target(target, Targets::del)) {
      rewind(end);
      break;
    }
    set_context(target, ast::ExprContext::Del);
    targets.add(target);
    end = m_index;
    if (at(Tok::Comma)) end = m_index + 1;
  } while (accept(Tok::Comma));
  if (targets.empty() || !(at(Tok::Semicolon) || at(Tok::Newline))) {
    rewind(start);
    if (diagnosing()) diagnose_delete();
    return nullptr;
  }
  auto* made = leaf<ast::Delete>(start);
  made->targets = keep(targets);
  return made;
}

template <typename T>
ast::stmt* Parser::name_list_statement() {
  const std::size_t start = m_index;
  SmallList<std::string_view> names;
  do {
    advance();
    if (!at(Tok::Name)) return nullptr;
    names.add(intern(current()));
    advance();
  } while (at(Tok::Comma));
  auto* made = leaf<T>(start);
  made->names = keep(names);
  return made;
}

ast::stmt* Parser::import_statement() {
  const std::size_t start = m_index;
  SmallList<ast::alias*> names;
  do {
    advance();
    const std::size_t first = m_index;
    const std::string_view module = dotted_name();
    ast::alias* name = module.empty() ? nullptr : imported_name(module, first);
    if (name == nullptr) return nullptr;
    names.add(name);
  } while (at(Tok::Comma));
  auto* made = leaf<ast::Import>(start);
  made->names = keep(names);
  return made;
}

// Behind the name itself: an "as" may follow.
ast::alias* Parser::imported_name(std::string_view name, std::size_t start) {
  std::string_view asname;
  if (accept(Tok::As)) {
    const Token* other = take(Tok::Name);
    if (other == nullptr) return nullptr;
    asname = intern(*other);
  }
  auto* made = leaf<ast::alias>(start);
  made->name = name;
  made->asname = asname;
  return made;
}

std::string_view Parser::dotted_name() {
  const Token* first = take(Tok::Name);
  if (first == nullptr) return {};
  if (!at(Tok::Dot)) return intern(*first);
  std::string whole(intern(*first));
  while (at(Tok::Dot)) {
    const std::size_t dot = m_index;
    advance();
    const Token* next = take(Tok::Name);
    if (next == nullptr) {
      rewind(dot);
      break;
    }
    whole.append(1, '.').append(intern(*next));
  }
  return m_names.intern(m_arena.copy(whole));
}

ast::stmt* Parser::import_from_statement() {
  const std::size_t start = m_index;
  advance();
  int level = 0;
  for (; at(Tok::Dot) || at(Tok::Ellipsis); advance()) level += at(Tok::Dot) ? 1 : 3;
  const std::string_view module = dotted_name();
  if ((module.empty() && level == 0) || !accept(Tok::Import)) return nullptr;
  ast::ImportFrom targets;
  if (!import_from_targets(&targets)) return nullptr;
  auto* made = leaf<ast::ImportFrom>(start);
  made->module = module;
  made->names = targets.names;
  made->level = level;
  return made;
}

bool Parser::import_from_targets(ast::ImportFrom* into) {
  const std::size_t start = m_index;
  SmallList<ast::alias*> names;
  if (accept(Tok::Star)) {
    auto* all = leaf<ast::alias>(start);
    all->name = "*";
    names.add(all);
  } else if (accept(Tok::LeftParen)) {
    if (!import_from_names(names)) return false;
    accept(Tok::Comma);
    if (!accept(Tok::RightParen)) return false;
  } else if (!import_from_names(names) || at(Tok::Comma)) {
    rewind(start);
    if (diagnosing()) diagnose_import_targets();
    return false;
  }
  into->names = keep(names);
  return true;
}

// Leaves a comma that no name follows.
bool Parser::import_from_names(SmallList<ast::alias*>& names) {
  std::size_t end = m_index;
  do {
    const std::size_t start = m_index;
    const Token* name = take(Tok::Name);
    ast::alias* made = name == nullptr ? nullptr : imported_name(intern(*name), start);
    if (made == nullptr) {
      rewind(end);
      break;
    }
    names.add(made);
    end = m_index;
  } while (accept(Tok::Comma));
  return !names.empty();
}

}  // namespace loopline::script
