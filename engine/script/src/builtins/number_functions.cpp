// The built-in functions about numbers: abs, round, divmod, pow, bin, oct, hex.
#include <cmath>

#include "../vm/bootstrap.h"
#include "../vm/format.h"
#include "builtin_functions.h"
#include "number_dunders.h"

namespace loopline::script {

namespace {

Value function_abs(Vm& vm, Arguments args) { return vm.absolute(args[0]); }

Value function_round(Vm& vm, Arguments args) {
  const bool plain = !args[1].is_set() || args[1].is_none();
  if (args[0].is_float() && plain) return numbers::to_integer(vm, std::nearbyint(args[0].as_float()));
  if (args[0].is_int() && plain) return args[0];
  bool found = false;
  Value result = plain ? vm.call_special(args[0], Special::round, {}, found)
                       : vm.call_special(args[0], Special::round, {args[1]}, found);
  if (!found) return vm.type_error("type " + vm.type_name(args[0]) + " doesn't define __round__ method");
  return result;
}

/// The method of a value's class, called; NotImplemented if there is none.
Value attempt(Vm& vm, const Value& self, const char* name, std::initializer_list<Value> arguments) {
  Class& cls = vm.class_of(self);
  const Value* found = cls.lookup(*vm.intern(name));
  if (found == nullptr || found->is_none()) return Value::not_implemented();
  const Value method = vm.bind(*found, self, cls);
  return method.is_set() ? vm.call(method, arguments) : Value();
}

bool is_decided(const Value& result) noexcept { return !result.is_set() || result.tag() != Tag::not_implemented; }

Value function_divmod(Vm& vm, Arguments args) {
  const Value& left = args[0];
  const Value& right = args[1];
  if (numbers::is_number(left) && numbers::is_number(right)) return numbers::divmod(vm, left, right);
  Class& left_class = vm.class_of(left);
  Class& right_class = vm.class_of(right);
  const bool right_first =
      &left_class != &right_class && right_class.derives_from(left_class) &&
      right_class.lookup(*vm.intern("__rdivmod__")) != left_class.lookup(*vm.intern("__rdivmod__"));
  Value result = Value::not_implemented();
  if (right_first) result = attempt(vm, right, "__rdivmod__", {left});
  if (!is_decided(result)) result = attempt(vm, left, "__divmod__", {right});
  if (!is_decided(result) && !right_first && &left_class != &right_class) {
    result = attempt(vm, right, "__rdivmod__", {left});
  }
  if (is_decided(result)) return result;
  return vm.type_error("unsupported operand type(s) for divmod(): '" + vm.type_name(left) + "' and '" +
                       vm.type_name(right) + "'");
}

Value function_pow(Vm& vm, Arguments args) {
  const Value& modulus = args[2];
  if (modulus.is_none()) return vm.binary(BinaryOp::power, args[0], args[1]);
  if (is_integer(args[0]) && is_integer(args[1]) && is_integer(modulus)) {
    return numbers::power_modulo(vm, args[0], args[1], modulus);
  }
  for (const Value& each : args) {
    if (each.is_float()) return vm.type_error("pow() 3rd argument not allowed unless all arguments are integers");
    if (each.is_object(kind::complex)) return vm.value_error("complex modulo");
  }
  const Value result = attempt(vm, args[0], "__pow__", {args[1], modulus});
  if (is_decided(result)) return result;
  return vm.type_error("unsupported operand type(s) for ** or pow(): '" + vm.type_name(args[0]) + "', '" +
                       vm.type_name(args[1]) + "', '" + vm.type_name(modulus) + "'");
}

Value in_base(Vm& vm, const Value& given, int base, const char* prefix) {
  const Value number = index_value(vm, given);
  if (!number.is_set()) return {};
  const mpz_class value = to_mpz(number);
  if (!vm.spend(1 + mpz_sizeinbase(value.get_mpz_t(), 2) / 8)) return {};
  std::string text = sgn(value) < 0 ? "-" : "";
  text += prefix;
  text += mpz_class(abs(value)).get_str(base);
  return vm.str(text);
}

Value function_bin(Vm& vm, Arguments args) { return in_base(vm, args[0], 2, "0b"); }
Value function_oct(Vm& vm, Arguments args) { return in_base(vm, args[0], 8, "0o"); }
Value function_hex(Vm& vm, Arguments args) { return in_base(vm, args[0], 16, "0x"); }

constexpr NativeDefinition kFunctions[] = {
    {"abs", "x, /", function_abs},          {"round", "number, ndigits?", function_round},
    {"divmod", "x, y, /", function_divmod}, {"pow", "base, exp, mod=None", function_pow},
    {"bin", "number, /", function_bin},     {"oct", "number, /", function_oct},
    {"hex", "number, /", function_hex},
};

}  // namespace

void install_number_functions(Vm& vm) { add_builtin_functions(vm, kFunctions); }

}  // namespace loopline::script
