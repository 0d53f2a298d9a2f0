#include "iteration_probes.h"

namespace loopline::loop::test {

namespace {

using namespace std::chrono_literals;
using Body = Coroutine<void>;

Body gather_one(EventLoop& loop, Value child) { co_await gathered(loop, child); }
Body gather_one_then_b(Probe& p, EventLoop& loop, Value child) { co_await await_then_b(p, gathered(loop, child)); }
Body await_task(Ref<Future> inner) { co_await inner; }

Body yield_for_ever_then_b(Probe& p) {
  try {
    for (;;) co_await yield_once();
  } catch (...) {
    p.mark_b();
    throw;
  }
}

const ProbeRow kRows[] = {
    {"cancel a task awaiting gather → children see it", 1,
     [](Probe& p, EventLoop& loop) -> Body {
       TaskOf<void> task = create_task(loop, gather_one(loop, object_of(nap_then_b(p, loop, 9s))));
       co_await turns(3);
       p.mark_a();
       task->cancel();
       co_await until_done(task.task());
     }},
    {"cancel a task awaiting gather → the task sees it", 3,
     [](Probe& p, EventLoop& loop) -> Body {
       TaskOf<void> task = create_task(loop, gather_one_then_b(p, loop, object_of(nap(loop, 9s))));
       co_await turns(3);
       p.mark_a();
       task->cancel();
       co_await until_done(task.task());
     }},
    {"cancel a sleeping task → it sees CancelledError", 1,
     [](Probe& p, EventLoop& loop) -> Body {
       TaskOf<void> task = create_task(loop, nap_then_b(p, loop, 9s));
       co_await turns(2);
       p.mark_a();
       task->cancel();
       co_await until_done(task.task());
     }},
    {"cancel a sleeping task → awaiter resumes", 2,
     [](Probe& p, EventLoop& loop) -> Body {
       TaskOf<void> task = create_task(loop, nap(loop, 9s));
       co_await turns(2);
       p.mark_a();
       task->cancel();
       co_await await_then_b(p, task.task());
     }},
    {"cancel a task before its first step → awaiter resumes", 2,
     [](Probe& p, EventLoop& loop) -> Body {
       TaskOf<void> task = create_task(loop, nap(loop, 9s));
       p.mark_a();
       task->cancel();
       co_await await_then_b(p, task.task());
     }},
    {"cancel a task that is in sleep(0) → it sees CancelledError", 1,
     [](Probe& p, EventLoop& loop) -> Body {
       TaskOf<void> task = create_task(loop, yield_for_ever_then_b(p));
       co_await turns(2);
       p.mark_a();
       task->cancel();
       co_await until_done(task.task());
     }},
    {"cancel a task awaiting a task → inner sees it", 1,
     [](Probe& p, EventLoop& loop) -> Body {
       TaskOf<void> inner = create_task(loop, nap_then_b(p, loop, 9s));
       TaskOf<void> task = create_task(loop, await_task(inner.task()));
       co_await turns(2);
       p.mark_a();
       task->cancel();
       co_await until_done(task.task());
     }},
    {"cancel a task awaiting a task → outer sees it", 2,
     [](Probe& p, EventLoop& loop) -> Body {
       TaskOf<void> inner = create_task(loop, nap(loop, 9s));
       TaskOf<void> task = create_task(loop, await_then_b(p, inner.task()));
       co_await turns(2);
       p.mark_a();
       task->cancel();
       co_await until_done(task.task());
     }},
    {"cancel oneself, then await sleep(0)", 1,
     [](Probe& p, EventLoop& loop) -> Body {
       loop.current_task()->cancel();
       p.mark_a();
       try {
         co_await sleep(loop, 0s);
       } catch (const Raised&) {
         p.mark_b();
       }
     }},
    {"cancel oneself, then await sleep(9)", 1,
     [](Probe& p, EventLoop& loop) -> Body {
       loop.current_task()->cancel();
       p.mark_a();
       try {
         co_await sleep(loop, 9s);
       } catch (const Raised&) {
         p.mark_b();
       }
     }},
};

}  // namespace

std::span<const ProbeRow> cancellation_probes() { return kRows; }

}  // namespace loopline::loop::test
