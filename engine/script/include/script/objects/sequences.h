// Tuples, lists, bytes, slices and ranges.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "script/value.h"

namespace loopline::script {

class Tuple final : public Container {
 public:
  static Ref<Tuple> create(std::span<const Value> items);
  static Ref<Tuple> create(std::initializer_list<Value> items) {
    return create(std::span<const Value>(items.begin(), items.size()));
  }
  /// Takes the values out of the array.
  static Ref<Tuple> take(std::span<Value> items);

  std::size_t size() const noexcept { return m_size; }
  bool empty() const noexcept { return m_size == 0; }
  const Value& operator[](std::size_t index) const noexcept { return items()[index]; }
  std::span<const Value> values() const noexcept { return {items(), m_size}; }
  const Value* begin() const noexcept { return items(); }
  const Value* end() const noexcept { return items() + m_size; }
  /// For whoever holds the only reference to a tuple that it made.
  Value& own_item(std::size_t index) noexcept { return items()[index]; }

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  explicit Tuple(std::size_t size) noexcept : Container(kind::tuple), m_size(size) {}
  static Ref<Tuple> of_size(std::size_t size);
  void dispose() noexcept override;
  Value* items() const noexcept { return reinterpret_cast<Value*>(const_cast<Tuple*>(this + 1)); }

  std::size_t m_size;
};

class List final : public Container {
 public:
  List() noexcept : Container(kind::list) {}
  explicit List(std::vector<Value> values) noexcept : Container(kind::list), items(std::move(values)) { account(); }
  ~List() override;

  std::vector<Value> items;
  /// Set while sort() has the items out: changing the list then is an error.
  bool sorting = false;

  void append(Value value) {
    items.push_back(std::move(value));
    if (items.capacity() != m_accounted) account();
  }
  /// Tells the run's memory of a changed capacity; whoever changes `items` at length calls it.
  void account() noexcept;

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override { items.clear(); }

 private:
  std::size_t m_accounted = 0;
};

class Bytes final : public Object {
 public:
  explicit Bytes(std::string data);
  ~Bytes() override;
  const std::string data;
};

class ByteArray final : public Object {
 public:
  explicit ByteArray(std::string data) : Object(kind::bytearray), data(std::move(data)) { account(); }
  ~ByteArray() override;

  std::string data;
  /// Memory views of it that are not released: while there are any, its size must not change.
  int views = 0;

  /// Tells the run's memory of a changed capacity; whoever changes `data` at length calls it.
  void account() noexcept;

 private:
  std::size_t m_accounted = 0;
};

class Slice final : public Container {
 public:
  Slice(Value start, Value stop, Value step)
      : Container(kind::slice), start(std::move(start)), stop(std::move(stop)), step(std::move(step)) {}
  Value start;
  Value stop;
  Value step;
  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;
};

/// A slice applied to a sequence of a known length.
struct SliceIndices {
  std::int64_t start = 0;
  std::int64_t stop = 0;
  std::int64_t step = 1;
  std::size_t count = 0;
};

class Range final : public Object {
 public:
  Range(std::int64_t start, std::int64_t stop, std::int64_t step) noexcept;
  const std::int64_t start;
  const std::int64_t stop;
  const std::int64_t step;
  std::int64_t length() const noexcept { return m_length; }
  std::int64_t at(std::int64_t index) const noexcept { return start + index * step; }

 private:
  std::int64_t m_length;
};

inline Tuple* as_tuple(const Value& value) noexcept { return as_kind<Tuple>(value, kind::tuple); }
inline List* as_list(const Value& value) noexcept { return as_kind<List>(value, kind::list); }

}  // namespace loopline::script
