// Counted references and marks.
#include "loop/object.h"
#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;

class ObjectTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_copy_counts_and_a_move_does_not();
  void assigning_releases_the_old_object_after_the_new_one_is_held();
  void assigning_a_reference_to_itself_keeps_the_object();
  void adopt_and_detach_do_not_count();
  void references_convert_as_pointers_do();
  void references_compare_by_identity();
  void a_mark_does_not_touch_other_flags();
};

void ObjectTest::a_copy_counts_and_a_move_does_not() {
  Log log;
  Ref<Mortal> one = make<Mortal>(log, "dead");
  Ref<Mortal> two = one;
  QCOMPARE(one->references(), 2U);
  const Ref<Mortal> three = std::move(two);
  QCOMPARE(three->references(), 2U);
  QVERIFY(!two);
}

void ObjectTest::assigning_releases_the_old_object_after_the_new_one_is_held() {
  Log log;
  Ref<Mortal> ref = make<Mortal>(log, "old");
  ref = make<Mortal>(log, "new");
  COMPARE_TEXT(log.text(), "old");
  ref = nullptr;
  COMPARE_TEXT(log.text(), "old new");
}

void ObjectTest::assigning_a_reference_to_itself_keeps_the_object() {
  Log log;
  Ref<Mortal> ref = make<Mortal>(log, "dead");
  const Ref<Mortal>& same = ref;
  ref = same;
  COMPARE_TEXT(log.text(), "");
  QCOMPARE(ref->references(), 1U);
}

void ObjectTest::adopt_and_detach_do_not_count() {
  Log log;
  Ref<Mortal> ref = make<Mortal>(log, "dead");
  Mortal* const object = ref.detach();
  QVERIFY(!ref);
  QCOMPARE(object->references(), 1U);
  const Ref<Mortal> back = Ref<Mortal>::adopt(object);
  QCOMPARE(back->references(), 1U);
}

void ObjectTest::references_convert_as_pointers_do() {
  Log log;
  const Ref<Mortal> mortal = make<Mortal>(log, "dead");
  const Ref<Object> object = mortal;
  QCOMPARE(object->references(), 2U);
  Ref<Mortal> moved = mortal;
  const Ref<Object> taken = std::move(moved);
  QCOMPARE(taken->references(), 3U);
}

void ObjectTest::references_compare_by_identity() {
  Log log;
  const Ref<Mortal> one = make<Mortal>(log, "1");
  const Ref<Mortal> two = make<Mortal>(log, "2");
  QVERIFY(one == Ref<Object>(one));
  QVERIFY(!(one == two));
  QVERIFY(one == one.get());
  QVERIFY(Ref<Mortal>() == nullptr);
}

void ObjectTest::a_mark_does_not_touch_other_flags() {
  Log log;
  const Ref<Mortal> object = make<Mortal>(log, "dead");
  object->set_weakly_referenced();
  object->set_mark(true);
  QVERIFY(object->is_marked() && object->is_weakly_referenced());
  object->set_mark(false);
  QVERIFY(!object->is_marked() && object->is_weakly_referenced());
}

QTEST_APPLESS_MAIN(ObjectTest)
#include "object_test.moc"
