// THE format: every kind of event and what its columns mean. The recorder writes it, the reader and everything
// after it read it, and engine/trace/FORMAT.md says the same to people.
//
// An event is a row of integers: when (nanoseconds since the start of the run), what (Kind), which task, and up to
// four values a, b, c, d whose meaning depends on the kind. Names and texts are ids into the table `string` (0: no
// text). Where a column holds the number of another event, it is that event's number within its run, from 1 (0: none).
// A column that a kind does not mention is 0.
//
// Numbers never change their meaning; new kinds and new values of the enumerations may be added, so a reader passes
// over what it does not know. A change that an older reader would get wrong raises kFormatVersion.
#pragma once

#include <cstdint>
#include <string_view>

namespace loopline::trace {

/// `PRAGMA application_id` of every recording: "LOOP" in ASCII.
inline constexpr std::int32_t kApplicationId = 0x4C4F4F50;
/// `PRAGMA user_version`: what this program writes, and the newest it reads.
inline constexpr std::int32_t kFormatVersion = 1;

/// The number of an event within its run, from 1; 0: none.
using EventNumber = std::uint64_t;
/// Tasks, futures, locks, queues, loops … of a run are numbered together, from 1; 0: none.
using ObjectId = std::uint32_t;
/// 0 is the empty text.
using StringId = std::uint32_t;
/// A node of the call tree: a function at a line, called from its parent node; 0: none.
using StackId = std::uint32_t;
/// 1 is the main thread.
using ThreadId = std::uint32_t;

enum class Kind : std::uint8_t {
  none = 0,

  // The loop. `task` is 0.
  loop_made = 1,      ///< a loop, b label string
  loop_started = 2,   ///< a loop: run_forever or run_until_complete was entered, in the current thread
  loop_stopping = 3,  ///< a loop: stop() was called
  loop_stopped = 4,   ///< a loop: run_forever was left
  loop_closed = 5,    ///< a loop
  turn = 6,           ///< a loop, b number of the turn over the whole run (FORMAT's `iter`), c handles in its queue
  select = 7,         ///< a loop, b until (kForever: until somebody wakes it). Its next turn ends it

  // Handles other than task steps.
  callback_begin = 16,    ///< a event at which it was put into the ready queue, b name string, c RunKind, d handle
  handle_cancelled = 17,  ///< a as above, d handle: it will not run
  timer_set = 18,         ///< a pack_timer(), b due, c name string, d what it releases: pack_release()
  timer_cancelled = 19,   ///< a timer. (A timer that fires is a callback_begin whose handle is the timer.)

  // Tasks. `task` is the task.
  task_created = 32,  ///< a parent task, b coroutine string, c label string, d name string (0: "Task-<number>")
  task_renamed = 33,  ///< a name string
  step_begin = 34,    ///< a event at which the step was scheduled, b RunKind, c 1 if it throws, d stack
  step_end = 35,  ///< a pack_end(); b awaited object, or value string if the task ended; c AwaitKind's time; d stack
  cancel_requested = 36,  ///< `task`: the victim; a by which task, b CancelEffect, c message string

  // Futures, locks, queues. `task` is the task that did it, or 0.
  object_made = 48,     ///< a object, b ObjectType, c label string
  object_changed = 49,  ///< a object, b ObjectChange, c value, d the other object
  future_done = 50,     ///< a future, b FutureEnd

  // Threads. From thread_switched on, everything happens in that thread; a run begins in thread 1.
  thread_started = 64,   ///< a thread, b name string, c thread whose greenlet it is, 0 for a thread
  thread_switched = 65,  ///< a thread
  thread_ended = 66,     ///< a thread
  block_begin = 67,      ///< time.sleep: the thread, and its loop, stand still. `task`; a duration, b until
  block_end = 68,        ///< `task`

  // What people read. `task` is the running task, or 0.
  warn = 80,      ///< a WarningKind, b value string
  out = 81,       ///< a text string: a complete line of stdout, without its newline
  err = 82,       ///< a text string: the same of stderr
  out_part = 83,  ///< a text string: written, but its line is not complete yet. The later `out` repeats it
  err_part = 84,  ///< a text string
  note = 85,      ///< a text string: a hint to the viewer; never in the log
  gauge = 86,     ///< a name string, b value: a number to be drawn over time
  report = 87,    ///< a text string: a line that the interpreter itself writes to stderr; never in the log

  // The script, at detail `full` only. Frames are numbered from 1 in the order of their first call.
  call = 96,       ///< a frame, b function string, c line of its def, d the frame that called or awaits it (0: none)
  line = 97,       ///< a frame, b line that runs next
  leave = 98,      ///< a frame, b value string, c 1 if it is left by an exception
  suspend = 99,    ///< a frame, b value string: a generator gives a value to its caller. (Awaiting is a step_end.)
  resume = 100,    ///< a frame, b line, c 1 if an exception is thrown in, d the frame that called or awaits it
  variable = 101,  ///< a frame, b name string, c repr string, d 1 if it was deleted
  raise = 102,     ///< a frame, b repr string, c line
  caught = 103,    ///< a frame, b repr string, c line

