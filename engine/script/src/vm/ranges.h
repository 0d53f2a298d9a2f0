// Ranges and slices of any size.
#pragma once

#include "script/objects/big_range.h"
#include "script/vm.h"

namespace loopline::script::ranges {

/// A Range if it is small enough for its arithmetic never to overflow, else a BigRange. `step` is not zero.
Value make_range(const mpz_class& start, const mpz_class& stop, const mpz_class& step);
inline bool is_range(const Value& value) noexcept {
  return value.is_object(kind::range) || value.is_object(kind::big_range);
}

/// The parts of either kind of range.
struct Parts {
  mpz_class start;
  mpz_class stop;
  mpz_class step;
  mpz_class length;
};
Parts parts_of(const Value& range);

Value get_item(Vm& vm, const Value& range, const Value& key);
/// 1, 0, or -1 after raising.
int contains(Vm& vm, const Value& range, const Value& item);
/// The place of an integer in the range, or -1.
mpz_class find(const Parts& range, const mpz_class& number);
bool equal(const Value& left, const Value& right);
/// What hash(range) is the hash of.
Value hash_key(Vm& vm, const Value& range);
std::string repr(const Value& range);
Value iterator(Vm& vm, const Value& range, bool reversed);

/// slice.indices() for a length of any size. False after raising.
bool slice_bounds(Vm& vm, const Slice& slice, const mpz_class& length, mpz_class& start, mpz_class& stop,
                  mpz_class& step);

}  // namespace loopline::script::ranges
