#include "loop/callback.h"

#include "loop/event_loop.h"

namespace loopline::loop {

Ref<Exception> FunctionCallback::call(EventLoop& /*loop*/, Future* completed) {
  try {
    m_function(completed);
  } catch (...) {
    return current_exception();
  }
  return nullptr;
}

void FunctionCallback::drop_references() noexcept {
  Callback::drop_references();
  m_function = nullptr;
}

Handle::Handle(ObjectKind kind, EventLoop& loop, Ref<Callback> callback) noexcept
    : Container(kind), m_loop(&loop), m_callback(std::move(callback)) {}

Handle::Handle(EventLoop& loop, Ref<Callback> callback) noexcept
    : Handle(ObjectKind::handle, loop, std::move(callback)) {}

Handle::~Handle() = default;

void Handle::cancel() {
  if (m_cancelled) return;
  m_cancelled = true;
  if (!m_ran) m_loop->handle_cancelled(*this);
  m_callback = nullptr;
}

void Handle::visit(Visitor& visitor) const {
  visitor.visit(m_loop.get());
  visitor.visit(m_callback.get());
}

void Handle::drop_references() noexcept {
  // The loop stays: a handle may still be asked to cancel. The loop's queues let go of handles, which breaks the cycle.
  m_callback = nullptr;
}

TimerHandle::TimerHandle(EventLoop& loop, Time when, Ref<Callback> callback) noexcept
    : Handle(ObjectKind::timer_handle, loop, std::move(callback)), m_when(when) {}

TimerHandle::~TimerHandle() = default;

void TimerHandle::cancel() {
  if (m_cancelled) return;
  m_cancelled = true;
  m_loop->timer_cancelled(m_scheduled, m_ran ? 0 : m_id);
  m_callback = nullptr;
}

}  // namespace loopline::loop
