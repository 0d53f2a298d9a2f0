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
/// (base ** exponent) % modulus for integers.
Value power_modulo(Vm& vm, const Value& base, const Value& exponent, const Value& modulus);
/// The pair (left // right, left % right).
Value divmod(Vm& vm, const Value& left, const Value& right);
/// __index__ as an integer of any size; unset after raising TypeError.
Value index_value(Vm& vm, const Value& value);
/// int(value): numbers, texts, what has __int__, __index__ or __trunc__.
Value integer_from_value(Vm& vm, const Value& value);
/// int(text, base) of str, bytes and bytearrays; unset without an error if the value is none of them.
Value integer_from_text(Vm& vm, const Value& value, int base);
/// int(number): towards zero; raises for infinities and NaN.
Value to_integer(Vm& vm, double number);
/// round(number, digits): half to even.
Value round_integer(Vm& vm, const Value& number, std::int64_t digits);
Value round_double(Vm& vm, double number, std::int64_t digits);
/// The float nearest to numerator / denominator, ties to even; infinite if there is none. The denominator is not zero.
double nearest_quotient(const mpz_class& numerator, const mpz_class& denominator);
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
