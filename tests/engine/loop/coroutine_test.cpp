// Native coroutines: lazy, plain calls among themselves, exceptions, other objects in their place, closing, misuse.
#include <stdexcept>

#include "loop/coroutine.h"
#include "loop/runner.h"
#include "loop/sleep.h"
#include "loop/task.h"
#include "qt_testing.h"
#include "recording_instrument.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using namespace std::chrono_literals;
using Kind = ExceptionKind;

class CoroutineTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nothing_runs_until_it_is_awaited();
  void a_coroutine_that_was_never_awaited_says_so();
  void without_a_name_or_once_begun_nothing_is_said();
  void awaiting_a_coroutine_takes_no_turn();
  void a_deep_chain_suspends_and_resumes_as_one();
  void exceptions_go_up_the_chain_as_the_same_object();
  void cpp_exceptions_go_up_the_chain_as_they_are();
  void a_step_ends_in_one_of_four_ways();
  void what_is_sent_to_a_suspended_native_coroutine_is_ignored_by_it();
  void sending_something_to_a_new_coroutine_is_a_type_error();
  void raising_in_a_new_coroutine_never_enters_it();
  void raising_reaches_the_innermost_frame();
  void a_coroutine_may_catch_what_is_raised_and_go_on();
  void a_finished_coroutine_cannot_be_used_again();
  void a_coroutine_that_runs_cannot_be_resumed();
  void a_coroutine_cannot_be_moved_from_twice();
  void a_delegate_runs_in_place_of_the_one_that_awaits_it();
  void a_delegate_is_sent_what_its_driver_sends();
  void what_is_raised_reaches_the_delegate_first();
  void a_delegate_that_ends_at_once_takes_no_suspension();
  void closing_raises_generator_exit_inside();
  void closing_a_coroutine_that_ignores_it_is_an_error();
  void closing_what_closes_with_an_error_gives_that_error();
  void closing_a_new_or_finished_coroutine_does_nothing();
  void closing_closes_the_delegate();
  void a_dropped_coroutine_unwinds();
  void held_objects_die_with_the_frame();
  void a_cycle_through_held_objects_is_collected();
  void a_cycle_through_a_parameter_of_a_coroutine_that_never_began_is_collected();
  void results_of_all_kinds_come_through();
  void raising_stop_iteration_is_a_runtime_error();
};

namespace {

const char* name_of(StepKind kind) {
  switch (kind) {
    case StepKind::paused: return "paused";
    case StepKind::yielded: return "yielded";
    case StepKind::returned: return "returned";
    case StepKind::raised: return "raised";
  }
  return "";
}

/// Steps a coroutine by hand: "returned 5", "raised ValueError: x".
std::string text_of_step(StepKind kind, const Value& out) {
  std::string text = name_of(kind);
  if (kind == StepKind::returned) text += " " + Host().repr(out);
  if (kind == StepKind::raised) text += " " + out.as<Exception>()->summary();
  return text;
}
std::string step(CoroutineObject& coroutine) {
  Value out;
  const StepKind kind = coroutine.step(out);
  return text_of_step(kind, out);
}
std::string send(CoroutineObject& coroutine, Value sent) {
  Value out;
  const StepKind kind = coroutine.send(std::move(sent), out);
  return text_of_step(kind, out);
}
std::string raise(CoroutineObject& coroutine, const Ref<Exception>& exception) {
  Value out;
  const StepKind kind = coroutine.raise(exception, out);
  return text_of_step(kind, out);
}

Coroutine<int> answer() { co_return 42; }

Coroutine<int> failing(Ref<Exception> error) {
  error->rethrow();
  co_return 0;
}

Coroutine<int> turns(int count) {
  for (int i = 0; i < count; ++i) co_await yield_once();
  co_return count;
}

Coroutine<int> nested(int depth, int count) {
  if (depth == 0) co_return co_await turns(count);
  co_return co_await nested(depth - 1, count);
}

/// Says how its awaits end.
Coroutine<void> chatty(Log& log) {
  log("begin");
  for (;;) {
    try {
      co_await yield_once();
      log("resumed");
    } catch (const Raised& raised) {
      log(raised.exception()->summary());
      if (raised.is(Kind::value_error)) continue;
      throw;
    }
  }
}

Coroutine<void> wrapping(Ref<CoroutineObject> inner, Log& log) {
  try {
    const Value value = co_await std::move(inner);
    log("got " + Host().repr(value));
  } catch (const Raised& raised) {
    log("caught " + raised.exception()->summary());
    throw;
  }
}

/// A coroutine object that is no native frame: yields as often as asked and writes down what it is sent.
class Foreign final : public CoroutineObject {
 public:
  Foreign(Log& log, int yields) : m_log(log), m_yields(yields) {}
  StepKind step(Value& out) override { return send(Value::none(), out); }
  StepKind send(Value sent, Value& out) override {
    m_log("sent " + Host().repr(sent));
    if (m_yields-- > 0) return StepKind::paused;
    out = Value(std::int64_t{99});
    return StepKind::returned;
  }
  StepKind raise(Ref<Exception> exception, Value& out) override {
    m_log("raised " + exception->summary());
    out = exception;
    return StepKind::raised;
  }
  Ref<Exception> close() override {
    m_log("closed");
    return nullptr;
  }
  std::string name() const override { return "foreign"; }
  void visit(Visitor&) const override {}
  void drop_references() noexcept override {}

