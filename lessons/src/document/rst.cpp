#include "document/rst.h"

#include <algorithm>
#include <array>
#include <optional>

#include "document/languages.h"
#include "document/python_shapes.h"
#include "document/session.h"

namespace loopline::lessons {
namespace {

struct Directive {
  std::string_view name;
  std::string_view argument;
};

// `.. name:: argument`
std::optional<Directive> directive_on(std::string_view line) {
  line = trim(line);
  if (!line.starts_with(".. ")) return std::nullopt;
  line = trim(line.substr(3));
  const std::size_t colons = line.find("::");
  if (colons == std::string_view::npos || colons == 0 || line.substr(0, colons).find(' ') != line.npos)
    return std::nullopt;
  return Directive{line.substr(0, colons), trim(line.substr(colons + 2))};
}

template <std::size_t Size>
bool is_named_in(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 4> code_directives{"code-block", "code", "sourcecode", "highlight-code"};
constexpr std::array<std::string_view, 4> python_directives{"testcode", "testsetup", "testcleanup", "ipython"};
constexpr std::array<std::string_view, 12> neither_directives{
    "testoutput", "productionlist", "parsed-literal", "math",    "graphviz",       "digraph",
    "raw",        "image",          "figure",         "toctree", "literalinclude", "plot"};

class RstReader {
 public:
  RstReader(const SourceText& file, FreeLines& free) : m_file(file), m_free(free) {}

  std::vector<FoundBlock> read() {
    for (int line = 1; line <= m_file.line_count();) line = m_free[line] ? read_line(line) : line + 1;
    return std::move(m_found);
  }

 private:
  bool blank(int line) const { return is_blank(m_file.line(line)); }

  // The next line to read.
  int read_line(int line) {
    const std::string_view text = m_file.line(line);
    if (const std::optional<Directive> directive = directive_on(text)) return read_directive(*directive, line);
    const std::string_view trimmed = trim(text);
    if (trimmed == ".." || (trimmed.starts_with(".. ") && is_comment(trimmed))) return skip_indented(line);
    if (trimmed.ends_with("::")) return read_literal(line);
    return line + 1;
  }

  // Not a target, footnote or substitution.
  static bool is_comment(std::string_view text) {
    return !text.starts_with(".. _") && !text.starts_with(".. [") && !text.starts_with(".. |");
  }

  int read_directive(const Directive& directive, int line) {
    if (directive.name == "highlight") {
      m_default = language_named(directive.argument);
      return line + 1;
    }
    Language language = Language::none;
    if (is_named_in(python_directives, directive.name)) {
      language = Language::python;
    } else if (directive.name == "doctest") {
      language = Language::session;
    } else if (is_named_in(code_directives, directive.name)) {
      language = language_named(directive.argument);
      if (language == Language::none) language = m_default;
    } else if (is_named_in(neither_directives, directive.name)) {
      return skip_indented(line);
    } else {
      return line + 1;  // its content is prose
    }
    const int content = after_options(line);
    return take_code(line, content, indentation(m_file.line(line)), language);
  }

  int after_options(int line) const {
    ++line;
    while (line <= m_file.line_count() && trim(m_file.line(line)).starts_with(':')) ++line;
    return line;
  }

  int read_literal(int line) { return take_code(line + 1, line + 1, indentation(m_file.line(line)), m_default); }

  // The last line that is indented deeper than `base`; before `line` when there is none.
  int end_of_indented(int line, std::size_t base) const {
    int last = line - 1;
    for (; line <= m_file.line_count(); ++line) {
      if (blank(line)) continue;
      if (indentation(m_file.line(line)) <= base) break;
      last = line;
    }
    return last;
  }

  int skip_indented(int line) {
    const int last = std::max(end_of_indented(line + 1, indentation(m_file.line(line))), line);
    m_free.take(line, last);
    return last + 1;
  }

  int take_code(int mark, int content, std::size_t base, Language language) {
    const int last = end_of_indented(content, base);
    int first = content;
    while (first <= last && blank(first)) ++first;
    const bool is_directive = mark < content;
    if (first > last) return content;
    FoundBlock block = code_block(first, last, language);
    if (block.code.empty()) {
      // Neither Python nor prose: shown as it stands. What is marked as something else is no session either.
      if (language == Language::other) m_free.take(mark, last);
      return last + 1;
    }
    block.kind = block.kind == BlockKind::repl ? BlockKind::repl : is_directive ? BlockKind::fence : BlockKind::indent;
    block.first_line = is_directive ? mark : first;
    block.last_line = last;
    m_free.take(block.first_line, last);
    m_found.push_back(std::move(block));
    return last + 1;
  }

  // An empty code: it is no Python.
  FoundBlock code_block(int first, int last, Language language) const {
    if (language == Language::other) return {};
    if (is_session(m_file, first, last, language == Language::python) || language == Language::session)
      return read_session(m_file, {first, last, true});
    FoundBlock block;
    std::size_t removed = 0;
    block.code = dedent(m_file.lines(first, last), &removed);
    block.indent = static_cast<int>(removed);
    block.code_line = first;
    if (language == Language::none) {
      const Judgement judgement = judge(block.code);
      if (judgement.kind == Judgement::Kind::other) return {};
      block.doubt = judgement.doubt;
    }
    return block;
  }

  const SourceText& m_file;
  FreeLines& m_free;
  Language m_default = Language::none;
  std::vector<FoundBlock> m_found;
};

}  // namespace

bool looks_like_rst(const SourceText& file) {
  int marks = 0;
  for (int line = 1; line <= file.line_count(); ++line) {
    const std::string_view text = trim(file.line(line));
    if (text.starts_with("```") || text.starts_with("~~~")) return false;
    if (directive_on(text)) marks += 2;
    if (text.starts_with(".. _") && text.find(':') != text.npos) ++marks;
    if (text.find("``") != text.npos || text.find(":ref:`") != text.npos) ++marks;
  }
  return marks > 1;
}

std::vector<FoundBlock> find_rst_code(const SourceText& file, FreeLines& free) { return RstReader(file, free).read(); }

}  // namespace loopline::lessons
