#include "syntax/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace loopline::script::utf8 {

namespace {

constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// How many bytes a character has that starts with this one, judged by the lead byte alone; 0 for none.
constexpr int length_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

constexpr char32_t smallest_of(int length) {
  return length == 2 ? U'\x80' : length == 3 ? U'\x800' : length == 4 ? U'\x10000' : U'\0';
}

/// Skips ASCII eight bytes at a time: nearly all of a program.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  while (at + sizeof(std::uint64_t) <= text.size()) {
    std::uint64_t block = 0;
    std::memcpy(&block, text.data() + at, sizeof block);
    if ((block & 0x8080808080808080ULL) != 0) break;
    at += sizeof block;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

}  // namespace

CodePoint decode(std::string_view text) {
  if (text.empty()) return {};
  const auto lead = static_cast<unsigned char>(text[0]);
  const int length = length_of(lead);
  if (length == 1) return {lead, 1};
  if (length == 0 || text.size() < static_cast<std::size_t>(length)) return {};
  char32_t value = lead & (0x7FU >> length);
  for (int i = 1; i < length; ++i) {
    const char byte = text[static_cast<std::size_t>(i)];
    if (!is_continuation(byte)) return {};
    value = (value << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < smallest_of(length) || value > 0x10FFFF || surrogate) return {};
  return {value, length};
}

void append(std::string& out, char32_t value) {
  const auto tail = [&](unsigned shift) { out.push_back(static_cast<char>(0x80U | ((value >> shift) & 0x3FU))); };
  if (value < 0x80) {
    out.push_back(static_cast<char>(value));
  } else if (value < 0x800) {
    out.push_back(static_cast<char>(0xC0U | (value >> 6U)));
    tail(0);
  } else if (value < 0x10000) {
    out.push_back(static_cast<char>(0xE0U | (value >> 12U)));
    tail(6);
    tail(0);
  } else {
    out.push_back(static_cast<char>(0xF0U | (value >> 18U)));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::size_t find_invalid(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size(); at = skip_ascii(text, at)) {
    const CodePoint point = decode(text.substr(at));
    if (point.size == 0) return at;
    at += static_cast<std::size_t>(point.size);
  }
  return std::string_view::npos;
}

int count(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char byte) { return !is_continuation(byte); }));
}

}  // namespace loopline::script::utf8
