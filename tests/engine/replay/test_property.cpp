// Random programs: what a replay finds by searching must be what was true while they ran.
#include <QTest>
#include <map>
#include <random>
#include <sstream>

#include "random_programs.h"

using namespace loopline;
using namespace loopline::replay;
using namespace loopline::test;

namespace {

struct Truth {
  std::int64_t time = 0;
  std::map<ObjectId, MiniLoop::Task> tasks;
  std::vector<ObjectId> ready;
  std::vector<std::int64_t> timers;
  std::map<ObjectId, ObjectId> holders;
  std::map<ObjectId, std::int64_t> items;
  std::uint64_t turn = 0;
  std::size_t printed = 0;
};

State state_of(TaskTruth truth) {
  switch (truth) {
    case TaskTruth::ready: return State::ready;
    case TaskTruth::running: return State::running;
    case TaskTruth::waiting: return State::waiting;
    case TaskTruth::done: return State::done;
    case TaskTruth::raised: return State::raised;
    default: return State::cancelled;
  }
}

// Late and blocking are finer words for what the loop knows as waiting, ready and running.
bool agrees(State found, TaskTruth truth) {
  if (found == State::late) return truth == TaskTruth::waiting || truth == TaskTruth::ready;
  if (found == State::blocking) return truth == TaskTruth::running;
  return found == state_of(truth);
}

}  // namespace

class TestProperty : public QObject {
  Q_OBJECT

 private slots:
  void searching_finds_what_was_true_data() {
    QTest::addColumn<uint>("seed");
    QTest::addColumn<bool>("full");
    for (uint seed = 1; seed <= 60; ++seed) QTest::addRow("%u", seed) << seed << (seed % 3 != 0);
  }
  void searching_finds_what_was_true() {
    QFETCH(uint, seed);
    QFETCH(bool, full);
    std::mt19937 random(seed);
    auto recorder = trace::Recorder::in_memory(trace::Recorder::Keep::all);
    MiniLoop loop(*recorder, random_programs(random), full ? trace::Detail::full : trace::Detail::tasks);
    std::vector<Truth> truths;
    loop.before_event = [&] {
      truths.resize(loop.event() + 1);
      Truth& truth = truths[loop.event()];
      truth.time = loop.time();
      truth.tasks = loop.tasks();
      truth.ready = loop.ready();
      truth.timers = loop.timers();
      truth.turn = loop.turn();
      truth.printed = loop.printed().size();
      for (std::size_t i = 0; i < 3; ++i) {
        if (loop.has_lock(i)) truth.holders[loop.lock_id(i)] = loop.holder(i);
        if (loop.has_queue(i)) truth.items[loop.queue_id(i)] = loop.items(i);
      }
    };
    loop.run();
    const Replay replay = replay_of(recorder->take_run());
    QVERIFY(truths.size() == replay.event_count() + 1u);

    for (EventIndex event = 1; event < truths.size(); ++event) {
      const Truth& truth = truths[event];
      const QByteArray where = "seed " + QByteArray::number(seed) + ", event " + QByteArray::number(event);
      const Moment moment = replay.after(event);
      const RunState state = replay.state_at(moment, {.own_work = true, .changes = false});
      QVERIFY2(state.tasks.size() == truth.tasks.size(), where);
      for (const TaskState& task : state.tasks) {
        const MiniLoop::Task& wanted = truth.tasks.at(task.task);
        QVERIFY2(agrees(task.state, wanted.state), where + ", task " + QByteArray::number(task.task) + ": " +
                                                       QByteArray(name_of(task.state).data()) + " but " +
                                                       QByteArray(name_of(state_of(wanted.state)).data()));
        if (wanted.state == TaskTruth::waiting) QVERIFY2(task.wait.awaited == wanted.waits, where);
        if (!full) continue;
        const std::vector<Frame> stack = replay.stack_at(task.task, moment);
        QVERIFY2(stack.size() == wanted.frames.size(), where);
        for (std::size_t i = 0; i < stack.size(); ++i) {
          QVERIFY2(stack[i].frame == wanted.frames[i], where);
          std::map<std::string, std::string> variables;
          for (const Variable& variable : replay.variables_at(stack[i].frame, moment)) {
            variables[std::string(variable.name)] = variable.value;
          }
          const auto known = wanted.variables.find(stack[i].frame);
          QVERIFY2(variables == (known == wanted.variables.end() ? decltype(variables){} : known->second), where);
        }
      }
      std::vector<ObjectId> ready;
      for (const ReadyEntry& entry : state.ready) ready.push_back(entry.task);
      QVERIFY2(ready == truth.ready, where);
      QVERIFY2(state.ready_total == ready.size() && state.timers_total == truth.timers.size(), where);
      std::vector<std::int64_t> timers;
      for (const Timer& timer : state.timers) timers.push_back(timer.due);
      QVERIFY2(timers == truth.timers, where);
      for (const ObjectState& object : state.objects) {
        if (object.type == trace::ObjectType::lock) {
          const ObjectId holder = object.holders.empty() ? 0 : object.holders.front();
          QVERIFY2(holder == truth.holders.at(object.object) && object.holders.size() <= 1, where);
        } else if (object.type == trace::ObjectType::queue) {
          QVERIFY2(object.value.value_or(0) == truth.items.at(object.object), where);
        }
      }
      if (const trace::Event turn = replay.event(event); turn.kind == trace::Kind::turn) {
        QVERIFY2(state.ready.size() == static_cast<std::size_t>(turn.c), where);
      }
      const RunState few = replay.state_at(moment, {.limit = 2, .own_work = true});
      QVERIFY2(few.live_tasks == state.live_tasks && few.ended_tasks == state.ended_tasks, where);
      QVERIFY2(few.ready_total == state.ready_total && few.timers_total == state.timers_total, where);
      QVERIFY2(few.tasks.size() == std::min<std::size_t>(2, state.tasks.size()), where);
      for (std::size_t i = 0; i < few.timers.size(); ++i) QVERIFY2(few.timers[i].due == state.timers[i].due, where);
      for (std::size_t i = 0; i < few.ready.size(); ++i) QVERIFY2(few.ready[i].task == state.ready[i].task, where);
      QVERIFY2(state.turn == truth.turn, where);
      QVERIFY2(state.console_lines == truth.printed, where);
      for (const Counter& counter : replay.timeline().counters()) {
        if (counter.kind == CounterKind::ready_queue) {
          QVERIFY2(counter.at(event) == std::int64_t(truth.ready.size()), where);
        }
      }
    }
  }

