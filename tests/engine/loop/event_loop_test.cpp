// The event loop: the order of one turn, running and stopping, what leaves the loop, errors nobody caught, closing.
#include "loop/event_loop.h"

#include "loop/runner.h"
#include "loop/running_loop.h"
#include "loop/sleep.h"
#include "qt_testing.h"
#include "recording_instrument.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;
using Kind = ExceptionKind;

class EventLoopTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // One turn.
  void callbacks_run_in_the_order_in_which_they_were_scheduled();
  void what_is_scheduled_while_callbacks_run_waits_for_the_next_turn();
  void due_timers_run_behind_what_was_ready();
  void io_runs_behind_what_was_ready_and_before_timers();
  void timers_due_together_run_in_one_turn_by_time_then_creation();
  void a_timer_made_in_a_turn_and_due_at_once_runs_in_the_next();
  void the_clock_stands_still_while_anything_is_ready();
  void waiting_lands_one_microsecond_after_the_timer();
  void a_wait_of_days_takes_an_idle_turn_a_day();
  void a_timer_that_becomes_due_while_callbacks_block_runs_in_the_next_turn();
  void cancelled_timers_at_the_head_do_not_wake_the_loop();
  // Running and stopping.
  void stopping_lets_the_turn_end();
  void stopping_before_running_gives_one_turn_without_waiting();
  void run_until_complete_gives_the_result_one_turn_after_the_end();
  void run_until_complete_of_a_future_and_of_a_failure();
  void a_loop_stopped_too_early_says_so();
  void a_running_loop_cannot_run_again();
  void another_loop_cannot_run_inside_a_running_one();
  void a_running_loop_cannot_be_closed();
  void a_closed_loop_refuses_everything();
  void closing_drops_what_was_scheduled();
  void the_running_loop_is_known_only_while_it_runs();
  // What leaves the loop.
  void an_exit_in_a_callback_leaves_what_was_ready_for_the_next_run();
  void an_exit_leaves_run_until_complete_and_its_callback_is_removed();
  // Errors nobody caught.
  void a_callback_that_fails_is_reported_and_the_rest_of_the_turn_runs();
  void a_handler_takes_the_place_of_the_report();
  void a_handler_that_fails_is_reported_itself();
  void an_exit_in_a_handler_leaves_the_loop();
  // Other threads and the selector.
  void a_callback_from_another_thread_wakes_the_loop();
  void io_from_the_world_wakes_the_loop_at_its_time();
  void io_that_is_due_reaches_a_loop_that_never_waits();
  // Asynchronous generators.
  void a_dropped_generator_is_closed_by_a_task();
  void a_closed_loop_closes_no_generator();
  // Factories and debug mode.
  void a_task_factory_makes_the_tasks();
  void ensure_future_gives_futures_back_and_wraps_coroutines();
  void slow_steps_are_told_in_debug_mode_only();
  void an_instrument_hears_of_slow_steps_always();
  void a_deadlock_ends_the_run();
};

namespace {

struct Loop {
  explicit Loop(Instrument* instrument = nullptr) : run(instrument) {}
  Run run;
  Log log;
  Ref<EventLoop> loop = EventLoop::create(run.runtime);

  std::function<void()> say(std::string word) {
    return [this, word] { log(word); };
  }
  Ref<Callback> callback(std::string word) {
    return make<FunctionCallback>(word, [this, word](Future*) { log(word); });
  }
  Ref<Callback> raising(Ref<Exception> error) {
    return make<FunctionCallback>("bad", [error](Future*) { error->rethrow(); });
  }
  Ref<Exception> turns(int count) {
    for (; count > 0; --count) {
      loop->stop();
      if (Ref<Exception> left = loop->run_forever()) return left;
    }
    return nullptr;
  }
  std::string turn() const { return std::to_string(run.runtime.turns()); }
};

class KeepingHandler final : public ExceptionHandler {
 public:
  Ref<Exception> call(EventLoop&, const ErrorContext& context) override {
    seen.push_back(context.message);
    return raises;
  }
  void visit(Visitor& visitor) const override { visitor.visit(raises.get()); }
  void drop_references() noexcept override { raises = nullptr; }
  std::vector<std::string> seen;
  Ref<Exception> raises;
};

}  // namespace

