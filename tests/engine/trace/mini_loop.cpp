#include "mini_loop.h"

#include <algorithm>

namespace loopline::test {

using namespace trace;
using What = Op::What;

MiniLoop::MiniLoop(Recorder& recorder, std::vector<Program> programs, Detail detail)
    : m_recording(recorder, {.title = "mini", .file_name = "mini.py", .detail = detail}),
      m_detail(detail),
      m_programs(std::move(programs)) {}

void MiniLoop::tick() {
  if (before_event) before_event();
}

std::vector<ObjectId> MiniLoop::ready() const {
  std::vector<ObjectId> tasks;
  for (const Handle& handle : m_ready) tasks.push_back(handle.task);
  return tasks;
}

std::vector<std::int64_t> MiniLoop::timers() const {
  std::vector<std::int64_t> due;
  for (const Timer& timer : m_timers) {
    if (!timer.cancelled) due.push_back(timer.due);
  }
  std::ranges::sort(due);
  return due;
}

MiniLoop::Lock& MiniLoop::lock(std::int64_t number) {
  const auto [at, fresh] = m_locks.try_emplace(static_cast<std::size_t>(number));
  if (fresh) {
    at->second.id = m_next_id++;
    tick();
    m_recording.object(at->second.id, ObjectType::lock, "lock " + std::to_string(number));
  }
  return at->second;
}

MiniLoop::Queue& MiniLoop::queue(std::int64_t number) {
  const auto [at, fresh] = m_queues.try_emplace(static_cast<std::size_t>(number));
  if (fresh) {
    at->second.id = m_next_id++;
    tick();
    m_recording.object(at->second.id, ObjectType::queue, "queue " + std::to_string(number));
  }
  return at->second;
}

ObjectId MiniLoop::make_task(std::size_t program, ObjectId parent, const std::string& coroutine) {
  const ObjectId id = m_next_id++;
  tick();
  m_tasks[id] = {.id = id, .program = program};
  const std::string& name = coroutine.empty() ? m_programs[program].coroutine : coroutine;
  m_recording.task(id, ++m_task_numbers, name, parent, {}, name + "()");
  schedule(id, RunKind::task_step);
  return id;
}

void MiniLoop::schedule(ObjectId task, RunKind kind) {
  m_tasks[task].state = TaskTruth::ready;
  m_tasks[task].waits = {};
  m_ready.push_back({task, kind, {}, last(), 0, {}});
}

void MiniLoop::schedule(const std::string& name, RunKind kind, std::function<void()> body) {
  m_ready.push_back({0, kind, name, last(), m_next_id++, std::move(body)});
}

void MiniLoop::wake(ObjectId task) {
  if (m_tasks[task].state == TaskTruth::waiting) schedule(task, RunKind::task_wakeup);
}

bool MiniLoop::run() {
  tick();
  m_recording.loop(1);
  run_until_complete(make_task(0, 0));
  if (!m_stop) {
    record(Kind::deadlock);
    tick();
    m_recording.recorder.end_run(RunState::deadlock);
    return false;
  }
  for (const char* name : {"loop.shutdown_asyncgens", "loop.shutdown_default_executor"}) {
    run_until_complete(make_task(m_programs.size(), 0, name));
  }
  record(Kind::loop_closed, 0u, 1);
  record(Kind::main_end);
  record(Kind::end);
  tick();
  m_recording.recorder.end_run(RunState::finished);
  return true;
}

void MiniLoop::run_until_complete(ObjectId task) {
  m_stop = false;
  m_tasks[task].wakes = true;
  record(Kind::loop_started, 0u, 1);
  while (!m_stop && turn_once()) {
  }
  if (m_stop) record(Kind::loop_stopped, 0u, 1);
}

bool MiniLoop::turn_once() {
  std::erase_if(m_timers, [](const Timer& timer) { return timer.cancelled; });
  if (m_ready.empty()) {
    if (m_timers.empty()) return false;
    std::int64_t first = INT64_MAX;
    for (const Timer& timer : m_timers) first = std::min(first, timer.due);
    record(Kind::select, 0u, 1, first);
    m_recording.time = std::max(m_recording.time, first + 1'000);
  }
  std::vector<Timer> due;
  for (const Timer& timer : m_timers) {
    if (timer.due <= m_recording.time) due.push_back(timer);
  }
  std::ranges::stable_sort(due, {}, &Timer::due);
  tick();
  std::erase_if(m_timers, [&](const Timer& timer) { return timer.due <= m_recording.time; });
  for (const Timer& timer : due) {
    m_ready.push_back({0, RunKind::timer, "sleep", last(), timer.id, [this, timer] {
                         record(Kind::future_done, 0u, timer.future);
                         wake(timer.task);
                       }});
  }
  const std::size_t count = m_ready.size();
  m_recording.turn(1, static_cast<std::int64_t>(++m_turn), static_cast<std::int64_t>(count));
  for (std::size_t i = 0; i < count; ++i) {
    tick();
    const Handle handle = std::move(m_ready.front());
    m_ready.pop_front();
    if (handle.task != 0) {
      step(handle);
    } else {
      m_recording.callback(handle.kind, handle.name, handle.scheduled, handle.id);
      handle.body();
    }
  }
  return true;
}

void MiniLoop::step(const Handle& handle) {
  Task& task = m_tasks[handle.task];
  const bool throws = task.must_cancel;
  task.must_cancel = false;
  task.state = TaskTruth::running;
  m_recording.step(task.id, handle.scheduled, handle.kind, throws);
  if (throws) {
    leave_frames(task, true);
    return finish(task, StepEnd::cancelled, {});
  }
  if (task.program == m_programs.size()) return finish(task, StepEnd::returned, "None");
  if (!task.started) {
    task.started = true;
    enter(task, m_programs[task.program].coroutine, 1);
  }
  while (advance(task)) {
  }
}

bool MiniLoop::suspend(Task& task, const Awaited& what) {
  tick();
  task.state = TaskTruth::waiting;
  task.waits = what;
  m_recording.awaits(task.id, what);
  return false;
}

bool MiniLoop::advance(Task& task) {
  const std::vector<Op>& ops = m_programs[task.program].ops;
  if (task.at == ops.size()) {
    leave_frames(task, false);
    finish(task, StepEnd::returned, "None");
    return false;
  }
  const Op& op = ops[task.at++];
  switch (op.what) {
    case What::line:
      if (full()) record(Kind::line, task.id, task.frames.back(), op.number);
      task.line = static_cast<std::uint32_t>(op.number);
      return true;
    case What::sleep:
      if (op.number == 0) {
        tick();
        task.state = TaskTruth::ready;
        m_recording.yields(task.id);
        schedule(task.id, RunKind::task_step);
        return false;
      } else {
        const ObjectId future = m_next_id++, timer = m_next_id++;
        const Awaited sleep{AwaitKind::sleep, future, 0, m_recording.time + op.number};
        tick();
        m_timers.push_back({sleep.until, timer, task.id, future});
        m_recording.timer(timer, sleep.until, "sleep", sleep);
        return suspend(task, sleep);
      }
    case What::block:
      record(Kind::block_begin, task.id, op.number, m_recording.time + op.number);
      tick();
      m_recording.time += op.number + 1'000;
      m_recording.add(Kind::block_end, task.id);
      return true;
    case What::print:
      tick();
      m_printed.push_back(op.text);
      m_recording.out(op.text, task.id);
      return true;
    case What::spawn: {
      const ObjectId child = make_task(static_cast<std::size_t>(op.number), task.id);
      task.children.push_back(child);
      return true;
    }
    case What::join: {
      const ObjectId child = task.children.at(static_cast<std::size_t>(op.number));
      if (m_tasks[child].state >= TaskTruth::done) return true;
      m_tasks[child].waiters.push_back(task.id);
      return suspend(task, {AwaitKind::task, child, 0, 0});
    }
    case What::gather: {
      const ObjectId gather = m_next_id++;
      tick();
      m_recording.object(gather, ObjectType::gather, "gather");
      for (const std::size_t program : op.numbers) {
        const ObjectId child = make_task(program, task.id);
        m_tasks[child].gather = gather;
        record(Kind::object_changed, task.id, gather, static_cast<std::int64_t>(ObjectChange::child), 0, child);
      }
      m_gathers[gather] = {task.id, op.numbers.size()};
      return suspend(task, {AwaitKind::gather, gather, gather, 0});
    }
    case What::cancel: cancel(task.children.at(static_cast<std::size_t>(op.number)), task.id); return true;
    case What::acquire: return acquire(task, lock(op.number));
    case What::release: release(task, lock(op.number)); return true;
    case What::put: {
      Queue& queue = this->queue(op.number);
      tick();
      ++queue.items;
      m_recording.changes(queue.id, ObjectChange::put, task.id, queue.items);
      if (!queue.getters.empty()) {
        wake(queue.getters.front());
        queue.getters.pop_front();
      }
      return true;
    }
    case What::get: {
      Queue& queue = this->queue(op.number);
      if (queue.items == 0) {
        queue.getters.push_back(task.id);
        --task.at;  // looks again when woken
        return suspend(task, {AwaitKind::queue_get, 0, queue.id, 0});
      }
      tick();
      --queue.items;
      m_recording.changes(queue.id, ObjectChange::got, task.id, queue.items);
      return true;
    }
    case What::call: enter(task, op.text, op.number); return true;
    case What::leave:
      if (full()) record(Kind::leave, task.id, task.frames.back(), m_recording.text("None"));
      task.frames.pop_back();
      return true;
    case What::set: {
      const std::int64_t name = m_recording.text(op.text), value = m_recording.text(op.value);
      tick();
      task.variables[task.frames.back()][op.text] = op.value;
      if (full()) m_recording.add(Kind::variable, task.id, task.frames.back(), name, value);
      return true;
    }
    case What::raise:
      leave_frames(task, true);
      finish(task, StepEnd::raised, op.text);
      return false;
  }
  return true;
}

void MiniLoop::enter(Task& task, const std::string& function, std::int64_t line) {
  const std::uint32_t parent = task.frames.empty() ? 0 : task.frames.back();
  if (full()) record(Kind::call, task.id, m_frames + 1, m_recording.text(function), line, parent);
  task.frames.push_back(++m_frames);
}

void MiniLoop::leave_frames(Task& task, bool by_exception) {
  for (; !task.frames.empty(); task.frames.pop_back()) {
    if (full()) record(Kind::leave, task.id, task.frames.back(), m_recording.text("None"), by_exception);
  }
}

bool MiniLoop::acquire(Task& task, Lock& lock) {
  if (lock.holder == 0 && lock.waiters.empty()) {
    tick();
    lock.holder = task.id;
    m_recording.changes(lock.id, ObjectChange::acquired, task.id);
    return true;
  }
  if (!lock.waiters.empty() && lock.waiters.front() == task.id && lock.holder == 0) {
    tick();
    lock.waiters.pop_front();
    lock.holder = task.id;
    m_recording.changes(lock.id, ObjectChange::acquired, task.id);
    return true;
  }
  if (std::ranges::find(lock.waiters, task.id) == lock.waiters.end()) lock.waiters.push_back(task.id);
  --task.at;
  return suspend(task, {AwaitKind::lock, 0, lock.id, 0});
}

void MiniLoop::release(Task& task, Lock& lock) {
  if (lock.holder != task.id) return;
  tick();
  lock.holder = 0;
  m_recording.changes(lock.id, ObjectChange::released, task.id, 1);
  if (!lock.waiters.empty()) wake(lock.waiters.front());
}

void MiniLoop::finish(Task& task, StepEnd how, const std::string& value) {
  tick();
  task.state = how == StepEnd::returned ? TaskTruth::done
               : how == StepEnd::raised ? TaskTruth::raised
                                        : TaskTruth::cancelled;
  m_recording.ends(task.id, value, how);
  for (auto& [number, lock] : m_locks) {
    std::erase(lock.waiters, task.id);
  }
  for (auto& [number, queue] : m_queues) std::erase(queue.getters, task.id);
  if (task.wakes) schedule("run_until_complete.done", RunKind::future_callback, [this] { m_stop = true; });
  for (const ObjectId waiter : task.waiters) wake(waiter);
  if (task.gather != 0) {
    const ObjectId gather = task.gather;
    schedule("gather.child_done", RunKind::future_callback, [this, gather] {
      if (--m_gathers[gather].left == 0) {
        record(Kind::future_done, 0u, gather);
        wake(m_gathers[gather].task);
      }
    });
  }
}

void MiniLoop::cancel(ObjectId victim, ObjectId by) {
  Task& task = m_tasks[victim];
  if (task.state >= TaskTruth::done) {
    record(Kind::cancel_requested, victim, by, static_cast<std::int64_t>(CancelEffect::already_done));
    return;
  }
  const bool waiting = task.state == TaskTruth::waiting;
  record(Kind::cancel_requested, victim, by,
         static_cast<std::int64_t>(waiting ? CancelEffect::passed_on : CancelEffect::at_next_step));
  task.must_cancel = true;
  for (Timer& timer : m_timers) {
    if (timer.task != victim || timer.cancelled) continue;
    record(Kind::timer_cancelled, 0u, timer.id);
    timer.cancelled = true;
  }
  wake(victim);
}

}  // namespace loopline::test
