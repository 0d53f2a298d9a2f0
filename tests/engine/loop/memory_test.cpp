// Pools, destruction in bounded depth, weak references, and the collector of cycles.
#include <algorithm>
#include <cstring>
#include <map>
#include <set>

#include "loop/object.h"
#include "qt_testing.h"
#include "testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;

namespace {

/// A container that says when it is finalised and when it dies, and may refer to two others.
class Node final : public Container {
 public:
  Node(Log& log, std::string name) : Container(ObjectKind::other), m_log(log), m_name(std::move(name)) {}
  ~Node() override { m_log("-" + m_name); }

  Ref<Object> first;
  Ref<Object> second;
  Ref<Node>* save_to = nullptr;         ///< the finaliser puts a reference to this node here
  bool makes_cycle_at_the_end = false;  ///< the finaliser makes another cycle

  void visit(Visitor& visitor) const override {
    visitor.visit(first.get());
    visitor.visit(second.get());
  }
  void drop_references() noexcept override {
    first = nullptr;
    second = nullptr;
  }
  void finalize() noexcept override {
    m_log("!" + m_name);
    if (save_to != nullptr) *save_to = Ref<Node>(this);
    if (makes_cycle_at_the_end) make<Node>(m_log, m_name + "'")->become_cycle();
  }
  void become_cycle() { first = Ref<Object>(this); }

 private:
  Log& m_log;
  std::string m_name;
};

class Link final : public Object {
 public:
  explicit Link(Ref<Object> next) : Object(ObjectKind::other), m_next(std::move(next)) {}

 private:
  Ref<Object> m_next;
};

class Listener final : public WeakReferenceListener {
 public:
  void died(Object& object) noexcept override {
    seen.push_back(&object);
    const Ref<Object> dropped = std::move(kept[&object]);
    kept.erase(&object);
  }
  void visit_kept(const Object& object, Visitor& visitor) const override {
    if (const auto found = kept.find(&object); found != kept.end()) visitor.visit(found->second.get());
  }
  void drop_kept(Object& object) noexcept override { const Ref<Object> dropped = std::move(kept[&object]); }
  std::vector<Object*> seen;
  std::map<const Object*, Ref<Object>> kept;  ///< one more object that it refers to
};

}  // namespace

class MemoryTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void blocks_do_not_overlap_and_are_aligned();
  void a_freed_block_is_used_again();
  void live_bytes_count_objects_and_what_they_hold_outside();
  void a_scope_makes_a_memory_current_and_gives_the_outer_one_back();
  void an_object_dies_with_its_last_reference();
  void a_chain_of_a_million_objects_dies_without_deep_recursion();
  void a_listener_hears_of_weakly_referenced_objects_only();
  void a_listener_hears_of_objects_deep_in_a_chain_too();
  void collecting_leaves_what_is_referred_to_from_outside();
  void collecting_breaks_cycles_and_counts_their_members();
  void finalisers_run_in_order_of_creation_before_anything_dies();
  void what_hangs_on_a_cycle_is_finalised_with_it();
  void an_object_saved_by_its_finaliser_lives_on();
  void a_saved_object_is_not_finalised_again();
  void a_cycle_made_by_a_finaliser_is_for_the_next_collection();
  void a_cycle_through_what_a_listener_keeps_is_found();
};

void MemoryTest::blocks_do_not_overlap_and_are_aligned() {
  Memory memory;
  std::vector<std::pair<char*, std::size_t>> blocks;
  for (std::size_t bytes = 1; bytes < 1500; bytes += 7) {
    auto* block = static_cast<char*>(memory.allocate(bytes));
    QCOMPARE(reinterpret_cast<std::uintptr_t>(block) % 16, std::uintptr_t{0});
    std::memset(block, static_cast<int>(bytes % 251), bytes);
    blocks.emplace_back(block, bytes);
  }
  for (const auto& [block, bytes] : blocks) {
    const char expected = static_cast<char>(bytes % 251);
    QVERIFY(std::all_of(block, block + bytes, [&](char c) { return c == expected; }));
    memory.deallocate(block, bytes);
  }
}

