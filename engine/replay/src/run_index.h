// Everything derived from a run's events, in one place: what Replay, Timeline and Stops look things up in. Immutable
// once built. Its parts point to each other, so it stays where it was made.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "actors.h"
#include "contexts.h"
#include "object_index.h"
#include "own_work.h"
#include "pyramids.h"
#include "replay/timeline.h"
#include "script_index.h"
#include "timer_index.h"
#include "trace/run_data.h"
#include "track_store.h"

namespace loopline::replay {

class RunIndex {
 public:
  /// In one pass over the events.
  static std::unique_ptr<RunIndex> build(trace::RunData run);
  /// From what archive() wrote for the same run; builds it if that does not fit.
  static std::unique_ptr<RunIndex> restore(trace::RunData run, ByteSource& source);
  static std::unique_ptr<RunIndex> restore(trace::RunData run, std::span<const std::uint8_t> archive);
  std::vector<std::uint8_t> archive();
  RunIndex(const RunIndex&) = delete;
  RunIndex& operator=(const RunIndex&) = delete;

  trace::RunData data;
  const trace::EventColumns& events;
  Actors actors;
  Contexts contexts;
  TrackStore tracks;
  Pyramids pyramids;
  ScriptIndex script;
  TimerIndex timers;
  ObjectIndex objects;
  OwnWork own_work;

  std::vector<Lane> lanes;
  std::vector<Counter> counters;

  // Positions, rising.
  std::vector<EventIndex> steps;    // step_begin and step_end, and switches of greenlets
  std::vector<EventIndex> turns;    // of all loops
  std::vector<EventIndex> prints;   // complete lines
  std::vector<EventIndex> console;  // the same, and what the interpreter reported
  // Of stdout and stderr, for what is written but not complete.
  std::array<std::vector<EventIndex>, 2> parts_of, prints_of;
  std::vector<EventIndex> callbacks, cancel_requests, raises, warnings, task_ends, world;
  Grouped<EventIndex> cancels;           // cancel_requested that had an effect, by task
  IntervalIndex cancelled_handles;       // while they stood in the ready queue
  std::vector<EventIndex> cancelled_at;  // the handle_cancelled of each
  std::vector<std::uint32_t> never_run;  // tasks that stand in the ready queue when the recording ends
  EventIndex deadlock = 0;               // 0: none
  bool restored = false;                 // not made anew

  EventIndex last() const noexcept { return static_cast<EventIndex>(events.size()); }
  std::int64_t time(EventIndex event) const noexcept;
  Moment after(EventIndex event) const noexcept { return {event, time(event)}; }
  std::string_view string(std::int64_t id) const noexcept { return data.strings[static_cast<StringId>(id)]; }

  /// The turn of a loop in which an event lies; 0: none.
  EventIndex turn_at(std::uint32_t loop, EventIndex event) const noexcept;
  /// The task's stack node (RunData::stacks) at a moment, from its steps; 0: none.
  trace::StackId stack_node_at(std::uint32_t task, Moment moment) const noexcept;
  const trace::StackRow* stack_row(trace::StackId id) const noexcept;
  /// Whether an event of `steps` begins one: a task's, or a greenlet's other than the hub.
  bool is_begin(EventIndex step) const noexcept;
  /// Whether a slice's cause is the step with which its own task began to wait: a late task that waited until something
  /// was due has such a cause, one that stood in the ready queue has not.
  bool began_waiting(std::uint32_t task, EventIndex cause) const noexcept;
  static bool is_wait_of(const trace::Event& event, ObjectId task) noexcept;

 private:
  explicit RunIndex(trace::RunData run);
  void build();
  template <class Archive>
  void archive_parts(Archive& archive);
  bool restore_parts(ByteSource& source);
  void make_lanes();
  void note_position(EventIndex number, const trace::Event& event, ThreadId thread);
  void finish_handles();
  void note_depths();
};

}  // namespace loopline::replay
