// Greenlets are as much at home in the window as tasks: stepped, selected, listed, asked about.
#include <QLabel>
#include <QRadioButton>

#include "code/code_gutter.h"
#include "inspector/inspector.h"
#include "lesson_runs.h"
#include "ui_model/comparison.h"
#include "ui_model/lane_names.h"
#include "window_hands.h"

using namespace loopline;
using namespace loopline::test;

namespace {

const char* const kGreenlets =
    "import gevent\n\ndef tick(name):\n    for number in range(3):\n        print(name, number)\n"
    "        gevent.sleep(1)\n\n"
    "gevent.joinall([gevent.spawn(tick, \"left\"), gevent.spawn(tick, \"right\")])\n";

const ui::RowsView* list(WindowFixture& fixture, const char* name) {
  for (const ui::RowsView* each : fixture.window().findChildren<ui::RowsView*>()) {
    if (each->accessibleName() == QString::fromLatin1(name)) return each;
  }
  return nullptr;
}

QString variablesTitle(WindowFixture& fixture) {
  for (const QToolButton* title : fixture.window().findChildren<QToolButton*>(QStringLiteral("sectionTitle"))) {
    if (title->text().startsWith(QStringLiteral("STACK"))) return title->text();
  }
  return {};
}

}  // namespace

class TestWindowGreenlets : public QObject {
  Q_OBJECT

 private slots:
  void stepping_by_switch_follows_the_greenlets_both_ways() {
    WindowFixture fixture;
    openScript(fixture, kGreenlets);
    QStringList told;
    for (int i = 0; i < 8; ++i) {
      fixture.press(Qt::Key_Right, Qt::ShiftModifier);
      told << sentence(fixture);
    }
    fixture.grab(QStringLiteral("greenlets-light-1440"));
    QCOMPARE(QStringList(told).removeDuplicates(), 0);
    QVERIFY2(told.filter(QStringLiteral("The hub starts the greenlet Greenlet-1")).size() == 1,
             qPrintable(told.join(u'\n')));
    QVERIFY2(told.filter(QStringLiteral("waits until 1.000 s and switches to the hub")).size() == 2,
             qPrintable(told.join(u'\n')));
    for (qsizetype i = told.size() - 2; i >= 0; --i) {
      fixture.press(Qt::Key_Left, Qt::ShiftModifier);
      QCOMPARE(sentence(fixture), told[i]);
    }
  }

  void the_heading_counts_greenlets() {
    const ui::Comparison comparison({runOf("greenlets", kGreenlets)}, false);
    const QString summary = ui::runSummary(comparison, 0);
    QVERIFY2(summary.startsWith(QStringLiteral("2 greenlets · ends at 3.000 s")), qPrintable(summary));
  }

  void the_inspector_tells_what_each_greenlet_does() {
    WindowFixture fixture;
    openScript(fixture, kGreenlets);
    while (!sentence(fixture).contains(QStringLiteral("waits until 1.000 s"))) {
      fixture.press(Qt::Key_Right, Qt::ShiftModifier);
    }
    const QStringList threads = rowsOf(*list(fixture, "Threads and loops")->model());
    QVERIFY2(threads.filter(QRegularExpression(QStringLiteral("Greenlet-0 .*waits until 1.000 s"))).size() == 1,
             qPrintable(threads.join(u'\n')));
    QVERIFY(threads.filter(QStringLiteral("the hub")).size() == 1);
    QVERIFY(threads.filter(QStringLiteral("the main greenlet")).size() == 1);
    const QStringList timers = rowsOf(*list(fixture, "Timers")->model());
    QVERIFY2(timers.filter(QStringLiteral("1.000 s → Greenlet-0")).size() == 1, qPrintable(timers.join(u'\n')));
    const QStringList ready = rowsOf(*list(fixture, "Ready queue")->model());
    QVERIFY2(ready.filter(QStringLiteral("Greenlet-1")).size() == 1, qPrintable(ready.join(u'\n')));
    fixture.grab(QStringLiteral("greenlets-inspector"));
  }

