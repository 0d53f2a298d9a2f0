// What the definition of a native function and a call of it agree on.
#pragma once

#include <cstddef>

namespace loopline::script {

/// Functions with no more parameters than this get their arguments in an array on the stack.
inline constexpr std::size_t kBoundInPlace = 8;

}  // namespace loopline::script
