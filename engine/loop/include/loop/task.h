// Tasks: CPython 3.11's Task, step by step.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "loop/context.h"
#include "loop/coroutine_object.h"
#include "loop/future.h"

namespace loopline::loop {

class FrameBase;

/// Drives a coroutine. While it is pending, exactly one of these holds:
///   - its next step is in the ready queue (it is new, it yielded, or what it awaited is done);
///   - it waits: fut_waiter() is pending and the task is among its done-callbacks;
///   - it is running: loop().current_task() is this.
/// A step is scheduled by the constructor, by a bare yield, and by the end of fut_waiter(), nobody else.
class Task final : public Future {
 public:
  /// Schedules the first step. `name` empty: the next "Task-N". `context` null: a copy of the current one.
  Task(EventLoop& loop, Ref<CoroutineObject> coroutine, std::string_view name = {}, Ref<Context> context = nullptr);
  ~Task() override;

  /// One step: resumes the coroutine, or raises what `completed` ended with in it, and deals with what it does. Called
  /// by the loop. True if something must leave the loop (KeyboardInterrupt, SystemExit).
  bool step(Future* completed);

  const Ref<CoroutineObject>& coroutine() const noexcept { return m_coroutine; }
  const Ref<Context>& context() const noexcept { return m_context; }
  Future* fut_waiter() const noexcept { return m_fut_waiter.get(); }

  std::string name() const;
  void set_name(std::string name);

  bool cancel(const Value& message = {}) override;
  /// How many cancellation requests are outstanding.
  int cancelling() const noexcept { return m_cancel_requests; }
  int uncancel() noexcept;
  bool must_cancel() const noexcept { return m_must_cancel; }

  /// Whether dying unfinished is worth a report.
  void set_logs_destroy_pending(bool logs) noexcept { m_logs_destroy_pending = logs; }
  bool logs_destroy_pending() const noexcept { return m_logs_destroy_pending; }

  /// The next task of the run that is alive, in order of creation.
  Task* next_alive() const noexcept { return m_next_alive; }

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;
  void finalize() noexcept override;

 private:
  bool step_with_care(Future* completed);
  Ref<Exception> exception_to_throw(Future* completed);
  bool settle(StepKind kind, Value& out);
  void finish_returned(Value result);
  bool finish_raised(Ref<Exception> raised);
  void handle_yield(const Value& yielded);
  void wait_for(Future& future);
  void fail_soon(ExceptionKind kind, const std::string& message);
  void tell_created();
  void tell_finished(StepEnd end, const Value& value);
  void tell_end(FutureEnd end) override;
  void schedule_step();
  std::string repr();

  Ref<CoroutineObject> m_coroutine;
  Ref<Context> m_context;
  Ref<Future> m_fut_waiter;
  Ref<Exception> m_throw_next;   // an error of the loop's own for the next step
  FrameBase* m_frame = nullptr;  // m_coroutine if it is native: its steps need no virtual call
  std::unique_ptr<std::string> m_name;
  std::uint64_t m_number = 0;
  Task* m_previous_alive = nullptr;
  Task* m_next_alive = nullptr;
  int m_cancel_requests = 0;
  bool m_must_cancel = false;
  bool m_needs_care = false;  // the next step is not a plain one: m_must_cancel or m_throw_next
  bool m_logs_destroy_pending = true;
};

}  // namespace loopline::loop
