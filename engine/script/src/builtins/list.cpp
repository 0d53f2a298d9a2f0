// list.
#include "list.h"

#include <algorithm>

#include "../vm/bootstrap.h"
#include "../vm/iterate.h"
#include "protocol.h"

namespace loopline::script {

bool extend_list(Vm& vm, List& list, const Value& iterable) {
  if (as_list(iterable) != nullptr || as_tuple(iterable) != nullptr) {
    const bool is_list = as_list(iterable) != nullptr;
    const std::size_t count = is_list ? iterable.as<List>()->items.size() : iterable.as<Tuple>()->size();
    if (!vm.check_size((list.items.size() + count) * sizeof(Value)) || !vm.spend(count)) return false;
    // The list may be the source itself: the items are asked for only after there is room.
    if (list.items.capacity() < list.items.size() + count) {
      list.items.reserve(std::max(list.items.size() + count, list.items.size() + list.items.size() / 2));
    }
    for (std::size_t i = 0; i < count; ++i) {
      list.items.push_back(is_list ? iterable.as<List>()->items[i] : (*iterable.as<Tuple>())[i]);
    }
    list.account();
    return true;
  }
  const Value iterator = vm.iter(iterable);
  if (!iterator.is_set()) return false;
  if (length_hint(vm, iterable) == kHintRaised) return false;
  const bool ok = for_each_of(vm, iterator, [&](Value item) { return append_to(vm, list, std::move(item)); });
  return ok && !vm.has_error();
}

std::int64_t length_hint(Vm& vm, const Value& object) {
  if (const std::int64_t known = vm.builtin_length(object); known >= 0) return known;
  if (Iterator* iterator = as_iterator(object)) {
    const std::int64_t left = iterator->remaining_for(vm);
    return vm.has_error() ? (vm.catch_error(*vm.types().type_error) ? kHintUnknown : kHintRaised) : left;
  }
  if (!object.is_object()) return kHintUnknown;
  Class& cls = vm.class_of(object);
  const auto forgive = [&] { return vm.catch_error(*vm.types().type_error) ? kHintUnknown : kHintRaised; };
  if (vm.special(cls, Special::len).is_set()) {
    const std::int64_t length = vm.length(object);
    return length >= 0 ? length : forgive();
  }
  bool found = false;
  const Value hint = vm.call_special(object, Special::length_hint, {}, found);
  if (!found) return kHintUnknown;
  if (!hint.is_set()) return forgive();
  if (hint.tag() == Tag::not_implemented) return kHintUnknown;
  if (!hint.is_int()) {
    vm.type_error("__length_hint__ must be an integer, not " + vm.type_name(hint));
    return kHintRaised;
  }
  if (hint.as_int() < 0) {
    vm.value_error("__length_hint__() should return >= 0");
    return kHintRaised;
  }
  return hint.as_int();
}

bool search_bound(Vm& vm, const Value& given, std::size_t size, std::int64_t& bound) {
  if (!is_integer(Vm::core(given)) && !vm.special(vm.class_of(given), Special::index).is_set()) {
    vm.type_error("slice indices must be integers or have an __index__ method");
    return false;
  }
  if (!vm.index(given, bound, true)) return false;
  if (bound < 0) bound = std::max<std::int64_t>(bound + static_cast<std::int64_t>(size), 0);
  return true;
}

namespace {

List& self_list(const Value& self) { return *Vm::core_as<List>(self, kind::list); }

Value list_new(Vm& vm, Arguments args) { return vm.finish_new(args[0], *vm.types().list, make<List>()); }

Value list_init(Vm& vm, Arguments args) {
  List& list = self_list(args[0]);
  if (!list.items.empty()) {
    std::vector<Value> old;
    old.swap(list.items);
    list.account();
  }
  if (!args[1].is_set()) return Value::none();
  return none_or_error(extend_list(vm, list, args[1]));
}

Value list_append(Vm& vm, Arguments args) { return none_or_error(append_to(vm, self_list(args[0]), args[1])); }

Value list_extend(Vm& vm, Arguments args) { return none_or_error(extend_list(vm, self_list(args[0]), args[1])); }

Value list_insert(Vm& vm, Arguments args) {
  std::int64_t at = 0;
  if (!vm.index(args[1], at)) return {};
  List& list = self_list(args[0]);
  const auto size = static_cast<std::int64_t>(list.items.size());
  if (at < 0) at = std::max<std::int64_t>(at + size, 0);
  at = std::min(at, size);
  if (!vm.spend(static_cast<std::uint64_t>(size - at) / 4)) return {};
  list.items.insert(list.items.begin() + at, args[2]);
  list.account();
  return Value::none();
}

Value list_pop(Vm& vm, Arguments args) {
  List& list = self_list(args[0]);
  std::int64_t at = -1;
  if (args[1].is_set() && !vm.index(args[1], at)) return {};
  const auto size = static_cast<std::int64_t>(list.items.size());
  if (size == 0) return vm.index_error("pop from empty list");
  if (at < 0) at += size;
  if (at < 0 || at >= size) return vm.index_error("pop index out of range");
  if (!vm.spend(static_cast<std::uint64_t>(size - at) / 16)) return {};
  Value popped = std::move(list.items[static_cast<std::size_t>(at)]);
  list.items.erase(list.items.begin() + at);
  return popped;
}

/// The place of the first item that equals the value, `stop` if there is none; nullopt after raising.
std::optional<std::size_t> find_in(Vm& vm, List& list, const Value& value, std::size_t start, std::size_t stop) {
  for (std::size_t i = start; i < stop && i < list.items.size(); ++i) {
    const Value item = list.items[i];
    const int same = vm.equals(item, value);
    if (same < 0 || !vm.spend(3)) return std::nullopt;
    if (same > 0) return i;
  }
  return stop;
}

Value list_remove(Vm& vm, Arguments args) {
  List& list = self_list(args[0]);
  constexpr std::size_t kNowhere = SIZE_MAX;
  const std::optional<std::size_t> at = find_in(vm, list, args[1], 0, kNowhere);
  if (!at) return {};
  if (*at == kNowhere) return vm.value_error("list.remove(x): x not in list");
  // Comparing may have shortened the list.
  if (*at < list.items.size()) {
    const Value removed = std::move(list.items[*at]);
    list.items.erase(list.items.begin() + static_cast<std::ptrdiff_t>(*at));
  }
  return Value::none();
}

Value list_clear(Vm& /*vm*/, Arguments args) {
  List& list = self_list(args[0]);
  std::vector<Value> old;
  old.swap(list.items);
  list.account();
  while (!old.empty()) old.pop_back();
  return Value::none();
}

Value list_index(Vm& vm, Arguments args) {
  List& list = self_list(args[0]);
  std::int64_t start = 0;
  std::int64_t stop = INT64_MAX;
  if (!search_bound(vm, args[2], list.items.size(), start)) return {};
  if (args[3].is_set() && !search_bound(vm, args[3], list.items.size(), stop)) return {};
  const auto end = static_cast<std::size_t>(stop);
  const std::optional<std::size_t> at = find_in(vm, list, args[1], static_cast<std::size_t>(start), end);
  if (!at) return {};
  if (*at < end) return Value(static_cast<std::int64_t>(*at));
  const std::optional<std::string> text = vm.repr_text(args[1]);
  return text ? vm.value_error(*text + " is not in list") : Value();
}

Value list_count(Vm& vm, Arguments args) {
  List& list = self_list(args[0]);
  std::int64_t count = 0;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const Value item = list.items[i];
    const int same = vm.equals(item, args[1]);
    if (same < 0 || !vm.spend(3)) return {};
    count += same;
  }
  return Value(count);
}

Value list_reverse(Vm& vm, Arguments args) {
  std::vector<Value>& items = self_list(args[0]).items;
  if (!vm.spend(items.size() / 2)) return {};
  std::reverse(items.begin(), items.end());
  return Value::none();
}

Value list_copy(Vm& vm, Arguments args) {
  const std::vector<Value>& items = self_list(args[0]).items;
  if (!vm.spend(items.size())) return {};
  return make<List>(items);
}

Value list_sort(Vm& vm, Arguments args) { return none_or_error(sort_list(vm, self_list(args[0]), args[1], args[2])); }

Value list_reversed(Vm& vm, Arguments args) {
  const Ref<List> list(&self_list(args[0]));
  return make<ReversedListIterator>(*vm.iterator_classes().list_reversed, list);
}

constexpr NativeDefinition kList[] = {
    {"__new__", "cls, *args, **kwargs", list_new},
    {"__init__", "self, iterable?, /", list_init},
    {"append", "self, object, /", list_append},
    {"extend", "self, iterable, /", list_extend},
    {"insert", "self, index, object, /", list_insert},
    {"remove", "self, value, /", list_remove},
    {"pop", "self, index?, /", list_pop},
    {"clear", "self, /", list_clear},
    {"index", "self, value, start=0, stop?, /", list_index},
    {"count", "self, value, /", list_count},
    {"sort", "self, /, *, key=None, reverse=False", list_sort},
    {"reverse", "self, /", list_reverse},
    {"copy", "self, /", list_copy},
    {"__len__", "self, /", protocol::length},
    {"__iter__", "self, /", protocol::iter},
    {"__reversed__", "self, /", list_reversed},
    {"__contains__", "self, key, /", protocol::contains},
    {"__getitem__", "self, index, /", protocol::get_item},
    {"__setitem__", "self, key, value, /", protocol::set_item},
    {"__delitem__", "self, key, /", protocol::delete_item},
    {"__add__", "self, value, /", protocol::concat},
    {"__iadd__", "self, value, /", protocol::concat_in_place},
    {"__mul__", "self, value, /", protocol::repeat},
    {"__rmul__", "self, value, /", protocol::repeat},
    {"__imul__", "self, value, /", protocol::repeat_in_place},
    {"__repr__", "self, /", protocol::repr},
    LOOPLINE_COMPARISON_METHODS,
};

}  // namespace

void install_list(Vm& vm) {
  Class& list = *vm.types().list;
  vm.define_methods(list, kList);
  list.attributes->set(*vm.intern("__hash__"), Value::none());
  vm.add_builtin("list", Value(&list));
}

}  // namespace loopline::script
