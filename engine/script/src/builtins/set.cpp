// set, frozenset.
#include "../vm/bootstrap.h"
#include "../vm/iterate.h"
#include "../vm/sets.h"
#include "protocol.h"

namespace loopline::script {

namespace {

Set& self_set(const Value& self) { return *as_set(Vm::core(self)); }

std::span<const Value> others(const Value& tuple) { return tuple.as<Tuple>()->values(); }

// ---- making ---------------------------------------------------------------------------------------------------------

Value set_new(Vm& vm, Arguments args) { return vm.finish_new(args[0], *vm.types().set, make<Set>()); }

Value set_init(Vm& vm, Arguments args) {
  Set& set = self_set(args[0]);
  set.clear();
  return none_or_error(!args[1].is_set() || sets::update(vm, set, args[1]));
}

Value frozenset_new(Vm& vm, Arguments args) {
  if (as_class(args[0]) == vm.types().frozenset.get() && args[1].is_set() && args[1].is_object(kind::frozenset))
    return args[1];
  Ref<Set> set = make<Set>(true);
  if (args[1].is_set() && !sets::update(vm, *set, args[1])) return {};
  return vm.finish_new(args[0], *vm.types().frozenset, Value(std::move(set)));
}

// ---- elements -------------------------------------------------------------------------------------------------------

Value set_add(Vm& vm, Arguments args) { return none_or_error(sets::add(vm, self_set(args[0]), args[1])); }

Value discard(Vm& vm, Arguments args, bool must_be_there) {
  Value key;
  std::int64_t hash = 0;
  if (!sets::hash_for_lookup(vm, args[1], key, hash)) return {};
  const Set::Found found = self_set(args[0]).discard(vm, key, hash);
  if (found == Set::Found::failed) return {};
  return found == Set::Found::no && must_be_there ? vm.key_error(args[1]) : Value::none();
}

Value set_discard(Vm& vm, Arguments args) { return discard(vm, args, false); }
Value set_remove(Vm& vm, Arguments args) { return discard(vm, args, true); }

Value set_contains(Vm& vm, Arguments args) {
  Value key;
  std::int64_t hash = 0;
  if (!sets::hash_for_lookup(vm, args[1], key, hash)) return {};
  const Set::Found found = self_set(args[0]).contains(vm, key, hash);
  return found == Set::Found::failed ? Value() : Value(found == Set::Found::yes);
}

Value set_pop(Vm& vm, Arguments args) {
  Set& set = self_set(args[0]);
  if (set.empty()) return vm.raise(*vm.types().key_error, "pop from an empty set");
  return set.pop();
}

Value set_clear(Vm& /*vm*/, Arguments args) {
  self_set(args[0]).clear();
  return Value::none();
}

Value set_copy(Vm& vm, Arguments args) {
  if (args[0].is_object(kind::frozenset)) return args[0];
  const Set& set = self_set(args[0]);
  return vm.spend(set.size() * 3) ? Value(set.copy(vm, set.is_frozen())) : Value();
}

// ---- with others ----------------------------------------------------------------------------------------------------

Value set_union(Vm& vm, Arguments args) {
  const Set& set = self_set(args[0]);
  Ref<Set> result = set.copy(vm, set.is_frozen());
  for (const Value& other : others(args[1])) {
    if (as_set(Vm::core(other)) == &set) continue;
    if (!sets::update(vm, *result, other)) return {};
  }
  return Value(result);
}

Value set_update(Vm& vm, Arguments args) {
  for (const Value& other : others(args[1])) {
    if (!sets::update(vm, self_set(args[0]), other)) return {};
  }
  return Value::none();
}

Ref<Set> intersect_all(Vm& vm, const Value& self, std::span<const Value> with) {
  Ref<Set> result(&self_set(self));
  const bool frozen = result->is_frozen();
  if (with.empty()) return result->copy(vm, frozen);
  for (const Value& other : with) {
    result = sets::intersection(vm, result, other, frozen);
    if (!result) return nullptr;
  }
  return result;
}

Value set_intersection(Vm& vm, Arguments args) {
  Ref<Set> result = intersect_all(vm, args[0], others(args[1]));
  return result ? Value(result) : Value();
}

Value set_intersection_update(Vm& vm, Arguments args) {
  const Ref<Set> result = intersect_all(vm, args[0], others(args[1]));
  if (!result) return {};
  self_set(args[0]).take_from(*result);
  return Value::none();
}

Value set_difference(Vm& vm, Arguments args) {
  const Ref<Set> self(&self_set(args[0]));
  const std::span<const Value> without = others(args[1]);
  if (without.empty()) return Value(self->copy(vm, self->is_frozen()));
  Ref<Set> result = sets::difference(vm, self, without[0], self->is_frozen());
  for (std::size_t i = 1; result && i < without.size(); ++i) {
    if (!sets::difference_update(vm, *result, without[i])) return {};
  }
  return result ? Value(result) : Value();
}

Value set_difference_update(Vm& vm, Arguments args) {
  for (const Value& other : others(args[1])) {
    if (!sets::difference_update(vm, self_set(args[0]), other)) return {};
  }
  return Value::none();
}

Value set_symmetric_difference(Vm& vm, Arguments args) {
  const Ref<Set> self(&self_set(args[0]));
  Ref<Set> result = sets::symmetric_difference(vm, self, args[1], self->is_frozen());
  return result ? Value(result) : Value();
}

Value set_symmetric_difference_update(Vm& vm, Arguments args) {
  return none_or_error(sets::symmetric_difference_update(vm, self_set(args[0]), args[1]));
}

/// The other operand as a set: itself if it is one.
Ref<Set> other_as_set(Vm& vm, const Value& other) {
  if (Set* set = as_set(Vm::core(other))) return Ref<Set>(set);
  return sets::make_set(vm, other, false);
}

Value set_issubset(Vm& vm, Arguments args) {
  const Ref<Set> other = other_as_set(vm, args[1]);
  const int result = other ? sets::is_subset(vm, self_set(args[0]), *other) : -1;
  return result < 0 ? Value() : Value(result != 0);
}

Value set_issuperset(Vm& vm, Arguments args) {
  if (const Set* other = as_set(Vm::core(args[1]))) {
    const int result = sets::is_subset(vm, *other, self_set(args[0]));
    return result < 0 ? Value() : Value(result != 0);
  }
  int found = 1;
  const Value self = Vm::core(args[0]);
  const bool all = for_each(vm, args[1], [&](const Value& item) { return (found = vm.contains(self, item)) > 0; });
  return (all || found == 0) && found >= 0 ? Value(found != 0) : Value();
}

Value set_isdisjoint(Vm& vm, Arguments args) {
  const Ref<Set> self(&self_set(args[0]));
  const Ref<Set> right(as_set(Vm::core(args[1])));
  if (right == self.get()) return Value(self->empty());
  if (right) {
    const bool swap = right->size() > self->size();
    for (const Set::Element& element : (swap ? *self : *right).table_elements()) {
      const Set::Found found = (swap ? *right : *self).contains(vm, element.key, element.hash);
      if (found == Set::Found::failed) return {};
      if (found == Set::Found::yes) return Value(false);
    }
    return Value(true);
  }
  int found = 0;
  const bool all = for_each(vm, args[1], [&](const Value& item) {
    std::int64_t hash = 0;
    if (!vm.hash(item, hash)) return false;
    const Set::Found answer = self->contains(vm, item, hash);
    found = answer == Set::Found::failed ? -1 : answer == Set::Found::yes ? 1 : 0;
    return found == 0;
  });
  return all && found >= 0 ? Value(found == 0) : Value();
}

/// The operators take sets only.
template <BinaryOp op, bool reflected, bool in_place>
Value set_operator(Vm& vm, Arguments args) {
  if (as_set(Vm::core(args[1])) == nullptr) return Value::not_implemented();
  return reflected ? vm.builtin_binary(op, args[1], args[0], false) : vm.builtin_binary(op, args[0], args[1], in_place);
}

constexpr NativeDefinition kShared[] = {
    {"copy", "self, /", set_copy},
    {"union", "self, /, *others", set_union},
    {"intersection", "self, /, *others", set_intersection},
    {"difference", "self, /, *others", set_difference},
    {"symmetric_difference", "self, other, /", set_symmetric_difference},
    {"issubset", "self, other, /", set_issubset},
    {"issuperset", "self, other, /", set_issuperset},
    {"isdisjoint", "self, other, /", set_isdisjoint},
    {"__len__", "self, /", protocol::length},
    {"__iter__", "self, /", protocol::iter},
    {"__contains__", "self, key, /", set_contains},
    {"__and__", "self, value, /", set_operator<BinaryOp::bit_and, false, false>},
    {"__rand__", "self, value, /", set_operator<BinaryOp::bit_and, true, false>},
    {"__or__", "self, value, /", set_operator<BinaryOp::bit_or, false, false>},
    {"__ror__", "self, value, /", set_operator<BinaryOp::bit_or, true, false>},
    {"__xor__", "self, value, /", set_operator<BinaryOp::bit_xor, false, false>},
    {"__rxor__", "self, value, /", set_operator<BinaryOp::bit_xor, true, false>},
    {"__sub__", "self, value, /", set_operator<BinaryOp::subtract, false, false>},
    {"__rsub__", "self, value, /", set_operator<BinaryOp::subtract, true, false>},
    {"__repr__", "self, /", protocol::repr},
    LOOPLINE_COMPARISON_METHODS,
};

constexpr NativeDefinition kSet[] = {
    {"__new__", "cls, *args, **kwargs", set_new},
    {"__init__", "self, iterable?, /", set_init},
    {"add", "self, element, /", set_add},
    {"discard", "self, element, /", set_discard},
    {"remove", "self, element, /", set_remove},
    {"pop", "self, /", set_pop},
    {"clear", "self, /", set_clear},
    {"update", "self, /, *others", set_update},
    {"intersection_update", "self, /, *others", set_intersection_update},
    {"difference_update", "self, /, *others", set_difference_update},
    {"symmetric_difference_update", "self, other, /", set_symmetric_difference_update},
    {"__iand__", "self, value, /", set_operator<BinaryOp::bit_and, false, true>},
    {"__ior__", "self, value, /", set_operator<BinaryOp::bit_or, false, true>},
    {"__ixor__", "self, value, /", set_operator<BinaryOp::bit_xor, false, true>},
    {"__isub__", "self, value, /", set_operator<BinaryOp::subtract, false, true>},
};

constexpr NativeDefinition kFrozenSet[] = {
    {"__new__", "cls, iterable?, /", frozenset_new},
    {"__hash__", "self, /", protocol::hash},
};

}  // namespace

void install_set(Vm& vm) {
  Types& types = vm.types();
  vm.define_methods(*types.set, kShared);
  vm.define_methods(*types.set, kSet);
  types.set->attributes->set(*vm.intern("__hash__"), Value::none());
  vm.define_methods(*types.frozenset, kShared);
  vm.define_methods(*types.frozenset, kFrozenSet);
  vm.add_builtin("set", Value(types.set));
  vm.add_builtin("frozenset", Value(types.frozenset));
}

}  // namespace loopline::script
