// Complex numbers.
#pragma once

#include "script/value.h"

namespace loopline::script {

class Complex final : public Object {
 public:
  Complex(double real, double imag) noexcept : Object(kind::complex), real(real), imag(imag) {}
  const double real;
  const double imag;
};

}  // namespace loopline::script
