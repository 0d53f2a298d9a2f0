#pragma once

#include <string_view>

#include "script/syntax/ast.h"

namespace loopline::script {

/// What the messages call an expression that stands where a target belongs: "function call", "literal", …
[[nodiscard]] std::string_view target_name(const ast::expr* node);

/// The items of a list or tuple display.
[[nodiscard]] inline ast::Seq<ast::expr> elements_of(const ast::expr* node) {
  return ast::is<ast::List>(node) ? ast::as<ast::List>(node)->elts : ast::as<ast::Tuple>(node)->elts;
}

}  // namespace loopline::script
