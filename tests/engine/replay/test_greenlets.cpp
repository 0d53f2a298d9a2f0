// Greenlets take turns as tasks do: stepping stops where they do, and who runs next can be asked.
#include <QTest>

#include "programs.h"
#include "recording.h"
#include "replay/questions.h"

using namespace loopline;
using namespace loopline::replay;
using namespace loopline::test;
using trace::Kind;

namespace {

constexpr trace::ThreadId kMain = 1, kHub = 2, kLeft = 3, kRight = 4, kOther = 5;

// Records as the hub does: it calls a greenlet from its loop, and gets the turn back when that one waits.
class Hub {
 public:
  Hub() : m_recording(*m_recorder) {
    m_recording.loop(1);
    switch_to(kHub);
    start(kHub, "Hub");
    m_recording.add(Kind::loop_started, 0, 1);
    m_recording.add(Kind::turn, 0, 1, 1, 2);
  }

  void switch_to(trace::ThreadId thread) { switches.push_back(m_recording.add(Kind::thread_switched, 0, thread)); }
  void call(trace::ThreadId thread) {
    m_recording.add(Kind::callback_begin, 0, 1, m_recording.text("greenlet.switch"), 4, thread);
    switch_to(thread);
  }
  void start(trace::ThreadId thread, std::string_view name, trace::ThreadId host = kMain) {
    m_recording.add(Kind::thread_started, 0, thread, m_recording.text(name), host);
    m_recorder->add_thread({thread, m_recorder->intern(name), m_recorder->last_event()});
  }
  void print(std::string_view text) { m_recording.add(Kind::out, 0, m_recording.text(text)); }
  void end(trace::ThreadId thread) { m_recording.add(Kind::thread_ended, 0, thread); }
  Recording& recording() { return m_recording; }

  Replay finish() {
    m_recording.add(Kind::end);
    m_recorder->end_run(trace::RunState::finished);
    return replay_of(m_recorder->take_run());
  }

  std::vector<trace::EventNumber> switches;

 private:
  std::unique_ptr<trace::Recorder> m_recorder = trace::Recorder::in_memory(trace::Recorder::Keep::all);
  Recording m_recording;
};

// Both begin and give way; then the left one goes on and ends, and the main one is told.
Replay two_greenlets(Hub& hub) {
  for (const auto& [thread, name] : {std::pair{kLeft, "left"}, {kRight, "right"}}) {
    hub.call(thread);
    hub.start(thread, name);
    hub.print(name);
    hub.switch_to(kHub);
  }
  hub.call(kLeft);
  hub.print("left again");
  hub.end(kLeft);
  hub.switch_to(kHub);
  hub.call(kRight);
  hub.print("right again");
  hub.switch_to(kHub);
  hub.call(kMain);
  return hub.finish();
}

std::vector<EventIndex> switch_stops(const Replay& replay) {
  const Stops stops = replay.stops();
  std::vector<EventIndex> all;
  for (std::size_t i = 1; i < stops.count(Granularity::step); ++i) all.push_back(stops.event(Granularity::step, i));
  return all;
}

}  // namespace

class TestGreenlets : public QObject {
  Q_OBJECT

 private slots:
  void stepping_by_switch_stops_at_every_switch_of_greenlets() {
    Hub hub;
    const Replay replay = two_greenlets(hub);
    const std::vector<EventIndex> stops = switch_stops(replay);
    QCOMPARE(stops.size(), hub.switches.size());
    QVERIFY(std::ranges::equal(stops, hub.switches));
  }

  void a_program_without_a_loop_runs_in_its_thread_from_its_first_line_on() {
    const std::unique_ptr<trace::Recorder> recorder = trace::Recorder::in_memory(trace::Recorder::Keep::all);
    Recording recording(*recorder);
    recording.add(Kind::call, 0, 1, recording.text("<module>"), 1);
    recording.add(Kind::line, 0, 1, 1);
    recording.add(Kind::end);
    recorder->end_run(trace::RunState::finished);
    const Replay replay = replay_of(recorder->take_run());
    const Track track = replay.timeline().track(replay.timeline().lane_of_thread(kMain));
    QCOMPARE(track.size(), std::size_t{1});
    QVERIFY(track.state[0] == State::running);
  }

