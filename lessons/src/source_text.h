// A text with line numbers, and the way from bytes to text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lessons/diagnostic.h"

namespace loopline::lessons {

/// Lines of a text with \n line ends. Line numbers count from 1; byte columns from 0.
class SourceText {
 public:
  explicit SourceText(std::string_view text);  ///< `text` must outlive this

  /// An empty text has one empty line; a final \n begins no further one.
  int line_count() const { return static_cast<int>(m_starts.size()); }
  /// Without its line end; empty beyond the last line.
  std::string_view line(int number) const;
  /// Lines first to last with their line ends.
  std::string_view lines(int first, int last) const;
  /// Places beyond the end of a line are those of its end, so a Position always exists in the text.
  Position position(int line, std::size_t byte_column) const;

 private:
  std::string_view m_text;
  std::vector<std::size_t> m_starts;
};

struct Decoded {
  std::string text;     ///< \n line ends, no byte-order mark; empty when there is a problem
  std::string problem;  ///< empty: none
  Position at;          ///< of the problem
};

/// UTF-8 and nothing else: no binary, no other encodings.
Decoded decode(std::string_view bytes);

/// The length of the first character in bytes, or 0 when it is not UTF-8.
std::size_t utf8_length(std::string_view text);
std::size_t count_characters(std::string_view utf8);

bool is_blank(std::string_view line);
std::string_view trim(std::string_view text);
/// Runs of spaces and line ends become one space.
std::string one_line(std::string_view text);

}  // namespace loopline::lessons
