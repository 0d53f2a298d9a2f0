// object and type.
#include "../vm/bootstrap.h"
#include "common.h"

namespace loopline::script {

namespace {

// ---- object ---------------------------------------------------------------------------------------------------------

Value object_new(Vm& vm, Arguments args) {
  Class* cls = as_class(args[0]);
  if (cls == nullptr) return vm.type_error("object.__new__(X): X is not a type object (" + vm.type_name(args[0]) + ")");
  const Dict& keywords = *args[2].as<Dict>();
  // Arguments are an error only if nobody else takes them.
  std::vector<Value> names;
  std::vector<Value> values;
  for (const Dict::Entry& entry : keywords.entries()) {
    names.push_back(entry.key);
    values.push_back(entry.value);
  }
  const Ref<Tuple> keyword_names = names.empty() ? nullptr : Tuple::create(names);
  return vm.new_instance(*cls, CallArguments{args[1].as<Tuple>()->values(), values, keyword_names.get()});
}

Value object_init(Vm& /*vm*/, Arguments /*args*/) { return Value::none(); }

Value object_repr(Vm& vm, Arguments args) { return vm.builtin_repr(args[0]); }
Value object_str(Vm& vm, Arguments args) { return vm.repr(args[0]); }

Value object_format(Vm& vm, Arguments args) {
  const Str* spec = as_str(args[1]);
  if (spec != nullptr && spec->byte_size() == 0) return vm.to_str(args[0]);
  return vm.type_error("unsupported format string passed to " + vm.type_name(args[0]) + ".__format__");
}

Value object_eq(Vm& /*vm*/, Arguments args) {
  return args[0].is_identical(args[1]) ? Value(true) : Value::not_implemented();
}

Value object_ne(Vm& vm, Arguments args) {
  const Value method = vm.special(vm.class_of(args[0]), Special::eq);
  if (!method.is_set()) return Value::not_implemented();
  const Value result = vm.call(method, {args[0], args[1]});
  if (!result.is_set() || result.tag() == Tag::not_implemented) return result;
  const int truth = vm.truth(result);
  return truth < 0 ? Value() : Value(truth == 0);
}

Value object_hash(Vm& vm, Arguments args) {
  if (!args[0].is_object()) {
    std::int64_t hash = 0;
    return vm.hash(args[0], hash) ? Value(hash) : Value();
  }
  return Value(vm.identity_number(*args[0].as_object()));
}

Value object_getattribute(Vm& vm, Arguments args) {
  Str* name = as_str(args[1]);
  if (name == nullptr) return vm.type_error("attribute name must be string, not '" + vm.type_name(args[1]) + "'");
  Value value = vm.generic_get_attr(args[0], vm.class_of(args[0]), *vm.intern(name->view()));
  if (value.is_set() || vm.has_error()) return value;
  return vm.raise_no_attribute(args[0], *name);
}

Value object_setattr(Vm& vm, Arguments args) {
  Str* name = as_str(args[1]);
  if (name == nullptr) return vm.type_error("attribute name must be string, not '" + vm.type_name(args[1]) + "'");
  return vm.generic_set_attr(args[0], vm.class_of(args[0]), *name, &args[2]) ? Value::none() : Value();
}

Value object_delattr(Vm& vm, Arguments args) {
  Str* name = as_str(args[1]);
  if (name == nullptr) return vm.type_error("attribute name must be string, not '" + vm.type_name(args[1]) + "'");
  return vm.generic_set_attr(args[0], vm.class_of(args[0]), *name, nullptr) ? Value::none() : Value();
}

Value object_dir(Vm& vm, Arguments args) {
  std::vector<Value> names;
  for (Ref<Str>& name : vm.dir(args[0])) names.emplace_back(std::move(name));
  return vm.list(std::move(names));
}

Value object_init_subclass(Vm& vm, Arguments args) {
  if (args[1].as<Dict>()->empty()) return Value::none();
  return vm.type_error(std::string(as_class(args[0])->qualname->view()) +
                       ".__init_subclass__() takes no keyword arguments");
}

Value object_subclasshook(Vm& /*vm*/, Arguments /*args*/) { return Value::not_implemented(); }

Value object_sizeof(Vm& /*vm*/, Arguments /*args*/) { return Value(std::int64_t{56}); }

Value object_reduce(Vm& vm, Arguments args) {
  return vm.type_error("cannot pickle '" + vm.type_name(args[0]) + "' object");
}

// ---- type -----------------------------------------------------------------------------------------------------------

Value type_new(Vm& vm, Arguments args) {
  Class* meta = as_class(args[0]);
  if (meta == nullptr) return vm.type_error("type.__new__(X): X is not a type object (" + vm.type_name(args[0]) + ")");
  const std::span<const Value> given = args[1].as<Tuple>()->values();
  if (meta == vm.types().type.get() && given.size() == 1 && args[2].as<Dict>()->empty())
    return Value(&vm.class_of(given[0]));
  if (given.size() != 3) {
    return vm.type_error(meta == vm.types().type.get()
                             ? std::string("type() takes 1 or 3 arguments")
                             : "type.__new__() takes exactly 3 arguments (" + std::to_string(given.size()) + " given)");
  }
  Str* name = as_str(given[0]);
  const Tuple* bases = as_tuple(given[1]);
  Dict* names = Vm::core_as<Dict>(given[2], kind::dict);
  if (name == nullptr) return vm.type_error("type.__new__() argument 1 must be str, not " + vm.type_name(given[0]));
  if (bases == nullptr) return vm.type_error("type.__new__() argument 2 must be tuple, not " + vm.type_name(given[1]));
  if (names == nullptr) return vm.type_error("type.__new__() argument 3 must be dict, not " + vm.type_name(given[2]));
  // The most derived metaclass of all makes the class.
  Class* winner = meta;
  for (const Value& base : *bases) {
    Class& base_meta = vm.class_of(base);
    if (winner->derives_from(base_meta)) continue;
    if (!base_meta.derives_from(*winner)) return vm.raise_metaclass_conflict();
    winner = &base_meta;
  }
  if (winner != meta) {
    const Value maker = vm.special(*winner, Special::new_);
    const Value function = maker.is_object(kind::static_method) ? maker.as<MethodWrapper>()->function : maker;
    if (!function.is_identical(vm.special(*vm.types().type, Special::new_))) {
      return vm.call_with_dict(function, {Value(winner), given[0], given[1], given[2]}, args[2].as<Dict>());
    }
  }
  const Value made = vm.make_class(Ref<Str>(name), bases->values(), Ref<Dict>(names), args[2].as<Dict>(), winner);
  // A class made by a call belongs to the module that called.
  if (Class* cls = as_class(made); cls != nullptr && cls->attributes->get(*vm.names().module) == nullptr) {
    const Frame* frame = vm.script_frame();
    const Value* module = frame != nullptr ? frame->globals()->get(*vm.names().name) : nullptr;
    if (module != nullptr) cls->attributes->set(*vm.names().module, *module);
  }
  return made;
}

Value type_init(Vm& /*vm*/, Arguments /*args*/) { return Value::none(); }

Value type_call(Vm& vm, Arguments args) {
  Class* cls = as_class(args[0]);
  if (cls == nullptr) return vm.type_error("descriptor '__call__' requires a 'type' object");
  std::vector<Value> names;
  std::vector<Value> values;
  for (const Dict::Entry& entry : args[2].as<Dict>()->entries()) {
    names.push_back(entry.key);
    values.push_back(entry.value);
  }
  const Ref<Tuple> keyword_names = names.empty() ? nullptr : Tuple::create(names);
  return vm.instantiate(*cls, CallArguments{args[1].as<Tuple>()->values(), values, keyword_names.get()});
}

Value type_mro(Vm& vm, Arguments args) {
  std::vector<Value> classes;
  for (Class* each : as_class(args[0])->mro) classes.emplace_back(each);
  return vm.list(std::move(classes));
}

Value type_subclasses(Vm& vm, Arguments args) {
  std::vector<Value> classes;
  for (Class* each : as_class(args[0])->subclasses) classes.emplace_back(each);
  return vm.list(std::move(classes));
}

Value type_or(Vm& vm, Arguments args) {
  Value made = vm.builtin_binary(BinaryOp::bit_or, args[0], args[1], false);
  return made.is_set() || vm.has_error() ? made : Value::not_implemented();
}
Value type_ror(Vm& vm, Arguments args) {
  Value made = vm.builtin_binary(BinaryOp::bit_or, args[1], args[0], false);
  return made.is_set() || vm.has_error() ? made : Value::not_implemented();
}

Value type_prepare(Vm& vm, Arguments /*args*/) { return Value(vm.dict()); }

Value type_instancecheck(Vm& vm, Arguments args) {
  return Value(vm.class_of(args[1]).derives_from(*as_class(args[0])));
}

Value type_subclasscheck(Vm& vm, Arguments args) {
  const Class* cls = as_class(args[1]);
  if (cls == nullptr) return vm.type_error("issubclass() arg 1 must be a class");
  return Value(cls->derives_from(*as_class(args[0])));
}

// Attributes of classes.

Value type_get_name(Vm& /*vm*/, Arguments args) { return Value(as_class(args[0])->name()); }
Value type_get_qualname(Vm& /*vm*/, Arguments args) { return Value(as_class(args[0])->qualname); }

// What a class has under this name itself; null for `type`, where the getters of all classes stand.
const Value* own_attribute(Vm& vm, const Value& object, const Str& name) {
  Class* cls = as_class(object);
  return cls == vm.types().type.get() ? nullptr : cls->attributes->get(name);
}

Value type_get_module(Vm& vm, Arguments args) {
  const Value* module = own_attribute(vm, args[0], *vm.names().module);
  return module != nullptr ? *module : Value(vm.intern("builtins"));
}

Value type_get_bases(Vm& /*vm*/, Arguments args) {
  std::vector<Value> bases;
  for (const Ref<Class>& base : as_class(args[0])->bases) bases.emplace_back(base);
  return Value(Tuple::take(bases));
}

Value type_get_base(Vm& /*vm*/, Arguments args) {
  const Class& cls = *as_class(args[0]);
  return cls.bases.empty() ? Value::none() : Value(cls.bases.front());
}

Value type_get_mro(Vm& /*vm*/, Arguments args) {
  std::vector<Value> classes;
  for (Class* each : as_class(args[0])->mro) classes.emplace_back(each);
  return Value(Tuple::take(classes));
}

Value type_get_dict(Vm& /*vm*/, Arguments args) { return make<MappingProxy>(Value(as_class(args[0])->attributes)); }

Value type_get_doc(Vm& vm, Arguments args) {
  const Value* doc = own_attribute(vm, args[0], *vm.names().doc);
  if (doc == nullptr) return Value::none();
  return doc->is_object() ? vm.bind(*doc, {}, *as_class(args[0])) : *doc;
}

Value type_get_annotations(Vm& vm, Arguments args) {
  Class& cls = *as_class(args[0]);
  if (const Value* found = cls.attributes->get(*vm.names().annotations); found != nullptr) return *found;
  const Value made(vm.dict());
  cls.attributes->set(*vm.names().annotations, made);
  return made;
}

Value type_get_abstract_methods(Vm& vm, Arguments args) {
  const Value* found = as_class(args[0])->attributes->get(*vm.names().abstract_methods);
  if (found != nullptr) return *found;
  return vm.raise_no_attribute(args[0], *vm.names().abstract_methods);
}

constexpr NativeDefinition kObject[] = {
    {"__new__", "cls, *args, **kwargs", object_new},
    {"__init__", "self, *args, **kwargs", object_init},
    {"__repr__", "self, /", object_repr},
    {"__str__", "self, /", object_str},
    {"__format__", "self, format_spec, /", object_format},
    {"__eq__", "self, value, /", object_eq},
    {"__ne__", "self, value, /", object_ne},
    {"__hash__", "self, /", object_hash},
    {"__getattribute__", "self, name, /", object_getattribute},
    {"__setattr__", "self, name, value, /", object_setattr},
    {"__delattr__", "self, name, /", object_delattr},
    {"__dir__", "self, /", object_dir},
    {"__sizeof__", "self, /", object_sizeof},
    {"__reduce_ex__", "self, protocol, /", object_reduce},
};

constexpr NativeDefinition kObjectClassMethods[] = {
    {"__init_subclass__", "cls, /, **kwargs", object_init_subclass},
    {"__subclasshook__", "cls, subclass, /", object_subclasshook},
};

constexpr NativeDefinition kType[] = {
    {"__new__", "cls, *args, **kwds", type_new},
    {"__init__", "self, *args, **kwargs", type_init},
    {"__call__", "self, /, *args, **kwargs", type_call},
    {"mro", "self, /", type_mro},
    {"__subclasses__", "self, /", type_subclasses},
    {"__or__", "self, value, /", type_or},
    {"__ror__", "self, value, /", type_ror},
    {"__instancecheck__", "self, instance, /", type_instancecheck},
    {"__subclasscheck__", "self, subclass, /", type_subclasscheck},
};

constexpr NativeDefinition kTypeClassMethods[] = {{"__prepare__", "cls, *args, **kwargs", type_prepare}};

constexpr NativeDefinition kTypeGetters[] = {
    {"__name__", "self, /", type_get_name},
    {"__qualname__", "self, /", type_get_qualname},
    {"__module__", "self, /", type_get_module},
    {"__bases__", "self, /", type_get_bases},
    {"__base__", "self, /", type_get_base},
    {"__mro__", "self, /", type_get_mro},
    {"__dict__", "self, /", type_get_dict},
    {"__doc__", "self, /", type_get_doc},
    {"__annotations__", "self, /", type_get_annotations},
    {"__abstractmethods__", "self, /", type_get_abstract_methods},
};

}  // namespace

void install_object_and_type(Vm& vm) {
  Types& types = vm.types();
  vm.define_methods(*types.object, kObject);
  vm.define_class_methods(*types.object, kObjectClassMethods);
  vm.define_methods(*types.type, kType);
  vm.define_class_methods(*types.type, kTypeClassMethods);
  vm.define_getters(*types.type, kTypeGetters);
  types.object->attributes->set(*vm.names().doc, vm.str("The base class of the class hierarchy."));
  vm.add_builtin("object", Value(types.object));
  vm.add_builtin("type", Value(types.type));
}

}  // namespace loopline::script
