// What a replay says of a moment, for runs that were written down by hand or run by a small loop.
#include <QTest>
#include <sstream>

#include "programs.h"

using namespace loopline;
using namespace loopline::replay;
using namespace loopline::test;
using trace::AwaitKind;
using trace::Kind;

namespace {

// Tasks of a MiniLoop get their ids as they come; by name they are easier to speak of.
const TaskState& named(const RunState& state, std::string_view name) {
  for (const TaskState& task : state.tasks) {
    if (task.name == name) return task;
  }
  qFatal("no task of that name");
}

Moment at(const Replay& replay, double seconds) { return replay.at_time(static_cast<std::int64_t>(seconds * 1e9)); }

const std::vector<Program> kTwoSleepers{{"main", {spawn(1), spawn(2), line(8), join(0), line(9), join(1)}},
                                        {"say", {line(2), wait(2000), line(3), print("world")}},
                                        {"say", {line(2), wait(1000), line(3), print("hello")}}};
const std::vector<Program> kBlocked{{"main", {gather({1, 2})}},
                                    {"beat", {print("beat 0"), wait(1000), print("beat 1")}},
                                    {"report", {line(7), block(3000), print("report done")}}};

}  // namespace

class TestState : public QObject {
  Q_OBJECT

 private slots:
  void before_the_first_event_there_is_nothing() {
    const Replay replay = run(kTwoSleepers);
    const RunState state = replay.state_at(replay.start());
    QVERIFY(state.tasks.empty() && state.ready.empty() && state.timers.empty() && state.loops.empty());
    QCOMPARE(state.turn, std::uint64_t{0});
  }

  void a_run_without_events_can_be_asked_anything() {
    const Replay replay = replay_of({});
    QCOMPARE(replay.event_count(), EventIndex{0});
    const RunState state = replay.state_at(replay.end());
    QVERIFY(state.tasks.empty());
    QVERIFY(replay.waits_at({}).nodes.empty());
    QVERIFY(replay.stack_at(3, {}).empty());
    QVERIFY(replay.at_time(5) == Moment{});
    QCOMPARE(replay.stops().count(Granularity::event), std::size_t{1});
  }

  void sleeping_tasks_wait_for_their_timers() {
    const Replay replay = run(kTwoSleepers);
    const RunState state = replay.state_at(at(replay, 0.5));
    QCOMPARE(state.live_tasks, std::size_t{3});
    const TaskState& world = named(state, "Task-2");
    QVERIFY(world.state == State::waiting);
    QVERIFY(world.wait.awaited.kind == AwaitKind::sleep);
    QCOMPARE(replay.describe(world.wait), std::string("sleep(2)"));
    QCOMPARE(replay.describe(named(state, "Task-1").wait), std::string("Task-2"));
    QCOMPARE(state.timers.size(), std::size_t{2});
    QCOMPARE(state.timers[0].due, kSecond);
    QCOMPARE(state.timers[0].task, named(state, "Task-3").task);
    QCOMPARE(state.timers[1].task, world.task);
    QVERIFY(!state.timers[0].overdue);
    QVERIFY(state.ready.empty());
    QCOMPARE(state.running, ObjectId{0});
    QVERIFY(state.loops.at(0).phase == LoopPhase::idle);
    QCOMPARE(state.loops[0].idle_until, kSecond);
  }

  void who_waits_for_whom_is_a_tree_with_lines() {
    const Replay replay = run(kTwoSleepers);
    const WaitForest forest = replay.waits_at(at(replay, 0.5));
    QCOMPARE(forest.roots.size(), std::size_t{2});
    const WaitNode& main = forest.nodes[forest.roots[0]];
    QCOMPARE(main.text, std::string("Task-1 main() line 8"));
    const WaitNode& world = forest.nodes[main.children.at(0)];
    QCOMPARE(world.text, std::string("Task-2 say() line 2"));
    const WaitNode& sleep = forest.nodes[world.children.at(0)];
    QVERIFY(sleep.what == WaitNode::What::timer);
    QCOMPARE(sleep.text, std::string("sleep(2) until 2.000 s"));
    QVERIFY(!main.deadlocked);
  }

