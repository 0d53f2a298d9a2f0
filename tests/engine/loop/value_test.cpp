// Values: what is stored in place, what is counted, and the way of native types in and out.
#include "loop/value.h"

#include <cmath>
#include <limits>

#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;

class ValueTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_new_value_is_unset();
  void immediate_values_keep_their_type_and_content();
  void a_value_holds_a_reference_to_its_object();
  void a_null_reference_gives_an_unset_value();
  void moving_leaves_the_source_unset();
  void the_old_object_dies_after_the_value_has_changed();
  void assigning_a_value_to_itself_keeps_the_object();
  void identity_is_that_of_the_language();
  void native_types_come_back_as_they_went_in();
};

void ValueTest::a_new_value_is_unset() {
  const Value value;
  QVERIFY(!value.is_set());
  QVERIFY(!value.is_none());
  QVERIFY(value.is_identical(Value()));
}

void ValueTest::immediate_values_keep_their_type_and_content() {
  QVERIFY(Value(true).is_bool() && Value(true).as_bool() && !Value(false).as_bool());
  QCOMPARE(Value(std::numeric_limits<std::int64_t>::min()).as_int(), std::numeric_limits<std::int64_t>::min());
  QCOMPARE(Value(0.1).as_float(), 0.1);
  QVERIFY(Value::none().is_none() && Value::none().is_set());
  QCOMPARE(Value::ellipsis().tag(), Tag::ellipsis);
  QCOMPARE(Value::not_implemented().tag(), Tag::not_implemented);
}

void ValueTest::a_value_holds_a_reference_to_its_object() {
  Log log;
  {
    Value value = make<Mortal>(log, "dead");
    const Value copy = value;
    QCOMPARE(value.as_object()->references(), 2U);
    QVERIFY(value.is_object(ObjectKind::other) && !value.is_object(ObjectKind::task));
    QCOMPARE(value.object_of(ObjectKind::task), nullptr);
    value.reset();
    COMPARE_TEXT(log.text(), "");
  }
  COMPARE_TEXT(log.text(), "dead");
}

void ValueTest::a_null_reference_gives_an_unset_value() { QVERIFY(!Value(Ref<Object>()).is_set()); }

void ValueTest::moving_leaves_the_source_unset() {
  Log log;
  Value value = make<Mortal>(log, "dead");
  const Value moved = std::move(value);
  QVERIFY(!value.is_set());
  QCOMPARE(moved.as_object()->references(), 1U);
}

void ValueTest::the_old_object_dies_after_the_value_has_changed() {
  struct Looker final : Object {
    Looker(const Value& where, bool& saw_new) : Object(ObjectKind::other), m_where(where), m_saw_new(saw_new) {}
    ~Looker() override { m_saw_new = m_where.is_int() && m_where.as_int() == 7; }
    const Value& m_where;
    bool& m_saw_new;
  };
  Value value;
  bool saw_new = false;
  value = make<Looker>(value, saw_new);
  value = Value(std::int64_t{7});
  QVERIFY(saw_new);
}

void ValueTest::assigning_a_value_to_itself_keeps_the_object() {
  Log log;
  Value value = make<Mortal>(log, "dead");
  const Value& same = value;
  value = same;
  COMPARE_TEXT(log.text(), "");
  QCOMPARE(value.as_object()->references(), 1U);
}

void ValueTest::identity_is_that_of_the_language() {
  Log log;
  const Value one = make<Mortal>(log, "1");
  const Value other = make<Mortal>(log, "2");
  QVERIFY(one.is_identical(Value(one)));
  QVERIFY(!one.is_identical(other));
  QVERIFY(Value(std::int64_t{1}).is_identical(Value(std::int64_t{1})));
  QVERIFY(!Value(std::int64_t{1}).is_identical(Value(true)));
  QVERIFY(!Value(std::int64_t{1}).is_identical(Value(1.0)));
  QVERIFY(!Value(0.0).is_identical(Value(-0.0)));
  QVERIFY(Value::none().is_identical(Value::none()));
}

void ValueTest::native_types_come_back_as_they_went_in() {
  QCOMPARE(from_value<int>(to_value(42)), 42);
  QCOMPARE(from_value<bool>(to_value(true)), true);
  QCOMPARE(from_value<std::uint8_t>(to_value(std::uint8_t{200})), std::uint8_t{200});
  QCOMPARE(from_value<double>(to_value(2.5F)), 2.5);
  COMPARE_TEXT(from_value<std::string>(to_value(std::string("text"))), "text");
  QCOMPARE(from_value<std::vector<int>>(to_value(std::vector<int>{1, 2})), (std::vector<int>{1, 2}));
}

QTEST_APPLESS_MAIN(ValueTest)
#include "value_test.moc"
