// _inspect: what inspect.py cannot see from outside.
#include "../builtins/common.h"
#include "modules.h"
#include "script/module_registry.h"

namespace loopline::script {

namespace {

/// (name, kind, default) of a native function's parameters; `none` stands for no default. Kinds as in
/// inspect.Parameter.
Value native_parameters(Vm& vm, Arguments args) {
  Value function = args[0];
  if (const auto* method = as_kind<BoundMethod>(function, kind::bound_method)) function = method->function;
  if (const auto* wrapper = as_kind<MethodWrapper>(function, kind::static_method)) function = wrapper->function;
  const auto* native = as_kind<NativeFunction>(function, kind::native_function);
  if (native == nullptr) return vm.value_error("no signature found for builtin " + vm.safe_repr(args[0]));
  std::vector<Value> all;
  for (const NativeParameter& parameter : native->signature.parameters) {
    std::int64_t number = 0;
    switch (parameter.mode) {
      case NativeParameter::Mode::positional_only: number = 0; break;
      case NativeParameter::Mode::positional: number = 1; break;
      case NativeParameter::Mode::var_positional: number = 2; break;
      case NativeParameter::Mode::keyword_only: number = 3; break;
      case NativeParameter::Mode::var_keyword: number = 4; break;
    }
    const bool is_variadic = number == 2 || number == 4;
    Value standard = args[1];
    if (!parameter.required && !is_variadic) {
      standard = parameter.default_value.is_set() ? parameter.default_value : Value::none();
    }
    all.push_back(vm.tuple({Value(parameter.name), Value(number), standard}));
  }
  return vm.list(std::move(all));
}

Value is_iterable_coroutine(Vm& /*vm*/, Arguments args) {
  const auto* generator = args[0].is_object() ? dynamic_cast<Generator*>(args[0].as_object()) : nullptr;
  return Value(generator != nullptr && generator->is_iterable_coroutine);
}

/// A view of a dictionary that cannot be written through.
Value read_only(Vm& vm, Arguments args) {
  const Value proxy = vm.find_attr(Value(vm.types().object), "__dict__");
  return proxy.is_set() ? vm.call(Value(&vm.class_of(proxy)), {args[0]}) : Value();
}

/// The text of the program itself; None if it is not running.
Value main_source(Vm& vm, Arguments /*args*/) {
  Value found = Value::none();
  for (Frame* frame = vm.thread().top; frame != nullptr; frame = frame->caller) {
    if (!frame->code().is_library()) found = vm.str(frame->code().source->text);
  }
  return found;
}

Value module_exists(Vm& vm, Arguments args) { return Value(vm.modules().exists(as_str(args[0])->view())); }

constexpr NativeDefinition kFunctions[] = {
    {"native_parameters", "function, none, /", native_parameters},
    {"is_iterable_coroutine", "object, /", is_iterable_coroutine},
    {"read_only", "dictionary, /", read_only},
    {"main_source", "", main_source},
    {"module_exists", "name, /", module_exists},
};

bool make_inspect(Vm& vm, Module& module) {
  vm.define_functions(module, kFunctions);
  return true;
}

}  // namespace

void install_inspect(ModuleRegistry& modules) { modules.add_native("_inspect", make_inspect); }

}  // namespace loopline::script
