#include "loop/coroutine.h"

#include "loop/event_loop.h"

namespace loopline::loop {

FrameBase::~FrameBase() {
  // Parameters of the coroutine outlive its promise: they must not look for it.
  for (HeldLink* held = m_held; held != nullptr; held = held->m_next) held->m_frame = nullptr;
}

void FrameBase::unlink(HeldLink& held) noexcept {
  for (HeldLink** link = &m_held; *link != nullptr; link = &(*link)->m_next) {
    if (*link == &held) {
      *link = held.m_next;
      held.m_frame = nullptr;
      return;
    }
  }
}

/// A suspended chain may be part of a cycle: the collector gets to know all its frames.
void FrameBase::link_chain() noexcept {
  for (FrameBase* frame = this; frame != nullptr && !frame->is_linked(); frame = frame->m_parent) {
    frame->link_to_memory();
  }
}

Ref<Exception> FrameBase::make_error(ExceptionKind kind, const char* message) const {
  if (m_runtime != nullptr) return m_runtime->host().make_exception(kind, message);
  return make<NativeException>(kind, message);
}

void FrameBase::keep_exception() noexcept {
  m_error = current_exception();
  if (!m_error->is(ExceptionKind::stop_iteration)) return;
  // PEP 479: to whoever drives the coroutine it would look like a result.
  Ref<Exception> error = make_error(ExceptionKind::runtime_error, "coroutine raised StopIteration");
  error->set_context(m_error);
  error->set_cause(m_error);
  m_error = std::move(error);
}

void throw_reused() {
  throw Raised(make<NativeException>(ExceptionKind::runtime_error, "cannot reuse already awaited coroutine"));
}

/// A step that cannot be: what the misuse raises.
StepKind FrameBase::refuse(Value& out) const {
  switch (m_phase) {
    case Phase::running: out = make_error(ExceptionKind::value_error, "coroutine already executing"); break;
    case Phase::awaited: out = make_error(ExceptionKind::runtime_error, "coroutine is being awaited already"); break;
    default: out = make_error(ExceptionKind::runtime_error, "cannot reuse already awaited coroutine");
  }
  return StepKind::raised;
}

StepKind FrameBase::step_slowly(Value& out) {
  if (m_phase != Phase::delegating) return refuse(out);
  m_phase = Phase::running;
  const StepKind kind = m_driver->delegate->step(out);
  return settle_delegate(kind, out);
}

StepKind FrameBase::send(Value sent, Value& out) {
  if (sent.is_none()) return step(out);
  switch (m_phase) {
    case Phase::suspended: driver().sent = std::move(sent); return resume(out);
    case Phase::created:
      out = make_error(ExceptionKind::type_error, "can't send non-None value to a just-started coroutine");
      return StepKind::raised;
    case Phase::delegating: {
      m_phase = Phase::running;
      const StepKind kind = m_driver->delegate->send(std::move(sent), out);
      return settle_delegate(kind, out);
    }
    default: return refuse(out);
  }
}

StepKind FrameBase::raise(Ref<Exception> exception, Value& out) {
  switch (m_phase) {
    case Phase::suspended: break;
    case Phase::created:
      m_phase = Phase::finished;
      out = std::move(exception);
      return StepKind::raised;
    case Phase::delegating: {
      m_phase = Phase::running;
      if (exception->is(ExceptionKind::generator_exit)) {
        Ref<Exception> failure = std::exchange(m_driver->delegate, nullptr)->close();
        if (failure) exception = std::move(failure);
        break;
      }
      const StepKind kind = m_driver->delegate->raise(std::move(exception), out);
      return settle_delegate(kind, out);
    }
    default: return refuse(out);
  }
  driver().injected = std::move(exception);
  return resume(out);
}

/// Deals with what a step of the delegate gave: passes a suspension on, hands an end to the frame that waits for it.
StepKind FrameBase::settle_delegate(StepKind kind, Value& out) {
  if (kind == StepKind::paused || kind == StepKind::yielded) {
    m_phase = Phase::delegating;
    return kind;
  }
  m_driver->delegate = nullptr;
  if (kind == StepKind::raised) {
    m_driver->injected = Ref<Exception>(out.as<Exception>());
    out.reset();
  } else {
    m_driver->sent = std::move(out);
  }
  return resume(out);
}

bool FrameBase::delegate_to(Ref<CoroutineObject> delegate) {
  Value out;
  const StepKind kind = delegate->step(out);
  Driver& driver = m_root->driver();
  switch (kind) {
    case StepKind::raised: driver.injected = Ref<Exception>(out.as<Exception>()); return true;
    case StepKind::returned: driver.sent = std::move(out); return true;
    case StepKind::paused: driver.yielded.reset(); break;
    case StepKind::yielded: driver.yielded = std::move(out); break;
  }
  suspend_here();
  m_root->m_yielded = m_root;
  driver.delegate = std::move(delegate);
  return false;
}

StepKind FrameBase::settle_yield(Value& out) {
  if (m_yielded != this) {
    out = Value(m_yielded);
    return StepKind::yielded;
  }
  m_phase = Phase::delegating;
  if (!m_driver->yielded.is_set()) return StepKind::paused;
  out = std::move(m_driver->yielded);
  return StepKind::yielded;
}

StepKind FrameBase::settle_end(Value& out) {
  if (m_error) {
    out = std::exchange(m_error, nullptr);
    return StepKind::raised;
  }
  out = take_result();
  return StepKind::returned;
}

Ref<Exception> FrameBase::close() {
  if (m_phase == Phase::finished) return nullptr;
  if (m_phase == Phase::created) {
    m_phase = Phase::finished;
    return nullptr;
  }
  Value out;
  const StepKind kind = raise(make_error(ExceptionKind::generator_exit, ""), out);
  if (kind == StepKind::paused || kind == StepKind::yielded) {
    return make_error(ExceptionKind::runtime_error, "coroutine ignored GeneratorExit");
  }
  if (kind == StepKind::raised) {
    Ref<Exception> raised(out.as<Exception>());
    if (!raised->is(ExceptionKind::generator_exit)) return raised;
  }
  return nullptr;
}

void FrameBase::finalize() noexcept {
  if (m_phase == Phase::created) {
    if (m_runtime == nullptr) return;
    if (Instrument* instrument = m_runtime->instrument(); instrument != nullptr) {
      instrument->warned(WarningKind::never_awaited, 0, name());
    }
    m_runtime->host().never_awaited(*this);
  } else if (m_phase == Phase::suspended || m_phase == Phase::delegating) {
    // What it raises instead of ending has nobody to go to.
    static_cast<void>(close());
  }
}

void FrameBase::dispose() noexcept {
  if (m_phase != Phase::finished && (m_flags & kFinalized) == 0) [[unlikely]] {
    m_flags |= kFinalized;
    m_references = 1;
    finalize();
    if (--m_references > 0) return;
  }
  m_handle.destroy();
}

void FrameBase::visit(Visitor& visitor) const {
  visitor.visit(m_awaited);
  visitor.visit(m_error.get());
  for (const HeldLink* held = m_held; held != nullptr; held = held->m_next) visitor.visit(held->m_object);
  if (m_driver == nullptr) return;
  visitor.visit(m_driver->injected.get());
  visitor.visit(m_driver->delegate.get());
  if (m_driver->yielded.is_object()) visitor.visit(m_driver->yielded.as_object());
  if (m_driver->sent.is_object()) visitor.visit(m_driver->sent.as_object());
}

void FrameBase::drop_references() noexcept {
  m_error = nullptr;
  if (m_driver == nullptr) return;
  m_driver->delegate = nullptr;
  m_driver->injected = nullptr;
  m_driver->yielded.reset();
  m_driver->sent.reset();
}

}  // namespace loopline::loop
