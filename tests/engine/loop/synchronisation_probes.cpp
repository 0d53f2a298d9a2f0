#include "iteration_probes.h"
#include "loop/queue.h"
#include "loop/sync.h"

namespace loopline::loop::test {

namespace {

using namespace std::chrono_literals;
using Body = Coroutine<void>;

/// `async with lock: B()`, for what is acquired and released.
Body lock_then_b(Probe& p, Ref<Lock> lock) {
  co_await lock->acquire();
  p.mark_b();
  static_cast<void>(lock->release_lock());
}
Body lock_and_release(Ref<Lock> lock) {
  co_await lock->acquire();
  static_cast<void>(lock->release_lock());
}
Body acquire_then_b(Probe& p, Ref<Semaphore> semaphore) {
  co_await semaphore->acquire();
  p.mark_b();
}
Body event_then_b(Probe& p, Ref<Event> event) {
  co_await event->wait();
  p.mark_b();
}
Body condition_then_b(Probe& p, Ref<Condition> condition) {
  co_await condition->lock()->acquire();
  co_await condition->wait();
  p.mark_b();
  static_cast<void>(condition->lock()->release_lock());
}
Body get_then_b(Probe& p, Ref<Queue> queue) {
  co_await queue->get();
  p.mark_b();
}
Body put_then_b(Probe& p, Ref<Queue> queue) {
  co_await queue->put(Value(std::int64_t{1}));
  p.mark_b();
}
Body join_then_b(Probe& p, Ref<Queue> queue) {
  co_await queue->join();
  p.mark_b();
}
Body barrier_then_b(Probe& p, Ref<Barrier> barrier) {
  co_await barrier->wait();
  p.mark_b();
}

Body notify(Probe& p, EventLoop& loop, int turns_with_lock) {
  const Ref<Condition> condition = make<Condition>(loop.runtime());
  TaskOf<void> task = create_task(loop, condition_then_b(p, condition));
  co_await turns(2);
  co_await condition->lock()->acquire();
  p.mark_a();
  static_cast<void>(condition->notify());
  co_await turns(turns_with_lock);
  static_cast<void>(condition->lock()->release_lock());
  co_await task;
}

class Generator final : public Container, public AsyncGenerator {
 public:
  explicit Generator(Probe& p) : Container(ObjectKind::other), m_probe(p) {}
  Ref<CoroutineObject> aclose() override { return finally(m_probe).object(); }
  Object& object() override { return *this; }
  void visit(Visitor&) const override {}
  void drop_references() noexcept override {}

  static Body finally(Probe& probe) {
    probe.mark_b();
    co_return;
  }

