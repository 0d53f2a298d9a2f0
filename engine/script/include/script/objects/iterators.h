// Iterators: the native ones derive from one class; those that loops meet most are known by shape.
#pragma once

#include <vector>

#include "script/objects/class.h"
#include "script/objects/dict.h"
#include "script/objects/sequences.h"
#include "script/objects/set.h"
#include "script/value.h"

namespace loopline::script {

class Iterator : public Container {
 public:
  enum class Shape : std::uint8_t { list, tuple, range, other };

  explicit Iterator(Class& cls, Shape shape = Shape::other) noexcept
      : Container(kind::iterator), shape(shape), m_class(&cls) {}

  /// The next value; unset at the end, or with an error.
  virtual Value next(Vm& vm) = 0;
  /// For __length_hint__; -1 if not known.
  virtual std::int64_t remaining() const { return -1; }
  /// The same where finding out may run a script's code, and raise.
  virtual std::int64_t remaining_for(Vm& /*vm*/) { return remaining(); }
  Class& cls() const noexcept { return *m_class; }

  const Shape shape;

 private:
  Class* m_class;  // built-in classes live as long as the machine
};

class ListIterator final : public Iterator {
 public:
  ListIterator(Class& cls, Ref<List> list) noexcept : Iterator(cls, Shape::list), list(std::move(list)) {}
  Value next(Vm& vm) override;
  std::int64_t remaining() const override;
  Ref<List> list;  // null when exhausted
  std::size_t index = 0;
  void visit(Visitor& visitor) const override { visitor.visit(list.get()); }
  void drop_references() noexcept override { list = nullptr; }
};

/// reversed(list): shrinks with the list.
class ReversedListIterator final : public Iterator {
 public:
  ReversedListIterator(Class& cls, Ref<List> list) noexcept
      : Iterator(cls), m_list(std::move(list)), m_left(m_list->items.size()) {}
  Value next(Vm& vm) override;
  std::int64_t remaining() const override;
  void visit(Visitor& visitor) const override { visitor.visit(m_list.get()); }
  void drop_references() noexcept override { m_list = nullptr; }

 private:
  Ref<List> m_list;  // null when exhausted
  std::size_t m_left;
};

class TupleIterator final : public Iterator {
 public:
  TupleIterator(Class& cls, Ref<Tuple> tuple) noexcept : Iterator(cls, Shape::tuple), tuple(std::move(tuple)) {}
  Value next(Vm& vm) override;
  std::int64_t remaining() const override;
  Ref<Tuple> tuple;
  std::size_t index = 0;
  void visit(Visitor& visitor) const override { visitor.visit(tuple.get()); }
  void drop_references() noexcept override { tuple = nullptr; }
};

class RangeIterator final : public Iterator {
 public:
  RangeIterator(Class& cls, std::int64_t start, std::int64_t count, std::int64_t step) noexcept
      : Iterator(cls, Shape::range), at(start), left(count), step(step) {}
  Value next(Vm& vm) override;
  std::int64_t remaining() const override { return left; }
  std::int64_t at;
  std::int64_t left;
  std::int64_t step;
  void visit(Visitor&) const override {}
  void drop_references() noexcept override {}
};

class StrIterator final : public Iterator {
 public:
  StrIterator(Class& cls, Ref<Str> text) noexcept : Iterator(cls), m_text(std::move(text)) {}
  Value next(Vm& vm) override;
  void visit(Visitor&) const override {}
  void drop_references() noexcept override {}

 private:
  Ref<Str> m_text;
  std::size_t m_offset = 0;
};

/// Over bytes or a bytearray, which may change meanwhile.
class BytesIterator final : public Iterator {
 public:
  BytesIterator(Class& cls, Value data) noexcept : Iterator(cls), m_data(std::move(data)) {}
  Value next(Vm& vm) override;
  std::int64_t remaining() const override;
  void visit(Visitor&) const override {}
  void drop_references() noexcept override {}