  void stepping_forward_and_back_passes_the_same_stops_data() { searching_finds_what_was_true_data(); }
  void stepping_forward_and_back_passes_the_same_stops() {
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    const Replay replay = run(random_programs(random));
    const std::vector<std::uint32_t> cues{1, 2, 3, 99};
    for (const bool own_work : {false, true}) {
      const Stops stops = replay.stops(own_work, cues);
      for (const Granularity granularity : {Granularity::event, Granularity::line, Granularity::step, Granularity::turn,
                                            Granularity::print, Granularity::cue}) {
        std::vector<EventIndex> forward{0};
        while (const auto next = stops.next(granularity, forward.back())) forward.push_back(*next);
        QCOMPARE(forward.size(), stops.count(granularity));
        for (std::size_t i = 0; i < forward.size(); ++i) {
          QCOMPARE(stops.event(granularity, i), forward[i]);
          QCOMPARE(stops.position(granularity, forward[i]), i);
          if (i > 0) QCOMPARE(stops.previous(granularity, forward[i]).value(), forward[i - 1]);
        }
        QVERIFY(!stops.previous(granularity, 0).has_value());
        if (granularity == Granularity::event && own_work) {
          QCOMPARE(forward.size(), std::size_t{replay.event_count()} + 1);
        }
      }
    }
  }

