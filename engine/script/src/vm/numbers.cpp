#include "numbers.h"

#include <algorithm>
#include <cmath>

#include "complex_numbers.h"

namespace loopline::script::numbers {

namespace {

std::int64_t small(const Value& value) noexcept { return value.is_bool() ? (value.as_bool() ? 1 : 0) : value.as_int(); }
bool is_small(const Value& value) noexcept { return value.is_int() || value.is_bool(); }

Value zero_division(Vm& vm, const char* message) { return vm.raise(*vm.types().zero_division_error, message); }

bool fits(Vm& vm, std::size_t bits) {
  if (bits <= vm.limits().integer_bits) return true;
  vm.reach_limit("integer", "an integer would have more than " + std::to_string(vm.limits().integer_bits) + " bits");
  return false;
}

Value floor_divide_small(Vm& vm, std::int64_t left, std::int64_t right) {
  if (right == 0) return zero_division(vm, "integer division or modulo by zero");
  if (right == -1) return make_int(-mpz_from(left));  // the one quotient that may not fit
  const std::int64_t quotient = left / right;
  return Value(quotient - ((left % right != 0 && (left % right < 0) != (right < 0)) ? 1 : 0));
}

Value modulo_small(Vm& vm, std::int64_t left, std::int64_t right) {
  if (right == 0) return zero_division(vm, "integer modulo by zero");
  if (right == -1) return Value(std::int64_t{0});
  const std::int64_t rest = left % right;
  return Value(rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest);
}

Value shift(Vm& vm, BinaryOp op, const Value& left, const Value& right) {
  if (!is_small(right)) {
    if (sgn(right.as<BigInt>()->number) < 0) return vm.value_error("negative shift count");
    if (left.is_int() && left.as_int() == 0) return left;
    if (op == BinaryOp::right_shift) return Value(std::int64_t{to_mpz(left) < 0 ? -1 : 0});
    return vm.overflow_error("too many digits in integer");
  }
  const std::int64_t count = small(right);
  if (count < 0) return vm.value_error("negative shift count");
  if (op == BinaryOp::right_shift) {
    if (is_small(left)) return Value(count > 63 ? std::int64_t{small(left) < 0 ? -1 : 0} : small(left) >> count);
    mpz_class result;
    mpz_fdiv_q_2exp(result.get_mpz_t(), to_mpz(left).get_mpz_t(), static_cast<mp_bitcnt_t>(count));
    return make_int(result);
  }
  const mpz_class number = to_mpz(left);
  if (number == 0) return Value(std::int64_t{0});
  if (!fits(vm, static_cast<std::size_t>(count) + mpz_sizeinbase(number.get_mpz_t(), 2))) return {};
  return make_int(number << static_cast<mp_bitcnt_t>(count));
}

Value divide_integers(Vm& vm, const Value& left, const Value& right) {
  const mpz_class denominator = to_mpz(right);
  if (denominator == 0) return zero_division(vm, "division by zero");
  const double quotient = nearest_quotient(to_mpz(left), denominator);
  if (std::isinf(quotient)) return vm.overflow_error("integer division result too large for a float");
  return Value(quotient);
}

/// An integer for GMP's functions to read, without a copy.
class Operand {
 public:
  explicit Operand(const Value& value) noexcept {
    if (value.is_object(kind::big_int)) {
      m_number = value.as<BigInt>()->number.get_mpz_t();
      return;
    }
    const std::int64_t number = small(value);
    m_limb = number < 0 ? 0U - static_cast<mp_limb_t>(number) : static_cast<mp_limb_t>(number);
    m_number = mpz_roinit_n(m_own, &m_limb, number < 0 ? -1 : number > 0 ? 1 : 0);
  }
  Operand(const Operand&) = delete;
  Operand& operator=(const Operand&) = delete;
  mpz_srcptr get() const noexcept { return m_number; }

