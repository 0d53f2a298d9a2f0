// _functools: partial and cmp_to_key (CPython: _functoolsmodule.c).
#include "../builtins/builtin_class.h"
#include "../builtins/common.h"
#include "modules.h"
#include "partial.h"
#include "script/module_registry.h"
#include "script/vm.h"

namespace loopline::script {

namespace {

// ---- partial -----------------------------------------------------------------------------------------------------

class Partial final : public NativeObject {
 public:
  Partial(Ref<Class> cls, Value function, Ref<Tuple> arguments, Ref<Dict> keywords) noexcept
      : NativeObject(std::move(cls)),
        function(std::move(function)),
        arguments(std::move(arguments)),
        keywords(std::move(keywords)) {}
  Value function;
  Ref<Tuple> arguments;
  Ref<Dict> keywords;
  void visit(Visitor& visitor) const override {
    NativeObject::visit(visitor);
    visit_value(visitor, function);
    visitor.visit(arguments.get());
    visitor.visit(keywords.get());
  }
};

Partial* as_partial(const Value& value) noexcept {
  const Value& core = Vm::core(value);
  return core.is_object(kind::native_object) ? dynamic_cast<Partial*>(core.as_object()) : nullptr;
}
Partial& self_partial(const Value& self) { return *as_partial(self); }

/// The keywords of `first`, then those of `second`, which win.
Ref<Dict> merge(Vm& vm, const Dict& first, const Dict& second) {
  Ref<Dict> merged = first.copy();
  for (const Dict::Entry& entry : second.entries()) {
    if (entry.key.is_set() && !vm.dict_set(*merged, entry.key, entry.value)) return nullptr;
  }
  return merged;
}

Ref<Tuple> join(const Tuple& first, std::span<const Value> second) {
  std::vector<Value> all(first.begin(), first.end());
  all.insert(all.end(), second.begin(), second.end());
  return Tuple::create(all);
}

Value partial_new(Vm& vm, Arguments args) {
  Class& cls = builtin_class(args[0]);
  const std::span<const Value> given = as_tuple(args[1])->values();
  if (given.empty()) return vm.type_error("type 'partial' takes at least one argument");
  Value function = given[0];
  if (!vm.is_callable(function)) return vm.type_error("the first argument must be callable");
  Ref<Tuple> arguments = Tuple::create(given.subspan(1));
  Ref<Dict> keywords = args[2].as<Dict>()->copy();
  // A partial of a partial is one partial.
  const Dict* attributes = vm.attributes_of(function, false);
  if (Partial* inner = as_partial(function);
      inner != nullptr && &vm.class_of(function) == as_class(args[0]) && attributes == nullptr) {
    if (!vm.spend(2 * (inner->arguments->size() + inner->keywords->size()))) return {};
    arguments = join(*inner->arguments, arguments->values());
    keywords = merge(vm, *inner->keywords, *keywords);
    if (!keywords) return {};
    function = Value(inner->function);
  }
  return vm.finish_new(args[0], cls,
                       make<Partial>(Ref<Class>(&cls), std::move(function), std::move(arguments), std::move(keywords)));
}

Value partial_call(Vm& vm, Arguments args) {
  const Ref<Partial> self(&self_partial(args[0]));
  if (!vm.spend(2 * (self->arguments->size() + self->keywords->size()))) return {};
  const Ref<Tuple> positional =
      self->arguments->empty() ? Ref<Tuple>(as_tuple(args[1])) : join(*self->arguments, as_tuple(args[1])->values());
  const Dict& given = *args[2].as<Dict>();
  const Ref<Dict> keywords = self->keywords->empty() ? args[2].as<Dict>()->copy() : merge(vm, *self->keywords, given);
  if (!keywords) return {};
  std::vector<Value> names;
  std::vector<Value> values;
  for (const Dict::Entry& entry : keywords->entries()) {
    if (!entry.key.is_set()) continue;
    if (as_str(entry.key) == nullptr) return vm.type_error("keywords must be strings");
    names.push_back(entry.key);
    values.push_back(entry.value);
  }
  const Ref<Tuple> keyword_names = names.empty() ? nullptr : Tuple::create(names);
  const Value function = self->function;
  return vm.call(function, CallArguments{positional->values(), values, keyword_names.get()});
}

/// "functools.partial(<function f at 0x…>, 1, x=2)"
Value partial_text(Vm& vm, const Value& given, const Partial& self) {
  Class& cls = vm.class_of(given);
  std::string text = "functools.partial";
  if (!cls.is_builtin) text = cls.name()->view();
  const auto add = [&](const Value& value, const std::string& before) {
    const std::optional<std::string> part = vm.repr_text(value);
    if (part) text += before + *part;
    return part.has_value();
  };
  const Value function = self.function;
  const Ref<Tuple> arguments = self.arguments;
  const Ref<Dict> keywords = self.keywords->copy();
  if (!add(function, "(")) return {};
  for (const Value& each : *arguments) {
    if (!add(each, ", ")) return {};
  }
  for (const Dict::Entry& entry : keywords->entries()) {
    const std::optional<std::string> name = vm.str_text(entry.key);
    if (!name || !add(entry.value, ", " + *name + "=")) return {};
  }
  return vm.str(text + ")");
}

Value partial_repr(Vm& vm, Arguments args) {
  const Ref<Partial> self(&self_partial(args[0]));
  if (self->is_marked()) return vm.str("...");
  self->set_mark(true);
  Value text = partial_text(vm, args[0], *self);
  self->set_mark(false);
  return text;
}

/// What copy and pickle make another one of: the class, its first argument, and the state.
Value partial_reduce(Vm& vm, Arguments args) {
  const Partial& self = self_partial(args[0]);
  Dict* attributes = vm.attributes_of(args[0], false);
  const Value state = vm.tuple({self.function, Value(self.arguments), Value(self.keywords),
                                attributes != nullptr ? Value(Ref<Dict>(attributes)) : Value::none()});
  return vm.tuple({Value(&vm.class_of(args[0])), vm.tuple({self.function}), state});
}

Value partial_setstate(Vm& vm, Arguments args) {
  Partial& self = self_partial(args[0]);
  const Tuple* state = as_tuple(args[1]);
  if (state == nullptr || state->size() != 4 || !vm.is_callable((*state)[0]) || as_tuple((*state)[1]) == nullptr ||
      !((*state)[2].is_none() || Vm::core_as<Dict>((*state)[2], kind::dict) != nullptr)) {
    return vm.type_error("invalid partial state");
  }
  self.function = (*state)[0];
  self.arguments = Ref<Tuple>(as_tuple((*state)[1]));
  self.keywords = (*state)[2].is_none() ? vm.dict() : Vm::core_as<Dict>((*state)[2], kind::dict)->copy();
  if (const Dict* attributes = Vm::core_as<Dict>((*state)[3], kind::dict)) {
    Dict& own = *vm.attributes_of(args[0], true);
    own.clear();
    for (const Dict::Entry& entry : attributes->entries()) {
      if (entry.key.is_set() && !vm.dict_set(own, entry.key, entry.value)) return {};
    }
  }
  return Value::none();
}

Value partial_func(Vm& /*vm*/, Arguments args) { return self_partial(args[0]).function; }
Value partial_args(Vm& /*vm*/, Arguments args) { return Value(self_partial(args[0]).arguments); }
Value partial_keywords(Vm& /*vm*/, Arguments args) { return Value(self_partial(args[0]).keywords); }

constexpr NativeDefinition kPartial[] = {
    {"__new__", "cls, /, *args, **keywords", partial_new},
    {"__call__", "self, /, *args, **keywords", partial_call},
    {"__repr__", "self, /", partial_repr},
    {"__reduce__", "self, /", partial_reduce},
    {"__setstate__", "self, state, /", partial_setstate},
};
constexpr NativeDefinition kPartialGetters[] = {
    {"func", "self, /", partial_func},
    {"args", "self, /", partial_args},
    {"keywords", "self, /", partial_keywords},
};
constexpr NativeDefinition kPartialClassMethods[] = {
    {"__class_getitem__", "cls, item, /", generic_alias_of},
};

// ---- cmp_to_key --------------------------------------------------------------------------------------------------

/// What cmp_to_key gives (no object yet), and the keys that it makes when it is called.
class Key final : public NativeObject {
 public:
  Key(Ref<Class> cls, Value compare, Value object) noexcept
      : NativeObject(std::move(cls)), compare(std::move(compare)), object(std::move(object)) {}
  Value compare;
  Value object;
  void visit(Visitor& visitor) const override {
    NativeObject::visit(visitor);
    visit_value(visitor, compare);
    visit_value(visitor, object);
  }
};

Key* as_key(const Value& value) noexcept {
  return value.is_object(kind::native_object) ? dynamic_cast<Key*>(value.as_object()) : nullptr;
}

Value key_call(Vm& /*vm*/, Arguments args) {
  Key& self = *as_key(args[0]);
  return make<Key>(Ref<Class>(&self.cls()), self.compare, args[1]);
}

template <Comparison op>
Value key_compare(Vm& vm, Arguments args) {
  const Key& self = *as_key(args[0]);
  const Key* other = as_key(args[1]);
  if (other == nullptr) return vm.type_error("other argument must be K instance");
  if (!self.object.is_set() || !other->object.is_set()) return vm.attribute_error("object");
  const Value compare = self.compare;
  const Value result = vm.call(compare, {self.object, other->object});
  return result.is_set() ? vm.compare(op, result, Value(std::int64_t{0})) : Value();
}

Value key_object(Vm& vm, Arguments args) {
  const Value& object = as_key(args[0])->object;
  return object.is_set() ? object : vm.attribute_error("object");
}

constexpr NativeDefinition kKey[] = {
    {"__call__", "self, /, obj", key_call},
    {"__lt__", "self, other, /", key_compare<Comparison::less>},
    {"__le__", "self, other, /", key_compare<Comparison::less_equal>},
    {"__eq__", "self, other, /", key_compare<Comparison::equal>},
    {"__ne__", "self, other, /", key_compare<Comparison::not_equal>},
    {"__gt__", "self, other, /", key_compare<Comparison::greater>},
    {"__ge__", "self, other, /", key_compare<Comparison::greater_equal>},
};
constexpr NativeDefinition kKeyGetters[] = {{"obj", "self, /", key_object}};

Value cmp_to_key(Vm& vm, Arguments args) {
  const Value functools = vm.modules().load(vm.intern("_functools"));
  const Value cls = functools.is_set() ? vm.get_attr(functools, "KeyWrapper") : Value();
  return cls.is_set() ? Value(make<Key>(Ref<Class>(as_class(cls)), args[0], Value())) : Value();
}

constexpr NativeDefinition kFunctions[] = {{"cmp_to_key", "mycmp", cmp_to_key}};

bool make_functools(Vm& vm, Module& module) {
  Class& partial = vm.make_library_class(module, "partial", "functools");
  partial.attributes->set(*vm.intern("__doc__"),
                          vm.str("partial(func, *args, **keywords) - new function with partial application\n"
                                 "    of the given arguments and keywords.\n"));
  vm.define_methods(partial, kPartial);
  vm.define_class_methods(partial, kPartialClassMethods);
  vm.define_getters(partial, kPartialGetters);
  partial.has_dict = true;
  Class& key = vm.make_library_class(module, "KeyWrapper", "functools");
  vm.define_methods(key, kKey);
  vm.define_getters(key, kKeyGetters);
  key.attributes->set(*vm.intern("__hash__"), Value::none());
  vm.define_functions(module, kFunctions);
  return true;
}

}  // namespace

Value partial_function(const Value& value) noexcept {
  const Partial* partial = as_partial(value);
  return partial != nullptr ? partial->function : Value();
}

const Tuple* partial_arguments(const Value& value) noexcept {
  const Partial* partial = as_partial(value);
  return partial != nullptr ? partial->arguments.get() : nullptr;
}

const Dict* partial_keywords(const Value& value) noexcept {
  const Partial* partial = as_partial(value);
  return partial != nullptr ? partial->keywords.get() : nullptr;
}

void install_functools(ModuleRegistry& modules) { modules.add_native("_functools", make_functools); }

}  // namespace loopline::script
