// getattr and its relatives, dir, vars, globals, locals.
#include <algorithm>

#include "builtin_functions.h"
#include "list.h"

namespace loopline::script {

namespace {

/// The name of an attribute as a function was given it; null after raising.
Ref<Str> attribute_name(Vm& vm, const Value& name) {
  Str* text = Vm::core_as<Str>(name, kind::str);
  if (text == nullptr) {
    vm.type_error("attribute name must be string, not '" + vm.type_name(name) + "'");
    return nullptr;
  }
  return text->is_interned() ? Ref<Str>(text) : vm.intern(text->view());
}

Value builtin_getattr(Vm& vm, Arguments args) {
  const Ref<Str> name = attribute_name(vm, args[1]);
  if (!name) return {};
  if (!args[2].is_set()) return vm.get_attr(args[0], *name);
  Value value = vm.find_attr(args[0], *name);
  return value.is_set() || vm.has_error() ? value : args[2];
}

Value builtin_hasattr(Vm& vm, Arguments args) {
  const Ref<Str> name = attribute_name(vm, args[1]);
  if (!name) return {};
  const Value value = vm.find_attr(args[0], *name);
  return vm.has_error() ? Value() : Value(value.is_set());
}

Value builtin_setattr(Vm& vm, Arguments args) {
  const Ref<Str> name = attribute_name(vm, args[1]);
  return name ? none_or_error(vm.set_attr(args[0], *name, args[2])) : Value();
}

Value builtin_delattr(Vm& vm, Arguments args) {
  const Ref<Str> name = attribute_name(vm, args[1]);
  return name ? none_or_error(vm.delete_attr(args[0], *name)) : Value();
}

// ---- namespaces -----------------------------------------------------------------------------------------------------

Value builtin_globals(Vm& vm, Arguments /*args*/) {
  const Frame* frame = vm.script_frame();
  return frame != nullptr ? Value(frame->globals()) : Value::none();
}

Value builtin_locals(Vm& vm, Arguments /*args*/) {
  Frame* frame = vm.script_frame();
  if (frame == nullptr) return Value::none();
  // The mapping that a metaclass prepared: what is set through it is told to its __setitem__.
  const bool prepared = frame->code().code_kind == CodeKind::class_body && frame->instance.is_set();
  return prepared ? frame->instance : Value(vm.locals_of(*frame));
}

Value builtin_vars(Vm& vm, Arguments args) {
  if (!args[0].is_set()) return builtin_locals(vm, args);
  Value names = vm.find_attr(args[0], *vm.names().dict);
  if (names.is_set() || vm.has_error()) return names;
  return vm.type_error("vars() argument must have __dict__ attribute");
}

Value builtin_dir(Vm& vm, Arguments args) {
  Value names;
  if (args[0].is_set()) {
    bool found = false;
    names = vm.call_special(args[0], Special::dir, {}, found);
  } else {
    const Value locals = builtin_locals(vm, args);
    if (!locals.is_none()) names = vm.call_method(locals, "keys");
  }
  if (!names.is_set()) return {};
  Ref<List> list = make<List>();
  if (!extend_list(vm, *list, names) || !sort_list(vm, *list, Value::none(), Value(false))) return {};
  return Value(std::move(list));
}

constexpr NativeDefinition kFunctions[] = {
    {"getattr", "object, name, default?, /", builtin_getattr},
    {"hasattr", "obj, name, /", builtin_hasattr},
    {"setattr", "obj, name, value, /", builtin_setattr},
    {"delattr", "obj, name, /", builtin_delattr},
    {"globals", "", builtin_globals},
    {"locals", "", builtin_locals},
    {"vars", "object?, /", builtin_vars},
    {"dir", "object?, /", builtin_dir},
};

}  // namespace

void install_attribute_functions(Vm& vm) { add_builtin_functions(vm, kFunctions); }

}  // namespace loopline::script
