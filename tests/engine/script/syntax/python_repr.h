#pragma once

#include <string>
#include <string_view>

#include "script/syntax/ast.h"

namespace loopline::script {

/// What Python's repr() gives for a constant's value.
[[nodiscard]] std::string repr(const ast::Constant& constant);
[[nodiscard]] std::string repr(ast::ConstantType singleton);
[[nodiscard]] std::string repr_of_string(std::string_view text);

}  // namespace loopline::script