 private:
  Log& m_log;
  int m_yields;
};

}  // namespace

void CoroutineTest::nothing_runs_until_it_is_awaited() {
  Log log;
  const Ref<CoroutineObject> coroutine = chatty(log).object();
  COMPARE_TEXT(log.text(), "");
  COMPARE_TEXT(step(*coroutine), "paused");
  COMPARE_TEXT(log.text(), "begin");
}

void CoroutineTest::a_coroutine_that_was_never_awaited_says_so() {
  RecordingInstrument instrument;
  Run test(&instrument);
  { const Coroutine<int> dropped = answer().named("answer", test.runtime); }
  COMPARE_TEXT(join(test.host.reports), "never awaited: answer");
  COMPARE_TEXT(join(instrument.lines), "warned 0 0 'answer'");
}

void CoroutineTest::without_a_name_or_once_begun_nothing_is_said() {
  Run test;
  { const Coroutine<int> dropped = answer(); }
  {
    const Ref<CoroutineObject> begun = turns(1).named("turns", test.runtime).object();
    COMPARE_TEXT(begun->name(), "turns");
    COMPARE_TEXT(step(*begun), "paused");
  }
  QVERIFY(test.host.reports.empty());
}

void CoroutineTest::awaiting_a_coroutine_takes_no_turn() {
  Run test;
  std::uint64_t taken = 1;
  loopline::loop::run(test.runtime, [&](EventLoop&) -> Coroutine<void> {
    const std::uint64_t before = test.runtime.turns();
    const int got = co_await answer();
    CO_COMPARE(got, 42);
    taken = test.runtime.turns() - before;
  });
  QCOMPARE(taken, std::uint64_t{0});
}

void CoroutineTest::a_deep_chain_suspends_and_resumes_as_one() {
  const Ref<CoroutineObject> root = nested(200, 3).object();
  for (int i = 0; i < 3; ++i) COMPARE_TEXT(step(*root), "paused");
  COMPARE_TEXT(step(*root), "returned 3");
}

void CoroutineTest::exceptions_go_up_the_chain_as_the_same_object() {
  const Ref<Exception> error = native_error(Kind::value_error, "x");
  const auto middle = [&]() -> Coroutine<int> { co_return co_await failing(error) + 1; };
  const Ref<CoroutineObject> root = middle().object();
  Value out;
  QCOMPARE(root->step(out), StepKind::raised);
  QVERIFY(out.is_identical(Value(error)));
}

void CoroutineTest::cpp_exceptions_go_up_the_chain_as_they_are() {
  const auto thrower = []() -> Coroutine<int> {
    throw std::out_of_range("far");
    co_return 0;
  };
  const auto catcher = [&]() -> Coroutine<int> {
    try {
      co_return co_await thrower();
    } catch (const std::out_of_range&) {
      co_return 7;
    }
  };
  COMPARE_TEXT(step(*catcher().object()), "returned 7");
  COMPARE_TEXT(step(*thrower().object()), "raised Exception: far");
}

