// bytes and bytearray: construction and special methods. The others are in bytes_….cpp and byte_array.cpp.
#include "../vm/bootstrap.h"
#include "../vm/codecs.h"
#include "bytes_common.h"
#include "protocol.h"

namespace loopline::script {

Value bytes_of_kind(Vm& vm, const Value& self, std::string data) {
  if (!vm.check_size(data.size())) return {};
  if (is_byte_array(self)) return make<ByteArray>(std::move(data));
  return make<Bytes>(std::move(data));
}

Value same_bytes(Vm& vm, const Value& self) {
  return is_byte_array(self) ? bytes_of_kind(vm, self, std::string(self_bytes(self))) : Vm::core(self);
}

namespace {

std::optional<std::string> encoded(Vm& vm, Arguments args, const std::string& type) {
  const auto encoding = codecs::name_argument(vm, args[2], "utf-8", type, "encoding");
  const auto errors = encoding ? codecs::name_argument(vm, args[3], "strict", type, "errors") : std::nullopt;
  if (!errors) return std::nullopt;
  const bool is_text = args[1].is_set() && Vm::core(args[1]).is_object(kind::str);
  if (!is_text) {
    vm.type_error(args[2].is_set() ? "encoding without a string argument" : "errors without a string argument");
    return std::nullopt;
  }
  if (!args[2].is_set()) {
    vm.type_error("string argument without an encoding");
    return std::nullopt;
  }
  const Value data = codecs::encode(vm, Vm::core(args[1]), *encoding, *errors);
  return data.is_set() ? std::optional(data.as<Bytes>()->data) : std::nullopt;
}

/// That many zeros; nullopt after raising, or without an error if the value is no number.
std::optional<std::string> zeros(Vm& vm, const Value& value) {
  const bool is_number = is_integer(Vm::core(value)) || vm.special(vm.class_of(value), Special::index).is_set();
  if (!is_number) return std::nullopt;
  const Value number = index_value(vm, value);
  if (!number.is_set()) {
    // A number that cannot say which may still be a sequence.
    vm.catch_error(*vm.types().type_error);
    return std::nullopt;
  }
  if (!number.is_int()) {
    vm.overflow_error("cannot fit 'int' into an index-sized integer");
    return std::nullopt;
  }
  if (number.as_int() < 0) {
    vm.value_error("negative count");
    return std::nullopt;
  }
  if (!vm.check_size(static_cast<std::uint64_t>(number.as_int()))) return std::nullopt;
  return std::string(static_cast<std::size_t>(number.as_int()), '\0');
}

/// bytes(source, encoding, errors) and bytearray(…).
std::optional<std::string> constructed(Vm& vm, Arguments args, const std::string& type) {
  if (args[2].is_set() || args[3].is_set()) return encoded(vm, args, type);
  if (!args[1].is_set()) return std::string();
  const Value& source = args[1];
  if (type == "bytes") {
    std::optional<std::string> data = bytes_like(vm, source);
    if (data || vm.has_error()) return data;
  }
  if (Vm::core(source).is_object(kind::str)) {
    vm.type_error("string argument without an encoding");
    return std::nullopt;
  }
  std::optional<std::string> data = zeros(vm, source);
  if (data || vm.has_error()) return data;
  return bytes_from_object(vm, source, type.c_str());
}

Value bytes_new(Vm& vm, Arguments args) {
  Class& own = *vm.types().bytes;
  const bool is_copy = args[1].is_object(kind::bytes) && !args[2].is_set() && !args[3].is_set();
  if (is_copy) return vm.finish_new(args[0], own, args[1]);
  std::optional<std::string> data = constructed(vm, args, "bytes");
  return data ? vm.finish_new(args[0], own, make<Bytes>(std::move(*data))) : Value();
}

Value bytearray_new(Vm& vm, Arguments args) {
  return vm.finish_new(args[0], *vm.types().bytearray, make<ByteArray>(std::string()));
}

Value bytearray_init(Vm& vm, Arguments args) {
  const Value self = Vm::core(args[0]);
  std::optional<std::string> data = constructed(vm, args, "bytearray");
  ByteArray& array = *self.as<ByteArray>();
  if (!data || (data->size() != array.data.size() && !may_resize(vm, array))) return {};
  array.data = std::move(*data);
  array.account();
  return Value::none();
}

Value bytes_getnewargs(Vm& vm, Arguments args) { return vm.tuple({Vm::core(args[0])}); }
Value bytes_bytes(Vm& /*vm*/, Arguments args) { return Vm::core(args[0]); }

Value bytes_mod(Vm& vm, Arguments args) { return vm.format_bytes_percent(Vm::core(args[0]), args[1]); }
Value bytes_rmod(Vm& vm, Arguments args) {
  if (!bytes_view_of(args[1])) return Value::not_implemented();
  return vm.format_bytes_percent(Vm::core(args[1]), args[0]);
}

Value bytes_sizeof(Vm& /*vm*/, Arguments args) {
  return Value(static_cast<std::int64_t>((is_byte_array(args[0]) ? 57 : 33) + self_bytes(args[0]).size()));
}

// bytes and bytearray have these in common.
constexpr NativeDefinition kBoth[] = {
    {"__repr__", "self, /", protocol::repr},
    {"__str__", "self, /", protocol::repr},
    {"__len__", "self, /", protocol::length},
    {"__iter__", "self, /", protocol::iter},
    {"__contains__", "self, key, /", protocol::contains},
    {"__getitem__", "self, key, /", protocol::get_item},
    {"__add__", "self, value, /", protocol::concat},
    {"__mul__", "self, value, /", protocol::repeat},
    {"__rmul__", "self, value, /", protocol::repeat},
    {"__mod__", "self, value, /", bytes_mod},
    {"__rmod__", "self, value, /", bytes_rmod},
    LOOPLINE_COMPARISON_METHODS,
    {"__sizeof__", "self, /", bytes_sizeof},
};

constexpr NativeDefinition kBytes[] = {
    {"__new__", "type, source?, encoding?, errors?", bytes_new},
    {"__hash__", "self, /", protocol::hash},
    {"__getnewargs__", "self, /", bytes_getnewargs},
    {"__bytes__", "self, /", bytes_bytes},
};

constexpr NativeDefinition kByteArray[] = {
    {"__new__", "type, source?, encoding?, errors?", bytearray_new},
    {"__init__", "self, source?, encoding?, errors?", bytearray_init},
    {"__setitem__", "self, key, value, /", protocol::set_item},
    {"__delitem__", "self, key, /", protocol::delete_item},
    {"__iadd__", "self, value, /", protocol::concat_in_place},
    {"__imul__", "self, value, /", protocol::repeat_in_place},
};

}  // namespace

void install_bytes(Vm& vm) {
  Types& types = vm.types();
  for (Class* cls : {types.bytes.get(), types.bytearray.get()}) {
    vm.define_methods(*cls, kBoth);
    install_bytes_search(vm, *cls);
    install_bytes_case(vm, *cls);
    install_bytes_split(vm, *cls);
    install_bytes_convert(vm, *cls);
  }
  vm.define_methods(*types.bytes, kBytes);
  vm.define_methods(*types.bytearray, kByteArray);
  install_byte_array(vm);
  types.bytearray->attributes->set(*vm.intern("__hash__"), Value::none());
  vm.add_builtin("bytes", Value(types.bytes));
  vm.add_builtin("bytearray", Value(types.bytearray));
}

}  // namespace loopline::script
