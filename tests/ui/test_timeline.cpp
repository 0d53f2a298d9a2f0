#include <QAbstractItemModelTester>
#include <QAction>
#include <QSignalSpy>
#include <QTableView>
#include <QWheelEvent>

#include "timeline_fixture.h"
#include "ui_model/slices_model.h"

using namespace loopline;
using namespace loopline::test;
using namespace loopline::ui;
using replay::Granularity;

namespace {

/// Where a position stands on the screen, and back: the view shows all of the scale between its plot's edges.
struct Ruler {
  explicit Ruler(TimelineOnScreen& shown) : m_shown(shown), m_scale(shown.controller.comparison(), shown.view.axis()) {
    // The playhead's line is the only thing of its colour.
    shown.controller.setPosition(shown.controller.comparison()->start());
    m_left = playheadPixel();
    shown.controller.setPosition(shown.controller.comparison()->end());
    m_right = playheadPixel();
  }

  int playheadPixel() {
    m_shown.settle();
    const QImage image = m_shown.view.grab().toImage();
    const QRgb color = Theme::of(m_shown.view.theme()).playhead.rgb();
    for (int x = 0; x < image.width(); ++x) {
      int height = 0;
      for (int y = 40; y < image.height() - 80; ++y) height += close(image.pixel(x, y), color);
      if (height > (image.height() - 120) * 9 / 10) return x;
    }
    return -1;
  }

  double pixel(Position position) const {
    return m_left + (m_right - m_left) * m_scale.xOf(position) / m_scale.length();
  }
  int left() const { return m_left; }
  int right() const { return m_right; }
  const TimeScale& scale() const { return m_scale; }

 private:
  static bool close(QRgb a, QRgb b) {
    return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b)) < 60;
  }

  TimelineOnScreen& m_shown;
  TimeScale m_scale;
  int m_left = 0, m_right = 0;
};

/// The widget that the mouse is over.
QWidget* target(TimelineOnScreen& shown) { return shown.view.childAt(shown.view.width() / 2, 60); }

void drag(TimelineOnScreen& shown, QPoint from, QPoint to) {
  QWidget* widget = target(shown);
  QTest::mousePress(widget, Qt::LeftButton, {}, from);
  for (int i = 1; i <= 8; ++i) {
    const QPoint at = from + (to - from) * i / 8;
    QMouseEvent move(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &move);
  }
  QTest::mouseRelease(widget, Qt::LeftButton, {}, to);
}

void wheel(TimelineOnScreen& shown, QPoint at, int steps, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
  QWidget* widget = target(shown);
  QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, 120 * steps}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                    false);
  QApplication::sendEvent(widget, &event);
}

}  // namespace

