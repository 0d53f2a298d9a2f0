// _operator: the operators as functions, attrgetter, itemgetter, methodcaller (CPython: _operator.c).
#include "../builtins/builtin_class.h"
#include "../builtins/common.h"
#include "../builtins/list.h"
#include "../vm/iterate.h"
#include "modules.h"
#include "script/module_registry.h"
#include "script/vm.h"

namespace loopline::script {

namespace {

// ---- functions ---------------------------------------------------------------------------------------------------

template <BinaryOp op, bool in_place>
Value binary(Vm& vm, Arguments args) {
  return vm.binary(op, args[0], args[1], in_place);
}
template <Comparison op>
Value compare(Vm& vm, Arguments args) {
  return vm.compare(op, args[0], args[1]);
}
template <Value (Vm::*operation)(const Value&)>
Value unary(Vm& vm, Arguments args) {
  return (vm.*operation)(args[0]);
}

Value truth(Vm& vm, Arguments args) {
  const int result = vm.truth(args[0]);
  return result < 0 ? Value() : Value(result > 0);
}
Value not_(Vm& vm, Arguments args) {
  const int result = vm.truth(args[0]);
  return result < 0 ? Value() : Value(result == 0);
}
Value is_(Vm& /*vm*/, Arguments args) { return Value(args[0].is_identical(args[1])); }
Value is_not(Vm& /*vm*/, Arguments args) { return Value(!args[0].is_identical(args[1])); }
Value index(Vm& vm, Arguments args) { return vm.index_value(args[0]); }
Value contains(Vm& vm, Arguments args) {
  const int result = vm.contains(args[0], args[1]);
  return result < 0 ? Value() : Value(result > 0);
}
Value getitem(Vm& vm, Arguments args) { return vm.get_item(args[0], args[1]); }
Value setitem(Vm& vm, Arguments args) { return none_or_error(vm.set_item(args[0], args[1], args[2])); }
Value delitem(Vm& vm, Arguments args) { return none_or_error(vm.delete_item(args[0], args[1])); }

bool is_sequence(Vm& vm, const Value& value) {
  return vm.special(vm.class_of(value), Special::getitem).is_set() && Vm::core_as<Dict>(value, kind::dict) == nullptr;
}
template <bool in_place>
Value concat(Vm& vm, Arguments args) {
  if (!is_sequence(vm, args[0])) {
    return vm.type_error("'" + vm.type_name(args[0]) + "' object can't be concatenated");
  }
  return vm.binary(BinaryOp::add, args[0], args[1], in_place);
}

Value count_of(Vm& vm, Arguments args) {
  std::int64_t count = 0;
  int same = 0;
  const bool ok = for_each(vm, args[0], [&](const Value& item) {
    same = vm.equals(item, args[1]);
    if (same > 0) ++count;
    return same >= 0;
  });
  return ok && same >= 0 ? Value(count) : Value();
}

Value index_of(Vm& vm, Arguments args) {
  std::int64_t index = 0;
  int same = 0;
  const bool ok = for_each(vm, args[0], [&](const Value& item) {
    same = vm.equals(item, args[1]);
    if (same == 0) ++index;
    return same == 0;
  });
  if (!ok || same < 0) return {};
  return same > 0 ? Value(index) : vm.value_error("sequence.index(x): x not in sequence");
}

Value length_hint_of(Vm& vm, Arguments args) {
  std::int64_t fallback = 0;
  if (!is_integer(Vm::core(args[1]))) {
    return vm.type_error("'" + vm.type_name(args[1]) + "' object cannot be interpreted as an integer");
  }
  if (!vm.index(args[1], fallback)) return {};
  const std::int64_t hint = length_hint(vm, args[0]);
  if (hint == kHintRaised) return {};
  return Value(hint == kHintUnknown ? fallback : hint);
}

Value call(Vm& vm, Arguments args) {
  std::vector<Value> names;
  std::vector<Value> values;
  for (const Dict::Entry& entry : args[2].as<Dict>()->entries()) {
    names.push_back(entry.key);
    values.push_back(entry.value);
  }
  const Ref<Tuple> keyword_names = names.empty() ? nullptr : Tuple::create(names);
  return vm.call(args[0], CallArguments{as_tuple(args[1])->values(), values, keyword_names.get()});
}

#define LOOPLINE_BINARY(name, op) \
  { name, "a, b, /", binary<BinaryOp::op, false> }
#define LOOPLINE_IN_PLACE(name, op) \
  { name, "a, b, /", binary<BinaryOp::op, true> }

constexpr NativeDefinition kFunctions[] = {
    LOOPLINE_BINARY("add", add),
    LOOPLINE_BINARY("sub", subtract),
    LOOPLINE_BINARY("mul", multiply),
    LOOPLINE_BINARY("truediv", divide),
    LOOPLINE_BINARY("floordiv", floor_divide),
    LOOPLINE_BINARY("mod", modulo),
    LOOPLINE_BINARY("pow", power),
    LOOPLINE_BINARY("lshift", left_shift),
    LOOPLINE_BINARY("rshift", right_shift),
    LOOPLINE_BINARY("and_", bit_and),
    LOOPLINE_BINARY("or_", bit_or),
    LOOPLINE_BINARY("xor", bit_xor),
    LOOPLINE_BINARY("matmul", matrix_multiply),
    LOOPLINE_IN_PLACE("iadd", add),
    LOOPLINE_IN_PLACE("isub", subtract),
    LOOPLINE_IN_PLACE("imul", multiply),
    LOOPLINE_IN_PLACE("itruediv", divide),
    LOOPLINE_IN_PLACE("ifloordiv", floor_divide),
    LOOPLINE_IN_PLACE("imod", modulo),
    LOOPLINE_IN_PLACE("ipow", power),
    LOOPLINE_IN_PLACE("ilshift", left_shift),
    LOOPLINE_IN_PLACE("irshift", right_shift),
    LOOPLINE_IN_PLACE("iand", bit_and),
    LOOPLINE_IN_PLACE("ior", bit_or),
    LOOPLINE_IN_PLACE("ixor", bit_xor),
    LOOPLINE_IN_PLACE("imatmul", matrix_multiply),
    {"eq", "a, b, /", compare<Comparison::equal>},
    {"ne", "a, b, /", compare<Comparison::not_equal>},
    {"lt", "a, b, /", compare<Comparison::less>},
    {"le", "a, b, /", compare<Comparison::less_equal>},
    {"gt", "a, b, /", compare<Comparison::greater>},
    {"ge", "a, b, /", compare<Comparison::greater_equal>},
    {"neg", "a, /", unary<&Vm::negative>},
    {"pos", "a, /", unary<&Vm::positive>},
    {"inv", "a, /", unary<&Vm::invert>},
    {"invert", "a, /", unary<&Vm::invert>},
    {"abs", "a, /", unary<&Vm::absolute>},
    {"truth", "a, /", truth},
    {"not_", "a, /", not_},
    {"is_", "a, b, /", is_},
    {"is_not", "a, b, /", is_not},
    {"index", "a, /", index},
    {"contains", "a, b, /", contains},
    {"getitem", "a, b, /", getitem},
    {"setitem", "a, b, c, /", setitem},
    {"delitem", "a, b, /", delitem},
    {"concat", "a, b, /", concat<false>},
    {"iconcat", "a, b, /", concat<true>},
    {"countOf", "a, b, /", count_of},
    {"indexOf", "a, b, /", index_of},
    {"length_hint", "obj, default=0, /", length_hint_of},
    {"call", "obj, /, *args, **kwargs", call},
};

#undef LOOPLINE_BINARY
#undef LOOPLINE_IN_PLACE

// ---- getters -----------------------------------------------------------------------------------------------------

/// A callable made of arguments: what it gets or calls, and for methodcaller the arguments of the call.
class Getter final : public NativeObject {
 public:
  Getter(Ref<Class> cls, Ref<Tuple> parts) noexcept : NativeObject(std::move(cls)), parts(std::move(parts)) {}
  Ref<Tuple> parts;
  Ref<Dict> keywords;  // or null
  void visit(Visitor& visitor) const override {
    NativeObject::visit(visitor);
    visitor.visit(parts.get());
    visitor.visit(keywords.get());
  }
};

Getter& self_getter(const Value& self) { return static_cast<Getter&>(*Vm::core(self).as<NativeObject>()); }

Value make_getter(Vm& vm, const Value& cls_value, Ref<Tuple> parts, Ref<Dict> keywords = nullptr) {
  Class& cls = builtin_class(cls_value);
  Ref<Getter> getter = make<Getter>(Ref<Class>(&cls), std::move(parts));
  getter->keywords = std::move(keywords);
  return vm.finish_new(cls_value, cls, Value(std::move(getter)));
}

/// One value for one part, a tuple of them for several.
template <class Get>
Value get_all(const Tuple& parts, Get&& get) {
  if (parts.size() == 1) return get(parts[0]);
  std::vector<Value> values;
  for (const Value& part : parts) {
    Value value = get(part);
    if (!value.is_set()) return {};
    values.push_back(std::move(value));
  }
  return Tuple::take(values);
}

/// The object that a getter is called with; null after raising.
const Value* only_argument(Vm& vm, const Value& self, const Value& given) {
  const Tuple& arguments = *as_tuple(given);
  if (arguments.size() == 1) return &arguments[0];
  vm.type_error(class_name(vm, self) + " expected 1 argument, got " + std::to_string(arguments.size()));
  return nullptr;
}

/// "operator.itemgetter(1, 2)"
Value getter_repr(Vm& vm, Arguments args) {
  const Getter& getter = self_getter(args[0]);
  if (getter.is_marked()) return vm.str(class_name(vm, args[0]) + "(...)");
  std::string text = "operator." + class_name(vm, args[0]) + "(";
  for (std::size_t i = 0; i < getter.parts->size(); ++i) {
    const std::optional<std::string> part = vm.repr_text((*getter.parts)[i]);
    if (!part) return {};
    text += (i > 0 ? ", " : "") + *part;
  }
  for (std::int32_t at = getter.keywords ? getter.keywords->next(0) : -1; at >= 0;
       at = getter.keywords->next(static_cast<std::size_t>(at) + 1)) {
    const Dict::Entry& entry = getter.keywords->entry(at);
    const std::optional<std::string> part = vm.repr_text(entry.value);
    if (!part) return {};
    text += ", " + std::string(entry.key.as<Str>()->view()) + "=" + *part;
  }
  return vm.str(text + ")");
}

/// The arguments of a getter, of which there must be one at least; null after raising.
Ref<Tuple> parts_of(Vm& vm, const char* name, const Value& given) {
  Tuple* parts = as_tuple(given);
  if (!parts->empty()) return Ref<Tuple>(parts);
  vm.type_error(std::string(name) + " expected 1 argument, got 0");
  return nullptr;
}

Value itemgetter_new(Vm& vm, Arguments args) {
  Ref<Tuple> parts = parts_of(vm, "itemgetter", args[1]);
  return parts ? make_getter(vm, args[0], std::move(parts)) : Value();
}
Value itemgetter_call(Vm& vm, Arguments args) {
  const Value* object = only_argument(vm, args[0], args[1]);
  if (object == nullptr) return {};
  const Ref<Tuple> parts = self_getter(args[0]).parts;
  return get_all(*parts, [&](const Value& key) { return vm.get_item(*object, key); });
}

Value attrgetter_new(Vm& vm, Arguments args) {
  Ref<Tuple> parts = parts_of(vm, "attrgetter", args[1]);
  if (!parts) return {};
  for (const Value& part : *parts) {
    if (Vm::core_as<Str>(part, kind::str) == nullptr) return vm.type_error("attribute name must be a string");
  }
  return make_getter(vm, args[0], std::move(parts));
}
/// The attribute of a dotted name.
Value attribute(Vm& vm, const Value& object, const Value& dotted) {
  std::string_view name = Vm::core(dotted).as<Str>()->view();
  Value found = object;
  for (;;) {
    const std::size_t dot = name.find('.');
    found = vm.get_attr(found, name.substr(0, dot));
    if (!found.is_set() || dot == std::string_view::npos) return found;
    name.remove_prefix(dot + 1);
  }
}
Value attrgetter_call(Vm& vm, Arguments args) {
  const Value* object = only_argument(vm, args[0], args[1]);
  if (object == nullptr) return {};
  const Ref<Tuple> parts = self_getter(args[0]).parts;
  return get_all(*parts, [&](const Value& name) { return attribute(vm, *object, name); });
}

Value methodcaller_new(Vm& vm, Arguments args) {
  const std::span<const Value> given = as_tuple(args[1])->values();
  if (given.empty()) return vm.type_error("methodcaller needs at least one argument, the method name");
  if (Vm::core_as<Str>(given[0], kind::str) == nullptr) return vm.type_error("method name must be a string");
  return make_getter(vm, args[0], Tuple::create(given), Ref<Dict>(args[2].as<Dict>()));
}
Value methodcaller_call(Vm& vm, Arguments args) {
  const Value* object = only_argument(vm, args[0], args[1]);
  if (object == nullptr) return {};
  const Ref<Tuple> parts = self_getter(args[0]).parts;
  const Ref<Dict> keywords = self_getter(args[0]).keywords;
  const Value method = vm.get_attr(*object, Vm::core((*parts)[0]).as<Str>()->view());
  if (!method.is_set()) return {};
  Value call_args[] = {method, Value(Tuple::create(parts->values().subspan(1))), Value(keywords)};
  return call(vm, call_args);
}

constexpr NativeDefinition kItemGetter[] = {
    {"__new__", "cls, *items", itemgetter_new},
    {"__call__", "self, /, *args", itemgetter_call},
    {"__repr__", "self, /", getter_repr},
};
constexpr NativeDefinition kAttrGetter[] = {
    {"__new__", "cls, *attrs", attrgetter_new},
    {"__call__", "self, /, *args", attrgetter_call},
    {"__repr__", "self, /", getter_repr},
};
constexpr NativeDefinition kMethodCaller[] = {
    {"__new__", "cls, /, *args, **kwargs", methodcaller_new},
    {"__call__", "self, /, *args", methodcaller_call},
    {"__repr__", "self, /", getter_repr},
};

bool make_operator(Vm& vm, Module& module) {
  vm.define_functions(module, kFunctions);
  vm.define_methods(vm.make_library_class(module, "itemgetter", "operator"), kItemGetter);
  vm.define_methods(vm.make_library_class(module, "attrgetter", "operator"), kAttrGetter);
  vm.define_methods(vm.make_library_class(module, "methodcaller", "operator"), kMethodCaller);
  return true;
}

}  // namespace

void install_operator(ModuleRegistry& modules) { modules.add_native("_operator", make_operator); }

}  // namespace loopline::script
