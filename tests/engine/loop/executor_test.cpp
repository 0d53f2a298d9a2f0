// ThreadPoolExecutor and run_in_executor.
#include "loop/executor.h"

#include "loop/gather.h"
#include "loop/runner.h"
#include "loop/sleep.h"
#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;
using Kind = ExceptionKind;

class ExecutorTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void work_runs_in_threads_of_the_pool();
  void no_more_threads_than_allowed_run_at_once();
  void an_idle_thread_is_used_before_a_new_one_is_started();
  void what_work_raises_reaches_the_future();
  void cancelled_work_does_not_run();
  void shutting_down_waits_for_what_was_submitted();
  void shutting_down_may_cancel_what_has_not_begun();
  void a_pool_that_was_shut_down_takes_no_work();
  void a_failing_initializer_breaks_the_pool();
  void the_loop_goes_on_while_work_blocks();
  void the_default_executor_is_made_once_and_shut_down_in_the_end();
  void the_end_of_the_run_ends_work_that_blocks();
};

namespace {

struct Pool {
  Run run;
  Log log;
  VirtualThreads& threads = run.runtime.threads;

  ~Pool() { threads.end(); }
  Ref<ThreadPoolExecutor> make(std::size_t workers, Work initializer = {}) {
    return loopline::loop::make<ThreadPoolExecutor>(run.runtime, workers, "pool", std::move(initializer));
  }
  /// Sleeps and says when it began, and in which thread.
  Work work(std::string name, Duration time) {
    return [this, name, time]() -> Outcome {
      log(name + ":" + threads.current().name() + "@" + std::to_string(threads.now() / 1s));
      threads.block(threads.now() + time);
      return Value(std::int64_t{time / 1s});
    };
  }
};

Ref<ConcurrentFuture> submit(Executor& executor, Work work) {
  const Value future = executor.submit(std::move(work)).value_or_throw();
  return Ref<ConcurrentFuture>(future.as<ConcurrentFuture>());
}

}  // namespace

void ExecutorTest::work_runs_in_threads_of_the_pool() {
  Pool p;
  const Ref<ThreadPoolExecutor> pool = p.make(2);
  const Ref<ConcurrentFuture> future = submit(*pool, p.work("a", 1s));
  p.log("submitted");
  COMPARE_TEXT(text_of(future->result()), "1");
  COMPARE_TEXT(p.log.text(), "a:pool_0@0 submitted");  // starting a thread lets it run to its first block
  QCOMPARE(pool->max_workers(), std::size_t{2});
}

void ExecutorTest::no_more_threads_than_allowed_run_at_once() {
  Pool p;
  const Ref<ThreadPoolExecutor> pool = p.make(2);
  std::vector<Ref<ConcurrentFuture>> futures;
  for (const char* name : {"a", "b", "c", "d"}) futures.push_back(submit(*pool, p.work(name, 1s)));
  for (const Ref<ConcurrentFuture>& future : futures) QVERIFY(future->result().ok());
  COMPARE_TEXT(p.log.text(), "a:pool_0@0 b:pool_1@0 c:pool_0@1 d:pool_1@1");
}

void ExecutorTest::an_idle_thread_is_used_before_a_new_one_is_started() {
  Pool p;
  const Ref<ThreadPoolExecutor> pool = p.make(4);
  QVERIFY(submit(*pool, p.work("a", 1s))->result().ok());
  QVERIFY(submit(*pool, p.work("b", 1s))->result().ok());
  COMPARE_TEXT(p.log.text(), "a:pool_0@0 b:pool_0@1");
}

void ExecutorTest::what_work_raises_reaches_the_future() {
  Pool p;
  const Ref<Exception> error = native_error(Kind::value_error);
  QVERIFY(submit(*p.make(1), [&] { return Outcome(error); })->result().error() == error);
}

void ExecutorTest::cancelled_work_does_not_run() {
  Pool p;
  const Ref<ThreadPoolExecutor> pool = p.make(1);
  const Ref<ConcurrentFuture> first = submit(*pool, p.work("a", 1s));
  const Ref<ConcurrentFuture> second = submit(*pool, p.work("b", 1s));
  QVERIFY(second->cancel());
  QVERIFY(!first->cancel());
  QVERIFY(submit(*pool, p.work("c", 1s))->result().ok());
  COMPARE_TEXT(p.log.text(), "a:pool_0@0 c:pool_0@1");
}

