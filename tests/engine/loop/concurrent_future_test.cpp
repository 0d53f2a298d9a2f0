// Futures that threads share, and the bridges between threads and the loop.
#include "loop/concurrent_future.h"

#include "loop/runner.h"
#include "loop/sleep.h"
#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;
using Kind = ExceptionKind;

class ConcurrentFutureTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_result_wakes_the_thread_that_waits();
  void waiting_can_have_a_limit();
  void an_exception_is_given_back_as_the_same_object();
  void a_future_can_be_cancelled_until_it_runs();
  void a_future_is_finished_once();
  void callbacks_run_in_the_thread_that_completes_it();
  void an_interrupt_ends_the_wait_of_the_main_thread();
  void the_end_of_the_run_ends_a_wait();
  void a_wrapped_future_follows_the_threads();
  void cancelling_a_wrapped_future_cancels_the_threads();
  void bridges_that_nothing_refers_to_are_collected();
  void stop_iteration_does_not_get_through_a_wrapped_future();
  void a_coroutine_can_be_run_from_another_thread();
  void cancelling_from_another_thread_cancels_the_task();
  void an_error_of_the_coroutine_reaches_the_other_thread();
  void a_closed_loop_runs_no_coroutine();
};

namespace {

struct Threads {
  Run run;
  Log log;
  VirtualThreads& threads = run.runtime.threads;

  ~Threads() { threads.end(); }
  void start(std::function<void()> body) { threads.start("T", std::move(body)); }
  void sleep(Duration time) { threads.block(threads.now() + time); }
  Ref<ConcurrentFuture> make() { return loopline::loop::make<ConcurrentFuture>(run.runtime); }
  /// The text and when it was known.
  std::string at(const std::string& text) { return text + "@" + std::to_string(threads.now() / 1s); }
};

Coroutine<int> after(EventLoop& loop, Duration delay, int value) {
  co_await sleep(loop, delay);
  co_return value;
}
Coroutine<int> failing() {
  native_error(Kind::value_error, "x")->rethrow();
  co_return 0;
}
/// Keeps a loop busy.
Coroutine<void> busy(EventLoop& loop) { co_await sleep(loop, 10s); }

}  // namespace

void ConcurrentFutureTest::a_result_wakes_the_thread_that_waits() {
  Threads t;
  const Ref<ConcurrentFuture> future = t.make();
  QVERIFY(!future->is_done());
  t.start([&] {
    t.sleep(1s);
    static_cast<void>(future->set_result(Value(std::int64_t{5})));
  });
  COMPARE_TEXT(t.at(text_of(future->result())), "5@1");
  COMPARE_TEXT(text_of(future->exception()), "None");
  QVERIFY(future->is_done());
}

void ConcurrentFutureTest::waiting_can_have_a_limit() {
  Threads t;
  const Ref<ConcurrentFuture> future = t.make();
  COMPARE_TEXT(t.at(text_of(future->result(2s))), "TimeoutError@2");
  COMPARE_TEXT(t.at(text_of(future->exception(Duration(-1)))), "TimeoutError@2");
}

void ConcurrentFutureTest::an_exception_is_given_back_as_the_same_object() {
  Threads t;
  const Ref<ConcurrentFuture> future = t.make();
  const Ref<Exception> error = native_error(Kind::value_error);
  QVERIFY(!future->set_exception(error));
  QVERIFY(future->result().error() == error);
  QVERIFY(future->exception().value().is_identical(Value(error)));
  QVERIFY(future->has_failed());
}

void ConcurrentFutureTest::a_future_can_be_cancelled_until_it_runs() {
  Threads t;
  const Ref<ConcurrentFuture> fresh = t.make();
  QVERIFY(fresh->cancel() && fresh->cancel() && fresh->is_cancelled());
  QVERIFY(!fresh->set_running_or_notify_cancel());
  COMPARE_TEXT(text_of(fresh->result()), "CancelledError");
  const Ref<ConcurrentFuture> running = t.make();
  QVERIFY(running->set_running_or_notify_cancel());
  QVERIFY(running->is_running() && !running->cancel());
}

void ConcurrentFutureTest::a_future_is_finished_once() {
  Threads t;
  const Ref<ConcurrentFuture> future = t.make();
  QVERIFY(!future->set_result(Value::none()));
  COMPARE_TEXT(summary_of(future->set_result(Value::none())), "InvalidStateError: FINISHED: <Future>");
  const Ref<ConcurrentFuture> cancelled = t.make();
  cancelled->cancel();
  COMPARE_TEXT(summary_of(cancelled->set_exception(native_error(Kind::value_error))),
               "InvalidStateError: CANCELLED: <Future>");
}

void ConcurrentFutureTest::callbacks_run_in_the_thread_that_completes_it() {
  Threads t;
  const Ref<ConcurrentFuture> future = t.make();
  const auto say = [&](ConcurrentFuture&, const Value&) { t.log(std::to_string(t.threads.current().id())); };
  future->add_done_callback(Value::none(), say);
  future->add_done_callback(Value::none(), say);
  t.start([&] { static_cast<void>(future->set_result(Value::none())); });
  t.sleep(1s);
  future->add_done_callback(Value::none(), say);
  COMPARE_TEXT(t.log.text(), "2 2 1");
}

