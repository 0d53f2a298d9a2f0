// asyncio.TaskGroup: CPython 3.11 taskgroups.py.
#pragma once

#include <string>
#include <vector>

#include "loop/coroutine.h"
#include "loop/event_loop.h"
#include "loop/task.h"

namespace loopline::loop {

/// Tasks that end together: when one fails, the others and the body are cancelled, and all errors leave as one group.
class TaskGroup final : public Container {
 public:
  explicit TaskGroup(Runtime& runtime);

  /// Errors: entered before, or not inside a task. Null on success.
  Ref<Exception> enter();
  /// Waits for the tasks. `left_with`: what the block raised, or null. Throws what leaves the block in its place;
  /// returns normally if `left_with` is null or goes on by itself.
  static Coroutine<void> exit(Held<TaskGroup> self, Ref<Exception> left_with);
  Outcome create_task(const Ref<CoroutineObject>& coroutine, const std::string& name = {},
                      Ref<Context> context = nullptr);

  bool is_entered() const noexcept { return m_entered; }
  bool is_aborting() const noexcept { return m_aborting; }
  std::size_t task_count() const noexcept { return m_tasks.size(); }
  std::size_t error_count() const noexcept { return m_errors.size(); }
  /// "<TaskGroup tasks=2 entered>"
  std::string repr() const;
  ObjectId id();

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  class TaskDone;
  static bool is_base_error(const Exception& exception) noexcept;
  void abort();
  Ref<Exception> task_done(Task& task);
  Ref<Exception> error(ExceptionKind kind, const std::string& message) const;

  Runtime& m_runtime;
  Ref<EventLoop> m_loop;
  Ref<Task> m_parent;
  std::vector<Ref<Task>> m_tasks;
  std::vector<Ref<Exception>> m_errors;
  Ref<Exception> m_base_error;
  Ref<Future> m_on_completed;
  ObjectId m_id = 0;
  bool m_entered = false;
  bool m_exiting = false;
  bool m_aborting = false;
  bool m_parent_cancel_requested = false;
};

}  // namespace loopline::loop