void EventLoopTest::callbacks_run_in_the_order_in_which_they_were_scheduled() {
  Loop t;
  for (const char* word : {"a", "b", "c"}) t.loop->call_soon(t.say(word));
  t.turns(1);
  COMPARE_TEXT(t.log.text(), "a b c");
}

void EventLoopTest::what_is_scheduled_while_callbacks_run_waits_for_the_next_turn() {
  Loop t;
  t.loop->call_soon([&] {
    t.log("a" + t.turn());
    t.loop->call_soon([&] { t.log("c" + t.turn()); });
  });
  t.loop->call_soon([&] { t.log("b" + t.turn()); });
  t.turns(2);
  COMPARE_TEXT(t.log.text(), "a1 b1 c2");
}

void EventLoopTest::due_timers_run_behind_what_was_ready() {
  Loop t;
  t.loop->call_later(0s, t.say("timer"));
  t.loop->call_soon(t.say("soon"));
  t.turns(1);
  COMPARE_TEXT(t.log.text(), "soon timer");
}

void EventLoopTest::io_runs_behind_what_was_ready_and_before_timers() {
  Loop t;
  t.loop->call_later(0s, t.say("timer"));
  t.loop->io_ready(t.callback("io"));
  t.loop->call_soon(t.say("soon"));
  t.turns(1);
  COMPARE_TEXT(t.log.text(), "soon io timer");
}

void EventLoopTest::timers_due_together_run_in_one_turn_by_time_then_creation() {
  Loop t;
  t.loop->call_at(Time(3ms), t.callback("c"));
  t.loop->call_at(Time(1ms), t.callback("a1"));
  t.loop->call_at(Time(2ms), t.callback("b"));
  t.loop->call_at(Time(1ms), t.callback("a2"));
  t.run.runtime.threads.spend(2ms);
  t.turns(1);
  COMPARE_TEXT(t.log.text(), "a1 a2 b");
}

void EventLoopTest::a_timer_made_in_a_turn_and_due_at_once_runs_in_the_next() {
  Loop t;
  t.loop->call_soon([&] { t.loop->call_at(Time(0), t.callback("timer")); });
  t.turns(1);
  COMPARE_TEXT(t.log.text(), "");
  t.turns(1);
  COMPARE_TEXT(t.log.text(), "timer");
}

void EventLoopTest::the_clock_stands_still_while_anything_is_ready() {
  Loop t;
  t.loop->call_later(1ms, t.say("timer"));
  int left = 1000;
  std::function<void()> again = [&] {
    if (--left > 0) t.loop->call_soon(again);
  };
  t.loop->call_soon(again);
  t.turns(1000);
  QCOMPARE(left, 0);
  QCOMPARE(t.loop->time(), Time(0));
  COMPARE_TEXT(t.log.text(), "");
}

void EventLoopTest::waiting_lands_one_microsecond_after_the_timer() {
  Loop t;
  t.loop->call_later(200ms, [&] {
    t.log(std::to_string(t.loop->time().count()));
    t.loop->call_later(200ms, [&] {
      t.log(std::to_string(t.loop->time().count()));
      t.loop->stop();
    });
  });
  QVERIFY(!t.loop->run_forever());
  COMPARE_TEXT(t.log.text(), "200001000 400002000");
}

void EventLoopTest::a_wait_of_days_takes_an_idle_turn_a_day() {
  Loop t;
  t.loop->call_later(60h, [&] {
    t.log(t.turn());
    t.loop->stop();
  });
  QVERIFY(!t.loop->run_forever());
  COMPARE_TEXT(t.log.text(), "3");
}

void EventLoopTest::a_timer_that_becomes_due_while_callbacks_block_runs_in_the_next_turn() {
  Loop t;
  t.loop->call_later(1ms, [&] { t.log("timer" + t.turn()); });
  t.loop->call_soon([&] { t.run.runtime.threads.block(t.loop->time() + 5ms); });
  t.loop->call_soon([&] { t.log("soon" + t.turn()); });
  t.turns(2);
  COMPARE_TEXT(t.log.text(), "soon1 timer2");
}

