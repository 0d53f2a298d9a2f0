#include "source_text.h"

#include <algorithm>

namespace loopline::lessons {
namespace {

constexpr std::string_view spaces = " \t\r\n\f\v";

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// The number of bytes that a first byte announces; 0: none begins so.
std::size_t announced_length(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  if (first >= 0xF0 && first <= 0xF4) return 4;
  return 0;
}

// Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte.
bool second_byte_fits(unsigned char first, unsigned char second) {
  switch (first) {
    case 0xE0: return second >= 0xA0;
    case 0xED: return second <= 0x9F;
    case 0xF0: return second >= 0x90;
    case 0xF4: return second <= 0x8F;
    default: return true;
  }
}

std::string with_unix_line_ends(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != '\r') {
      text += bytes[i];
    } else {
      text += '\n';
      if (i + 1 < bytes.size() && bytes[i + 1] == '\n') ++i;
    }
  }
  return text;
}

// The bytes of `text` that are good UTF-8 without NUL.
std::size_t readable_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] != '\0') {
    const std::size_t length = utf8_length(text.substr(at));
    if (length == 0) break;
    at += length;
  }
  return at;
}

Position end_of(std::string_view prefix) {
  const auto line = static_cast<int>(std::count(prefix.begin(), prefix.end(), '\n')) + 1;
  const std::size_t start = prefix.rfind('\n') == std::string_view::npos ? 0 : prefix.rfind('\n') + 1;
  return {line, static_cast<int>(count_characters(prefix.substr(start))) + 1};
}

}  // namespace

SourceText::SourceText(std::string_view text) : m_text(text), m_starts{0} {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == '\n') m_starts.push_back(i + 1);
  }
}

std::string_view SourceText::line(int number) const {
  std::string_view text = lines(number, number);
  if (text.ends_with('\n')) text.remove_suffix(1);
  return text;
}

std::string_view SourceText::lines(int first, int last) const {
  if (first < 1 || first > line_count() || last < first) return {};
  const std::size_t begin = m_starts[static_cast<std::size_t>(first) - 1];
  const std::size_t end = last < line_count() ? m_starts[static_cast<std::size_t>(last)] : m_text.size();
  return m_text.substr(begin, end - begin);
}

Position SourceText::position(int line_number, std::size_t byte_column) const {
  line_number = std::clamp(line_number, 1, line_count());
  return {
      line_number,
      static_cast<int>(count_characters(line(line_number).substr(0, std::min(byte_column, line(line_number).size())))) +
          1};
}

Decoded decode(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return {{}, "The file is UTF-16; save it as UTF-8.", {1, 1}};
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string text = with_unix_line_ends(bytes);
  const std::size_t good = readable_prefix(text);
  if (good == text.size()) return {std::move(text), {}, {}};
  const Position at = end_of(std::string_view(text).substr(0, good));
  if (text[good] == '\0') return {{}, "The file holds a zero byte; expected text, not binary data.", at};
  return {{}, "The text is not UTF-8 from here on; save the file as UTF-8.", at};
}

std::size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  const auto first = static_cast<unsigned char>(text[0]);
  const std::size_t length = announced_length(first);
  if (length == 0 || length > text.size()) return 0;
  if (length > 1 && !second_byte_fits(first, static_cast<unsigned char>(text[1]))) return 0;
  return std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(length), is_continuation) ? length
                                                                                                            : 0;
}

std::size_t count_characters(std::string_view utf8) {
  return utf8.size() - static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), is_continuation));
}

bool is_blank(std::string_view line) { return line.find_first_not_of(spaces) == std::string_view::npos; }

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

std::string one_line(std::string_view text) {
  std::string result;
  for (const char c : trim(text)) {
    const bool space = spaces.find(c) != std::string_view::npos;
    if (!space) {
      result += c;
    } else if (!result.ends_with(' ')) {
      result += ' ';
    }
  }
  return result;
}

}  // namespace loopline::lessons