  void a_loop_with_nothing_to_do_ends_when_it_ends() {
    const std::unique_ptr<trace::Recorder> recorder = trace::Recorder::in_memory(trace::Recorder::Keep::all);
    Recording recording(*recorder);
    recording.loop(1);
    recording.add(Kind::loop_started, 0, 1);
    recording.add(Kind::select, 0, 1, 2 * kSecond);
    recording.time = 2 * kSecond;
    recording.add(Kind::turn, 0, 1, 1);
    recorder->end_run(trace::RunState::finished);
    const Replay replay = replay_of(recorder->take_run());
    QCOMPARE(replay.own_end().time, 2 * kSecond);
  }

  void threads_that_are_no_greenlets_are_no_switches() {
    Hub hub;
    hub.switch_to(kOther);
    hub.start(kOther, "Thread-1", 0);
    hub.switch_to(kMain);
    const Replay replay = hub.finish();
    QCOMPARE(switch_stops(replay).size(), std::size_t{1});  // only the main greenlet's to the hub
    QVERIFY(!replay.next_step(0).has_value());              // and the hub is nobody's turn
  }

  void a_switch_to_the_hub_is_nobodys_turn() {
    Hub hub;
    const Replay replay = two_greenlets(hub);
    std::vector<trace::ThreadId> turns;
    for (auto step = replay.next_step(0); step; step = replay.next_step(*step)) {
      turns.push_back(static_cast<trace::ThreadId>(replay.event(*step).a));
    }
    QVERIFY((turns == std::vector{kLeft, kRight, kLeft, kRight, kMain}));
    QCOMPARE(static_cast<trace::ThreadId>(replay.event(*replay.previous_step(replay.event_count())).a), kMain);
    QVERIFY(replay.timeline().lanes()[replay.timeline().lane_of_thread(kHub)].hub);
    QVERIFY(!replay.timeline().lanes()[replay.timeline().lane_of_thread(kLeft)].hub);
  }

  void a_greenlet_runs_from_the_switch_to_it_on() {
    Hub hub;
    const Replay replay = two_greenlets(hub);
    const LaneIndex left = replay.timeline().lane_of_thread(kLeft);
    const Track track = replay.timeline().track(left);
    for (auto run = replay.next_run_of_lane(left, 0); run; run = replay.next_run_of_lane(left, *run)) {
      EventIndex event = *run;
      do {
        QVERIFY(track.state_at(replay.after(event)) == State::running);
        const Kind next = replay.event(++event).kind;
        if (next == Kind::thread_switched || next == Kind::thread_ended) break;
      } while (event < replay.event_count());
    }
  }

  void the_next_time_a_greenlet_runs_is_found_both_ways() {
    Hub hub;
    const Replay replay = two_greenlets(hub);
    const LaneIndex left = replay.timeline().lane_of_thread(kLeft);
    const EventIndex first = replay.next_run_of_lane(left, 0).value();
    const EventIndex second = replay.next_run_of_lane(left, first).value();
    QCOMPARE(replay.event(second).a, std::int64_t{kLeft});
    QVERIFY(!replay.next_run_of_lane(left, second).has_value());
    QCOMPARE(replay.previous_run_of_lane(left, second).value(), first);
    QVERIFY(!replay.previous_run_of_lane(left, first).has_value());
    QVERIFY(!replay.next_run_of_lane(kNoLane, 0).has_value());
  }

  void who_runs_next_is_asked_of_greenlets_that_have_begun() {
    Hub hub;
    const Replay replay = two_greenlets(hub);
    const auto asked = next_question(replay, Ask::next_task, {});
    QVERIFY(asked.has_value() && asked->greenlets);
    QCOMPARE(asked->choices[asked->answer], std::string("left"));  // its second turn: the first nobody could name
    QCOMPARE(asked->choices.size(), std::size_t{3});
    QVERIFY(std::ranges::find(asked->choices, "Hub") == asked->choices.end());
    // Not once the hub is about to switch: what it calls would tell.
    QVERIFY(replay.event(asked->at.event).kind != Kind::callback_begin);
    QCOMPARE(replay.event(asked->revealed.event).a, std::int64_t{kLeft});

    const auto next = next_question(replay, Ask::next_task, asked->revealed);
    QVERIFY(next.has_value());
    QCOMPARE(next->choices[next->answer], std::string("right"));
    QVERIFY(std::ranges::find(next->choices, "left") == next->choices.end());  // it has ended
    const auto last = next_question(replay, Ask::next_task, next->revealed);
    QVERIFY(last.has_value());
    QCOMPARE(last->choices[last->answer], std::string("MainThread"));
    QCOMPARE(answer_about(replay, "next-task", asked->at).value(), std::string("left"));
  }
};

QTEST_APPLESS_MAIN(TestGreenlets)
#include "test_greenlets.moc"
