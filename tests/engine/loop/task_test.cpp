// Tasks: their steps, cancellation in every state, mistakes of their coroutines, names, and what is said at their end.
#include "loop/task.h"

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

class TaskTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_task_runs_in_the_turn_after_it_was_made();
  void a_task_ends_with_what_its_coroutine_returns_or_raises();
  void the_waiter_of_a_task_is_what_it_awaits();
  void the_current_task_is_the_one_whose_step_runs();
  void a_task_cancelled_before_its_first_step_never_enters_its_body();
  void a_task_cancelled_while_it_sleeps_wakes_in_the_next_turn();
  void a_task_cancelled_while_it_yields_hears_of_it_at_its_next_step();
  void a_task_cancelled_when_woken_but_not_yet_run_hears_of_it_instead_of_the_result();
  void cancelling_a_task_that_awaits_another_cancels_the_inner_one();
  void cancelling_a_done_task_is_too_late();
  void cancelling_twice_before_the_step_raises_once();
  void a_second_cancellation_after_the_first_was_caught_raises_again();
  void a_task_may_refuse_to_be_cancelled();
  void a_task_that_cancels_itself_hears_of_it_at_its_next_await();
  void a_task_that_cancels_itself_in_its_last_step_is_cancelled();
  void what_a_cancelled_task_raises_instead_wins();
  void uncancel_takes_requests_back();
  void the_message_of_a_cancellation_comes_through();
  void whoever_awaits_a_cancelled_task_gets_its_very_error_once();
  void awaiting_oneself_is_an_error();
  void awaiting_a_future_of_another_loop_is_an_error();
  void a_bare_yield_of_a_future_is_an_error();
  void yielding_anything_else_is_an_error();
  void a_mistake_of_the_coroutine_can_be_caught();
  void names_are_numbered_unless_given();
  void a_name_can_be_changed();
  void tasks_alive_are_listed_in_order_of_creation();
  void a_task_destroyed_while_pending_is_reported();
  void the_report_of_a_pending_task_can_be_switched_off();
  void an_exception_nobody_asked_for_is_reported_in_the_next_callback();
  void an_exit_ends_the_task_and_leaves_the_loop();
  void a_finished_task_lets_go_of_nothing_it_is_asked_for();
  void a_long_chain_of_pending_tasks_dies_without_deep_recursion();
  void the_instrument_hears_of_every_step();
};

namespace {

Coroutine<int> returning(int value) { co_return value; }

Coroutine<int> failing(Ref<Exception> error) {
  error->rethrow();
  co_return 0;
}

Coroutine<void> napping(EventLoop& loop, Duration delay, Log& log, std::string name) {
  log(name + ":begin");
  try {
    co_await sleep(loop, delay);
    log(name + ":slept");
  } catch (const Raised& raised) {
    log(name + ":" + raised.exception()->summary());
    throw;
  }
}

Coroutine<void> yielding(Log& log, std::string name) {
  try {
    for (;;) {
      log(name);
      co_await yield_once();
    }
  } catch (const Raised& raised) {
    log(name + ":" + raised.exception()->summary());
    throw;
  }
}

Coroutine<void> awaiting(Held<Future> future, Log& log, std::string name) {
  log(name + ":begin");
  try {
    const Value value = co_await future.ref();
    log(name + ":" + Host().repr(value));
  } catch (const Raised& raised) {
    log(name + ":" + raised.exception()->summary());
    throw;
  }
}

/// Waits until it is done, whatever it ends with.
Coroutine<void> settle(Ref<Future> future) {
  while (!future->is_done()) co_await yield_once();
}
Coroutine<void> turns(int count) {
  for (int i = 0; i < count; ++i) co_await yield_once();
}

/// What a body does in a loop of its own; the test's run, loop and log at hand.
struct Program {
  explicit Program(Instrument* instrument = nullptr) : run(instrument) {}
  Run run;
  Log log;
  template <class Body>
  void operator()(Body body) {
    loopline::loop::run(run.runtime, [&](EventLoop& loop) -> Coroutine<void> { co_await body(loop); });
  }
};

/// Yields whatever it is told to, once.
class Yielding final : public CoroutineObject {
 public:
  explicit Yielding(Value value, bool catches = false) : m_value(std::move(value)), m_catches(catches) {}
  StepKind step(Value& out) override {
    out = std::move(m_value);
    return StepKind::yielded;
  }
  StepKind send(Value, Value& out) override { return step(out); }
  StepKind raise(Ref<Exception> exception, Value& out) override {
    if (m_catches) {
      out = Value(std::int64_t{1});
      return StepKind::returned;
    }
    out = std::move(exception);
    return StepKind::raised;
  }
  Ref<Exception> close() override { return nullptr; }
  std::string name() const override { return "yielding"; }
  void visit(Visitor&) const override {}
  void drop_references() noexcept override {}

