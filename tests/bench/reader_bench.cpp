// How fast can a recording be opened, read and replayed?
//
//   reader_bench CASE N FILE
//
// CASE  scan      every event into memory (what TraceReader::load does)
//       columns   the same into eight plain arrays
//       open      open + the list of runs
//       lod       level of detail of one lane with N slices, from its columns
//       replay    everything a window needs: load and build a Replay
//       reopen    the same with derived columns in the file
//       state     the state at a moment, 1,000 moments
//       cover     a frame of a timeline: 50 lanes of 1,600 pixels, the whole run
// N     events: if FILE.N.loopline does not exist, it is recorded first (not measured)
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "measure.h"
#include "pyramids.h"
#include "replay/replay.h"
#include "synthetic_events.h"
#include "trace/file.h"
#include "trace/reader.h"

using namespace loopline;

namespace {

[[noreturn]] void fail(const trace::Error& error) {
  std::cerr << error.message << '\n';
  std::exit(1);
}

template <class T>
T must(trace::Result<T> result) {
  if (!result) fail(result.error());
  return std::move(result).value();
}

void record_synthetic(const std::filesystem::path& file, std::uint64_t count) {
  auto recorder = must(trace::Recorder::create(file));
  bench::SyntheticEvents events;
  recorder->begin_run({}, events.clock());
  for (std::uint64_t i = 0; i < count; ++i) events.append_to(*recorder);
  recorder->end_run(trace::RunState::finished);
  must(recorder->close());
}

// A program of many tasks: 1,000 that sleep again and again, with a print now and then.
void record_tasks(const std::filesystem::path& file, std::uint64_t count) {
  using trace::Kind;
  auto recorder = must(trace::Recorder::create(file));
  std::int64_t time = 0;
  recorder->begin_run({.title = "bench", .detail = trace::Detail::tasks}, &time);
  constexpr trace::ObjectId kTasks = 1'000;
  recorder->append(Kind::loop_made, 0, 1);
  recorder->add_loop({1, 0, 1});
  const trace::StringId coroutine = recorder->intern("worker"), text = recorder->intern("tick");
  for (trace::ObjectId task = 2; task < kTasks + 2; ++task) {
    recorder->append(Kind::task_created, task, 0, coroutine);
    recorder->add_task({task, task, 0, coroutine, 0, 0, 1, recorder->last_event()});
  }
  std::int64_t turn = 0;
  std::vector<std::int64_t> scheduled(kTasks + 2, 1);
  while (recorder->last_event() < count) {
    time += 1'000'000;
    recorder->append(Kind::turn, 0, 1, ++turn, kTasks);
    for (trace::ObjectId task = 2; task < kTasks + 2 && recorder->last_event() < count; ++task) {
      recorder->append(Kind::step_begin, task, scheduled[task], 1);
      if (task % 100 == 0) recorder->append(Kind::out, task, text);
      const bool sleeps = (task + turn) % 2 == 0;
      const auto kind = sleeps ? trace::AwaitKind::future : trace::AwaitKind::nothing;
      recorder->append(Kind::step_end, task,
                       trace::pack_end(sleeps ? trace::StepEnd::awaits : trace::StepEnd::yielded, kind),
                       sleeps ? 100'000 + task : 0);
      scheduled[task] = static_cast<std::int64_t>(recorder->last_event()) + (sleeps ? 1 : 0);
    }
  }
  recorder->end_run(trace::RunState::finished);
  must(recorder->close());
}

std::filesystem::path prepared(const std::string& base, std::uint64_t count, bool tasks) {
  const std::filesystem::path file = base + (tasks ? ".tasks." : ".events.") + std::to_string(count) + ".loopline";
  if (!std::filesystem::exists(file)) (tasks ? record_tasks : record_synthetic)(file, count);
  return file;
}

void scan(const std::filesystem::path& file) {
  const bench::Stopwatch watch;
  auto reader = must(trace::TraceReader::open(file));
  const trace::RunData data = must(reader.load(1));
  bench::report(data.events.size(), watch.cpu(), watch.wall(), " packed=" + std::to_string(data.events.bytes()));
}

void columns(const std::filesystem::path& file) {
  const bench::Stopwatch watch;
  auto reader = must(trace::TraceReader::open(file));
  const std::size_t count = reader.runs()[0].event_count();
  std::unique_ptr<std::int64_t[]> columns[8];
  for (auto& column : columns) column = std::make_unique_for_overwrite<std::int64_t[]>(count);
  std::size_t row = 0;
  must(reader.scan(1, [&](std::span<const trace::Event> piece) {
    for (const trace::Event& event : piece) {
      columns[0][row] = static_cast<std::int64_t>(row) + 1;
      columns[1][row] = event.time;
      columns[2][row] = static_cast<std::int64_t>(event.kind);
      columns[3][row] = event.task;
      columns[4][row] = event.a;
      columns[5][row] = event.b;
      columns[6][row] = event.c;
      columns[7][row] = event.d;
      ++row;
    }
  }));
  bench::report(row, watch.cpu(), watch.wall());
  bench::keep(columns[7][row / 2]);
}

void open_only(const std::filesystem::path& file) {
  const bench::Stopwatch watch;
  auto reader = must(trace::TraceReader::open(file));
  bench::keep(reader.runs()[0].event_count());
  bench::report(1, watch.cpu(), watch.wall());
}

void level_of_detail(std::uint64_t slices) {
  replay::TrackStore tracks;
  const replay::LaneIndex lane = tracks.add_lane();
  std::uint32_t random = 1;
  replay::Moment at;
  for (std::uint64_t i = 0; i < slices; ++i) {
    random = random * 1664525u + 1013904223u;
    at = {at.event + 1, at.time + (random >> 20)};
    tracks.set(lane, at, static_cast<replay::State>(1 + (random >> 10) % 6), at.event);
  }
  tracks.finish({at.event + 1, at.time + 1}, {lane});
  const bench::Stopwatch watch;
  replay::Pyramids pyramids;
  pyramids.build(tracks, 1);
  bench::report(slices, watch.cpu(), watch.wall());
}

replay::Replay load_replay(const std::filesystem::path& file) { return must(replay::Replay::open(file)); }

void build_replay(const std::filesystem::path& file) {
  const bench::Stopwatch watch;
  const replay::Replay replay = load_replay(file);
  bench::report(replay.event_count(), watch.cpu(), watch.wall());
}

void reopen(const std::filesystem::path& file) {
  const std::filesystem::path copy = file.string() + ".derived";
  if (!std::filesystem::exists(copy)) {
    must(trace::save_copy(file, copy));
    must(load_replay(copy).save_derived(copy));
  }
  build_replay(copy);
}

void states(const std::filesystem::path& file) {
  const replay::Replay replay = load_replay(file);
  constexpr std::uint32_t kMoments = 1'000;
  const bench::Stopwatch watch;
  for (std::uint32_t i = 0; i < kMoments; ++i) {
    const auto event = static_cast<replay::EventIndex>(std::uint64_t{replay.event_count()} * i / kMoments);
    bench::keep(replay.state_at(replay.after(event), {.limit = 1'000, .ended_tasks = false}).live_tasks);
  }
  bench::report(kMoments, watch.cpu(), watch.wall());
}

void cover(const std::filesystem::path& file) {
  const replay::Replay replay = load_replay(file);
  constexpr int kPixels = 1'600, kFrames = 20;
  constexpr std::size_t kLanes = 50;
  std::vector<replay::Moment> edges;
  for (int i = 0; i <= kPixels; ++i) edges.push_back(replay.before_time(replay.end().time * i / kPixels));
  std::vector<replay::Coverage> out(kPixels);
  const bench::Stopwatch watch;
  for (int frame = 0; frame < kFrames; ++frame) {
    for (replay::LaneIndex lane = 0; lane < std::min(kLanes, replay.timeline().lanes().size()); ++lane) {
      replay.timeline().cover(lane, edges, out);
      bench::keep(out[7].states);
    }
  }
  bench::report(kFrames, watch.cpu(), watch.wall());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: reader_bench scan|columns|open|lod|replay|reopen|state|cover N FILE\n";
    return 2;
  }
  const std::string what = argv[1];
  const std::uint64_t count = std::strtoull(argv[2], nullptr, 10);
  if (what == "lod") {
    level_of_detail(count);
  } else if (what == "scan" || what == "columns" || what == "open") {
    const std::filesystem::path file = prepared(argv[3], count, false);
    what == "scan" ? scan(file) : what == "columns" ? columns(file) : open_only(file);
  } else if (what == "replay" || what == "reopen" || what == "state" || what == "cover") {
    const std::filesystem::path file = prepared(argv[3], count, true);
    what == "replay"   ? build_replay(file)
    : what == "reopen" ? reopen(file)
    : what == "state"  ? states(file)
                       : cover(file);
  } else {
    return 3;
  }
  return 0;
}
