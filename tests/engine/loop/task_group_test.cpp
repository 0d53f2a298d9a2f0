// asyncio.TaskGroup.
#include "loop/task_group.h"

#include "loop/runner.h"
#include "loop/sleep.h"
#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;
using Kind = ExceptionKind;

class TaskGroupTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void leaving_waits_for_all_tasks();
  void a_task_may_add_others_while_the_group_ends();
  void the_first_failure_cancels_the_others_and_the_body();
  void all_errors_leave_as_one_group_in_the_order_of_their_ends();
  void cancelled_tasks_are_no_errors();
  void an_error_of_the_body_cancels_the_tasks_and_joins_the_group();
  void cancelling_the_parent_cancels_the_tasks();
  void an_error_while_the_parent_is_cancelled_wins();
  void an_exit_of_a_task_leaves_as_it_is();
  void the_parent_can_be_awaited_again_after_a_failure();
  void a_failure_after_the_parent_ended_is_reported();
  void names_are_set_after_a_number_was_taken();
  void misuse_is_told_in_cpythons_words();
};

namespace {

using Children = std::vector<Ref<CoroutineObject>>;

Coroutine<int> after(EventLoop& loop, Duration delay, int value, Log& log) {
  try {
    co_await sleep(loop, delay);
  } catch (const Raised& raised) {
    log(std::to_string(value) + ":" + raised.exception()->summary());
    throw;
  }
  log(std::to_string(value));
  co_return value;
}
Coroutine<int> failing(EventLoop& loop, Duration delay, Ref<Exception> error) {
  co_await sleep(loop, delay);
  error->rethrow();
  co_return 0;
}
Coroutine<int> stubborn(EventLoop& loop, Duration extra, Ref<Exception> error) {
  try {
    co_await sleep(loop, 1h);
  } catch (const Raised&) {
  }
  co_await sleep(loop, extra);
  error->rethrow();
  co_return 0;
}

template <class... Coroutines>
Children list(Coroutines... coroutines) {
  Children objects;
  (objects.push_back(std::move(coroutines).object()), ...);
  return objects;
}

/// `async with TaskGroup() as group:` around tasks and a body that sleeps, as a text: "2s: ExceptionGroup: …".
Coroutine<std::string> in_group(EventLoop& loop, Children children, Duration body) {
  auto group = co_await hold(make<TaskGroup>(loop.runtime()));
  if (Ref<Exception> error = group->enter()) error->rethrow();
  for (const Ref<CoroutineObject>& child : children) group->create_task(child).value_or_throw();
  Ref<Exception> left_with;
  try {
    co_await sleep(loop, body);
  } catch (const Raised& raised) {
    left_with = raised.exception();
  }
  std::string text = "ok";
  try {
    co_await TaskGroup::exit(Held<TaskGroup>(group.ref()), left_with);
    if (left_with) text = left_with->repr();
  } catch (const Raised& raised) {
    text = raised.exception()->repr();
  }
  co_return std::to_string(loop.time() / 1s) + "s: " + text;
}

Ref<Exception> value_error(const char* text) { return native_error(Kind::value_error, text); }

template <class Body>
std::string run_text(Run& test, Body body) {
  return loopline::loop::run(test.runtime,
                             [&](EventLoop& loop) -> Coroutine<std::string> { co_return co_await body(loop); });
}

}  // namespace

void TaskGroupTest::leaving_waits_for_all_tasks() {
  Run test;
  Log log;
  const std::string text = run_text(test, [&](EventLoop& loop) {
    return in_group(loop, list(after(loop, 2s, 2, log), after(loop, 1s, 1, log)), 0s);
  });
  COMPARE_TEXT(text, "2s: ok");
  COMPARE_TEXT(log.text(), "1 2");
}

