#include "describe.h"

#include <algorithm>
#include <array>

#include "replay/replay.h"
#include "time_math.h"

namespace loopline::replay {

using trace::AwaitKind;
using trace::Event;
using trace::Kind;
using trace::ObjectType;

std::string seconds_text(std::int64_t time) {
  const bool negative = time < 0;
  const std::uint64_t size = negative ? 0 - static_cast<std::uint64_t>(time) : static_cast<std::uint64_t>(time);
  const std::uint64_t milliseconds = (size + 500'000) / 1'000'000;
  std::string fraction = std::to_string(milliseconds % 1'000);
  fraction.insert(0, 3 - fraction.size(), '0');
  return (negative ? "-" : "") + std::to_string(milliseconds / 1'000) + "." + fraction + " s";
}

std::string duration_text(std::int64_t nanoseconds) {
  if (nanoseconds < 0) nanoseconds = 0;
  std::string text = std::to_string(nanoseconds / 1'000'000'000);
  std::string fraction = std::to_string(nanoseconds % 1'000'000'000);
  fraction.insert(0, 9 - fraction.size(), '0');
  fraction.erase(fraction.find_last_not_of('0') + 1);
  return fraction.empty() ? text : text + "." + fraction;
}

std::string_view name_of(LoopPhase phase) noexcept {
  constexpr std::array<std::string_view, 6> kNames{"made", "running", "idle", "stopping", "stopped", "closed"};
  const auto index = static_cast<std::size_t>(phase);
  return index < kNames.size() ? kNames[index] : std::string_view();
}

std::string_view type_name(ObjectType type) noexcept {
  constexpr std::array<std::string_view, 15> kNames{"future",    "gather",  "lock",    "event",      "condition",
                                                    "semaphore", "barrier", "queue",   "group",      "executor",
                                                    "lock",      "queue",   "process", "connection", "object"};
  const auto index = static_cast<std::size_t>(type);
  return index < kNames.size() ? kNames[index] : kNames.back();
}

std::string_view kind_name(AwaitKind kind) noexcept {
  constexpr std::array<std::string_view, 22> kNames{
      "nothing",      "future",     "task",     "sleep",  "gather",    "shield",    "wait",    "wait_for",
      "as_completed", "group",      "lock",     "event",  "condition", "semaphore", "barrier", "queue.get",
      "queue.put",    "queue.join", "executor", "thread", "input",     "process"};
  const auto index = static_cast<std::size_t>(kind);
  return index < kNames.size() ? kNames[index] : std::string_view("something");
}

bool is_plain_label(std::string_view label, ObjectType type) noexcept {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : +c; };
  return label.empty() || std::ranges::equal(label, type_name(type), {}, lower);
}

std::string describe_object(const RunIndex& index, std::uint32_t object) {
  const trace::ObjectRow& row = index.data.objects[object];
  const std::string_view label = index.string(row.label);
  return std::string(is_plain_label(label, row.type) ? type_name(row.type) : label);
}

std::string describe_wait(const RunIndex& index, const trace::Awaited& awaited, Moment since) {
  const std::uint32_t owner = index.objects.find(awaited.owner != 0 ? awaited.owner : awaited.object);
  // By what it belongs to, if that is what the wait is about: a queue is joined through an event of its own.
  const auto named = [&](std::string_view method) {
    const bool of_queue = !method.empty();
    if (owner == kNowhere || (of_queue && index.data.objects[owner].type != ObjectType::queue)) {
      return std::string(kind_name(awaited.kind));
    }
    return describe_object(index, owner).append(method);
  };
  switch (awaited.kind) {
    case AwaitKind::sleep: return "sleep(" + duration_text(minus(awaited.until, since.time)) + ")";
    case AwaitKind::task: {
      const std::uint32_t task = index.actors.task(awaited.object);
      return task == kNowhere ? "task" : std::string(index.actors.task_name(task, since.event));
    }
    case AwaitKind::gather: {
      const std::size_t children = owner == kNowhere ? 0 : index.objects.children_at(owner, since.event).size();
      return children == 0 ? "gather" : "gather of " + std::to_string(children);
    }
    case AwaitKind::io:
    case AwaitKind::process:
      return owner == kNowhere ? std::string(kind_name(awaited.kind)) : describe_object(index, owner);
    case AwaitKind::future:
    case AwaitKind::lock:
    case AwaitKind::event:
    case AwaitKind::condition:
    case AwaitKind::semaphore:
    case AwaitKind::barrier: return named("");
    case AwaitKind::queue_get: return named(".get");
    case AwaitKind::queue_put: return named(".put");
    case AwaitKind::queue_join: return named(".join");
    default: return std::string(kind_name(awaited.kind));
  }
}

std::string describe_call(const RunIndex& index, std::uint32_t task) {
  const trace::TaskRow& row = index.actors.tasks[task].row;
  const std::string_view label = index.string(row.label);
  return label.empty() ? std::string(index.string(row.coroutine)) + "()" : std::string(label);
}

namespace {

/// What a thread stands still in: time.sleep, or the call of the library that the event names.
std::string sleeping(const RunIndex& index, const Event& block) {
  if (block.c != 0) return std::string(index.string(block.c));
  return "time.sleep(" + duration_text(block.a) + ")";
}

std::string describe_late(const RunIndex& index, std::uint32_t task, const Track& track, std::size_t slice) {
  const Moment begin = track.begin(slice);
  const bool due = index.began_waiting(task, track.cause[slice]);
  return (due ? "due at " : "ready at ") + seconds_text(begin.time) +
         ", cannot run: " + seconds_text(track.end(slice).time - begin.time) + " late";
}

std::string describe_task_slice(const RunIndex& index, std::uint32_t task, const Track& track, std::size_t slice) {
  const EventIndex cause = track.cause[slice];
  switch (track.state[slice]) {
    case State::running: return describe_call(index, task);
    case State::waiting: return describe_wait(index, trace::awaited_of(index.events[cause]), index.after(cause));
    case State::late: return describe_late(index, task, track, slice);
    case State::blocking: return sleeping(index, index.events[cause]);
    case State::done:
    case State::raised: return std::string(index.string(index.events[cause].b));
    default: return std::string(name_of(track.state[slice]));
  }
}

std::string describe_loop_slice(const RunIndex& index, const Track& track, std::size_t slice) {
  const Event cause = index.events[track.cause[slice]];
  switch (track.state[slice]) {
    case State::running: return cause.kind == Kind::turn ? "turn " + std::to_string(cause.b) : "running";
    case State::idle: return "select · " + seconds_text(track.end(slice).time - track.begin(slice).time);
    case State::blocking: {
      const std::uint32_t task = index.actors.task(index.contexts.during(track.cause[slice]).task);
      std::string text = sleeping(index, cause);
      if (task != kNowhere) text += " in " + std::string(index.actors.task_name(task, track.cause[slice]));
      return text + " blocks the loop";
    }
    default: return std::string(name_of(track.state[slice]));
  }
}

}  // namespace

std::string describe_slice(const RunIndex& index, LaneIndex lane, std::size_t slice) {
  const Track track = index.tracks.track(lane);
  if (slice >= track.size()) return {};
  if (track.cause[slice] == 0) return std::string(name_of(track.state[slice]));
  const Lane& drawn = index.lanes[lane];
  if (drawn.kind == LaneKind::task) {
    return describe_task_slice(index, index.actors.task(drawn.id), track, slice);
  }
  if (drawn.kind == LaneKind::loop) return describe_loop_slice(index, track, slice);
  if (track.state[slice] == State::blocking) return sleeping(index, index.events[track.cause[slice]]);
  return std::string(name_of(track.state[slice]));
}

}  // namespace loopline::replay
