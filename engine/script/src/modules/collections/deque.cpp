// collections.deque (CPython: _collectionsmodule.c).
#include "deque.h"

#include <algorithm>

#include "../../builtins/list.h"
#include "../../builtins/protocol.h"
#include "../../vm/iterate.h"

namespace loopline::script::collections {

namespace {

Deque& self_deque(const Value& self) { return static_cast<Deque&>(*Vm::core(self).as<NativeObject>()); }

/// The deque behind a value; null if it is none.
Deque* as_deque(const Value& value) {
  const Value& core = Vm::core(value);
  return core.is_object(kind::native_object) ? dynamic_cast<Deque*>(core.as_object()) : nullptr;
}

class DequeIterator final : public Iterator {
 public:
  DequeIterator(Class& cls, Ref<Deque> deque, bool reversed) noexcept
      : Iterator(cls), m_deque(std::move(deque)), m_changes(m_deque->changes), m_reversed(reversed) {}

  Value next(Vm& vm) override {
    if (!m_deque) return {};
    if (m_deque->changes != m_changes) {
      m_deque = nullptr;
      return vm.runtime_error("deque mutated during iteration");
    }
    const std::size_t size = m_deque->items.size();
    if (m_at >= size) {
      m_deque = nullptr;
      return {};
    }
    const std::size_t at = m_at++;
    return m_deque->items[m_reversed ? size - 1 - at : at];
  }
  std::int64_t remaining() const override {
    return m_deque ? static_cast<std::int64_t>(m_deque->items.size() - m_at) : 0;
  }
  void visit(Visitor& visitor) const override { visitor.visit(m_deque.get()); }
  void drop_references() noexcept override { m_deque = nullptr; }

