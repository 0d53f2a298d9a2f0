// Which of a theme's colours a task has: the same in the timeline, in the code and in the panels.
#pragma once

#include <cstddef>

#include "replay/replay.h"

namespace loopline::ui {

/// A task's place in order of creation, from 0; 0 for what is no task of the run. For Theme::task().
std::size_t taskOrder(const replay::Replay& replay, replay::ObjectId task);

}  // namespace loopline::ui
