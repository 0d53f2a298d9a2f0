#include "track_store.h"

#include <algorithm>

#include "archive.h"

namespace loopline::replay {

LaneIndex TrackStore::add_lane() {
  const auto lane = static_cast<LaneIndex>(m_pending.size());
  m_pending.push_back({.lane = lane});
  return lane;
}

void TrackStore::set(LaneIndex lane, Moment from, State state, EventIndex cause) {
  Slice& open = m_pending[lane];
  from = std::max(from, Moment{open.event, open.time});
  from.time = std::max(from.time, open.time);
  if (open.state != State::none || open.event != 0) {
    if (open.state == state && open.cause == cause) return;
    if (from > Moment{open.event, open.time}) m_log.push_back(open);
  }
  open = {from.time, from.event, cause, lane, state};
}

void TrackStore::finish(Moment end, const std::vector<LaneIndex>& order) {
  std::vector<LaneIndex> place(m_pending.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<LaneIndex>(i);

  // A counting sort: the log is in order of time within each lane already.
  m_offsets.assign(order.size() + 1, 0);
  m_log.for_each([&](const Slice& slice) { ++m_offsets[place[slice.lane] + 1]; });
  const auto began = [](const Slice& open) { return open.state != State::none || open.event != 0; };
  for (const Slice& open : m_pending) m_offsets[place[open.lane] + 1] += began(open) ? 2 : 1;
  for (std::size_t i = 1; i < m_offsets.size(); ++i) m_offsets[i] += m_offsets[i - 1];

  std::vector<std::uint64_t> next(m_offsets.begin(), m_offsets.end() - 1);
  m_event.resize(m_offsets.back());
  m_time.resize(m_offsets.back());
  m_state.resize(m_offsets.back());
  m_cause.resize(m_offsets.back());
  const auto put = [&](const Slice& slice) {
    const std::uint64_t at = next[place[slice.lane]]++;
    m_event[at] = slice.event;
    m_time[at] = slice.time;
    m_state[at] = slice.state;
    m_cause[at] = slice.cause;
  };
  m_log.for_each(put);
  for (const Slice& open : m_pending) {
    if (began(open)) put(open);
    put({std::max(end.time, open.time), std::max(end.event, open.event), 0, open.lane, State::none});
  }
  m_log.clear();
  m_pending = {};
}

bool TrackStore::is_sound(std::size_t lanes, EventIndex last) const noexcept {
  const std::size_t entries = m_event.size();
  if (m_offsets.size() != lanes + 1 || m_offsets.front() != 0 || m_offsets.back() != entries) return false;
  if (m_time.size() != entries || m_state.size() != entries || m_cause.size() != entries) return false;
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    if (m_offsets[lane + 1] <= m_offsets[lane]) return false;  // each has its end at least
    for (std::uint64_t i = m_offsets[lane] + 1; i < m_offsets[lane + 1]; ++i) {
      if (m_event[i] < m_event[i - 1] || m_time[i] < m_time[i - 1]) return false;
      if (m_cause[i - 1] == 0) return false;  // only the end has none
    }
  }
  const auto known = [](State state) { return static_cast<std::size_t>(state) < kStates; };
  return none_above(m_event, last) && none_above(m_cause, last) && std::ranges::all_of(m_state, known);
}

Track TrackStore::track(LaneIndex lane) const noexcept {
  const std::uint64_t first = m_offsets[lane], entries = m_offsets[lane + 1] - first;
  return {{m_event.data() + first, entries},
          {m_time.data() + first, entries},
          {m_state.data() + first, entries - 1},
          {m_cause.data() + first, entries - 1}};
}

}  // namespace loopline::replay
