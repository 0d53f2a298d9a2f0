// Lock, Event, Condition, Semaphore, Barrier.
#include "loop/sync.h"

#include "loop/runner.h"
#include "loop/sleep.h"
#include "qt_testing.h"
#include "recording_instrument.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;
using Kind = ExceptionKind;

class SyncTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // Lock
  void a_lock_is_had_by_one_at_a_time_in_order_of_arrival();
  void a_free_lock_with_a_live_waiter_is_not_taken_by_a_newcomer();
  void a_free_lock_with_cancelled_waiters_only_is_taken_at_once();
  void a_waiter_cancelled_when_it_was_its_turn_wakes_the_next();
  void releasing_a_free_lock_is_an_error();
  // Event
  void an_event_wakes_all_who_wait_and_lets_later_ones_through();
  void who_was_woken_goes_on_even_if_the_event_is_cleared_again();
  void a_cancelled_waiter_leaves_the_event();
  // Condition
  void notify_wakes_as_many_as_asked_for_in_order();
  void a_notified_waiter_has_the_lock_when_it_goes_on();
  void a_cancelled_waiter_takes_the_lock_again_before_it_leaves();
  void cancellation_while_the_lock_is_taken_again_is_not_lost();
  void wait_for_waits_until_the_predicate_holds();
  void a_predicate_that_raises_ends_the_wait();
  void waiting_or_notifying_without_the_lock_is_an_error();
  void conditions_may_share_a_lock();
  // Semaphore
  void a_semaphore_lets_as_many_in_as_it_has_permits();
  void a_released_permit_belongs_to_the_first_waiter_at_once();
  void a_waiter_cancelled_with_its_permit_gives_it_on();
  void a_bounded_semaphore_cannot_be_released_too_often();
  // Barrier
  void a_barrier_opens_when_all_have_come();
  void a_barrier_can_be_used_again();
  void who_comes_while_the_barrier_drains_waits_for_the_next_round();
  void a_reset_breaks_those_who_wait_and_nobody_else();
  void an_aborted_barrier_stays_broken();
  void a_cancelled_waiter_is_not_counted();
  // All
  void what_was_waited_for_in_one_loop_cannot_be_used_in_another();
  void the_instrument_hears_of_permits_and_waiters();
};

namespace {

struct Program {
  explicit Program(Instrument* instrument = nullptr) : run(instrument) {}
  Run run;
  Log log;
  template <class Body>
  void operator()(Body body) {
    loopline::loop::run(run.runtime, [&](EventLoop& loop) -> Coroutine<void> { co_await body(loop); });
  }
};

Coroutine<void> turns(int count) {
  for (int i = 0; i < count; ++i) co_await yield_once();
}

/// `async with lock:` around a sleep.
Coroutine<void> hold_lock(EventLoop& loop, Ref<Lock> lock, Duration time, Log& log, std::string name) {
  co_await lock->acquire();
  log(name);
  co_await sleep(loop, time);
  static_cast<void>(lock->release_lock());
}
Coroutine<void> wait_event(Ref<Event> event, Log& log, std::string name) {
  co_await event->wait();
  log(name);
}
/// `async with condition: await condition.wait()`
Coroutine<void> wait_condition(Ref<Condition> condition, Log& log, std::string name) {
  co_await condition->lock()->acquire();
  Ref<Exception> raised;
  try {
    co_await condition->wait();
    log(name);
  } catch (const Raised& error) {
    raised = error.exception();
    log(name + ":" + raised->summary() + (condition->lock()->is_locked() ? "+lock" : ""));
  }
  static_cast<void>(condition->lock()->release_lock());
  if (raised) raised->rethrow();
}
Coroutine<void> use(EventLoop& loop, Ref<Semaphore> semaphore, Duration time, Log& log, std::string name) {
  co_await semaphore->acquire();
  log(name);
  co_await sleep(loop, time);
  static_cast<void>(semaphore->release_permit());
}
Coroutine<void> pass(Ref<Barrier> barrier, Log& log, std::string name) {
  try {
    const std::int64_t index = co_await barrier->wait();
    log(name + std::to_string(index));
  } catch (const Raised& raised) {
    log(name + ":" + raised.exception()->summary());
  }
}

}  // namespace

void SyncTest::a_lock_is_had_by_one_at_a_time_in_order_of_arrival() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Lock> lock = make<Lock>(p.run.runtime);
    std::vector<TaskOf<void>> tasks;
    for (const char* name : {"a", "b", "c"}) tasks.push_back(create_task(loop, hold_lock(loop, lock, 1s, p.log, name)));
    co_await yield_once();
    CO_VERIFY(lock->is_locked());
    co_await yield_once();
    CO_COMPARE(lock->waiter_count(), std::size_t{2});
    for (TaskOf<void>& task : tasks) co_await task;
    CO_VERIFY(!lock->is_locked());
    CO_COMPARE(loop.time() / 1s, 3);
  });
  COMPARE_TEXT(p.log.text(), "a b c");
}