void CoroutineTest::a_step_ends_in_one_of_four_ways() {
  Run test;
  const Ref<EventLoop> loop = EventLoop::create(test.runtime);
  const Ref<Future> future = loop->create_future();
  const auto all = [&]() -> Coroutine<int> {
    co_await yield_once();
    co_await Ref<Future>(future);
    co_return 1;
  };
  const Ref<CoroutineObject> coroutine = all().object();
  COMPARE_TEXT(step(*coroutine), "paused");
  Value out;
  QCOMPARE(coroutine->step(out), StepKind::yielded);
  QVERIFY(out.is_identical(Value(future)));
  QVERIFY(future->is_awaited());
  out.reset();
  future->complete_with_none();
  COMPARE_TEXT(step(*coroutine), "returned 1");
}

void CoroutineTest::what_is_sent_to_a_suspended_native_coroutine_is_ignored_by_it() {
  const Ref<CoroutineObject> coroutine = turns(1).object();
  COMPARE_TEXT(step(*coroutine), "paused");
  COMPARE_TEXT(send(*coroutine, Value(std::int64_t{5})), "returned 1");
}

void CoroutineTest::sending_something_to_a_new_coroutine_is_a_type_error() {
  const Ref<CoroutineObject> coroutine = turns(1).object();
  COMPARE_TEXT(send(*coroutine, Value(std::int64_t{5})),
               "raised TypeError: can't send non-None value to a just-started coroutine");
  COMPARE_TEXT(send(*coroutine, Value::none()), "paused");
}

void CoroutineTest::raising_in_a_new_coroutine_never_enters_it() {
  Log log;
  const Ref<CoroutineObject> coroutine = chatty(log).object();
  COMPARE_TEXT(raise(*coroutine, native_error(Kind::cancelled_error)), "raised CancelledError");
  COMPARE_TEXT(log.text(), "");
  COMPARE_TEXT(step(*coroutine), "raised RuntimeError: cannot reuse already awaited coroutine");
}

void CoroutineTest::raising_reaches_the_innermost_frame() {
  Log log;
  const auto outer = [&]() -> Coroutine<void> {
    try {
      co_await chatty(log);
    } catch (const Raised&) {
      log("outer");
      throw;
    }
  };
  const Ref<CoroutineObject> coroutine = outer().object();
  COMPARE_TEXT(step(*coroutine), "paused");
  COMPARE_TEXT(raise(*coroutine, native_error(Kind::cancelled_error, "c")), "raised CancelledError: c");
  COMPARE_TEXT(log.text(), "begin CancelledError: c outer");
}

void CoroutineTest::a_coroutine_may_catch_what_is_raised_and_go_on() {
  Log log;
  const Ref<CoroutineObject> coroutine = chatty(log).object();
  step(*coroutine);
  COMPARE_TEXT(raise(*coroutine, native_error(Kind::value_error, "1")), "paused");
  COMPARE_TEXT(step(*coroutine), "paused");
  COMPARE_TEXT(log.text(), "begin ValueError: 1 resumed");
}

void CoroutineTest::a_finished_coroutine_cannot_be_used_again() {
  const Ref<CoroutineObject> coroutine = answer().object();
  COMPARE_TEXT(step(*coroutine), "returned 42");
  const std::string expected = "raised RuntimeError: cannot reuse already awaited coroutine";
  COMPARE_TEXT(step(*coroutine), expected);
  COMPARE_TEXT(send(*coroutine, Value(std::int64_t{1})), expected);
  COMPARE_TEXT(raise(*coroutine, native_error(Kind::value_error)), expected);
}

void CoroutineTest::a_coroutine_that_runs_cannot_be_resumed() {
  Ref<CoroutineObject> self;
  std::string outcome;
  std::string closing;
  const auto body = [&]() -> Coroutine<void> {
    outcome = step(*self);
    closing = summary_of(self->close());
    co_return;
  };
  self = body().object();
  COMPARE_TEXT(step(*self), "returned None");
  COMPARE_TEXT(outcome, "raised ValueError: coroutine already executing");
  COMPARE_TEXT(closing, "ValueError: coroutine already executing");
  self = nullptr;
}

