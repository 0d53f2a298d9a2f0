// Queue, PriorityQueue, LifoQueue: CPython 3.11 queues.py.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "loop/sync.h"

namespace loopline::loop {

class Queue : public LoopBound {
 public:
  enum class Order : std::uint8_t { fifo, priority, lifo };

  /// `capacity` of zero or less: unbounded.
  Queue(Runtime& runtime, std::int64_t capacity = 0, Order order = Order::fifo);

  Order order() const noexcept { return m_order; }
  std::int64_t capacity() const noexcept { return m_capacity; }
  void set_capacity(std::int64_t capacity) noexcept { m_capacity = capacity; }
  // A class that keeps its items elsewhere overrides what asks for them and what insert() and take() do.
  virtual std::size_t size() const { return m_items.size(); }
  virtual bool is_empty() const { return m_items.empty(); }
  virtual bool is_full() const { return m_capacity > 0 && static_cast<std::int64_t>(m_items.size()) >= m_capacity; }
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
  virtual Ref<Exception> put_nowait(Value item);
  /// The item, or QueueEmpty.
  virtual Outcome get_nowait();
  /// ValueError('task_done() called too many times') or null.
  Ref<Exception> task_done();

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 protected:
  virtual Ref<Exception> insert(Value item);
  virtual Outcome take();

 private:
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