  // How it ended.
  main_end = 112,  ///< a MainEnd, b text string
  deadlock = 113,  ///< nothing is ready, no timer, nothing to wait for
  limit = 114,     ///< a what string ("events", "virtual_seconds" …), b message string
  end = 115,

  // The world outside. `task` is the task concerned, or 0.
  request = 128,          ///< a text string, b number of the request
  answer = 129,           ///< a text string, b number of the request, c status
  process_started = 130,  ///< a command string, b process
  process_ended = 131,    ///< a text string, b process, c exit status
  mail = 132,             ///< a text string
  signal = 133,           ///< a name string, b number of the signal
  interrupt = 134,        ///< a text string: Ctrl-C, or what stands for it
};

/// `select` until nobody knows when.
inline constexpr std::int64_t kForever = INT64_MAX;

/// Why a handle runs; the `kind` of the log's `run` lines, in their order.
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

/// What happened to such a thing; in brackets the value of object_changed.
enum class ObjectChange : std::uint8_t {
  acquired,   ///< by the task [free permits after it]
  released,   ///< by the task [free permits after it]
  set,        ///< event
  cleared,    ///< event
  notified,   ///< condition [how many waiters]
  put,        ///< queue [items after it]
  got,        ///< queue [items after it]
  task_done,  ///< queue [unfinished after it]
  child,      ///< gather, task group, wait …: the other object belongs to it
  arrived,    ///< barrier [how many wait]
  broken,     ///< barrier
  resized,    ///< [size: free permits of a new semaphore, room of a queue, parties of a barrier]
};

enum class WarningKind : std::uint8_t {
  never_awaited,
  destroyed_pending,
  never_retrieved,
  callback_error,
  shutdown_error,
  loop_error,
  slow_callback,  ///< debug mode only; the text is how long it took, in nanoseconds
  slow_step,      ///< the same at any time, from 0.1 s on; never in the log
  thread_exception,
  unraisable,
  category,  ///< the text is a warning category's name, ": " and the message
};

enum class MainEnd : std::uint8_t { ok, exception, sysexit };

/// The future that ends a wait, and what it stands for.
struct Awaited {
  AwaitKind kind = AwaitKind::nothing;
  ObjectId object = 0;     ///< the future or task itself
  ObjectId owner = 0;      ///< the lock, queue, gather … it belongs to
  std::int64_t until = 0;  ///< when it is over at the latest, if that is known (sleep, wait_for …); else 0

  bool operator==(const Awaited&) const = default;
};

/// An event in memory.
struct Event {
  std::int64_t time = 0;  ///< nanoseconds since the start of the run; never falls within a run
  std::int64_t a = 0, b = 0, c = 0, d = 0;
  ObjectId task = 0;
  Kind kind = Kind::none;

  bool operator==(const Event&) const = default;
};
static_assert(sizeof(Event) <= 64);

// step_end: column a holds how the step ended, what kind of thing is awaited and whose it is;
// b the awaited object, c Awaited::until. Small for what is frequent: 0 for sleep(0).
constexpr std::int64_t pack_end(StepEnd end, AwaitKind kind = AwaitKind::nothing, ObjectId owner = 0) noexcept {
  return static_cast<std::int64_t>(end) | static_cast<std::int64_t>(kind) << 3 | static_cast<std::int64_t>(owner) << 9;
}
constexpr StepEnd step_end_of(std::int64_t a) noexcept { return static_cast<StepEnd>(a & 7); }
constexpr Awaited awaited_of(const Event& step_end) noexcept {
  return {static_cast<AwaitKind>(step_end.a >> 3 & 63), static_cast<ObjectId>(step_end.b),
          static_cast<ObjectId>(step_end.a >> 9), step_end.c};
}

// timer_set: column a holds the timer and the owner of what it releases, d the rest of that.
// Awaited::until is the timer's due time, column b.
constexpr std::int64_t pack_timer(ObjectId timer, ObjectId owner = 0) noexcept {
  return static_cast<std::int64_t>(std::uint64_t{owner} << 32 | timer);
}
constexpr std::int64_t pack_release(AwaitKind kind, ObjectId object) noexcept {
  return static_cast<std::int64_t>(kind) | static_cast<std::int64_t>(object) << 6;
}
constexpr ObjectId timer_of(const Event& timer_set) noexcept { return static_cast<ObjectId>(timer_set.a); }
constexpr Awaited release_of(const Event& timer_set) noexcept {
  return {static_cast<AwaitKind>(timer_set.d & 63), static_cast<ObjectId>(timer_set.d >> 6),
          static_cast<ObjectId>(static_cast<std::uint64_t>(timer_set.a) >> 32), timer_set.b};
}

/// The name of a kind as FORMAT.md and the view `events` spell it; empty for a number without a kind.
std::string_view name_of(Kind kind) noexcept;
/// "never_awaited" …, as the log spells it; "category" where the text says which.
std::string_view name_of(WarningKind kind) noexcept;

}  // namespace loopline::trace
