// Where a person wants to go, as they type it: a time, a step, an event, a line.
#pragma once

#include <QString>
#include <cstdint>
#include <optional>

namespace loopline::ui {

class PlaybackController;

struct Jump {
  enum class To : std::uint8_t {
    time,   ///< number: nanoseconds
    step,   ///< number: as "21/34" counts them
    event,  ///< number: of the run's event, from 1
    line,   ///< number: of the script, from 1
  };

  To to = To::time;
  std::int64_t number = 0;

  bool operator==(const Jump&) const = default;
};

/// "1.5", "1,5 s", "t 2", "250 ms": a time. "21", as whole numbers without a unit are: a step. "#120": an event.
/// "line 8", "l8", ":8": a line. None: it is nothing of that kind.
std::optional<Jump> parseJump(const QString& text);

/// Goes there, in the run that is looked at. Empty: gone; else why not.
QString jumpTo(PlaybackController& playback, const Jump& jump);

}  // namespace loopline::ui
