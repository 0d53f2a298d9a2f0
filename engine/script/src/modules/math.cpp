// math: functions of real numbers (CPython: mathmodule.c). Integer functions are in math_integers.cpp.
#include <algorithm>
#include <array>
#include <cfenv>
#include <cmath>
#include <numbers>

#include "../builtins/common.h"
#include "math_parts.h"
#include "modules.h"
#include "script/module_registry.h"

namespace loopline::script {

namespace {

Value domain_error(Vm& vm) { return vm.value_error("math domain error"); }
Value range_error(Vm& vm) { return vm.overflow_error("math range error"); }

// ---- one argument --------------------------------------------------------------------------------------------------

/// Applies a function of the C library with Python's errors: a NaN out of no NaN is a domain error; an infinity out of
/// a finite number is one too, or a range error where the function can overflow.
template <double (*function)(double), bool can_overflow = false>
Value real(Vm& vm, Arguments args) {
  double x = 0;
  if (!vm.to_double(args[0], x)) return {};
  const double result = function(x);
  if (std::isnan(result) && !std::isnan(x)) return domain_error(vm);
  if (std::isinf(result) && std::isfinite(x)) return can_overflow ? range_error(vm) : domain_error(vm);
  return Value(result);
}

template <bool (*function)(double)>
Value test(Vm& vm, Arguments args) {
  double x = 0;
  return vm.to_double(args[0], x) ? Value(function(x)) : Value();
}

double degrees_of(double x) { return x * (180.0 / std::numbers::pi); }
double radians_of(double x) { return x * (std::numbers::pi / 180.0); }

double ulp_of(double x) {
  if (std::isnan(x)) return x;
  x = std::fabs(x);
  if (std::isinf(x)) return x;
  const double next = std::nextafter(x, HUGE_VAL);
  return std::isinf(next) ? x - std::nextafter(x, -HUGE_VAL) : next - x;
}

/// Whole numbers have exact values as far as floats go.
double gamma_of(double x) {
  if (x == -HUGE_VAL) return std::nan("");
  if (x > 0 && x <= 23 && x == std::floor(x)) {
    double product = 1;
    for (double i = 2; i < x; ++i) product *= i;
    return product;
  }
  if (x <= 0 && x == std::floor(x)) return x == 0 ? std::copysign(HUGE_VAL, x) : std::nan("");
  return std::tgamma(x);
}

Value gamma(Vm& vm, Arguments args) {
  double x = 0;
  if (!vm.to_double(args[0], x)) return {};
  const double result = gamma_of(x);
  if (std::isnan(result) && !std::isnan(x)) return domain_error(vm);
  if (std::isinf(result) && std::isfinite(x)) return x == 0 ? domain_error(vm) : range_error(vm);
  return Value(result);
}

Value lgamma(Vm& vm, Arguments args) {
  double x = 0;
  if (!vm.to_double(args[0], x)) return {};
  if (std::isfinite(x) && x <= 0 && x == std::floor(x)) return domain_error(vm);
  if (x == 1 || x == 2) return Value(0.0);
  int sign = 0;
  const double result = ::lgamma_r(x, &sign);
  return std::isinf(result) && std::isfinite(x) ? range_error(vm) : Value(result);
}

// ---- rounding ------------------------------------------------------------------------------------------------------

/// floor, ceil, trunc: the object's own method first, else that of its float.
Value rounded(Vm& vm, const Value& value, const char* method, double (*round)(double)) {
  if (value.is_int()) return value;
  if (!value.is_float()) {
    const Value bound = vm.find_attr(Value(&vm.class_of(value)), method);
    if (bound.is_set()) return vm.call(bound, {value});
    if (vm.has_error()) return {};
  }
  double x = 0;
  if (!vm.to_double(value, x)) return {};
  const double result = round(x);
  if (std::isnan(result)) return vm.value_error("cannot convert float NaN to integer");
  if (std::isinf(result)) return vm.overflow_error("cannot convert float infinity to integer");
  return make_int(mpz_class(result));
}

Value ceil(Vm& vm, Arguments args) { return rounded(vm, args[0], "__ceil__", std::ceil); }
Value floor(Vm& vm, Arguments args) { return rounded(vm, args[0], "__floor__", std::floor); }
Value trunc(Vm& vm, Arguments args) {
  if (args[0].is_float()) return rounded(vm, args[0], "__trunc__", std::trunc);
  if (args[0].is_int()) return args[0];
  const Value bound = vm.find_attr(Value(&vm.class_of(args[0])), "__trunc__");
  if (bound.is_set()) return vm.call(bound, {args[0]});
  if (vm.has_error()) return {};
  return vm.type_error("type " + vm.type_name(args[0]) + " doesn't define __trunc__ method");
}

Value frexp(Vm& vm, Arguments args) {
  double x = 0;
  if (!vm.to_double(args[0], x)) return {};
  int exponent = 0;
  const double mantissa = std::isfinite(x) ? std::frexp(x, &exponent) : x;
  return vm.tuple({Value(mantissa), Value(std::int64_t{exponent})});
}

Value modf(Vm& vm, Arguments args) {
  double x = 0;
  if (!vm.to_double(args[0], x)) return {};
  if (std::isinf(x)) return vm.tuple({Value(std::copysign(0.0, x)), Value(x)});
  double whole = 0;
  const double fraction = std::modf(x, &whole);
  return vm.tuple({Value(fraction), Value(whole)});
}

// ---- two arguments -------------------------------------------------------------------------------------------------

bool two(Vm& vm, Arguments args, double& x, double& y) { return vm.to_double(args[0], x) && vm.to_double(args[1], y); }

Value fmod(Vm& vm, Arguments args) {
  double x = 0;
  double y = 0;
  if (!two(vm, args, x, y)) return {};
  if (std::isinf(y) && std::isfinite(x)) return Value(x);
  const double result = std::fmod(x, y);
  return std::isnan(result) && !std::isnan(x) && !std::isnan(y) ? domain_error(vm) : Value(result);
}

Value remainder(Vm& vm, Arguments args) {
  double x = 0;
  double y = 0;
  if (!two(vm, args, x, y)) return {};
  const double result = std::remainder(x, y);
  return std::isnan(result) && !std::isnan(x) && !std::isnan(y) ? domain_error(vm) : Value(result);
}

Value power(Vm& vm, Arguments args) {
  double x = 0;
  double y = 0;
  if (!two(vm, args, x, y)) return {};
  const double result = std::pow(x, y);
  if (!std::isfinite(x) || !std::isfinite(y)) return Value(result);
  if (std::isnan(result)) return domain_error(vm);
  if (std::isinf(result)) return x == 0 ? domain_error(vm) : range_error(vm);
  return Value(result);
}

template <double (*function)(double, double)>
Value plain(Vm& vm, Arguments args) {
  double x = 0;
  double y = 0;
  return two(vm, args, x, y) ? Value(function(x, y)) : Value();
}

Value ldexp(Vm& vm, Arguments args) {
  double x = 0;
  if (!vm.to_double(args[0], x)) return {};
  if (!is_integer(Vm::core(args[1]))) return vm.type_error("Expected an int as second argument to ldexp.");
  std::int64_t exponent = 0;
  if (!vm.index(args[1], exponent, true)) return {};
  if (x == 0 || !std::isfinite(x)) return Value(x);
  if (exponent > 5000) return range_error(vm);
  if (exponent < -5000) return Value(std::copysign(0.0, x));
  const double result = std::ldexp(x, static_cast<int>(exponent));
  return std::isinf(result) ? range_error(vm) : Value(result);
}

Value isclose(Vm& vm, Arguments args) {
  double a = 0;
  double b = 0;
  double relative = 1e-9;
  double absolute = 0;
  if (!two(vm, args, a, b)) return {};
  if (args[2].is_set() && !vm.to_double(args[2], relative)) return {};
  if (args[3].is_set() && !vm.to_double(args[3], absolute)) return {};
  if (relative < 0 || absolute < 0) return vm.value_error("tolerances must be non-negative");
  if (a == b) return Value(true);
  if (std::isinf(a) || std::isinf(b)) return Value(false);
  const double difference = std::fabs(b - a);
  return Value(difference <= std::fabs(relative * b) || difference <= std::fabs(relative * a) ||
               difference <= absolute);
}

// ---- logarithms ----------------------------------------------------------------------------------------------------

/// Of any number: an int may be beyond what a float holds.
Value logarithm(Vm& vm, const Value& value, double (*function)(double)) {
  const Value& number = Vm::core(value);
  if (is_integer(number)) {
    const mpz_class integer = to_mpz(number);
    if (integer <= 0) return domain_error(vm);
    long exponent = 0;
    const double mantissa = mpz_get_d_2exp(&exponent, integer.get_mpz_t());
    if (exponent > 1023) return Value(function(mantissa) + function(2.0) * static_cast<double>(exponent));
    return Value(function(integer.get_d()));
  }
  double x = 0;
  if (!vm.to_double(value, x)) return {};
  return x <= 0 ? domain_error(vm) : Value(function(x));
}

Value log(Vm& vm, Arguments args) {
  const Value numerator = logarithm(vm, args[0], std::log);
  if (!numerator.is_set() || !args[1].is_set()) return numerator;
  const Value base = logarithm(vm, args[1], std::log);
  return base.is_set() ? vm.binary(BinaryOp::divide, numerator, base) : Value();
}
Value log2(Vm& vm, Arguments args) { return logarithm(vm, args[0], std::log2); }
Value log10(Vm& vm, Arguments args) { return logarithm(vm, args[0], std::log10); }

// ---- sums and distances --------------------------------------------------------------------------------------------

bool doubles(Vm& vm, const Value& iterable, std::vector<double>& numbers) {
  return vm.iterate(iterable, [&](const Value& item) {
    double number = 0;
    if (!vm.to_double(item, number)) return false;
    numbers.push_back(number);
    return true;
  }) && !vm.has_error();
}

/// The exactly rounded sum: partial sums that do not overlap, smallest first (Shewchuk).
Value fsum(Vm& vm, Arguments args) {
  std::vector<double> numbers;
  if (!doubles(vm, args[0], numbers)) return {};
  std::vector<double> partials;
  double special = 0;
  bool has_special = false;
  for (const double number : numbers) {
    if (!std::isfinite(number)) {
      if (std::isinf(number) && std::isinf(special) && number != special) return vm.value_error("-inf + inf in fsum");
      special += number;
      has_special = true;
      continue;
    }
    double x = number;
    std::size_t kept = 0;
    for (const double each : partials) {
      double y = each;
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      const double high = x + y;
      const double low = y - (high - x);
      if (low != 0) partials[kept++] = low;
      x = high;
    }
    if (std::isinf(x)) return vm.overflow_error("intermediate overflow in fsum");
    partials.resize(kept);
    partials.push_back(x);
  }
  if (has_special) return Value(special);
  double sum = 0;
  std::size_t n = partials.size();
  double low = 0;
  if (n > 0) sum = partials[--n];
  while (n > 0) {
    const double x = sum;
    const double y = partials[--n];
    sum = x + y;
    low = y - (sum - x);
    if (low != 0) break;
  }
  // Half-way cases go by the sign of what is left.
  if (n > 0 && ((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0))) {
    const double twice = low * 2;
    const double x = sum + twice;
    if (twice == x - sum) sum = x;
  }
  return Value(sum);
}

/// The length of a vector, without overflow on the way.
double norm(std::span<const double> vector) {
  double largest = 0;
  bool has_nan = false;
  for (const double each : vector) {
    if (std::isinf(each)) return HUGE_VAL;
    has_nan = has_nan || std::isnan(each);
    largest = std::max(largest, std::fabs(each));
  }
  if (has_nan) return std::nan("");
  if (largest == 0) return 0;
  long double sum = 0;
  for (const double each : vector) sum += static_cast<long double>(each) * static_cast<long double>(each);
  return static_cast<double>(std::sqrt(sum));
}

Value hypot(Vm& vm, Arguments args) {
  std::vector<double> numbers;
  return doubles(vm, args[0], numbers) ? Value(norm(numbers)) : Value();
}

Value dist(Vm& vm, Arguments args) {
  std::vector<double> p;
  std::vector<double> q;
  if (!doubles(vm, args[0], p) || !doubles(vm, args[1], q)) return {};
  if (p.size() != q.size()) return vm.value_error("both points must have the same number of dimensions");
  for (std::size_t i = 0; i < p.size(); ++i) p[i] -= q[i];
  return Value(norm(p));
}

bool is_nan(double x) { return std::isnan(x); }
bool is_infinite(double x) { return std::isinf(x); }
bool is_finite(double x) { return std::isfinite(x); }
double exp2_of(double x) { return std::exp2(x); }

constexpr NativeDefinition kFunctions[] = {
    {"sqrt", "x, /", real<std::sqrt>},
    {"cbrt", "x, /", real<std::cbrt>},
    {"exp", "x, /", real<std::exp, true>},
    {"exp2", "x, /", real<exp2_of, true>},
    {"expm1", "x, /", real<std::expm1, true>},
    {"log1p", "x, /", real<std::log1p>},
    {"sin", "x, /", real<std::sin>},
    {"cos", "x, /", real<std::cos>},
    {"tan", "x, /", real<std::tan>},
    {"asin", "x, /", real<std::asin>},
    {"acos", "x, /", real<std::acos>},
    {"atan", "x, /", real<std::atan>},
    {"sinh", "x, /", real<std::sinh, true>},
    {"cosh", "x, /", real<std::cosh, true>},
    {"tanh", "x, /", real<std::tanh>},
    {"asinh", "x, /", real<std::asinh>},
    {"acosh", "x, /", real<std::acosh>},
    {"atanh", "x, /", real<std::atanh>},
    {"erf", "x, /", real<std::erf>},
    {"erfc", "x, /", real<std::erfc>},
    {"fabs", "x, /", real<std::fabs>},
    {"degrees", "x, /", real<degrees_of, true>},
    {"radians", "x, /", real<radians_of>},
    {"ulp", "x, /", real<ulp_of>},
    {"gamma", "x, /", gamma},
    {"lgamma", "x, /", lgamma},
    {"isnan", "x, /", test<is_nan>},
    {"isinf", "x, /", test<is_infinite>},
    {"isfinite", "x, /", test<is_finite>},
    {"ceil", "x, /", ceil},
    {"floor", "x, /", floor},
    {"trunc", "x, /", trunc},
    {"frexp", "x, /", frexp},
    {"modf", "x, /", modf},
    {"fmod", "x, y, /", fmod},
    {"remainder", "x, y, /", remainder},
    {"pow", "x, y, /", power},
    {"atan2", "y, x, /", plain<std::atan2>},
    {"copysign", "x, y, /", plain<std::copysign>},
    {"nextafter", "x, y, /", plain<std::nextafter>},
    {"ldexp", "x, i, /", ldexp},
    {"isclose", "a, b, *, rel_tol?, abs_tol?", isclose},
    {"log", "x, base?, /", log},
    {"log2", "x, /", log2},
    {"log10", "x, /", log10},
    {"fsum", "seq, /", fsum},
    {"hypot", "*coordinates", hypot},
    {"dist", "p, q, /", dist},
};

bool make_math(Vm& vm, Module& module) {
  vm.define_functions(module, kFunctions);
  vm.define_functions(module, math_integer_functions());
  const auto constant = [&](std::string_view name, double number) {
    module.attributes->set(*vm.intern(name), Value(number));
  };
  constant("pi", std::numbers::pi);
  constant("e", std::numbers::e);
  constant("tau", 2 * std::numbers::pi);
  constant("inf", HUGE_VAL);
  constant("nan", std::nan(""));
  return true;
}

}  // namespace

void install_math(ModuleRegistry& modules) { modules.add_native("math", make_math); }

}  // namespace loopline::script
