// What running a body counts as, besides the jumps back and the calls in it.
#pragma once

#include <algorithm>

#include "script/code.h"

namespace loopline::script {

/// A quarter of the instructions of a short body, which are quick: a recursive function may call itself many million
/// times. Long ones, as libraries have, run more of what takes its time: attributes, methods, exceptions.
inline std::int64_t body_cost(const Code& code) noexcept {
  constexpr std::size_t kShort = 32;
  constexpr std::size_t kMost = 96;
  const std::size_t size = code.instructions.size();
  return static_cast<std::int64_t>(std::min(size / 4 + (size > kShort ? (size - kShort) / 2 : 0), kMost));
}

}  // namespace loopline::script
