// The built-in functions, by topic.
#pragma once

#include <span>

#include "common.h"

namespace loopline::script {

/// Makes them builtins.
void add_builtin_functions(Vm& vm, std::span<const NativeDefinition> functions);

void install_attribute_functions(Vm& vm);  // getattr … dir, vars, globals, locals
void install_iteration_functions(Vm& vm);  // iter, next, sum, min, max, any, all, sorted
void install_eval_functions(Vm& vm);       // eval, exec, compile, __import__
void install_async_functions(Vm& vm);      // aiter, anext

}  // namespace loopline::script