  void a_blocked_loop_makes_others_late() {
    const Replay replay = run(kBlocked);
    const RunState state = replay.state_at(at(replay, 1.4));
    QVERIFY(named(state, "Task-3").state == State::blocking);
    const TaskState& beat = named(state, "Task-2");
    QVERIFY(beat.state == State::late);
    QCOMPARE(beat.since.time, kSecond);
    QVERIFY(beat.wait.awaited.kind == AwaitKind::sleep);
    QCOMPARE(state.timers.size(), std::size_t{1});
    QVERIFY(state.timers[0].overdue);
    QCOMPARE(state.timers[0].task, beat.task);
    QCOMPARE(state.loops[0].blocked_until, 3 * kSecond);
    QCOMPARE(state.loops[0].task, named(state, "Task-3").task);
    QCOMPARE(state.threads.at(0).asleep_until, 3 * kSecond);
    QVERIFY(named(replay.state_at(at(replay, 0.9)), "Task-2").state == State::waiting);
    QVERIFY(named(replay.state_at(at(replay, 0.9)), "Task-1").state == State::waiting);

    const Timeline& timeline = replay.timeline();
    const LaneIndex lane = timeline.lane_of_task(beat.task);
    const std::size_t slice = timeline.track(lane).at(at(replay, 1.4));
    QCOMPARE(timeline.label(lane, slice), std::string("due at 1.000 s, cannot run: 2.000 s late"));
    const LaneIndex loop = timeline.lane_of_loop(1);
    QCOMPARE(timeline.label(loop, timeline.track(loop).at(at(replay, 1.4))),
             std::string("time.sleep(3) in Task-3 blocks the loop"));
  }

  void a_ready_task_is_late_while_another_blocks() {
    const Replay replay =
        run({{"main", {spawn(1), spawn(2), join(0), join(1)}}, {"first", {block(1000)}}, {"second", {print("x")}}});
    const RunState state = replay.state_at(at(replay, 0.5));
    QVERIFY(named(state, "Task-3").state == State::late);
    QVERIFY(!named(state, "Task-3").wait.waits());
    QCOMPARE(state.ready.size(), std::size_t{1});
    QCOMPARE(state.ready[0].task, named(state, "Task-3").task);
  }

  void the_ready_queue_is_in_order() {
    const Replay replay =
        run({{"main", {spawn(1), spawn(1), spawn(1), give_way(), print("x")}}, {"child", {give_way()}}});
    // After main has given way: three new tasks, then main itself.
    EventIndex yields = 0;
    for (EventIndex i = 1; i <= replay.event_count() && yields == 0; ++i) {
      if (replay.event(i).kind == Kind::step_end) yields = i;
    }
    const std::vector<ReadyEntry> ready = replay.ready_at(replay.after(yields));
    QCOMPARE(ready.size(), std::size_t{4});
    const std::vector<std::string> names{"Task-2", "Task-3", "Task-4", "Task-1"};
    for (std::size_t i = 0; i < 4; ++i) {
      QCOMPARE(std::string(replay.task_name(ready[i].task, replay.after(yields))), names[i]);
      QVERIFY(i == 0 || ready[i].runs_at > ready[i - 1].runs_at);
    }
    QCOMPARE(ready[3].since.event, yields);
  }

