// JSON as Python's json module writes it with ensure_ascii=False: what is exported is compared with its output.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loopline::trace {

/// Appends a text in quotes. Bytes that are not UTF-8 become U+FFFD.
void append_json(std::string& to, std::string_view text);

/// Appends nanoseconds as seconds, the way Python's repr writes a float: 0.0, 0.100001, 1e-06.
void append_seconds(std::string& to, std::int64_t nanoseconds);

/// The text cut after `characters` characters, with "…" behind it if it was longer.
std::string cut(std::string_view text, std::size_t characters);

/// The length of the UTF-8 sequence at the beginning of a text (1 to 4); 0 if there is none.
std::size_t utf8_length(std::string_view text) noexcept;

}  // namespace loopline::trace
