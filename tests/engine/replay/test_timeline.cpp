#include <QTest>

#include "programs.h"

using namespace loopline;
using namespace loopline::replay;
using namespace loopline::test;

namespace {

std::vector<State> states_of(const Track& track) { return {track.state.begin(), track.state.end()}; }

LaneIndex lane_named(const Replay& replay, std::string_view name) {
  const auto lanes = replay.timeline().lanes();
  for (LaneIndex lane = 0; lane < lanes.size(); ++lane) {
    if (lanes[lane].name == name) return lane;
  }
  qFatal("no lane of that name");
}

std::vector<std::string> labels_of(const Replay& replay, LaneIndex lane) {
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < replay.timeline().track(lane).size(); ++i)
    labels.push_back(replay.timeline().label(lane, i));
  return labels;
}

const std::vector<Program> kTwoSleepers{{"main", {spawn(1), spawn(2), line(8), join(0), line(9), join(1)}},
                                        {"say", {line(2), wait(2000), print("world")}},
                                        {"say", {line(2), wait(1000), print("hello")}}};

}  // namespace

class TestTimeline : public QObject {
  Q_OBJECT

 private slots:
  void lanes_stand_under_their_thread_and_loop() {
    const Replay replay = run(kTwoSleepers);
    const auto lanes = replay.timeline().lanes();
    QCOMPARE(lanes.size(), std::size_t{7});
    QVERIFY(lanes[0].kind == LaneKind::thread && lanes[0].name == "MainThread");
    QVERIFY(lanes[1].kind == LaneKind::loop && lanes[1].parent == 0);
    for (LaneIndex lane = 2; lane < 7; ++lane) {
      QVERIFY(lanes[lane].kind == LaneKind::task && lanes[lane].parent == 1);
      QCOMPARE(std::string(lanes[lane].name), "Task-" + std::to_string(lane - 1));
      QCOMPARE(lanes[lane].own_work, lane >= 5);
      QCOMPARE(replay.timeline().lane_of_task(lanes[lane].id), lane);
    }
    QCOMPARE(replay.timeline().lane_of_task(999), kNoLane);
  }

