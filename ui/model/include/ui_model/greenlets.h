// What there is to tell of greenlets, which the recording knows as threads that take turns within one.
#pragma once

#include <QString>
#include <vector>

#include "replay/replay.h"

namespace loopline::ui {

/// The lanes of a run's greenlets, but for the hub and the main one.
std::vector<replay::LaneIndex> greenletLanes(const replay::Replay& replay);

/// Whether a lane is a greenlet: the hub and the main one too.
bool isGreenlet(const replay::Replay& replay, replay::LaneIndex lane);

/// "Greenlet-0 (fetch)", "the hub", "the main greenlet".
QString greenletName(const replay::Replay& replay, replay::LaneIndex lane);

/// Which of a theme's colours a greenlet has, for Theme::task(): the last ones first, since tasks take the first ones.
std::size_t greenletColor(const replay::Replay& replay, replay::LaneIndex lane);

/// The greenlet that a callback switches to, by what follows it in the recording; kNoLane: none.
replay::LaneIndex switchedToBy(const replay::Replay& replay, replay::EventIndex callback);

/// The timer that a greenlet set before it gave way; 0: it waits for something else, or does not wait.
replay::EventIndex timerOfGreenlet(const replay::Replay& replay, replay::LaneIndex lane, replay::Moment moment);

}  // namespace loopline::ui
