// The parser behind translate(): one pass over the pattern, writing PCRE2's as it goes.
#pragma once

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>

#include "translate.h"

namespace loopline::script::regex {

inline constexpr std::uint64_t kUnlimited = std::numeric_limits<std::uint64_t>::max();

/// How many characters a part can match.
struct Width {
  std::uint64_t least = 0;
  std::uint64_t most = 0;

  static Width one() { return {1, 1}; }
  Width plus(Width other) const { return {least + other.least, add(most, other.most)}; }
  Width minus(Width other) const { return {least - other.least, most == kUnlimited ? kUnlimited : most - other.most}; }
  Width either(Width other) const { return {std::min(least, other.least), std::max(most, other.most)}; }
  Width times(std::uint64_t low, std::uint64_t high) const {
    const bool endless = (high == kUnlimited && most > 0) || most == kUnlimited;
    return {least * low, endless ? kUnlimited : most * high};
  }

 private:
  static std::uint64_t add(std::uint64_t a, std::uint64_t b) {
    return a == kUnlimited || b == kUnlimited ? kUnlimited : a + b;
  }
};

/// Functions that parse return false after recording a mistake.
class Parser {
 public:
  Parser(std::u32string_view pattern, std::uint32_t flags, bool is_text)
      : m_pattern(pattern), m_flags(flags), m_is_text(is_text) {}

  bool parse();
  bool must_restart() const { return m_must_restart; }
  std::uint32_t global_flags() const { return m_global_flags; }
  Mistake mistake() const { return *m_mistake; }
  Translation take_result() {
    m_result.pattern = std::move(m_out);
    return std::move(m_result);
  }

 private:
  enum class Item : std::uint8_t { none, plain, anchor, repeat };

  static constexpr int kDeepest = 200;

  bool at_end() const { return m_must_restart || m_at >= m_pattern.size(); }
  bool next_is(char32_t c) const { return !at_end() && m_pattern[m_at] == c; }
  bool fail(std::string message, std::size_t position) {
    m_mistake = Mistake{std::move(message), position};
    return false;
  }
  /// A mistake of a quantifier, which may be longer than one character: at its beginning.
  bool fail(std::string message, std::size_t position, std::size_t /*end*/) {
    return fail(std::move(message), position);
  }

  bool parse_alternatives(Width& width, bool at_top);
  bool parse_sequence(Width& width, bool may_set_flags);
  bool parse_quantifier(bool& found, std::uint64_t& least, std::uint64_t& most);
  bool parse_bounds(bool& found, std::uint64_t& least, std::uint64_t& most, std::string& text);
  bool parse_item(Item& item, Width& width, bool may_set_flags);
  void skip_verbose();

  bool parse_group(Item& item, Width& width, bool may_set_flags);
  bool parse_rest(std::size_t start, Width& width);
  bool parse_capture(std::size_t start, std::string name, Width& width);
  bool parse_python_group(std::size_t start, Width& width);
  bool parse_name(char32_t terminator, std::string& name);
  std::size_t group_named(std::string_view name) const;
  bool put_reference(std::size_t group, std::size_t at, Width& width);
  bool parse_look(std::size_t start, bool is_behind, Width& width);
  bool parse_look_behind(std::size_t start, Width& width);
  bool parse_conditional(std::size_t start, Width& width);
  bool parse_flags(std::size_t start, char32_t first, Item& item, Width& width, bool may_set_flags);
  bool parse_removed_flags(std::uint32_t added, std::uint32_t& removed);
  void put_local_flags(std::uint32_t added, std::uint32_t removed);

  // Characters: parse_characters.cpp.
  bool parse_class();
  bool parse_escape(Item& item, Width& width);
  bool parse_class_escape(char32_t& c, std::string& category);
  bool parse_numeric_escape(char32_t letter, std::size_t start, char32_t& c);
  bool parse_reference_or_octal(Width& width);
  /// \d, \s, \w and their opposites as PCRE2 has them; `in_class`: without brackets around them. Empty: none of these.
  std::string category_of(char32_t letter, bool in_class) const;
  std::string last_character() const { return m_is_text ? "10ffff" : "ff"; }
  void put_literal(char32_t c);
  void put_code(std::string& text, char32_t c) const;
  std::string text_of(char32_t c) const;
  std::string text_of(std::u32string_view text) const;
  std::string quoted(std::u32string_view text) const;

  std::u32string_view m_pattern;
  std::uint32_t m_flags;
  bool m_is_text;
  std::size_t m_at = 0;
  std::string m_out;
  Translation m_result;
  std::optional<Mistake> m_mistake;
  std::uint32_t m_global_flags = 0;
  bool m_must_restart = false;
  int m_depth = 0;
  std::size_t m_closed = 0;
  std::size_t m_behind_from = 0;  ///< the first group that a look-behind around here may define; 0: there is none
  std::vector<std::size_t> m_open;
  std::vector<Width> m_widths;
  std::vector<std::pair<std::size_t, std::size_t>> m_forward_checks;  ///< group, position
};

}  // namespace loopline::script::regex
