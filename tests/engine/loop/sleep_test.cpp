// asyncio.sleep.
#include <string>

#include "loop/runner.h"
#include "loop/sleep.h"
#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;

class SleepTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void sleepers_wake_in_order_of_their_times_then_of_their_calls();
  void a_sleep_of_nothing_passes_one_turn();
  void a_cancelled_sleep_takes_its_timer_off();
  void a_sleep_beyond_all_time_can_be_cancelled();
  void the_coroutine_gives_its_result();
  void sleeping_outside_a_loop_is_an_error();
  void a_program_of_a_year_takes_its_idle_turns();
};

namespace {

Coroutine<void> sleeper(EventLoop& loop, Duration delay, Log& log, std::string name) {
  co_await sleep(loop, delay);
  log(name);
}

}  // namespace

void SleepTest::sleepers_wake_in_order_of_their_times_then_of_their_calls() {
  Run test;
  Log log;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    std::vector<TaskOf<void>> tasks;
    for (const auto& [name, delay] : {std::pair{"c", 3s}, {"a1", 1s}, {"b", 2s}, {"a2", 1s}}) {
      tasks.push_back(create_task(loop, sleeper(loop, delay, log, name)));
    }
    for (TaskOf<void>& task : tasks) co_await task;
    CO_COMPARE(loop.time(), Time(3s + 1us));
  });
  COMPARE_TEXT(log.text(), "a1 a2 b c");
}

void SleepTest::a_sleep_of_nothing_passes_one_turn() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    for (const Duration delay : {Duration(0s), Duration(-1s)}) {
      const std::uint64_t before = test.runtime.turns();
      co_await sleep(loop, delay);
      CO_COMPARE(test.runtime.turns() - before, std::uint64_t{1});
    }
  });
  QCOMPARE(test.runtime.now(), Time(0));
}

void SleepTest::a_cancelled_sleep_takes_its_timer_off() {
  Run test;
  Log log;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<void> task = create_task(loop, sleeper(loop, 1s, log, "no"));
    co_await yield_once();
    task->cancel();
    co_await sleep(loop, 2s);
    CO_COMPARE(loop.time(), Time(2s + 1us));  // nothing woke the loop at one second
  });
  COMPARE_TEXT(log.text(), "");
}

void SleepTest::a_sleep_beyond_all_time_can_be_cancelled() {
  Run test;
  Log log;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<void> task = create_task(loop, sleeper(loop, Duration::max(), log, "no"));
    co_await sleep(loop, 1s);
    task->cancel();
    co_await yield_once();
    CO_VERIFY(task->is_cancelled());
  });
}

void SleepTest::the_coroutine_gives_its_result() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop&) -> Coroutine<void> {
    const Value later = co_await sleep(test.runtime, 1s, Value(std::int64_t{5}));
    const Value at_once = co_await sleep(test.runtime, 0s, Value(std::int64_t{6}));
    CO_COMPARE(later.as_int() * 10 + at_once.as_int(), std::int64_t{56});
  });
}

void SleepTest::sleeping_outside_a_loop_is_an_error() {
  Run test;
  const Ref<CoroutineObject> coroutine = sleep(test.runtime, 1s, Value::none()).object();
  Value out;
  QCOMPARE(coroutine->step(out), StepKind::raised);
  COMPARE_TEXT(out.as<Exception>()->summary(), "RuntimeError: no running event loop");
}

void SleepTest::a_program_of_a_year_takes_its_idle_turns() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const std::uint64_t before = test.runtime.turns();
    co_await sleep(loop, 24h * 365);
    // A turn a day, the last of which is the timer's, and the one in which the task goes on.
    CO_COMPARE(test.runtime.turns() - before, std::uint64_t{366});
  });
}

QTEST_APPLESS_MAIN(SleepTest)
#include "sleep_test.moc"
