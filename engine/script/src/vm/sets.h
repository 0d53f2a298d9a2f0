// What sets do with each other and with other iterables, step for step as CPython does it: the order of numbers in the
// result depends on the steps.
#pragma once

#include "script/vm.h"

namespace loopline::script::sets {

// Functions that return a Ref or a Value return null or unset after raising, those that return bool false.

/// hash() of an element; a set that is looked for in a set counts as a frozenset. False after raising.
bool hash_for_lookup(Vm& vm, const Value& element, Value& key, std::int64_t& hash);
bool add(Vm& vm, Set& set, const Value& element);
/// set.update(iterable)
bool update(Vm& vm, Set& target, const Value& iterable);
/// A set of the elements of an iterable.
Ref<Set> make_set(Vm& vm, const Value& iterable, bool frozen);
Ref<Set> intersection(Vm& vm, const Ref<Set>& self, const Value& other, bool frozen);
Ref<Set> difference(Vm& vm, const Ref<Set>& self, const Value& other, bool frozen);
bool difference_update(Vm& vm, Set& self, const Value& other);
Ref<Set> symmetric_difference(Vm& vm, const Ref<Set>& self, const Value& other, bool frozen);
bool symmetric_difference_update(Vm& vm, Set& self, const Value& other);
/// 1, 0, or -1 after raising.
int is_subset(Vm& vm, const Set& part, const Set& whole);
int compare(Vm& vm, Comparison op, const Set& left, const Set& right);

/// The operators of dict.keys() and dict.items(), one of the operands being such a view.
bool is_set_view(const Value& value) noexcept;
Value view_operation(Vm& vm, BinaryOp op, const Value& left, const Value& right);
/// Comparison of such a view with a set or another one: 1, 0, or -1 after raising.
int compare_views(Vm& vm, Comparison op, const Value& left, const Value& right);

}  // namespace loopline::script::sets
