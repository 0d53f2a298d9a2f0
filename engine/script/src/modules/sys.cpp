// _sys: what the module sys (sys.py) asks of the machine: frames, exceptions, limits, output.
#include <algorithm>

#include "../builtins/common.h"
#include "bytes_argument.h"
#include "modules.h"
#include "script/module_registry.h"

namespace loopline::script {

namespace {

// ---- exceptions and frames -----------------------------------------------------------------------------------------

Value exception(Vm& vm, Arguments /*args*/) {
  ExceptionObject* handled = vm.handled_exception();
  return handled != nullptr ? Value(handled) : Value::none();
}

Value exc_info(Vm& vm, Arguments /*args*/) {
  ExceptionObject* handled = vm.handled_exception();
  if (handled == nullptr) return vm.tuple({Value::none(), Value::none(), Value::none()});
  const Value traceback = handled->traceback ? Value(handled->traceback) : Value::none();
  return vm.tuple({Value(&handled->cls()), Value(handled), traceback});
}

/// The frame of the program `depth` levels up; frames of the library do not count.
Value get_frame(Vm& vm, Arguments args) {
  std::int64_t depth = 0;
  if (!vm.index(args[0], depth)) return {};
  for (Frame* frame = vm.script_frame(); frame != nullptr; frame = frame->caller) {
    if (frame->code().is_library() || depth-- > 0) continue;
    frame->escape();
    return Value(frame);
  }
  return vm.value_error("call stack is not deep enough");
}

/// The frame that a warning is about: `level` frames above the one that called warnings.warn(), the library's included;
/// if that is one of the library's, the program's frame that called it. None if there is no such frame.
Value warning_frame(Vm& vm, Arguments args) {
  std::int64_t level = 0;
  if (!vm.index(args[0], level, true)) return {};
  Frame* frame = vm.script_frame();
  const Source* warnings = frame != nullptr ? frame->code().source.get() : nullptr;
  while (frame != nullptr && frame->code().source.get() == warnings) frame = frame->caller;
  for (; frame != nullptr && level > 1; --level) frame = frame->caller;
  while (frame != nullptr && frame->code().is_library()) frame = frame->caller;
  if (frame == nullptr) return Value::none();
  frame->escape();
  return Value(frame);
}

/// The number and name of the current thread.
Value thread(Vm& vm, Arguments /*args*/) {
  const loop::VirtualThread& current = vm.runtime().threads.current();
  return vm.tuple({Value(std::int64_t{current.id()}), vm.str(current.name())});
}

Value format_exception(Vm& vm, Arguments args) { return vm.str(vm.format_exception(args[0])); }
/// For the log: what nobody else can hear. The text of the report is the hook's.
Value tell_unraisable(Vm& vm, Arguments args) {
  if (loop::Instrument* instrument = vm.runtime().instrument(); instrument != nullptr) {
    instrument->warned(loop::WarningKind::unraisable, 0, vm.safe_repr(args[0]));
  }
  return Value::none();
}

Value report(Vm& vm, Arguments args) {
  vm.report(std::string(as_str(args[0])->view()));
  return Value::none();
}

// ---- output --------------------------------------------------------------------------------------------------------

/// write(stream, text): 1 is the output, 2 the errors. Returns the number of characters.
Value write(Vm& vm, Arguments args) {
  const Str* text = Vm::core_as<Str>(args[1], kind::str);
  if (text == nullptr) return vm.type_error("write() argument must be str, not " + vm.type_name(args[1]));
  const Stream stream = args[0].as_int() == 2 ? Stream::error : Stream::output;
  if (!vm.write(stream, text->view())) return {};
  return Value(static_cast<std::int64_t>(text->length()));
}

Value write_bytes(Vm& vm, Arguments args) {
  const std::optional<std::string_view> data = bytes_in(args[1]);
  if (!data) return vm.type_error("a bytes-like object is required, not '" + vm.type_name(args[1]) + "'");
  const Stream stream = args[0].as_int() == 2 ? Stream::error : Stream::output;
  if (!vm.write(stream, *data)) return {};
  return Value(static_cast<std::int64_t>(data->size()));
}

// ---- limits --------------------------------------------------------------------------------------------------------

Value set_recursion_limit(Vm& vm, Arguments args) {
  std::int64_t limit = 0;
  if (!vm.index(args[0], limit)) return {};
  if (limit < 1) return vm.value_error("recursion limit must be greater or equal than 1");
  const int depth = vm.thread().depth;
  if (limit <= depth) {
    return vm.raise(*vm.types().recursion_error, "cannot set the recursion limit to " + std::to_string(limit) +
                                                     " at the recursion depth " + std::to_string(depth) +
                                                     ": the limit is too low");
  }
  vm.set_recursion_limit(static_cast<int>(std::min<std::int64_t>(limit, vm.limits().deepest_recursion)));
  return Value::none();
}

Value get_recursion_limit(Vm& vm, Arguments /*args*/) { return Value(std::int64_t{vm.recursion_limit()}); }

// ---- objects -------------------------------------------------------------------------------------------------------

/// As CPython counts: the argument itself is one reference.
Value get_reference_count(Vm& /*vm*/, Arguments args) {
  if (!args[0].is_object()) return Value(std::int64_t{1} << 30U);
  return Value(std::int64_t{args[0].as_object()->references()});
}

Value intern(Vm& vm, Arguments args) {
  const Str* text = as_str(args[0]);
  if (text == nullptr) {
    if (Vm::core_as<Str>(args[0], kind::str) != nullptr) return vm.type_error("can't intern " + vm.type_name(args[0]));
    return vm.type_error("intern() argument must be str, not " + vm.type_name(args[0]));
  }
  return text->is_interned() ? args[0] : Value(vm.intern(text->view()));
}

std::int64_t size_of_str(const Str& text) {
  const auto length = static_cast<std::int64_t>(text.length());
  if (text.is_ascii()) return 49 + length;
  char32_t largest = 0;
  for (std::size_t at = 0; at < text.byte_size();) largest = std::max(largest, utf8::decode(text.view(), at));
  if (largest < 0x100) return 73 + length;
  return largest < 0x10000 ? 74 + 2 * length : 76 + 4 * length;
}

/// The size of a dictionary's or set's table in CPython, by what it holds.
std::int64_t size_of_dict(std::size_t used) {
  if (used == 0) return 64;
  std::int64_t slots = 8;
  while (slots * 2 / 3 < static_cast<std::int64_t>(used)) slots *= 2;
  const std::int64_t index_bytes = slots <= 128 ? 1 : slots <= 32768 ? 2 : 4;
  return 64 + 32 + slots * index_bytes + slots * 2 / 3 * 24;
}
std::int64_t size_of_set(std::size_t used) {
  std::int64_t slots = 8;
  while (static_cast<std::int64_t>(used) * 5 >= slots * 3) slots *= used > 50000 ? 2 : 4;
  return slots == 8 ? 216 : 216 + slots * 16;
}

std::int64_t size_of_list(const List& list) {
  // Whole blocks of eight bytes, grown by an eighth as CPython does.
  const std::size_t size = list.items.size();
  return 56 + static_cast<std::int64_t>(size) * 8;
}

/// What CPython 3.11 says on a 64-bit machine for values of this kind.
std::int64_t size_of(const Value& value) {
  if (value.is_float()) return 24;
  if (value.is_none() || !value.is_object()) {
    if (value.is_none()) return 16;
    const std::uint64_t magnitude = static_cast<std::uint64_t>(std::abs(value.as_int()));
    if (magnitude == 0) return 24;
    return magnitude < (1U << 30U) ? 28 : magnitude < (std::uint64_t{1} << 60U) ? 32 : 36;
  }
  Object& object = *value.as_object();
  const loop::ObjectKind object_kind = object.kind();
  if (object_kind == kind::str) return size_of_str(static_cast<Str&>(object));
  if (object_kind == kind::bytes) return 33 + static_cast<std::int64_t>(static_cast<Bytes&>(object).data.size());
  if (object_kind == kind::bytearray) {
    const std::size_t size = static_cast<ByteArray&>(object).data.size();
    return size == 0 ? 56 : 57 + static_cast<std::int64_t>(size);
  }
  if (object_kind == kind::tuple) return 40 + static_cast<std::int64_t>(static_cast<Tuple&>(object).size()) * 8;
  if (object_kind == kind::list) return size_of_list(static_cast<List&>(object));
  if (object_kind == kind::dict) return size_of_dict(static_cast<Dict&>(object).size());
  if (object_kind == kind::set || object_kind == kind::frozenset) return size_of_set(static_cast<Set&>(object).size());
  if (object_kind == kind::big_int) {
    return 24 +
           static_cast<std::int64_t>((mpz_sizeinbase(static_cast<BigInt&>(object).number.get_mpz_t(), 2) + 29) / 30) *
               4;
  }
  if (object_kind == kind::function) return 144;
  if (object_kind == kind::class_) return 1688;
  if (object_kind == kind::instance) {
    const auto& instance = static_cast<Instance&>(object);
    if (instance.wrapped.is_set()) return size_of(instance.wrapped) + 16;
    return instance.cls().has_dict ? 56 : 40;
  }
  if (object_kind == kind::generator || object_kind == loop::ObjectKind::coroutine) return 200;
  return 48;
}

Value get_size(Vm& vm, Arguments args) {
  if (args[0].is_object(kind::instance)) {
    bool is_own = false;
    const Value method = vm.class_attr(vm.class_of(args[0]), *vm.intern("__sizeof__"), is_own);
    if (vm.has_error()) vm.take_error();
    if (is_own && method.is_object(kind::function)) return vm.call(method, {args[0]});
  }
  return Value(size_of(args[0]));
}

Value modules(Vm& vm, Arguments /*args*/) { return Value(vm.modules().loaded()); }

constexpr NativeDefinition kFunctions[] = {
    {"exc_info", "", exc_info},
    {"exception", "", exception},
    {"_getframe", "depth=0, /", get_frame},
    {"warning_frame", "level, /", warning_frame},
    {"thread", "", thread},
    {"format_exception", "value, /", format_exception},
    {"tell_unraisable", "value, /", tell_unraisable},
    {"report", "text, /", report},
    {"write", "stream, text, /", write},
    {"write_bytes", "stream, data, /", write_bytes},
    {"setrecursionlimit", "limit, /", set_recursion_limit},
    {"getrecursionlimit", "", get_recursion_limit},
    {"getrefcount", "object, /", get_reference_count},
    {"getsizeof", "object, default?", get_size},
    {"intern", "string, /", intern},
    {"modules", "", modules},
};

bool make_sys(Vm& vm, Module& module) {
  vm.define_functions(module, kFunctions);
  const Ref<Str> name = vm.intern("sys");
  for (const Dict::Entry& entry : module.attributes->entries()) {
    if (auto* function = as_kind<NativeFunction>(entry.value, kind::native_function))
      function->module_name = Value(name);
  }
  return true;
}

}  // namespace

void install_sys(ModuleRegistry& modules) { modules.add_native("_sys", make_sys); }

}  // namespace loopline::script
