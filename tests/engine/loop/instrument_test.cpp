// What an observer is told: the same for every run of a program, and in an order from which the run can be told again.
#include "loop/instrument.h"

#include <set>

#include "loop/executor.h"
#include "loop/gather.h"
#include "loop/queue.h"
#include "loop/runner.h"
#include "loop/sleep.h"
#include "loop/sync.h"
#include "loop/task_group.h"
#include "loop/timeout.h"
#include "loop/wait.h"
#include "qt_testing.h"
#include "recording_instrument.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;

class InstrumentTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void two_runs_of_a_program_tell_the_same();
  void watching_changes_nothing();
  void a_small_program_is_told_call_by_call();
  void causes_are_events_that_happened_before();
  void a_cancellation_names_who_asked_for_it();
  void a_step_that_throws_says_so();
};

namespace {

Coroutine<void> worker(EventLoop& loop, Ref<Queue> queue, Ref<Semaphore> semaphore, int& sum) {
  for (;;) {
    const Value item = co_await queue->get();
    co_await semaphore->acquire();
    co_await sleep(loop, std::chrono::milliseconds(item.as_int()));
    sum += static_cast<int>(item.as_int());
    static_cast<void>(semaphore->release_permit());
    static_cast<void>(queue->task_done());
  }
}

Coroutine<int> after(EventLoop& loop, Duration delay, int value) {
  co_await sleep(loop, delay);
  co_return value;
}

Coroutine<void> grouped(EventLoop& loop, Log& log) {
  auto group = co_await hold(make<TaskGroup>(loop.runtime()));
  if (Ref<Exception> error = group->enter()) error->rethrow();
  for (int i = 1; i <= 3; ++i) group->create_task(after(loop, i * 1s, i).object()).value_or_throw();
  co_await TaskGroup::exit(Held<TaskGroup>(group.ref()), nullptr);
  log("group");
}

/// Something of everything.
Coroutine<void> everything(EventLoop& loop, Log& log) {
  const Ref<Queue> queue = make<Queue>(loop.runtime(), 3);
  const Ref<Semaphore> semaphore = make<Semaphore>(loop.runtime(), 2);
  int sum = 0;
  std::vector<TaskOf<void>> workers;
  for (int i = 0; i < 4; ++i) workers.push_back(create_task(loop, worker(loop, queue, semaphore, sum)));
  for (int i = 0; i < 20; ++i) co_await queue->put(Value(std::int64_t{i * 7 % 5}));
  co_await queue->join();
  log("sum " + std::to_string(sum));
  for (TaskOf<void>& task : workers) task->cancel();
  std::vector<Value> awaitables;
  for (TaskOf<void>& task : workers) awaitables.emplace_back(task.task());
  const Value all = gather(loop, awaitables, true).value_or_throw();
  co_await Ref<Future>(all.as<Future>());
  const Ref<Object> slow = after(loop, 1h, 1).object();
  try {
    co_await wait_for(loop, slow, 1s);
  } catch (const Raised& raised) {
    log(raised.exception()->summary());
  }
  try {
    co_await with_timeout(loop, 1s, after(loop, 1h, 1));
  } catch (const Raised& raised) {
    log(raised.exception()->summary());
  }
  co_await grouped(loop, log);
  Value work = run_in_executor(loop, nullptr, [&loop] {
                 loop.runtime().threads.block(loop.time() + 150ms);
                 return Outcome(Value(std::int64_t{1}));
               }).value_or_throw();
  co_await Ref<Future>(work.as<Future>());
  loop.runtime().threads.block(loop.time() + 200ms);  // holds the loop up
  log("end@" + std::to_string(loop.time().count()));
}

/// Runs the program; what it said.
std::string run_everything(Instrument* instrument) {
  Memory memory;
  const MemoryScope scope(memory);
  Run test(instrument);
  Log log;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> { return everything(loop, log); });
  test.runtime.threads.end();
  return log.text() + " turns " + std::to_string(test.runtime.turns());
}

}  // namespace

