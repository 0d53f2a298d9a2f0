// What sites call Python on their fences and directives.
#pragma once

#include <string_view>

namespace loopline::lessons {

enum class Language { none, python, session, other };

/// "python", "Py3", "{.python", "python:main.py", "python,linenos" … → python; "pycon", "python-repl" … → session; an
/// empty name → none. Case does not matter.
Language language_named(std::string_view name);

}  // namespace loopline::lessons
