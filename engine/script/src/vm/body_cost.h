// What running a body counts as, besides the jumps back and the calls in it.
#pragma once

#include <algorithm>

#include "script/code.h"

namespace loopline::script {

/// Half of its instructions: rarely all of them run. A long one is left before its end more often than not.
inline std::int64_t body_cost(const Code& code) noexcept {
  constexpr std::size_t kMost = 64;
  return static_cast<std::int64_t>(std::min(code.instructions.size() / 2, kMost));
}

}  // namespace loopline::script
