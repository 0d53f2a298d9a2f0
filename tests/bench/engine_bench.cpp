// The engine beside its peers: the cases of the peer benchmarks, on native coroutines.
//
//   engine_bench [--traced] CASE N [T [REPS]]
//
// CASE: yield (T tasks, N switches in all), gather, timers, pingpong, call; alive (N tasks asleep at the same time,
// with no warm-up: the line ends with peak_kib=…, the greatest size of the process). Prints one line
// `ops=… cpu_ns=… wall_ns=…`; exits with 3 for a case it does not have. With REPS > 1 the case is repeated after one
// warm-up of the same N. With --traced every run is recorded at detail `tasks` into memory that is used again, and the
// line has `events=…` too.
#include <sys/resource.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "loop/coroutine.h"
#include "loop/gather.h"
#include "loop/runner.h"
#include "loop/sleep.h"
#include "loop/task.h"
#include "recording_instrument.h"
#include "script/vm.h"

using namespace loopline::loop;

namespace {

std::uint64_t clock_ns(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<std::uint64_t>(time.tv_sec) * 1000000000U + static_cast<std::uint64_t>(time.tv_nsec);
}

struct Case {
  std::uint64_t n;
  std::uint64_t tasks;
};

Coroutine<void> yielder(std::uint64_t count) {
  for (std::uint64_t i = 0; i < count; ++i) co_await yield_once();
}

Coroutine<void> yield_case(EventLoop& loop, Case c) {
  std::vector<TaskOf<void>> tasks;
  tasks.reserve(c.tasks);
  for (std::uint64_t i = 0; i < c.tasks; ++i) tasks.push_back(create_task(loop, yielder(c.n / c.tasks)));
  for (TaskOf<void>& task : tasks) co_await task;
}

Coroutine<std::int64_t> child(std::int64_t i) { co_return i; }

Coroutine<void> gather_case(EventLoop& loop, Case c) {
  std::vector<Value> children;
  children.reserve(c.n);
  for (std::uint64_t i = 0; i < c.n; ++i) children.emplace_back(child(static_cast<std::int64_t>(i)).object());
  Value gathered = gather(loop, children).value_or_throw();
  children.clear();
  const Value results = co_await Ref<Future>(gathered.as<Future>());
  std::int64_t sum = 0;
  for (const Value& value : results.as<Boxed<std::vector<Value>>>()->value) sum += value.as_int();
  const auto n = static_cast<std::int64_t>(c.n);
  if (sum != n * (n - 1) / 2) std::abort();
}

struct Delays {
  std::uint32_t x = 12345;
  std::uint32_t next() {
    x = x * 1664525U + 1013904223U;
    return (x >> 16) % 100;
  }
};

Coroutine<void> sleeper(EventLoop& loop, Duration delay, std::uint64_t& fired) {
  co_await sleep(loop, delay);
  ++fired;
}

Coroutine<void> timers_case(EventLoop& loop, Case c) {
  Delays delays;
  std::uint64_t fired = 0;
  std::vector<TaskOf<void>> tasks;
  tasks.reserve(c.n);
  for (std::uint64_t i = 0; i < c.n; ++i) {
    tasks.push_back(create_task(loop, sleeper(loop, std::chrono::milliseconds(delays.next()), fired)));
  }
  for (TaskOf<void>& task : tasks) co_await task;
  if (fired != c.n) std::abort();
}

struct Table {
  Ref<Future> ball[2];
};

Coroutine<void> player(EventLoop& loop, Table& table, int side, std::uint64_t count) {
  for (std::uint64_t i = 0; i < count; ++i) {
    co_await Ref<Future>(table.ball[side]);
    table.ball[side] = loop.create_future();
    static_cast<void>(table.ball[1 - side]->set_result(Value::none()));
  }
}

Coroutine<void> pingpong_case(EventLoop& loop, Case c) {
  Table table;
  table.ball[0] = loop.create_future();
  table.ball[1] = loop.create_future();
  TaskOf<void> left = create_task(loop, player(loop, table, 0, c.n / 2));
  TaskOf<void> right = create_task(loop, player(loop, table, 1, c.n / 2));
  static_cast<void>(table.ball[0]->set_result(Value::none()));
  co_await left;
  co_await right;
}

Coroutine<void> call_case(EventLoop& /*loop*/, Case c) {
  std::int64_t sum = 0;
  for (std::uint64_t i = 0; i < c.n; ++i) sum += co_await child(static_cast<std::int64_t>(i));
  if (sum == 1) std::abort();
}

Coroutine<void> alive_case(EventLoop& loop, Case c) {
  std::uint64_t woken = 0;
  for (std::uint64_t i = 0; i < c.n; ++i) create_task(loop, sleeper(loop, std::chrono::seconds(1), woken));
  co_await sleep(loop, std::chrono::seconds(2));
  if (woken != c.n) std::abort();
}

long peak_kib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

using Program = Coroutine<void> (*)(EventLoop&, Case);

void run_plain(Program program, Case c) {
  Runtime runtime;
  run(runtime, [&](EventLoop& loop) { return program(loop, c); });
}

/// The same with the recorder of engine/run; gives the number of events.
std::uint64_t run_traced(Program program, Case c) {
  namespace engine = loopline::run;
  namespace trace = loopline::trace;
  engine::Settings settings;
  settings.detail = engine::Detail::tasks;
  settings.limits.events = UINT64_MAX / 2;
  const auto recorder = trace::Recorder::in_memory(trace::Recorder::Keep::nothing);
  engine::RecordingInstrument instrument(*recorder, settings, nullptr, nullptr);
  loopline::script::Vm vm(settings.limits, &instrument);
  Runtime runtime(nullptr, &instrument);
  vm.attach(runtime);
  instrument.attach(vm, runtime);
  recorder->begin_run({}, instrument.clock());
  run(runtime, [&](EventLoop& loop) { return program(loop, c); });
  recorder->end_run(trace::RunState::finished);
  return instrument.last_event();
}

}  // namespace

