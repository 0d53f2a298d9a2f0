// The program of a run, from text to code.
#pragma once

#include "script/code.h"
#include "script/program_form.h"
#include "script/value.h"

namespace loopline::script {

class Vm;

/// The code of a program, or null after raising SyntaxError.
Ref<Code> compile_program(Vm& vm, const Ref<Source>& source, const ProgramForm& form);

}  // namespace loopline::script
