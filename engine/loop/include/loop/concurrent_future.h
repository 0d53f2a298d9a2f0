// Futures that threads share: concurrent.futures.Future, and the bridges between them and the loop's futures.
#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "loop/event_loop.h"
#include "loop/future.h"

namespace loopline::loop {

class ConcurrentFuture final : public Container {
 public:
  enum class State : std::uint8_t { pending, running, cancelled, finished };

  explicit ConcurrentFuture(Runtime& runtime) : Container(ObjectKind::concurrent_future), m_runtime(runtime) {}

  Runtime& runtime() const noexcept { return m_runtime; }
  State state() const noexcept { return m_state; }
  bool is_done() const noexcept { return m_state == State::cancelled || m_state == State::finished; }
  bool is_cancelled() const noexcept { return m_state == State::cancelled; }
  bool is_running() const noexcept { return m_state == State::running; }

  /// False once it runs or is done.
  bool cancel();
  /// The worker begins. False if it was cancelled before.
  bool set_running_or_notify_cancel();
  Ref<Exception> set_result(Value result);
  Ref<Exception> set_exception(Ref<Exception> exception);

  /// Blocks the calling thread until it is done or the time is over (TimeoutError); CancelledError if cancelled.
  Outcome result(std::optional<Duration> timeout = std::nullopt);
  Outcome exception(std::optional<Duration> timeout = std::nullopt);
  const Value& peek_result() const noexcept { return m_result; }
  bool has_failed() const noexcept { return m_failed; }

  /// Called in the thread that completes it, or at once if it is done. `held` is what the callback works on: given to
  /// it here, and not held by the function, the collector of cycles sees it.
  using DoneCallback = std::function<void(ConcurrentFuture& completed, const Value& held)>;
  void add_done_callback(Value held, DoneCallback callback);

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  void complete(State state);
  /// Null when it is done; what ended the wait otherwise.
  Ref<Exception> wait(std::optional<Duration> timeout);
  Ref<Exception> already_done() const;

  Runtime& m_runtime;
  State m_state = State::pending;
  bool m_failed = false;
  Value m_result;
  std::vector<std::pair<Value, DoneCallback>> m_callbacks;
  std::vector<VirtualThread*> m_waiters;  // few: a deque would take ten times the memory of all the rest
};

/// asyncio.wrap_future: a future of the loop that follows a thread's.
Ref<Future> wrap_future(EventLoop& loop, const Ref<ConcurrentFuture>& future);

/// asyncio.run_coroutine_threadsafe: from another thread, as a task of the loop.
Outcome run_coroutine_threadsafe(EventLoop& loop, const Ref<CoroutineObject>& coroutine);

}  // namespace loopline::loop
