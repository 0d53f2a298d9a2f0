// Queue, PriorityQueue, LifoQueue: CPython 3.11 queues.py.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "loop/sync.h"

namespace loopline::loop {

class Queue final : public LoopBound {
 public:
  enum class Order : std::uint8_t { fifo, priority, lifo };

  /// `capacity` of zero or less: unbounded.
  Queue(Runtime& runtime, std::int64_t capacity = 0, Order order = Order::fifo);

  Order order() const noexcept { return m_order; }
  std::int64_t capacity() const noexcept { return m_capacity; }
  std::size_t size() const noexcept { return m_items.size(); }
  bool is_empty() const noexcept { return m_items.empty(); }
  bool is_full() const noexcept { return m_capacity > 0 && static_cast<std::int64_t>(m_items.size()) >= m_capacity; }
  std::int64_t unfinished() const noexcept { return m_unfinished; }
  std::size_t getter_count() const noexcept { return m_getters.size(); }
  std::size_t putter_count() const noexcept { return m_putters.size(); }
  const std::deque<Value>& items() const noexcept { return m_items; }

  static Coroutine<void> put(Held<Queue> self, Value item);
  Coroutine<void> put(Value item) { return put(Held<Queue>(Ref<Queue>(this)), std::move(item)); }
  static Coroutine<Value> get(Held<Queue> self);
  Coroutine<Value> get() { return get(Held<Queue>(Ref<Queue>(this))); }
  static Coroutine<void> join(Held<Queue> self);
  Coroutine<void> join() { return join(Held<Queue>(Ref<Queue>(this))); }
  /// QueueFull, what comparing items raised, or null.
  Ref<Exception> put_nowait(Value item);
  /// The item, or QueueEmpty.
  Outcome get_nowait();
  /// ValueError('task_done() called too many times') or null.
  Ref<Exception> task_done();

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  Ref<Exception> insert(Value item);
  Outcome take();
  Ref<Exception> sift_down(std::size_t start, std::size_t at);
  Ref<Exception> sift_up(std::size_t at);
  static void wake_next(Waiters& waiters);

  Order m_order;
  std::int64_t m_capacity;
  std::int64_t m_unfinished = 0;
  std::deque<Value> m_items;
  Waiters m_getters;
  Waiters m_putters;
  Ref<Event> m_finished;
};

}  // namespace loopline::loop