void EventLoopTest::cancelled_timers_at_the_head_do_not_wake_the_loop() {
  Loop t;
  const Ref<TimerHandle> victim = t.loop->call_later(1s, t.say("no"));
  t.loop->call_later(2s, [&] {
    t.log(t.turn());
    t.loop->stop();
  });
  t.loop->call_soon([&] { victim->cancel(); });
  QVERIFY(!t.loop->run_forever());
  COMPARE_TEXT(t.log.text(), "2");
}

void EventLoopTest::stopping_lets_the_turn_end() {
  Loop t;
  t.loop->call_soon([&] {
    t.loop->stop();
    t.loop->call_soon(t.say("next run"));
  });
  t.loop->call_soon(t.say("same turn"));
  QVERIFY(!t.loop->run_forever());
  COMPARE_TEXT(t.log.text(), "same turn");
  t.turns(1);
  COMPARE_TEXT(t.log.text(), "same turn next run");
}

void EventLoopTest::stopping_before_running_gives_one_turn_without_waiting() {
  Loop t;
  t.loop->call_later(1s, t.say("no"));
  t.loop->call_soon(t.say("yes"));
  t.loop->stop();
  QVERIFY(!t.loop->run_forever());
  COMPARE_TEXT(t.log.text(), "yes");
  QCOMPARE(t.loop->time(), Time(0));
  t.turns(1);  // nothing is ready: it does not wait either
  QCOMPARE(t.loop->time(), Time(0));
}

void EventLoopTest::run_until_complete_gives_the_result_one_turn_after_the_end() {
  Loop t;
  const auto main = [&]() -> Coroutine<int> {
    t.loop->call_soon([&] { t.log("still runs"); });
    co_return 7;
  };
  COMPARE_TEXT(text_of(t.loop->run_until_complete(Value(main().object()))), "7");
  COMPARE_TEXT(t.log.text(), "still runs");
  QCOMPARE(t.run.runtime.turns(), std::uint64_t{2});
}

void EventLoopTest::run_until_complete_of_a_future_and_of_a_failure() {
  Loop t;
  const Ref<Future> future = t.loop->create_future();
  t.loop->call_soon([&] { static_cast<void>(future->set_exception(native_error(Kind::value_error, "x"))); });
  COMPARE_TEXT(text_of(t.loop->run_until_complete(Value(future))), "ValueError: x");
  COMPARE_TEXT(text_of(t.loop->run_until_complete(Value(future))), "ValueError: x");
  COMPARE_TEXT(text_of(t.loop->run_until_complete(Value(std::int64_t{1}))),
               "TypeError: An asyncio.Future, a coroutine or an awaitable is required");
}

void EventLoopTest::a_loop_stopped_too_early_says_so() {
  Loop t;
  t.loop->call_soon([&] { t.loop->stop(); });
  COMPARE_TEXT(text_of(t.loop->run_until_complete(Value(t.loop->create_future()))),
               "RuntimeError: Event loop stopped before Future completed.");
}

void EventLoopTest::a_running_loop_cannot_run_again() {
  Loop t;
  t.loop->call_soon([&] {
    t.log(summary_of(t.loop->run_forever()));
    t.log(text_of(t.loop->run_until_complete(Value(t.loop->create_future()))));
  });
  t.turns(1);
  COMPARE_TEXT(t.log.text(),
               "RuntimeError: This event loop is already running RuntimeError: This event loop is already running");
}

void EventLoopTest::another_loop_cannot_run_inside_a_running_one() {
  Loop t;
  const Ref<EventLoop> other = EventLoop::create(t.run.runtime);
  t.loop->call_soon([&] { t.log(summary_of(other->run_forever())); });
  t.turns(1);
  COMPARE_TEXT(t.log.text(), "RuntimeError: Cannot run the event loop while another loop is running");
}

void EventLoopTest::a_running_loop_cannot_be_closed() {
  Loop t;
  t.loop->call_soon([&] { t.log(summary_of(t.loop->close())); });
  t.turns(1);
  COMPARE_TEXT(t.log.text(), "RuntimeError: Cannot close a running event loop");
  QVERIFY(!t.loop->is_closed());
}

