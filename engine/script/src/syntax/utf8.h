#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace loopline::script::utf8 {

struct CodePoint {
  char32_t value = 0;
  int size = 0;  ///< Bytes; 0 when there is no well-formed character here.
};

/// The character at the start of `text`, which must be well-formed UTF-8 (no surrogates, no overlong forms).
[[nodiscard]] CodePoint decode(std::string_view text);

/// Appends a code point; lone surrogates are written as the three bytes their value has (generalised UTF-8).
void append(std::string& out, char32_t value);

/// The offset of the first byte that is not UTF-8, or npos.
[[nodiscard]] std::size_t find_invalid(std::string_view text);

/// How many characters begin in `text`.
[[nodiscard]] int count(std::string_view text);

}  // namespace loopline::script::utf8
