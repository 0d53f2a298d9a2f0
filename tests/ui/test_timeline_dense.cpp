// Lanes with more slices than pixels: what is kept from frame to frame looks like what is drawn anew.
#include <QMouseEvent>
#include <QTest>

#include "timeline_fixture.h"

using namespace loopline;
using namespace loopline::test;
using namespace loopline::ui;

class TestTimelineDense : public QObject {
  Q_OBJECT

  static QImage picture(TimelineOnScreen& shown) {
    // The scale of a large run is made on another thread.
    if (!QTest::qWaitFor([&] { return !shown.view.accessibleDescription().isEmpty(); })) qFatal("nothing is shown");
    shown.settle();
    return shown.view.grab().toImage();
  }
  static QImage drawnAnew(TimelineOnScreen& shown) {
    shown.view.setTheme(ThemeKind::dark);
    shown.settle();
    shown.view.setTheme(ThemeKind::light);
    return picture(shown);
  }
  static void drag(TimelineOnScreen& shown, int by) {
    QWidget* plot = shown.view.childAt(500, 200);
    QTest::mousePress(plot, Qt::LeftButton, Qt::NoModifier, {500, 200});
    const int step = by > 0 ? 7 : -7;
    for (int moved = step; std::abs(moved) < std::abs(by); moved += step) {
      QMouseEvent move(QEvent::MouseMove, QPointF(500 + moved, 200), plot->mapToGlobal(QPointF(500 + moved, 200)),
                       Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
      QApplication::sendEvent(plot, &move);
      QApplication::processEvents();
    }
    QTest::mouseRelease(plot, Qt::LeftButton, Qt::NoModifier, {500, 200});
    QTest::mouseMove(plot, {3, 3});
  }

 private slots:
  void initTestCase() { loadResources(); }

  void a_view_that_was_moved_looks_like_one_drawn_anew_data() {
    QTest::addColumn<int>("axis");
    QTest::addColumn<int>("zooms");
    QTest::addColumn<int>("by");
    for (const Axis axis : {Axis::elastic, Axis::time, Axis::steps}) {
      for (const int zooms : {2, 5}) {
        for (const int by : {-180, 60, 300}) {
          QTest::addRow("axis %d, %d times closer, %d", int(axis), zooms, by) << int(axis) << zooms << by;
        }
      }
    }
  }
  void a_view_that_was_moved_looks_like_one_drawn_anew() {
    QFETCH(int, axis);
    QFETCH(int, zooms);
    QFETCH(int, by);
    TimelineOnScreen shown(compare({manyTasksRun(12, 4'000)}), {880, 440}, ThemeKind::light, Axis(axis));
    picture(shown);
    for (int i = 0; i < zooms; ++i) shown.view.zoomIn();
    const QImage before = picture(shown);
    drag(shown, by);
    const QImage moved = picture(shown);
    QVERIFY(moved != before);
    const QImage anew = drawnAnew(shown);
    QCOMPARE(moved, anew);
  }

  void a_closer_view_and_back_is_the_same_picture() {
    TimelineOnScreen shown(compare({manyTasksRun(12, 4'000)}));
    const QImage whole = picture(shown);
    shown.view.zoomIn();
    QVERIFY(picture(shown) != whole);
    shown.view.fit();
    QCOMPARE(picture(shown), whole);
  }
};

QTEST_MAIN(TestTimelineDense)
#include "test_timeline_dense.moc"
