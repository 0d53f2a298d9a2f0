#include "syntax/parser.h"

namespace loopline::script {

ast::stmt* Parser::compound_statement() {
  switch (kind()) {
    case Tok::Def: return function_definition(m_index, {});
    case Tok::At: return decorated();
    case Tok::Async: return asynchronous_statement();
    case Tok::If: return if_statement();
    case Tok::Class: return class_definition({});
    case Tok::With: return with_statement(m_index);
    case Tok::For: return for_statement(m_index);
    case Tok::Try: return try_statement();
    case Tok::While: return while_statement();
    case Tok::Name: return current().text == "match" ? match_statement() : nullptr;
    default: return nullptr;
  }
}

ast::stmt* Parser::asynchronous_statement() {
  switch (ahead(1)) {
    case Tok::Def: return function_definition(m_index, {});
    case Tok::With: return with_statement(m_index);
    case Tok::For: return for_statement(m_index);
    default: return nullptr;
  }
}

ast::Seq<ast::stmt> Parser::block() {
  return memoised(Rule::block, [this] { return parse_block(); });
}

// An empty list means that there is none.
ast::Seq<ast::stmt> Parser::parse_block() {
  const std::size_t start = m_index;
  if (accept(Tok::Newline)) {
    if (accept(Tok::Indent)) {
      const ast::Seq<ast::stmt> body = statements();
      if (!body.empty() && accept(Tok::Dedent)) return body;
    }
    rewind(start);
    if (diagnosing()) diagnose_block();
    return {};
  }
  SmallList<ast::stmt*> body;
  return simple_statements(body) ? keep(body) : ast::Seq<ast::stmt>();
}

ast::Seq<ast::stmt> Parser::else_block() {
  if (!at(Tok::Else)) return {};
  const std::size_t start = m_index;
  if (diagnosing()) diagnose_missing_block("'else' statement", &Parser::keyword_header);
  advance();
  if (!force(Tok::Colon, ":")) return {};
  const ast::Seq<ast::stmt> body = block();
  if (body.empty()) rewind(start);
  return body;
}

ast::Seq<ast::stmt> Parser::finally_block() {
  if (!at(Tok::Finally)) return {};
  const std::size_t start = m_index;
  if (diagnosing()) diagnose_missing_block("'finally' statement", &Parser::keyword_header);
  advance();
  if (!force(Tok::Colon, ":")) return {};
  const ast::Seq<ast::stmt> body = block();
  if (body.empty()) rewind(start);
  return body;
}

// An "elif" is an "if" in its else part.
ast::stmt* Parser::if_statement() {
  const Nest nest(*this);
  const std::size_t start = m_index;
  if (diagnosing()) {
    diagnose_missing_colon(&Parser::condition_header);
    diagnose_missing_block(at(Tok::If) ? "'if' statement" : "'elif' statement", &Parser::condition_header);
  }
  advance();
  ast::expr* test = named_expression();
  if (test == nullptr || !accept(Tok::Colon)) return nullptr;
  const ast::Seq<ast::stmt> body = block();
  if (body.empty()) return nullptr;
  ast::Seq<ast::stmt> orelse;
  if (at(Tok::Elif)) {
    const std::size_t here = m_index;
    if (ast::stmt* other = if_statement()) {
      orelse = m_arena.copy(std::span<ast::stmt* const>(&other, 1));
    } else {
      rewind(here);
    }
  } else {
    orelse = else_block();
  }
  auto* made = node<ast::If>(start);
  made->test = test;
  made->body = body;
  made->orelse = orelse;
  return made;
}

ast::stmt* Parser::while_statement() {
  const std::size_t start = m_index;
  if (diagnosing()) {
    diagnose_missing_colon(&Parser::condition_header);
    diagnose_missing_block("'while' statement", &Parser::condition_header);
  }
  advance();
  ast::expr* test = named_expression();
  if (test == nullptr || !accept(Tok::Colon)) return nullptr;
  const ast::Seq<ast::stmt> body = block();
  if (body.empty()) return nullptr;
  const ast::Seq<ast::stmt> orelse = else_block();
  auto* made = leaf<ast::While>(start);
  made->test = test;
  made->body = body;
  made->orelse = orelse;
  return made;
}

ast::stmt* Parser::for_statement(std::size_t start) {
  if (diagnosing()) {
    diagnose_missing_colon(&Parser::for_header);
    diagnose_missing_block("'for' statement", &Parser::for_header);
  }
  const bool is_async = accept(Tok::Async);
  advance();
  ast::expr* target = star_targets();
  if (target == nullptr || !accept(Tok::In)) {
    rewind(start);
    if (diagnosing()) diagnose_for_target();
    return nullptr;
  }
  ast::ForLike loop;
  loop.target = target;
  loop.iter = star_expressions();
  if (loop.iter == nullptr || !accept(Tok::Colon)) return nullptr;
  loop.body = block();
  if (loop.body.empty()) return nullptr;
  loop.orelse = else_block();
  const auto finish = [&]<typename T>(T* made) {
    made->target = loop.target;
    made->iter = loop.iter;
    made->body = loop.body;
    made->orelse = loop.orelse;
    return made;
  };
  if (is_async) return finish(leaf<ast::AsyncFor>(start));
  return finish(leaf<ast::For>(start));
}

// The items may stand in brackets. Whether an opening bracket is theirs or belongs to the first expression shows only
// at the colon.
ast::stmt* Parser::with_statement(std::size_t start) {
  if (diagnosing()) diagnose_with_indent();
  const bool is_async = accept(Tok::Async);
  advance();
  const std::size_t behind_with = m_index;
  SmallList<ast::withitem*> items;
  bool found = at(Tok::LeftParen) && with_items(items, true);
  if (!found) {
    rewind(behind_with);
    items = {};
    found = with_items(items, false);
  }
  ast::WithLike made_of;
  made_of.items = keep(items);
  if (found) made_of.body = block();
  if (made_of.body.empty()) {
    rewind(start);
    if (diagnosing()) diagnose_with_colon();
    return nullptr;
  }
  const auto finish = [&]<typename T>(T* made) {
    made->items = made_of.items;
    made->body = made_of.body;
    return made;
  };
  if (is_async) return finish(leaf<ast::AsyncWith>(start));
  return finish(leaf<ast::With>(start));
}

// The items and the colon.
bool Parser::with_items(SmallList<ast::withitem*>& items, bool in_brackets) {
  if (in_brackets) advance();
  std::size_t end = m_index;
  do {
    ast::withitem* item = with_item();
    if (item == nullptr) {
      rewind(end);
      break;
    }
    items.add(item);
    end = m_index;
  } while (accept(Tok::Comma));
  if (items.empty()) return false;
  if (in_brackets) {
    accept(Tok::Comma);
    if (!accept(Tok::RightParen)) return false;
  }
  return accept(Tok::Colon);
}

ast::withitem* Parser::with_item() {
  const std::size_t start = m_index;
  ast::expr* context = expression();
  ast::expr* target = nullptr;
  if (context != nullptr && at(Tok::As)) {
    const std::size_t behind_context = m_index;
    advance();
    target = star_target();
    if (target == nullptr || !(at(Tok::Comma) || at(Tok::RightParen) || at(Tok::Colon))) {
      rewind(start);
      if (diagnosing()) diagnose_with_item();
      rewind(behind_context);
      target = nullptr;
    }
  }
  if (context == nullptr || failed()) return nullptr;
  auto* item = m_arena.make<ast::withitem>();
  item->context_expr = context;
  item->optional_vars = target;
  return item;
}

ast::stmt* Parser::try_statement() {
  const std::size_t start = m_index;
  if (diagnosing()) diagnose_try();
  advance();
  if (!force(Tok::Colon, ":")) return nullptr;
  ast::TryLike parts;
  parts.body = block();
  if (parts.body.empty()) return nullptr;
  const bool star = at(Tok::Except) && ahead(1) == Tok::Star;
  SmallList<ast::ExceptHandler*> handlers;
  while (at(Tok::Except)) {
    const std::size_t here = m_index;
    ast::ExceptHandler* handler = except_handler(star);
    if (handler == nullptr) {
      rewind(here);
      break;
    }
    handlers.add(handler);
  }
  parts.handlers = keep(handlers);
  if (!handlers.empty()) parts.orelse = else_block();
  parts.finalbody = finally_block();
  if (failed() || (handlers.empty() && parts.finalbody.empty())) return nullptr;
  const auto finish = [&]<typename T>(T* made) {
    made->body = parts.body;
    made->handlers = parts.handlers;
    made->orelse = parts.orelse;
    made->finalbody = parts.finalbody;
    return made;
  };
  if (star) return finish(leaf<ast::TryStar>(start));
  return finish(leaf<ast::Try>(start));
}

ast::ExceptHandler* Parser::except_handler(bool star) {
  const std::size_t start = m_index;
  if (diagnosing()) {
    if (star) {
      diagnose_missing_block("'except*' statement", &Parser::except_star_header);
    } else {
      diagnose_missing_block("'except' statement", &Parser::except_header);
      diagnose_missing_block("'except' statement", &Parser::keyword_header);
    }
  }
  advance();
  ast::expr* type = nullptr;
  std::string_view name;
  bool header = !star || accept(Tok::Star);
  if (header && (star || !at(Tok::Colon))) {
    type = expression();
    header = type != nullptr;
    if (header && accept(Tok::As)) {
      const Token* token = take(Tok::Name);
      header = token != nullptr;
      if (header) name = intern(*token);
    }
  }
  ast::Seq<ast::stmt> body;
  if (header && accept(Tok::Colon)) body = block();
  if (body.empty()) {
    rewind(start);
    if (diagnosing()) diagnose_except();
    return nullptr;
  }
  auto* handler = leaf<ast::ExceptHandler>(start);
  handler->type = type;
  handler->name = name;
  handler->body = body;
  return handler;
}

ast::stmt* Parser::decorated() {
  SmallList<ast::expr*> decorators;
  while (accept(Tok::At)) {
    ast::expr* decorator = named_expression();
    if (decorator == nullptr || !accept(Tok::Newline)) return nullptr;
    decorators.add(decorator);
  }
  const bool function = at(Tok::Def) || (at(Tok::Async) && ahead(1) == Tok::Def);
  if (function) return function_definition(m_index, keep(decorators));
  return at(Tok::Class) ? class_definition(keep(decorators)) : nullptr;
}

ast::stmt* Parser::class_definition(ast::Seq<ast::expr> decorators) {
  const std::size_t start = m_index;
  if (diagnosing()) {
    diagnose_missing_colon(&Parser::class_header);
    diagnose_missing_block("class definition", &Parser::class_header);
  }
  advance();
  const Token* name = take(Tok::Name);
  if (name == nullptr) return nullptr;
  const ast::Call* bases = nullptr;
  if (accept(Tok::LeftParen)) {
    const std::size_t behind_open = m_index;
    bases = arguments();
    if (bases == nullptr) {
      rewind(behind_open);
    } else {
      accept(Tok::Comma);
    }
    if (!accept(Tok::RightParen)) return nullptr;
  }
  if (!accept(Tok::Colon)) return nullptr;
  const ast::Seq<ast::stmt> body = block();
  if (body.empty()) return nullptr;
  auto* made = leaf<ast::ClassDef>(start);
  made->name = intern(*name);
  if (bases != nullptr) {
    note_repeated_keyword(bases);
    made->bases = bases->args;
    made->keywords = bases->keywords;
  }
  made->body = body;
  made->decorator_list = decorators;
  return made;
}

ast::stmt* Parser::function_definition(std::size_t start, ast::Seq<ast::expr> decorators) {
  if (diagnosing()) diagnose_missing_block("function definition", &Parser::function_header);
  const bool is_async = accept(Tok::Async);
  advance();
  const Token* name = take(Tok::Name);
  if (name == nullptr || !force(Tok::LeftParen, "(")) return nullptr;
  ast::FunctionLike parts;
  parts.args = parameters(Parameters::of_function);
  if (!accept(Tok::RightParen)) return nullptr;
  if (const std::size_t arrow = m_index; accept(Tok::Arrow)) {
    parts.returns = expression();
    if (parts.returns == nullptr) rewind(arrow);
  }
  if (!force(Tok::Colon, ":")) return nullptr;
  parts.body = block();
  if (parts.body.empty()) return nullptr;
  const auto finish = [&]<typename T>(T* made) {
    made->name = intern(*name);
    made->args = parts.args;
    made->body = parts.body;
    made->decorator_list = decorators;
    made->returns = parts.returns;
    return made;
  };
  if (is_async) return finish(leaf<ast::AsyncFunctionDef>(start));
  return finish(leaf<ast::FunctionDef>(start));
}

}  // namespace loopline::script
