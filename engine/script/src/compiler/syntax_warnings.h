// What CPython's compiler warns of: code that can hardly be meant.
#pragma once

#include <string>
#include <vector>

#include "script/syntax/ast.h"

namespace loopline::script {

struct SyntaxWarning {
  int line = 0;
  std::string message;
};

/// In the order of the text.
std::vector<SyntaxWarning> syntax_warnings(const ast::Node& root);

}  // namespace loopline::script
