#include "script/syntax/source_text.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>

#include "syntax/utf8.h"

namespace loopline::script {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

enum class Encoding : std::uint8_t { utf8, latin1, unknown };

struct Cookie {
  std::string name;
  int line = 0;
};

bool is_cookie_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

/// The encoding a comment line names: "coding" and one of ":=", then the name (PEP 263).
std::string cookie_in(std::string_view line) {
  const std::size_t comment = line.find_first_not_of(" \t\f");
  if (comment == std::string_view::npos || line[comment] != '#') return {};
  for (std::size_t at = line.find("coding", comment); at != std::string_view::npos; at = line.find("coding", at + 1)) {
    std::size_t name = at + std::strlen("coding");
    if (name >= line.size() || (line[name] != ':' && line[name] != '=')) continue;
    name = std::min(line.find_first_not_of(" \t", name + 1), line.size());
    const auto end =
        std::find_if_not(line.begin() + static_cast<std::ptrdiff_t>(name), line.end(), is_cookie_character);
    std::string found(line.begin() + static_cast<std::ptrdiff_t>(name), end);
    if (!found.empty()) return found;
  }
  return {};
}

bool is_blank_or_comment(std::string_view line) {
  const std::size_t at = line.find_first_not_of(" \t\f");
  return at == std::string_view::npos || line[at] == '#';
}

/// A cookie counts in the first line, or in the second when the first holds no code.
std::optional<Cookie> find_cookie(std::string_view bytes) {
  for (int number = 1; number <= 2; ++number) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    if (std::string name = cookie_in(line); !name.empty()) return Cookie{std::move(name), number};
    if (!is_blank_or_comment(line) || end == bytes.size()) return std::nullopt;
    const bool two = bytes.substr(end).starts_with("\r\n");
    bytes.remove_prefix(end + (two ? 2 : 1));
  }
  return std::nullopt;
}

std::string encoding_key(std::string_view name) {
  std::string key;
  for (const char c : name)
    key.push_back(c == '_' ? '-' : (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c);
  return key;
}

/// The one spelling that CPython lets stand behind a byte order mark.
bool is_utf8_proper(std::string_view name) {
  const std::string key = encoding_key(name);
  return key == "utf-8" || key.starts_with("utf-8-");
}

Encoding encoding_named(std::string_view name) {
  if (is_utf8_proper(name)) return Encoding::utf8;
  const std::string key = encoding_key(name);
  for (const std::string_view utf8 : {"utf8", "ascii", "us-ascii"}) {
    if (key == utf8) return Encoding::utf8;
  }
  for (const std::string_view latin : {"latin-1", "latin1", "iso-8859-1", "iso8859-1", "iso-latin-1", "l1"}) {
    if (key == latin || key.starts_with("latin-1-") || key.starts_with("iso-8859-1-")) return Encoding::latin1;
  }
  return Encoding::unknown;
}

/// Where in undecoded bytes an offset lies; every line ending counts as one.
Diagnostic complain(std::string_view bytes, std::size_t offset, std::string message) {
  Diagnostic found;
  found.message = std::move(message);
  found.line = 1;
  std::size_t start = 0;
  for (std::size_t i = 0; i < offset; ++i) {
    if (bytes[i] != '\n' && (bytes[i] != '\r' || (i + 1 < bytes.size() && bytes[i + 1] == '\n'))) continue;
    ++found.line;
    start = i + 1;
  }
  const std::string_view before = bytes.substr(start, offset - start);
  found.end_line = found.line;
  found.column = found.end_column = utf8::count(before) + 1;
  // Only what is readable can be shown: up to the byte at fault.
  found.line_text = utf8::find_invalid(before) == std::string_view::npos ? std::string(before) : std::string();
  return found;
}

std::string hexadecimal(char byte) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto value = static_cast<unsigned char>(byte);
  return {'\\', 'x', digits[value >> 4U], digits[value & 0xFU]};
}

Diagnostic complain_of_utf8(std::string_view bytes, std::size_t offset, bool declared) {
  Diagnostic found = complain(bytes, offset, {});
  const std::string byte = hexadecimal(bytes[offset]);
  found.message = declared ? "(unicode error) 'utf-8' codec can't decode byte " + byte
                           : "Non-UTF-8 code starting with '" + byte + "' on line " + std::to_string(found.line) +
                                 ", but no encoding declared; see https://peps.python.org/pep-0263/ for details";
  return found;
}

}  // namespace

SourceText::SourceText(std::size_t capacity) : m_bytes(new char[capacity + 1]) {}

std::variant<SourceText, Diagnostic> SourceText::decode(std::string_view bytes) {
  const bool marked = bytes.starts_with(byte_order_mark);
  if (marked) bytes.remove_prefix(byte_order_mark.size());
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    return complain(bytes, nul, "source code cannot contain null bytes");
  }
  const std::optional<Cookie> cookie = find_cookie(bytes);
  const Encoding encoding = cookie ? encoding_named(cookie->name) : Encoding::utf8;
  if (marked && cookie && !is_utf8_proper(cookie->name)) {
    return complain(bytes, 0, "encoding problem: " + cookie->name + " with BOM");
  }
  if (encoding == Encoding::unknown) {
    Diagnostic found =
        complain(bytes, 0, "unknown encoding: " + cookie->name + " (UTF-8, ASCII and Latin-1 are known)");
    found.kind = Diagnostic::Kind::unsupported;
    found.line = found.end_line = cookie->line;
    return found;
  }
  if (encoding == Encoding::latin1) {
    SourceText source(2 * bytes.size());
    source.append_latin1(bytes);
    return source;
  }
  if (const std::size_t bad = utf8::find_invalid(bytes); bad != std::string_view::npos) {
    return complain_of_utf8(bytes, bad, cookie || marked);
  }
  SourceText source(bytes.size());
  source.append_normalised(bytes);
  return source;
}

void SourceText::append_normalised(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\r'), bytes.size());
    std::memcpy(m_bytes.get() + m_size, bytes.data(), end);
    m_size += end;
    bytes.remove_prefix(end);
    if (bytes.empty()) break;
    put('\n');
    bytes.remove_prefix(bytes.starts_with("\r\n") ? 2 : 1);
  }
  end_last_line();
}

void SourceText::append_latin1(std::string_view bytes) {
  std::string wide;
  wide.reserve(2 * bytes.size());
  for (const char byte : bytes) utf8::append(wide, static_cast<unsigned char>(byte));
  append_normalised(wide);
}

void SourceText::end_last_line() {
  if (m_size > 0 && m_bytes[m_size - 1] != '\n') put('\n');
}

std::string_view line_of(std::string_view text, int number) {
  for (int line = 1; line < number; ++line) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  return text.substr(0, text.find('\n'));
}

}  // namespace loopline::script
