#include "iteration_probes.h"
#include "loop/task_group.h"
#include "loop/timeout.h"
#include "loop/wait.h"

namespace loopline::loop::test {

namespace {

using namespace std::chrono_literals;
using Body = Coroutine<void>;

Ref<Future> done_future(EventLoop& loop) {
  Ref<Future> future = loop.create_future();
  future->complete_with_none();
  return future;
}

template <class T>
Ref<Object> object(Coroutine<T> coroutine) {
  return std::move(coroutine).object();
}

/// What a body is that only awaits.
Body await_future(Ref<Future> future) { co_await future; }

/// Awaits `awaitable` and marks B when it throws.
template <class Awaitable>
Body b_when_it_throws(Probe& p, Awaitable awaitable) {
  try {
    co_await std::move(awaitable);
  } catch (const Raised&) {
    p.mark_b();
  }
}

/// `async with TaskGroup()` around tasks for the coroutines.
Body in_group(Probe& p, EventLoop& loop, std::vector<Ref<CoroutineObject>> children) {
  auto group = co_await hold(make<TaskGroup>(loop.runtime()));
  if (Ref<Exception> error = group->enter()) error->rethrow();
  for (const Ref<CoroutineObject>& child : children) group->create_task(child).value_or_throw();
  try {
    co_await TaskGroup::exit(Held<TaskGroup>(group.ref()), nullptr);
  } catch (const Raised&) {
  }
  p.mark_b();
}

template <class... Coroutines>
std::vector<Ref<CoroutineObject>> list(Coroutines... coroutines) {
  std::vector<Ref<CoroutineObject>> objects;
  (objects.push_back(std::move(coroutines).object()), ...);
  return objects;
}

const ProbeRow kRows[] = {
    {"await gather(nop())", 3,
     [](Probe& p, EventLoop& loop) -> Body {
       p.mark_a();
       co_await gathered(loop, object_of(nop()));
       p.mark_b();
     }},
    {"await gather(nop(), one sleep(0))", 4,
     [](Probe& p, EventLoop& loop) -> Body {
       p.mark_a();
       const std::vector<Value> children{object_of(nop()), object_of(turns(1))};
       co_await gathered(loop, children);
       p.mark_b();
     }},
    {"await gather() of nothing", 0,
     [](Probe& p, EventLoop& loop) -> Body {
       p.mark_a();
       co_await gathered(loop, std::vector<Value>());
       p.mark_b();
     }},
    {"await gather(finished task)", 2,
     [](Probe& p, EventLoop& loop) -> Body {
       TaskOf<int> task = create_task(loop, nop());
       co_await turns(2);
       p.mark_a();
       co_await gathered(loop, Value(task.task()));
       p.mark_b();
     }},
    {"gather: child's last step → awaiter resumes", 2,
     [](Probe& p, EventLoop& loop) -> Body {
       co_await gathered(loop, object_of(say_a(p)));
       p.mark_b();
     }},
    {"gather: first child fails → awaiter sees it", 2,
     [](Probe& p, EventLoop& loop) -> Body {
       const std::vector<Value> children{object_of(nap(loop, 1s)), object_of(say_a_and_fail(p))};
       co_await b_when_it_throws(p, gathered(loop, children));
     }},
    {"await wait_for(nop(), 5)", 3,
     [](Probe& p, EventLoop& loop) -> Body {
       p.mark_a();
       co_await wait_for(loop, object(nop()), 5s);
       p.mark_b();
     }},
    {"await wait_for(nop(), None)", 0,
     [](Probe& p, EventLoop& loop) -> Body {
       p.mark_a();
       co_await wait_for(loop, object(nop()), std::nullopt);
       p.mark_b();
     }},
    {"await wait_for(finished future, 5)", 2,
     [](Probe& p, EventLoop& loop) -> Body {
       const Ref<Future> future = done_future(loop);
       p.mark_a();
       co_await wait_for(loop, future, 5s);
       p.mark_b();
     }},
    {"await wait_for(finished future, 0)", 0,
     [](Probe& p, EventLoop& loop) -> Body {
       const Ref<Future> future = done_future(loop);
       p.mark_a();
       co_await wait_for(loop, future, 0s);
       p.mark_b();
     }},
    {"await wait_for(coroutine, 0) → TimeoutError", 3,
     [](Probe& p, EventLoop& loop) -> Body {
       p.mark_a();
       co_await b_when_it_throws(p, wait_for(loop, object(nop()), 0s));
     }},
    {"wait_for: timer due → job sees CancelledError", 2,
     [](Probe& p, EventLoop& loop) -> Body {
       loop.call_later(100ms, [&p] { p.mark_a(); });
       try {
         co_await wait_for(loop, object(nap_then_b(p, loop, 9s)), 100ms);
       } catch (const Raised&) {
       }
     }},
    {"wait_for: timer due → TimeoutError", 4,
     [](Probe& p, EventLoop& loop) -> Body {
       loop.call_later(100ms, [&p] { p.mark_a(); });
       co_await b_when_it_throws(p, wait_for(loop, object(nap(loop, 9s)), 100ms));
     }},
    {"wait_for(future): timer due → TimeoutError", 3,
     [](Probe& p, EventLoop& loop) -> Body {
       loop.call_later(100ms, [&p] { p.mark_a(); });
       co_await b_when_it_throws(p, wait_for(loop, loop.create_future(), 100ms));
     }},
    {"timeout(): timer due → TimeoutError", 1,
     [](Probe& p, EventLoop& loop) -> Body {
       loop.call_later(100ms, [&p] { p.mark_a(); });
       co_await b_when_it_throws(p, with_timeout(loop, 100ms, nap(loop, 9s)));
     }},
    {"timeout() around an awaited task: timer due → TimeoutError", 2,
     [](Probe& p, EventLoop& loop) -> Body {
       TaskOf<void> task = create_task(loop, nap(loop, 9s));
       loop.call_later(100ms, [&p] { p.mark_a(); });
       co_await b_when_it_throws(p, with_timeout(loop, 100ms, await_future(task.task())));
     }},
    {"timeout(-1): body's first suspension → TimeoutError", 2,
     [](Probe& p, EventLoop& loop) -> Body {
       p.mark_a();
       co_await b_when_it_throws(p, with_timeout(loop, -1s, nap(loop, 9s)));
     }},
    {"await wait([create_task(nop())])", 3,
     [](Probe& p, EventLoop& loop) -> Body {
       p.mark_a();
       const std::vector<Ref<Future>> tasks{create_task(loop, nop()).task()};
       co_await wait(loop, tasks);
       p.mark_b();
     }},
    {"await wait([finished task])", 2,
     [](Probe& p, EventLoop& loop) -> Body {
       const std::vector<Ref<Future>> tasks{create_task(loop, nop()).task()};
       co_await turns(2);
       p.mark_a();
       co_await wait(loop, tasks);
       p.mark_b();
     }},
    {"wait(timeout): timer due → wait returns", 1,
     [](Probe& p, EventLoop& loop) -> Body {
       const std::vector<Ref<Future>> tasks{create_task(loop, nap(loop, 9s)).task()};
       loop.call_later(100ms, [&p] { p.mark_a(); });
       co_await wait(loop, tasks, 100ms);
       p.mark_b();
     }},
    {"await shield(nop())", 3,
     [](Probe& p, EventLoop& loop) -> Body {
       p.mark_a();
       const Value outer = shield(loop, object_of(nop())).value_or_throw();
       co_await Ref<Future>(outer.as<Future>());
       p.mark_b();
     }},
    {"as_completed: child's last step → awaiter resumes", 2,
     [](Probe& p, EventLoop& loop) -> Body {
       const std::vector<Ref<Future>> tasks{create_task(loop, say_a(p)).task()};
       const Ref<AsCompleted> all = make<AsCompleted>(loop, tasks, std::nullopt);
       co_await all->next();
       p.mark_b();
     }},
    {"TaskGroup with no task: enter and leave", 0,
     [](Probe& p, EventLoop& loop) -> Body {
       p.mark_a();
       co_await in_group(p, loop, list());
     }},
    {"TaskGroup with one nop", 3,
     [](Probe& p, EventLoop& loop) -> Body {
       p.mark_a();
       co_await in_group(p, loop, list(nop()));
     }},
    {"TaskGroup: last child's last step → left", 2,
     [](Probe& p, EventLoop& loop) -> Body { co_await in_group(p, loop, list(say_a(p))); }},
    {"TaskGroup: child fails → sibling sees CancelledError", 2,
     [](Probe& p, EventLoop& loop) -> Body {
       co_await in_group(p, loop, list(nap_then_b(p, loop, 9s), say_a_and_fail(p)));
     }},
    {"TaskGroup: only child fails → ExceptionGroup raised", 2,
     [](Probe& p, EventLoop& loop) -> Body { co_await in_group(p, loop, list(say_a_and_fail(p))); }},
    {"TaskGroup: child fails, sibling cancelled → ExceptionGroup raised", 4,
     [](Probe& p, EventLoop& loop) -> Body { co_await in_group(p, loop, list(nap(loop, 9s), say_a_and_fail(p))); }},
};

}  // namespace

std::span<const ProbeRow> combinator_probes() { return kRows; }

}  // namespace loopline::loop::test
