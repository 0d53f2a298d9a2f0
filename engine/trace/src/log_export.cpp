#include <algorithm>
#include <array>
#include <charconv>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json_text.h"
#include "task_names.h"
#include "trace/export.h"

namespace loopline::trace {
namespace {

constexpr std::size_t kReprCharacters = 120;

constexpr std::array<std::string_view, 7> kRunKinds{"task_step", "task_wakeup", "future_cb", "timer",
                                                    "callback",  "signal",      "io"};
constexpr std::array<std::string_view, 3> kMainEnds{"ok", "exception", "sysexit"};

template <std::size_t N>
std::string_view pick(const std::array<std::string_view, N>& names, std::int64_t index) {
  return index >= 0 && index < static_cast<std::int64_t>(N) ? names[static_cast<std::size_t>(index)]
                                                            : std::string_view("other");
}

// Writes the lines of one run as its events go by.
class LogWriter {
 public:
  LogWriter(const RunData& run, LogMode mode) : m_run(run), m_mode(mode), m_names(run) {}

  void event(const Event& event);
  /// What was written since it was last taken.
  std::string take() { return std::exchange(m_text, {}); }

 private:
  struct NewTask {
    std::int64_t time;
    std::uint64_t iteration;
    ObjectId task;
    StringId coroutine;
    std::string by;  // JSON: the creator's name at that moment, or null
  };

  void lines(const Event& event);
  void finished(const Event& event);
  void warning(const Event& event);
  void enter(ObjectId loop);

  void begin(std::int64_t time, std::uint64_t iteration, std::string_view what);
  void begin(const Event& event, std::string_view what);
  void end() { m_text += "}\n"; }
  void key(std::string_view name);
  void text(std::string_view name, std::string_view value);
  void task(ObjectId task) { key("task"), m_text += task_or_null(task); }
  void where(const Event& event);
  void flush_new_tasks();

  std::string task_or_null(ObjectId task) const;
  std::string_view string(std::int64_t id) const { return m_run.strings[static_cast<StringId>(id)]; }