void MemoryTest::a_freed_block_is_used_again() {
#ifdef LOOPLINE_SANITIZED
  QSKIP("pools are off under a sanitizer");
#endif
  Memory memory;
  std::set<void*> distinct;
  for (int i = 0; i < 100'000; ++i) {
    void* block = memory.allocate(96);
    distinct.insert(block);
    memory.deallocate(block, 96);
  }
  QCOMPARE(distinct.size(), std::size_t{1});
}

void MemoryTest::live_bytes_count_objects_and_what_they_hold_outside() {
  Memory memory;
  const MemoryScope scope(memory);
  QCOMPARE(memory.live_bytes(), std::size_t{0});
  {
    const Ref<Link> link = make<Link>(nullptr);
    QCOMPARE(memory.live_bytes(), sizeof(Link));
    memory.grew(1000);
    QCOMPARE(memory.live_bytes(), sizeof(Link) + 1000);
    memory.shrank(1000);
  }
  QCOMPARE(memory.live_bytes(), std::size_t{0});
}

void MemoryTest::a_scope_makes_a_memory_current_and_gives_the_outer_one_back() {
  Memory& before = Memory::current();
  Memory outer;
  {
    const MemoryScope scope(outer);
    QCOMPARE(&Memory::current(), &outer);
    Memory inner;
    {
      const MemoryScope nested(inner);
      QCOMPARE(&Memory::current(), &inner);
    }
    QCOMPARE(&Memory::current(), &outer);
  }
  QCOMPARE(&Memory::current(), &before);
}

void MemoryTest::an_object_dies_with_its_last_reference() {
  Log log;
  Ref<Object> first = make<Mortal>(log, "dead");
  Ref<Object> second = first;
  QCOMPARE(first->references(), 2U);
  first = nullptr;
  COMPARE_TEXT(log.text(), "");
  second = nullptr;
  COMPARE_TEXT(log.text(), "dead");
}

void MemoryTest::a_chain_of_a_million_objects_dies_without_deep_recursion() {
  Log log;
  Ref<Object> chain = make<Mortal>(log, "last");
  for (int i = 0; i < 1'000'000; ++i) chain = make<Link>(std::move(chain));
  const std::size_t bytes = Memory::current().live_bytes();
  chain = nullptr;
  COMPARE_TEXT(log.text(), "last");
  QVERIFY(bytes - Memory::current().live_bytes() >= 1'000'000 * sizeof(Link));
}

void MemoryTest::a_listener_hears_of_weakly_referenced_objects_only() {
  Memory memory;
  const MemoryScope scope(memory);
  Listener listener;
  memory.set_weak_reference_listener(&listener);
  Ref<Object> known = make<Link>(nullptr);
  known->set_weakly_referenced();
  Object* const address = known.get();
  Ref<Object> unknown = make<Link>(nullptr);
  unknown = nullptr;
  QVERIFY(listener.seen.empty());
  known = nullptr;
  QCOMPARE(listener.seen, std::vector<Object*>{address});
}

void MemoryTest::a_listener_hears_of_objects_deep_in_a_chain_too() {
  Memory memory;
  const MemoryScope scope(memory);
  Listener listener;
  memory.set_weak_reference_listener(&listener);
  Ref<Object> chain = make<Link>(nullptr);
  for (int i = 0; i < 1000; ++i) {
    chain->set_weakly_referenced();
    chain = make<Link>(std::move(chain));
  }
  chain = nullptr;
  QCOMPARE(listener.seen.size(), std::size_t{1000});
}

void MemoryTest::collecting_leaves_what_is_referred_to_from_outside() {
  Memory memory;
  const MemoryScope scope(memory);
  Log log;
  Ref<Node> held = make<Node>(log, "a");
  auto& inner = *make<Node>(log, "b").detach();
  held->first = Ref<Object>::adopt(&inner);
  inner.first = held;  // a cycle, but held from outside
  QCOMPARE(memory.collect_cycles(), std::size_t{0});
  COMPARE_TEXT(log.text(), "");
  held = nullptr;
  QCOMPARE(memory.collect_cycles(), std::size_t{2});
  COMPARE_TEXT(log.text(), "!a !b -a -b");
}

