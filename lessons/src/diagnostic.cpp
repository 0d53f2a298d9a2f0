#include "lessons/diagnostic.h"

#include <algorithm>
#include <tuple>

namespace loopline::lessons {

std::string to_text(const Diagnostic& diagnostic) {
  std::string text = diagnostic.file;
  if (diagnostic.at.line > 0) {
    text += ":" + std::to_string(diagnostic.at.line) + ":" + std::to_string(diagnostic.at.column);
  }
  text += diagnostic.severity == Severity::error ? ": error: " : ": hint: ";
  text += diagnostic.message;
  if (!diagnostic.suggestion.empty()) text += " Did you mean '" + diagnostic.suggestion + "'?";
  return text;
}

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void sort_by_position(Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.file, a.at) < std::tie(b.file, b.at);
  });
}

}  // namespace loopline::lessons
