// Everything that passes between virtual threads, without Qt, so that ThreadSanitizer sees it: the baton must order all
// accesses, from the first start of a thread to the end of the last.
#include "check.h"
#include "loop/executor.h"
#include "loop/gather.h"
#include "loop/runner.h"
#include "loop/sleep.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;

namespace {

void threads_that_sleep_share_objects(Checks& check) {
  Run test;
  VirtualThreads& threads = test.runtime.threads;
  Log log;
  const Ref<Mortal> shared = make<Mortal>(log, "dead");
  int rounds = 0;
  for (int i = 0; i < 200; ++i) {
    threads.start("T", [&, mine = shared] {
      for (int round = 0; round < 5; ++round) {
        const Ref<Mortal> copy = mine;
        threads.block(threads.now() + 1ms);
        ++rounds;
      }
    });
  }
  threads.block(1s);
  check.that(rounds == 1000, "every thread took its turns");
  check.that(shared->references() == 1, "what a thread's body held died while it had the baton");
  threads.end();
}

void threads_one_after_another_are_joined(Checks& check) {
  Run test;
  VirtualThreads& threads = test.runtime.threads;
  int ran = 0;
  for (int i = 0; i < 2000; ++i) {
    threads.start("T", [&] { ++ran; });
    threads.yield();
  }
  check.that(ran == 2000, "each thread ran");
  threads.end();
}

Outcome blocking_work(Runtime& runtime, std::int64_t value) {
  runtime.threads.block(runtime.threads.now() + 10ms);
  return Value(value);
}

void an_executor_works_beside_the_loop(Checks& check) {
  Run test;
  std::int64_t sum = 0;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    std::vector<Value> jobs;
    for (std::int64_t i = 0; i < 50; ++i) {
      jobs.push_back(
          run_in_executor(loop, nullptr, [&test, i] { return blocking_work(test.runtime, i); }).value_or_throw());
    }
    const Value all = gather(loop, jobs).value_or_throw();
    const Value results = co_await Ref<Future>(all.as<Future>());
    for (const Value& value : results.as<Boxed<std::vector<Value>>>()->value) sum += value.as_int();
  });
  check.that(sum == 1225, "all results came back");
  test.runtime.threads.end();
}

Coroutine<std::int64_t> doubled(EventLoop& loop, std::int64_t value) {
  co_await sleep(loop, 1ms);
  co_return 2 * value;
}

void threads_run_coroutines_and_call_into_the_loop(Checks& check) {
  Run test;
  VirtualThreads& threads = test.runtime.threads;
  std::int64_t sum = 0;
  int calls = 0;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    for (std::int64_t i = 0; i < 20; ++i) {
      threads.start("T", [&, i] {
        Value future = run_coroutine_threadsafe(loop, doubled(loop, i).object()).value_or_throw();
        sum += future.as<ConcurrentFuture>()->result().value_or_throw().as_int();
        loop.call_soon_threadsafe(make<FunctionCallback>("count", [&calls](Future*) { ++calls; }));
      });
    }
    co_await sleep(loop, 1s);
  });
  check.that(sum == 380, "each thread got its result");
  check.that(calls == 20, "each thread's callback ran");
  threads.end();
}

void a_loop_in_each_thread(Checks& check) {
  Run test;
  VirtualThreads& threads = test.runtime.threads;
  std::int64_t sum = 0;
  for (std::int64_t i = 0; i < 10; ++i) {
    threads.start(
        "T", [&, i] { sum += loopline::loop::run(test.runtime, [i](EventLoop& loop) { return doubled(loop, i); }); });
  }
  threads.block(1s);
  check.that(sum == 90, "the loops of all threads gave their results");
  threads.end();
}

void the_end_of_the_run_unwinds_threads_that_block(Checks& check) {
  Run test;
  VirtualThreads& threads = test.runtime.threads;
  int unwound = 0;
  for (int i = 0; i < 100; ++i) {
    threads.start("T", [&] {
      if (threads.block(1h) == Wake::ended) ++unwound;
    });
  }
  threads.block(1ms);
  threads.end();
  check.that(unwound == 100, "every thread unwound");
}

}  // namespace

int main() {
  Checks check;
  threads_that_sleep_share_objects(check);
  threads_one_after_another_are_joined(check);
  an_executor_works_beside_the_loop(check);
  threads_run_coroutines_and_call_into_the_loop(check);
  a_loop_in_each_thread(check);
  the_end_of_the_run_unwinds_threads_that_block(check);
  return check.exit_code();
}
