#pragma once

#include <string>
#include <string_view>

#include "script/syntax/ast.h"

namespace loopline::script {

class Arena;

/// Fills in the value of a number as the lexer found it. Returns what is wrong with it, usually nothing.
[[nodiscard]] std::string read_number(std::string_view text, Arena& arena, ast::Constant& into);

}  // namespace loopline::script
