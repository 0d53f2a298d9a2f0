// Python's regular expressions as PCRE2 ones.
//
// The pattern is parsed as CPython's re parses it, with its messages for mistakes, and written again in PCRE2's syntax:
// what both spell alike is checked, what only Python has is said in PCRE2's words. Groups lose their names; the table
// of names stays here.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace loopline::script::regex {

/// The flags of re, with its values.
enum Flag : std::uint32_t {
  kTemplate = 1,
  kIgnoreCase = 2,
  kLocale = 4,
  kMultiLine = 8,
  kDotAll = 16,
  kUnicode = 32,
  kVerbose = 64,
  kDebug = 128,
  kAscii = 256,
};

struct Translation {
  std::string pattern;  ///< for PCRE2; UTF-8, or bytes
  std::uint32_t flags = 0;
  std::size_t groups = 0;
  std::vector<std::pair<std::string, std::size_t>> names;  ///< in order of definition
  std::vector<std::size_t> closing_order;  ///< the place of each group's end among all ends; index 0 is group 1
};

struct Mistake {
  static constexpr std::size_t kNoPosition = static_cast<std::size_t>(-1);
  std::string message;
  std::size_t position = kNoPosition;  ///< in characters
  bool is_overflow = false;            ///< OverflowError instead of re.error
};

/// `is_text`: the pattern is a str (characters are code points), else bytes (one character a byte).
std::variant<Translation, Mistake> translate(std::u32string_view pattern, std::uint32_t flags, bool is_text);

}  // namespace loopline::script::regex
