#include "loop/future.h"

#include "loop/event_loop.h"
#include "loop/task.h"

namespace loopline::loop {

Future::Future(ObjectKind kind, EventLoop& loop) : Container(kind), m_loop(&loop) {}

Future::~Future() = default;

void Future::dispose() noexcept {
  if ((m_flags & kFinalized) == 0) {
    m_flags |= kFinalized;
    if (m_logs_traceback || !is_done()) {
      m_references = 1;
      finalize();
      if (--m_references > 0) return;
    }
  }
  delete this;
}

void Future::finalize() noexcept {
  if (!m_logs_traceback || !m_failed) return;
  m_logs_traceback = false;
  const bool is_task = kind() == ObjectKind::task;
  ErrorContext context;
  context.kind = WarningKind::never_retrieved;
  context.message = std::string(is_task ? "Task" : "Future") + " exception was never retrieved";
  context.exception = Ref<Exception>(m_result.as<Exception>());
  context.future = Value(this);
  // Nobody is there to receive what a handler raises now.
  static_cast<void>(m_loop->call_exception_handler(context));
}

Ref<Exception> Future::invalid_state(const char* message) const {
  return m_loop->host().make_exception(ExceptionKind::invalid_state_error, message);
}

Ref<Exception> Future::set_result(Value result) {
  if (is_done()) return invalid_state("invalid state");
  complete(State::finished, std::move(result));
  return nullptr;
}

Ref<Exception> Future::set_exception(Ref<Exception> exception) {
  if (is_done()) return invalid_state("invalid state");
  if (exception->is(ExceptionKind::stop_iteration)) {
    return m_loop->host().make_exception(
        ExceptionKind::type_error, "StopIteration interacts badly with generators and cannot be raised into a Future");
  }
  m_failed = true;
  complete(State::finished, std::move(exception));
  m_logs_traceback = true;
  return nullptr;
}

void Future::complete_with_none() {
  if (!is_done()) complete(State::finished, Value::none());
}

bool Future::cancel(const Value& message) {
  m_logs_traceback = false;
  if (is_done()) return false;
  set_cancel_message(message);
  complete(State::cancelled, std::move(m_result));
  return true;
}

void Future::set_cancel_message(const Value& message) {
  if (message.is_set() || m_rare != nullptr) rare().cancel_message = message;
}

void Future::complete(State state, Value result) {
  m_small = static_cast<std::uint8_t>((m_small & ~kStateMask) | static_cast<std::uint8_t>(state));
  m_result = std::move(result);
  if (m_id != 0 && m_loop->instrument() != nullptr) [[unlikely]] {
    tell_end(state == State::cancelled ? FutureEnd::cancelled : m_failed ? FutureEnd::exception : FutureEnd::result);
  }
  if (!m_first_callback) return;
  m_loop->schedule(std::move(m_first_callback), this);
  if (m_rare != nullptr) schedule_more_callbacks();
}

void Future::schedule_more_callbacks() {
  for (Ref<Object>& callback : std::exchange(m_rare->more_callbacks, {})) m_loop->schedule(std::move(callback), this);
}

void Future::tell_end(FutureEnd end) {
  const Task* by = m_loop->current_task();
  m_loop->instrument()->future_done(m_id, end, by != nullptr ? const_cast<Task*>(by)->id() : 0);
}

Outcome Future::result() {
  switch (state()) {
    case State::pending: return invalid_state("Result is not set.");
    case State::cancelled: return make_cancelled_error();
    case State::finished: break;
  }
  m_logs_traceback = false;
  if (m_failed) return Ref<Exception>(m_result.as<Exception>());
  return m_result;
}

Outcome Future::exception() {
  switch (state()) {
    case State::pending: return invalid_state("Exception is not set.");
    case State::cancelled: return make_cancelled_error();
    case State::finished: break;
  }
  m_logs_traceback = false;
  return m_failed ? m_result : Value::none();
}

Exception* Future::peek_exception() const noexcept { return m_failed ? m_result.as<Exception>() : nullptr; }

const Value& Future::peek_result() const noexcept {
  static const Value unset;
  return ended_well() ? m_result : unset;
}

Ref<Exception> Future::make_cancelled_error() {
  if (is_cancelled() && m_result.is_object(ObjectKind::exception)) {
    Ref<Exception> own(m_result.as<Exception>());
    m_result.reset();
    return own;
  }
  return m_loop->host().make_cancelled(cancel_message());
}

void Future::add_done_callback(Ref<Object> callback) {
  if (is_done()) {
    m_loop->schedule(std::move(callback), this);
  } else if (!m_first_callback && more_callback_count() == 0) {
    m_first_callback = std::move(callback);
  } else {
    rare().more_callbacks.push_back(std::move(callback));
  }
}

std::size_t Future::remove_done_callbacks(const std::function<bool(Object&)>& matches) {
  // The callbacks are taken out first: `matches` may run code that adds others.
  std::vector<Ref<Object>> all;
  if (m_first_callback) all.push_back(std::move(m_first_callback));
  if (more_callback_count() > 0) {
    for (Ref<Object>& callback : std::exchange(m_rare->more_callbacks, {})) all.push_back(std::move(callback));
  }
  const std::size_t removed = std::erase_if(all, [&](const Ref<Object>& callback) { return matches(*callback); });
  for (Ref<Object>& callback : all) add_done_callback(std::move(callback));
  return removed;
}

std::size_t Future::remove_done_callback(const Object& callback) {
  return remove_done_callbacks([&](const Object& each) { return &each == &callback; });
}

std::size_t Future::callback_count() const noexcept { return (m_first_callback ? 1U : 0U) + more_callback_count(); }

Object& Future::callback_at(std::size_t index) const noexcept {
  if (m_first_callback) {
    if (index == 0) return *m_first_callback;
    --index;
  }
  return *m_rare->more_callbacks[index];
}

void Future::describe_more(ObjectId owner, std::int64_t detail) {
  if (m_loop->instrument() == nullptr) return;  // nobody will ask
  rare().owner = owner;
  rare().detail = detail;
}

void Future::take_id() noexcept { m_id = m_loop->runtime().new_object_id(); }

Awaited Future::awaited() {
  Awaited awaited{.kind = kind() == ObjectKind::task ? AwaitKind::task : m_kind_awaited, .object = id()};
  if (m_rare != nullptr) {
    awaited.owner = m_rare->owner;
    awaited.detail = m_rare->detail;
  }
  if (kind() == ObjectKind::timer_future) awaited.detail = static_cast<TimerFuture*>(this)->when().count();
  return awaited;
}

void Future::visit(Visitor& visitor) const {
  visitor.visit(m_loop.get());
  if (m_result.is_object()) visitor.visit(m_result.as_object());
  visitor.visit(m_first_callback.get());
  if (m_rare == nullptr) return;
  if (m_rare->cancel_message.is_object()) visitor.visit(m_rare->cancel_message.as_object());
  for (const Ref<Object>& callback : m_rare->more_callbacks) visitor.visit(callback.get());
}

void Future::drop_references() noexcept {
  // The loop stays: futures without one would have to check for it everywhere.
  m_first_callback = nullptr;
  m_rare = nullptr;
  m_result.reset();
}

void TimerFuture::cancel_timer() {
  if (m_timer_cancelled) return;
  m_timer_cancelled = true;
  if (m_loop->methods) return m_loop->forget_timer(*this);
  m_loop->timer_cancelled(m_scheduled, is_done() && !is_cancelled() ? 0 : m_timer_id);
}

}  // namespace loopline::loop
