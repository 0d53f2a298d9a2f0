// int and bool: construction and methods.
#include <algorithm>
#include <cmath>

#include "../vm/bootstrap.h"
#include "../vm/format.h"
#include "../vm/number_text.h"
#include "number_dunders.h"

namespace loopline::script {

namespace {

// ---- construction --------------------------------------------------------------------------------------------------

Value integer_with_base(Vm& vm, const Value& given, const Value& base_value) {
  if (!given.is_set()) return vm.type_error("int() missing string argument");
  std::int64_t base = 0;
  if (!vm.index(base_value, base, true)) return {};
  if (base != 0 && (base < 2 || base > 36)) return vm.value_error("int() base must be >= 2 and <= 36, or 0");
  Value result = numbers::integer_from_text(vm, given, static_cast<int>(base));
  if (result.is_set() || vm.has_error()) return result;
  return vm.type_error("int() can't convert non-string with explicit base");
}

Value int_new(Vm& vm, Arguments args) {
  Value number;
  if (args[2].is_set()) {
    number = integer_with_base(vm, args[1], args[2]);
  } else {
    number = args[1].is_set() ? numbers::integer_from_value(vm, args[1]) : Value(std::int64_t{0});
  }
  return vm.finish_new(args[0], *vm.types().int_, std::move(number));
}

Value bool_new(Vm& vm, Arguments args) {
  const int truth = args[1].is_set() ? vm.truth(args[1]) : 0;
  return truth < 0 ? Value() : vm.finish_new(args[0], *vm.types().bool_, Value(truth != 0));
}

// ---- methods -------------------------------------------------------------------------------------------------------

/// The integer itself: a subclass's instance and a boolean give the plain number.
Value int_plain(Vm& vm, Arguments args) { return vm.positive(Vm::core(args[0])); }
Value int_zero(Vm& /*vm*/, Arguments /*args*/) { return Value(std::int64_t{0}); }
Value int_one(Vm& /*vm*/, Arguments /*args*/) { return Value(std::int64_t{1}); }

Value int_float(Vm& vm, Arguments args) {
  double number = 0;
  bool overflow = false;
  number = numbers::to_double(Vm::core(args[0]), overflow);
  return overflow ? vm.overflow_error("int too large to convert to float") : Value(number);
}

Value int_invert(Vm& vm, Arguments args) { return vm.invert(Vm::core(args[0])); }

Value int_pow(Vm& vm, Arguments args) {
  const Value& exponent = Vm::core(args[1]);
  const Value& modulus = Vm::core(args[2]);
  if (!is_integer(exponent)) return Value::not_implemented();
  if (modulus.is_none()) return numbers::power(vm, Vm::core(args[0]), exponent);
  if (!is_integer(modulus)) return Value::not_implemented();
  return numbers::power_modulo(vm, Vm::core(args[0]), exponent, modulus);
}

Value int_rpow(Vm& vm, Arguments args) {
  const Value& base = Vm::core(args[1]);
  if (!is_integer(base)) return Value::not_implemented();
  return numbers::power(vm, base, Vm::core(args[0]));
}

Value int_round(Vm& vm, Arguments args) {
  if (!args[1].is_set()) return int_plain(vm, args.first(1));
  std::int64_t digits = 0;
  if (!vm.index(args[1], digits, true)) return {};
  return numbers::round_integer(vm, Vm::core(args[0]), digits);
}

Value int_bit_length(Vm& /*vm*/, Arguments args) {
  const mpz_class number = to_mpz(Vm::core(args[0]));
  if (number == 0) return Value(std::int64_t{0});
  return Value(static_cast<std::int64_t>(mpz_sizeinbase(number.get_mpz_t(), 2)));
}

Value int_bit_count(Vm& /*vm*/, Arguments args) {
  const mpz_class magnitude = abs(to_mpz(Vm::core(args[0])));
  return Value(static_cast<std::int64_t>(mpz_popcount(magnitude.get_mpz_t())));
}

Value int_as_integer_ratio(Vm& vm, Arguments args) {
  return vm.tuple({vm.positive(Vm::core(args[0])), Value(std::int64_t{1})});
}

Value int_getnewargs(Vm& vm, Arguments args) { return vm.tuple({vm.positive(Vm::core(args[0]))}); }

Value int_sizeof(Vm& /*vm*/, Arguments args) {
  const mpz_class number = to_mpz(Vm::core(args[0]));
  const std::size_t digits = number == 0 ? 0 : (mpz_sizeinbase(number.get_mpz_t(), 2) + 29) / 30;
  return Value(static_cast<std::int64_t>(24 + 4 * digits));
}

/// 1: little, 0: big, -1 after raising.
int is_little_endian(Vm& vm, const Value& order) {
  const Str* text = Vm::core_as<Str>(order, kind::str);
  if (text == nullptr) {
    vm.type_error("byteorder must be str, not " + vm.type_name(order));
    return -1;
  }
  if (text->view() == "little") return 1;
  if (text->view() == "big") return 0;
  vm.value_error("byteorder must be either 'little' or 'big'");
  return -1;
}

Value int_to_bytes(Vm& vm, Arguments args) {
  std::int64_t length = 0;
  if (!vm.index(args[1], length)) return {};
  const int little = is_little_endian(vm, args[2]);
  const int is_signed = little < 0 ? -1 : vm.truth(args[3]);
  if (is_signed < 0) return {};
  if (length < 0) return vm.value_error("length argument must be non-negative");
  if (!vm.check_size(static_cast<std::uint64_t>(length))) return {};
  mpz_class number = to_mpz(Vm::core(args[0]));
  if (sgn(number) < 0 && is_signed == 0) return vm.overflow_error("can't convert negative int to unsigned");
  const auto bits = static_cast<std::size_t>(length) * 8;
  const mpz_class magnitude = sgn(number) < 0 ? mpz_class(-number - 1) : number;
  const std::size_t needed = (magnitude == 0 ? 0 : mpz_sizeinbase(magnitude.get_mpz_t(), 2)) + (is_signed != 0 ? 1 : 0);
  const bool nothing = length == 0 && number == 0;
  if (!nothing && needed > bits) return vm.overflow_error("int too big to convert");
  if (sgn(number) < 0) number += mpz_class(1) << bits;
  std::string data(static_cast<std::size_t>(length), '\0');
  std::size_t count = 0;
  std::string raw((mpz_sizeinbase(number.get_mpz_t(), 2) + 7) / 8, '\0');
  mpz_export(raw.data(), &count, -1, 1, 0, 0, number.get_mpz_t());
  std::copy(raw.begin(), raw.begin() + static_cast<std::ptrdiff_t>(std::min(count, data.size())), data.begin());
  if (little == 0) std::reverse(data.begin(), data.end());
  return make<Bytes>(std::move(data));
}

/// What from_bytes takes: bytes-like, with __bytes__, or an iterable of integers.
std::optional<std::string> integer_bytes(Vm& vm, const Value& value) {
  std::optional<std::string> data = bytes_like(vm, value);
  return data || vm.has_error() ? data : bytes_from_object(vm, value);
}

Value int_from_bytes(Vm& vm, Arguments args) {
  const int little = is_little_endian(vm, args[2]);
  const int is_signed = little < 0 ? -1 : vm.truth(args[3]);
  if (is_signed < 0) return {};
  const std::optional<std::string> data = integer_bytes(vm, args[1]);
  if (!data) return {};
  mpz_class number;
  mpz_import(number.get_mpz_t(), data->size(), little != 0 ? -1 : 1, 1, 0, 0, data->data());
  if (is_signed != 0 && !data->empty() && mpz_tstbit(number.get_mpz_t(), data->size() * 8 - 1) != 0) {
    number -= mpz_class(1) << (data->size() * 8);
  }
  Value result = make_int(number);
  if (args[0].is_object(kind::class_) && args[0].as<Class>() == vm.types().int_.get()) return result;
  return vm.call(args[0], {result});
}

#define LOOPLINE_INT_OPERATOR(name, op)                                                       \
  {"__" name "__", "self, value, /", number_binary<BinaryOp::op, accepts_integers, false>}, { \
    "__r" name "__", "self, value, /", number_binary<BinaryOp::op, accepts_integers, true>    \
  }
#define LOOPLINE_INT_COMPARISON(name, op) \
  { "__" name "__", "self, value, /", number_compare<Comparison::op, accepts_integers> }

constexpr NativeDefinition kInt[] = {
    {"__new__", "type, x?, /, base?", int_new},
    {"__repr__", "self, /", number_repr},
    {"__hash__", "self, /", number_hash},
    {"__format__", "self, format_spec, /", builtin_format_method},
    LOOPLINE_INT_COMPARISON("eq", equal),
    LOOPLINE_INT_COMPARISON("ne", not_equal),
    LOOPLINE_INT_COMPARISON("lt", less),
    LOOPLINE_INT_COMPARISON("le", less_equal),
    LOOPLINE_INT_COMPARISON("gt", greater),
    LOOPLINE_INT_COMPARISON("ge", greater_equal),
    LOOPLINE_INT_OPERATOR("add", add),
    LOOPLINE_INT_OPERATOR("sub", subtract),
    LOOPLINE_INT_OPERATOR("mul", multiply),
    LOOPLINE_INT_OPERATOR("truediv", divide),
    LOOPLINE_INT_OPERATOR("floordiv", floor_divide),
    LOOPLINE_INT_OPERATOR("mod", modulo),
    LOOPLINE_INT_OPERATOR("lshift", left_shift),
    LOOPLINE_INT_OPERATOR("rshift", right_shift),
    LOOPLINE_INT_OPERATOR("and", bit_and),
    LOOPLINE_INT_OPERATOR("or", bit_or),
    LOOPLINE_INT_OPERATOR("xor", bit_xor),
    {"__divmod__", "self, value, /", number_divmod<accepts_integers, false>},
    {"__rdivmod__", "self, value, /", number_divmod<accepts_integers, true>},
    {"__pow__", "self, value, mod=None, /", int_pow},
    {"__rpow__", "self, value, mod=None, /", int_rpow},
    {"__neg__", "self, /", number_negative},
    {"__pos__", "self, /", number_positive},
    {"__abs__", "self, /", number_absolute},
    {"__bool__", "self, /", number_truth},
    {"__invert__", "self, /", int_invert},
    {"__int__", "self, /", int_plain},
    {"__index__", "self, /", int_plain},
    {"__trunc__", "self, /", int_plain},
    {"__floor__", "self, /", int_plain},
    {"__ceil__", "self, /", int_plain},
    {"__float__", "self, /", int_float},
    {"__round__", "self, ndigits?, /", int_round},
    {"__getnewargs__", "self, /", int_getnewargs},
    {"__sizeof__", "self, /", int_sizeof},
    {"conjugate", "self, /", int_plain},
    {"bit_length", "self, /", int_bit_length},
    {"bit_count", "self, /", int_bit_count},
    {"as_integer_ratio", "self, /", int_as_integer_ratio},
    {"to_bytes", "self, length=1, byteorder='big', *, signed=False", int_to_bytes},
};

constexpr NativeDefinition kIntClassMethods[] = {
    {"from_bytes", "type, bytes, byteorder='big', *, signed=False", int_from_bytes},
};

constexpr NativeDefinition kIntGetters[] = {
    {"real", "self, /", int_plain},
    {"imag", "self, /", int_zero},
    {"numerator", "self, /", int_plain},
    {"denominator", "self, /", int_one},
};

/// bool's own: & | ^ of two booleans is a boolean, which the machine's operation knows.
constexpr NativeDefinition kBool[] = {
    {"__new__", "type, x?, /", bool_new}, {"__repr__", "self, /", number_repr},  LOOPLINE_INT_OPERATOR("and", bit_and),
    LOOPLINE_INT_OPERATOR("or", bit_or),  LOOPLINE_INT_OPERATOR("xor", bit_xor),
};

}  // namespace

void install_int(Vm& vm) {
  Types& types = vm.types();
  vm.define_methods(*types.int_, kInt);
  vm.define_class_methods(*types.int_, kIntClassMethods);
  vm.define_getters(*types.int_, kIntGetters);
  vm.define_methods(*types.bool_, kBool);
  vm.add_builtin("int", Value(types.int_));
  vm.add_builtin("bool", Value(types.bool_));
}

}  // namespace loopline::script