class TestTimeline : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { loadResources(); }

  void the_playhead_stands_where_its_position_is_data() {
    QTest::addColumn<int>("axis");
    QTest::newRow("elastic") << int(Axis::elastic);
    QTest::newRow("time") << int(Axis::time);
    QTest::newRow("steps") << int(Axis::steps);
  }
  void the_playhead_stands_where_its_position_is() {
    QFETCH(int, axis);
    const auto comparison = compare({sequentialRun(), tasksRun()});
    TimelineOnScreen shown(comparison, {880, 440}, ThemeKind::light, Axis(axis));
    Ruler ruler(shown);
    QVERIFY(ruler.left() > 0 && ruler.right() > ruler.left() + 300);
    for (const std::size_t stop : {3, 9, 20, 31}) {
      const Position position = comparison->stop(Granularity::event, stop);
      shown.controller.setPosition(position);
      QVERIFY(std::abs(ruler.playheadPixel() - ruler.pixel(position)) <= 2);
    }
  }

  void dragging_the_playhead_sets_the_position() {
    const auto comparison = compare({sequentialRun(), tasksRun()});
    TimelineOnScreen shown(comparison);
    Ruler ruler(shown);
    shown.controller.setPosition(comparison->start());
    // Into the idle second: it may rest between events.
    const int middle = (int(ruler.pixel({1'000'001'000, 20})) + int(ruler.pixel({2'000'001'000, 0}))) / 2;
    drag(shown, {ruler.left(), 6}, {middle, 100});
    const Position rest = shown.controller.position();
    QVERIFY(rest.time > 1'100'000'000 && rest.time < 1'900'000'000);
    QCOMPARE(rest.ordinal, 0U);
    // Near an event it snaps to it.
    const Position event = comparison->stop(Granularity::print, 1);
    drag(shown, {middle, 100}, {int(ruler.pixel(event)) + 2, 120});
    const Position snapped = shown.controller.position();
    QVERIFY(comparison->instants().begin(comparison->instants().at(snapped.time)) == snapped.time);
    QVERIFY(std::abs(ruler.scale().xOf(snapped) - ruler.scale().xOf(event)) < ruler.scale().length() / 100);
    // Beyond the ends it stays at them.
    drag(shown, {int(ruler.pixel(snapped)), 6}, {-400, 50});
    QVERIFY(shown.controller.position() == comparison->start());
  }

  void a_click_on_the_axis_brings_the_playhead() {
    const auto comparison = compare({tasksRun()});
    TimelineOnScreen shown(comparison);
    Ruler ruler(shown);
    const Position middle = comparison->stop(Granularity::step, 4);
    const int axisY = shown.view.height() - 50;
    QTest::mouseClick(target(shown), Qt::LeftButton, {}, {int(std::lround(ruler.pixel(middle))), axisY});
    QVERIFY(std::abs(ruler.pixel(shown.controller.position()) - ruler.pixel(middle)) <= 7);
  }

  void a_click_selects_what_is_under_it() {
    const auto comparison = compare({sequentialRun(), tasksRun()});
    TimelineOnScreen shown(comparison, {880, 460});
    QSignalSpy changed(&shown.controller, &PlaybackController::selectionChanged);
    // From top to bottom on the headings: every lane of both runs is met, in order.
    std::vector<std::pair<int, replay::LaneIndex>> met;
    for (int y = 2; y < 380; y += 3) {
      QTest::mouseClick(target(shown), Qt::LeftButton, {}, {40, y});
      const Selection& s = shown.controller.selection();
      if (s.what == Selection::What::nothing) continue;
      const replay::Timeline& timeline = comparison->replay(s.run).timeline();
      const std::pair lane{s.run, s.task() != 0 ? timeline.lane_of_task(s.task()) : s.lane};
      if (met.empty() || met.back() != lane) met.push_back(lane);
    }
    const std::vector<std::pair<int, replay::LaneIndex>> expected{{0, 1}, {0, 2}, {1, 1}, {1, 2}, {1, 3}, {1, 4}};
    QVERIFY(met == expected);
    QVERIFY(changed.count() >= 6);
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    QVERIFY(shown.controller.selection().what == Selection::What::nothing);
  }

  void a_tag_of_output_is_an_event() {
    const auto comparison = compare({tasksRun()});
    TimelineOnScreen shown(comparison);
    Ruler ruler(shown);
    const replay::EventIndex print = comparison->replay(0).timeline().instants(replay::InstantKind::print)[0];
    const double x = ruler.pixel(comparison->positionOf(0, comparison->replay(0).after(print)));
    bool found = false;
    for (int y = 40; y < 380 && !found; y += 2) {
      QTest::mouseClick(target(shown), Qt::LeftButton, {}, {int(x) + 8, y});
      found = shown.controller.selection() == Selection::ofEvent(0, print, comparison->replay(0).event(print).task);
    }
    QVERIFY(found);
  }

  void the_wheel_zooms_where_the_pointer_is() {
    TimelineOnScreen shown(compare({sequentialRun(), tasksRun()}));
    Ruler ruler(shown);
    const double begin = shown.view.viewBegin(), end = shown.view.viewEnd();
    const QPoint at((ruler.left() + ruler.right()) / 2 + 100, 100);
    const auto under = [&] {
      const double share = double(at.x() - ruler.left()) / (ruler.right() - ruler.left()) * ruler.scale().length();
      const double all = end - begin;
      return shown.view.viewBegin() + share / all * (shown.view.viewEnd() - shown.view.viewBegin());
    };
    const double before = under();
    wheel(shown, at, 4);
    QVERIFY(shown.view.viewEnd() - shown.view.viewBegin() < (end - begin) / 2);
    QVERIFY(std::abs(under() - before) < (end - begin) / 500);
    wheel(shown, at, -30);
    QCOMPARE(shown.view.viewBegin(), begin);
    QCOMPARE(shown.view.viewEnd(), end);
  }

  void keys_zoom_and_fit() {
    TimelineOnScreen shown(compare({tasksRun()}));
    const double whole = shown.view.viewEnd() - shown.view.viewBegin();
    QTest::keyClick(&shown.view, Qt::Key_Plus);
    QTest::keyClick(&shown.view, Qt::Key_Plus);
    const double close = shown.view.viewEnd() - shown.view.viewBegin();
    QVERIFY(close < whole / 2);
    QTest::keyClick(&shown.view, Qt::Key_Minus);
    QVERIFY(shown.view.viewEnd() - shown.view.viewBegin() > close * 1.4);
    QTest::keyClick(&shown.view, Qt::Key_0);
    QCOMPARE(shown.view.viewEnd() - shown.view.viewBegin(), whole);
    for (int i = 0; i < 60; ++i) QTest::keyClick(&shown.view, Qt::Key_Plus);
    QVERIFY(shown.view.viewEnd() > shown.view.viewBegin());
  }

  void dragging_pans_within_the_run() {
    TimelineOnScreen shown(compare({sequentialRun(), tasksRun()}));
    for (int i = 0; i < 4; ++i) QTest::keyClick(&shown.view, Qt::Key_Plus);
    const double begin = shown.view.viewBegin(), span = shown.view.viewEnd() - begin;
    shown.controller.setPosition(shown.controller.comparison()->start());
    shown.view.reveal(shown.controller.comparison()->start());
    drag(shown, {600, 330}, {400, 330});
    QVERIFY(shown.view.viewBegin() > 0);
    QVERIFY(std::abs(shown.view.viewEnd() - shown.view.viewBegin() - span) < span * 1e-9);
    drag(shown, {200, 330}, {800, 330});
    drag(shown, {200, 330}, {800, 330});
    QCOMPARE(shown.view.viewBegin(), 0.0);
  }

  void arrows_select_lane_after_lane() {
    const auto comparison = compare({sequentialRun(), tasksRun()});
    TimelineOnScreen shown(comparison);
    QTest::keyClick(&shown.view, Qt::Key_Down);
    QVERIFY(shown.controller.selection() == Selection::ofLane(0, 1));
    QTest::keyClick(&shown.view, Qt::Key_Down);
    QCOMPARE(shown.controller.selection().task(), comparison->replay(0).timeline().lanes()[2].id);
    QTest::keyClick(&shown.view, Qt::Key_Down);
    QVERIFY(shown.controller.selection() == Selection::ofLane(1, 1));
    QTest::keyClick(&shown.view, Qt::Key_Up);
    QCOMPARE(shown.controller.selection().run, 0);
  }

  void a_position_out_of_view_is_brought_into_it() {
    const auto comparison = compare({sequentialRun(), tasksRun()});
    TimelineOnScreen shown(comparison);
    for (int i = 0; i < 5; ++i) QTest::keyClick(&shown.view, Qt::Key_Plus);
    const TimeScale scale(comparison, Axis::elastic);
    for (const Position position : {comparison->end(), comparison->start(), comparison->stop(Granularity::step, 9)}) {
      shown.controller.setPosition(position);
      const double x = scale.xOf(position);
      QVERIFY(x >= shown.view.viewBegin() - 1e-6 && x <= shown.view.viewEnd() + 1e-6);
    }
  }

  void the_axis_changes_and_what_was_in_view_stays() {
    const auto comparison = compare({sequentialRun(), tasksRun()});
    TimelineOnScreen shown(comparison);
    QSignalSpy changed(&shown.view, &TimelineView::axisChanged);
    shown.view.setAxis(Axis::time);
    QCOMPARE(changed.count(), 1);
    QVERIFY(shown.view.viewEnd() > 3.0 && shown.view.viewEnd() < 3.4);
    for (int i = 0; i < 4; ++i) QTest::keyClick(&shown.view, Qt::Key_Plus);
    const double begin = shown.view.viewBegin(), end = shown.view.viewEnd();
    shown.view.setAxis(Axis::steps);
    shown.view.setAxis(Axis::time);
    QVERIFY(shown.view.viewBegin() <= begin + 0.01 && shown.view.viewEnd() >= end - 0.01);
  }

  void zooming_to_the_selection_fills_the_view_with_its_life() {
    const auto comparison = compare({mixedRun()});
    TimelineOnScreen shown(comparison);
    const replay::Timeline& timeline = comparison->replay(0).timeline();
    const replay::ObjectId failing = timeline.lanes()[4].id;
    shown.controller.select(Selection::ofTask(0, failing));
    shown.view.zoomToSelection();
    const TimeScale scale(comparison, Axis::elastic);
    const replay::Track track = timeline.track(4);
    const double from = scale.xOf(0, track.begin(0)), to = scale.xOf(0, track.begin(track.size() - 1));
    QVERIFY(shown.view.viewBegin() < from && shown.view.viewEnd() > to);
    QVERIFY(shown.view.viewEnd() - shown.view.viewBegin() < (to - from) * 1.3);
  }

  void the_table_says_the_same_and_follows() {
    const auto comparison = compare({sequentialRun(), tasksRun()});
    TimelineOnScreen shown(comparison);
    shown.view.actions().table->setChecked(true);
    QVERIFY(shown.view.isTableShown());
    auto* table = shown.view.findChild<QTableView*>();
    QVERIFY(table != nullptr && table->isVisible());
    const auto* model = qobject_cast<const SlicesModel*>(table->model());
    QVERIFY(model->rowCount() > 20);
    // Each row is a slice of the replay.
    QSet<QString> states;
    for (int row = 0; row < model->rowCount(); ++row) {
      const SlicesModel::Slice slice = model->sliceAt(row);
      const replay::Timeline& timeline = comparison->replay(slice.run).timeline();
      QVERIFY(!timeline.lanes()[slice.lane].own_work);
      QVERIFY(slice.slice < timeline.track(slice.lane).size());
      states << model->index(row, SlicesModel::kState).data().toString();
    }
    QVERIFY(states.contains(QStringLiteral("waiting")) && states.contains(QStringLiteral("idle in select")));
    // Choosing a row goes there; going elsewhere chooses the row of the selected lane.
    int waiting = 0;
    while (model->index(waiting, SlicesModel::kWhat).data().toString() != QLatin1String("sleep(1)")) ++waiting;
    table->selectRow(waiting);
    QVERIFY(shown.controller.position() == model->positionOf(waiting));
    shown.controller.setPosition(comparison->start());
    QVERIFY(table->currentIndex().row() < waiting);
    shown.save(QStringLiteral("timeline-table"));
    shown.view.setTableShown(false);
    QVERIFY(!shown.view.isTableShown());
  }

  void the_model_of_the_table_keeps_the_rules() {
    SlicesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setComparison(compare({blockingRun(), cooperativeRun()}));
    QVERIFY(model.rowCount() > 100);
    for (int row = 0; row < model.rowCount(); ++row) {
      const SlicesModel::Slice slice = model.sliceAt(row);
      if (slice.slice > 0) QCOMPARE(model.rowOf(slice.run, slice.lane, model.positionOf(row)), row);
    }
    model.setComparison(nullptr);
    QCOMPARE(model.rowCount(), 0);
  }

  void there_is_nothing_to_show_without_a_comparison() {
    PlaybackController controller;
    TimelineView view(controller);
    view.resize(600, 300);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    for (const Qt::Key key : {Qt::Key_Plus, Qt::Key_Minus, Qt::Key_0, Qt::Key_Up, Qt::Key_Down, Qt::Key_Escape}) {
      QTest::keyClick(&view, key);
    }
    view.setAxis(Axis::steps);
    view.setTableShown(true);
    view.zoomToSelection();
    controller.setComparison(compare({tasksRun()}));
    controller.setComparison(nullptr);
    QTest::qWait(20);
    QVERIFY(!view.actions().fit->isEnabled());
  }

  void asyncio_s_own_work_is_asked_for_by_its_switch() {
    TimelineOnScreen shown(compare({tasksRun()}));
    QSignalSpy asked(&shown.view, &TimelineView::ownWorkRequested);
    shown.view.actions().ownWork->trigger();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.at(0).at(0).toBool(), true);
    shown.controller.setComparison(compare({tasksRun()}, true));
    QVERIFY(shown.view.actions().ownWork->isChecked());
    shown.save(QStringLiteral("timeline-own-work"));
  }

  void those_who_hear_it_are_told_how_the_runs_end() {
    TimelineOnScreen shown(compare({sequentialRun(), tasksRun()}));
    QCOMPARE(
        shown.view.accessibleDescription(),
        QStringLiteral("A · Sequential awaits: 1 task · ends at 3.000 s\nB · create_task: 3 tasks · ends at 2.000 s"
                       "\nA 3.0 s · B 2.0 s · 1.0 s apart"));
    for (QAction* action : shown.view.QWidget::actions())
      QVERIFY(!action->text().isEmpty() && !action->icon().isNull());
  }
};

QTEST_MAIN(TestTimeline)
#include "test_timeline.moc"