void CoroutineTest::a_coroutine_cannot_be_moved_from_twice() {
  Coroutine<int> coroutine = answer();
  const Ref<CoroutineObject> object = std::move(coroutine).object();
  QVERIFY_EXCEPTION_THROWN(std::move(coroutine).object(), Raised);  // NOLINT(bugprone-use-after-move): that is the test
  COMPARE_TEXT(step(*object), "returned 42");
}

void CoroutineTest::a_delegate_runs_in_place_of_the_one_that_awaits_it() {
  Log log;
  const Ref<CoroutineObject> coroutine = wrapping(make<Foreign>(log, 2), log).object();
  COMPARE_TEXT(step(*coroutine), "paused");
  COMPARE_TEXT(step(*coroutine), "paused");
  COMPARE_TEXT(step(*coroutine), "returned None");
  COMPARE_TEXT(log.text(), "sent None sent None sent None got 99");
}

void CoroutineTest::a_delegate_is_sent_what_its_driver_sends() {
  Log log;
  const Ref<CoroutineObject> coroutine = wrapping(make<Foreign>(log, 2), log).object();
  step(*coroutine);
  COMPARE_TEXT(send(*coroutine, Value(std::int64_t{5})), "paused");
  COMPARE_TEXT(log.text(), "sent None sent 5");
}

void CoroutineTest::what_is_raised_reaches_the_delegate_first() {
  Log log;
  const Ref<CoroutineObject> coroutine = wrapping(make<Foreign>(log, 2), log).object();
  step(*coroutine);
  COMPARE_TEXT(raise(*coroutine, native_error(Kind::cancelled_error)), "raised CancelledError");
  COMPARE_TEXT(log.text(), "sent None raised CancelledError caught CancelledError");
}

void CoroutineTest::a_delegate_that_ends_at_once_takes_no_suspension() {
  Log log;
  COMPARE_TEXT(step(*wrapping(make<Foreign>(log, 0), log).object()), "returned None");
  COMPARE_TEXT(log.text(), "sent None got 99");
  log.clear();
  COMPARE_TEXT(step(*wrapping(failing(native_error(Kind::value_error)).object(), log).object()), "raised ValueError");
  COMPARE_TEXT(log.text(), "caught ValueError");
}

void CoroutineTest::closing_raises_generator_exit_inside() {
  Log log;
  const Ref<CoroutineObject> coroutine = chatty(log).object();
  step(*coroutine);
  QVERIFY(!coroutine->close());
  COMPARE_TEXT(log.text(), "begin GeneratorExit");
  QVERIFY(!coroutine->close());
}

void CoroutineTest::closing_a_coroutine_that_ignores_it_is_an_error() {
  const auto stubborn = []() -> Coroutine<void> {
    for (int i = 0; i < 3; ++i) {
      try {
        co_await yield_once();
      } catch (const Raised&) {
        continue;
      }
    }
  };
  const Ref<CoroutineObject> coroutine = stubborn().object();
  step(*coroutine);
  COMPARE_TEXT(summary_of(coroutine->close()), "RuntimeError: coroutine ignored GeneratorExit");
  COMPARE_TEXT(step(*coroutine), "paused");
  COMPARE_TEXT(step(*coroutine), "returned None");
}

void CoroutineTest::closing_what_closes_with_an_error_gives_that_error() {
  const auto grumpy = []() -> Coroutine<void> {
    try {
      co_await yield_once();
    } catch (const Raised&) {
      native_error(Kind::value_error, "grumpy")->rethrow();
    }
  };
  const Ref<CoroutineObject> coroutine = grumpy().object();
  step(*coroutine);
  COMPARE_TEXT(summary_of(coroutine->close()), "ValueError: grumpy");
}

void CoroutineTest::closing_a_new_or_finished_coroutine_does_nothing() {
  Run test;
  Log log;
  const Ref<CoroutineObject> fresh = chatty(log).named("chatty", test.runtime).object();
  QVERIFY(!fresh->close());
  COMPARE_TEXT(log.text(), "");
  COMPARE_TEXT(step(*fresh), "raised RuntimeError: cannot reuse already awaited coroutine");
  const Ref<CoroutineObject> finished = answer().object();
  step(*finished);
  QVERIFY(!finished->close());
}

