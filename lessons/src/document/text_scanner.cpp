#include "document/text_scanner.h"

#include <algorithm>
#include <optional>

#include "document/python_shapes.h"
#include "document/session.h"

namespace loopline::lessons {
namespace {

constexpr int longest_statement = 400;  // lines
constexpr int most_decorators = 40;     // likewise

struct Statement {
  int last = 0;
  Shape shape = Shape::none;  ///< none: it looks like code and does not parse
  bool has_suite = false;
};

bool continues_clause(std::string_view line) {
  const std::string_view text = trim(line);
  for (const std::string_view word : {"else", "elif", "except", "finally"}) {
    if (text.starts_with(word) && text.size() > word.size() && (text[word.size()] == ':' || text[word.size()] == ' ')) {
      return true;
    }
  }
  return false;
}

class BareFinder {
 public:
  BareFinder(const SourceText& file, FreeLines& free, const FreeLines& starts, Marks marks)
      : m_file(file), m_free(free), m_starts(starts), m_marks(marks), m_budget(20'000 + 5L * file.line_count()) {}

  std::vector<FoundBlock> find() {
    for (int line = 1; line <= m_file.line_count();) {
      const std::optional<FoundBlock> block = m_free[line] && m_starts[line] ? block_at(line) : std::nullopt;
      if (block) {
        m_free.take(block->first_line, block->last_line);
        line = block->last_line + 1;
        m_found.push_back(*block);
      } else {
        line = std::max(line, m_rejected) + 1;
      }
    }
    return std::move(m_found);
  }

 private:
  bool usable(int line) const { return m_free[line] && line <= m_file.line_count(); }
  bool blank(int line) const { return is_blank(m_file.line(line)); }
  bool comment(int line) const { return trim(m_file.line(line)).starts_with('#'); }

  int next_with_text(int line) const {
    while (usable(line) && blank(line)) ++line;
    return usable(line) ? line : 0;
  }

  // The logical line that begins here: up to where its brackets and strings are closed. 0: they never are.
  int end_of_logical_line(int line, OpenState& open) {
    const int limit = line + longest_statement;
    for (; usable(line) && line < limit; ++line) {
      open.feed(m_file.line(line));
      if (!open.is_open()) return line;
      --m_budget;
    }
    return 0;
  }

  // The statement with its suites and further clauses; nothing for prose.
  std::optional<Statement> statement_at(int first) {
    if (!usable(first) || m_budget < 0 || !may_begin_statement(m_file.line(first))) return std::nullopt;
    const std::size_t base = indentation(m_file.line(first));
    Statement statement;
    int line = first;
    while (true) {
      OpenState open;
      const bool decorator = trim(m_file.line(line)).starts_with('@');
      const int end = end_of_logical_line(line, open);
      if (end == 0) return std::nullopt;
      statement.last = end;
      if (decorator) {
        if (end - first > most_decorators) return std::nullopt;
        line = end + 1;
        if (!usable(line) || blank(line) || indentation(m_file.line(line)) != base) break;
        continue;
      }
      if (!open.ends_with_colon()) break;
      const int suite = end_of_suite(end, base);
      if (suite == end) break;
      statement.last = suite;
      statement.has_suite = true;
      const int next = next_with_text(suite + 1);
      if (next == 0 || indentation(m_file.line(next)) != base || !continues_clause(m_file.line(next))) break;
      line = next;
    }
    m_budget -= statement.last - first + 1;
    statement.shape = shape_of(dedent(m_file.lines(first, statement.last)));
    const bool code_like = statement.has_suite || first == statement.last;
    if (statement.shape == Shape::none && !(code_like && looks_like_code(m_file.line(first)))) return std::nullopt;
    return statement;
  }

  // Lines that are indented deeper, and empty ones between them. Within a string the indentation means nothing.
  int end_of_suite(int head, std::size_t base) const {
    int last = head;
    OpenState open;
    for (int line = head + 1; usable(line); ++line) {
      if (!open.is_open()) {
        if (blank(line)) continue;
        if (indentation(m_file.line(line)) <= base) break;
      }
      open.feed(m_file.line(line));
      last = line;
      if (open.is_open() && line - head > longest_statement) break;
    }
    return last;
  }

  struct Growth {
    int last = 0;
    int strong = 0;
    int suites = 0;
    int imports = 0;
    int broken = 0;
  };

  void add(const Statement& statement, int first, Growth& growth) const {
    growth.last = statement.last;
    growth.strong += statement.shape == Shape::strong ? 1 : 0;
    growth.suites += statement.has_suite ? 1 : 0;
    growth.broken += statement.shape == Shape::none ? 1 : 0;
    const std::string_view text = trim(m_file.line(first));
    growth.imports += text.starts_with("import ") || text.starts_with("from ") ? 1 : 0;
  }

  Growth grow(int first, const Statement& begin) {
    Growth growth;
    add(begin, first, growth);
    const std::size_t base = indentation(m_file.line(first));
    while (true) {
      const int line = next_code(growth.last + 1, base);
      if (line == 0) return growth;
      const std::optional<Statement> next = statement_at(line);
      const bool adjacent = line == growth.last + 1;
      if (!next || (next->shape == Shape::weak && !adjacent)) return growth;
      add(*next, line, growth);
    }
  }

  // The next line with text at this indentation, comments left out when code follows them.
  int next_code(int line, std::size_t base) const {
    line = next_with_text(line);
    while (line > 0 && comment(line) && indentation(m_file.line(line)) == base) line = next_with_text(line + 1);
    return line > 0 && indentation(m_file.line(line)) == base ? line : 0;
  }

  bool prose_before(int first) const {
    const int line = first - 1;
    return usable(line) && !blank(line) && !trim(m_file.line(line)).ends_with(':');
  }
  bool prose_after(int last) const { return usable(last + 1) && !blank(last + 1); }

  static bool is_certain(const Growth& growth) {
    return growth.suites > 0 || growth.strong > 1 || (growth.imports > 0 && growth.broken == 0);
  }

  std::optional<FoundBlock> block_at(int line) {
    const std::optional<Statement> begin = statement_at(line);
    if (!begin || begin->shape == Shape::weak) return std::nullopt;
    const Growth growth = grow(line, *begin);
    m_rejected = growth.last;  // unless it is taken; what follows would only be judged the same way again
    const bool in_paragraph = prose_before(with_comments_before(line)) || prose_after(growth.last);
    if (m_marks == Marks::some && (growth.suites == 0 || growth.broken > 0 || in_paragraph)) return std::nullopt;
    if (growth.strong == 0 && growth.suites == 0) return std::nullopt;
    FoundBlock block;
    block.first_line = with_comments_before(line);
    block.last_line = growth.last;
    block.code_line = block.first_line;
    std::size_t removed = 0;
    block.code = dedent(m_file.lines(block.first_line, block.last_line), &removed);
    block.indent = static_cast<int>(removed);
    block.kind = removed > 0 ? BlockKind::indent : BlockKind::bare;
    if (growth.broken > 0) {
      block.doubt = "It looks like Python, but is none as it stands.";
    } else if (in_paragraph) {
      block.doubt = "It stands within a paragraph; it was taken for code because it can be read as Python.";
    } else if (!is_certain(growth)) {
      block.doubt = "Nothing marks it as code; it was taken for some because it can be read as Python.";
    }
    return block;
  }

  // Comments right above belong to the code. In Markdown such a line is a heading.
  int with_comments_before(int line) const {
    if (m_marks != Marks::none) return line;
    const std::size_t base = indentation(m_file.line(line));
    while (usable(line - 1) && comment(line - 1) && indentation(m_file.line(line - 1)) == base) --line;
    return line;
  }

  const SourceText& m_file;
  FreeLines& m_free;
  FreeLines m_starts;  // a copy: `m_free` may be the same one, and is written
  Marks m_marks;
  long m_budget;  // lines that may be looked at: a text made to hurt is not read to the end
  int m_rejected = 0;
  std::vector<FoundBlock> m_found;
};

}  // namespace

std::vector<FoundBlock> find_sessions(const SourceText& file, FreeLines& free) {
  std::vector<FoundBlock> found;
  for (int line = 1; line <= file.line_count(); ++line) {
    if (!free[line] || !is_prompt(file.line(line))) continue;
    int last = line;
    while (free[last + 1] && last < file.line_count()) ++last;
    FoundBlock block = read_session(file, {line, last, false});
    if (block.inputs.empty() || !types_python(block)) continue;
    free.take(block.first_line, block.last_line);
    line = block.last_line;
    found.push_back(std::move(block));
  }
  return found;
}

std::vector<FoundBlock> find_bare_code(const SourceText& file, FreeLines& free, const FreeLines& starts, Marks marks) {
  return BareFinder(file, free, starts, marks).find();
}

}  // namespace loopline::lessons
