// The state of a run at a moment, as plain structs. All of it is copied or points into the Replay (string_views),
// which must outlive it.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "replay/moment.h"
#include "replay/track.h"
#include "trace/event.h"

namespace loopline::replay {

/// What a task waits for.
struct Wait {
  trace::Awaited awaited = {};  ///< kind nothing: it does not wait
  Moment since = {};

  bool waits() const noexcept { return awaited.kind != trace::AwaitKind::nothing; }
};

struct TaskState {
  ObjectId task = 0;
  std::string_view name = {};  ///< at this moment
  std::string_view coroutine = {};
  std::string_view label = {};  ///< the call as written; may be empty
  ObjectId parent = 0;
  ObjectId loop = 0;
  State state = State::none;
  Moment since = {};        ///< when it came into this state
  Wait wait = {};           ///< while waiting or late
  bool cancelling = false;  ///< a cancellation was requested and has not been delivered
  bool deadlocked = false;  ///< it and all it waits for wait for each other
  bool own_work = false;
  std::string_view value = {};  ///< repr of the result or exception, once it ended
  EventIndex created = 0;
};

struct Frame {
  std::uint32_t frame = 0;  ///< 0 at detail `tasks`
  std::string_view function = {};
  std::uint32_t line = 0;
};

struct Variable {
  std::string_view name = {}, value = {};
  EventIndex since = 0;  ///< the event that set it
};

/// What stands in the ready queue. Front first.
struct ReadyEntry {
  ObjectId task = 0;               ///< 0: a callback
  std::string_view callback = {};  ///< its name, if it is one
  trace::RunKind kind = trace::RunKind::callback;
  ObjectId loop = 0;
  Moment since = {};
  EventIndex runs_at = 0;  ///< the event at which it will begin; 0 if the recording ends before. Do not reveal it
};

struct Timer {
  ObjectId timer = 0;
  std::int64_t due = 0;
  std::string_view callback = {};
  trace::Awaited releases = {};
  ObjectId task = 0;  ///< the task that waits for what it releases; 0 unknown
  bool overdue = false;
  EventIndex set_at = 0;
};

enum class LoopPhase : std::uint8_t { made, running, idle, stopping, stopped, closed };
std::string_view name_of(LoopPhase phase) noexcept;

struct LoopState {
  ObjectId loop = 0;
  std::string_view label = {};
  ThreadId thread = 0;
  LoopPhase phase = LoopPhase::made;
  std::uint64_t turn = 0;          ///< number of its newest turn; 0 before the first
  ObjectId task = 0;               ///< in whose step it is
  std::string_view callback = {};  ///< or which callback it runs
  std::int64_t idle_until = 0;     ///< in select: until when (trace::kForever: until woken)
  std::int64_t blocked_until = 0;  ///< in time.sleep: until when; 0: it is not
};

struct ThreadState {
  ThreadId thread = 0;
  std::string_view name = {};
  bool current = false;
  bool ended = false;
  std::int64_t asleep_until = 0;  ///< 0: it is not in time.sleep
};

/// Locks, events, conditions, semaphores, barriers, queues, gathers and groups.
struct ObjectState {
  ObjectId object = 0;
  trace::ObjectType type = trace::ObjectType::other;
  std::string_view label = {};
  std::vector<ObjectId> holders = {};           ///< tasks that have acquired it, in order
  std::vector<ObjectId> waiters = {};           ///< tasks that wait for it, in order
  std::vector<ObjectId> children = {};          ///< gather, group …: what belongs to it
  std::optional<std::int64_t> value = {};       ///< free permits, items, who has arrived
  std::optional<std::int64_t> unfinished = {};  ///< queue: what task_done() was not called for
  std::optional<std::int64_t> size = {};        ///< as it was made or resized
  std::optional<bool> set = {};                 ///< event
  EventIndex changed = 0;                       ///< the newest event that changed it
};

enum class Stream : std::uint8_t { out, err };
struct ConsoleLine {
  Stream stream = Stream::out;
  std::string text = {};
  Moment at = {};
  ObjectId task = 0;
  bool complete = true;   ///< false: the line's end has not been written yet
  bool reported = false;  ///< by the interpreter itself: a traceback, a warning
};

struct Warning {
  trace::WarningKind kind = trace::WarningKind::category;
  std::string_view value = {};
  Moment at = {};
  ObjectId task = 0;
};

/// A node of the forest "who waits for whom". Indices into WaitForest::nodes.
struct WaitNode {
  enum class What : std::uint8_t { task, object, timer, thing };
  What what = What::task;
  ObjectId id = 0;        ///< task or object
  std::string text = {};  ///< "Task-2", "gather of 2", "lock, held by Task-3", "sleep(2) until 2.000 s"
  bool repeated = false;  ///< the task stands elsewhere too; what it waits for is told there
  bool cycle = false;     ///< it stands further up on the same branch: they wait in a circle
  bool deadlocked = false;
  std::vector<std::uint32_t> children = {};
};
struct WaitForest {
  std::vector<WaitNode> nodes = {};
  std::vector<std::uint32_t> roots = {};
};

/// What an event did, compared with the moment before it.
enum class ChangeKind : std::uint8_t {
  task_created,
  task_state,
  task_renamed,
  cancel_requested,
  ready_added,
  ready_removed,
  timer_set,
  timer_gone,
  object,
  loop,
  thread,
  line,
  call,
  leave,
  variable,
  printed,
  warning,
  ended,
  other,
};
struct Change {
  ChangeKind kind = ChangeKind::other;
  ObjectId id = 0;        ///< task, object, loop, timer, frame …
  std::string text = {};  ///< a short phrase: "Task-2: waiting for sleep(2)"
};

/// Which of the parts that may be large are wanted.
struct StateOptions {
  /// Of each list at most this many entries, the first ones; the totals count all. With a limit the cost no longer
  /// depends on the number of tasks; `deadlocked` is then known only of tasks whose whole circle is in the list.
  std::size_t limit = SIZE_MAX;
  bool ended_tasks = true;
  bool own_work = false;              ///< the tasks of asyncio's own work
  std::size_t console_lines = 1'000;  ///< the newest ones
  bool changes = true;
};

struct RunState {
  Moment at = {};
  std::uint64_t turn = 0;             ///< turns begun so far, all loops together
  std::vector<TaskState> tasks = {};  ///< in order of creation
  std::size_t live_tasks = 0;         ///< all there are, listed or not
  std::size_t ended_tasks = 0;
  ThreadId thread = 1;
  ObjectId running = 0;  ///< the task in whose step we are
  std::vector<ReadyEntry> ready = {};
  std::size_t ready_total = 0;     ///< all there are, listed or not
  std::vector<Timer> timers = {};  ///< by due time
  std::size_t timers_total = 0;
  std::vector<LoopState> loops = {};
  std::vector<ThreadState> threads = {};
  std::vector<ObjectState> objects = {};  ///< futures only if a task waits for them or they are not done
  std::size_t console_lines = 0;          ///< all so far
  std::vector<ConsoleLine> console = {};  ///< the newest of them, and what is written but not complete
  std::vector<Warning> warnings = {};
  std::vector<Change> changes = {};
  bool deadlock = false;  ///< the run ended in one, at or before this moment
};

}  // namespace loopline::replay
