// The loop's exception classes, and the way of exceptions through native code.
#include "loop/exception.h"

#include <stdexcept>

#include "loop/host.h"
#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;
using Kind = ExceptionKind;

class ExceptionTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void classes_derive_as_in_python_data();
  void classes_derive_as_in_python();
  void cancellation_is_no_ordinary_exception();
  void only_interrupts_exits_and_fatal_ends_leave_the_loop();
  void texts_are_those_of_python();
  void a_raised_exception_is_caught_as_the_same_object();
  void a_cpp_exception_is_kept_and_thrown_again_as_it_was();
  void a_cause_suppresses_the_context();
  void an_outcome_is_a_value_or_an_exception();
  void a_group_of_ordinary_exceptions_is_ordinary();
};

void ExceptionTest::classes_derive_as_in_python_data() {
  QTest::addColumn<int>("kind");
  QTest::addColumn<int>("ancestor");
  QTest::addColumn<bool>("derived");
  const auto row = [](const char* name, Kind kind, Kind ancestor, bool derived) {
    QTest::newRow(name) << static_cast<int>(kind) << static_cast<int>(ancestor) << derived;
  };
  row("a class is itself", Kind::value_error, Kind::value_error, true);
  row("ValueError is an Exception", Kind::value_error, Kind::exception, true);
  row("ValueError is a BaseException", Kind::value_error, Kind::base_exception, true);
  row("Exception is a BaseException", Kind::exception, Kind::base_exception, true);
  row("Exception is no ValueError", Kind::exception, Kind::value_error, false);
  row("NotImplementedError is a RuntimeError", Kind::not_implemented_error, Kind::runtime_error, true);
  row("BrokenBarrierError is a RuntimeError", Kind::broken_barrier_error, Kind::runtime_error, true);
  row("BrokenExecutor is a RuntimeError", Kind::broken_executor, Kind::runtime_error, true);
  row("InvalidStateError is no RuntimeError", Kind::invalid_state_error, Kind::runtime_error, false);
  row("TimeoutError is an Exception", Kind::timeout_error, Kind::exception, true);
  row("SystemExit is a BaseException", Kind::system_exit, Kind::base_exception, true);
  row("SystemExit is no Exception", Kind::system_exit, Kind::exception, false);
  row("GeneratorExit is no Exception", Kind::generator_exit, Kind::exception, false);
  row("nothing catches a fatal end", Kind::fatal, Kind::base_exception, false);
}

void ExceptionTest::classes_derive_as_in_python() {
  QFETCH(int, kind);
  QFETCH(int, ancestor);
  QFETCH(bool, derived);
  QCOMPARE(derives(static_cast<Kind>(kind), static_cast<Kind>(ancestor)), derived);
}

void ExceptionTest::cancellation_is_no_ordinary_exception() {
  const Ref<Exception> cancelled = native_error(Kind::cancelled_error);
  QVERIFY(cancelled->is(Kind::base_exception));
  QVERIFY(!cancelled->is(Kind::exception));
}

void ExceptionTest::only_interrupts_exits_and_fatal_ends_leave_the_loop() {
  for (const Kind kind : {Kind::keyboard_interrupt, Kind::system_exit, Kind::fatal}) {
    QVERIFY(native_error(kind)->leaves_the_loop());
  }
  for (const Kind kind : {Kind::cancelled_error, Kind::generator_exit, Kind::base_exception, Kind::value_error}) {
    QVERIFY(!native_error(kind)->leaves_the_loop());
  }
}

void ExceptionTest::texts_are_those_of_python() {
  COMPARE_TEXT(native_error(Kind::value_error, "x")->repr(), "ValueError('x')");
  COMPARE_TEXT(native_error(Kind::value_error, "x")->summary(), "ValueError: x");
  COMPARE_TEXT(native_error(Kind::cancelled_error)->repr(), "CancelledError()");
  COMPARE_TEXT(native_error(Kind::cancelled_error)->summary(), "CancelledError");
}

void ExceptionTest::a_raised_exception_is_caught_as_the_same_object() {
  const Ref<Exception> thrown = native_error(Kind::runtime_error, "text");
  try {
    thrown->rethrow();
  } catch (const Raised& raised) {
    QVERIFY(raised.exception() == thrown);
    QVERIFY(raised.is(Kind::exception));
    COMPARE_TEXT(raised.what(), "RuntimeError: text");
    QVERIFY(current_exception() == thrown);
  }
}

void ExceptionTest::a_cpp_exception_is_kept_and_thrown_again_as_it_was() {
  Ref<Exception> kept;
  try {
    throw std::out_of_range("too far");
  } catch (...) {
    kept = current_exception();
  }
  COMPARE_TEXT(kept->summary(), "Exception: too far");
  bool same = false;
  try {
    kept->rethrow();
  } catch (const std::out_of_range& error) {
    same = std::string(error.what()) == "too far";
  }
  QVERIFY(same);
  try {
    throw 5;
  } catch (...) {
    kept = current_exception();
  }
  QVERIFY(kept->is(Kind::exception));
}

void ExceptionTest::a_cause_suppresses_the_context() {
  const Ref<Exception> error = native_error(Kind::timeout_error);
  const Ref<Exception> inner = native_error(Kind::cancelled_error);
  error->set_context(inner);
  QVERIFY(!error->suppresses_context());
  error->set_cause(nullptr);
  QVERIFY(error->suppresses_context() && !error->cause() && error->context() == inner);
}

void ExceptionTest::an_outcome_is_a_value_or_an_exception() {
  Outcome good = Value(std::int64_t{1});
  QVERIFY(good.ok());
  QCOMPARE(good.value_or_throw().as_int(), 1);
  Outcome bad = native_error(Kind::value_error, "no");
  QVERIFY(!bad.ok());
  QVERIFY_EXCEPTION_THROWN(bad.value_or_throw(), Raised);
}

void ExceptionTest::a_group_of_ordinary_exceptions_is_ordinary() {
  Host host;
  const Ref<Exception> ordinary =
      host.make_group("two", {native_error(Kind::value_error), native_error(Kind::type_error)});
  QVERIFY(ordinary->is(Kind::exception));
  COMPARE_TEXT(ordinary->summary(), "ExceptionGroup: two (2 sub-exceptions)");
  COMPARE_TEXT(ordinary->repr(), "ExceptionGroup('two', [ValueError(), TypeError()])");
  const Ref<Exception> base = host.make_group("one", {native_error(Kind::cancelled_error)});
  QVERIFY(!base->is(Kind::exception));
  COMPARE_TEXT(base->summary(), "BaseExceptionGroup: one (1 sub-exception)");
}

QTEST_APPLESS_MAIN(ExceptionTest)
#include "exception_test.moc"
