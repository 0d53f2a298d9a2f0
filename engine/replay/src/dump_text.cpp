// The state as text for people: what `loopline replay` prints.
#include <ostream>
#include <string>

#include "describe.h"
#include "replay/replay.h"
#include "time_math.h"

namespace loopline::replay {
namespace {

class TextDump {
 public:
  TextDump(const Replay& replay, const RunState& state, std::ostream& out)
      : m_replay(replay), m_state(state), m_out(out) {}

  void all() {
    m_out << "Event " << m_state.at.event << " of " << m_replay.event_count() << " · turn " << m_state.turn << " · "
          << seconds_text(m_state.at.time) << '\n';
    for (const Change& change : m_state.changes) m_out << "  " << change.text << '\n';
    tasks();
    ready();
    timers();
    loops();
    threads();
    waits();
    variables();
    objects();
    console();
    warnings();
    if (m_state.deadlock) m_out << "\nDeadlock: nothing can ever go on.\n";
  }

 private:
  void heading(std::string_view text) { m_out << '\n' << text << '\n'; }
  std::string name(ObjectId task) const { return std::string(m_replay.task_name(task, m_state.at)); }
  std::string names(const std::vector<ObjectId>& tasks) const {
    std::string text;
    for (const ObjectId task : tasks) (text += text.empty() ? "" : ", ") += name(task);
    return text;
  }

  void tasks() {
    heading("Tasks");
    if (m_state.tasks.empty()) m_out << "  none\n";
    for (const TaskState& task : m_state.tasks) {
      m_out << "  " << task.name << "  " << (task.label.empty() ? task.coroutine : task.label) << "  "
            << name_of(task.state);
      if (task.wait.waits()) m_out << (task.state == State::late ? ": " : " for ") << m_replay.describe(task.wait);
      if (!task.value.empty()) m_out << ' ' << task.value;
      m_out << ", since " << seconds_text(task.since.time);
      if (task.cancelling) m_out << ", cancellation requested";
      if (task.deadlocked) m_out << ", deadlocked";
      m_out << '\n';
      if (is_end(task.state)) continue;
      for (const Frame& frame : m_replay.stack_at(task.task, m_state.at)) {
        m_out << "    " << frame.function << ", line " << frame.line << '\n';
      }
    }
  }

  void ready() {
    heading("Ready queue");
    if (m_state.ready.empty()) m_out << "  empty\n";
    for (const ReadyEntry& entry : m_state.ready) {
      m_out << "  " << (entry.task != 0 ? name(entry.task) : std::string(entry.callback)) << ", since "
            << seconds_text(entry.since.time) << '\n';
    }
  }

  void timers() {
    heading("Timers");
    if (m_state.timers.empty()) m_out << "  none\n";
    for (const Timer& timer : m_state.timers) {
      m_out << "  " << seconds_text(timer.due) << "  " << timer.callback;
      if (timer.task != 0) m_out << " → " << name(timer.task);
      if (timer.overdue) m_out << ", overdue by " << seconds_text(minus(m_state.at.time, timer.due));
      m_out << '\n';
    }
  }

  void loops() {
    heading("Loops");
    for (const LoopState& loop : m_state.loops) {
      m_out << "  " << (loop.label.empty() ? "loop" : loop.label) << "  " << name_of(loop.phase) << ", turn "
            << loop.turn;
      if (loop.task != 0) m_out << ", in a step of " << name(loop.task);
      if (!loop.callback.empty()) m_out << ", in the callback " << loop.callback;
      if (loop.blocked_until != 0) m_out << ", blocked until " << seconds_text(loop.blocked_until);
      if (loop.phase == LoopPhase::idle && loop.idle_until != trace::kForever) {
        m_out << " until " << seconds_text(loop.idle_until);
      }
      m_out << '\n';
    }
  }

  void threads() {
    if (m_state.threads.size() < 2) return;
    heading("Threads");
    for (const ThreadState& thread : m_state.threads) {
      m_out << "  " << thread.thread << ' ' << thread.name
            << (thread.current ? "  runs"
                : thread.ended ? "  ended"
                               : "");
      if (thread.asleep_until != 0) m_out << "  asleep until " << seconds_text(thread.asleep_until);
      m_out << '\n';
    }
  }

  void waits() {
    heading("Who waits for whom");
    const WaitForest forest = m_replay.waits_at(m_state.at);
    struct Open {
      std::uint32_t node;
      std::size_t depth;
    };
    std::vector<Open> open;
    for (auto root = forest.roots.rbegin(); root != forest.roots.rend(); ++root) open.push_back({*root, 0});
    while (!open.empty()) {
      const auto [at, depth] = open.back();
      open.pop_back();
      const WaitNode& node = forest.nodes[at];
      m_out << "  " << std::string(2 * depth, ' ') << (depth > 0 ? "└ " : "") << node.text
            << (node.cycle ? "  (in a circle)" : "") << (node.deadlocked && !node.cycle ? "  (deadlocked)" : "")
            << '\n';
      for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) {
        open.push_back({*child, depth + 1});
      }
    }
  }

  void variables() {
    const std::vector<Frame> stack = m_replay.stack_at(m_state.running, m_state.at);
    if (stack.empty() || stack.back().frame == 0) return;
    const std::vector<Variable> variables = m_replay.variables_at(stack.back().frame, m_state.at);
    if (variables.empty()) return;
    heading("Variables of " + std::string(stack.back().function));
    for (const Variable& variable : variables) m_out << "  " << variable.name << " = " << variable.value << '\n';
  }

  void objects() {
    if (m_state.objects.empty()) return;
    heading("Locks, queues, futures");
    for (const ObjectState& object : m_state.objects) {
      m_out << "  " << type_name(object.type);
      if (!is_plain_label(object.label, object.type)) m_out << ' ' << object.label;
      if (object.set) m_out << (*object.set ? "  set" : "  not set");
      if (object.value) m_out << "  " << *object.value;
      if (object.size) m_out << " of " << *object.size;
      if (!object.holders.empty()) m_out << ", held by " << names(object.holders);
      if (!object.waiters.empty()) m_out << ", awaited by " << names(object.waiters);
      if (!object.children.empty()) m_out << ", of " << names(object.children);
      m_out << '\n';
    }
  }

  void console() {
    heading("Console");
    if (m_state.console.empty()) m_out << "  nothing yet\n";
    for (const ConsoleLine& line : m_state.console) {
      m_out << "  " << seconds_text(line.at.time) << (line.stream == Stream::err ? " ! " : "  ") << line.text
            << (line.complete ? "" : " …") << '\n';
    }
  }

  void warnings() {
    if (m_state.warnings.empty()) return;
    heading("Warnings");
    for (const Warning& warning : m_state.warnings) {
      m_out << "  " << seconds_text(warning.at.time) << "  " << name_of(warning.kind) << "  " << warning.value << '\n';
    }
  }

  const Replay& m_replay;
  const RunState& m_state;
  std::ostream& m_out;
};

}  // namespace

void write_text(const Replay& replay, const RunState& state, std::ostream& out) { TextDump(replay, state, out).all(); }

}  // namespace loopline::replay