void SyncTest::a_free_lock_with_a_live_waiter_is_not_taken_by_a_newcomer() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Lock> lock = make<Lock>(p.run.runtime);
    co_await lock->acquire();
    TaskOf<void> waiter = create_task(loop, hold_lock(loop, lock, 0s, p.log, "waiter"));
    co_await turns(2);
    static_cast<void>(lock->release_lock());
    CO_VERIFY(!lock->is_locked());
    co_await lock->acquire();  // queues behind the waiter
    p.log("newcomer");
    static_cast<void>(lock->release_lock());
    co_await waiter;
  });
  COMPARE_TEXT(p.log.text(), "waiter newcomer");
}

void SyncTest::a_free_lock_with_cancelled_waiters_only_is_taken_at_once() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Lock> lock = make<Lock>(p.run.runtime);
    co_await lock->acquire();
    TaskOf<void> waiter = create_task(loop, hold_lock(loop, lock, 0s, p.log, "waiter"));
    co_await turns(2);
    waiter->cancel();
    static_cast<void>(lock->release_lock());
    const std::uint64_t before = p.run.runtime.turns();
    co_await lock->acquire();
    CO_COMPARE(p.run.runtime.turns(), before);
    co_await turns(2);
    CO_VERIFY(lock->is_locked());
  });
  COMPARE_TEXT(p.log.text(), "");
}

void SyncTest::a_waiter_cancelled_when_it_was_its_turn_wakes_the_next() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Lock> lock = make<Lock>(p.run.runtime);
    co_await lock->acquire();
    TaskOf<void> first = create_task(loop, hold_lock(loop, lock, 0s, p.log, "first"));
    TaskOf<void> second = create_task(loop, hold_lock(loop, lock, 0s, p.log, "second"));
    co_await turns(2);
    static_cast<void>(lock->release_lock());
    first->cancel();  // its future has its result already
    co_await second;
    CO_VERIFY(first->is_cancelled());
  });
  COMPARE_TEXT(p.log.text(), "second");
}

void SyncTest::releasing_a_free_lock_is_an_error() {
  Run test;
  COMPARE_TEXT(summary_of(make<Lock>(test.runtime)->release_lock()), "RuntimeError: Lock is not acquired.");
}

void SyncTest::an_event_wakes_all_who_wait_and_lets_later_ones_through() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Event> event = make<Event>(p.run.runtime);
    std::vector<TaskOf<void>> tasks;
    for (const char* name : {"a", "b"}) tasks.push_back(create_task(loop, wait_event(event, p.log, name)));
    co_await turns(2);
    CO_COMPARE(event->waiter_count(), std::size_t{2});
    event->set();
    event->set();
    CO_VERIFY(event->is_set());
    p.log("set");
    co_await wait_event(event, p.log, "late");
    for (TaskOf<void>& task : tasks) co_await task;
    CO_COMPARE(event->waiter_count(), std::size_t{0});
  });
  COMPARE_TEXT(p.log.text(), "set late a b");
}

void SyncTest::who_was_woken_goes_on_even_if_the_event_is_cleared_again() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Event> event = make<Event>(p.run.runtime);
    TaskOf<void> task = create_task(loop, wait_event(event, p.log, "woken"));
    co_await turns(2);
    event->set();
    event->clear();
    co_await task;
    CO_VERIFY(!event->is_set());
  });
  COMPARE_TEXT(p.log.text(), "woken");
}

void SyncTest::a_cancelled_waiter_leaves_the_event() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Event> event = make<Event>(p.run.runtime);
    TaskOf<void> task = create_task(loop, wait_event(event, p.log, "no"));
    co_await turns(2);
    task->cancel();
    co_await turns(1);
    CO_VERIFY(task->is_cancelled());
    CO_COMPARE(event->waiter_count(), std::size_t{0});
  });
}

void SyncTest::notify_wakes_as_many_as_asked_for_in_order() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Condition> condition = make<Condition>(p.run.runtime);
    std::vector<TaskOf<void>> tasks;
    for (const char* name : {"a", "b", "c", "d"}) {
      tasks.push_back(create_task(loop, wait_condition(condition, p.log, name)));
    }
    co_await turns(5);
    CO_COMPARE(condition->waiter_count(), std::size_t{4});
    co_await condition->lock()->acquire();
    CO_VERIFY(!condition->notify(2));
    static_cast<void>(condition->lock()->release_lock());
    co_await turns(10);
    p.log("|");
    co_await condition->lock()->acquire();
    CO_VERIFY(!condition->notify_all());
    static_cast<void>(condition->lock()->release_lock());
    for (TaskOf<void>& task : tasks) co_await task;
  });
  COMPARE_TEXT(p.log.text(), "a b | c d");
}

