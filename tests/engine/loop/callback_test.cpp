// Callbacks and the handles of call_soon and call_later.
#include "loop/callback.h"

#include <stdexcept>

#include "loop/event_loop.h"
#include "loop/runner.h"
#include "loop/sleep.h"
#include "qt_testing.h"
#include "recording_instrument.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;

class CallbackTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_cancelled_handle_is_not_called();
  void cancelling_a_handle_drops_its_callback_at_once();
  void a_handle_cancelled_by_a_callback_of_the_same_turn_is_not_called();
  void cancelling_twice_or_after_the_call_is_harmless();
  void a_timer_is_called_when_it_is_due();
  void a_cancelled_timer_is_not_called_even_if_it_is_due_in_this_turn();
  void a_delay_of_zero_or_less_is_due_at_once();
  void a_delay_beyond_all_time_is_never_due();
  void what_a_function_throws_is_reported_and_the_loop_goes_on();
  void a_handle_holds_the_callback_until_the_next_one_runs();
  void the_instrument_hears_of_each_cancellation_once();
};

namespace {

/// Runs a body in a loop of its own.
template <class Body>
void in_loop(Run& test, Body body) {
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    body(loop);
    co_await sleep(loop, 10s);
  });
}

}  // namespace

void CallbackTest::a_cancelled_handle_is_not_called() {
  Run test;
  Log log;
  in_loop(test, [&](EventLoop& loop) {
    const Ref<Handle> handle = loop.call_soon([&] { log("no"); });
    loop.call_soon([&] { log("yes"); });
    handle->cancel();
    QVERIFY(handle->is_cancelled());
  });
  COMPARE_TEXT(log.text(), "yes");
}

void CallbackTest::cancelling_a_handle_drops_its_callback_at_once() {
  Run test;
  Log log;
  in_loop(test, [&](EventLoop& loop) {
    const auto mortal = make<Mortal>(log, "dropped");
    const Ref<Handle> handle = loop.call_soon(make<FunctionCallback>("f", [mortal](Future*) {}));
    QCOMPARE(mortal->references(), 2U);
    handle->cancel();
    QCOMPARE(mortal->references(), 1U);
    QCOMPARE(handle->callback(), nullptr);
  });
}

void CallbackTest::a_handle_cancelled_by_a_callback_of_the_same_turn_is_not_called() {
  Run test;
  Log log;
  in_loop(test, [&](EventLoop& loop) {
    Ref<Handle> second;
    loop.call_soon([&loop, &log] {
      const Ref<Handle> victim = loop.call_soon([&log] { log("no"); });
      loop.call_soon([victim] { victim->cancel(); });
      const Ref<Handle> first = loop.call_soon([&log] { log("also no"); });
      first->cancel();
    });
    loop.call_soon([] {});
  });
  // The victim was scheduled before the one that cancels it, so it ran.
  COMPARE_TEXT(log.text(), "no");
}

void CallbackTest::cancelling_twice_or_after_the_call_is_harmless() {
  Run test;
  Log log;
  Ref<Handle> soon;
  Ref<TimerHandle> later;
  in_loop(test, [&](EventLoop& loop) {
    soon = loop.call_soon([&] { log("soon"); });
    later = loop.call_later(1s, [&] { log("later"); });
  });
  soon->cancel();
  later->cancel();
  later->cancel();
  QVERIFY(soon->is_cancelled() && later->is_cancelled());
  COMPARE_TEXT(log.text(), "soon later");
}

void CallbackTest::a_timer_is_called_when_it_is_due() {
  Run test;
  Log log;
  in_loop(test, [&](EventLoop& loop) {
    const Ref<TimerHandle> timer = loop.call_later(1s, [&] { log(std::to_string(loop.time().count())); });
    QCOMPARE(timer->when(), Time(1s));
    loop.call_at(Time(2s), make<FunctionCallback>("f", [&](Future*) { log(std::to_string(loop.time().count())); }));
  });
  COMPARE_TEXT(log.text(), "1000001000 2000001000");
}

void CallbackTest::a_cancelled_timer_is_not_called_even_if_it_is_due_in_this_turn() {
  Run test;
  Log log;
  in_loop(test, [&](EventLoop& loop) {
    auto victim = std::make_shared<Ref<TimerHandle>>();
    loop.call_later(1s, [victim] { (*victim)->cancel(); });
    *victim = loop.call_later(1s, [&] { log("no"); });
    loop.call_later(1s, [&] { log("yes"); });
  });
  COMPARE_TEXT(log.text(), "yes");
}

void CallbackTest::a_delay_of_zero_or_less_is_due_at_once() {
  Run test;
  Log log;
  in_loop(test, [&](EventLoop& loop) {
    loop.call_later(0s, [&] { log("0"); });
    loop.call_later(-5s, [&] { log("-5"); });
    loop.call_soon([&] { log("soon"); });
  });
  COMPARE_TEXT(log.text(), "soon -5 0");  // timers come behind what was ready, in order of their time
}

void CallbackTest::a_delay_beyond_all_time_is_never_due() {
  Run test;
  Log log;
  in_loop(test, [&](EventLoop& loop) { loop.call_later(Duration::max(), [&] { log("no"); }); });
  COMPARE_TEXT(log.text(), "");
}

void CallbackTest::what_a_function_throws_is_reported_and_the_loop_goes_on() {
  Run test;
  Log log;
  in_loop(test, [&](EventLoop& loop) {
    loop.call_soon(make<FunctionCallback>("bad", [](Future*) { throw std::runtime_error("broken"); }));
    loop.call_soon([&] { log("next"); });
  });
  COMPARE_TEXT(join(test.host.reports), "Exception in callback bad() | Exception: broken");
  COMPARE_TEXT(log.text(), "next");
}

void CallbackTest::a_handle_holds_the_callback_until_the_next_one_runs() {
  Run test;
  Log log;
  in_loop(test, [&](EventLoop& loop) {
    loop.call_soon(make<FunctionCallback>("f", [mortal = make<Mortal>(log, "gone"), &log](Future*) { log("called"); }));
    loop.call_soon([&] { log("next"); });
  });
  COMPARE_TEXT(log.text(), "called gone next");
}

void CallbackTest::the_instrument_hears_of_each_cancellation_once() {
  RecordingInstrument instrument;
  Run test(&instrument);
  in_loop(test, [&](EventLoop& loop) {
    const Ref<Handle> handle = loop.call_soon([] {});
    handle->cancel();
    handle->cancel();
    const Ref<TimerHandle> timer = loop.call_later(1s, [] {});
    timer->cancel();
    timer->cancel();
  });
  QCOMPARE(instrument.lines_of("handle_cancelled").size(), std::size_t{1});
  QCOMPARE(instrument.lines_of("timer_cancelled").size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(CallbackTest)
#include "callback_test.moc"
