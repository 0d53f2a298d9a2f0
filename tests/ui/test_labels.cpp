// What the replay says of slices and waits, in the window's language: nothing of it stays English, and nothing that is
// the program's own is changed.
#include <QRegularExpression>
#include <QTest>

#include "lesson_runs.h"
#include "ui_model/fonts.h"
#include "ui_model/labels.h"
#include "ui_model/language.h"
#include "ui_model/slices_model.h"
#include "ui_model/state_rows.h"

using namespace loopline;
using replay::LaneKind;
using replay::State;

class TestLabels : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { ui::loadResources(); }
  void cleanup() { ui::installLanguage(QStringLiteral("en")); }

  void in_english_they_are_as_the_replay_has_them_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("german");
    const auto row = [](const char* text, State state, LaneKind kind, const char* german) {
      QTest::newRow(text) << QString::fromUtf8(text) << int(state) << int(kind) << QString::fromUtf8(german);
    };
    row("turn 3", State::running, LaneKind::loop, "Runde 3");
    row("turn_3()", State::running, LaneKind::task, "turn_3()");
    row("select · 1.000 s", State::idle, LaneKind::loop, "select · 1.000 s");
    row("time.sleep(3) in Task-3 blocks the loop", State::blocking, LaneKind::loop,
        "time.sleep(3) in Task-3 blockiert die Schleife");
    row("requests.get blocks the loop", State::blocking, LaneKind::loop, "requests.get blockiert die Schleife");
    row("due at 1.000 s, cannot run: 2.500 s late", State::late, LaneKind::task,
        "fällig um 1.000 s, kann nicht laufen: 2.500 s zu spät");
    row("ready at 1.000 s, cannot run: 2.500 s late", State::late, LaneKind::task,
        "bereit um 1.000 s, kann nicht laufen: 2.500 s zu spät");
    row("gather of 2", State::waiting, LaneKind::task, "gather von 2");
    row("lock", State::waiting, LaneKind::task, "Lock");
    row("process", State::waiting, LaneKind::task, "Prozess");
    row("queue.get", State::waiting, LaneKind::task, "queue.get");
    row("Task-2", State::waiting, LaneKind::task, "Task-2");
    row("'late'", State::done, LaneKind::task, "'late'");
    row("ready", State::ready, LaneKind::task, "bereit");
    row("running", State::running, LaneKind::thread, "läuft");
  }
  void in_english_they_are_as_the_replay_has_them() {
    QFETCH(QString, text);
    QFETCH(int, state);
    QFETCH(int, kind);
    QFETCH(QString, german);
    QCOMPARE(ui::sliceLabel(text, static_cast<State>(state), static_cast<LaneKind>(kind)), text);
    ui::installLanguage(QStringLiteral("de"));
    QCOMPARE(ui::sliceLabel(text, static_cast<State>(state), static_cast<LaneKind>(kind)), german);
  }

  void waits_keep_names_and_times() {
    QCOMPARE(ui::waitLabel(QStringLiteral("sleep(1) until 2.000 s")), QStringLiteral("sleep(1) until 2.000 s"));
    ui::installLanguage(QStringLiteral("de"));
    QCOMPARE(ui::waitLabel(QStringLiteral("sleep(1) until 2.000 s")), QStringLiteral("sleep(1) bis 2.000 s"));
    QCOMPARE(ui::waitLabel(QStringLiteral("sleep(1), overdue since 2.000 s")),
             QStringLiteral("sleep(1), überfällig seit 2.000 s"));
    QCOMPARE(ui::waitLabel(QStringLiteral("lock, held by Task-2, Task-3")),
             QStringLiteral("Lock, gehalten von Task-2, Task-3"));
    QCOMPARE(ui::waitLabel(QStringLiteral("wait_for until 2.000 s")), QStringLiteral("wait_for bis 2.000 s"));
  }

  // The table, the tree of waits and the lists of the inspector, over whole lessons.
  void nothing_of_a_lesson_stays_english_data() {
    QTest::addColumn<QByteArray>("lesson");
    for (const char* lesson : {"204-", "302-", "306-", "403-", "501-", "503-", "504-", "505-", "506-", "601-", "605-",
                               "701-", "704-", "707-"}) {
      QTest::newRow(lesson) << QByteArray(lesson);
    }
  }
  void nothing_of_a_lesson_stays_english() {
    QFETCH(QByteArray, lesson);
    const auto runs = test::lessonRuns(lesson.constData());
    ui::installLanguage(QStringLiteral("de"));
    static const QRegularExpression english(QStringLiteral(
        "^(none|ready|running|waiting|late|blocking|idle|done|raised|cancelled|closed|event|process|lock|"
        "thread|input|group|something)$|gather of|blocks the|cannot run|held by| until |overdue|"
        "^turn \\d| line \\d|^loop asyncio|free$|items?$"));
    ui::SlicesModel slices;
    slices.setComparison(runs);
    for (int row = 0; row < slices.rowCount(); ++row) {
      for (int column = 3; column < slices.columnCount(); ++column) {
        const QString text = slices.index(row, column).data().toString();
        QVERIFY2(!english.match(text).hasMatch(), qPrintable(text));
      }
    }
    for (int run = 0; run < runs->runCount(); ++run) {
      const replay::Replay& replay = runs->replay(run);
      for (replay::EventIndex event = 0; event <= replay.event_count(); event += 3) {
        const ui::StateRows state(replay, replay.after(event), run);
        for (const replay::WaitNode& node : state.waits().forest.nodes) {
          QVERIFY2(!english.match(QString::fromStdString(node.text)).hasMatch(), node.text.c_str());
        }
        for (const auto& rows : {state.objects(), state.threads(), state.readyQueue(), state.timers()}) {
          for (const ui::Row& row : rows) {
            QVERIFY2(!english.match(row.text + u' ' + row.detail).hasMatch(), qPrintable(row.text + u' ' + row.detail));
          }
        }
      }
    }
  }
};

QTEST_MAIN(TestLabels)
#include "test_labels.moc"