void SyncTest::a_notified_waiter_has_the_lock_when_it_goes_on() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Condition> condition = make<Condition>(p.run.runtime);
    TaskOf<void> task = create_task(loop, wait_condition(condition, p.log, "woken"));
    co_await turns(2);
    co_await condition->lock()->acquire();
    CO_VERIFY(!condition->notify());
    co_await sleep(loop, 1s);
    p.log("still mine");
    static_cast<void>(condition->lock()->release_lock());
    co_await task;
  });
  COMPARE_TEXT(p.log.text(), "still mine woken");
}

void SyncTest::a_cancelled_waiter_takes_the_lock_again_before_it_leaves() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Condition> condition = make<Condition>(p.run.runtime);
    TaskOf<void> task = create_task(loop, wait_condition(condition, p.log, "w"));
    co_await turns(2);
    co_await condition->lock()->acquire();
    task->cancel();
    co_await turns(3);
    p.log("release");
    static_cast<void>(condition->lock()->release_lock());
    co_await turns(3);
    CO_VERIFY(task->is_cancelled());
    CO_VERIFY(!condition->lock()->is_locked());
    CO_COMPARE(condition->waiter_count(), std::size_t{0});
  });
  COMPARE_TEXT(p.log.text(), "release w:CancelledError+lock");
}

void SyncTest::cancellation_while_the_lock_is_taken_again_is_not_lost() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Condition> condition = make<Condition>(p.run.runtime);
    TaskOf<void> task = create_task(loop, wait_condition(condition, p.log, "w"));
    co_await turns(2);
    co_await condition->lock()->acquire();
    CO_VERIFY(!condition->notify());
    co_await turns(2);  // now it waits for the lock
    task->cancel();
    co_await turns(2);
    CO_VERIFY(!task->is_done());
    static_cast<void>(condition->lock()->release_lock());
    co_await turns(3);
    CO_VERIFY(task->is_cancelled());
  });
  COMPARE_TEXT(p.log.text(), "w:CancelledError+lock");
}

void SyncTest::wait_for_waits_until_the_predicate_holds() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Condition> condition = make<Condition>(p.run.runtime);
    int count = 0;
    const auto waiter = [&]() -> Coroutine<std::int64_t> {
      co_await condition->lock()->acquire();
      const Value got = co_await Condition::wait_for(
          Held<Condition>(condition), [&] { return Outcome(Value(std::int64_t{count})); },
          [](const Value& value) { return value.as_int() >= 3; });
      static_cast<void>(condition->lock()->release_lock());
      co_return got.as_int();
    };
    TaskOf<std::int64_t> task = create_task(loop, waiter());
    while (!task->is_done()) {
      co_await sleep(loop, 1s);
      co_await condition->lock()->acquire();
      ++count;
      CO_VERIFY(!condition->notify());
      static_cast<void>(condition->lock()->release_lock());
      co_await turns(3);
    }
    const std::int64_t got = co_await task;
    CO_COMPARE(got, std::int64_t{3});
    CO_COMPARE(count, 3);
  });
}

void SyncTest::a_predicate_that_raises_ends_the_wait() {
  Program p;
  p([&](EventLoop&) -> Coroutine<void> {
    const Ref<Condition> condition = make<Condition>(p.run.runtime);
    co_await condition->lock()->acquire();
    std::string text;
    try {
      co_await Condition::wait_for(
          Held<Condition>(condition), [] { return Outcome(native_error(Kind::value_error, "x")); },
          [](const Value&) { return false; });
    } catch (const Raised& raised) {
      text = raised.exception()->summary();
    }
    CO_COMPARE_TEXT(text, "ValueError: x");
  });
}

void SyncTest::waiting_or_notifying_without_the_lock_is_an_error() {
  Program p;
  p([&](EventLoop&) -> Coroutine<void> {
    const Ref<Condition> condition = make<Condition>(p.run.runtime);
    CO_COMPARE_TEXT(summary_of(condition->notify()), "RuntimeError: cannot notify on un-acquired lock");
    std::string text;
    try {
      co_await condition->wait();
    } catch (const Raised& raised) {
      text = raised.exception()->summary();
    }
    CO_COMPARE_TEXT(text, "RuntimeError: cannot wait on un-acquired lock");
  });
}

