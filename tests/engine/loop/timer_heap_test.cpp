// The scheduled heap against a sorted list, and what becomes of cancelled timers.
#include "loop/timer_heap.h"

#include <map>
#include <random>

#include "loop/callback.h"
#include "loop/future.h"
#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;

class TimerHeapTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void timers_leave_by_time_then_by_order_of_creation();
  void any_sequence_behaves_as_a_sorted_list();
  void cancelled_timers_leave_at_the_head();
  void cancelled_timers_behind_a_live_one_stay();
  void more_than_half_of_many_cancelled_are_dropped_at_once();
  void a_few_timers_are_never_swept();
  void what_is_dropped_is_released();
  void clearing_releases_all();
};

namespace {

/// Timers without anything to call, in a heap of the test's own.
struct Heap {
  Run run;
  Ref<EventLoop> loop = EventLoop::create(run.runtime);
  TimerHeap heap;

  Ref<TimerHandle> push(std::int64_t when) {
    Ref<TimerHandle> timer = make<TimerHandle>(*loop, Time(when), make<FunctionCallback>("timer", [](Future*) {}));
    heap.push(Time(when), timer);
    return timer;
  }
  /// The loop of the handle would count for its own heap.
  void cancel(TimerHandle& timer) {
    timer.cancel();
    heap.note_cancelled();
  }
};

}  // namespace

void TimerHeapTest::timers_leave_by_time_then_by_order_of_creation() {
  Heap test;
  const Ref<TimerHandle> late = test.push(30);
  std::vector<Ref<TimerHandle>> same;
  for (int i = 0; i < 9; ++i) same.push_back(test.push(20));
  const Ref<TimerHandle> early = test.push(10);
  QCOMPARE(test.heap.first_due(), Time(10));
  QVERIFY(test.heap.pop() == early);
  for (const Ref<TimerHandle>& timer : same) QVERIFY(test.heap.pop() == timer);
  QVERIFY(test.heap.pop() == late);
  QVERIFY(test.heap.empty());
}

void TimerHeapTest::any_sequence_behaves_as_a_sorted_list() {
  std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same sequence every time
  Heap test;
  std::map<std::pair<std::int64_t, int>, Object*> model;
  int order = 0;
  for (int i = 0; i < 50'000; ++i) {
    if (random() % 100 < 51 || model.empty()) {
      const auto when = static_cast<std::int64_t>(random() % 64);
      model.emplace(std::pair(when, order++), test.push(when).get());
    } else {
      QCOMPARE(test.heap.first_due().count(), model.begin()->first.first);
      QCOMPARE(test.heap.pop().get(), model.begin()->second);
      model.erase(model.begin());
    }
    QCOMPARE(test.heap.size(), model.size());
  }
}

void TimerHeapTest::cancelled_timers_leave_at_the_head() {
  Heap test;
  std::vector<Ref<TimerHandle>> timers;
  for (int when = 0; when < 10; ++when) timers.push_back(test.push(when));
  for (int i : {0, 1, 2, 5}) test.cancel(*timers[static_cast<std::size_t>(i)]);
  test.heap.drop_cancelled();
  QCOMPARE(test.heap.size(), std::size_t{7});
  QCOMPARE(test.heap.first_due(), Time(3));
}

void TimerHeapTest::cancelled_timers_behind_a_live_one_stay() {
  Heap test;
  test.push(0);
  for (int i = 0; i < 50; ++i) test.cancel(*test.push(5));
  test.heap.drop_cancelled();
  QCOMPARE(test.heap.size(), std::size_t{51});
}

void TimerHeapTest::more_than_half_of_many_cancelled_are_dropped_at_once() {
  Heap test;
  test.push(0);
  std::vector<Ref<TimerHandle>> kept;
  for (int i = 0; i < 60; ++i) {
    kept.push_back(test.push(100 - i));
    test.cancel(*test.push(50));
  }
  test.heap.drop_cancelled();
  QCOMPARE(test.heap.size(), std::size_t{121});  // half is not more than half
  test.cancel(*test.push(50));
  test.cancel(*test.push(50));
  test.heap.drop_cancelled();
  QCOMPARE(test.heap.size(), std::size_t{61});
  test.heap.pop();
  for (auto timer = kept.rbegin(); timer != kept.rend(); ++timer) QVERIFY(test.heap.pop() == *timer);
}

void TimerHeapTest::a_few_timers_are_never_swept() {
  Heap test;
  test.push(0);
  for (int i = 0; i < 99; ++i) test.cancel(*test.push(5));
  test.heap.drop_cancelled();
  QCOMPARE(test.heap.size(), std::size_t{100});
}

void TimerHeapTest::what_is_dropped_is_released() {
  Heap test;
  const Ref<TimerHandle> timer = test.push(1);
  QCOMPARE(timer->references(), 2U);
  test.cancel(*timer);
  test.heap.drop_cancelled();
  QCOMPARE(timer->references(), 1U);
}

void TimerHeapTest::clearing_releases_all() {
  Heap test;
  const Ref<TimerHandle> timer = test.push(1);
  test.push(2);
  test.heap.clear();
  QVERIFY(test.heap.empty());
  QCOMPARE(timer->references(), 1U);
}

QTEST_APPLESS_MAIN(TimerHeapTest)
#include "timer_heap_test.moc"
