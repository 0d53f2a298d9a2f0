// Built-in functions about output, single objects and the run.
#include "builtin_functions.h"

#include "../vm/bootstrap.h"
#include "script/module_registry.h"

namespace loopline::script {

namespace {

/// Where print() writes: the run's own output, or an object with write() that the script put in its place.
struct Output {
  Value file;  // unset: the run's own
  bool is_closed = false;
};

/// sys.stdout, if the script imported sys and put something else there. False after raising.
bool find_output(Vm& vm, const Value& file, Output& output) {
  if (!file.is_none()) {
    output.file = file;
    return true;
  }
  const Value* module = vm.modules().loaded()->get(*vm.intern("sys"));
  if (module == nullptr || as_module(*module) == nullptr) return true;
  const Dict& attributes = *module->as<Module>()->attributes;
  const Value* original = attributes.get(*vm.intern("__stdout__"));
  if (original == nullptr) return true;
  const Value* now = attributes.get(*vm.intern("stdout"));
  if (now == nullptr) {
    vm.runtime_error("lost sys.stdout");
    return false;
  }
  if (now->is_identical(*original)) return true;
  output.is_closed = now->is_none();
  output.file = *now;
  return true;
}

Value builtin_print(Vm& vm, Arguments args) {
  const auto part = [&](const Value& given, const char* name,
                        std::string_view standard) -> std::optional<std::string_view> {
    if (given.is_none()) return standard;
    if (const Str* text = Vm::core_as<Str>(given, kind::str)) return text->view();
    vm.type_error(std::string(name) + " must be None or a string, not " + vm.type_name(given));
    return std::nullopt;
  };
  Output output;
  if (!find_output(vm, args[3], output)) return {};
  if (output.is_closed) return Value::none();
  const std::optional<std::string_view> separator = part(args[1], "sep", " ");
  if (!separator) return {};
  const std::optional<std::string_view> end = part(args[2], "end", "\n");
  if (!end) return {};
  const auto write = [&](std::string_view text) {
    if (output.file.is_set()) return vm.call_method(output.file, "write", {vm.str(text)}).is_set();
    return vm.write(Stream::output, text);
  };
  bool first = true;
  for (const Value& value : *args[0].as<Tuple>()) {
    if (!first && !write(*separator)) return {};
    first = false;
    const Value text = vm.to_str(value);
    if (!text.is_set() || !write(Vm::core(text).as<Str>()->view())) return {};
  }
  if (!write(*end)) return {};
  const int flush = vm.truth(args[4]);
  if (flush < 0) return {};
  if (flush > 0 && output.file.is_set() && !vm.call_method(output.file, "flush").is_set()) return {};
  return Value::none();
}

/// A line of sys.stdin, whatever that is now.
Value builtin_input(Vm& vm, Arguments args) {
  if (args[0].is_set()) {
    const Value text = vm.to_str(args[0]);
    if (!text.is_set() || !vm.write(Stream::output, Vm::core(text).as<Str>()->view())) return {};
  }
  const Value sys = vm.modules().load(vm.intern("sys"));
  const Value input = sys.is_set() ? vm.get_attr(sys, "stdin") : Value();
  const Value line = input.is_set() ? vm.call_method(input, "readline") : Value();
  if (!line.is_set()) return {};
  const Str* text = as_str(line);
  if (text == nullptr || text->length() == 0) return vm.raise(*vm.types().eof_error, "EOF when reading a line");
  const std::string_view read = text->view();
  return vm.str(read.ends_with('\n') ? read.substr(0, read.size() - 1) : read);
}

Value builtin_len(Vm& vm, Arguments args) {
  const std::int64_t length = vm.length(args[0]);
  return length < 0 ? Value() : Value(length);
}

Value builtin_repr(Vm& vm, Arguments args) { return vm.repr(args[0]); }

Value builtin_hash(Vm& vm, Arguments args) {
  std::int64_t hash = 0;
  return vm.hash(args[0], hash) ? Value(hash) : Value();
}

Value builtin_id(Vm& vm, Arguments args) { return Value(vm.id(args[0])); }

Value builtin_callable(Vm& vm, Arguments args) { return Value(vm.is_callable(args[0])); }

Value builtin_isinstance(Vm& vm, Arguments args) {
  const int found = vm.is_instance(args[0], args[1]);
  return found < 0 ? Value() : Value(found != 0);
}

Value builtin_issubclass(Vm& vm, Arguments args) {
  const int found = vm.is_subclass(args[0], args[1]);
  return found < 0 ? Value() : Value(found != 0);
}

Value builtin_exit(Vm& vm, Arguments args) { return vm.raise(*vm.types().system_exit, {args[0]}); }

Value builtin_breakpoint(Vm& vm, Arguments /*args*/) {
  return vm.runtime_error("breakpoint() is not available in the sandbox");
}
Value builtin_help(Vm& vm, Arguments /*args*/) { return vm.runtime_error("help() is not available in the sandbox"); }

Value display(Vm& vm, Arguments args) {
  if (args[0].is_none()) return Value::none();
  const std::optional<std::string> text = vm.repr_text(args[0]);
  if (!text || !vm.write(Stream::output, *text + "\n")) return {};
  vm.add_builtin("_", args[0]);
  return Value::none();
}

constexpr NativeDefinition kDisplay = {"displayhook", "object, /", display};

constexpr NativeDefinition kFunctions[] = {
    {"print", "*args, sep=None, end=None, file=None, flush=False", builtin_print},
    {"input", "prompt?, /", builtin_input},
    {"len", "obj, /", builtin_len},
    {"repr", "obj, /", builtin_repr},
    {"hash", "obj, /", builtin_hash},
    {"id", "obj, /", builtin_id},
    {"callable", "obj, /", builtin_callable},
    {"isinstance", "obj, class_or_tuple, /", builtin_isinstance},
    {"issubclass", "cls, class_or_tuple, /", builtin_issubclass},
    {"exit", "code=None", builtin_exit},
    {"quit", "code=None", builtin_exit},
    {"breakpoint", "*args, **kws", builtin_breakpoint},
    {"help", "*args, **kwds", builtin_help},
};

}  // namespace

void add_builtin_functions(Vm& vm, std::span<const NativeDefinition> functions) {
  for (const NativeDefinition& definition : functions) {
    Ref<NativeFunction> function = vm.make_native(definition);
    function->module_name = vm.intern("builtins");
    vm.add_builtin(definition.name, Value(std::move(function)));
  }
}

Value Vm::display_function() { return make_native(kDisplay); }

void install_builtin_functions(Vm& vm) {
  add_builtin_functions(vm, kFunctions);
  install_attribute_functions(vm);
  install_iteration_functions(vm);
  install_eval_functions(vm);
  install_async_functions(vm);
  vm.add_builtin("NotImplemented", Value::not_implemented());
  vm.add_builtin("Ellipsis", Value::ellipsis());
  vm.add_builtin("__debug__", Value(true));
  vm.add_builtin("__name__", vm.intern("builtins"));
}

}  // namespace loopline::script
