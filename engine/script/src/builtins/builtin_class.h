// For the `__new__` of built-in classes.
#pragma once

#include "script/vm.h"

namespace loopline::script {

/// The built-in class whose objects the `__new__` of a class makes: the class itself, or the nearest built-in one that
/// a script's class derives from.
inline Class& builtin_class(const Value& cls) {
  for (Class* each : as_class(cls)->mro) {
    if (each->is_builtin) return *each;
  }
  return *as_class(cls);
}

/// The name of a value's class alone, as a repr begins with it.
inline std::string class_name(Vm& vm, const Value& value) { return std::string(vm.class_of(value).name()->view()); }

}  // namespace loopline::script
