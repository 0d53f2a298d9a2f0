// The recorder's two threads and a producer that moves from thread to thread, without Qt, for ThreadSanitizer.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <semaphore>
#include <thread>

#include "recording.h"
#include "trace/reader.h"

using namespace loopline::trace;
using loopline::test::Recording;

namespace {

int fail(const char* what) {
  std::fprintf(stderr, "recorder_threads: %s\n", what);
  return 1;
}

// Two threads take turns; the semaphores order them, as the baton of virtual threads does.
int producer_moves(const std::filesystem::path& path) {
  auto recorder = Recorder::create(path, {.overwrite = true, .chunks = 3});
  if (!recorder) return fail("not created");
  Recording run(*recorder.value());
  std::binary_semaphore mine(1), theirs(0);
  constexpr int kRounds = 40, kEvents = 1'500;
  const auto produce = [&](std::binary_semaphore& wait, std::binary_semaphore& next) {
    for (int round = 0; round < kRounds; ++round) {
      wait.acquire();
      for (int i = 0; i < kEvents; ++i) run.add(Kind::out, 0, run.text("line " + std::to_string(i * round % 7'000)));
      next.release();
    }
  };
  std::thread other([&] { produce(theirs, mine); });
  produce(mine, theirs);
  other.join();
  recorder.value()->end_run(RunState::finished);
  if (!recorder.value()->close()) return fail("not closed");

  auto reader = TraceReader::open(path);
  if (!reader) return fail("not opened");
  const auto data = reader.value().load(1);
  if (!data || data.value().events.size() != 2 * kRounds * kEvents) return fail("events are missing");
  return 0;
}

// A reader in a third thread, while the writer writes.
int read_while_writing(const std::filesystem::path& path) {
  auto recorder = Recorder::create(path, {.overwrite = true});
  if (!recorder) return fail("not created");
  Recording run(*recorder.value());
  if (!recorder.value()->flush()) return fail("not flushed");
  std::size_t seen = 0;
  bool rises = true;
  std::thread reading([&] {
    for (int i = 0; i < 20; ++i) {
      auto reader = TraceReader::open(path);
      if (!reader) continue;
      const auto data = reader.value().load(1);
      if (!data) continue;
      rises &= data.value().events.size() >= seen;
      seen = data.value().events.size();
    }
  });
  for (int i = 0; i < 300'000; ++i) run.add(Kind::line, 0, i);
  reading.join();
  recorder.value()->end_run(RunState::finished);
  if (!recorder.value()->close()) return fail("not closed");
  return rises ? 0 : fail("committed events were gone");
}

}  // namespace

int main() {
  std::string folder = std::filesystem::temp_directory_path() / "recorder_threads_XXXXXX";
  if (mkdtemp(folder.data()) == nullptr) return fail("no temporary folder");
  const std::filesystem::path path = std::filesystem::path(folder) / "a.loopline";
  const int status = producer_moves(path) | read_while_writing(path);
  std::filesystem::remove_all(folder);
  return status;
}
