#include "timer_index.h"

#include <algorithm>

namespace loopline::replay {

using trace::Event;
using trace::Kind;

void TimerIndex::note(EventIndex number, const Event& event, EventIndex turn) {
  const auto close = [this](ObjectId timer, EventIndex end) {
    const auto found = m_open.find(timer);
    if (found == m_open.end()) return;
    m_intervals.close(found->second, end);
    m_open.erase(found);
  };
  switch (event.kind) {
    case Kind::timer_set:
      close(trace::timer_of(event), number);
      m_open[trace::timer_of(event)] = m_intervals.add(number);
      break;
    case Kind::timer_cancelled: close(static_cast<ObjectId>(event.a), number); break;
    case Kind::callback_begin:
      // Its turn has moved it to the ready queue.
      if (event.d != 0) close(static_cast<ObjectId>(event.d), turn != 0 ? turn : number);
      break;
    default: break;
  }
}

void TimerIndex::finish() {
  m_intervals.finish();
  m_open = {};
}

bool TimerIndex::restore(EventIndex last) {
  if (!m_intervals.restore()) return false;
  return m_intervals.size() == 0 || (m_intervals.begin(0) != 0 && m_intervals.begin(m_intervals.size() - 1) <= last);
}

std::vector<EventIndex> TimerIndex::set_at(EventIndex event) const {
  std::vector<EventIndex> events;
  for (const std::uint32_t interval : m_intervals.at(event)) events.push_back(m_intervals.begin(interval));
  return events;
}

}  // namespace loopline::replay
