// str: construction and special methods. The others are in str_….cpp.
#include "../vm/bootstrap.h"
#include "protocol.h"
#include "str_common.h"

namespace loopline::script {

namespace {

Value str_new(Vm& vm, Arguments args) {
  Value text;
  if (args[2].is_set() || args[3].is_set()) {
    text = decoded_str(vm, args[1], args[2], args[3]);
  } else {
    text = args[1].is_set() ? vm.to_str(args[1]) : vm.str("");
    // What __str__ gives may be of a subclass, and str() passes it on.
    if (args[0].is_object() && args[0].as_object() == vm.types().str.get()) return text;
  }
  return vm.finish_new(args[0], *vm.types().str, text.is_set() ? same_str(text) : text);
}

Value str_str(Vm& /*vm*/, Arguments args) { return same_str(args[0]); }
Value str_repr(Vm& vm, Arguments args) { return vm.repr(same_str(args[0])); }

Value str_hash(Vm& /*vm*/, Arguments args) { return Value(self_str(args[0]).hash()); }
Value str_getnewargs(Vm& vm, Arguments args) { return vm.tuple({same_str(args[0])}); }

Value str_mod(Vm& vm, Arguments args) { return vm.format_percent(same_str(args[0]), args[1]); }

Value str_rmod(Vm& vm, Arguments args) {
  if (Vm::core_as<Str>(args[1], kind::str) == nullptr) return Value::not_implemented();
  return vm.format_percent(same_str(args[1]), args[0]);
}

Value str_sizeof(Vm& /*vm*/, Arguments args) {
  return Value(static_cast<std::int64_t>(49 + self_str(args[0]).byte_size()));
}

constexpr NativeDefinition kStr[] = {
    {"__new__", "type, object?, encoding?, errors?", str_new},
    {"__str__", "self, /", str_str},
    {"__repr__", "self, /", str_repr},
    {"__hash__", "self, /", str_hash},
    {"__format__", "self, format_spec, /", builtin_format_method},
    {"__len__", "self, /", protocol::length},
    {"__iter__", "self, /", protocol::iter},
    {"__contains__", "self, key, /", protocol::contains},
    {"__getitem__", "self, key, /", protocol::get_item},
    {"__add__", "self, value, /", protocol::concat},
    {"__mul__", "self, value, /", protocol::repeat},
    {"__rmul__", "self, value, /", protocol::repeat},
    {"__mod__", "self, value, /", str_mod},
    {"__rmod__", "self, value, /", str_rmod},
    LOOPLINE_COMPARISON_METHODS,
    {"__getnewargs__", "self, /", str_getnewargs},
    {"__sizeof__", "self, /", str_sizeof},
};

}  // namespace

void install_str(Vm& vm) {
  vm.define_methods(*vm.types().str, kStr);
  install_str_search(vm);
  install_str_case(vm);
  install_str_split(vm);
  install_str_fill(vm);
  install_str_translate(vm);
  install_str_format(vm);
  install_str_codec(vm);
  vm.add_builtin("str", Value(vm.types().str));
}

}  // namespace loopline::script
