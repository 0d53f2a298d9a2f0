#include "state_view.h"

#include <algorithm>
#include <unordered_map>

#include "counter_builder.h"
#include "lane_builder.h"
#include "time_math.h"

namespace loopline::replay {

using trace::Event;
using trace::EventColumns;
using trace::Kind;
using trace::ObjectType;
using trace::RunKind;

// ---- tasks

// A request is pending until a step begins after it.
bool StateView::is_cancelling(std::uint32_t task, const Track& track, std::size_t slice) const {
  const std::span<const EventIndex> requests = m_index.cancels.of(task);
  const auto after = std::ranges::upper_bound(requests, m_at.event);
  if (after == requests.begin() || is_end(track.state[slice])) return false;
  const EventIndex request = *std::prev(after);
  for (std::size_t at = slice;; --at) {
    if (track.state[at] == State::running) return track.cause[at] < request;
    if (at == 0 || track.event[at] < request) return true;
  }
}

std::optional<TaskState> StateView::task(std::uint32_t task) const {
  const TaskEntry& entry = m_index.actors.tasks[task];
  if (entry.created == 0 || entry.created > m_at.event) return std::nullopt;
  const Track track = m_index.tracks.track(entry.lane);
  const std::size_t slice = track.at(m_at);
  if (slice == Track::npos) return std::nullopt;
  TaskState state;
  state.task = entry.row.id;
  state.name = m_index.actors.task_name(task, m_at.event);
  state.coroutine = m_index.string(entry.row.coroutine);
  state.label = m_index.string(entry.row.label);
  state.parent = entry.row.parent;
  state.loop = entry.row.loop;
  state.state = track.state[slice];
  state.since = track.begin(slice);
  state.own_work = entry.own_work;
  state.created = entry.created;
  const EventIndex cause = track.cause[slice];
  if (cause != 0 && (state.state == State::waiting || state.state == State::late)) {
    const Event step_end = m_index.events[cause];
    if (RunIndex::is_wait_of(step_end, entry.row.id)) {
      state.wait = {trace::awaited_of(step_end), {cause, step_end.time}};
    }
  }
  if (state.state == State::done || state.state == State::raised) {
    state.value = m_index.string(m_index.events.value(EventColumns::kB, cause));
  }
  state.cancelling = is_cancelling(task, track, slice);
  return state;
}

std::vector<TaskState> StateView::tasks(bool ended, bool own_work, std::size_t limit) const {
  std::vector<TaskState> states;
  for (std::uint32_t i = 0; i < m_index.actors.tasks.size() && states.size() < limit; ++i) {
    const TaskEntry& entry = m_index.actors.tasks[i];
    if ((entry.own_work && !own_work) || (!ended && entry.ended != 0 && entry.ended <= m_at.event)) continue;
    if (std::optional<TaskState> state = task(i)) states.push_back(*state);
  }
  return states;
}

StateView::Count StateView::count_tasks(bool own_work) const noexcept {
  Count count;
  for (const TaskEntry& entry : m_index.actors.tasks) {
    if (entry.created == 0 || entry.created > m_at.event || (entry.own_work && !own_work)) continue;
    ++(entry.ended != 0 && entry.ended <= m_at.event ? count.ended : count.live);
  }
  return count;
}

// ---- the ready queue

// A queue is first in, first out: what will begin after this moment and was queued before it stands in it, in the order
// in which it will begin.
void StateView::ready_of(const LoopEntry& loop, std::size_t limit, std::vector<ReadyEntry>& entries) const {
  auto next = std::ranges::upper_bound(loop.begins, m_at.event);
  for (; next != loop.begins.end() && entries.size() < limit; ++next) {
    const ReadyEntry entry = ready_entry(loop, *next);
    if (entry.since.event > m_at.event) break;
    entries.push_back(entry);
  }
}

ReadyEntry StateView::ready_entry(const LoopEntry& loop, EventIndex number) const {
  const Event begin = m_index.events[number];
  const EventIndex turn = m_index.turn_at(m_index.actors.loop(loop.id), number);
  ReadyEntry entry{.loop = loop.id, .since = m_index.after(queued_at(begin, number, turn)), .runs_at = number};
  if (begin.kind == Kind::step_begin) {
    entry.task = begin.task;
    entry.kind = static_cast<RunKind>(begin.b);
  } else {
    entry.callback = m_index.string(begin.b);
    entry.kind = static_cast<RunKind>(begin.c);
  }
  return entry;
}

std::vector<ReadyEntry> StateView::queued_now() const {
  std::vector<ReadyEntry> entries;
  for (const LoopEntry& loop : m_index.actors.loops) {
    const auto before = [&](EventIndex begin) { return ready_entry(loop, begin).since.event < m_at.event; };
    const auto waiting = std::ranges::upper_bound(loop.begins, m_at.event);
    auto next = std::partition_point(waiting, loop.begins.end(), before);
    for (; next != loop.begins.end(); ++next) {
      const ReadyEntry entry = ready_entry(loop, *next);
      if (entry.since.event != m_at.event) break;
      entries.push_back(entry);
    }
  }
  for (const std::uint32_t task : m_index.never_run) {
    const Moment since = queued_since(task);
    const trace::TaskRow& row = m_index.actors.tasks[task].row;
    if (since.event == m_at.event) entries.push_back({.task = row.id, .loop = row.loop, .since = since});
  }
  return entries;
}

Moment StateView::queued_since(std::uint32_t task) const noexcept {
  const Track track = m_index.tracks.track(m_index.actors.tasks[task].lane);
  std::size_t slice = track.size() - 1;
  if (track.state[slice] == State::late && slice > 0 && track.state[slice - 1] == State::ready) --slice;
  return track.begin(slice);
}

void StateView::never_run(const LoopEntry& loop, std::size_t limit, std::vector<ReadyEntry>& entries) const {
  for (const std::uint32_t task : m_index.never_run) {
    const trace::TaskRow& row = m_index.actors.tasks[task].row;
    const Moment since = queued_since(task);
    if (row.loop != loop.id || since > m_at) continue;
    if (entries.size() == limit) return;
    entries.push_back({.task = row.id, .kind = RunKind::task_step, .loop = loop.id, .since = since});
  }
}

void StateView::cancelled_handles(std::vector<ReadyEntry>& entries) const {
  for (const std::uint32_t handle : m_index.cancelled_handles.at(m_at.event)) {
    const Moment since = m_index.after(m_index.cancelled_handles.begin(handle));
    const ObjectId loop = m_index.contexts.during(since.event).loop;
    const auto behind = std::ranges::find_if(
        entries, [&](const ReadyEntry& entry) { return entry.loop == loop && entry.since.event > since.event; });
    entries.insert(behind, {.loop = loop, .since = since});
  }
}

std::vector<ReadyEntry> StateView::ready(std::size_t limit) const {
  std::vector<ReadyEntry> entries;
  for (const LoopEntry& loop : m_index.actors.loops) {
    ready_of(loop, limit, entries);
    never_run(loop, limit, entries);
  }
  cancelled_handles(entries);
  if (entries.size() > limit) entries.resize(limit);
  return entries;
}

std::size_t StateView::count_ready() const noexcept {
  std::size_t count = m_index.cancelled_handles.at(m_at.event).size();
  for (const Counter& counter : m_index.counters) {
    if (counter.kind == CounterKind::ready_queue) {
      count += static_cast<std::size_t>(std::max<std::int64_t>(counter.at(m_at.event), 0));
    }
  }
  for (const std::uint32_t task : m_index.never_run) count += queued_since(task) <= m_at;
  return count;
}

// ---- timers, loops, threads

std::vector<Timer> StateView::timers(const std::vector<TaskState>& tasks, std::size_t limit, std::size_t& total) const {
  struct Due {
    std::int64_t time;
    EventIndex set_at;
    auto operator<=>(const Due&) const = default;  // NOLINT(modernize-use-nullptr): a known mistake of the check
  };
  std::vector<Due> due;
  for (const EventIndex number : m_index.timers.set_at(m_at.event)) {
    due.push_back({m_index.events.value(EventColumns::kB, number), number});
  }
  total = due.size();
  const std::size_t count = std::min(limit, total);
  std::ranges::partial_sort(due, due.begin() + static_cast<std::ptrdiff_t>(count));
  due.resize(count);

  std::unordered_map<ObjectId, ObjectId> waits_for;  // what is awaited, and by which task
  for (const TaskState& task : tasks) {
    if (task.wait.awaited.object != 0) waits_for.emplace(task.wait.awaited.object, task.task);
  }
  std::vector<Timer> timers;
  timers.reserve(count);
  for (const Due& next : due) {
    const Event event = m_index.events[next.set_at];
    Timer timer{.timer = trace::timer_of(event), .due = event.b, .callback = m_index.string(event.c)};
    timer.releases = trace::release_of(event);
    const auto waiter = waits_for.find(timer.releases.object);
    if (m_index.actors.task(timer.releases.object) != kNowhere) {
      timer.task = timer.releases.object;
    } else if (waiter != waits_for.end()) {
      timer.task = waiter->second;
    }
    timer.overdue = minus(m_at.time, timer.due) > kLateness;
    timer.set_at = next.set_at;
    timers.push_back(timer);
  }
  return timers;
}

LoopState StateView::loop(const LoopEntry& entry) const {
  LoopState state{.loop = entry.id, .label = m_index.string(entry.label), .thread = entry.thread};
  const auto after = std::ranges::upper_bound(entry.phases, m_at.event, {}, &LoopEntry::Change::event);
  if (after != entry.phases.begin()) state.phase = std::prev(after)->phase;
  const Track track = m_index.tracks.track(entry.lane);
  const std::size_t slice = track.at(m_at);
  const State doing = slice == Track::npos ? State::none : track.state[slice];
  const EventIndex cause = slice == Track::npos ? 0 : track.cause[slice];
  if (doing == State::idle) {
    if (state.phase == LoopPhase::running) state.phase = LoopPhase::idle;
    state.idle_until = m_index.events.value(EventColumns::kB, cause);
  }
  if (doing == State::blocking) state.blocked_until = m_index.events.value(EventColumns::kB, cause);
  if (const EventIndex turn = m_index.turn_at(m_index.actors.loop(entry.id), m_at.event); turn != 0) {
    state.turn = static_cast<std::uint64_t>(m_index.events.value(EventColumns::kB, turn));
  }
  const Context context = m_index.contexts.of_thread(entry.thread, m_at.event);
  if (context.loop == entry.id) {
    state.task = context.task;
    if (context.callback != 0) {
      state.callback = m_index.string(m_index.events.value(EventColumns::kB, context.callback));
    }
  }
  return state;
}

std::vector<LoopState> StateView::loops() const {
  std::vector<LoopState> states;
  for (const LoopEntry& entry : m_index.actors.loops) {
    const EventIndex first = entry.made != 0 ? entry.made : entry.phases.empty() ? 0 : entry.phases.front().event;
    if (first != 0 && first <= m_at.event) states.push_back(loop(entry));
  }
  return states;
}

std::vector<ThreadState> StateView::threads() const {
  std::vector<ThreadState> states;
  const ThreadId current = m_index.contexts.thread_after(m_at.event);
  for (const ThreadEntry& entry : m_index.actors.threads) {
    const Track track = m_index.tracks.track(entry.lane);
    const std::size_t slice = track.at(m_at);
    if (slice == Track::npos && entry.id != 1) continue;
    ThreadState state{.thread = entry.id, .name = m_index.lanes[entry.lane].name, .current = entry.id == current};
    if (slice != Track::npos) {
      state.ended = track.state[slice] == State::closed;
      if (track.state[slice] == State::blocking) {
        state.asleep_until = m_index.events.value(EventColumns::kB, track.cause[slice]);
      }
    }
    states.push_back(state);
  }
  return states;
}

// ---- objects

std::vector<ObjectState> StateView::objects(const std::vector<TaskState>& tasks, std::size_t limit) const {
  const auto known = [](std::int32_t value) {
    return value == ObjectIndex::kUnknown ? std::optional<std::int64_t>() : value;
  };
  std::unordered_map<ObjectId, std::vector<const TaskState*>> waiters;
  for (const TaskState& task : tasks) {
    const trace::Awaited& awaited = task.wait.awaited;
    if (awaited.owner != 0) waiters[awaited.owner].push_back(&task);
    if (awaited.object != 0 && awaited.object != awaited.owner) waiters[awaited.object].push_back(&task);
  }
  std::unordered_map<std::uint32_t, std::vector<ObjectId>> holders;
  for (const auto& [object, task] : m_index.objects.holds_at(m_at.event)) {
    if (task != 0) holders[object].push_back(task);
  }

  std::vector<ObjectState> states;
  for (const std::uint32_t position : m_index.objects.there_at(m_at.event)) {
    if (states.size() == limit) break;
    const trace::ObjectRow& row = m_index.data.objects[position];
    const ObjectIndex::Condition condition = m_index.objects.condition_at(position, m_at.event);
    ObjectState& state = states.emplace_back();
    state.object = row.id;
    state.type = row.type;
    state.label = m_index.string(row.label);
    state.value = known(condition.value);
    state.unfinished = known(condition.unfinished);
    state.size = known(condition.size);
    if (row.type == ObjectType::event) state.set = condition.set == 1;
    state.changed = condition.event;
    if (const auto held = holders.find(position); held != holders.end()) state.holders = held->second;
    if (const auto waiting = waiters.find(row.id); waiting != waiters.end()) {
      std::ranges::stable_sort(waiting->second, {}, [](const TaskState* task) { return task->wait.since.event; });
      for (const TaskState* task : waiting->second) state.waiters.push_back(task->task);
    }
    for (const ObjectIndex::Child& child : m_index.objects.children_at(position, m_at.event)) {
      state.children.push_back(child.id);
    }
  }
  return states;
}

// ---- what was written

std::size_t StateView::console_lines() const noexcept {
  return static_cast<std::size_t>(std::ranges::upper_bound(m_index.console, m_at.event) - m_index.console.begin());
}

std::vector<ConsoleLine> StateView::console(std::size_t limit) const {
  std::vector<ConsoleLine> lines;
  const std::size_t count = console_lines();
  for (std::size_t i = count - std::min(limit, count); i < count; ++i) {
    const Event event = m_index.events[m_index.console[i]];
    ConsoleLine& line = lines.emplace_back();
    line.stream = event.kind == Kind::out ? Stream::out : Stream::err;
    line.text = m_index.string(event.a);
    line.at = m_index.after(m_index.console[i]);
    line.task = event.task;
    line.reported = event.kind == Kind::report;
  }
  for (const bool err : {false, true}) {
    const std::vector<EventIndex>& complete = m_index.prints_of[err];
    const std::vector<EventIndex>& parts = m_index.parts_of[err];
    const auto newest = std::ranges::upper_bound(complete, m_at.event);
    const EventIndex after = newest == complete.begin() ? 0 : *std::prev(newest);
    ConsoleLine open{.stream = err ? Stream::err : Stream::out, .complete = false};
    for (auto part = std::ranges::upper_bound(parts, after); part != parts.end() && *part <= m_at.event; ++part) {
      const Event event = m_index.events[*part];
      open.text += m_index.string(event.a);
      open.at = m_index.after(*part);
      open.task = event.task;
    }
    if (!open.text.empty()) lines.push_back(std::move(open));
  }
  return lines;
}

std::vector<Warning> StateView::warnings() const {
  std::vector<Warning> warnings;
  for (const EventIndex number : m_index.warnings) {
    if (number > m_at.event) break;
    const Event event = m_index.events[number];
    warnings.push_back(
        {static_cast<trace::WarningKind>(event.a), m_index.string(event.b), m_index.after(number), event.task});
  }
  return warnings;
}

}  // namespace loopline::replay
