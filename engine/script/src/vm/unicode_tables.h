// What scripts ask about characters, from utf8proc's tables.
#pragma once

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
char32_t to_upper(char32_t character) noexcept;
char32_t to_lower(char32_t character) noexcept;
char32_t to_title(char32_t character) noexcept;
/// The value of a decimal digit of any script, or -1.
int digit_value(char32_t character) noexcept;

}  // namespace loopline::script::unicode
