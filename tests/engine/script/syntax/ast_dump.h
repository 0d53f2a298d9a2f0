#pragma once

#include <string>

#include "script/syntax/tree.h"

namespace loopline::script {

/// The tree as Python's `ast.dump` prints it, to the letter; with `attributes` as with include_attributes=True.
[[nodiscard]] std::string dump(const Tree& tree, bool attributes = true);

}  // namespace loopline::script
