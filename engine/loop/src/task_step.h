// The plain step of a task with a native coroutine, inlined into the loop that runs the ready queue: the path that
// decides what a task switch costs.
#pragma once

#include "loop/coroutine.h"
#include "loop/event_loop.h"
#include "loop/task.h"

namespace loopline::loop {

/// Not done, nothing to raise, a native coroutine that can go on.
inline bool Task::goes_plainly(const Future* completed) const noexcept {
  return m_small == 0 && static_cast<const FrameBase&>(*m_coroutine).can_advance() &&
         (completed == nullptr || completed->ended_well());
}

inline Task::Stepped Task::step_quietly(Future* completed, EventLoop& loop, VirtualThread& thread) {
  if (!goes_plainly(completed)) [[unlikely]]
    return step(completed);
  if (completed != nullptr) m_fut_waiter = nullptr;
  auto& frame = static_cast<FrameBase&>(*m_coroutine);
  const ContextScope scope(thread, m_context);
  loop.set_current_task(this);
  const StepKind kind = frame.advance();
  const Stepped stepped = kind == StepKind::paused ? Stepped::pauses : settle_frame(frame, kind);
  loop.set_current_task(nullptr);
  return stepped;
}

/// Tells of the step and takes it, whatever it is.
[[gnu::noinline]] inline Task::Stepped step_told(Task& task, Future* completed, Instrument& watching,
                                                 EventNumber scheduled) {
  const bool throws = task.must_cancel() || (completed != nullptr && !completed->ended_well());
  watching.step_begins(task.id(), completed != nullptr ? RunKind::task_wakeup : RunKind::task_step, scheduled, throws);
  return task.step(completed);
}

inline Task::Stepped Task::step_watched(Future* completed, EventLoop& loop, VirtualThread& thread, Instrument& watching,
                                        EventNumber scheduled) {
  if (!goes_plainly(completed)) [[unlikely]]
    return step_told(*this, completed, watching, scheduled);
  watching.step_begins(id(), completed != nullptr ? RunKind::task_wakeup : RunKind::task_step, scheduled, false);
  if (completed != nullptr) m_fut_waiter = nullptr;
  auto& frame = static_cast<FrameBase&>(*m_coroutine);
  const ContextScope scope(thread, m_context);
  loop.set_current_task(this);
  const StepKind ended = frame.advance();
  if (ended == StepKind::paused) [[likely]] {
    watching.step_yields(m_id);
    loop.set_current_task(nullptr);
    return Stepped::pauses;
  }
  const Stepped stepped = settle_frame(frame, ended);
  loop.set_current_task(nullptr);
  return stepped;
}

}  // namespace loopline::loop
