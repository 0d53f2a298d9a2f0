// "Did you mean: 'print'?" (CPython's suggestions.c)
#pragma once

#include <string>

#include "script/vm.h"

namespace loopline::script {

/// The addition to a NameError's or AttributeError's message; empty if nothing is close enough.
std::string suggestion_for(Vm& vm, const ExceptionObject& exception);

}  // namespace loopline::script
