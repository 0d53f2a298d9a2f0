#include "loop/sync.h"

#include <algorithm>

#include "loop/running_loop.h"
#include "loop/task.h"

namespace loopline::loop {

// ---- LoopBound, Waiters --------------------------------------------------------------------------------------------

LoopBound::LoopBound(ObjectKind kind, Runtime& runtime, ObjectType type) : Container(kind), m_runtime(runtime) {
  m_id = runtime.new_object_id();
  if (Instrument* instrument = runtime.instrument(); instrument != nullptr) {
    static constexpr std::string_view kLabels[] = {"Future",    "gather",    "Lock",    "Event",
                                                   "Condition", "Semaphore", "Barrier", "Queue"};
    const auto index = static_cast<std::size_t>(type);
    instrument->object_made(m_id, type, index < std::size(kLabels) ? kLabels[index] : std::string_view());
  }
}

EventLoop& LoopBound::get_loop() {
  EventLoop& loop = running_loop(m_runtime);
  if (!m_loop) m_loop = Ref<EventLoop>(&loop);
  if (m_loop != &loop) {
    m_runtime.host()
        .make_exception(ExceptionKind::runtime_error,
                        m_runtime.host().repr(Value(this)) + " is bound to a different event loop")
        ->rethrow();
  }
  return loop;
}

Ref<Exception> LoopBound::error(ExceptionKind kind, const char* message) const {
  return m_runtime.host().make_exception(kind, message);
}

void LoopBound::tell(ObjectChange change, std::int64_t value) const {
  Instrument* instrument = m_runtime.instrument();
  if (instrument == nullptr) return;
  const EventLoop* loop = find_running_loop(m_runtime);
  Task* task = loop != nullptr ? loop->current_task() : nullptr;
  instrument->object_changed(m_id, change, task != nullptr ? task->id() : 0, 0, value);
}

Ref<Future> LoopBound::make_waiter(AwaitKind kind) {
  Ref<Future> waiter = get_loop().create_future();
  waiter->describe(kind, m_id);
  return waiter;
}

void LoopBound::visit(Visitor& visitor) const { visitor.visit(m_loop.get()); }
void LoopBound::drop_references() noexcept { m_loop = nullptr; }

void Waiters::remove(const Future& waiter) noexcept {
  const auto found =
      std::find_if(m_waiters.begin(), m_waiters.end(), [&](const auto& each) { return each == &waiter; });
  if (found != m_waiters.end()) m_waiters.erase(found);
}

Ref<Future> Waiters::pop() {
  Ref<Future> first = std::move(m_waiters.front());
  m_waiters.pop_front();
  return first;
}

bool Waiters::all_cancelled() const noexcept {
  return std::all_of(m_waiters.begin(), m_waiters.end(), [](const auto& waiter) { return waiter->is_cancelled(); });
}

void Waiters::visit(Visitor& visitor) const {
  for (const Ref<Future>& waiter : m_waiters) visitor.visit(waiter.get());
}

// ---- Lock ----------------------------------------------------------------------------------------------------------

Coroutine<bool> Lock::acquire(Held<Lock> self) {
  if (!self->m_locked && self->m_waiters.all_cancelled()) {
    self->m_locked = true;
    self->tell(ObjectChange::acquired);
    co_return true;
  }
  auto waiter = co_await hold(self->make_waiter(AwaitKind::lock));
  self->m_waiters.push(waiter.ref());
  Ref<Exception> raised;
  try {
    co_await waiter.ref();
  } catch (...) {
    raised = current_exception();
  }
  self->m_waiters.remove(*waiter);
  if (raised) {
    // Whoever is next must not be forgotten because this one gave up.
    if (raised->is(ExceptionKind::cancelled_error) && !self->m_locked) self->wake_up_first();
    raised->rethrow();
  }
  self->m_locked = true;
  self->tell(ObjectChange::acquired);
  co_return true;
}

Ref<Exception> Lock::release_lock() {
  if (!m_locked) return error(ExceptionKind::runtime_error, "Lock is not acquired.");
  m_locked = false;
  tell(ObjectChange::released, 1);
  wake_up_first();
  return nullptr;
}

void Lock::wake_up_first() {
  if (m_waiters.empty()) return;
  const Ref<Future> first = *m_waiters.begin();
  // A waiter that is done will wake up later on, and takes the lock or wakes the next.
  if (!first->is_done()) static_cast<void>(first->set_result(Value(true)));
}

void Lock::visit(Visitor& visitor) const {
  LoopBound::visit(visitor);
  m_waiters.visit(visitor);
}

void Lock::drop_references() noexcept {
  LoopBound::drop_references();
  m_waiters.clear();
}

// ---- Event ---------------------------------------------------------------------------------------------------------

void Event::set() {
  if (m_value) return;
  m_value = true;
  tell(ObjectChange::set);
  for (const Ref<Future>& waiter : m_waiters) {
    if (!waiter->is_done()) static_cast<void>(waiter->set_result(Value(true)));
  }
}

void Event::clear() {
  if (m_value) tell(ObjectChange::cleared);
  m_value = false;
}

Coroutine<bool> Event::wait(Held<Event> self, AwaitKind waits_for) {
  if (self->m_value) co_return true;
  auto waiter = co_await hold(self->make_waiter(waits_for));
  if (self->m_owner != 0) waiter->describe(waits_for, self->m_owner);
  self->m_waiters.push(waiter.ref());
  Ref<Exception> raised;
  try {
    co_await waiter.ref();
  } catch (...) {
    raised = current_exception();
  }
  self->m_waiters.remove(*waiter);
  if (raised) raised->rethrow();
  co_return true;
}

void Event::visit(Visitor& visitor) const {
  LoopBound::visit(visitor);
  m_waiters.visit(visitor);
}

void Event::drop_references() noexcept {
  LoopBound::drop_references();
  m_waiters.clear();
}

// ---- Condition -----------------------------------------------------------------------------------------------------

Condition::Condition(Runtime& runtime, Ref<Lock> lock)
    : LoopBound(ObjectKind::condition, runtime, ObjectType::condition),
      m_lock(lock ? std::move(lock) : make<Lock>(runtime)) {}

Coroutine<bool> Condition::wait(Held<Condition> self) {
  if (!self->m_lock->is_locked()) {
    self->error(ExceptionKind::runtime_error, "cannot wait on un-acquired lock")->rethrow();
  }
  if (Ref<Exception> failed = self->m_lock->release_lock()) failed->rethrow();
  Ref<Exception> raised;
  Ref<Future> waiting;
  try {
    auto waiter = co_await hold(self->make_waiter(AwaitKind::condition));
    waiting = waiter.ref();
    self->m_waiters.push(waiting);
    co_await waiter.ref();
  } catch (...) {
    raised = current_exception();
  }
  if (waiting) self->m_waiters.remove(*std::exchange(waiting, nullptr));
  // The lock is taken again even by who was cancelled.
  bool cancelled = false;
  for (bool acquired = false; !acquired;) {
    try {
      co_await self->m_lock->acquire();
      acquired = true;
    } catch (const Raised& failure) {
      if (!failure.is(ExceptionKind::cancelled_error)) throw;
      cancelled = true;
    }
  }
  if (cancelled) self->m_runtime.host().make_cancelled({})->rethrow();
  if (raised) raised->rethrow();
  co_return true;
}

Coroutine<Value> Condition::wait_for(Held<Condition> self, Predicate predicate,
                                     std::function<bool(const Value&)> is_true) {
  Value result = predicate().value_or_throw();
  while (!is_true(result)) {
    co_await self->wait();
    result = predicate().value_or_throw();
  }
  co_return result;
}

Ref<Exception> Condition::notify(std::size_t count) {
  if (!m_lock->is_locked()) return error(ExceptionKind::runtime_error, "cannot notify on un-acquired lock");
  std::size_t notified = 0;
  for (const Ref<Future>& waiter : m_waiters) {
    if (notified >= count) break;
    if (waiter->is_done()) continue;
    ++notified;
    static_cast<void>(waiter->set_result(Value(false)));
  }
  tell(ObjectChange::notified, static_cast<std::int64_t>(notified));
  return nullptr;
}

void Condition::visit(Visitor& visitor) const {
  LoopBound::visit(visitor);
  visitor.visit(m_lock.get());
  m_waiters.visit(visitor);
}

void Condition::drop_references() noexcept {
  LoopBound::drop_references();
  m_waiters.clear();
}

// ---- Semaphore -----------------------------------------------------------------------------------------------------

Semaphore::Semaphore(Runtime& runtime, std::int64_t value, std::optional<std::int64_t> bound)
    : LoopBound(ObjectKind::semaphore, runtime, ObjectType::semaphore), m_value(value), m_bound(bound) {
  tell(ObjectChange::resized, value);
}

bool Semaphore::is_locked() const noexcept { return m_value == 0 || !m_waiters.all_cancelled(); }

Coroutine<bool> Semaphore::acquire(Held<Semaphore> self) {
  if (!self->is_locked()) {
    --self->m_value;
    self->tell(ObjectChange::acquired, self->m_value);
    co_return true;
  }
  auto waiter = co_await hold(self->make_waiter(AwaitKind::semaphore));
  self->m_waiters.push(waiter.ref());
  Ref<Exception> raised;
  try {
    co_await waiter.ref();
  } catch (...) {
    raised = current_exception();
  }
  self->m_waiters.remove(*waiter);
  if (raised) {
    if (raised->is(ExceptionKind::cancelled_error) && !waiter->is_cancelled()) {
      ++self->m_value;
      self->wake_up_next();
    }
    raised->rethrow();
  }
  self->tell(ObjectChange::acquired, self->m_value);
  if (self->m_value > 0) self->wake_up_next();
  co_return true;
}

Ref<Exception> Semaphore::release_permit() {
  if (m_bound && m_value >= *m_bound) {
    return error(ExceptionKind::value_error, "BoundedSemaphore released too many times");
  }
  ++m_value;
  tell(ObjectChange::released, m_value);
  wake_up_next();
  return nullptr;
}

/// Hands a permit to the first who still waits: it is taken before the waiter runs.
void Semaphore::wake_up_next() {
  for (const Ref<Future>& waiter : m_waiters) {
    if (waiter->is_done()) continue;
    --m_value;
    static_cast<void>(waiter->set_result(Value(true)));
    return;
  }
}

void Semaphore::visit(Visitor& visitor) const {
  LoopBound::visit(visitor);
  m_waiters.visit(visitor);
}

void Semaphore::drop_references() noexcept {
  LoopBound::drop_references();
  m_waiters.clear();
}

// ---- Barrier -------------------------------------------------------------------------------------------------------

Barrier::Barrier(Runtime& runtime, std::int64_t parties)
    : LoopBound(ObjectKind::barrier, runtime, ObjectType::barrier),
      m_condition(make<Condition>(runtime)),
      m_parties(parties) {
  tell(ObjectChange::resized, parties);
}

std::string_view Barrier::state_name() const noexcept {
  switch (m_state) {
    case State::filling: return "filling";
    case State::draining: return "draining";
    case State::resetting: return "resetting";
    case State::broken: return "broken";
  }
  return "";
}

namespace {

/// Waits on the barrier's condition until `done` says so.
Coroutine<void> wait_until(Held<Condition> condition, std::function<bool()> done) {
  while (!done()) co_await condition->wait();
}

}  // namespace

Coroutine<std::int64_t> Barrier::wait(Held<Barrier> self) {
  co_await self->m_condition->lock()->acquire();
  Ref<Exception> raised;
  std::int64_t index = 0;
  bool counted = false;
  try {
    Barrier& barrier = *self;
    // Those who come while the barrier drains wait for the next round.
    co_await wait_until(Held<Condition>(self->m_condition), [&barrier] {
      return barrier.m_state != State::draining && barrier.m_state != State::resetting;
    });
    if (self->m_state == State::broken) {
      self->error(ExceptionKind::broken_barrier_error, "Barrier aborted")->rethrow();
    }
    index = self->m_count++;
    counted = true;
    self->tell(ObjectChange::arrived, self->m_count);
    if (index + 1 == self->m_parties) {
      self->m_state = State::draining;
      if (Ref<Exception> failed = self->m_condition->notify_all()) failed->rethrow();
    } else {
      co_await wait_until(Held<Condition>(self->m_condition), [&barrier] { return barrier.m_state != State::filling; });
      if (self->m_state == State::broken || self->m_state == State::resetting) {
        self->error(ExceptionKind::broken_barrier_error, "Abort or reset of barrier")->rethrow();
      }
    }
  } catch (...) {
    raised = current_exception();
  }
  if (counted) {
    --self->m_count;
    self->exit();
  }
  if (Ref<Exception> failed = self->m_condition->lock()->release_lock(); failed && !raised) raised = std::move(failed);
  if (raised) raised->rethrow();
  co_return index;
}

/// The last to leave opens the barrier for the next round.
void Barrier::exit() {
  if (m_count != 0) return;
  if (m_state == State::resetting || m_state == State::draining) m_state = State::filling;
  static_cast<void>(m_condition->notify_all());
}

Coroutine<void> Barrier::reset(Held<Barrier> self) {
  co_await self->m_condition->lock()->acquire();
  self->m_state = self->m_count > 0 ? State::resetting : State::filling;
  static_cast<void>(self->m_condition->notify_all());
  static_cast<void>(self->m_condition->lock()->release_lock());
}

Coroutine<void> Barrier::abort(Held<Barrier> self) {
  co_await self->m_condition->lock()->acquire();
  self->m_state = State::broken;
  self->tell(ObjectChange::broken);
  static_cast<void>(self->m_condition->notify_all());
  static_cast<void>(self->m_condition->lock()->release_lock());
}

void Barrier::visit(Visitor& visitor) const {
  LoopBound::visit(visitor);
  visitor.visit(m_condition.get());
}

void Barrier::drop_references() noexcept { LoopBound::drop_references(); }

}  // namespace loopline::loop
