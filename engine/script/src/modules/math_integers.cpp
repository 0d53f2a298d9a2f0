// math: functions of integers, and prod().
#include <cmath>

#include "../builtins/common.h"
#include "math_parts.h"

namespace loopline::script {

namespace {

bool to_integer(Vm& vm, const Value& value, mpz_class& number) {
  const Value index = vm.index_value(value);
  if (!index.is_set()) return false;
  number = to_mpz(index);
  return true;
}

/// Refuses results of about so many bits; counts the work of making them.
bool affordable(Vm& vm, double bits) {
  if (bits > static_cast<double>(vm.limits().integer_bits)) {
    vm.raise(*vm.types().memory_error,
             "an integer would have more than " + std::to_string(vm.limits().integer_bits) + " bits");
    return false;
  }
  return vm.spend(static_cast<std::uint64_t>(bits) + 1);
}

/// Counts what takes as long as a division of such a number, or several.
bool spend_on(Vm& vm, const mpz_class& number) {
  const auto limbs = static_cast<double>(mpz_size(number.get_mpz_t()));
  return vm.spend(static_cast<std::uint64_t>(4 * limbs * std::sqrt(limbs)));
}

Value factorial(Vm& vm, Arguments args) {
  mpz_class n;
  if (!to_integer(vm, args[0], n)) return {};
  if (n < 0) return vm.value_error("factorial() not defined for negative values");
  if (!n.fits_slong_p()) return vm.overflow_error("factorial() argument should not exceed 9223372036854775807");
  const double count = n.get_d();
  if (!affordable(vm, count * static_cast<double>(mpz_sizeinbase(n.get_mpz_t(), 2)))) return {};
  mpz_class result;
  mpz_fac_ui(result.get_mpz_t(), n.get_ui());
  return make_int(result);
}

template <bool lcm>
Value gcd_or_lcm(Vm& vm, Arguments args) {
  mpz_class result = lcm ? 1 : 0;
  for (const Value& each : *args[0].as<Tuple>()) {
    mpz_class number;
    if (!to_integer(vm, each, number)) return {};
    if constexpr (lcm) {
      const double bits =
          static_cast<double>(mpz_sizeinbase(result.get_mpz_t(), 2) + mpz_sizeinbase(number.get_mpz_t(), 2));
      if (!affordable(vm, bits)) return {};
      mpz_lcm(result.get_mpz_t(), result.get_mpz_t(), number.get_mpz_t());
    } else {
      if (!spend_on(vm, number)) return {};
      mpz_gcd(result.get_mpz_t(), result.get_mpz_t(), number.get_mpz_t());
    }
  }
  return make_int(result);
}

Value isqrt(Vm& vm, Arguments args) {
  mpz_class n;
  if (!to_integer(vm, args[0], n)) return {};
  if (n < 0) return vm.value_error("isqrt() argument must be nonnegative");
  return spend_on(vm, n) ? make_int(sqrt(n)) : Value();
}

/// n (n-1) … (n-k+1), divided by k! for combinations.
Value falling_product(Vm& vm, mpz_class n, mpz_class k, bool divided) {
  if (k > n) return Value(std::int64_t{0});
  if (divided && k > n - k) k = n - k;
  const double bits = k.get_d() * static_cast<double>(mpz_sizeinbase(n.get_mpz_t(), 2));
  if (!k.fits_ulong_p())
    return vm.overflow_error(std::string(divided ? "min(n - k, k)" : "k") + " must not exceed 9223372036854775807");
  if (!affordable(vm, bits)) return {};
  mpz_class result = 1;
  if (divided) {
    mpz_bin_ui(result.get_mpz_t(), n.get_mpz_t(), k.get_ui());
    return make_int(result);
  }
  for (unsigned long i = 0; i < k.get_ui(); ++i) result *= n - i;
  return make_int(result);
}

Value comb(Vm& vm, Arguments args) {
  mpz_class n;
  mpz_class k;
  if (!to_integer(vm, args[0], n) || !to_integer(vm, args[1], k)) return {};
  if (n < 0) return vm.value_error("n must be a non-negative integer");
  if (k < 0) return vm.value_error("k must be a non-negative integer");
  return falling_product(vm, n, k, true);
}

Value perm(Vm& vm, Arguments args) {
  if (args[1].is_none()) return factorial(vm, args);
  mpz_class n;
  mpz_class k;
  if (!to_integer(vm, args[0], n) || !to_integer(vm, args[1], k)) return {};
  if (n < 0) return vm.value_error("n must be a non-negative integer");
  if (k < 0) return vm.value_error("k must be a non-negative integer");
  return falling_product(vm, n, k, false);
}

Value prod(Vm& vm, Arguments args) {
  Value result = args[1].is_set() ? args[1] : Value(std::int64_t{1});
  const bool ok = vm.iterate(args[0], [&](const Value& item) {
    result = vm.binary(BinaryOp::multiply, result, item);
    return result.is_set();
  });
  return ok && result.is_set() ? result : Value();
}

constexpr NativeDefinition kFunctions[] = {
    {"comb", "n, k, /", comb},
    {"factorial", "x, /", factorial},
    {"gcd", "*integers", gcd_or_lcm<false>},
    {"isqrt", "n, /", isqrt},
    {"lcm", "*integers", gcd_or_lcm<true>},
    {"perm", "n, k=None, /", perm},
    {"prod", "iterable, /, *, start?", prod},
};

}  // namespace

std::span<const NativeDefinition> math_integer_functions() { return kFunctions; }

}  // namespace loopline::script
