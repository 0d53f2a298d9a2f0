#include "lesson_runs.h"
#include "timeline_fixture.h"

using namespace loopline;
using namespace loopline::test;
using namespace loopline::ui;

// Pictures of the timeline as it is shown, in the build folder, for people to look at.
class TestTimelineLooks : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { loadResources(); }

  void every_look_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("axis");
    const QSize wide(880, 440), small(806, 330);
    for (const char* what :
         {"sequential", "blocking", "mixed", "many", "101", "201", "301", "302", "306", "404", "505"}) {
      for (const ThemeKind theme : {ThemeKind::light, ThemeKind::dark}) {
        for (const Axis axis : {Axis::elastic, Axis::time, Axis::steps}) {
          const QString name = QStringLiteral("%1-%2-%3")
                                   .arg(what, theme == ThemeKind::dark ? "dark" : "light",
                                        axis == Axis::elastic ? "elastic"
                                        : axis == Axis::time  ? "time"
                                                              : "steps");
          QTest::newRow(qPrintable(name)) << what << wide << int(theme) << int(axis);
          if (axis == Axis::elastic)
            QTest::newRow(qPrintable(name + "-small")) << what << small << int(theme) << int(axis);
        }
      }
    }
  }
  void every_look() {
    QFETCH(QString, what);
    QFETCH(QSize, size);
    QFETCH(int, theme);
    QFETCH(int, axis);
    const auto comparison = what == "sequential" ? compare({sequentialRun(), tasksRun()})
                            : what == "blocking" ? compare({blockingRun(), cooperativeRun()})
                            : what == "mixed"    ? compare({mixedRun()})
                            : what[0].isDigit()  ? lessonRuns(qPrintable(what))
                                                 : compare({manyTasksRun(60, 300)});
    TimelineOnScreen shown(comparison, size, ThemeKind(theme), Axis(axis));
    shown.controller.setPosition(
        comparison->stop(replay::Granularity::step, comparison->stopCount(replay::Granularity::step) / 2));
    const replay::Timeline& timeline = comparison->replay(0).timeline();
    if (timeline.lanes().size() > 2) shown.controller.select(Selection::ofTask(0, timeline.lanes()[2].id));
    shown.save(QStringLiteral("timeline-") + QTest::currentDataTag());
  }
};

QTEST_MAIN(TestTimelineLooks)
#include "test_timeline_looks.moc"
