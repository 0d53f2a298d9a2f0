// _types: what library modules in the script language need of the machine's own objects.
#include "../builtins/common.h"
#include "modules.h"
#include "script/module_registry.h"
#include "script/vm.h"

namespace loopline::script {

namespace {

/// types.coroutine() of a generator function: what it makes may be awaited.
Value mark_coroutine(Vm& vm, Arguments args) {
  Function* function = as_function(args[0]);
  if (function == nullptr) return vm.type_error("a function is required, not " + vm.type_name(args[0]));
  function->is_coroutine_marked = true;
  return args[0];
}

/// 'function', 'generator', 'coroutine' or 'async_generator': what calling the function gives. None if it is no
/// function.
Value function_kind(Vm& vm, Arguments args) {
  const Function* function = as_function(args[0]);
  if (function == nullptr) return Value::none();
  switch (function->code->code_kind) {
    case CodeKind::generator: return vm.intern(function->is_coroutine_marked ? "coroutine" : "generator");
    case CodeKind::coroutine: return vm.intern("coroutine");
    case CodeKind::async_generator: return vm.intern("async_generator");
    default: return vm.intern("function");
  }
}

/// Whether a generator object may be awaited.
Value is_awaitable_generator(Vm& /*vm*/, Arguments args) {
  const auto* generator = args[0].is_object(kind::generator) ? args[0].as<Generator>() : nullptr;
  return Value(generator != nullptr && generator->is_iterable_coroutine);
}

/// Runs source text as a part of the library: its frames show in no traceback.
Value run_library(Vm& vm, Arguments args) {
  const Str* text = as_str(args[0]);
  Dict* names = as_dict(args[1]);
  if (text == nullptr || names == nullptr) return vm.type_error("a text and a dict are required");
  const Ref<Dict> globals(names);
  const Ref<Source> source = make<Source>("<string>", std::string(text->view()), /*library=*/true);
  return none_or_error(vm.run_module(source, globals).is_set());
}

/// The __name__ of the module of the script whose code called into the library.
Value caller_module(Vm& vm, Arguments /*args*/) {
  for (const Frame* frame = vm.script_frame(); frame != nullptr; frame = frame->caller) {
    if (frame->code().is_library()) continue;
    const Value* name = frame->globals()->get(*vm.names().name);
    return name != nullptr ? *name : vm.intern("__main__");
  }
  return vm.intern("__main__");
}

/// Whether the library function that asks was called by code of the script.
Value called_by_script(Vm& vm, Arguments /*args*/) {
  const Frame* frame = vm.script_frame();
  return Value(frame != nullptr && frame->caller != nullptr && !frame->caller->code().is_library());
}

/// The exception that an except or with statement is handling, or None.
Value handled_exception(Vm& vm, Arguments /*args*/) {
  ExceptionObject* handled = vm.handled_exception();
  return handled != nullptr ? Value(handled) : Value::none();
}

/// The value inside an instance of a class that derives from a built-in one; the value itself for others.
Value core_of(Vm& /*vm*/, Arguments args) { return Vm::core(args[0]); }

/// A new instance of the same class around a core value, without attributes; for copies.
Value wrap_like(Vm& vm, Arguments args) {
  const Instance* like = as_instance(args[0]);
  if (like == nullptr) return vm.type_error("an instance is required, not " + vm.type_name(args[0]));
  Ref<Instance> made = make<Instance>(Ref<Class>(&like->cls()));
  made->wrapped = args[1];
  return Value(std::move(made));
}

constexpr NativeDefinition kFunctions[] = {
    {"mark_coroutine", "function, /", mark_coroutine},
    {"function_kind", "function, /", function_kind},
    {"is_awaitable_generator", "object, /", is_awaitable_generator},
    {"run_library", "source, namespace, /", run_library},
    {"called_by_script", "", called_by_script},
    {"caller_module", "", caller_module},
    {"handled_exception", "", handled_exception},
    {"core_of", "object, /", core_of},
    {"wrap_like", "object, core, /", wrap_like},
};

// ---- making what is otherwise made by syntax ---------------------------------------------------------------------

Value method_new(Vm& vm, Arguments args) {
  if (!vm.is_callable(args[1])) return vm.type_error("first argument must be callable");
  if (args[2].is_none()) return vm.type_error("instance must not be None");
  return make<BoundMethod>(args[1], args[2]);
}

Value function_new(Vm& vm, Arguments args) {
  Code* code = as_kind<Code>(args[1], kind::code);
  Dict* globals = Vm::core_as<Dict>(args[2], kind::dict);
  if (code == nullptr) return vm.type_error("function() argument 'code' must be code, not " + vm.type_name(args[1]));
  if (globals == nullptr)
    return vm.type_error("function() argument 'globals' must be dict, not " + vm.type_name(args[2]));
  if (code->code_kind == CodeKind::module || code->code_kind == CodeKind::class_body) {
    return vm.value_error("function() argument 'code' must be the code of a function");
  }
  const std::size_t cells = code->free_names.size();
  Tuple* closure = as_tuple(args[5]);
  if (closure == nullptr && cells > 0) return vm.type_error("arg 5 (closure) must be tuple");
  if (closure != nullptr) {
    if (closure->size() != cells) {
      return vm.value_error(std::string(code->name->view()) + " requires closure of length " + std::to_string(cells) +
                            ", not " + std::to_string(closure->size()));
    }
    for (const Value& cell : *closure) {
      if (!cell.is_object(kind::cell))
        return vm.type_error("arg 5 (closure) expected cell, found " + vm.type_name(cell));
    }
  }
  Ref<Function> function = make<Function>(Ref<Code>(code), Ref<Dict>(globals));
  Str* name = as_str(args[3]);
  function->name = name != nullptr ? Ref<Str>(name) : code->name;
  function->qualname = name != nullptr ? Ref<Str>(name) : code->qualname;
  if (Tuple* defaults = as_tuple(args[4])) function->defaults = Ref<Tuple>(defaults);
  if (closure != nullptr && cells > 0) function->closure = Ref<Tuple>(closure);
  function->doc = code->doc;
  const Value* module = globals->get(*vm.names().name);
  if (module != nullptr) function->module_name = *module;
  return Value(std::move(function));
}

Value module_new(Vm& vm, Arguments args) {
  Str* name = Vm::core_as<Str>(args[1], kind::str);
  if (name == nullptr) return vm.type_error("module() argument 'name' must be str, not " + vm.type_name(args[1]));
  Ref<Module> module = make<Module>(vm.intern(name->view()));
  module->is_library = false;
  Dict& attributes = *module->attributes;
  attributes.set(*vm.names().name, Value(module->name));
  attributes.set(*vm.names().doc, args[2]);
  for (const char* each : {"__package__", "__loader__", "__spec__"}) attributes.set(*vm.intern(each), Value::none());
  return vm.finish_new(args[0], *vm.types().module, Value(std::move(module)));
}

Value cell_new(Vm& /*vm*/, Arguments args) { return make<Cell>(args[1]); }

constexpr NativeDefinition kMethod[] = {{"__new__", "cls, function, instance, /", method_new}};
constexpr NativeDefinition kFunction[] = {
    {"__new__", "cls, code, globals, name=None, argdefs=None, closure=None", function_new}};
constexpr NativeDefinition kModule[] = {{"__new__", "cls, name, doc=None", module_new}};
constexpr NativeDefinition kCell[] = {{"__new__", "cls, contents?, /", cell_new}};

bool make_types(Vm& vm, Module& module) {
  const Types& types = vm.types();
  vm.define_functions(module, kFunctions);
  vm.define_methods(*types.bound_method, kMethod);
  vm.define_methods(*types.function, kFunction);
  vm.define_methods(*types.module, kModule);
  vm.define_methods(*types.cell, kCell);
  const std::pair<const char*, const Ref<Class>*> classes[] = {
      {"FunctionType", &types.function},
      {"BuiltinFunctionType", &types.native_function},
      {"MethodDescriptorType", &types.native_method},
      {"MethodType", &types.bound_method},
      {"ModuleType", &types.module},
      {"CellType", &types.cell},
      {"CodeType", &types.code},
      {"FrameType", &types.frame},
      {"TracebackType", &types.traceback},
      {"GeneratorType", &types.generator},
      {"CoroutineType", &types.coroutine},
      {"AsyncGeneratorType", &types.async_generator},
      {"MappingProxyType", &types.mapping_proxy},
      {"GenericAlias", &types.generic_alias},
      {"UnionType", &types.union_type},
      {"GetSetDescriptorType", &types.slot_descriptor},
      {"NoneType", &types.none_type},
      {"EllipsisType", &types.ellipsis_type},
      {"NotImplementedType", &types.not_implemented_type},
  };
  for (const auto& [name, cls] : classes) module.attributes->set(*vm.intern(name), Value(*cls));
  return true;
}

/// The module whose names every other one sees: its dictionary is the machine's own.
bool make_builtins(Vm& vm, Module& module) {
  module.attributes = Ref<Dict>(&vm.builtins());
  module.attributes->set(*vm.names().name, Value(module.name));
  return true;
}

}  // namespace

void install_types(ModuleRegistry& modules) {
  modules.add_native("_types", make_types);
  modules.add_native("builtins", make_builtins);
}

}  // namespace loopline::script
