// How fast can events be recorded?
//
//   recorder_bench FILE N        N events into a recording, closing included; the file is removed afterwards
//   recorder_bench --memory N    N events into chunks that are used again: what the producer pays
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

#include "measure.h"
#include "synthetic_events.h"

using namespace loopline;

namespace {

int record(std::unique_ptr<trace::Recorder> recorder, std::uint64_t count, const bench::Stopwatch& watch,
           const std::string& file) {
  bench::SyntheticEvents events;
  const std::int64_t before = bench::clock_now(CLOCK_THREAD_CPUTIME_ID);
  recorder->begin_run({}, events.clock());
  for (std::uint64_t i = 0; i < count; ++i) events.append_to(*recorder);
  recorder->end_run(trace::RunState::finished);
  const std::int64_t producer = bench::clock_now(CLOCK_THREAD_CPUTIME_ID) - before;
  const trace::Status closed = recorder->close();
  const std::int64_t cpu = watch.cpu(), wall = watch.wall();
  if (!closed) {
    std::cerr << closed.error().message << '\n';
    return 1;
  }
  std::string more = " producer_cpu_ns=" + std::to_string(producer);
  if (!file.empty()) more += " bytes=" + std::to_string(std::filesystem::file_size(file));
  bench::report(count, cpu, wall, more);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: recorder_bench FILE|--memory N\n";
    return 2;
  }
  const std::string file = argv[1];
  const std::uint64_t count = std::strtoull(argv[2], nullptr, 10);
  const bench::Stopwatch watch;
  if (file == "--memory") return record(trace::Recorder::in_memory(trace::Recorder::Keep::nothing), count, watch, {});

  auto recorder = trace::Recorder::create(file, {.overwrite = true});
  if (!recorder) {
    std::cerr << recorder.error().message << '\n';
    return 1;
  }
  const int status = record(std::move(recorder).value(), count, watch, file);
  std::filesystem::remove(file);
  return status;
}
