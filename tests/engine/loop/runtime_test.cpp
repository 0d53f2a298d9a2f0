// What the loops of a run share: signals, counters.
#include "loop/runtime.h"

#include "loop/runner.h"
#include "loop/sleep.h"
#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;
using Disposition = Signals::Disposition;

class RuntimeTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void an_interrupt_becomes_keyboard_interrupt();
  void another_signal_ends_the_program();
  void an_ignored_signal_is_never_pending();
  void handlers_run_in_order_of_signal_number_until_one_raises();
  void an_interrupt_leaves_a_loop_that_waits();
  void an_interrupt_raised_by_a_callback_leaves_the_loop_before_the_next_turn();
  void a_handler_of_the_loop_runs_as_a_callback();
  void a_removed_handler_gives_the_signal_back();
  void turns_of_all_loops_are_counted_together();
};

void RuntimeTest::an_interrupt_becomes_keyboard_interrupt() {
  Run test;
  test.runtime.signals.raise(Signals::kInterrupt);
  QVERIFY(test.runtime.signals.has_pending());
  COMPARE_TEXT(summary_of(test.runtime.signals.handle_pending(test.host)), "KeyboardInterrupt");
  QVERIFY(!test.runtime.signals.has_pending());
}

void RuntimeTest::another_signal_ends_the_program() {
  Run test;
  test.runtime.signals.raise(Signals::kTerminate);
  const Ref<Exception> raised = test.runtime.signals.handle_pending(test.host);
  QVERIFY(raised->is(ExceptionKind::fatal));
}

void RuntimeTest::an_ignored_signal_is_never_pending() {
  Run test;
  test.runtime.signals.set(Signals::kInterrupt, Disposition::ignored);
  QCOMPARE(test.runtime.signals.disposition(Signals::kInterrupt), Disposition::ignored);
  test.runtime.signals.raise(Signals::kInterrupt);
  QVERIFY(!test.runtime.signals.has_pending());
}

void RuntimeTest::handlers_run_in_order_of_signal_number_until_one_raises() {
  Run test;
  Log log;
  for (const int signal : {10, 12, 2}) {
    test.runtime.signals.set(signal, Disposition::handled, [&log](int number) -> Ref<Exception> {
      log(std::to_string(number));
      return number == 10 ? native_error(ExceptionKind::value_error) : nullptr;
    });
  }
  for (const int signal : {12, 2, 10, 2}) test.runtime.signals.raise(signal);
  COMPARE_TEXT(summary_of(test.runtime.signals.handle_pending(test.host)), "ValueError");
  COMPARE_TEXT(log.text(), "2 10");
  QVERIFY(!test.runtime.signals.handle_pending(test.host));
  COMPARE_TEXT(log.text(), "2 10 12");
}

void RuntimeTest::an_interrupt_leaves_a_loop_that_waits() {
  Run test;
  const Ref<EventLoop> loop = EventLoop::create(test.runtime);
  loop->call_later(1h, [] {});
  test.runtime.threads.at(1s, [&] { test.runtime.signals.raise(Signals::kInterrupt); });
  COMPARE_TEXT(summary_of(loop->run_forever()), "KeyboardInterrupt");
  QCOMPARE(loop->time(), Time(1s));
}

void RuntimeTest::an_interrupt_raised_by_a_callback_leaves_the_loop_before_the_next_turn() {
  Run test;
  Log log;
  const Ref<EventLoop> loop = EventLoop::create(test.runtime);
  loop->call_soon([&] {
    test.runtime.signals.raise(Signals::kInterrupt);
    loop->call_soon([&] { log("next turn"); });
  });
  loop->call_soon([&] { log("same turn"); });
  COMPARE_TEXT(summary_of(loop->run_forever()), "KeyboardInterrupt");
  COMPARE_TEXT(log.text(), "same turn");
  QCOMPARE(loop->time(), Time(0));
}

void RuntimeTest::a_handler_of_the_loop_runs_as_a_callback() {
  Run test;
  Log log;
  const Ref<EventLoop> loop = EventLoop::create(test.runtime);
  QVERIFY(!loop->add_signal_handler(Signals::kTerminate, make<FunctionCallback>("handler", [&](Future*) {
                                      log(std::to_string(loop->time().count()));
                                      loop->stop();
                                    })));
  test.runtime.threads.at(1s, [&] { test.runtime.signals.raise(Signals::kTerminate); });
  loop->call_later(1h, [] {});
  QVERIFY(!loop->run_forever());
  COMPARE_TEXT(log.text(), "1000000000");
}

void RuntimeTest::a_removed_handler_gives_the_signal_back() {
  Run test;
  const Ref<EventLoop> loop = EventLoop::create(test.runtime);
  QVERIFY(!loop->remove_signal_handler(Signals::kInterrupt));
  QVERIFY(!loop->add_signal_handler(Signals::kInterrupt, make<FunctionCallback>("handler", [](Future*) {})));
  QCOMPARE(test.runtime.signals.disposition(Signals::kInterrupt), Disposition::handled);
  QVERIFY(test.runtime.signals.has_wakeup());
  QVERIFY(loop->remove_signal_handler(Signals::kInterrupt));
  QCOMPARE(test.runtime.signals.disposition(Signals::kInterrupt), Disposition::standard);
  QVERIFY(!test.runtime.signals.has_wakeup());
  QVERIFY(!loop->close());
}

void RuntimeTest::turns_of_all_loops_are_counted_together() {
  Run test;
  const Ref<EventLoop> one = EventLoop::create(test.runtime);
  const Ref<EventLoop> two = EventLoop::create(test.runtime);
  for (const Ref<EventLoop>& loop : {one, two, one}) {
    loop->stop();
    QVERIFY(!loop->run_forever());
  }
  QCOMPARE(test.runtime.turns(), std::uint64_t{3});
}

QTEST_APPLESS_MAIN(RuntimeTest)
#include "runtime_test.moc"
