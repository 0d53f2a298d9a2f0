#include <algorithm>
#include <array>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json_text.h"
#include "task_names.h"
#include "trace/export.h"

namespace loopline::trace {
namespace {

// A process is a thread of the run, a track in it a loop or a task. Object ids serve as track numbers; 0 is the thread
// outside its loop.
struct Track {
  ThreadId thread = 1;
  ObjectId id = 0;
};

// Writes events in pairs (B, E) rather than with durations: in virtual time many slices have none, and pairs keep their
// order where durations would nest them wrongly.
class ChromeWriter {
 public:
  explicit ChromeWriter(const RunData& run) : m_run(run), m_names(run) {}

  void event(const Event& event);
  void finish();
  std::string take() { return std::exchange(m_text, {}); }

 private:
  struct TaskTrack {
    ThreadId thread = 1;
    bool waits = false;
    EventNumber since = 0;  // the event that ended its last step, or made it
    std::string waits_for;
  };
  struct ThreadTrack {
    ObjectId loop = 0;  // that runs in it
    ObjectId task = 0;  // in whose step it is
    bool in_turn = false, in_select = false, in_callback = false, blocked = false;
  };
  struct Boundary {
    EventNumber event;
    Track track;
  };

  void loop_event(const Event& event);
  void task_event(const Event& event);
  void step_begins(const Event& event);
  void step_ends(const Event& event);
  void object_event(const Event& event);
  void text_event(const Event& event);
  void close_callback(std::int64_t time);
  void close_turn(std::int64_t time);
  void close_wait(ObjectId id, TaskTrack& task, EventNumber ready, std::int64_t now);
  std::string wait_text(const Event& step_end) const;
  void metadata();

  void begin(char phase, std::int64_t time, Track track, std::string_view name);
  void end() { m_text += "},\n"; }
  void slice_begins(std::int64_t time, Track track, std::string_view name, std::string_view colour = {});
  void slice_ends(std::int64_t time, Track track);
  void flow(EventNumber from, Track to, std::int64_t now, std::string_view name);
  void instant(const Event& event, std::string_view what, std::string_view text);
  void counter(std::int64_t time, std::string_view name, std::int64_t value);

  Track here() const;
  Track track_at(EventNumber event) const;
  ThreadTrack& thread() { return m_threads[m_thread]; }
  std::string_view string(std::int64_t id) const { return m_run.strings[static_cast<StringId>(id)]; }

