// asyncio.wait, wait_for, shield, as_completed.
#include "loop/wait.h"

#include "loop/runner.h"
#include "loop/sleep.h"
#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;
using Kind = ExceptionKind;

class WaitTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // wait
  void waiting_for_all_gives_done_and_pending_in_the_order_given();
  void waiting_for_the_first_leaves_the_others_running();
  void waiting_for_the_first_exception_ignores_good_ends_and_cancellations();
  void waiting_for_a_time_gives_what_is_done_by_then();
  void waiting_does_not_raise_what_the_futures_raised();
  void cancelling_a_wait_leaves_the_futures_alone();
  void a_wait_removes_its_callbacks_and_its_timer();
  // wait_for
  void wait_for_gives_the_result_in_time();
  void wait_for_raises_what_the_job_raises();
  void wait_for_cancels_a_job_that_takes_too_long();
  void wait_for_waits_until_the_cancelled_job_has_ended();
  void wait_for_returns_the_result_of_a_job_that_refuses_to_be_cancelled();
  void wait_for_raises_what_a_job_raises_instead_of_its_cancellation();
  void wait_for_nothing_gives_what_is_done_already();
  void wait_for_without_a_limit_just_waits();
  void cancelling_wait_for_cancels_the_job();
  void cancelling_wait_for_when_the_job_is_done_gives_its_result();
  void when_job_and_limit_fall_due_together_the_limit_comes_first();
  void a_timeout_error_has_the_cancellation_for_its_cause();
  void wait_for_of_what_cannot_be_awaited_is_a_type_error();
  // shield
  void a_shield_passes_results_and_errors_on();
  void cancelling_the_outside_leaves_the_inside_running();
  void cancelling_the_inside_cancels_the_outside();
  void an_error_behind_a_cancelled_shield_counts_as_seen();
  void shielding_what_is_done_gives_it_back();
  // as_completed
  void futures_come_as_they_complete();
  void the_coroutines_of_as_completed_raise_what_the_futures_raise();
  void as_completed_raises_for_those_that_are_too_late();
  void as_completed_takes_its_timer_off_in_the_end();
};

namespace {

Coroutine<int> after(EventLoop& loop, Duration delay, int value) {
  co_await sleep(loop, delay);
  co_return value;
}
Coroutine<int> failing(EventLoop& loop, Duration delay, std::string text) {
  co_await sleep(loop, delay);
  native_error(Kind::value_error, std::move(text))->rethrow();
  co_return 0;
}
/// Answers a cancellation after a while with `then`: returns 9, raises, or is cancelled after all.
Coroutine<int> reluctant(EventLoop& loop, Duration extra, std::string then) {
  Ref<Exception> cancelled;
  try {
    co_await sleep(loop, 1h);
  } catch (const Raised& raised) {
    cancelled = raised.exception();
  }
  co_await sleep(loop, extra);
  if (then == "raise") native_error(Kind::value_error, "instead")->rethrow();
  if (then == "cancelled") cancelled->rethrow();
  co_return 9;
}

std::vector<Ref<Future>> tasks_of(const std::vector<TaskOf<int>>& tasks) {
  std::vector<Ref<Future>> futures;
  for (const TaskOf<int>& task : tasks) futures.emplace_back(task.task());
  return futures;
}

/// "1s: 5" or "2s: ValueError: x": when and how a coroutine ended.
Coroutine<std::string> outcome_of(EventLoop& loop, Coroutine<Value> coroutine) {
  std::string text;
  try {
    const Value value = co_await std::move(coroutine);
    text = Host().repr(value);
  } catch (const Raised& raised) {
    text = raised.exception()->summary();
  }
  co_return std::to_string(loop.time() / 1s) + "s: " + text;
}
Coroutine<Value> awaiting(Ref<Future> future) {
  const Value value = co_await future;
  co_return value;
}

std::string counts(const WaitResult& result) {
  return std::to_string(result.done.size()) + " done, " + std::to_string(result.pending.size()) + " pending";
}

template <class Body>
std::string run_text(Run& test, Body body) {
  return loopline::loop::run(test.runtime,
                             [&](EventLoop& loop) -> Coroutine<std::string> { co_return co_await body(loop); });
}

/// wait_for of a coroutine, as a text.
std::string wait_for_text(Duration limit, const std::function<Coroutine<int>(EventLoop&)>& make_job) {
  Run test;
  return run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    const Ref<Object> job = make_job(loop).object();
    co_return co_await outcome_of(loop, wait_for(loop, job, limit));
  });
}

}  // namespace

