#include "recording_instrument.h"

#include <concepts>

namespace loopline::loop::test {

namespace {

template <class T>
std::string text_of_part(const T& part) {
  if constexpr (std::is_enum_v<T>) {
    return std::to_string(static_cast<int>(part));
  } else if constexpr (std::convertible_to<T, std::string_view>) {
    return "'" + std::string(std::string_view(part)) + "'";
  } else if constexpr (std::same_as<T, Time>) {
    return std::to_string(part.count()) + "ns";
  } else {
    return std::to_string(part);
  }
}

}  // namespace

template <class... Parts>
void RecordingInstrument::add(const char* word, const Parts&... parts) {
  ++m_last_event;
  std::string line = word;
  ((line += " " + text_of_part(parts)), ...);
  lines.push_back(std::move(line));
}

std::vector<std::string> RecordingInstrument::lines_of(std::string_view word) const {
  std::vector<std::string> found;
  for (const std::string& line : lines) {
    if (line.starts_with(word)) found.push_back(line);
  }
  return found;
}

void RecordingInstrument::loop_made(ObjectId loop, std::string_view label) { add("loop_made", loop, label); }
void RecordingInstrument::loop_changed(ObjectId loop, LoopChange change) { add("loop_changed", loop, change); }
void RecordingInstrument::turn_begins(ObjectId loop, std::uint64_t turn, std::size_t ready) {
  add("turn", loop, turn, ready);
}
void RecordingInstrument::select_begins(ObjectId loop, Time until) { add("select", loop, until); }
void RecordingInstrument::callback_begins(RunKind kind, std::string_view name, EventNumber scheduled, ObjectId handle) {
  add("callback", kind, name, scheduled, handle);
}
void RecordingInstrument::handle_cancelled(ObjectId handle, EventNumber scheduled) {
  add("handle_cancelled", handle, scheduled);
}
void RecordingInstrument::timer_set(ObjectId timer, std::string_view name, Time due, const Awaited& releases) {
  add("timer_set", timer, name, due, releases.object);
}
void RecordingInstrument::timer_cancelled(ObjectId timer) { add("timer_cancelled", timer); }
void RecordingInstrument::task_created(const TaskInfo& task) {
  add("task_created", task.id, task.number, task.name, task.coroutine, task.label, task.parent, task.loop);
}
void RecordingInstrument::task_renamed(ObjectId task, std::string_view name) { add("task_renamed", task, name); }
void RecordingInstrument::step_begins(ObjectId task, RunKind kind, EventNumber scheduled, bool throws) {
  add("step_begins", task, kind, scheduled, throws);
}
void RecordingInstrument::step_yields(ObjectId task) { add("step_yields", task); }
void RecordingInstrument::step_awaits(ObjectId task, const Awaited& awaited) {
  add("step_awaits", task, awaited.kind, awaited.object, awaited.owner, awaited.detail);
}
void RecordingInstrument::task_ends(ObjectId task, StepEnd end, std::string_view value) {
  add("task_ends", task, end, value);
}
void RecordingInstrument::cancel_requested(ObjectId victim, ObjectId by, CancelEffect effect,
                                           std::string_view message) {
  add("cancel_requested", victim, by, effect, message);
}
void RecordingInstrument::object_made(ObjectId object, ObjectType type, std::string_view label) {
  add("object_made", object, type, label);
}
void RecordingInstrument::object_changed(ObjectId object, ObjectChange change, ObjectId task, ObjectId other,
                                         std::int64_t value) {
  add("object_changed", object, change, task, other, value);
}
void RecordingInstrument::future_done(ObjectId future, FutureEnd end, ObjectId by) {
  add("future_done", future, end, by);
}
void RecordingInstrument::thread_started(std::uint32_t thread, std::string_view name, std::uint32_t /*host*/) {
  add("thread_started", thread, name);
}
void RecordingInstrument::thread_switched(std::uint32_t thread) { add("thread_switched", thread); }
void RecordingInstrument::thread_ended(std::uint32_t thread) { add("thread_ended", thread); }
void RecordingInstrument::block_begins(Duration duration, Time until, ObjectId task) {
  add("block_begins", duration, until, task);
}
void RecordingInstrument::block_ends(ObjectId task) { add("block_ends", task); }
void RecordingInstrument::warned(WarningKind kind, ObjectId task, std::string_view value) {
  add("warned", kind, task, value);
}

}  // namespace loopline::loop::test
