#include "character_names.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace loopline::script {

namespace data = names_of_characters;

namespace {

constexpr std::string_view kIdeograph = "CJK UNIFIED IDEOGRAPH-";

std::string in_capitals(std::string_view name) {
  std::string capitals(name);
  for (char& c : capitals) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return capitals;
}

std::optional<char32_t> hexadecimal(std::string_view digits) {
  std::uint32_t number = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  if (problem != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return static_cast<char32_t>(number);
}

/// The number of a word in a list of words that spaces divide.
std::optional<std::size_t> find_word(std::string_view list, std::string_view word) {
  for (std::size_t number = 0; !list.empty(); ++number) {
    const std::size_t end = std::min(list.find(' '), list.size());
    if (list.substr(0, end) == word) return number;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return std::nullopt;
}

/// The name as the table has it: two characters for each of its words, and a space. Empty if a word is unknown.
std::string as_in_table(std::string_view name) {
  std::string text;
  while (true) {
    const std::size_t end = std::min(name.find(' '), name.size());
    const std::optional<std::size_t> word = find_word(data::words, name.substr(0, end));
    if (!word) return {};
    text += data::digits[*word / data::digits.size()];
    text += data::digits[*word % data::digits.size()];
    if (end == name.size()) return text + ' ';
    name.remove_prefix(end + 1);
  }
}

/// Of the name that begins at `at`: the last number between marks before it, and one more for each name since.
std::optional<char32_t> code_at(std::size_t at) {
  const std::size_t close = data::names.rfind('!', at);
  const std::size_t open = data::names.rfind('!', close - 1);
  const std::optional<char32_t> first = hexadecimal(data::names.substr(open + 1, close - open - 1));
  const std::string_view between = data::names.substr(close, at - close);
  return first ? std::optional(*first + static_cast<char32_t>(std::count(between.begin(), between.end(), ' ')))
               : std::nullopt;
}

std::optional<char32_t> ideograph(std::string_view digits) {
  const std::optional<char32_t> code = hexadecimal(digits);
  const bool is_one = code && ((*code >= 0x4E00 && *code <= 0x9FFF) || (*code >= 0x3400 && *code <= 0x4DBF));
  return is_one && digits.size() == 4 ? code : std::nullopt;
}

}  // namespace

std::optional<char32_t> character_named(std::string_view name) {
  const std::string wanted = in_capitals(name);
  if (wanted.starts_with(kIdeograph)) return ideograph(std::string_view(wanted).substr(kIdeograph.size()));
  const std::string text = as_in_table(wanted);
  if (text.empty()) return std::nullopt;
  for (std::size_t at = data::names.find(text); at != std::string_view::npos; at = data::names.find(text, at + 1)) {
    const char before = data::names[at - 1];  // the table begins with a number
    if (before == ' ' || before == '!') return code_at(at);
  }
  return std::nullopt;
}

bool is_name_left_out(std::string_view name) {
  const std::string wanted = in_capitals(name);
  const std::string_view first = std::string_view(wanted).substr(0, wanted.find(' '));
  return find_word(data::left_out, first).has_value() || wanted.starts_with("HANGUL SYLLABLE ") ||
         wanted.starts_with("CJK COMPATIBILITY IDEOGRAPH");
}

}  // namespace loopline::script
