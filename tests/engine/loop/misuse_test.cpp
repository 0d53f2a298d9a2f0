// What C++ code can do wrong with the loop: each mistake is an exception that says so, or an assertion.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "loop/runner.h"
#include "loop/sleep.h"
#include "loop/task.h"
#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;

class MisuseTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void awaiting_a_coroutine_twice_is_an_error();
  void a_coroutine_that_has_ended_cannot_be_run_again();
  void awaiting_what_a_task_runs_is_an_error();
  void running_a_loop_inside_a_loop_is_an_error();
  void waiting_in_a_coroutine_for_its_own_end_is_an_error();
  void dropping_the_loop_of_a_pending_task_reports_the_task();
  void a_task_outlives_its_loop_and_can_be_asked();
  void what_outlives_the_runtime_can_be_let_go();
  void using_a_loop_after_its_runtime_ends_the_program();
};

namespace {

Coroutine<int> forty_two() {
  co_await yield_once();
  co_return 42;
}

/// What is thrown by the body, "" for nothing.
template <class Body>
Coroutine<std::string> error_of(Body body) {
  try {
    co_await body();
  } catch (const Raised& raised) {
    co_return summary_of(raised.exception());
  }
  co_return std::string();
}

/// Whether a process that does that is aborted.
template <class Body>
bool aborts(Body body) {
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGABRT, SIG_DFL);
    static_cast<void>(std::freopen("/dev/null", "w", stderr));
    body();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

}  // namespace

void MisuseTest::awaiting_a_coroutine_twice_is_an_error() {
  Run r;
  run(r.runtime, [](EventLoop&) -> Coroutine<void> {
    Coroutine<int> once = forty_two();
    CO_COMPARE(co_await std::move(once), 42);
    const std::string error = co_await error_of([&]() -> Coroutine<void> {
      co_await std::move(once);  // NOLINT(bugprone-use-after-move): that is the test
    });
    CO_COMPARE_TEXT(error, "RuntimeError: cannot reuse already awaited coroutine");
  });
}

void MisuseTest::a_coroutine_that_has_ended_cannot_be_run_again() {
  Run r;
  run(r.runtime, [](EventLoop& loop) -> Coroutine<void> {
    const Ref<CoroutineObject> shared = forty_two().object();
    const Value first = loop.create_task(shared).value_or_throw();
    CO_COMPARE((co_await Ref<Future>(first.as<Future>())).as_int(), std::int64_t{42});
    const std::string error = co_await error_of(
        [&]() -> Coroutine<void> { co_await Ref<Future>(loop.create_task(shared).value_or_throw().as<Future>()); });
    CO_COMPARE_TEXT(error, "RuntimeError: cannot reuse already awaited coroutine");
  });
}

void MisuseTest::awaiting_what_a_task_runs_is_an_error() {
  Run r;
  run(r.runtime, [](EventLoop& loop) -> Coroutine<void> {
    Ref<CoroutineObject> self;
    std::string error;
    self = [](Ref<CoroutineObject>& me, std::string& caught) -> Coroutine<void> {
      caught = co_await error_of([&]() -> Coroutine<void> { co_await me; });
    }(self, error)
                                                                    .object();
    co_await Ref<Future>(loop.create_task(self).value_or_throw().as<Future>());
    CO_COMPARE_TEXT(error, "ValueError: coroutine already executing");
    self = nullptr;
  });
}

void MisuseTest::running_a_loop_inside_a_loop_is_an_error() {
  Run r;
  run(r.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    CO_COMPARE_TEXT(summary_of(loop.run_forever()), "RuntimeError: This event loop is already running");
    const std::string error = co_await error_of([&]() -> Coroutine<void> {
      run(r.runtime, [](EventLoop&) { return forty_two(); });
      co_return;
    });
    CO_COMPARE_TEXT(error, "RuntimeError: Runner.run() cannot be called from a running event loop");
    CO_COMPARE_TEXT(summary_of(loop.close()), "RuntimeError: Cannot close a running event loop");
  });
}

void MisuseTest::waiting_in_a_coroutine_for_its_own_end_is_an_error() {
  Run r;
  run(r.runtime, [](EventLoop& loop) -> Coroutine<void> {
    Ref<Task> self;
    TaskOf<void> task = create_task(loop, [](Ref<Task>& me) -> Coroutine<void> { co_await Ref<Future>(me); }(self));
    self = task.task();
    const std::string error = co_await error_of([&]() -> Coroutine<void> { co_await task; });
    CO_VERIFY(error.starts_with("RuntimeError: Task cannot await on itself: "));
    self = nullptr;
  });
}

void MisuseTest::dropping_the_loop_of_a_pending_task_reports_the_task() {
  Run r;
  {
    const Ref<EventLoop> loop = EventLoop::create(r.runtime);
    create_task(*loop, forty_two());
  }
  Memory::current().collect_cycles();  // the loop's queue holds the task, the task its loop
  COMPARE_TEXT(join(r.host.reports), "Task was destroyed but it is pending!");
}

void MisuseTest::a_task_outlives_its_loop_and_can_be_asked() {
  Run r;
  Ref<Task> task;
  {
    const Ref<EventLoop> loop = EventLoop::create(r.runtime);
    task = create_task(*loop, forty_two()).task();
    task->set_logs_destroy_pending(false);
    static_cast<void>(loop->close());
  }
  QVERIFY(!task->is_done());
  COMPARE_TEXT(text_of(task->result()), "InvalidStateError: Result is not set.");
  QVERIFY(task->loop().is_closed());
}

void MisuseTest::what_outlives_the_runtime_can_be_let_go() {
  Ref<Task> task;
  Ref<EventLoop> loop;
  KeepingHost host;
  {
    Runtime runtime(&host);
    loop = EventLoop::create(runtime);
    task = create_task(*loop, forty_two()).task();
  }
  QVERIFY(loop->is_closed());
  loop = nullptr;
  task = nullptr;
  Memory::current().collect_cycles();
  QVERIFY(host.reports.empty());
}

void MisuseTest::using_a_loop_after_its_runtime_ends_the_program() {
  Ref<EventLoop> loop;
  {
    Runtime runtime;
    loop = EventLoop::create(runtime);
  }
  QVERIFY(aborts([&] { static_cast<void>(loop->time()); }));
  QVERIFY(aborts([&] { static_cast<void>(loop->run_forever()); }));
  QVERIFY(aborts([&] { create_task(*loop, forty_two()); }));
  QVERIFY(!aborts([&] { loop = nullptr; }));
}

QTEST_APPLESS_MAIN(MisuseTest)
#include "misuse_test.moc"
