// _weakref: references that do not keep their object alive. The containers are in weakref.py.
#include "script/objects/weak_reference.h"

#include "../builtins/common.h"
#include "modules.h"
#include "script/module_registry.h"

namespace loopline::script {

namespace {

/// The object behind a value, if weak references to its type exist.
Object* referable(Vm& vm, const Value& value) {
  Object* object = value.is_object() ? value.as_object() : nullptr;
  if (object != nullptr) {
    const loop::ObjectKind object_kind = object->kind();
    for (const loop::ObjectKind refused :
         {kind::str, kind::bytes, kind::big_int, kind::tuple, kind::list, kind::dict, kind::range, kind::slice,
          kind::cell, kind::frame, kind::traceback, kind::property, kind::complex, kind::native_function}) {
      if (object_kind == refused) object = nullptr;
    }
    if (const ExceptionObject* exception = as_exception(value); exception != nullptr && exception->cls().is_builtin) {
      object = nullptr;
    }
  }
  if (object == nullptr) vm.type_error("cannot create weak reference to '" + vm.type_name(value) + "' object");
  return object;
}

WeakReference& self_reference(const Value& self) { return *Vm::core(self).as<WeakReference>(); }

Value target_of(const WeakReference& reference) {
  return reference.target != nullptr ? Value(reference.target) : Value::none();
}

Value reference_new(Vm& vm, Arguments args) {
  Object* object = referable(vm, args[1]);
  if (object == nullptr) return {};
  Class& cls = *vm.types().weak_reference;
  // Without a callback there is one reference to an object.
  if (args[2].is_none() && as_class(args[0]) == &cls) {
    for (const Ref<WeakReference>& known : vm.objects().references_to(*object)) {
      if (known->callback.is_none()) return Value(known);
    }
  }
  return vm.finish_new(args[0], cls, vm.objects().add(*object, args[2]));
}

Value reference_init(Vm& /*vm*/, Arguments /*args*/) { return Value::none(); }

Value reference_call(Vm& /*vm*/, Arguments args) { return target_of(self_reference(args[0])); }

Value reference_equals(Vm& vm, Arguments args) {
  if (!Vm::core(args[1]).is_object(kind::weak_reference)) return Value::not_implemented();
  const Value left = target_of(self_reference(args[0]));
  const Value right = target_of(self_reference(args[1]));
  if (left.is_none() || right.is_none()) return Value(args[0].is_identical(args[1]));
  const int same = vm.equals(left, right);
  return same < 0 ? Value() : Value(same > 0);
}

Value reference_hash(Vm& vm, Arguments args) {
  WeakReference& reference = self_reference(args[0]);
  if (!reference.hash) {
    if (reference.target == nullptr) return vm.type_error("weak object has gone away");
    std::int64_t hash = 0;
    if (!vm.hash(Value(reference.target), hash)) return {};
    reference.hash = hash;
  }
  return Value(*reference.hash);
}

Value reference_repr(Vm& vm, Arguments args) {
  const WeakReference& reference = self_reference(args[0]);
  const std::string address = vm.address_of(args[0]);
  if (reference.target == nullptr) return vm.str("<weakref at " + address + "; dead>");
  const Value target(reference.target);
  std::string text = "<weakref at " + address + "; to '" + vm.type_name(target) + "' at " + vm.address_of(target);
  const Value name = vm.find_attr(target, *vm.names().name);
  if (vm.has_error()) vm.take_error();
  if (const Str* known = as_str(name)) text += " (" + std::string(known->view()) + ")";
  return vm.str(text + ">");
}

Value reference_callback(Vm& /*vm*/, Arguments args) { return self_reference(args[0]).callback; }

constexpr NativeDefinition kReference[] = {
    {"__new__", "cls, object, callback=None, /", reference_new},
    {"__init__", "self, object, callback=None, /", reference_init},
    {"__call__", "self, /", reference_call},
    {"__eq__", "self, other, /", reference_equals},
    {"__hash__", "self, /", reference_hash},
    {"__repr__", "self, /", reference_repr},
};
constexpr NativeDefinition kReferenceGetters[] = {{"__callback__", "self, /", reference_callback}};

Value get_references(Vm& vm, Arguments args) {
  std::vector<Value> all;
  if (args[0].is_object()) {
    for (Ref<WeakReference>& each : vm.objects().references_to(*args[0].as_object())) all.emplace_back(std::move(each));
  }
  return vm.list(std::move(all));
}

Value count_references(Vm& vm, Arguments args) {
  const std::size_t count = args[0].is_object() ? vm.objects().references_to(*args[0].as_object()).size() : 0;
  return Value(static_cast<std::int64_t>(count));
}

constexpr NativeDefinition kFunctions[] = {
    {"getweakrefs", "object, /", get_references},
    {"getweakrefcount", "object, /", count_references},
};

bool make_weakref(Vm& vm, Module& module) {
  Class& cls = *vm.types().weak_reference;
  cls.set_name(vm.intern("ReferenceType"));
  cls.qualname = cls.name();
  cls.attributes->set(*vm.names().module, vm.intern("weakref"));
  vm.define_methods(cls, kReference);
  vm.define_getters(cls, kReferenceGetters);
  static constexpr NativeDefinition kGetItem[] = {{"__class_getitem__", "cls, key, /", generic_alias_of}};
  vm.define_class_methods(cls, kGetItem);
  vm.define_functions(module, kFunctions);
  module.attributes->set(*vm.intern("ReferenceType"), Value(vm.types().weak_reference));
  return true;
}

}  // namespace

void install_weakref(ModuleRegistry& modules) { modules.add_native("_weakref", make_weakref); }

}  // namespace loopline::script