void ConcurrentFutureTest::an_interrupt_ends_the_wait_of_the_main_thread() {
  Threads t;
  t.threads.at(1s, [&] { t.run.runtime.signals.raise(Signals::kInterrupt); });
  COMPARE_TEXT(t.at(text_of(t.make()->result())), "KeyboardInterrupt@1");
}

void ConcurrentFutureTest::the_end_of_the_run_ends_a_wait() {
  Threads t;
  COMPARE_TEXT(text_of(t.make()->result()), "the end of the run: the run has ended");
}

void ConcurrentFutureTest::a_wrapped_future_follows_the_threads() {
  Threads t;
  const Ref<ConcurrentFuture> good = t.make();
  const Ref<ConcurrentFuture> bad = t.make();
  t.start([&] {
    t.sleep(1s);
    static_cast<void>(good->set_result(Value(std::int64_t{5})));
    t.sleep(1s);
    static_cast<void>(bad->set_exception(native_error(Kind::value_error, "x")));
  });
  loopline::loop::run(t.run.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const Value value = co_await wrap_future(loop, good);
    CO_COMPARE_TEXT(t.at(Host().repr(value)), "5@1");
    std::string text;
    try {
      co_await wrap_future(loop, bad);
    } catch (const Raised& raised) {
      text = raised.exception()->summary();
    }
    CO_COMPARE_TEXT(t.at(text), "ValueError: x@2");
  });
}

void ConcurrentFutureTest::cancelling_a_wrapped_future_cancels_the_threads() {
  Threads t;
  const Ref<ConcurrentFuture> source = t.make();
  loopline::loop::run(t.run.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Future> wrapped = wrap_future(loop, source);
    wrapped->cancel();
    co_await yield_once();
    CO_VERIFY(source->is_cancelled());
  });
}

// A thread that the end of a run stops completes nothing: the two futures refer to each other and nobody to them.
void ConcurrentFutureTest::bridges_that_nothing_refers_to_are_collected() {
  Threads t;
  const auto count = [] {
    int futures = 0;
    Memory::current().for_each_container([&](Container& container) {
      futures += container.kind() == ObjectKind::concurrent_future || container.kind() == ObjectKind::future;
    });
    return futures;
  };
  loopline::loop::run(t.run.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const int before = count();
    static_cast<void>(wrap_future(loop, t.make()));
    const Ref<ConcurrentFuture> own = t.make();
    own->add_done_callback(Value(own), [](ConcurrentFuture&, const Value&) {});
    CO_COMPARE(count(), before + 3);
    Memory::current().collect_cycles();
    CO_COMPARE(count(), before + 1);
    own->cancel();
    co_return;
  });
}

void ConcurrentFutureTest::stop_iteration_does_not_get_through_a_wrapped_future() {
  Threads t;
  const Ref<ConcurrentFuture> source = t.make();
  loopline::loop::run(t.run.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Future> wrapped = wrap_future(loop, source);
    static_cast<void>(source->set_exception(native_error(Kind::stop_iteration)));
    co_await yield_once();
    CO_VERIFY(!wrapped->is_done());
    CO_COMPARE_TEXT(join(t.run.host.reports),
                    "Exception in callback chain.set_state() | TypeError: StopIteration interacts badly with "
                    "generators and cannot be raised into a Future");
    wrapped->cancel();
    co_await yield_once();
  });
}

void ConcurrentFutureTest::a_coroutine_can_be_run_from_another_thread() {
  Threads t;
  loopline::loop::run(t.run.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    t.start([&] {
      const Value future = run_coroutine_threadsafe(loop, after(loop, 1s, 7).object()).value_or_throw();
      t.log(t.at(text_of(future.as<ConcurrentFuture>()->result())));
    });
    co_await busy(loop);
  });
  COMPARE_TEXT(t.log.text(), "7@1");
}

void ConcurrentFutureTest::cancelling_from_another_thread_cancels_the_task() {
  Threads t;
  loopline::loop::run(t.run.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    t.start([&] {
      const Value future = run_coroutine_threadsafe(loop, after(loop, 5s, 7).object()).value_or_throw();
      t.log(text_of(future.as<ConcurrentFuture>()->result(1s)));
      t.log(future.as<ConcurrentFuture>()->cancel() ? "cancelled" : "too late");
    });
    co_await sleep(loop, 2s);
    CO_COMPARE(all_tasks(loop).size(), std::size_t{1});
  });
  COMPARE_TEXT(t.log.text(), "TimeoutError cancelled");
}

void ConcurrentFutureTest::an_error_of_the_coroutine_reaches_the_other_thread() {
  Threads t;
  loopline::loop::run(t.run.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    t.start([&] {
      const Value future = run_coroutine_threadsafe(loop, failing().object()).value_or_throw();
      t.log(text_of(future.as<ConcurrentFuture>()->result()));
    });
    co_await busy(loop);
  });
  COMPARE_TEXT(t.log.text(), "ValueError: x");
  QVERIFY(t.run.host.reports.empty());
}

void ConcurrentFutureTest::a_closed_loop_runs_no_coroutine() {
  Threads t;
  const Ref<EventLoop> loop = EventLoop::create(t.run.runtime);
  QVERIFY(!loop->close());
  COMPARE_TEXT(text_of(run_coroutine_threadsafe(*loop, failing().object())), "RuntimeError: Event loop is closed");
}

QTEST_APPLESS_MAIN(ConcurrentFutureTest)
#include "concurrent_future_test.moc"