void WaitTest::waiting_for_all_gives_done_and_pending_in_the_order_given() {
  Run test;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    std::vector<TaskOf<int>> tasks;
    for (int i : {3, 1, 2}) tasks.push_back(create_task(loop, after(loop, i * 1s, i)));
    const WaitResult result = co_await wait(loop, tasks_of(tasks));
    std::string order = counts(result) + ":";
    for (const Ref<Future>& future : result.done) order += " " + text_of(future->result());
    co_return order;
  });
  COMPARE_TEXT(text, "3 done, 0 pending: 3 1 2");
}

void WaitTest::waiting_for_the_first_leaves_the_others_running() {
  Run test;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    std::vector<TaskOf<int>> tasks;
    for (int i : {3, 1, 2}) tasks.push_back(create_task(loop, after(loop, i * 1s, i)));
    const WaitResult result = co_await wait(loop, tasks_of(tasks), std::nullopt, ReturnWhen::first_completed);
    std::string first = counts(result) + ": " + text_of(result.done.front()->result());
    const int last = co_await tasks[0];
    co_return first + " " + std::to_string(last);
  });
  COMPARE_TEXT(text, "1 done, 2 pending: 1 3");
}

void WaitTest::waiting_for_the_first_exception_ignores_good_ends_and_cancellations() {
  Run test;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    std::vector<TaskOf<int>> tasks;
    tasks.push_back(create_task(loop, after(loop, 1s, 1)));
    tasks.push_back(create_task(loop, after(loop, 9s, 2)));
    tasks.push_back(create_task(loop, failing(loop, 2s, "x")));
    tasks.push_back(create_task(loop, after(loop, 9s, 3)));
    tasks[1]->cancel();
    const WaitResult result = co_await wait(loop, tasks_of(tasks), std::nullopt, ReturnWhen::first_exception);
    co_return counts(result) + "@" + std::to_string(loop.time() / 1s);
  });
  COMPARE_TEXT(text, "3 done, 1 pending@2");
}

void WaitTest::waiting_for_a_time_gives_what_is_done_by_then() {
  Run test;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    std::vector<TaskOf<int>> tasks;
    for (int i : {1, 9}) tasks.push_back(create_task(loop, after(loop, i * 1s, i)));
    const WaitResult result = co_await wait(loop, tasks_of(tasks), 5s);
    const WaitResult none = co_await wait(loop, result.pending, -1s);
    co_return counts(result) + "; " + counts(none) + "@" + std::to_string(loop.time() / 1s);
  });
  COMPARE_TEXT(text, "1 done, 1 pending; 0 done, 1 pending@5");
}

void WaitTest::waiting_does_not_raise_what_the_futures_raised() {
  Run test;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    std::vector<TaskOf<int>> tasks;
    tasks.push_back(create_task(loop, failing(loop, 1s, "x")));
    const WaitResult result = co_await wait(loop, tasks_of(tasks));
    co_return counts(result);
  });
  COMPARE_TEXT(text, "1 done, 0 pending");
  COMPARE_TEXT(join(test.host.reports), "Task exception was never retrieved | ValueError: x");
}

void WaitTest::cancelling_a_wait_leaves_the_futures_alone() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    std::vector<TaskOf<int>> tasks;
    tasks.push_back(create_task(loop, after(loop, 1s, 1)));
    const auto waiting = [&]() -> Coroutine<void> { co_await wait(loop, tasks_of(tasks), 5s); };
    TaskOf<void> waiter = create_task(loop, waiting());
    co_await yield_once();
    co_await yield_once();
    CO_COMPARE(tasks[0]->callback_count(), std::size_t{1});
    waiter->cancel();
    co_await yield_once();
    CO_VERIFY(waiter->is_cancelled());
    CO_COMPARE(tasks[0]->callback_count(), std::size_t{0});
    const int got = co_await tasks[0];
    CO_COMPARE(got, 1);
  });
}

void WaitTest::a_wait_removes_its_callbacks_and_its_timer() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    std::vector<TaskOf<int>> tasks;
    for (int i : {1, 2}) tasks.push_back(create_task(loop, after(loop, i * 1s, i)));
    co_await wait(loop, tasks_of(tasks), 3600s, ReturnWhen::first_completed);
    CO_COMPARE(tasks[1]->callback_count(), std::size_t{0});
    co_await tasks[1];
  });
  QVERIFY(test.runtime.now() < 3s);
}

void WaitTest::wait_for_gives_the_result_in_time() {
  COMPARE_TEXT(wait_for_text(5s, [](EventLoop& loop) { return after(loop, 1s, 7); }), "1s: 7");
}

void WaitTest::wait_for_raises_what_the_job_raises() {
  COMPARE_TEXT(wait_for_text(5s, [](EventLoop& loop) { return failing(loop, 1s, "x"); }), "1s: ValueError: x");
}

