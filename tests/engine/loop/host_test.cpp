// What native programs get from the default host.
#include "loop/host.h"

#include "loop/concurrent_future.h"
#include "loop/runner.h"
#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;

class HostTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void values_have_a_text();
  void objects_have_a_text();
  void numbers_have_an_order_and_other_values_none();
  void a_cancellation_carries_its_message();
  void nothing_native_becomes_a_coroutine();
  void equality_is_identity();
};

void HostTest::values_have_a_text() {
  Host host;
  COMPARE_TEXT(host.repr(Value()), "<unset>");
  COMPARE_TEXT(host.repr(Value::none()), "None");
  COMPARE_TEXT(host.repr(Value(true)), "True");
  COMPARE_TEXT(host.repr(Value(std::int64_t{-3})), "-3");
  COMPARE_TEXT(host.repr(Value::ellipsis()), "Ellipsis");
  COMPARE_TEXT(host.repr(Value::not_implemented()), "NotImplemented");
}

void HostTest::objects_have_a_text() {
  Run test;
  const Ref<EventLoop> loop = EventLoop::create(test.runtime);
  const auto coroutine = []() -> Coroutine<void> { co_return; };
  COMPARE_TEXT(test.host.repr(Value(loop->create_future())), "<Future>");
  COMPARE_TEXT(test.host.repr(Value(make<ConcurrentFuture>(test.runtime))), "<Future>");
  COMPARE_TEXT(test.host.repr(Value(native_error(ExceptionKind::value_error, "x"))), "ValueError('x')");
  const Ref<CoroutineObject> object = coroutine().object();
  COMPARE_TEXT(test.host.repr(Value(object)), "<coroutine coroutine>");
  const Value task = loop->create_task(object, "T").value_or_throw();
  COMPARE_TEXT(test.host.repr(task), "<Task T>");
  COMPARE_TEXT(test.host.repr(Value(loop)), "<object>");
  QVERIFY(!loop->close());
  task.as<Task>()->set_logs_destroy_pending(false);
}

void HostTest::numbers_have_an_order_and_other_values_none() {
  Host host;
  COMPARE_TEXT(text_of(host.less(Value(std::int64_t{1}), Value(std::int64_t{2}))), "True");
  COMPARE_TEXT(text_of(host.less(Value(2.0), Value(1.0))), "False");
  COMPARE_TEXT(text_of(host.less(Value::none(), Value(1.0))), "TypeError: these values have no order");
}

void HostTest::a_cancellation_carries_its_message() {
  Host host;
  COMPARE_TEXT(summary_of(host.make_cancelled({})), "CancelledError");
  COMPARE_TEXT(summary_of(host.make_cancelled(Value::none())), "CancelledError");
  COMPARE_TEXT(summary_of(host.make_cancelled(Value(std::int64_t{1}))), "CancelledError: 1");
  COMPARE_TEXT(summary_of(host.make_cancelled_with_text("why")), "CancelledError: why");
}

void HostTest::nothing_native_becomes_a_coroutine() {
  Host host;
  QVERIFY(!host.as_coroutine(Value(std::int64_t{1})));
}

void HostTest::equality_is_identity() {
  Host host;
  QVERIFY(host.equals(Value(std::int64_t{1}), Value(std::int64_t{1})));
  QVERIFY(!host.equals(Value(std::int64_t{1}), Value(1.0)));
}

QTEST_APPLESS_MAIN(HostTest)
#include "host_test.moc"
