#pragma once

#include <memory>
#include <string_view>
#include <variant>

#include "script/syntax/diagnostic.h"

namespace loopline::script {

/// A program's text in the form the lexer reads: valid UTF-8, no byte order mark, lines ended by "\n" alone (the last
/// one too), no NUL. Owns its bytes, whose address survives a move, so that tokens and syntax trees may point into it.
class SourceText {
 public:
  /// Reads bytes as they are in a file: honours a byte order mark and a coding cookie (PEP 263) for UTF-8, ASCII and
  /// Latin-1, and turns
  /// "\r\n" and "\r" into "\n". What cannot be read is a Diagnostic with its place.
  [[nodiscard]] static std::variant<SourceText, Diagnostic> decode(std::string_view bytes);

  SourceText() = default;

  [[nodiscard]] std::string_view text() const { return {m_bytes.get(), m_size}; }

 private:
  explicit SourceText(std::size_t capacity);
  void append_normalised(std::string_view bytes);
  void append_latin1(std::string_view bytes);
  void put(char byte) { m_bytes[m_size++] = byte; }
  void end_last_line();

  std::unique_ptr<char[]> m_bytes;
  std::size_t m_size = 0;
};

/// Line `number` (1-based) of a text, without its end; empty when there is no such line.
[[nodiscard]] std::string_view line_of(std::string_view text, int number);

}  // namespace loopline::script