  void tasks_that_wait_in_a_circle_are_deadlocked() {
    const Replay replay = run({{"main", {gather({1, 2})}},
                               {"left", {acquire(0), wait(100), acquire(1)}},
                               {"right", {acquire(1), wait(100), acquire(0)}}});
    QVERIFY(!named(replay.state_at(at(replay, 0.05)), "Task-2").deadlocked);
    const EventIndex before = replay.event_count() - 1;  // the last event says it
    const RunState state = replay.state_at(replay.after(before));
    QVERIFY(!state.deadlock);
    for (const TaskState& task : state.tasks) QVERIFY(task.deadlocked);
    QVERIFY(replay.state_at(replay.end()).deadlock);

    QCOMPARE(state.objects.size(), std::size_t{3});  // the gather and two locks
    for (const ObjectState& object : state.objects) {
      if (object.type != trace::ObjectType::lock) continue;
      QCOMPARE(object.holders.size(), std::size_t{1});
      QCOMPARE(object.waiters.size(), std::size_t{1});
      QVERIFY(object.holders[0] != object.waiters[0]);
    }
    const WaitForest forest = replay.waits_at(replay.after(before));
    QCOMPARE(forest.roots.size(), std::size_t{1});
    int cycles = 0;
    for (const WaitNode& node : forest.nodes) cycles += node.cycle;
    QCOMPARE(cycles, 1);
    std::ostringstream text;
    write_text(replay, state, text);
    QVERIFY(text.str().find("in a circle") != std::string::npos);
  }

  void a_circle_that_nobody_leads_to_is_shown() {
    auto recorder = trace::Recorder::in_memory(trace::Recorder::Keep::all);
    Recording recording(*recorder);
    recording.loop(1);
    for (const ObjectId task : {2u, 3u}) recording.task(task, task - 1, "t");
    recording.turn(1, 1, 2);
    recording.step(2, 2);
    recording.awaits(2, {AwaitKind::task, 3, 0, 0});
    recording.step(3, 3);
    recording.awaits(3, {AwaitKind::task, 2, 0, 0});
    recorder->end_run(trace::RunState::running);
    const Replay replay = replay_of(recorder->take_run());
    const RunState state = replay.state_at(replay.end());
    for (const TaskState& task : state.tasks) QVERIFY(task.deadlocked);
    const WaitForest forest = replay.waits_at(replay.end());
    QCOMPARE(forest.roots.size(), std::size_t{1});
    QCOMPARE(forest.nodes.size(), std::size_t{3});
    QVERIFY(forest.nodes[2].cycle);
  }

  void waiting_with_a_time_limit_is_no_deadlock() {
    auto recorder = trace::Recorder::in_memory(trace::Recorder::Keep::all);
    Recording recording(*recorder);
    recording.loop(1);
    for (const ObjectId task : {2u, 3u}) recording.task(task, task - 1, "t");
    recording.turn(1, 1, 2);
    recording.step(2, 2);
    recording.awaits(2, {AwaitKind::wait_for, 9, 3, 5 * kSecond});
    recording.step(3, 3);
    recording.awaits(3, {AwaitKind::task, 2, 0, 0});
    recorder->end_run(trace::RunState::running);
    const Replay replay = replay_of(recorder->take_run());
    for (const TaskState& task : replay.state_at(replay.end()).tasks) QVERIFY(!task.deadlocked);
  }

  void a_cancellation_is_pending_until_the_next_step() {
    const Replay replay =
        run({{"main", {spawn(1), give_way(), line(3), cancel(0), line(4), join(0)}}, {"sleeper", {wait(5000)}}});
    const auto request = replay.timeline().instants(InstantKind::cancel_request);
    QCOMPARE(request.size(), std::size_t{1});
    const TaskState before = named(replay.state_at(replay.after(request[0] - 1)), "Task-2");
    QVERIFY(before.state == State::waiting && !before.cancelling);
    const TaskState after = named(replay.state_at(replay.after(request[0] + 1)), "Task-2");
    QVERIFY(after.cancelling);
    QVERIFY(after.state == State::ready);
    const TaskState end = named(replay.state_at(replay.end()), "Task-2");
    QVERIFY(end.state == State::cancelled && !end.cancelling);
    QVERIFY(replay.timers_at(replay.after(request[0] + 1)).empty());
  }

