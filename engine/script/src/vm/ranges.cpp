#include "ranges.h"

#include <cmath>

namespace loopline::script {

namespace {

mpz_class length_of(const mpz_class& start, const mpz_class& stop, const mpz_class& step) {
  const bool up = sgn(step) > 0;
  const mpz_class distance = up ? mpz_class(stop - start) : mpz_class(start - stop);
  if (sgn(distance) <= 0) return 0;
  return (distance - 1) / abs(step) + 1;
}

}  // namespace

BigRange::BigRange(mpz_class first, mpz_class end, mpz_class stride)
    : Object(kind::big_range),
      start(std::move(first)),
      stop(std::move(end)),
      step(std::move(stride)),
      length(length_of(start, stop, step)) {}

Value BigRangeIterator::next(Vm& /*vm*/) {
  if (sgn(left) <= 0) return {};
  --left;
  Value value = make_int(at);
  at += step;
  return value;
}

std::int64_t BigRangeIterator::remaining() const {
  return left.fits_slong_p() ? static_cast<std::int64_t>(left.get_si()) : INT64_MAX;
}

namespace ranges {

namespace {

/// Far enough from the ends of 64 bits that start + length * step stays inside.
bool is_small(const mpz_class& number) {
  constexpr long kMost = 1L << 61U;
  return number.fits_slong_p() && number.get_si() <= kMost && number.get_si() >= -kMost;
}

Value slice_of(Vm& vm, const Value& range, const Slice& slice) {
  const Parts parts = parts_of(range);
  mpz_class start;
  mpz_class stop;
  mpz_class step;
  if (!slice_bounds(vm, slice, parts.length, start, stop, step)) return {};
  return make_range(parts.start + start * parts.step, parts.start + stop * parts.step, parts.step * step);
}

}  // namespace

Value make_range(const mpz_class& start, const mpz_class& stop, const mpz_class& step) {
  if (is_small(start) && is_small(stop) && is_small(step)) {
    return make<Range>(std::int64_t{start.get_si()}, std::int64_t{stop.get_si()}, std::int64_t{step.get_si()});
  }
  return make<BigRange>(start, stop, step);
}

Parts parts_of(const Value& range) {
  if (const Range* small = as_kind<Range>(range, kind::range)) {
    return {mpz_from(small->start), mpz_from(small->stop), mpz_from(small->step), mpz_from(small->length())};
  }
  const BigRange& big = *range.as<BigRange>();
  return {big.start, big.stop, big.step, big.length};
}

Value get_item(Vm& vm, const Value& range, const Value& key) {
  if (const Slice* slice = as_kind<Slice>(key, kind::slice)) return slice_of(vm, range, *slice);
  if (!is_integer(Vm::core(key)) && !vm.special(vm.class_of(key), Special::index).is_set()) {
    return vm.type_error("range indices must be integers or slices, not " + vm.type_name(key));
  }
  const Value given = vm.index_value(key);
  if (!given.is_set()) return {};
  const auto out_of_range = [&] { return vm.index_error("range object index out of range"); };
  if (const Range* small = as_kind<Range>(range, kind::range); small != nullptr && given.is_int()) {
    const std::int64_t index = given.as_int() < 0 ? given.as_int() + small->length() : given.as_int();
    return index >= 0 && index < small->length() ? Value(small->at(index)) : out_of_range();
  }
  const Parts parts = parts_of(range);
  mpz_class index = to_mpz(given);
  if (sgn(index) < 0) index += parts.length;
  if (sgn(index) < 0 || index >= parts.length) return out_of_range();
  return make_int(parts.start + index * parts.step);
}

mpz_class find(const Parts& range, const mpz_class& number) {
  const bool inside =
      sgn(range.step) > 0 ? number >= range.start && number < range.stop : number <= range.start && number > range.stop;
  if (!inside) return -1;
  const mpz_class distance = number - range.start;
  if (distance % range.step != 0) return -1;
  return distance / range.step;
}

int contains(Vm& vm, const Value& range, const Value& item) {
  if (is_integer(item)) {
    if (const Range* small = as_kind<Range>(range, kind::range); small != nullptr && item.is_int()) {
      const std::int64_t number = item.as_int();
      const bool inside = small->step > 0 ? number >= small->start && number < small->stop
                                          : number <= small->start && number > small->stop;
      return inside && (number - small->start) % small->step == 0 ? 1 : 0;
    }
    return sgn(find(parts_of(range), to_mpz(item))) >= 0 ? 1 : 0;
  }
  if (item.is_float()) {
    const double number = item.as_float();
    if (!std::isfinite(number) || number != std::floor(number)) return 0;
    return sgn(find(parts_of(range), mpz_class(number))) >= 0 ? 1 : 0;
  }
  int present = 0;
  const bool ok = vm.iterate(range, [&](const Value& each) {
    present = vm.equals(each, item);
    return present == 0;
  });
  return ok || present > 0 ? present : -1;
}

bool equal(const Value& left, const Value& right) {
  const Parts l = parts_of(left);
  const Parts r = parts_of(right);
  return l.length == r.length && (l.length == 0 || (l.start == r.start && (l.length == 1 || l.step == r.step)));
}

Value hash_key(Vm& vm, const Value& range) {
  const Parts parts = parts_of(range);
  const Value start = parts.length == 0 ? Value::none() : make_int(parts.start);
  const Value step = parts.length <= 1 ? Value::none() : make_int(parts.step);
  return vm.tuple({make_int(parts.length), start, step});
}

std::string repr(const Value& range) {
  const Parts parts = parts_of(range);
  std::string text = "range(" + parts.start.get_str() + ", " + parts.stop.get_str();
  if (parts.step != 1) text += ", " + parts.step.get_str();
  return text + ")";
}

Value iterator(Vm& vm, const Value& range, bool reversed) {
  const Vm::IteratorClasses& classes = vm.iterator_classes();
  if (const Range* small = as_kind<Range>(range, kind::range)) {
    const std::int64_t first = reversed ? small->at(small->length() - 1) : small->start;
    return make<RangeIterator>(*classes.range, first, small->length(), reversed ? -small->step : small->step);
  }
  const BigRange& big = *range.as<BigRange>();
  if (!reversed) return make<BigRangeIterator>(*classes.long_range, big.start, big.length, big.step);
  return make<BigRangeIterator>(*classes.long_range, big.start + (big.length - 1) * big.step, big.length, -big.step);
}

bool slice_bounds(Vm& vm, const Slice& slice, const mpz_class& length, mpz_class& start, mpz_class& stop,
                  mpz_class& step) {
  const auto part = [&](const Value& value, mpz_class& number) {
    if (!is_integer(Vm::core(value)) && !vm.special(vm.class_of(value), Special::index).is_set()) {
      vm.type_error("slice indices must be integers or None or have an __index__ method");
      return false;
    }
    const Value index = vm.index_value(value);
    if (index.is_set()) number = to_mpz(index);
    return index.is_set();
  };
  step = 1;
  if (!slice.step.is_none() && !part(slice.step, step)) return false;
  if (step == 0) {
    vm.value_error("slice step cannot be zero");
    return false;
  }
  const bool up = sgn(step) > 0;
  const mpz_class lowest = up ? 0 : -1;
  const mpz_class highest = up ? length : mpz_class(length - 1);
  const auto bound = [&](const Value& value, const mpz_class& fallback, mpz_class& number) {
    number = fallback;
    if (value.is_none()) return true;
    if (!part(value, number)) return false;
    if (sgn(number) < 0) number += length;
    if (number < lowest) number = lowest;
    if (number > highest) number = highest;
    return true;
  };
  return bound(slice.start, up ? lowest : highest, start) && bound(slice.stop, up ? highest : lowest, stop);
}

}  // namespace ranges

}  // namespace loopline::script