void SyncTest::conditions_may_share_a_lock() {
  Run test;
  const Ref<Lock> lock = make<Lock>(test.runtime);
  const Ref<Condition> one = make<Condition>(test.runtime, lock);
  const Ref<Condition> two = make<Condition>(test.runtime, lock);
  QVERIFY(one->lock() == two->lock());
}

void SyncTest::a_semaphore_lets_as_many_in_as_it_has_permits() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Semaphore> semaphore = make<Semaphore>(p.run.runtime, 2);
    std::vector<TaskOf<void>> tasks;
    for (const char* name : {"a", "b", "c", "d", "e"}) {
      tasks.push_back(create_task(loop, use(loop, semaphore, 1s, p.log, name)));
    }
    co_await turns(2);
    p.log("|");
    CO_VERIFY(semaphore->is_locked());
    for (TaskOf<void>& task : tasks) co_await task;
    CO_COMPARE(loop.time() / 1s, 3);
    CO_COMPARE(semaphore->value(), std::int64_t{2});
  });
  COMPARE_TEXT(p.log.text(), "a b | c d e");
}

void SyncTest::a_released_permit_belongs_to_the_first_waiter_at_once() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Semaphore> semaphore = make<Semaphore>(p.run.runtime, 0);
    TaskOf<void> waiter = create_task(loop, use(loop, semaphore, 0s, p.log, "waiter"));
    co_await turns(2);
    CO_VERIFY(!semaphore->release_permit());
    CO_COMPARE(semaphore->value(), std::int64_t{0});
    CO_VERIFY(semaphore->is_locked());
    co_await semaphore->acquire();
    p.log("newcomer");
    co_await waiter;
  });
  COMPARE_TEXT(p.log.text(), "waiter newcomer");
}

void SyncTest::a_waiter_cancelled_with_its_permit_gives_it_on() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Semaphore> semaphore = make<Semaphore>(p.run.runtime, 0);
    TaskOf<void> first = create_task(loop, use(loop, semaphore, 0s, p.log, "first"));
    TaskOf<void> second = create_task(loop, use(loop, semaphore, 0s, p.log, "second"));
    co_await turns(2);
    CO_COMPARE(semaphore->waiter_count(), std::size_t{2});
    CO_VERIFY(!semaphore->release_permit());
    first->cancel();
    co_await second;
    CO_VERIFY(first->is_cancelled());
    CO_COMPARE(semaphore->value(), std::int64_t{1});
  });
  COMPARE_TEXT(p.log.text(), "second");
}

void SyncTest::a_bounded_semaphore_cannot_be_released_too_often() {
  Program p;
  p([&](EventLoop&) -> Coroutine<void> {
    const Ref<Semaphore> bounded = make<Semaphore>(p.run.runtime, 1, 1);
    CO_VERIFY(bounded->is_bounded());
    co_await bounded->acquire();
    CO_VERIFY(!bounded->release_permit());
    CO_COMPARE_TEXT(summary_of(bounded->release_permit()), "ValueError: BoundedSemaphore released too many times");
    const Ref<Semaphore> unbounded = make<Semaphore>(p.run.runtime, 1);
    CO_VERIFY(!unbounded->release_permit());
    CO_COMPARE(unbounded->value(), std::int64_t{2});
  });
}

void SyncTest::a_barrier_opens_when_all_have_come() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Barrier> barrier = make<Barrier>(p.run.runtime, 3);
    std::vector<TaskOf<void>> tasks;
    for (const char* name : {"a", "b"}) tasks.push_back(create_task(loop, pass(barrier, p.log, name)));
    co_await turns(3);
    CO_COMPARE(barrier->waiting(), std::int64_t{2});
    CO_COMPARE(barrier->parties(), std::int64_t{3});
    CO_COMPARE_TEXT(barrier->state_name(), "filling");
    co_await pass(barrier, p.log, "c");
    CO_COMPARE_TEXT(barrier->state_name(), "draining");
    for (TaskOf<void>& task : tasks) co_await task;
    CO_COMPARE_TEXT(barrier->state_name(), "filling");
  });
  COMPARE_TEXT(p.log.text(), "c2 a0 b1");
}

void SyncTest::a_barrier_can_be_used_again() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Barrier> barrier = make<Barrier>(p.run.runtime, 2);
    for (int round = 0; round < 3; ++round) {
      TaskOf<void> task = create_task(loop, pass(barrier, p.log, "a"));
      co_await turns(2);
      co_await pass(barrier, p.log, "b");
      co_await task;
    }
  });
  COMPARE_TEXT(p.log.text(), "b1 a0 b1 a0 b1 a0");
}

