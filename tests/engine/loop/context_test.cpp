// Context variables (PEP 567): copies, and who runs in which context.
#include "loop/context.h"

#include "loop/runner.h"
#include "loop/sleep.h"
#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;

class ContextTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_variable_is_found_where_it_was_set();
  void entries_come_in_the_order_in_which_they_were_first_set();
  void a_copy_is_not_changed_by_the_original_nor_the_other_way_round();
  void erasing_in_a_copy_leaves_the_original();
  void copying_nothing_gives_nothing();
  void a_task_works_on_a_copy_of_its_makers_context();
  void what_a_task_sets_it_finds_after_a_suspension();
  void a_task_with_a_given_context_works_on_that_very_context();
  void a_callback_runs_in_its_own_context();
  void what_a_callback_sets_without_a_context_does_not_leak();
  void main_context_lives_through_the_runs_of_one_runner();
};

namespace {

Ref<ContextVar> variable(const char* name) { return make<ContextVar>(name); }
Value number(std::int64_t value) { return Value(value); }

/// The variable in the current context: its number, or -1.
std::int64_t get(Runtime& runtime, const ContextVar& var) {
  const Ref<Context>& context = runtime.threads.current().context;
  const Value* found = context ? context->find(var) : nullptr;
  return found != nullptr ? found->as_int() : -1;
}

void set(Runtime& runtime, const Ref<ContextVar>& var, std::int64_t value) {
  Ref<Context>& context = runtime.threads.current().context;
  if (!context) context = make<Context>();
  context->set(var, number(value));
}

}  // namespace

void ContextTest::a_variable_is_found_where_it_was_set() {
  const Ref<ContextVar> a = variable("a");
  const Ref<ContextVar> b = make<ContextVar>("b", number(5));
  const Ref<Context> context = make<Context>();
  QCOMPARE(context->find(*a), nullptr);
  context->set(a, number(1));
  context->set(a, number(2));
  QCOMPARE(context->find(*a)->as_int(), 2);
  QCOMPARE(context->find(*b), nullptr);
  QCOMPARE(b->default_value().as_int(), 5);
  context->erase(*a);
  QCOMPARE(context->find(*a), nullptr);
}

void ContextTest::entries_come_in_the_order_in_which_they_were_first_set() {
  const Ref<ContextVar> a = variable("a");
  const Ref<ContextVar> b = variable("b");
  const Ref<Context> context = make<Context>();
  QVERIFY(context->entries().empty());
  context->set(b, number(1));
  context->set(a, number(2));
  context->set(b, number(3));
  QCOMPARE(context->entries().size(), std::size_t{2});
  QVERIFY(context->entries()[0].variable == b && context->entries()[1].variable == a);
}

void ContextTest::a_copy_is_not_changed_by_the_original_nor_the_other_way_round() {
  const Ref<ContextVar> a = variable("a");
  const Ref<Context> original = make<Context>();
  original->set(a, number(1));
  const Ref<Context> copy = original->copy();
  QCOMPARE(copy->find(*a)->as_int(), 1);
  original->set(a, number(2));
  QCOMPARE(copy->find(*a)->as_int(), 1);
  copy->set(a, number(3));
  QCOMPARE(original->find(*a)->as_int(), 2);
}

void ContextTest::erasing_in_a_copy_leaves_the_original() {
  const Ref<ContextVar> a = variable("a");
  const Ref<Context> original = make<Context>();
  original->set(a, number(1));
  const Ref<Context> copy = original->copy();
  copy->erase(*a);
  QVERIFY(copy->find(*a) == nullptr && original->find(*a) != nullptr);
}

void ContextTest::copying_nothing_gives_nothing() { QVERIFY(!copy_context(nullptr)); }

void ContextTest::a_task_works_on_a_copy_of_its_makers_context() {
  Run test;
  const Ref<ContextVar> var = variable("v");
  const auto child = [&]() -> Coroutine<std::int64_t> {
    const std::int64_t seen = get(test.runtime, *var);
    set(test.runtime, var, 100);
    co_return seen;
  };
  std::vector<std::int64_t> seen;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    set(test.runtime, var, 1);
    TaskOf<std::int64_t> task = create_task(loop, child());
    set(test.runtime, var, 2);  // too late for the copy
    seen.push_back(co_await task);
    seen.push_back(get(test.runtime, *var));
  });
  QCOMPARE(seen, (std::vector<std::int64_t>{1, 2}));
}

void ContextTest::what_a_task_sets_it_finds_after_a_suspension() {
  Run test;
  const Ref<ContextVar> var = variable("v");
  std::vector<std::int64_t> seen;
  const auto worker = [&](std::int64_t mine) -> Coroutine<void> {
    set(test.runtime, var, mine);
    co_await yield_once();
    seen.push_back(get(test.runtime, *var));
  };
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    TaskOf<void> first = create_task(loop, worker(1));
    TaskOf<void> second = create_task(loop, worker(2));
    co_await first;
    co_await second;
    seen.push_back(get(test.runtime, *var));
  });
  QCOMPARE(seen, (std::vector<std::int64_t>{1, 2, -1}));
}

void ContextTest::a_task_with_a_given_context_works_on_that_very_context() {
  Run test;
  const Ref<ContextVar> var = variable("v");
  const Ref<Context> context = make<Context>();
  const auto worker = [&]() -> Coroutine<void> {
    set(test.runtime, var, 7);
    co_return;
  };
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const Value task = loop.create_task(worker().object(), {}, context).value_or_throw();
    co_await Ref<Future>(task.as<Future>());
  });
  QCOMPARE(context->find(*var)->as_int(), 7);
}

void ContextTest::a_callback_runs_in_its_own_context() {
  Run test;
  const Ref<ContextVar> var = variable("v");
  const Ref<Context> context = make<Context>();
  context->set(var, number(3));
  std::vector<std::int64_t> seen;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    const Ref<Callback> callback =
        make<FunctionCallback>("callback", [&](Future*) { seen.push_back(get(test.runtime, *var)); });
    callback->set_context(context);
    loop.call_soon(callback);
    co_await yield_once();
    seen.push_back(get(test.runtime, *var));
  });
  QCOMPARE(seen, (std::vector<std::int64_t>{3, -1}));
}

void ContextTest::what_a_callback_sets_without_a_context_does_not_leak() {
  Run test;
  const Ref<ContextVar> var = variable("v");
  std::vector<std::int64_t> seen;
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    loop.call_soon([&] { set(test.runtime, var, 1); });
    loop.call_soon([&] { seen.push_back(get(test.runtime, *var)); });
    co_await yield_once();
    seen.push_back(get(test.runtime, *var));
  });
  QCOMPARE(seen, (std::vector<std::int64_t>{-1, -1}));
}

void ContextTest::main_context_lives_through_the_runs_of_one_runner() {
  Run test;
  const Ref<ContextVar> var = variable("v");
  const Ref<Runner> runner =
      make<Runner>(test.runtime, Runner::Hooks{[&] { return Outcome(Value(EventLoop::create(test.runtime))); }, {}});
  const auto bump = [&]() -> Coroutine<std::int64_t> {
    const std::int64_t seen = get(test.runtime, *var);
    set(test.runtime, var, seen + 10);
    co_return seen;
  };
  COMPARE_TEXT(text_of(runner->run(bump().object())), "-1");
  COMPARE_TEXT(text_of(runner->run(bump().object())), "9");
  COMPARE_TEXT(text_of(runner->run(bump().object())), "19");
  QVERIFY(!runner->close());
  QCOMPARE(get(test.runtime, *var), -1);
}

QTEST_APPLESS_MAIN(ContextTest)
#include "context_test.moc"
