// Level of detail: what a lane did in each pixel of a view, however many slices lie in it.
#pragma once

#include <array>
#include <cstdint>

#include "replay/track.h"

namespace loopline::replay {

/// What a lane did in a stretch of the run.
struct Coverage {
  std::array<float, kStates> by_time{};    ///< share of the stretch's time, by State; all 0 if no time passes in it
  std::array<float, kStates> by_events{};  ///< where no time passes: share of the stretch's events; else all 0
  std::uint16_t states = 0;                ///< bit 1 << State for each state that occurs, however shortly
  std::uint32_t slices = 0;                ///< how many slices begin in it
  std::uint32_t first = 0;                 ///< the slice at its begin; the next ones follow it

  bool has(State state) const noexcept { return (states >> static_cast<unsigned>(state) & 1) != 0; }
};

}  // namespace loopline::replay
