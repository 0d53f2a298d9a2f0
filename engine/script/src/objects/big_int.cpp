#include "script/objects/big_int.h"

namespace loopline::script {

BigInt::BigInt(mpz_class value) : Object(kind::big_int), number(std::move(value)) {
  loop::Memory::current().grew(mpz_size(number.get_mpz_t()) * sizeof(mp_limb_t));
}

BigInt::~BigInt() { loop::Memory::current().shrank(mpz_size(number.get_mpz_t()) * sizeof(mp_limb_t)); }

Value make_int(mpz_class number) {
  if (number.fits_slong_p()) return Value(static_cast<std::int64_t>(number.get_si()));
  return make<BigInt>(std::move(number));
}

mpz_class mpz_from(std::int64_t number) { return mpz_class(static_cast<long>(number)); }

mpz_class to_mpz(const Value& value) {
  if (value.is_int()) return mpz_from(value.as_int());
  if (value.is_bool()) return mpz_class(value.as_bool() ? 1 : 0);
  return value.as<BigInt>()->number;
}

}  // namespace loopline::script
