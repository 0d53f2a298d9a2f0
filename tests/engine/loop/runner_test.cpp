// asyncio.run and Runner: what is cancelled and closed in the end, and interrupts.
#include "loop/runner.h"

#include "loop/executor.h"
#include "loop/sleep.h"
#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;
using Kind = ExceptionKind;

class RunnerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void run_gives_the_result_of_the_coroutine();
  void run_throws_what_the_coroutine_threw();
  void tasks_left_over_are_cancelled_and_awaited();
  void a_task_left_over_that_fails_is_reported();
  void generators_left_open_are_closed();
  void a_generator_that_fails_to_close_is_reported();
  void a_runner_runs_several_coroutines_in_one_loop();
  void run_cannot_be_called_from_a_running_loop();
  void a_closed_runner_runs_nothing();
  void closing_a_runner_that_never_ran_does_nothing();
  void hooks_make_and_announce_the_loop();
  void the_first_interrupt_cancels_main_and_becomes_keyboard_interrupt();
  void main_may_handle_the_cancellation_of_an_interrupt();
  void the_second_interrupt_raises_at_once();
  void the_dispositions_are_given_back();
  void an_exit_in_main_still_cancels_what_is_left();
  void a_deadlock_ends_the_run_without_more_code_running();
};

namespace {

Coroutine<int> after(EventLoop& loop, Duration delay, int value) {
  co_await sleep(loop, delay);
  co_return value;
}
Coroutine<void> lasting(EventLoop& loop, Log& log, std::string name, Ref<Exception> then = nullptr) {
  try {
    co_await sleep(loop, 1h);
  } catch (const Raised& raised) {
    log(name + ":" + raised.exception()->summary());
    if (then) then->rethrow();
    throw;
  }
}
Coroutine<void> no_op() { co_return; }

Runner::Hooks hooks_of(Runtime& runtime) {
  return {[&runtime] { return Outcome(Value(EventLoop::create(runtime))); }, {}};
}

class Generator final : public Container, public AsyncGenerator {
 public:
  Generator(Log& log, Ref<Exception> raises) : Container(ObjectKind::other), m_log(log), m_raises(std::move(raises)) {}
  Ref<CoroutineObject> aclose() override { return closing(m_log, m_raises).object(); }
  Object& object() override { return *this; }
  void visit(Visitor&) const override {}
  void drop_references() noexcept override {}

 private:
  static Coroutine<void> closing(Log& log, Ref<Exception> raises) {
    co_await yield_once();
    log("closed");
    if (raises) raises->rethrow();
  }
  Log& m_log;
  Ref<Exception> m_raises;
};

}  // namespace

void RunnerTest::run_gives_the_result_of_the_coroutine() {
  Run test;
  QCOMPARE(loopline::loop::run(test.runtime, [](EventLoop& loop) { return after(loop, 1s, 7); }), 7);
  QVERIFY(test.runtime.now() > 1s);
}

void RunnerTest::run_throws_what_the_coroutine_threw() {
  Run test;
  const Ref<Exception> error = native_error(Kind::value_error);
  const auto failing = [&](EventLoop&) -> Coroutine<int> {
    error->rethrow();
    co_return 0;
  };
  Ref<Exception> caught;
  try {
    loopline::loop::run(test.runtime, failing);
  } catch (const Raised& raised) {
    caught = raised.exception();
  }
  QVERIFY(caught == error);
  QVERIFY(test.host.reports.empty());
}

void RunnerTest::tasks_left_over_are_cancelled_and_awaited() {
  Run test;
  Log log;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    create_task(loop, lasting(loop, log, "a"));
    create_task(loop, lasting(loop, log, "b"));
    co_await yield_once();
    log("main ends");
    create_task(loop, lasting(loop, log, "still begins"));
  });
  COMPARE_TEXT(log.text(), "main ends a:CancelledError b:CancelledError still begins:CancelledError");
  QCOMPARE(test.runtime.now(), Time(0));
}

