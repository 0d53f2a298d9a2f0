// dict.
#include "dict.h"

#include "../vm/bootstrap.h"
#include "../vm/iterate.h"
#include "protocol.h"

namespace loopline::script {

namespace {

Dict& self_dict(const Value& self) { return *Vm::core_as<Dict>(self, kind::dict); }

/// One element of a sequence that dict() takes for a pair. False after raising.
bool set_pair(Vm& vm, Dict& target, const Value& element, std::int64_t number) {
  const std::string which = " #" + std::to_string(number);
  std::optional<std::vector<Value>> pair = vm.to_vector(element);
  if (!pair) {
    if (vm.catch_error(*vm.types().type_error)) {
      vm.type_error("cannot convert dictionary update sequence element" + which + " to a sequence");
    }
    return false;
  }
  if (pair->size() != 2) {
    vm.value_error("dictionary update sequence element" + which + " has length " + std::to_string(pair->size()) +
                   "; 2 is required");
    return false;
  }
  return vm.dict_set(target, (*pair)[0], std::move((*pair)[1]));
}

}  // namespace

bool update_from(Vm& vm, Dict& target, const Value& source) {
  if (Vm::core_as<Dict>(source, kind::dict) == nullptr) {
    const Value keys = vm.find_attr(source, "keys");
    if (!keys.is_set()) {
      if (vm.has_error()) return false;
      std::int64_t number = 0;
      bool ok = true;
      return for_each(vm, source, [&](const Value& element) { return ok = set_pair(vm, target, element, number++); }) &&
             ok;
    }
  }
  return vm.update_dict(target, source, [] {});
}

namespace {

bool update_with_keywords(Vm& vm, Dict& target, const Value& source, const Dict& keywords) {
  if (source.is_set() && !update_from(vm, target, source)) return false;
  for (const Dict::Entry& entry : keywords.entries()) {
    if (entry.key.is_set()) target.set(*entry.key.as<Str>(), entry.value);
  }
  return true;
}

Value dict_new(Vm& vm, Arguments args) { return vm.finish_new(args[0], *vm.types().dict, vm.dict()); }

Value dict_init(Vm& vm, Arguments args) {
  return none_or_error(update_with_keywords(vm, self_dict(args[0]), args[1], *args[2].as<Dict>()));
}

Value dict_get(Vm& vm, Arguments args) {
  Value value = vm.dict_get(self_dict(args[0]), args[1]);
  return value.is_set() || vm.has_error() ? value : args[2];
}

Value dict_get_item(Vm& vm, Arguments args) {
  Value value = vm.dict_get(self_dict(args[0]), args[1]);
  if (value.is_set() || vm.has_error()) return value;
  if (args[0].is_object(kind::instance)) {
    bool found = false;
    value = vm.call_special(args[0], Special::missing, {args[1]}, found);
    if (found) return value;
  }
  return vm.key_error(args[1]);
}

Value dict_setdefault(Vm& vm, Arguments args) {
  Dict& dict = self_dict(args[0]);
  std::int64_t hash = 0;
  if (!vm.hash(args[1], hash)) return {};
  const std::int32_t found = dict.find(vm, args[1], hash);
  if (found == Dict::kFailed) return {};
  if (found >= 0) return dict.entry(found).value;
  dict.insert_new(args[1], hash, args[2]);
  return args[2];
}

Value dict_pop(Vm& vm, Arguments args) {
  Dict& dict = self_dict(args[0]);
  std::int64_t hash = 0;
  // An empty dictionary asks for no hash.
  if (!dict.empty()) {
    if (!vm.hash(args[1], hash)) return {};
    const std::int32_t found = dict.find(vm, args[1], hash);
    if (found == Dict::kFailed) return {};
    if (found >= 0) {
      Value value = dict.entry(found).value;
      dict.erase_at(found);
      return value;
    }
  }
  return args[2].is_set() ? args[2] : vm.key_error(args[1]);
}

Value dict_popitem(Vm& vm, Arguments args) {
  Dict& dict = self_dict(args[0]);
  const std::int32_t last = dict.last();
  if (last < 0) return vm.raise(*vm.types().key_error, "popitem(): dictionary is empty");
  const Dict::Entry& entry = dict.entry(last);
  Value item = vm.tuple({entry.key, entry.value});
  dict.erase_at(last);
  return item;
}

Value dict_update(Vm& vm, Arguments args) {
  return none_or_error(update_with_keywords(vm, self_dict(args[0]), args[1], *args[2].as<Dict>()));
}

Value dict_clear(Vm& /*vm*/, Arguments args) {
  self_dict(args[0]).clear();
  return Value::none();
}

Value dict_copy(Vm& vm, Arguments args) {
  const Dict& dict = self_dict(args[0]);
  return vm.spend(dict.size() * 3) ? Value(dict.copy()) : Value();
}

Value dict_fromkeys(Vm& vm, Arguments args) {
  const Value made = vm.call(args[0], std::span<const Value>());
  if (!made.is_set()) return {};
  Dict* dict = as_dict(made);
  bool ok = true;
  const bool all = for_each(vm, args[1], [&](const Value& key) {
    return ok = dict != nullptr ? vm.dict_set(*dict, key, args[2]) : vm.set_item(made, key, args[2]);
  });
  return all && ok ? made : Value();
}

template <DictIterator::What what>
Value dict_view(Vm& /*vm*/, Arguments args) {
  return make<DictView>(Ref<Dict>(&self_dict(args[0])), what);
}

Value dict_reversed(Vm& vm, Arguments args) {
  return make<DictIterator>(*vm.iterator_classes().dict_keys_reversed, Ref<Dict>(&self_dict(args[0])),
                            DictIterator::What::keys, true);
}

constexpr NativeDefinition kDict[] = {
    {"__new__", "cls, *args, **kwargs", dict_new},
    {"__init__", "self, iterable?, /, **kwargs", dict_init},
    {"get", "self, key, default=None, /", dict_get},
    {"setdefault", "self, key, default=None, /", dict_setdefault},
    {"pop", "self, key, default?, /", dict_pop},
    {"popitem", "self, /", dict_popitem},
    {"update", "self, iterable?, /, **kwargs", dict_update},
    {"clear", "self, /", dict_clear},
    {"copy", "self, /", dict_copy},
    {"keys", "self, /", dict_view<DictIterator::What::keys>},
    {"values", "self, /", dict_view<DictIterator::What::values>},
    {"items", "self, /", dict_view<DictIterator::What::items>},
    {"__len__", "self, /", protocol::length},
    {"__iter__", "self, /", protocol::iter},
    {"__reversed__", "self, /", dict_reversed},
    {"__contains__", "self, key, /", protocol::contains},
    {"__getitem__", "self, key, /", dict_get_item},
    {"__setitem__", "self, key, value, /", protocol::set_item},
    {"__delitem__", "self, key, /", protocol::delete_item},
    {"__or__", "self, value, /", protocol::binary<BinaryOp::bit_or>},
    {"__ror__", "self, value, /", protocol::reflected<BinaryOp::bit_or>},
    {"__ior__", "self, value, /", protocol::in_place<BinaryOp::bit_or>},
    {"__repr__", "self, /", protocol::repr},
    LOOPLINE_COMPARISON_METHODS,
};
constexpr NativeDefinition kDictClassMethods[] = {{"fromkeys", "cls, iterable, value=None, /", dict_fromkeys}};

}  // namespace

void install_dict(Vm& vm) {
  Class& dict = *vm.types().dict;
  vm.define_methods(dict, kDict);
  vm.define_class_methods(dict, kDictClassMethods);
  dict.attributes->set(*vm.intern("__hash__"), Value::none());
  vm.add_builtin("dict", Value(&dict));
  install_dict_views(vm);
  install_mapping_proxy(vm);
}

}  // namespace loopline::script
