#include "syntax/parser.h"

namespace loopline::script {

ast::expr* Parser::call(std::size_t start, ast::expr* func) {
  const std::size_t open = m_index;
  ast::Call* made = nullptr;
  // One generator may do without brackets of its own. Parsing notices when it meets the "for", looking for mistakes
  // asks first.
  if (ast::expr* generator = m_pass == Pass::mistakes ? generator_expression() : nullptr) {
    made = leaf<ast::Call>(start);
    made->args = m_arena.copy(std::span<ast::expr* const>(&generator, 1));
  } else {
    rewind(open);
    made = call_arguments();
  }
  if (made == nullptr) return nullptr;
  if (made->keywords.size() > 1) note_repeated_keyword(made);
  made->func = func;
  made->pos = span_from(start);
  m_height += made->keywords.empty() ? 1 : 2;
  return made;
}

ast::Call* Parser::call_arguments() {
  const std::size_t open = m_index;
  advance();
  const std::size_t behind_open = m_index;
  ast::Call* made = arguments();
  if (made == nullptr) {
    rewind(behind_open);
    made = m_arena.make<ast::Call>();
  } else if (at_comprehension() && made->args.size() == 1 && made->keywords.empty() &&
             !ast::is<ast::Starred>(made->args[0])) {
    made->args[0] = finish_generator(open, made->args[0]);
    return made->args[0] == nullptr ? nullptr : made;
  } else {
    accept(Tok::Comma);
  }
  return accept(Tok::RightParen) ? made : nullptr;
}

ast::Call* Parser::arguments() {
  if (m_pass == Pass::parse) return argument_list();
  return memoised(Rule::arguments, [this]() -> ast::Call* {
    const std::size_t start = m_index;
    ast::Call* made = argument_list();
    const std::size_t end = m_index;
    if (made != nullptr) {
      accept(Tok::Comma);
      const bool whole = at(Tok::RightParen);
      rewind(end);
      if (whole) return made;
    }
    rewind(start);
    if (diagnosing()) diagnose_arguments();
    return nullptr;
  });
}

// As many arguments as there are, with the commas between them; null when there is none. The Call has no func yet.
ast::Call* Parser::argument_list() {
  const std::size_t start = m_index;
  SmallList<ast::expr*> args;
  SmallList<ast::keyword*> keywords;
  auto stage = ArgumentStage::positional;
  std::size_t end = start;
  do {
    if (!argument(stage, args, keywords)) {
      rewind(end);
      break;
    }
    end = m_index;
  } while (accept(Tok::Comma));
  if (failed() || end == start) return nullptr;
  auto* made = leaf<ast::Call>(start);
  made->args = keep(args);
  made->keywords = keep(keywords);
  return made;
}

// Positional ones first; after `name=value` still `*iterable`; after `**mapping` only keywords.
bool Parser::argument(ArgumentStage& stage, SmallList<ast::expr*>& args, SmallList<ast::keyword*>& keywords) {
  const std::size_t start = m_index;
  const bool named = at(Tok::Name) && ahead(1) == Tok::Equal;
  if (stage == ArgumentStage::positional && !named && !at(Tok::DoubleStar)) {
    if (positional_argument(args)) return true;
    rewind(start);
  }
  if (diagnosing()) diagnose_keyword_argument();
  const Token& first = current();
  if (named) {
    advance();
    advance();
    if (stage == ArgumentStage::positional) stage = ArgumentStage::keyword_or_starred;
  } else if (at(Tok::Star) && stage == ArgumentStage::keyword_or_starred) {
    return positional_argument(args);
  } else if (accept(Tok::DoubleStar)) {
    stage = ArgumentStage::keyword_or_mapping;
  } else {
    return false;
  }
  ast::expr* value = expression();
  if (value == nullptr) return false;
  auto* made = leaf<ast::keyword>(start);
  if (named) made->arg = intern(first);
  made->value = value;
  keywords.add(made);
  return true;
}

bool Parser::positional_argument(SmallList<ast::expr*>& args) {
  ast::expr* value = nullptr;
  if (at(Tok::Star)) {
    value = starred_expression();
    if (value == nullptr) return false;
    args.add(value);
    return true;
  }
  if (at_assignment_expression()) {
    value = assignment_expression();
  } else {
    value = expression();
    if (at(Tok::ColonEqual)) return false;
  }
  if (value == nullptr || at(Tok::Equal)) return false;
  args.add(value);
  return true;
}

ast::expr* Parser::starred_expression() {
  if (!at(Tok::Star)) return nullptr;
  return branch([this] { return starred(&Parser::expression); });
}

// CPython finds this while it compiles, that is after every mistake of syntax: so does parse() report it. Of the names
// given twice the one that comes first counts, at its second place.
void Parser::note_repeated_keyword(const ast::Call* call) {
  if (m_repeated_keyword != nullptr) return;
  std::vector<std::pair<std::string_view, std::size_t>> by_name;
  for (std::size_t i = 0; i < call->keywords.size(); ++i) {
    if (!call->keywords[i]->arg.empty()) by_name.emplace_back(call->keywords[i]->arg, i);
  }
  std::sort(by_name.begin(), by_name.end());
  std::size_t first = call->keywords.size();
  for (std::size_t i = 1; i < by_name.size(); ++i) {
    if (by_name[i].first != by_name[i - 1].first || by_name[i - 1].second >= first) continue;
    first = by_name[i - 1].second;
    m_repeated_keyword = call->keywords[by_name[i].second];
  }
}

ast::expr* Parser::subscript(std::size_t start, ast::expr* value) {
  advance();
  ast::expr* slice = slices();
  if (slice == nullptr || !accept(Tok::RightBracket)) return nullptr;
  auto* made = node<ast::Subscript>(start);
  made->value = value;
  made->slice = slice;
  return made;
}

ast::expr* Parser::slices() {
  const std::size_t start = m_index;
  const bool starred = at(Tok::Star);
  ast::expr* first = slice_item();
  if (first == nullptr || (!starred && !at(Tok::Comma))) return first;
  return tuple_from(start, first, &Parser::slice_item);
}

ast::expr* Parser::slice_item() {
  if (at(Tok::Star)) return starred_expression();
  return branch([this] { return slice(); });
}

ast::expr* Parser::slice() {
  const std::size_t start = m_index;
  if (at_assignment_expression()) return assignment_expression();
  ast::expr* lower = at(Tok::Colon) ? nullptr : expression();
  if (lower == nullptr) rewind(start);
  if (!at(Tok::Colon)) {
    if (m_pass != Pass::mistakes) return at(Tok::ColonEqual) ? nullptr : lower;
    rewind(start);
    return named_expression();
  }
  advance();
  const auto optional_expression = [this] {
    const std::size_t here = m_index;
    ast::expr* found = expression();
    if (found == nullptr) rewind(here);
    return found;
  };
  ast::expr* upper = optional_expression();
  ast::expr* step = accept(Tok::Colon) ? optional_expression() : nullptr;
  auto* made = node<ast::Slice>(start);
  made->lower = lower;
  made->upper = upper;
  made->step = step;
  return made;
}

}  // namespace loopline::script
