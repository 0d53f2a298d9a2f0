// Runs, their recorder's writer thread and whoever watches them, without Qt: for ThreadSanitizer.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <vector>

#include "run_testing.h"
#include "trace/reader.h"
#include "trace/recorder.h"

using namespace loopline;
using namespace loopline::run;
using namespace loopline::run::test;

namespace {

void check(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "run_threads: %s\n", what);
  std::exit(1);
}

const char* const kMany =
    "import asyncio\n"
    "async def work(n):\n    for i in range(n):\n        await asyncio.sleep(0)\n"
    "async def main():\n    await asyncio.gather(*[work(300) for i in range(10)])\n"
    "    loop = asyncio.get_running_loop()\n"
    "    print(await loop.run_in_executor(None, len, 'abc'))\n"
    "asyncio.run(main())\n";

void record_into_a_file(const std::filesystem::path& path, Detail detail) {
  auto recorder = trace::Recorder::create(path, {.overwrite = true});
  check(recorder.ok(), "the file cannot be made");
  Control control;
  std::thread watcher([&control] {
    std::uint64_t seen = 0;
    while (!control.cancel && seen < 1'000) {
      seen = control.events;
      std::this_thread::yield();
    }
  });
  Kept output;
  const Outcome outcome = run::run(settings_for(kMany, detail), recorder.value().get(), &output, &control);
  control.cancel = true;
  watcher.join();
  check(outcome.kind == Outcome::Kind::ended, outcome.message.c_str());
  check(output.out == "3\n", "it prints something else");
  check(recorder.value()->close().ok(), "the file cannot be closed");
  check(trace::TraceReader::open(path).ok(), "the file cannot be opened");
}

void cancel_from_outside() {
  Settings settings = settings_for("while True:\n    pass\n", Detail::tasks);
  settings.limits.instructions = UINT64_MAX / 2;
  Control control;
  std::thread canceller([&control] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    control.cancel = true;
  });
  const Recorded recorded = record(settings, nullptr, &control);
  canceller.join();
  check(recorded.outcome.kind == Outcome::Kind::cancelled, "it was not cancelled");
}

}  // namespace

int main() {
  const std::filesystem::path folder = std::filesystem::temp_directory_path();
  const std::string name = "loopline_run_threads_" + std::to_string(static_cast<unsigned>(std::rand()));
  std::vector<std::thread> together;
  for (int i = 0; i < 3; ++i) {
    together.emplace_back([&, i] {
      const std::filesystem::path path = folder / (name + std::to_string(i) + ".loopline");
      record_into_a_file(path, i == 0 ? Detail::full : Detail::tasks);
      std::filesystem::remove(path);
    });
  }
  for (std::thread& thread : together) thread.join();
  cancel_from_outside();
  return 0;
}
