// Values of scripts. They are the loop's values (loop/value.h); this names them here and lists the kinds of objects.
//
// Representation: None, booleans, integers that fit 64 bits and floats are stored in place. Everything else is a
// counted object with an ObjectKind of its own, by which the virtual machine takes its short cuts; what Python code
// sees of an object is its class (Vm::class_of).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "loop/exception.h"
#include "loop/object.h"
#include "loop/value.h"

namespace loopline::script {

using loop::Container;
using loop::make;
using loop::Object;
using loop::Ref;
using loop::Tag;
using loop::Value;
using loop::Visitor;

class Vm;

/// Kinds of objects that only scripts have. They continue the loop's numbers.
namespace kind {

constexpr loop::ObjectKind number(int n) {
  return static_cast<loop::ObjectKind>(static_cast<int>(loop::ObjectKind::first_foreign) + n);
}

inline constexpr loop::ObjectKind str = number(0);
inline constexpr loop::ObjectKind bytes = number(1);
inline constexpr loop::ObjectKind bytearray = number(2);
inline constexpr loop::ObjectKind big_int = number(3);
inline constexpr loop::ObjectKind tuple = number(4);
inline constexpr loop::ObjectKind list = number(5);
inline constexpr loop::ObjectKind dict = number(6);
inline constexpr loop::ObjectKind set = number(7);
inline constexpr loop::ObjectKind frozenset = number(8);
inline constexpr loop::ObjectKind range = number(9);
inline constexpr loop::ObjectKind slice = number(10);
inline constexpr loop::ObjectKind function = number(11);
inline constexpr loop::ObjectKind native_function = number(12);
inline constexpr loop::ObjectKind bound_method = number(13);
inline constexpr loop::ObjectKind class_ = number(14);
inline constexpr loop::ObjectKind instance = number(15);
inline constexpr loop::ObjectKind module = number(16);
inline constexpr loop::ObjectKind cell = number(17);
inline constexpr loop::ObjectKind code = number(18);
inline constexpr loop::ObjectKind frame = number(19);
inline constexpr loop::ObjectKind generator = number(20);
inline constexpr loop::ObjectKind async_generator = number(21);
inline constexpr loop::ObjectKind iterator = number(22);
inline constexpr loop::ObjectKind dict_view = number(23);
inline constexpr loop::ObjectKind property = number(24);
inline constexpr loop::ObjectKind class_method = number(25);
inline constexpr loop::ObjectKind static_method = number(26);
inline constexpr loop::ObjectKind super = number(27);
inline constexpr loop::ObjectKind traceback = number(28);
inline constexpr loop::ObjectKind mapping_proxy = number(29);
inline constexpr loop::ObjectKind native_object = number(30);
inline constexpr loop::ObjectKind slot_descriptor = number(31);
inline constexpr loop::ObjectKind coroutine_wrapper = number(32);
inline constexpr loop::ObjectKind generic_alias = number(33);
inline constexpr loop::ObjectKind weak_reference = number(34);
inline constexpr loop::ObjectKind complex = number(35);
inline constexpr loop::ObjectKind memory_view = number(36);
inline constexpr loop::ObjectKind union_type = number(37);
inline constexpr loop::ObjectKind big_range = number(38);

}  // namespace kind

/// The number of object kinds, the loop's included.
inline constexpr std::size_t kKindCount = static_cast<std::size_t>(loop::ObjectKind::first_foreign) + 40;

inline void visit_value(Visitor& visitor, const Value& value) {
  if (value.is_object()) visitor.visit(value.as_object());
}

template <class T>
T* as_kind(const Value& value, loop::ObjectKind kind) noexcept {
  return value.is_object(kind) ? value.as<T>() : nullptr;
}

}  // namespace loopline::script
