// What is to run when: callbacks, timers, tasks.
#include <utility>

#include "loop/event_loop.h"
#include "loop/task.h"

namespace loopline::loop {

Ref<Handle> EventLoop::call_soon(Ref<Callback> callback) {
  if (m_closed) return nullptr;
  Ref<Handle> handle = make<Handle>(*this, std::move(callback));
  if (instrument() != nullptr) [[unlikely]]
    handle->m_id = m_runtime->new_object_id();
  handle->m_scheduled_at = m_runtime->last_event();
  put_ready(handle, nullptr);
  return handle;
}

Ref<Handle> EventLoop::call_soon(std::function<void()> function) {
  return call_soon(make<FunctionCallback>("function", [function = std::move(function)](Future*) { function(); }));
}

Ref<Handle> EventLoop::call_soon_threadsafe(Ref<Callback> callback) {
  Ref<Handle> handle = call_soon(std::move(callback));
  if (handle) write_to_self();
  return handle;
}

Ref<TimerHandle> EventLoop::call_at(Time when, Ref<Callback> callback) {
  if (m_closed) return nullptr;
  Ref<TimerHandle> timer = make<TimerHandle>(*this, when, std::move(callback));
  timer->m_run_kind = RunKind::timer;
  if (instrument() != nullptr) [[unlikely]] {
    timer->m_id = m_runtime->new_object_id();
    instrument()->timer_set(timer->m_id, timer->m_callback->name(), when, {});
  }
  m_scheduled.push(when, timer);
  return timer;
}

Ref<TimerFuture> EventLoop::create_timer_future(Time when, AwaitKind kind) {
  if (m_closed) return nullptr;
  Ref<TimerFuture> timer = make<TimerFuture>(*this, when);
  timer->describe(kind);
  if (methods) {
    timer->m_timer_id = m_runtime->new_object_id();
    const auto fire = [timer](Future*) {
      timer->m_loop->forget_timer(*timer);
      if (!timer->m_timer_cancelled) timer->complete_with_none();
    };
    const char* const name = kind == AwaitKind::sleep ? "_set_result_unless_cancelled" : "_release_waiter";
    m_timer_handles[timer->m_timer_id] =
        methods->call_later(*this, when - time(), make<FunctionCallback>(name, fire), timer.get());
    return timer;
  }
  if (instrument() != nullptr) [[unlikely]] {
    timer->m_timer_id = m_runtime->new_object_id();
    instrument()->timer_set(timer->m_timer_id, kind == AwaitKind::sleep ? "sleep" : "wait_for", when, timer->awaited());
  }
  m_scheduled.push(when, timer);
  return timer;
}

Ref<Handle> EventLoop::schedule_soon(const Ref<Callback>& callback) {
  return methods ? methods->call_soon(*this, callback) : call_soon(callback);
}

Ref<Handle> EventLoop::schedule_at(Time when, const Ref<Callback>& callback) {
  return methods ? methods->call_at(*this, when, callback) : call_at(when, callback);
}

Ref<Handle> EventLoop::schedule_later(Duration delay, const Ref<Callback>& callback) {
  return methods ? methods->call_later(*this, delay, callback, nullptr) : call_later(delay, callback);
}

void EventLoop::forget_timer(const TimerFuture& timer) {
  const auto found = m_timer_handles.find(timer.m_timer_id);
  if (found == m_timer_handles.end()) return;
  const Ref<Handle> handle = std::move(found->second);
  m_timer_handles.erase(found);
  if (handle) handle->cancel();
}

Ref<Exception> EventLoop::call_now(Object& what, Future* completed) {
  const Ref<Object> keep(&what);
  if (what.kind() != ObjectKind::task) return static_cast<Callback&>(what).call(*this, completed);
  return run_task(static_cast<Task&>(what), {&what, completed}) ? std::move(m_leaving) : nullptr;
}

Ref<TimerHandle> EventLoop::call_later(Duration delay, Ref<Callback> callback) {
  return call_at(saturating_add(time(), delay), std::move(callback));
}

Ref<TimerHandle> EventLoop::call_later(Duration delay, std::function<void()> function) {
  return call_later(delay,
                    make<FunctionCallback>("function", [function = std::move(function)](Future*) { function(); }));
}

void EventLoop::timer_cancelled(bool scheduled, ObjectId timer) {
  if (scheduled) m_scheduled.note_cancelled();
  if (timer != 0 && instrument() != nullptr) instrument()->timer_cancelled(timer);
}

void EventLoop::handle_cancelled(Handle& handle) {
  if (handle.m_id != 0 && instrument() != nullptr) instrument()->handle_cancelled(handle.m_id, handle.m_scheduled_at);
}

Outcome EventLoop::create_task(const Ref<CoroutineObject>& coroutine, std::string_view name, Ref<Context> context) {
  if (methods) return methods->create_task(*this, coroutine, name, context);
  return make_task(coroutine, name, std::move(context));
}

Outcome EventLoop::make_task(const Ref<CoroutineObject>& coroutine, std::string_view name, Ref<Context> context) {
  if (m_closed) return check_closed();
  if (!m_task_factory) return Value(make<Task>(*this, coroutine, name, std::move(context)));
  Outcome made = m_task_factory->make_task(*this, coroutine, context);
  if (made.ok() && !name.empty() && made.value().is_object(ObjectKind::task)) {
    made.value().as<Task>()->set_name(std::string(name));
  }
  return made;
}

Outcome EventLoop::ensure_future(const Value& awaitable) {
  if (is_future(awaitable)) {
    if (&awaitable.as<Future>()->loop() == this) return awaitable;
    return host().make_exception(ExceptionKind::value_error,
                                 "The future belongs to a different loop than the one specified as the loop argument");
  }
  Ref<CoroutineObject> coroutine;
  const bool wrapped = !awaitable.is_object(ObjectKind::coroutine);
  if (wrapped) {
    coroutine = host().as_coroutine(awaitable);
    if (!coroutine) {
      return host().make_exception(ExceptionKind::type_error,
                                   "An asyncio.Future, a coroutine or an awaitable is required");
    }
  } else {
    coroutine = Ref<CoroutineObject>(awaitable.as<CoroutineObject>());
  }
  Outcome task = create_task(coroutine);
  if (!task.ok() && !wrapped && task.error()->is(ExceptionKind::runtime_error)) static_cast<void>(coroutine->close());
  if (task.ok() && !is_future(task.value())) {
    return host().make_exception(ExceptionKind::type_error, "the task factory must return a Future");
  }
  return task;
}

}  // namespace loopline::loop
