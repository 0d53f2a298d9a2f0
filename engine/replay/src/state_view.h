// Works out the parts of a run's state at one moment. Lives as long as one question is being answered.
#pragma once

#include <optional>
#include <vector>

#include "replay/state.h"
#include "run_index.h"

namespace loopline::replay {

class StateView {
 public:
  StateView(const RunIndex& index, Moment at) : m_index(index), m_at(at) {}

  std::optional<TaskState> task(std::uint32_t task) const;
  /// Tasks created so far, at most `limit`.
  std::vector<TaskState> tasks(bool ended, bool own_work, std::size_t limit = SIZE_MAX) const;
  struct Count {
    std::size_t live = 0, ended = 0;
  };
  Count count_tasks(bool own_work) const noexcept;
  std::vector<ReadyEntry> ready(std::size_t limit = SIZE_MAX) const;
  std::size_t count_ready() const noexcept;
  /// Of these, what this moment's event put there.
  std::vector<ReadyEntry> queued_now() const;
  /// The first `limit` by due time; `total` becomes the number of all.
  std::vector<Timer> timers(const std::vector<TaskState>& tasks, std::size_t limit, std::size_t& total) const;
  std::vector<LoopState> loops() const;
  std::vector<ThreadState> threads() const;
  std::vector<ObjectState> objects(const std::vector<TaskState>& tasks, std::size_t limit = SIZE_MAX) const;
  std::vector<ConsoleLine> console(std::size_t limit) const;
  std::size_t console_lines() const noexcept;
  std::vector<Warning> warnings() const;

 private:
  bool is_cancelling(std::uint32_t task, const Track& track, std::size_t slice) const;
  void ready_of(const LoopEntry& loop, std::size_t limit, std::vector<ReadyEntry>& entries) const;
  ReadyEntry ready_entry(const LoopEntry& loop, EventIndex begin) const;
  Moment queued_since(std::uint32_t never_run_task) const noexcept;
  void never_run(const LoopEntry& loop, std::size_t limit, std::vector<ReadyEntry>& entries) const;
  void cancelled_handles(std::vector<ReadyEntry>& entries) const;
  LoopState loop(const LoopEntry& entry) const;

  const RunIndex& m_index;
  Moment m_at;
};

}  // namespace loopline::replay
