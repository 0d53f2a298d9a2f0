#include "loop/coroutine.h"

#include "loop/runtime.h"

namespace loopline::loop {

FrameBase::~FrameBase() {
  // Parameters of the coroutine outlive its promise: they must not look for it.
  for (HeldLink* held = m_held; held != nullptr; held = held->m_next) held->m_frame = nullptr;
  if (is_finished() && m_pending != nullptr) [[unlikely]]
    take_exception();
}

std::string FrameBase::name() const {
  return m_rare != nullptr && m_rare->name != nullptr ? m_rare->name : "coroutine";
}

void FrameBase::set_name(const char* name, Runtime& runtime) {
  rare().name = name;
  rare().runtime = &runtime;
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

Ref<Exception> FrameBase::make_error(ExceptionKind kind, const char* message) const {
  if (m_rare != nullptr && m_rare->runtime != nullptr) return m_rare->runtime->host().make_exception(kind, message);
  return make<NativeException>(kind, message);
}

void FrameBase::keep_exception() noexcept {
  Ref<Exception> raised = current_exception();
  if (raised->is(ExceptionKind::stop_iteration)) {
    // PEP 479: to whoever drives the coroutine it would look like a result.
    Ref<Exception> error = make_error(ExceptionKind::runtime_error, "coroutine raised StopIteration");
    error->set_context(raised);
    error->set_cause(raised);
    raised = std::move(error);
  }
  m_pending = raised.detach();
}

void throw_reused() {
  throw Raised(make<NativeException>(ExceptionKind::runtime_error, "cannot reuse already awaited coroutine"));
}

/// A step that cannot be: what the misuse raises.
StepKind FrameBase::refuse(Value& out) const {
  switch (phase()) {
    case Phase::running: out = make_error(ExceptionKind::value_error, "coroutine already executing"); break;
    case Phase::awaited: out = make_error(ExceptionKind::runtime_error, "coroutine is being awaited already"); break;
    default: out = make_error(ExceptionKind::runtime_error, "cannot reuse already awaited coroutine");
  }
  return StepKind::raised;
}

StepKind FrameBase::step_slowly(Value& out) {
  if (phase() != Phase::delegating) return refuse(out);
  set_phase(Phase::running);
  const StepKind kind = m_rare->delegate->step(out);
  return settle_delegate(kind, out);
}

StepKind FrameBase::send(Value sent, Value& out) {
  if (sent.is_none()) return step(out);
  switch (phase()) {
    case Phase::suspended: rare().sent = std::move(sent); return resume(out);
    case Phase::created:
      out = make_error(ExceptionKind::type_error, "can't send non-None value to a just-started coroutine");
      return StepKind::raised;
    case Phase::delegating: {
      set_phase(Phase::running);
      const StepKind kind = m_rare->delegate->send(std::move(sent), out);
      return settle_delegate(kind, out);
    }
    default: return refuse(out);
  }
}

StepKind FrameBase::raise(Ref<Exception> exception, Value& out) {
  switch (phase()) {
    case Phase::suspended: break;
    case Phase::created:
      set_phase(Phase::finished);
      out = std::move(exception);
      return StepKind::raised;
    case Phase::delegating: {
      set_phase(Phase::running);
      if (exception->is(ExceptionKind::generator_exit)) {
        Ref<Exception> failure = std::exchange(m_rare->delegate, nullptr)->close();
        if (failure) exception = std::move(failure);
        break;
      }
      const StepKind kind = m_rare->delegate->raise(std::move(exception), out);
      return settle_delegate(kind, out);
    }
    default: return refuse(out);
  }
  return resume(out, std::move(exception));
}

/// Deals with what a step of the delegate gave: passes a suspension on, hands an end to the frame that waits for it.
StepKind FrameBase::settle_delegate(StepKind kind, Value& out) {
  if (kind == StepKind::paused || kind == StepKind::yielded) {
    set_phase(Phase::delegating);
    return kind;
  }
  m_rare->delegate = nullptr;
  if (kind == StepKind::raised) {
    Ref<Exception> raised(out.as<Exception>());
    out.reset();
    return resume(out, std::move(raised));
  }
  m_rare->sent = std::move(out);
  return resume(out);
}

bool FrameBase::delegate_to(Ref<CoroutineObject> delegate) {
  Value out;
  const StepKind kind = delegate->step(out);
  Rare& rare = m_root->rare();
  switch (kind) {
    case StepKind::raised: m_root->m_pending = Ref<Exception>(out.as<Exception>()).detach(); return true;
    case StepKind::returned: rare.sent = std::move(out); return true;
    case StepKind::paused: rare.yielded.reset(); break;
    case StepKind::yielded: rare.yielded = std::move(out); break;
  }
  m_root->m_link = this;
  m_root->m_pending = m_root;
  rare.delegate = std::move(delegate);
  return false;
}

StepKind FrameBase::settle(StepKind kind, Value& out) {
  switch (kind) {
    case StepKind::paused: break;
    case StepKind::returned: out = take_result(); break;
    case StepKind::raised: out = take_exception(); break;
    case StepKind::yielded:
      if (m_pending != this) {
        out = Value(m_pending);
        break;
      }
      set_phase(Phase::delegating);
      if (!m_rare->yielded.is_set()) return StepKind::paused;
      out = std::move(m_rare->yielded);
  }
  return kind;
}

Ref<Exception> FrameBase::close() {
  if (is_finished()) return nullptr;
  if (!has_started()) {
    set_phase(Phase::finished);
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
  if (!has_started()) {
    Runtime* runtime = m_rare != nullptr ? m_rare->runtime : nullptr;
    if (runtime == nullptr) return;
    if (Instrument* instrument = runtime->instrument(); instrument != nullptr) {
      instrument->warned(WarningKind::never_awaited, 0, name());
    }
    runtime->host().never_awaited(*this);
  } else if (phase() == Phase::suspended || phase() == Phase::delegating) {
    // What it raises instead of ending has nobody to go to.
    static_cast<void>(close());
  }
}

void FrameBase::dispose() noexcept {
  if (!is_finished() && (m_flags & kFinalized) == 0) [[unlikely]] {
    m_flags |= kFinalized;
    m_references = 1;
    finalize();
    if (--m_references > 0) return;
  }
  handle().destroy();
}

void FrameBase::visit(Visitor& visitor) const {
  const bool suspended = phase() == Phase::suspended || phase() == Phase::delegating;
  // While the chain runs, nobody knows its frames: what they hold counts as held from outside.
  const FrameBase* frame = suspended ? m_link : this;
  for (;; frame = frame->m_link) {
    for (const HeldLink* held = frame->m_held; held != nullptr; held = held->m_next) visitor.visit(held->m_object);
    if (frame == this) break;
  }
  if ((suspended || is_finished()) && m_pending != this) visitor.visit(m_pending);
  if (m_rare == nullptr) return;
  visitor.visit(m_rare->delegate.get());
  if (m_rare->yielded.is_object()) visitor.visit(m_rare->yielded.as_object());
  if (m_rare->sent.is_object()) visitor.visit(m_rare->sent.as_object());
}

void FrameBase::drop_references() noexcept {
  if (is_finished()) take_exception();
  if (m_rare == nullptr) return;
  m_rare->delegate = nullptr;
  m_rare->yielded.reset();
  m_rare->sent.reset();
}

}  // namespace loopline::loop
