#include "loop/wait.h"

#include "cancel_timer_guard.h"
#include "loop/running_loop.h"
#include "loop/task.h"

namespace loopline::loop {

namespace {

/// Completes a future when another one is done.
class ReleaseWaiter final : public Callback {
 public:
  explicit ReleaseWaiter(Ref<Future> waiter) noexcept : m_waiter(std::move(waiter)) {}
  Ref<Exception> call(EventLoop& /*loop*/, Future* /*completed*/) override {
    m_waiter->complete_with_none();
    return nullptr;
  }
  std::string name() const override { return "wait_for"; }
  void visit(Visitor& visitor) const override {
    Callback::visit(visitor);
    visitor.visit(m_waiter.get());
  }

 private:
  Ref<Future> m_waiter;
};

/// Removes a done-callback on leaving a scope, as a finally block would.
class CallbackGuard {
 public:
  CallbackGuard(Future& future, Object& callback) noexcept : m_future(future), m_callback(callback) {}
  ~CallbackGuard() { m_future.remove_done_callback(m_callback); }
  CallbackGuard(const CallbackGuard&) = delete;
  CallbackGuard& operator=(const CallbackGuard&) = delete;

 private:
  Future& m_future;
  Object& m_callback;
};

/// Cancels a future and waits until it has ended, in a way that can be cancelled itself.
Coroutine<void> cancel_and_wait(Runtime& runtime, Held<Future> future) {
  auto waiter = co_await hold(running_loop(runtime).create_future());
  waiter->describe(AwaitKind::wait_for, future->id());
  auto callback = co_await hold(make<ReleaseWaiter>(waiter.ref()));
  future->add_done_callback(callback.ref());
  const CallbackGuard guard(*future, *callback);
  runtime.host().cancel(*future, Value());
  co_await waiter.ref();
}

/// The result of a future that was cancelled because its time was over.
Value result_or_timeout(Runtime& runtime, Future& future) {
  Outcome outcome = future.result();
  if (outcome.ok()) return outcome.take();
  if (!outcome.error()->is(ExceptionKind::cancelled_error)) outcome.error()->rethrow();
  const Ref<Exception> timeout = runtime.host().make_exception(ExceptionKind::timeout_error, "");
  timeout->set_context(outcome.error());
  timeout->set_cause(outcome.error());
  throw Raised(timeout);
}

}  // namespace

void FutureList::visit(Visitor& visitor) const {
  for (const Ref<Future>& future : futures) visitor.visit(future.get());
}

// ---- wait_for ------------------------------------------------------------------------------------------------------

Coroutine<Value> wait_for(Runtime& runtime, Held<Object> awaitable, std::optional<Duration> timeout) {
  EventLoop& loop = running_loop(runtime);
  if (!timeout) {
    const ObjectKind kind = awaitable->kind();
    if (is_future(*awaitable)) {
      co_return co_await Ref<Future>(static_cast<Future*>(awaitable.get()));
    }
    Ref<CoroutineObject> coroutine = kind == ObjectKind::coroutine
                                         ? Ref<CoroutineObject>(static_cast<CoroutineObject*>(awaitable.get()))
                                         : loop.host().as_coroutine(Value(awaitable.get()));
    if (!coroutine) {
      loop.host()
          .make_exception(ExceptionKind::type_error,
                          "object " + loop.host().repr(Value(awaitable.get())) + " can't be used in 'await' expression")
          ->rethrow();
    }
    co_return co_await std::move(coroutine);
  }
  if (*timeout <= Duration::zero()) {
    const Value ensured = loop.ensure_future(Value(awaitable.get())).value_or_throw();
    auto future = co_await hold(Ref<Future>(ensured.as<Future>()));
    if (future->is_done()) co_return future->result().value_or_throw();
    co_await cancel_and_wait(runtime, Held<Future>(future.ref()));
    co_return result_or_timeout(runtime, *future);
  }
  const Time due = saturating_add(loop.time(), *timeout);
  auto waiter = co_await hold(loop.create_timer_future(due, AwaitKind::wait_for));
  auto callback = co_await hold(make<ReleaseWaiter>(waiter.ref()));
  Value ensured = loop.ensure_future(Value(awaitable.get())).value_or_throw();
  auto future = co_await hold(Ref<Future>(ensured.as<Future>()));
  ensured.reset();
  waiter->describe(AwaitKind::wait_for, future->id(), due.count());
  future->add_done_callback(callback.ref());
  const CancelTimerGuard guard(waiter.get());
  Ref<Exception> cancelled;
  try {
    co_await Ref<Future>(waiter.ref());
  } catch (const Raised& raised) {
    if (!raised.is(ExceptionKind::cancelled_error)) throw;
    cancelled = raised.exception();
  }
  if (future->is_done()) co_return future->result().value_or_throw();
  future->remove_done_callback(*callback);
  // The job must not run on after wait_for has returned, however long its end takes.
  co_await cancel_and_wait(runtime, Held<Future>(future.ref()));
  if (cancelled) cancelled->rethrow();
  co_return result_or_timeout(runtime, *future);
}

// ---- wait ----------------------------------------------------------------------------------------------------------

namespace {

/// The done-callback of all futures of one wait().
class WaitChildDone final : public Callback {
 public:
  /// `timer` is null, or the waiter itself.
  WaitChildDone(std::size_t count, ReturnWhen when, Ref<Future> waiter, TimerFuture* timer)
      : m_left(count), m_when(when), m_waiter(std::move(waiter)), m_timer(timer) {}
  std::string name() const override { return "wait.child_done"; }