  void a_task_s_slices_follow_each_other_without_gaps() {
    const Replay replay = run(kTwoSleepers);
    const LaneIndex lane = lane_named(replay, "Task-2");
    const Track track = replay.timeline().track(lane);
    QVERIFY((states_of(track) ==
             std::vector{State::ready, State::running, State::waiting, State::ready, State::running, State::done}));
    QVERIFY(
        (labels_of(replay, lane) == std::vector<std::string>{"ready", "say()", "sleep(2)", "ready", "say()", "None"}));
    for (std::size_t i = 0; i < track.size(); ++i) QVERIFY(track.begin(i) < track.end(i));
    QVERIFY(track.end(track.size() - 1) == replay.end());
    QCOMPARE(track.time[2], std::int64_t{0});
    QCOMPARE(track.time[3], 2 * kSecond + 1'000);
  }

  void the_loop_s_lane_has_turns_and_selects() {
    const Replay replay = run({{"main", {wait(1000), block(500)}}});
    const std::vector<std::string> labels = labels_of(replay, replay.timeline().lane_of_loop(1));
    const std::vector<std::string> begin(labels.begin(), labels.begin() + 6);
    QVERIFY((begin == std::vector<std::string>{"running", "turn 1", "select · 1.000 s", "turn 2", "turn 3",
                                               "time.sleep(0.5) in Task-1 blocks the loop"}));
  }

  void a_moment_belongs_to_one_slice() {
    const Replay replay = run(kTwoSleepers);
    for (LaneIndex lane = 0; lane < replay.timeline().lanes().size(); ++lane) {
      const Track track = replay.timeline().track(lane);
      for (std::size_t i = 0; i < track.size(); ++i) {
        QCOMPARE(track.at(track.begin(i)), i);
        if (track.time[i + 1] > track.time[i] + 1) {
          QCOMPARE(track.at({track.event[i], track.time[i] + 1}), i);
          QCOMPARE(track.at({track.event[i + 1] - 1, track.time[i + 1]}), i);
        }
      }
      if (!track.empty() && track.event[0] > 0) QCOMPARE(track.at({}), Track::npos);
    }
  }

  void rows_are_the_stack_while_it_runs_and_while_it_waits() {
    const Replay replay = run({{"main", {line(8), call("fetch", 1), line(2), wait(1000), leave(), line(9)}}});
    const LaneIndex lane = lane_named(replay, "Task-1");
    QCOMPARE(replay.timeline().lanes()[lane].rows, std::uint16_t{2});
    const std::vector<SubSlice> slices = replay.timeline().sub_slices(lane, replay.start(), replay.end());
    std::vector<std::string> waiting;
    for (const SubSlice& slice : slices) {
      QVERIFY(slice.begin <= slice.end);
      if (slice.state == State::waiting) waiting.push_back(std::to_string(slice.row) + " " + slice.text);
    }
    QVERIFY((waiting == std::vector<std::string>{"0 main()", "1 fetch()", "2 sleep(1)"}));
    int fetch_running = 0;
    for (const SubSlice& slice : slices) fetch_running += slice.row == 1 && slice.state == State::running;
    QCOMPARE(fetch_running, 2);  // before and after its sleep
    QCOMPARE(replay.timeline().sub_slices(lane, replay.start(), replay.end(), 2).size(), std::size_t{2});
    // A part of the run has the rows that are open in it.
    const auto middle = replay.timeline().sub_slices(lane, replay.at_time(kSecond / 4), replay.at_time(kSecond / 2));
    QCOMPARE(middle.size(), std::size_t{3});
  }

  void rows_never_overlap_data() {
    QTest::addColumn<int>("detail");
    QTest::addRow("full") << int(trace::Detail::full);
    QTest::addRow("tasks") << int(trace::Detail::tasks);
  }
  void rows_never_overlap() {
    QFETCH(int, detail);
    const Replay replay =
        run({{"main",
              {gather({1, 1}), call("f", 2), line(3), call("g", 5), wait(10), leave(), wait(10), leave(), give_way()}},
             {"child", {call("f", 2), block(100), leave(), give_way(), acquire(0), wait(5), release(0)}}},
            static_cast<trace::Detail>(detail));
    for (LaneIndex lane = 0; lane < replay.timeline().lanes().size(); ++lane) {
      std::map<int, Moment> last;
      for (const SubSlice& slice : replay.timeline().sub_slices(lane, replay.start(), replay.end())) {
        QVERIFY(slice.begin >= last[slice.row]);
        last[slice.row] = slice.end;
      }
    }
  }

  void arrows_tell_who_created_woke_and_awaits_whom() {
    const Replay replay = run(kTwoSleepers);
    const LaneIndex main = lane_named(replay, "Task-1"), world = lane_named(replay, "Task-2");
    int created = 0, woken = 0, awaited = 0;
    for (const Flow& flow : replay.timeline().flows(1, replay.event_count())) {
      QVERIFY(flow.from <= flow.to);
      created += flow.kind == FlowKind::created && flow.from_lane == main;
      woken += flow.kind == FlowKind::wakes && flow.from_lane == world && flow.to_lane == main;
      awaited += flow.kind == FlowKind::awaits && flow.from_lane == main && flow.to_lane == world;
    }
    QCOMPARE(created, 2);
    QCOMPARE(woken, 1);
    QCOMPARE(awaited, 1);
    for (const Flow& flow : replay.timeline().flows_of(world, 1, replay.event_count())) {
      QVERIFY(flow.from_lane == world || flow.to_lane == world);
    }
    QCOMPARE(replay.timeline().flows(1, replay.event_count(), 2).size(), std::size_t{2});
  }

  void timers_wake_through_the_loop() {
    const Replay replay = run(kTwoSleepers);
    const LaneIndex world = lane_named(replay, "Task-2");
    const auto flows = replay.timeline().flows_of(world, 1, replay.event_count());
    const auto woken = std::ranges::find_if(
        flows, [&](const Flow& flow) { return flow.kind == FlowKind::wakes && flow.to_lane == world; });
    QVERIFY(woken != flows.end());
    QCOMPARE(woken->from_lane, replay.timeline().lane_of_loop(1));
  }

  void prints_and_callbacks_are_instants_on_their_lanes() {
    const Replay replay = run(kTwoSleepers);
    const auto prints = replay.timeline().instants(InstantKind::print);
    QCOMPARE(prints.size(), std::size_t{2});
    const Instant hello = replay.timeline().instant(InstantKind::print, prints[0]);
    QCOMPARE(hello.text, std::string("hello"));
    QCOMPARE(hello.lane, lane_named(replay, "Task-3"));
    QCOMPARE(hello.at.time, kSecond + 1'000);
    const auto callbacks = replay.timeline().instants(InstantKind::callback);
    QCOMPARE(callbacks.size(), std::size_t{5});  // two timers; the loop is stopped three times
    const Instant timer = replay.timeline().instant(InstantKind::callback, callbacks[0]);
    QCOMPARE(timer.text, std::string("sleep"));
    QCOMPARE(timer.lane, replay.timeline().lane_of_loop(1));
    QCOMPARE(replay.timeline().instants(InstantKind::task_end).size(), std::size_t{5});
    QVERIFY(replay.timeline().instant(InstantKind::print, 0).text.empty());
  }

  void counters_follow_queues_tasks_and_gauges() {
    auto recorder = trace::Recorder::in_memory(trace::Recorder::Keep::all);
    Recording recording(*recorder);
    recording.object(5, trace::ObjectType::queue, "jobs");
    std::vector<std::int64_t> items;
    for (int i = 0; i < 500; ++i) {
      items.push_back(i % 37);
      recording.changes(5, trace::ObjectChange::put, 0, i % 37);
      recording.add(trace::Kind::gauge, 0, recording.text("load"), -i);
    }
    recorder->end_run(trace::RunState::finished);
    const Replay replay = replay_of(recorder->take_run());
    const auto counters = replay.timeline().counters();
    QCOMPARE(counters.size(), std::size_t{2});
    QCOMPARE(counters[0].name, std::string("jobs"));
    QVERIFY(counters[0].kind == CounterKind::queue_items && counters[1].kind == CounterKind::gauge);
    for (EventIndex event = 2; event < 900; event += 13) {
      const std::size_t at = (event - 2) / 2;
      QCOMPARE(counters[0].at(event), items[at]);
      const Counter::Range range = counters[0].range(event, event + 100);
      const auto [least, greatest] = std::ranges::minmax(std::span(items).subspan(at, (event + 100 - 2) / 2 - at + 1));
      QCOMPARE(range.least, least);
      QCOMPARE(range.greatest, greatest);
    }
    QCOMPARE(counters[1].at(replay.event_count()), std::int64_t{-499});
    QCOMPARE(counters[0].at(0), std::int64_t{0});
  }

  void rare_states_show_in_every_pixel_they_touch() {
    // One task is blocked for a moment among ten thousand short waits.
    std::vector<Op> ops;
    for (int i = 0; i < 10'000; ++i) ops.push_back(i == 7'777 ? block(1) : wait(1));
    const Replay replay = run({{"main", ops}}, trace::Detail::tasks);
    const LaneIndex lane = lane_named(replay, "Task-1");
    QVERIFY(replay.timeline().track(lane).size() > 20'000);
    for (const std::size_t pixels : {1u, 3u, 100u, 1600u}) {
      std::vector<Moment> edges;
      for (std::size_t i = 0; i <= pixels; ++i) {
        edges.push_back(replay.before_time(replay.end().time / std::int64_t(pixels) * std::int64_t(i)));
      }
      std::vector<Coverage> out(pixels);
      replay.timeline().cover(lane, edges, out);
      int blocked = 0;
      double waiting = 0;
      for (const Coverage& pixel : out) {
        blocked += pixel.has(State::blocking);
        waiting += double(pixel.by_time[std::size_t(State::waiting)]);
      }
      QVERIFY(blocked >= 1 && blocked <= 2);
      QVERIFY(waiting / double(pixels) > 0.98);
    }
  }

  void statistics_add_up() {
    const Replay replay = run({{"main", {spawn(1), spawn(2), join(0), join(1)}},
                               {"waits", {wait(1000)}},
                               {"blocks", {block(3000), give_way(), wait(500)}}});
    const auto all = replay.statistics(replay.start(), replay.end());
    QCOMPARE(all.size(), std::size_t{3});
    QCOMPARE(all[2].blocked, 3 * kSecond + 1'000);
    QCOMPARE(all[2].steps, std::uint64_t{3});
    QCOMPARE(all[1].waited, kSecond);
    QCOMPARE(all[1].late, 2 * kSecond + 1'000);
    for (const TaskStatistics& task : all) QVERIFY(task.ran == 0);
    const auto part = replay.statistics(replay.at_time(kSecond / 2), replay.at_time(2 * kSecond));
    QCOMPARE(part[2].blocked, 3 * kSecond / 2);
    QCOMPARE(part[2].steps, std::uint64_t{0});
    QCOMPARE(part[1].waited, kSecond / 2);
    QCOMPARE(part[1].late, kSecond);
  }

  void a_late_task_has_one_slice_however_often_the_loop_is_blocked() {
    std::vector<Program> programs{{"main", {gather(std::vector<std::size_t>(50, 1))}},
                                  {"blocks", {block(100), give_way(), block(100)}}};
    const Replay replay = run(programs, trace::Detail::tasks);
    for (LaneIndex lane = 0; lane < replay.timeline().lanes().size(); ++lane) {
      if (replay.timeline().lanes()[lane].kind == LaneKind::task) QVERIFY(replay.timeline().track(lane).size() <= 14);
    }
  }

  void two_runs_are_compared_at_the_same_time() {
    const Replay a = run({{"main", {wait(1000), wait(1000)}}}), b = run({{"main", {wait(500), wait(500), wait(500)}}});
    const std::int64_t time = 1'200'000'000;
    QVERIFY(a.at_time(time).time == b.at_time(time).time);
    QVERIFY(a.at_time(time).event != b.at_time(time).event);
    QVERIFY(a.at_time(-5) == Moment{} || a.at_time(-5).time == 0);
    QVERIFY(a.at_time(100 * kSecond) == a.end());
    QVERIFY(a.before_time(0) == Moment{});
    QVERIFY(a.time_of(a.before_time(kSecond).event) < kSecond);
    QCOMPARE(a.before_time(kSecond).time, kSecond);
  }
};

QTEST_APPLESS_MAIN(TestTimeline)
#include "test_timeline.moc"