 private:
  Value m_value;
  bool m_catches;
};

}  // namespace

void TaskTest::a_task_runs_in_the_turn_after_it_was_made() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<void> task = create_task(loop, napping(loop, 1s, p.log, "t"));
    p.log("made");
    co_await yield_once();
    p.log("next");
    co_await task;
  });
  COMPARE_TEXT(p.log.text(), "made t:begin next t:slept");
}

void TaskTest::a_task_ends_with_what_its_coroutine_returns_or_raises() {
  Program p;
  const Ref<Exception> error = native_error(Kind::value_error, "x");
  p([&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<int> good = create_task(loop, returning(5));
    TaskOf<int> bad = create_task(loop, failing(error));
    const int got = co_await good;
    CO_COMPARE(got, 5);
    co_await settle(bad.task());
    CO_VERIFY(bad->exception().value().is_identical(Value(error)));
    CO_VERIFY(!bad->is_cancelled());
  });
}

void TaskTest::the_waiter_of_a_task_is_what_it_awaits() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Future> future = loop.create_future();
    TaskOf<void> task = create_task(loop, awaiting(Held<Future>(future), p.log, "t"));
    CO_COMPARE(task->fut_waiter(), nullptr);
    co_await yield_once();
    CO_COMPARE(task->fut_waiter(), future.get());
    future->complete_with_none();
    co_await task;
    CO_COMPARE(task->fut_waiter(), nullptr);
  });
}

void TaskTest::the_current_task_is_the_one_whose_step_runs() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    Task* const main = loop.current_task();
    CO_VERIFY(main != nullptr);
    Task* seen = main;
    const auto child = [&]() -> Coroutine<void> {
      seen = loop.current_task();
      co_return;
    };
    TaskOf<void> task = create_task(loop, child());
    Task* in_callback = main;
    loop.call_soon([&] { in_callback = loop.current_task(); });
    co_await task;
    CO_COMPARE(seen, task.task().get());
    CO_COMPARE(in_callback, nullptr);
    CO_COMPARE(loop.current_task(), main);
  });
}

void TaskTest::a_task_cancelled_before_its_first_step_never_enters_its_body() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<void> task = create_task(loop, napping(loop, 1s, p.log, "t"));
    CO_VERIFY(task->cancel());
    CO_VERIFY(task->must_cancel() && !task->is_done());
    co_await settle(task.task());
    CO_VERIFY(task->is_cancelled());
  });
  COMPARE_TEXT(p.log.text(), "");
}

void TaskTest::a_task_cancelled_while_it_sleeps_wakes_in_the_next_turn() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<void> task = create_task(loop, napping(loop, 1h, p.log, "t"));
    co_await yield_once();
    CO_VERIFY(task->cancel());
    p.log("cancelled");
    co_await yield_once();
    CO_VERIFY(task->is_cancelled());
  });
  COMPARE_TEXT(p.log.text(), "t:begin cancelled t:CancelledError");
  QCOMPARE(p.run.runtime.now(), Time(0));
}

void TaskTest::a_task_cancelled_while_it_yields_hears_of_it_at_its_next_step() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<void> task = create_task(loop, yielding(p.log, "t"));
    co_await turns(2);
    task->cancel();
    co_await settle(task.task());
  });
  COMPARE_TEXT(p.log.text(), "t t t:CancelledError");
}

void TaskTest::a_task_cancelled_when_woken_but_not_yet_run_hears_of_it_instead_of_the_result() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Future> future = loop.create_future();
    TaskOf<void> task = create_task(loop, awaiting(Held<Future>(future), p.log, "t"));
    co_await yield_once();
    future->complete_with_none();
    CO_VERIFY(task->cancel());
    co_await settle(task.task());
    CO_VERIFY(future->ended_well());
  });
  COMPARE_TEXT(p.log.text(), "t:begin t:CancelledError");
}

void TaskTest::cancelling_a_task_that_awaits_another_cancels_the_inner_one() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<void> inner = create_task(loop, napping(loop, 1h, p.log, "inner"));
    TaskOf<void> outer = create_task(loop, awaiting(Held<Future>(inner.task()), p.log, "outer"));
    co_await yield_once();
    CO_VERIFY(outer->cancel());
    CO_VERIFY(!outer->must_cancel());
    CO_COMPARE(inner->cancelling(), 1);
    co_await settle(outer.task());
    CO_VERIFY(inner->is_cancelled() && outer->is_cancelled());
  });
  COMPARE_TEXT(p.log.text(), "inner:begin outer:begin inner:CancelledError outer:CancelledError");
}

