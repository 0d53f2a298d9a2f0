// The schedule of virtual threads and of the clock (FORMAT.md, choices 1 and 7).
#include "loop/virtual_threads.h"

#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;

class VirtualThreadsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void the_main_thread_is_number_one();
  void a_started_thread_runs_when_its_starter_blocks();
  void ready_threads_run_first_in_first_out();
  void yielding_lets_the_ready_ones_run_first();
  void a_deadline_is_met_one_microsecond_late();
  void deadlines_are_met_in_order_and_ties_in_order_of_blocking();
  void waking_puts_a_thread_at_the_end_of_the_queue();
  void waking_a_thread_that_is_not_blocked_does_nothing();
  void a_woken_thread_does_not_wait_for_its_deadline();
  void an_event_of_the_world_happens_exactly_then();
  void an_event_at_a_deadline_comes_before_the_lateness_passes();
  void an_urgent_event_precedes_threads_due_at_the_same_instant();
  void events_at_one_instant_happen_in_the_order_of_calls();
  void an_event_in_the_past_happens_now();
  void an_event_that_is_due_happens_while_somebody_yields();
  void a_cancelled_event_does_not_happen();
  void work_that_takes_time_moves_the_clock();
  void a_program_that_spins_on_the_clock_sees_it_move();
  void spinning_is_over_when_the_clock_moves_otherwise();
  void when_nothing_will_happen_that_is_a_deadlock();
  void passing_the_time_limit_ends_the_run();
  void ending_unwinds_every_thread_main_last();
  void a_thread_that_never_ran_ends_without_running();
  void nothing_blocks_once_the_run_has_ended();
  void a_terminated_thread_blocks_no_more_and_the_others_go_on();
  void a_thousand_threads_take_turns();
  void threads_that_ended_leave_nothing_behind();
  void the_listener_hears_of_starts_switches_and_ends();
  void threads_share_the_memory_of_the_run();
  void data_of_a_thread_dies_with_it();
};

namespace {

struct Threads {
  VirtualThreads threads;
  Log log;

  ~Threads() { threads.end(); }
  std::int64_t ns() const { return threads.now().count(); }
  /// Blocks for a time; how it ended.
  const char* sleep(Duration duration) {
    switch (threads.block(threads.now() + duration)) {
      case Wake::woken: return "woken";
      case Wake::timed_out: return "timed out";
      case Wake::ended: return "ended";
    }
    return "";
  }
  VirtualThread& start(const char* name, std::function<void()> body) { return threads.start(name, std::move(body)); }
};

class Listener final : public VirtualThreads::Listener {
 public:
  explicit Listener(Log& log) : m_log(log) {}
  void thread_started(VirtualThread& thread) override { m_log("started:" + thread.name()); }
  void thread_switched(VirtualThread& thread) override { m_log("to:" + thread.name()); }
  void thread_ended(VirtualThread& thread) override { m_log("ended:" + thread.name()); }
  void deadlocked() override { m_log("deadlock"); }
  void out_of_time() override { m_log("out of time"); }

 private:
  Log& m_log;
};

}  // namespace

void VirtualThreadsTest::the_main_thread_is_number_one() {
  Threads t;
  QCOMPARE(t.threads.current().id(), 1U);
  COMPARE_TEXT(t.threads.current().name(), "MainThread");
  QCOMPARE(&t.threads.current(), &t.threads.main());
  QCOMPARE(t.threads.now(), Time(0));
}

void VirtualThreadsTest::a_started_thread_runs_when_its_starter_blocks() {
  Threads t;
  VirtualThread& thread = t.start("T", [&] { t.log("T"); });
  QCOMPARE(thread.id(), 2U);
  t.log("main");
  t.sleep(1ms);
  t.log("main");
  COMPARE_TEXT(t.log.text(), "main T main");
}

void VirtualThreadsTest::ready_threads_run_first_in_first_out() {
  Threads t;
  for (const char* name : {"a", "b", "c"}) {
    t.start(name, [&t, name] {
      t.log(name);
      t.threads.yield();
      t.log(name);
    });
  }
  t.sleep(1ms);
  COMPARE_TEXT(t.log.text(), "a b c a b c");
}

