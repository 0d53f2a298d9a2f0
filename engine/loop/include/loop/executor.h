// Executors: work that runs in threads of its own (concurrent.futures).
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "loop/concurrent_future.h"
#include "loop/coroutine.h"
#include "loop/object.h"

namespace loopline::loop {

/// What a worker thread calls.
using Work = std::function<Outcome()>;

class Executor : public Container {
 public:
  Executor() noexcept : Container(ObjectKind::executor) {}
  /// RuntimeError('cannot schedule new futures after shutdown') or a ConcurrentFuture.
  virtual Outcome submit(Work work) = 0;
  /// Takes no more work. With `wait`, blocks the calling thread until its threads have ended.
  virtual void shutdown(bool wait, bool cancel_futures) = 0;
  void shutdown(bool wait) { shutdown(wait, false); }
};

class ThreadPoolExecutor final : public Executor {
 public:
  /// Threads are named "<prefix>_<n>", from 0.
  ThreadPoolExecutor(Runtime& runtime, std::size_t max_workers, std::string prefix, Work initializer = {});

  Outcome submit(Work work) override;
  using Executor::shutdown;
  void shutdown(bool wait, bool cancel_futures) override;
  std::size_t max_workers() const noexcept { return m_max_workers; }

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override {}

  /// CPython's default: min(32, processors + 4), with the one processor of the sandbox.
  static constexpr std::size_t kDefaultWorkers = 5;

 private:
  struct Item {
    Ref<ConcurrentFuture> future;
    Work work;
  };
  Ref<Exception> broken() const;
  void start_worker();
  void run_worker();
  void run_item(Item& item);
  void wake_idle();

  Runtime& m_runtime;
  std::size_t m_max_workers;
  std::string m_prefix;
  Work m_initializer;
  std::deque<Item> m_queue;
  std::deque<VirtualThread*> m_idle;
  std::vector<VirtualThread*> m_joiners;
  std::size_t m_workers = 0;
  std::size_t m_alive = 0;
  bool m_shut_down = false;
  bool m_broken = false;
};

/// loop.run_in_executor: `executor` null means the loop's default one, made on first use.
Outcome run_in_executor(EventLoop& loop, const Ref<Executor>& executor, Work work);

}  // namespace loopline::loop