int main(int argc, char** argv) {
  int at = 1;
  const bool traced = argc > 1 && std::strcmp(argv[1], "--traced") == 0;
  if (traced) ++at;
  if (argc < at + 2) return 2;
  const std::string name = argv[at];
  Case c{std::strtoull(argv[at + 1], nullptr, 10), argc > at + 2 ? std::strtoull(argv[at + 2], nullptr, 10) : 1};
  const std::uint64_t repeats = argc > at + 3 ? std::strtoull(argv[at + 3], nullptr, 10) : 1;
  if (c.tasks == 0) c.tasks = 1;
  const Program program = name == "yield"      ? yield_case
                          : name == "gather"   ? gather_case
                          : name == "timers"   ? timers_case
                          : name == "pingpong" ? pingpong_case
                          : name == "call"     ? call_case
                          : name == "alive"    ? alive_case
                                               : nullptr;
  if (program == nullptr) return 3;
  std::uint64_t events = 0;
  const auto once = [&](std::uint64_t n) {
    const Case sized{n, c.tasks};
    traced ? static_cast<void>(events += run_traced(program, sized)) : run_plain(program, sized);
  };
  if (program != alive_case) once(repeats > 1 ? c.n : c.n / 10);
  events = 0;
  const std::uint64_t cpu = clock_ns(CLOCK_PROCESS_CPUTIME_ID);
  const std::uint64_t wall = clock_ns(CLOCK_MONOTONIC);
  for (std::uint64_t i = 0; i < repeats; ++i) once(c.n);
  std::printf("ops=%llu cpu_ns=%llu wall_ns=%llu", static_cast<unsigned long long>(c.n * repeats),
              static_cast<unsigned long long>(clock_ns(CLOCK_PROCESS_CPUTIME_ID) - cpu),
              static_cast<unsigned long long>(clock_ns(CLOCK_MONOTONIC) - wall));
  if (traced) std::printf(" events=%llu", static_cast<unsigned long long>(events));
  if (program == alive_case) std::printf(" peak_kib=%ld", peak_kib());
  std::printf("\n");
  return 0;
}
