// asyncio.gather.
#include "loop/gather.h"

#include "loop/runner.h"
#include "loop/sleep.h"
#include "qt_testing.h"
#include "recording_instrument.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;
using Kind = ExceptionKind;

class GatherTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void results_come_in_the_order_of_the_arguments();
  void gathering_nothing_is_done_at_once();
  void equal_arguments_are_awaited_once();
  void what_cannot_be_awaited_is_a_type_error();
  void the_first_failure_is_the_result_and_the_others_go_on();
  void later_failures_count_as_seen();
  void failures_are_results_if_asked_for();
  void a_cancelled_child_cancels_nothing_else();
  void cancelling_cancels_the_children_and_ends_with_the_last();
  void cancelling_wins_over_collected_failures();
  void a_child_that_refuses_to_be_cancelled_delays_the_end();
  void cancelling_what_is_done_is_too_late();
  void cancelling_when_all_children_are_done_does_nothing();
  void the_error_of_a_cancellation_is_that_of_the_last_argument();
  void futures_of_different_loops_are_an_error();
  void a_pending_gather_is_not_reported_as_destroyed();
  void the_instrument_hears_of_the_children();
};

namespace {

Coroutine<int> after(EventLoop& loop, Duration delay, int value, Log& log) {
  co_await sleep(loop, delay);
  log(std::to_string(value));
  co_return value;
}
Coroutine<int> failing(EventLoop& loop, Duration delay, std::string text) {
  co_await sleep(loop, delay);
  native_error(Kind::value_error, std::move(text))->rethrow();
  co_return 0;
}
Coroutine<int> stubborn(EventLoop& loop, Duration extra, Log& log) {
  try {
    co_await sleep(loop, 1h);
  } catch (const Raised&) {
    log("cancelled");
  }
  co_await sleep(loop, extra);
  co_return 9;
}

template <class T>
Value object_of(Coroutine<T> coroutine) {
  return Value(std::move(coroutine).object());
}

Ref<GatheringFuture> gather_of(EventLoop& loop, const std::vector<Value>& children, bool return_exceptions = false) {
  const Value outer = gather(loop, children, return_exceptions).value_or_throw();
  return Ref<GatheringFuture>(outer.as<GatheringFuture>());
}

/// "1, 2, ValueError('x')"
std::string list_text(const Value& list) {
  std::string text;
  for (const Value& value : list.as<Boxed<std::vector<Value>>>()->value) {
    text += (text.empty() ? "" : ", ") + Host().repr(value);
  }
  return text;
}

/// The list, or what was raised.
Coroutine<std::string> outcome_of(Ref<Future> future) {
  std::string text;
  try {
    const Value value = co_await future;
    text = list_text(value);
  } catch (const Raised& raised) {
    text = raised.exception()->summary();
  }
  co_return text;
}

/// Runs a main coroutine that returns a text.
template <class Body>
std::string run_text(Run& test, Body body) {
  return loopline::loop::run(test.runtime,
                             [&](EventLoop& loop) -> Coroutine<std::string> { co_return co_await body(loop); });
}

}  // namespace

void GatherTest::results_come_in_the_order_of_the_arguments() {
  Run test;
  Log log;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    const std::vector<Value> children{object_of(after(loop, 3s, 1, log)), object_of(after(loop, 1s, 2, log)),
                                      object_of(after(loop, 2s, 3, log))};
    co_return co_await outcome_of(gather_of(loop, children));
  });
  COMPARE_TEXT(text, "1, 2, 3");
  COMPARE_TEXT(log.text(), "2 3 1");
}

void GatherTest::gathering_nothing_is_done_at_once() {
  Run test;
  const Ref<EventLoop> loop = EventLoop::create(test.runtime);
  const Value outer = gather(*loop, {}).value_or_throw();
  QVERIFY(outer.as<Future>()->is_done());
  COMPARE_TEXT(list_text(outer.as<Future>()->peek_result()), "");
}

