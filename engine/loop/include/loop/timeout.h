// asyncio.timeout: CPython 3.11 timeouts.py.
#pragma once

#include <optional>
#include <string_view>

#include "loop/coroutine.h"
#include "loop/event_loop.h"
#include "loop/task.h"

namespace loopline::loop {

/// Cancels the task inside it when the time comes, and turns that cancellation into TimeoutError on the way out.
class Timeout : public Container {
 public:
  enum class State : std::uint8_t { created, entered, expiring, expired, exited };

  Timeout(Runtime& runtime, std::optional<Time> when);

  std::optional<Time> when() const noexcept { return m_when; }
  State state() const noexcept { return m_state; }
  /// "created", "active", "expiring", "expired", "finished"
  std::string_view state_name() const noexcept;
  bool has_expired() const noexcept { return m_state == State::expiring || m_state == State::expired; }

  /// Errors: not inside a task; a state that does not allow it. Null on success.
  Ref<Exception> enter();
  Ref<Exception> reschedule(std::optional<Time> when);
  /// `left_with`: what the block raised, or null. Returns TimeoutError in its place if the time was over.
  Ref<Exception> exit(const Ref<Exception>& left_with);

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  class Expire;
  void expire();

  Runtime& m_runtime;
  State m_state = State::created;
  std::optional<Time> m_when;
  Ref<Handle> m_handle;
  Ref<Task> m_task;
};

/// Runs a coroutine inside a timeout, for native code.
template <class T>
Coroutine<T> with_timeout(EventLoop& loop, Duration delay, Coroutine<T> body) {
  auto timeout = co_await hold(make<Timeout>(loop.runtime(), saturating_add(loop.time(), delay)));
  if (Ref<Exception> error = timeout->enter()) error->rethrow();
  Ref<Exception> raised;
  try {
    if constexpr (std::is_void_v<T>) {
      co_await std::move(body);
      if (Ref<Exception> error = timeout->exit(nullptr)) error->rethrow();
      co_return;
    } else {
      T result = co_await std::move(body);
      if (Ref<Exception> error = timeout->exit(nullptr)) error->rethrow();
      co_return result;
    }
  } catch (...) {
    raised = current_exception();
  }
  if (timeout->state() == Timeout::State::entered || timeout->state() == Timeout::State::expiring) {
    if (Ref<Exception> error = timeout->exit(raised)) error->rethrow();
  }
  raised->rethrow();
}

}  // namespace loopline::loop
