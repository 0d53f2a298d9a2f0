// The sentence of a moment: what happens now and why now, in plain English, from what the recording says and nothing
// else. Every kind of event has one, and so have the times between two events.
#pragma once

#include <QString>
#include <cstdint>

#include "replay/moment.h"

namespace loopline::replay {
class Replay;
}

namespace loopline::ui {

struct Narration {
  /// What the box around the sentence says by its look and by an icon.
  enum class Tone : std::uint8_t { plain, idle, blocking, warning, failed, ended };

  Tone tone = Tone::plain;
  QString html;   ///< one to three sentences; names in <b>, code in <code>, nothing else
  QString plain;  ///< the same without markup, for screen readers
};

Narration narrate(const replay::Replay& replay, replay::Moment moment);

/// "turn 4 · 1.000 s", or "1.400 s, between two events": where a moment lies.
QString placeText(const replay::Replay& replay, replay::Moment moment);

}  // namespace loopline::ui
