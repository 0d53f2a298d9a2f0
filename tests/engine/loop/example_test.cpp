// What programs against the loop look like in C++: the shortest one, and a producer and a consumer with a timeout.
// engine/README.md quotes them.
#include "loop/queue.h"
#include "loop/runner.h"
#include "loop/sleep.h"
#include "loop/wait.h"
#include "qt_testing.h"

using namespace loopline::loop;
using namespace std::chrono_literals;

class ExampleTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void two_tasks_sleep_at_the_same_time();
  void a_consumer_gives_up_when_the_producer_is_slow();
};

namespace {

Coroutine<int> fetch(EventLoop& loop, Duration latency, int answer) {
  co_await sleep(loop, latency);
  co_return answer;
}

Coroutine<int> sum_of_two(EventLoop& loop) {
  auto first = create_task(loop, fetch(loop, 2s, 40));
  auto second = create_task(loop, fetch(loop, 1s, 2));
  co_return co_await first + co_await second;
}

Coroutine<void> produce(EventLoop& loop, Ref<Queue> queue) {
  for (std::int64_t item = 1; item <= 3; ++item) {
    co_await sleep(loop, std::chrono::seconds(item));
    co_await queue->put(Value(item));
  }
}

/// The sum of what comes in time.
Coroutine<std::int64_t> consume(EventLoop& loop, Ref<Queue> queue) {
  std::int64_t sum = 0;
  try {
    for (;;) sum += (co_await wait_for(loop, Ref<Object>(queue->get().object()), 2500ms)).as_int();
  } catch (const Raised& raised) {
    if (!raised.is(ExceptionKind::timeout_error)) throw;
  }
  co_return sum;
}

Coroutine<std::int64_t> produce_and_consume(EventLoop& loop) {
  const Ref<Queue> queue = make<Queue>(loop.runtime());
  auto producer = create_task(loop, produce(loop, queue));
  const std::int64_t sum = co_await consume(loop, queue);
  producer->cancel();
  co_return sum;
}

}  // namespace

void ExampleTest::two_tasks_sleep_at_the_same_time() {
  Runtime runtime;
  QCOMPARE(run(runtime, sum_of_two), 42);
  QCOMPARE(runtime.now(), Time(2s + 1us));  // the loop wakes a microsecond late
}

void ExampleTest::a_consumer_gives_up_when_the_producer_is_slow() {
  Runtime runtime;
  QCOMPARE(run(runtime, produce_and_consume), std::int64_t{3});
}

QTEST_APPLESS_MAIN(ExampleTest)
#include "example_test.moc"