 private:
  const std::string& bytes() const noexcept;
  Value m_data;  // unset at the end
  std::size_t m_at = 0;
};

/// Over keys, values or items of a dictionary; notices when its size changes.
class DictIterator final : public Iterator {
 public:
  enum class What : std::uint8_t { keys, values, items };
  DictIterator(Class& cls, Ref<Dict> dict, What what, bool reversed = false) noexcept;
  Value next(Vm& vm) override;
  std::int64_t remaining() const override;
  void visit(Visitor& visitor) const override { visitor.visit(m_dict.get()); }
  void drop_references() noexcept override { m_dict = nullptr; }

 private:
  Ref<Dict> m_dict;
  What m_what;
  bool m_reversed;
  std::size_t m_size;
  std::size_t m_at;
  std::size_t m_given = 0;
};

/// Over the elements of a set; notices when its size changes.
class SetIterator final : public Iterator {
 public:
  SetIterator(Class& cls, Ref<Set> set) noexcept : Iterator(cls), m_set(std::move(set)), m_size(m_set->size()) {}
  Value next(Vm& vm) override;
  std::int64_t remaining() const override;
  void visit(Visitor& visitor) const override { visitor.visit(m_set.get()); }
  void drop_references() noexcept override { m_set = nullptr; }

 private:
  Ref<Set> m_set;  // null when exhausted
  std::size_t m_size;
  std::size_t m_position = 0;
  std::size_t m_given = 0;
};

/// Over values taken beforehand.
class SnapshotIterator final : public Iterator {
 public:
  SnapshotIterator(Class& cls, std::vector<Value> values) noexcept : Iterator(cls), m_values(std::move(values)) {}
  Value next(Vm& vm) override;
  std::int64_t remaining() const override { return static_cast<std::int64_t>(m_values.size() - m_at); }
  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  std::vector<Value> m_values;
  std::size_t m_at = 0;
};

/// Over an object with __getitem__ only, or backwards over one with __len__ too.
class IndexIterator final : public Iterator {
 public:
  IndexIterator(Class& cls, Value sequence, std::int64_t start, std::int64_t step) noexcept
      : Iterator(cls), m_sequence(std::move(sequence)), m_at(start), m_step(step) {}
  Value next(Vm& vm) override;
  std::int64_t remaining_for(Vm& vm) override;
  void visit(Visitor& visitor) const override { visit_value(visitor, m_sequence); }
  void drop_references() noexcept override { m_sequence.reset(); }

 private:
  Value m_sequence;
  std::int64_t m_at;
  std::int64_t m_step;
};

/// iter(callable, sentinel).
class CallIterator final : public Iterator {
 public:
  CallIterator(Class& cls, Value callable, Value sentinel) noexcept
      : Iterator(cls), m_callable(std::move(callable)), m_sentinel(std::move(sentinel)) {}
  Value next(Vm& vm) override;
  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  Value m_callable;
  Value m_sentinel;
};

/// dict.keys(), values(), items().
class DictView final : public Container {
 public:
  DictView(Ref<Dict> dict, DictIterator::What what, Class* cls = nullptr) noexcept
      : Container(kind::dict_view), dict(std::move(dict)), what(what), cls(cls) {}
  Ref<Dict> dict;
  DictIterator::What what;
  Class*
      cls;  ///< null: the class that a dict's own views have; a class of a native module lives as long as the machine
  void visit(Visitor& visitor) const override { visitor.visit(dict.get()); }
  void drop_references() noexcept override {}
};

/// A read-only live view of a mapping: what `cls.__dict__` gives.
class MappingProxy final : public Container {
 public:
  explicit MappingProxy(Value mapping) noexcept : Container(kind::mapping_proxy), mapping(std::move(mapping)) {}
  Value mapping;
  void visit(Visitor& visitor) const override { visit_value(visitor, mapping); }
  void drop_references() noexcept override { mapping = Value::none(); }
};

inline Iterator* as_iterator(const Value& value) noexcept { return as_kind<Iterator>(value, kind::iterator); }

}  // namespace loopline::script
