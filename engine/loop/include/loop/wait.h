// asyncio.wait, wait_for, shield, as_completed: CPython 3.11 tasks.py.
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "loop/coroutine.h"
#include "loop/event_loop.h"
#include "loop/queue.h"

namespace loopline::loop {

enum class ReturnWhen : std::uint8_t { first_completed, first_exception, all_completed };

/// Futures that a frame holds where the cycle collector sees them.
class FutureList final : public Container {
 public:
  explicit FutureList(std::vector<Ref<Future>> list) : Container(ObjectKind::other), futures(std::move(list)) {}
  std::vector<Ref<Future>> futures;
  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override { futures.clear(); }
};

struct WaitResult {
  std::vector<Ref<Future>> done;
  std::vector<Ref<Future>> pending;
};

/// Waits until the condition holds or the time is over; cancels nothing. `futures` is not empty and has no duplicates.
Coroutine<WaitResult> wait(Runtime& runtime, Held<FutureList> futures, std::optional<Duration> timeout,
                           ReturnWhen return_when);
inline Coroutine<WaitResult> wait(EventLoop& loop, std::vector<Ref<Future>> futures,
                                  std::optional<Duration> timeout = std::nullopt,
                                  ReturnWhen return_when = ReturnWhen::all_completed) {
  return wait(loop.runtime(), Held<FutureList>(make<FutureList>(std::move(futures))), timeout, return_when);
}

/// The result of the awaitable, or TimeoutError once it has been cancelled and has ended, however long that takes. If
/// it ends with a result nevertheless, that is returned. Without a timeout it is just awaited.
Coroutine<Value> wait_for(Runtime& runtime, Held<Object> awaitable, std::optional<Duration> timeout);
inline Coroutine<Value> wait_for(EventLoop& loop, const Ref<Object>& awaitable, std::optional<Duration> timeout) {
  return wait_for(loop.runtime(), Held<Object>(awaitable), timeout);
}

/// A future that follows the awaitable but does not pass a cancellation on to it.
Outcome shield(EventLoop& loop, const Value& awaitable);

/// The futures one after another as they complete.
class AsCompleted final : public Container {
 public:
  /// `futures` without duplicates.
  AsCompleted(EventLoop& loop, std::vector<Ref<Future>> futures, std::optional<Duration> timeout);

  /// How many coroutines next() may be asked for.
  std::size_t count() const noexcept { return m_count; }
  /// A coroutine for the result of whichever future completes next; TimeoutError when the time is over.
  Coroutine<Value> next();

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  class ChildDone;
  class TimeOver;
  void child_done(Future& child);
  void time_over();

  Ref<Queue> m_done;
  std::deque<Ref<Future>> m_todo;
  Ref<ChildDone> m_child_done;
  Ref<Handle> m_timer;
  std::size_t m_count;
};

}  // namespace loopline::loop
