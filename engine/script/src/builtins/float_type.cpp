// float: construction and methods.
#include <cmath>

#include "../vm/bootstrap.h"
#include "../vm/format.h"
#include "../vm/number_text.h"
#include "number_dunders.h"

namespace loopline::script {

namespace {

Value float_from_text(Vm& vm, std::string_view ascii, const Value& original) {
  if (const std::optional<double> number = numbers::parse_double(ascii)) return Value(*number);
  const std::optional<std::string> text = vm.repr_text(original);
  return text ? vm.value_error("could not convert string to float: " + *text) : Value();
}

Value float_from_value(Vm& vm, const Value& given) {
  if (given.is_float()) return given;
  const Value& value = Vm::core(given);
  if (const Str* text = as_str(value)) return float_from_text(vm, numbers::to_ascii_number(text->view()), value);
  if (const BytesData data(value); data.is_bytes_like()) return float_from_text(vm, data.view(), value);
  const bool convertible = numbers::is_number(value) || vm.special(vm.class_of(given), Special::float_).is_set() ||
                           vm.special(vm.class_of(given), Special::index).is_set();
  if (!convertible) {
    return vm.type_error("float() argument must be a string or a real number, not '" + vm.type_name(given) + "'");
  }
  double number = 0;
  return vm.to_double(given, number) ? Value(number) : Value();
}

Value float_new(Vm& vm, Arguments args) {
  return vm.finish_new(args[0], *vm.types().float_, args[1].is_set() ? float_from_value(vm, args[1]) : Value(0.0));
}

double self_number(const Value& self) noexcept { return Vm::core(self).as_float(); }

Value float_plain(Vm& /*vm*/, Arguments args) { return Value(self_number(args[0])); }
Value float_zero(Vm& /*vm*/, Arguments /*args*/) { return Value(0.0); }
Value float_trunc(Vm& vm, Arguments args) { return numbers::to_integer(vm, self_number(args[0])); }
Value float_floor(Vm& vm, Arguments args) { return numbers::to_integer(vm, std::floor(self_number(args[0]))); }
Value float_ceil(Vm& vm, Arguments args) { return numbers::to_integer(vm, std::ceil(self_number(args[0]))); }
Value float_getnewargs(Vm& vm, Arguments args) { return vm.tuple({Value(self_number(args[0]))}); }

Value float_pow(Vm& vm, Arguments args) {
  if (!args[2].is_none()) {
    return vm.type_error("pow() 3rd argument not allowed unless all arguments are integers");
  }
  const Value& exponent = Vm::core(args[1]);
  if (!numbers::is_number(exponent)) return Value::not_implemented();
  return numbers::power(vm, Vm::core(args[0]), exponent);
}

Value float_rpow(Vm& vm, Arguments args) {
  const Value& base = Vm::core(args[1]);
  if (!numbers::is_number(base)) return Value::not_implemented();
  return numbers::power(vm, base, Vm::core(args[0]));
}

Value float_round(Vm& vm, Arguments args) {
  const double number = self_number(args[0]);
  if (!args[1].is_set() || args[1].is_none()) return numbers::to_integer(vm, std::nearbyint(number));
  std::int64_t digits = 0;
  if (!vm.index(args[1], digits, true)) return {};
  return numbers::round_double(vm, number, digits);
}

Value float_is_integer(Vm& /*vm*/, Arguments args) {
  const double number = self_number(args[0]);
  return Value(std::isfinite(number) && std::floor(number) == number);
}

Value float_as_integer_ratio(Vm& vm, Arguments args) {
  const double number = self_number(args[0]);
  if (std::isinf(number)) return vm.overflow_error("cannot convert Infinity to integer ratio");
  if (std::isnan(number)) return vm.value_error("cannot convert NaN to integer ratio");
  const mpq_class ratio(number);
  return vm.tuple({make_int(ratio.get_num()), make_int(ratio.get_den())});
}

Value float_hex(Vm& vm, Arguments args) { return vm.str(format::float_hex(self_number(args[0]))); }

Value float_fromhex(Vm& vm, Arguments args) {
  const Str* text = Vm::core_as<Str>(args[1], kind::str);
  if (text == nullptr) return vm.type_error("bad argument type for built-in operation");
  double number = 0;
  switch (numbers::parse_hex_double(text->view(), number)) {
    case numbers::HexText::good: break;
    case numbers::HexText::bad: return vm.value_error("invalid hexadecimal floating-point string");
    case numbers::HexText::too_large: return vm.overflow_error("hexadecimal value too large to represent as a float");
    case numbers::HexText::too_long: return vm.value_error("hexadecimal string too long to convert");
  }
  if (args[0].as_object() == vm.types().float_.get()) return Value(number);
  return vm.call(args[0], {Value(number)});
}

Value float_getformat(Vm& vm, Arguments args) {
  const Str* type = Vm::core_as<Str>(args[1], kind::str);
  if (type == nullptr) {
    return vm.type_error("__getformat__() argument must be str, not " + vm.type_name(args[1]));
  }
  if (type->view() != "double" && type->view() != "float") {
    return vm.value_error("__getformat__() argument 1 must be 'double' or 'float'");
  }
  return vm.str("IEEE, little-endian");
}

#define LOOPLINE_FLOAT_OPERATOR(name, op)                                                  \
  {"__" name "__", "self, value, /", number_binary<BinaryOp::op, accepts_reals, false>}, { \
    "__r" name "__", "self, value, /", number_binary<BinaryOp::op, accepts_reals, true>    \
  }
#define LOOPLINE_FLOAT_COMPARISON(name, op) \
  { "__" name "__", "self, value, /", number_compare<Comparison::op, accepts_reals> }

constexpr NativeDefinition kFloat[] = {
    {"__new__", "type, x?, /", float_new},
    {"__repr__", "self, /", number_repr},
    {"__hash__", "self, /", number_hash},
    {"__format__", "self, format_spec, /", builtin_format_method},
    LOOPLINE_FLOAT_COMPARISON("eq", equal),
    LOOPLINE_FLOAT_COMPARISON("ne", not_equal),
    LOOPLINE_FLOAT_COMPARISON("lt", less),
    LOOPLINE_FLOAT_COMPARISON("le", less_equal),
    LOOPLINE_FLOAT_COMPARISON("gt", greater),
    LOOPLINE_FLOAT_COMPARISON("ge", greater_equal),
    LOOPLINE_FLOAT_OPERATOR("add", add),
    LOOPLINE_FLOAT_OPERATOR("sub", subtract),
    LOOPLINE_FLOAT_OPERATOR("mul", multiply),
    LOOPLINE_FLOAT_OPERATOR("truediv", divide),
    LOOPLINE_FLOAT_OPERATOR("floordiv", floor_divide),
    LOOPLINE_FLOAT_OPERATOR("mod", modulo),
    {"__divmod__", "self, value, /", number_divmod<accepts_reals, false>},
    {"__rdivmod__", "self, value, /", number_divmod<accepts_reals, true>},
    {"__pow__", "self, value, mod=None, /", float_pow},
    {"__rpow__", "self, value, mod=None, /", float_rpow},
    {"__neg__", "self, /", number_negative},
    {"__pos__", "self, /", number_positive},
    {"__abs__", "self, /", number_absolute},
    {"__bool__", "self, /", number_truth},
    {"__int__", "self, /", float_trunc},
    {"__trunc__", "self, /", float_trunc},
    {"__floor__", "self, /", float_floor},
    {"__ceil__", "self, /", float_ceil},
    {"__float__", "self, /", float_plain},
    {"__round__", "self, ndigits?, /", float_round},
    {"__getnewargs__", "self, /", float_getnewargs},
    {"conjugate", "self, /", float_plain},
    {"is_integer", "self, /", float_is_integer},
    {"as_integer_ratio", "self, /", float_as_integer_ratio},
    {"hex", "self, /", float_hex},
};

constexpr NativeDefinition kFloatClassMethods[] = {
    {"fromhex", "type, string, /", float_fromhex},
    {"__getformat__", "type, typestr, /", float_getformat},
};

constexpr NativeDefinition kFloatGetters[] = {{"real", "self, /", float_plain}, {"imag", "self, /", float_zero}};

}  // namespace

void install_float(Vm& vm) {
  Types& types = vm.types();
  vm.define_methods(*types.float_, kFloat);
  vm.define_class_methods(*types.float_, kFloatClassMethods);
  vm.define_getters(*types.float_, kFloatGetters);
  vm.add_builtin("float", Value(types.float_));
}

}  // namespace loopline::script