  const RunData& m_run;
  LogMode m_mode;
  TaskNames m_names;
  std::vector<NewTask> m_new;  // their names may still change before the next line
  std::uint64_t m_iteration = 0;
  std::set<ObjectId> m_in_select;  // loops whose iteration has been counted and whose turn is to come
  ThreadId m_thread = 1;
  std::string m_text;
};

std::string LogWriter::task_or_null(ObjectId task) const {
  if (task == 0) return "null";
  std::string name;
  append_json(name, m_names[task]);
  return name;
}

void LogWriter::key(std::string_view name) {
  m_text += ",\"";
  m_text += name;
  m_text += "\":";
}

void LogWriter::text(std::string_view name, std::string_view value) {
  key(name);
  append_json(m_text, value);
}

void LogWriter::begin(std::int64_t time, std::uint64_t iteration, std::string_view what) {
  m_text += "{\"t\":";
  append_seconds(m_text, time);
  if (m_mode == LogMode::full) {
    key("iter");
    m_text += std::to_string(iteration);
  }
  text("ev", what);
}

// A task's line carries the name that it has when the next line is written: create_task(name=…) sets it afterwards.
void LogWriter::begin(const Event& event, std::string_view what) {
  flush_new_tasks();
  begin(event.time, m_iteration, what);
}

void LogWriter::flush_new_tasks() {
  if (m_mode == LogMode::full) {
    for (const NewTask& fresh : m_new) {
      begin(fresh.time, fresh.iteration, "task_new");
      task(fresh.task);
      text("coro", m_run.strings[fresh.coroutine]);
      key("by");
      m_text += fresh.by;
      end();
    }
  }
  m_new.clear();
}

// The running task, and the thread unless it is the main one.
void LogWriter::where(const Event& event) {
  task(event.task);
  if (m_thread == 1) return;
  for (const ThreadRow& thread : m_run.threads) {
    if (thread.id == m_thread) text("thread", m_run.strings[thread.name]);
  }
}

// An iteration counts from the moment at which its loop looks for work, so what other threads print while a loop is in
// select belongs to the iteration after it.
void LogWriter::enter(ObjectId loop) {
  if (m_in_select.insert(loop).second) ++m_iteration;
}

void LogWriter::event(const Event& event) {
  switch (event.kind) {
    case Kind::select: enter(static_cast<ObjectId>(event.a)); break;
    case Kind::turn:
      m_iteration = std::max(m_iteration, static_cast<std::uint64_t>(event.b));
      m_in_select.erase(static_cast<ObjectId>(event.a));
      break;
    case Kind::thread_switched: m_thread = static_cast<ThreadId>(event.a); break;
    case Kind::task_renamed: m_names.note(event); break;
    case Kind::task_created:
      m_names.note(event);
      m_new.push_back({event.time, m_iteration, event.task, static_cast<StringId>(event.b),
                       task_or_null(static_cast<ObjectId>(event.a))});
      break;
    default: break;
  }
  const bool in_both = event.kind == Kind::out || event.kind == Kind::main_end || event.kind == Kind::deadlock ||
                       event.kind == Kind::limit;
  if (in_both || m_mode == LogMode::full) lines(event);
}

void LogWriter::lines(const Event& event) {
  switch (event.kind) {
    case Kind::turn:
      begin(event, "iter");
      end();
      break;
    case Kind::step_begin:
      begin(event, "run");
      text("kind", pick(kRunKinds, event.b));
      task(event.task);
      end();
      break;
    case Kind::callback_begin:
      begin(event, "run");
      text("kind", pick(kRunKinds, event.c));
      text("cb", string(event.b));
      end();
      break;
    case Kind::step_end:
      if (step_end_of(event.a) >= StepEnd::returned) finished(event);
      break;
    case Kind::out:
    case Kind::err:
      begin(event, event.kind == Kind::out ? "out" : "err");
      text("text", string(event.a));
      where(event);
      end();
      break;
    case Kind::block_begin:
      begin(event, "block");
      key("dur");
      append_seconds(m_text, event.a);
      where(event);
      end();
      break;
    case Kind::warn: warning(event); break;
    case Kind::main_end:
      begin(event, "main_end");
      text("how", pick(kMainEnds, event.a));
      if (event.a != 0) text("text", cut(string(event.b), kReprCharacters));
      end();
      break;
    case Kind::deadlock:
    case Kind::end:
      begin(event, event.kind == Kind::end ? "end" : "deadlock");
      end();
      break;
    case Kind::limit:
      begin(event, "limit");
      text("what", string(event.a));
      end();
      break;
    default: break;
  }
}

void LogWriter::finished(const Event& event) {
  const StepEnd how = step_end_of(event.a);
  begin(event, "task_done");
  task(event.task);
  text("how", how == StepEnd::returned ? "result" : how == StepEnd::raised ? "exception" : "cancelled");
  if (how != StepEnd::cancelled) text("value", cut(string(event.b), kReprCharacters));
  end();
}

void LogWriter::warning(const Event& event) {
  const auto kind = static_cast<WarningKind>(event.a);
  if (kind == WarningKind::slow_step) return;
  std::string_view value = string(event.b);
  std::string_view name = name_of(kind);
  if (kind == WarningKind::category) {
    const std::size_t colon = value.find(": ");
    name = value.substr(0, colon);
    value = colon == std::string_view::npos ? std::string_view() : value.substr(colon + 2);
  }
  begin(event, "warn");
  text("kind", name);
  task(event.task);
  if (kind == WarningKind::slow_callback) {
    std::int64_t nanoseconds = 0;
    std::from_chars(value.data(), value.data() + value.size(), nanoseconds);
    key("value");
    append_seconds(m_text, nanoseconds);
  } else if (!value.empty()) {
    text("value", cut(value, kReprCharacters));
  }
  end();
}

}  // namespace

void export_log(const RunData& run, LogMode mode, std::ostream& out) {
  LogWriter writer(run, mode);
  std::vector<Event> buffer(EventColumns::kBlock);
  for (std::size_t block = 0; block < run.events.block_count(); ++block) {
    for (const Event& event : run.events.block(block, std::span<Event, EventColumns::kBlock>(buffer))) {
      writer.event(event);
    }
    out << writer.take();
  }
}

}  // namespace loopline::trace