void TaskGroupTest::a_task_may_add_others_while_the_group_ends() {
  Run test;
  Log log;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const Ref<TaskGroup> group = make<TaskGroup>(test.runtime);
    CO_VERIFY(!group->enter());
    const auto adding = [&]() -> Coroutine<void> {
      co_await sleep(loop, 1s);
      group->create_task(after(loop, 2s, 3, log).object()).value_or_throw();
    };
    group->create_task(adding().object()).value_or_throw();
    co_await TaskGroup::exit(Held<TaskGroup>(group), nullptr);
    CO_COMPARE(loop.time() / 1s, 3);
    CO_COMPARE_TEXT(text_of(group->create_task(adding().object())),
                    "RuntimeError: TaskGroup <TaskGroup entered> is finished");
  });
  COMPARE_TEXT(log.text(), "3");
}

void TaskGroupTest::the_first_failure_cancels_the_others_and_the_body() {
  Run test;
  Log log;
  const std::string text = run_text(test, [&](EventLoop& loop) {
    return in_group(loop, list(after(loop, 9s, 1, log), failing(loop, 1s, value_error("x")), after(loop, 9s, 2, log)),
                    60s);
  });
  COMPARE_TEXT(text, "1s: ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('x')])");
  COMPARE_TEXT(log.text(), "1:CancelledError 2:CancelledError");
}

void TaskGroupTest::all_errors_leave_as_one_group_in_the_order_of_their_ends() {
  Run test;
  const std::string text = run_text(test, [&](EventLoop& loop) {
    return in_group(loop,
                    list(stubborn(loop, 3s, value_error("3")), stubborn(loop, 2s, value_error("2")),
                         failing(loop, 1s, value_error("1"))),
                    0s);
  });
  COMPARE_TEXT(text,
               "4s: ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('1'), ValueError('2'), "
               "ValueError('3')])");
}

void TaskGroupTest::cancelled_tasks_are_no_errors() {
  Run test;
  const std::string text = run_text(test, [&](EventLoop& loop) {
    return in_group(loop, list(failing(loop, 1s, native_error(Kind::cancelled_error))), 0s);
  });
  COMPARE_TEXT(text, "1s: ok");
}

void TaskGroupTest::an_error_of_the_body_cancels_the_tasks_and_joins_the_group() {
  Run test;
  Log log;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const Ref<TaskGroup> group = make<TaskGroup>(test.runtime);
    CO_VERIFY(!group->enter());
    group->create_task(after(loop, 9s, 1, log).object()).value_or_throw();
    group->create_task(stubborn(loop, 1s, value_error("task")).object()).value_or_throw();
    co_await yield_once();
    Ref<Exception> left;
    try {
      co_await TaskGroup::exit(Held<TaskGroup>(group), value_error("body"));
    } catch (const Raised& raised) {
      left = raised.exception();
    }
    CO_COMPARE_TEXT(left->repr(),
                    "ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('task'), ValueError('body')])");
    CO_VERIFY(left->suppresses_context());
  });
  COMPARE_TEXT(log.text(), "1:CancelledError");
}

void TaskGroupTest::cancelling_the_parent_cancels_the_tasks() {
  Run test;
  Log log;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const auto parent = [&](Duration body) -> Coroutine<std::string> {
      return in_group(loop, list(after(loop, 9s, 1, log)), body);
    };
    for (const Duration body : {Duration(60s), Duration(0s)}) {  // in its body, and while it waits for its tasks
      TaskOf<std::string> task = create_task(loop, parent(body));
      co_await sleep(loop, 1s);
      task->cancel();
      const std::string ended = co_await task;
      CO_VERIFY(ended.ends_with("CancelledError()"));
      CO_COMPARE(task->cancelling(), 1);
    }
  });
  COMPARE_TEXT(log.text(), "1:CancelledError 1:CancelledError");
}

void TaskGroupTest::an_error_while_the_parent_is_cancelled_wins() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<std::string> task = create_task(loop, in_group(loop, list(stubborn(loop, 1s, value_error("x"))), 60s));
    co_await sleep(loop, 1s);
    task->cancel();
    const std::string ended = co_await task;
    CO_COMPARE_TEXT(ended, "2s: ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('x')])");
  });
}

