#pragma once

#include <cstdint>
#include <string>

namespace loopline::script {

/// Why a text is not a program: the first mistake, worded as CPython 3.11 words it.
///
/// Lines are 1-based. Columns are 1-based and count characters (code points), not bytes: they are SyntaxError's
/// `offset` and `end_offset`. The end points just past the last character at fault; `end_column` is 0 where only the
/// start is known.
struct Diagnostic {
  enum class Kind : std::uint8_t {
    syntax,       ///< SyntaxError
    indentation,  ///< IndentationError
    tab,          ///< TabError
    unsupported,  ///< Python accepts it, this implementation does not: the message says what and why.
  };

  Kind kind = Kind::syntax;
  std::string message;
  int line = 0;
  int column = 0;
  int end_line = 0;
  int end_column = 0;
  /// The line the columns count in, without its end. Inside an f-string it is the replacement field in round brackets,
  /// as in CPython.
  std::string line_text;
};

}  // namespace loopline::script
