// Sets, with the order of FORMAT.md (choice 4): insertion order, unless all elements are numbers or tuples of numbers;
// then the order of CPython's hash table, exactly.
//
// The elements stand in an array in order of insertion. The table that finds them is CPython's own: size, probing,
// growth and copying go its way, so that the order of numbers comes out the same whatever was done to the set.
#pragma once

#include <cstdint>
#include <vector>

#include "script/value.h"

namespace loopline::script {

class Set final : public Container {
 public:
  struct Element {
    Value key;  // unset: gone
    std::int64_t hash = 0;
    std::uint32_t slot = 0;  // of the table
  };

  explicit Set(bool frozen = false) : Container(frozen ? kind::frozenset : kind::set), m_table(kMinimum, kFree) {}
  ~Set() override;

  bool is_frozen() const noexcept { return Object::kind() == kind::frozenset; }
  std::size_t size() const noexcept { return m_used; }
  bool empty() const noexcept { return m_used == 0; }
  std::uint32_t version() const noexcept { return m_version; }
  /// Whether iteration goes in the order of the table.
  bool is_numeric() const noexcept { return m_others == 0; }

  enum class Found : std::uint8_t { no, yes, failed };
  Found contains(Vm& vm, const Value& key, std::int64_t hash) const;
  /// False if comparing raised.
  bool add(Vm& vm, const Value& key, std::int64_t hash);
  Found discard(Vm& vm, const Value& key, std::int64_t hash);
  void clear() noexcept;
  /// As set.update(other_set): merges tables the way CPython does.
  bool merge(Vm& vm, const Set& other);
  Ref<Set> copy(Vm& vm, bool frozen) const;
  /// Takes out an element: of numbers the one CPython takes, else the first.
  Value pop();

  /// The next element of an iteration, or null at the end; `position` begins at 0 and is moved on.
  const Element* next(std::size_t& position) const noexcept;
  /// The elements in the order of iteration.
  std::vector<Value> elements() const;
  /// In the order of the table, as CPython's own operations walk a set.
  std::vector<Element> table_elements() const;
  /// Gives the elements the order they have in another set; what that one has not stays behind them.
  void order_as(const Set& other);
  /// Makes room for so many more elements where CPython does so beforehand.
  void reserve_for(std::size_t more);
  /// After many deletions: the table without the places of what is gone.
  void shed_deleted();
  /// Takes over the elements of another set.
  void take_from(Set& other) noexcept;

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override { clear(); }

  // For frozenset's own hash.
  mutable std::int64_t cached_hash = 0;
  mutable bool has_cached_hash = false;

 private:
  static constexpr std::size_t kMinimum = 8;
  static constexpr std::int32_t kFree = -1;
  static constexpr std::int32_t kDeleted = -2;

  /// The slot of the key, or the free one that ends the search; kFailedSlot if comparing raised. `reusable`: the last
  /// slot of something deleted on the way.
  std::size_t probe(Vm& vm, const Value& key, std::int64_t hash, std::size_t* reusable = nullptr) const;
  std::size_t free_slot(std::int64_t hash) const noexcept;
  void append(const Value& key, std::int64_t hash, std::size_t slot);
  Value take_out(std::size_t slot);
  void resize(std::size_t minimum);
  void compact();
  void order_tail(std::size_t from, const Set& other);
  void account() noexcept;

  std::vector<std::int32_t> m_table;  // places in m_elements
  std::vector<Element> m_elements;    // in order of insertion, with gaps
  std::size_t m_fill = 0;             // slots in use or deleted
  std::size_t m_used = 0;
  std::size_t m_others = 0;  // elements that are no numbers
  std::size_t m_first = 0;   // there are only gaps before it
  std::size_t m_finger = 0;  // where the next pop() looks
  std::uint32_t m_version = 0;
  std::size_t m_accounted = 0;
};

inline Set* as_set(const Value& value) noexcept {
  if (Set* set = as_kind<Set>(value, kind::set)) return set;
  return as_kind<Set>(value, kind::frozenset);
}

}  // namespace loopline::script
