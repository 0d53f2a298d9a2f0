#include "replay/track.h"

#include <algorithm>
#include <array>

namespace loopline::replay {

std::string_view name_of(State state) noexcept {
  constexpr std::array<std::string_view, kStates> kNames{"none", "ready", "running", "waiting",   "late",  "blocking",
                                                         "idle", "done",  "raised",  "cancelled", "closed"};
  const auto index = static_cast<std::size_t>(state);
  return index < kNames.size() ? kNames[index] : std::string_view();
}

std::size_t Track::at(Moment moment) const noexcept {
  std::size_t low = 0, high = size();  // the first slice that begins after the moment
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (begin(middle) <= moment) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;  // npos if it is 0
}

}  // namespace loopline::replay
