// Methods that a script's class of event loops has of its own.
#pragma once

#include <memory>

#include "bindings.h"

namespace loopline::script::asyncio {

/// Null if the class has none of those that the loop itself would call.
std::unique_ptr<loop::LoopMethods> loop_methods_of(Vm& vm, const Class& cls);

/// The classes of what such methods are given to call.
void add_library_callbacks(Vm& vm, Module& module);

}  // namespace loopline::script::asyncio
