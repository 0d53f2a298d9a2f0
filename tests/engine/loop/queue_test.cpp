// Queue, PriorityQueue, LifoQueue.
#include "loop/queue.h"

#include "loop/runner.h"
#include "loop/sleep.h"
#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;
using Kind = ExceptionKind;

class QueueTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void items_come_in_the_order_of_the_queue_data();
  void items_come_in_the_order_of_the_queue();
  void equal_items_come_as_heapq_gives_them();
  void getting_from_an_empty_queue_waits();
  void putting_into_a_full_queue_waits();
  void nowait_says_full_or_empty();
  void getters_are_served_in_order_of_arrival();
  void a_getter_cancelled_when_an_item_was_there_wakes_the_next();
  void a_putter_cancelled_when_there_was_room_wakes_the_next();
  void join_waits_for_as_many_task_dones_as_puts();
  void task_done_too_often_is_an_error();
  void items_that_cannot_be_compared_are_an_error_of_whoever_puts_or_gets();
};

namespace {

Value number(std::int64_t value) { return Value(value); }

struct Program {
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
Coroutine<void> get(Ref<Queue> queue, Log& log, std::string name) {
  const Value item = co_await queue->get();
  log(name + std::to_string(item.as_int()));
}
Coroutine<void> put(Ref<Queue> queue, std::int64_t item, Log& log) {
  co_await queue->put(number(item));
  log("put" + std::to_string(item));
}

}  // namespace

void QueueTest::items_come_in_the_order_of_the_queue_data() {
  QTest::addColumn<int>("order");
  QTest::addColumn<QString>("expected");
  QTest::newRow("first in, first out") << static_cast<int>(Queue::Order::fifo) << "3 1 2 1 ";
  QTest::newRow("last in, first out") << static_cast<int>(Queue::Order::lifo) << "1 2 1 3 ";
  QTest::newRow("the least first") << static_cast<int>(Queue::Order::priority) << "1 1 2 3 ";
}

void QueueTest::items_come_in_the_order_of_the_queue() {
  QFETCH(int, order);
  QFETCH(QString, expected);
  Run test;
  const Ref<Queue> queue = make<Queue>(test.runtime, 0, static_cast<Queue::Order>(order));
  for (const int item : {3, 1, 2, 1}) QVERIFY(!queue->put_nowait(number(item)));
  QCOMPARE(queue->size(), std::size_t{4});
  QCOMPARE(queue->unfinished(), std::int64_t{4});
  std::string text;
  while (!queue->is_empty()) text += text_of(queue->get_nowait()) + " ";
  COMPARE_TEXT(text, expected.toStdString());
}

void QueueTest::equal_items_come_as_heapq_gives_them() {
  // Integers and equal floats: which of two equal ones comes first is visible. The expectation is what CPython's heapq
  // gives for the same pushes.
  struct Comparing : KeepingHost {
    Outcome less(const Value& left, const Value& right) override {
      const auto plain = [](const Value& v) { return v.is_int() ? static_cast<double>(v.as_int()) : v.as_float(); };
      return Value(plain(left) < plain(right));
    }
  };
  Comparing host;
  Runtime runtime(&host);
  const Ref<Queue> queue = make<Queue>(runtime, 0, Queue::Order::priority);
  for (const Value& item : {number(2), number(1), Value(1.0), Value(2.0), number(1), Value(1.0), number(0)}) {
    QVERIFY(!queue->put_nowait(item));
  }
  std::string text;
  while (!queue->is_empty()) {
    const Value item = queue->get_nowait().value_or_throw();
    text += item.is_int() ? std::to_string(item.as_int()) + " " : std::to_string(item.as_float()).substr(0, 3) + " ";
  }
  COMPARE_TEXT(text, "0 1 1.0 1.0 1 2.0 2 ");
}

void QueueTest::getting_from_an_empty_queue_waits() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Queue> queue = make<Queue>(p.run.runtime);
    TaskOf<void> getter = create_task(loop, get(queue, p.log, "got"));
    co_await sleep(loop, 1s);
    CO_COMPARE(queue->getter_count(), std::size_t{1});
    p.log("put");
    co_await queue->put(number(5));
    co_await getter;
  });
  COMPARE_TEXT(p.log.text(), "put got5");
}

