// range and slice.
#include "../vm/bootstrap.h"
#include "../vm/ranges.h"
#include "protocol.h"

namespace loopline::script {

namespace {

// ---- range ----------------------------------------------------------------------------------------------------------

Value range_new(Vm& vm, Arguments args) {
  if (as_class(args[0]) != vm.types().range.get()) {
    return vm.finish_new(args[0], *vm.types().range,
                         make<Range>(0, 0, 1));  // a range is never derived from: this raises
  }
  const Value first = vm.index_value(args[1]);
  if (!first.is_set()) return {};
  const Value second = args[2].is_set() ? vm.index_value(args[2]) : Value();
  if (args[2].is_set() && !second.is_set()) return {};
  const Value step = args[3].is_set() ? vm.index_value(args[3]) : Value(std::int64_t{1});
  if (!step.is_set()) return {};
  if (step.is_int() && step.as_int() == 0) return vm.value_error("range() arg 3 must not be zero");
  const Value zero(std::int64_t{0});
  const Value& start = second.is_set() ? first : zero;
  const Value& stop = second.is_set() ? second : first;
  return ranges::make_range(to_mpz(start), to_mpz(stop), to_mpz(step));
}

Value range_length(Vm& vm, Arguments args) {
  const Value length = make_int(ranges::parts_of(args[0]).length);
  return length.is_int() ? length : vm.overflow_error("Python int too large to convert to C ssize_t");
}

Value range_bool(Vm& /*vm*/, Arguments args) { return Value(sgn(ranges::parts_of(args[0]).length) != 0); }
Value range_item(Vm& vm, Arguments args) { return ranges::get_item(vm, args[0], args[1]); }
Value range_iter(Vm& vm, Arguments args) { return ranges::iterator(vm, args[0], false); }
Value range_reversed(Vm& vm, Arguments args) { return ranges::iterator(vm, args[0], true); }

Value range_contains(Vm& vm, Arguments args) {
  const int found = ranges::contains(vm, args[0], args[1]);
  return found < 0 ? Value() : Value(found != 0);
}

Value range_index(Vm& vm, Arguments args) {
  if (is_integer(args[1])) {
    const mpz_class at = ranges::find(ranges::parts_of(args[0]), to_mpz(args[1]));
    if (sgn(at) >= 0) return make_int(at);
    const std::optional<std::string> text = vm.repr_text(args[1]);
    return text ? vm.value_error(*text + " is not in range") : Value();
  }
  std::int64_t at = -1;
  int same = 0;
  const bool ok = vm.iterate(args[0], [&](const Value& each) {
    ++at;
    same = vm.equals(each, args[1]);
    return same == 0;
  });
  if (same > 0) return Value(at);
  return ok && same == 0 ? vm.value_error("sequence.index(x): x not in sequence") : Value();
}

Value range_count(Vm& vm, Arguments args) {
  // No number is twice in a range, and only something with an __eq__ of its own equals several.
  if (is_integer(args[1]) || args[1].is_float()) {
    const int found = ranges::contains(vm, args[0], args[1]);
    return found < 0 ? Value() : Value(std::int64_t{found});
  }
  std::int64_t count = 0;
  bool raised = false;
  const bool ok = vm.iterate(args[0], [&](const Value& each) {
    const int same = vm.equals(each, args[1]);
    raised = same < 0;
    count += same > 0 ? 1 : 0;
    return !raised;
  });
  return ok && !raised ? Value(count) : Value();
}

Value range_start(Vm& /*vm*/, Arguments args) { return make_int(ranges::parts_of(args[0]).start); }
Value range_stop(Vm& /*vm*/, Arguments args) { return make_int(ranges::parts_of(args[0]).stop); }
Value range_step(Vm& /*vm*/, Arguments args) { return make_int(ranges::parts_of(args[0]).step); }

constexpr NativeDefinition kRange[] = {
    {"__new__", "cls, start, stop?, step?, /", range_new},
    {"index", "self, value, /", range_index},
    {"count", "self, value, /", range_count},
    {"__len__", "self, /", range_length},
    {"__bool__", "self, /", range_bool},
    {"__iter__", "self, /", range_iter},
    {"__reversed__", "self, /", range_reversed},
    {"__contains__", "self, key, /", range_contains},
    {"__getitem__", "self, key, /", range_item},
    {"__repr__", "self, /", protocol::repr},
    {"__hash__", "self, /", protocol::hash},
    LOOPLINE_COMPARISON_METHODS,
};
constexpr NativeDefinition kRangeGetters[] = {
    {"start", "self, /", range_start}, {"stop", "self, /", range_stop}, {"step", "self, /", range_step}};

// ---- slice ----------------------------------------------------------------------------------------------------------

Value slice_new(Vm& vm, Arguments args) {
  const bool only_stop = !args[2].is_set();
  const Value step = args[3].is_set() ? args[3] : Value::none();
  Value made = only_stop ? Value(make<Slice>(Value::none(), args[1], Value::none()))
                         : Value(make<Slice>(args[1], args[2], step));
  return vm.finish_new(args[0], *vm.types().slice, std::move(made));
}

Value slice_indices(Vm& vm, Arguments args) {
  const Value given = vm.index_value(args[1]);
  if (!given.is_set()) return {};
  const mpz_class length = to_mpz(given);
  if (sgn(length) < 0) return vm.value_error("length should not be negative");
  mpz_class start;
  mpz_class stop;
  mpz_class step;
  if (!ranges::slice_bounds(vm, *args[0].as<Slice>(), length, start, stop, step)) return {};
  return vm.tuple({make_int(start), make_int(stop), make_int(step)});
}

template <Value Slice::*part>
Value slice_part(Vm& /*vm*/, Arguments args) {
  return (*args[0].as<Slice>()).*part;
}

constexpr NativeDefinition kSlice[] = {
    {"__new__", "cls, start, stop?, step?, /", slice_new},
    {"indices", "self, length, /", slice_indices},
    {"__repr__", "self, /", protocol::repr},
    LOOPLINE_COMPARISON_METHODS,
};
constexpr NativeDefinition kSliceGetters[] = {{"start", "self, /", slice_part<&Slice::start>},
                                              {"stop", "self, /", slice_part<&Slice::stop>},
                                              {"step", "self, /", slice_part<&Slice::step>}};

}  // namespace

void install_range_and_slice(Vm& vm) {
  Types& types = vm.types();
  vm.define_methods(*types.range, kRange);
  vm.define_getters(*types.range, kRangeGetters);
  vm.define_methods(*types.slice, kSlice);
  vm.define_getters(*types.slice, kSliceGetters);
  types.slice->attributes->set(*vm.intern("__hash__"), Value::none());
  vm.add_builtin("range", Value(types.range));
  vm.add_builtin("slice", Value(types.slice));
}

}  // namespace loopline::script
