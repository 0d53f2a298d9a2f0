// Names that the machine itself asks for, interned once.
#pragma once

#include "script/objects/str.h"

namespace loopline::script {

// clang-format off
#define LOOPLINE_NAMES(X)                                                                              \
  X(name, "__name__") X(qualname, "__qualname__") X(module, "__module__") X(doc, "__doc__")            \
  X(dict, "__dict__") X(class_, "__class__") X(annotations, "__annotations__") X(bases, "__bases__")   \
  X(mro, "__mro__") X(slots, "__slots__") X(file, "__file__") X(wrapped, "__wrapped__")                \
  X(self, "__self__") X(func, "__func__") X(abstract_methods, "__abstractmethods__")                   \
  X(is_abstract_method, "__isabstractmethod__") X(match_args, "__match_args__") X(notes, "__notes__")  \
  X(value, "value") X(code, "code") X(path, "__path__") X(package, "__package__") X(cause, "__cause__") \
  X(classcell, "__classcell__") X(metaclass, "metaclass") X(prepare, "__prepare__") X(origin, "__origin__") \
  X(args, "__args__") X(orig_bases, "__orig_bases__") X(mro_entries, "__mro_entries__") X(subclasshook, "__subclasshook__") \
  X(exceptions, "exceptions") X(message, "message") X(builtins, "__builtins__") X(type_name, "__type_name__") \
  X(empty, "")
// clang-format on

struct Names {
#define LOOPLINE_NAME(member, text) Ref<Str> member;
  LOOPLINE_NAMES(LOOPLINE_NAME)
#undef LOOPLINE_NAME
};

}  // namespace loopline::script
