// An instrument that writes every call down as a line of text: what a recorder would be told, for comparing runs.
#pragma once

#include <string>
#include <vector>

#include "loop/instrument.h"

namespace loopline::loop::test {

class RecordingInstrument final : public Instrument {
 public:
  std::vector<std::string> lines;
  /// Lines that begin with one of the words, in order: "step", "task" …
  std::vector<std::string> lines_of(std::string_view word) const;

  void loop_made(ObjectId loop, std::string_view label) override;
  void loop_changed(ObjectId loop, LoopChange change) override;
  void turn_begins(ObjectId loop, std::uint64_t turn, std::size_t ready) override;
  void select_begins(ObjectId loop, Time until) override;
  void callback_begins(RunKind kind, std::string_view name, EventNumber scheduled, ObjectId handle) override;
  void handle_cancelled(ObjectId handle, EventNumber scheduled) override;
  void timer_set(ObjectId timer, std::string_view name, Time due, const Awaited& releases) override;
  void timer_cancelled(ObjectId timer) override;
  void task_created(const TaskInfo& task) override;
  void task_renamed(ObjectId task, std::string_view name) override;
  void step_begins(ObjectId task, RunKind kind, EventNumber scheduled, bool throws) override;
  void step_yields(ObjectId task) override;
  void step_awaits(ObjectId task, const Awaited& awaited) override;
  void task_ends(ObjectId task, StepEnd end, std::string_view value) override;
  void cancel_requested(ObjectId victim, ObjectId by, CancelEffect effect, std::string_view message) override;
  void object_made(ObjectId object, ObjectType type, std::string_view label) override;
  void object_changed(ObjectId object, ObjectChange change, ObjectId task, ObjectId other, std::int64_t value) override;
  void future_done(ObjectId future, FutureEnd end, ObjectId by) override;
  void thread_started(std::uint32_t thread, std::string_view name, std::uint32_t host) override;
  void thread_switched(std::uint32_t thread) override;
  void thread_ended(std::uint32_t thread) override;
  void block_begins(Duration duration, Time until, ObjectId task) override;
  void block_ends(ObjectId task) override;
  void warned(WarningKind kind, ObjectId task, std::string_view value) override;

 private:
  template <class... Parts>
  void add(const char* word, const Parts&... parts);
};

}  // namespace loopline::loop::test
