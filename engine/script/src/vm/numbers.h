// Arithmetic on built-in numbers, as Python does it.
#pragma once

#include "script/vm.h"

namespace loopline::script::numbers {

inline bool is_number(const Value& value) noexcept {
  return value.is_int() || value.is_float() || value.is_bool() || value.is_object(kind::big_int);
}

/// Both operands are numbers. Unset after raising.
Value binary(Vm& vm, BinaryOp op, const Value& left, const Value& right);
Value power(Vm& vm, const Value& base, const Value& exponent);
/// -1, 0, 1; 2 if unordered (NaN).
int compare(const Value& left, const Value& right);
double to_double(const Value& value, bool& overflow);
/// CPython's hash of a float.
std::int64_t hash_double(double number);
std::int64_t hash_big(const mpz_class& number);
/// Python's % and // for floats.
void divide_floats(double left, double right, double& quotient, double& rest);
/// The exact integer value of a float; it must be finite.
mpz_class integer_part(double number);

}  // namespace loopline::script::numbers
