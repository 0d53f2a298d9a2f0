// What the files of the built-in classes share.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "../vm/bytes_access.h"
#include "../vm/numbers.h"
#include "script/objects/iterators.h"
#include "script/vm.h"

namespace loopline::script {

using numbers::index_value;

/// self as the built-in object behind it: an instance of a script's class that derives from the built-in one counts.
/// Null after raising TypeError as a method called with a wrong self does.
template <class T>
T* self_as(Vm& vm, const Value& self, loop::ObjectKind kind, const char* method, const char* type) {
  T* object = Vm::core_as<T>(self, kind);
  if (object == nullptr) {
    vm.type_error(std::string("descriptor '") + method + "' requires a '" + type + "' object but received a '" +
                  vm.type_name(self) + "'");
  }
  return object;
}

/// __class_getitem__ of classes that take types as arguments: list[int].
Value generic_alias_of(Vm& vm, Arguments args);

/// __format__ of numbers and texts.
Value builtin_format_method(Vm& vm, Arguments args);

inline Value none_or_error(bool ok) { return ok ? Value::none() : Value(); }

}  // namespace loopline::script
