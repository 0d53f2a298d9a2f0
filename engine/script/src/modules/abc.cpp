// _abc: abstract base classes (CPython: _abc.c and abc.py; PEP 3119). ABCMeta is native, so that isinstance() with one
// of them needs no step of the script language unless the class asks for one.
#include <unordered_set>

#include "../builtins/common.h"
#include "modules.h"
#include "script/module_registry.h"
#include "script/vm.h"

namespace loopline::script {

namespace {

/// What all abstract classes of a run share: how often register() has been called anywhere.
class AbcState final : public NativeObject {
 public:
  using NativeObject::NativeObject;
  std::uint64_t registrations = 0;
};

/// What an abstract class knows of other classes. They are remembered by number (id), which no other object ever gets.
class AbcData final : public NativeObject {
 public:
  AbcData(Ref<Class> cls, Ref<AbcState> state) noexcept : NativeObject(std::move(cls)), state(std::move(state)) {}

  Ref<AbcState> state;
  std::vector<Value> registry;
  std::unordered_set<std::int64_t> subclasses;
  std::unordered_set<std::int64_t> strangers;  ///< valid as long as nothing was registered
  std::uint64_t strangers_as_of = 0;

  void visit(Visitor& visitor) const override {
    NativeObject::visit(visitor);
    visitor.visit(state.get());
    for (const Value& each : registry) visit_value(visitor, each);
  }
  void drop_references() noexcept override {
    NativeObject::drop_references();
    registry.clear();
  }
  bool is_stranger(std::int64_t number) {
    if (strangers_as_of != state->registrations) {
      strangers.clear();
      strangers_as_of = state->registrations;
    }
    return strangers.contains(number);
  }
};

AbcData* data_of(Vm& vm, Class& cls) {
  const Value* found = cls.attributes->get(*vm.intern("_abc_impl"));
  return found != nullptr && found->is_object(kind::native_object) ? dynamic_cast<AbcData*>(found->as_object())
                                                                   : nullptr;
}

/// self of a method of ABCMeta; null after raising.
AbcData* self_data(Vm& vm, const Value& self) {
  AbcData* data = data_of(vm, *as_class(self));
  if (data == nullptr) vm.type_error("_abc_impl is set to a wrong type");
  return data;
}

// ---- making one --------------------------------------------------------------------------------------------------

/// The names of what is abstract in a class: its own, and what it inherits and does not override. Null after raising.
Ref<Set> abstract_names(Vm& vm, Class& cls) {
  Ref<Set> names = make<Set>(/*frozen=*/true);
  const auto add = [&](const Value& name) {
    std::int64_t hash = 0;
    return vm.hash(name, hash) && names->add(vm, name, hash);
  };
  const Ref<Dict> own = cls.attributes->copy();
  for (const Dict::Entry& entry : own->entries()) {
    if (!entry.key.is_set()) continue;
    const int is_abstract = vm.is_abstract_method(entry.value);
    if (is_abstract < 0 || (is_abstract > 0 && !add(entry.key))) return nullptr;
  }
  for (const Ref<Class>& base : cls.bases) {
    const Value* inherited = base->attributes->get(*vm.names().abstract_methods);
    if (inherited == nullptr) continue;
    const std::optional<std::vector<Value>> all = vm.to_vector(*inherited);
    if (!all) return nullptr;
    for (const Value& name : *all) {
      Str* text = as_str(name);
      const Value* found = text != nullptr ? cls.lookup(*text) : nullptr;
      const int is_abstract = found != nullptr ? vm.is_abstract_method(*found) : 0;
      if (is_abstract < 0 || (is_abstract > 0 && !add(name))) return nullptr;
    }
  }
  return names;
}

bool update_abstract_names(Vm& vm, Class& cls) {
  const Ref<Set> names = abstract_names(vm, cls);
  return names && vm.set_attr(Value(&cls), *vm.names().abstract_methods, Value(names));
}

/// The pattern kind that collections.abc asks for, with CPython's flag bits.
void take_pattern_flag(Vm& vm, Class& cls) {
  const Ref<Str> name = vm.intern("__abc_tpflags__");
  const Value* flags = cls.attributes->get(*name);
  if (flags == nullptr || !flags->is_int()) return;
  cls.pattern = flags->as_int() == 1 << 5 ? PatternKind::sequence : PatternKind::mapping;
  cls.attributes->erase(*name);
}

Value meta_new(Vm& vm, Arguments args) {
  Str* name = as_str(args[1]);
  const Tuple* bases = as_tuple(args[2]);
  Dict* names = Vm::core_as<Dict>(args[3], kind::dict);
  if (name == nullptr) return vm.type_error("type.__new__() argument 1 must be str, not " + vm.type_name(args[1]));
  if (bases == nullptr) return vm.type_error("type.__new__() argument 2 must be tuple, not " + vm.type_name(args[2]));
  if (names == nullptr) return vm.type_error("type.__new__() argument 3 must be dict, not " + vm.type_name(args[3]));
  const Value made =
      vm.make_class(Ref<Str>(name), bases->values(), Ref<Dict>(names), args[4].as<Dict>(), as_class(args[0]));
  if (!made.is_set()) return {};
  Class& cls = *as_class(made);
  const Value state = vm.modules().load(vm.intern("_abc"));
  if (!state.is_set()) return {};
  const Value* shared = as_module(state)->attributes->get(*vm.intern("_state"));
  const Value* data_class = as_module(state)->attributes->get(*vm.intern("_abc_data"));
  cls.attributes->set(*vm.intern("_abc_impl"),
                      make<AbcData>(Ref<Class>(as_class(*data_class)), Ref<AbcState>(shared->as<AbcState>())));
  take_pattern_flag(vm, cls);
  return update_abstract_names(vm, cls) ? made : Value();
}

// ---- asking one --------------------------------------------------------------------------------------------------

/// The answer of __subclasshook__, of the classes' order, of what is registered, and of the subclasses, in that order.
int find_out(Vm& vm, Class& cls, AbcData& data, Class& candidate) {
  const Value answer = vm.call_method(Value(&cls), "__subclasshook__", {Value(&candidate)});
  if (!answer.is_set()) return -1;
  if (answer.tag() != Tag::not_implemented) {
    if (answer.is_bool()) return answer.as_bool() ? 1 : 0;
    vm.raise(*vm.types().assertion_error, "__subclasshook__ must return either False, True, or NotImplemented");
    return -1;
  }
  if (candidate.derives_from(cls)) return 1;
  const std::vector<Value> registry = data.registry;
  for (const Value& each : registry) {
    const int found = vm.is_subclass(Value(&candidate), each);
    if (found != 0) return found;
  }
  std::vector<Value> subclasses;
  for (Class* each : cls.subclasses) subclasses.emplace_back(each);
  for (const Value& each : subclasses) {
    const int found = vm.is_subclass(Value(&candidate), each);
    if (found != 0) return found;
  }
  return 0;
}

/// 1, 0, or -1 after raising.
int is_virtual_subclass(Vm& vm, Class& cls, Class& candidate) {
  AbcData* found = self_data(vm, Value(&cls));
  if (found == nullptr) return -1;
  const Ref<AbcData> data(found);
  const std::int64_t number = vm.identity_number(candidate);
  if (data->subclasses.contains(number)) return 1;
  if (data->is_stranger(number)) return 0;
  const int result = find_out(vm, cls, *data, candidate);
  if (result > 0) data->subclasses.insert(number);
  if (result == 0) data->strangers.insert(number);
  return result;
}

Value meta_subclasscheck(Vm& vm, Arguments args) {
  Class* candidate = as_class(args[1]);
  if (candidate == nullptr) return vm.type_error("issubclass() arg 1 must be a class");
  const int result = is_virtual_subclass(vm, *as_class(args[0]), *candidate);
  return result < 0 ? Value() : Value(result > 0);
}

Value meta_instancecheck(Vm& vm, Arguments args) {
  AbcData* data = self_data(vm, args[0]);
  if (data == nullptr) return {};
  Class& type = vm.class_of(args[1]);
  Class* said = &type;
  if (args[1].is_object(kind::instance) && type.lookup(*vm.names().class_) != nullptr) {
    const Value claimed = vm.get_attr(args[1], *vm.names().class_);
    if (!claimed.is_set()) return {};
    if (Class* other = as_class(claimed)) said = other;
  }
  const std::int64_t number = vm.identity_number(*said);
  if (data->subclasses.contains(number)) return Value(true);
  if (said == &type && data->is_stranger(number)) return Value(false);
  int result = vm.is_subclass(Value(said), args[0]);
  if (result == 0 && said != &type) result = vm.is_subclass(Value(&type), args[0]);
  return result < 0 ? Value() : Value(result > 0);
}

/// What derives from a class that is registered as a sequence or mapping is one, too. Built-in classes stay what they
/// are: a str is a Sequence, but no sequence to a match statement.
void spread_pattern(Class& cls, PatternKind pattern) {
  if (cls.is_builtin || cls.pattern != PatternKind::none) return;
  cls.pattern = pattern;
  for (Class* each : cls.subclasses) spread_pattern(*each, pattern);
}

Value meta_register(Vm& vm, Arguments args) {
  AbcData* data = self_data(vm, args[0]);
  if (data == nullptr) return {};
  Class* candidate = as_class(args[1]);
  if (candidate == nullptr) return vm.type_error("Can only register classes");
  const int known = vm.is_subclass(args[1], args[0]);
  if (known != 0) return known < 0 ? Value() : args[1];
  const int cyclic = vm.is_subclass(args[0], args[1]);
  if (cyclic < 0) return {};
  if (cyclic > 0) return vm.runtime_error("Refusing to create an inheritance cycle");
  data->registry.push_back(args[1]);
  ++data->state->registrations;
  if (as_class(args[0])->pattern != PatternKind::none) spread_pattern(*candidate, as_class(args[0])->pattern);
  return args[1];
}

Value get_cache_token(Vm& vm, Arguments /*args*/) {
  const Value module = vm.modules().load(vm.intern("_abc"));
  const Value* state = as_module(module)->attributes->get(*vm.intern("_state"));
  return Value(static_cast<std::int64_t>(state->as<AbcState>()->registrations));
}

Value update_abstractmethods(Vm& vm, Arguments args) {
  Class* cls = as_class(args[0]);
  if (cls == nullptr || cls->attributes->get(*vm.names().abstract_methods) == nullptr) return args[0];
  return update_abstract_names(vm, *cls) ? args[0] : Value();
}

constexpr NativeDefinition kMeta[] = {
    {"__new__", "mcls, name, bases, namespace, /, **kwargs", meta_new},
    {"register", "cls, subclass, /", meta_register},
    {"__instancecheck__", "cls, instance, /", meta_instancecheck},
    {"__subclasscheck__", "cls, subclass, /", meta_subclasscheck},
};

constexpr NativeDefinition kFunctions[] = {
    {"get_cache_token", "", get_cache_token},
    {"update_abstractmethods", "cls", update_abstractmethods},
};

bool make_abc(Vm& vm, Module& module) {
  Class& meta = vm.make_library_class(module, "ABCMeta", "abc", vm.types().type.get());
  vm.define_methods(meta, kMeta);
  Class& data = vm.make_library_class(module, "_abc_data", "_abc");
  Class& state = vm.make_library_class(module, "_abc_state", "_abc");
  module.attributes->set(*vm.intern("_state"), make<AbcState>(Ref<Class>(&state)));
  static_cast<void>(data);
  vm.define_functions(module, kFunctions);
  return true;
}

}  // namespace

void install_abc(ModuleRegistry& modules) { modules.add_native("_abc", make_abc); }

}  // namespace loopline::script
