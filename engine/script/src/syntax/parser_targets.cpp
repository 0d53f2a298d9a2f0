#include "syntax/parser.h"
#include "syntax/target_names.h"

namespace loopline::script {

bool Parser::is_target(const ast::expr* node, Targets targets) {
  const bool may_star = targets != Targets::del;
  switch (node->kind) {
    case ast::Kind::Name:
    case ast::Kind::Attribute:
    case ast::Kind::Subscript: return true;
    case ast::Kind::Starred: return may_star && is_target(ast::as<ast::Starred>(node)->value, targets);
    case ast::Kind::List:
    case ast::Kind::Tuple: {
      const ast::Seq<ast::expr> items = elements_of(node);
      return std::all_of(items.begin(), items.end(), [&](const ast::expr* item) { return is_target(item, targets); });
    }
    default: return false;
  }
}

void Parser::set_context(ast::expr* node, ast::ExprContext context) {
  switch (node->kind) {
    case ast::Kind::Name: ast::as<ast::Name>(node)->ctx = context; break;
    case ast::Kind::Attribute: ast::as<ast::Attribute>(node)->ctx = context; break;
    case ast::Kind::Subscript: ast::as<ast::Subscript>(node)->ctx = context; break;
    case ast::Kind::Starred: {
      auto* starred = ast::as<ast::Starred>(node);
      starred->ctx = context;
      set_context(starred->value, context);
      break;
    }
    case ast::Kind::List:
    case ast::Kind::Tuple: {
      (ast::is<ast::List>(node) ? ast::as<ast::List>(node)->ctx : ast::as<ast::Tuple>(node)->ctx) = context;
      for (ast::expr* item : elements_of(node)) set_context(item, context);
      break;
    }
    default: break;
  }
}

// Targets are read as the primaries they look like, then judged. They cannot be read as whole expressions where "in"
// follows.
ast::expr* Parser::star_targets() {
  ast::expr* targets = item_or_tuple(&Parser::star_target);
  if (ast::is<ast::Tuple>(targets)) ast::as<ast::Tuple>(targets)->ctx = ast::ExprContext::Store;
  return targets;
}

ast::expr* Parser::star_target() {
  return memoised(Rule::star_target, [this] { return branch([this] { return parse_star_target(); }); });
}

ast::expr* Parser::parse_star_target() {
  const std::size_t start = m_index;
  const bool starred = accept(Tok::Star);
  ast::expr* target = starred && at(Tok::Star) ? nullptr : primary();
  if (target == nullptr || !is_target(target, Targets::star)) return nullptr;
  set_context(target, ast::ExprContext::Store);
  if (!starred) return target;
  auto* star = node<ast::Starred>(start);
  star->value = target;
  star->ctx = ast::ExprContext::Store;
  return star;
}

// What can be annotated or changed in place: not a list of targets.
ast::expr* Parser::single_target() {
  ast::expr* target = at(Tok::Star) ? nullptr : star_target();
  if (target == nullptr || ast::is<ast::Tuple>(target) || ast::is<ast::List>(target)) return nullptr;
  return target;
}

}  // namespace loopline::script
