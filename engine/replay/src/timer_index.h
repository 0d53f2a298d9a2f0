// Which timers are set at a moment.
#pragma once

#include <unordered_map>
#include <vector>

#include "actors.h"
#include "contexts.h"
#include "interval_index.h"

namespace loopline::replay {

class TimerIndex {
 public:
  /// `turn`: the event at which the current turn of the loop began.
  void note(EventIndex number, const trace::Event& event, EventIndex turn);
  void finish();

  /// The timer_set events of the timers that are set after an event and have not fired.
  std::vector<EventIndex> set_at(EventIndex event) const;

  template <class Archive>
  void archive(Archive& archive) {
    m_intervals.archive(archive);
  }
  bool restore(EventIndex last);

 private:
  IntervalIndex m_intervals;
  std::unordered_map<ObjectId, std::size_t> m_open;  // by timer
};

}  // namespace loopline::replay
