// What the files of the module itertools share (CPython: itertoolsmodule.c).
#pragma once

#include <array>
#include <utility>

#include "../../builtins/builtin_class.h"
#include "../../builtins/common.h"
#include "../../vm/iterate.h"
#include "script/objects/iterators.h"
#include "script/vm.h"

namespace loopline::script::itertools {

/// An iterator that refers to a fixed number of values. What it calls may come back to it: a step takes copies of the
/// values it works with.
template <std::size_t count>
class ValuesIterator : public Iterator {
 public:
  template <class... Values>
  explicit ValuesIterator(Class& cls, Values&&... values) noexcept
      : Iterator(cls), m_values{std::forward<Values>(values)...} {}
  void visit(Visitor& visitor) const override {
    for (const Value& value : m_values) visit_value(visitor, value);
  }
  void drop_references() noexcept override {
    for (Value& value : m_values) value = Value::none();
  }

 protected:
  std::array<Value, count> m_values;
};

/// The same for any number of them.
class ListedIterator : public Iterator {
 public:
  ListedIterator(Class& cls, std::vector<Value> values) noexcept : Iterator(cls), m_values(std::move(values)) {}
  void visit(Visitor& visitor) const override {
    for (const Value& value : m_values) visit_value(visitor, value);
  }
  void drop_references() noexcept override { m_values.clear(); }

 protected:
  std::vector<Value> m_values;
};

/// What `cls.__new__` returns: an iterator of type T, or an instance of a derived class around one.
template <class T, class... Parts>
Value finish(Vm& vm, const Value& cls, Parts&&... parts) {
  Class& builtin = builtin_class(cls);
  return vm.finish_new(cls, builtin, make<T>(builtin, std::forward<Parts>(parts)...));
}

/// self of a method, as the iterator it is.
template <class T>
T& self_as_iterator(const Value& self) {
  return static_cast<T&>(*Vm::core(self).as<Iterator>());
}

/// A class of the module with its __new__ and the methods of every iterator.
Class& add_class(Vm& vm, Module& module, const NativeDefinition& maker);

// The parts of the module.
void add_endless(Vm& vm, Module& module);        // count, cycle, repeat
void add_selecting(Vm& vm, Module& module);      // compress, dropwhile, filterfalse, islice, takewhile
void add_joining(Vm& vm, Module& module);        // accumulate, chain, pairwise, starmap, zip_longest
void add_grouping(Vm& vm, Module& module);       // groupby, tee
void add_combinatorics(Vm& vm, Module& module);  // combinations, permutations, product

}  // namespace loopline::script::itertools
