// A lane's state over the whole run, as columns: slice i lasts from begin(i) to end(i), which is begin(i + 1). Slices
// follow each other without gaps (what is not there is State::none), so the state at a moment is one binary search.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "replay/moment.h"

namespace loopline::replay {

/// What a lane is doing. Numbers are stored in files.
enum class State : std::uint8_t {
  none,      ///< not there (yet)
  ready,     ///< task: in the ready queue
  running,   ///< task: in a step. Loop: in a turn. Thread: it is the one that runs
  waiting,   ///< task: for the thing it awaits. Thread: for its turn
  late,      ///< task: could go on, but its loop is held up by time.sleep or a long step elsewhere
  blocking,  ///< time.sleep inside: nothing else of the loop can run. Thread: asleep
  idle,      ///< loop: in select
  done,      ///< task: ended with a result
  raised,    ///< task: ended with an exception
  cancelled,
  closed,  ///< loop, thread: ended
};
inline constexpr std::size_t kStates = 11;

std::string_view name_of(State state) noexcept;

/// States that level of detail must never average away.
constexpr bool is_rare(State state) noexcept {
  return state == State::late || state == State::blocking || state == State::raised || state == State::cancelled;
}
constexpr bool is_end(State state) noexcept { return state >= State::done; }

/// Columns of one lane, a view into the Replay. `event` and `time` have one entry more than `state`: the end of the
/// run. An end state (done, raised …) lasts to the end of the run; a view draws it as a mark where it begins.
struct Track {
  std::span<const EventIndex> event;   ///< where slice i begins
  std::span<const std::int64_t> time;  ///< when; later than that event's own time where something falls due in between
  std::span<const State> state;
  std::span<const EventIndex> cause;  ///< the event that tells about the slice: the step_begin of a running one, the
                                      ///< step_end of a waiting one, the block_begin, turn, select …

  static constexpr std::size_t npos = SIZE_MAX;

  std::size_t size() const noexcept { return state.size(); }
  bool empty() const noexcept { return state.empty(); }
  Moment begin(std::size_t slice) const noexcept { return {event[slice], time[slice]}; }
  Moment end(std::size_t slice) const noexcept { return {event[slice + 1], time[slice + 1]}; }

  /// The slice that holds the moment (its begin is at or before it, its end after it); npos before the first one.
  /// Moments after the end belong to the last slice. Logarithmic.
  std::size_t at(Moment moment) const noexcept;
  /// State at the moment; none before the first slice.
  State state_at(Moment moment) const noexcept {
    const std::size_t slice = at(moment);
    return slice == npos ? State::none : state[slice];
  }
};

}  // namespace loopline::replay