void RunnerTest::a_task_left_over_that_fails_is_reported() {
  Run test;
  Log log;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    create_task(loop, lasting(loop, log, "a", native_error(Kind::value_error, "x")));
    co_await yield_once();
  });
  COMPARE_TEXT(join(test.host.reports), "unhandled exception during asyncio.run() shutdown | ValueError: x");
}

void RunnerTest::generators_left_open_are_closed() {
  Run test;
  Log log;
  const Ref<Generator> generator = make<Generator>(log, nullptr);
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    loop.asyncgen_started(*generator);
    co_return;
  });
  COMPARE_TEXT(log.text(), "closed");
}

void RunnerTest::a_generator_that_fails_to_close_is_reported() {
  Run test;
  Log log;
  const Ref<Generator> generator = make<Generator>(log, native_error(Kind::value_error, "x"));
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    loop.asyncgen_started(*generator);
    co_return;
  });
  COMPARE_TEXT(join(test.host.reports),
               "an error occurred during closing of asynchronous generator <object> | ValueError: x");
}

void RunnerTest::a_runner_runs_several_coroutines_in_one_loop() {
  Run test;
  const Ref<Runner> runner = make<Runner>(test.runtime, hooks_of(test.runtime), true);
  const Value made = runner->loop().value_or_throw();
  const auto& loop = *made.as<EventLoop>();
  QVERIFY(loop.is_debug());
  for (int i = 1; i <= 3; ++i) {
    COMPARE_TEXT(text_of(runner->run(after(*made.as<EventLoop>(), 1s, i).object())), std::to_string(i));
  }
  QVERIFY(!runner->close());
  QVERIFY(loop.is_closed());
}

void RunnerTest::run_cannot_be_called_from_a_running_loop() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop&) -> Coroutine<void> {
    const Ref<Runner> inner = make<Runner>(test.runtime, hooks_of(test.runtime));
    CO_COMPARE_TEXT(text_of(inner->run(no_op().object())),
                    "RuntimeError: Runner.run() cannot be called from a running event loop");
    co_return;
  });
}

void RunnerTest::a_closed_runner_runs_nothing() {
  Run test;
  const Ref<Runner> runner = make<Runner>(test.runtime, hooks_of(test.runtime));
  COMPARE_TEXT(text_of(runner->run(no_op().object())), "None");
  QVERIFY(!runner->close());
  QVERIFY(!runner->close());
  COMPARE_TEXT(text_of(runner->run(no_op().object())), "RuntimeError: Runner is closed");
  COMPARE_TEXT(text_of(runner->loop()), "RuntimeError: Runner is closed");
}

void RunnerTest::closing_a_runner_that_never_ran_does_nothing() {
  Run test;
  QVERIFY(!make<Runner>(test.runtime, hooks_of(test.runtime))->close());
  QCOMPARE(test.runtime.turns(), std::uint64_t{0});
}

void RunnerTest::hooks_make_and_announce_the_loop() {
  Run test;
  Log log;
  Runner::Hooks hooks = hooks_of(test.runtime);
  hooks.set_event_loop = [&](EventLoop* loop) { log(loop != nullptr ? "set" : "none"); };
  const Ref<Runner> runner = make<Runner>(test.runtime, hooks);
  COMPARE_TEXT(text_of(runner->run(no_op().object())), "None");
  QVERIFY(!runner->close());
  COMPARE_TEXT(log.text(), "set none");
  const Ref<Runner> failing =
      make<Runner>(test.runtime, Runner::Hooks{[] { return Outcome(native_error(Kind::value_error, "x")); }, {}});
  COMPARE_TEXT(text_of(failing->run(no_op().object())), "ValueError: x");
}

