// What one event did.
#pragma once

#include <vector>

#include "replay/state.h"
#include "run_index.h"

namespace loopline::replay {

std::vector<Change> changes_of(const RunIndex& index, EventIndex event);

}  // namespace loopline::replay