void TaskTest::cancelling_a_done_task_is_too_late() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<int> task = create_task(loop, returning(1));
    co_await task;
    CO_VERIFY(!task->cancel());
    CO_COMPARE(task->cancelling(), 0);
  });
}

void TaskTest::cancelling_twice_before_the_step_raises_once() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const auto stubborn = [&]() -> Coroutine<void> {
      for (int i = 0; i < 3; ++i) {
        try {
          co_await sleep(loop, 1s);
          p.log("slept");
        } catch (const Raised&) {
          p.log("cancelled");
        }
      }
    };
    TaskOf<void> task = create_task(loop, stubborn());
    co_await yield_once();
    task->cancel();
    task->cancel();
    CO_COMPARE(task->cancelling(), 2);
    co_await task;
    CO_COMPARE(task->cancelling(), 2);
  });
  COMPARE_TEXT(p.log.text(), "cancelled slept slept");
}

void TaskTest::a_second_cancellation_after_the_first_was_caught_raises_again() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const auto twice = [&]() -> Coroutine<void> {
      try {
        co_await sleep(loop, 1h);
      } catch (const Raised&) {
        p.log("first");
      }
      co_await sleep(loop, 1h);
    };
    TaskOf<void> task = create_task(loop, twice());
    co_await yield_once();
    task->cancel();
    co_await yield_once();
    CO_VERIFY(!task->is_done());
    task->cancel();
    co_await yield_once();
    CO_VERIFY(task->is_cancelled());
  });
  COMPARE_TEXT(p.log.text(), "first");
}

void TaskTest::a_task_may_refuse_to_be_cancelled() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const auto stubborn = [&]() -> Coroutine<int> {
      try {
        co_await sleep(loop, 1h);
      } catch (const Raised&) {
      }
      co_return 7;
    };
    TaskOf<int> task = create_task(loop, stubborn());
    co_await yield_once();
    task->cancel();
    const int got = co_await task;
    CO_COMPARE(got, 7);
    CO_VERIFY(!task->is_cancelled());
  });
}

void TaskTest::a_task_that_cancels_itself_hears_of_it_at_its_next_await() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const auto suicidal = [&](bool sleeps) -> Coroutine<void> {
      loop.current_task()->cancel();
      p.log("goes on");
      if (sleeps) {
        co_await sleep(loop, 1h);
      } else {
        co_await yield_once();
      }
      p.log("never");
    };
    TaskOf<void> sleeper = create_task(loop, suicidal(true));
    TaskOf<void> yielder = create_task(loop, suicidal(false));
    co_await settle(sleeper.task());
    co_await settle(yielder.task());
    CO_VERIFY(sleeper->is_cancelled() && yielder->is_cancelled());
  });
  COMPARE_TEXT(p.log.text(), "goes on goes on");
  QCOMPARE(p.run.runtime.now(), Time(0));
}

void TaskTest::a_task_that_cancels_itself_in_its_last_step_is_cancelled() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const auto suicidal = [&]() -> Coroutine<int> {
      loop.current_task()->cancel(Value(std::int64_t{3}));
      co_return 5;
    };
    TaskOf<int> task = create_task(loop, suicidal());
    co_await settle(task.task());
    CO_VERIFY(task->is_cancelled());
    CO_COMPARE_TEXT(text_of(task->result()), "CancelledError: 3");
  });
}

void TaskTest::what_a_cancelled_task_raises_instead_wins() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const auto grumpy = [&]() -> Coroutine<void> {
      try {
        co_await sleep(loop, 1h);
      } catch (const Raised&) {
        native_error(Kind::value_error, "grumpy")->rethrow();
      }
    };
    TaskOf<void> task = create_task(loop, grumpy());
    co_await yield_once();
    task->cancel();
    co_await settle(task.task());
    CO_VERIFY(!task->is_cancelled());
    CO_COMPARE_TEXT(text_of(task->result()), "ValueError: grumpy");
  });
}

void TaskTest::uncancel_takes_requests_back() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<void> task = create_task(loop, napping(loop, 1h, p.log, "t"));
    task->cancel();
    task->cancel();
    CO_COMPARE(task->uncancel(), 1);
    CO_COMPARE(task->uncancel(), 0);
    CO_COMPARE(task->uncancel(), 0);
    CO_VERIFY(task->must_cancel());  // in 3.11 the request itself stands
    co_await settle(task.task());
    CO_VERIFY(task->is_cancelled());
  });
}

