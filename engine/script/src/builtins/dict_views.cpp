// dict_keys, dict_values, dict_items, and mappingproxy.
#include "../vm/bootstrap.h"
#include "../vm/iterate.h"
#include "../vm/sets.h"
#include "dict.h"
#include "protocol.h"

namespace loopline::script {

namespace {

// ---- views ----------------------------------------------------------------------------------------------------------

DictView& self_view(const Value& self) { return *self.as<DictView>(); }

Value view_reversed(Vm& vm, Arguments args) {
  const DictView& view = self_view(args[0]);
  const Vm::IteratorClasses& classes = vm.iterator_classes();
  Class& cls = view.what == DictIterator::What::keys     ? *classes.dict_keys_reversed
               : view.what == DictIterator::What::values ? *classes.dict_values_reversed
                                                         : *classes.dict_items_reversed;
  return make<DictIterator>(cls, view.dict, view.what, true);
}

Value view_mapping(Vm& /*vm*/, Arguments args) { return make<MappingProxy>(Value(self_view(args[0]).dict)); }

Value view_isdisjoint(Vm& vm, Arguments args) {
  const Value* walked = &args[1];
  const Value* asked = &args[0];
  if (args[0].is_identical(args[1])) return Value(self_view(args[0]).dict->empty());
  const std::int64_t other_size = vm.builtin_length(args[1]);
  const bool set_like = as_set(args[1]) != nullptr || sets::is_set_view(args[1]);
  if (set_like && other_size > vm.builtin_length(args[0])) std::swap(walked, asked);
  int found = 0;
  const bool all = for_each(vm, *walked, [&](const Value& item) { return (found = vm.contains(*asked, item)) == 0; });
  return all && found >= 0 ? Value(found == 0) : Value();
}

Value view_reversed_subtract(Vm& vm, Arguments args) {
  return vm.builtin_binary(BinaryOp::subtract, args[1], args[0], false);
}

constexpr NativeDefinition kView[] = {
    {"__len__", "self, /", protocol::length},
    {"__iter__", "self, /", protocol::iter},
    {"__reversed__", "self, /", view_reversed},
    {"__repr__", "self, /", protocol::repr},
};
constexpr NativeDefinition kSetView[] = {
    {"isdisjoint", "self, other, /", view_isdisjoint},
    {"__contains__", "self, key, /", protocol::contains},
    {"__and__", "self, value, /", protocol::binary<BinaryOp::bit_and>},
    {"__rand__", "self, value, /", protocol::reflected<BinaryOp::bit_and>},
    {"__or__", "self, value, /", protocol::binary<BinaryOp::bit_or>},
    {"__ror__", "self, value, /", protocol::reflected<BinaryOp::bit_or>},
    {"__xor__", "self, value, /", protocol::binary<BinaryOp::bit_xor>},
    {"__rxor__", "self, value, /", protocol::reflected<BinaryOp::bit_xor>},
    {"__sub__", "self, value, /", protocol::binary<BinaryOp::subtract>},
    {"__rsub__", "self, value, /", view_reversed_subtract},
    LOOPLINE_COMPARISON_METHODS,
};
constexpr NativeDefinition kViewGetters[] = {{"mapping", "self, /", view_mapping}};

// ---- mappingproxy ---------------------------------------------------------------------------------------------------

const Value& mapping_of(const Value& self) { return Vm::core(self).as<MappingProxy>()->mapping; }

Value proxy_new(Vm& vm, Arguments args) {
  const Value& mapping = args[1];
  const bool is_mapping = vm.special(vm.class_of(mapping), Special::getitem).is_set() && !as_list(Vm::core(mapping)) &&
                          !as_tuple(Vm::core(mapping));
  if (!is_mapping) {
    return vm.type_error("mappingproxy() argument must be a mapping, not " + vm.type_name(mapping));
  }
  return vm.finish_new(args[0], *vm.types().mapping_proxy, make<MappingProxy>(mapping));
}

Value proxy_length(Vm& vm, Arguments args) {
  const std::int64_t length = vm.length(mapping_of(args[0]));
  return length < 0 ? Value() : Value(length);
}
Value proxy_iter(Vm& vm, Arguments args) { return vm.iter(mapping_of(args[0])); }
Value proxy_contains(Vm& vm, Arguments args) {
  const int found = vm.contains(mapping_of(args[0]), args[1]);
  return found < 0 ? Value() : Value(found != 0);
}
Value proxy_get_item(Vm& vm, Arguments args) { return vm.get_item(mapping_of(args[0]), args[1]); }
Value proxy_get(Vm& vm, Arguments args) { return vm.call_method(mapping_of(args[0]), "get", {args[1], args[2]}); }
Value proxy_keys(Vm& vm, Arguments args) { return vm.call_method(mapping_of(args[0]), "keys"); }
Value proxy_values(Vm& vm, Arguments args) { return vm.call_method(mapping_of(args[0]), "values"); }
Value proxy_items(Vm& vm, Arguments args) { return vm.call_method(mapping_of(args[0]), "items"); }
Value proxy_copy(Vm& vm, Arguments args) { return vm.call_method(mapping_of(args[0]), "copy"); }
Value proxy_reversed(Vm& vm, Arguments args) { return vm.call_method(mapping_of(args[0]), "__reversed__"); }

Value proxy_repr(Vm& vm, Arguments args) {
  const std::optional<std::string> text = vm.repr_text(mapping_of(args[0]));
  return text ? vm.str("mappingproxy(" + *text + ")") : Value();
}
Value proxy_str(Vm& vm, Arguments args) { return vm.to_str(mapping_of(args[0])); }
Value proxy_hash(Vm& vm, Arguments args) {
  std::int64_t hash = 0;
  return vm.hash(mapping_of(args[0]), hash) ? Value(hash) : Value();
}

const Value& without_proxy(const Value& value) {
  return value.is_object(kind::mapping_proxy) ? value.as<MappingProxy>()->mapping : value;
}

template <Comparison op>
Value proxy_compare(Vm& vm, Arguments args) {
  return vm.compare(op, mapping_of(args[0]), args[1]);
}

template <bool reflected>
Value proxy_or(Vm& vm, Arguments args) {
  const Value& self = mapping_of(args[0]);
  const Value& other = without_proxy(args[1]);
  return reflected ? vm.binary(BinaryOp::bit_or, other, self) : vm.binary(BinaryOp::bit_or, self, other);
}

Value proxy_or_in_place(Vm& vm, Arguments args) {
  return vm.type_error("'|=' is not supported by " + vm.type_name(args[0]) + "; use '|' instead");
}

constexpr NativeDefinition kProxy[] = {
    {"__new__", "cls, mapping, /", proxy_new},
    {"get", "self, key, default=None, /", proxy_get},
    {"keys", "self, /", proxy_keys},
    {"values", "self, /", proxy_values},
    {"items", "self, /", proxy_items},
    {"copy", "self, /", proxy_copy},
    {"__len__", "self, /", proxy_length},
    {"__iter__", "self, /", proxy_iter},
    {"__reversed__", "self, /", proxy_reversed},
    {"__contains__", "self, key, /", proxy_contains},
    {"__getitem__", "self, key, /", proxy_get_item},
    {"__or__", "self, value, /", proxy_or<false>},
    {"__ror__", "self, value, /", proxy_or<true>},
    {"__ior__", "self, value, /", proxy_or_in_place},
    {"__repr__", "self, /", proxy_repr},
    {"__str__", "self, /", proxy_str},
    {"__hash__", "self, /", proxy_hash},
    {"__eq__", "self, value, /", proxy_compare<Comparison::equal>},
    {"__ne__", "self, value, /", proxy_compare<Comparison::not_equal>},
    {"__lt__", "self, value, /", proxy_compare<Comparison::less>},
    {"__le__", "self, value, /", proxy_compare<Comparison::less_equal>},
    {"__gt__", "self, value, /", proxy_compare<Comparison::greater>},
    {"__ge__", "self, value, /", proxy_compare<Comparison::greater_equal>},
};

}  // namespace

void install_dict_views(Vm& vm) {
  Types& types = vm.types();
  for (Class* cls : {types.dict_keys.get(), types.dict_values.get(), types.dict_items.get()}) {
    vm.define_methods(*cls, kView);
    vm.define_getters(*cls, kViewGetters);
    cls->is_final = true;
  }
  for (Class* cls : {types.dict_keys.get(), types.dict_items.get()}) {
    vm.define_methods(*cls, kSetView);
    cls->attributes->set(*vm.intern("__hash__"), Value::none());
  }
}

void install_mapping_proxy(Vm& vm) {
  vm.define_methods(*vm.types().mapping_proxy, kProxy);
  vm.types().mapping_proxy->is_final = true;
}

}  // namespace loopline::script
