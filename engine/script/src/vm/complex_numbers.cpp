#include "complex_numbers.h"

#include <cmath>

#include "numbers.h"

namespace loopline::script::numbers {

namespace {

ComplexParts product(ComplexParts a, ComplexParts b) noexcept {
  return {a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

/// Smith's way: scaled by the larger part of the divisor. False: division by zero.
bool quotient(ComplexParts a, ComplexParts b, ComplexParts& result) noexcept {
  const double real_size = std::abs(b.real);
  const double imag_size = std::abs(b.imag);
  if (real_size >= imag_size) {
    if (real_size == 0) return false;
    const double ratio = b.imag / b.real;
    const double denominator = b.real + b.imag * ratio;
    result = {(a.real + a.imag * ratio) / denominator, (a.imag - a.real * ratio) / denominator};
  } else if (imag_size >= real_size) {
    const double ratio = b.real / b.imag;
    const double denominator = b.real * ratio + b.imag;
    result = {(a.real * ratio + a.imag) / denominator, (a.imag * ratio - a.real) / denominator};
  } else {
    result = {std::nan(""), std::nan("")};
  }
  return true;
}

ComplexParts whole_power(ComplexParts base, unsigned exponent) noexcept {
  ComplexParts result{1.0, 0.0};
  ComplexParts square = base;
  for (unsigned bit = 1; bit <= exponent; bit <<= 1U) {
    if ((exponent & bit) != 0) result = product(result, square);
    square = product(square, square);
  }
  return result;
}

Value made(ComplexParts parts) { return make<Complex>(parts.real, parts.imag); }

Value zero_division(Vm& vm, const char* message) { return vm.raise(*vm.types().zero_division_error, message); }

}  // namespace

bool to_complex(Vm& vm, const Value& value, ComplexParts& parts) {
  if (const Complex* complex = as_kind<Complex>(value, kind::complex)) {
    parts = {complex->real, complex->imag};
    return true;
  }
  bool overflow = false;
  parts = {to_double(value, overflow), 0.0};
  if (overflow) vm.overflow_error("int too large to convert to float");
  return !overflow;
}

Value complex_power(Vm& vm, ComplexParts base, ComplexParts exponent) {
  constexpr const char* kZero = "0.0 to a negative or complex power";
  constexpr double kMostWhole = 100;
  ComplexParts result{1.0, 0.0};
  const bool is_whole =
      exponent.imag == 0 && exponent.real == std::floor(exponent.real) && std::abs(exponent.real) <= kMostWhole;
  if (is_whole) {
    result = whole_power(base, static_cast<unsigned>(std::abs(exponent.real)));
    if (exponent.real <= 0 && !quotient({1.0, 0.0}, result, result)) return zero_division(vm, kZero);
  } else if (base.real == 0 && base.imag == 0) {
    if (exponent.imag != 0 || exponent.real < 0) return zero_division(vm, kZero);
    result = {0.0, 0.0};
  } else {
    const double size = std::hypot(base.real, base.imag);
    const double angle = std::atan2(base.imag, base.real);
    double length = std::pow(size, exponent.real);
    double phase = angle * exponent.real;
    if (exponent.imag != 0) {
      length /= std::exp(angle * exponent.imag);
      phase += exponent.imag * std::log(size);
    }
    // The cosine of an infinity is a domain error, which CPython reports as this.
    if (std::isinf(phase)) return zero_division(vm, kZero);
    result = {length * std::cos(phase), length * std::sin(phase)};
  }
  if (std::isinf(result.real) || std::isinf(result.imag)) return vm.overflow_error("complex exponentiation");
  return made(result);
}

Value complex_binary(Vm& vm, BinaryOp op, const Value& left, const Value& right) {
  const bool has = op == BinaryOp::add || op == BinaryOp::subtract || op == BinaryOp::multiply ||
                   op == BinaryOp::divide || op == BinaryOp::power;
  ComplexParts a;
  ComplexParts b;
  if (!has || !to_complex(vm, left, a) || !to_complex(vm, right, b)) return {};
  switch (op) {
    case BinaryOp::add: return made({a.real + b.real, a.imag + b.imag});
    case BinaryOp::subtract: return made({a.real - b.real, a.imag - b.imag});
    case BinaryOp::multiply: return made(product(a, b));
    case BinaryOp::power: return complex_power(vm, a, b);
    default: break;
  }
  ComplexParts result;
  return quotient(a, b, result) ? made(result) : zero_division(vm, "complex division by zero");
}

Value complex_absolute(Vm& vm, const Complex& number) {
  const double size = std::hypot(number.real, number.imag);
  if (std::isinf(size) && std::isfinite(number.real) && std::isfinite(number.imag)) {
    return vm.overflow_error("absolute value too large");
  }
  return Value(size);
}

bool complex_equal(const Value& left, const Value& right) {
  const Complex* a = as_kind<Complex>(left, kind::complex);
  const Complex* b = as_kind<Complex>(right, kind::complex);
  if (a != nullptr && b != nullptr) return a->real == b->real && a->imag == b->imag;
  const Complex& number = a != nullptr ? *a : *b;
  return number.imag == 0 && compare(a != nullptr ? right : left, Value(number.real)) == 0;
}

std::int64_t hash_complex(const Complex& number) {
  constexpr std::uint64_t kImagFactor = 1000003;
  const auto real = static_cast<std::uint64_t>(hash_double(number.real));
  const auto imag = static_cast<std::uint64_t>(hash_double(number.imag));
  const auto hash = static_cast<std::int64_t>(real + kImagFactor * imag);
  return hash == -1 ? -2 : hash;
}

}  // namespace loopline::script::numbers
