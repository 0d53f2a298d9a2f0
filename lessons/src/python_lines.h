// Which lines of Python hold code and which comments: just enough of a lexer not to be fooled by strings.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace loopline::lessons {

struct PythonLine {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  bool has_code = false;       ///< anything but spaces and a comment; a line within a string has
  int statement = 0;           ///< the line, from 1, on which the statement it belongs to begins
  std::size_t comment = none;  ///< byte column of its '#'
};

/// One a line of `code`; a final line end begins no further one.
std::vector<PythonLine> scan_python(std::string_view code);

}  // namespace loopline::lessons
