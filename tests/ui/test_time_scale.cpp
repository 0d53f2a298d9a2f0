#include <QTest>
#include <cmath>
#include <random>

#include "lesson_runs.h"
#include "sample_runs.h"
#include "ui_model/time_scale.h"
#include "ui_model/time_text.h"

using namespace loopline;
using namespace loopline::test;
using namespace loopline::ui;

class TestTimeScale : public QObject {
  Q_OBJECT

  std::vector<std::shared_ptr<const Comparison>> m_comparisons;

 private slots:
  void initTestCase() {
    m_comparisons = {
        compare({tasksRun()}), compare({sequentialRun(), tasksRun()}), compare({blockingRun(), cooperativeRun()}),
        compare({mixedRun()}), compare({manyTasksRun(9, 60)}),         compare({sequentialRun()}, true)};
  }

  void axes_data() {
    QTest::addColumn<int>("axis");
    QTest::addColumn<int>("which");
    const char* names[] = {"elastic", "time", "steps"};
    for (int axis = 0; axis < 3; ++axis) {
      for (int i = 0; i < int(m_comparisons.size()); ++i) QTest::addRow("%s %d", names[axis], i) << axis << i;
    }
  }
  void x_rises_with_the_position_data() { axes_data(); }
  void x_rises_with_the_position() {
    QFETCH(int, axis);
    QFETCH(int, which);
    const Comparison& comparison = *m_comparisons[std::size_t(which)];
    const TimeScale scale(m_comparisons[std::size_t(which)], Axis(axis));
    double before = 0;
    Position last = comparison.start();
    for (std::size_t i = 0; i < comparison.stopCount(replay::Granularity::event); ++i) {
      const Position position = comparison.stop(replay::Granularity::event, i);
      const double x = scale.xOf(position);
      QVERIFY(x >= before);
      // On the other axes every event has a width of its own.
      if (i > 0 && axis != int(Axis::time)) QVERIFY(x > before);
      if (i > 0 && axis == int(Axis::time) && position.time > last.time + Instants::kTogether) QVERIFY(x > before);
      before = x;
      last = position;
    }
    QCOMPARE(scale.xOf(comparison.start()), 0.0);
    QVERIFY(std::abs(scale.xOf(comparison.end()) - scale.length()) < 1e-9 * scale.length());
  }

  void a_position_comes_back_from_its_x_data() { axes_data(); }
  void a_position_comes_back_from_its_x() {
    QFETCH(int, axis);
    QFETCH(int, which);
    const Comparison& comparison = *m_comparisons[std::size_t(which)];
    const TimeScale scale(m_comparisons[std::size_t(which)], Axis(axis));
    for (std::size_t i = 0; i < comparison.stopCount(replay::Granularity::event); ++i) {
      const Position position = comparison.stop(replay::Granularity::event, i);
      const double x = scale.xOf(position);
      const Position back = scale.positionAt(x);
      // What has no width cannot be told apart by its x.
      QVERIFY(std::abs(scale.xOf(back) - x) <= 1e-9 * scale.length());
      if (axis != int(Axis::time)) QVERIFY(back == position || back.time == position.time);
      QVERIFY(scale.positionBefore(x) <= position);
    }
  }

  void any_x_gives_positions_that_rise_data() { axes_data(); }
  void any_x_gives_positions_that_rise() {
    QFETCH(int, axis);
    QFETCH(int, which);
    const Comparison& comparison = *m_comparisons[std::size_t(which)];
    const TimeScale scale(m_comparisons[std::size_t(which)], Axis(axis));
    Position at = comparison.start(), before = comparison.start();
    for (int i = 0; i <= 5'000; ++i) {
      const double x = scale.length() * i / 5'000.0;
      const Position now = scale.positionAt(x), edge = scale.positionBefore(x);
      QVERIFY(now >= at);
      QVERIFY(edge >= before);
      QVERIFY(edge <= now);
      QVERIFY(comparison.normalized(now) == now);
      // Times in a gap are whole nanoseconds: x comes back nearly.
      QVERIFY(scale.xOf(now) <= x + 1e-6 * scale.length());
      at = now;
      before = edge;
    }
    QVERIFY(scale.positionAt(-1) == comparison.start());
    QVERIFY(scale.positionAt(scale.length() * 2) == comparison.end());
  }

  void the_nearest_event_is_one_of_a_run_data() { axes_data(); }
  void the_nearest_event_is_one_of_a_run() {
    QFETCH(int, axis);
    QFETCH(int, which);
    const Comparison& comparison = *m_comparisons[std::size_t(which)];
    const TimeScale scale(m_comparisons[std::size_t(which)], Axis(axis));
    for (int i = 0; i <= 500; ++i) {
      const double x = scale.length() * i / 500.0;
      const Position near = scale.nearestEvent(x);
      const std::size_t instant = comparison.instants().at(near.time);
      QVERIFY(comparison.instants().begin(instant) == near.time);
      QVERIFY(comparison.normalized(near) == near);
    }
  }

