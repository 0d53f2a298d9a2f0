#include "lessons/search.h"

#include <utf8proc.h>

#include <algorithm>
#include <optional>

#include "lessons/prose.h"
#include "source_text.h"

namespace loopline::lessons {
namespace {

// A snippet keeps this many bytes before the first match and this many in all.
constexpr std::size_t lead = 30;
constexpr std::size_t longest = 120;
constexpr std::string_view cut = "…";

struct Character {
  utf8proc_int32_t code = 0;
  std::size_t size = 1;
};

// Lessons and queries are UTF-8; a query that is not is compared byte by byte.
Character first_character(std::string_view text) {
  utf8proc_int32_t code = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const utf8proc_ssize_t size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &code);
  if (size <= 0) return {static_cast<unsigned char>(text[0]), 1};
  return {code, static_cast<std::size_t>(size)};
}

bool is_word_character(utf8proc_int32_t code) {
  switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND: return true;
    default: return false;
  }
}

struct Folded {
  std::string text;
  std::vector<std::size_t> back;  // see SearchIndex::Line
};

Folded fold(std::string_view text) {
  Folded folded;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = first_character(text.substr(at));
    utf8proc_uint8_t bytes[4];
    const utf8proc_ssize_t size = utf8proc_encode_char(utf8proc_tolower(character.code), bytes);
    folded.text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    folded.back.insert(folded.back.end(), static_cast<std::size_t>(size), at);
    at += character.size;
  }
  folded.back.push_back(text.size());
  return folded;
}

// The first place at which `word` begins a word of `text`; "_" and "." part words.
std::optional<std::size_t> find_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    std::size_t before = at;
    while (before > 0 && (static_cast<unsigned char>(text[before - 1]) & 0xC0U) == 0x80U) --before;
    if (before > 0) --before;
    const bool inside = at > 0 && is_word_character(first_character(text.substr(before)).code) &&
                        is_word_character(first_character(word).code);
    if (!inside) return at;
  }
  return std::nullopt;
}

std::vector<std::string> words_of(std::string_view query) {
  std::vector<std::string> words;
  const std::string text = fold(one_line(query)).text;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    words.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

bool begins_character(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

// Cuts the snippet around its first match; a match that is cut off is dropped.
void shorten(SearchHit& hit) {
  std::string& text = hit.snippet;
  if (text.size() <= longest) return;
  const std::size_t match = hit.matches.empty() ? 0 : hit.matches.front().first;
  std::size_t begin = match > lead ? match - lead : 0;
  while (!begins_character(text, begin)) --begin;
  std::size_t end = std::min(begin + longest, text.size());
  while (!begins_character(text, end)) --end;
  const std::string_view head = begin > 0 ? cut : "";
  const std::string_view tail = end < text.size() ? cut : "";
  std::erase_if(hit.matches, [&](const SearchHit::Range& range) { return range.first + range.size > end; });
  for (SearchHit::Range& range : hit.matches) range.first = range.first - begin + head.size();
  text = std::string(head) + text.substr(begin, end - begin) + std::string(tail);
}

}  // namespace

SearchIndex::SearchIndex(const Catalogue& catalogue) {
  using Where = SearchHit::Where;
  for (const Lesson& lesson : catalogue.lessons()) {
    Entry entry;
    entry.lines.push_back(make_line(Where::title, 0, lesson.title));
    for (const Heading& heading : lesson.headings) {
      entry.lines.push_back(make_line(Where::heading, heading.line, heading.text));
    }
    for (ProseLine& line : prose_lines(lesson)) {
      entry.lines.push_back(make_line(Where::prose, line.line, std::move(line.text)));
    }
    for (const Quiz& quiz : lesson.quizzes) {
      entry.lines.push_back(make_line(Where::prose, quiz.ask.at.line, quiz.ask.text));
    }
    for (const Scenario& scenario : lesson.scenarios) {
      entry.lines.push_back(make_line(Where::code, scenario.at.line, scenario.title));
      const SourceText code(scenario.own);
      for (int number = 1; number <= code.line_count(); ++number) {
        const int line = in_file(scenario, {scenario.own_line + number - 1, 1}).line;
        entry.lines.push_back(make_line(Where::code, line, std::string(trim(code.line(number)))));
      }
    }
    m_entries.push_back(std::move(entry));
  }
}

SearchIndex::Line SearchIndex::make_line(SearchHit::Where where, int number, std::string text) {
  Folded folded = fold(text);
  return {where, number, std::move(text), std::move(folded.text), std::move(folded.back)};
}

// The line with the most of the words, the first of equals; null when some word is nowhere.
const SearchIndex::Line* SearchIndex::best_line(const Entry& entry, const std::vector<std::string>& words) {
  std::vector<bool> found(words.size());
  const Line* best = nullptr;
  std::size_t best_count = 0;
  for (const Line& line : entry.lines) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!find_word(line.folded, words[i])) continue;
      found[i] = true;
      ++count;
    }
    if (count > best_count) {
      best = &line;
      best_count = count;
    }
  }
  const bool all = std::find(found.begin(), found.end(), false) == found.end();
  return all ? best : nullptr;
}

SearchHit SearchIndex::make_hit(std::size_t lesson, const Line& line, const std::vector<std::string>& words) {
  SearchHit hit{lesson, line.where, line.number, line.text, {}};
  for (const std::string& word : words) {
    const std::optional<std::size_t> at = find_word(line.folded, word);
    if (!at) continue;
    const std::size_t first = line.back[*at];
    hit.matches.push_back({first, line.back[*at + word.size()] - first});
  }
  std::sort(hit.matches.begin(), hit.matches.end(),
            [](const SearchHit::Range& a, const SearchHit::Range& b) { return a.first < b.first; });
  hit.matches.erase(std::unique(hit.matches.begin(), hit.matches.end()), hit.matches.end());
  shorten(hit);
  return hit;
}

std::vector<SearchHit> SearchIndex::search(std::string_view query) const {
  const std::vector<std::string> words = words_of(query);
  std::vector<SearchHit> hits;
  if (words.empty()) return hits;
  for (std::size_t i = 0; i < m_entries.size(); ++i) {
    if (const Line* line = best_line(m_entries[i], words)) hits.push_back(make_hit(i, *line, words));
  }
  std::stable_sort(hits.begin(), hits.end(), [](const SearchHit& a, const SearchHit& b) { return a.where < b.where; });
  return hits;
}

}  // namespace loopline::lessons
