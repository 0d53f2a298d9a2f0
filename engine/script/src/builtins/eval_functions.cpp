// eval, exec, compile, __import__.
#include <algorithm>

#include "../vm/interpreter.h"
#include "builtin_functions.h"
#include "script/module_registry.h"

namespace loopline::script {

namespace {

/// The text of a program given as str, bytes or bytearray. nullopt after raising.
std::optional<std::string> source_text(Vm& vm, const Value& given, const char* function, const char* wanted) {
  std::string text;
  const Value& source = Vm::core(given);
  if (const Str* string = as_str(source)) {
    text = string->view();
  } else if (const Bytes* bytes = as_kind<Bytes>(source, kind::bytes)) {
    text = bytes->data;
  } else if (const ByteArray* array = as_kind<ByteArray>(source, kind::bytearray)) {
    text = array->data;
  } else {
    vm.type_error(std::string(function) + "() arg 1 must be a string, bytes or " + wanted);
    return std::nullopt;
  }
  if (text.find('\0') != std::string::npos) {
    vm.value_error("source code string cannot contain null bytes");
    return std::nullopt;
  }
  return text;
}

Ref<Code> compile_text(Vm& vm, std::string text, const std::string& file_name, Vm::CompileMode mode) {
  if (mode == Vm::CompileMode::eval) text.erase(0, std::min(text.find_first_not_of(" \t"), text.size()));
  return vm.compile_namespace_code(make<Source>(file_name, std::move(text), false), mode);
}

// ---- where code runs ------------------------------------------------------------------------------------------------

struct Namespaces {
  Ref<Dict> globals;
  Ref<Dict> locals;
  Value mapping;  // locals that are no dictionary: what was set is written back to them
  Value asked;    // locals of a class derived from dict: its __getitem__, __missing__ and __setitem__ have their say
};

bool is_mapping(Vm& vm, const Value& value) {
  return value.is_object() && !as_list(Vm::core(value)) && !as_tuple(Vm::core(value)) && !as_str(Vm::core(value)) &&
         vm.special(vm.class_of(value), Special::getitem).is_set();
}

/// The second and third argument of eval() and exec(). False after raising.
bool find_namespaces(Vm& vm, Arguments args, bool is_exec, Namespaces& names) {
  Frame* frame = vm.script_frame();
  const Value& globals = args[1];
  const Value& locals = args[2];
  if (!globals.is_none()) {
    Dict* dict = Vm::core_as<Dict>(globals, kind::dict);
    if (dict == nullptr) {
      vm.type_error(is_exec                   ? "exec() globals must be a dict, not " + vm.type_name(globals)
                    : is_mapping(vm, globals) ? "globals must be a real dict; try eval(code, {}, mapping)"
                                              : std::string("globals must be a dict"));
      return false;
    }
    names.globals = Ref<Dict>(dict);
  } else if (frame != nullptr) {
    names.globals = frame->globals();
  } else {
    vm.type_error("no namespace to run in");
    return false;
  }
  if (!locals.is_none()) {
    names.locals = Ref<Dict>(Vm::core_as<Dict>(locals, kind::dict));
    if (names.locals && !vm.class_of(locals).is_builtin) names.asked = locals;
    if (!names.locals) {
      if (!is_mapping(vm, locals)) {
        vm.type_error(is_exec ? "locals must be a mapping or None, not " + vm.type_name(locals)
                              : "locals must be a mapping");
        return false;
      }
      names.locals = vm.dict();
      names.mapping = locals;
      if (!vm.update_dict(*names.locals, locals, [&] { vm.type_error("locals must be a mapping"); })) return false;
    }
  } else {
    names.locals = globals.is_none() ? vm.locals_of(*frame) : names.globals;
  }
  if (names.globals->get(*vm.names().builtins) == nullptr) {
    names.globals->set(*vm.names().builtins, Value(&vm.builtins()));
  }
  return true;
}

Value run_in(Vm& vm, const Ref<Code>& code, const Namespaces& names) {
  if (names.asked.is_set()) {
    Ref<Frame> frame = Frame::create(nullptr, *code, names.globals);
    frame->names = names.locals;
    frame->instance = names.asked;
    return Interpreter(vm, vm.thread()).run_frame(std::move(frame));
  }
  const Ref<Dict> before = names.mapping.is_set() ? names.locals->copy() : nullptr;
  Value result = vm.run_code(code, names.globals, names.locals);
  if (!before) return result;
  for (const Dict::Entry& entry : names.locals->entries()) {
    if (!entry.key.is_set()) continue;
    const Value* old = before->get(*entry.key.as<Str>());
    if (old != nullptr && old->is_identical(entry.value)) continue;
    if (!vm.set_item(names.mapping, entry.key, entry.value)) return {};
  }
  return result;
}

/// The code to run: the argument itself, or what its text compiles to. Null after raising.
Ref<Code> code_of(Vm& vm, const Value& given, const char* function, Vm::CompileMode mode) {
  if (Code* code = as_kind<Code>(given, kind::code)) {
    if (!code->free_names.empty()) {
      vm.type_error(mode == Vm::CompileMode::eval
                        ? std::string("code object passed to eval() may not contain free variables")
                        : "code object requires a closure of exactly length " +
                              std::to_string(code->free_names.size()));
      return nullptr;
    }
    return Ref<Code>(code);
  }
  std::optional<std::string> text = source_text(vm, given, function, "code object");
  return text ? compile_text(vm, std::move(*text), "<string>", mode) : nullptr;
}

Value builtin_eval(Vm& vm, Arguments args) {
  Namespaces names;
  if (!args[2].is_none() && Vm::core_as<Dict>(args[2], kind::dict) == nullptr && !is_mapping(vm, args[2])) {
    return vm.type_error("locals must be a mapping");
  }
  if (!find_namespaces(vm, args, false, names)) return {};
  const Ref<Code> code = code_of(vm, args[0], "eval", Vm::CompileMode::eval);
  return code ? run_in(vm, code, names) : Value();
}

Value builtin_exec(Vm& vm, Arguments args) {
  Namespaces names;
  if (!find_namespaces(vm, args, true, names)) return {};
  if (!args[3].is_none()) {
    return vm.type_error("closure can only be used when source is a code object");
  }
  const Ref<Code> code = code_of(vm, args[0], "exec", Vm::CompileMode::exec);
  return none_or_error(code && run_in(vm, code, names).is_set());
}

Value builtin_compile(Vm& vm, Arguments args) {
  const Str* file_name = Vm::core_as<Str>(args[1], kind::str);
  const Bytes* file_bytes = as_kind<Bytes>(args[1], kind::bytes);
  if (file_name == nullptr && file_bytes == nullptr) {
    return vm.type_error("expected str, bytes or os.PathLike object, not " + vm.type_name(args[1]));
  }
  const Str* mode = Vm::core_as<Str>(args[2], kind::str);
  if (mode == nullptr) return vm.type_error("compile() argument 'mode' must be str, not " + vm.type_name(args[2]));
  std::int64_t flags = 0;
  std::int64_t optimize = 0;
  if (!vm.index(args[3], flags) || !vm.index(args[5], optimize)) return {};
  if (flags != 0) return vm.value_error("compile(): unrecognised flags");
  if (optimize < -1 || optimize > 2) return vm.value_error("compile(): invalid optimize value");
  Vm::CompileMode how = Vm::CompileMode::exec;
  if (mode->view() == "eval") {
    how = Vm::CompileMode::eval;
  } else if (mode->view() == "single") {
    how = Vm::CompileMode::single;
  } else if (mode->view() != "exec") {
    return vm.value_error("compile() mode must be 'exec', 'eval' or 'single'");
  }
  std::optional<std::string> text = source_text(vm, args[0], "compile", "AST object");
  if (!text) return {};
  const Ref<Code> code =
      compile_text(vm, std::move(*text), file_name != nullptr ? std::string(file_name->view()) : file_bytes->data, how);
  return code ? Value(code) : Value();
}

Value builtin_import(Vm& vm, Arguments args) {
  Str* name = Vm::core_as<Str>(args[0], kind::str);
  if (name == nullptr) return vm.type_error("module name must be a string");
  std::int64_t level = 0;
  if (!vm.index(args[4], level)) return {};
  if (level < 0) return vm.value_error("level must be >= 0");
  if (name->byte_size() == 0 && level == 0) return vm.value_error("Empty module name");
  const int wants_inner = vm.truth(args[3]);
  if (wants_inner < 0) return {};
  const Value from_list = wants_inner > 0 ? vm.tuple({}) : Value::none();
  const Value module =
      vm.import(vm.intern(name->view()), from_list, static_cast<int>(std::min<std::int64_t>(level, 100)));
  if (!module.is_set() || wants_inner == 0) return module;
  // Submodules that were asked for by name are loaded, too.
  const std::optional<std::vector<Value>> inner = vm.to_vector(args[3]);
  if (!inner) return {};
  for (const Value& each : *inner) {
    Str* text = as_str(each);
    if (text == nullptr || vm.find_attr(module, *text).is_set() || vm.has_error()) continue;
    if (!vm.modules().submodule(module, *text).is_set() && vm.has_error()) return {};
  }
  return module;
}

constexpr NativeDefinition kFunctions[] = {
    {"eval", "source, globals=None, locals=None, /", builtin_eval},
    {"exec", "source, globals=None, locals=None, /, *, closure=None", builtin_exec},
    {"compile", "source, filename, mode, flags=0, dont_inherit=False, optimize=-1", builtin_compile},
    {"__import__", "name, globals=None, locals=None, fromlist=None, level=0", builtin_import},
};

}  // namespace

void install_eval_functions(Vm& vm) { add_builtin_functions(vm, kFunctions); }

}  // namespace loopline::script
