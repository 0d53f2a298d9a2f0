// Recordings of real programs, replayed: what a replay says of a moment must be what the engine did next.
#include <QDirIterator>
#include <QFile>
#include <QTest>
#include <map>

#include "replay/replay.h"
#include "run_testing.h"

using namespace loopline;
using namespace loopline::run;
using namespace loopline::run::test;
using trace::Event;
using trace::Kind;

namespace {

/// Handles of one loop in its ready queue, front first.
std::vector<replay::ReadyEntry> ready_of(const replay::Replay& replay, trace::ObjectId loop, replay::EventIndex event) {
  std::vector<replay::ReadyEntry> entries;
  for (const replay::ReadyEntry& entry : replay.ready_at(replay.after(event))) {
    if (entry.loop == loop) entries.push_back(entry);
  }
  return entries;
}

class Checker {
 public:
  explicit Checker(const replay::Replay& replay) : m_replay(replay) {}

  /// Empty if all is well.
  QString check() {
    for (replay::EventIndex number = 1; number <= m_replay.event_count() && m_wrong.isEmpty(); ++number) {
      m_number = number;
      m_event = m_replay.event(number);
      event();
    }
    if (m_wrong.isEmpty()) console();
    return m_wrong;
  }

 private:
  void expect(bool holds, const char* what) {
    if (holds || !m_wrong.isEmpty()) return;
    m_wrong = QString("event %1 (%2): %3")
                  .arg(m_number)
                  .arg(QString::fromUtf8(trace::name_of(m_event.kind).data()))
                  .arg(what);
  }

  void event() {
    switch (m_event.kind) {
      case Kind::loop_started: m_loop = static_cast<trace::ObjectId>(m_event.a); break;
      case Kind::turn: turn(); break;
      case Kind::select: select(); break;
      case Kind::step_begin:
        begins();
        expect(m_replay.running_at(m_replay.after(m_number)) == m_event.task, "another task runs");
        break;
      case Kind::callback_begin: begins(); break;
      case Kind::step_end: step_end(); break;
      case Kind::line: line(); break;
      case Kind::variable: variable(); break;
      case Kind::handle_cancelled: ++m_cancelled; break;
      case Kind::out: ++m_printed; break;
      default: break;
    }
  }

  void turn() {
    m_loop = static_cast<trace::ObjectId>(m_event.a);
    // A cancelled handle stands in the queue until its turn comes, but a replay shows it no longer.
    const std::size_t shown = ready_of(m_replay, m_loop, m_number).size();
    const auto queued = static_cast<std::size_t>(m_event.c);
    const std::size_t cancelled = std::exchange(m_cancelled, 0);
    expect(shown <= queued && queued <= shown + cancelled, "the ready queue has another length");
  }

  void select() {
    expect(ready_of(m_replay, static_cast<trace::ObjectId>(m_event.a), m_number).empty(), "something is ready");
    if (m_event.b == trace::kForever) return;
    const std::vector<replay::Timer> timers = m_replay.timers_at(m_replay.after(m_number));
    expect(!timers.empty() && timers.front().due <= m_event.b, "no timer is due then");
  }

  /// What begins stood at the front of the queue.
  void begins() {
    for (const replay::LoopState& loop : m_replay.loops_at(m_replay.after(m_number - 1))) {
      const std::vector<replay::ReadyEntry> entries = ready_of(m_replay, loop.loop, m_number - 1);
      if (!entries.empty() && entries.front().runs_at == m_number) return;
    }
    expect(false, "something else stood at the front of the queue");
  }

  void step_end() {
    const std::optional<replay::TaskState> state = m_replay.task_at(m_event.task, m_replay.after(m_number));
    expect(state.has_value(), "the task is not known");
    if (!state) return;
    switch (trace::step_end_of(m_event.a)) {
      case trace::StepEnd::yielded: expect(state->state == replay::State::ready, "it is not ready"); break;
      case trace::StepEnd::awaits:
        expect(state->state == replay::State::waiting || state->state == replay::State::ready, "it does not wait");
        break;
      case trace::StepEnd::returned: expect(state->state == replay::State::done, "it is not done"); break;
      case trace::StepEnd::raised: expect(state->state == replay::State::raised, "it has not raised"); break;
      case trace::StepEnd::cancelled: expect(state->state == replay::State::cancelled, "it is not cancelled"); break;
    }
  }

  void line() {
    const std::vector<replay::Frame> stack = m_replay.stack_at(m_event.task, m_replay.after(m_number));
    expect(!stack.empty() && stack.back().frame == m_event.a && stack.back().line == m_event.b,
           "the frame is not on top of its stack");
  }

  void variable() {
    const std::string_view name = m_replay.data().strings[static_cast<trace::StringId>(m_event.b)];
    const std::string_view value = m_replay.data().strings[static_cast<trace::StringId>(m_event.c)];
    bool found = false;
    for (const replay::Variable& each :
         m_replay.variables_at(static_cast<std::uint32_t>(m_event.a), m_replay.after(m_number))) {
      found = found || (each.name == name && each.value == value);
    }
    expect(found == (m_event.d == 0), "the variable has another value");
  }

  void console() {
    std::size_t printed = 0;
    for (const replay::ConsoleLine& line : m_replay.console_at(m_replay.end())) {
      printed += line.stream == replay::Stream::out && line.complete;
    }
    expect(printed == m_printed, "the console has other lines");
  }

  const replay::Replay& m_replay;
  replay::EventIndex m_number = 0;
  Event m_event;
  trace::ObjectId m_loop = 0;
  std::size_t m_printed = 0;
  std::size_t m_cancelled = 0;  // since the last turn
  QString m_wrong;
};

}  // namespace

class ReplayOfRunsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_replay_agrees_with_what_happened_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("full");
    QStringList paths;
    QDirIterator files(CASES, {"*.py"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) paths.append(files.next());
    paths.sort();
    for (const QString& path : paths) {
      const QString name = path.section('/', -2).chopped(3);
      QTest::newRow(qPrintable(name + ", full")) << path << true;
      QTest::newRow(qPrintable(name + ", tasks")) << path << false;
    }
  }
  void a_replay_agrees_with_what_happened() {
    QFETCH(QString, path);
    QFETCH(bool, full);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    Settings settings = settings_for(file.readAll().toStdString(), full ? Detail::full : Detail::tasks);
    settings.limits.events = 20'000;
    auto replay = replay::Replay::build(record(settings).data);
    QVERIFY(replay.ok());
    const QString wrong = Checker(replay.value()).check();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
  }
};

QTEST_APPLESS_MAIN(ReplayOfRunsTest)
#include "replay_test.moc"