  void ticks_are_true_and_apart_data() { axes_data(); }
  void ticks_are_true_and_apart() {
    QFETCH(int, axis);
    QFETCH(int, which);
    const Comparison& comparison = *m_comparisons[std::size_t(which)];
    const TimeScale scale(m_comparisons[std::size_t(which)], Axis(axis));
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
      const double span = scale.length() / std::pow(1.5, double(random() % 16));
      const double x0 = (scale.length() - span) * double(random() % 1000) / 1000.0;
      constexpr int kPixels = 900, kRoom = 64;
      const std::vector<Tick> ticks = scale.ticks(x0, x0 + span, kPixels, kRoom);
      const double room = span / kPixels * kRoom;
      double last = -1e300, lastLabel = -1e300;
      for (const Tick& tick : ticks) {
        QVERIFY(tick.x >= last);
        QVERIFY(tick.xEnd >= tick.x);
        last = tick.x;
        // An instant's mark stands where the instant begins, any other where its time is.
        const double where = scale.xOf(comparison.normalized({tick.time, 0}));
        QVERIFY(std::abs(where - tick.x) < 1e-6 * scale.length());
        if (tick.label.isEmpty()) continue;
        const double x = std::max(tick.x, x0);
        QVERIFY2(x - lastLabel > room * 0.98, qPrintable(tick.label));
        lastLabel = x;
        const double shown = tick.label.left(tick.label.indexOf(QLatin1Char(' '))).toDouble();
        QVERIFY(std::abs(shown - double(tick.time) / 1e9) <= 0.00051);
      }
    }
  }

  void the_whole_run_has_labels_data() { axes_data(); }
  void the_whole_run_has_labels() {
    QFETCH(int, axis);
    QFETCH(int, which);
    const TimeScale scale(m_comparisons[std::size_t(which)], Axis(axis));
    int labels = 0;
    for (const Tick& tick : scale.ticks(0, scale.length(), 800)) labels += !tick.label.isEmpty();
    QVERIFY(labels >= 2 && labels <= 14);
  }

  void what_is_folded_has_no_width() {
    const auto folded = lessonRuns("30"), shown = lessonRuns("30", true);
    for (const Axis axis : {Axis::elastic, Axis::steps}) {
      const TimeScale without(folded, axis), with(shown, axis);
      int hidden = 0;
      for (replay::EventIndex event = 1; event <= folded->endOf(0).event; ++event) {
        QVERIFY(!shown->isFolded(0, event));
        if (!folded->isFolded(0, event)) continue;
        ++hidden;
        // Of one run; the other may have something of its own there.
        const TimeScale alone(compare({folded->runs()[0]}), axis);
        const auto x = [&](replay::EventIndex e) { return alone.xOf(0, folded->replay(0).after(e)); };
        QVERIFY(x(event) - x(event - 1) < 1e-6);
      }
      QVERIFY(hidden > 10);
      QVERIFY(without.length() < with.length());
    }
  }

  void the_time_axis_is_in_proportion() {
    const TimeScale scale(m_comparisons[1], Axis::time);
    const double a = scale.xOf(Position{500'000'000, 0}), b = scale.xOf(Position{1'500'000'000, 0});
    QVERIFY(std::abs(b - a - 1.0) < 1e-5);
  }

  void the_elastic_axis_stretches_where_much_happens_and_compresses_what_is_long() {
    const auto comparison = compare({manyTasksRun(40, 4), tasksRun()});
    const TimeScale scale(comparison, Axis::elastic);
    const Instants& instants = comparison->instants();
    std::size_t busy = 0, quiet = 0;
    for (std::size_t i = 0; i < instants.count(); ++i) {
      if (instants.events(i) > instants.events(busy)) busy = i;
      if (instants.events(i) > 0 && instants.events(i) < instants.events(quiet)) quiet = i;
    }
    const auto width = [&](std::size_t i) {
      return scale.xOf(Position{instants.begin(i), instants.events(i)}) - scale.xOf(Position{instants.begin(i), 0});
    };
    QVERIFY(width(busy) > 2 * width(quiet));
    // Twice the time is more, but not twice the width.
    const auto one = compare({sequentialRun()});
    const TimeScale gaps(one, Axis::elastic);
    const double two_seconds = gaps.xOf(Position{1'999'000'000, 0}) - gaps.xOf(Position{1'000'000, 0});
    const double one_second = gaps.xOf(Position{2'999'000'000, 0}) - gaps.xOf(Position{2'002'000'000, 0});
    QVERIFY(two_seconds > one_second * 1.1 && two_seconds < one_second * 1.9);
  }

  void times_are_rounded_for_people() {
    QCOMPARE(timeText(1'000'001'000), QStringLiteral("1.000 s"));
    QCOMPARE(timeText(999'999'999), QStringLiteral("1.000 s"));
    QCOMPARE(timeText(1'500'000), QStringLiteral("0.002 s"));
    QCOMPARE(timeText(0, 0), QStringLiteral("0 s"));
    QCOMPARE(timeText(-1'500'000'000, 1), QStringLiteral("-1.5 s"));
    QCOMPARE(timeText(-100), QStringLiteral("0.000 s"));
    QCOMPARE(shortTimeText(3'000'002'000), QStringLiteral("3.0 s"));
    QCOMPARE(shortTimeText(2'125'000'000), QStringLiteral("2.125 s"));
    QCOMPARE(shortTimeText(3'000'000'000, 0), QStringLiteral("3 s"));
    QCOMPARE(timeText(INT64_MAX).endsWith(QStringLiteral(" s")), true);
  }
};

QTEST_MAIN(TestTimeScale)
#include "test_time_scale.moc"