void TaskTest::the_message_of_a_cancellation_comes_through() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<void> sleeping = create_task(loop, napping(loop, 1h, p.log, "sleeping"));
    TaskOf<void> outer = create_task(loop, awaiting(Held<Future>(sleeping.task()), p.log, "outer"));
    TaskOf<void> ready = create_task(loop, yielding(p.log, "ready"));
    co_await yield_once();
    outer->cancel(Value(std::int64_t{1}));
    ready->cancel(Value(std::int64_t{2}));
    co_await settle(outer.task());
  });
  COMPARE_TEXT(p.log.text(),
               "sleeping:begin outer:begin ready ready:CancelledError: 2 sleeping:CancelledError: 1 "
               "outer:CancelledError: 1");
}

void TaskTest::whoever_awaits_a_cancelled_task_gets_its_very_error_once() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Exception> own = native_error(Kind::cancelled_error, "own");
    TaskOf<int> task = create_task(loop, failing(own));
    co_await settle(task.task());
    CO_VERIFY(task->is_cancelled());
    CO_VERIFY(task->result().error() == own);
    CO_COMPARE_TEXT(text_of(task->result()), "CancelledError");  // from then on a new one, without the message
  });
}

void TaskTest::awaiting_oneself_is_an_error() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const auto narcissist = [&]() -> Coroutine<void> { co_await Ref<Future>(loop.current_task()); };
    TaskOf<void> task = create_task(loop, narcissist(), "N");
    co_await settle(task.task());
    CO_COMPARE_TEXT(text_of(task->result()), "RuntimeError: Task cannot await on itself: <Task N>");
  });
}

void TaskTest::awaiting_a_future_of_another_loop_is_an_error() {
  Program p;
  const Ref<EventLoop> other = EventLoop::create(p.run.runtime);
  p([&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<void> task = create_task(loop, awaiting(Held<Future>(other->create_future()), p.log, "t"), "T");
    co_await settle(task.task());
    CO_COMPARE_TEXT(text_of(task->result()),
                    "RuntimeError: Task <Task T> got Future <Future> attached to a different loop");
  });
}

void TaskTest::a_bare_yield_of_a_future_is_an_error() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<CoroutineObject> coroutine = make<Yielding>(Value(loop.create_future()));
    const Value task = loop.create_task(coroutine, "T").value_or_throw();
    co_await settle(Ref<Future>(task.as<Future>()));
    CO_COMPARE_TEXT(text_of(task.as<Task>()->result()),
                    "RuntimeError: yield was used instead of yield from in task <Task T> with <Future>");
  });
}

void TaskTest::yielding_anything_else_is_an_error() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Value task = loop.create_task(make<Yielding>(Value(std::int64_t{5}))).value_or_throw();
    co_await settle(Ref<Future>(task.as<Future>()));
    CO_COMPARE_TEXT(text_of(task.as<Task>()->result()), "RuntimeError: Task got bad yield: 5");
  });
}

void TaskTest::a_mistake_of_the_coroutine_can_be_caught() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const std::uint64_t before = p.run.runtime.turns();
    const Value task = loop.create_task(make<Yielding>(Value(std::int64_t{5}), true)).value_or_throw();
    co_await settle(Ref<Future>(task.as<Future>()));
    CO_COMPARE_TEXT(text_of(task.as<Task>()->result()), "1");
    CO_COMPARE(p.run.runtime.turns() - before, std::uint64_t{2});  // the error is raised one turn later
  });
}

void TaskTest::names_are_numbered_unless_given() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    CO_COMPARE_TEXT(loop.current_task()->name(), "Task-1");
    TaskOf<int> second = create_task(loop, returning(0));
    TaskOf<int> named = create_task(loop, returning(0), "named");
    TaskOf<int> third = create_task(loop, returning(0));
    CO_COMPARE_TEXT(second->name() + " " + named->name() + " " + third->name(), "Task-2 named Task-3");
    co_await third;
  });
}

void TaskTest::a_name_can_be_changed() {
  RecordingInstrument instrument;
  Program p(&instrument);
  p([&](EventLoop& loop) -> Coroutine<void> {
    loop.current_task()->set_name("main");
    CO_COMPARE_TEXT(loop.current_task()->name(), "main");
    co_return;
  });
  QCOMPARE(instrument.lines_of("task_renamed").size(), std::size_t{1});
}

