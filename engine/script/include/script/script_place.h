// Where a program is, for messages about what ends it.
#pragma once

#include <string>

namespace loopline::script {

class Vm;

/// The line of the program's own code that the current thread is in: "main.py, line 3"; empty outside of it.
std::string script_place(Vm& vm);

}  // namespace loopline::script