  Ref<Exception> call(EventLoop& /*loop*/, Future* child) override {
    if (m_left > 0) --m_left;
    const bool enough = m_left == 0 || m_when == ReturnWhen::first_completed ||
                        (m_when == ReturnWhen::first_exception && has_failed(*child));
    if (!enough) return nullptr;
    if (m_timer != nullptr) m_timer->cancel_timer();
    m_waiter->complete_with_none();
    return nullptr;
  }
  void visit(Visitor& visitor) const override {
    Callback::visit(visitor);
    visitor.visit(m_waiter.get());
  }

 private:
  static bool has_failed(Future& child) { return !child.is_cancelled() && !child.exception().value().is_none(); }

  std::size_t m_left;
  ReturnWhen m_when;
  Ref<Future> m_waiter;
  TimerFuture* m_timer;
};

class WaitGuard {
 public:
  WaitGuard(FutureList& list, Object& callback, TimerFuture* timer) noexcept
      : m_list(list), m_callback(callback), m_timer(timer) {}
  ~WaitGuard() {
    if (m_timer != nullptr) m_timer->cancel_timer();
    for (const Ref<Future>& future : m_list.futures) future->remove_done_callback(m_callback);
  }
  WaitGuard(const WaitGuard&) = delete;
  WaitGuard& operator=(const WaitGuard&) = delete;

 private:
  FutureList& m_list;
  Object& m_callback;
  TimerFuture* m_timer;
};

}  // namespace

Coroutine<WaitResult> wait(Runtime& runtime, Held<FutureList> futures, std::optional<Duration> timeout,
                           ReturnWhen return_when) {
  EventLoop& loop = running_loop(runtime);
  Ref<TimerFuture> timer;
  Ref<Future> waiting;  // not made inside the co_await below: GCC 12 destroys the temporaries of a ?: there twice
  if (timeout) {
    waiting = timer = loop.create_timer_future(saturating_add(loop.time(), *timeout), AwaitKind::wait);
  } else {
    waiting = loop.create_future();
  }
  auto waiter = co_await hold(std::move(waiting));
  waiter->describe(AwaitKind::wait, futures->futures.front()->id(), timer ? timer->when().count() : 0);
  auto callback = co_await hold(make<WaitChildDone>(futures->futures.size(), return_when, waiter.ref(), timer.get()));
  for (const Ref<Future>& future : futures->futures) future->add_done_callback(callback.ref());
  {
    const WaitGuard guard(*futures, *callback, std::exchange(timer, nullptr).get());
    co_await waiter.ref();
  }
  WaitResult result;
  for (const Ref<Future>& future : futures->futures) {
    (future->is_done() ? result.done : result.pending).push_back(future);
  }
  co_return result;
}

// ---- shield --------------------------------------------------------------------------------------------------------

namespace {

class InnerDone final : public Callback {
 public:
  explicit InnerDone(Ref<Future> outer) noexcept : m_outer(std::move(outer)) {}
  std::string name() const override { return "shield.inner_done"; }
  Ref<Exception> call(EventLoop& /*loop*/, Future* inner) override {
    if (m_outer->is_cancelled()) {
      if (!inner->is_cancelled()) static_cast<void>(inner->exception());  // counts as retrieved
      return nullptr;
    }
    if (inner->is_cancelled()) {
      m_outer->cancel();
      return nullptr;
    }
    const Outcome exception = inner->exception();
    if (exception.value().is_object(ObjectKind::exception)) {
      return m_outer->set_exception(Ref<Exception>(exception.value().as<Exception>()));
    }
    return m_outer->set_result(inner->result().take());
  }
  void visit(Visitor& visitor) const override {
    Callback::visit(visitor);
    visitor.visit(m_outer.get());
  }

