// enumerate, zip, map, filter, reversed, and the methods of all native iterators.
#include "../vm/bootstrap.h"
#include "../vm/iterate.h"
#include "protocol.h"

namespace loopline::script {

namespace {

// ---- the objects ----------------------------------------------------------------------------------------------------

/// Makes pairs; the last one is used again if nobody has kept it, as is the rule when a loop unpacks them.
class PairMaker {
 public:
  Value pair(Value first, Value second) {
    if (m_last && m_last->references() == 1) {
      m_last->own_item(0) = std::move(first);
      m_last->own_item(1) = std::move(second);
      return Value(m_last);
    }
    Value items[] = {std::move(first), std::move(second)};
    m_last = Tuple::take(items);
    return Value(m_last);
  }
  void visit(Visitor& visitor) const { visitor.visit(m_last.get()); }
  void clear() noexcept { m_last = nullptr; }

 private:
  Ref<Tuple> m_last;
};

class EnumerateIterator final : public Iterator {
 public:
  EnumerateIterator(Class& cls, Value source, Value number) noexcept
      : Iterator(cls), m_source(std::move(source)), m_number(std::move(number)) {}

  Value next(Vm& vm) override {
    Value item = next_of(vm, m_source);
    if (!item.is_set()) return {};
    const Value number = m_number;
    if (m_number.is_int() && m_number.as_int() != INT64_MAX) {
      m_number = Value(m_number.as_int() + 1);
    } else {
      m_number = make_int(to_mpz(m_number) + 1);
    }
    return m_results.pair(number, std::move(item));
  }

  void visit(Visitor& visitor) const override {
    visit_value(visitor, m_source);
    visit_value(visitor, m_number);
    m_results.visit(visitor);
  }
  void drop_references() noexcept override {
    m_source = Value::none();
    m_results.clear();
  }

 private:
  Value m_source;
  Value m_number;
  PairMaker m_results;
};

/// What zip and map share: several iterators that go on together.
class JoiningIterator : public Iterator {
 public:
  JoiningIterator(Class& cls, std::vector<Value> sources) noexcept : Iterator(cls), m_sources(std::move(sources)) {}
  void visit(Visitor& visitor) const override {
    for (const Value& source : m_sources) visit_value(visitor, source);
  }
  void drop_references() noexcept override { m_sources.clear(); }

 protected:
  std::vector<Value> m_sources;
};

class ZipIterator final : public JoiningIterator {
 public:
  ZipIterator(Class& cls, std::vector<Value> sources, bool strict) noexcept
      : JoiningIterator(cls, std::move(sources)), m_strict(strict) {}

  Value next(Vm& vm) override {
    if (m_sources.size() == 2 && !m_strict) {
      Value pair[2];
      pair[0] = next_of(vm, m_sources[0]);
      if (!pair[0].is_set()) return {};
      pair[1] = next_of(vm, m_sources[1]);
      return pair[1].is_set() ? m_results.pair(std::move(pair[0]), std::move(pair[1])) : Value();
    }
    if (m_sources.empty()) return {};
    std::vector<Value> items;
    items.reserve(m_sources.size());
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
      Value item = next_of(vm, m_sources[i]);
      if (!item.is_set()) return m_strict && !vm.has_error() ? end(vm, i) : Value();
      items.push_back(std::move(item));
    }
    return Tuple::take(items);
  }

  void visit(Visitor& visitor) const override {
    JoiningIterator::visit(visitor);
    m_results.visit(visitor);
  }
  void drop_references() noexcept override {
    JoiningIterator::drop_references();
    m_results.clear();
  }

 private:
  /// One of strict ones has ended: the others must have, too.
  Value end(Vm& vm, std::size_t ended) {
    if (ended > 0) return differ(vm, ended, "shorter");
    for (std::size_t i = 1; i < m_sources.size(); ++i) {
      const Value item = next_of(vm, m_sources[i]);
      if (item.is_set()) return differ(vm, i, "longer");
      if (vm.has_error()) return {};
    }
    return {};
  }

  static Value differ(Vm& vm, std::size_t which, const char* how) {
    return vm.value_error("zip() argument " + std::to_string(which + 1) + " is " + how + " than argument" +
                          (which == 1 ? std::string(" 1") : "s 1-" + std::to_string(which)));
  }

