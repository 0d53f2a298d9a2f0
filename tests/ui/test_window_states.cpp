// What the window looks like when not all is well: each state, in both themes and sizes, with what a person can do.
#include <sys/wait.h>
#include <unistd.h>
#include <QFileInfo>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QThread>
#include <atomic>
#include <csignal>

#include <run/run.h>
#include <trace/recorder.h>
#include "inspector/inspector.h"
#include "lessons/lesson_panel.h"
#include "main_window/banner.h"
#include "ui_model/engine_runner.h"
#include "ui_model/scenario_run.h"
#include "view/timeline_view.h"
#include "widgets/state_card.h"
#include "window_hands.h"

using namespace loopline;
using namespace loopline::test;

namespace {

class Control : public ui::RunControl {
 public:
  void cancel() override { cancelled = true; }
  std::uint64_t events() const override { return 128'450; }
  std::int64_t virtualTime() const override { return 12'300'000'000; }
  std::atomic<bool> cancelled = false;
};

// Goes on until it is told to stop.
class EndlessRunner : public ui::ScenarioRunner {
 public:
  std::shared_ptr<ui::RunControl> makeControl() const override { return std::make_shared<Control>(); }
  ui::ScenarioRecording run(const ui::RunRequest&, ui::RunControl& control) const override {
    while (!static_cast<Control&>(control).cancelled) QThread::msleep(5);
    return {{.kind = ui::RunEnd::Kind::cancelled}, {}};
  }
};

// Ends the program as `kill -9` does, once it has printed for a while.
class Killer : public run::Output {
 public:
  void write_out(std::string_view) override {
    if (++m_written > 20'000) ::raise(SIGKILL);
  }
  void write_err(std::string_view) override {}

 private:
  int m_written = 0;
};

ui::StateCard* card(WindowFixture& fixture) { return fixture.find<ui::StateCard>("stateCard"); }
QString banner(WindowFixture& fixture) { return fixture.window().findChild<ui::Banner*>()->text(); }

// Null until it is laid out, which a new button waits for.
QPushButton* seenButton(WindowFixture& fixture, const char* text) {
  for (QPushButton* each : fixture.window().findChildren<QPushButton*>()) {
    if (each->isVisible() && each->text() == QString::fromLatin1(text)) return each;
  }
  return nullptr;
}

void open(WindowFixture& fixture, const char* name, const QByteArray& text) {
  fixture.window().openFile(writeFile(fixture.folder(), QString::fromLatin1(name), text));
}

const char* const kRaises =
    "import asyncio\n\nasync def fetch(name):\n    await asyncio.sleep(1)\n    return {\"a\": 1}[name]\n\n"
    "async def main():\n    print(await asyncio.gather(fetch(\"a\"), fetch(\"b\")))\n\nasyncio.run(main())\n";
const char* const kEndless =
    "---\ntitle: For ever\nlimits:\n  events: 3000\n---\nIt never ends.\n\n```python name=\"endless\"\nimport "
    "asyncio\n\n"
    "async def main():\n    while True:\n        await asyncio.sleep(1)\n\nasyncio.run(main())\n```\n";
const char* const kDeadlock =
    "import asyncio\n\nasync def main():\n    lock = asyncio.Lock()\n    await lock.acquire()\n    await "
    "lock.acquire()\n\n"
    "asyncio.run(main())\n";

}  // namespace

class TestWindowStates : public QObject {
  Q_OBJECT

 private slots:
  // A recording as a program leaves it that was killed while it ran. Made before there are any threads here.
  void initTestCase() {
    const std::string path = m_killed.filePath(QStringLiteral("killed.loopline")).toStdString();
    const pid_t child = ::fork();
    if (child == 0) {
      auto recorder = trace::Recorder::create(path, {.overwrite = true});
      if (!recorder) ::_exit(1);
      run::Settings settings;
      settings.program.source =
          "import asyncio\n\nasync def main():\n    for n in range(100000):\n        print(n)\n        await "
          "asyncio.sleep(1)\n\nasyncio.run(main())\n";
      settings.program.name = "killed";
      Killer killer;
      static_cast<void>(run::run(settings, recorder.value().get(), &killer));
      ::_exit(1);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
  }

  void eachState_data() {
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QSize>("size");
    for (const char* state : {"empty", "running", "no-python", "invalid", "raised", "limit", "deadlock", "damaged",
                              "damaged-over-lesson", "unfinished", "huge"}) {
      for (const char* theme : {"light", "dark"}) {
        const QSize size = theme == std::string_view("light") ? QSize(1440, 900) : QSize(1366, 768);
        QTest::newRow(qPrintable(QStringLiteral("%1-%2").arg(QLatin1String(state), QLatin1String(theme))))
            << QString::fromLatin1(state) << QString::fromLatin1(theme) << size;
      }
    }
  }

  void eachState() {
    QFETCH(QString, state);
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    const bool endless = state == QStringLiteral("running");
    WindowFixture fixture(theme, false, size, endless ? std::make_shared<EndlessRunner>() : nullptr);
    if (state == QStringLiteral("empty")) {
      open(fixture, "gone.md", "x");  // takes the start page away
      QTRY_VERIFY_WITH_TIMEOUT(card(fixture)->text().contains(QStringLiteral("no Python")), 20'000);
      return fixture.grab(QStringLiteral("state-") + QString::fromLatin1(QTest::currentDataTag()));
    }
    if (endless) {
      QVERIFY(fixture.window().openLesson(QString::fromLatin1(kTasksLesson)));
      QTRY_VERIFY2_WITH_TIMEOUT(card(fixture)->text().remove(u',').contains(QStringLiteral("256900")),
                                qPrintable(card(fixture)->text()), 5000);
      QVERIFY(card(fixture)->findChild<QProgressBar*>()->isVisible());
      fixture.grab(QStringLiteral("state-") + QString::fromLatin1(QTest::currentDataTag()));
      QTRY_VERIFY_WITH_TIMEOUT(seenButton(fixture, "Stop and show what there is") != nullptr, 20'000);
      seenButton(fixture, "Stop and show what there is")->click();
      QTRY_VERIFY_WITH_TIMEOUT(banner(fixture).contains(QStringLiteral("stopped")), 20'000);
      QVERIFY(card(fixture)->text().contains(QStringLiteral("Nothing has been recorded")));
      return;
    }
    show(fixture, state);
    QTest::qWait(30);
    fixture.grab(QStringLiteral("state-") + QString::fromLatin1(QTest::currentDataTag()));
  }

  void readingALargeFileIsShownAndCanBeGivenUp_data() {
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << QStringLiteral("light") << QSize(1440, 900);
    QTest::newRow("dark") << QStringLiteral("dark") << QSize(1366, 768);
  }
  void readingALargeFileIsShownAndCanBeGivenUp() {
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    WindowFixture fixture(theme, false, size);
    fixture.window().openFile(large());
    const auto isReading = [&] { return card(fixture)->text().contains(QStringLiteral("Reading")); };
    const auto isOpen = [&] { return fixture.window().windowTitle().contains(QStringLiteral("large")); };
    QTRY_VERIFY2_WITH_TIMEOUT((card(fixture)->isVisible() && isReading()) || isOpen(),
                              qPrintable(card(fixture)->text()), 10'000);
    if (isOpen()) QSKIP("this machine reads it in a moment");
    QVERIFY(card(fixture)->text().contains(QStringLiteral("large.loopline")));
    QVERIFY(card(fixture)->findChild<QProgressBar*>()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(seenButton(fixture, "Cancel") != nullptr, 20'000);
    fixture.window().grab().save(QStringLiteral(SCREENSHOTS "/state-loading-%1.png").arg(theme));
    seenButton(fixture, "Cancel")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!card(fixture)->text().contains(QStringLiteral("Reading")), 20'000);
    QTest::qWait(300);
    QVERIFY(!place(fixture).contains(u'/'));  // it does not come after all
  }

  void whatIsOpenStaysWhileALargeFileIsRead() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    fixture.window().openFile(large());
    const auto isReading = [&] { return banner(fixture).contains(QStringLiteral("Reading large.loopline")); };
    const auto isOpen = [&] { return fixture.window().windowTitle().contains(QStringLiteral("large")); };
    QTRY_VERIFY2_WITH_TIMEOUT(isReading() || isOpen(), qPrintable(banner(fixture)), 10'000);
    // What is read in a moment is not announced.
    if (isReading()) {
      fixture.press(Qt::Key_Right);
      QVERIFY(place(fixture).contains(QStringLiteral("1/")));
      fixture.window().grab().save(QStringLiteral(SCREENSHOTS "/state-loading-over-lesson.png"));
    }
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(place(fixture).contains(u'/'), 60'000);
    QVERIFY2(banner(fixture).contains(QStringLiteral("large recording")), qPrintable(banner(fixture)));
    auto* timeline = fixture.window().findChild<ui::TimelineView*>();
    fixture.window().grab().save(QStringLiteral(SCREENSHOTS "/state-laying-out.png"));
    QTRY_VERIFY_WITH_TIMEOUT(timeline->accessibleDescription().contains(QStringLiteral("ends at 1999.999 s")), 60'000);
    QVERIFY2(!place(fixture).endsWith(QStringLiteral("/0")), qPrintable(place(fixture)));  // it can be stepped
    fixture.press(Qt::Key_End);
    fixture.grab(QStringLiteral("state-loaded-large"));
    QVERIFY2(place(fixture).startsWith(QStringLiteral("t 1999.999 s")), qPrintable(place(fixture)));
  }

 private:
  // So many events that reading them takes a while on any machine. Written once.
  QString large() {
    const QString path = m_killed.filePath(QStringLiteral("large.loopline"));
    if (QFileInfo::exists(path)) return path;
    auto recorder = trace::Recorder::create(path.toStdString(), {.overwrite = true});
    if (!recorder) return {};
    trace::Recorder& into = *recorder.value();
    std::int64_t time = 0;
    into.begin_run({.title = "large"}, &time);
    into.append(trace::Kind::loop_made, 0, 1, into.intern("asyncio"));
    into.add_loop({1, into.intern("asyncio"), into.last_event()});
    into.append(trace::Kind::loop_started, 0, 1);
    for (std::int64_t turn = 1; turn <= 2'000'000; ++turn) {
      into.append(trace::Kind::turn, 0, 1, turn);
      into.append(trace::Kind::select, 0, 1, time + 1'000'000);
      time += 1'000'000;
    }
    into.end_run(trace::RunState::finished);
    return recorder.value()->close().ok() ? path : QString();
  }

  void show(WindowFixture& fixture, const QString& state) {
    const auto done = [&] { return place(fixture).contains(u'/'); };
    if (state == QStringLiteral("no-python")) {
      open(fixture, "text.md", "---\ntitle: Only words\n---\nThere is no code here.\n");
      QTRY_VERIFY_WITH_TIMEOUT(
          card(fixture)->isVisible() && card(fixture)->text().contains(QStringLiteral("no Python")), 20'000);
      QTRY_VERIFY_WITH_TIMEOUT(seenButton(fixture, "Edit code") != nullptr, 20'000);
    } else if (state == QStringLiteral("invalid")) {
      open(fixture, "wrong.py", "x = 1\nif x\n    print(x)\n");
      QTRY_VERIFY_WITH_TIMEOUT(card(fixture)->isVisible() && card(fixture)->text().contains(QStringLiteral("2  if x")),
                               20'000);
      QTRY_VERIFY_WITH_TIMEOUT(seenButton(fixture, "Show where") != nullptr, 20'000);
    } else if (state == QStringLiteral("raised")) {
      open(fixture, "raises.py", kRaises);
      QTRY_VERIFY_WITH_TIMEOUT(done(), 20'000);
      QVERIFY2(banner(fixture).contains(QStringLiteral("KeyError")), qPrintable(banner(fixture)));
      // The banner takes room from the list of lessons, and what is open is still seen in it.
      const auto* lessons = fixture.window().findChild<ui::LessonPanel*>()->findChild<QListView*>();
      QVERIFY(lessons->currentIndex().data().toString().contains(QStringLiteral("raises")));
      QTRY_VERIFY_WITH_TIMEOUT(lessons->viewport()->rect().contains(lessons->visualRect(lessons->currentIndex())),
                               20'000);
      seenButton(fixture, "Show where")->click();
      // Where it came from, not where it came out.
      QVERIFY2(sentence(fixture).contains(QStringLiteral("KeyError('b') is raised at line 5")),
               qPrintable(sentence(fixture)));
    } else if (state == QStringLiteral("limit")) {
      open(fixture, "endless.md", kEndless);
      QTRY_VERIFY_WITH_TIMEOUT(done(), 20'000);
      QVERIFY2(banner(fixture).startsWith(QStringLiteral("Stopped at a limit")), qPrintable(banner(fixture)));
      seenButton(fixture, "Show where")->click();
    } else if (state == QStringLiteral("deadlock")) {
      open(fixture, "dead.py", kDeadlock);
      QTRY_VERIFY_WITH_TIMEOUT(done(), 20'000);
      QVERIFY(banner(fixture).contains(QStringLiteral("Deadlock")));
      seenButton(fixture, "Show where")->click();
      QVERIFY(sentence(fixture).startsWith(QStringLiteral("Deadlock")));
    } else if (state == QStringLiteral("damaged")) {
      open(fixture, "bad.loopline", QByteArray("SQLite format 3\0and then nothing that makes sense", 48));
      QTRY_VERIFY2(card(fixture)->text().contains(QStringLiteral("bad.loopline")), qPrintable(card(fixture)->text()));
      QTRY_VERIFY(seenButton(fixture, "Open a file…") != nullptr ||
                  seenButton(fixture, "Begin with the first lesson") != nullptr);
    } else if (state == QStringLiteral("damaged-over-lesson")) {
      openLesson(fixture, kTasksLesson);
      open(fixture, "bad.loopline", "no recording at all");
      QTRY_VERIFY_WITH_TIMEOUT(banner(fixture).contains(QStringLiteral("bad.loopline")), 20'000);
      QVERIFY(place(fixture).contains(u'/'));  // the lesson is still there
    } else if (state == QStringLiteral("unfinished")) {
      fixture.window().openFile(m_killed.filePath(QStringLiteral("killed.loopline")));
      QTRY_VERIFY_WITH_TIMEOUT(done(), 20'000);
      QVERIFY2(banner(fixture).contains(QStringLiteral("unfinished")), qPrintable(banner(fixture)));
    } else if (state == QStringLiteral("huge")) {
      open(fixture, "huge.py", "total = 0\nfor n in range(340000):\n    total += n\nprint(total)\n");
      QTRY_VERIFY_WITH_TIMEOUT(done(), 60'000);
      QVERIFY2(banner(fixture).contains(QStringLiteral("large recording")), qPrintable(banner(fixture)));
      fixture.press(Qt::Key_PageDown);
    }
  }

  QTemporaryDir m_killed;
};

QTEST_MAIN(TestWindowStates)
#include "test_window_states.moc"
