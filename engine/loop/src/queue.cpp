#include "loop/queue.h"

namespace loopline::loop {

Queue::Queue(Runtime& runtime, std::int64_t capacity, Order order)
    : LoopBound(ObjectKind::queue, runtime, ObjectType::queue),
      m_order(order),
      m_capacity(capacity),
      m_finished(make<Event>(runtime)) {
  m_finished->set_owner(m_id);
  m_finished->set();
  if (capacity > 0) tell(ObjectChange::resized, capacity);
}

Coroutine<void> Queue::put(Held<Queue> self, Value item) {
  while (self->is_full()) {
    auto putter = co_await hold(self->make_waiter(AwaitKind::queue_put));
    self->m_putters.push(putter.ref());
    try {
      co_await putter.ref();
    } catch (...) {
      putter->cancel();
      self->m_putters.remove(*putter);
      // A get made room for this one, who does not take it: the next may.
      if (!self->is_full() && !putter->is_cancelled()) wake_next(self->m_putters);
      throw;
    }
  }
  if (Ref<Exception> failed = self->put_nowait(std::move(item))) failed->rethrow();
}

Coroutine<Value> Queue::get(Held<Queue> self) {
  while (self->is_empty()) {
    auto getter = co_await hold(self->make_waiter(AwaitKind::queue_get));
    self->m_getters.push(getter.ref());
    try {
      co_await getter.ref();
    } catch (...) {
      getter->cancel();
      self->m_getters.remove(*getter);
      if (!self->is_empty() && !getter->is_cancelled()) wake_next(self->m_getters);
      throw;
    }
  }
  co_return self->get_nowait().value_or_throw();
}

Coroutine<void> Queue::join(Held<Queue> self) {
  if (self->m_unfinished > 0) co_await Event::wait(Held<Event>(self->m_finished), AwaitKind::queue_join);
}

Ref<Exception> Queue::put_nowait(Value item) {
  if (is_full()) return error(ExceptionKind::queue_full, "");
  if (Ref<Exception> failed = insert(std::move(item))) return failed;
  ++m_unfinished;
  m_finished->clear();
  tell(ObjectChange::put, static_cast<std::int64_t>(size()));
  wake_next(m_getters);
  return nullptr;
}

Outcome Queue::get_nowait() {
  if (is_empty()) return error(ExceptionKind::queue_empty, "");
  Outcome item = take();
  if (!item.ok()) return item;
  tell(ObjectChange::got, static_cast<std::int64_t>(size()));
  wake_next(m_putters);
  return item;
}

Ref<Exception> Queue::task_done() {
  if (m_unfinished <= 0) return error(ExceptionKind::value_error, "task_done() called too many times");
  --m_unfinished;
  tell(ObjectChange::task_done, m_unfinished);
  if (m_unfinished == 0) m_finished->set();
  return nullptr;
}

void Queue::wake_next(Waiters& waiters) {
  while (!waiters.empty()) {
    const Ref<Future> waiter = waiters.pop();
    if (!waiter->is_done()) {
      static_cast<void>(waiter->set_result(Value::none()));
      return;
    }
  }
}

Ref<Exception> Queue::insert(Value item) {
  m_items.push_back(std::move(item));
  return m_order == Order::priority ? sift_down(0, m_items.size() - 1) : nullptr;
}

Outcome Queue::take() {
  Value item;
  switch (m_order) {
    case Order::fifo:
      item = std::move(m_items.front());
      m_items.pop_front();
      return item;
    case Order::lifo:
      item = std::move(m_items.back());
      m_items.pop_back();
      return item;
    case Order::priority: break;
  }
  item = std::move(m_items.back());
  m_items.pop_back();
  if (m_items.empty()) return item;
  item.swap(m_items.front());
  if (Ref<Exception> failed = sift_up(0)) return failed;
  return item;
}

// The two sifts go the way of CPython's heapq: which of two equal items comes first is visible.

Ref<Exception> Queue::sift_down(std::size_t start, std::size_t at) {
  while (at > start) {
    const std::size_t parent = (at - 1) / 2;
    Outcome less = m_runtime.host().less(m_items[at], m_items[parent]);
    if (!less.ok()) return less.error();
    if (!less.value().as_bool()) break;
    m_items[at].swap(m_items[parent]);
    at = parent;
  }
  return nullptr;
}

Ref<Exception> Queue::sift_up(std::size_t at) {
  const std::size_t start = at;
  const std::size_t count = m_items.size();
  for (std::size_t child = 2 * at + 1; child < count; child = 2 * at + 1) {
    if (child + 1 < count) {
      Outcome less = m_runtime.host().less(m_items[child], m_items[child + 1]);
      if (!less.ok()) return less.error();
      if (!less.value().as_bool()) ++child;
    }
    m_items[at].swap(m_items[child]);
    at = child;
  }
  return sift_down(start, at);
}

void Queue::visit(Visitor& visitor) const {
  LoopBound::visit(visitor);
  for (const Value& item : m_items) {
    if (item.is_object()) visitor.visit(item.as_object());
  }
  m_getters.visit(visitor);
  m_putters.visit(visitor);
  visitor.visit(m_finished.get());
}

void Queue::drop_references() noexcept {
  LoopBound::drop_references();
  m_items.clear();
  m_getters.clear();
  m_putters.clear();
}

}  // namespace loopline::loop
