// Futures: states, results, errors in CPython's words, callbacks, and what is said when nobody asked for an exception.
#include "loop/future.h"

#include "loop/event_loop.h"
#include "loop/runner.h"
#include "loop/sleep.h"
#include "qt_testing.h"
#include "recording_instrument.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;
using Kind = ExceptionKind;

class FutureTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_new_future_is_pending();
  void a_pending_future_has_neither_result_nor_exception();
  void a_result_is_given_back_any_number_of_times();
  void an_exception_is_given_back_as_the_same_object();
  void a_future_is_finished_once();
  void stop_iteration_cannot_be_raised_into_a_future();
  void cancelling_a_pending_future_ends_it_at_once();
  void cancelling_a_done_future_is_too_late();
  void each_asking_of_a_cancelled_future_makes_a_new_error_with_the_message();
  void callbacks_run_in_the_next_turn_in_the_order_of_adding();
  void a_callback_added_to_a_done_future_runs_in_the_next_turn();
  void a_callback_is_given_the_future();
  void removing_a_callback_takes_every_registration_of_it();
  void removing_may_run_code_that_adds_callbacks();
  void a_callback_that_is_scheduled_already_cannot_be_removed();
  void an_exception_nobody_asked_for_is_reported_when_the_future_dies();
  void an_exception_somebody_saw_is_not_reported_data();
  void an_exception_somebody_saw_is_not_reported();
  void a_cancelled_or_pending_future_dies_in_silence();
  void a_handler_may_keep_the_dying_future();
  void awaiting_gives_the_result();
  void awaiting_throws_the_exception_itself();
  void awaiting_a_done_future_takes_no_turn();
  void all_who_wait_are_woken_in_order_of_waiting();
  void a_timer_future_completes_in_time_unless_its_timer_is_off();
  void the_instrument_hears_of_the_end_of_futures_it_knows();
};

namespace {

struct Futures {
  Run run;
  Ref<EventLoop> loop = EventLoop::create(run.runtime);
  Log log;

  Ref<Future> make() const { return loop->create_future(); }
  Ref<Callback> saying(std::string word) {
    return loopline::loop::make<FunctionCallback>(word, [this, word](Future*) { log(word); });
  }
  /// Runs what is ready, once.
  void turn() const {
    loop->stop();
    QVERIFY(!loop->run_forever());
  }
};

}  // namespace

void FutureTest::a_new_future_is_pending() {
  Futures t;
  const Ref<Future> future = t.make();
  QCOMPARE(future->state(), Future::State::pending);
  QVERIFY(!future->is_done() && !future->is_cancelled() && !future->ended_well());
  QCOMPARE(future->peek_exception(), nullptr);
  QVERIFY(!future->peek_result().is_set());
  QCOMPARE(&future->loop(), t.loop.get());
}

void FutureTest::a_pending_future_has_neither_result_nor_exception() {
  Futures t;
  COMPARE_TEXT(text_of(t.make()->result()), "InvalidStateError: Result is not set.");
  COMPARE_TEXT(text_of(t.make()->exception()), "InvalidStateError: Exception is not set.");
}

void FutureTest::a_result_is_given_back_any_number_of_times() {
  Futures t;
  const Ref<Future> future = t.make();
  QVERIFY(!future->set_result(Value(std::int64_t{42})));
  QVERIFY(future->is_done() && future->ended_well());
  COMPARE_TEXT(text_of(future->result()), "42");
  COMPARE_TEXT(text_of(future->result()), "42");
  COMPARE_TEXT(text_of(future->exception()), "None");
  QCOMPARE(future->peek_result().as_int(), 42);
}

void FutureTest::an_exception_is_given_back_as_the_same_object() {
  Futures t;
  const Ref<Future> future = t.make();
  const Ref<Exception> error = native_error(Kind::value_error, "x");
  QVERIFY(!future->set_exception(error));
  QVERIFY(future->is_done() && !future->ended_well());
  QVERIFY(future->result().error() == error);
  QVERIFY(future->exception().value().is_identical(Value(error)));
  QVERIFY(!future->peek_result().is_set());
}

void FutureTest::a_future_is_finished_once() {
  Futures t;
  const Ref<Future> done = t.make();
  QVERIFY(!done->set_result(Value::none()));
  COMPARE_TEXT(summary_of(done->set_result(Value::none())), "InvalidStateError: invalid state");
  COMPARE_TEXT(summary_of(done->set_exception(native_error(Kind::value_error))), "InvalidStateError: invalid state");
  QVERIFY(done->ended_well());
  const Ref<Future> cancelled = t.make();
  cancelled->cancel();
  COMPARE_TEXT(summary_of(cancelled->set_result(Value::none())), "InvalidStateError: invalid state");
  done->complete_with_none();  // this one does not mind
  cancelled->complete_with_none();
  QVERIFY(cancelled->is_cancelled());
}