void VirtualThreadsTest::yielding_lets_the_ready_ones_run_first() {
  Threads t;
  QCOMPARE(t.threads.yield(), Wake::woken);
  t.start("T", [&] { t.log("T"); });
  QCOMPARE(t.threads.yield(), Wake::woken);
  t.log("main");
  COMPARE_TEXT(t.log.text(), "T main");
}

void VirtualThreadsTest::a_deadline_is_met_one_microsecond_late() {
  Threads t;
  COMPARE_TEXT(t.sleep(1s), "timed out");
  QCOMPARE(t.ns(), 1'000'001'000);
  COMPARE_TEXT(t.sleep(0ns), "timed out");
  QCOMPARE(t.ns(), 1'000'002'000);
}

void VirtualThreadsTest::deadlines_are_met_in_order_and_ties_in_order_of_blocking() {
  Threads t;
  for (const auto& [name, delay] : {std::pair{"c", 3ms}, {"a", 1ms}, {"b1", 2ms}, {"b2", 2ms}}) {
    t.start(name, [&t, name, delay] {
      t.sleep(delay);
      t.log(std::string(name) + "@" + std::to_string(t.ns() / 1000));
    });
  }
  t.sleep(10ms);
  COMPARE_TEXT(t.log.text(), "a@1001 b1@2001 b2@2001 c@3001");
  QCOMPARE(t.ns(), 10'001'000);
}

void VirtualThreadsTest::waking_puts_a_thread_at_the_end_of_the_queue() {
  Threads t;
  VirtualThread& sleeper = t.start("sleeper", [&] {
    t.threads.block(std::nullopt);
    t.log("sleeper");
  });
  t.threads.yield();
  t.start("other", [&] { t.log("other"); });
  QVERIFY(sleeper.is_blocked());
  t.threads.wake(sleeper);
  QVERIFY(!sleeper.is_blocked());
  t.threads.yield();
  COMPARE_TEXT(t.log.text(), "other sleeper");
}

void VirtualThreadsTest::waking_a_thread_that_is_not_blocked_does_nothing() {
  Threads t;
  t.threads.wake(t.threads.main());
  COMPARE_TEXT(t.sleep(1ms), "timed out");
}

void VirtualThreadsTest::a_woken_thread_does_not_wait_for_its_deadline() {
  Threads t;
  t.start("waker", [&] {
    t.sleep(1ms);
    t.threads.wake(t.threads.main());
  });
  COMPARE_TEXT(t.sleep(1h), "woken");
  QCOMPARE(t.ns(), 1'001'000);
}

void VirtualThreadsTest::an_event_of_the_world_happens_exactly_then() {
  Threads t;
  t.threads.at(5ms, [&] {
    t.log(std::to_string(t.ns()));
    t.threads.wake(t.threads.main());
  });
  COMPARE_TEXT(t.sleep(1h), "woken");
  COMPARE_TEXT(t.log.text(), "5000000");
  QCOMPARE(t.ns(), 5'000'000);
}

void VirtualThreadsTest::an_event_at_a_deadline_comes_before_the_lateness_passes() {
  Threads t;
  t.threads.at(
      5ms, [&] { t.log("event@" + std::to_string(t.ns())); }, true);
  t.sleep(5ms);
  t.log("thread@" + std::to_string(t.ns()));
  COMPARE_TEXT(t.log.text(), "event@5000000 thread@5001000");
}

void VirtualThreadsTest::an_urgent_event_precedes_threads_due_at_the_same_instant() {
  Threads t;
  t.start("T", [&] {
    t.sleep(5ms);
    t.log("T");
  });
  t.threads.yield();
  t.threads.at(5ms, [&] { t.log("calm"); });
  t.threads.at(
      5ms, [&] { t.log("urgent"); }, true);
  t.sleep(6ms);
  COMPARE_TEXT(t.log.text(), "urgent T calm");
}

void VirtualThreadsTest::events_at_one_instant_happen_in_the_order_of_calls() {
  Threads t;
  for (const char* name : {"1", "2", "3"}) {
    t.threads.at(5ms, [&t, name] { t.log(name); });
  }
  t.sleep(6ms);
  COMPARE_TEXT(t.log.text(), "1 2 3");
}

void VirtualThreadsTest::an_event_in_the_past_happens_now() {
  Threads t;
  t.threads.spend(1s);
  t.threads.at(1ms, [&] { t.log(std::to_string(t.ns())); });
  t.sleep(1ms);
  COMPARE_TEXT(t.log.text(), "1000000000");
}

void VirtualThreadsTest::an_event_that_is_due_happens_while_somebody_yields() {
  Threads t;
  t.threads.at(2ms, [&] { t.log("later"); });
  t.threads.at(1ms, [&] { t.log("event"); });
  t.threads.yield();
  COMPARE_TEXT(t.log.text(), "");
  t.threads.spend(1ms);
  t.threads.yield();
  COMPARE_TEXT(t.log.text(), "event");
}

void VirtualThreadsTest::a_cancelled_event_does_not_happen() {
  Threads t;
  const auto id = t.threads.at(1ms, [&] { t.log("no"); });
  t.threads.at(1ms, [&] { t.log("yes"); });
  t.threads.cancel(id);
  t.sleep(2ms);
  COMPARE_TEXT(t.log.text(), "yes");
}

void VirtualThreadsTest::work_that_takes_time_moves_the_clock() {
  Threads t;
  t.threads.spend(250ms);
  QCOMPARE(t.ns(), 250'000'000);
  t.threads.spend(Duration::max());  // saturates
  QCOMPARE(t.threads.now(), kForever);
}

void VirtualThreadsTest::a_program_that_spins_on_the_clock_sees_it_move() {
  Threads t;
  for (int i = 0; i < 1000; ++i) QCOMPARE(t.threads.read_clock(), Time(0));
  QCOMPARE(t.threads.read_clock(), Time(1ms));
  QCOMPARE(t.threads.read_clock(), Time(2ms));
  QCOMPARE(t.threads.now(), Time(2ms));  // not a read of the program's
}

void VirtualThreadsTest::spinning_is_over_when_the_clock_moves_otherwise() {
  Threads t;
  for (int i = 0; i < 1010; ++i) t.threads.read_clock();
  QCOMPARE(t.threads.now(), Time(10ms));
  t.sleep(1ms);
  const Time after = t.threads.now();
  for (int i = 0; i < 1000; ++i) QCOMPARE(t.threads.read_clock(), after);
  QCOMPARE(t.threads.read_clock(), after + 1ms);
}

void VirtualThreadsTest::when_nothing_will_happen_that_is_a_deadlock() {
  Threads t;
  Listener listener(t.log);
  t.threads.set_listener(&listener);
  t.start("T", [&] { t.log(t.threads.block(std::nullopt) == Wake::ended ? "T:ended" : "T:woken"); });
  QCOMPARE(t.threads.block(std::nullopt), Wake::ended);
  QVERIFY(t.threads.has_ended());
  t.log("main");
  t.threads.end();
  COMPARE_TEXT(t.log.text(), "to:T started:T deadlock T:ended main");
}

void VirtualThreadsTest::passing_the_time_limit_ends_the_run() {
  Threads t;
  Listener listener(t.log);
  t.threads.set_listener(&listener);
  t.threads.set_time_limit(10s);
  COMPARE_TEXT(t.sleep(9s), "timed out");
  COMPARE_TEXT(t.sleep(2s), "ended");
  QVERIFY(t.threads.now() <= 10s);
  COMPARE_TEXT(t.log.text(), "out of time");
}

void VirtualThreadsTest::ending_unwinds_every_thread_main_last() {
  Threads t;
  struct OnExit {
    Log& log;
    const char* name;
    ~OnExit() { log(name); }
  };
  for (const char* name : {"a", "b"}) {
    t.start(name, [&t, name] {
      const OnExit guard{t.log, name};
      t.log(t.sleep(1h));
      t.log(t.sleep(1h));  // whatever it does on its way out, it does not block
    });
  }
  t.sleep(1s);
  t.threads.end();
  t.log("main");
  COMPARE_TEXT(t.log.text(), "ended ended a ended ended b main");
}

void VirtualThreadsTest::a_thread_that_never_ran_ends_without_running() {
  Threads t;
  t.start("T", [&] { t.log("ran"); });
  t.threads.end();
  COMPARE_TEXT(t.log.text(), "");
}

void VirtualThreadsTest::nothing_blocks_once_the_run_has_ended() {
  Threads t;
  t.threads.end_run();
  QCOMPARE(t.threads.block(std::nullopt), Wake::ended);
  QCOMPARE(t.threads.yield(), Wake::ended);
}

void VirtualThreadsTest::a_terminated_thread_blocks_no_more_and_the_others_go_on() {
  Threads t;
  VirtualThread* doomed = nullptr;
  std::vector<Wake> wakes;
  t.start("T", [&] {
    doomed = &t.threads.current();
    wakes.push_back(t.threads.block(std::nullopt));
    wakes.push_back(t.threads.block(t.threads.now() + 1s));
    wakes.push_back(t.threads.yield());
    t.log(t.threads.has_ended() ? "over" : "not over");
  });
  t.sleep(1ms);
  t.threads.terminate(*doomed);
  QVERIFY(!t.threads.has_ended());
  QCOMPARE(t.threads.block(t.threads.now() + 1ms), Wake::timed_out);
  QCOMPARE(wakes, std::vector<Wake>(3, Wake::ended));
  COMPARE_TEXT(t.log.text(), "over");
  t.threads.terminate(*doomed);  // it has ended: nothing
  QCOMPARE(t.threads.block(t.threads.now() + 1ms), Wake::timed_out);
}

void VirtualThreadsTest::a_thousand_threads_take_turns() {
  Threads t;
  constexpr int kThreads = 1000;
  int rounds = 0;
  for (int i = 0; i < kThreads; ++i) {
    t.start("T", [&] {
      for (int round = 0; round < 3; ++round) {
        t.sleep(1ms);
        ++rounds;
      }
    });
  }
  t.sleep(10ms);
  QCOMPARE(rounds, 3 * kThreads);
  QCOMPARE(t.ns(), 10'001'000);
}

void VirtualThreadsTest::threads_that_ended_leave_nothing_behind() {
  Threads t;
  int ran = 0;
  // More than the machine lets live at once: their stacks must go when they end.
  for (int i = 0; i < 40'000; ++i) {
    t.start("T", [&] { ++ran; });
    t.threads.yield();
  }
  QCOMPARE(ran, 40'000);
}

void VirtualThreadsTest::the_listener_hears_of_starts_switches_and_ends() {
  Threads t;
  Listener listener(t.log);
  t.threads.set_listener(&listener);
  t.start("T", [&] { t.sleep(1ms); });
  t.sleep(5ms);
  t.threads.set_listener(nullptr);
  COMPARE_TEXT(t.log.text(), "to:T started:T ended:T to:MainThread");
}

void VirtualThreadsTest::threads_share_the_memory_of_the_run() {
  Memory memory;
  const MemoryScope scope(memory);
  Threads t;
  Memory* seen = nullptr;
  t.start("T", [&] { seen = &Memory::current(); });
  t.threads.yield();
  QCOMPARE(seen, &memory);
}

void VirtualThreadsTest::data_of_a_thread_dies_with_it() {
  struct Data final : ThreadData {
    explicit Data(Log& l) : log(l) {}
    ~Data() override { log("data"); }
    Log& log;
  };
  Threads t;
  t.start("T", [&] { t.threads.current().data = std::make_unique<Data>(t.log); });
  t.threads.yield();
  COMPARE_TEXT(t.log.text(), "data");
}

QTEST_APPLESS_MAIN(VirtualThreadsTest)
#include "virtual_threads_test.moc"