 private:
  mp_limb_t m_limb = 0;
  mpz_t m_own;
  mpz_srcptr m_number = nullptr;
};

std::size_t limbs_of(const Value& value) noexcept {
  return value.is_object(kind::big_int) ? mpz_size(value.as<BigInt>()->number.get_mpz_t()) : std::size_t{1};
}

/// What multiplying numbers of so many limbs costs, in instructions: between n log n and n squared.
std::uint64_t product_cost(std::size_t greater, std::size_t smaller) noexcept {
  return static_cast<std::uint64_t>(static_cast<double>(greater) * std::sqrt(static_cast<double>(smaller)) / 6);
}

/// Long numbers take long: what an operation on them costs goes to the account.
bool spend_on(Vm& vm, BinaryOp op, const Value& left, const Value& right) {
  const std::size_t greater = std::max(limbs_of(left), limbs_of(right));
  if (greater < 32) return true;
  const std::uint64_t product = product_cost(greater, std::min(limbs_of(left), limbs_of(right)));
  switch (op) {
    case BinaryOp::multiply: return vm.spend(product);
    case BinaryOp::divide:
    case BinaryOp::floor_divide:
    case BinaryOp::modulo: return vm.spend(greater / 8 + 2 * product);
    default: return vm.spend(greater / 8);
  }
}

Value integer_binary(Vm& vm, BinaryOp op, const Value& left, const Value& right) {
  if (is_small(left) && is_small(right)) {
    const std::int64_t l = small(left);
    const std::int64_t r = small(right);
    std::int64_t result = 0;
    switch (op) {
      case BinaryOp::add:
        if (!__builtin_add_overflow(l, r, &result)) return Value(result);
        break;
      case BinaryOp::subtract:
        if (!__builtin_sub_overflow(l, r, &result)) return Value(result);
        break;
      case BinaryOp::multiply:
        if (!__builtin_mul_overflow(l, r, &result)) return Value(result);
        break;
      case BinaryOp::floor_divide: return floor_divide_small(vm, l, r);
      case BinaryOp::modulo: return modulo_small(vm, l, r);
      case BinaryOp::bit_and: return left.is_bool() && right.is_bool() ? Value((l & r) != 0) : Value(l & r);
      case BinaryOp::bit_or: return left.is_bool() && right.is_bool() ? Value((l | r) != 0) : Value(l | r);
      case BinaryOp::bit_xor: return left.is_bool() && right.is_bool() ? Value((l ^ r) != 0) : Value(l ^ r);
      default: break;
    }
  }
  if (!spend_on(vm, op, left, right)) return {};
  if (op == BinaryOp::divide) return divide_integers(vm, left, right);
  if (op == BinaryOp::left_shift || op == BinaryOp::right_shift) return shift(vm, op, left, right);
  const Operand l(left);
  const Operand r(right);
  const bool divides = op == BinaryOp::floor_divide || op == BinaryOp::modulo;
  if (divides && mpz_sgn(r.get()) == 0) {
    return zero_division(vm, op == BinaryOp::modulo ? "integer modulo by zero" : "integer division or modulo by zero");
  }
  if (op == BinaryOp::multiply && !fits(vm, mpz_sizeinbase(l.get(), 2) + mpz_sizeinbase(r.get(), 2))) return {};
  mpz_class result;
  switch (op) {
    case BinaryOp::add: mpz_add(result.get_mpz_t(), l.get(), r.get()); break;
    case BinaryOp::subtract: mpz_sub(result.get_mpz_t(), l.get(), r.get()); break;
    case BinaryOp::multiply: mpz_mul(result.get_mpz_t(), l.get(), r.get()); break;
    case BinaryOp::floor_divide: mpz_fdiv_q(result.get_mpz_t(), l.get(), r.get()); break;
    case BinaryOp::modulo: mpz_fdiv_r(result.get_mpz_t(), l.get(), r.get()); break;
    case BinaryOp::bit_and: mpz_and(result.get_mpz_t(), l.get(), r.get()); break;
    case BinaryOp::bit_or: mpz_ior(result.get_mpz_t(), l.get(), r.get()); break;
    case BinaryOp::bit_xor: mpz_xor(result.get_mpz_t(), l.get(), r.get()); break;
    default: return {};
  }
  return make_int(std::move(result));
}

Value float_power(Vm& vm, double base, double exponent) {
  if (base == 0 && exponent < 0 && std::isfinite(exponent))
    return zero_division(vm, "0.0 cannot be raised to a negative power");
  if (base < 0 && std::isfinite(base) && std::isfinite(exponent) && exponent != std::floor(exponent)) {
    return complex_power(vm, {base, 0.0}, {exponent, 0.0});
  }
  const double result = std::pow(base, exponent);
  if (std::isinf(result) && std::isfinite(base) && std::isfinite(exponent)) {
    return vm.raise(*vm.types().overflow_error, {Value(std::int64_t{34}), vm.intern("Numerical result out of range")});
  }
  return Value(result);
}

}  // namespace

double nearest_quotient(const mpz_class& numerator, const mpz_class& denominator) {
  if (numerator == 0) return sgn(denominator) < 0 ? -0.0 : 0.0;
  const auto bits = [](const mpz_class& n) { return static_cast<long>(mpz_sizeinbase(n.get_mpz_t(), 2)); };
  const bool negative = (sgn(numerator) < 0) != (sgn(denominator) < 0);
  // Scaled so that the quotient has at least 66 bits; a subnormal result keeps fewer than 53 of them.
  const long shift_by = 66 - (bits(numerator) - bits(denominator));
  mpz_class scaled = abs(numerator);
  mpz_class divisor = abs(denominator);
  if (shift_by > 0) scaled <<= static_cast<mp_bitcnt_t>(shift_by);
  if (shift_by < 0) divisor <<= static_cast<mp_bitcnt_t>(-shift_by);
  mpz_class rest;
  mpz_class quotient;
  mpz_tdiv_qr(quotient.get_mpz_t(), rest.get_mpz_t(), scaled.get_mpz_t(), divisor.get_mpz_t());
  constexpr long kLeastExponent = -1074;
  const long excess = std::max(bits(quotient) - 53, kLeastExponent + shift_by);
  mpz_class top = quotient >> static_cast<mp_bitcnt_t>(excess);
  const mpz_class below = quotient - (top << static_cast<mp_bitcnt_t>(excess));
  const mpz_class half = mpz_class(1) << static_cast<mp_bitcnt_t>(excess - 1);
  const int against = cmp(below, half);
  if (against > 0 || (against == 0 && (rest != 0 || mpz_odd_p(top.get_mpz_t()) != 0))) ++top;
  const double magnitude = std::ldexp(top.get_d(), static_cast<int>(std::clamp(excess - shift_by, -5000L, 5000L)));
  return negative ? -magnitude : magnitude;
}

void divide_floats(double left, double right, double& quotient, double& rest) {
  rest = std::fmod(left, right);
  double whole = (left - rest) / right;
  if (rest != 0) {
    if ((right < 0) != (rest < 0)) {
      rest += right;
      whole -= 1.0;
    }
  } else {
    rest = std::copysign(0.0, right);
  }
  if (whole != 0) {
    quotient = std::floor(whole);
    if (whole - quotient > 0.5) quotient += 1.0;
  } else {
    quotient = std::copysign(0.0, left / right);
  }
}

mpz_class integer_part(double number) { return mpz_class(number); }

double to_double(const Value& value, bool& overflow) {
  overflow = false;
  if (value.is_float()) return value.as_float();
  if (is_small(value)) return static_cast<double>(small(value));
  // GMP truncates; Python rounds to even. A quotient by one rounds as it should.
  const mpz_class& number = value.as<BigInt>()->number;
  const long bits = static_cast<long>(mpz_sizeinbase(number.get_mpz_t(), 2));
  if (bits > 1024) {
    overflow = true;
    return 0;
  }
  mpz_class magnitude = abs(number);
  const long excess = bits - 53;
  if (excess <= 0) return number.get_d();
  mpz_class top = magnitude >> static_cast<mp_bitcnt_t>(excess);
  const mpz_class below = magnitude - (top << static_cast<mp_bitcnt_t>(excess));
  const int against = cmp(below, mpz_class(1) << static_cast<mp_bitcnt_t>(excess - 1));
  if (against > 0 || (against == 0 && mpz_odd_p(top.get_mpz_t()) != 0)) ++top;
  const double result = std::ldexp(top.get_d(), static_cast<int>(excess));
  if (std::isinf(result)) overflow = true;
  return sgn(number) < 0 ? -result : result;
}

namespace {

/// base ** exponent by squaring while it fits 64 bits.
bool small_power(std::int64_t base, std::uint64_t exponent, std::int64_t& result) noexcept {
  result = 1;
  for (;;) {
    if ((exponent & 1U) != 0 && __builtin_mul_overflow(result, base, &result)) return false;
    exponent >>= 1U;
    if (exponent == 0) return true;
    if (__builtin_mul_overflow(base, base, &base)) return false;
  }
}

}  // namespace

Value power(Vm& vm, const Value& base, const Value& exponent) {
  if (!base.is_float() && !exponent.is_float()) {
    if (is_small(base) && is_small(exponent) && small(exponent) >= 0) {
      std::int64_t result = 0;
      if (small_power(small(base), static_cast<std::uint64_t>(small(exponent)), result)) return Value(result);
    }
    const mpz_class b = to_mpz(base);
    const mpz_class e = to_mpz(exponent);
    if (e >= 0) {
      if (b == 0 || b == 1) return make_int(e == 0 ? mpz_class(1) : b);
      if (b == -1) return Value(std::int64_t{mpz_odd_p(e.get_mpz_t()) != 0 ? -1 : 1});
      if (!e.fits_ulong_p()) {
        vm.reach_limit("integer", "an integer power would be too large");
        return {};
      }
      const std::size_t bits = mpz_sizeinbase(b.get_mpz_t(), 2);
      if (e.get_ui() > vm.limits().integer_bits || !fits(vm, (bits - 1) * e.get_ui() + 1)) {
        if (!vm.has_error()) fits(vm, vm.limits().integer_bits + 1);
        return {};
      }
      const std::size_t limbs = (bits * e.get_ui()) / 64 + 1;
      if (limbs > 32 && !vm.spend(2 * product_cost(limbs, limbs))) return {};
      mpz_class result;
      mpz_pow_ui(result.get_mpz_t(), b.get_mpz_t(), e.get_ui());
      return make_int(result);
    }
  }
  bool overflow = false;
  const double b = to_double(base, overflow);
  if (overflow) return vm.overflow_error("int too large to convert to float");
  const double e = to_double(exponent, overflow);
  if (overflow) return vm.overflow_error("int too large to convert to float");
  return float_power(vm, b, e);
}

Value binary(Vm& vm, BinaryOp op, const Value& left, const Value& right) {
  if (op == BinaryOp::power) return power(vm, left, right);
  if (!left.is_float() && !right.is_float()) return integer_binary(vm, op, left, right);
  bool overflow = false;
  const double l = to_double(left, overflow);
  if (overflow) return vm.overflow_error("int too large to convert to float");
  const double r = to_double(right, overflow);
  if (overflow) return vm.overflow_error("int too large to convert to float");
  switch (op) {
    case BinaryOp::add: return Value(l + r);
    case BinaryOp::subtract: return Value(l - r);
    case BinaryOp::multiply: return Value(l * r);
    case BinaryOp::divide: return r == 0 ? zero_division(vm, "float division by zero") : Value(l / r);
    case BinaryOp::floor_divide:
    case BinaryOp::modulo: {
      if (r == 0) {
        return zero_division(vm, op == BinaryOp::modulo ? "float modulo" : "float floor division by zero");
      }
      double quotient = 0;
      double rest = 0;
      divide_floats(l, r, quotient, rest);
      return Value(op == BinaryOp::modulo ? rest : quotient);
    }
    default: return {};
  }
}

Value power_modulo(Vm& vm, const Value& base, const Value& exponent, const Value& modulus) {
  const mpz_class m = to_mpz(modulus);
  if (m == 0) return vm.value_error("pow() 3rd argument cannot be 0");
  mpz_class b = to_mpz(base);
  mpz_class e = to_mpz(exponent);
  const mpz_class magnitude = abs(m);
  if (sgn(e) < 0) {
    if (magnitude == 1) return Value(std::int64_t{0});
    if (mpz_invert(b.get_mpz_t(), b.get_mpz_t(), magnitude.get_mpz_t()) == 0) {
      return vm.value_error("base is not invertible for the given modulus");
    }
    e = -e;
  }
  const std::uint64_t limbs = mpz_size(magnitude.get_mpz_t());
  const std::uint64_t step = std::min<std::uint64_t>(limbs * limbs / 20, 2 * product_cost(limbs, limbs) * 6) + 2;
  if (!vm.spend(step * mpz_sizeinbase(e.get_mpz_t(), 2))) return {};
  mpz_class result;
  mpz_powm(result.get_mpz_t(), b.get_mpz_t(), e.get_mpz_t(), magnitude.get_mpz_t());
  if (sgn(m) < 0 && result != 0) result += m;
  return make_int(result);
}

Value divmod(Vm& vm, const Value& left, const Value& right) {
  if (!left.is_float() && !right.is_float()) {
    const Value quotient = integer_binary(vm, BinaryOp::floor_divide, left, right);
    if (!quotient.is_set()) return {};
    const Value rest = integer_binary(vm, BinaryOp::modulo, left, right);
    return rest.is_set() ? vm.tuple({quotient, rest}) : Value();
  }
  bool overflow = false;
  const double l = to_double(left, overflow);
  if (overflow) return vm.overflow_error("int too large to convert to float");
  const double r = to_double(right, overflow);
  if (overflow) return vm.overflow_error("int too large to convert to float");
  if (r == 0) return zero_division(vm, "float divmod()");
  double quotient = 0;
  double rest = 0;
  divide_floats(l, r, quotient, rest);
  return vm.tuple({Value(quotient), Value(rest)});
}

Value to_integer(Vm& vm, double number) {
  if (std::isinf(number)) return vm.overflow_error("cannot convert float infinity to integer");
  if (std::isnan(number)) return vm.value_error("cannot convert float NaN to integer");
  if (std::abs(number) < 9.0e18) return Value(static_cast<std::int64_t>(number));
  return make_int(integer_part(number));
}

int compare(const Value& left, const Value& right) {
  if (is_small(left) && is_small(right)) {
    const std::int64_t l = small(left);
    const std::int64_t r = small(right);
    return l < r ? -1 : l > r ? 1 : 0;
  }
  if (left.is_float() && right.is_float()) {
    const double l = left.as_float();
    const double r = right.as_float();
    return l < r ? -1 : l > r ? 1 : l == r ? 0 : 2;
  }
  if (!left.is_float() && !right.is_float()) {
    const int order = cmp(to_mpz(left), to_mpz(right));
    return order < 0 ? -1 : order > 0 ? 1 : 0;
  }
  // An integer against a float: exactly, not by rounding the integer.
  if (left.is_float()) {
    const int order = compare(right, left);
    return order == 2 ? 2 : -order;
  }
  const double r = right.as_float();
  if (std::isnan(r)) return 2;
  if (std::isinf(r)) return r > 0 ? -1 : 1;
  const int order = mpz_cmp_d(to_mpz(left).get_mpz_t(), r);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

namespace {

constexpr unsigned kHashBits = 61;
constexpr std::uint64_t kHashModulus = (std::uint64_t{1} << kHashBits) - 1;

}  // namespace

std::int64_t hash_double(double number) {
  if (std::isnan(number)) return 0;
  if (std::isinf(number)) return number > 0 ? 314159 : -314159;
  int exponent = 0;
  double mantissa = std::frexp(number, &exponent);
  const bool negative = mantissa < 0;
  if (negative) mantissa = -mantissa;
  std::uint64_t x = 0;
  while (mantissa != 0) {
    x = ((x << 28U) & kHashModulus) | x >> (kHashBits - 28);
    mantissa *= 268435456.0;  // 2^28
    exponent -= 28;
    const auto part = static_cast<std::uint64_t>(mantissa);
    mantissa -= static_cast<double>(part);
    x += part;
    if (x >= kHashModulus) x -= kHashModulus;
  }
  const auto turn = static_cast<unsigned>(exponent >= 0 ? exponent % static_cast<int>(kHashBits)
                                                        : static_cast<int>(kHashBits) - 1 -
                                                              ((-1 - exponent) % static_cast<int>(kHashBits)));
  x = ((x << turn) & kHashModulus) | x >> (kHashBits - turn);
  const auto hash = static_cast<std::int64_t>(negative ? 0U - x : x);
  return hash == -1 ? -2 : hash;
}

std::int64_t hash_big(const mpz_class& number) {
  const mpz_class modulus(static_cast<unsigned long>(kHashModulus));
  const mpz_class rest = abs(number) % modulus;
  const auto hash = static_cast<std::int64_t>(rest.get_ui());
  const std::int64_t is_signed = sgn(number) < 0 ? -hash : hash;
  return is_signed == -1 ? -2 : is_signed;
}

}  // namespace loopline::script::numbers
