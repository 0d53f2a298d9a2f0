// asyncio.timeout.
#include "loop/timeout.h"

#include "loop/runner.h"
#include "loop/sleep.h"
#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;
using Kind = ExceptionKind;

class TimeoutTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_body_in_time_is_left_alone();
  void a_body_that_takes_too_long_ends_in_timeout_error();
  void a_time_in_the_past_cancels_at_the_first_suspension();
  void without_a_time_nothing_happens();
  void what_the_body_raises_passes_through();
  void a_body_that_swallows_the_cancellation_goes_on();
  void a_cancellation_from_outside_stays_one();
  void a_cancellation_from_outside_beside_the_timeout_wins();
  void nested_timeouts_end_each_in_its_own_error();
  void a_timeout_can_be_moved();
  void states_go_from_created_to_the_end();
  void misuse_is_told_in_cpythons_words();
};

namespace {

Coroutine<int> after(EventLoop& loop, Duration delay, int value) {
  co_await sleep(loop, delay);
  co_return value;
}

/// "1s: 5" or "2s: TimeoutError"
Coroutine<std::string> outcome_of(EventLoop& loop, Coroutine<int> coroutine) {
  std::string text;
  try {
    const int value = co_await std::move(coroutine);
    text = std::to_string(value);
  } catch (const Raised& raised) {
    text = raised.exception()->summary();
  }
  co_return std::to_string(loop.time() / 1s) + "s: " + text;
}

template <class Body>
std::string run_text(Run& test, Body body) {
  return loopline::loop::run(test.runtime,
                             [&](EventLoop& loop) -> Coroutine<std::string> { co_return co_await body(loop); });
}

std::string timed(Duration limit, const std::function<Coroutine<int>(EventLoop&)>& body) {
  Run test;
  return run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    co_return co_await outcome_of(loop, with_timeout(loop, limit, body(loop)));
  });
}

}  // namespace

void TimeoutTest::a_body_in_time_is_left_alone() {
  COMPARE_TEXT(timed(5s, [](EventLoop& loop) { return after(loop, 1s, 7); }), "1s: 7");
}

void TimeoutTest::a_body_that_takes_too_long_ends_in_timeout_error() {
  COMPARE_TEXT(timed(2s, [](EventLoop& loop) { return after(loop, 9s, 7); }), "2s: TimeoutError");
}

void TimeoutTest::a_time_in_the_past_cancels_at_the_first_suspension() {
  COMPARE_TEXT(timed(-1s, [](EventLoop& loop) { return after(loop, 9s, 7); }), "0s: TimeoutError");
  COMPARE_TEXT(timed(-1s, [](EventLoop&) -> Coroutine<int> { co_return 7; }), "0s: 7");
}

void TimeoutTest::without_a_time_nothing_happens() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Timeout> timeout = make<Timeout>(test.runtime, std::nullopt);
    CO_VERIFY(!timeout->enter());
    co_await sleep(loop, 1h);
    CO_VERIFY(!timeout->exit(nullptr));
    CO_VERIFY(!timeout->when() && !timeout->has_expired());
  });
}

void TimeoutTest::what_the_body_raises_passes_through() {
  COMPARE_TEXT(timed(2s,
                     [](EventLoop& loop) -> Coroutine<int> {
                       co_await sleep(loop, 1s);
                       native_error(Kind::value_error, "x")->rethrow();
                       co_return 0;
                     }),
               "1s: ValueError: x");
}

void TimeoutTest::a_body_that_swallows_the_cancellation_goes_on() {
  COMPARE_TEXT(timed(2s,
                     [](EventLoop& loop) -> Coroutine<int> {
                       try {
                         co_await sleep(loop, 9s);
                       } catch (const Raised&) {
                       }
                       co_await sleep(loop, 3s);
                       co_return 4;
                     }),
               "5s: 4");
}

void TimeoutTest::a_cancellation_from_outside_stays_one() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<int> task = create_task(loop, with_timeout(loop, 5s, after(loop, 9s, 7)));
    co_await sleep(loop, 1s);
    task->cancel();
    co_await sleep(loop, 1s);
    CO_VERIFY(task->is_cancelled());
  });
}