void ExecutorTest::shutting_down_waits_for_what_was_submitted() {
  Pool p;
  const Ref<ThreadPoolExecutor> pool = p.make(1);
  submit(*pool, p.work("a", 1s));
  submit(*pool, p.work("b", 1s));
  pool->shutdown(false);
  p.log("not waited");
  pool->shutdown(true);
  COMPARE_TEXT(p.log.text(), "a:pool_0@0 not waited b:pool_0@1");
  QVERIFY(p.threads.now() > 2s);
}

void ExecutorTest::shutting_down_may_cancel_what_has_not_begun() {
  Pool p;
  const Ref<ThreadPoolExecutor> pool = p.make(1);
  const Ref<ConcurrentFuture> first = submit(*pool, p.work("a", 1s));
  const Ref<ConcurrentFuture> second = submit(*pool, p.work("b", 1s));
  pool->shutdown(true, true);
  QVERIFY(second->is_cancelled() && first->result().ok());
}

void ExecutorTest::a_pool_that_was_shut_down_takes_no_work() {
  Pool p;
  const Ref<ThreadPoolExecutor> pool = p.make(1);
  pool->shutdown(true);
  COMPARE_TEXT(text_of(pool->submit(p.work("a", 1s))), "RuntimeError: cannot schedule new futures after shutdown");
}

void ExecutorTest::a_failing_initializer_breaks_the_pool() {
  Pool p;
  const Ref<ThreadPoolExecutor> pool = p.make(1, [] { return Outcome(native_error(Kind::value_error)); });
  const std::string broken = "BrokenExecutor: A thread initializer failed, the thread pool is not usable anymore";
  COMPARE_TEXT(text_of(submit(*pool, p.work("a", 1s))->result()), broken);
  COMPARE_TEXT(text_of(pool->submit(p.work("b", 1s))), broken);
  pool->shutdown(true);
}

void ExecutorTest::the_loop_goes_on_while_work_blocks() {
  Pool p;
  loopline::loop::run(p.run.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    std::vector<Value> jobs;
    for (const char* name : {"a", "b"}) {
      jobs.push_back(run_in_executor(loop, nullptr, p.work(name, 2s)).value_or_throw());
    }
    co_await sleep(loop, 1s);
    p.log("loop@1");
    const Value all = gather(loop, jobs).value_or_throw();
    co_await Ref<Future>(all.as<Future>());
    CO_COMPARE(loop.time() / 1s, 2);
  });
  COMPARE_TEXT(p.log.text(), "a:asyncio_0@0 b:asyncio_1@0 loop@1");
}

void ExecutorTest::the_default_executor_is_made_once_and_shut_down_in_the_end() {
  Pool p;
  Ref<Executor> seen;
  loopline::loop::run(p.run.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    CO_VERIFY(!loop.default_executor());
    Value first = run_in_executor(loop, nullptr, p.work("a", 3s)).value_or_throw();
    seen = loop.default_executor();
    run_in_executor(loop, nullptr, p.work("b", 1s)).value_or_throw();
    CO_VERIFY(loop.default_executor() == seen);
    co_return;
  });
  COMPARE_TEXT(text_of(seen->submit(p.work("c", 1s))), "RuntimeError: cannot schedule new futures after shutdown");
  QVERIFY(p.threads.now() > 3s);  // the end waited for a
}

void ExecutorTest::the_end_of_the_run_ends_work_that_blocks() {
  Pool p;
  const Ref<ThreadPoolExecutor> pool = p.make(1);
  const Ref<ConcurrentFuture> future = submit(*pool, p.work("a", 1h));
  p.threads.end();
  QVERIFY(!future->is_done());
  COMPARE_TEXT(text_of(future->result()), "the end of the run: the run has ended");
}

QTEST_APPLESS_MAIN(ExecutorTest)
#include "executor_test.moc"
