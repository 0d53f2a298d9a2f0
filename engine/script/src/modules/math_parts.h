// The parts of the module math.
#pragma once

#include <span>

#include "script/objects/function.h"

namespace loopline::script {

/// comb, factorial, gcd, isqrt, lcm, perm, prod.
std::span<const NativeDefinition> math_integer_functions();

}  // namespace loopline::script