void TimeoutTest::a_cancellation_from_outside_beside_the_timeout_wins() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<int> task = create_task(loop, with_timeout(loop, 1s, after(loop, 9s, 7)));
    // Due in the same turn as the timeout.
    loop.call_later(1s, [&] { task->cancel(); });
    co_await sleep(loop, 2s);
    CO_VERIFY(task->is_cancelled());
  });
}

void TimeoutTest::nested_timeouts_end_each_in_its_own_error() {
  Run test;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    const auto inner = [&](EventLoop& l) -> Coroutine<int> {
      const std::string ended = co_await outcome_of(l, with_timeout(l, 1s, after(l, 9s, 7)));
      if (ended != "1s: TimeoutError") co_return -1;
      co_await sleep(l, 9s);
      co_return 0;
    };
    const std::string outer = co_await outcome_of(loop, with_timeout(loop, 3s, inner(loop)));
    // And the other way round: the outer one first.
    const std::string other =
        co_await outcome_of(loop, with_timeout(loop, 1s, with_timeout(loop, 5s, after(loop, 9s, 7))));
    co_return outer + " " + other;
  });
  COMPARE_TEXT(text, "3s: TimeoutError 4s: TimeoutError");
}

void TimeoutTest::a_timeout_can_be_moved() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Timeout> timeout = make<Timeout>(test.runtime, Time(1s));
    CO_VERIFY(!timeout->enter());
    CO_VERIFY(!timeout->reschedule(Time(9s)));
    CO_VERIFY(timeout->when() == Time(9s));
    co_await sleep(loop, 2s);
    CO_VERIFY(!timeout->has_expired());
    CO_VERIFY(!timeout->reschedule(std::nullopt));
    co_await sleep(loop, 20s);
    CO_VERIFY(!timeout->exit(nullptr));
  });
}

void TimeoutTest::states_go_from_created_to_the_end() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Timeout> kept = make<Timeout>(test.runtime, Time(1h));
    CO_COMPARE_TEXT(kept->state_name(), "created");
    CO_VERIFY(!kept->enter());
    CO_COMPARE_TEXT(kept->state_name(), "active");
    CO_VERIFY(!kept->exit(nullptr));
    CO_COMPARE_TEXT(kept->state_name(), "finished");

    const Ref<Timeout> expired = make<Timeout>(test.runtime, Time(1s));
    CO_VERIFY(!expired->enter());
    Ref<Exception> raised;
    try {
      co_await sleep(loop, 9s);
    } catch (const Raised& error) {
      raised = error.exception();
    }
    CO_COMPARE_TEXT(expired->state_name(), "expiring");
    CO_VERIFY(expired->has_expired());
    CO_COMPARE_TEXT(summary_of(expired->exit(raised)), "TimeoutError");
    CO_COMPARE_TEXT(expired->state_name(), "expired");
  });
}

void TimeoutTest::misuse_is_told_in_cpythons_words() {
  Run test;
  COMPARE_TEXT(summary_of(make<Timeout>(test.runtime, Time(1s))->enter()), "RuntimeError: no running event loop");
  COMPARE_TEXT(summary_of(make<Timeout>(test.runtime, Time(1s))->reschedule(std::nullopt)), "AssertionError");
  const Ref<EventLoop> loop = EventLoop::create(test.runtime);
  std::string outside;
  loop->call_soon([&] { outside = summary_of(make<Timeout>(test.runtime, Time(1s))->enter()); });
  loop->stop();
  QVERIFY(!loop->run_forever());
  COMPARE_TEXT(outside, "RuntimeError: Timeout should be used inside a task");
  loopline::loop::run(test.runtime, [&](EventLoop&) -> Coroutine<void> {
    const Ref<Timeout> timeout = make<Timeout>(test.runtime, std::nullopt);
    CO_VERIFY(!timeout->enter());
    CO_VERIFY(!timeout->exit(nullptr));
    CO_COMPARE_TEXT(summary_of(timeout->reschedule(std::nullopt)),
                    "RuntimeError: Cannot change state of finished Timeout");
    CO_COMPARE_TEXT(summary_of(timeout->exit(nullptr)), "AssertionError");
  });
}

QTEST_APPLESS_MAIN(TimeoutTest)
#include "timeout_test.moc"
