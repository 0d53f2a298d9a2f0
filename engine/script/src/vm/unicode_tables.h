// What scripts ask about characters: the data of Unicode 14, as CPython 3.11 has it.
#pragma once

#include <string>
#include <string_view>

#include "syntax/unicode.h"  // is_printable

namespace loopline::script::unicode {

bool is_space(char32_t character) noexcept;
bool is_alpha(char32_t character) noexcept;
bool is_decimal(char32_t character) noexcept;
bool is_digit(char32_t character) noexcept;
bool is_numeric(char32_t character) noexcept;
bool is_upper(char32_t character) noexcept;
bool is_lower(char32_t character) noexcept;
bool is_title(char32_t character) noexcept;
/// The value of a decimal digit of any script, or -1.
int digit_value(char32_t character) noexcept;

enum class Change { upper, lower, title, fold };
/// Appends the character in another case: it may become up to three.
void append_changed(std::string& text, char32_t character, Change change);
/// Appends the lower case of the character that stands in `whole` from `start` to `end`: a sigma at the end of a word
/// has a form of its own.
void append_lower_at(std::string& text, std::string_view whole, std::size_t start, std::size_t end, char32_t character);

}  // namespace loopline::script::unicode
