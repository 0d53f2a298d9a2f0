// What is wrong with a lesson, and where. Everything that comes from outside (files, YAML, Markdown, scripts) is
// answered with these; nothing in this layer throws through its public functions.
#pragma once

#include <compare>
#include <string>
#include <vector>

namespace loopline::lessons {

/// A place in a text. Lines and columns count from 1, columns in characters (code points) as editors show them, a tab
/// being one. Line 0: the file as a whole.
struct Position {
  int line = 0;
  int column = 0;

  friend bool operator==(const Position&, const Position&) = default;
  friend std::strong_ordering operator<=>(const Position& a, const Position& b) {
    const std::strong_ordering lines = a.line <=> b.line;
    return std::is_eq(lines) ? a.column <=> b.column : lines;
  }
};

/// A piece of the author's text and where it stands.
struct Located {
  std::string text;
  Position at;
};

/// An error makes `check` fail; a hint does not.
enum class Severity { error, hint };

struct Diagnostic {
  Severity severity = Severity::error;
  std::string file;        ///< path or name, as it was given
  Position at;             ///< line 0: the file as a whole
  std::string message;     ///< sentences: what is wrong, what was expected
  std::string suggestion;  ///< a near name that was probably meant; often empty
};

using Diagnostics = std::vector<Diagnostic>;

/// "file:line:column: error: message Did you mean 'x'?"; without line and column when it is about the whole file.
std::string to_text(const Diagnostic& diagnostic);

bool has_errors(const Diagnostics& diagnostics);

/// By file and position; what stands at one place keeps its order.
void sort_by_position(Diagnostics& diagnostics);

}  // namespace loopline::lessons