void FutureTest::stop_iteration_cannot_be_raised_into_a_future() {
  Futures t;
  const Ref<Future> future = t.make();
  COMPARE_TEXT(summary_of(future->set_exception(native_error(Kind::stop_iteration))),
               "TypeError: StopIteration interacts badly with generators and cannot be raised into a Future");
  QVERIFY(!future->is_done());
}

void FutureTest::cancelling_a_pending_future_ends_it_at_once() {
  Futures t;
  const Ref<Future> future = t.make();
  QVERIFY(future->cancel());
  QVERIFY(future->is_cancelled() && future->is_done());
  COMPARE_TEXT(text_of(future->result()), "CancelledError");
  COMPARE_TEXT(text_of(future->exception()), "CancelledError");
}

void FutureTest::cancelling_a_done_future_is_too_late() {
  Futures t;
  const Ref<Future> future = t.make();
  future->complete_with_none();
  QVERIFY(!future->cancel());
  QVERIFY(!future->is_cancelled());
  const Ref<Future> cancelled = t.make();
  cancelled->cancel();
  QVERIFY(!cancelled->cancel());
}

void FutureTest::each_asking_of_a_cancelled_future_makes_a_new_error_with_the_message() {
  Futures t;
  const Ref<Future> future = t.make();
  future->cancel(Value(std::int64_t{7}));
  const Ref<Exception> first = future->result().error();
  const Ref<Exception> second = future->make_cancelled_error();
  COMPARE_TEXT(summary_of(first), "CancelledError: 7");
  QVERIFY(!(first == second));
  const Ref<Future> without = t.make();
  without->cancel(Value::none());
  COMPARE_TEXT(summary_of(without->make_cancelled_error()), "CancelledError");
}

void FutureTest::callbacks_run_in_the_next_turn_in_the_order_of_adding() {
  Futures t;
  const Ref<Future> future = t.make();
  for (const char* word : {"a", "b", "c"}) future->add_done_callback(t.saying(word));
  QCOMPARE(future->callback_count(), std::size_t{3});
  future->complete_with_none();
  QCOMPARE(future->callback_count(), std::size_t{0});
  COMPARE_TEXT(t.log.text(), "");
  t.turn();
  COMPARE_TEXT(t.log.text(), "a b c");
}

void FutureTest::a_callback_added_to_a_done_future_runs_in_the_next_turn() {
  Futures t;
  const Ref<Future> future = t.make();
  future->complete_with_none();
  future->add_done_callback(t.saying("late"));
  COMPARE_TEXT(t.log.text(), "");
  t.turn();
  COMPARE_TEXT(t.log.text(), "late");
}

void FutureTest::a_callback_is_given_the_future() {
  Futures t;
  const Ref<Future> future = t.make();
  Future* given = nullptr;
  future->add_done_callback(make<FunctionCallback>("f", [&](Future* completed) { given = completed; }));
  future->cancel();
  t.turn();
  QCOMPARE(given, future.get());
}

void FutureTest::removing_a_callback_takes_every_registration_of_it() {
  Futures t;
  const Ref<Future> future = t.make();
  const Ref<Callback> twice = t.saying("twice");
  future->add_done_callback(twice);
  future->add_done_callback(t.saying("once"));
  future->add_done_callback(twice);
  QCOMPARE(&future->callback_at(2), twice.get());
  QCOMPARE(future->remove_done_callback(*twice), std::size_t{2});
  QCOMPARE(future->remove_done_callback(*twice), std::size_t{0});
  future->complete_with_none();
  t.turn();
  COMPARE_TEXT(t.log.text(), "once");
}

void FutureTest::removing_may_run_code_that_adds_callbacks() {
  Futures t;
  const Ref<Future> future = t.make();
  future->add_done_callback(t.saying("a"));
  future->add_done_callback(t.saying("b"));
  bool added = false;
  QCOMPARE(future->remove_done_callbacks([&](Object&) {
    if (!std::exchange(added, true)) future->add_done_callback(t.saying("c"));
    return false;
  }),
           std::size_t{0});
  QCOMPARE(future->callback_count(), std::size_t{3});
}

void FutureTest::a_callback_that_is_scheduled_already_cannot_be_removed() {
  Futures t;
  const Ref<Future> future = t.make();
  const Ref<Callback> callback = t.saying("ran");
  future->add_done_callback(callback);
  future->complete_with_none();
  QCOMPARE(future->remove_done_callback(*callback), std::size_t{0});
  t.turn();
  COMPARE_TEXT(t.log.text(), "ran");
}

void FutureTest::an_exception_nobody_asked_for_is_reported_when_the_future_dies() {
  Futures t;
  Ref<Future> future = t.make();
  QVERIFY(!future->set_exception(native_error(Kind::value_error, "x")));
  QVERIFY(t.run.host.reports.empty());
  future = nullptr;
  COMPARE_TEXT(join(t.run.host.reports), "Future exception was never retrieved | ValueError: x");
}

void FutureTest::an_exception_somebody_saw_is_not_reported_data() {
  QTest::addColumn<int>("way");
  QTest::newRow("result()") << 0;
  QTest::newRow("exception()") << 1;
  QTest::newRow("cancel(), though too late") << 2;
  QTest::newRow("switched off") << 3;
}

