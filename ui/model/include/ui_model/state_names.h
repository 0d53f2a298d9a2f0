// States in words for people.
#pragma once

#include <QString>

#include "replay/timeline.h"
#include "replay/track.h"

namespace loopline::ui {

/// "waiting", "blocks the loop", "in select" … as a lane of that kind has it.
QString stateName(replay::State state, replay::LaneKind kind = replay::LaneKind::task);

}  // namespace loopline::ui
