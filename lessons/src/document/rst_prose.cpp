// The prose of reStructuredText as Markdown. A line becomes a line, so that places stay what they are.
#include <algorithm>
#include <array>

#include "document/python_shapes.h"
#include "document/rst.h"

namespace loopline::lessons {
namespace {

// A row of one mark, as stands under and over titles.
bool is_underline(std::string_view line) {
  line = trim(line);
  if (line.size() < 3 || std::string_view("=-~^\"'`#*+.:_").find(line[0]) == std::string_view::npos) return false;
  return line.find_first_not_of(line[0]) == std::string_view::npos;
}

class ProseWriter {
 public:
  explicit ProseWriter(const SourceText& file) : m_file(file) {
    for (int line = 2; line <= file.line_count(); ++line) {
      const std::string_view below = file.line(line);
      if (is_title(line - 1) && m_marks.find(trim(below)[0]) == std::string::npos) m_marks += trim(below)[0];
    }
  }

  std::vector<std::string> write() const {
    std::vector<std::string> lines;
    for (int line = 1; line <= m_file.line_count(); ++line) lines.push_back(converted(line));
    return lines;
  }

 private:
  bool is_title(int line) const {
    const std::string_view text = m_file.line(line);
    const std::string_view below = m_file.line(line + 1);
    return !is_blank(text) && !is_underline(text) && is_underline(below) && indentation(below) == 0 &&
           trim(below).size() + 3 >= trim(text).size();
  }

  std::string converted(int line) const {
    const std::string_view text = m_file.line(line);
    if (is_title(line)) {
      const auto level = m_marks.find(trim(m_file.line(line + 1))[0]) + 1;
      return std::string(std::min<std::size_t>(level, 6), '#') + " " + inline_markup(trim(text));
    }
    if (is_underline(text)) return {};
    const std::string_view trimmed = trim(text);
    if (trimmed.starts_with(".. ")) return directive(trimmed.substr(3));
    if (trimmed.starts_with(':') && trimmed.find(": ") != trimmed.npos && belongs_to_directive(line)) return {};
    if (trimmed == "::") return {};
    std::string prose = inline_markup(trimmed);
    if (prose.ends_with("::")) prose.pop_back();
    return prose;
  }

  bool belongs_to_directive(int line) const {
    const std::string_view before = trim(m_file.line(line - 1));
    return before.starts_with(".. ") || before.starts_with(':');
  }

  // What a directive says to readers: its name as a word, or what it describes.
  static std::string directive(std::string_view text) {
    constexpr std::array<std::string_view, 8> notes{"note",    "warning",    "tip",          "important",
                                                    "seealso", "deprecated", "versionadded", "versionchanged"};
    const std::size_t colons = text.find("::");
    if (colons == std::string_view::npos) return {};
    const std::string_view name = text.substr(0, colons);
    const std::string_view argument = trim(text.substr(colons + 2));
    if (std::find(notes.begin(), notes.end(), name) != notes.end()) {
      std::string title(name);
      title[0] = static_cast<char>(title[0] - 'a' + 'A');
      return "**" + title + "** " + inline_markup(argument);
    }
    constexpr std::array<std::string_view, 9> described{"function", "coroutinefunction", "class",
                                                        "method",   "exception",         "coroutinemethod",
                                                        "data",     "decorator",         "attribute"};
    const bool shown = std::find(described.begin(), described.end(), name) != described.end();
    return shown ? "**`" + std::string(argument) + "`**" : std::string();
  }

  // :role:`text <target>` → `text`; `text <url>`_ → [text](url). ``code``, *emphasis* are Markdown's own.
  static std::string inline_markup(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
      if (text.substr(at).starts_with("``")) {
        const std::size_t end = std::min(text.find("``", at + 2), text.size());
        result += text.substr(at, std::min(end + 2, text.size()) - at);
        at = std::min(end + 2, text.size());
      } else if (text[at] == '`') {
        at = interpreted(text, at, result);
      } else if (text[at] == ':' && role_length(text.substr(at)) > 0) {
        at += role_length(text.substr(at));
      } else {
        result += text[at++];
      }
    }
    return result;
  }

  // `:name:` in front of a backtick.
  static std::size_t role_length(std::string_view text) {
    std::size_t at = 1;
    while (at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '-' ||
                                text[at] == '.' || text[at] == ':')) {
      ++at;
    }
    return at > 2 && at < text.size() && text[at] == '`' && text[at - 1] == ':' ? at : 0;
  }

  static std::size_t interpreted(std::string_view text, std::size_t at, std::string& result) {
    const std::size_t end = text.find('`', at + 1);
    if (end == std::string_view::npos) {
      result += text.substr(at);
      return text.size();
    }
    std::string_view inner = text.substr(at + 1, end - at - 1);
    std::string_view target;
    if (const std::size_t open = inner.rfind('<'); open != inner.npos && inner.ends_with('>')) {
      target = inner.substr(open + 1, inner.size() - open - 2);
      inner = trim(inner.substr(0, open));
    }
    std::size_t next = end + 1;
    while (next < text.size() && text[next] == '_') ++next;
    if (next > end + 1 && target.starts_with("http")) {
      result += "[" + std::string(inner) + "](" + std::string(target) + ")";
    } else if (next > end + 1) {
      result += inner;
    } else {
      if (inner.starts_with('~') || inner.starts_with('!')) inner.remove_prefix(1);
      result += "`" + std::string(inner) + "`";
    }
    return next;
  }

  const SourceText& m_file;
  std::string m_marks;  // under titles, in the order in which they come: the levels
};

}  // namespace

std::vector<std::string> rst_as_markdown(const SourceText& file) { return ProseWriter(file).write(); }

}  // namespace loopline::lessons