 private:
  Ref<Deque> m_deque;  // null when exhausted
  std::uint64_t m_changes;
  std::size_t m_at = 0;
  bool m_reversed;
};

// ---- making ------------------------------------------------------------------------------------------------------

Ref<Deque> make_deque(Class& cls, std::int64_t limit) {
  Ref<Deque> deque = make<Deque>(Ref<Class>(&cls));
  deque->limit = limit;
  return deque;
}

Value deque_new(Vm& vm, Arguments args) {
  Class& cls = builtin_class(args[0]);
  return vm.finish_new(args[0], cls, make_deque(cls, -1));
}

bool extend(Vm& vm, const Ref<Deque>& deque, const Value& iterable, bool left) {
  if (as_deque(iterable) == deque.get()) {
    const std::vector<Value> own(deque->items.begin(), deque->items.end());
    for (const Value& item : own) left ? deque->push_front(item) : deque->push_back(item);
    return true;
  }
  return for_each(vm, iterable, [&](Value item) {
    left ? deque->push_front(std::move(item)) : deque->push_back(std::move(item));
    return true;
  });
}

Value deque_init(Vm& vm, Arguments args) {
  const Ref<Deque> deque(&self_deque(args[0]));
  std::int64_t limit = -1;
  if (!args[2].is_none()) {
    if (!is_integer(Vm::core(args[2]))) return vm.type_error("an integer is required");
    if (!vm.index(args[2], limit)) return {};
    if (limit < 0) return vm.value_error("maxlen must be non-negative");
  }
  deque->limit = limit;
  deque->items.clear();
  deque->note();
  return none_or_error(!args[1].is_set() || extend(vm, deque, args[1], false));
}

/// A deque like this one with the same items: of the same class, as its constructor makes it.
Value deque_copy(Vm& vm, Arguments args) {
  const Ref<Deque> deque(&self_deque(args[0]));
  Class& cls = vm.class_of(args[0]);
  if (cls.is_builtin) {
    Ref<Deque> copied = make_deque(cls, deque->limit);
    copied->items = deque->items;
    copied->note();
    return Value(std::move(copied));
  }
  if (!deque->is_limited()) return vm.call(Value(&cls), {args[0]});
  return vm.call(Value(&cls), {args[0], Value(deque->limit)});
}

// ---- one item ----------------------------------------------------------------------------------------------------

Value deque_append(Vm& /*vm*/, Arguments args) {
  self_deque(args[0]).push_back(args[1]);
  return Value::none();
}
Value deque_appendleft(Vm& /*vm*/, Arguments args) {
  self_deque(args[0]).push_front(args[1]);
  return Value::none();
}
Value deque_pop(Vm& vm, Arguments args) {
  Deque& deque = self_deque(args[0]);
  return deque.items.empty() ? vm.index_error("pop from an empty deque") : deque.pop_back();
}
Value deque_popleft(Vm& vm, Arguments args) {
  Deque& deque = self_deque(args[0]);
  return deque.items.empty() ? vm.index_error("pop from an empty deque") : deque.pop_front();
}

/// A position made positive; false after raising.
bool position(Vm& vm, const Deque& deque, const Value& key, std::size_t& at) {
  if (!is_integer(Vm::core(key)) && !vm.special(vm.class_of(key), Special::index).is_set()) {
    vm.type_error("sequence index must be integer, not '" + vm.type_name(key) + "'");
    return false;
  }
  std::int64_t index = 0;
  if (!vm.index(key, index, true)) return false;
  if (index < 0) index += static_cast<std::int64_t>(deque.items.size());
  if (index < 0 || static_cast<std::size_t>(index) >= deque.items.size()) {
    vm.index_error("deque index out of range");
    return false;
  }
  at = static_cast<std::size_t>(index);
  return true;
}

Value deque_get_item(Vm& vm, Arguments args) {
  const Deque& deque = self_deque(args[0]);
  std::size_t at = 0;
  return position(vm, deque, args[1], at) ? deque.items[at] : Value();
}
Value deque_set_item(Vm& vm, Arguments args) {
  Deque& deque = self_deque(args[0]);
  std::size_t at = 0;
  if (!position(vm, deque, args[1], at)) return {};
  const Value replaced = std::exchange(deque.items[at], args[2]);
  return Value::none();
}
void erase(Deque& deque, std::size_t at) {
  const Value removed = std::move(deque.items[at]);
  deque.items.erase(deque.items.begin() + static_cast<std::ptrdiff_t>(at));
  deque.note();
}
Value deque_delete_item(Vm& vm, Arguments args) {
  Deque& deque = self_deque(args[0]);
  std::size_t at = 0;
  if (!position(vm, deque, args[1], at)) return {};
  erase(deque, at);
  return Value::none();
}

Value deque_insert(Vm& vm, Arguments args) {
  Deque& deque = self_deque(args[0]);
  std::int64_t at = 0;
  if (!vm.index(args[1], at)) return {};
  const auto size = static_cast<std::int64_t>(deque.items.size());
  if (deque.is_limited() && size >= deque.limit) return vm.index_error("deque already at its maximum size");
  if (at < 0) at = std::max<std::int64_t>(at + size, 0);
  deque.items.insert(deque.items.begin() + std::min(at, size), args[2]);
  deque.note();
  return Value::none();
}

/// Where the value is from `start` on, or `stop`; -1 after raising.
std::int64_t find(Vm& vm, Deque& deque, const Value& value, std::int64_t start, std::int64_t stop) {
  const std::uint64_t changes = deque.changes;
  for (std::int64_t at = start; at < stop; ++at) {
    const Value item = deque.items[static_cast<std::size_t>(at)];
    const int same = vm.equals(item, value);
    if (same < 0) return -1;
    if (deque.changes != changes) {
      vm.runtime_error("deque mutated during iteration");
      return -1;
    }
    if (same > 0) return at;
    if ((at & 0xf) == 0xf && !vm.spend(48)) return -1;
  }
  return stop;
}

Value deque_index(Vm& vm, Arguments args) {
  Deque& deque = self_deque(args[0]);
  const auto size = static_cast<std::int64_t>(deque.items.size());
  std::int64_t start = 0;
  std::int64_t stop = size;
  if (args[2].is_set() && !search_bound(vm, args[2], deque.items.size(), start)) return {};
  if (args[3].is_set() && !search_bound(vm, args[3], deque.items.size(), stop)) return {};
  stop = std::min(stop, size);
  start = std::min(start, stop);
  const std::int64_t at = find(vm, deque, args[1], start, stop);
  if (at < 0) return {};
  if (at < stop) return Value(at);
  const std::optional<std::string> text = vm.repr_text(args[1]);
  return text ? vm.value_error(*text + " is not in deque") : Value();
}

Value deque_contains(Vm& vm, Arguments args) {
  Deque& deque = self_deque(args[0]);
  const auto size = static_cast<std::int64_t>(deque.items.size());
  const std::int64_t at = find(vm, deque, args[1], 0, size);
  return at < 0 ? Value() : Value(at < size);
}

Value deque_count(Vm& vm, Arguments args) {
  Deque& deque = self_deque(args[0]);
  const auto size = static_cast<std::int64_t>(deque.items.size());
  std::int64_t count = 0;
  for (std::int64_t at = 0; at < size; ++at) {
    at = find(vm, deque, args[1], at, size);
    if (at < 0) return {};
    if (at < size) ++count;
  }
  return Value(count);
}

Value deque_remove(Vm& vm, Arguments args) {
  const Ref<Deque> deque(&self_deque(args[0]));
  const std::uint64_t changes = deque->changes;
  const auto size = static_cast<std::int64_t>(deque->items.size());
  const std::int64_t at = find(vm, *deque, args[1], 0, size);
  if (at < 0) {
    if (deque->changes != changes && vm.catch_error(*vm.types().runtime_error)) {
      return vm.index_error("deque mutated during remove().");
    }
    return {};
  }
  if (at == size) {
    const std::optional<std::string> text = vm.repr_text(args[1]);
    return text ? vm.value_error(*text + " is not in deque") : Value();
  }
  erase(*deque, static_cast<std::size_t>(at));
  return Value::none();
}

// ---- all items ---------------------------------------------------------------------------------------------------

Value deque_extend(Vm& vm, Arguments args) {
  return none_or_error(extend(vm, Ref<Deque>(&self_deque(args[0])), args[1], false));
}
Value deque_extendleft(Vm& vm, Arguments args) {
  return none_or_error(extend(vm, Ref<Deque>(&self_deque(args[0])), args[1], true));
}
Value deque_clear(Vm& /*vm*/, Arguments args) {
  Deque& deque = self_deque(args[0]);
  std::deque<Value> gone;
  gone.swap(deque.items);
  deque.note();
  return Value::none();
}
Value deque_reverse(Vm& /*vm*/, Arguments args) {
  Deque& deque = self_deque(args[0]);
  std::reverse(deque.items.begin(), deque.items.end());
  return Value::none();
}
Value deque_rotate(Vm& vm, Arguments args) {
  Deque& deque = self_deque(args[0]);
  std::int64_t steps = 0;
  if (!vm.index(args[1], steps)) return {};
  const auto size = static_cast<std::int64_t>(deque.items.size());
  if (size < 2) return Value::none();
  steps %= size;
  if (steps < 0) steps += size;
  if (!vm.spend(static_cast<std::uint64_t>(std::min(steps, size - steps)) * 2)) return {};
  if (steps <= size / 2) {
    for (; steps > 0; --steps) deque.items.push_front(deque.pop_back());
  } else {
    for (steps = size - steps; steps > 0; --steps) deque.items.push_back(deque.pop_front());
  }
  deque.note();
  return Value::none();
}

Value deque_length(Vm& /*vm*/, Arguments args) {
  return Value(static_cast<std::int64_t>(self_deque(args[0]).items.size()));
}
Value deque_bool(Vm& /*vm*/, Arguments args) { return Value(!self_deque(args[0]).items.empty()); }
Value deque_maxlen(Vm& /*vm*/, Arguments args) {
  const Deque& deque = self_deque(args[0]);
  return deque.is_limited() ? Value(deque.limit) : Value::none();
}

template <bool reversed>
Value deque_iter(Vm& vm, Arguments args) {
  const Ref<Deque> deque(&self_deque(args[0]));
  const Value* cls = deque->cls().attributes->get(*vm.intern(reversed ? "_reverse_iterator" : "_iterator"));
  return make<DequeIterator>(*cls->as<Class>(), deque, reversed);
}

// ---- operators ---------------------------------------------------------------------------------------------------

Value deque_add(Vm& vm, Arguments args) {
  const Deque* other = as_deque(args[1]);
  if (other == nullptr) {
    return vm.type_error("can only concatenate deque (not \"" + vm.type_name(args[1]) + "\") to deque");
  }
  const Value joined = deque_copy(vm, args.first(1));
  Deque* deque = joined.is_set() ? as_deque(joined) : nullptr;
  if (deque == nullptr) return joined;
  return extend(vm, Ref<Deque>(deque), args[1], false) ? joined : Value();
}

Value deque_iadd(Vm& vm, Arguments args) {
  return extend(vm, Ref<Deque>(&self_deque(args[0])), args[1], false) ? args[0] : Value();
}

/// Repeats the items in place. False after raising.
bool repeat(Vm& vm, Deque& deque, const Value& given) {
  std::int64_t times = 0;
  if (!vm.index(given, times)) return false;
  const std::vector<Value> own(deque.items.begin(), deque.items.end());
  if (times <= 0 || own.empty()) {
    deque.items.clear();
    deque.note();
    return true;
  }
  const std::size_t most = deque.is_limited() ? static_cast<std::size_t>(deque.limit) / own.size() + 2 : SIZE_MAX;
  const std::size_t rounds = std::min(static_cast<std::size_t>(times), most);
  if (rounds > vm.limits().text_bytes / (own.size() * sizeof(Value))) return vm.check_size(UINT64_MAX);
  for (std::size_t round = 1; round < rounds; ++round) {
    for (const Value& item : own) deque.push_back(item);
    if (!vm.spend(own.size() / 8)) return false;
  }
  return true;
}

Value deque_multiply(Vm& vm, Arguments args) {
  if (!is_integer(Vm::core(args[1])) && !vm.special(vm.class_of(args[1]), Special::index).is_set()) {
    return vm.type_error("can't multiply sequence by non-int of type '" + vm.type_name(args[1]) + "'");
  }
  const Value copied = deque_copy(vm, args.first(1));
  Deque* deque = copied.is_set() ? as_deque(copied) : nullptr;
  if (deque == nullptr) return copied;
  return repeat(vm, *deque, args[1]) ? copied : Value();
}

Value deque_imultiply(Vm& vm, Arguments args) {
  const Ref<Deque> deque(&self_deque(args[0]));
  return repeat(vm, *deque, args[1]) ? args[0] : Value();
}

template <Comparison op>
Value deque_compare(Vm& vm, Arguments args) {
  const Deque* other = as_deque(args[1]);
  if (other == nullptr) return Value::not_implemented();
  const Deque& self = self_deque(args[0]);
  if ((op == Comparison::equal || op == Comparison::not_equal) && self.items.size() != other->items.size()) {
    return Value(op == Comparison::not_equal);
  }
  // As lists compare.
  const Value left = vm.list(std::vector<Value>(self.items.begin(), self.items.end()));
  const Value right = vm.list(std::vector<Value>(other->items.begin(), other->items.end()));
  return vm.compare_native(op, left, right);
}

Value deque_repr(Vm& vm, Arguments args) {
  const Ref<Deque> deque(&self_deque(args[0]));
  if (deque->is_marked()) return vm.intern("[...]");
  deque->set_mark(true);
  const std::optional<std::string> items =
      vm.repr_text(vm.list(std::vector<Value>(deque->items.begin(), deque->items.end())));
  deque->set_mark(false);
  if (!items) return {};
  std::string text = class_name(vm, args[0]) + "(" + *items;
  if (deque->is_limited()) text += ", maxlen=" + std::to_string(deque->limit);
  return vm.str(text + ")");
}

Value deque_reduce(Vm& vm, Arguments args) {
  const Deque& deque = self_deque(args[0]);
  const Value items = vm.list(std::vector<Value>(deque.items.begin(), deque.items.end()));
  const Value made_of = deque.is_limited() ? vm.tuple({items, Value(deque.limit)}) : vm.tuple({items});
  return vm.tuple({Value(&vm.class_of(args[0])), made_of});
}

constexpr NativeDefinition kDeque[] = {
    {"__new__", "cls, *args, **kwargs", deque_new},
    {"__init__", "self, iterable?, maxlen=None", deque_init},
    {"append", "self, x, /", deque_append},
    {"appendleft", "self, x, /", deque_appendleft},
    {"pop", "self, /", deque_pop},
    {"popleft", "self, /", deque_popleft},
    {"insert", "self, index, value, /", deque_insert},
    {"index", "self, value, start?, stop?, /", deque_index},
    {"count", "self, value, /", deque_count},
    {"remove", "self, value, /", deque_remove},
    {"extend", "self, iterable, /", deque_extend},
    {"extendleft", "self, iterable, /", deque_extendleft},
    {"clear", "self, /", deque_clear},
    {"copy", "self, /", deque_copy},
    {"reverse", "self, /", deque_reverse},
    {"rotate", "self, n=1, /", deque_rotate},
    {"__len__", "self, /", deque_length},
    {"__bool__", "self, /", deque_bool},
    {"__iter__", "self, /", deque_iter<false>},
    {"__reversed__", "self, /", deque_iter<true>},
    {"__contains__", "self, key, /", deque_contains},
    {"__getitem__", "self, key, /", deque_get_item},
    {"__setitem__", "self, key, value, /", deque_set_item},
    {"__delitem__", "self, key, /", deque_delete_item},
    {"__add__", "self, value, /", deque_add},
    {"__iadd__", "self, value, /", deque_iadd},
    {"__mul__", "self, value, /", deque_multiply},
    {"__rmul__", "self, value, /", deque_multiply},
    {"__imul__", "self, value, /", deque_imultiply},
    {"__eq__", "self, value, /", deque_compare<Comparison::equal>},
    {"__ne__", "self, value, /", deque_compare<Comparison::not_equal>},
    {"__lt__", "self, value, /", deque_compare<Comparison::less>},
    {"__le__", "self, value, /", deque_compare<Comparison::less_equal>},
    {"__gt__", "self, value, /", deque_compare<Comparison::greater>},
    {"__ge__", "self, value, /", deque_compare<Comparison::greater_equal>},
    {"__repr__", "self, /", deque_repr},
    {"__copy__", "self, /", deque_copy},
    {"__reduce__", "self, /", deque_reduce},
};
constexpr NativeDefinition kDequeGetters[] = {{"maxlen", "self, /", deque_maxlen}};
constexpr NativeDefinition kDequeClassMethods[] = {{"__class_getitem__", "cls, key, /", generic_alias_of}};

Value iterator_iter(Vm& /*vm*/, Arguments args) { return args[0]; }
Value iterator_next(Vm& vm, Arguments args) { return vm.next_or_raise(args[0]); }
Value iterator_hint(Vm& /*vm*/, Arguments args) { return Value(args[0].as<Iterator>()->remaining()); }

constexpr NativeDefinition kIterator[] = {
    {"__iter__", "self, /", iterator_iter},
    {"__next__", "self, /", iterator_next},
    {"__length_hint__", "self, /", iterator_hint},
};

}  // namespace

void add_deque(Vm& vm, Module& module) {
  Class& deque = vm.make_library_class(module, "deque", "collections");
  deque.filled_by_init = true;
  deque.pattern = PatternKind::sequence;
  vm.define_methods(deque, kDeque);
  vm.define_getters(deque, kDequeGetters);
  vm.define_class_methods(deque, kDequeClassMethods);
  deque.attributes->set(*vm.intern("__hash__"), Value::none());
  for (const auto& [attribute, name] :
       {std::pair("_iterator", "_deque_iterator"), std::pair("_reverse_iterator", "_deque_reverse_iterator")}) {
    Class& iterator = vm.make_library_class(module, name, "_collections");
    iterator.is_final = true;
    vm.define_methods(iterator, kIterator);
    deque.attributes->set(*vm.intern(attribute), Value(&iterator));
  }
}

}  // namespace loopline::script::collections
