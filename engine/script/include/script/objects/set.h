// Sets, with the order of FORMAT.md (choice 4): insertion order, unless all elements are numbers or tuples of numbers;
// then the order of CPython's hash table, exactly.
//
// The table is CPython's own: size, probing, growth and copying go its way, so that the order of numbers comes out the
// same whatever was done to the set. Beside it every element carries the number of its insertion.
#pragma once

#include <cstdint>
#include <vector>

#include "script/value.h"

namespace loopline::script {

class Set final : public Container {
 public:
  struct Slot {
    Value key;  // unset: free or deleted
    std::int64_t hash = 0;
    std::uint64_t order = 0;
    bool deleted = false;
  };

  explicit Set(bool frozen = false) : Container(frozen ? kind::frozenset : kind::set), m_table(kMinimum) {}
  ~Set() override;

  bool is_frozen() const noexcept { return Object::kind() == kind::frozenset; }
  std::size_t size() const noexcept { return m_used; }
  bool empty() const noexcept { return m_used == 0; }
  std::uint32_t version() const noexcept { return m_version; }

  enum class Found : std::uint8_t { no, yes, failed };
  Found contains(Vm& vm, const Value& key, std::int64_t hash) const;
  /// False if comparing raised.
  bool add(Vm& vm, const Value& key, std::int64_t hash);
  Found discard(Vm& vm, const Value& key, std::int64_t hash);
  void clear() noexcept;
  /// As set.update(other_set): merges tables the way CPython does.
  bool merge(Vm& vm, const Set& other);
  Ref<Set> copy(Vm& vm, bool frozen) const;
  /// Takes out the element that iteration would give first.
  Value pop();

  /// The elements in the order of iteration.
  std::vector<Value> elements() const;
  /// The same with their hashes.
  struct Element {
    Value key;
    std::int64_t hash;
  };
  std::vector<Element> hashed_elements() const;
  /// In the order of the table, as CPython's own operations walk a set.
  std::vector<Element> table_elements() const;
  /// Gives the elements the order they have in another set, which has them all.
  void order_as(Vm& vm, const Set& other);
  /// Makes room for so many more elements where CPython does so beforehand.
  void reserve_for(std::size_t more);
  /// After many deletions: the table without the places of what is gone.
  void shed_deleted();
  /// Takes over the table of another set.
  void take_from(Set& other) noexcept;

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override { clear(); }

  // For frozenset's own hash.
  mutable std::int64_t cached_hash = 0;
  mutable bool has_cached_hash = false;

 private:
  static constexpr std::size_t kMinimum = 8;

  bool is_numeric() const noexcept;
  std::vector<const Slot*> ordered() const;
  /// The slot of the key, or the free one where it would go; kFailedSlot if comparing raised.
  std::size_t probe(Vm& vm, const Value& key, std::int64_t hash) const;
  void insert_clean(Value key, std::int64_t hash, std::uint64_t order) noexcept;
  void resize(std::size_t minimum);

  std::vector<Slot> m_table;
  std::size_t m_fill = 0;
  std::size_t m_used = 0;
  std::uint64_t m_order = 0;
  std::uint32_t m_version = 0;
  std::size_t m_accounted = 0;
};

inline Set* as_set(const Value& value) noexcept {
  if (Set* set = as_kind<Set>(value, kind::set)) return set;
  return as_kind<Set>(value, kind::frozenset);
}

}  // namespace loopline::script
