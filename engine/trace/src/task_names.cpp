#include "task_names.h"

namespace loopline::trace {

TaskNames::TaskNames(const RunData& run) : m_run(run) {
  for (const TaskRow& task : run.tasks) m_names[task.id] = {task.name, task.number};
}

void TaskNames::note(const Event& event) {
  if (event.kind == Kind::task_created) m_names[event.task].text = static_cast<StringId>(event.d);
  if (event.kind == Kind::task_renamed) m_names[event.task].text = static_cast<StringId>(event.a);
}

std::string TaskNames::operator[](ObjectId task) const {
  const auto found = m_names.find(task);
  if (found == m_names.end()) return "Task-" + std::to_string(task);
  if (found->second.text != 0) return std::string(m_run.strings[found->second.text]);
  return "Task-" + std::to_string(found->second.number);
}

}  // namespace loopline::trace
