// Everything a timeline draws of one run: lanes with their tracks, sub-rows, flows, instants and counters. Part of a
// Replay and immutable like it; views and spans live as long as the Replay.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "replay/coverage.h"
#include "replay/moment.h"
#include "replay/track.h"

namespace loopline::replay {

/// Index into Timeline::lanes().
using LaneIndex = std::uint32_t;
inline constexpr LaneIndex kNoLane = UINT32_MAX;

enum class LaneKind : std::uint8_t { thread, loop, task };

/// Lanes are ordered as they are drawn: each thread, after it its loops, after each loop its tasks in order of
/// creation; then the thread's greenlets, which are threads too, with their loops.
struct Lane {
  LaneKind kind = LaneKind::task;
  ObjectId id = 0;             ///< of the task or loop; the thread's number
  LaneIndex parent = kNoLane;  ///< a task's loop, a loop's thread, a greenlet's thread; none for a thread
  ThreadId thread = 1;
  std::string_view name = {};   ///< "Task-2", "MainThread", the loop's label; the last one it had
  std::string_view label = {};  ///< tasks: the call as written, "say('world', 2)", else the coroutine's name
  Moment begin = {}, end = {};  ///< from its creation to its end (or that of the run)
  std::uint16_t rows = 1;       ///< tasks: the greatest depth of its stack of coroutines and calls; at least 1
  bool own_work = false;        ///< asyncio's own: the tasks of shutdown_asyncgens and shutdown_default_executor
  bool has_greenlets = false;   ///< a thread: it is the main greenlet of others
  bool hub = false;             ///< the greenlet that runs its thread's loop and only switches to the others
};

/// A row of a task's stack while one function is on it: main › fetch › sleep are rows 0, 1, 2.
/// Row 0 is the coroutine of the task itself.
struct SubSlice {
  std::uint16_t row = 0;
  State state = State::none;  ///< of the task during it: running, waiting, ready, late, blocking
  Moment begin, end;
  std::string_view function;  ///< empty: the last row, what is awaited
  std::string text;           ///< what to write into it: "say('world', 2)", "sleep(2)"
  std::uint32_t line = 0;     ///< at its begin; 0 unknown
};

enum class FlowKind : std::uint8_t {
  created,  ///< from the creator to the new task
  wakes,    ///< from what put the step into the ready queue to the step
  awaits,   ///< from the task that begins to wait to the task it waits for
};
struct Flow {
  FlowKind kind = FlowKind::created;
  LaneIndex from_lane = kNoLane, to_lane = kNoLane;
  Moment from, to;
};

enum class InstantKind : std::uint8_t {
  print,           ///< a line of stdout or stderr
  callback,        ///< a handle that is not a task's step runs
  cancel_request,  ///< on the victim's lane
  exception,       ///< raised by the script
  warning,
  task_end,
  world,  ///< request, answer, process, mail, signal, interrupt
};
inline constexpr std::size_t kInstantKinds = 7;

/// Instants of a kind are the events of it: see Timeline::instants() for the list, Timeline::instant() for one.
struct Instant {
  InstantKind kind = InstantKind::print;
  Moment at = {};
  LaneIndex lane = kNoLane;
  std::string text = {};
};

enum class CounterKind : std::uint8_t { ready_queue, live_tasks, queue_items, free_permits, gauge };

/// A number over time: value i holds from event[i] on. Events rise.
struct Counter {
  CounterKind kind = CounterKind::gauge;
  ObjectId object = 0;  ///< the loop of a ready queue, the queue, the semaphore
  std::string name = {};
  std::vector<EventIndex> event = {};
  std::vector<std::int32_t> value = {};

  /// The value after an event; 0 before the first.
  std::int64_t at(EventIndex event_number) const noexcept;
  struct Range {
    std::int64_t least = 0, greatest = 0;
  };
  /// Least and greatest value between two events (what held at `first` included).
  Range range(EventIndex first, EventIndex last) const noexcept;

  /// Least and greatest of kBlock values each, so that range() need not look at all; filled by the replay.
  static constexpr std::size_t kBlock = 64;
  std::vector<Range> blocks = {};
};

class RunIndex;

class Timeline {
 public:
  explicit Timeline(const RunIndex& index) : m_index(&index) {}

  std::span<const Lane> lanes() const noexcept;
  LaneIndex lane_of_task(ObjectId task) const noexcept;  ///< kNoLane if there is none
  LaneIndex lane_of_loop(ObjectId loop) const noexcept;
  LaneIndex lane_of_thread(ThreadId thread) const noexcept;

  Track track(LaneIndex lane) const noexcept;

  /// Level of detail: fills out[i] with what the lane did from edges[i] up to edges[i + 1], the moments at which pixels
  /// begin, on whatever axis; edges.size() == out.size() + 1, and they rise. Where an edge is a time, use
  /// Replay::before_time(): what happens at that instant belongs to the pixel that begins with it. Costs a few dozen
  /// steps a pixel, whatever the number of slices. Where a lane shows fewer slices than half its pixels, draw its track
  /// instead.
  void cover(LaneIndex lane, std::span<const Moment> edges, std::span<Coverage> out) const;

  /// What to write on a slice: "main()", "sleep(2)", "Task-2", "lock", "queue.get", "time.sleep(3)",
  /// "due at 1.000 s, cannot run: 2.000 s late", "select · 2.000 s" …
  std::string label(LaneIndex lane, std::size_t slice) const;

  /// The rows of a task's lane between two moments, in order of begin, then row; at most `limit` of them.
  std::vector<SubSlice> sub_slices(LaneIndex lane, Moment from, Moment to, std::size_t limit = 10'000) const;

  /// Arrows whose head lies between two events, in order; at most `limit`, the later ones are left out.
  std::vector<Flow> flows(EventIndex first, EventIndex last, std::size_t limit = 1'000) const;
  /// Those that begin or end on one lane. Both look at every event between the two: ask for what is in view.
  std::vector<Flow> flows_of(LaneIndex lane, EventIndex first, EventIndex last, std::size_t limit = 1'000) const;

  /// The events that are instants of a kind, rising.
  std::span<const EventIndex> instants(InstantKind kind) const noexcept;
  Instant instant(InstantKind kind, EventIndex event) const;

  std::span<const Counter> counters() const noexcept;

  /// The lane that was active at an event: the running task's, else the loop's, else the thread's.
  LaneIndex lane_at(EventIndex event) const noexcept;

 private:
  const RunIndex* m_index;
};

}  // namespace loopline::replay
