#include "protocol.h"

namespace loopline::script::protocol {

Value length(Vm& vm, Arguments args) { return Value(vm.builtin_length(Vm::core(args[0]))); }

Value iter(Vm& vm, Arguments args) { return vm.builtin_iter(Vm::core(args[0])); }

Value contains(Vm& vm, Arguments args) {
  const int found = vm.contains(Vm::core(args[0]), args[1]);
  return found < 0 ? Value() : Value(found != 0);
}

Value get_item(Vm& vm, Arguments args) {
  bool handled = false;
  return vm.builtin_get_item(Vm::core(args[0]), args[1], handled);
}

Value set_item(Vm& vm, Arguments args) {
  bool handled = false;
  return none_or_error(vm.builtin_set_item(Vm::core(args[0]), args[1], args[2], handled));
}

Value delete_item(Vm& vm, Arguments args) {
  bool handled = false;
  return none_or_error(vm.builtin_delete_item(Vm::core(args[0]), args[1], handled));
}

Value repr(Vm& vm, Arguments args) { return vm.builtin_repr(args[0]); }

Value hash(Vm& vm, Arguments args) {
  std::int64_t result = 0;
  return vm.hash(Vm::core(args[0]), result) ? Value(result) : Value();
}

namespace {

/// The class whose slot this is: list for an instance of one that derives from it.
const char* sequence_name(const Value& self) {
  const Value& sequence = Vm::core(self);
  return sequence.is_object(kind::list) ? "list" : sequence.is_object(kind::tuple) ? "tuple" : "str";
}

Value repeated(Vm& vm, const Value& sequence, const Value& count, bool in_place) {
  std::int64_t times = 0;
  if (Vm::core(count).is_object(kind::big_int)) {
    return vm.builtin_binary(BinaryOp::multiply, sequence, count, in_place);
  }
  if (!vm.index(count, times)) return {};
  return vm.builtin_binary(BinaryOp::multiply, sequence, Value(times), in_place);
}

}  // namespace

Value concat(Vm& vm, Arguments args) {
  Value joined = vm.builtin_binary(BinaryOp::add, args[0], args[1], false);
  if (joined.is_set() || vm.has_error()) return joined;
  if (bytes_view_of(args[0])) {
    return vm.type_error("can't concat " + vm.type_name(args[1]) + " to " +
                         (Vm::core(args[0]).is_object(kind::bytes) ? "bytes" : "bytearray"));
  }
  const std::string name = sequence_name(args[0]);
  return vm.type_error("can only concatenate " + name + " (not \"" + vm.type_name(args[1]) + "\") to " + name);
}

Value concat_in_place(Vm& vm, Arguments args) {
  Value joined = vm.builtin_binary(BinaryOp::add, args[0], args[1], true);
  return joined.is_set() || vm.has_error() ? joined : concat(vm, args);
}
Value repeat(Vm& vm, Arguments args) { return repeated(vm, args[0], args[1], false); }
Value repeat_in_place(Vm& vm, Arguments args) { return repeated(vm, args[0], args[1], true); }

}  // namespace loopline::script::protocol
