#include "document/site_tags.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include "document/languages.h"
#include "document/python_shapes.h"
#include "document/session.h"

namespace loopline::lessons {
namespace {

struct Tag {
  std::string_view open;   ///< begins the line
  std::string_view close;  ///< stands on the line that ends the code
  std::string_view end;    ///< of the opening tag
  bool is_html = false;
};
constexpr std::array<Tag, 8> tags{{
    {"{% highlight ", "endhighlight", "%}"},
    {"{%highlight ", "endhighlight", "%}"},
    {"{{< highlight ", "/highlight", ">}}"},
    {"{{<highlight ", "/highlight", ">}}"},
    {"[sourcecode", "[/sourcecode]", "]"},
    {"[code", "[/code]", "]"},
    {"[[[cog", "]]]", "cog"},
    {"<pre", "</pre>", ">", true},
}};

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

// The language that a tag's words name: `highlight python linenos`, `lang="python"`, `class="brush: python"`.
Language language_in(std::string_view words) {
  Language language = Language::none;
  std::string word;
  const auto take = [&] {
    for (const std::string_view prefix : {"language-", "lang-", "highlight-source-"}) {
      if (word.starts_with(prefix)) word.erase(0, prefix.size());
    }
    const Language named = language_named(word);
    if (named == Language::python || named == Language::session) language = named;
    word.clear();
  };
  for (const char c : words) {
    if (c == ' ' || c == '"' || c == '\'' || c == '=' || c == ':' || c == ';' || c == '>') {
      take();
    } else {
      word += c;
    }
  }
  take();
  return language;
}

std::string without_entities(std::string_view html) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> entities{{{"&lt;", "<"},
                                                                                   {"&gt;", ">"},
                                                                                   {"&quot;", "\""},
                                                                                   {"&#39;", "'"},
                                                                                   {"&#x27;", "'"},
                                                                                   {"&nbsp;", " "},
                                                                                   {"&amp;", "&"}}};
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {  // <span class="k">
      const std::size_t close = html.find('>', at);
      const bool is_tag = close != html.npos && at + 1 < html.size() &&
                          (html[at + 1] == '/' || std::isalpha(static_cast<unsigned char>(html[at + 1])) != 0);
      if (is_tag) {
        at = close + 1;
        continue;
      }
    }
    const auto entity = std::find_if(entities.begin(), entities.end(),
                                     [&](const auto& each) { return html.substr(at).starts_with(each.first); });
    if (entity != entities.end()) {
      text += entity->second;
      at += entity->first.size();
    } else {
      text += html[at++];
    }
  }
  return text;
}

class TagReader {
 public:
  TagReader(const SourceText& file, FreeLines& free) : m_file(file), m_free(free) {}

  std::vector<FoundBlock> read() {
    for (int line = 1; line <= m_file.line_count(); ++line) {
      if (!m_free[line]) continue;
      const std::string text = lower(trim(m_file.line(line)));
      const auto tag =
          std::find_if(tags.begin(), tags.end(), [&](const Tag& each) { return text.starts_with(each.open); });
      if (tag == tags.end()) continue;
      if (const int last = end_of(*tag, line, text); last > 0) {
        take(*tag, line, last, text);
        line = last;
      }
    }
    return std::move(m_found);
  }

 private:
  // 0: the tag is never closed, or a mere word that looks like one.
  int end_of(const Tag& tag, int line, const std::string& opening) {
    const auto index = static_cast<std::size_t>(&tag - tags.data());
    if (m_unclosed[index]) return 0;
    if (opening.find(tag.end) == std::string::npos) return 0;
    if (opening.find(tag.close) != std::string::npos) return 0;  // all of it on one line
    for (int last = line + 1; last <= m_file.line_count() && m_free[last]; ++last) {
      if (lower(m_file.line(last)).find(tag.close) != std::string::npos) return last;
      m_unclosed[index] = last == m_file.line_count();  // nor are those that follow
    }
    return 0;
  }

  void take(const Tag& tag, int first, int last, const std::string& opening) {
    const std::size_t name = tag.open.size();
    const std::size_t end = opening.rfind(tag.end);
    Language language = language_in(std::string_view(opening).substr(name, end - std::min(end, name)));
    const std::string code = text_between(tag, first, last);
    FoundBlock block = read(code, language);
    m_free.take(first, last);
    if (block.code.empty()) return;
    if (block.kind != BlockKind::repl) block.kind = BlockKind::fence;
    block.code_line += first - 1;
    block.first_line = first;
    block.last_line = last;
    m_found.push_back(std::move(block));
  }

  // A line for each line from the tag to its end.
  std::string text_between(const Tag& tag, int first, int last) const {
    std::string code;
    for (int line = first; line <= last; ++line) {
      std::string_view text = m_file.line(line);
      if (line == first) text.remove_prefix(std::min(end_of_opening(text, tag), text.size()));
      if (line == last) text = text.substr(0, end_of_code(lower(text), tag));
      code += tag.is_html ? without_entities(text) : std::string(text);
      code += '\n';
    }
    return code;
  }
  static std::size_t end_of_opening(std::string_view text, const Tag& tag) {
    const std::size_t end = text.find(tag.end);
    return end == text.npos ? text.size() : end + tag.end.size();
  }
  static std::size_t end_of_code(const std::string& line, const Tag& tag) {
    if (tag.is_html) return std::min({line.find("</code"), line.find("</pre"), line.size()});
    return std::min(line.find(tag.close[0] == '[' || tag.close[0] == ']' ? tag.close : std::string_view("{")),
                    line.size());
  }

  static FoundBlock read(const std::string& code, Language language) {
    FoundBlock block;
    if (is_blank(code)) return block;
    const SourceText lines(code);
    int first = 1;
    while (is_blank(lines.line(first))) ++first;
    int last = lines.line_count();
    while (is_blank(lines.line(last))) --last;
    if (is_session(lines, first, last, language == Language::python)) return read_session(lines, {first, last, true});
    const Judgement judgement = judge(code);
    if (language == Language::none && judgement.kind == Judgement::Kind::other) return block;
    block.doubt = language == Language::none ? judgement.doubt : std::string();
    block.code_line = first;
    std::size_t removed = 0;
    block.code = dedent(lines.lines(first, last), &removed);
    block.indent = static_cast<int>(removed);
    return block;
  }

  const SourceText& m_file;
  FreeLines& m_free;
  std::array<bool, tags.size()> m_unclosed{};
  std::vector<FoundBlock> m_found;
};

}  // namespace

std::vector<FoundBlock> find_tagged_code(const SourceText& file, FreeLines& free) {
  return TagReader(file, free).read();
}

}  // namespace loopline::lessons
