#include "iteration_probes.h"

namespace loopline::loop::test {

namespace {

using namespace std::chrono_literals;

Ref<Callback> marking_b(Probe& probe) {
  return make<FunctionCallback>("B", [&probe](Future*) { probe.mark_b(); });
}

Coroutine<void> say_b(Probe& probe) {
  probe.mark_b();
  co_return;
}

const ProbeRow kRows[] = {
    {"create_task → first step", 1,
     [](Probe& p, EventLoop& loop) -> Coroutine<void> {
       TaskOf<void> task = create_task(loop, say_b(p));
       p.mark_a();
       co_await task;
     }},
    {"call_soon → callback", 1,
     [](Probe& p, EventLoop& loop) -> Coroutine<void> {
       loop.call_soon(marking_b(p));
       p.mark_a();
       co_await turns(3);
     }},
    {"call_later(0) → callback", 1,
     [](Probe& p, EventLoop& loop) -> Coroutine<void> {
       loop.call_later(0s, marking_b(p));
       p.mark_a();
       co_await turns(3);
     }},
    {"call_soon_threadsafe (same thread) → callback", 1,
     [](Probe& p, EventLoop& loop) -> Coroutine<void> {
       loop.call_soon_threadsafe(marking_b(p));
       p.mark_a();
       co_await turns(3);
     }},
    {"await plain coroutine", 0,
     [](Probe& p, EventLoop&) -> Coroutine<void> {
       p.mark_a();
       co_await nop();
       p.mark_b();
     }},
    {"await sleep(0)", 1,
     [](Probe& p, EventLoop& loop) -> Coroutine<void> {
       p.mark_a();
       co_await sleep(loop, 0s);
       p.mark_b();
     }},
    {"await sleep(-1)", 1,
     [](Probe& p, EventLoop& loop) -> Coroutine<void> {
       p.mark_a();
       co_await sleep(loop, -1s);
       p.mark_b();
     }},
    {"await sleep(0.1), nothing else ready", 2,
     [](Probe& p, EventLoop& loop) -> Coroutine<void> {
       p.mark_a();
       co_await sleep(loop, 100ms);
       p.mark_b();
     }},
    {"timer due → sleeper resumes (after the timer's iteration)", 1,
     [](Probe& p, EventLoop& loop) -> Coroutine<void> {
       loop.call_later(100ms, [&p] { p.mark_a(); });
       co_await sleep(loop, 100ms);
       p.mark_b();
     }},
    {"await finished task or future", 0,
     [](Probe& p, EventLoop& loop) -> Coroutine<void> {
       TaskOf<int> task = create_task(loop, nop());
       co_await turns(2);
       p.mark_a();
       co_await task;
       p.mark_b();
     }},
    {"set_result → waiter resumes", 1,
     [](Probe& p, EventLoop& loop) -> Coroutine<void> {
       const Ref<Future> future = loop.create_future();
       loop.call_soon([&p, future] {
         p.mark_a();
         future->complete_with_none();
       });
       co_await Ref<Future>(future);
       p.mark_b();
     }},
    {"set_result → done-callback", 1,
     [](Probe& p, EventLoop& loop) -> Coroutine<void> {
       const Ref<Future> future = loop.create_future();
       future->add_done_callback(marking_b(p));
       p.mark_a();
       future->complete_with_none();
       co_await turns(2);
     }},
    {"add_done_callback on a done future → callback", 1,
     [](Probe& p, EventLoop& loop) -> Coroutine<void> {
       const Ref<Future> future = loop.create_future();
       future->complete_with_none();
       p.mark_a();
       future->add_done_callback(marking_b(p));
       co_await turns(2);
     }},
    {"task's last step → awaiter resumes", 1,
     [](Probe& p, EventLoop& loop) -> Coroutine<void> {
       co_await create_task(loop, say_a(p));
       p.mark_b();
     }},
    {"await create_task(nop())", 2,
     [](Probe& p, EventLoop& loop) -> Coroutine<void> {
       p.mark_a();
       co_await create_task(loop, nop());
       p.mark_b();
     }},
    {"await create_task(one sleep(0))", 3,
     [](Probe& p, EventLoop& loop) -> Coroutine<void> {
       p.mark_a();
       co_await create_task(loop, turns(1));
       p.mark_b();
     }},
    {"unhandled exception in a callback → exception handler", 0,
     [](Probe& p, EventLoop& loop) -> Coroutine<void> {
       struct Handler final : ExceptionHandler {
         explicit Handler(Probe& p) : probe(p) {}
         Ref<Exception> call(EventLoop&, const ErrorContext&) override {
           probe.mark_b();
           return nullptr;
         }
         void visit(Visitor&) const override {}
         void drop_references() noexcept override {}
         Probe& probe;
       };
       loop.set_exception_handler(make<Handler>(p));
       loop.call_soon([&p] {
         p.mark_a();
         native_error(ExceptionKind::value_error)->rethrow();
       });
       co_await turns(2);
     }},
};

}  // namespace

std::span<const ProbeRow> scheduling_probes() { return kRows; }

}  // namespace loopline::loop::test
