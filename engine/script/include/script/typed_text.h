// A session's inputs that are no Python, taken out of its text so that the others can be read.
#pragma once

#include <functional>
#include <optional>
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

  std::string text;               ///< as before, the lines of the inputs that cannot be read blank
  std::vector<Mistake> mistakes;  ///< one for each of them, in order
};

/// What is wrong with an input, its lines counted from the input's first; nullopt: nothing.
using InputReader = std::function<std::optional<Diagnostic>(std::string_view input)>;

/// Reads each input of `form` by itself, as a prompt does.
TypedText typed_text(std::string_view text, const ProgramForm& form, const InputReader& read);
/// The same; what can be parsed is right.
TypedText typed_text(std::string_view text, const ProgramForm& form);

}  // namespace loopline::script