  void queues_tell_their_items_and_who_waits() {
    const Replay replay = run({{"main", {gather({1, 2})}},
                               {"consumer", {get(), get(), get()}},
                               {"producer", {wait(100), put(), put(), wait(100), put()}}});
    const auto queue = [&](double time) {
      for (const ObjectState& object : replay.objects_at(at(replay, time))) {
        if (object.type == trace::ObjectType::queue) return object;
      }
      qFatal("no queue");
    };
    QCOMPARE(queue(0.05).waiters.size(), std::size_t{1});
    QVERIFY(!queue(0.05).value.has_value());
    QCOMPARE(queue(0.15).value.value(), std::int64_t{0});
    QCOMPARE(queue(0.15).unfinished.value(), std::int64_t{2});
    QCOMPARE(queue(0.15).waiters.size(), std::size_t{1});
    QVERIFY(queue(1.0).waiters.empty());
  }

  void semaphores_have_several_holders() {
    auto recorder = trace::Recorder::in_memory(trace::Recorder::Keep::all);
    Recording recording(*recorder);
    recording.loop(1);
    for (const ObjectId task : {2u, 3u, 4u}) recording.task(task, task - 1, "t");
    recording.object(9, trace::ObjectType::semaphore, "slots");
    using trace::ObjectChange;
    recording.changes(9, ObjectChange::resized, 0, 2);
    recording.changes(9, ObjectChange::acquired, 2, 1);
    recording.changes(9, ObjectChange::acquired, 3, 0);
    const auto both = static_cast<EventIndex>(recording.last());
    recording.changes(9, ObjectChange::released, 2, 1);
    recording.changes(9, ObjectChange::released, 4, 2);  // by one that has none: that of the first holder is free
    recorder->end_run(trace::RunState::finished);
    const Replay replay = replay_of(recorder->take_run());
    const ObjectState full = replay.objects_at(replay.after(both)).at(0);
    QVERIFY((full.holders == std::vector<ObjectId>{2, 3}));
    QCOMPARE(full.value.value(), std::int64_t{0});
    QCOMPARE(full.size.value(), std::int64_t{2});
    const ObjectState one = replay.objects_at(replay.after(both + 1)).at(0);
    QVERIFY((one.holders == std::vector<ObjectId>{3}));
    const ObjectState none = replay.objects_at(replay.end()).at(0);
    QVERIFY(none.holders.empty());
    QCOMPARE(none.value.value(), std::int64_t{2});
  }

  void stacks_and_variables_belong_to_their_frames() {
    const Replay replay = run({{"main",
                                {line(10), set("x", "1"), call("fetch", 1), line(2), set("x", "'inner'"),
                                 set("url", "'a'"), wait(1000), line(3), leave(), line(11), set("x", "2")}}});
    const RunState waiting = replay.state_at(at(replay, 0.5));
    const std::vector<Frame> stack = replay.stack_at(waiting.tasks.at(0).task, waiting.at);
    QCOMPARE(stack.size(), std::size_t{2});
    QCOMPARE(stack[0].function, std::string_view("main"));
    QCOMPARE(stack[0].line, 10u);
    QCOMPARE(stack[1].function, std::string_view("fetch"));
    QCOMPARE(stack[1].line, 2u);
    const std::vector<Variable> inner = replay.variables_at(stack[1].frame, waiting.at);
    QCOMPARE(inner.size(), std::size_t{2});
    QCOMPARE(inner[0].name, std::string_view("x"));
    QCOMPARE(inner[0].value, std::string_view("'inner'"));
    QCOMPARE(inner[1].name, std::string_view("url"));
    QCOMPARE(replay.variables_at(stack[0].frame, waiting.at).at(0).value, std::string_view("1"));
    QCOMPARE(replay.variables_at(stack[0].frame, replay.end()).at(0).value, std::string_view("2"));
    QVERIFY(replay.stack_at(waiting.tasks[0].task, replay.end()).empty());
  }

