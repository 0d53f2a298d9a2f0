#include "sets.h"

#include "iterate.h"
#include "script/objects/iterators.h"

namespace loopline::script::sets {

namespace {

/// A dictionary that CPython treats as a set of keys: no class of a script's own.
Dict* exact_dict(const Value& value) noexcept { return as_dict(value); }

/// The elements behind a set or an instance of a class that derives from one.
Set* set_of(const Value& value) noexcept { return as_set(Vm::core(value)); }

bool add_all(Vm& vm, Set& target, const std::vector<Set::Element>& elements) {
  for (const Set::Element& element : elements) {
    if (!target.add(vm, element.key, element.hash)) return false;
  }
  return true;
}

bool discard_all(Vm& vm, Set& target, const std::vector<Set::Element>& elements) {
  for (const Set::Element& element : elements) {
    if (target.discard(vm, element.key, element.hash) == Set::Found::failed) return false;
  }
  return true;
}

/// The keys of a dictionary as they are now: comparing them may change it.
std::vector<Set::Element> keys_of(const Dict& dict) {
  std::vector<Set::Element> keys;
  keys.reserve(dict.size());
  for (const Dict::Entry& entry : dict.entries()) {
    if (entry.key.is_set()) keys.push_back({entry.key, entry.hash});
  }
  return keys;
}

/// Of looking an element up or putting one in, in instructions.
constexpr std::uint64_t kElementCost = 5;

Ref<Set> copy_and_difference(Vm& vm, const Set& self, const Value& other, bool frozen) {
  Ref<Set> result = self.copy(vm, frozen);
  return difference_update(vm, *result, other) ? result : nullptr;
}

}  // namespace

bool hash_for_lookup(Vm& vm, const Value& element, Value& key, std::int64_t& hash) {
  key = element;
  if (vm.hash(element, hash)) return true;
  const Set* set = set_of(element);
  if (set == nullptr || set->is_frozen() || !vm.catch_error(*vm.types().type_error)) return false;
  key = Value(set->copy(vm, true));
  return vm.hash(key, hash);
}

bool add(Vm& vm, Set& set, const Value& element) {
  std::int64_t hash = 0;
  return vm.hash(element, hash) && set.add(vm, element, hash);
}

bool update(Vm& vm, Set& target, const Value& iterable) {
  if (const Set* other = set_of(iterable)) return vm.spend(other->size() * kElementCost) && target.merge(vm, *other);
  if (const Dict* dict = exact_dict(iterable)) {
    target.reserve_for(dict->size());
    return add_all(vm, target, keys_of(*dict));
  }
  bool ok = true;
  return for_each(vm, iterable, [&](const Value& item) { return ok = add(vm, target, item); }) && ok;
}

Ref<Set> make_set(Vm& vm, const Value& iterable, bool frozen) {
  Ref<Set> made = make<Set>(frozen);
  return update(vm, *made, iterable) ? made : nullptr;
}

Ref<Set> intersection(Vm& vm, const Ref<Set>& self, const Value& other, bool frozen) {
  if (!vm.spend(self->size() * kElementCost)) return nullptr;
  Set* right = set_of(other);
  if (right == self.get()) return self->copy(vm, frozen);
  Ref<Set> result = make<Set>(frozen);
  if (right == nullptr) {
    bool ok = true;
    const bool all = for_each(vm, other, [&](const Value& item) {
      std::int64_t hash = 0;
      if (!vm.hash(item, hash)) return ok = false;
      const Set::Found found = self->contains(vm, item, hash);
      ok = found != Set::Found::failed && (found == Set::Found::no || result->add(vm, item, hash));
      return ok;
    });
    return all && ok ? result : nullptr;
  }
  // The smaller of the two is walked; the order that people see is the left one's.
  const Ref<Set> keep(right);
  const bool swap = right->size() > self->size();
  const Set& walked = swap ? *self : *right;
  const Set& asked = swap ? *right : *self;
  for (const Set::Element& element : walked.table_elements()) {
    const Set::Found found = asked.contains(vm, element.key, element.hash);
    if (found == Set::Found::failed) return nullptr;
    if (found == Set::Found::yes && !result->add(vm, element.key, element.hash)) return nullptr;
  }
  result->order_as(*self);
  return result;
}

Ref<Set> difference(Vm& vm, const Ref<Set>& self, const Value& other, bool frozen) {
  if (!vm.spend(self->size() * kElementCost)) return nullptr;
  const Ref<Set> right(set_of(other));
  const Dict* dict = exact_dict(other);
  if (!right && dict == nullptr) return copy_and_difference(vm, *self, other, frozen);
  const std::size_t other_size = right ? right->size() : dict->size();
  if (self->size() >> 2U > other_size) return copy_and_difference(vm, *self, other, frozen);
  Ref<Set> result = make<Set>(frozen);
  for (const Set::Element& element : self->table_elements()) {
    bool present = false;
    if (right) {
      const Set::Found found = right->contains(vm, element.key, element.hash);
      if (found == Set::Found::failed) return nullptr;
      present = found == Set::Found::yes;
    } else {
      const std::int32_t found = dict->find(vm, element.key, element.hash);
      if (found == Dict::kFailed) return nullptr;
      present = found >= 0;
    }
    if (!present && !result->add(vm, element.key, element.hash)) return nullptr;
  }
  result->order_as(*self);
  return result;
}

bool difference_update(Vm& vm, Set& self, const Value& other) {
  Ref<Set> right(set_of(other));
  if (right.get() == &self) {
    self.clear();
    return true;
  }
  if (right) {
    // A set that is much larger is cut down to what they share first.
    if (right->size() >> 3U > self.size()) {
      right = intersection(vm, Ref<Set>(&self), other, false);
      if (!right) return false;
    }
    if (!vm.spend(right->size() * kElementCost) || !discard_all(vm, self, right->table_elements())) return false;
  } else {
    bool ok = true;
    const bool all = for_each(vm, other, [&](const Value& item) {
      std::int64_t hash = 0;
      return ok = vm.hash(item, hash) && self.discard(vm, item, hash) != Set::Found::failed;
    });
    if (!all || !ok) return false;
  }
  self.shed_deleted();
  return true;
}

bool symmetric_difference_update(Vm& vm, Set& self, const Value& other) {
  Ref<Set> right(set_of(other));
  if (right.get() == &self) {
    self.clear();
    return true;
  }
  std::vector<Set::Element> elements;
  if (const Dict* dict = exact_dict(other)) {
    elements = keys_of(*dict);
  } else {
    if (!right) right = make_set(vm, other, false);
    if (!right) return false;
    elements = right->table_elements();
  }
  Ref<Set> both = self.copy(vm, false);
  for (const Set::Element& element : elements) {
    const Set::Found removed = self.discard(vm, element.key, element.hash);
    if (removed == Set::Found::failed) return false;
    if (removed == Set::Found::no && !self.add(vm, element.key, element.hash)) return false;
  }
  if (right) {
    if (!both->merge(vm, *right)) return false;
  } else if (!add_all(vm, *both, elements)) {
    return false;
  }
  self.order_as(*both);
  return true;
}

Ref<Set> symmetric_difference(Vm& vm, const Ref<Set>& self, const Value& other, bool frozen) {
  if (!vm.spend(self->size() * kElementCost)) return nullptr;
  // The other one is copied and changed, yet people see the left one's elements first.
  Ref<Set> result = make_set(vm, other, frozen);
  if (!result) return nullptr;
  Ref<Set> both = self->copy(vm, false);
  if (!both->merge(vm, *result)) return nullptr;
  if (!symmetric_difference_update(vm, *result, Value(self))) return nullptr;
  result->order_as(*both);
  return result;
}

int is_subset(Vm& vm, const Set& part, const Set& whole) {
  if (part.size() > whole.size()) return 0;
  if (!vm.spend(part.size() * kElementCost)) return -1;
  for (const Set::Element& element : part.table_elements()) {
    const Set::Found found = whole.contains(vm, element.key, element.hash);
    if (found == Set::Found::failed) return -1;
    if (found == Set::Found::no) return 0;
  }
  return 1;
}

int compare(Vm& vm, Comparison op, const Set& left, const Set& right) {
  const auto inverted = [](int result) { return result < 0 ? result : 1 - result; };
  switch (op) {
    case Comparison::equal: return left.size() == right.size() ? is_subset(vm, left, right) : 0;
    case Comparison::not_equal: return left.size() == right.size() ? inverted(is_subset(vm, left, right)) : 1;
    case Comparison::less: return left.size() < right.size() ? is_subset(vm, left, right) : 0;
    case Comparison::less_equal: return is_subset(vm, left, right);
    case Comparison::greater: return right.size() < left.size() ? is_subset(vm, right, left) : 0;
    case Comparison::greater_equal: return is_subset(vm, right, left);
  }
  return 0;
}

// ---- views ----------------------------------------------------------------------------------------------------------

bool is_set_view(const Value& value) noexcept {
  return value.is_object(kind::dict_view) && value.as<DictView>()->what != DictIterator::What::values;
}

namespace {

Value view_intersection(Vm& vm, const Value& left, const Value& right) {
  const Value* self = is_set_view(left) ? &left : &right;
  const Value* other = is_set_view(left) ? &right : &left;
  if (other->is_object(kind::set) && self->as<DictView>()->dict->size() <= other->as<Set>()->size()) {
    return intersection(vm, Ref<Set>(other->as<Set>()), *self, false);
  }
  if (is_set_view(*other) && other->as<DictView>()->dict->size() > self->as<DictView>()->dict->size()) {
    std::swap(self, other);
  }
  Ref<Set> result = make<Set>();
  bool ok = true;
  const bool all = for_each(vm, *other, [&](const Value& item) {
    const int found = vm.contains(*self, item);
    return ok = found >= 0 && (found == 0 || add(vm, *result, item));
  });
  return all && ok ? Value(result) : Value();
}

/// A view of keys becomes a set as its dictionary does.
Ref<Set> set_from(Vm& vm, const Value& operand) {
  if (is_set_view(operand) && operand.as<DictView>()->what == DictIterator::What::keys) {
    return make_set(vm, Value(operand.as<DictView>()->dict), false);
  }
  return make_set(vm, operand, false);
}

/// Items that are equal in both are never hashed.
Value items_symmetric_difference(Vm& vm, const Dict& left, const Dict& right) {
  const Ref<Dict> rest = left.copy();
  const Ref<Dict> other = right.copy();
  Ref<Set> result = make<Set>();
  for (const Dict::Entry& entry : other->entries()) {
    if (!entry.key.is_set()) continue;
    const std::int32_t found = rest->find(vm, entry.key, entry.hash);
    if (found == Dict::kFailed) return {};
    const int same = found < 0 ? 0 : vm.equals(rest->entry(found).value, entry.value);
    if (same < 0) return {};
    if (same > 0) {
      rest->erase_at(found);
    } else if (!add(vm, *result, vm.tuple({entry.key, entry.value}))) {
      return {};
    }
  }
  for (const Dict::Entry& entry : rest->entries()) {
    if (entry.key.is_set() && !add(vm, *result, vm.tuple({entry.key, entry.value}))) return {};
  }
  return Value(result);
}

}  // namespace

Value view_operation(Vm& vm, BinaryOp op, const Value& left, const Value& right) {
  const auto is_items = [](const Value& value) {
    return is_set_view(value) && value.as<DictView>()->what == DictIterator::What::items;
  };
  if (op == BinaryOp::bit_xor && is_items(left) && is_items(right)) {
    return items_symmetric_difference(vm, *left.as<DictView>()->dict, *right.as<DictView>()->dict);
  }
  if (op == BinaryOp::bit_and) return view_intersection(vm, left, right);
  if (op != BinaryOp::bit_or && op != BinaryOp::subtract && op != BinaryOp::bit_xor) return {};
  Ref<Set> result = set_from(vm, left);
  if (!result) return {};
  const bool ok = op == BinaryOp::bit_or     ? update(vm, *result, right)
                  : op == BinaryOp::subtract ? difference_update(vm, *result, right)
                                             : symmetric_difference_update(vm, *result, right);
  return ok ? Value(result) : Value();
}

int compare_views(Vm& vm, Comparison op, const Value& left, const Value& right) {
  const std::int64_t left_size = vm.length(left);
  const std::int64_t right_size = left_size < 0 ? -1 : vm.length(right);
  if (right_size < 0) return -1;
  const auto all_in = [&](const Value& part, const Value& whole) {
    int result = 1;
    const bool all = for_each(vm, part, [&](const Value& item) { return (result = vm.contains(whole, item)) > 0; });
    return all || result == 0 ? result : -1;
  };
  switch (op) {
    case Comparison::equal: return left_size == right_size ? all_in(left, right) : 0;
    case Comparison::not_equal: {
      if (left_size != right_size) return 1;
      const int same = all_in(left, right);
      return same < 0 ? same : 1 - same;
    }
    case Comparison::less: return left_size < right_size ? all_in(left, right) : 0;
    case Comparison::less_equal: return left_size <= right_size ? all_in(left, right) : 0;
    case Comparison::greater: return left_size > right_size ? all_in(right, left) : 0;
    case Comparison::greater_equal: return left_size >= right_size ? all_in(right, left) : 0;
  }
  return 0;
}

}  // namespace loopline::script::sets
