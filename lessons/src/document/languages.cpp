#include "document/languages.h"

#include <algorithm>
#include <array>
#include <string>

namespace loopline::lessons {
namespace {

constexpr std::array<std::string_view, 12> python_names{"python",  "py",      "python3",     "py3",
                                                        "python2", "py2",     "ipython",     "ipython3",
                                                        "pyodide", "cpython", "python-exec", "testcode"};
constexpr std::array<std::string_view, 8> session_names{"pycon",   "python-repl", "pyrepl",         "python-console",
                                                        "doctest", "pydoctest",   "ipythonconsole", "python3-repl"};

template <std::size_t Size>
bool is_among(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

Language language_named(std::string_view name) {
  while (!name.empty() && (name[0] == '{' || name[0] == '.' || name[0] == '#' || name[0] == '!' || name[0] == ':')) {
    name.remove_prefix(1);
  }
  std::string word;
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '_';
    if (c >= 'A' && c <= 'Z') {
      word += static_cast<char>(c - 'A' + 'a');
    } else if (letter) {
      word += c;
    } else {
      break;  // "python:main.py", "python,linenos", "python{3-4}", "python}"
    }
  }
  if (word.empty()) return Language::none;
  if (is_among(python_names, word)) return Language::python;
  return is_among(session_names, word) ? Language::session : Language::other;
}

}  // namespace loopline::lessons
