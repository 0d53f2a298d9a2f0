#include "run_index.h"

#include <algorithm>
#include <utility>

#include "counter_builder.h"
#include "lane_builder.h"

namespace loopline::replay {

using trace::Event;
using trace::EventColumns;
using trace::Kind;

std::unique_ptr<RunIndex> RunIndex::build(trace::RunData run) {
  std::unique_ptr<RunIndex> index(new RunIndex(std::move(run)));
  index->build();
  return index;
}

RunIndex::RunIndex(trace::RunData run)
    : data(std::move(run)),
      events(data.events),
      actors(data),
      contexts(events),
      script(data, actors),
      objects(data),
      own_work(data, actors) {}

void RunIndex::build() {
  LaneBuilder lane_builder(events, actors, tracks);
  CounterBuilder counter_builder(data, actors);
  std::vector<Event> buffer(EventColumns::kBlock);
  EventIndex number = 0;
  for (std::size_t block = 0; block < events.block_count(); ++block) {
    for (const Event& event : events.block(block, std::span<Event, EventColumns::kBlock>(buffer))) {
      ++number;
      const Context context = contexts.now();  // before the event
      own_work.note(number, event);
      if (number == 1) lane_builder.begin(event);
      if (event.kind >= Kind::call && event.kind <= Kind::caught) {
        script.note(number, event, context);
      } else {
        counter_builder.note(number, event, context);
        lane_builder.note(number, event, context);
        contexts.note(number, event);
      }
      if (event.kind >= Kind::callback_begin && event.kind <= Kind::timer_cancelled) {
        const std::uint32_t loop = actors.loop(context.loop);
        timers.note(number, event, loop == kNowhere ? 0 : turn_at(loop, number));
      }
      if (event.kind >= Kind::object_made && event.kind <= Kind::future_done) objects.note(number, event);
      note_position(number, event, context.thread);
    }
  }
  lane_builder.finish();
  script.finish();
  timers.finish();
  objects.finish();
  own_work.finish(last());
  counters = counter_builder.finish(objects);
  pyramids.build(tracks, tracks.size());
  finish_handles();
  note_depths();
  make_lanes();
}

void RunIndex::make_lanes() {
  lanes.assign(actors.tasks.size() + actors.loops.size() + actors.threads.size(), {});
  for (const ThreadEntry& thread : actors.threads) {
    std::string_view name = string(thread.name);
    if (name.empty() && thread.id == 1) name = "MainThread";
    lanes[thread.lane] = {
        .kind = LaneKind::thread, .id = thread.id, .thread = thread.id, .name = name, .hub = thread.hub};
    if (thread.host < actors.threads.size()) lanes[thread.lane].parent = actors.threads[thread.host].lane;
  }
  for (const LoopEntry& loop : actors.loops) {
    const std::uint32_t thread = actors.thread(loop.thread);
    lanes[loop.lane] = {.kind = LaneKind::loop,
                        .id = loop.id,
                        .parent = thread == kNowhere ? kNoLane : actors.threads[thread].lane,
                        .thread = loop.thread,
                        .name = string(loop.label)};
  }
  for (std::uint32_t i = 0; i < actors.tasks.size(); ++i) {
    const TaskEntry& task = actors.tasks[i];
    const std::uint32_t loop = actors.loop(task.row.loop);
    const std::string_view label = string(task.row.label);
    lanes[task.lane] = {.kind = LaneKind::task,
                        .id = task.row.id,
                        .parent = loop == kNowhere ? kNoLane : actors.loops[loop].lane,
                        .thread = task.thread,
                        .name = actors.task_name(i, kNowhere),
                        .label = label.empty() ? string(task.row.coroutine) : label,
                        .rows = task.rows,
                        .own_work = task.own_work};
  }
  for (const ThreadEntry& thread : actors.threads) {
    if (thread.host < actors.threads.size()) lanes[actors.threads[thread.host].lane].has_greenlets = true;
  }
  for (LaneIndex lane = 0; lane < lanes.size(); ++lane) {
    const Track track = tracks.track(lane);
    lanes[lane].begin = track.empty() ? after(last()) : track.begin(0);
    lanes[lane].end = after(last());
    if (!track.empty() && is_end(track.state.back())) lanes[lane].end = track.begin(track.size() - 1);
  }
}

// Handles that were in the ready queue and never ran.
void RunIndex::finish_handles() {
  cancels.finish(actors.tasks.size());
  const auto scheduled = [this](EventIndex cancelled) {
    return static_cast<EventIndex>(std::clamp<std::int64_t>(events.value(EventColumns::kA, cancelled), 1, cancelled));
  };
  std::ranges::stable_sort(cancelled_at, {}, scheduled);
  for (const EventIndex number : cancelled_at)
    cancelled_handles.close(cancelled_handles.add(scheduled(number)), number);
  cancelled_handles.finish();
  for (std::uint32_t i = 0; i < actors.tasks.size(); ++i) {
    const Track track = tracks.track(actors.tasks[i].lane);
    if (track.empty()) continue;
    const State state = track.state.back();
    const bool late = state == State::late && !began_waiting(i, track.cause.back());
    if (state == State::ready || late) never_run.push_back(i);
  }
}

// `thread`: the current one before the event.
void RunIndex::note_position(EventIndex number, const Event& event, ThreadId thread) {
  switch (event.kind) {
    case Kind::thread_switched:
      if (actors.are_greenlets(actors.thread(thread), actors.thread(static_cast<ThreadId>(event.a)))) {
        steps.push_back(number);
      }
      break;
    case Kind::step_begin: steps.push_back(number); break;
    case Kind::step_end:
      steps.push_back(number);
      if (trace::step_end_of(event.a) >= trace::StepEnd::returned) task_ends.push_back(number);
      break;
    case Kind::turn: turns.push_back(number); break;
    case Kind::out:
    case Kind::err:
      prints.push_back(number);
      console.push_back(number);
      prints_of[event.kind == Kind::err].push_back(number);
      break;
    case Kind::report: console.push_back(number); break;
    case Kind::out_part:
    case Kind::err_part: parts_of[event.kind == Kind::err_part].push_back(number); break;
    case Kind::callback_begin: callbacks.push_back(number); break;
    case Kind::handle_cancelled: cancelled_at.push_back(number); break;
    case Kind::cancel_requested:
      cancel_requests.push_back(number);
      if (event.b != static_cast<std::int64_t>(trace::CancelEffect::already_done)) {
        cancels.note(actors.task(event.task), number);
      }
      break;
    case Kind::raise: raises.push_back(number); break;
    case Kind::warn: warnings.push_back(number); break;
    case Kind::request:
    case Kind::answer:
    case Kind::process_started:
    case Kind::process_ended:
    case Kind::mail:
    case Kind::signal:
    case Kind::interrupt: world.push_back(number); break;
    case Kind::deadlock: deadlock = number; break;
    default: break;
  }
}

// How many rows each task's lane needs: the greatest depth its stack ever had.
void RunIndex::note_depths() {
  constexpr std::uint32_t kMostRows = 64;
  std::vector<std::uint32_t> depth_of_node(data.stacks.size() + 1, 0);  // by position in data.stacks + 1
  for (std::size_t i = 0; i < data.stacks.size(); ++i) {
    const trace::StackRow* parent = stack_row(data.stacks[i].parent);
    const auto at = parent == nullptr ? 0 : static_cast<std::size_t>(parent - data.stacks.data()) + 1;
    depth_of_node[i + 1] = at <= i ? depth_of_node[at] + 1 : 1;
  }
  std::vector<std::uint32_t> depth(actors.tasks.size(), 1);
  if (!data.stacks.empty()) {
    for (const EventIndex step : steps) {
      const std::uint32_t task = actors.task(static_cast<ObjectId>(events.value(EventColumns::kTask, step)));
      const trace::StackRow* node = stack_row(static_cast<trace::StackId>(events.value(EventColumns::kD, step)));
      if (task == kNowhere || node == nullptr) continue;
      depth[task] = std::max(depth[task], depth_of_node[static_cast<std::size_t>(node - data.stacks.data()) + 1]);
    }
  }
  for (std::uint32_t i = 0; i < actors.tasks.size(); ++i) {
    const std::uint32_t rows = std::min(kMostRows, std::max(depth[i], script.greatest_depth(i)));
    actors.tasks[i].rows = static_cast<std::uint16_t>(rows);
  }
}

bool RunIndex::is_begin(EventIndex step) const noexcept {
  const Kind kind = events.kind(step);
  if (kind != Kind::thread_switched) return kind == Kind::step_begin;
  const std::uint32_t thread = actors.thread(static_cast<ThreadId>(events.value(EventColumns::kA, step)));
  return thread != kNowhere && !actors.threads[thread].hub;
}

std::int64_t RunIndex::time(EventIndex event) const noexcept {
  if (event == 0 || events.empty()) return 0;
  return events.time(std::min<EventIndex>(event, last()));
}

EventIndex RunIndex::turn_at(std::uint32_t loop, EventIndex event) const noexcept {
  const std::vector<EventIndex>& turns = actors.loops[loop].turns;
  if (!turns.empty() && turns.back() <= event) return turns.back();  // while the run is being built: always
  const auto after = std::ranges::upper_bound(turns, event);
  return after == turns.begin() ? 0 : *std::prev(after);
}

const trace::StackRow* RunIndex::stack_row(trace::StackId id) const noexcept {
  if (id == 0) return nullptr;
  if (id <= data.stacks.size() && data.stacks[id - 1].id == id) return &data.stacks[id - 1];
  const auto found = std::ranges::lower_bound(data.stacks, id, {}, &trace::StackRow::id);
  return found != data.stacks.end() && found->id == id ? &*found : nullptr;
}

bool RunIndex::is_wait_of(const Event& event, ObjectId task) noexcept {
  return event.kind == Kind::step_end && event.task == task && trace::step_end_of(event.a) == trace::StepEnd::awaits;
}

bool RunIndex::began_waiting(std::uint32_t task, EventIndex cause) const noexcept {
  return cause != 0 && is_wait_of(events[cause], actors.tasks[task].row.id);
}

trace::StackId RunIndex::stack_node_at(std::uint32_t task, Moment moment) const noexcept {
  const Track track = tracks.track(actors.tasks[task].lane);
  std::size_t slice = track.at(moment);
  for (int looked = 0; slice != Track::npos && looked < 8; ++looked, --slice) {
    const EventIndex cause = track.cause[slice];
    if (cause == 0) continue;
    const Kind kind = events.kind(cause);
    if (kind != Kind::step_begin && kind != Kind::step_end) continue;
    if (events.value(EventColumns::kTask, cause) != actors.tasks[task].row.id) continue;  // the step that woke it
    return static_cast<trace::StackId>(events.value(EventColumns::kD, cause));
  }
  return 0;
}

}  // namespace loopline::replay