void WaitTest::wait_for_cancels_a_job_that_takes_too_long() {
  COMPARE_TEXT(wait_for_text(2s, [](EventLoop& loop) { return after(loop, 9s, 7); }), "2s: TimeoutError");
  COMPARE_TEXT(wait_for_text(0s, [](EventLoop& loop) { return after(loop, 9s, 7); }), "0s: TimeoutError");
  COMPARE_TEXT(wait_for_text(-1s, [](EventLoop& loop) { return after(loop, 9s, 7); }), "0s: TimeoutError");
}

void WaitTest::wait_for_waits_until_the_cancelled_job_has_ended() {
  COMPARE_TEXT(wait_for_text(2s, [](EventLoop& loop) { return reluctant(loop, 3s, "cancelled"); }), "5s: TimeoutError");
}

void WaitTest::wait_for_returns_the_result_of_a_job_that_refuses_to_be_cancelled() {
  COMPARE_TEXT(wait_for_text(2s, [](EventLoop& loop) { return reluctant(loop, 3s, "return"); }), "5s: 9");
}

void WaitTest::wait_for_raises_what_a_job_raises_instead_of_its_cancellation() {
  COMPARE_TEXT(wait_for_text(2s, [](EventLoop& loop) { return reluctant(loop, 3s, "raise"); }),
               "5s: ValueError: instead");
}

void WaitTest::wait_for_nothing_gives_what_is_done_already() {
  Run test;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    const Ref<Future> done = loop.create_future();
    done->complete_with_none();
    co_return co_await outcome_of(loop, wait_for(loop, done, 0s));
  });
  COMPARE_TEXT(text, "0s: None");
}

void WaitTest::wait_for_without_a_limit_just_waits() {
  Run test;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    const Ref<Object> job = after(loop, 3s, 1).object();
    const std::string first = co_await outcome_of(loop, wait_for(loop, job, std::nullopt));
    const Ref<Object> task = create_task(loop, after(loop, 3s, 2)).task();
    const std::string second = co_await outcome_of(loop, wait_for(loop, task, std::nullopt));
    co_return first + " " + second;
  });
  COMPARE_TEXT(text, "3s: 1 6s: 2");
}

void WaitTest::cancelling_wait_for_cancels_the_job() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<int> job = create_task(loop, reluctant(loop, 3s, "cancelled"));
    TaskOf<Value> waiter = create_task(loop, wait_for(loop, job.task(), 60s));
    co_await yield_once();
    co_await yield_once();
    waiter->cancel();
    co_await sleep(loop, 1s);
    CO_VERIFY(!waiter->is_done());
    co_await sleep(loop, 3s);
    CO_VERIFY(waiter->is_cancelled() && job->is_cancelled());
  });
}

void WaitTest::cancelling_wait_for_when_the_job_is_done_gives_its_result() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Future> job = loop.create_future();
    TaskOf<Value> waiter = create_task(loop, wait_for(loop, job, 60s));
    co_await yield_once();
    co_await yield_once();
    job->complete_with_none();
    waiter->cancel();
    co_await sleep(loop, 1s);
    CO_VERIFY(waiter->ended_well());
  });
}

void WaitTest::when_job_and_limit_fall_due_together_the_limit_comes_first() {
  COMPARE_TEXT(wait_for_text(1s, [](EventLoop& loop) { return after(loop, 1s, 7); }), "1s: TimeoutError");
}

void WaitTest::a_timeout_error_has_the_cancellation_for_its_cause() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    Ref<Exception> caught;
    const Ref<Object> job = after(loop, 9s, 7).object();
    try {
      co_await wait_for(loop, job, 1s);
    } catch (const Raised& raised) {
      caught = raised.exception();
    }
    CO_VERIFY(caught && caught->is(Kind::timeout_error));
    CO_VERIFY(caught->cause() && caught->cause()->is(Kind::cancelled_error));
    CO_VERIFY(caught->context() == caught->cause());
  });
}

void WaitTest::wait_for_of_what_cannot_be_awaited_is_a_type_error() {
  Run test;
  Log log;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    const Ref<Object> thing = make<Mortal>(log, "");
    const std::string limited = co_await outcome_of(loop, wait_for(loop, thing, 1s));
    const std::string unlimited = co_await outcome_of(loop, wait_for(loop, thing, std::nullopt));
    co_return limited + "; " + unlimited;
  });
  COMPARE_TEXT(text,
               "0s: TypeError: An asyncio.Future, a coroutine or an awaitable is required; "
               "0s: TypeError: object <object> can't be used in 'await' expression");
}

