// One recorded run, ready to be looked at from every side: its timeline, its state at any moment, its stops. Built once
// from RunData in a pass over the events (about a fifth of a second for a million), immutable afterwards: any number of
// threads may use it. Reading order: moment.h, track.h, timeline.h, state.h, stops.h, questions.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "replay/moment.h"
#include "replay/state.h"
#include "replay/stops.h"
#include "replay/timeline.h"
#include "trace/result.h"
#include "trace/run_data.h"

namespace loopline::replay {

class RunIndex;

/// How long a task was in which state within a stretch, in nanoseconds; `steps` that began in it.
struct TaskStatistics {
  ObjectId task = 0;
  std::int64_t ran = 0, waited = 0, ready = 0, late = 0, blocked = 0;
  std::uint64_t steps = 0;
};

class Replay {
 public:
  /// Error: too_large. Rows that contradict each other (a damaged file) are passed over.
  static trace::Result<Replay> build(trace::RunData data);
  /// Opens a recording and takes a run (0: the last one). Uses what save_derived() put into it, where that fits.
  static trace::Result<Replay> open(const std::filesystem::path& path, trace::RunId run = 0);
  /// The same with derived columns that come from elsewhere; they are used if they can be right, whatever they are.
  static trace::Result<Replay> build(trace::RunData data, std::span<const std::uint8_t> derived);
  ~Replay();
  Replay(Replay&&) noexcept;
  Replay& operator=(Replay&&) noexcept;

  const trace::RunData& data() const noexcept;
  const trace::Run& run() const noexcept { return data().run; }

  // Moments.
  EventIndex event_count() const noexcept;
  trace::Event event(EventIndex event) const noexcept;  ///< an empty one for 0 and beyond the end
  std::int64_t time_of(EventIndex event) const noexcept;
  Moment start() const noexcept { return {}; }
  Moment end() const noexcept { return {event_count(), time_of(event_count())}; }
  Moment after(EventIndex event) const noexcept { return {event, time_of(event)}; }
  /// The moment at a time: after the last event that is not later. Two runs are compared at the same time this way.
  Moment at_time(std::int64_t time) const noexcept;
  /// The same before anything happens at that time.
  Moment before_time(std::int64_t time) const noexcept;
  /// The end without asyncio's own work: where the program's own part is over.
  Moment own_end() const noexcept;

  const Timeline& timeline() const noexcept;

  /// Everything at a moment.
  RunState state_at(Moment moment, const StateOptions& options = {}) const;
  // Its parts, for a view that needs one only.
  std::optional<TaskState> task_at(ObjectId task, Moment moment) const;
  std::vector<ReadyEntry> ready_at(Moment moment) const;
  std::vector<Timer> timers_at(Moment moment) const;
  std::vector<ObjectState> objects_at(Moment moment) const;
  std::vector<LoopState> loops_at(Moment moment) const;
  std::vector<ThreadState> threads_at(Moment moment) const;
  /// The newest `limit` lines of both streams, and at the end what is written but not complete.
  std::vector<ConsoleLine> console_at(Moment moment, std::size_t limit = SIZE_MAX) const;
  std::size_t console_lines(Moment moment) const noexcept;  ///< complete ones
  std::vector<Warning> warnings_at(Moment moment) const;
  WaitForest waits_at(Moment moment, bool own_work = false) const;
  /// What the event did.
  std::vector<Change> changes_at(EventIndex event) const;

  /// A task's stack, outermost first; task 0: that of the current thread outside tasks. `line` is where it is.
  std::vector<Frame> stack_at(ObjectId task, Moment moment) const;
  /// A thread's or greenlet's, outside tasks; empty at detail `tasks`.
  std::vector<Frame> stack_of_thread(ThreadId thread, Moment moment) const;
  /// Variables of a frame, in the order in which they were first set.
  std::vector<Variable> variables_at(std::uint32_t frame, Moment moment) const;
  /// The task in whose step the moment lies; 0: none.
  ObjectId running_at(Moment moment) const noexcept;
  /// The line that runs in the current thread; 0 unknown.
  std::uint32_t line_at(Moment moment) const;

  // Finding.
  /// The nearest step that begins after / before an event, of any task but asyncio's own; or the nearest switch to a
  /// greenlet other than the hub.
  std::optional<EventIndex> next_step(EventIndex after) const noexcept;
  std::optional<EventIndex> previous_step(EventIndex before) const noexcept;
  std::optional<EventIndex> next_step_of(ObjectId task, EventIndex after) const noexcept;
  std::optional<EventIndex> previous_step_of(ObjectId task, EventIndex before) const noexcept;
  /// When a lane's task, loop, thread or greenlet begins to run, or goes on.
  std::optional<EventIndex> next_run_of_lane(LaneIndex lane, EventIndex after) const noexcept;
  std::optional<EventIndex> previous_run_of_lane(LaneIndex lane, EventIndex before) const noexcept;
  std::optional<EventIndex> next_run_of_line(std::uint32_t line, EventIndex after) const noexcept;
  std::optional<EventIndex> previous_run_of_line(std::uint32_t line, EventIndex before) const noexcept;
  /// How often a line ran up to a moment.
  std::size_t runs_of_line(std::uint32_t line, Moment moment) const noexcept;

  Stops stops(bool own_work = false, std::span<const std::uint32_t> cue_lines = {}) const;

  std::vector<TaskStatistics> statistics(Moment from, Moment to, bool own_work = false) const;

  /// A task's name at a moment.
  std::string_view task_name(ObjectId task, Moment moment) const noexcept;
  /// What a wait is called: "sleep(2)", "Task-2", "lock", "queue.get", "gather of 2" …
  std::string describe(const Wait& wait) const;

  /// Puts what was derived into the recording, so that it opens faster next time. Worth it for millions of events only:
  /// it takes about as much room as the events themselves. Not while a recorder has the file.
  trace::Status save_derived(const std::filesystem::path& path) const;
  /// The form of what save_derived() writes. What another version wrote is made anew.
  static constexpr std::int64_t kDerivedVersion = 5;
  /// Whether open() found all that in the file, and had nothing to derive.
  bool is_restored() const noexcept;

 private:
  explicit Replay(std::unique_ptr<RunIndex> index);

  std::unique_ptr<RunIndex> m_index;
  std::unique_ptr<Timeline> m_timeline;
};

/// "1.000 s": rounded to milliseconds, as people are shown times.
std::string seconds_text(std::int64_t time);

/// The state as text for people, and as JSON (one object, keys in a fixed order). See `loopline replay`.
void write_text(const Replay& replay, const RunState& state, std::ostream& out);
void write_json(const Replay& replay, const RunState& state, std::ostream& out);

}  // namespace loopline::replay
