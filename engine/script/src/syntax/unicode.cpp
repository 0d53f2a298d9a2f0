#include "syntax/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <iterator>

namespace loopline::script::unicode {

namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// utf8proc knows categories but not the properties derived from them. XID_Start is letters and letter numbers,
// XID_Continue adds marks, digits and connectors; these are the exceptions the Unicode tables make
// (DerivedCoreProperties, PropList: Other_ID_Start, Other_ID_Continue).
constexpr Range more_starts[] = {{0x1885, 0x1886}, {0x2118, 0x2118}, {0x212E, 0x212E}};
constexpr Range more_continues[] = {{0xB7, 0xB7}, {0x387, 0x387}, {0x1369, 0x1371}, {0x19DA, 0x19DA}};
// Letters that NFKC turns into something that could not stand there.
constexpr Range never[] = {{0x37A, 0x37A},   {0x2E2F, 0x2E2F}, {0xFC5E, 0xFC63}, {0xFDFA, 0xFDFB},
                           {0xFE70, 0xFE70}, {0xFE72, 0xFE72}, {0xFE74, 0xFE74}, {0xFE76, 0xFE76},
                           {0xFE78, 0xFE78}, {0xFE7A, 0xFE7A}, {0xFE7C, 0xFE7C}, {0xFE7E, 0xFE7E}};
constexpr Range never_first[] = {{0xE33, 0xE33}, {0xEB3, 0xEB3}, {0xFF9E, 0xFF9F}};

template <std::size_t N>
bool among(const Range (&ranges)[N], char32_t point) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [&](Range r) { return point >= r.first && point <= r.last; });
}

utf8proc_category_t category_of(char32_t point) { return utf8proc_category(static_cast<utf8proc_int32_t>(point)); }

bool is_letter(utf8proc_category_t category) {
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) || category == UTF8PROC_CATEGORY_NL;
}

bool goes_on(utf8proc_category_t category) {
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ND ||
         category == UTF8PROC_CATEGORY_PC;
}

}  // namespace

bool starts_identifier(char32_t point) {
  if (point == U'_') return true;
  // What Unicode 14 does not have prints as an escape; utf8proc may know more.
  if (among(never, point) || among(never_first, point) || !is_printable(point)) return false;
  return is_letter(category_of(point)) || among(more_starts, point);
}

bool continues_identifier(char32_t point) {
  if (among(never, point) || !is_printable(point)) return false;
  const utf8proc_category_t category = category_of(point);
  return is_letter(category) || goes_on(category) || among(more_starts, point) || among(more_continues, point);
}

std::string normalise_identifier(std::string_view name) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(name.data());
  const utf8proc_ssize_t size = utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(name.size()), &mapped, options);
  assert(size >= 0);  // The lexer has seen that the name is UTF-8.
  std::string normal(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  std::free(mapped);
  return normal;
}

}  // namespace loopline::script::unicode
