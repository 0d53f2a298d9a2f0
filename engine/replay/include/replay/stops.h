// Where stepping stops: the positions of a run at each granularity, in both directions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "replay/moment.h"

namespace loopline::replay {

enum class Granularity : std::uint8_t {
  event,
  line,   ///< a line of the script begins
  step,   ///< a switch: a task's step begins or ends, or one greenlet runs in the place of another
  turn,   ///< a turn of a loop begins
  print,  ///< a line of output is complete
  cue,    ///< a line with a cue runs for the first time
};

class RunIndex;

/// Events first to last.
struct EventRange {
  EventIndex first = 0, last = 0;
};

/// Positions are numbered from 0: position 0 is the start of the run (event 0) at every granularity.
class Stops {
 public:
  /// `own_work`: also stop in asyncio's own work. `cue_lines`: the lines that have cues.
  Stops(const RunIndex& index, bool own_work, std::span<const std::uint32_t> cue_lines = {});

  std::size_t count(Granularity granularity) const noexcept;
  /// The event of a position; the last one's for a position beyond it.
  EventIndex event(Granularity granularity, std::size_t position) const noexcept;
  /// The last position at or before an event. Logarithmic.
  std::size_t position(Granularity granularity, EventIndex event) const noexcept;

  /// The nearest stop after / before an event; none at the end / start.
  std::optional<EventIndex> next(Granularity granularity, EventIndex event) const noexcept;
  std::optional<EventIndex> previous(Granularity granularity, EventIndex event) const noexcept;

  /// Where cue lines run first: line and event, in order of events.
  struct Cue {
    std::uint32_t line = 0;
    EventIndex event = 0;
  };
  std::span<const Cue> cues() const noexcept { return m_cues; }

 private:
  std::span<const EventIndex> list(Granularity granularity) const noexcept;
  std::size_t hidden_up_to(EventIndex event) const noexcept;

  const RunIndex* m_index;
  std::vector<EventIndex> m_lines, m_steps, m_turns, m_prints, m_cue_events;  // copies where own work is left out
  std::vector<Cue> m_cues;
  std::span<const EventRange> m_hidden;  // own work that is left out
  bool m_own_work;
};

}  // namespace loopline::replay
