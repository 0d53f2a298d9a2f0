#include "loop/task_group.h"

#include <cassert>

#include "loop/running_loop.h"

namespace loopline::loop {

class TaskGroup::TaskDone final : public Callback {
 public:
  explicit TaskDone(TaskGroup& group) noexcept : m_group(&group) {}
  std::string name() const override { return "taskgroup.child_done"; }
  Ref<Exception> call(EventLoop& /*loop*/, Future* completed) override {
    return m_group->task_done(static_cast<Task&>(*completed));
  }
  void visit(Visitor& visitor) const override {
    Callback::visit(visitor);
    visitor.visit(m_group.get());
  }

 private:
  Ref<TaskGroup> m_group;
};

TaskGroup::TaskGroup(Runtime& runtime) : Container(ObjectKind::task_group), m_runtime(runtime) {}

ObjectId TaskGroup::id() {
  if (m_id == 0) m_id = m_runtime.new_object_id();
  return m_id;
}

Ref<Exception> TaskGroup::error(ExceptionKind kind, const std::string& message) const {
  return m_runtime.host().make_exception(kind, message);
}

std::string TaskGroup::repr() const {
  std::string text = "<TaskGroup";
  if (!m_tasks.empty()) text += " tasks=" + std::to_string(m_tasks.size());
  if (!m_errors.empty()) text += " errors=" + std::to_string(m_errors.size());
  if (m_aborting) {
    text += " cancelling";
  } else if (m_entered) {
    text += " entered";
  }
  return text + ">";
}

Ref<Exception> TaskGroup::enter() {
  if (m_entered) return error(ExceptionKind::runtime_error, "TaskGroup " + repr() + " has been already entered");
  m_entered = true;
  EventLoop* loop = find_running_loop(m_runtime);
  if (loop == nullptr) return error(ExceptionKind::runtime_error, "no running event loop");
  m_loop = Ref<EventLoop>(loop);
  if (loop->current_task() == nullptr) {
    return error(ExceptionKind::runtime_error, "TaskGroup " + repr() + " cannot determine the parent task");
  }
  m_parent = Ref<Task>(loop->current_task());
  if (Instrument* instrument = m_runtime.instrument(); instrument != nullptr) {
    instrument->object_made(id(), ObjectType::task_group, "TaskGroup");
  }
  return nullptr;
}

Outcome TaskGroup::create_task(const Ref<CoroutineObject>& coroutine, const std::string& name, Ref<Context> context) {
  if (!m_entered) return error(ExceptionKind::runtime_error, "TaskGroup " + repr() + " has not been entered");
  if (m_exiting && m_tasks.empty()) {
    return error(ExceptionKind::runtime_error, "TaskGroup " + repr() + " is finished");
  }
  if (m_aborting) return error(ExceptionKind::runtime_error, "TaskGroup " + repr() + " is shutting down");
  Outcome made = m_loop->create_task(coroutine, {}, std::move(context));
  if (!made.ok()) return made;
  if (!is_future(made.value())) return error(ExceptionKind::type_error, "the task factory must return a Future");
  const Ref<Future> future(made.value().as<Future>());
  future->add_done_callback(make<TaskDone>(*this));
  if (future->kind() == ObjectKind::task) {
    const Ref<Task> task(static_cast<Task*>(future.get()));
    if (!name.empty()) task->set_name(name);
    m_tasks.push_back(task);
    if (Instrument* instrument = m_runtime.instrument(); instrument != nullptr) {
      instrument->object_changed(id(), ObjectChange::child, 0, task->id(), 0);
    }
  }
  return made;
}

bool TaskGroup::is_base_error(const Exception& exception) noexcept {
  return exception.is(ExceptionKind::system_exit) || exception.is(ExceptionKind::keyboard_interrupt);
}

void TaskGroup::abort() {
  m_aborting = true;
  const std::vector<Ref<Task>> tasks = m_tasks;
  for (const Ref<Task>& task : tasks) {
    if (!task->is_done()) m_loop->host().cancel(*task, Value());
  }
}

Ref<Exception> TaskGroup::task_done(Task& task) {
  const Ref<Task> keep(&task);
  std::erase_if(m_tasks, [&](const Ref<Task>& each) { return each.get() == &task; });
  if (m_on_completed && m_tasks.empty() && !m_on_completed->is_done()) {
    static_cast<void>(m_on_completed->set_result(Value(true)));
  }
  if (task.is_cancelled()) return nullptr;
  const Outcome outcome = task.exception();
  if (outcome.value().is_none()) return nullptr;
  Ref<Exception> exception(outcome.value().as<Exception>());
  m_errors.push_back(exception);
  if (is_base_error(*exception) && !m_base_error) m_base_error = exception;
  if (m_parent->is_done()) {
    ErrorContext context;
    context.message = "Task " + m_runtime.host().repr(Value(&task)) + " has errored out but its parent task " +
                      m_runtime.host().repr(m_parent) + " is already completed";
    context.exception = exception;
    context.future = Value(&task);
    context.is_task = true;
    return m_loop->call_exception_handler(context);
  }
  if (!m_aborting && !m_parent_cancel_requested) {
    // The parent is in its body or waits in exit(): it must hear of the failure. exit() takes this request back.
    abort();
    m_parent_cancel_requested = true;
    m_loop->host().cancel(*m_parent, Value());
  }
  return nullptr;
}

Coroutine<void> TaskGroup::exit(Held<TaskGroup> self, Ref<Exception> left_with) {
  self->m_exiting = true;
  if (left_with && is_base_error(*left_with) && !self->m_base_error) self->m_base_error = left_with;
  const bool left_cancelled = left_with && left_with->is(ExceptionKind::cancelled_error);
  Ref<Exception> cancellation = left_cancelled ? left_with : nullptr;
  if (self->m_parent_cancel_requested && self->m_parent->uncancel() == 0) cancellation = nullptr;
  if (left_with && !self->m_aborting) self->abort();
  // The parent may be cancelled more than once while it waits.
  while (!self->m_tasks.empty()) {
    if (!self->m_on_completed) {
      self->m_on_completed = self->m_loop->create_future();
      self->m_on_completed->describe(AwaitKind::task_group, self->id());
    }
    try {
      co_await Ref<Future>(self->m_on_completed);
    } catch (const Raised& raised) {
      if (!raised.is(ExceptionKind::cancelled_error)) throw;
      if (!self->m_aborting) {
        cancellation = raised.exception();
        self->abort();
      }
    }
    self->m_on_completed = nullptr;
  }
  if (self->m_base_error) self->m_base_error->rethrow();
  if (cancellation && self->m_errors.empty()) cancellation->rethrow();
  if (left_with && !left_cancelled) self->m_errors.push_back(left_with);
  if (self->m_errors.empty()) co_return;
  const Ref<Exception> group =
      self->m_runtime.host().make_group("unhandled errors in a TaskGroup", std::exchange(self->m_errors, {}));
  group->set_cause(nullptr);
  group->rethrow();
}

void TaskGroup::visit(Visitor& visitor) const {
  visitor.visit(m_loop.get());
  visitor.visit(m_parent.get());
  for (const Ref<Task>& task : m_tasks) visitor.visit(task.get());
  for (const Ref<Exception>& exception : m_errors) visitor.visit(exception.get());
  visitor.visit(m_base_error.get());
  visitor.visit(m_on_completed.get());
}

void TaskGroup::drop_references() noexcept {
  m_parent = nullptr;
  m_tasks.clear();
  m_errors.clear();
  m_base_error = nullptr;
  m_on_completed = nullptr;
}

}  // namespace loopline::loop