  bool m_strict;
  PairMaker m_results;
};

class MapIterator final : public JoiningIterator {
 public:
  MapIterator(Class& cls, Value function, std::vector<Value> sources) noexcept
      : JoiningIterator(cls, std::move(sources)), m_function(std::move(function)) {}

  Value next(Vm& vm) override {
    constexpr std::size_t kFew = 4;
    std::array<Value, kFew> few;
    std::vector<Value> many;
    if (m_sources.size() > kFew) many.resize(m_sources.size());
    const std::span<Value> items =
        many.empty() ? std::span<Value>(few.data(), m_sources.size()) : std::span<Value>(many);
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
      items[i] = next_of(vm, m_sources[i]);
      if (!items[i].is_set()) return {};
    }
    const Value function = m_function;
    return vm.spend(20) ? vm.call(function, std::span<const Value>(items)) : Value();
  }

  void visit(Visitor& visitor) const override {
    JoiningIterator::visit(visitor);
    visit_value(visitor, m_function);
  }
  void drop_references() noexcept override {
    JoiningIterator::drop_references();
    m_function = Value::none();
  }

 private:
  Value m_function;
};

class FilterIterator final : public Iterator {
 public:
  FilterIterator(Class& cls, Value function, Value source) noexcept
      : Iterator(cls), m_function(std::move(function)), m_source(std::move(source)) {}

  Value next(Vm& vm) override {
    const bool by_truth = m_function.is_none() || as_class(m_function) == vm.types().bool_.get();
    for (;;) {
      Value item = next_of(vm, m_source);
      if (!item.is_set()) return {};
      int good = 0;
      if (by_truth) {
        good = vm.truth(item);
      } else {
        const Value result = vm.call(m_function, std::span<const Value>(&item, 1));
        good = result.is_set() ? vm.truth(result) : -1;
      }
      if (good < 0) return {};
      if (good > 0) return item;
      if (!vm.spend(8)) return {};
    }
  }

  void visit(Visitor& visitor) const override {
    visit_value(visitor, m_function);
    visit_value(visitor, m_source);
  }
  void drop_references() noexcept override {
    m_function = Value::none();
    m_source = Value::none();
  }

 private:
  Value m_function;
  Value m_source;
};

// ---- making them ----------------------------------------------------------------------------------------------------

Value enumerate_new(Vm& vm, Arguments args) {
  const Value number = args[2].is_set() ? vm.index_value(args[2]) : Value(std::int64_t{0});
  if (!number.is_set()) return {};
  Value source = vm.iter(args[1]);
  if (!source.is_set()) return {};
  Class& cls = *vm.iterator_classes().enumerate;
  return vm.finish_new(args[0], cls, make<EnumerateIterator>(cls, std::move(source), number));
}

/// The iterators of several iterables; nullopt after raising.
std::optional<std::vector<Value>> iterators_of(Vm& vm, std::span<const Value> iterables) {
  std::vector<Value> sources;
  sources.reserve(iterables.size());
  for (const Value& iterable : iterables) {
    Value source = vm.iter(iterable);
    if (!source.is_set()) return std::nullopt;
    sources.push_back(std::move(source));
  }
  return sources;
}

Value zip_new(Vm& vm, Arguments args) {
  const int strict = vm.truth(args[2]);
  if (strict < 0) return {};
  std::optional<std::vector<Value>> sources = iterators_of(vm, args[1].as<Tuple>()->values());
  if (!sources) return {};
  Class& cls = *vm.iterator_classes().zip;
  return vm.finish_new(args[0], cls, make<ZipIterator>(cls, std::move(*sources), strict != 0));
}

Value map_new(Vm& vm, Arguments args) {
  const std::span<const Value> given = args[1].as<Tuple>()->values();
  if (!args[2].as<Dict>()->empty() && as_class(args[0]) == vm.iterator_classes().map.get()) {
    return vm.type_error("map() takes no keyword arguments");
  }
  if (given.size() < 2) return vm.type_error("map() must have at least two arguments.");
  std::optional<std::vector<Value>> sources = iterators_of(vm, given.subspan(1));
  if (!sources) return {};
  Class& cls = *vm.iterator_classes().map;
  return vm.finish_new(args[0], cls, make<MapIterator>(cls, given[0], std::move(*sources)));
}