void TaskTest::tasks_alive_are_listed_in_order_of_creation() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    std::vector<TaskOf<void>> tasks;
    for (const char* name : {"a", "b", "c"}) tasks.push_back(create_task(loop, napping(loop, 1h, p.log, name), name));
    tasks.erase(tasks.begin() + 1);  // still scheduled, so alive
    std::string names;
    for (const Ref<Task>& task : all_tasks(loop)) names += task->name() + " ";
    CO_COMPARE_TEXT(names, "Task-1 a b c ");
    co_await yield_once();
    tasks[0]->cancel();
    co_await yield_once();
    names.clear();
    for (const Ref<Task>& task : all_tasks(loop)) names += task->name() + " ";
    CO_COMPARE_TEXT(names, "Task-1 b c ");  // b waits for its timer, which holds it
  });
}

void TaskTest::a_task_destroyed_while_pending_is_reported() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    create_task(loop, awaiting(Held<Future>(loop.create_future()), p.log, "lost"));
    co_await turns(2);
    // Only the future holds the task, and only the task's coroutine the future: a cycle.
    CO_VERIFY(p.run.host.reports.empty());
    Memory::current().collect_cycles();
  });
  COMPARE_TEXT(join(p.run.host.reports), "Task was destroyed but it is pending!");
  COMPARE_TEXT(p.log.text(), "lost:begin lost:GeneratorExit");
}

void TaskTest::the_report_of_a_pending_task_can_be_switched_off() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    {
      TaskOf<void> task = create_task(loop, awaiting(Held<Future>(loop.create_future()), p.log, "lost"));
      CO_VERIFY(task->logs_destroy_pending());
      task->set_logs_destroy_pending(false);
    }
    co_await turns(2);
    Memory::current().collect_cycles();
  });
  QVERIFY(p.run.host.reports.empty());
}

void TaskTest::an_exception_nobody_asked_for_is_reported_in_the_next_callback() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    create_task(loop, failing(native_error(Kind::value_error, "x")));
    loop.call_soon([&] { p.log(std::to_string(p.run.host.reports.size())); });
    co_await yield_once();
  });
  COMPARE_TEXT(join(p.run.host.reports), "Task exception was never retrieved | ValueError: x");
  COMPARE_TEXT(p.log.text(), "1");
}

void TaskTest::an_exit_ends_the_task_and_leaves_the_loop() {
  Run test;
  Log log;
  const Ref<EventLoop> loop = EventLoop::create(test.runtime);
  const Ref<Exception> exit = native_error(Kind::system_exit, "3");
  TaskOf<int> task = create_task(*loop, failing(exit));
  loop->call_soon([&] { log("behind"); });
  QVERIFY(loop->run_forever() == exit);
  COMPARE_TEXT(log.text(), "");  // what was ready stays for the next run
  QVERIFY(task->is_done());
  QVERIFY(task->exception().value().is_identical(Value(exit)));
  loop->stop();
  QVERIFY(!loop->run_forever());
  COMPARE_TEXT(log.text(), "behind");
}

void TaskTest::a_finished_task_lets_go_of_nothing_it_is_asked_for() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<int> task = create_task(loop, returning(1).named("returning", p.run.runtime));
    co_await task;
    CO_COMPARE_TEXT(task->coroutine()->name(), "returning");
    CO_COMPARE_TEXT(task->name(), "Task-2");
  });
}

void TaskTest::a_long_chain_of_pending_tasks_dies_without_deep_recursion() {
  Memory memory;
  const MemoryScope scope(memory);
  {
    Run test;
    const Ref<EventLoop> loop = EventLoop::create(test.runtime);
    Log log;
    // Each awaits the one before it: dropping the last drops them all.
    Ref<Future> last = loop->create_future();
    for (int i = 0; i < 100'000; ++i) {
      Value task = loop->create_task(awaiting(Held<Future>(last), log, "").object()).value_or_throw();
      task.as<Task>()->set_logs_destroy_pending(false);
      last = Ref<Future>(task.as<Task>());
    }
    QVERIFY(!loop->close());
  }
  QCOMPARE(memory.live_bytes(), std::size_t{0});
}

void TaskTest::the_instrument_hears_of_every_step() {
  RecordingInstrument instrument;
  Program p(&instrument);
  p([&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<void> task = create_task(loop, napping(loop, 1ms, p.log, "t").named("napping", p.run.runtime), "T");
    co_await task;
  });
  const std::vector<std::string> created = instrument.lines_of("task_created");
  QVERIFY(created.size() >= 2);
  QVERIFY(created[1].find("'T' 'napping'") != std::string::npos);
  const std::size_t begins = instrument.lines_of("step_begins").size();
  const std::size_t ends = instrument.lines_of("step_yields").size() + instrument.lines_of("step_awaits").size() +
                           instrument.lines_of("task_ends").size();
  QCOMPARE(begins, ends);
}

QTEST_APPLESS_MAIN(TaskTest)
#include "task_test.moc"
