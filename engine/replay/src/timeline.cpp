#include "replay/timeline.h"

#include <algorithm>

#include "describe.h"
#include "run_index.h"

namespace loopline::replay {

using trace::Event;
using trace::Kind;

std::span<const Lane> Timeline::lanes() const noexcept { return m_index->lanes; }
std::span<const Counter> Timeline::counters() const noexcept { return m_index->counters; }
Track Timeline::track(LaneIndex lane) const noexcept { return m_index->tracks.track(lane); }
std::string Timeline::label(LaneIndex lane, std::size_t slice) const { return describe_slice(*m_index, lane, slice); }

LaneIndex Timeline::lane_of_task(ObjectId id) const noexcept {
  const std::uint32_t task = m_index->actors.task(id);
  return task == kNowhere ? kNoLane : m_index->actors.tasks[task].lane;
}
LaneIndex Timeline::lane_of_loop(ObjectId id) const noexcept {
  const std::uint32_t loop = m_index->actors.loop(id);
  return loop == kNowhere ? kNoLane : m_index->actors.loops[loop].lane;
}
LaneIndex Timeline::lane_of_thread(ThreadId id) const noexcept {
  const std::uint32_t thread = m_index->actors.thread(id);
  return thread == kNowhere ? kNoLane : m_index->actors.threads[thread].lane;
}

LaneIndex Timeline::lane_at(EventIndex event) const noexcept {
  const Context context = m_index->contexts.during(event);
  if (const LaneIndex lane = lane_of_task(context.task); lane != kNoLane) return lane;
  if (const LaneIndex lane = lane_of_loop(context.loop); lane != kNoLane) return lane;
  return lane_of_thread(context.thread);
}

void Timeline::cover(LaneIndex lane, std::span<const Moment> edges, std::span<Coverage> out) const {
  m_index->pyramids.cover(m_index->tracks.track(lane), lane, edges, out);
}

// ---- flows

namespace {

// The arrows whose head is one event.
void flows_at(const RunIndex& index, const Timeline& timeline, EventIndex number, std::vector<Flow>& flows) {
  const Kind kind = index.events.kind(number);
  if (kind != Kind::task_created && kind != Kind::step_begin && kind != Kind::step_end) return;
  const Event event = index.events[number];
  const LaneIndex lane = timeline.lane_of_task(event.task);
  const Moment here = index.after(number);
  if (lane == kNoLane) return;
  if (kind == Kind::task_created) {
    const LaneIndex from = timeline.lane_at(number - (number > 1 ? 1 : 0));
    flows.push_back({FlowKind::created, from, lane, here, here});
  } else if (kind == Kind::step_begin) {
    const auto scheduled = static_cast<EventIndex>(std::clamp<std::int64_t>(event.a, 1, number));
    if (index.events.kind(scheduled) == Kind::task_created) return;  // the arrow `created` tells it
    flows.push_back({FlowKind::wakes, timeline.lane_at(scheduled), lane, index.after(scheduled), here});
  } else if (trace::step_end_of(event.a) == trace::StepEnd::awaits) {
    const trace::Awaited awaited = trace::awaited_of(event);
    if (const LaneIndex to = timeline.lane_of_task(awaited.object); to != kNoLane) {
      flows.push_back({FlowKind::awaits, lane, to, here, here});
    }
    const std::uint32_t owner = index.objects.find(awaited.owner);
    if (owner == kNowhere) return;
    for (const ObjectIndex::Child& child : index.objects.children_at(owner, number)) {
      const LaneIndex to = timeline.lane_of_task(child.id);
      if (to != kNoLane && child.id != awaited.object) flows.push_back({FlowKind::awaits, lane, to, here, here});
    }
  }
}

}  // namespace

std::vector<Flow> Timeline::flows(EventIndex first, EventIndex last, std::size_t limit) const {
  std::vector<Flow> flows;
  first = std::max<EventIndex>(first, 1);
  last = std::min(last, m_index->last());
  for (EventIndex number = first; number <= last && flows.size() < limit; ++number) {
    flows_at(*m_index, *this, number, flows);
  }
  if (flows.size() > limit) flows.resize(limit);
  return flows;
}

std::vector<Flow> Timeline::flows_of(LaneIndex lane, EventIndex first, EventIndex last, std::size_t limit) const {
  std::vector<Flow> all, own;
  first = std::max<EventIndex>(first, 1);
  last = std::min(last, m_index->last());
  for (EventIndex number = first; number <= last && own.size() < limit; ++number) {
    flows_at(*m_index, *this, number, all);
    for (const Flow& flow : all) {
      if (flow.from_lane == lane || flow.to_lane == lane) own.push_back(flow);
    }
    all.clear();
  }
  if (own.size() > limit) own.resize(limit);
  return own;
}

// ---- instants

std::span<const EventIndex> Timeline::instants(InstantKind kind) const noexcept {
  switch (kind) {
    case InstantKind::print: return m_index->prints;
    case InstantKind::callback: return m_index->callbacks;
    case InstantKind::cancel_request: return m_index->cancel_requests;
    case InstantKind::exception: return m_index->raises;
    case InstantKind::warning: return m_index->warnings;
    case InstantKind::task_end: return m_index->task_ends;
    case InstantKind::world: return m_index->world;
  }
  return {};
}

Instant Timeline::instant(InstantKind kind, EventIndex number) const {
  if (number == 0 || number > m_index->last()) return {.kind = kind};
  const Event event = m_index->events[number];
  Instant instant{.kind = kind, .at = m_index->after(number), .lane = lane_at(number)};
  const LaneIndex own = lane_of_task(event.task);
  if (own != kNoLane) instant.lane = own;
  switch (event.kind) {
    case Kind::callback_begin:
    case Kind::warn:
    case Kind::raise:
    case Kind::step_end: instant.text = m_index->string(event.b); break;
    case Kind::cancel_requested: instant.text = m_index->string(event.c); break;
    default: instant.text = m_index->string(event.a); break;
  }
  return instant;
}

}  // namespace loopline::replay
