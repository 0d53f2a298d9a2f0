// A value as it crosses the loop: what a coroutine is sent, what a future holds, what a callback is given.
//
// Sixteen bytes: a tag and a payload. None, booleans, 64-bit integers and floats are stored in place; everything else
// is a counted reference. Scripts use the same type (engine/script gives it Python's operations); native code boxes
// what does not fit with to_value() and takes it out with from_value().
#pragma once

#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

#include "loop/object.h"

namespace loopline::loop {

enum class Tag : std::uint8_t {
  unset,  ///< no value: an unbound variable, an argument not given, an operation that raised
  none,
  not_implemented,
  ellipsis,
  boolean,
  integer,
  floating,
  object,
};

class Value {
 public:
  Value() noexcept : m_payload{.integer = 0} {}
  explicit Value(bool value) noexcept : m_tag(Tag::boolean), m_payload{.integer = value ? 1 : 0} {}
  explicit Value(std::int64_t value) noexcept : m_tag(Tag::integer), m_payload{.integer = value} {}
  explicit Value(double value) noexcept : m_tag(Tag::floating), m_payload{.floating = value} {}
  explicit Value(Object* object) noexcept : m_tag(Tag::object), m_payload{.object = object} { object->retain(); }
  Value(const void*) = delete;  // would be a boolean
  template <class T>
  Value(Ref<T> ref) noexcept  // NOLINT(google-explicit-constructor): a reference is a value
      : m_tag(ref ? Tag::object : Tag::unset), m_payload{.object = ref.detach()} {}
  Value(const Value& other) noexcept : m_tag(other.m_tag), m_payload(other.m_payload) {
    if (m_tag == Tag::object) m_payload.object->retain();
  }
  Value(Value&& other) noexcept : m_tag(other.m_tag), m_payload(other.m_payload) { other.m_tag = Tag::unset; }
  ~Value() {
    if (m_tag == Tag::object) m_payload.object->release();
  }
  Value& operator=(const Value& other) noexcept {
    if (other.m_tag == Tag::object) other.m_payload.object->retain();
    replace(other.m_tag, other.m_payload);
    return *this;
  }
  Value& operator=(Value&& other) noexcept {
    const Tag tag = other.m_tag;
    other.m_tag = Tag::unset;
    replace(tag, other.m_payload);
    return *this;
  }

  static Value none() noexcept { return Value(Tag::none); }
  static Value not_implemented() noexcept { return Value(Tag::not_implemented); }
  static Value ellipsis() noexcept { return Value(Tag::ellipsis); }

  Tag tag() const noexcept { return m_tag; }
  bool is_set() const noexcept { return m_tag != Tag::unset; }
  bool is_none() const noexcept { return m_tag == Tag::none; }
  bool is_bool() const noexcept { return m_tag == Tag::boolean; }
  bool is_int() const noexcept { return m_tag == Tag::integer; }
  bool is_float() const noexcept { return m_tag == Tag::floating; }
  bool is_object() const noexcept { return m_tag == Tag::object; }
  bool is_object(ObjectKind kind) const noexcept { return m_tag == Tag::object && m_payload.object->kind() == kind; }

  bool as_bool() const noexcept { return m_payload.integer != 0; }
  std::int64_t as_int() const noexcept { return m_payload.integer; }
  double as_float() const noexcept { return m_payload.floating; }
  Object* as_object() const noexcept { return m_payload.object; }
  template <class T>
  T* as() const noexcept {
    return static_cast<T*>(m_payload.object);
  }

  /// The object if this is one of the kind, else null.
  Object* object_of(ObjectKind kind) const noexcept { return is_object(kind) ? m_payload.object : nullptr; }

  /// The same object, or the same immediate value of the same type: Python's `is` (floats: same bits).
  bool is_identical(const Value& other) const noexcept {
    return m_tag == other.m_tag && (m_tag < Tag::boolean || m_payload.integer == other.m_payload.integer);
  }

  void reset() noexcept { replace(Tag::unset, Payload{.integer = 0}); }
  void swap(Value& other) noexcept {
    std::swap(m_tag, other.m_tag);
    std::swap(m_payload, other.m_payload);
  }

 private:
  union Payload {
    std::int64_t integer;
    double floating;
    Object* object;
  };

  explicit Value(Tag tag) noexcept : m_tag(tag), m_payload{.integer = 0} {}
  /// The old reference goes last: its end may run code that looks at this value.
  void replace(Tag tag, Payload payload) noexcept {
    const Tag old_tag = m_tag;
    const Payload old = m_payload;
    m_tag = tag;
    m_payload = payload;
    if (old_tag == Tag::object) old.object->release();
  }

  Tag m_tag = Tag::unset;
  Payload m_payload;
};
static_assert(sizeof(Value) == 16);

/// A native value that does not fit in place.
template <class T>
class Boxed final : public Object {
 public:
  explicit Boxed(T value) : Object(ObjectKind::boxed), value(std::move(value)) {}
  T value;
};

template <class T>
Value to_value(T&& value) {
  using Plain = std::remove_cvref_t<T>;
  if constexpr (std::is_same_v<Plain, Value>) {
    return std::forward<T>(value);
  } else if constexpr (std::is_same_v<Plain, bool>) {
    return Value(value);
  } else if constexpr (std::is_integral_v<Plain>) {
    return Value(static_cast<std::int64_t>(value));
  } else if constexpr (std::is_floating_point_v<Plain>) {
    return Value(static_cast<double>(value));
  } else if constexpr (std::is_constructible_v<Value, T>) {
    return Value(std::forward<T>(value));
  } else {
    return make<Boxed<Plain>>(std::forward<T>(value));
  }
}

/// The inverse of to_value for the same T. Asking for another type is a mistake of the caller, asserted.
template <class T>
T from_value(const Value& value) {
  if constexpr (std::is_same_v<T, Value>) {
    return value;
  } else if constexpr (std::is_same_v<T, bool>) {
    assert(value.is_bool());
    return value.as_bool();
  } else if constexpr (std::is_integral_v<T>) {
    assert(value.is_int());
    return static_cast<T>(value.as_int());
  } else if constexpr (std::is_floating_point_v<T>) {
    assert(value.is_float());
    return static_cast<T>(value.as_float());
  } else {
    auto* boxed = dynamic_cast<Boxed<T>*>(value.as_object());
    assert(boxed != nullptr);
    return boxed->value;
  }
}

}  // namespace loopline::loop
