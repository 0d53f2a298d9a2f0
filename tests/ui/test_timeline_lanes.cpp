// Lanes that fold, are pinned, moved, filtered and found; marked stretches; bookmarks; the minimap.
#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QTableView>

#include "lesson_runs.h"
#include "mouse.h"
#include "timeline_fixture.h"
#include "ui_model/bookmarks.h"
#include "ui_model/lane_arrangement.h"
#include "ui_model/lane_names.h"
#include "ui_model/range_model.h"

using namespace loopline;
using namespace loopline::test;
using namespace loopline::ui;

namespace {

const char* const kThreads = R"(
import asyncio
import threading

async def tick(name):
    for n in range(2):
        print(name, n)
        await asyncio.sleep(1)

async def main(name):
    await asyncio.gather(tick(name + "1"), tick(name + "2"))

def other():
    asyncio.run(main("b"))

thread = threading.Thread(target=other, name="other")
thread.start()
asyncio.run(main("a"))
thread.join()
)";

QStringList names(const Comparison& comparison, const LaneArrangement& arrangement, int run = 0) {
  QStringList list;
  for (const LaneArrangement::Row& row : arrangement.rows(comparison, run)) {
    list << laneName(comparison.replay(run), row.lane);
  }
  return list;
}

replay::LaneIndex laneOf(const Comparison& comparison, const QString& name) {
  const auto count = static_cast<replay::LaneIndex>(comparison.replay(0).timeline().lanes().size());
  for (replay::LaneIndex lane = 0; lane < count; ++lane) {
    if (laneName(comparison.replay(0), lane) == name) return lane;
  }
  return replay::kNoLane;
}

/// What the mouse is over: the drawn timeline.
QWidget* target(TimelineOnScreen& shown) { return shown.view.childAt(shown.view.width() / 2, 60); }

/// Clicks down the headings, at `x`: the lanes that are met, from top to bottom.
QStringList metLanes(TimelineOnScreen& shown, int x = 60) {
  const Comparison& comparison = *shown.controller.comparison();
  QStringList met;
  for (int y = 2; y < shown.view.height() - 70; y += 3) {
    QTest::mouseClick(target(shown), Qt::LeftButton, {}, {x, y});
    const Selection& s = shown.controller.selection();
    if (s.what == Selection::What::nothing) continue;
    const replay::Timeline& timeline = comparison.replay(s.run).timeline();
    const QString name = laneName(comparison.replay(s.run), s.task() != 0 ? timeline.lane_of_task(s.task()) : s.lane);
    if (met.isEmpty() || met.back() != name) met << name;
  }
  return met;
}

}  // namespace

