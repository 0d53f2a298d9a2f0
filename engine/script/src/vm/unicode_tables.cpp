#include "unicode_tables.h"

#include <utf8proc.h>

namespace loopline::script::unicode {

namespace {

utf8proc_category_t category(char32_t character) noexcept {
  return utf8proc_category(static_cast<utf8proc_int32_t>(character));
}

}  // namespace

bool is_space(char32_t character) noexcept {
  if ((character >= 0x09 && character <= 0x0d) || (character >= 0x1c && character <= 0x1f) || character == 0x85) return true;
  const utf8proc_category_t found = category(character);
  return found == UTF8PROC_CATEGORY_ZS || found == UTF8PROC_CATEGORY_ZL || found == UTF8PROC_CATEGORY_ZP;
}

bool is_alpha(char32_t character) noexcept {
  const utf8proc_category_t found = category(character);
  return found >= UTF8PROC_CATEGORY_LU && found <= UTF8PROC_CATEGORY_LO;
}

bool is_decimal(char32_t character) noexcept { return category(character) == UTF8PROC_CATEGORY_ND; }

bool is_digit(char32_t character) noexcept {
  if (is_decimal(character)) return true;
  // Superscripts, subscripts and circled digits: digits that are no decimals.
  return character == 0xb2 || character == 0xb3 || character == 0xb9 || character == 0x2070 ||
         (character >= 0x2074 && character <= 0x2079) || (character >= 0x2080 && character <= 0x2089) ||
         (character >= 0x2460 && character <= 0x2468) || (character >= 0x2474 && character <= 0x247c) ||
         (character >= 0x2488 && character <= 0x2490) || character == 0x24ea ||
         (character >= 0x24f5 && character <= 0x24fd) || character == 0x24ff ||
         (character >= 0x2776 && character <= 0x277e) || (character >= 0x2780 && character <= 0x2788) ||
         (character >= 0x278a && character <= 0x2792);
}

bool is_numeric(char32_t character) noexcept {
  if (is_digit(character)) return true;
  const utf8proc_category_t found = category(character);
  return found == UTF8PROC_CATEGORY_NL || found == UTF8PROC_CATEGORY_NO;
}

bool is_upper(char32_t character) noexcept {
  if (category(character) == UTF8PROC_CATEGORY_LU) return true;
  return (character >= 0x2160 && character <= 0x216f) || (character >= 0x24b6 && character <= 0x24cf);
}

bool is_lower(char32_t character) noexcept {
  if (category(character) == UTF8PROC_CATEGORY_LL) return true;
  return character == 0xaa || character == 0xba || (character >= 0x2170 && character <= 0x217f) ||
         (character >= 0x24d0 && character <= 0x24e9);
}

bool is_title(char32_t character) noexcept { return category(character) == UTF8PROC_CATEGORY_LT; }

char32_t to_upper(char32_t character) noexcept {
  return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(character)));
}

char32_t to_lower(char32_t character) noexcept {
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(character)));
}

char32_t to_title(char32_t character) noexcept {
  return static_cast<char32_t>(utf8proc_totitle(static_cast<utf8proc_int32_t>(character)));
}

int digit_value(char32_t character) noexcept {
  if (character >= '0' && character <= '9') return static_cast<int>(character - '0');
  if (!is_decimal(character)) return -1;
  // Decimal digits come in runs of ten that begin with a zero.
  int value = 0;
  while (value < 9 && is_decimal(character - static_cast<char32_t>(value) - 1)) ++value;
  return value % 10;
}

}  // namespace loopline::script::unicode