  void at_detail_tasks_stacks_come_from_the_steps() {
    auto recorder = trace::Recorder::in_memory(trace::Recorder::Keep::all);
    Recording recording(*recorder, {.detail = trace::Detail::tasks});
    recording.loop(1);
    recording.task(2, 1, "main");
    const auto root = recorder->add_stack_node(0, recorder->intern("main"), 8);
    const auto leaf = recorder->add_stack_node(root, recorder->intern("fetch"), 3);
    recording.turn(1, 1, 1);
    recording.step(2, 2);
    recording.awaits(2, {AwaitKind::sleep, 5, 0, kSecond}, leaf);
    recorder->end_run(trace::RunState::finished);
    const Replay replay = replay_of(recorder->take_run());
    const std::vector<Frame> stack = replay.stack_at(2, replay.end());
    QCOMPARE(stack.size(), std::size_t{2});
    QCOMPARE(stack[0].function, std::string_view("main"));
    QCOMPARE(stack[1].line, 3u);
    QCOMPARE(replay.timeline().lanes()[replay.timeline().lane_of_task(2)].rows, std::uint16_t{2});
  }

  void a_generator_has_the_stack_of_who_resumes_it() {
    auto recorder = trace::Recorder::in_memory(trace::Recorder::Keep::all);
    Recording recording(*recorder);
    const auto name = [&](const char* text) { return recording.text(text); };
    recording.add(Kind::call, 0, 1, name("<module>"), 1);
    recording.add(Kind::line, 0, 1, 5);
    recording.add(Kind::call, 0, 2, name("generator"), 1, 1);
    recording.add(Kind::line, 0, 2, 2);
    recording.add(Kind::suspend, 0, 2, name("1"));
    const auto suspended = static_cast<EventIndex>(recording.last());
    recording.add(Kind::call, 0, 3, name("other"), 8, 1);
    recording.add(Kind::line, 0, 3, 9);
    recording.add(Kind::resume, 0, 2, 3, 0, 3);
    const auto resumed = static_cast<EventIndex>(recording.last());
    recording.add(Kind::leave, 0, 2, name("None"));
    recording.add(Kind::leave, 0, 3, name("None"));
    recorder->end_run(trace::RunState::finished);
    const Replay replay = replay_of(recorder->take_run());
    QCOMPARE(replay.stack_at(0, replay.after(suspended)).size(), std::size_t{1});
    QCOMPARE(replay.stack_at(0, replay.after(suspended)).back().line, 5u);
    const std::vector<Frame> stack = replay.stack_at(0, replay.after(resumed));
    QCOMPARE(stack.size(), std::size_t{3});
    QCOMPARE(stack[1].function, std::string_view("other"));
    QCOMPARE(stack[2].line, 3u);
    QCOMPARE(replay.stack_at(0, replay.end()).size(), std::size_t{1});
  }

  void the_console_knows_unfinished_lines_and_streams() {
    auto recorder = trace::Recorder::in_memory(trace::Recorder::Keep::all);
    Recording recording(*recorder);
    recording.out("one");
    recording.add(Kind::err, 0, recording.text("oops"));
    recording.add(Kind::out_part, 0, recording.text("two"));
    recording.add(Kind::err_part, 0, recording.text("!"));
    recording.add(Kind::out_part, 0, recording.text(" three"));
    recording.out("two three");
    recorder->end_run(trace::RunState::finished);
    const Replay replay = replay_of(recorder->take_run());
    const std::vector<ConsoleLine> open = replay.console_at(replay.after(5));
    QCOMPARE(open.size(), std::size_t{4});
    QVERIFY(open[1].stream == Stream::err);
    QCOMPARE(open[2].text, std::string("two three"));
    QVERIFY(!open[2].complete && !open[3].complete);
    const std::vector<ConsoleLine> closed = replay.console_at(replay.end(), 1);
    QCOMPARE(closed.size(), std::size_t{2});
    QVERIFY(closed[0].complete);
    QCOMPARE(closed[1].text, std::string("!"));
    QCOMPARE(replay.console_lines(replay.end()), std::size_t{3});
  }

  void names_are_those_of_the_moment() {
    auto recorder = trace::Recorder::in_memory(trace::Recorder::Keep::all);
    Recording recording(*recorder);
    recording.task(2, 1, "main");
    recording.add(Kind::task_renamed, 2, recording.text("boss"));
    recording.add(Kind::end);
    recorder->end_run(trace::RunState::finished);
    const Replay replay = replay_of(recorder->take_run());
    QCOMPARE(replay.task_name(2, replay.after(1)), std::string_view("Task-1"));
    QCOMPARE(replay.task_name(2, replay.after(2)), std::string_view("boss"));
    QCOMPARE(replay.timeline().lanes()[replay.timeline().lane_of_task(2)].name, std::string_view("boss"));
  }

