// What an observer of a run is told, and in which order. The loop knows nothing of recording; a recorder is one
// implementation of this interface, a test's list of strings another.
//
// Every call is one event, numbered from 1 in the order of calls; last_event() is the number of the newest. Events
// happen in one thread at a time. Times are not passed: they are those of the run's clock at the call.
// An Instrument must not throw and must not call back into the loop.
#pragma once

#include <cstdint>
#include <string_view>

#include "loop/time.h"

namespace loopline::loop {

/// The number of an event within the run; 0: none.
using EventNumber = std::uint64_t;
/// Tasks, futures, locks, queues … that the trace mentions are numbered together, from 1; 0: none.
using ObjectId = std::uint32_t;

/// Why a handle runs; the `kind` of FORMAT.md's `run` lines, in its order.
enum class RunKind : std::uint8_t { task_step, task_wakeup, future_callback, timer, callback, signal, io };

/// How a task's step ended.
enum class StepEnd : std::uint8_t { yielded, awaits, returned, raised, cancelled };

/// What a suspended task waits for.
enum class AwaitKind : std::uint8_t {
  nothing,
  future,
  task,
  sleep,
  gather,
  shield,
  wait,
  wait_for,
  as_completed,
  task_group,
  lock,
  event,
  condition,
  semaphore,
  barrier,
  queue_get,
  queue_put,
  queue_join,
  executor,
  thread,
  io,
  process,
};

/// The future that ends a wait, and what it stands for.
struct Awaited {
  AwaitKind kind = AwaitKind::nothing;
  ObjectId object = 0;      ///< the future or task itself
  ObjectId owner = 0;       ///< the lock, queue, gather … it belongs to
  std::int64_t detail = 0;  ///< sleep, wait_for: when it is over, in nanoseconds of the run's clock
};

enum class LoopChange : std::uint8_t { started, stopping, stopped, closed };
enum class FutureEnd : std::uint8_t { result, exception, cancelled };
enum class CancelEffect : std::uint8_t {
  already_done,  ///< too late: nothing happens
  passed_on,     ///< what the task awaits is cancelled instead
  at_next_step,  ///< noted: its next step raises CancelledError
};

/// Things other than tasks that tasks coordinate with.
enum class ObjectType : std::uint8_t {
  future,
  gather,
  lock,
  event,
  condition,
  semaphore,
  barrier,
  queue,
  task_group,
  executor,
  thread_lock,
  thread_queue,
  process,
  connection,
  other,
};

/// What happened to such a thing. `value` of object_changed() is in brackets.
enum class ObjectChange : std::uint8_t {
  acquired,   ///< by the task [free permits after it]
  released,   ///< by the task [free permits after it]
  set,        ///< event
  cleared,    ///< event
  notified,   ///< condition [how many waiters]
  put,        ///< queue [items after it]
  got,        ///< queue [items after it]
  task_done,  ///< queue [unfinished after it]
  child,      ///< gather, task group: `other` belongs to it
  arrived,    ///< barrier [how many wait]
  broken,     ///< barrier
  resized,    ///< [size]
};

enum class WarningKind : std::uint8_t {
  never_awaited,
  destroyed_pending,
  never_retrieved,
  callback_error,
  shutdown_error,
  loop_error,
  slow_callback,  ///< FORMAT.md: debug mode only
  slow_step,      ///< the same at any time: a step took longer than 0.1 s. In recordings only
  thread_exception,
  unraisable,
  category,  ///< the text begins with a warning category's name
};

struct TaskInfo {
  ObjectId id = 0;
  std::uint64_t number = 0;    ///< N of "Task-N"; 0 if it was named at creation
  std::string_view name;       ///< empty: "Task-N"
  std::string_view coroutine;  ///< qualified name
  std::string_view label;      ///< the call as written, "say('world', 2)"; may be empty
  ObjectId parent = 0;         ///< the task that was running
  ObjectId loop = 0;
};

class Instrument {
 public:
  virtual ~Instrument() = default;

  EventNumber last_event() const noexcept { return m_last_event; }

  // The loop. Its turns are counted over the whole run, all loops together.
  virtual void loop_made(ObjectId loop, std::string_view label) = 0;
  virtual void loop_changed(ObjectId loop, LoopChange change) = 0;
  /// After the clock moved, before the first callback. `ready`: handles that will run in this turn.
  virtual void turn_begins(ObjectId loop, std::uint64_t turn, std::size_t ready) = 0;
  /// The loop has nothing to do until `until` (kForever: until somebody wakes it). The next turn ends it.
  virtual void select_begins(ObjectId loop, Time until) = 0;

  // Handles other than task steps. `scheduled` is the event during which the handle was put into the ready queue.
  virtual void callback_begins(RunKind kind, std::string_view name, EventNumber scheduled, ObjectId handle) = 0;
  virtual void handle_cancelled(ObjectId handle, EventNumber scheduled) = 0;
  virtual void timer_set(ObjectId timer, std::string_view name, Time due, const Awaited& releases) = 0;
  virtual void timer_cancelled(ObjectId timer) = 0;

  // Tasks.
  virtual void task_created(const TaskInfo& task) = 0;
  virtual void task_renamed(ObjectId task, std::string_view name) = 0;
  /// `kind` is task_step or task_wakeup; `scheduled` as above; `throws`: an exception is thrown into the coroutine.
  virtual void step_begins(ObjectId task, RunKind kind, EventNumber scheduled, bool throws) = 0;
  virtual void step_yields(ObjectId task) = 0;
  virtual void step_awaits(ObjectId task, const Awaited& awaited) = 0;
  /// `end` is returned, raised or cancelled; `value` is the repr of the result or exception, empty if cancelled.
  virtual void task_ends(ObjectId task, StepEnd end, std::string_view value) = 0;
  virtual void cancel_requested(ObjectId victim, ObjectId by, CancelEffect effect, std::string_view message) = 0;

  // Futures, locks, queues.
  virtual void object_made(ObjectId object, ObjectType type, std::string_view label) = 0;
  virtual void object_changed(ObjectId object, ObjectChange change, ObjectId task, ObjectId other,
                              std::int64_t value) = 0;
  virtual void future_done(ObjectId future, FutureEnd end, ObjectId by) = 0;

  // Threads. From thread_switched on, everything happens in that thread.
  /// `host`: the thread whose greenlet it is; 0 for a thread.
  virtual void thread_started(std::uint32_t thread, std::string_view name, std::uint32_t host) = 0;
  virtual void thread_switched(std::uint32_t thread) = 0;
  virtual void thread_ended(std::uint32_t thread) = 0;
  /// time.sleep: the thread, and with it its loop, stands still until `until`.
  virtual void block_begins(Duration duration, Time until, ObjectId task) = 0;
  virtual void block_ends(ObjectId task) = 0;

  virtual void warned(WarningKind kind, ObjectId task, std::string_view value) = 0;

 protected:
  EventNumber m_last_event = 0;
};

}  // namespace loopline::loop
