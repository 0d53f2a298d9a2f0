// What is open and what of it has run, with a runner that does as the test says.
#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>

#include "lessons/catalogue.h"
#include "ui_model/engine_runner.h"
#include "ui_model/lesson_session.h"

using namespace loopline;

namespace {

class Control : public ui::RunControl {
 public:
  void cancel() override { cancelled = true; }
  std::uint64_t events() const override { return 7; }
  std::int64_t virtualTime() const override { return 1'000'000'000; }
  std::atomic<bool> cancelled = false;
};

// Waits until it is let go or cancelled, then runs the program with the engine.
class SlowRunner : public ui::ScenarioRunner {
 public:
  std::shared_ptr<ui::RunControl> makeControl() const override { return std::make_shared<Control>(); }
  ui::ScenarioRecording run(const ui::RunRequest& request, ui::RunControl& control) const override {
    ++begun;
    while (!go.tryAcquire(1, 5)) {
      if (static_cast<Control&>(control).cancelled) return {{.kind = ui::RunEnd::Kind::cancelled}, {}};
    }
    const auto engine = ui::makeEngineRunner();
    const auto own = engine->makeControl();
    return engine->run(request, *own);
  }
  mutable QSemaphore go;
  mutable std::atomic<int> begun = 0;
};

lessons::Lesson lesson(const char* begin) {
  const lessons::Catalogue catalogue = lessons::Catalogue::embedded();
  for (const lessons::Lesson& each : catalogue.lessons()) {
    if (each.path.starts_with(begin)) return each;
  }
  qFatal("no such lesson");
}

}  // namespace

class TestSession : public QObject {
  Q_OBJECT

 private slots:
  void theComparedScenariosRun() {
    ui::LessonSession session(ui::makeEngineRunner());
    session.openBuiltIn(lesson("201-"));
    QTRY_VERIFY_WITH_TIMEOUT(session.comparison() != nullptr, 20'000);
    QCOMPARE(session.comparison()->runCount(), 2);
    QCOMPARE(session.scenarios().at(session.shown().at(0)).end->kind, ui::RunEnd::Kind::ended);
    session.showByName(QStringLiteral("too-early"));
    QTRY_COMPARE_WITH_TIMEOUT(session.comparison()->runCount(), 1, 20'000);
    QCOMPARE(session.comparison()->runs().front().title, QStringLiteral("Awaited too early"));
  }

  void typingDropsTheRunThatIsUnderWay() {
    const auto runner = std::make_shared<SlowRunner>();
    ui::LessonSession session(runner);
    session.openBuiltIn(lesson("201-"));
    QTRY_COMPARE_WITH_TIMEOUT(runner->begun, 2, 20'000);
    QVERIFY(session.isRunning());
    QCOMPARE(session.virtualTime(), std::int64_t{1'000'000'000});
    session.setText(QString(session.text()).replace(QStringLiteral("picture"), QStringLiteral("image")));
    QVERIFY(!session.isRunning());
    QVERIFY(session.isStale());
    QTest::qWait(50);
    QVERIFY(session.comparison() == nullptr);
    runner->go.release(10);
    session.run();
    QTRY_VERIFY_WITH_TIMEOUT(session.comparison() != nullptr, 20'000);
    QVERIFY(!session.isStale());
  }

  void onlyWhatHasChangedRunsAgain() {
    const auto runner = std::make_shared<SlowRunner>();
    runner->go.release(100);
    ui::LessonSession session(runner);
    session.openBuiltIn(lesson("201-"));
    QTRY_VERIFY_WITH_TIMEOUT(session.comparison() != nullptr, 20'000);
    QCOMPARE(runner->begun, 2);
    const QString original = session.text();
    QString changed = original;
    changed.replace(QStringLiteral("await fetch(\"page\", 2)"), QStringLiteral("await fetch(\"page\", 9)"));
    session.setText(changed);
    session.run();
    QTRY_COMPARE_WITH_TIMEOUT(runner->begun, 3, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!session.isRunning(), 20'000);
    QVERIFY(session.isModified());
    session.restoreOriginal();
    QVERIFY(!session.isModified());
  }

  void aSavedTextIsTheFileAndNoLongerModified() {
    const QTemporaryDir folder;
    ui::LessonSession session(ui::makeEngineRunner());
    session.openNew(QStringLiteral("Mine"));
    QCOMPARE(session.source(), ui::LessonSession::Source::unsaved);
    session.setText(session.text() + QStringLiteral("\nMore.\n"));
    QVERIFY(session.isModified());
    QVERIFY(!session.saveTo(folder.filePath(QStringLiteral("no/such/folder.md"))).isEmpty());
    QVERIFY(session.isModified());
    QCOMPARE(session.saveTo(folder.filePath(QStringLiteral("mine.md"))), QString());
    QVERIFY(!session.isModified());
    QFile file(folder.filePath(QStringLiteral("mine.md")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().endsWith("\nMore.\n"));
  }

  void aMistakeIsTellingWhereItIsInTheFile() {
    ui::LessonSession session(ui::makeEngineRunner());
    session.openNew(QStringLiteral("Mine"));
    session.setText(QStringLiteral("---\ntitle: T\n---\nText.\n\n```python\nx = 1\nif x\n    pass\n```\n"));
    session.run();
    QTRY_VERIFY_WITH_TIMEOUT(!session.problems().empty(), 20'000);
    QCOMPARE(session.problems().front().at.line, 8);
    QVERIFY(session.comparison() == nullptr);
  }
};

QTEST_MAIN(TestSession)
#include "test_session.moc"
