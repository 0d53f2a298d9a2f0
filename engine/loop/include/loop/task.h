// Tasks: CPython 3.11's Task, step by step.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "loop/context.h"
#include "loop/coroutine_object.h"
#include "loop/future.h"

namespace loopline::loop {

class FrameBase;
class VirtualThread;

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

  /// What became of a step.
  enum class Stepped : std::uint8_t {
    done,    ///< all has been dealt with
    pauses,  ///< by a bare yield: the next step belongs into the ready queue
    leaves,  ///< something must leave the loop (KeyboardInterrupt, SystemExit)
  };
  /// One step: resumes the coroutine, or raises what `completed` ended with in it, and deals with what it does. Called
  /// by the loop.
  Stepped step(Future* completed);
  /// The same when nobody watches. `loop` is the task's, `thread` that of the loop.
  Stepped step_quietly(Future* completed, EventLoop& loop, VirtualThread& thread);
  /// The same when somebody does: tells when the step begins. `scheduled` is the event that scheduled it.
  Stepped step_watched(Future* completed, EventLoop& loop, VirtualThread& thread, Instrument& watching,
                       EventNumber scheduled);

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

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;
  void finalize() noexcept override;

 private:
  bool goes_plainly(const Future* completed) const noexcept;
  Stepped step_with_care(Future* completed);
  Ref<Exception> exception_to_throw(Future* completed);
  Stepped settle(StepKind kind, Value& out);
  Stepped settle_frame(FrameBase& frame, StepKind kind);
  Stepped step_raised(Ref<Exception> raised);
  void finish_returned(Value result);
  Stepped finish_raised(Ref<Exception> raised);
  bool is_proper_wait(const Future& future) const noexcept;
  Stepped pause();
  void handle_yield(const Value& yielded);
  void wait_for(Future& future);
  void fail_soon(ExceptionKind kind, const std::string& message);
  void tell_created();
  void tell_finished(StepEnd end, const Value& value);
  void tell_end(FutureEnd end) override;
  void schedule_step();
  std::string repr();

  // m_small, beside the state; so that it is 0 when a step may go ahead without more questions.
  /// The next step is not a plain one, because of m_must_cancel or of an error in m_result.
  static constexpr std::uint8_t kNeedsCare = 4;
  /// The coroutine is no native frame.
  static constexpr std::uint8_t kForeign = 8;
  void set_needs_care(bool needs) noexcept {
    m_small = static_cast<std::uint8_t>(needs ? m_small | kNeedsCare : m_small & ~kNeedsCare);
  }

  /// The name, or the N of "Task-N" in the same place.
  class Name {
   public:
    Name() noexcept = default;
    Name(const Name&) = delete;
    Name& operator=(const Name&) = delete;
    ~Name() { clear(); }
    void set_number(std::uint64_t number) noexcept;
    void set_text(std::string text);
    /// 0 if it has a text.
    std::uint64_t number() const noexcept { return (m_word & 1) != 0 ? m_word >> 1 : 0; }
    /// Null if it is a number.
    const std::string* text() const noexcept;

   private:
    void clear() noexcept {
      if ((m_word & 1) == 0 && m_word != 0) [[unlikely]]
        delete text();
    }
    std::uintptr_t m_word = 0;  // 2N + 1, or the address of a string
  };

  Ref<CoroutineObject> m_coroutine;
  Ref<Context> m_context;
  Ref<Future> m_fut_waiter;
  Name m_name;
  int m_cancel_requests = 0;
  bool m_must_cancel = false;
  bool m_logs_destroy_pending = true;
};

}  // namespace loopline::loop