namespace {

/// Runs `main` and interrupts it after one second, and after two if asked for. The outcome as a text.
std::string interrupted(Run& test, const std::function<Coroutine<void>(EventLoop&, Log&)>& main, Log& log,
                        bool twice = false) {
  test.runtime.threads.at(1s, [&] { test.runtime.signals.raise(Signals::kInterrupt); });
  if (twice) test.runtime.threads.at(2s, [&] { test.runtime.signals.raise(Signals::kInterrupt); });
  const Ref<Runner> runner = make<Runner>(test.runtime, hooks_of(test.runtime));
  const Value loop = runner->loop().value_or_throw();
  std::string text = text_of(runner->run(main(*loop.as<EventLoop>(), log).object()));
  text += "@" + std::to_string(test.runtime.now() / 1s);
  if (Ref<Exception> error = runner->close()) text += " close: " + error->summary();
  return text;
}

}  // namespace

void RunnerTest::the_first_interrupt_cancels_main_and_becomes_keyboard_interrupt() {
  Run test;
  Log log;
  const auto main = [](EventLoop& loop, Log& words) { return lasting(loop, words, "main"); };
  COMPARE_TEXT(interrupted(test, main, log), "KeyboardInterrupt@1");
  COMPARE_TEXT(log.text(), "main:CancelledError");
}

void RunnerTest::main_may_handle_the_cancellation_of_an_interrupt() {
  Run test;
  Log log;
  const auto main = [](EventLoop& loop, Log& words) -> Coroutine<void> {
    try {
      co_await sleep(loop, 1h);
    } catch (const Raised&) {
      words("handled");
    }
  };
  COMPARE_TEXT(interrupted(test, main, log), "None@1");
  COMPARE_TEXT(log.text(), "handled");
}

void RunnerTest::the_second_interrupt_raises_at_once() {
  Run test;
  Log log;
  const auto main = [](EventLoop& loop, Log& words) -> Coroutine<void> {
    for (int i = 0; i < 2; ++i) {
      try {
        co_await sleep(loop, 1h);
      } catch (const Raised& raised) {
        words(raised.exception()->summary());
      }
    }
  };
  COMPARE_TEXT(interrupted(test, main, log, true), "KeyboardInterrupt@2");
  COMPARE_TEXT(log.text(), "CancelledError CancelledError");  // the second one from closing the runner
}

void RunnerTest::the_dispositions_are_given_back() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop&) -> Coroutine<void> {
    CO_COMPARE(test.runtime.signals.disposition(Signals::kInterrupt), Signals::Disposition::handled);
    co_return;
  });
  QCOMPARE(test.runtime.signals.disposition(Signals::kInterrupt), Signals::Disposition::standard);
  test.runtime.signals.set(Signals::kInterrupt, Signals::Disposition::ignored);
  loopline::loop::run(test.runtime, [&](EventLoop&) -> Coroutine<void> { co_return; });
  QCOMPARE(test.runtime.signals.disposition(Signals::kInterrupt), Signals::Disposition::ignored);
}

void RunnerTest::an_exit_in_main_still_cancels_what_is_left() {
  Run test;
  Log log;
  const Ref<Runner> runner = make<Runner>(test.runtime, hooks_of(test.runtime));
  const Value made = runner->loop().value_or_throw();
  auto& loop = *made.as<EventLoop>();
  const auto main = [&]() -> Coroutine<void> {
    create_task(loop, lasting(loop, log, "left"));
    co_await yield_once();
    native_error(Kind::system_exit, "3")->rethrow();
  };
  COMPARE_TEXT(text_of(runner->run(main().object())), "SystemExit: 3");
  QVERIFY(!runner->close());
  COMPARE_TEXT(log.text(), "left:CancelledError");
  QVERIFY(test.host.reports.empty());
}

void RunnerTest::a_deadlock_ends_the_run_without_more_code_running() {
  Run test;
  Log log;
  const auto main = [&](EventLoop& loop) -> Coroutine<void> {
    try {
      co_await loop.create_future();
    } catch (const Raised& raised) {
      log(raised.exception()->summary());
      throw;
    }
  };
  std::string text;
  try {
    loopline::loop::run(test.runtime, main);
  } catch (const Raised& raised) {
    text = raised.exception()->summary();
  }
  COMPARE_TEXT(text, "the end of the run: the run has ended");
  QVERIFY(test.runtime.threads.has_ended());
}

QTEST_APPLESS_MAIN(RunnerTest)
#include "runner_test.moc"
