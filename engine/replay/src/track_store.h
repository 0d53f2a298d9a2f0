// The tracks of all lanes, in columns shared by them. While the events go by, slices are noted in a log; finish() sorts
// it by lane.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "append_log.h"
#include "replay/timeline.h"
#include "replay/track.h"

namespace loopline::replay {

class TrackStore {
 public:
  /// A new lane; its number is that of the call. Lanes may be put into another order by finish().
  LaneIndex add_lane();
  /// Lanes, once finished.
  std::size_t size() const noexcept { return m_offsets.size() - 1; }

  /// From here on the lane is in `state`. Moments of a lane must not fall; one before its last slice's begin counts as
  /// that begin, and a slice that lasted no moment is dropped.
  void set(LaneIndex lane, Moment from, State state, EventIndex cause);
  State state(LaneIndex lane) const noexcept { return m_pending[lane].state; }
  Moment since(LaneIndex lane) const noexcept { return {m_pending[lane].event, m_pending[lane].time}; }
  EventIndex cause(LaneIndex lane) const noexcept { return m_pending[lane].cause; }

  /// Ends all lanes. `order[i]` is the lane that becomes number i.
  void finish(Moment end, const std::vector<LaneIndex>& order);

  Track track(LaneIndex lane) const noexcept;

  template <class Archive>
  void archive(Archive& archive) {
    archive(m_offsets, m_event, m_time, m_state, m_cause);
  }
  /// After reading an archive: columns of `lanes` lanes that speak of events up to `last` only.
  bool is_sound(std::size_t lanes, EventIndex last) const noexcept;

 private:
  struct Slice {
    std::int64_t time = 0;
    EventIndex event = 0;
    EventIndex cause = 0;
    LaneIndex lane = 0;
    State state = State::none;
  };
  AppendLog<Slice> m_log;        // finished slices
  std::vector<Slice> m_pending;  // the open slice of each lane

  // A lane's columns begin at its offset; each has one entry more than slices, for the end.
  std::vector<std::uint64_t> m_offsets;
  std::vector<EventIndex> m_event;
  std::vector<std::int64_t> m_time;
  std::vector<State> m_state;
  std::vector<EventIndex> m_cause;
};

}  // namespace loopline::replay
