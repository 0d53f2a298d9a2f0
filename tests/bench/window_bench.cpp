// How long people wait for the window: from its making to the first lesson on the screen, for a step, for a lesson that
// runs again after an edit, for a large recording; and how long the GUI thread was away at the most meanwhile.
//
//   window_bench [RECORDING.loopline]
//   window_bench --steps N          nothing but steps
//
// With LOOPLINE_SLOW=MS in the environment, every event that keeps the GUI thread longer is told, with who received it.
//
// Prints a line a figure, in milliseconds. The recording is one's own; `window_bench --make EVENTS FILE` writes one.
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <thread>

#include "long_run.h"
#include "measure.h"
#include "replay/replay.h"
#include "transport/scrubber.h"
#include "transport/transport_bar.h"
#include "ui_model/playhead.h"
#include "view/main_window.h"
#include "view/timeline_view.h"

using namespace loopline;

namespace {

/// Asks the GUI thread again and again whether it is there, and remembers the longest time without an answer.
class Watch : public QObject {
 public:
  Watch() { startTimer(1, Qt::PreciseTimer); }
  double longest() {
    const double longest = m_longest;
    m_longest = 0;
    m_since = now();
    return longest;
  }

 protected:
  void timerEvent(QTimerEvent*) override {
    m_longest = std::max(m_longest, double(now() - m_since) / 1e6);
    m_since = now();
  }

 private:
  // What this thread has worked since it last answered: not what other programs took from it.
  static std::int64_t now() { return bench::clock_now(CLOCK_THREAD_CPUTIME_ID); }

  std::int64_t m_since = now();
  double m_longest = 0;
};

/// Tells which events keep the GUI thread long, the outermost alone.
class Application : public QApplication {
 public:
  using QApplication::QApplication;

  bool notify(QObject* receiver, QEvent* event) override {
    if (m_slow == 0 || m_depth > 0) return QApplication::notify(receiver, event);
    const QString who = QStringLiteral("%1 \"%2\"").arg(receiver->metaObject()->className(), receiver->objectName());
    const auto type = event->type();
    const auto before = bench::clock_now(CLOCK_THREAD_CPUTIME_ID);
    ++m_depth;
    const bool result = QApplication::notify(receiver, event);
    --m_depth;
    const double took = double(bench::clock_now(CLOCK_THREAD_CPUTIME_ID) - before) / 1e6;
    if (took > m_slow) std::fprintf(stderr, "%8.2f ms  event %d to %s\n", took, int(type), qPrintable(who));
    return result;
  }

