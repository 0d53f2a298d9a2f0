// count, cycle, repeat.
#include "../../vm/numbers.h"
#include "itertools.h"

namespace loopline::script::itertools {

namespace {

class Count final : public ValuesIterator<2> {
 public:
  using ValuesIterator::ValuesIterator;

  Value next(Vm& vm) override {
    Value number = m_values[0];
    const Value step = m_values[1];
    std::int64_t sum = 0;
    if (number.is_int() && step.is_int() && !__builtin_add_overflow(number.as_int(), step.as_int(), &sum)) {
      m_values[0] = Value(sum);
      return number;
    }
    Value next_number = vm.binary(BinaryOp::add, number, step, false);
    if (!next_number.is_set()) return {};
    m_values[0] = std::move(next_number);
    return number;
  }
  const Value& number() const noexcept { return m_values[0]; }
  const Value& step() const noexcept { return m_values[1]; }
};

bool is_number(Vm& vm, const Value& value) {
  if (numbers::is_number(Vm::core(value)) || value.is_object(kind::complex)) return true;
  Class& cls = vm.class_of(value);
  return vm.special(cls, Special::index).is_set() || vm.special(cls, Special::float_).is_set() ||
         vm.special(cls, Special::int_).is_set();
}

Value count_new(Vm& vm, Arguments args) {
  for (const Value* number : {&args[1], &args[2]}) {
    if (!is_number(vm, *number)) return vm.type_error("a number is required");
  }
  return finish<Count>(vm, args[0], args[1], args[2]);
}

Value count_repr(Vm& vm, Arguments args) {
  const Count& count = self_as_iterator<Count>(args[0]);
  const std::optional<std::string> number = vm.repr_text(count.number());
  if (!number) return {};
  std::string text = class_name(vm, args[0]) + "(" + *number;
  const Value step = count.step();
  if (!step.is_int() || step.as_int() != 1) {
    const std::optional<std::string> step_text = vm.repr_text(step);
    if (!step_text) return {};
    text += ", " + *step_text;
  }
  return vm.str(text + ")");
}

/// Gives its source once and keeps what it gave.
class Cycle final : public ListedIterator {
 public:
  Cycle(Class& cls, Value source) noexcept : ListedIterator(cls, {}), m_source(std::move(source)) {}

  Value next(Vm& vm) override {
    if (m_source.is_set()) {
      const Value source = m_source;
      Value item = next_of(vm, source);
      if (item.is_set()) {
        m_values.push_back(item);
        if ((m_values.size() & 0xffffU) == 0 && !vm.check_size(m_values.size() * sizeof(Value))) return {};
        return item;
      }
      if (vm.has_error()) return {};
      m_source.reset();
    }
    if (m_values.empty()) return {};
    if (m_at >= m_values.size()) m_at = 0;
    return m_values[m_at++];
  }

  void visit(Visitor& visitor) const override {
    ListedIterator::visit(visitor);
    visit_value(visitor, m_source);
  }
  void drop_references() noexcept override {
    ListedIterator::drop_references();
    m_source.reset();
  }

 private:
  Value m_source;  // unset once exhausted
  std::size_t m_at = 0;
};

Value cycle_new(Vm& vm, Arguments args) {
  Value source = vm.iter(args[1]);
  return source.is_set() ? finish<Cycle>(vm, args[0], std::move(source)) : Value();
}

class Repeat final : public ValuesIterator<1> {
 public:
  Repeat(Class& cls, Value value, std::int64_t left) noexcept : ValuesIterator(cls, std::move(value)), m_left(left) {}

  Value next(Vm& /*vm*/) override {
    if (m_left == 0) return {};
    if (m_left > 0) --m_left;
    return m_values[0];
  }
  std::int64_t remaining() const override { return m_left; }
  const Value& value() const noexcept { return m_values[0]; }

 private:
  std::int64_t m_left;  // negative: without end
};

Value repeat_new(Vm& vm, Arguments args) {
  std::int64_t times = -1;
  if (args[2].is_set()) {
    if (!vm.index(args[2], times)) return {};
    times = std::max<std::int64_t>(times, 0);
  }
  return finish<Repeat>(vm, args[0], args[1], times);
}

Value repeat_repr(Vm& vm, Arguments args) {
  const Repeat& repeat = self_as_iterator<Repeat>(args[0]);
  const std::optional<std::string> value = vm.repr_text(repeat.value());
  if (!value) return {};
  std::string text = class_name(vm, args[0]) + "(" + *value;
  if (repeat.remaining() >= 0) text += ", " + std::to_string(repeat.remaining());
  return vm.str(text + ")");
}

Value repeat_hint(Vm& vm, Arguments args) {
  const std::int64_t left = self_as_iterator<Repeat>(args[0]).remaining();
  return left >= 0 ? Value(left) : vm.type_error("len() of unsized object");
}

constexpr NativeDefinition kCount[] = {{"__repr__", "self, /", count_repr}};
constexpr NativeDefinition kRepeat[] = {{"__repr__", "self, /", repeat_repr},
                                        {"__length_hint__", "self, /", repeat_hint}};

}  // namespace

void add_endless(Vm& vm, Module& module) {
  vm.define_methods(add_class(vm, module, {"count", "cls, start=0, step=1", count_new}), kCount);
  add_class(vm, module, {"cycle", "cls, iterable, /", cycle_new});
  vm.define_methods(add_class(vm, module, {"repeat", "cls, object, times?", repeat_new}), kRepeat);
}

}  // namespace loopline::script::itertools
