// asyncio.gather: CPython 3.11 tasks.py.
#pragma once

#include <span>
#include <vector>

#include "loop/event_loop.h"
#include "loop/future.h"

namespace loopline::loop {

/// A future for the results of others. Cancelling it cancels the children and is done when the last of them is.
class GatheringFuture final : public Future {
 public:
  GatheringFuture(EventLoop& loop, std::vector<Ref<Future>> children);

  bool cancel(const Value& message = {}) override;
  bool cancel_was_requested() const noexcept { return m_cancel_requested; }
  const std::vector<Ref<Future>>& children() const noexcept { return m_children; }

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  std::vector<Ref<Future>> m_children;
  bool m_cancel_requested = false;
};

/// A future for the list of results, in the order of the arguments. Each argument is a future or becomes a task; equal
/// ones are awaited once. Without `return_exceptions` the first failure is the result, and the others go on.
/// `loop` is used if there are no arguments, or if the first is no future. A TypeError if one cannot be awaited.
Outcome gather(EventLoop& loop, std::span<const Value> awaitables, bool return_exceptions = false);

}  // namespace loopline::loop
