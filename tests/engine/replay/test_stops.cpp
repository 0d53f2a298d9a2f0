#include <QTest>

#include "programs.h"

using namespace loopline;
using namespace loopline::replay;
using namespace loopline::test;
using trace::Kind;

namespace {

const std::vector<Program> kLoop{
    {"main", {spawn(1), line(5), give_way(), line(5), print("a"), line(6), print("b"), join(0)}},
    {"child", {line(2), give_way(), line(3)}}};

}  // namespace

class TestStops : public QObject {
  Q_OBJECT

 private slots:
  void each_granularity_stops_at_its_kind_of_event() {
    const Replay replay = run(kLoop);
    const Stops stops = replay.stops(true);
    const auto kinds = [&](Granularity granularity) {
      std::vector<Kind> all;
      for (std::size_t i = 1; i < stops.count(granularity); ++i)
        all.push_back(replay.event(stops.event(granularity, i)).kind);
      return all;
    };
    QVERIFY((kinds(Granularity::print) == std::vector{Kind::out, Kind::out}));
    for (const Kind kind : kinds(Granularity::line)) QVERIFY(kind == Kind::line);
    for (const Kind kind : kinds(Granularity::turn)) QVERIFY(kind == Kind::turn);
    for (const Kind kind : kinds(Granularity::step)) QVERIFY(kind == Kind::step_begin || kind == Kind::step_end);
    QCOMPARE(kinds(Granularity::line).size(), std::size_t{5});
    QCOMPARE(stops.count(Granularity::event), std::size_t{replay.event_count()} + 1);
  }

  void cues_are_where_their_line_runs_first() {
    const Replay replay = run(kLoop);
    const std::vector<std::uint32_t> lines{6, 5, 77, 2};
    const Stops stops = replay.stops(false, lines);
    const auto cues = stops.cues();
    QCOMPARE(cues.size(), std::size_t{3});
    QCOMPARE(cues[0].line, 5u);
    QCOMPARE(cues[1].line, 2u);
    QCOMPARE(cues[2].line, 6u);
    QVERIFY(cues[0].event < cues[1].event && cues[1].event < cues[2].event);
    QCOMPARE(stops.next(Granularity::cue, cues[0].event).value(), cues[1].event);
    QCOMPARE(replay.event(cues[0].event).b, std::int64_t{5});
  }

  void lines_and_tasks_are_found_again() {
    const Replay replay = run(kLoop);
    const EventIndex first = replay.next_run_of_line(5, 0).value();
    const EventIndex second = replay.next_run_of_line(5, first).value();
    QVERIFY(second > first);
    QVERIFY(!replay.next_run_of_line(5, second).has_value());
    QCOMPARE(replay.previous_run_of_line(5, second).value(), first);
    QVERIFY(!replay.previous_run_of_line(5, first).has_value());
    QVERIFY(!replay.next_run_of_line(999, 0).has_value());
    QCOMPARE(replay.runs_of_line(5, replay.after(second - 1)), std::size_t{1});
    QCOMPARE(replay.line_at(replay.after(first)), 5u);

    const ObjectId child = replay.timeline().lanes()[3].id;
    std::vector<EventIndex> steps;
    for (auto step = replay.next_step_of(child, 0); step; step = replay.next_step_of(child, *step))
      steps.push_back(*step);
    QCOMPARE(steps.size(), std::size_t{2});
    for (const EventIndex step : steps)
      QVERIFY(replay.event(step).kind == Kind::step_begin && replay.event(step).task == child);
    QCOMPARE(replay.previous_step_of(child, replay.event_count()).value(), steps[1]);
    QCOMPARE(replay.previous_step_of(child, steps[1]).value(), steps[0]);
    QVERIFY(!replay.previous_step_of(child, steps[0]).has_value());
    QVERIFY(!replay.next_step_of(999, 0).has_value());
  }

  void a_step_that_blocks_is_one_step() {
    const Replay replay = run({{"main", {block(10), block(10), give_way()}}});
    const ObjectId main = replay.timeline().lanes()[2].id;
    int steps = 0;
    for (auto step = replay.next_step_of(main, 0); step; step = replay.next_step_of(main, *step)) ++steps;
    QCOMPARE(steps, 2);
  }

  void own_work_is_passed_over() {
    const Replay replay = run(kLoop);
    const Stops program = replay.stops(false), all = replay.stops(true);
    for (const Granularity granularity : {Granularity::event, Granularity::step, Granularity::turn}) {
      QVERIFY(program.count(granularity) < all.count(granularity));
    }
    QCOMPARE(all.count(Granularity::turn) - program.count(Granularity::turn), std::size_t{4});
    QCOMPARE(all.count(Granularity::step) - program.count(Granularity::step), std::size_t{4});
    const EventIndex last = program.event(Granularity::step, SIZE_MAX);
    QVERIFY(last <= replay.own_end().event);
    // From within it, stepping back leads out of it.
    const EventIndex inside = all.event(Granularity::step, SIZE_MAX);
    QCOMPARE(program.previous(Granularity::step, inside).value(), last);
  }
};

QTEST_APPLESS_MAIN(TestStops)
#include "test_stops.moc"
