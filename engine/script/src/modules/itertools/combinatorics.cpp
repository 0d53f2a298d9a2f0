// combinations, combinations_with_replacement, permutations, product: all go through tuples of places in a pool, in
// lexicographic order of the places.
#include <algorithm>

#include "itertools.h"

namespace loopline::script::itertools {

namespace {

/// The values of an iterable; nullopt after raising.
std::optional<std::vector<Value>> pool_of(Vm& vm, const Value& iterable) { return vm.to_vector(iterable); }

/// The length of the tuples; -1 after raising.
std::int64_t length_of(Vm& vm, const Value& given) {
  std::int64_t length = 0;
  if (!vm.index(given, length)) return -1;
  if (length < 0) {
    vm.value_error("r must be non-negative");
    return -1;
  }
  return vm.check_size(static_cast<std::uint64_t>(length) * sizeof(Value)) ? length : -1;
}

class Combinations final : public ListedIterator {
 public:
  Combinations(Class& cls, std::vector<Value> pool, std::size_t length, bool replaces)
      : ListedIterator(cls, std::move(pool)), m_replaces(replaces) {
    m_done = replaces ? m_values.empty() && length > 0 : length > m_values.size();
    if (!m_done) m_places.resize(length);
    for (std::size_t i = 0; !replaces && i < m_places.size(); ++i) m_places[i] = i;
  }

  Value next(Vm& vm) override {
    if (m_done || (m_started && !advance())) return m_done = true, Value();
    m_started = true;
    if (!vm.spend(m_places.size())) return {};
    std::vector<Value> items;
    items.reserve(m_places.size());
    for (const std::size_t place : m_places) items.push_back(m_values[place]);
    return Tuple::take(items);
  }

 private:
  /// The next tuple of places; false after the last.
  bool advance() {
    const std::size_t length = m_places.size();
    for (std::size_t i = length; i-- > 0;) {
      const std::size_t last = m_replaces ? m_values.size() - 1 : i + m_values.size() - length;
      if (m_places[i] == last) continue;
      std::size_t place = ++m_places[i];
      while (++i < length) m_places[i] = m_replaces ? place : ++place;
      return true;
    }
    return false;
  }

  bool m_replaces;
  bool m_done = false;
  bool m_started = false;
  std::vector<std::size_t> m_places;
};

template <bool replaces>
Value combinations_new(Vm& vm, Arguments args) {
  std::optional<std::vector<Value>> pool = pool_of(vm, args[1]);
  if (!pool) return {};
  const std::int64_t length = length_of(vm, args[2]);
  if (length < 0) return {};
  return finish<Combinations>(vm, args[0], std::move(*pool), static_cast<std::size_t>(length), replaces);
}

class Permutations final : public ListedIterator {
 public:
  Permutations(Class& cls, std::vector<Value> pool, std::size_t length)
      : ListedIterator(cls, std::move(pool)), m_length(length), m_done(length > m_values.size()) {
    if (m_done) return;
    for (std::size_t i = 0; i < m_values.size(); ++i) m_places.push_back(i);
    for (std::size_t i = 0; i < length; ++i) m_cycles.push_back(m_values.size() - i);
  }

  Value next(Vm& vm) override {
    if (m_done || (m_started && !advance())) return m_done = true, Value();
    m_started = true;
    if (!vm.spend(m_length)) return {};
    std::vector<Value> items;
    items.reserve(m_length);
    for (std::size_t i = 0; i < m_length; ++i) items.push_back(m_values[m_places[i]]);
    return Tuple::take(items);
  }

 private:
  /// Place i takes the remaining values in turn; when it had all of them, they stand in order again and the place
  /// before it goes on.
  bool advance() {
    for (std::size_t i = m_length; i-- > 0;) {
      if (--m_cycles[i] == 0) {
        std::rotate(m_places.begin() + static_cast<std::ptrdiff_t>(i),
                    m_places.begin() + static_cast<std::ptrdiff_t>(i) + 1, m_places.end());
        m_cycles[i] = m_places.size() - i;
        continue;
      }
      std::swap(m_places[i], m_places[m_places.size() - m_cycles[i]]);
      return true;
    }
    return false;
  }

