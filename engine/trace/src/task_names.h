// What tasks are called while the events of a run go by.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "trace/run_data.h"

namespace loopline::trace {

class TaskNames {
 public:
  explicit TaskNames(const RunData& run);

  /// Takes note of task_created and task_renamed.
  void note(const Event& event);
  /// The name at this point; "Task-<id>" for a task that no row tells about.
  std::string operator[](ObjectId task) const;

 private:
  struct Name {
    StringId text = 0;
    std::uint64_t number = 0;
  };
  const RunData& m_run;
  std::unordered_map<ObjectId, Name> m_names;
};

}  // namespace loopline::trace