  void a_chosen_greenlet_shows_its_stack_and_its_next_turn_is_one_key_away() {
    WindowFixture fixture;
    openScript(fixture, kGreenlets);
    for (int i = 0; i < 7; ++i) fixture.press(Qt::Key_Right, Qt::ShiftModifier);
    auto* rows = const_cast<ui::RowsView*>(list(fixture, "Threads and loops"));
    int row = 0;
    const QStringList names = rowsOf(*rows->model());
    while (row < names.size() && !names[row].startsWith(QStringLiteral("Greenlet-0"))) ++row;
    QVERIFY(row < names.size());
    rows->scrollTo(rows->model()->index(row, 0));
    fixture.find<ui::Inspector>("inspector")->ensureWidgetVisible(rows);
    QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, rows->visualRect(rows->model()->index(row, 0)).center());
    QTRY_VERIFY2(variablesTitle(fixture).contains(QStringLiteral("GREENLET-0")), qPrintable(variablesTitle(fixture)));
    const QStringList variables = rowsOf(*list(fixture, "Stack and variables")->model());
    QVERIFY2(variables.filter(QStringLiteral("'left'")).size() == 1, qPrintable(variables.join(u'\n')));
    fixture.press(Qt::Key_J);
    QVERIFY2(sentence(fixture).contains(QStringLiteral("switches to the greenlet Greenlet-0")),
             qPrintable(sentence(fixture)));
    const QString first = place(fixture);
    fixture.press(Qt::Key_J);
    QVERIFY(place(fixture) != first);
    fixture.press(Qt::Key_J, Qt::ShiftModifier);
    QCOMPARE(place(fixture), first);
  }

  void the_code_shows_the_running_greenlets_line_and_where_the_others_wait() {
    WindowFixture fixture;
    openScript(fixture, kGreenlets);
    while (!sentence(fixture).contains(QStringLiteral("The hub switches to the greenlet Greenlet-1"))) {
      QVERIFY(fixture.find<QToolButton>("forward")->isEnabled());
      fixture.press(Qt::Key_Right, Qt::ShiftModifier);
    }
    ui::CodePane* pane = panes(fixture).front();
    QCOMPARE(pane->currentLine(), 6);
    const std::vector<int> waiting = pane->waitingLines();
    QVERIFY(std::ranges::find(waiting, 8) != waiting.end());  // the main one, in joinall
    auto* gutter = pane->findChild<ui::CodeGutter*>();
    const auto line = std::ranges::find(gutter->lines(), 6, &ui::CodeGutter::Line::number);
    QVERIFY(line != gutter->lines().end());
    QCOMPARE(line->chips.size(), std::size_t{2});
    QCOMPARE(line->chips.front().text, QStringLiteral("G0"));
    fixture.press(Qt::Key_J);
    QTest::mouseClick(gutter, Qt::LeftButton, {}, {gutter->width() - 6, line->top + line->height / 2});
    QTRY_VERIFY2(variablesTitle(fixture).contains(QStringLiteral("GREENLET-1")), qPrintable(variablesTitle(fixture)));
  }

  void which_greenlet_runs_next_is_asked_and_answered() {
    WindowFixture fixture;
    openScript(fixture, kGreenlets);
    fixture.press(Qt::Key_P, Qt::ControlModifier);
    const auto asked = [&] {
      for (const QLabel* label : fixture.window().findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(QStringLiteral("Which greenlet runs next?"))) return true;
      }
      return false;
    };
    const auto firstChoice = [&]() -> QRadioButton* {
      for (QRadioButton* each : fixture.window().findChildren<QRadioButton*>()) {
        if (each->isVisible()) return each;
      }
      return nullptr;
    };
    QStringList choices;
    for (int question = 0; question < 12 && !asked(); ++question) {
      QTRY_VERIFY_WITH_TIMEOUT(firstChoice() != nullptr, 20'000);
      if (asked()) break;
      firstChoice()->click();
      fixture.press(Qt::Key_Return);
      QTest::qWait(60);
      fixture.press(Qt::Key_P, Qt::ControlModifier);
      QTest::qWait(60);
    }
    QVERIFY(asked());
    fixture.grab(QStringLiteral("greenlets-predict"));
    for (const QRadioButton* each : fixture.window().findChildren<QRadioButton*>()) {
      if (each->isVisible()) choices << each->text();
    }
    QVERIFY2(choices.join(u'|').contains(QStringLiteral("Greenlet-0")), qPrintable(choices.join(u'|')));
    QVERIFY2(choices.join(u'|').contains(QStringLiteral("the main greenlet")), qPrintable(choices.join(u'|')));
    QVERIFY2(!choices.join(u'|').contains(QStringLiteral("Hub")), qPrintable(choices.join(u'|')));
  }
};

QTEST_MAIN(TestWindowGreenlets)
#include "test_window_greenlets.moc"