void EventLoopTest::a_closed_loop_refuses_everything() {
  Loop t;
  QVERIFY(!t.loop->close());
  QVERIFY(!t.loop->close());
  const std::string closed = "RuntimeError: Event loop is closed";
  COMPARE_TEXT(summary_of(t.loop->check_closed()), closed);
  COMPARE_TEXT(summary_of(t.loop->run_forever()), closed);
  COMPARE_TEXT(text_of(t.loop->run_until_complete(Value(t.loop->create_future()))), closed);
  QVERIFY(!t.loop->call_soon(t.callback("no")));
  QVERIFY(!t.loop->call_soon_threadsafe(t.callback("no")));
  QVERIFY(!t.loop->call_later(1s, t.callback("no")));
  QVERIFY(!t.loop->create_timer_future(Time(1s), AwaitKind::sleep));
  const auto coroutine = []() -> Coroutine<void> { co_return; };
  COMPARE_TEXT(text_of(t.loop->create_task(coroutine().object())), closed);
  COMPARE_TEXT(text_of(t.loop->ensure_future(Value(coroutine().object()))), closed);
}

void EventLoopTest::closing_drops_what_was_scheduled() {
  Loop t;
  t.loop->call_soon(make<FunctionCallback>("f", [mortal = make<Mortal>(t.log, "soon")](Future*) {}));
  t.loop->call_later(1s, make<FunctionCallback>("f", [mortal = make<Mortal>(t.log, "later")](Future*) {}));
  t.loop->io_ready(make<FunctionCallback>("f", [mortal = make<Mortal>(t.log, "io")](Future*) {}));
  QVERIFY(!t.loop->close());
  COMPARE_TEXT(t.log.text(), "soon later io");
}

void EventLoopTest::the_running_loop_is_known_only_while_it_runs() {
  Loop t;
  QCOMPARE(find_running_loop(t.run.runtime), nullptr);
  QVERIFY_EXCEPTION_THROWN(running_loop(t.run.runtime), Raised);
  EventLoop* seen = nullptr;
  t.loop->call_soon([&] { seen = &running_loop(t.run.runtime); });
  QVERIFY(!t.loop->is_running());
  t.turns(1);
  QCOMPARE(seen, t.loop.get());
  QCOMPARE(find_running_loop(t.run.runtime), nullptr);
}

void EventLoopTest::an_exit_in_a_callback_leaves_what_was_ready_for_the_next_run() {
  Loop t;
  const Ref<Exception> interrupt = native_error(Kind::keyboard_interrupt);
  t.loop->call_soon(t.say("a"));
  t.loop->call_soon(t.raising(interrupt));
  t.loop->call_soon(t.say("b"));
  QVERIFY(t.turns(1) == interrupt);
  COMPARE_TEXT(t.log.text(), "a");
  QVERIFY(!t.loop->is_running());
  t.loop->call_soon(t.say("c"));
  QVERIFY(!t.turns(1));
  COMPARE_TEXT(t.log.text(), "a b c");
  QVERIFY(t.run.host.reports.empty());
}

void EventLoopTest::an_exit_leaves_run_until_complete_and_its_callback_is_removed() {
  Loop t;
  const Ref<Exception> exit = native_error(Kind::system_exit);
  t.loop->call_soon(t.raising(exit));
  const Ref<Future> future = t.loop->create_future();
  QVERIFY(t.loop->run_until_complete(Value(future)).error() == exit);
  QCOMPARE(future->callback_count(), std::size_t{0});
}

void EventLoopTest::a_callback_that_fails_is_reported_and_the_rest_of_the_turn_runs() {
  Loop t;
  t.loop->call_soon(t.raising(native_error(Kind::value_error, "x")));
  t.loop->call_soon(t.raising(native_error(Kind::cancelled_error)));
  t.loop->call_soon(t.say("next"));
  t.turns(1);
  COMPARE_TEXT(join(t.run.host.reports, "; "),
               "Exception in callback bad() | ValueError: x; Exception in callback bad() | CancelledError");
  COMPARE_TEXT(t.log.text(), "next");
}

