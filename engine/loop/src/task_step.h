// The plain step of a task with a native coroutine, inlined into the loop that runs the ready queue: the path that
// decides what a task switch costs.
#pragma once

#include "loop/coroutine.h"
#include "loop/event_loop.h"
#include "loop/task.h"

namespace loopline::loop {

inline Task::Stepped Task::step_quietly(Future* completed, EventLoop& loop, VirtualThread& thread) {
  // Not done, nothing to raise, a native coroutine: see m_small.
  if (m_small != 0) [[unlikely]]
    return step(completed);
  auto& frame = static_cast<FrameBase&>(*m_coroutine);
  if (!frame.can_advance()) [[unlikely]]
    return step(completed);
  if (completed != nullptr) {
    if (!completed->ended_well()) [[unlikely]]
      return step(completed);
    m_fut_waiter = nullptr;
  }
  const ContextScope scope(thread, m_context);
  loop.set_current_task(this);
  const StepKind kind = frame.advance();
  const Stepped stepped = kind == StepKind::paused ? Stepped::pauses : settle_frame(frame, kind);
  loop.set_current_task(nullptr);
  return stepped;
}

}  // namespace loopline::loop
