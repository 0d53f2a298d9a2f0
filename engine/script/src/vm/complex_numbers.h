// Arithmetic on complex numbers, rounding as CPython's does.
#pragma once

#include "script/objects/complex.h"
#include "script/vm.h"

namespace loopline::script::numbers {

struct ComplexParts {
  double real = 0;
  double imag = 0;
};

/// A complex, float or integer value as a pair. False after raising OverflowError. The value must be a number.
bool to_complex(Vm& vm, const Value& value, ComplexParts& parts);
/// One operand is complex, the other a number. Unset without an error for operations that complex numbers have not.
Value complex_binary(Vm& vm, BinaryOp op, const Value& left, const Value& right);
Value complex_power(Vm& vm, ComplexParts base, ComplexParts exponent);
/// abs(): raises OverflowError if it is too large.
Value complex_absolute(Vm& vm, const Complex& number);
/// Equality of two numbers, one of which is complex.
bool complex_equal(const Value& left, const Value& right);
std::int64_t hash_complex(const Complex& number);

}  // namespace loopline::script::numbers
