#include "json_text.h"

#include <array>
#include <charconv>

namespace loopline::trace {
namespace {

void append_escape(std::string& to, unsigned char character) {
  switch (character) {
    case '"': to += "\\\""; return;
    case '\\': to += "\\\\"; return;
    case '\n': to += "\\n"; return;
    case '\r': to += "\\r"; return;
    case '\t': to += "\\t"; return;
    case '\b': to += "\\b"; return;
    case '\f': to += "\\f"; return;
    default: break;
  }
  constexpr std::string_view kHex = "0123456789abcdef";
  to += "\\u00";
  to += kHex[character >> 4];
  to += kHex[character & 15];
}

bool is_plain(unsigned char character) {
  return character >= 0x20 && character < 0x80 && character != '"' && character != '\\';
}

}  // namespace

std::size_t utf8_length(std::string_view text) noexcept {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  if (text.empty()) return 0;
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  // Not the shortest form, a surrogate, or beyond Unicode.
  if ((lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) >= 0xA0)) return 0;
  if ((lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) >= 0x90)) return 0;
  return length;
}

void append_json(std::string& to, std::string_view text) {
  to += '"';
  while (!text.empty()) {
    std::size_t plain = 0;
    while (plain < text.size() && is_plain(static_cast<unsigned char>(text[plain]))) ++plain;
    to.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = utf8_length(text);
    if (first < 0x80 && first != 0x7F) {
      append_escape(to, first);
    } else {
      to.append(length != 0 ? text.substr(0, length) : std::string_view("\xEF\xBF\xBD"));
    }
    text.remove_prefix(length != 0 ? length : 1);
  }
  to += '"';
}

// The shortest digits that give the same double, laid out with a point, or with an exponent below 1e-4 and from 1e16
// on.
void append_seconds(std::string& to, std::int64_t nanoseconds) {
  const double seconds = static_cast<double>(nanoseconds) / 1e9;
  if (seconds == 0) {
    to += "0.0";
    return;
  }
  std::array<char, 40> buffer;
  const double size = seconds < 0 ? -seconds : seconds;
  const auto layout = size < 1e-4 ? std::chars_format::scientific : std::chars_format::fixed;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), seconds, layout).ptr;
  const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  to.append(text);
  if (layout == std::chars_format::fixed && text.find('.') == std::string_view::npos) to += ".0";
}

std::string cut(std::string_view text, std::size_t characters) {
  std::size_t at = 0;
  for (; characters > 0 && at < text.size(); --characters) {
    const std::size_t length = utf8_length(text.substr(at));
    at += length != 0 ? length : 1;
  }
  if (at >= text.size()) return std::string(text);
  return std::string(text.substr(0, at)) + "…";
}

}  // namespace loopline::trace