  const RunData& m_run;
  TaskNames m_names;
  std::map<ObjectId, TaskTrack> m_tasks;
  std::map<ObjectId, ThreadId> m_loops;
  std::map<ThreadId, ThreadTrack> m_threads;
  std::vector<Boundary> m_boundaries;  // where the active track changes; for the tails of flows
  ThreadId m_thread = 1;
  EventNumber m_number = 0;
  std::int64_t m_time = 0;
  std::int64_t m_live_tasks = 0;
  std::uint64_t m_flows = 0;
  std::string m_text;
};

void append_microseconds(std::string& to, std::int64_t nanoseconds) {
  to += std::to_string(nanoseconds / 1000);
  const std::string rest = std::to_string(nanoseconds % 1000);
  to += '.';
  to.append(3 - rest.size(), '0');
  to += rest;
}

void ChromeWriter::begin(char phase, std::int64_t time, Track track, std::string_view name) {
  m_text += "{\"ph\":\"";
  m_text += phase;
  m_text += "\",\"ts\":";
  append_microseconds(m_text, time);
  m_text += ",\"pid\":" + std::to_string(track.thread) + ",\"tid\":" + std::to_string(track.id) + ",\"name\":";
  append_json(m_text, name);
}

void ChromeWriter::slice_begins(std::int64_t time, Track track, std::string_view name, std::string_view colour) {
  begin('B', time, track, name);
  if (!colour.empty()) (m_text += ",\"cname\":\"").append(colour) += '"';
  end();
}

void ChromeWriter::slice_ends(std::int64_t time, Track track) {
  begin('E', time, track, "");
  end();
}

void ChromeWriter::flow(EventNumber from, Track to, std::int64_t now, std::string_view name) {
  if (from == 0 || from > m_number) return;
  const std::string id = std::to_string(++m_flows);
  begin('s', m_run.events.time(from), track_at(from), name);
  m_text += ",\"cat\":\"flow\",\"id\":" + id;
  end();
  begin('f', now, to, name);
  m_text += ",\"cat\":\"flow\",\"bp\":\"e\",\"id\":" + id;
  end();
}

void ChromeWriter::instant(const Event& event, std::string_view what, std::string_view text) {
  const auto task = m_tasks.find(event.task);
  begin('i', event.time, task != m_tasks.end() ? Track{task->second.thread, event.task} : here(), what);
  m_text += ",\"s\":\"t\",\"args\":{\"text\":";
  append_json(m_text, text);
  m_text += '}';
  end();
}

void ChromeWriter::counter(std::int64_t time, std::string_view name, std::int64_t value) {
  begin('C', time, {m_thread, 0}, name);
  m_text += ",\"args\":{\"value\":" + std::to_string(value) + '}';
  end();
}

Track ChromeWriter::here() const {
  const auto thread = m_threads.find(m_thread);
  if (thread == m_threads.end()) return {m_thread, 0};
  return {m_thread, thread->second.task != 0 ? thread->second.task : thread->second.loop};
}

Track ChromeWriter::track_at(EventNumber event) const {
  const auto after = std::ranges::upper_bound(m_boundaries, event, {}, &Boundary::event);
  return after == m_boundaries.begin() ? Track{1, 0} : std::prev(after)->track;
}

void ChromeWriter::close_callback(std::int64_t time) {
  if (!std::exchange(thread().in_callback, false)) return;
  slice_ends(time, {m_thread, thread().loop});
}

void ChromeWriter::close_turn(std::int64_t time) {
  close_callback(time);
  if (std::exchange(thread().in_turn, false)) slice_ends(time, {m_thread, thread().loop});
  if (std::exchange(thread().in_select, false)) slice_ends(time, {m_thread, thread().loop});
}

void ChromeWriter::loop_event(const Event& event) {
  const auto loop = static_cast<ObjectId>(event.a);
  switch (event.kind) {
    case Kind::loop_made: m_loops[loop] = m_thread; break;
    case Kind::loop_started:
      m_loops[loop] = m_thread;
      thread().loop = loop;
      break;
    case Kind::loop_stopped:
      close_turn(event.time);
      thread().loop = 0;
      break;
    case Kind::turn:
      close_turn(event.time);
      thread().loop = loop;
      thread().in_turn = true;
      slice_begins(event.time, {m_thread, loop}, "turn " + std::to_string(event.b));
      counter(event.time, "ready", event.c);
      break;
    case Kind::select:
      close_turn(event.time);
      thread().loop = loop;
      thread().in_select = true;
      slice_begins(event.time, {m_thread, loop}, "select", "grey");
      break;
    default: break;
  }
}

std::string ChromeWriter::wait_text(const Event& step_end) const {
  constexpr std::array<std::string_view, 22> kNames{
      "nothing",      "a future",   "a task",   "sleep",  "gather",    "shield",    "wait",    "wait_for",
      "as_completed", "task group", "lock",     "event",  "condition", "semaphore", "barrier", "queue.get",
      "queue.put",    "queue.join", "executor", "thread", "io",        "process"};
  const Awaited awaited = awaited_of(step_end);
  if (awaited.kind == AwaitKind::task) return m_names[awaited.object];
  const auto index = static_cast<std::size_t>(awaited.kind);
  return std::string(index < kNames.size() ? kNames[index] : "something");
}

// What a task did between two steps: it waited, then it was ready.
void ChromeWriter::close_wait(ObjectId id, TaskTrack& task, EventNumber ready, std::int64_t now) {
  if (task.since == 0) return;
  const Track track{task.thread, id};
  const std::int64_t since = m_run.events.time(task.since);
  const std::int64_t between = ready > task.since ? std::min(m_run.events.time(ready), now) : since;
  if (task.waits) {
    slice_begins(since, track, "waits for " + task.waits_for, "thread_state_sleeping");
    slice_ends(between, track);
  }
  if (ready != 0) {
    slice_begins(between, track, "ready", "thread_state_runnable");
    slice_ends(now, track);
  }
  task.since = 0;
}

void ChromeWriter::step_begins(const Event& event) {
  close_callback(event.time);
  TaskTrack& task = m_tasks[event.task];
  task.thread = m_thread;
  const EventNumber scheduled = std::min(static_cast<EventNumber>(std::max<std::int64_t>(event.a, 1)), m_number);
  close_wait(event.task, task, scheduled, event.time);
  thread().task = event.task;
  slice_begins(event.time, {m_thread, event.task}, m_names[event.task], "thread_state_running");
  flow(scheduled, {m_thread, event.task}, event.time, "wakes");
}

void ChromeWriter::step_ends(const Event& event) {
  if (thread().task != event.task) return;
  slice_ends(event.time, {m_thread, event.task});
  thread().task = 0;
  TaskTrack& task = m_tasks[event.task];
  const StepEnd how = step_end_of(event.a);
  if (how >= StepEnd::returned) {
    constexpr std::array<std::string_view, 3> kEnds{"returned", "raised", "cancelled"};
    const auto index = std::min<std::size_t>(static_cast<std::size_t>(how) - 2, kEnds.size() - 1);
    instant(event, kEnds[index], string(event.b));
    counter(event.time, "live tasks", --m_live_tasks);
    return;
  }
  task.since = m_number;
  task.waits = how == StepEnd::awaits;
  if (task.waits) task.waits_for = wait_text(event);
}

void ChromeWriter::task_event(const Event& event) {
  m_names.note(event);
  switch (event.kind) {
    case Kind::task_created:
      m_tasks[event.task] = {m_thread, false, m_number, {}};
      counter(event.time, "live tasks", ++m_live_tasks);
      break;
    case Kind::step_begin: step_begins(event); break;
    case Kind::step_end: step_ends(event); break;
    case Kind::cancel_requested: instant(event, "cancel requested", string(event.c)); break;
    case Kind::callback_begin:
      close_callback(event.time);
      thread().in_callback = true;
      slice_begins(event.time, {m_thread, thread().loop}, string(event.b));
      flow(static_cast<EventNumber>(event.a), {m_thread, thread().loop}, event.time, "schedules");
      break;
    default: break;
  }
}

void ChromeWriter::object_event(const Event& event) {
  const auto change = static_cast<ObjectChange>(event.b);
  const bool counts = change == ObjectChange::acquired || change == ObjectChange::released ||
                      change == ObjectChange::put || change == ObjectChange::got;
  if (!counts) return;
  const auto id = static_cast<ObjectId>(event.a);
  const auto row = std::ranges::lower_bound(m_run.objects, id, {}, &ObjectRow::id);
  if (row == m_run.objects.end() || row->id != id || row->type == ObjectType::lock) return;
  std::string name(m_run.strings[row->label]);
  if (name.empty()) name = row->type == ObjectType::queue ? "queue" : "permits";
  counter(event.time, name + " (" + std::to_string(id) + ")", event.c);
}

void ChromeWriter::text_event(const Event& event) {
  switch (event.kind) {
    case Kind::out:
    case Kind::err: instant(event, "print", string(event.a)); break;
    case Kind::warn: instant(event, "warning", string(event.b)); break;
    case Kind::raise: instant(event, "raises", string(event.b)); break;
    case Kind::gauge: counter(event.time, string(event.a), event.b); break;
    case Kind::deadlock: instant(event, "deadlock", ""); break;
    case Kind::limit: instant(event, "limit", string(event.b)); break;
    case Kind::signal:
    case Kind::interrupt: instant(event, "signal", string(event.a)); break;
    case Kind::block_begin: {
      std::string name = "time.sleep(";
      append_seconds(name, event.a);
      slice_begins(event.time, here(), name + ')', "terrible");
      thread().blocked = true;
      break;
    }
    case Kind::block_end:
      if (std::exchange(thread().blocked, false)) slice_ends(event.time, here());
      break;
    default: break;
  }
}

void ChromeWriter::event(const Event& event) {
  ++m_number;
  m_time = event.time;
  if (event.kind == Kind::thread_switched) m_thread = static_cast<ThreadId>(event.a);
  if (event.kind <= Kind::select) {
    loop_event(event);
  } else if (event.kind <= Kind::cancel_requested) {
    task_event(event);
  } else if (event.kind == Kind::object_changed) {
    object_event(event);
  } else {
    text_event(event);
  }
  const Track now = here();
  const bool same =
      !m_boundaries.empty() && m_boundaries.back().track.id == now.id && m_boundaries.back().track.thread == now.thread;
  // What a step's end schedules was done by its task: the change counts from the next event.
  if (!same) m_boundaries.push_back({event.kind == Kind::step_end ? m_number + 1 : m_number, now});
}

void ChromeWriter::finish() {
  for (auto& [id, task] : m_tasks) {
    if (task.since != 0) close_wait(id, task, task.waits ? 0 : task.since, m_time);
  }
  for (auto& [id, thread] : m_threads) {
    m_thread = id;
    if (thread.blocked) slice_ends(m_time, here());
    if (thread.task != 0) slice_ends(m_time, {id, thread.task});
    close_turn(m_time);
  }
  metadata();
}

void ChromeWriter::metadata() {
  const auto name = [this](std::string_view what, Track track, std::string_view value) {
    begin('M', 0, track, what);
    m_text += ",\"args\":{\"name\":";
    append_json(m_text, value);
    m_text += '}';
    end();
  };
  std::map<ThreadId, std::string> threads{{1, "MainThread"}};
  for (const ThreadRow& thread : m_run.threads) threads[thread.id] = m_run.strings[thread.name];
  for (const auto& [id, text] : threads) name("process_name", {id, 0}, text);
  for (const auto& [id, thread] : m_loops) name("thread_name", {thread, id}, "Event loop");
  for (const auto& [id, task] : m_tasks) name("thread_name", {task.thread, id}, m_names[id]);
}

}  // namespace

void export_chrome(const RunData& run, std::ostream& out) {
  ChromeWriter writer(run);
  out << "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n";
  std::vector<Event> buffer(EventColumns::kBlock);
  for (std::size_t block = 0; block < run.events.block_count(); ++block) {
    for (const Event& event : run.events.block(block, std::span<Event, EventColumns::kBlock>(buffer))) {
      writer.event(event);
    }
    out << writer.take();
  }
  writer.finish();
  std::string rest = writer.take();
  rest.resize(rest.size() - 2);  // the comma behind the last one: there always is one, for the main thread's name
  out << rest << "\n]}\n";
}

}  // namespace loopline::trace
