// compress, dropwhile, filterfalse, islice, takewhile.
#include <algorithm>

#include "itertools.h"

namespace loopline::script::itertools {

namespace {

/// Whether predicate(item) is true: 1, 0, or -1 after raising.
int holds(Vm& vm, const Value& predicate, const Value& item) {
  const Value result = vm.call(predicate, std::span<const Value>(&item, 1));
  return result.is_set() ? vm.truth(result) : -1;
}

class Compress final : public ValuesIterator<2> {
 public:
  using ValuesIterator::ValuesIterator;
  Value next(Vm& vm) override {
    const Value data = m_values[0];
    const Value selectors = m_values[1];
    do {
      Value item = next_of(vm, data);
      if (!item.is_set()) return {};
      const Value selector = next_of(vm, selectors);
      if (!selector.is_set()) return {};
      const int chosen = vm.truth(selector);
      if (chosen < 0) return {};
      if (chosen > 0) return item;
    } while (vm.spend(8));
    return {};
  }
};

Value compress_new(Vm& vm, Arguments args) {
  Value data = vm.iter(args[1]);
  if (!data.is_set()) return {};
  Value selectors = vm.iter(args[2]);
  return selectors.is_set() ? finish<Compress>(vm, args[0], std::move(data), std::move(selectors)) : Value();
}

/// What goes through a source with a predicate.
enum class By : std::uint8_t { dropwhile, takewhile, filterfalse };

template <By by>
class Predicate final : public ValuesIterator<2> {
 public:
  using ValuesIterator::ValuesIterator;
  Value next(Vm& vm) override {
    if (by == By::takewhile && m_decided) return {};
    const Value predicate = m_values[0];
    const Value source = m_values[1];
    do {
      Value item = next_of(vm, source);
      if (!item.is_set() || (by == By::dropwhile && m_decided)) return item;
      const bool by_truth =
          by == By::filterfalse && (predicate.is_none() || as_class(predicate) == vm.types().bool_.get());
      const int good = by_truth ? vm.truth(item) : holds(vm, predicate, item);
      if (good < 0) return {};
      if (by == By::takewhile) {
        if (good > 0) return item;
        m_decided = true;
        return {};
      }
      if (good == 0) {
        m_decided = true;
        return item;
      }
    } while (vm.spend(8));
    return {};
  }

 private:
  bool m_decided = false;  // the predicate has failed once
};

template <By by>
Value predicate_new(Vm& vm, Arguments args) {
  Value source = vm.iter(args[2]);
  return source.is_set() ? finish<Predicate<by>>(vm, args[0], args[1], std::move(source)) : Value();
}

class Slice final : public ValuesIterator<1> {
 public:
  Slice(Class& cls, Value source, std::int64_t start, std::int64_t stop, std::int64_t step) noexcept
      : ValuesIterator(cls, std::move(source)), m_next(start), m_stop(stop), m_step(step) {}

  Value next(Vm& vm) override {
    const Value source = m_values[0];
    if (!source.is_set()) return {};
    const std::int64_t target = m_stop >= 0 ? std::min(m_next, m_stop) : m_next;
    while (m_count < target) {
      const Value skipped = next_of(vm, source);
      if (!skipped.is_set() || !vm.spend(4)) return end();
      ++m_count;
    }
    if (m_stop >= 0 && m_count >= m_stop) return end();
    Value item = next_of(vm, source);
    if (!item.is_set()) return end();
    ++m_count;
    if (__builtin_add_overflow(m_next, m_step, &m_next)) m_next = INT64_MAX;
    if (m_stop >= 0) m_next = std::min(m_next, m_stop);
    return item;
  }

 private:
  Value end() {
    m_values[0].reset();
    return {};
  }

  std::int64_t m_next;
  std::int64_t m_stop;  // -1: none
  std::int64_t m_step;
  std::int64_t m_count = 0;
};

/// An argument of islice(): None gives the fallback. False if it is no number of the right kind; nothing is raised
/// then.
bool slice_bound(Vm& vm, const Value& given, std::int64_t fallback, std::int64_t least, std::int64_t& bound) {
  bound = fallback;
  if (given.is_none()) return true;
  if (!vm.index(given, bound)) {
    vm.take_error();
    return false;
  }
  return bound >= least;
}

Value islice_new(Vm& vm, Arguments args) {
  const bool only_stop = !args[3].is_set();
  std::int64_t start = 0;
  std::int64_t stop = -1;
  std::int64_t step = 1;
  const char* const kRange = "must be None or an integer: 0 <= x <= sys.maxsize.";
  if (!slice_bound(vm, only_stop ? args[2] : args[3], -1, 0, stop)) {
    return vm.value_error(std::string(only_stop ? "Stop argument for islice() " : "Stop argument for islice() ") +
                          kRange);
  }
  if (!only_stop && !slice_bound(vm, args[2], 0, 0, start)) {
    return vm.value_error(std::string("Indices for islice() ") + kRange);
  }
  if (args[4].is_set() && !slice_bound(vm, args[4], 1, 1, step)) {
    return vm.value_error("Step for islice() must be a positive integer or None.");
  }
  Value source = vm.iter(args[1]);
  return source.is_set() ? finish<Slice>(vm, args[0], std::move(source), start, stop, step) : Value();
}

}  // namespace

void add_selecting(Vm& vm, Module& module) {
  add_class(vm, module, {"compress", "cls, data, selectors", compress_new});
  add_class(vm, module, {"dropwhile", "cls, predicate, iterable, /", predicate_new<By::dropwhile>});
  add_class(vm, module, {"takewhile", "cls, predicate, iterable, /", predicate_new<By::takewhile>});
  add_class(vm, module, {"filterfalse", "cls, function, iterable, /", predicate_new<By::filterfalse>});
  add_class(vm, module, {"islice", "cls, iterable, start, stop?, step?, /", islice_new});
}

}  // namespace loopline::script::itertools