void TaskGroupTest::an_exit_of_a_task_leaves_as_it_is() {
  Run test;
  const Ref<EventLoop> loop = EventLoop::create(test.runtime);
  const Ref<Exception> exit = native_error(Kind::system_exit, "3");
  const Value main = loop->create_task(in_group(*loop, list(failing(*loop, 1s, exit)), 60s).object()).value_or_throw();
  QVERIFY(loop->run_until_complete(main).error() == exit);
  const std::string ended = from_value<std::string>(loop->run_until_complete(main).value_or_throw());
  COMPARE_TEXT(ended, "1s: SystemExit('3')");
}

void TaskGroupTest::the_parent_can_be_awaited_again_after_a_failure() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const std::string first = co_await in_group(loop, list(failing(loop, 1s, value_error("x"))), 60s);
    CO_VERIFY(first.starts_with("1s: ExceptionGroup"));
    CO_COMPARE(loop.current_task()->cancelling(), 0);
    co_await sleep(loop, 1s);
    CO_COMPARE(loop.time() / 1s, 2);
  });
}

void TaskGroupTest::a_failure_after_the_parent_ended_is_reported() {
  Run test;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const auto parent = [&]() -> Coroutine<void> {
      const Ref<TaskGroup> group = make<TaskGroup>(test.runtime);
      CO_VERIFY(!group->enter());
      group->create_task(failing(loop, 1s, value_error("x")).object()).value_or_throw();
      // Never left.
    };
    co_await create_task(loop, parent(), "P");
    co_await sleep(loop, 2s);
  });
  COMPARE_TEXT(join(test.host.reports),
               "Task <Task Task-2> has errored out but its parent task <Task P> is already completed | ValueError: x");
}

void TaskGroupTest::names_are_set_after_a_number_was_taken() {
  Run test;
  Log log;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const Ref<TaskGroup> group = make<TaskGroup>(test.runtime);
    CO_VERIFY(!group->enter());
    const Value named = group->create_task(after(loop, 1s, 1, log).object(), "named").value_or_throw();
    const Value numbered = group->create_task(after(loop, 1s, 1, log).object()).value_or_throw();
    CO_COMPARE_TEXT(named.as<Task>()->name() + " " + numbered.as<Task>()->name(), "named Task-3");
    CO_COMPARE(group->task_count(), std::size_t{2});
    CO_COMPARE_TEXT(group->repr(), "<TaskGroup tasks=2 entered>");
    co_await TaskGroup::exit(Held<TaskGroup>(group), nullptr);
  });
}

void TaskGroupTest::misuse_is_told_in_cpythons_words() {
  Run test;
  Log log;
  const Ref<EventLoop> loop = EventLoop::create(test.runtime);
  const Ref<TaskGroup> group = make<TaskGroup>(test.runtime);
  const auto child = [&] { return after(*loop, 1s, 1, log).object(); };
  COMPARE_TEXT(text_of(group->create_task(child())), "RuntimeError: TaskGroup <TaskGroup> has not been entered");
  loop->call_soon([&] { log(summary_of(make<TaskGroup>(test.runtime)->enter())); });
  loop->stop();
  QVERIFY(!loop->run_forever());
  COMPARE_TEXT(log.text(), "RuntimeError: TaskGroup <TaskGroup entered> cannot determine the parent task");
  loopline::loop::run(test.runtime, [&](EventLoop& inner) -> Coroutine<void> {
    CO_VERIFY(!group->enter());
    CO_COMPARE_TEXT(summary_of(group->enter()), "RuntimeError: TaskGroup <TaskGroup entered> has been already entered");
    group->create_task(failing(inner, 0s, value_error("x")).object()).value_or_throw();
    try {
      co_await sleep(inner, 9s);
    } catch (const Raised&) {
    }
    CO_COMPARE_TEXT(text_of(group->create_task(child())),
                    "RuntimeError: TaskGroup <TaskGroup errors=1 cancelling> is shutting down");
    try {
      co_await TaskGroup::exit(Held<TaskGroup>(group), nullptr);
    } catch (const Raised&) {
      log("left");
    }
  });
}

QTEST_APPLESS_MAIN(TaskGroupTest)
#include "task_group_test.moc"
