#pragma once

#include <string>
#include <string_view>

namespace loopline::script::unicode {

/// Whether a character may begin, or go on, an identifier (Unicode's XID_Start and XID_Continue; Python adds "_" to the
/// first).
[[nodiscard]] bool starts_identifier(char32_t point);
[[nodiscard]] bool continues_identifier(char32_t point);

/// Whether Python's repr() and its messages show the character as it is.
[[nodiscard]] bool is_printable(char32_t point);

/// Normalisation form KC, in which Python compares identifiers.
[[nodiscard]] std::string normalise_identifier(std::string_view name);

}  // namespace loopline::script::unicode
