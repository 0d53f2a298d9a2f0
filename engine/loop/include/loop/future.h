// Futures: PEP 3156, CPython 3.11's _asynciomodule.c.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "loop/callback.h"
#include "loop/exception.h"
#include "loop/instrument.h"
#include "loop/object.h"
#include "loop/value.h"

namespace loopline::loop {

class EventLoop;
class Task;

class Future : public Container {
 public:
  enum class State : std::uint8_t { pending, cancelled, finished };

  explicit Future(EventLoop& loop) : Future(ObjectKind::future, loop) {}
  ~Future() override;

  EventLoop& loop() const noexcept { return *m_loop; }
  State state() const noexcept { return static_cast<State>(m_small & kStateMask); }
  bool is_done() const noexcept { return state() != State::pending; }
  bool is_cancelled() const noexcept { return state() == State::cancelled; }
  /// Finished with a result.
  bool ended_well() const noexcept { return state() == State::finished && !m_failed; }

  /// Futures are finished once: what comes too late gets InvalidStateError. Null on success.
  [[nodiscard]] Ref<Exception> set_result(Value result);
  [[nodiscard]] Ref<Exception> set_exception(Ref<Exception> exception);
  /// Completes it with None unless it is done already.
  void complete_with_none();
  /// Requests cancellation. False if it is too late. A plain future is cancelled at once; a task, a gather pass it on.
  virtual bool cancel(const Value& message = {});

  /// The result, or what was raised; CancelledError if cancelled, InvalidStateError if pending. Counts as retrieved.
  Outcome result();
  /// The same for native code: throws the exception.
  Value result_or_throw() {
    if (ended_well()) [[likely]]
      return m_result;
    return result().value_or_throw();
  }
  /// The exception or None in `value`, CancelledError or InvalidStateError as errors. Counts as retrieved.
  Outcome exception();
  /// The exception of a finished future without counting as retrieved; null if there is none.
  Exception* peek_exception() const noexcept;
  /// The result of a finished future; unset otherwise.
  const Value& peek_result() const noexcept;
  /// A new CancelledError with the message of the cancellation, or the one that ended the task, once.
  Ref<Exception> make_cancelled_error();
  /// Unset for none.
  Value cancel_message() const { return m_rare != nullptr ? m_rare->cancel_message : Value(); }

  /// A Task to wake or a Callback, called in the order of adding; at once in the next turn if the future is done.
  void add_done_callback(Ref<Object> callback);
  /// Removes all callbacks for which `matches` says so; returns how many.
  std::size_t remove_done_callbacks(const std::function<bool(Object&)>& matches);
  std::size_t remove_done_callback(const Object& callback);
  std::size_t callback_count() const noexcept;
  Object& callback_at(std::size_t index) const noexcept;

  /// The mark of `await` against a bare `yield` of a future (asyncio's _asyncio_future_blocking).
  bool is_awaited() const noexcept { return m_awaited; }
  void set_awaited(bool awaited) noexcept { m_awaited = awaited; }

  void set_logs_traceback(bool logs) noexcept { m_logs_traceback = logs; }
  bool logs_traceback() const noexcept { return m_logs_traceback; }

  /// What waiting for this future means, for the trace. The time of a TimerFuture need not be given as its detail.
  void describe(AwaitKind kind, ObjectId owner = 0, std::int64_t detail = 0) {
    m_kind_awaited = kind;
    if (owner != 0 || detail != 0) describe_more(owner, detail);
  }
  AwaitKind await_kind() const noexcept { return m_kind_awaited; }
  Awaited awaited();
  /// The trace's number for it, given at the first call.
  ObjectId id() {
    if (m_id == 0) [[unlikely]]
      take_id();
    return m_id;
  }

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;
  void finalize() noexcept override;

 protected:
  Future(ObjectKind kind, EventLoop& loop);
  void dispose() noexcept override;

  void complete(State state, Value result);
  void schedule_callbacks();
  Ref<Exception> invalid_state(const char* message) const;
  virtual void tell_end(FutureEnd end);

  void set_cancel_message(const Value& message);

  /// m_small: the state, and above it what a Task adds.
  static constexpr std::uint8_t kStateMask = 3;

  Ref<EventLoop> m_loop;
  /// The result or the Exception when finished; the CancelledError of a cancelled task; of a pending task, an error of
  /// the loop's own for its next step.
  Value m_result;

 private:
  /// What few futures have.
  struct Rare {
    static void* operator new(std::size_t bytes) { return Memory::current().allocate(bytes); }
    static void operator delete(void* block, std::size_t bytes) noexcept { Memory::current().deallocate(block, bytes); }
    std::vector<Ref<Object>> more_callbacks;
    Value cancel_message;
    std::int64_t detail = 0;
    ObjectId owner = 0;
  };
  Rare& rare() {
    if (m_rare == nullptr) m_rare = std::make_unique<Rare>();
    return *m_rare;
  }
  void describe_more(ObjectId owner, std::int64_t detail);
  void take_id() noexcept;
  void schedule_more_callbacks();
  std::size_t more_callback_count() const noexcept { return m_rare != nullptr ? m_rare->more_callbacks.size() : 0; }

  Ref<Object> m_first_callback;  // most have no other
  std::unique_ptr<Rare> m_rare;

 protected:
  ObjectId m_id = 0;
  AwaitKind m_kind_awaited = AwaitKind::future;
  bool m_failed = false;
  bool m_awaited = false;
  bool m_logs_traceback = false;
};

/// A future that a timer completes with None: what asyncio.sleep and the time limits wait for. It is its own timer, so
/// that a sleep costs one object.
class TimerFuture final : public Future {
 public:
  /// Scheduled by EventLoop::create_timer_future.
  TimerFuture(EventLoop& loop, Time when) : Future(ObjectKind::timer_future, loop), m_when(when) {}

  Time when() const noexcept { return m_when; }
  /// Takes the timer off; the future itself stays as it is.
  void cancel_timer();
  bool timer_is_cancelled() const noexcept { return m_timer_cancelled; }

 private:
  friend class EventLoop;
  friend class TimerHeap;
  Time m_when;
  ObjectId m_timer_id = 0;
  bool m_timer_cancelled = false;
  bool m_scheduled = false;
};

/// Whether an object is a Future of any kind.
inline bool is_future(const Object& object) noexcept {
  return object.kind() == ObjectKind::task || object.kind() == ObjectKind::future ||
         object.kind() == ObjectKind::timer_future;
}
inline bool is_future(const Value& value) noexcept { return value.is_object() && is_future(*value.as_object()); }

}  // namespace loopline::loop
