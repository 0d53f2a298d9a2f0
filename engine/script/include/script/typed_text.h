// A session's inputs that are no Python, taken out of its text so that the others can be read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "script/program_form.h"
#include "script/syntax/diagnostic.h"

namespace loopline::script {

struct TypedText {
  struct Mistake {
    ProgramForm::Lines input;
    Diagnostic diagnostic;  ///< its lines are the text's
  };

  std::string text;               ///< as before, the lines of the inputs that cannot be read empty
  std::vector<Mistake> mistakes;  ///< one for each of them, in order
};

/// Reads each input of `form` by itself, as a prompt does.
TypedText typed_text(std::string_view text, const ProgramForm& form);

/// Empties the lines of an input.
void take_out(std::string& text, const ProgramForm::Lines& input);

}  // namespace loopline::script
