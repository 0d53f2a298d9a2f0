// tuple.
#include <algorithm>

#include "../vm/bootstrap.h"
#include "list.h"
#include "protocol.h"

namespace loopline::script {

namespace {

Tuple& self_tuple(const Value& self) { return *Vm::core_as<Tuple>(self, kind::tuple); }

Value tuple_of(Vm& vm, const Value& iterable) {
  if (as_tuple(iterable) != nullptr) return iterable;
  if (const List* list = as_list(iterable)) return Tuple::create(list->items);
  List items;
  if (!extend_list(vm, items, iterable)) return {};
  return Tuple::take(items.items);
}

Value tuple_new(Vm& vm, Arguments args) {
  Value made = args[1].is_set() ? tuple_of(vm, args[1]) : Value(Tuple::create(std::initializer_list<Value>{}));
  return vm.finish_new(args[0], *vm.types().tuple, std::move(made));
}

Value tuple_index(Vm& vm, Arguments args) {
  const Tuple& tuple = self_tuple(args[0]);
  std::int64_t start = 0;
  auto stop = static_cast<std::int64_t>(tuple.size());
  if (!search_bound(vm, args[2], tuple.size(), start)) return {};
  if (args[3].is_set() && !search_bound(vm, args[3], tuple.size(), stop)) return {};
  for (std::int64_t i = start; i < std::min(stop, static_cast<std::int64_t>(tuple.size())); ++i) {
    const int same = vm.equals(tuple[static_cast<std::size_t>(i)], args[1]);
    if (same < 0 || !vm.spend(3)) return {};
    if (same > 0) return Value(i);
  }
  return vm.value_error("tuple.index(x): x not in tuple");
}

Value tuple_count(Vm& vm, Arguments args) {
  std::int64_t count = 0;
  for (const Value& item : self_tuple(args[0])) {
    const int same = vm.equals(item, args[1]);
    if (same < 0 || !vm.spend(3)) return {};
    count += same;
  }
  return Value(count);
}

Value tuple_new_arguments(Vm& vm, Arguments args) { return vm.tuple({Value(&self_tuple(args[0]))}); }

constexpr NativeDefinition kTuple[] = {
    {"__new__", "cls, iterable?, /", tuple_new},
    {"index", "self, value, start=0, stop?, /", tuple_index},
    {"count", "self, value, /", tuple_count},
    {"__len__", "self, /", protocol::length},
    {"__iter__", "self, /", protocol::iter},
    {"__contains__", "self, key, /", protocol::contains},
    {"__getitem__", "self, key, /", protocol::get_item},
    {"__add__", "self, value, /", protocol::concat},
    {"__mul__", "self, value, /", protocol::repeat},
    {"__rmul__", "self, value, /", protocol::repeat},
    {"__repr__", "self, /", protocol::repr},
    {"__hash__", "self, /", protocol::hash},
    {"__getnewargs__", "self, /", tuple_new_arguments},
    LOOPLINE_COMPARISON_METHODS,
};

}  // namespace

void install_tuple(Vm& vm) {
  vm.define_methods(*vm.types().tuple, kTuple);
  vm.add_builtin("tuple", Value(vm.types().tuple));
}

}  // namespace loopline::script