void GatherTest::equal_arguments_are_awaited_once() {
  Run test;
  Log log;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    const Value same = object_of(after(loop, 1s, 1, log));
    const std::vector<Value> children{same, object_of(after(loop, 1s, 2, log)), same, same};
    co_return co_await outcome_of(gather_of(loop, children));
  });
  COMPARE_TEXT(text, "1, 2, 1, 1");
  COMPARE_TEXT(log.text(), "1 2");
}

void GatherTest::what_cannot_be_awaited_is_a_type_error() {
  Run test;
  const Ref<EventLoop> loop = EventLoop::create(test.runtime);
  const std::vector<Value> children{Value(std::int64_t{1})};
  COMPARE_TEXT(text_of(gather(*loop, children)),
               "TypeError: An asyncio.Future, a coroutine or an awaitable is required");
}

void GatherTest::the_first_failure_is_the_result_and_the_others_go_on() {
  Run test;
  Log log;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    const std::vector<Value> children{object_of(after(loop, 2s, 1, log)), object_of(failing(loop, 1s, "x"))};
    std::string outcome = co_await outcome_of(gather_of(loop, children));
    log("raised@" + std::to_string(loop.time() / 1s));
    co_await sleep(loop, 5s);
    co_return outcome;
  });
  COMPARE_TEXT(text, "ValueError: x");
  COMPARE_TEXT(log.text(), "raised@1 1");
}

void GatherTest::later_failures_count_as_seen() {
  Run test;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    const std::vector<Value> children{object_of(failing(loop, 1s, "first")), object_of(failing(loop, 2s, "second"))};
    std::string outcome = co_await outcome_of(gather_of(loop, children));
    co_await sleep(loop, 5s);
    co_return outcome;
  });
  COMPARE_TEXT(text, "ValueError: first");
  QVERIFY(test.host.reports.empty());
}

void GatherTest::failures_are_results_if_asked_for() {
  Run test;
  Log log;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    const Value cancelled = loop.create_task(after(loop, 9s, 0, log).object()).value_or_throw();
    cancelled.as<Task>()->cancel();
    const std::vector<Value> children{object_of(failing(loop, 1s, "x")), object_of(after(loop, 2s, 2, log)), cancelled};
    co_return co_await outcome_of(gather_of(loop, children, true));
  });
  COMPARE_TEXT(text, "ValueError('x'), 2, CancelledError()");
}

void GatherTest::a_cancelled_child_cancels_nothing_else() {
  Run test;
  Log log;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    const Value victim = loop.create_task(after(loop, 9s, 0, log).object()).value_or_throw();
    const std::vector<Value> children{object_of(after(loop, 2s, 1, log)), victim};
    const Ref<GatheringFuture> outer = gather_of(loop, children);
    co_await yield_once();
    victim.as<Task>()->cancel();
    std::string outcome = co_await outcome_of(outer);
    outcome += outer->is_cancelled() ? " cancelled" : " failed";
    co_await sleep(loop, 5s);
    co_return outcome;
  });
  COMPARE_TEXT(text, "CancelledError failed");
  COMPARE_TEXT(log.text(), "1");
}

void GatherTest::cancelling_cancels_the_children_and_ends_with_the_last() {
  Run test;
  Log log;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    const std::vector<Value> children{object_of(after(loop, 9s, 1, log)), object_of(after(loop, 9s, 2, log))};
    const Ref<GatheringFuture> outer = gather_of(loop, children);
    co_await yield_once();
    if (!outer->cancel() || outer->is_done() || !outer->cancel_was_requested()) co_return "wrong";
    std::string outcome = co_await outcome_of(outer);
    for (const Ref<Future>& child : outer->children()) outcome += child->is_cancelled() ? " cancelled" : " not";
    co_return outcome;
  });
  COMPARE_TEXT(text, "CancelledError cancelled cancelled");
  COMPARE_TEXT(log.text(), "");
  QCOMPARE(test.runtime.now(), Time(0));
}

void GatherTest::cancelling_wins_over_collected_failures() {
  Run test;
  Log log;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    const std::vector<Value> children{object_of(after(loop, 9s, 1, log)), object_of(stubborn(loop, 1s, log))};
    const Ref<GatheringFuture> outer = gather_of(loop, children, true);
    co_await yield_once();
    outer->cancel();
    co_return co_await outcome_of(outer);
  });
  COMPARE_TEXT(text, "CancelledError");
}

