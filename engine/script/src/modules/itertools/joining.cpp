// accumulate, chain, pairwise, starmap, zip_longest.
#include "itertools.h"

namespace loopline::script::itertools {

namespace {

class Accumulate final : public ValuesIterator<4> {
 public:
  using ValuesIterator::ValuesIterator;  // source, function or None, initial or None, total

  Value next(Vm& vm) override {
    if (!m_values[2].is_none()) {
      m_values[3] = std::exchange(m_values[2], Value::none());
      return m_values[3];
    }
    const Value source = m_values[0];
    Value item = next_of(vm, source);
    if (!item.is_set()) return {};
    const Value total = m_values[3];
    if (total.is_set()) {
      const Value function = m_values[1];
      item = function.is_none() ? vm.binary(BinaryOp::add, total, item, false) : vm.call(function, {total, item});
      if (!item.is_set()) return {};
    }
    m_values[3] = item;
    return item;
  }
};

Value accumulate_new(Vm& vm, Arguments args) {
  Value source = vm.iter(args[1]);
  return source.is_set() ? finish<Accumulate>(vm, args[0], std::move(source), args[2], args[3], Value()) : Value();
}

class Chain final : public ValuesIterator<2> {
 public:
  using ValuesIterator::ValuesIterator;  // iterator of iterables, the active one; unset if there is none

  Value next(Vm& vm) override {
    for (;;) {
      if (m_values[1].is_set()) {
        const Value active = m_values[1];
        Value item = next_of(vm, active);
        if (item.is_set() || vm.has_error()) return item;
        m_values[1].reset();
      }
      const Value sources = m_values[0];
      if (!sources.is_set()) return {};
      const Value iterable = next_of(vm, sources);
      if (!iterable.is_set()) {
        m_values[0].reset();
        return {};
      }
      Value active = vm.iter(iterable);
      if (!active.is_set()) {
        m_values[0].reset();
        return {};
      }
      m_values[1] = std::move(active);
      if (!vm.spend(10)) return {};
    }
  }
};

Value chain_new(Vm& vm, Arguments args) {
  Value sources = vm.iter(args[1]);
  return sources.is_set() ? finish<Chain>(vm, args[0], std::move(sources), Value()) : Value();
}

class Pairwise final : public ValuesIterator<2> {
 public:
  using ValuesIterator::ValuesIterator;  // source, the item before

  Value next(Vm& vm) override {
    const Value source = m_values[0];
    if (!source.is_set()) return {};
    Value before = m_values[1];
    if (!before.is_set()) before = next_of(vm, source);
    m_values[1] = before;
    Value item = before.is_set() ? next_of(vm, source) : Value();
    if (!item.is_set()) {
      m_values[0].reset();
      m_values[1].reset();
      return {};
    }
    m_values[1] = item;
    return vm.tuple({before, item});
  }
};

Value pairwise_new(Vm& vm, Arguments args) {
  Value source = vm.iter(args[1]);
  return source.is_set() ? finish<Pairwise>(vm, args[0], std::move(source), Value()) : Value();
}

class Starmap final : public ValuesIterator<2> {
 public:
  using ValuesIterator::ValuesIterator;

  Value next(Vm& vm) override {
    const Value function = m_values[0];
    const Value source = m_values[1];
    const Value item = next_of(vm, source);
    if (!item.is_set()) return {};
    const std::optional<std::vector<Value>> arguments = vm.to_vector(item);
    return arguments ? vm.call(function, std::span<const Value>(*arguments)) : Value();
  }
};

Value starmap_new(Vm& vm, Arguments args) {
  Value source = vm.iter(args[2]);
  return source.is_set() ? finish<Starmap>(vm, args[0], args[1], std::move(source)) : Value();
}

class ZipLongest final : public ListedIterator {
 public:
  ZipLongest(Class& cls, std::vector<Value> sources, Value fill) noexcept
      : ListedIterator(cls, std::move(sources)), m_fill(std::move(fill)), m_active(m_values.size()) {}

  Value next(Vm& vm) override {
    if (m_active == 0) return {};
    std::vector<Value> items;
    items.reserve(m_values.size());
    for (std::size_t i = 0; i < m_values.size(); ++i) {
      const Value source = m_values[i];
      Value item = source.is_set() ? next_of(vm, source) : m_fill;
      if (!item.is_set()) {
        if (vm.has_error()) return m_active = 0, Value();
        m_values[i].reset();
        if (--m_active == 0) return {};
        item = m_fill;
      }
      items.push_back(std::move(item));
    }
    return Tuple::take(items);
  }

  void visit(Visitor& visitor) const override {
    ListedIterator::visit(visitor);
    visit_value(visitor, m_fill);
  }

 private:
  Value m_fill;
  std::size_t m_active;
};

Value zip_longest_new(Vm& vm, Arguments args) {
  const Dict& keywords = *args[2].as<Dict>();
  const Value* fill = keywords.get(*vm.intern("fillvalue"));
  if (keywords.size() > (fill != nullptr ? 1U : 0U)) {
    return vm.type_error("zip_longest() got an unexpected keyword argument");
  }
  std::vector<Value> sources;
  for (const Value& iterable : args[1].as<Tuple>()->values()) {
    Value source = vm.iter(iterable);
    if (!source.is_set()) return {};
    sources.push_back(std::move(source));
  }
  return finish<ZipLongest>(vm, args[0], std::move(sources), fill != nullptr ? *fill : Value::none());
}

constexpr NativeDefinition kChain[] = {{"from_iterable", "cls, iterable, /", chain_new}};

}  // namespace

void add_joining(Vm& vm, Module& module) {
  add_class(vm, module, {"accumulate", "cls, iterable, func=None, *, initial=None", accumulate_new});
  Class& chain = add_class(vm, module, {"chain", "cls, *iterables", chain_new});
  vm.define_class_methods(chain, kChain);
  static constexpr NativeDefinition kGetItem[] = {{"__class_getitem__", "cls, key, /", generic_alias_of}};
  vm.define_class_methods(chain, kGetItem);
  add_class(vm, module, {"pairwise", "cls, iterable, /", pairwise_new});
  add_class(vm, module, {"starmap", "cls, function, iterable, /", starmap_new});
  add_class(vm, module, {"zip_longest", "cls, *iterables, **kwargs", zip_longest_new});
}

}  // namespace loopline::script::itertools
