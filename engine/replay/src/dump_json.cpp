// The state as JSON: what `loopline replay --json` prints. Times are in nanoseconds.
#include <nlohmann/json.hpp>
#include <ostream>

#include "describe.h"
#include "replay/replay.h"

namespace loopline::replay {
namespace {

using Json = nlohmann::ordered_json;

Json task_json(const Replay& replay, const RunState& state, const TaskState& task) {
  Json json{{"id", task.task},
            {"name", task.name},
            {"coroutine", task.coroutine},
            {"label", task.label},
            {"state", name_of(task.state)},
            {"since_event", task.since.event},
            {"since", task.since.time},
            {"parent", task.parent},
            {"loop", task.loop}};
  if (task.wait.waits()) {
    json["waits_for"] = {{"what", replay.describe(task.wait)},
                         {"kind", kind_name(task.wait.awaited.kind)},
                         {"object", task.wait.awaited.object},
                         {"owner", task.wait.awaited.owner},
                         {"until", task.wait.awaited.until}};
  }
  if (!task.value.empty()) json["value"] = task.value;
  if (task.cancelling) json["cancelling"] = true;
  if (task.deadlocked) json["deadlocked"] = true;
  if (is_end(task.state)) return json;
  json["stack"] = Json::array();
  for (const Frame& frame : replay.stack_at(task.task, state.at)) {
    json["stack"].push_back({{"frame", frame.frame}, {"function", frame.function}, {"line", frame.line}});
  }
  return json;
}

Json ready_json(const ReadyEntry& entry) {
  Json json{{"since_event", entry.since.event}, {"since", entry.since.time}, {"loop", entry.loop}};
  if (entry.task != 0) {
    json["task"] = entry.task;
  } else {
    json["callback"] = entry.callback;
  }
  return json;
}

Json timer_json(const Timer& timer) {
  return {{"id", timer.timer},  {"due", timer.due},         {"callback", timer.callback},
          {"task", timer.task}, {"overdue", timer.overdue}, {"set_at", timer.set_at}};
}

Json loop_json(const LoopState& loop) {
  return {{"id", loop.loop},
          {"label", loop.label},
          {"thread", loop.thread},
          {"phase", name_of(loop.phase)},
          {"turn", loop.turn},
          {"task", loop.task},
          {"callback", loop.callback},
          {"idle_until", loop.idle_until},
          {"blocked_until", loop.blocked_until}};
}

Json thread_json(const ThreadState& thread) {
  return {{"id", thread.thread},
          {"name", thread.name},
          {"current", thread.current},
          {"ended", thread.ended},
          {"asleep_until", thread.asleep_until}};
}

Json object_json(const ObjectState& object) {
  Json json{{"id", object.object},
            {"type", type_name(object.type)},
            {"label", object.label},
            {"holders", object.holders},
            {"waiters", object.waiters}};
  if (!object.children.empty()) json["children"] = object.children;
  if (object.value) json["value"] = *object.value;
  if (object.unfinished) json["unfinished"] = *object.unfinished;
  if (object.size) json["size"] = *object.size;
  if (object.set) json["set"] = *object.set;
  return json;
}

template <class Rows, class Make>
Json list(const Rows& rows, Make make) {
  Json json = Json::array();
  for (const auto& row : rows) json.push_back(make(row));
  return json;
}

}  // namespace

void write_json(const Replay& replay, const RunState& state, std::ostream& out) {
  Json json{{"event", state.at.event}, {"events", replay.event_count()}, {"time", state.at.time},
            {"turn", state.turn},      {"thread", state.thread},         {"running", state.running}};
  json["changes"] = list(state.changes, [](const Change& change) { return change.text; });
  json["tasks"] = list(state.tasks, [&](const TaskState& task) { return task_json(replay, state, task); });
  json["ready"] = list(state.ready, ready_json);
  json["timers"] = list(state.timers, timer_json);
  json["loops"] = list(state.loops, loop_json);
  json["threads"] = list(state.threads, thread_json);
  json["objects"] = list(state.objects, object_json);
  const std::vector<Frame> stack = replay.stack_at(state.running, state.at);
  Json variables = Json::object();
  if (!stack.empty()) {
    for (const Variable& variable : replay.variables_at(stack.back().frame, state.at)) {
      variables[std::string(variable.name)] = variable.value;
    }
  }
  json["variables"] = std::move(variables);
  json["console"] = list(state.console, [](const ConsoleLine& line) {
    return Json{{"stream", line.stream == Stream::err ? "err" : "out"},
                {"text", line.text},
                {"time", line.at.time},
                {"task", line.task},
                {"complete", line.complete}};
  });
  json["warnings"] = list(state.warnings, [](const Warning& warning) {
    return Json{
        {"kind", name_of(warning.kind)}, {"value", warning.value}, {"time", warning.at.time}, {"task", warning.task}};
  });
  json["deadlock"] = state.deadlock;
  out << json.dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace loopline::replay
