// Ranges that 64 bits do not hold: range(10**20).
#pragma once

#include "script/objects/big_int.h"
#include "script/objects/iterators.h"

namespace loopline::script {

class BigRange final : public Object {
 public:
  /// `step` is not zero.
  BigRange(mpz_class start, mpz_class stop, mpz_class step);
  const mpz_class start;
  const mpz_class stop;
  const mpz_class step;
  const mpz_class length;
};

class BigRangeIterator final : public Iterator {
 public:
  BigRangeIterator(Class& cls, mpz_class start, mpz_class count, mpz_class step) noexcept
      : Iterator(cls), at(std::move(start)), left(std::move(count)), step(std::move(step)) {}
  Value next(Vm& vm) override;
  std::int64_t remaining() const override;
  mpz_class at;
  mpz_class left;
  const mpz_class step;
  void visit(Visitor&) const override {}
  void drop_references() noexcept override {}
};

}  // namespace loopline::script
