#include "lane_builder.h"

#include <algorithm>
#include <unordered_map>

#include "time_math.h"

namespace loopline::replay {

using trace::Event;
using trace::Kind;
using trace::StepEnd;

LaneBuilder::LaneBuilder(const trace::EventColumns& events, Actors& actors, TrackStore& tracks)
    : m_events(events), m_actors(actors), m_tracks(tracks) {
  for (ThreadEntry& thread : actors.threads) thread.lane = tracks.add_lane();
  for (LoopEntry& loop : actors.loops) loop.lane = tracks.add_lane();
  for (TaskEntry& task : actors.tasks) task.lane = tracks.add_lane();
  m_blocks.resize(actors.loops.size());
  m_asleep.resize(actors.threads.size());
}

// Loops and threads that events speak of but no table (a damaged file) are added as they come.
std::uint32_t LaneBuilder::loop_at(ObjectId id) {
  const std::uint32_t found = m_actors.loop(id);
  if (found != kNowhere || m_actors.loops.size() > 10'000) return found;
  const std::uint32_t added = m_actors.add_loop(id, 0);
  m_actors.loops[added].lane = m_tracks.add_lane();
  m_blocks.emplace_back();
  return added;
}

std::uint32_t LaneBuilder::thread_at(ThreadId id) {
  const std::uint32_t found = m_actors.thread(id);
  if (found != kNowhere || m_actors.threads.size() > 10'000) return found;
  const std::uint32_t added = m_actors.add_thread(id, 0);
  m_actors.threads[added].lane = m_tracks.add_lane();
  m_asleep.emplace_back();
  return added;
}

void LaneBuilder::begin(const Event& first) {
  m_tracks.set(m_actors.threads.front().lane, {1, first.time}, State::running, 1);
}

void LaneBuilder::note(EventIndex number, const Event& event, const Context& context) {
  switch (event.kind) {
    case Kind::loop_made:
    case Kind::loop_started:
    case Kind::loop_stopping:
    case Kind::loop_stopped:
    case Kind::loop_closed:
    case Kind::turn:
    case Kind::select: loop_event(number, event, context); break;
    case Kind::callback_begin:
      if (const std::uint32_t loop = m_actors.loop(context.loop); loop != kNowhere) {
        m_actors.loops[loop].begins.push_back(number);
      }
      break;
    case Kind::task_created: task_created(number, event, context); break;
    case Kind::task_renamed:
      if (const std::uint32_t task = m_actors.task(event.task); task != kNowhere) {
        m_actors.rename(task, number, static_cast<StringId>(event.a));
      }
      break;
    case Kind::step_begin: step_begins(number, event, context); break;
    case Kind::step_end: step_ends(number, event); break;
    case Kind::thread_started:
    case Kind::thread_switched:
    case Kind::thread_ended: thread_event(number, event); break;
    case Kind::block_begin: block_begins(number, event, context); break;
    case Kind::block_end: block_ends(number, event); break;
    default: break;
  }
}

void LaneBuilder::thread_event(EventIndex number, const Event& event) {
  const std::uint32_t at = thread_at(static_cast<ThreadId>(event.a));
  if (at == kNowhere) return;
  ThreadEntry& thread = m_actors.threads[at];
  const Moment now{number, event.time};
  switch (event.kind) {
    case Kind::thread_started:
      thread.started = number;
      if (event.c != 0) m_actors.threads[at].host = m_actors.thread(static_cast<ThreadId>(event.c));
      // A greenlet tells that it begins when it has the turn already.
      if (at != m_thread) m_tracks.set(thread.lane, now, State::waiting, number);
      break;
    case Kind::thread_ended:
      thread.ended = number;
      m_tracks.set(thread.lane, now, State::closed, number);
      break;
    default: {  // what sleeps stays asleep whether it has the turn or not
      const ThreadEntry& before = m_actors.threads[m_thread];
      if (!m_asleep[m_thread].now && before.ended == 0) m_tracks.set(before.lane, now, State::waiting, number);
      if (!m_asleep[at].now && thread.ended == 0) m_tracks.set(thread.lane, now, State::running, number);
      m_thread = at;
    }
  }
}

void LaneBuilder::loop_event(EventIndex number, const Event& event, const Context& context) {
  const std::uint32_t at = loop_at(static_cast<ObjectId>(event.a));
  if (at == kNowhere) return;
  LoopEntry& loop = m_actors.loops[at];
  const Moment now{number, event.time};
  const auto set = [&](LoopPhase phase, State state) {
    loop.phases.push_back({number, phase});
    m_tracks.set(loop.lane, now, state, number);
  };
  switch (event.kind) {
    case Kind::loop_made:
      loop.made = number;
      loop.thread = context.thread;
      loop.phases.push_back({number, LoopPhase::made});
      break;
    case Kind::loop_started:
      loop.thread = context.thread;
      set(LoopPhase::running, State::running);
      break;
    case Kind::loop_stopping: loop.phases.push_back({number, LoopPhase::stopping}); break;
    case Kind::loop_stopped: set(LoopPhase::stopped, State::none); break;
    case Kind::loop_closed: set(LoopPhase::closed, State::closed); break;
    case Kind::turn:
      loop.thread = context.thread;
      loop.turns.push_back(number);
      m_tracks.set(loop.lane, now, State::running, number);
      break;
    default: m_tracks.set(loop.lane, now, State::idle, number); break;
  }
}

void LaneBuilder::task_created(EventIndex number, const Event& event, const Context& context) {
  const std::uint32_t at = m_actors.task(event.task);
  if (at == kNowhere || m_actors.tasks[at].created != 0) return;
  TaskEntry& task = m_actors.tasks[at];
  task.created = number;
  task.thread = context.thread;
  m_tracks.set(task.lane, {number, event.time}, State::ready, number);
}

// A task that waited until something became due (or its loop was free to notice) is late from then on.
void LaneBuilder::mark_late(const TaskEntry& task, Moment until) {
  const EventIndex cause = m_tracks.cause(task.lane);
  const Moment since = m_tracks.since(task.lane);
  const std::int64_t due = m_events.value(trace::EventColumns::kC, cause);
  if (due < since.time || due == 0 || minus(until.time, due) <= kLateness) return;
  const auto last = static_cast<EventIndex>(m_events.last_at(due));
  m_tracks.set(task.lane, {std::clamp(last, since.event, until.event), due}, State::late, cause);
}

void LaneBuilder::was_waiting(const TaskEntry& task, EventIndex scheduled) {
  const Moment ready = std::max(after(scheduled), m_tracks.since(task.lane));
  mark_late(task, ready);
  m_tracks.set(task.lane, ready, State::ready, scheduled);
}

// In the ready queue, but a step or callback before it in the queue sleeps with the whole loop. One slice however often
// that happens, or the slices would be the square of the tasks.
void LaneBuilder::was_ready(const TaskEntry& task, std::uint32_t loop, Moment until) {
  const Moment since = m_tracks.since(task.lane);
  if (loop == kNowhere || until.time - since.time <= kLateness) return;
  const std::vector<Block>& blocks = m_blocks[loop];
  const auto first = std::ranges::upper_bound(blocks, since.event, {}, &Block::end);
  if (first == blocks.end() || first->begin > until.event) return;
  const Moment from = std::max(since, Moment{first->begin, first->time});
  m_tracks.set(task.lane, from, State::late, m_tracks.cause(task.lane));
}

void LaneBuilder::step_begins(EventIndex number, const Event& event, const Context& context) {
  const std::uint32_t loop = m_actors.loop(context.loop);
  if (loop != kNowhere) m_actors.loops[loop].begins.push_back(number);
  const std::uint32_t at = m_actors.task(event.task);
  if (at == kNowhere || m_actors.tasks[at].ended != 0) return;
  TaskEntry& task = m_actors.tasks[at];
  task.thread = context.thread;
  if (task.row.loop == 0) task.row.loop = context.loop;
  const auto scheduled = static_cast<EventIndex>(std::clamp<std::int64_t>(event.a, 1, number));
  if (m_tracks.state(task.lane) == State::waiting) was_waiting(task, scheduled);
  if (m_tracks.state(task.lane) == State::ready) was_ready(task, loop, {number, event.time});
  m_tracks.set(task.lane, {number, event.time}, State::running, number);
}

void LaneBuilder::step_ends(EventIndex number, const Event& event) {
  const std::uint32_t at = m_actors.task(event.task);
  if (at == kNowhere || m_actors.tasks[at].ended != 0) return;
  TaskEntry& task = m_actors.tasks[at];
  const Moment now{number, event.time};
  const StepEnd how = trace::step_end_of(event.a);
  if (how == StepEnd::yielded) return m_tracks.set(task.lane, now, State::ready, number);
  if (how == StepEnd::awaits) return m_tracks.set(task.lane, now, State::waiting, number);
  task.ended = number;
  m_tracks.set(task.lane, now,
               how == StepEnd::returned ? State::done
               : how == StepEnd::raised ? State::raised
                                        : State::cancelled,
               number);
}

void LaneBuilder::block_begins(EventIndex number, const Event& event, const Context& context) {
  Asleep& asleep = m_asleep[m_thread];
  asleep = {.now = true, .lanes = {{m_actors.threads[m_thread].lane, 0}}};
  asleep.loop = m_actors.loop(context.loop);
  const std::uint32_t task = m_actors.task(context.task);
  if (task != kNowhere) asleep.lanes.push_back({m_actors.tasks[task].lane, 0});
  if (asleep.loop != kNowhere) {
    asleep.lanes.push_back({m_actors.loops[asleep.loop].lane, 0});
    m_blocks[asleep.loop].push_back({number, kNowhere, event.time});
  }
  for (auto& [lane, cause] : asleep.lanes) {
    cause = m_tracks.cause(lane);
    m_tracks.set(lane, {number, event.time}, State::blocking, number);
  }
}

void LaneBuilder::block_ends(EventIndex number, const Event& event) {
  Asleep& asleep = m_asleep[m_thread];
  if (!asleep.now) return;
  for (const auto& [lane, cause] : asleep.lanes) {
    if (m_tracks.state(lane) == State::blocking) m_tracks.set(lane, {number, event.time}, State::running, cause);
  }
  if (asleep.loop != kNowhere) m_blocks[asleep.loop].back().end = number;
  asleep = {};
}

// What a task waited for may have come to pass without a step of it following: the recording ends before.
void LaneBuilder::finish_waiting_tasks() {
  std::unordered_map<ObjectId, std::vector<const TaskEntry*>> awaited;
  for (const TaskEntry& task : m_actors.tasks) {
    if (m_tracks.state(task.lane) != State::waiting) continue;
    const auto object = static_cast<ObjectId>(m_events.value(trace::EventColumns::kB, m_tracks.cause(task.lane)));
    if (object != 0) awaited[object].push_back(&task);
  }
  const auto done = [&](ObjectId object, EventIndex number) {
    const auto found = awaited.find(object);
    if (found == awaited.end()) return;
    for (const TaskEntry* task : found->second) {
      if (number >= m_tracks.since(task->lane).event) was_waiting(*task, number);
    }
    awaited.erase(found);
  };
  for (EventIndex number = 1; number <= m_events.size() && !awaited.empty(); ++number) {
    const Kind kind = m_events.kind(number);
    if (kind != Kind::future_done && kind != Kind::step_end) continue;
    const Event event = m_events[number];
    if (kind == Kind::future_done) done(static_cast<ObjectId>(event.a), number);
    if (kind == Kind::step_end && trace::step_end_of(event.a) >= StepEnd::returned) done(event.task, number);
  }
  const auto last = static_cast<EventIndex>(m_events.size());
  for (const TaskEntry& task : m_actors.tasks) {
    if (m_tracks.state(task.lane) == State::waiting) mark_late(task, after(last));
    if (m_tracks.state(task.lane) == State::ready) was_ready(task, m_actors.loop(task.row.loop), after(last));
  }
}

// Each thread, after it its loops, after each loop its tasks; then the thread's greenlets in the same way.
std::vector<LaneIndex> LaneBuilder::drawing_order() const {
  std::vector<std::vector<LaneIndex>> of_loop(m_actors.loops.size());
  std::vector<std::vector<LaneIndex>> of_thread(m_actors.threads.size());  // tasks without a loop
  for (const TaskEntry& task : m_actors.tasks) {
    const std::uint32_t loop = m_actors.loop(task.row.loop);
    const std::uint32_t thread = m_actors.thread(task.thread);
    (loop != kNowhere ? of_loop[loop] : of_thread[thread == kNowhere ? 0 : thread]).push_back(task.lane);
  }
  std::vector<std::vector<std::size_t>> greenlets(m_actors.threads.size());
  std::vector<std::size_t> threads;
  for (std::size_t t = 0; t < m_actors.threads.size(); ++t) {
    const std::uint32_t host = m_actors.threads[t].host;
    if (host < t) {
      greenlets[host].push_back(t);
    } else {
      threads.push_back(t);
    }
  }
  std::vector<LaneIndex> order;
  const auto add = [&](std::size_t t) {
    order.push_back(m_actors.threads[t].lane);
    for (std::size_t l = 0; l < m_actors.loops.size(); ++l) {
      const std::uint32_t thread = m_actors.thread(m_actors.loops[l].thread);
      if ((thread == kNowhere ? 0 : thread) != t) continue;
      order.push_back(m_actors.loops[l].lane);
      order.insert(order.end(), of_loop[l].begin(), of_loop[l].end());
    }
    order.insert(order.end(), of_thread[t].begin(), of_thread[t].end());
  };
  for (const std::size_t t : threads) {
    add(t);
    for (const std::size_t greenlet : greenlets[t]) add(greenlet);
  }
  return order;
}

void LaneBuilder::finish() {
  m_actors.finish_names();
  Moment end;
  if (!m_events.empty()) {
    finish_waiting_tasks();
    end = after(static_cast<EventIndex>(m_events.size()));
  }
  const std::vector<LaneIndex> order = drawing_order();
  std::vector<LaneIndex> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<LaneIndex>(i);
  m_tracks.finish(end, order);

  for (ThreadEntry& thread : m_actors.threads) thread.lane = place[thread.lane];
  for (LoopEntry& loop : m_actors.loops) loop.lane = place[loop.lane];
  for (TaskEntry& task : m_actors.tasks) task.lane = place[task.lane];
}

}  // namespace loopline::replay
