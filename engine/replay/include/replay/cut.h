// A run as it was known at an event: for those who are to tell what comes next.
#pragma once

#include "replay/replay.h"

namespace loopline::replay {

/// A replay that ends after event `last` and knows nothing of what follows: no later task, object or thread, no end.
/// As much work as building one. At least one event is kept.
trace::Result<Replay> known_at(const Replay& replay, EventIndex last);

}  // namespace loopline::replay
