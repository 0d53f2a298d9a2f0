// list.sort and sorted().
#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "list.h"
#include "timsort.h"

namespace loopline::script {

namespace {

using Order = std::vector<std::uint32_t>;

/// Keys whose order is total and cannot fail need no machine to compare them, and no particular algorithm.
template <class Key, class KeyOf>
void sort_plain(Order& order, const KeyOf& key_of) {
  std::vector<std::pair<Key, std::uint32_t>> pairs;
  pairs.reserve(order.size());
  for (const std::uint32_t index : order) pairs.emplace_back(key_of(index), index);
  std::stable_sort(pairs.begin(), pairs.end(), [](const auto& l, const auto& r) { return l.first < r.first; });
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = pairs[i].second;
}

bool all_of_keys(const std::vector<Value>& keys, bool (*is)(const Value&)) {
  return std::all_of(keys.begin(), keys.end(), is);
}

bool sort_order(Vm& vm, Order& order, const std::vector<Value>& keys) {
  // About n log n comparisons.
  const auto size = static_cast<std::uint64_t>(keys.size()) * static_cast<std::uint64_t>(std::bit_width(keys.size()));
  if (all_of_keys(keys, [](const Value& key) { return key.is_int(); })) {
    sort_plain<std::int64_t>(order, [&](std::uint32_t i) { return keys[i].as_int(); });
    return vm.spend(size);
  }
  if (all_of_keys(keys, [](const Value& key) { return key.is_float() && !std::isnan(key.as_float()); })) {
    sort_plain<double>(order, [&](std::uint32_t i) { return keys[i].as_float(); });
    return vm.spend(size);
  }
  if (all_of_keys(keys, [](const Value& key) { return key.is_object(kind::str); })) {
    sort_plain<std::string_view>(order, [&](std::uint32_t i) { return keys[i].as<Str>()->view(); });
    return vm.spend(size * 2);
  }
  const auto less = [&](std::uint32_t left, std::uint32_t right) {
    if (!vm.spend(1)) return -1;
    return vm.compare_bool(Comparison::less, keys[left], keys[right]);
  };
  return Timsort(order, less).sort();
}

std::optional<std::vector<Value>> keys_of(Vm& vm, const std::vector<Value>& items, const Value& key) {
  std::vector<Value> keys;
  keys.reserve(items.size());
  for (const Value& item : items) {
    Value made = vm.call(key, std::span<const Value>(&item, 1));
    if (!made.is_set()) return std::nullopt;
    keys.push_back(std::move(made));
  }
  return keys;
}

/// Puts the items in order. False after raising; they are all still there.
bool sort_items(Vm& vm, std::vector<Value>& items, const Value& key, bool reverse) {
  std::optional<std::vector<Value>> keys;
  if (!key.is_none()) {
    keys = keys_of(vm, items, key);
    if (!keys) return false;
  }
  Order order(items.size());
  std::iota(order.begin(), order.end(), 0U);
  // Turned round before and after, so that equals keep their order.
  if (reverse) std::reverse(order.begin(), order.end());
  const bool ok = sort_order(vm, order, keys ? *keys : items);
  if (reverse) std::reverse(order.begin(), order.end());
  std::vector<Value> sorted;
  sorted.reserve(items.size());
  for (const std::uint32_t index : order) sorted.push_back(std::move(items[index]));
  items.swap(sorted);
  return ok;
}

}  // namespace

bool sort_list(Vm& vm, List& list, const Value& key, const Value& reverse) {
  std::int64_t backwards = 0;
  if (!vm.index(reverse, backwards)) return false;
  std::vector<Value> items;
  items.swap(list.items);
  bool ok = sort_items(vm, items, key, backwards != 0);
  if (ok && list.items.capacity() != 0) {
    vm.value_error("list modified during sort");
    ok = false;
  }
  items.swap(list.items);
  list.account();
  return ok;
}

}  // namespace loopline::script
