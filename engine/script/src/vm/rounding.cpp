// round(): half to even, of exact values.
#include <charconv>
#include <cmath>

#include "numbers.h"

namespace loopline::script::numbers {

namespace {

/// numerator / denominator as an integer, half to even.
mpz_class nearest_integer(const mpz_class& numerator, const mpz_class& denominator) {
  mpz_class quotient;
  mpz_class rest;
  mpz_fdiv_qr(quotient.get_mpz_t(), rest.get_mpz_t(), numerator.get_mpz_t(), denominator.get_mpz_t());
  const int against = cmp(mpz_class(rest * 2), denominator);
  if (against > 0 || (against == 0 && mpz_odd_p(quotient.get_mpz_t()) != 0)) ++quotient;
  return quotient;
}

mpz_class power_of_ten(std::uint64_t exponent) {
  mpz_class power;
  mpz_ui_pow_ui(power.get_mpz_t(), 10, exponent);
  return power;
}

}  // namespace

Value round_integer(Vm& /*vm*/, const Value& number, std::int64_t digits) {
  const mpz_class value = to_mpz(number);
  if (digits >= 0) return make_int(value);
  const std::uint64_t places = 0U - static_cast<std::uint64_t>(digits);
  if (places > mpz_sizeinbase(value.get_mpz_t(), 10) + 1) return Value(std::int64_t{0});
  const mpz_class unit = power_of_ten(places);
  return make_int(nearest_integer(value, unit) * unit);
}

Value round_double(Vm& vm, double number, std::int64_t digits) {
  constexpr std::int64_t kMostDigits = 323;
  constexpr std::int64_t kLeastDigits = -308;
  if (!std::isfinite(number) || digits > kMostDigits) return Value(number);
  if (digits < kLeastDigits) return Value(0.0 * number);
  constexpr double kShort = 1e15;
  constexpr std::int64_t kFewDigits = 22;
  if (digits >= 0 && digits <= kFewDigits && std::abs(number) < kShort) {
    // The decimal that is exactly nearest, ties to even, read back.
    char text[64];
    const char* const end =
        std::to_chars(text, text + sizeof text, number, std::chars_format::fixed, static_cast<int>(digits)).ptr;
    double rounded = 0;
    std::from_chars(text, end, rounded);
    return Value(rounded);
  }
  const mpq_class exact(number);
  const mpz_class unit = power_of_ten(static_cast<std::uint64_t>(std::abs(digits)));
  const bool whole = digits < 0;
  const mpz_class units = whole ? nearest_integer(exact.get_num(), exact.get_den() * unit)
                                : nearest_integer(exact.get_num() * unit, exact.get_den());
  const double rounded = whole ? nearest_quotient(units * unit, 1) : nearest_quotient(units, unit);
  if (std::isinf(rounded)) return vm.overflow_error("rounded value too large to represent");
  return Value(std::copysign(rounded, number));
}

}  // namespace loopline::script::numbers
