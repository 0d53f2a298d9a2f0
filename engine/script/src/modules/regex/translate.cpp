#include "translate.h"

#include <algorithm>

#include "parser.h"

namespace loopline::script::regex {

namespace {

constexpr std::uint32_t kInlineFlags = kIgnoreCase | kLocale | kMultiLine | kDotAll | kVerbose | kAscii | kUnicode;

std::uint32_t flag_of(char32_t letter) {
  switch (letter) {
    case 'i': return kIgnoreCase;
    case 'L': return kLocale;
    case 'm': return kMultiLine;
    case 's': return kDotAll;
    case 'x': return kVerbose;
    case 'a': return kAscii;
    case 'u': return kUnicode;
    default: return 0;
  }
}

bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

// ---- alternatives and sequences ------------------------------------------------------------------------------------

bool Parser::parse_alternatives(Width& width, bool at_top) {
  if (++m_depth > kDeepest) return fail("the pattern is nested too deeply", m_at);
  bool is_first = true;
  while (true) {
    Width sequence;
    if (!parse_sequence(sequence, at_top && is_first)) return false;
    width = is_first ? sequence : width.either(sequence);
    is_first = false;
    if (!next_is('|')) break;
    ++m_at;
    m_out += '|';
  }
  --m_depth;
  return true;
}

/// Blanks and comments of a verbose pattern.
void Parser::skip_verbose() {
  if ((m_flags & kVerbose) == 0) return;
  while (!at_end()) {
    const char32_t c = m_pattern[m_at];
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      ++m_at;
    } else if (c == '#') {
      while (!at_end() && m_pattern[m_at] != '\n') ++m_at;
    } else {
      return;
    }
  }
}

bool Parser::parse_sequence(Width& width, bool may_set_flags) {
  Item last = Item::none;
  Width last_width;
  while (true) {
    skip_verbose();
    if (at_end() || next_is('|') || next_is(')')) break;
    const std::size_t start = m_at;
    std::uint64_t least = 0;
    std::uint64_t most = 0;
    bool is_quantifier = false;
    if (!parse_quantifier(is_quantifier, least, most)) return false;
    if (is_quantifier) {
      if (last == Item::none || last == Item::anchor) return fail("nothing to repeat", start, m_at);
      if (last == Item::repeat) return fail("multiple repeat", start, m_at);
      width = width.minus(last_width).plus(last_width.times(least, most));
      last = Item::repeat;
      continue;
    }
    Width item_width;
    Item item = Item::plain;
    if (!parse_item(item, item_width, may_set_flags && last == Item::none)) return false;
    if (item == Item::none) continue;  // a comment or global flags
    width = width.plus(item_width);
    last_width = item_width;
    last = item;
  }
  return true;
}

bool Parser::parse_quantifier(bool& found, std::uint64_t& least, std::uint64_t& most) {
  const std::size_t start = m_at;
  const char32_t c = m_pattern[m_at];
  std::string text;
  if (c == '*' || c == '+' || c == '?') {
    ++m_at;
    least = c == '+' ? 1 : 0;
    most = c == '?' ? 1 : kUnlimited;
    text = static_cast<char>(c);
  } else if (c != '{' || !parse_bounds(found, least, most, text)) {
    return !m_mistake;
  }
  found = true;
  m_out += text;
  if (next_is('?') || next_is('+')) m_out += static_cast<char>(m_pattern[m_at++]);
  // Whatever makes a search long goes through here again and again: find() counts it.
  if (least != most) m_out += "(?C)";
  if (most != kUnlimited && least > most) return fail("min repeat greater than max repeat", start + 1);
  return true;
}

/// {m}, {m,}, {,n} or {m,n}; false if it is none of them: then the brace stands for itself.
bool Parser::parse_bounds(bool& found, std::uint64_t& least, std::uint64_t& most, std::string& text) {
  static_cast<void>(found);
  std::size_t at = m_at + 1;
  const auto number = [&](std::string& digits) {
    while (at < m_pattern.size() && m_pattern[at] >= '0' && m_pattern[at] <= '9')
      digits += static_cast<char>(m_pattern[at++]);
  };
  std::string low;
  std::string high;
  number(low);
  bool has_comma = false;
  if (at < m_pattern.size() && m_pattern[at] == ',') {
    has_comma = true;
    ++at;
    number(high);
  }
  if (at >= m_pattern.size() || m_pattern[at] != '}' || (low.empty() && !has_comma)) return false;
  if (!has_comma) high = low;
  const auto value = [](const std::string& digits) {
    return digits.size() > 10 ? kUnlimited - 1 : std::stoull(digits);
  };
  least = low.empty() ? 0 : value(low);
  most = high.empty() ? kUnlimited : value(high);
  constexpr std::uint64_t kMostOfPython = 0xffffffff;
  constexpr std::uint64_t kMost = 65535;  // of PCRE2
  if (least >= kMostOfPython || (most != kUnlimited && most >= kMostOfPython)) {
    m_mistake = Mistake{"the repetition number is too large", Mistake::kNoPosition, true};
    return false;
  }
  if (least > kMost || (most != kUnlimited && most > kMost)) {
    return fail("the sandbox repeats at most 65535 times", m_at);
  }
  m_at = at + 1;
  text = "{" + std::to_string(least) + "," + (most == kUnlimited ? "" : std::to_string(most)) + "}";
  return true;
}

bool Parser::parse_item(Item& item, Width& width, bool may_set_flags) {
  const char32_t c = m_pattern[m_at];
  switch (c) {
    case '(': return parse_group(item, width, may_set_flags);
    case '[': width = Width::one(); return parse_class();
    case '\\': return parse_escape(item, width);
    case '.':
      ++m_at;
      width = Width::one();
      m_out += '.';
      return true;
    case '^':
    case '$':
      ++m_at;
      item = Item::anchor;
      m_out += static_cast<char>(c);
      return true;
    default:
      ++m_at;
      width = Width::one();
      put_literal(c);
      return true;
  }
}

// ---- groups --------------------------------------------------------------------------------------------------------

bool Parser::parse_group(Item& item, Width& width, bool may_set_flags) {
  const std::size_t start = m_at++;
  if (!next_is('?')) return parse_capture(start, std::string(), width);
  ++m_at;
  if (at_end()) return fail("unexpected end of pattern", m_at);
  const char32_t c = m_pattern[m_at++];
  switch (c) {
    case 'P': return parse_python_group(start, width);
    case ':': m_out += "(?:"; return parse_rest(start, width);
    case '>': m_out += "(?>"; return parse_rest(start, width);
    case '#':
      item = Item::none;
      while (!at_end() && m_pattern[m_at] != ')') ++m_at;
      if (at_end()) return fail("missing ), unterminated comment", start);
      ++m_at;
      return true;
    case '=':
    case '!': m_out += c == '=' ? "(?=" : "(?!"; return parse_look(start, false, width);
    case '<': return parse_look_behind(start, width);
    case '(': return parse_conditional(start, width);
    default: break;
  }
  if (flag_of(c) != 0 || c == '-') return parse_flags(start, c, item, width, may_set_flags);
  return fail("unknown extension ?" + text_of(c), start + 1);
}

bool Parser::parse_rest(std::size_t start, Width& width) {
  const std::uint32_t outer_flags = m_flags;
  if (!parse_alternatives(width, false)) return false;
  if (!next_is(')')) return fail("missing ), unterminated subpattern", start);
  ++m_at;
  m_flags = outer_flags;
  m_out += ')';
  return true;
}

bool Parser::parse_capture(std::size_t start, std::string name, Width& width) {
  const std::size_t group = ++m_result.groups;
  m_result.closing_order.push_back(0);
  m_open.push_back(group);
  if (!name.empty()) {
    const auto known = std::find_if(m_result.names.begin(), m_result.names.end(),
                                    [&](const auto& each) { return each.first == name; });
    if (known != m_result.names.end()) {
      return fail("redefinition of group name '" + name + "' as group " + std::to_string(group) + "; was group " +
                      std::to_string(known->second),
                  start + 4);
    }
    m_result.names.emplace_back(std::move(name), group);
  }
  m_out += '(';
  if (!parse_rest(start, width)) return false;
  m_open.pop_back();
  m_result.closing_order[group - 1] = ++m_closed;
  m_widths.resize(m_result.groups);
  m_widths[group - 1] = width;
  return true;
}

/// (?P<name>…), (?P=name)
bool Parser::parse_python_group(std::size_t start, Width& width) {
  if (at_end()) return fail("unexpected end of pattern", m_at);
  const char32_t c = m_pattern[m_at++];
  std::string name;
  if (c == '<') {
    if (!parse_name('>', name)) return false;
    return parse_capture(start, name, width);
  }
  if (c == '=') {
    const std::size_t at = m_at;
    if (!parse_name(')', name)) return false;
    const std::size_t group = group_named(name);
    if (group == 0) return fail("unknown group name '" + name + "'", at);
    return put_reference(group, at, width);
  }
  return fail("unknown extension ?P" + text_of(c), start + 1);
}

/// A name up to the terminator. Positions of mistakes are those of the name.
bool Parser::parse_name(char32_t terminator, std::string& name) {
  const std::size_t start = m_at;
  while (!at_end() && m_pattern[m_at] != terminator) ++m_at;
  const std::u32string_view found = m_pattern.substr(start, m_at - start);
  const bool ends = !at_end();
  if (found.empty()) return fail(ends || !at_end() ? "missing group name" : "missing group name", start);
  if (!ends) return fail(std::string("missing ") + static_cast<char>(terminator) + ", unterminated name", start);
  ++m_at;
  for (const char32_t c : found) name += text_of(c);
  const auto is_word = [](char32_t c) { return is_letter(c) || c == '_' || c >= 0x80; };
  const bool ok = is_word(found[0]) && std::all_of(found.begin(), found.end(),
                                                   [&](char32_t c) { return is_word(c) || (c >= '0' && c <= '9'); });
  return ok || fail("bad character in group name " + quoted(found), start);
}

std::size_t Parser::group_named(std::string_view name) const {
  for (const auto& [known, group] : m_result.names) {
    if (known == name) return group;
  }
  return 0;
}

bool Parser::put_reference(std::size_t group, std::size_t at, Width& width) {
  if (std::find(m_open.begin(), m_open.end(), group) != m_open.end()) return fail("cannot refer to an open group", at);
  if (group >= m_behind_from && m_behind_from != 0) {
    return fail("cannot refer to group defined in the same lookbehind subpattern", m_at);
  }
  width = group <= m_widths.size() ? m_widths[group - 1] : Width();
  m_out += "\\g{" + std::to_string(group) + "}";
  return true;
}

bool Parser::parse_look(std::size_t start, bool is_behind, Width& width) {
  Width inner;
  if (!parse_rest(start, inner)) return false;
  if (is_behind && inner.least != inner.most)
    return fail("look-behind requires fixed-width pattern", Mistake::kNoPosition);
  width = Width();
  return true;
}

bool Parser::parse_look_behind(std::size_t start, Width& width) {
  if (at_end()) return fail("unexpected end of pattern", m_at);
  const char32_t c = m_pattern[m_at++];
  if (c != '=' && c != '!') return fail("unknown extension ?<" + text_of(c), start + 1);
  m_out += c == '=' ? "(?<=" : "(?<!";
  const std::size_t outer = m_behind_from;
  if (m_behind_from == 0) m_behind_from = m_result.groups + 1;
  if (!parse_look(start, true, width)) return false;
  m_behind_from = outer;
  return true;
}

/// (?(1)yes|no), (?(name)yes|no)
bool Parser::parse_conditional(std::size_t start, Width& width) {
  const std::size_t at = m_at;
  std::size_t end = m_at;
  while (end < m_pattern.size() && m_pattern[end] != ')') ++end;
  const std::u32string_view condition = m_pattern.substr(at, end - at);
  const bool is_number = !condition.empty() && std::all_of(condition.begin(), condition.end(),
                                                           [](char32_t c) { return c >= '0' && c <= '9'; });
  std::size_t group = 0;
  if (is_number && end < m_pattern.size()) {
    m_at = end + 1;
    std::string digits;
    for (const char32_t c : condition) digits += static_cast<char>(c);
    group = digits.size() > 6 ? 1'000'000 : std::stoul(digits);
    if (group == 0) return fail("bad group number", at);
    if (group >= 1'000'000) return fail("invalid group reference " + digits, at);
    m_forward_checks.emplace_back(group, at);
  } else {
    std::string name;
    if (!parse_name(')', name)) return false;
    group = group_named(name);
    if (group == 0) return fail("unknown group name '" + name + "'", at);
  }
  m_out += "(?(" + std::to_string(group) + ")";
  Width yes;
  if (!parse_sequence(yes, false)) return false;
  Width no;
  if (next_is('|')) {
    ++m_at;
    m_out += '|';
    if (!parse_sequence(no, false)) return false;
    if (next_is('|')) return fail("conditional backref with more than two branches", m_at);
  }
  if (!next_is(')')) return fail("missing ), unterminated subpattern", start);
  ++m_at;
  m_out += ')';
  width = yes.either(no);
  return true;
}

// ---- inline flags --------------------------------------------------------------------------------------------------

/// (?i) for the whole pattern, (?i-s:…) for a part. `first` is the letter after the question mark.
bool Parser::parse_flags(std::size_t start, char32_t first, Item& item, Width& width, bool may_set_flags) {
  std::uint32_t added = 0;
  std::uint32_t removed = 0;
  char32_t c = first;
  while (c != ')' && c != ':' && c != '-') {
    const std::uint32_t flag = flag_of(c);
    if (flag == 0) return fail(is_letter(c) ? "unknown flag" : "missing -, : or )", m_at - 1);
    if (m_is_text && flag == kLocale) {
      return fail("bad inline flags: cannot use 'L' flag with a str pattern", m_at);
    }
    if (!m_is_text && flag == kUnicode) {
      return fail("bad inline flags: cannot use 'u' flag with a bytes pattern", m_at);
    }
    added |= flag;
    constexpr std::uint32_t kTypes = kAscii | kLocale | kUnicode;
    if ((flag & kTypes) != 0 && (added & kTypes) != flag) {
      return fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", m_at);
    }
    if (at_end()) return fail("missing -, : or )", m_at);
    c = m_pattern[m_at++];
  }
  if (c == ')') {
    item = Item::none;
    if (!may_set_flags) return fail("global flags not at the start of the expression", start);
    m_global_flags |= added;
    if ((added & kVerbose) != 0 && (m_flags & kVerbose) == 0) m_must_restart = true;
    m_flags |= added;
    return true;
  }
  if ((added & kInlineFlags & ~(kIgnoreCase | kLocale | kMultiLine | kDotAll | kVerbose | kAscii | kUnicode)) != 0) {
    return fail("bad inline flags: cannot turn on global flag", m_at);
  }
  if (c == '-' && !parse_removed_flags(added, removed)) return false;
  put_local_flags(added, removed);
  const std::uint32_t outer = m_flags;
  if ((added & (kAscii | kUnicode)) != 0) m_flags &= ~(kAscii | kUnicode);
  m_flags = (m_flags | added) & ~removed;
  const bool ok = parse_rest(start, width);
  m_flags = outer;
  return ok;
}

bool Parser::parse_removed_flags(std::uint32_t added, std::uint32_t& removed) {
  if (at_end()) return fail("missing flag", m_at);
  char32_t c = m_pattern[m_at++];
  if (flag_of(c) == 0) return fail(is_letter(c) ? "unknown flag" : "missing flag", m_at - 1);
  while (c != ':') {
    const std::uint32_t flag = flag_of(c);
    if (flag == 0) return fail(is_letter(c) ? "unknown flag" : "missing :", m_at - 1);
    if ((flag & (kAscii | kLocale | kUnicode)) != 0) {
      return fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", m_at);
    }
    removed |= flag;
    if (at_end()) return fail("missing :", m_at);
    c = m_pattern[m_at++];
  }
  return (added & removed) == 0 || fail("bad inline flags: flag turned on and off", m_at - 1);
}

void Parser::put_local_flags(std::uint32_t added, std::uint32_t removed) {
  const auto letters = [](std::uint32_t flags) {
    std::string text;
    if ((flags & kIgnoreCase) != 0) text += 'i';
    if ((flags & kMultiLine) != 0) text += 'm';
    if ((flags & kDotAll) != 0) text += 's';
    return text;
  };
  m_out += "(?" + letters(added);
  if (const std::string off = letters(removed); !off.empty()) m_out += "-" + off;
  m_out += ':';
}

// ---- the whole -----------------------------------------------------------------------------------------------------

bool Parser::parse() {
  Width width;
  if (!parse_alternatives(width, true)) return false;
  if (m_must_restart) return true;
  if (!at_end()) return fail("unbalanced parenthesis", m_at);
  for (const auto& [group, at] : m_forward_checks) {
    if (group > m_result.groups) return fail("invalid group reference " + std::to_string(group), at);
  }
  return true;
}

std::variant<Translation, Mistake> translate(std::u32string_view pattern, std::uint32_t flags, bool is_text) {
  std::uint32_t all_flags = flags;
  while (true) {
    Parser parser(pattern, all_flags, is_text);
    const bool ok = parser.parse();
    all_flags |= parser.global_flags();
    // A pattern that says only inside that it is verbose is read again as one.
    if (parser.must_restart()) continue;
    if (!ok) return parser.mistake();
    Translation result = parser.take_result();
    result.flags = all_flags;
    return result;
  }
}

}  // namespace loopline::script::regex