void FutureTest::an_exception_somebody_saw_is_not_reported() {
  QFETCH(int, way);
  Futures t;
  Ref<Future> future = t.make();
  QVERIFY(!future->set_exception(native_error(Kind::value_error, "x")));
  switch (way) {
    case 0: static_cast<void>(future->result()); break;
    case 1: static_cast<void>(future->exception()); break;
    case 2: QVERIFY(!future->cancel()); break;
    default: future->set_logs_traceback(false);
  }
  future = nullptr;
  QVERIFY(t.run.host.reports.empty());
}

void FutureTest::a_cancelled_or_pending_future_dies_in_silence() {
  Futures t;
  t.make()->cancel();
  t.make();
  QVERIFY(t.run.host.reports.empty());
}

void FutureTest::a_handler_may_keep_the_dying_future() {
  struct Keeper final : ExceptionHandler {
    Ref<Exception> call(EventLoop&, const ErrorContext& context) override {
      ++calls;
      kept = context.future;
      return nullptr;
    }
    void visit(Visitor&) const override {}
    void drop_references() noexcept override {}
    Value kept;
    int calls = 0;
  };
  Futures t;
  const Ref<Keeper> keeper = make<Keeper>();
  t.loop->set_exception_handler(keeper);
  Ref<Future> future = t.make();
  QVERIFY(!future->set_exception(native_error(Kind::value_error, "x")));
  Future* const address = future.get();
  future = nullptr;
  QCOMPARE(keeper->kept.as<Future>(), address);
  COMPARE_TEXT(text_of(address->result()), "ValueError: x");
  keeper->kept.reset();
  QCOMPARE(keeper->calls, 1);  // it is said once, also when the future really dies
}

void FutureTest::awaiting_gives_the_result() {
  Run test;
  const int got = loopline::loop::run(test.runtime, [](EventLoop& loop) -> Coroutine<int> {
    Ref<Future> future = loop.create_future();
    loop.call_soon([future] { static_cast<void>(future->set_result(Value(std::int64_t{5}))); });
    const Value value = co_await future;
    co_return from_value<int>(value);
  });
  QCOMPARE(got, 5);
}

void FutureTest::awaiting_throws_the_exception_itself() {
  Run test;
  const Ref<Exception> error = native_error(Kind::value_error, "x");
  Ref<Exception> caught;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    Ref<Future> future = loop.create_future();
    loop.call_soon([future, error] { static_cast<void>(future->set_exception(error)); });
    try {
      co_await future;
    } catch (const Raised& raised) {
      caught = raised.exception();
    }
  });
  QVERIFY(caught == error);
  QVERIFY(test.host.reports.empty());
}

void FutureTest::awaiting_a_done_future_takes_no_turn() {
  Run test;
  std::uint64_t turns = 0;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    Ref<Future> future = loop.create_future();
    future->complete_with_none();
    const std::uint64_t before = test.runtime.turns();
    co_await future;
    turns = test.runtime.turns() - before;
  });
  QCOMPARE(turns, std::uint64_t{0});
}

void FutureTest::all_who_wait_are_woken_in_order_of_waiting() {
  Run test;
  Log log;
  const auto waiter = [&](Ref<Future> future, const char* name) -> Coroutine<void> {
    co_await future;
    log(name);
  };
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Future> future = loop.create_future();
    std::vector<TaskOf<void>> tasks;
    for (const char* name : {"a", "b", "c"}) tasks.push_back(create_task(loop, waiter(future, name)));
    co_await yield_once();
    future->complete_with_none();
    log("set");
    for (TaskOf<void>& task : tasks) co_await task;
  });
  COMPARE_TEXT(log.text(), "set a b c");
}

void FutureTest::a_timer_future_completes_in_time_unless_its_timer_is_off() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const Ref<TimerFuture> on = loop.create_timer_future(Time(1s), AwaitKind::sleep);
    const Ref<TimerFuture> off = loop.create_timer_future(Time(1s), AwaitKind::sleep);
    off->cancel_timer();
    off->cancel_timer();
    co_await sleep(loop, 2s);
    CO_VERIFY(on->ended_well());
    CO_VERIFY(!off->is_done() && off->timer_is_cancelled());
  });
}

void FutureTest::the_instrument_hears_of_the_end_of_futures_it_knows() {
  RecordingInstrument instrument;
  Run test(&instrument);
  const Ref<EventLoop> loop = EventLoop::create(test.runtime);
  const Ref<Future> known = loop->create_future();
  const ObjectId id = known->id();
  QCOMPARE(known->id(), id);
  const Ref<Future> unknown = loop->create_future();
  known->complete_with_none();
  unknown->complete_with_none();
  COMPARE_TEXT(join(instrument.lines_of("future_done"), "; "), "future_done " + std::to_string(id) + " 0 0");
}

QTEST_APPLESS_MAIN(FutureTest)
#include "future_test.moc"