void GatherTest::a_child_that_refuses_to_be_cancelled_delays_the_end() {
  Run test;
  Log log;
  const std::string text = run_text(test, [&](EventLoop& loop) -> Coroutine<std::string> {
    const std::vector<Value> children{object_of(stubborn(loop, 2s, log))};
    const Ref<GatheringFuture> outer = gather_of(loop, children);
    co_await yield_once();
    outer->cancel();
    const std::string outcome = co_await outcome_of(outer);
    co_return outcome + "@" + std::to_string(loop.time() / 1s);
  });
  COMPARE_TEXT(text, "CancelledError@2");
  COMPARE_TEXT(log.text(), "cancelled");
}

void GatherTest::cancelling_what_is_done_is_too_late() {
  Run test;
  const Ref<EventLoop> loop = EventLoop::create(test.runtime);
  const Ref<Future> child = loop->create_future();
  const std::vector<Value> children{Value(child)};
  const Ref<GatheringFuture> outer = gather_of(*loop, children);
  child->complete_with_none();
  loop->stop();
  QVERIFY(!loop->run_forever());
  QVERIFY(outer->is_done());
  QVERIFY(!outer->cancel());
}

void GatherTest::cancelling_when_all_children_are_done_does_nothing() {
  Run test;
  const Ref<EventLoop> loop = EventLoop::create(test.runtime);
  const Ref<Future> child = loop->create_future();
  const std::vector<Value> children{Value(child)};
  const Ref<GatheringFuture> outer = gather_of(*loop, children);
  child->complete_with_none();
  QVERIFY(!outer->cancel());  // the callback that completes it is on its way
  loop->stop();
  QVERIFY(!loop->run_forever());
  QVERIFY(outer->ended_well());
}

void GatherTest::the_error_of_a_cancellation_is_that_of_the_last_argument() {
  Run test;
  const Ref<EventLoop> loop = EventLoop::create(test.runtime);
  const Ref<Future> first = loop->create_future();
  const Ref<Future> last = loop->create_future();
  const std::vector<Value> children{Value(first), Value(last)};
  const Ref<GatheringFuture> outer = gather_of(*loop, children, true);
  last->cancel(Value(std::int64_t{2}));
  QVERIFY(outer->cancel(Value(std::int64_t{1})));  // reaches the first only
  loop->stop();
  QVERIFY(!loop->run_forever());
  COMPARE_TEXT(text_of(outer->result()), "CancelledError: 2");
}

void GatherTest::futures_of_different_loops_are_an_error() {
  Run test;
  const Ref<EventLoop> one = EventLoop::create(test.runtime);
  const Ref<EventLoop> two = EventLoop::create(test.runtime);
  const std::vector<Value> children{Value(one->create_future()), Value(two->create_future())};
  COMPARE_TEXT(text_of(gather(*one, children)),
               "ValueError: The future belongs to a different loop than the one specified as the loop argument");
  const std::vector<Value> other{Value(two->create_future())};
  QCOMPARE(&gather_of(*one, other)->loop(), two.get());
}

void GatherTest::a_pending_gather_is_not_reported_as_destroyed() {
  Run test;
  Log log;
  {
    const Ref<EventLoop> loop = EventLoop::create(test.runtime);
    const std::vector<Value> children{object_of(after(*loop, 9s, 1, log))};
    gather_of(*loop, children);
    QVERIFY(!loop->close());
  }
  QVERIFY(test.host.reports.empty());
}

void GatherTest::the_instrument_hears_of_the_children() {
  RecordingInstrument instrument;
  Run test(&instrument);
  const Ref<EventLoop> loop = EventLoop::create(test.runtime);
  const std::vector<Value> children{Value(loop->create_future()), Value(loop->create_future())};
  gather_of(*loop, children);
  QCOMPARE(instrument.lines_of("object_made").size(), std::size_t{1});
  QCOMPARE(instrument.lines_of("object_changed").size(), std::size_t{2});
}

QTEST_APPLESS_MAIN(GatherTest)
#include "gather_test.moc"
