#include "loop/executor.h"

#include <algorithm>

namespace loopline::loop {

ThreadPoolExecutor::ThreadPoolExecutor(Runtime& runtime, std::size_t max_workers, std::string prefix, Work initializer)
    : m_runtime(runtime),
      m_max_workers(max_workers),
      m_prefix(std::move(prefix)),
      m_initializer(std::move(initializer)) {}

Ref<Exception> ThreadPoolExecutor::broken() const {
  return m_runtime.host().make_exception(ExceptionKind::broken_executor,
                                         "A thread initializer failed, the thread pool is not usable anymore");
}

Outcome ThreadPoolExecutor::submit(Work work) {
  Host& host = m_runtime.host();
  if (m_broken) return broken();
  if (m_shut_down) {
    return host.make_exception(ExceptionKind::runtime_error, "cannot schedule new futures after shutdown");
  }
  Ref<ConcurrentFuture> future = make<ConcurrentFuture>(m_runtime);
  m_queue.push_back({future, std::move(work)});
  if (!m_idle.empty()) {
    wake_idle();
  } else if (m_workers < m_max_workers) {
    start_worker();
  }
  return Value(std::move(future));
}

void ThreadPoolExecutor::wake_idle() {
  VirtualThread* worker = m_idle.front();
  m_idle.pop_front();
  m_runtime.threads.wake(*worker);
}

/// As threading's start(): the new thread runs to its first block before the starter goes on.
void ThreadPoolExecutor::start_worker() {
  const std::string name = m_prefix + "_" + std::to_string(m_workers++);
  ++m_alive;
  const Ref<ThreadPoolExecutor> keep(this);
  m_runtime.threads.start(name, [keep] { keep->run_worker(); });
  static_cast<void>(m_runtime.threads.yield());
}

void ThreadPoolExecutor::run_worker() {
  VirtualThreads& threads = m_runtime.threads;
  if (m_initializer && !m_initializer().ok() && !threads.has_ended()) {
    m_broken = true;
    for (Item& item : std::exchange(m_queue, {})) static_cast<void>(item.future->set_exception(broken()));
  }
  while (!m_broken && !threads.has_ended()) {
    if (!m_queue.empty()) {
      Item item = std::move(m_queue.front());
      m_queue.pop_front();
      run_item(item);
      continue;
    }
    if (m_shut_down) break;
    m_idle.push_back(&threads.current());
    const Wake wake = threads.block(std::nullopt, Blocking::lock);
    std::erase(m_idle, &threads.current());
    if (wake == Wake::ended) break;
  }
  // What is queued is never run, and the work in it may hold anything.
  if (threads.has_ended()) m_queue.clear();
  if (--m_alive == 0) {
    for (VirtualThread* joiner : std::exchange(m_joiners, {})) threads.wake(*joiner);
  }
}

void ThreadPoolExecutor::run_item(Item& item) {
  if (!item.future->set_running_or_notify_cancel()) return;
  Outcome outcome = item.work();
  if (m_runtime.threads.has_ended()) return;
  if (outcome.ok()) {
    static_cast<void>(item.future->set_result(outcome.take()));
  } else {
    static_cast<void>(item.future->set_exception(outcome.error()));
  }
}

void ThreadPoolExecutor::shutdown(bool wait, bool cancel_futures) {
  const Ref<ThreadPoolExecutor> keep(this);
  m_shut_down = true;
  if (cancel_futures) {
    for (Item& item : std::exchange(m_queue, {})) item.future->cancel();
  }
  while (!m_idle.empty()) wake_idle();
  while (wait && m_alive > 0) {
    m_joiners.push_back(&m_runtime.threads.current());
    if (m_runtime.threads.block(std::nullopt, Blocking::lock) == Wake::ended) return;
  }
}

void ThreadPoolExecutor::visit(Visitor& visitor) const {
  for (const Item& item : m_queue) visitor.visit(item.future.get());
}

Outcome run_in_executor(EventLoop& loop, const Ref<Executor>& executor, Work work) {
  if (Ref<Exception> closed = loop.check_closed()) return closed;
  Ref<Executor> chosen = executor;
  if (!chosen) {
    if (loop.executor_was_shut_down()) {
      return loop.host().make_exception(ExceptionKind::runtime_error, "Executor shutdown has been called");
    }
    if (!loop.default_executor()) {
      loop.set_default_executor(
          make<ThreadPoolExecutor>(loop.runtime(), ThreadPoolExecutor::kDefaultWorkers, "asyncio"));
    }
    chosen = loop.default_executor();
  }
  Outcome submitted = chosen->submit(std::move(work));
  if (!submitted.ok()) return submitted;
  return Value(wrap_future(loop, Ref<ConcurrentFuture>(submitted.value().as<ConcurrentFuture>())));
}

}  // namespace loopline::loop
