#include <QTest>
#include <set>

#include "sample_runs.h"

using namespace loopline;
using namespace loopline::test;
using namespace loopline::ui;
using replay::Granularity;

namespace {

/// Every position that a comparison can be at, event by event, and one in each gap.
std::vector<Position> positionsOf(const Comparison& comparison) {
  std::vector<Position> positions;
  const Instants& instants = comparison.instants();
  for (std::size_t i = 0; i < instants.count(); ++i) {
    for (std::uint32_t ordinal = 0; ordinal <= instants.events(i); ++ordinal) {
      positions.push_back({instants.begin(i), ordinal});
    }
    if (i + 1 == instants.count()) break;
    const std::int64_t from = instants.last(i), to = instants.begin(i + 1);
    if (to - from > 2) positions.push_back({from + (to - from) / 2, 0});
  }
  std::erase_if(positions, [&](Position p) { return p > comparison.end(); });
  return positions;
}

}  // namespace

class TestComparison : public QObject {
  Q_OBJECT

 private slots:
  void runs_data() {
    QTest::addColumn<int>("which");
    QTest::newRow("one run") << 0;
    QTest::newRow("two runs") << 1;
    QTest::newRow("blocking") << 2;
    QTest::newRow("three runs") << 3;
    QTest::newRow("with asyncio's own work") << 4;
  }
  std::shared_ptr<const Comparison> runs(int which) {
    switch (which) {
      case 0: return compare({tasksRun()});
      case 1: return compare({sequentialRun(), tasksRun()});
      case 2: return compare({blockingRun(), cooperativeRun()});
      case 3: return compare({mixedRun(), tasksRun(), blockingRun()});
      default: return compare({sequentialRun(), tasksRun()}, true);
    }
  }

  void an_instant_holds_what_happens_within_a_tenth_of_a_millisecond_data() { runs_data(); }
  void an_instant_holds_what_happens_within_a_tenth_of_a_millisecond() {
    QFETCH(int, which);
    const auto comparison = runs(which);
    const Instants& instants = comparison->instants();
    QVERIFY(instants.count() > 1);
    for (std::size_t i = 0; i < instants.count(); ++i) {
      QVERIFY(instants.last(i) - instants.begin(i) < Instants::kTogether);
      if (i > 0) QVERIFY(instants.begin(i) - instants.begin(i - 1) >= Instants::kTogether);
      QVERIFY(instants.events(i) > 0);
      QCOMPARE(instants.at(instants.begin(i)), i);
      for (int run = 0; run < comparison->runCount(); ++run) {
        for (auto event = instants.first(run, i); event < instants.first(run, i + 1); ++event) {
          QCOMPARE(instants.at(comparison->replay(run).time_of(event)), i);
        }
      }
    }
    QCOMPARE(instants.at(-1), Instants::npos);
  }

  void every_event_has_a_position_and_comes_back_from_it_data() { runs_data(); }
  void every_event_has_a_position_and_comes_back_from_it() {
    QFETCH(int, which);
    const auto comparison = runs(which);
    for (int run = 0; run < comparison->runCount(); ++run) {
      Position before = comparison->start();
      for (replay::EventIndex event = 1; event <= comparison->endOf(run).event; ++event) {
        const replay::Moment moment = comparison->replay(run).after(event);
        const Position position = comparison->positionOf(run, moment);
        QVERIFY(position > before);
        QVERIFY(position <= comparison->end());
        QCOMPARE(comparison->momentOf(run, position).event, event);
        QCOMPARE(comparison->momentOf(run, position).time, moment.time);
        QVERIFY(comparison->normalized(position) == position);
        before = position;
      }
    }
  }

  void moments_rise_with_positions_data() { runs_data(); }
  void moments_rise_with_positions() {
    QFETCH(int, which);
    const auto comparison = runs(which);
    for (int run = 0; run < comparison->runCount(); ++run) {
      replay::Moment before;
      for (const Position position : positionsOf(*comparison)) {
        const replay::Moment moment = comparison->momentOf(run, position);
        QVERIFY(moment >= before);
        QVERIFY(moment <= comparison->endOf(run));
        QVERIFY(moment.time >= comparison->replay(run).time_of(moment.event));
        before = moment;
      }
    }
  }

  void at_the_end_every_run_is_over() {
    const auto comparison = compare({sequentialRun(), tasksRun()});
    QVERIFY(comparison->momentOf(0, comparison->end()) == comparison->endOf(0));
    QVERIFY(comparison->momentOf(1, comparison->end()) == comparison->endOf(1));
    QVERIFY(comparison->normalized({INT64_MAX, 0}) == comparison->end());
    QVERIFY(comparison->normalized({-5, 3}) == comparison->start());
    QCOMPARE(comparison->momentOf(0, comparison->start()).event, replay::EventIndex{0});
  }

  void asyncio_s_own_work_lengthens_the_runs_only_when_asked_for() {
    const auto folded = compare({tasksRun()}), shown = compare({tasksRun()}, true);
    QVERIFY(folded->end() < shown->end());
    QVERIFY(folded->endOf(0) == folded->replay(0).own_end());
    QVERIFY(shown->endOf(0) == shown->replay(0).end());
  }

  void stops_are_those_of_all_runs_in_one_order_data() { runs_data(); }
  void stops_are_those_of_all_runs_in_one_order() {
    QFETCH(int, which);
    const auto comparison = runs(which);
    for (const Granularity granularity : {Granularity::event, Granularity::line, Granularity::step, Granularity::turn,
                                          Granularity::print, Granularity::cue}) {
      const std::size_t count = comparison->stopCount(granularity);
      QVERIFY(count >= 1);
      QVERIFY(comparison->stop(granularity, 0) == comparison->start());
      std::set<std::pair<std::int64_t, std::uint32_t>> expected{
          {comparison->start().time, comparison->start().ordinal}};
      for (int run = 0; run < comparison->runCount(); ++run) {
        const replay::Stops& stops = comparison->stopsOf(run);
        for (std::size_t i = 1; i < stops.count(granularity); ++i) {
          if (stops.event(granularity, i) > comparison->endOf(run).event) break;
          const Position p = comparison->positionOf(run, comparison->replay(run).after(stops.event(granularity, i)));
          expected.insert({p.time, p.ordinal});
        }
      }
      QCOMPARE(count, expected.size());
      std::size_t i = 0;
      for (const auto& [time, ordinal] : expected) {
        QVERIFY((comparison->stop(granularity, i) == Position{time, ordinal}));
        QCOMPARE(comparison->stopAt(granularity, {time, ordinal}), i);
        ++i;
      }
      QCOMPARE(comparison->stopAt(granularity, comparison->end()), count - 1);
    }
  }
};

QTEST_MAIN(TestComparison)
#include "test_comparison.moc"