 private:
  Ref<Future> m_outer;
};

class OuterDone final : public Callback {
 public:
  OuterDone(Ref<Future> inner, Ref<Object> inner_done) noexcept
      : m_inner(std::move(inner)), m_inner_done(std::move(inner_done)) {}
  std::string name() const override { return "shield.outer_done"; }
  Ref<Exception> call(EventLoop& /*loop*/, Future* /*outer*/) override {
    if (!m_inner->is_done()) m_inner->remove_done_callback(*m_inner_done);
    return nullptr;
  }
  void visit(Visitor& visitor) const override {
    Callback::visit(visitor);
    visitor.visit(m_inner.get());
    visitor.visit(m_inner_done.get());
  }

 private:
  Ref<Future> m_inner;
  Ref<Object> m_inner_done;
};

}  // namespace

Outcome shield(EventLoop& loop, const Value& awaitable) {
  Outcome ensured = is_future(awaitable) ? Outcome(awaitable) : loop.ensure_future(awaitable);
  if (!ensured.ok()) return ensured;
  const Ref<Future> inner(ensured.value().as<Future>());
  if (inner->is_done()) return ensured;
  Ref<Future> outer = inner->loop().create_future();
  outer->describe(AwaitKind::shield, inner->id());
  const Ref<InnerDone> inner_done = make<InnerDone>(outer);
  inner->add_done_callback(inner_done);
  outer->add_done_callback(make<OuterDone>(inner, inner_done));
  return Value(std::move(outer));
}

// ---- as_completed --------------------------------------------------------------------------------------------------

class AsCompleted::ChildDone final : public Callback {
 public:
  explicit ChildDone(AsCompleted& owner) noexcept : m_owner(&owner) {}
  std::string name() const override { return "as_completed.child_done"; }
  Ref<Exception> call(EventLoop& /*loop*/, Future* child) override {
    m_owner->child_done(*child);
    return nullptr;
  }
  void visit(Visitor& visitor) const override {
    Callback::visit(visitor);
    visitor.visit(m_owner.get());
  }

 private:
  Ref<AsCompleted> m_owner;
};

class AsCompleted::TimeOver final : public Callback {
 public:
  explicit TimeOver(AsCompleted& owner) noexcept : m_owner(&owner) {}
  std::string name() const override { return "as_completed.timeout"; }
  Ref<Exception> call(EventLoop& /*loop*/, Future* /*completed*/) override {
    m_owner->time_over();
    return nullptr;
  }
  void visit(Visitor& visitor) const override {
    Callback::visit(visitor);
    visitor.visit(m_owner.get());
  }

 private:
  Ref<AsCompleted> m_owner;
};

AsCompleted::AsCompleted(EventLoop& loop, std::vector<Ref<Future>> futures, std::optional<Duration> timeout)
    : Container(ObjectKind::as_completed),
      m_done(make<Queue>(loop.runtime())),
      m_todo(std::make_move_iterator(futures.begin()), std::make_move_iterator(futures.end())),
      m_count(m_todo.size()) {
  m_references = 1;  // callbacks refer to this object while it is being made
  m_child_done = make<ChildDone>(*this);
  for (const Ref<Future>& future : m_todo) future->add_done_callback(m_child_done);
  if (!m_todo.empty() && timeout) m_timer = loop.schedule_later(*timeout, make<TimeOver>(*this));
  --m_references;
}

void AsCompleted::child_done(Future& child) {
  if (m_todo.empty()) return;  // the time was over first
  // Mostly the first ones are done first: they are found, and their gap closed, in no time.
  const auto found = std::find_if(m_todo.begin(), m_todo.end(), [&](const auto& each) { return each.get() == &child; });
  if (found != m_todo.end()) m_todo.erase(found);
  static_cast<void>(m_done->put_nowait(Value(&child)));
  if (m_todo.empty() && m_timer) m_timer->cancel();
}

void AsCompleted::time_over() {
  for (const Ref<Future>& future : m_todo) {
    future->remove_done_callback(*m_child_done);
    static_cast<void>(m_done->put_nowait(Value::none()));
  }
  m_todo.clear();
}

namespace {

Coroutine<Value> next_completed(Runtime& runtime, Held<Queue> done) {
  const Value next = co_await done->get();
  if (next.is_none()) runtime.host().make_exception(ExceptionKind::timeout_error, "")->rethrow();
  co_return next.as<Future>()->result().value_or_throw();
}

}  // namespace

Coroutine<Value> AsCompleted::next() {
  Runtime& runtime = m_done->runtime();
  return next_completed(runtime, Held<Queue>(m_done)).named("as_completed.next", runtime);
}

void AsCompleted::visit(Visitor& visitor) const {
  visitor.visit(m_done.get());
  for (const Ref<Future>& future : m_todo) visitor.visit(future.get());
  visitor.visit(m_child_done.get());
  visitor.visit(m_timer.get());
}

void AsCompleted::drop_references() noexcept {
  m_todo.clear();
  m_child_done = nullptr;
  m_timer = nullptr;
}

}  // namespace loopline::loop
