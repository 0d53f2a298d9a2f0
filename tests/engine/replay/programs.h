// Short hands for programs of a MiniLoop, and the replay of one.
#pragma once

#include <utility>

#include "mini_loop.h"
#include "replay/replay.h"

namespace loopline::test {

inline Op line(std::int64_t number) { return {.what = Op::What::line, .number = number}; }
inline Op wait(std::int64_t milliseconds) { return {.what = Op::What::sleep, .number = milliseconds * kMillisecond}; }
inline Op give_way() { return {.what = Op::What::sleep}; }
inline Op block(std::int64_t milliseconds) { return {.what = Op::What::block, .number = milliseconds * kMillisecond}; }
inline Op print(std::string text) { return {.what = Op::What::print, .text = std::move(text)}; }
inline Op spawn(std::int64_t program) { return {.what = Op::What::spawn, .number = program}; }
inline Op join(std::int64_t child) { return {.what = Op::What::join, .number = child}; }
inline Op gather(std::vector<std::size_t> programs) {
  return {.what = Op::What::gather, .numbers = std::move(programs)};
}
inline Op cancel(std::int64_t child) { return {.what = Op::What::cancel, .number = child}; }
inline Op acquire(std::int64_t lock) { return {.what = Op::What::acquire, .number = lock}; }
inline Op release(std::int64_t lock) { return {.what = Op::What::release, .number = lock}; }
inline Op put(std::int64_t queue = 0) { return {.what = Op::What::put, .number = queue}; }
inline Op get(std::int64_t queue = 0) { return {.what = Op::What::get, .number = queue}; }
inline Op call(std::string function, std::int64_t line) {
  return {.what = Op::What::call, .number = line, .text = std::move(function)};
}
inline Op leave() { return {.what = Op::What::leave}; }
inline Op set(std::string name, std::string value) {
  return {.what = Op::What::set, .text = std::move(name), .value = std::move(value)};
}
inline Op raise(std::string repr) { return {.what = Op::What::raise, .text = std::move(repr)}; }

inline replay::Replay replay_of(trace::RunData data) {
  trace::Result<replay::Replay> replay = replay::Replay::build(std::move(data));
  if (!replay) qFatal("%s", replay.error().message.c_str());
  return std::move(replay).value();
}
inline replay::Replay run(std::vector<Program> programs, trace::Detail detail = trace::Detail::full) {
  auto recorder = trace::Recorder::in_memory(trace::Recorder::Keep::all);
  MiniLoop loop(*recorder, std::move(programs), detail);
  loop.run();
  return replay_of(recorder->take_run());
}

}  // namespace loopline::test