void InstrumentTest::two_runs_of_a_program_tell_the_same() {
  RecordingInstrument first;
  RecordingInstrument second;
  run_everything(&first);
  run_everything(&second);
  QVERIFY(first.lines.size() > 500);
  COMPARE_TEXT(join(first.lines, "\n"), join(second.lines, "\n"));
}

void InstrumentTest::watching_changes_nothing() {
  RecordingInstrument instrument;
  COMPARE_TEXT(run_everything(&instrument), run_everything(nullptr));
}

void InstrumentTest::a_small_program_is_told_call_by_call() {
  RecordingInstrument instrument;
  Run test(&instrument);
  const Ref<EventLoop> loop = EventLoop::create(test.runtime, "loop");
  const auto main = [&]() -> Coroutine<int> {
    co_await yield_once();
    co_await sleep(*loop, 1s);
    co_return 5;
  };
  COMPARE_TEXT(text_of(loop->run_until_complete(Value(main().named("main", test.runtime).object()))), "5");
  QVERIFY(!loop->close());
  const std::vector<std::string> expected{
      "loop_made 1 'loop'",
      "task_created 2 1 '' 'main' '' 0 1",
      "loop_changed 1 0",
      "turn 1 1 1",
      "step_begins 2 0 2 0",
      "step_yields 2",
      "turn 1 2 1",
      "step_begins 2 0 6 0",
      "timer_set 3 'sleep' 1000000000ns 4",
      "step_awaits 2 3 4 0 1000000000",
      "select 1 1000000000ns",
      "turn 1 3 1",
      "callback 3 'sleep' 12 3",
      "future_done 4 0 0",
      "turn 1 4 1",
      "step_begins 2 1 14 0",
      "task_ends 2 2 '5'",
      "turn 1 5 1",
      "callback 2 'run_until_complete.done' 17 0",
      "loop_changed 1 1",
      "loop_changed 1 2",
      "loop_changed 1 3",
  };
  COMPARE_TEXT(join(instrument.lines, "\n"), join(expected, "\n"));
}

void InstrumentTest::causes_are_events_that_happened_before() {
  // The `scheduled` of every step is the number of an earlier event.
  RecordingInstrument instrument;
  run_everything(&instrument);
  int checked = 0;
  for (std::size_t i = 0; i < instrument.lines.size(); ++i) {
    const std::string& line = instrument.lines[i];
    std::size_t scheduled = 0;
    if (std::sscanf(line.c_str(), "step_begins %*u %*d %zu", &scheduled) != 1) continue;
    QVERIFY2(scheduled >= 1 && scheduled <= i, line.c_str());
    ++checked;
  }
  QCOMPARE(checked, static_cast<int>(instrument.lines_of("step_begins").size()));
  QVERIFY(checked > 50);
}

void InstrumentTest::a_cancellation_names_who_asked_for_it() {
  RecordingInstrument instrument;
  Run test(&instrument);
  ObjectId main = 0;
  ObjectId victim = 0;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<int> task = create_task(loop, after(loop, 1h, 1));
    main = loop.current_task()->id();
    victim = task->id();
    task->cancel(Value(std::int64_t{7}));
    co_await yield_once();
    task->cancel();
  });
  COMPARE_TEXT(join(instrument.lines_of("cancel_requested"), "; "),
               "cancel_requested " + std::to_string(victim) + " " + std::to_string(main) + " 2 '7'; cancel_requested " +
                   std::to_string(victim) + " " + std::to_string(main) + " 0 ''");
}

void InstrumentTest::a_step_that_throws_says_so() {
  RecordingInstrument instrument;
  Run test(&instrument);
  ObjectId victim = 0;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<int> task = create_task(loop, after(loop, 1h, 1));
    victim = task->id();
    co_await yield_once();
    task->cancel();
    co_await yield_once();
  });
  std::vector<std::string> throws;
  for (const std::string& line : instrument.lines_of("step_begins " + std::to_string(victim) + " ")) {
    throws.push_back(line.substr(line.size() - 1));
  }
  COMPARE_TEXT(join(throws), "0 1");
}

QTEST_APPLESS_MAIN(InstrumentTest)
#include "instrument_test.moc"
