// Who waits for whom at a moment: as a forest to be shown, and who can never go on.
#pragma once

#include <unordered_map>
#include <utility>
#include <vector>

#include "replay/state.h"
#include "run_index.h"

namespace loopline::replay {

class WaitGraph {
 public:
  WaitGraph(const RunIndex& index, Moment at, std::vector<TaskState>& tasks);

  /// Sets TaskState::deadlocked of the tasks.
  void find_deadlocked();
  WaitForest forest() const;

 private:
  // What a task needs to go on: any of the tasks, or all of them; `open`: something from outside may release it.
  struct Needs {
    bool open = true;
    bool all = false;
    std::vector<std::uint32_t> tasks;  // positions in m_tasks
  };

  Needs needs_of(const TaskState& task) const;
  std::vector<std::uint32_t> live(const std::vector<ObjectId>& ids) const;
  std::vector<ObjectId> children(const TaskState& task) const;
  std::vector<ObjectId> holders(ObjectId object) const;
  std::vector<std::uint32_t> roots() const;
  WaitNode task_node(std::uint32_t task) const;
  WaitNode wait_node(std::uint32_t task) const;
  std::string names(const std::vector<ObjectId>& tasks) const;

  const RunIndex& m_index;
  Moment m_at;
  std::vector<TaskState>& m_tasks;
  std::unordered_map<ObjectId, std::uint32_t> m_position;  // of live tasks in m_tasks
  std::unordered_map<std::uint32_t, std::vector<ObjectId>> m_holders;
  std::vector<Needs> m_needs;
};

}  // namespace loopline::replay