void MemoryTest::collecting_breaks_cycles_and_counts_their_members() {
  Memory memory;
  const MemoryScope scope(memory);
  Log log;
  make<Node>(log, "self")->become_cycle();
  QCOMPARE(memory.collect_cycles(), std::size_t{1});
  COMPARE_TEXT(log.text(), "!self -self");
  QCOMPARE(memory.collect_cycles(), std::size_t{0});
}

void MemoryTest::finalisers_run_in_order_of_creation_before_anything_dies() {
  Memory memory;
  const MemoryScope scope(memory);
  Log log;
  {
    std::vector<Ref<Node>> ring;
    for (const char* name : {"a", "b", "c", "d"}) ring.push_back(make<Node>(log, name));
    // Linked against the order of creation.
    for (std::size_t i = 0; i < ring.size(); ++i) ring[i]->first = ring[(i + 3) % 4];
  }
  QCOMPARE(memory.collect_cycles(), std::size_t{4});
  QVERIFY(log.text().starts_with("!a !b !c !d -"));
}

void MemoryTest::what_hangs_on_a_cycle_is_finalised_with_it() {
  Memory memory;
  const MemoryScope scope(memory);
  Log log;
  {
    const Ref<Node> cycle = make<Node>(log, "cycle");
    cycle->become_cycle();
    cycle->second = make<Node>(log, "hanging");
  }
  QCOMPARE(memory.collect_cycles(), std::size_t{2});
  QVERIFY(log.text().starts_with("!cycle !hanging"));
}

void MemoryTest::an_object_saved_by_its_finaliser_lives_on() {
  Memory memory;
  const MemoryScope scope(memory);
  Log log;
  Ref<Node> saved;
  {
    const Ref<Node> a = make<Node>(log, "a");
    const Ref<Node> b = make<Node>(log, "b");
    a->first = b;
    b->first = a;
    b->save_to = &saved;
  }
  memory.collect_cycles();
  COMPARE_TEXT(log.text(), "!a !b");
  QVERIFY(saved && saved->first);  // the whole cycle is reachable again
  saved = nullptr;
  QCOMPARE(memory.collect_cycles(), std::size_t{2});
  COMPARE_TEXT(log.text(), "!a !b -a -b");
}

void MemoryTest::a_saved_object_is_not_finalised_again() {
  Memory memory;
  const MemoryScope scope(memory);
  Log log;
  Ref<Node> saved;
  {
    const Ref<Node> node = make<Node>(log, "a");
    node->become_cycle();
    node->save_to = &saved;
  }
  memory.collect_cycles();
  saved = nullptr;
  log.clear();
  memory.collect_cycles();
  COMPARE_TEXT(log.text(), "-a");
}

void MemoryTest::a_cycle_made_by_a_finaliser_is_for_the_next_collection() {
  Memory memory;
  const MemoryScope scope(memory);
  Log log;
  {
    const Ref<Node> node = make<Node>(log, "a");
    node->become_cycle();
    node->makes_cycle_at_the_end = true;
  }
  QCOMPARE(memory.collect_cycles(), std::size_t{1});
  COMPARE_TEXT(log.text(), "!a -a");
  QCOMPARE(memory.collect_cycles(), std::size_t{1});
  COMPARE_TEXT(log.text(), "!a -a !a' -a'");
}

void MemoryTest::a_cycle_through_what_a_listener_keeps_is_found() {
  Memory memory;
  const MemoryScope scope(memory);
  Listener listener;
  memory.set_weak_reference_listener(&listener);
  Log log;
  {
    const Ref<Node> object = make<Node>(log, "object");
    const Ref<Node> attribute = make<Node>(log, "attribute");
    object->set_weakly_referenced();
    listener.kept[object.get()] = attribute;
    attribute->first = object;
  }
  QVERIFY(log.text().empty());
  QCOMPARE(memory.collect_cycles(), std::size_t{2});
  COMPARE_TEXT(log.text(), "!object !attribute -object -attribute");
}

QTEST_APPLESS_MAIN(MemoryTest)
#include "memory_test.moc"
