// The ready queue is first in, first out, however it grows and wraps around.
#include "loop/ready_queue.h"

#include <deque>
#include <random>

#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;

class ReadyQueueTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void entries_leave_in_the_order_in_which_they_came();
  void growing_while_wrapped_around_keeps_the_order();
  void any_sequence_behaves_as_a_deque();
  void events_stay_with_their_entries();
};

namespace {

/// The queue does not look at what it holds: any address will do.
ReadyEntry entry(EventNumber number) { return {reinterpret_cast<Object*>(number * 16), nullptr}; }
EventNumber number_of(const ReadyEntry& entry) { return reinterpret_cast<std::uintptr_t>(entry.what) / 16; }

}  // namespace

void ReadyQueueTest::entries_leave_in_the_order_in_which_they_came() {
  ReadyQueue queue;
  QVERIFY(queue.empty());
  for (EventNumber i = 0; i < 10; ++i) queue.push(entry(i));
  QCOMPARE(queue.size(), std::size_t{10});
  QCOMPARE(number_of(queue[3]), EventNumber{3});
  for (EventNumber i = 0; i < 10; ++i) QCOMPARE(number_of(queue.pop()), i);
  QVERIFY(queue.empty());
}

void ReadyQueueTest::growing_while_wrapped_around_keeps_the_order() {
  ReadyQueue queue;
  EventNumber pushed = 0;
  EventNumber popped = 0;
  while (pushed < 50) queue.push(entry(pushed++));
  while (popped < 40) QCOMPARE(number_of(queue.pop()), popped++);
  while (pushed < 1000) queue.push(entry(pushed++));
  while (popped < 1000) QCOMPARE(number_of(queue.pop()), popped++);
  QVERIFY(queue.empty());
}

void ReadyQueueTest::any_sequence_behaves_as_a_deque() {
  std::mt19937 random(1);  // NOLINT(cert-msc51-cpp): the same sequence every time
  ReadyQueue queue;
  std::deque<EventNumber> model;
  EventNumber next = 0;
  for (int i = 0; i < 200'000; ++i) {
    if (random() % 100 < 52 || model.empty()) {
      queue.push(entry(next));
      model.push_back(next++);
    } else {
      QCOMPARE(number_of(queue.pop()), model.front());
      model.pop_front();
    }
    QCOMPARE(queue.size(), model.size());
  }
}

void ReadyQueueTest::events_stay_with_their_entries() {
  ReadyQueue queue;
  queue.push(entry(0));
  QCOMPARE(queue.first_scheduled(), EventNumber{0});  // nobody watched
  static_cast<void>(queue.pop());
  EventNumber pushed = 1;
  EventNumber popped = 1;
  while (pushed < 1000) {
    for (int i = 0; i < 3; ++i, ++pushed) queue.push(entry(pushed), pushed + 7);
    QCOMPARE(queue.first_scheduled(), popped + 7);
    QCOMPARE(number_of(queue.pop()), popped++);
  }
}

QTEST_APPLESS_MAIN(ReadyQueueTest)
#include "ready_queue_test.moc"
