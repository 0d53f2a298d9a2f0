#include "replay/replay.h"

#include <algorithm>
#include <utility>

#include "changes.h"
#include "describe.h"
#include "run_index.h"
#include "state_view.h"
#include "wait_graph.h"

namespace loopline::replay {

using trace::ErrorCode;
using trace::Event;
using trace::Kind;

// ---- made of a run

Replay::Replay(std::unique_ptr<RunIndex> index)
    : m_index(std::move(index)), m_timeline(std::make_unique<Timeline>(*m_index)) {}
Replay::~Replay() = default;
Replay::Replay(Replay&&) noexcept = default;
Replay& Replay::operator=(Replay&&) noexcept = default;

trace::Result<Replay> Replay::build(trace::RunData data) { return build(std::move(data), {}); }

trace::Result<Replay> Replay::build(trace::RunData data, std::span<const std::uint8_t> derived) {
  if (data.events.size() >= kNowhere) {
    return trace::Error{ErrorCode::too_large, "The run has " + std::to_string(data.events.size()) +
                                                  " events; up to 4,294,967,294 can be shown. Record it at detail "
                                                  "“tasks”, or a shorter part."};
  }
  return Replay(derived.empty() ? RunIndex::build(std::move(data)) : RunIndex::restore(std::move(data), derived));
}

const trace::RunData& Replay::data() const noexcept { return m_index->data; }
const Timeline& Replay::timeline() const noexcept { return *m_timeline; }

// ---- moments

EventIndex Replay::event_count() const noexcept { return m_index->last(); }
Event Replay::event(EventIndex event) const noexcept {
  return event == 0 || event > m_index->last() ? Event{} : m_index->events[event];
}
std::int64_t Replay::time_of(EventIndex event) const noexcept { return m_index->time(event); }

Moment Replay::at_time(std::int64_t time) const noexcept {
  const Moment end = this->end();
  if (time >= end.time) return end;
  return {static_cast<EventIndex>(m_index->events.last_at(time)), std::max<std::int64_t>(time, 0)};
}

Moment Replay::before_time(std::int64_t time) const noexcept {
  if (time > end().time) return end();
  if (time <= 0) return start();
  return {static_cast<EventIndex>(m_index->events.last_at(time - 1)), time};
}

Moment Replay::own_end() const noexcept { return after(m_index->own_work.last_of_program()); }

// ---- state

std::optional<TaskState> Replay::task_at(ObjectId id, Moment moment) const {
  const std::uint32_t task = m_index->actors.task(id);
  return task == kNowhere ? std::nullopt : StateView(*m_index, moment).task(task);
}
std::vector<ReadyEntry> Replay::ready_at(Moment moment) const { return StateView(*m_index, moment).ready(); }
std::vector<Timer> Replay::timers_at(Moment moment) const {
  const StateView view(*m_index, moment);
  std::size_t total = 0;
  return view.timers(view.tasks(false, true), SIZE_MAX, total);
}
std::vector<ObjectState> Replay::objects_at(Moment moment) const {
  const StateView view(*m_index, moment);
  return view.objects(view.tasks(false, true));
}
std::vector<LoopState> Replay::loops_at(Moment moment) const { return StateView(*m_index, moment).loops(); }
std::vector<ThreadState> Replay::threads_at(Moment moment) const { return StateView(*m_index, moment).threads(); }
std::vector<ConsoleLine> Replay::console_at(Moment moment, std::size_t limit) const {
  return StateView(*m_index, moment).console(limit);
}
std::size_t Replay::console_lines(Moment moment) const noexcept { return StateView(*m_index, moment).console_lines(); }
std::vector<Warning> Replay::warnings_at(Moment moment) const { return StateView(*m_index, moment).warnings(); }
std::vector<Change> Replay::changes_at(EventIndex event) const { return changes_of(*m_index, event); }

WaitForest Replay::waits_at(Moment moment, bool own_work) const {
  std::vector<TaskState> tasks = StateView(*m_index, moment).tasks(false, own_work);
  WaitGraph graph(*m_index, moment, tasks);
  graph.find_deadlocked();
  return graph.forest();
}

RunState Replay::state_at(Moment moment, const StateOptions& options) const {
  const StateView view(*m_index, moment);
  RunState state;
  state.at = moment;
  state.turn =
      static_cast<std::uint64_t>(std::ranges::upper_bound(m_index->turns, moment.event) - m_index->turns.begin());
  state.tasks = view.tasks(options.ended_tasks, options.own_work, options.limit);
  WaitGraph(*m_index, moment, state.tasks).find_deadlocked();
  const StateView::Count count = view.count_tasks(options.own_work);
  state.live_tasks = count.live;
  state.ended_tasks = count.ended;
  const Context context = m_index->contexts.after(moment.event);
  state.thread = context.thread;
  state.running = context.task;
  state.ready = view.ready(options.limit);
  state.ready_total = view.count_ready();
  state.timers = view.timers(state.tasks, options.limit, state.timers_total);
  state.loops = view.loops();
  state.threads = view.threads();
  state.objects = view.objects(state.tasks, options.limit);
  state.console_lines = view.console_lines();
  state.console = view.console(options.console_lines);
  state.warnings = view.warnings();
  if (options.changes) state.changes = changes_of(*m_index, moment.event);
  state.deadlock = m_index->deadlock != 0 && m_index->deadlock <= moment.event;
  return state;
}

std::vector<Frame> Replay::stack_at(ObjectId task, Moment moment) const {
  const RunIndex& index = *m_index;
  const std::uint32_t stack = index.script.stack_of(task, index.contexts.thread_after(moment.event));
  if (stack == kNowhere) return {};
  std::vector<Frame> frames = index.script.frames_at(stack, moment.event);
  if (!frames.empty() || task == 0) return frames;
  const trace::StackRow* row = index.stack_row(index.stack_node_at(index.actors.task(task), moment));
  for (; row != nullptr && frames.size() < 1'000; row = index.stack_row(row->parent)) {
    frames.push_back({0, index.string(row->function), row->line});
  }
  std::ranges::reverse(frames);
  return frames;
}

std::vector<Frame> Replay::stack_of_thread(ThreadId thread, Moment moment) const {
  const std::uint32_t stack = m_index->script.stack_of(0, thread);
  return stack == kNowhere ? std::vector<Frame>{} : m_index->script.frames_at(stack, moment.event);
}

std::vector<Variable> Replay::variables_at(std::uint32_t frame, Moment moment) const {
  return m_index->script.variables_at(frame, moment.event);
}

ObjectId Replay::running_at(Moment moment) const noexcept { return m_index->contexts.after(moment.event).task; }

std::uint32_t Replay::line_at(Moment moment) const {
  const Context context = m_index->contexts.after(moment.event);
  const std::vector<Frame> frames = stack_at(context.task, moment);
  return frames.empty() ? 0 : frames.back().line;
}

// ---- finding

std::optional<EventIndex> Replay::next_step(EventIndex after) const noexcept {
  auto step = std::ranges::upper_bound(m_index->steps, after);
  for (; step != m_index->steps.end(); ++step) {
    if (m_index->is_begin(*step) && !m_index->own_work.has(*step)) return *step;
  }
  return std::nullopt;
}

std::optional<EventIndex> Replay::previous_step(EventIndex before) const noexcept {
  auto step = std::ranges::lower_bound(m_index->steps, before);
  while (step != m_index->steps.begin()) {
    --step;
    if (m_index->is_begin(*step) && !m_index->own_work.has(*step)) return *step;
  }
  return std::nullopt;
}

std::optional<EventIndex> Replay::next_step_of(ObjectId id, EventIndex after) const noexcept {
  const std::uint32_t task = m_index->actors.task(id);
  return task == kNowhere ? std::nullopt : next_run_of_lane(m_index->actors.tasks[task].lane, after);
}

std::optional<EventIndex> Replay::previous_step_of(ObjectId id, EventIndex before) const noexcept {
  const std::uint32_t task = m_index->actors.task(id);
  return task == kNowhere ? std::nullopt : previous_run_of_lane(m_index->actors.tasks[task].lane, before);
}

std::optional<EventIndex> Replay::next_run_of_lane(LaneIndex lane, EventIndex after) const noexcept {
  if (lane >= m_index->lanes.size()) return std::nullopt;
  const Track track = m_index->tracks.track(lane);
  if (track.empty()) return std::nullopt;
  const auto next = std::upper_bound(track.event.begin(), track.event.end() - 1, after);
  for (auto slice = static_cast<std::size_t>(next - track.event.begin()); slice < track.size(); ++slice) {
    if (track.state[slice] == State::running && track.cause[slice] > after) return track.cause[slice];
  }
  return std::nullopt;
}

std::optional<EventIndex> Replay::previous_run_of_lane(LaneIndex lane, EventIndex before) const noexcept {
  if (lane >= m_index->lanes.size()) return std::nullopt;
  const Track track = m_index->tracks.track(lane);
  if (track.empty()) return std::nullopt;
  const auto next = std::lower_bound(track.event.begin(), track.event.end() - 1, before);
  for (auto slice = static_cast<std::size_t>(next - track.event.begin()); slice-- > 0;) {
    if (track.state[slice] == State::running && track.cause[slice] < before) return track.cause[slice];
  }
  return std::nullopt;
}

std::optional<EventIndex> Replay::next_run_of_line(std::uint32_t line, EventIndex after) const noexcept {
  const std::span<const EventIndex> runs = m_index->script.runs_of(line);
  const auto next = std::ranges::upper_bound(runs, after);
  return next == runs.end() ? std::nullopt : std::optional(*next);
}

std::optional<EventIndex> Replay::previous_run_of_line(std::uint32_t line, EventIndex before) const noexcept {
  const std::span<const EventIndex> runs = m_index->script.runs_of(line);
  const auto next = std::ranges::lower_bound(runs, before);
  return next == runs.begin() ? std::nullopt : std::optional(*std::prev(next));
}

std::size_t Replay::runs_of_line(std::uint32_t line, Moment moment) const noexcept {
  const std::span<const EventIndex> runs = m_index->script.runs_of(line);
  return static_cast<std::size_t>(std::ranges::upper_bound(runs, moment.event) - runs.begin());
}

Stops Replay::stops(bool own_work, std::span<const std::uint32_t> cue_lines) const {
  return Stops(*m_index, own_work, cue_lines);
}

std::vector<TaskStatistics> Replay::statistics(Moment from, Moment to, bool own_work) const {
  std::vector<TaskStatistics> all;
  for (const TaskEntry& entry : m_index->actors.tasks) {
    if (entry.created == 0 || entry.created > to.event || (entry.own_work && !own_work)) continue;
    TaskStatistics& task = all.emplace_back();
    task.task = entry.row.id;
    const Track track = m_index->tracks.track(entry.lane);
    const std::size_t first = track.at(from);
    for (std::size_t slice = first == Track::npos ? 0 : first; slice < track.size(); ++slice) {
      if (track.begin(slice) > to) break;
      const std::int64_t time = std::min(track.time[slice + 1], to.time) - std::max(track.time[slice], from.time);
      switch (track.state[slice]) {
        case State::running:
          task.ran += time;
          if (track.cause[slice] == track.event[slice] && track.begin(slice) >= from) ++task.steps;
          break;
        case State::waiting: task.waited += time; break;
        case State::ready: task.ready += time; break;
        case State::late: task.late += time; break;
        case State::blocking: task.blocked += time; break;
        default: break;
      }
    }
  }
  return all;
}

// ---- names

std::string_view Replay::task_name(ObjectId id, Moment moment) const noexcept {
  const std::uint32_t task = m_index->actors.task(id);
  return task == kNowhere ? std::string_view() : m_index->actors.task_name(task, moment.event);
}

std::string Replay::describe(const Wait& wait) const { return describe_wait(*m_index, wait.awaited, wait.since); }

}  // namespace loopline::replay
