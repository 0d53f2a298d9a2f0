// The built-in functions.
#include "../vm/bootstrap.h"
#include "common.h"

namespace loopline::script {

namespace {

Value builtin_print(Vm& vm, Arguments args) {
  const auto part = [&](const Value& given, const char* name, const char* standard) -> std::optional<std::string> {
    if (given.is_none()) return standard;
    if (const Str* text = Vm::core_as<Str>(given, kind::str)) return std::string(text->view());
    vm.type_error(std::string(name) + " must be None or a string, not " + vm.type_name(given));
    return std::nullopt;
  };
  const std::optional<std::string> separator = part(args[1], "sep", " ");
  if (!separator) return {};
  const std::optional<std::string> end = part(args[2], "end", "\n");
  if (!end) return {};
  const bool to_file = !args[3].is_none();
  const auto write = [&](std::string_view text) {
    if (to_file) return vm.call_method(args[3], "write", {vm.str(text)}).is_set();
    return vm.write(Stream::output, text);
  };
  bool first = true;
  for (const Value& value : *args[0].as<Tuple>()) {
    if (!first && !separator->empty() && !write(*separator)) return {};
    first = false;
    const Value text = vm.to_str(value);
    if (!text.is_set() || !write(Vm::core(text).as<Str>()->view())) return {};
  }
  if (!end->empty() && !write(*end)) return {};
  if (vm.truth(args[4]) > 0 && to_file && !vm.call_method(args[3], "flush").is_set()) return {};
  return Value::none();
}

Value builtin_len(Vm& vm, Arguments args) {
  const std::int64_t length = vm.length(args[0]);
  return length < 0 ? Value() : Value(length);
}

Value builtin_repr(Vm& vm, Arguments args) { return vm.repr(args[0]); }

Value builtin_isinstance(Vm& vm, Arguments args) {
  const int found = vm.is_instance(args[0], args[1]);
  return found < 0 ? Value() : Value(found != 0);
}

constexpr NativeDefinition kFunctions[] = {
    {"print", "*args, sep=None, end=None, file=None, flush=False", builtin_print},
    {"len", "obj, /", builtin_len},
    {"repr", "obj, /", builtin_repr},
    {"isinstance", "obj, class_or_tuple, /", builtin_isinstance},
};

}  // namespace

void install_builtin_functions(Vm& vm) {
  for (const NativeDefinition& definition : kFunctions) {
    Ref<NativeFunction> function = vm.make_native(definition);
    function->module_name = vm.str("builtins");
    vm.add_builtin(definition.name, Value(std::move(function)));
  }
}

}  // namespace loopline::script
