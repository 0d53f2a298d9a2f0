// Lanes in the whole window: chosen, moved, pinned, folded and found with mouse and keys; a stretch and what each task
// did in it; notes that are kept with the recording.
#include <QLineEdit>
#include <QTableView>

#include "mouse.h"
#include "view/timeline_view.h"
#include "widgets/section.h"
#include "window_hands.h"

using namespace loopline;
using namespace loopline::test;

namespace {

ui::TimelineView* timeline(WindowFixture& fixture) { return fixture.window().findChild<ui::TimelineView*>(); }

/// What the mouse is over: the drawn timeline.
QWidget* canvas(WindowFixture& fixture) {
  return timeline(fixture)->childAt(timeline(fixture)->width() / 2, timeline(fixture)->height() / 3);
}

/// Whose variables the inspector shows.
QString chosen(WindowFixture& fixture) {
  QTest::qWait(8);  // the inspector follows when there is nothing else to do
  for (const ui::Section* section : fixture.window().findChildren<ui::Section*>()) {
    if (section->title().contains(QStringLiteral("Stack and variables")))
      return section->title().section(u'·', 1).trimmed();
  }
  return {};
}

/// Clicks down the headings: the tasks that are met, from top to bottom, and where.
QList<std::pair<QString, int>> meet(WindowFixture& fixture) {
  QList<std::pair<QString, int>> met;
  QWidget* target = canvas(fixture);
  for (int y = 4; y < target->height() - 90; y += 8) {
    QTest::mouseClick(target, Qt::LeftButton, {}, {70, y});
    const QString name = chosen(fixture);
    if (name.startsWith(QStringLiteral("Task-")) && (met.isEmpty() || met.back().first != name)) met.append({name, y});
  }
  fixture.press(Qt::Key_Escape);
  return met;
}

QStringList order(WindowFixture& fixture) {
  QStringList names;
  for (const auto& [name, y] : meet(fixture)) names << name;
  return names;
}

const char* const kThree = R"(import asyncio

async def work(seconds):
    await asyncio.sleep(seconds)
    print("after", seconds)

async def main():
    await asyncio.gather(work(1), work(2), work(3))

asyncio.run(main())
)";

}  // namespace

class TestWindowLanes : public QObject {
  Q_OBJECT

 private slots:
  void lanesAreMovedAndPinned_data() { lookRows(); }
  void lanesAreMovedAndPinned() {
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    WindowFixture fixture(theme, false, size);
    openScript(fixture, kThree);
    const auto before = meet(fixture);
    QCOMPARE(before.size(), 4);
    const QString last = before.back().first;
    QTest::mouseClick(canvas(fixture), Qt::LeftButton, {}, {70, before.back().second});
    QTRY_COMPARE(chosen(fixture), last);
    fixture.press(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    fixture.grab(QStringLiteral("lanes-moved-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    const auto moved = meet(fixture);
    QCOMPARE(moved.at(moved.size() - 2).first, last);
    // Back by the mouse.
    drag(canvas(fixture), {70, moved.at(moved.size() - 2).second + 4}, {70, moved.back().second + 40});
    QCOMPARE(order(fixture).back(), last);
    QTest::mouseClick(canvas(fixture), Qt::LeftButton, {}, {70, meet(fixture).back().second});
    fixture.press(Qt::Key_P);
    QCOMPARE(order(fixture).front(), last);
    fixture.grab(QStringLiteral("lanes-pinned-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    timeline(fixture)->actions().plainLanes->trigger();
    QCOMPARE(order(fixture).back(), last);
  }

  void aGroupIsFoldedWithTheKeyboard() {
    WindowFixture fixture;
    openLesson(fixture, "704-asyncio-inside-gevent.md");
    // The first heading below the run's is the thread's, which everything else stands below.
    QTest::qWait(50);  // painted
    const QImage before = timeline(fixture)->grab().toImage();
    int y = 0;
    for (y = 20; y < 80 && !timeline(fixture)->actions().fold->isEnabled(); y += 4) {
      QTest::mouseClick(canvas(fixture), Qt::LeftButton, {}, {90, y});
    }
    QVERIFY(timeline(fixture)->actions().fold->isEnabled());
    fixture.press(Qt::Key_F);
    QVERIFY(timeline(fixture)->actions().fold->isChecked());
    fixture.grab(QStringLiteral("lanes-folded"));
    QVERIFY(timeline(fixture)->grab().toImage() != before);
    fixture.press(Qt::Key_F);
    fixture.press(Qt::Key_Escape);
    QTRY_COMPARE(timeline(fixture)->grab().toImage(), before);
  }

  void aTaskIsFoundByItsName() {
    WindowFixture fixture;
    openScript(fixture, kThree);
    fixture.press(Qt::Key_Slash);
    auto* field = fixture.find<QLineEdit>("laneField");
    QVERIFY(field->isVisible() && field->hasFocus());
    QTest::keyClicks(field, "task-3");
    QTRY_COMPARE(chosen(fixture), QStringLiteral("Task-3"));
    fixture.press(Qt::Key_Escape);
    QVERIFY(!field->isVisible());
  }

  void aMarkedStretchTellsWhatEachTaskDidInIt_data() { lookRows(); }
  void aMarkedStretchTellsWhatEachTaskDidInIt() {
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    WindowFixture fixture(theme, false, size);
    openLesson(fixture, kBlockingLesson);
    auto* table = fixture.find<QTableView>("rangeTable");
    QVERIFY(!table->isVisible());
    QWidget* target = canvas(fixture);
    drag(target, {target->width() / 3, 60}, {target->width() * 2 / 3, 60}, Qt::ShiftModifier);
    QVERIFY(table->isVisible());
    QVERIFY(table->model()->rowCount() >= 2);
    fixture.grab(QStringLiteral("lanes-range-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    table->selectRow(0);
    QTRY_VERIFY2(chosen(fixture).startsWith(QStringLiteral("Task-")), qPrintable(chosen(fixture)));
    timeline(fixture)->setFocus();
    fixture.press(Qt::Key_Escape);
    QVERIFY(!table->isVisible());
    // From the playhead, with keys.
    fixture.press(Qt::Key_I);
    fixture.press(Qt::Key_Right);
    fixture.press(Qt::Key_Right);
    fixture.press(Qt::Key_O);
    QVERIFY(table->isVisible());
  }
};

QTEST_MAIN(TestWindowLanes)
#include "test_window_lanes.moc"