 private:
  int m_slow = qEnvironmentVariableIntValue("LOOPLINE_SLOW");
  int m_depth = 0;
};

template <class Done>
bool waitUntil(Done done, int most = 120'000) {
  QElapsedTimer timer;
  timer.start();
  while (!done()) {
    if (timer.elapsed() > most) return false;
    QApplication::processEvents(QEventLoop::AllEvents, 1);
    std::this_thread::sleep_for(std::chrono::microseconds(50));
  }
  return true;
}

QString placeOf(ui::MainWindow& window) { return window.findChild<ui::TransportBar*>()->placeText(); }
bool isShown(ui::MainWindow& window) { return placeOf(window).contains(u'/'); }

// Of what is done at once, the processor's time: other programs are not counted. Else the clock's.
void say(const char* what, double milliseconds, const char* more = "") {
  std::printf("%-44s %8.2f ms%s\n", what, milliseconds, more);
  std::fflush(stdout);
}

void press(ui::MainWindow& window, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
  for (QAction* action : window.actions()) {
    if (action->shortcuts().contains(QKeySequence(key | int(modifiers))) && action->isEnabled())
      return action->trigger();
  }
}

void lessons(const QElapsedTimer& start, const bench::Stopwatch& started) {
  QTemporaryDir folder;
  ui::MainWindow window(
      {.dataFolder = folder.path(), .theme = QStringLiteral("light"), .restore = false, .runner = nullptr});
  window.openLesson(QStringLiteral("201-sequential-and-create-task.md"));
  window.show();
  waitUntil([&] { return isShown(window); });
  QApplication::processEvents();
  say("start to the first lesson on the screen", double(start.nsecsElapsed()) / 1e6,
      qPrintable(QStringLiteral("   processor %1").arg(double(started.cpu()) / 1e6, 0, 'f', 0)));
  Watch watch;
  for (const auto& [name, key] :
       {std::pair{"a step, painted: mean", Qt::Key_Right}, {"a step back, painted: mean", Qt::Key_Left}}) {
    double sum = 0, most = 0;
    constexpr int kSteps = 14;
    for (int i = 0; i < kSteps; ++i) {
      const bench::Stopwatch watch;
      press(window, key);
      QApplication::processEvents();
      const double took = double(watch.cpu()) / 1e6;
      sum += took;
      most = std::max(most, took);
    }
    say(name, sum / kSteps, qPrintable(QStringLiteral("   slowest %1").arg(most, 0, 'f', 2)));
  }
  watch.longest();
  double sum = 0;
  constexpr int kRuns = 10;
  for (int i = 0; i < kRuns; ++i) {
    auto* timeline = window.findChild<ui::TimelineView*>();
    QElapsedTimer timer;
    timer.start();
    // Another lesson: read, run, derived, painted. More than what an edit takes.
    window.openLesson(i % 2 == 0 ? QStringLiteral("202-gather-and-its-order.md")
                                 : QStringLiteral("201-sequential-and-create-task.md"));
    waitUntil([&] { return isShown(window) && timeline->isVisible(); });
    QApplication::processEvents();
    sum += double(timer.nsecsElapsed()) / 1e6;
  }
  say("another lesson: run and painted, mean", sum / kRuns,
      qPrintable(QStringLiteral("   GUI thread away at most %1").arg(watch.longest(), 0, 'f', 2)));
}

/// Forwards and back through a lesson, for a profiler.
void stepsOnly(int steps) {
  QTemporaryDir folder;
  ui::MainWindow window(
      {.dataFolder = folder.path(), .theme = QStringLiteral("light"), .restore = false, .runner = nullptr});
  window.openLesson(QStringLiteral("201-sequential-and-create-task.md"));
  window.show();
  waitUntil([&] { return isShown(window); });
  QApplication::processEvents();
  const bench::Stopwatch watch;
  for (int i = 0; i < steps; ++i) {
    press(window, i % 28 < 14 ? Qt::Key_Right : Qt::Key_Left);
    QApplication::processEvents();
  }
  say("a step, painted: mean", double(watch.cpu()) / 1e6 / steps);
}

/// What the program has in memory, in megabytes: now, and the most it ever had.
std::pair<double, double> memory() {
  std::ifstream status("/proc/self/status");
  std::string word;
  std::pair<double, double> memory;
  while (status >> word) {
    if (word == "VmRSS:") status >> memory.first;
    if (word == "VmHWM:") status >> memory.second;
  }
  return {memory.first / 1e3, memory.second / 1e3};
}

void recording(const QString& path) {
  QTemporaryDir folder;
  ui::MainWindow window(
      {.dataFolder = folder.path(), .theme = QStringLiteral("light"), .restore = false, .runner = nullptr});
  window.resize(1600, 900);
  window.show();
  QApplication::processEvents();
  const double before = memory().first;
  Watch watch;
  watch.longest();
  QElapsedTimer timer;
  timer.start();
  window.openFile(path);
  waitUntil([&] { return isShown(window); });
  QApplication::processEvents();
  say("a recording opened, first paint", double(timer.nsecsElapsed()) / 1e6);
  // The scale of a large run is made on another thread; what the lanes come to is told once they are drawn.
  const auto* timeline = window.findChild<ui::TimelineView*>();
  waitUntil([&] { return !timeline->accessibleDescription().isEmpty(); });
  for (int i = 0; i < 3; ++i) QApplication::processEvents();  // laid out, drawn, painted
  say("a recording opened, all painted", double(timer.nsecsElapsed()) / 1e6,
      qPrintable(QStringLiteral("   GUI thread away at most %1").arg(watch.longest(), 0, 'f', 2)));
  const double now = memory().first, peak = memory().second;
  std::printf("memory with it open                          %8.0f MB   peak %.0f MB, empty %.0f MB\n", now, peak,
              before);
  // A tenth on, and back, again and again: each a place of its own.
  double sum = 0, most = 0;
  constexpr int kSeeks = 40;
  for (int i = 0; i < kSeeks; ++i) {
    const bench::Stopwatch watch;
    press(window, i % 16 < 8 ? Qt::Key_PageDown : Qt::Key_PageUp);
    QApplication::processEvents();
    const double took = double(watch.cpu()) / 1e6;
    sum += took;
    most = std::max(most, took);
  }
  say("a seek anywhere, painted: mean", sum / kSeeks, qPrintable(QStringLiteral("   slowest %1").arg(most, 0, 'f', 2)));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 4 && std::strcmp(argv[1], "--make") == 0) {
    return bench::writeLongRun(std::strtoull(argv[2], nullptr, 10), argv[3], true) ? 0 : 1;
  }
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QElapsedTimer start;
  start.start();
  const bench::Stopwatch started;
  Application application(argc, argv);
  if (argc == 3 && std::strcmp(argv[1], "--steps") == 0) {
    stepsOnly(std::atoi(argv[2]));
    return 0;
  }
  lessons(start, started);
  if (argc > 1) recording(QString::fromLocal8Bit(argv[1]));
  return 0;
}