void EventLoopTest::a_handler_takes_the_place_of_the_report() {
  Loop t;
  const Ref<KeepingHandler> handler = make<KeepingHandler>();
  t.loop->set_exception_handler(handler);
  t.loop->call_soon(t.raising(native_error(Kind::value_error)));
  t.turns(1);
  COMPARE_TEXT(join(handler->seen), "Exception in callback bad()");
  QVERIFY(t.run.host.reports.empty());
}

void EventLoopTest::a_handler_that_fails_is_reported_itself() {
  Loop t;
  const Ref<KeepingHandler> handler = make<KeepingHandler>();
  handler->raises = native_error(Kind::type_error, "handler");
  t.loop->set_exception_handler(handler);
  t.loop->call_soon(t.raising(native_error(Kind::value_error)));
  QVERIFY(!t.turns(1));
  COMPARE_TEXT(join(t.run.host.reports), "Unhandled error in exception handler | TypeError: handler");
}

void EventLoopTest::an_exit_in_a_handler_leaves_the_loop() {
  Loop t;
  const Ref<KeepingHandler> handler = make<KeepingHandler>();
  handler->raises = native_error(Kind::system_exit);
  t.loop->set_exception_handler(handler);
  t.loop->call_soon(t.raising(native_error(Kind::value_error)));
  QVERIFY(t.turns(1) == handler->raises);
  t.loop->set_exception_handler(nullptr);
  t.run.host.raise_next = native_error(Kind::keyboard_interrupt);
  t.loop->call_soon(t.raising(native_error(Kind::value_error)));
  COMPARE_TEXT(summary_of(t.turns(1)), "KeyboardInterrupt");
}

void EventLoopTest::a_callback_from_another_thread_wakes_the_loop() {
  Loop t;
  VirtualThreads& threads = t.run.runtime.threads;
  threads.start("T", [&] {
    threads.block(Time(1s));
    t.loop->call_soon_threadsafe(make<FunctionCallback>("f", [&](Future*) {
      t.log(std::to_string(t.loop->time().count()) + "@" + t.turn());
      t.loop->stop();
    }));
  });
  t.loop->call_later(1h, t.say("no"));
  QVERIFY(!t.loop->run_forever());
  COMPARE_TEXT(t.log.text(), "1000001000@1");
  threads.end();
}

void EventLoopTest::io_from_the_world_wakes_the_loop_at_its_time() {
  Loop t;
  t.run.runtime.threads.at(1s, [&] {
    t.loop->io_ready(make<FunctionCallback>("io", [&](Future*) {
      t.log(std::to_string(t.loop->time().count()));
      t.loop->stop();
    }));
  });
  QVERIFY(!t.loop->run_forever());
  COMPARE_TEXT(t.log.text(), "1000000000");
}

void EventLoopTest::io_that_is_due_reaches_a_loop_that_never_waits() {
  Loop t;
  t.run.runtime.threads.at(1ms,
                           [&] { t.loop->io_ready(make<FunctionCallback>("io", [&](Future*) { t.loop->stop(); })); });
  std::function<void()> spin = [&] {
    t.run.runtime.threads.read_clock();
    t.loop->call_soon(spin);
  };
  t.loop->call_soon(spin);
  QVERIFY(!t.loop->run_forever());
  QCOMPARE(t.loop->time(), Time(2ms));  // what was ready ran first, and read the clock
}

namespace {

class Generator final : public Container, public AsyncGenerator {
 public:
  explicit Generator(Log& log) : Container(ObjectKind::other), m_log(log) {}
  Ref<CoroutineObject> aclose() override { return closing(m_log).object(); }
  Object& object() override { return *this; }
  void visit(Visitor&) const override {}
  void drop_references() noexcept override {}

 private:
  static Coroutine<void> closing(Log& log) {
    log("finally");
    co_return;
  }
  Log& m_log;
};

}  // namespace

