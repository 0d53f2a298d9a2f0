// Integers beyond 64 bits (GMP). A value that fits is never a BigInt.
#pragma once

#include <gmpxx.h>

#include <string>

#include "script/value.h"

namespace loopline::script {

class BigInt final : public Object {
 public:
  explicit BigInt(mpz_class number);
  ~BigInt() override;
  const mpz_class number;
};

/// The value of a number: in place if it fits.
Value make_int(mpz_class number);
/// An integer or boolean value as a GMP number. The value must be one.
mpz_class to_mpz(const Value& value);
mpz_class mpz_from(std::int64_t number);
inline bool is_integer(const Value& value) noexcept {
  return value.is_int() || value.is_bool() || value.is_object(kind::big_int);
}

}  // namespace loopline::script
