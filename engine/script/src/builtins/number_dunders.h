// The special methods that int, float and complex have in common: they forward to the machine's own operations.
#pragma once

#include "../vm/numbers.h"
#include "common.h"

namespace loopline::script {

/// Whether a value may be the other operand of a type's methods: int knows integers only, float floats too.
using Accepts = bool (*)(const Value&);

inline bool accepts_integers(const Value& value) { return is_integer(value); }
inline bool accepts_reals(const Value& value) { return numbers::is_number(value); }

template <BinaryOp op, Accepts accepts, bool reflected>
Value number_binary(Vm& vm, Arguments args) {
  const Value& self = Vm::core(args[0]);
  const Value& other = Vm::core(args[1]);
  if (!accepts(other)) return Value::not_implemented();
  return reflected ? numbers::binary(vm, op, other, self) : numbers::binary(vm, op, self, other);
}

template <Comparison op, Accepts accepts>
Value number_compare(Vm& vm, Arguments args) {
  if (!accepts(Vm::core(args[1]))) return Value::not_implemented();
  return vm.compare_native(op, args[0], args[1]);
}

template <Accepts accepts, bool reflected>
Value number_divmod(Vm& vm, Arguments args) {
  const Value& self = Vm::core(args[0]);
  const Value& other = Vm::core(args[1]);
  if (!accepts(other)) return Value::not_implemented();
  return reflected ? numbers::divmod(vm, other, self) : numbers::divmod(vm, self, other);
}

inline Value number_negative(Vm& vm, Arguments args) { return vm.negative(Vm::core(args[0])); }
inline Value number_positive(Vm& vm, Arguments args) { return vm.positive(Vm::core(args[0])); }
inline Value number_absolute(Vm& vm, Arguments args) { return vm.absolute(Vm::core(args[0])); }
inline Value number_truth(Vm& vm, Arguments args) { return Value(vm.truth(Vm::core(args[0])) != 0); }
inline Value number_repr(Vm& vm, Arguments args) { return vm.builtin_repr(args[0]); }
inline Value number_hash(Vm& vm, Arguments args) {
  std::int64_t hash = 0;
  return vm.hash(Vm::core(args[0]), hash) ? Value(hash) : Value();
}
}  // namespace loopline::script
