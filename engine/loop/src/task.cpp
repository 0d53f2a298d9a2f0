#include "loop/task.h"

#include "loop/coroutine.h"
#include "loop/event_loop.h"

namespace loopline::loop {

// ---- names ---------------------------------------------------------------------------------------------------------

void Task::Name::set_number(std::uint64_t number) noexcept {
  clear();
  m_word = static_cast<std::uintptr_t>(number << 1 | 1);
}

void Task::Name::set_text(std::string text) {
  const auto* copy = new std::string(std::move(text));
  clear();
  m_word = reinterpret_cast<std::uintptr_t>(copy);
}

const std::string* Task::Name::text() const noexcept {
  return (m_word & 1) == 0 ? reinterpret_cast<const std::string*>(m_word) : nullptr;
}

std::string Task::name() const {
  const std::string* text = m_name.text();
  return text != nullptr ? *text : "Task-" + std::to_string(m_name.number());
}

void Task::set_name(std::string name) {
  if (Instrument* instrument = m_loop->instrument(); instrument != nullptr) instrument->task_renamed(id(), name);
  m_name.set_text(std::move(name));
}

// ---- making one ----------------------------------------------------------------------------------------------------

Task::Task(EventLoop& loop, Ref<CoroutineObject> coroutine, std::string_view name, Ref<Context> context)
    : Future(ObjectKind::task, loop), m_coroutine(std::move(coroutine)), m_context(std::move(context)) {
  Runtime& runtime = loop.runtime();
  if (!m_coroutine->is_native_frame()) m_small = kForeign;
  if (!m_context) m_context = copy_context(runtime.threads.current().context);
  if (name.empty()) {
    m_name.set_number(runtime.next_task_number());
  } else {
    m_name.set_text(std::string(name));
  }
  if (loop.instrument() != nullptr) [[unlikely]]
    tell_created();
  schedule_step();
}

Task::~Task() = default;

void Task::tell_created() {
  Task* parent = m_loop->current_task();
  const std::string* const text = m_name.text();
  const std::string coroutine_name = m_coroutine->name();
  const std::string label = m_coroutine->label();
  m_loop->instrument()->task_created({.id = id(),
                                      .number = m_name.number(),
                                      .name = text != nullptr ? std::string_view(*text) : std::string_view(),
                                      .coroutine = coroutine_name,
                                      .label = label,
                                      .parent = parent != nullptr ? parent->id() : 0,
                                      .loop = m_loop->id()});
}

void Task::schedule_step() { m_loop->schedule(*this, nullptr); }

std::string Task::repr() { return m_loop->host().repr(Value(this)); }

bool Task::cancel(const Value& message) {
  Instrument* instrument = m_loop->instrument();
  const auto tell = [&](CancelEffect effect) {
    if (instrument == nullptr) return;
    Task* by = m_loop->current_task();
    instrument->cancel_requested(id(), by != nullptr ? by->id() : 0, effect,
                                 message.is_set() ? m_loop->host().repr(message) : std::string());
  };
  m_logs_traceback = false;
  if (is_done()) {
    tell(CancelEffect::already_done);
    return false;
  }
  ++m_cancel_requests;
  if (m_fut_waiter) {
    const Ref<Future> waiter = m_fut_waiter;
    if (!waiter->is_done()) tell(CancelEffect::passed_on);
    if (m_loop->host().cancel(*waiter, message)) return true;
  }
  m_must_cancel = true;
  set_needs_care(true);
  set_cancel_message(message);
  tell(CancelEffect::at_next_step);
  return true;
}

int Task::uncancel() noexcept {
  if (m_cancel_requests > 0) --m_cancel_requests;
  return m_cancel_requests;
}

// ---- steps ---------------------------------------------------------------------------------------------------------

Task::Stepped Task::step(Future* completed) {
  if ((m_small & ~kForeign) != 0) return step_with_care(completed);
  if (completed != nullptr) {
    if (!completed->ended_well()) return step_with_care(completed);
    m_fut_waiter = nullptr;
  }
  const ContextScope scope(*m_loop->thread(), m_context);
  m_loop->set_current_task(this);
  Value out;
  const StepKind kind = m_coroutine->step(out);
  const Stepped stepped = settle(kind, out);
  m_loop->set_current_task(nullptr);
  return stepped;
}

/// The same as settle() for what a frame's advance() gave, with less traffic where it awaits a future.
Task::Stepped Task::settle_frame(FrameBase& frame, StepKind kind) {
  if (kind == StepKind::yielded) {
    Future* future = frame.awaited();
    if (future != nullptr && is_proper_wait(*future)) [[likely]] {
      wait_for(*future);
      return Stepped::done;
    }
  }
  Value out;
  return settle(frame.settle(kind, out), out);
}

/// A step that raises something in the coroutine, or that must not be.
Task::Stepped Task::step_with_care(Future* completed) {
  Host& host = m_loop->host();
  Ref<Exception> thrown = exception_to_throw(completed);
  if (is_done()) {
    return step_raised(host.make_exception(
        ExceptionKind::invalid_state_error,
        "_step(): already done: " + repr() + " " + host.repr(thrown ? Value(thrown) : Value::none())));
  }
  if (m_must_cancel) {
    if (!thrown || !thrown->is(ExceptionKind::cancelled_error)) thrown = host.make_cancelled(cancel_message());
    m_must_cancel = false;
  }
  set_needs_care(false);
  m_fut_waiter = nullptr;
  if (Task* other = m_loop->current_task(); other != nullptr) {
    return step_raised(host.make_exception(
        ExceptionKind::runtime_error,
        "Cannot enter into task " + repr() + " while another task " + other->repr() + " is being executed."));
  }
  const ContextScope scope(*m_loop->thread(), m_context);
  m_loop->set_current_task(this);
  Value out;
  const StepKind kind = thrown ? m_coroutine->raise(std::move(thrown), out) : m_coroutine->step(out);
  const Stepped stepped = settle(kind, out);
  m_loop->set_current_task(nullptr);
  return stepped;
}

Ref<Exception> Task::exception_to_throw(Future* completed) {
  if (!is_done() && m_result.is_set()) {
    const Value error = std::move(m_result);
    return Ref<Exception>(error.as<Exception>());
  }
  if (completed == nullptr) return nullptr;
  completed->set_logs_traceback(false);
  if (completed->is_cancelled()) return completed->make_cancelled_error();
  return Ref<Exception>(completed->peek_exception());
}

Task::Stepped Task::step_raised(Ref<Exception> raised) {
  return m_loop->step_raised(*this, std::move(raised)) ? Stepped::leaves : Stepped::done;
}

Task::Stepped Task::settle(StepKind kind, Value& out) {
  switch (kind) {
    case StepKind::paused: return pause();
    case StepKind::yielded:
      if (out.is_none()) return pause();
      handle_yield(out);
      break;
    case StepKind::returned: finish_returned(std::move(out)); break;
    case StepKind::raised: return finish_raised(Ref<Exception>(out.as<Exception>()));
  }
  return Stepped::done;
}

Task::Stepped Task::pause() {
  if (Instrument* instrument = m_loop->instrument(); instrument != nullptr) instrument->step_yields(id());
  return Stepped::pauses;
}

void Task::finish_returned(Value result) {
  if (m_must_cancel) {
    // Cancelled by its own last step: the request wins over the result.
    m_must_cancel = false;
    set_needs_care(false);
    tell_finished(StepEnd::cancelled, {});
    Future::cancel(cancel_message());
    return;
  }
  tell_finished(StepEnd::returned, result);
  complete(State::finished, std::move(result));
}

Task::Stepped Task::finish_raised(Ref<Exception> raised) {
  if (raised->is(ExceptionKind::cancelled_error)) {
    m_result = raised;  // whoever awaits the task gets this very object
    tell_finished(StepEnd::cancelled, {});
    Future::cancel();
    return Stepped::done;
  }
  if (raised->is(ExceptionKind::fatal)) return step_raised(std::move(raised));
  tell_finished(StepEnd::raised, raised);
  static_cast<void>(Future::set_exception(raised));
  return raised->leaves_the_loop() ? step_raised(std::move(raised)) : Stepped::done;
}

/// Awaited, and by the right task in the right loop.
bool Task::is_proper_wait(const Future& future) const noexcept {
  return future.is_awaited() && &future.loop() == m_loop.get() && &future != this;
}

void Task::handle_yield(const Value& yielded) {
  if (is_future(yielded)) {
    auto& future = *yielded.as<Future>();
    Host& host = m_loop->host();
    if (&future == this) {
      fail_soon(ExceptionKind::runtime_error, "Task cannot await on itself: " + repr());
    } else if (&future.loop() != m_loop.get()) {
      fail_soon(ExceptionKind::runtime_error,
                "Task " + repr() + " got Future " + host.repr(yielded) + " attached to a different loop");
    } else if (!future.is_awaited()) {
      fail_soon(ExceptionKind::runtime_error,
                "yield was used instead of yield from in task " + repr() + " with " + host.repr(yielded));
    } else {
      wait_for(future);
    }
    return;
  }
  fail_soon(ExceptionKind::runtime_error, "Task got bad yield: " + m_loop->host().repr(yielded));
}

void Task::wait_for(Future& future) {
  future.set_awaited(false);
  m_fut_waiter = Ref<Future>(&future);
  if (Instrument* instrument = m_loop->instrument(); instrument != nullptr) {
    instrument->step_awaits(id(), future.awaited());
  }
  future.add_done_callback(Ref<Object>(this));
  if (m_must_cancel && future.cancel(cancel_message())) {
    m_must_cancel = false;
    set_needs_care(false);
  }
}

/// The coroutine made a mistake: its next step raises the error where it is suspended.
void Task::fail_soon(ExceptionKind kind, const std::string& message) {
  set_needs_care(true);
  m_result = m_loop->host().make_exception(kind, message);
  if (Instrument* instrument = m_loop->instrument(); instrument != nullptr) instrument->step_yields(id());
  schedule_step();
}

/// Told before the future is completed: it is this event that wakes those who wait.
void Task::tell_finished(StepEnd end, const Value& value) {
  Instrument* instrument = m_loop->instrument();
  if (instrument == nullptr) return;
  instrument->task_ends(id(), end, end == StepEnd::cancelled ? std::string() : m_loop->host().repr(value));
}

// A task's end is told by tell_finished.
void Task::tell_end(FutureEnd /*end*/) {}

void Task::finalize() noexcept {
  if (!is_done() && m_logs_destroy_pending) {
    ErrorContext context;
    context.kind = WarningKind::destroyed_pending;
    context.message = "Task was destroyed but it is pending!";
    context.future = Value(this);
    context.is_task = true;
    static_cast<void>(m_loop->call_exception_handler(context));
  }
  Future::finalize();
}

void Task::visit(Visitor& visitor) const {
  Future::visit(visitor);
  visitor.visit(m_coroutine.get());
  visitor.visit(m_context.get());
  visitor.visit(m_fut_waiter.get());
}

void Task::drop_references() noexcept {
  Future::drop_references();
  m_coroutine = nullptr;
  m_context = nullptr;
  m_fut_waiter = nullptr;
}

}  // namespace loopline::loop