void CoroutineTest::closing_closes_the_delegate() {
  Log log;
  const Ref<CoroutineObject> coroutine = wrapping(make<Foreign>(log, 2), log).object();
  step(*coroutine);
  QVERIFY(!coroutine->close());
  COMPARE_TEXT(log.text(), "sent None closed caught GeneratorExit");
}

void CoroutineTest::a_dropped_coroutine_unwinds() {
  Log log;
  {
    const Ref<CoroutineObject> coroutine = chatty(log).object();
    step(*coroutine);
  }
  COMPARE_TEXT(log.text(), "begin GeneratorExit");
}

void CoroutineTest::held_objects_die_with_the_frame() {
  Log log;
  const auto holder = [](Log& words, Held<Mortal> parameter) -> Coroutine<void> {
    auto local = co_await hold(make<Mortal>(words, "local"));
    words(parameter->references() == 1 ? "held" : "lost");
    co_await yield_once();
  };
  Ref<CoroutineObject> coroutine = holder(log, Held<Mortal>(make<Mortal>(log, "parameter"))).object();
  step(*coroutine);
  COMPARE_TEXT(log.text(), "held");
  coroutine = nullptr;
  COMPARE_TEXT(log.text(), "held local parameter");
}

namespace {

class Box final : public Container {
 public:
  explicit Box(Log& log) : Container(ObjectKind::other), m_log(log) {}
  ~Box() override { m_log("box"); }
  Ref<Object> content;
  void visit(Visitor& visitor) const override { visitor.visit(content.get()); }
  void drop_references() noexcept override { content = nullptr; }

 private:
  Log& m_log;
};

Coroutine<void> keep(Held<Box> /*box*/) { co_await yield_once(); }

}  // namespace

void CoroutineTest::a_cycle_through_held_objects_is_collected() {
  Memory memory;
  const MemoryScope scope(memory);
  Log log;
  {
    const Ref<Box> box = make<Box>(log);
    const auto outer = [](Held<Box> held) -> Coroutine<void> { co_await keep(Held<Box>(held.ref())); };
    const Ref<CoroutineObject> coroutine = outer(Held<Box>(box)).object();
    step(*coroutine);
    box->content = coroutine;
  }
  COMPARE_TEXT(log.text(), "");
  QCOMPARE(memory.collect_cycles(), std::size_t{2});  // the box and the chain of frames
  COMPARE_TEXT(log.text(), "box");
  QCOMPARE(memory.live_bytes(), std::size_t{0});
}

void CoroutineTest::a_cycle_through_a_parameter_of_a_coroutine_that_never_began_is_collected() {
  Memory memory;
  const MemoryScope scope(memory);
  Run test;
  Log log;
  {
    const Ref<Box> box = make<Box>(log);
    box->content = keep(Held<Box>(box)).named("keep", test.runtime).object();
  }
  QCOMPARE(memory.collect_cycles(), std::size_t{2});
  COMPARE_TEXT(log.text(), "box");
  COMPARE_TEXT(join(test.host.reports), "never awaited: keep");
  QCOMPARE(memory.live_bytes(), std::size_t{0});
}

void CoroutineTest::results_of_all_kinds_come_through() {
  const auto text = []() -> Coroutine<std::string> { co_return "text"; };
  const auto unique = []() -> Coroutine<std::unique_ptr<int>> { co_return std::make_unique<int>(5); };
  const auto all = [&]() -> Coroutine<void> {
    const std::string got = co_await text();
    CO_COMPARE_TEXT(got, "text");
    const std::unique_ptr<int> pointer = co_await unique();
    CO_COMPARE(*pointer, 5);
  };
  COMPARE_TEXT(step(*all().object()), "returned None");
}

void CoroutineTest::raising_stop_iteration_is_a_runtime_error() {
  const Ref<Exception> stop = native_error(Kind::stop_iteration);
  Value out;
  QCOMPARE(failing(stop).object()->step(out), StepKind::raised);
  COMPARE_TEXT(out.as<Exception>()->summary(), "RuntimeError: coroutine raised StopIteration");
  QVERIFY(out.as<Exception>()->cause() == stop);
}

QTEST_APPLESS_MAIN(CoroutineTest)
#include "coroutine_test.moc"
