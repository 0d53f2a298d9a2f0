#include "loop/timeout.h"

#include <cassert>

#include "loop/running_loop.h"

namespace loopline::loop {

class Timeout::Expire final : public Callback {
 public:
  explicit Expire(Timeout& timeout) noexcept : m_timeout(&timeout) {}
  std::string name() const override { return "timeout.expire"; }
  Ref<Exception> call(EventLoop& /*loop*/, Future* /*completed*/) override {
    m_timeout->expire();
    return nullptr;
  }
  void visit(Visitor& visitor) const override {
    Callback::visit(visitor);
    visitor.visit(m_timeout.get());
  }

 private:
  Ref<Timeout> m_timeout;
};

Timeout::Timeout(Runtime& runtime, std::optional<Time> when)
    : Container(ObjectKind::timeout), m_runtime(runtime), m_when(when) {}

std::string_view Timeout::state_name() const noexcept {
  switch (m_state) {
    case State::created: return "created";
    case State::entered: return "active";
    case State::expiring: return "expiring";
    case State::expired: return "expired";
    case State::exited: return "finished";
  }
  return "";
}

Ref<Exception> Timeout::enter() {
  m_state = State::entered;
  EventLoop* loop = find_running_loop(m_runtime);
  if (loop == nullptr) return m_runtime.host().make_exception(ExceptionKind::runtime_error, "no running event loop");
  if (loop->current_task() == nullptr) {
    return m_runtime.host().make_exception(ExceptionKind::runtime_error, "Timeout should be used inside a task");
  }
  m_task = Ref<Task>(loop->current_task());
  return reschedule(m_when);
}

Ref<Exception> Timeout::reschedule(std::optional<Time> when) {
  Host& host = m_runtime.host();
  if (m_state == State::created) return host.make_exception(ExceptionKind::assertion_error, "");
  if (m_state != State::entered) {
    return host.make_exception(ExceptionKind::runtime_error,
                               "Cannot change state of " + std::string(state_name()) + " Timeout");
  }
  m_when = when;
  if (m_handle) m_handle->cancel();
  m_handle = nullptr;
  if (!when) return nullptr;
  EventLoop* loop = find_running_loop(m_runtime);
  if (loop == nullptr) return host.make_exception(ExceptionKind::runtime_error, "no running event loop");
  const Ref<Expire> expire = make<Expire>(*this);
  if (*when <= loop->time()) {
    m_handle = loop->schedule_soon(expire);
  } else {
    m_handle = loop->schedule_at(*when, expire);
  }
  return nullptr;
}

Ref<Exception> Timeout::exit(const Ref<Exception>& left_with) {
  if (m_state != State::entered && m_state != State::expiring) {
    return m_runtime.host().make_exception(ExceptionKind::assertion_error, "");
  }
  if (m_handle) std::exchange(m_handle, nullptr)->cancel();
  if (m_state == State::entered) {
    m_state = State::exited;
    return nullptr;
  }
  m_state = State::expired;
  const bool was_ours = m_task->uncancel() == 0 && left_with && left_with->is(ExceptionKind::cancelled_error);
  return was_ours ? m_runtime.host().make_exception(ExceptionKind::timeout_error, "") : nullptr;
}

void Timeout::expire() {
  assert(m_state == State::entered);
  m_runtime.host().cancel(*m_task, Value());
  m_state = State::expiring;
  m_handle = nullptr;
}

void Timeout::visit(Visitor& visitor) const {
  visitor.visit(m_handle.get());
  visitor.visit(m_task.get());
}

void Timeout::drop_references() noexcept {
  m_handle = nullptr;
  m_task = nullptr;
}

}  // namespace loopline::loop