  void asyncio_s_own_work_is_left_out_unless_asked_for() {
    const Replay replay = run(kTwoSleepers);
    QCOMPARE(replay.state_at(replay.end()).tasks.size(), std::size_t{3});
    QCOMPARE(replay.state_at(replay.end(), {.own_work = true}).tasks.size(), std::size_t{5});
    QVERIFY(replay.own_end().event < replay.event_count() - 10);
    QCOMPARE(replay.stops().count(Granularity::turn) + 4, replay.stops(true).count(Granularity::turn));
  }

  void threads_sleep_each_for_itself() {
    auto recorder = trace::Recorder::in_memory(trace::Recorder::Keep::all);
    Recording recording(*recorder);
    recording.loop(1);
    recording.add(Kind::thread_started, 0, 2, recording.text("worker"));
    recorder->add_thread({2, recorder->intern("worker"), recorder->last_event()});
    recording.add(Kind::thread_switched, 0, 2);
    recording.add(Kind::block_begin, 0, kSecond, kSecond);
    recording.add(Kind::thread_switched, 0, 1);
    recording.add(Kind::loop_started, 0, 1);
    recording.add(Kind::select, 0, 1, trace::kForever);
    recording.time = kSecond;
    const auto asleep = static_cast<EventIndex>(recording.last());
    recording.add(Kind::thread_switched, 0, 2);
    recording.add(Kind::block_end);
    const auto awake = static_cast<EventIndex>(recording.last());
    recording.add(Kind::thread_ended, 0, 2);
    recording.add(Kind::thread_switched, 0, 1);
    recording.turn(1, 1, 0);
    recorder->end_run(trace::RunState::finished);
    const Replay replay = replay_of(recorder->take_run());
    const RunState sleeping = replay.state_at({asleep, kSecond / 2});
    QCOMPARE(sleeping.threads.size(), std::size_t{2});
    QCOMPARE(sleeping.threads[1].asleep_until, kSecond);
    QCOMPARE(sleeping.thread, ThreadId{1});
    QVERIFY(sleeping.loops.at(0).phase == LoopPhase::idle);
    QCOMPARE(sleeping.loops[0].blocked_until, std::int64_t{0});
    QCOMPARE(replay.state_at(replay.after(awake)).threads[1].asleep_until, std::int64_t{0});
    QVERIFY(replay.state_at(replay.after(awake)).threads[1].current);
    QVERIFY(replay.state_at(replay.end()).threads[1].ended);
  }

  void changes_tell_what_the_event_did() {
    const Replay replay = run(kTwoSleepers);
    bool waited = false, queued = false;
    for (EventIndex i = 1; i <= replay.event_count(); ++i) {
      for (const Change& change : replay.changes_at(i)) {
        waited |= change.text == "Task-2: waiting for sleep(2)";
        queued |= change.kind == ChangeKind::ready_added && change.text == "Task-1 joins the ready queue";
      }
    }
    QVERIFY(waited && queued);
  }

  void text_and_json_say_the_same_at_every_event() {
    for (const std::vector<Program>& programs : {kTwoSleepers, kBlocked}) {
      const Replay replay = run(programs);
      for (EventIndex i = 0; i <= replay.event_count(); ++i) {
        const RunState state = replay.state_at(replay.after(i));
        std::ostringstream text, json;
        write_text(replay, state, text);
        write_json(replay, state, json);
        QVERIFY(text.str().starts_with("Event " + std::to_string(i) + " of "));
        QVERIFY(json.str().find("\"event\": " + std::to_string(i) + ",") != std::string::npos);
        for (const TaskState& task : state.tasks) QVERIFY(text.str().find(task.name) != std::string::npos);
      }
    }
  }
};

QTEST_APPLESS_MAIN(TestState)
#include "test_state.moc"
