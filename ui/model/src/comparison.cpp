#include "ui_model/comparison.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace loopline::ui {

using replay::EventIndex;
using replay::Granularity;
using replay::Moment;

// ---- instants

Instants::Instants(const std::vector<ComparedRun>& runs) : m_runs(runs.size()) {
  constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
  std::vector<EventIndex> next(runs.size(), 1);
  const auto timeOf = [&](std::size_t run) {
    const replay::Replay& replay = *runs[run].replay;
    return next[run] <= replay.event_count() ? replay.time_of(next[run]) : kNever;
  };
  while (true) {
    std::int64_t begin = kNever;
    for (std::size_t run = 0; run < runs.size(); ++run) begin = std::min(begin, timeOf(run));
    m_first.insert(m_first.end(), next.begin(), next.end());
    if (begin == kNever) break;
    std::int64_t last = begin;
    for (std::size_t run = 0; run < runs.size(); ++run) {
      for (std::int64_t time = timeOf(run); time < kNever && time - begin < kTogether; time = timeOf(run)) {
        last = std::max(last, time);
        // Events of one time belong together: they need not be looked at one by one.
        next[run] = static_cast<EventIndex>(runs[run].replay->data().events.next_time(next[run]));
      }
    }
    m_begin.push_back(begin);
    m_last.push_back(last);
  }
}

std::uint32_t Instants::events(std::size_t instant) const {
  std::uint32_t most = 0;
  for (int run = 0; run < static_cast<int>(m_runs); ++run) most = std::max(most, events(run, instant));
  return most;
}

std::size_t Instants::at(std::int64_t time) const {
  const auto after = std::upper_bound(m_begin.begin(), m_begin.end(), time);
  return after == m_begin.begin() ? npos : static_cast<std::size_t>(after - m_begin.begin()) - 1;
}

// ---- comparison

namespace {

/// The stretches of (from, to] that are no stops although every event is one. `hidden` counts such events up to one.
template <class Hidden>
void findFolded(const Hidden& hidden, EventIndex from, EventIndex to, std::vector<replay::EventRange>& ranges) {
  const EventIndex count = hidden(to) - hidden(from);
  if (count == 0) return;
  if (count == to - from) {
    if (!ranges.empty() && ranges.back().last == from)
      ranges.back().last = to;
    else
      ranges.push_back({from + 1, to});
    return;
  }
  const EventIndex middle = from + (to - from) / 2;
  findFolded(hidden, from, middle, ranges);
  findFolded(hidden, middle, to, ranges);
}

}  // namespace

Comparison::Comparison(std::vector<ComparedRun> runs, bool ownWork)
    : m_runs(std::move(runs)), m_ownWork(ownWork), m_instants(m_runs) {
  assert(!m_runs.empty());
  m_start = m_instants.count() == 0 ? Position{} : Position{m_instants.begin(0), 0};
  m_end = m_start;
  for (int run = 0; run < runCount(); ++run) {
    const ComparedRun& compared = m_runs[static_cast<std::size_t>(run)];
    m_ends.push_back(ownWork ? replay(run).end() : replay(run).own_end());
    m_end = std::max(m_end, positionOf(run, m_ends.back()));
    m_stops.push_back(replay(run).stops(ownWork, compared.cueLines));
    const auto hidden = [&stops = m_stops.back()](EventIndex event) {
      return event - static_cast<EventIndex>(stops.position(Granularity::event, event));
    };
    findFolded(hidden, 0, replay(run).event_count(), m_folded.emplace_back());
  }
  if (runCount() == 1) return;
  for (std::size_t i = 0; i < kGranularities; ++i) m_merged[i] = mergedStops(static_cast<Granularity>(i));
}

Comparison::~Comparison() = default;

Moment Comparison::momentOf(int run, Position position) const {
  const Moment end = endOf(run);
  const std::size_t instant = m_instants.at(position.time);
  if (instant == Instants::npos) return {};
  const EventIndex first = m_instants.first(run, instant);
  const EventIndex count = m_instants.events(run, instant);
  Moment moment;
  if (position.time > m_instants.last(instant)) {
    moment = {first + count - 1, position.time};
  } else {
    moment.event = first - 1 + std::min(position.ordinal, count);
    // An event's own time, except where the run has nothing yet at this instant.
    const bool inside = moment.event >= first;
    moment.time = inside ? replay(run).time_of(moment.event) : m_instants.begin(instant);
  }
  return std::min(moment, end);
}

Position Comparison::positionOf(int run, Moment moment) const {
  const std::size_t instant = m_instants.at(moment.time);
  if (instant == Instants::npos) return m_start;
  const EventIndex first = m_instants.first(run, instant);
  if (moment.time > m_instants.last(instant)) return {moment.time, 0};
  const EventIndex happened = moment.event >= first ? moment.event - first + 1 : 0;
  return {m_instants.begin(instant), std::min(happened, m_instants.events(run, instant))};
}

Position Comparison::normalized(Position position) const {
  const std::size_t instant = m_instants.at(position.time);
  if (instant == Instants::npos) return m_start;
  if (position.time > m_instants.last(instant)) {
    position.ordinal = 0;
  } else {
    position = {m_instants.begin(instant), std::min(position.ordinal, m_instants.events(instant))};
  }
  return std::clamp(position, m_start, m_end);
}

bool Comparison::isFolded(int run, EventIndex event) const {
  const std::span<const replay::EventRange> ranges = foldedOf(run);
  const auto after = std::upper_bound(ranges.begin(), ranges.end(), event,
                                      [](EventIndex e, const replay::EventRange& range) { return e < range.first; });
  return after != ranges.begin() && std::prev(after)->last >= event;
}

// ---- stops

std::vector<Position> Comparison::mergedStops(Granularity granularity) const {
  std::vector<Position> merged{m_start};
  for (int run = 0; run < runCount(); ++run) {
    const replay::Stops& stops = stopsOf(run);
    const std::size_t middle = merged.size();
    const std::size_t count = stops.position(granularity, endOf(run).event) + 1;
    for (std::size_t i = 1; i < count; ++i) {
      merged.push_back(positionOf(run, replay(run).after(stops.event(granularity, i))));
    }
    std::inplace_merge(merged.begin(), merged.begin() + static_cast<std::ptrdiff_t>(middle), merged.end());
    merged.erase(std::unique(merged.begin(), merged.end()), merged.end());
  }
  return merged;
}

std::size_t Comparison::stopCount(Granularity granularity) const {
  // What comes after the program's own part is over is nobody's step.
  if (runCount() == 1) return stopsOf(0).position(granularity, endOf(0).event) + 1;
  return m_merged[static_cast<std::size_t>(granularity)].size();
}

Position Comparison::stop(Granularity granularity, std::size_t index) const {
  if (index == 0) return m_start;
  index = std::min(index, stopCount(granularity) - 1);
  if (runCount() == 1) return positionOf(0, replay(0).after(stopsOf(0).event(granularity, index)));
  const std::vector<Position>& merged = m_merged[static_cast<std::size_t>(granularity)];
  return merged[index];
}

std::size_t Comparison::stopAt(Granularity granularity, Position position) const {
  if (runCount() == 1) return stopsOf(0).position(granularity, momentOf(0, position).event);
  const std::vector<Position>& merged = m_merged[static_cast<std::size_t>(granularity)];
  const auto after = std::upper_bound(merged.begin(), merged.end(), position);
  return after == merged.begin() ? 0 : static_cast<std::size_t>(after - merged.begin()) - 1;
}

}  // namespace loopline::ui
