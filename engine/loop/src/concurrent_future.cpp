#include "loop/concurrent_future.h"

#include <algorithm>

#include "loop/task.h"

namespace loopline::loop {

Ref<Exception> ConcurrentFuture::already_done() const {
  const std::string state = is_cancelled() ? "CANCELLED" : "FINISHED";
  Host& host = m_runtime.host();
  return host.make_exception(ExceptionKind::invalid_state_error,
                             state + ": " + host.repr(Value(const_cast<ConcurrentFuture*>(this))));
}

bool ConcurrentFuture::cancel() {
  if (m_state == State::running || m_state == State::finished) return false;
  if (m_state == State::pending) complete(State::cancelled);
  return true;
}

bool ConcurrentFuture::set_running_or_notify_cancel() {
  if (m_state == State::cancelled) return false;
  m_state = State::running;
  return true;
}

Ref<Exception> ConcurrentFuture::set_result(Value result) {
  if (is_done()) return already_done();
  m_result = std::move(result);
  complete(State::finished);
  return nullptr;
}

Ref<Exception> ConcurrentFuture::set_exception(Ref<Exception> exception) {
  if (is_done()) return already_done();
  m_failed = true;
  m_result = std::move(exception);
  complete(State::finished);
  return nullptr;
}

void ConcurrentFuture::complete(State state) {
  const Ref<ConcurrentFuture> keep(this);
  m_state = state;
  for (VirtualThread* waiter : std::exchange(m_waiters, {})) m_runtime.threads.wake(*waiter);
  for (const auto& [held, callback] : std::exchange(m_callbacks, {})) callback(*this, held);
}

void ConcurrentFuture::add_done_callback(Value held, DoneCallback callback) {
  if (is_done()) {
    callback(*this, held);
  } else {
    m_callbacks.emplace_back(std::move(held), std::move(callback));
  }
}

Ref<Exception> ConcurrentFuture::wait(std::optional<Duration> timeout) {
  VirtualThreads& threads = m_runtime.threads;
  std::optional<Time> deadline;
  if (timeout) deadline = saturating_add(threads.now(), std::max(*timeout, Duration::zero()));
  while (!is_done()) {
    m_waiters.push_back(&threads.current());
    const Wake wake = threads.block(deadline, Blocking::lock);
    std::erase(m_waiters, &threads.current());
    if (wake == Wake::ended) return m_runtime.host().make_exception(ExceptionKind::fatal, "the run has ended");
    if (wake == Wake::timed_out && !is_done()) {
      return m_runtime.host().make_exception(ExceptionKind::timeout_error, "");
    }
    if (m_runtime.signals.has_pending() && &threads.current() == &threads.main()) {
      if (Ref<Exception> raised = m_runtime.signals.handle_pending(m_runtime.host())) return raised;
    }
  }
  return nullptr;
}

Outcome ConcurrentFuture::result(std::optional<Duration> timeout) {
  const Ref<ConcurrentFuture> keep(this);
  if (Ref<Exception> ended = wait(timeout)) return ended;
  if (m_state == State::cancelled) return m_runtime.host().make_cancelled({});
  if (m_failed) return Ref<Exception>(m_result.as<Exception>());
  return m_result;
}

Outcome ConcurrentFuture::exception(std::optional<Duration> timeout) {
  const Ref<ConcurrentFuture> keep(this);
  if (Ref<Exception> ended = wait(timeout)) return ended;
  if (m_state == State::cancelled) return m_runtime.host().make_cancelled({});
  return m_failed ? m_result : Value::none();
}

void ConcurrentFuture::visit(Visitor& visitor) const {
  if (m_result.is_object()) visitor.visit(m_result.as_object());
  for (const auto& [held, callback] : m_callbacks) {
    if (held.is_object()) visitor.visit(held.as_object());
  }
}

void ConcurrentFuture::drop_references() noexcept {
  m_result.reset();
  m_callbacks.clear();
}

// ---- bridges (CPython 3.11 futures.py: _chain_future) ---------------------------------------------------------------

namespace {

/// Gives a loop's future what a thread's ended with.
void copy_to(Future& destination, const ConcurrentFuture& source) {
  if (destination.is_done()) return;
  if (source.is_cancelled()) {
    destination.cancel();
  } else if (!source.has_failed()) {
    static_cast<void>(destination.set_result(source.peek_result()));
  } else if (Ref<Exception> refused = destination.set_exception(Ref<Exception>(source.peek_result().as<Exception>()))) {
    refused->rethrow();  // StopIteration: reported, and the future stays pending
  }
}

/// Gives a thread's future what a loop's ended with.
void copy_to(ConcurrentFuture& destination, Future& source) {
  if (source.is_cancelled()) destination.cancel();
  if (!destination.set_running_or_notify_cancel()) return;
  Outcome outcome = source.result();
  if (outcome.ok()) {
    static_cast<void>(destination.set_result(outcome.take()));
  } else {
    static_cast<void>(destination.set_exception(outcome.error()));
  }
}

}  // namespace

Ref<Future> wrap_future(EventLoop& loop, const Ref<ConcurrentFuture>& source) {
  Ref<Future> destination = loop.create_future();
  destination->describe(AwaitKind::executor);
  destination->add_done_callback(bound_callback(
      "chain.check_cancel",
      [](Future* completed, const Ref<ConcurrentFuture>& thread_future) {
        if (completed->is_cancelled()) thread_future->cancel();
      },
      source));
  source->add_done_callback(Value(destination), [](ConcurrentFuture& completed, const Value& held) {
    const Ref<Future> future(held.as<Future>());
    EventLoop& target = future->loop();
    if (target.is_closed()) return;
    target.call_soon_threadsafe(bound_callback(
        "chain.set_state",
        [](Future*, const Ref<Future>& to, const Ref<ConcurrentFuture>& from) { copy_to(*to, *from); }, future,
        Ref<ConcurrentFuture>(&completed)));
  });
  return destination;
}

namespace {

/// In the loop's thread: the coroutine becomes a task, and each of the two futures follows the other.
void start_task(EventLoop& loop, const Ref<ConcurrentFuture>& destination, const Ref<CoroutineObject>& coroutine) {
  Outcome ensured = loop.ensure_future(coroutine);
  if (!ensured.ok()) {
    if (destination->set_running_or_notify_cancel()) static_cast<void>(destination->set_exception(ensured.error()));
    ensured.error()->rethrow();
  }
  const Ref<Future> source(ensured.value().as<Future>());
  // Cancelling the thread's future cancels the task, from whichever thread that is.
  destination->add_done_callback(Value(source), [](ConcurrentFuture& completed, const Value& held) {
    if (!completed.is_cancelled()) return;
    const Ref<Future> task(held.as<Future>());
    task->loop().call_soon_threadsafe(bound_callback(
        "Task.cancel", [](Future*, const Ref<Future>& cancelled) { cancelled->cancel(); }, task));
  });
  source->add_done_callback(bound_callback(
      "chain.done",
      [](Future* completed, const Ref<ConcurrentFuture>& thread_future) { copy_to(*thread_future, *completed); },
      destination));
}

}  // namespace

Outcome run_coroutine_threadsafe(EventLoop& loop, const Ref<CoroutineObject>& coroutine) {
  if (Ref<Exception> closed = loop.check_closed()) return closed;
  Ref<ConcurrentFuture> destination = make<ConcurrentFuture>(loop.runtime());
  loop.call_soon_threadsafe(bound_callback(
      "run_coroutine_threadsafe.start",
      [](Future*, const Ref<EventLoop>& target, const Ref<ConcurrentFuture>& thread_future,
         const Ref<CoroutineObject>& started) { start_task(*target, thread_future, started); },
      Ref<EventLoop>(&loop), destination, coroutine));
  return Value(std::move(destination));
}

}  // namespace loopline::loop
