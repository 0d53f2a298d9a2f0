#include "syntax/parser.h"

namespace loopline::script {

// "match", "case" and "_" are names elsewhere. What does not turn out to be a match statement is read again as a simple
// one.
ast::stmt* Parser::match_statement() {
  const std::size_t start = m_index;
  advance();
  ast::expr* subject = match_subject();
  SmallList<ast::match_case*> cases;
  if (subject != nullptr && accept(Tok::Colon) && accept(Tok::Newline) && accept(Tok::Indent)) {
    while (at_word("case")) {
      const std::size_t here = m_index;
      ast::match_case* next = case_block();
      if (next == nullptr) {
        rewind(here);
        break;
      }
      cases.add(next);
    }
  }
  if (cases.empty() || !accept(Tok::Dedent)) {
    rewind(start);
    if (diagnosing()) {
      diagnose_missing_colon(&Parser::match_header);
      diagnose_missing_block("'match' statement", &Parser::match_header);
    }
    return nullptr;
  }
  auto* made = leaf<ast::Match>(start);
  made->subject = subject;
  made->cases = keep(cases);
  return made;
}

ast::expr* Parser::match_subject() {
  const std::size_t start = m_index;
  const bool starred = at(Tok::Star);
  ast::expr* first = star_named_expression();
  if (first == nullptr || (starred && !at(Tok::Comma))) return nullptr;
  if (!accept(Tok::Comma)) return first;
  SmallList<ast::expr*> items;
  items.add(first);
  const std::size_t behind_comma = m_index;
  if (!star_named_expressions(items)) rewind(behind_comma);
  auto* tuple = node<ast::Tuple>(start);
  tuple->elts = keep(items);
  return tuple;
}

ast::match_case* Parser::case_block() {
  if (diagnosing()) {
    diagnose_missing_colon(&Parser::case_header);
    diagnose_missing_block("'case' statement", &Parser::case_header);
  }
  advance();
  ast::pattern* pattern = case_patterns();
  if (pattern == nullptr) return nullptr;
  ast::expr* guard = case_guard();
  if (!accept(Tok::Colon)) return nullptr;
  const ast::Seq<ast::stmt> body = block();
  if (body.empty()) return nullptr;
  auto* made = m_arena.make<ast::match_case>();
  made->pattern = pattern;
  made->guard = guard;
  made->body = body;
  return made;
}

// Null when there is none.
ast::expr* Parser::case_guard() {
  const std::size_t start = m_index;
  if (!accept(Tok::If)) return nullptr;
  ast::expr* guard = named_expression();
  if (guard == nullptr) rewind(start);
  return guard;
}

ast::pattern* Parser::case_patterns() {
  const std::size_t start = m_index;
  SmallList<ast::pattern*> items;
  if (open_sequence(items)) {
    auto* sequence = node<ast::MatchSequence>(start);
    sequence->patterns = keep(items);
    return sequence;
  }
  // One pattern without a comma has been read already, unless it was a starred one.
  if (items.empty() || ast::is<ast::MatchStar>(items.last())) return nullptr;
  return items.last();
}

// True when there is a comma, which makes a sequence of it.
bool Parser::open_sequence(SmallList<ast::pattern*>& patterns) {
  ast::pattern* first = maybe_star_pattern();
  if (first == nullptr) return false;
  patterns.add(first);
  if (!accept(Tok::Comma)) return false;
  const std::size_t behind_comma = m_index;
  if (!sequence_items(patterns)) rewind(behind_comma);
  return !failed();
}

// Patterns with commas between them and perhaps one behind the last.
bool Parser::sequence_items(SmallList<ast::pattern*>& patterns) {
  std::size_t end = m_index;
  const std::size_t start = end;
  while (ast::pattern* next = maybe_star_pattern()) {
    patterns.add(next);
    end = m_index;
    if (!accept(Tok::Comma)) return true;
    end = m_index;
  }
  rewind(end);
  return end != start;
}

ast::pattern* Parser::maybe_star_pattern() { return at(Tok::Star) ? star_pattern() : pattern(); }

ast::pattern* Parser::star_pattern() {
  const std::size_t start = m_index;
  advance();
  const Token* name = take(Tok::Name);
  if (name == nullptr) return nullptr;
  const bool wildcard = name->text == "_";
  if (!wildcard && (at(Tok::Dot) || at(Tok::LeftParen) || at(Tok::Equal))) return nullptr;
  auto* star = leaf<ast::MatchStar>(start);
  if (!wildcard) star->name = intern(*name);
  return star;
}

ast::pattern* Parser::pattern() {
  const Nest nest(*this);
  const std::size_t start = m_index;
  ast::pattern* inner = or_pattern();
  if (inner == nullptr || !at(Tok::As)) return inner;
  const std::size_t behind_inner = m_index;
  advance();
  if (const Token* target = capture_target()) {
    auto* made = node<ast::MatchAs>(start);
    made->pattern = inner;
    made->name = intern(*target);
    return made;
  }
  rewind(start);
  if (diagnosing()) diagnose_as_pattern();
  rewind(behind_inner);
  return failed() ? nullptr : inner;
}

const Token* Parser::capture_target() {
  if (!at(Tok::Name) || current().text == "_") return nullptr;
  const Tok next = ahead(1);
  if (next == Tok::Dot || next == Tok::LeftParen || next == Tok::Equal) return nullptr;
  return take(Tok::Name);
}

ast::pattern* Parser::or_pattern() {
  const std::size_t start = m_index;
  ast::pattern* first = closed_pattern();
  if (first == nullptr || !at(Tok::VerticalBar)) return first;
  SmallList<ast::pattern*> patterns;
  patterns.add(first);
  while (at(Tok::VerticalBar)) {
    const std::size_t here = m_index;
    advance();
    ast::pattern* next = closed_pattern();
    if (next == nullptr) {
      rewind(here);
      break;
    }
    patterns.add(next);
  }
  if (patterns.size() == 1) return first;
  auto* either = node<ast::MatchOr>(start);
  either->patterns = keep(patterns);
  return either;
}

ast::pattern* Parser::closed_pattern() {
  return memoised(Rule::closed_pattern, [this] { return parse_closed_pattern(); });
}

ast::pattern* Parser::parse_closed_pattern() {
  const Nest nest(*this);
  switch (kind()) {
    case Tok::Number:
    case Tok::Minus:
    case Tok::String:
    case Tok::None:
    case Tok::True:
    case Tok::False: return literal_pattern();
    case Tok::Name: return name_pattern();
    case Tok::LeftParen: return round_pattern();
    case Tok::LeftBracket: return square_pattern();
    case Tok::LeftBrace: return mapping_pattern();
    default: return nullptr;
  }
}

ast::pattern* Parser::literal_pattern() {
  const std::size_t start = m_index;
  ast::expr* value = literal_expression();
  if (value == nullptr) return nullptr;
  if (const auto* constant = ast::is<ast::Constant>(value) ? ast::as<ast::Constant>(value) : nullptr;
      constant != nullptr && constant->type <= ast::ConstantType::False) {
    auto* singleton = leaf<ast::MatchSingleton>(start);
    singleton->value = constant->type;
    return singleton;
  }
  auto* made = node<ast::MatchValue>(start);
  made->value = value;
  return made;
}

ast::expr* Parser::literal_expression() {
  if (!at(Tok::Number) && !at(Tok::Minus)) {
    const bool literal = at(Tok::String) || at(Tok::None) || at(Tok::True) || at(Tok::False);
    return literal ? atom() : nullptr;
  }
  const std::size_t start = m_index;
  ast::expr* real = signed_number();
  if (real == nullptr || !(at(Tok::Plus) || at(Tok::Minus))) return real;
  const auto is_imaginary = [](const ast::expr* node) {
    return ast::is<ast::Constant>(node) && ast::as<ast::Constant>(node)->type == ast::ConstantType::Imaginary;
  };
  const ast::expr* magnitude = ast::is<ast::UnaryOp>(real) ? ast::as<ast::UnaryOp>(real)->operand : real;
  if (is_imaginary(magnitude)) return raise_at(magnitude->pos, "real number required in complex literal");
  const auto op = at(Tok::Plus) ? ast::Operator::Add : ast::Operator::Sub;
  advance();
  ast::expr* imaginary = at(Tok::Number) ? number() : nullptr;
  if (imaginary == nullptr) return nullptr;
  if (!is_imaginary(imaginary)) return raise_at(imaginary->pos, "imaginary number required in complex literal");
  auto* made = node<ast::BinOp>(start);
  made->left = real;
  made->op = op;
  made->right = imaginary;
  return made;
}

ast::expr* Parser::signed_number() {
  const std::size_t start = m_index;
  const bool negative = accept(Tok::Minus);
  ast::expr* magnitude = at(Tok::Number) ? number() : nullptr;
  if (magnitude == nullptr || !negative) return magnitude;
  auto* made = node<ast::UnaryOp>(start);
  made->op = ast::UnaryOperator::USub;
  made->operand = magnitude;
  return made;
}

// A name captures, "_" matches anything, a dotted name is a value, and either before a bracket is a class.
ast::pattern* Parser::name_pattern() {
  const std::size_t start = m_index;
  if (at_word("_")) {
    advance();
    return leaf<ast::MatchAs>(start);
  }
  if (const Token* name = capture_target()) {
    auto* capture = leaf<ast::MatchAs>(start);
    capture->name = intern(*name);
    return capture;
  }
  ast::expr* value = name_or_attribute();
  if (at(Tok::LeftParen)) return class_pattern(start, value);
  if (value == nullptr || ast::is<ast::Name>(value) || at(Tok::Dot) || at(Tok::Equal)) return nullptr;
  auto* made = node<ast::MatchValue>(start);
  made->value = value;
  return made;
}

ast::expr* Parser::name_or_attribute() {
  const std::size_t start = m_index;
  if (!at(Tok::Name)) return nullptr;
  ast::expr* left = name();
  while (at(Tok::Dot)) {
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

ast::pattern* Parser::round_pattern() {
  const std::size_t start = m_index;
  advance();
  SmallList<ast::pattern*> items;
  const bool sequence = at(Tok::RightParen) || open_sequence(items);
  if (!accept(Tok::RightParen)) return nullptr;
  if (!sequence) {
    const bool one = !items.empty() && !ast::is<ast::MatchStar>(items.last());
    return one ? items.last() : nullptr;
  }
  auto* made = node<ast::MatchSequence>(start);
  made->patterns = keep(items);
  return made;
}

ast::pattern* Parser::square_pattern() {
  const std::size_t start = m_index;
  advance();
  SmallList<ast::pattern*> items;
  if (!at(Tok::RightBracket) && !sequence_items(items)) return nullptr;
  if (!accept(Tok::RightBracket)) return nullptr;
  auto* made = node<ast::MatchSequence>(start);
  made->patterns = keep(items);
  return made;
}

ast::pattern* Parser::mapping_pattern() {
  const std::size_t start = m_index;
  advance();
  SmallList<ast::expr*> keys;
  SmallList<ast::pattern*> patterns;
  const Token* rest = nullptr;
  while (!at(Tok::RightBrace)) {
    if (accept(Tok::DoubleStar)) {
      rest = capture_target();
      if (rest == nullptr) return nullptr;
      accept(Tok::Comma);
      break;
    }
    if (!mapping_item(keys, patterns)) return nullptr;
    if (!accept(Tok::Comma)) break;
  }
  if (!accept(Tok::RightBrace)) return nullptr;
  auto* made = node<ast::MatchMapping>(start);
  made->keys = keep(keys);
  made->patterns = keep(patterns);
  if (rest != nullptr) made->rest = intern(*rest);
  return made;
}

bool Parser::mapping_item(SmallList<ast::expr*>& keys, SmallList<ast::pattern*>& patterns) {
  ast::expr* key = at(Tok::Name) ? name_or_attribute() : literal_expression();
  if (key == nullptr || ast::is<ast::Name>(key) || !accept(Tok::Colon)) return false;
  ast::pattern* value = pattern();
  if (value == nullptr) return false;
  keys.add(key);
  patterns.add(value);
  return true;
}

ast::pattern* Parser::class_pattern(std::size_t start, ast::expr* cls) {
  advance();
  SmallList<ast::pattern*> positional;
  SmallList<std::string_view> names;
  SmallList<ast::pattern*> by_keyword;
  const bool comma = positional_patterns(positional) && accept(Tok::Comma);
  if (positional.empty() || comma) {
    if (keyword_patterns(names, by_keyword)) accept(Tok::Comma);
  }
  if (!accept(Tok::RightParen)) {
    rewind(start);
    if (diagnosing()) diagnose_class_pattern();
    return nullptr;
  }
  auto* made = node<ast::MatchClass>(start);
  made->cls = cls;
  made->patterns = keep(positional);
  made->kwd_attrs = keep(names);
  made->kwd_patterns = keep(by_keyword);
  return made;
}

// As many as there are; leaves a comma behind the last.
bool Parser::positional_patterns(SmallList<ast::pattern*>& patterns) {
  std::size_t end = m_index;
  do {
    ast::pattern* next = pattern();
    if (next == nullptr) {
      rewind(end);
      break;
    }
    patterns.add(next);
    end = m_index;
  } while (accept(Tok::Comma));
  return !patterns.empty() && !failed();
}

bool Parser::keyword_patterns(SmallList<std::string_view>& names, SmallList<ast::pattern*>& patterns) {
  std::size_t end = m_index;
  do {
    const Token* name = take(Tok::Name);
    ast::pattern* value = name != nullptr && accept(Tok::Equal) ? pattern() : nullptr;
    if (value == nullptr) {
      rewind(end);
      break;
    }
    names.add(intern(*name));
    patterns.add(value);
    end = m_index;
  } while (accept(Tok::Comma));
  return !patterns.empty() && !failed();
}

}  // namespace loopline::script