void WaitTest::a_shield_passes_results_and_errors_on() {
  Run test;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    const Value good = shield(loop, Value(after(loop, 1s, 5).object())).value_or_throw();
    const Value bad = shield(loop, Value(failing(loop, 2s, "x").object())).value_or_throw();
    const std::string first = co_await outcome_of(loop, awaiting(Ref<Future>(good.as<Future>())));
    const std::string second = co_await outcome_of(loop, awaiting(Ref<Future>(bad.as<Future>())));
    co_return first + " " + second;
  });
  COMPARE_TEXT(text, "1s: 5 2s: ValueError: x");
}

void WaitTest::cancelling_the_outside_leaves_the_inside_running() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<int> inner = create_task(loop, after(loop, 2s, 5));
    const Value outer = shield(loop, inner).value_or_throw();
    outer.as<Future>()->cancel();
    co_await yield_once();
    CO_VERIFY(outer.as<Future>()->is_cancelled() && !inner->is_done());
    CO_COMPARE(inner->callback_count(), std::size_t{0});
    const int got = co_await inner;
    CO_COMPARE(got, 5);
  });
}

void WaitTest::cancelling_the_inside_cancels_the_outside() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<int> inner = create_task(loop, after(loop, 2s, 5));
    const Value outer = shield(loop, inner).value_or_throw();
    inner->cancel();
    co_await sleep(loop, 1s);
    CO_VERIFY(outer.as<Future>()->is_cancelled());
  });
}

void WaitTest::an_error_behind_a_cancelled_shield_counts_as_seen() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Future> inner = loop.create_future();
    const Value outer = shield(loop, Value(inner)).value_or_throw();
    static_cast<void>(inner->set_exception(native_error(Kind::value_error, "x")));
    outer.as<Future>()->cancel();  // after the callback on the inner one was scheduled
    co_await yield_once();
    CO_VERIFY(!inner->logs_traceback());
  });
  QVERIFY(test.host.reports.empty());
}

void WaitTest::shielding_what_is_done_gives_it_back() {
  Run test;
  const Ref<EventLoop> loop = EventLoop::create(test.runtime);
  const Ref<Future> done = loop->create_future();
  done->complete_with_none();
  QVERIFY(shield(*loop, Value(done)).value().is_identical(Value(done)));
}

void WaitTest::futures_come_as_they_complete() {
  Run test;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    std::vector<TaskOf<int>> tasks;
    for (int i : {3, 1, 2}) tasks.push_back(create_task(loop, after(loop, i * 1s, i)));
    const Ref<AsCompleted> all = make<AsCompleted>(loop, tasks_of(tasks), std::nullopt);
    std::string order;
    for (std::size_t i = 0; i < all->count(); ++i) {
      const Value next = co_await all->next();
      order += Host().repr(next) + " ";
    }
    co_return order;
  });
  COMPARE_TEXT(text, "1 2 3 ");
}

void WaitTest::the_coroutines_of_as_completed_raise_what_the_futures_raise() {
  Run test;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    std::vector<TaskOf<int>> tasks;
    tasks.push_back(create_task(loop, after(loop, 2s, 2)));
    tasks.push_back(create_task(loop, failing(loop, 1s, "x")));
    const Ref<AsCompleted> all = make<AsCompleted>(loop, tasks_of(tasks), std::nullopt);
    const std::string first = co_await outcome_of(loop, all->next());
    const std::string second = co_await outcome_of(loop, all->next());
    co_return first + " " + second;
  });
  COMPARE_TEXT(text, "1s: ValueError: x 2s: 2");
}

void WaitTest::as_completed_raises_for_those_that_are_too_late() {
  Run test;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    std::vector<TaskOf<int>> tasks;
    for (int i : {1, 8, 9}) tasks.push_back(create_task(loop, after(loop, i * 1s, i)));
    const Ref<AsCompleted> all = make<AsCompleted>(loop, tasks_of(tasks), 5s);
    std::string order;
    for (std::size_t i = 0; i < all->count(); ++i) {
      const std::string next = co_await outcome_of(loop, all->next());
      order += next + " ";
    }
    co_await tasks[2];  // not cancelled
    co_return order;
  });
  COMPARE_TEXT(text, "1s: 1 5s: TimeoutError 5s: TimeoutError ");
}

void WaitTest::as_completed_takes_its_timer_off_in_the_end() {
  Run test;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    std::vector<TaskOf<int>> tasks;
    tasks.push_back(create_task(loop, after(loop, 1s, 1)));
    const Ref<AsCompleted> all = make<AsCompleted>(loop, tasks_of(tasks), 5s);
    std::string first = co_await outcome_of(loop, all->next());
    co_await sleep(loop, 10s);
    co_return first;
  });
  COMPARE_TEXT(text, "1s: 1");
}

QTEST_APPLESS_MAIN(WaitTest)
#include "wait_test.moc"
