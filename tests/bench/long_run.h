// A run of 50 tasks with as many events as wanted: what the benches of the window look at.
#pragma once

#include <cstdint>
#include <string>

#include "recording.h"
#include "replay/replay.h"
#include "trace/recorder.h"

namespace loopline::bench {

/// Tasks that sleep for milliseconds over and over: select, a turn, a timer, a step with some lines.
inline void fillLongRun(trace::Recorder& recorder, std::uint64_t events) {
  constexpr trace::ObjectId kTasks = 50, kFirst = 10;
  test::Recording recording(recorder);
  recording.loop(1);
  recording.add(trace::Kind::loop_started, 0, 1);
  for (trace::ObjectId i = 0; i < kTasks; ++i) recording.task(kFirst + i, i + 1, "work", 0, {}, "work(1)");
  std::uint32_t random = 1;
  std::int64_t turn = 0, callback = recording.text("sleep");
  std::vector<std::int64_t> scheduled(kTasks, recording.last());
  while (recorder.last_event() < events) {
    random = random * 1664525U + 1013904223U;
    const trace::ObjectId task = (random >> 8) % kTasks;
    const std::int64_t until = recording.time + 200'000 + (random >> 12) % 3'000'000;
    recording.add(trace::Kind::select, 0, 1, until);
    recording.time = until + 1'000;
    recording.turn(1, ++turn, 1);
    const std::int64_t fired = recording.last();
    recording.add(trace::Kind::callback_begin, 0, fired, callback, 3);
    scheduled[task] = recording.last();
    recording.turn(1, ++turn, 1);
    recording.step(kFirst + task, scheduled[task]);
    for (int line = 1; line <= 4; ++line) recording.add(trace::Kind::line, kFirst + task, task + 1, line);
    if (random % 997 == 0) {
      recording.add(trace::Kind::block_begin, kFirst + task, 150'000'000, recording.time + 150'000'000);
      recording.time += 150'000'000;
      recording.add(trace::Kind::block_end, kFirst + task);
    }
    if (random % 61 == 0) recording.add(trace::Kind::out, kFirst + task, recording.text("beat"));
    recording.awaits(kFirst + task, {.kind = trace::AwaitKind::sleep, .until = recording.time + 50'000'000});
  }
  recording.add(trace::Kind::end);
  recorder.end_run(trace::RunState::finished);
}

inline trace::RunData longRun(std::uint64_t events) {
  auto recorder = trace::Recorder::in_memory(trace::Recorder::Keep::all);
  fillLongRun(*recorder, events);
  return recorder->take_run();
}

/// The same as a file. `derived`: with what replaying derives of it, so that it opens fast.
inline bool writeLongRun(std::uint64_t events, const std::string& path, bool derived) {
  auto recorder = trace::Recorder::create(path);
  if (!recorder) return false;
  fillLongRun(*recorder.value(), events);
  if (!recorder.value()->close()) return false;
  if (!derived) return true;
  const auto replay = replay::Replay::open(path);
  return replay && replay.value().save_derived(path);
}

}  // namespace loopline::bench
