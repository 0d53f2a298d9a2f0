#include "replay/stops.h"

#include <algorithm>

#include "run_index.h"

namespace loopline::replay {

Stops::Stops(const RunIndex& index, bool own_work, std::span<const std::uint32_t> cue_lines)
    : m_index(&index), m_own_work(own_work) {
  for (const std::uint32_t line : cue_lines) {
    const std::span<const EventIndex> runs = index.script.runs_of(line);
    if (!runs.empty()) m_cues.push_back({line, runs.front()});
  }
  std::ranges::stable_sort(m_cues, {}, &Cue::event);
  for (const Cue& cue : m_cues) {
    if (m_cue_events.empty() || m_cue_events.back() != cue.event) m_cue_events.push_back(cue.event);
  }
  if (own_work) return;
  const auto without = [&index](std::span<const EventIndex> events) {
    std::vector<EventIndex> kept;
    for (const EventIndex event : events) {
      if (!index.own_work.has(event)) kept.push_back(event);
    }
    return kept;
  };
  m_lines = without(index.script.lines());
  m_steps = without(index.steps);
  m_turns = without(index.turns);
  m_prints = without(index.prints);
  m_hidden = index.own_work.ranges();
}

std::span<const EventIndex> Stops::list(Granularity granularity) const noexcept {
  switch (granularity) {
    case Granularity::event: return {};
    case Granularity::line: return m_own_work ? m_index->script.lines() : m_lines;
    case Granularity::step: return m_own_work ? std::span<const EventIndex>(m_index->steps) : m_steps;
    case Granularity::turn: return m_own_work ? std::span<const EventIndex>(m_index->turns) : m_turns;
    case Granularity::print: return m_own_work ? std::span<const EventIndex>(m_index->prints) : m_prints;
    case Granularity::cue: return m_cue_events;
  }
  return {};
}

// Every event is a stop but those in hidden ranges; `before` counts how many are hidden up to an event.
std::size_t Stops::hidden_up_to(EventIndex event) const noexcept {
  std::size_t hidden = 0;
  for (const EventRange& range : m_hidden) {
    if (range.first > event) break;
    hidden += std::min(range.last, event) - range.first + 1;
  }
  return hidden;
}

std::size_t Stops::count(Granularity granularity) const noexcept {
  if (granularity != Granularity::event) return list(granularity).size() + 1;
  return m_index->last() - hidden_up_to(m_index->last()) + 1;
}

EventIndex Stops::event(Granularity granularity, std::size_t position) const noexcept {
  position = std::min(position, count(granularity) - 1);
  if (position == 0) return 0;
  if (granularity != Granularity::event) return list(granularity)[position - 1];
  auto event = static_cast<EventIndex>(position);
  for (const EventRange& range : m_hidden) {
    if (range.first > event) break;
    event += range.last - range.first + 1;
  }
  return event;
}

std::size_t Stops::position(Granularity granularity, EventIndex event) const noexcept {
  if (granularity != Granularity::event) {
    const std::span<const EventIndex> events = list(granularity);
    return static_cast<std::size_t>(std::ranges::upper_bound(events, event) - events.begin());
  }
  event = std::min(event, m_index->last());
  return event - hidden_up_to(event);
}

std::optional<EventIndex> Stops::next(Granularity granularity, EventIndex event) const noexcept {
  const std::size_t position = this->position(granularity, event) + 1;
  if (position >= count(granularity)) return std::nullopt;
  return this->event(granularity, position);
}

std::optional<EventIndex> Stops::previous(Granularity granularity, EventIndex event) const noexcept {
  if (event == 0) return std::nullopt;
  return this->event(granularity, position(granularity, event - 1));
}

}  // namespace loopline::replay
