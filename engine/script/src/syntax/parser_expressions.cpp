#include <array>

#include "syntax/parser.h"

namespace loopline::script {

namespace {

using Tok = TokenKind;

struct BinaryRule {
  std::uint8_t strength = 0;  // Binds tighter when higher; 0 for what is no binary operator.
  ast::Operator op = ast::Operator::Add;
};

constexpr int bitwise_or_strength = 1;

constexpr std::size_t token_kinds = static_cast<std::size_t>(Tok::Yield) + 1;

constexpr std::array<BinaryRule, token_kinds> make_binary_rules() {
  using ast::Operator;
  std::array<BinaryRule, token_kinds> rules{};
  const auto set = [&](Tok kind, std::uint8_t strength, Operator op) {
    rules[static_cast<std::size_t>(kind)] = {strength, op};
  };
  set(Tok::VerticalBar, 1, Operator::BitOr);
  set(Tok::Caret, 2, Operator::BitXor);
  set(Tok::Ampersand, 3, Operator::BitAnd);
  set(Tok::LeftShift, 4, Operator::LShift);
  set(Tok::RightShift, 4, Operator::RShift);
  set(Tok::Plus, 5, Operator::Add);
  set(Tok::Minus, 5, Operator::Sub);
  set(Tok::Star, 6, Operator::Mult);
  set(Tok::Slash, 6, Operator::Div);
  set(Tok::DoubleSlash, 6, Operator::FloorDiv);
  set(Tok::Percent, 6, Operator::Mod);
  set(Tok::At, 6, Operator::MatMult);
  return rules;
}

constexpr std::array<BinaryRule, token_kinds> binary_rules = make_binary_rules();

}  // namespace

// One item as it is, or a tuple of those between commas. A comma may stand behind the last.
ast::expr* Parser::item_or_tuple(Item item) {
  const std::size_t start = m_index;
  ast::expr* first = (this->*item)();
  return first == nullptr || !at(Tok::Comma) ? first : tuple_from(start, first, item);
}

// Behind the first item.
ast::expr* Parser::tuple_from(std::size_t start, ast::expr* first, Item item) {
  SmallList<ast::expr*> items;
  items.add(first);
  more_items(items, item);
  auto* tuple = node<ast::Tuple>(start);
  tuple->elts = keep(items);
  return tuple;
}

void Parser::more_items(SmallList<ast::expr*>& into, Item item) {
  while (accept(Tok::Comma)) {
    const std::size_t behind_comma = m_index;
    ast::expr* next = (this->*item)();
    if (next == nullptr) {
      rewind(behind_comma);
      return;
    }
    into.add(next);
  }
}

ast::expr* Parser::expressions() { return item_or_tuple(&Parser::expression); }

ast::expr* Parser::star_expressions() { return item_or_tuple(&Parser::star_expression); }

ast::expr* Parser::star_expression() {
  if (!at(Tok::Star)) return expression();
  return memoised(Rule::star_expression, [this] { return branch([this] { return starred(&Parser::bitwise_or); }); });
}

// At a star. What may stand behind it depends on where it stands itself.
ast::expr* Parser::starred(Item operand) {
  const std::size_t start = m_index;
  advance();
  ast::expr* value = (this->*operand)();
  if (value == nullptr) return nullptr;
  auto* made = node<ast::Starred>(start);
  made->value = value;
  return made;
}

ast::expr* Parser::star_named_expression() { return at(Tok::Star) ? star_expression() : named_expression(); }

bool Parser::star_named_expressions(SmallList<ast::expr*>& into) {
  ast::expr* first = star_named_expression();
  if (first == nullptr) return false;
  into.add(first);
  more_items(into, &Parser::star_named_expression);
  return true;
}

ast::expr* Parser::named_expression() {
  if (at_assignment_expression()) return assignment_expression();
  if (diagnosing()) diagnose_named_expression();
  ast::expr* value = expression();
  return value == nullptr || at(Tok::ColonEqual) ? nullptr : value;
}

ast::expr* Parser::assignment_expression() {
  const std::size_t start = m_index;
  ast::expr* target = name();
  advance();
  ast::expr* value = expression();
  if (value == nullptr) return nullptr;
  set_context(target, ast::ExprContext::Store);
  auto* named = node<ast::NamedExpr>(start);
  named->target = target;
  named->value = value;
  return named;
}

ast::expr* Parser::yield_expression() {
  const std::size_t start = m_index;
  advance();
  if (accept(Tok::From)) {
    ast::expr* value = expression();
    if (value == nullptr) return nullptr;
    auto* yield = node<ast::YieldFrom>(start);
    yield->value = value;
    return yield;
  }
  const std::size_t behind_yield = m_index;
  ast::expr* value = star_expressions();
  if (value == nullptr) rewind(behind_yield);
  auto* yield = node<ast::Yield>(start);
  yield->value = value;
  return yield;
}

ast::expr* Parser::expression() {
  return memoised(Rule::expression, [this] { return parse_expression(); });
}

ast::expr* Parser::parse_expression() {
  const Nest nest(*this);
  if (diagnosing()) {
    diagnose_expression();
    diagnose_legacy_expression();
  }
  if (at(Tok::Lambda)) return lambda();
  const std::size_t start = m_index;
  ast::expr* body = disjunction();
  if (body == nullptr || !at(Tok::If)) return body;
  const std::size_t behind_body = m_index;
  advance();
  ast::expr* test = disjunction();
  ast::expr* orelse = test != nullptr && accept(Tok::Else) ? expression() : nullptr;
  if (orelse == nullptr) {
    rewind(behind_body);
    return body;
  }
  auto* choice = node<ast::IfExp>(start);
  choice->test = test;
  choice->body = body;
  choice->orelse = orelse;
  return choice;
}

ast::expr* Parser::disjunction() {
  return memoised(Rule::disjunction, [this] { return parse_disjunction(); });
}

ast::expr* Parser::parse_disjunction() { return boolean(Tok::Or, ast::BoolOperator::Or, &Parser::conjunction); }

ast::expr* Parser::conjunction() { return boolean(Tok::And, ast::BoolOperator::And, &Parser::inversion); }

ast::expr* Parser::boolean(Tok word, ast::BoolOperator op, Item operand) {
  const std::size_t start = m_index;
  ast::expr* first = (this->*operand)();
  if (first == nullptr || !at(word)) return first;
  SmallList<ast::expr*> values;
  values.add(first);
  while (at(word)) {
    const std::size_t here = m_index;
    advance();
    ast::expr* next = branch([&] { return (this->*operand)(); });
    if (next == nullptr) {
      rewind(here);
      break;
    }
    values.add(next);
  }
  if (values.size() == 1) return first;
  auto* joined = node<ast::BoolOp>(start);
  joined->op = op;
  joined->values = keep(values);
  return joined;
}

ast::expr* Parser::inversion() {
  if (!at(Tok::Not)) return comparison();
  const Nest nest(*this);
  const std::size_t start = m_index;
  advance();
  ast::expr* operand = inversion();
  if (operand == nullptr) return nullptr;
  auto* inverted = node<ast::UnaryOp>(start);
  inverted->op = ast::UnaryOperator::Not;
  inverted->operand = operand;
  return inverted;
}

ast::expr* Parser::comparison() {
  const std::size_t start = m_index;
  ast::expr* left = bitwise_or();
  if (left == nullptr) return nullptr;
  SmallList<ast::CmpOp> ops;
  SmallList<ast::expr*> comparators;
  while (true) {
    const std::size_t here = m_index;
    const std::optional<ast::CmpOp> op = comparison_operator();
    ast::expr* right = op ? branch([this] { return bitwise_or(); }) : nullptr;
    if (right == nullptr) {
      rewind(here);
      break;
    }
    ops.add(*op);
    comparators.add(right);
  }
  if (ops.empty()) return left;
  auto* compare = node<ast::Compare>(start);
  compare->left = left;
  compare->ops = keep(ops);
  compare->comparators = keep(comparators);
  return compare;
}

std::optional<ast::CmpOp> Parser::comparison_operator() {
  using ast::CmpOp;
  const auto found = [this](CmpOp op) {
    advance();
    return op;
  };
  switch (kind()) {
    case Tok::EqEqual: return found(CmpOp::Eq);
    case Tok::NotEqual: return found(CmpOp::NotEq);
    case Tok::Less: return found(CmpOp::Lt);
    case Tok::LessEqual: return found(CmpOp::LtE);
    case Tok::Greater: return found(CmpOp::Gt);
    case Tok::GreaterEqual: return found(CmpOp::GtE);
    case Tok::In: return found(CmpOp::In);
    case Tok::Not:
      advance();
      if (!accept(Tok::In)) return std::nullopt;
      return CmpOp::NotIn;
    case Tok::Is: advance(); return accept(Tok::Not) ? CmpOp::IsNot : CmpOp::Is;
    default: return std::nullopt;
  }
}

ast::expr* Parser::bitwise_or() {
  return memoised(Rule::bitwise_or, [this] { return binary(bitwise_or_strength); });
}

// Precedence climbing: operators at least as strong as `lowest`, all of them left-associative.
ast::expr* Parser::binary(int lowest) {
  const std::size_t start = m_index;
  ast::expr* left = factor();
  while (left != nullptr) {
    const BinaryRule rule = binary_rules[static_cast<std::size_t>(kind())];
    if (rule.strength < lowest) break;
    const std::size_t here = m_index;
    advance();
    ast::expr* right = nullptr;
    {
      const Nest nest(*this);
      right = binary(rule.strength + 1);
    }
    if (right == nullptr) {
      // Nothing can be right that has an operator without an operand. Only who looks for mistakes wants to know how far
      // it was.
      if (m_pass == Pass::parse) return nullptr;
      rewind(here);
      break;
    }
    auto* both = node<ast::BinOp>(start);
    both->left = left;
    both->op = rule.op;
    both->right = right;
    left = both;
  }
  return left;
}

ast::expr* Parser::factor() {
  ast::UnaryOperator op{};
  switch (kind()) {
    case Tok::Plus: op = ast::UnaryOperator::UAdd; break;
    case Tok::Minus: op = ast::UnaryOperator::USub; break;
    case Tok::Tilde: op = ast::UnaryOperator::Invert; break;
    default: return power();
  }
  const Nest nest(*this);
  const std::size_t start = m_index;
  advance();
  ast::expr* operand = factor();
  if (operand == nullptr) return nullptr;
  auto* unary = node<ast::UnaryOp>(start);
  unary->op = op;
  unary->operand = operand;
  return unary;
}

ast::expr* Parser::power() {
  const std::size_t start = m_index;
  ast::expr* left = await_primary();
  if (left == nullptr || !at(Tok::DoubleStar)) return left;
  const std::size_t here = m_index;
  const Nest nest(*this);
  advance();
  ast::expr* right = factor();
  if (right == nullptr) {
    rewind(here);
    return left;
  }
  auto* both = node<ast::BinOp>(start);
  both->left = left;
  both->op = ast::Operator::Pow;
  both->right = right;
  return both;
}

ast::expr* Parser::await_primary() {
  return memoised(Rule::await_primary, [this]() -> ast::expr* {
    const std::size_t start = m_index;
    if (!accept(Tok::Await)) return primary();
    ast::expr* value = primary();
    if (value == nullptr) return nullptr;
    auto* await = node<ast::Await>(start);
    await->value = value;
    return await;
  });
}

ast::expr* Parser::primary() {
  const std::size_t start = m_index;
  ast::expr* left = atom();
  while (left != nullptr) {
    const std::size_t here = m_index;
    ast::expr* longer = trailer(start, left);
    if (longer == nullptr) {
      rewind(here);
      break;
    }
    left = longer;
  }
  return left;
}

ast::expr* Parser::trailer(std::size_t start, ast::expr* left) {
  // CPython looks for a generator behind every primary, and for the mistakes of all comprehensions with it.
  if (diagnosing() && (at(Tok::LeftBrace) || at(Tok::LeftBracket))) diagnose_comprehension();
  switch (kind()) {
    case Tok::Dot: {
      advance();
      const Token* attr = take(Tok::Name);
      if (attr == nullptr) return nullptr;
      auto* attribute = node<ast::Attribute>(start);
      attribute->value = left;
      attribute->attr = intern(*attr);
      return attribute;
    }
    case Tok::LeftParen: return call(start, left);
    case Tok::LeftBracket: return subscript(start, left);
    default: return nullptr;
  }
}

}  // namespace loopline::script