Value filter_new(Vm& vm, Arguments args) {
  Value source = vm.iter(args[2]);
  if (!source.is_set()) return {};
  Class& cls = *vm.iterator_classes().filter;
  return vm.finish_new(args[0], cls, make<FilterIterator>(cls, args[1], std::move(source)));
}

Value reversed_new(Vm& vm, Arguments args) {
  const Value& sequence = args[1];
  Class& of = vm.class_of(sequence);
  const auto refuse = [&] { return vm.type_error("'" + vm.type_name(sequence) + "' object is not reversible"); };
  const Value* own = of.lookup(*vm.intern("__reversed__"));
  if (own != nullptr) {
    if (own->is_none()) return refuse();
    bool found = false;
    return vm.call_special(sequence, Special::reversed, {}, found);
  }
  const bool is_sequence = vm.special(of, Special::getitem).is_set() &&
                           Vm::core_as<Dict>(sequence, kind::dict) == nullptr &&
                           !sequence.is_object(kind::mapping_proxy);
  if (!is_sequence) return refuse();
  const std::int64_t length = vm.length(sequence);
  if (length < 0) return {};
  Class& cls = *vm.iterator_classes().reversed;
  return vm.finish_new(args[0], cls, make<IndexIterator>(cls, sequence, length - 1, -1));
}

// ---- methods of all -------------------------------------------------------------------------------------------------

Value iterator_iter(Vm& /*vm*/, Arguments args) { return args[0]; }
Value iterator_next(Vm& vm, Arguments args) { return vm.next_or_raise(Vm::core(args[0])); }

Value iterator_hint(Vm& vm, Arguments args) {
  const std::int64_t left = Vm::core(args[0]).as<Iterator>()->remaining_for(vm);
  if (vm.has_error()) return {};
  return left < 0 ? Value::not_implemented() : Value(left);
}

constexpr NativeDefinition kIterator[] = {
    {"__iter__", "self, /", iterator_iter},
    {"__next__", "self, /", iterator_next},
};
constexpr NativeDefinition kHint[] = {{"__length_hint__", "self, /", iterator_hint}};

constexpr NativeDefinition kEnumerate[] = {{"__new__", "cls, iterable, start?", enumerate_new}};
constexpr NativeDefinition kZip[] = {{"__new__", "cls, *iterables, strict=False", zip_new}};
constexpr NativeDefinition kMap[] = {{"__new__", "cls, *args, **kwargs", map_new}};
constexpr NativeDefinition kFilter[] = {{"__new__", "cls, function, iterable, /", filter_new}};
constexpr NativeDefinition kReversed[] = {{"__new__", "cls, sequence, /", reversed_new}};

}  // namespace

void install_iterators(Vm& vm) {
  const Vm::IteratorClasses& classes = vm.iterator_classes();
  Class* const hinted[] = {classes.list.get(),
                           classes.tuple.get(),
                           classes.range.get(),
                           classes.long_range.get(),
                           classes.dict_keys.get(),
                           classes.dict_values.get(),
                           classes.dict_items.get(),
                           classes.str.get(),
                           classes.set.get(),
                           classes.bytes.get(),
                           classes.sequence.get(),
                           classes.list_reversed.get(),
                           classes.dict_keys_reversed.get(),
                           classes.dict_values_reversed.get(),
                           classes.dict_items_reversed.get(),
                           classes.reversed.get()};
  for (Class* cls : hinted) {
    vm.define_methods(*cls, kIterator);
    vm.define_methods(*cls, kHint);
    cls->is_final = cls != classes.reversed.get();
  }
  for (Class* cls :
       {classes.callable.get(), classes.enumerate.get(), classes.zip.get(), classes.map.get(), classes.filter.get()}) {
    vm.define_methods(*cls, kIterator);
  }
  classes.callable->is_final = true;
  vm.define_methods(*classes.enumerate, kEnumerate);
  vm.define_methods(*classes.zip, kZip);
  vm.define_methods(*classes.map, kMap);
  vm.define_methods(*classes.filter, kFilter);
  vm.define_methods(*classes.reversed, kReversed);
  vm.add_builtin("enumerate", Value(classes.enumerate));
  vm.add_builtin("zip", Value(classes.zip));
  vm.add_builtin("map", Value(classes.map));
  vm.add_builtin("filter", Value(classes.filter));
  vm.add_builtin("reversed", Value(classes.reversed));
}

}  // namespace loopline::script
