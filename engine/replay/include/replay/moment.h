// A moment of a run, and the ids that everything in a replay is spoken of by.
#pragma once

#include <compare>
#include <cstdint>

#include "trace/event.h"

namespace loopline::replay {

using trace::ObjectId;
using trace::StringId;
using trace::ThreadId;

/// The number of an event within its run, from 1; 0: before the first. 32 bits: a run of more than 4·10⁹ events is
/// refused when it is loaded.
using EventIndex = std::uint32_t;

/// After event number `event` has happened, at `time` (nanoseconds since the start of the run). Time passes between
/// events (inside time.sleep, in select), so time_of(event) <= time <= time_of(event + 1).
/// Moments are ordered by event, then time; both rise together.
struct Moment {
  EventIndex event = 0;
  std::int64_t time = 0;

  auto operator<=>(const Moment&) const = default;  // NOLINT(modernize-use-nullptr): a known mistake of the check
};

}  // namespace loopline::replay