 private:
  Probe& m_probe;
};

const ProbeRow kRows[] = {
    {"Lock free: acquire", 0,
     [](Probe& p, EventLoop& loop) -> Body {
       const Ref<Lock> lock = make<Lock>(loop.runtime());
       p.mark_a();
       co_await lock->acquire();
       p.mark_b();
     }},
    {"Lock.release → first waiter has it", 1,
     [](Probe& p, EventLoop& loop) -> Body {
       const Ref<Lock> lock = make<Lock>(loop.runtime());
       co_await lock->acquire();
       TaskOf<void> task = create_task(loop, lock_then_b(p, lock));
       co_await turns(2);
       p.mark_a();
       static_cast<void>(lock->release_lock());
       co_await task;
     }},
    {"Lock.release then acquire at once, with a waiter queued: own acquire", 2,
     [](Probe& p, EventLoop& loop) -> Body {
       const Ref<Lock> lock = make<Lock>(loop.runtime());
       co_await lock->acquire();
       TaskOf<void> task = create_task(loop, lock_and_release(lock));
       co_await turns(2);
       p.mark_a();
       static_cast<void>(lock->release_lock());
       co_await lock->acquire();
       p.mark_b();
       static_cast<void>(lock->release_lock());
       co_await task;
     }},
    {"Semaphore.release → first waiter has it", 1,
     [](Probe& p, EventLoop& loop) -> Body {
       const Ref<Semaphore> semaphore = make<Semaphore>(loop.runtime(), 0);
       TaskOf<void> task = create_task(loop, acquire_then_b(p, semaphore));
       co_await turns(2);
       p.mark_a();
       static_cast<void>(semaphore->release_permit());
       co_await task;
     }},
    {"Event.set → every waiter resumes", 1,
     [](Probe& p, EventLoop& loop) -> Body {
       const Ref<Event> event = make<Event>(loop.runtime());
       TaskOf<void> task = create_task(loop, event_then_b(p, event));
       co_await turns(2);
       p.mark_a();
       event->set();
       co_await task;
     }},
    {"Condition.notify, lock freed in the same step → waiter resumes", 1,
     [](Probe& p, EventLoop& loop) -> Body { co_await notify(p, loop, 0); }},
    {"Condition.notify, lock kept one turn more → waiter resumes", 2,
     [](Probe& p, EventLoop& loop) -> Body { co_await notify(p, loop, 1); }},
    {"Queue.put_nowait → getter resumes", 1,
     [](Probe& p, EventLoop& loop) -> Body {
       const Ref<Queue> queue = make<Queue>(loop.runtime());
       TaskOf<void> task = create_task(loop, get_then_b(p, queue));
       co_await turns(2);
       p.mark_a();
       static_cast<void>(queue->put_nowait(Value(std::int64_t{1})));
       co_await task;
     }},
    {"Queue full: get_nowait → putter resumes", 1,
     [](Probe& p, EventLoop& loop) -> Body {
       const Ref<Queue> queue = make<Queue>(loop.runtime(), 1);
       static_cast<void>(queue->put_nowait(Value(std::int64_t{0})));
       TaskOf<void> task = create_task(loop, put_then_b(p, queue));
       co_await turns(2);
       p.mark_a();
       static_cast<void>(queue->get_nowait());
       co_await task;
     }},
    {"last task_done → join returns", 1,
     [](Probe& p, EventLoop& loop) -> Body {
       const Ref<Queue> queue = make<Queue>(loop.runtime());
       static_cast<void>(queue->put_nowait(Value(std::int64_t{0})));
       static_cast<void>(queue->get_nowait());
       TaskOf<void> task = create_task(loop, join_then_b(p, queue));
       co_await turns(2);
       p.mark_a();
       static_cast<void>(queue->task_done());
       co_await task;
     }},
    {"Barrier(2): last arrival → the other resumes", 1,
     [](Probe& p, EventLoop& loop) -> Body {
       const Ref<Barrier> barrier = make<Barrier>(loop.runtime(), 2);
       TaskOf<void> task = create_task(loop, barrier_then_b(p, barrier));
       co_await turns(2);
       p.mark_a();
       co_await barrier->wait();
       co_await task;
     }},
    {"Barrier(1): wait", 0,
     [](Probe& p, EventLoop& loop) -> Body {
       const Ref<Barrier> barrier = make<Barrier>(loop.runtime(), 1);
       p.mark_a();
       co_await barrier->wait();
       p.mark_b();
     }},
    // Native code has no asynchronous generators: these are what the loop does for a script's.
    {"async for over an async generator that never awaits", 0,
     [](Probe& p, EventLoop&) -> Body {
       p.mark_a();
       for (int i = 0; i < 5; ++i) co_await nop();
       p.mark_b();
     }},
    {"break out of async for → generator's finally runs", 2,
     [](Probe& p, EventLoop& loop) -> Body {
       const Ref<Generator> generator = make<Generator>(p);
       loop.asyncgen_started(*generator);
       p.mark_a();
       loop.asyncgen_dropped(*generator);
       co_await turns(5);
     }},
    {"await agen.aclose() → finally", 0,
     [](Probe& p, EventLoop&) -> Body {
       const Ref<Generator> generator = make<Generator>(p);
       p.mark_a();
       co_await generator->aclose();
     }},
};

}  // namespace

std::span<const ProbeRow> synchronisation_probes() { return kRows; }

}  // namespace loopline::loop::test
