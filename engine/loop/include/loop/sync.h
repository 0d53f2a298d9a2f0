// Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier: CPython 3.11.2 locks.py.
//
// Coroutines are static functions that take the object as Held<…>: a coroutine keeps what it works on alive even before
// it has begun. Each class has a member of the same meaning for native code.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>

#include "loop/coroutine.h"
#include "loop/event_loop.h"

namespace loopline::loop {

/// What belongs to the loop in which it was first waited for.
class LoopBound : public Container {
 public:
  LoopBound(ObjectKind kind, Runtime& runtime, ObjectType type);
  ObjectId id() const noexcept { return m_id; }
  Runtime& runtime() const noexcept { return m_runtime; }

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 protected:
  /// The running loop; throws RuntimeError if it is not the one this object is bound to.
  EventLoop& get_loop();
  Ref<Exception> error(ExceptionKind kind, const char* message) const;
  /// Tells the trace, if there is one, what happened to this object.
  void tell(ObjectChange change, std::int64_t value = 0) const;
  /// A future to wait on, described for the trace.
  Ref<Future> make_waiter(AwaitKind kind);

  Runtime& m_runtime;
  ObjectId m_id = 0;

 private:
  Ref<EventLoop> m_loop;
};

/// The futures of those who wait, in order of arrival.
class Waiters {
 public:
  void push(Ref<Future> waiter) { m_waiters.push_back(std::move(waiter)); }
  void remove(const Future& waiter) noexcept;
  Ref<Future> pop();
  std::size_t size() const noexcept { return m_waiters.size(); }
  bool empty() const noexcept { return m_waiters.empty(); }
  bool all_cancelled() const noexcept;
  auto begin() const noexcept { return m_waiters.begin(); }
  auto end() const noexcept { return m_waiters.end(); }
  void visit(Visitor& visitor) const;
  void clear() noexcept { m_waiters.clear(); }

 private:
  std::deque<Ref<Future>> m_waiters;
};

class Lock final : public LoopBound {
 public:
  explicit Lock(Runtime& runtime) : LoopBound(ObjectKind::lock, runtime, ObjectType::lock) {}

  bool is_locked() const noexcept { return m_locked; }
  std::size_t waiter_count() const noexcept { return m_waiters.size(); }
  static Coroutine<bool> acquire(Held<Lock> self);
  Coroutine<bool> acquire() { return acquire(Held<Lock>(Ref<Lock>(this))); }
  /// RuntimeError('Lock is not acquired.') or null.
  Ref<Exception> release_lock();

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  void wake_up_first();

  Waiters m_waiters;
  bool m_locked = false;
};

class Event final : public LoopBound {
 public:
  explicit Event(Runtime& runtime) : LoopBound(ObjectKind::event, runtime, ObjectType::event) {}

  bool is_set() const noexcept { return m_value; }
  std::size_t waiter_count() const noexcept { return m_waiters.size(); }
  void set();
  void clear();
  /// `waits_for` and `owner` say for the trace what waiting means when the event is part of something else.
  static Coroutine<bool> wait(Held<Event> self, AwaitKind waits_for = AwaitKind::event);
  Coroutine<bool> wait() { return wait(Held<Event>(Ref<Event>(this))); }
  void set_owner(ObjectId owner) noexcept { m_owner = owner; }

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  Waiters m_waiters;
  bool m_value = false;
  ObjectId m_owner = 0;
};

class Condition final : public LoopBound {
 public:
  /// Null: a lock of its own.
  explicit Condition(Runtime& runtime, Ref<Lock> lock = nullptr);

  const Ref<Lock>& lock() const noexcept { return m_lock; }
  /// Before anybody uses the condition.
  void set_lock(Ref<Lock> lock) noexcept { m_lock = std::move(lock); }
  std::size_t waiter_count() const noexcept { return m_waiters.size(); }
  static Coroutine<bool> wait(Held<Condition> self);
  Coroutine<bool> wait() { return wait(Held<Condition>(Ref<Condition>(this))); }
  /// Waits until the predicate's value is true, and returns it. What the predicate raises, this throws.
  using Predicate = std::function<Outcome()>;
  static Coroutine<Value> wait_for(Held<Condition> self, Predicate predicate,
                                   std::function<bool(const Value&)> is_true);
  /// RuntimeError if the lock is not held, or null.
  Ref<Exception> notify(std::size_t count = 1);
  Ref<Exception> notify_all() { return notify(m_waiters.size()); }

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  Ref<Lock> m_lock;
  Waiters m_waiters;
};

class Semaphore final : public LoopBound {
 public:
  /// `bound`: release() beyond it is a ValueError (BoundedSemaphore). `value` is not negative.
  Semaphore(Runtime& runtime, std::int64_t value, std::optional<std::int64_t> bound = std::nullopt);

  bool is_locked() const noexcept;
  bool is_bounded() const noexcept { return m_bound.has_value(); }
  std::int64_t value() const noexcept { return m_value; }
  /// Before anybody uses the semaphore.
  void set_value(std::int64_t value) noexcept {
    m_value = value;
    if (m_bound) m_bound = value;
  }
  std::size_t waiter_count() const noexcept { return m_waiters.size(); }
  static Coroutine<bool> acquire(Held<Semaphore> self);
  Coroutine<bool> acquire() { return acquire(Held<Semaphore>(Ref<Semaphore>(this))); }
  /// ValueError('BoundedSemaphore released too many times') or null.
  Ref<Exception> release_permit();

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  void wake_up_next();

  Waiters m_waiters;
  std::int64_t m_value;
  std::optional<std::int64_t> m_bound;
};

class Barrier final : public LoopBound {
 public:
  enum class State : std::uint8_t { filling, draining, resetting, broken };

  /// `parties` is at least 1.
  Barrier(Runtime& runtime, std::int64_t parties);

  std::int64_t parties() const noexcept { return m_parties; }
  /// Before anybody uses the barrier.
  void set_parties(std::int64_t parties) noexcept { m_parties = parties; }
  /// How many wait now.
  std::int64_t waiting() const noexcept { return m_state == State::filling ? m_count : 0; }
  bool is_broken() const noexcept { return m_state == State::broken; }
  State state() const noexcept { return m_state; }
  std::string_view state_name() const noexcept;
  /// The index of arrival, from 0. BrokenBarrierError if the barrier is or gets broken.
  static Coroutine<std::int64_t> wait(Held<Barrier> self);
  Coroutine<std::int64_t> wait() { return wait(Held<Barrier>(Ref<Barrier>(this))); }
  static Coroutine<void> reset(Held<Barrier> self);
  static Coroutine<void> abort(Held<Barrier> self);

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  void exit();

  Ref<Condition> m_condition;
  std::int64_t m_parties;
  std::int64_t m_count = 0;
  State m_state = State::filling;
};

}  // namespace loopline::loop
