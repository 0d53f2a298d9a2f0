// From a parser's or compiler's finding to the exception that scripts see.
#pragma once

#include "script/code.h"
#include "script/syntax/diagnostic.h"

namespace loopline::script {

class Vm;

/// Raises SyntaxError, IndentationError or TabError.
void raise_syntax_error(Vm& vm, const Source& source, const Diagnostic& mistake);

}  // namespace loopline::script