void QueueTest::putting_into_a_full_queue_waits() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Queue> queue = make<Queue>(p.run.runtime, 1);
    co_await put(queue, 1, p.log);
    CO_VERIFY(queue->is_full());
    TaskOf<void> putter = create_task(loop, put(queue, 2, p.log));
    co_await turns(3);
    CO_COMPARE(queue->putter_count(), std::size_t{1});
    co_await get(queue, p.log, "got");
    co_await putter;
    co_await get(queue, p.log, "got");
  });
  COMPARE_TEXT(p.log.text(), "put1 got1 put2 got2");
}

void QueueTest::nowait_says_full_or_empty() {
  Run test;
  const Ref<Queue> queue = make<Queue>(test.runtime, 1);
  COMPARE_TEXT(text_of(queue->get_nowait()), "QueueEmpty");
  QVERIFY(!queue->put_nowait(number(1)));
  COMPARE_TEXT(summary_of(queue->put_nowait(number(2))), "QueueFull");
  QCOMPARE(queue->capacity(), std::int64_t{1});
  const Ref<Queue> endless = make<Queue>(test.runtime, -1);
  for (int i = 0; i < 1000; ++i) QVERIFY(!endless->put_nowait(number(i)));
  QVERIFY(!endless->is_full());
}

void QueueTest::getters_are_served_in_order_of_arrival() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Queue> queue = make<Queue>(p.run.runtime);
    std::vector<TaskOf<void>> getters;
    for (const char* name : {"a", "b", "c"}) getters.push_back(create_task(loop, get(queue, p.log, name)));
    co_await turns(2);
    for (const int item : {1, 2, 3}) CO_VERIFY(!queue->put_nowait(number(item)));
    for (TaskOf<void>& getter : getters) co_await getter;
  });
  COMPARE_TEXT(p.log.text(), "a1 b2 c3");
}

void QueueTest::a_getter_cancelled_when_an_item_was_there_wakes_the_next() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Queue> queue = make<Queue>(p.run.runtime);
    TaskOf<void> first = create_task(loop, get(queue, p.log, "first"));
    TaskOf<void> second = create_task(loop, get(queue, p.log, "second"));
    co_await turns(2);
    CO_VERIFY(!queue->put_nowait(number(1)));
    first->cancel();
    co_await second;
    CO_VERIFY(first->is_cancelled());
    CO_COMPARE(queue->getter_count(), std::size_t{0});
  });
  COMPARE_TEXT(p.log.text(), "second1");
}

void QueueTest::a_putter_cancelled_when_there_was_room_wakes_the_next() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Queue> queue = make<Queue>(p.run.runtime, 1);
    CO_VERIFY(!queue->put_nowait(number(0)));
    TaskOf<void> first = create_task(loop, put(queue, 1, p.log));
    TaskOf<void> second = create_task(loop, put(queue, 2, p.log));
    co_await turns(2);
    CO_COMPARE_TEXT(text_of(queue->get_nowait()), "0");
    first->cancel();
    co_await second;
    CO_COMPARE_TEXT(text_of(queue->get_nowait()), "2");
  });
  COMPARE_TEXT(p.log.text(), "put2");
}

void QueueTest::join_waits_for_as_many_task_dones_as_puts() {
  Program p;
  p([&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Queue> queue = make<Queue>(p.run.runtime);
    co_await queue->join();  // nothing was put: nothing to wait for
    for (const int item : {1, 2}) CO_VERIFY(!queue->put_nowait(number(item)));
    const auto worker = [&]() -> Coroutine<void> {
      for (int i = 0; i < 2; ++i) {
        co_await queue->get();
        co_await sleep(loop, 1s);
        static_cast<void>(queue->task_done());
      }
    };
    TaskOf<void> work = create_task(loop, worker());
    co_await queue->join();
    CO_COMPARE(loop.time() / 1s, 2);
    CO_COMPARE(queue->unfinished(), std::int64_t{0});
    co_await work;
  });
}

void QueueTest::task_done_too_often_is_an_error() {
  Run test;
  COMPARE_TEXT(summary_of(make<Queue>(test.runtime)->task_done()), "ValueError: task_done() called too many times");
}

void QueueTest::items_that_cannot_be_compared_are_an_error_of_whoever_puts_or_gets() {
  Run test;
  const Ref<Queue> queue = make<Queue>(test.runtime, 0, Queue::Order::priority);
  QVERIFY(!queue->put_nowait(number(1)));
  COMPARE_TEXT(summary_of(queue->put_nowait(Value::none())), "TypeError: these values have no order");
  QCOMPARE(queue->size(), std::size_t{2});  // as in CPython, the item is in the heap
  QCOMPARE(queue->unfinished(), std::int64_t{1});
}

QTEST_APPLESS_MAIN(QueueTest)
#include "queue_test.moc"