void SyncTest::who_comes_while_the_barrier_drains_waits_for_the_next_round() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Barrier> barrier = make<Barrier>(p.run.runtime, 2);
    TaskOf<void> first = create_task(loop, pass(barrier, p.log, "a"));
    co_await turns(2);
    co_await pass(barrier, p.log, "b");
    TaskOf<void> early = create_task(loop, pass(barrier, p.log, "c"));
    co_await first;
    co_await turns(5);
    CO_VERIFY(!early->is_done());
    co_await pass(barrier, p.log, "d");
    co_await early;
  });
  COMPARE_TEXT(p.log.text(), "b1 a0 d1 c0");
}

void SyncTest::a_reset_breaks_those_who_wait_and_nobody_else() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Barrier> barrier = make<Barrier>(p.run.runtime, 2);
    TaskOf<void> waiter = create_task(loop, pass(barrier, p.log, "a"));
    co_await turns(2);
    co_await Barrier::reset(Held<Barrier>(barrier));
    co_await waiter;
    CO_VERIFY(!barrier->is_broken());
    TaskOf<void> again = create_task(loop, pass(barrier, p.log, "b"));
    co_await turns(2);
    co_await pass(barrier, p.log, "c");
    co_await again;
  });
  COMPARE_TEXT(p.log.text(), "a:BrokenBarrierError: Abort or reset of barrier c1 b0");
}

void SyncTest::an_aborted_barrier_stays_broken() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Barrier> barrier = make<Barrier>(p.run.runtime, 2);
    TaskOf<void> waiter = create_task(loop, pass(barrier, p.log, "a"));
    co_await turns(2);
    co_await Barrier::abort(Held<Barrier>(barrier));
    co_await waiter;
    CO_VERIFY(barrier->is_broken());
    co_await pass(barrier, p.log, "b");
  });
  COMPARE_TEXT(p.log.text(), "a:BrokenBarrierError: Abort or reset of barrier b:BrokenBarrierError: Barrier aborted");
}

void SyncTest::a_cancelled_waiter_is_not_counted() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Barrier> barrier = make<Barrier>(p.run.runtime, 2);
    TaskOf<void> victim = create_task(loop, pass(barrier, p.log, "a"));
    co_await turns(2);
    victim->cancel();
    co_await turns(3);
    CO_COMPARE(barrier->waiting(), std::int64_t{0});
    TaskOf<void> other = create_task(loop, pass(barrier, p.log, "b"));
    co_await turns(3);
    CO_VERIFY(!other->is_done());
    co_await pass(barrier, p.log, "c");
    co_await other;
  });
  COMPARE_TEXT(p.log.text(), "a:CancelledError c1 b0");
}

void SyncTest::what_was_waited_for_in_one_loop_cannot_be_used_in_another() {
  Run test;
  const Ref<Event> event = make<Event>(test.runtime);
  const auto wait_a_little = [&](EventLoop& loop) -> Coroutine<std::string> {
    TaskOf<bool> task = create_task(loop, event->wait());
    co_await turns(2);
    std::string text = task->is_done() ? summary_of(task->result().error()) : "waits";
    task->cancel();
    co_await turns(2);
    co_return text;
  };
  COMPARE_TEXT(loopline::loop::run(test.runtime, wait_a_little), "waits");
  COMPARE_TEXT(loopline::loop::run(test.runtime, wait_a_little),
               "RuntimeError: <object> is bound to a different event loop");
}

void SyncTest::the_instrument_hears_of_permits_and_waiters() {
  RecordingInstrument instrument;
  Program p(&instrument);
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Semaphore> semaphore = make<Semaphore>(p.run.runtime, 1);
    TaskOf<void> user = create_task(loop, use(loop, semaphore, 1s, p.log, "a"));
    TaskOf<void> waiter = create_task(loop, use(loop, semaphore, 1s, p.log, "b"));
    co_await user;
    co_await waiter;
  });
  const std::string changes = join(instrument.lines_of("object_changed"), ";");
  QCOMPARE(instrument.lines_of("object_changed").size(), std::size_t{5});  // made, and twice acquired and released
  const auto awaits = instrument.lines_of("step_awaits");
  const auto waits_for_semaphore = [](const std::string& line) {
    return line.find(" " + std::to_string(static_cast<int>(AwaitKind::semaphore)) + " ") != std::string::npos;
  };
  QCOMPARE(std::count_if(awaits.begin(), awaits.end(), waits_for_semaphore), std::ptrdiff_t{1});
}

QTEST_APPLESS_MAIN(SyncTest)
#include "sync_test.moc"
