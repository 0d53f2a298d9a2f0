// What the replay says of slices and waits, in the language of the window. What is the program's own (calls, names,
// values) stays as it is.
#pragma once

#include <QString>

#include "replay/timeline.h"

namespace loopline::replay {
class Replay;
}

namespace loopline::ui {

/// Of a slice of a lane: "turn 3", "gather of 2", "due at 1.000 s, cannot run: 2.000 s late".
QString sliceLabel(const replay::Replay& replay, replay::LaneIndex lane, std::size_t slice);
/// The same of a text that the replay made for a slice in this state on a lane of this kind.
QString sliceLabel(const QString& text, replay::State state, replay::LaneKind kind);

/// What a task waits for: "event", "gather of 2", "sleep(1) until 2.000 s", "lock, held by Task-2".
QString waitLabel(const QString& text);

}  // namespace loopline::ui
