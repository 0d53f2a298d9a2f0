#include "ui_model/task_order.h"

#include <algorithm>

namespace loopline::ui {

std::size_t taskOrder(const replay::Replay& replay, replay::ObjectId task) {
  const auto& tasks = replay.data().tasks;  // recorded as they are created, and numbered so
  const auto found = std::lower_bound(tasks.begin(), tasks.end(), task,
                                      [](const trace::TaskRow& row, replay::ObjectId id) { return row.id < id; });
  return found != tasks.end() && found->id == task ? static_cast<std::size_t>(found - tasks.begin()) : 0;
}

}  // namespace loopline::ui