class TestTimelineLanes : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { loadResources(); }

  void a_folded_group_hides_its_lanes_and_says_how_many() {
    const auto comparison = compare({runOf("threads", kThreads)});
    LaneArrangement arrangement;
    const QStringList all = names(*comparison, arrangement);
    QCOMPARE(all.count(QStringLiteral("Thread")), 2);
    QCOMPARE(all.count(QStringLiteral("Event loop")), 2);
    arrangement.setFolded(laneKey(*comparison, 0, 0), true);
    const std::vector<LaneArrangement::Row> rows = arrangement.rows(*comparison, 0);
    QVERIFY(rows[0].folded && rows[0].hidden >= 4);
    QCOMPARE(rows.size() + rows[0].hidden, std::size_t(all.size()));
    QCOMPARE(rows[2].depth, 1);  // the other thread's loop stands below it
  }

  void pinned_lanes_stand_first_and_moved_ones_where_they_were_put() {
    const auto comparison = compare({tasksRun()});
    LaneArrangement arrangement;
    const QString task1 = QStringLiteral("Task-1"), task2 = QStringLiteral("Task-2"), task3 = QStringLiteral("Task-3");
    const QString loop = QStringLiteral("Event loop");
    QCOMPARE(names(*comparison, arrangement), QStringList({loop, task1, task2, task3}));
    QVERIFY(arrangement.move(*comparison, 0, laneOf(*comparison, task3), -1));
    QCOMPARE(names(*comparison, arrangement), QStringList({loop, task1, task3, task2}));
    QVERIFY(!arrangement.move(*comparison, 0, laneOf(*comparison, task2), 1));
    arrangement.setPinned(laneKey(*comparison, 0, laneOf(*comparison, task2)), true);
    QCOMPARE(names(*comparison, arrangement), QStringList({task2, loop, task1, task3}));
    arrangement.setFilter(QStringLiteral("hello"));  // nobody's call: only the pinned one is left
    QCOMPARE(names(*comparison, arrangement), QStringList({task2}));
    arrangement.setFilter(QStringLiteral("task-3"));
    QCOMPARE(names(*comparison, arrangement), QStringList({task2, loop, task3}));
    QVERIFY(!arrangement.isPlain());
    arrangement.clear();
    QVERIFY(arrangement.isPlain());
  }

  void the_arrow_before_a_heading_folds_its_group() {
    TimelineOnScreen shown(compare({runOf("threads", kThreads)}), {900, 560});
    const QStringList before = metLanes(shown, 90);
    QVERIFY(before.size() >= 9);
    shown.save(QStringLiteral("timeline-threads"));
    shown.controller.select(Selection::ofLane(0, 0));
    QVERIFY(shown.view.actions().fold->isEnabled());
    // The first thread's arrow is at the very left of its heading.
    int y = 0;
    for (int tried = 30; tried < 90 && !shown.view.actions().fold->isChecked(); tried += 4) {
      QTest::mouseClick(target(shown), Qt::LeftButton, {}, {5, y = tried});
    }
    QVERIFY(shown.view.actions().fold->isChecked());
    shown.save(QStringLiteral("timeline-threads-folded"));
    QVERIFY(metLanes(shown, 90).size() < before.size());
    shown.controller.select(Selection::ofLane(0, 0));
    shown.view.actions().fold->trigger();
    QCOMPARE(metLanes(shown, 90), before);
  }

  void a_heading_is_dragged_to_its_place_and_keys_do_the_same() {
    TimelineOnScreen shown(compare({tasksRun()}), {900, 420});
    const QStringList before = metLanes(shown);
    QCOMPARE(before.size(), 4);
    drag(target(shown), {60, 60}, {60, 65});  // within itself: nothing
    shown.controller.select(Selection::ofTask(0, shown.controller.comparison()->replay(0).timeline().lanes()[4].id));
    QTest::keyClick(&shown.view, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(metLanes(shown), QStringList({before[0], before[1], before[3], before[2]}));
    // Down again by the mouse: past the middle of the last lane.
    int y = 0;
    for (y = 40; y < 300; y += 3) {
      QTest::mouseClick(target(shown), Qt::LeftButton, {}, {60, y});
      const Selection& s = shown.controller.selection();
      if (s.task() == shown.controller.comparison()->replay(0).timeline().lanes()[4].id) break;
    }
    drag(target(shown), {60, y + 2}, {60, y + 110});
    QCOMPARE(metLanes(shown), before);
    shown.controller.select(Selection::ofTask(0, shown.controller.comparison()->replay(0).timeline().lanes()[4].id));
    shown.view.actions().pin->trigger();
    QVERIFY(shown.view.actions().plainLanes->isEnabled());
    QVERIFY(metLanes(shown) != before);
    shown.save(QStringLiteral("timeline-pinned"));
    shown.view.actions().plainLanes->trigger();
    QCOMPARE(metLanes(shown), before);
  }

  void a_task_is_found_by_its_name_and_shown_alone() {
    const auto comparison = compare({manyTasksRun(40, 3)});
    TimelineOnScreen shown(comparison, {900, 420});
    shown.view.actions().findTask->trigger();
    auto* field = shown.view.findChild<QLineEdit*>(QStringLiteral("laneField"));
    QVERIFY(field->isVisible() && field->hasFocus());
    QTest::keyClicks(field, "task-3");
    const auto name = [&] {
      const Selection& s = shown.controller.selection();
      return laneName(comparison->replay(s.run), comparison->replay(s.run).timeline().lane_of_task(s.task()));
    };
    QCOMPARE(name(), QStringLiteral("Task-3"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(name(), QStringLiteral("Task-30"));
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(name(), QStringLiteral("Task-39"));  // round the corner
    shown.view.findChild<QCheckBox*>()->setChecked(true);
    shown.save(QStringLiteral("timeline-found"));
    shown.controller.clearSelection();
    shown.view.setFocus();
    int lanes = 0;
    replay::ObjectId last = 0;
    for (int i = 0; i < 60; ++i) {
      QTest::keyClick(&shown.view, Qt::Key_Down);
      if (shown.controller.selection().task() != last) ++lanes;
      last = shown.controller.selection().task();
    }
    QCOMPARE(lanes, 11);  // Task-3 and Task-30 to Task-39
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QVERIFY(!shown.view.actions().plainLanes->isEnabled());
  }

  void a_marked_stretch_tells_what_each_task_did_in_it() {
    const auto comparison = compare({blockingRun(), cooperativeRun()});
    TimelineOnScreen shown(comparison, {1000, 560}, ThemeKind::light, Axis::time);
    auto* table = shown.view.findChild<QTableView*>(QStringLiteral("rangeTable"));
    QVERIFY(!table->isVisible());
    drag(target(shown), {400, 120}, {700, 140}, Qt::ShiftModifier);
    QVERIFY(shown.controller.range().has_value());
    QVERIFY(table->isVisible());
    shown.save(QStringLiteral("timeline-range"));
    const auto& range = *shown.controller.range();
    const QAbstractItemModel* model = table->model();
    QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model->rowCount() >= 4);
    // All of the stretch is told of: a task is in one state at a time.
    const auto* rows = qobject_cast<const RangeModel*>(model);
    bool blocked = false;
    for (int row = 0; row < rows->rowCount(); ++row) {
      const replay::TaskStatistics& task = rows->row(row).statistics;
      QVERIFY(task.ran + task.waited + task.ready + task.late + task.blocked <= range.second.time - range.first.time);
      blocked = blocked || task.blocked > 0;
    }
    QVERIFY(blocked);
    table->selectRow(1);
    QCOMPARE(shown.controller.selection().task(), rows->row(1).statistics.task);
    shown.view.zoomToSelection();
    QVERIFY(shown.view.viewEnd() - shown.view.viewBegin() < double(range.second.time - range.first.time) / 1e9 * 1.2);
    shown.view.setFocus();
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    QVERIFY(!table->isVisible());
  }

  void keys_mark_a_stretch_from_the_playhead() {
    const auto comparison = compare({tasksRun()});
    TimelineOnScreen shown(comparison);
    shown.controller.setPosition(comparison->stop(replay::Granularity::step, 3));
    shown.view.actions().rangeBegin->trigger();
    QVERIFY(shown.controller.range()->second == comparison->end());
    shown.controller.setPosition(comparison->stop(replay::Granularity::step, 6));
    shown.view.actions().rangeEnd->trigger();
    QVERIFY(shown.controller.range()->first == comparison->stop(replay::Granularity::step, 3));
    QVERIFY(shown.controller.range()->second == comparison->stop(replay::Granularity::step, 6));
  }

  void bookmarks_are_set_gone_to_and_drawn() {
    const auto comparison = compare({sequentialRun(), tasksRun()});
    TimelineOnScreen shown(comparison);
    Bookmarks bookmarks;
    QAbstractItemModelTester tester(&bookmarks, QAbstractItemModelTester::FailureReportingMode::QtTest);
    shown.view.setBookmarks(&bookmarks);
    bookmarks.reset(comparison);
    const Position first = comparison->stop(replay::Granularity::step, 4);
    const Position second = comparison->stop(replay::Granularity::step, 9);
    shown.controller.setPosition(first);
    shown.view.actions().bookmark->trigger();
    QCOMPARE(bookmarks.rowCount(), 1);
    QVERIFY(shown.view.actions().bookmark->isChecked());
    shown.controller.setPosition(second);
    QVERIFY(!shown.view.actions().bookmark->isChecked());
    shown.view.actions().bookmark->trigger();
    bookmarks.setText(bookmarks.find(shown.controller.focusRun(), shown.controller.moment(shown.controller.focusRun())),
                      QStringLiteral("here it wakes"));
    shown.save(QStringLiteral("timeline-bookmarks"));
    shown.controller.setPosition(comparison->end());
    shown.view.actions().previousBookmark->trigger();
    QVERIFY(shown.controller.position() == second);
    shown.view.actions().previousBookmark->trigger();
    QVERIFY(shown.controller.position() == first);
    shown.view.actions().bookmark->trigger();
    QCOMPARE(bookmarks.rowCount(), 1);
    // What is kept comes back.
    Bookmarks again;
    again.reset(comparison);
    for (int run = 0; run < 2; ++run) again.fromJson(run, bookmarks.toJson(run));
    QCOMPARE(again.rowCount(), 1);
    QCOMPARE(again.all()[0].text, QStringLiteral("here it wakes"));
    QVERIFY(again.all()[0].moment() == bookmarks.all()[0].moment());
  }

  void the_minimap_moves_the_view() {
    TimelineOnScreen shown(compare({sequentialRun(), tasksRun()}));
    for (int i = 0; i < 5; ++i) shown.view.zoomIn();
    const double span = shown.view.viewEnd() - shown.view.viewBegin();
    const int y = shown.view.height() - 14;
    QTest::mouseClick(target(shown), Qt::LeftButton, {}, {16, y});
    QCOMPARE(shown.view.viewBegin(), 0.0);
    drag(target(shown), {20, y}, {110, y});
    QVERIFY(shown.view.viewBegin() > 0);
    QVERIFY(std::abs(shown.view.viewEnd() - shown.view.viewBegin() - span) < span * 1e-9);
    shown.save(QStringLiteral("timeline-minimap"));
  }

  void the_shortest_output_is_legible() {
    const auto comparison = compare({runOf("letters", "print('x')\nprint('')\nprint('yes')\n")});
    TimelineOnScreen shown(comparison, {700, 220});
    shown.save(QStringLiteral("timeline-short-print"));
    // The first tag, below the lane: as wide as its ground is dark; its letter is light.
    const QImage image = shown.view.grab().toImage();
    const auto isGround = [&](int x, int y) { return qGray(image.pixel(x, y)) < 40; };
    QRect tag;
    for (int x = 130; x < image.width() && (tag.isEmpty() || x <= tag.right() + 1); ++x) {
      for (int y = 58; y < 150; ++y) {
        if (isGround(x, y)) tag |= QRect(x, y, 1, 1);
      }
    }
    QVERIFY(tag.width() > 10 && tag.width() < 40);
    int pixels = 0;
    for (int y = tag.top() + 3; y < tag.bottom() - 2; ++y) {
      for (int x = tag.left() + 3; x < tag.right() - 2; ++x) pixels += qGray(image.pixel(x, y)) > 120;
    }
    QVERIFY(pixels > 6);
  }
};

QTEST_MAIN(TestTimelineLanes)
#include "test_timeline_lanes.moc"
