// The special methods of the built-in containers, as scripts call them by name: each forwards to what the machine does
// by itself. Their tables name these functions; the first argument is an instance of the class (Vm::accepts_receiver).
#pragma once

#include "common.h"

namespace loopline::script::protocol {

inline Value known_or_not_implemented(Vm& vm, Value result) {
  return result.is_set() || vm.has_error() ? result : Value::not_implemented();
}

template <BinaryOp op>
Value binary(Vm& vm, Arguments args) {
  return known_or_not_implemented(vm, vm.builtin_binary(op, args[0], args[1], false));
}
template <BinaryOp op>
Value reflected(Vm& vm, Arguments args) {
  return known_or_not_implemented(vm, vm.builtin_binary(op, args[1], args[0], false));
}
template <BinaryOp op>
Value in_place(Vm& vm, Arguments args) {
  return known_or_not_implemented(vm, vm.builtin_binary(op, args[0], args[1], true));
}
template <Comparison op>
Value compare(Vm& vm, Arguments args) {
  return vm.compare_native(op, args[0], args[1]);
}

Value length(Vm& vm, Arguments args);
Value iter(Vm& vm, Arguments args);
Value contains(Vm& vm, Arguments args);
Value get_item(Vm& vm, Arguments args);
Value set_item(Vm& vm, Arguments args);
Value delete_item(Vm& vm, Arguments args);
Value repr(Vm& vm, Arguments args);
Value hash(Vm& vm, Arguments args);
/// What concatenates and repeats sequences: TypeError where the operand is none that goes together.
Value concat(Vm& vm, Arguments args);
Value concat_in_place(Vm& vm, Arguments args);
Value repeat(Vm& vm, Arguments args);
Value repeat_in_place(Vm& vm, Arguments args);

#define LOOPLINE_COMPARISON_METHODS                                            \
  {"__eq__", "self, value, /", protocol::compare<Comparison::equal>},          \
      {"__ne__", "self, value, /", protocol::compare<Comparison::not_equal>},  \
      {"__lt__", "self, value, /", protocol::compare<Comparison::less>},       \
      {"__le__", "self, value, /", protocol::compare<Comparison::less_equal>}, \
      {"__gt__", "self, value, /", protocol::compare<Comparison::greater>}, {  \
    "__ge__", "self, value, /", protocol::compare<Comparison::greater_equal>   \
  }

}  // namespace loopline::script::protocol