  std::size_t m_length;
  bool m_done;
  bool m_started = false;
  std::vector<std::size_t> m_places;
  std::vector<std::size_t> m_cycles;
};

Value permutations_new(Vm& vm, Arguments args) {
  std::optional<std::vector<Value>> pool = pool_of(vm, args[1]);
  if (!pool) return {};
  auto length = static_cast<std::int64_t>(pool->size());
  if (!args[2].is_none()) {
    if (!is_integer(Vm::core(args[2]))) return vm.type_error("Expected int as r");
    length = length_of(vm, args[2]);
  }
  if (length < 0) return {};
  return finish<Permutations>(vm, args[0], std::move(*pool), static_cast<std::size_t>(length));
}

class Product final : public Iterator {
 public:
  Product(Class& cls, std::vector<std::vector<Value>> pools, std::size_t repeat)
      : Iterator(cls), m_pools(std::move(pools)), m_places(m_pools.size() * repeat) {
    for (const std::vector<Value>& pool : m_pools) m_done = m_done || (pool.empty() && repeat > 0);
  }

  Value next(Vm& vm) override {
    if (m_done || (m_started && !advance())) return m_done = true, Value();
    m_started = true;
    if (!vm.spend(m_places.size())) return {};
    std::vector<Value> items;
    items.reserve(m_places.size());
    for (std::size_t i = 0; i < m_places.size(); ++i) items.push_back(pool(i)[m_places[i]]);
    return Tuple::take(items);
  }

  void visit(Visitor& visitor) const override {
    for (const std::vector<Value>& pool : m_pools) {
      for (const Value& value : pool) visit_value(visitor, value);
    }
  }
  void drop_references() noexcept override {
    m_done = true;
    m_pools.clear();
  }

 private:
  const std::vector<Value>& pool(std::size_t place) const { return m_pools[place % m_pools.size()]; }
  bool advance() {
    for (std::size_t i = m_places.size(); i-- > 0;) {
      if (++m_places[i] < pool(i).size()) return true;
      m_places[i] = 0;
    }
    return false;
  }

  std::vector<std::vector<Value>> m_pools;
  std::vector<std::size_t> m_places;
  bool m_done = false;
  bool m_started = false;
};

Value product_new(Vm& vm, Arguments args) {
  std::int64_t repeat = 0;
  if (!vm.index(args[2], repeat)) return {};
  if (repeat < 0) return vm.value_error("repeat argument cannot be negative");
  const std::span<const Value> iterables = args[1].as<Tuple>()->values();
  const std::uint64_t most = vm.limits().text_bytes / sizeof(Value);
  if (!iterables.empty() && static_cast<std::uint64_t>(repeat) > most / iterables.size()) {
    return vm.overflow_error("repeat argument too large");
  }
  std::vector<std::vector<Value>> pools;
  for (const Value& iterable : repeat > 0 ? iterables : std::span<const Value>()) {
    std::optional<std::vector<Value>> pool = pool_of(vm, iterable);
    if (!pool) return {};
    pools.push_back(std::move(*pool));
  }
  return finish<Product>(vm, args[0], std::move(pools), static_cast<std::size_t>(repeat));
}

}  // namespace

void add_combinatorics(Vm& vm, Module& module) {
  add_class(vm, module, {"combinations", "cls, iterable, r", combinations_new<false>});
  add_class(vm, module, {"combinations_with_replacement", "cls, iterable, r", combinations_new<true>});
  add_class(vm, module, {"permutations", "cls, iterable, r=None", permutations_new});
  add_class(vm, module, {"product", "cls, *iterables, repeat=1", product_new});
}

}  // namespace loopline::script::itertools