  void shares_of_a_stretch_are_those_of_its_slices_data() { searching_finds_what_was_true_data(); }
  void shares_of_a_stretch_are_those_of_its_slices() {
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    const Replay replay = run(random_programs(random));
    const Timeline& timeline = replay.timeline();
    for (const int pixels : {1, 7, 100}) {
      std::vector<Moment> edges;
      for (int i = 0; i <= pixels; ++i) edges.push_back(replay.before_time(replay.end().time * i / pixels));
      edges.back() = replay.end();
      std::vector<Coverage> coverage(static_cast<std::size_t>(pixels));
      for (LaneIndex lane = 0; lane < timeline.lanes().size(); ++lane) {
        timeline.cover(lane, edges, coverage);
        const Track track = timeline.track(lane);
        for (std::size_t i = 0; i < coverage.size(); ++i) {
          std::array<double, kStates> time{};
          unsigned states = 0;
          std::uint32_t slices = 0;
          for (std::size_t slice = 0; slice < track.size(); ++slice) {
            const Moment begin = std::max(track.begin(slice), edges[i]), end = std::min(track.end(slice), edges[i + 1]);
            const bool last = i + 1 == coverage.size();
            if (track.begin(slice) > edges[i] &&
                (track.begin(slice) < edges[i + 1] || (last && track.begin(slice) == edges[i + 1])))
              ++slices;
            const bool inside = track.begin(slice) < edges[i + 1] || (last && track.begin(slice) <= edges[i + 1]);
            if (!inside || (track.end(slice) <= edges[i] && slice + 1 < track.size())) continue;
            states |= 1u << static_cast<unsigned>(track.state[slice]);
            if (end > begin) time[static_cast<std::size_t>(track.state[slice])] += double(end.time - begin.time);
          }
          const double width = double(edges[i + 1].time - edges[i].time);
          QCOMPARE(unsigned{coverage[i].states}, states);
          QCOMPARE(coverage[i].slices, slices);
          for (std::size_t state = 0; state < kStates && width > 0; ++state) {
            QVERIFY(std::abs(double(coverage[i].by_time[state]) - time[state] / width) < 0.05);
          }
        }
      }
    }
  }

  void damaged_events_never_crash_a_replay_data() {
    QTest::addColumn<uint>("seed");
    for (uint seed = 1; seed <= 150; ++seed) QTest::addRow("%u", seed) << seed;
  }
  void damaged_events_never_crash_a_replay() {
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    auto recorder = trace::Recorder::in_memory(trace::Recorder::Keep::all);
    MiniLoop loop(*recorder, random_programs(random));
    loop.run();
    trace::RunData data = recorder->take_run();
    std::vector<trace::Event> events;
    for (trace::EventNumber i = 1; i <= data.events.size(); ++i) {
      trace::Event event = data.events[i];
      const auto anything = [&]() -> std::int64_t {
        switch (random() % 4) {
          case 0: return static_cast<std::int64_t>(random() % 40);
          case 1: return -static_cast<std::int64_t>(random());
          case 2: return INT64_MAX;
          default: return static_cast<std::int64_t>(std::uint64_t{random()} << 32 | random());
        }
      };
      if (random() % 8 == 0) {
        switch (random() % 6) {
          case 0: event.a = anything(); break;
          case 1: event.b = anything(); break;
          case 2: event.c = anything(); break;
          case 3: event.d = anything(); break;
          case 4: event.task = static_cast<ObjectId>(anything()); break;
          default: event.kind = static_cast<trace::Kind>(random() % 140); break;
        }
      }
      events.push_back(event);
    }
    data.events = {};
    data.events.append(events);
    if (!data.tasks.empty()) data.tasks[random() % data.tasks.size()].id = static_cast<ObjectId>(random());
    if (!data.objects.empty())
      data.objects[random() % data.objects.size()].label = static_cast<trace::StringId>(random());
    const Replay replay = replay_of(std::move(data));
    for (EventIndex i = 0; i <= replay.event_count(); i += 1 + replay.event_count() / 60) {
      const RunState state = replay.state_at(replay.after(i), {.own_work = true});
      std::ostringstream out;
      write_text(replay, state, out);
      write_json(replay, state, out);
    }
    const Timeline& timeline = replay.timeline();
    std::vector<Moment> edges{replay.start(), replay.after(replay.event_count() / 2), replay.end()};
    std::vector<Coverage> coverage(2);
    for (LaneIndex lane = 0; lane < timeline.lanes().size(); ++lane) {
      timeline.cover(lane, edges, coverage);
      timeline.sub_slices(lane, replay.start(), replay.end());
      for (std::size_t slice = 0; slice < timeline.track(lane).size(); ++slice) timeline.label(lane, slice);
    }
    timeline.flows(0, replay.event_count());
    replay.statistics(replay.start(), replay.end());
  }
};

QTEST_APPLESS_MAIN(TestProperty)
#include "test_property.moc"