void EventLoopTest::a_dropped_generator_is_closed_by_a_task() {
  Loop t;
  const Ref<Generator> first = make<Generator>(t.log);
  const Ref<Generator> second = make<Generator>(t.log);
  t.loop->asyncgen_started(*first);
  t.loop->asyncgen_started(*second);
  t.loop->asyncgen_dropped(*first);
  t.turns(1);
  COMPARE_TEXT(t.log.text(), "");
  t.turns(1);
  COMPARE_TEXT(t.log.text(), "finally");
  QCOMPARE(t.loop->take_asyncgens(), std::vector<AsyncGenerator*>{second.get()});
  QVERIFY(t.loop->asyncgens_were_shut_down());
}

void EventLoopTest::a_closed_loop_closes_no_generator() {
  Loop t;
  const Ref<Generator> generator = make<Generator>(t.log);
  t.loop->asyncgen_started(*generator);
  QVERIFY(!t.loop->close());
  t.loop->asyncgen_dropped(*generator);
  COMPARE_TEXT(t.log.text(), "");
}

void EventLoopTest::a_task_factory_makes_the_tasks() {
  struct Factory final : TaskFactory {
    Outcome make_task(EventLoop& loop, const Ref<CoroutineObject>& coroutine, const Ref<Context>& context) override {
      ++made;
      return Value(make<Task>(loop, coroutine, "", context));
    }
    void visit(Visitor&) const override {}
    void drop_references() noexcept override {}
    int made = 0;
  };
  Loop t;
  const Ref<Factory> factory = make<Factory>();
  t.loop->set_task_factory(factory);
  const auto coroutine = []() -> Coroutine<void> { co_return; };
  const Value task = t.loop->create_task(coroutine().object(), "name").value_or_throw();
  COMPARE_TEXT(task.as<Task>()->name(), "name");
  t.turns(1);
  QCOMPARE(factory->made, 1);
}

void EventLoopTest::ensure_future_gives_futures_back_and_wraps_coroutines() {
  Loop t;
  const Ref<Future> future = t.loop->create_future();
  QVERIFY(t.loop->ensure_future(Value(future)).value().is_identical(Value(future)));
  const auto coroutine = []() -> Coroutine<void> { co_return; };
  QVERIFY(t.loop->ensure_future(Value(coroutine().object())).value().is_object(ObjectKind::task));
  const Ref<EventLoop> other = EventLoop::create(t.run.runtime);
  COMPARE_TEXT(text_of(t.loop->ensure_future(Value(other->create_future()))),
               "ValueError: The future belongs to a different loop than the one specified as the loop argument");
  t.turns(1);
}

void EventLoopTest::slow_steps_are_told_in_debug_mode_only() {
  Loop t;
  const auto block = [&] { t.run.runtime.threads.block(t.loop->time() + 150ms); };
  t.loop->call_soon(block);
  t.turns(1);
  QVERIFY(t.run.host.reports.empty());
  t.loop->set_debug(true);
  t.loop->call_soon(block);
  t.loop->slow_callback_duration = 1s;
  t.turns(1);
  QVERIFY(t.run.host.reports.empty());
  t.loop->slow_callback_duration = 150ms;
  t.loop->call_soon(block);
  t.turns(1);
  COMPARE_TEXT(join(t.run.host.reports), "slow: <object> 150 ms");
}

void EventLoopTest::an_instrument_hears_of_slow_steps_always() {
  RecordingInstrument instrument;
  Loop t(&instrument);
  t.loop->call_soon([&] { t.run.runtime.threads.block(t.loop->time() + 100ms); });
  t.loop->call_soon([&] { t.run.runtime.threads.block(t.loop->time() + 90ms); });
  t.turns(1);
  COMPARE_TEXT(join(instrument.lines_of("warned"), "; "), "warned 7 0 '100001000'");
}

void EventLoopTest::a_deadlock_ends_the_run() {
  Loop t;
  COMPARE_TEXT(text_of(t.loop->run_until_complete(Value(t.loop->create_future()))),
               "the end of the run: the run has ended");
  QVERIFY(t.run.runtime.threads.has_ended());
}

QTEST_APPLESS_MAIN(EventLoopTest)
#include "event_loop_test.moc"
