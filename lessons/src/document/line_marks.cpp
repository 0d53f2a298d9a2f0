#include "document/line_marks.h"

#include <algorithm>
#include <charconv>

#include "document/python_shapes.h"
#include "document/session.h"
#include "document/text_scanner.h"

namespace loopline::lessons {
namespace {

constexpr int fewest_lines = 2;
constexpr std::string_view doubt_of_quotes = "It is quoted; the marks in front of its lines were left out.";

bool is_space(char c) { return c == ' ' || c == '\t'; }

/// "  12: x" has the number 12 and ends its mark before " x". Nothing for a line that no number begins.
struct Number {
  long value = 0;
  std::size_t end = 0;
};
std::optional<Number> number_of(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
  Number number;
  const auto [end, problem] = std::from_chars(line.data() + begin, line.data() + line.size(), number.value);
  if (problem != std::errc() || line[begin] == '-') return std::nullopt;
  number.end = static_cast<std::size_t>(end - line.data());
  if (number.end < line.size() && std::string_view(".:|)").find(line[number.end]) != std::string_view::npos)
    ++number.end;
  if (number.end < line.size() && !is_space(line[number.end])) return std::nullopt;
  return number;
}

/// `>` and `> >` in front of quoted mail; 0 for other lines, and for a prompt.
std::size_t quote_length(std::string_view line) {
  if (is_prompt(line)) return 0;
  std::size_t at = 0;
  while (at < line.size() && line[at] == '>') {
    ++at;
    if (at < line.size() && line[at] == ' ') ++at;
  }
  return at;
}

/// The lines of a run that all have marks, as lines without them.
struct Run {
  int last = 0;
  std::size_t columns = 0;  ///< that the marks take
};

class Unmarker {
 public:
  Unmarker(const SourceText& file, const FreeLines& free)
      : m_file(file),
        m_free(free),
        m_plain_free(file.line_count()),
        m_columns(static_cast<std::size_t>(file.line_count()) + 1) {}

  std::vector<FoundBlock> find(FreeLines& free) {
    for (int line = 1; line <= m_file.line_count();) line = read_from(line);
    if (!m_any) return {};
    const SourceText plain(m_text);
    std::vector<FoundBlock> found = find_sessions(plain, m_plain_free);
    for (FoundBlock& block : find_bare_code(plain, m_plain_free, m_plain_free, Marks::none)) {
      found.push_back(std::move(block));
    }
    for (FoundBlock& block : found) {
      free.take(block.first_line, block.last_line);
      block.indent += static_cast<int>(m_columns[static_cast<std::size_t>(block.first_line)]);
      block.doubt = m_file.line(block.first_line).starts_with('>') ? doubt_of_quotes : doubt_of_numbers;
    }
    return found;
  }

 private:
  /// Writes the run that begins here, or an empty line. Returns the line after it.
  int read_from(int line) {
    Run run = quoted_from(line);
    if (run.last - line + 1 < fewest_lines) run = numbered_from(line);
    if (run.last - line + 1 < fewest_lines) {
      m_plain_free.take(line, line);
      m_text += '\n';
      return line + 1;
    }
    m_any = true;
    for (; line <= run.last; ++line) {
      const std::string_view text = m_file.line(line);
      m_text += text.substr(std::min(run.columns, text.size()));
      m_text += '\n';
      m_columns[static_cast<std::size_t>(line)] = run.columns;
    }
    return line;
  }

  Run quoted_from(int first) const {
    Run run{first - 1, 0};
    std::size_t shortest = std::string_view::npos;
    for (int line = first; usable(line); ++line) {
      const std::size_t length = quote_length(m_file.line(line));
      if (length == 0) break;
      run.last = line;
      if (length < m_file.line(line).size()) shortest = std::min(shortest, length);
    }
    run.columns = shortest == std::string_view::npos ? 0 : shortest;
    return run;
  }

  Run numbered_from(int first) const {
    Run run{first - 1, 0};
    std::size_t shortest = std::string_view::npos;
    std::optional<Number> before;
    for (int line = first; usable(line); ++line) {
      const std::string_view text = m_file.line(line);
      const std::optional<Number> number = number_of(text);
      if (!number || (before && number->value != before->value + 1)) break;
      before = number;
      run.last = line;
      const std::size_t begin = text.find_first_not_of(" \t", number->end);
      if (begin != std::string_view::npos) shortest = std::min(shortest, begin);
    }
    run.columns = shortest == std::string_view::npos ? 0 : shortest;
    return run;
  }

  bool usable(int line) const { return m_free[line] && line <= m_file.line_count(); }

  const SourceText& m_file;
  const FreeLines& m_free;
  FreeLines m_plain_free;  // of the text without marks
  std::vector<std::size_t> m_columns;
  std::string m_text;
  bool m_any = false;
};

}  // namespace

std::optional<Unnumbered> without_line_numbers(std::string_view code) {
  const SourceText lines(code);
  int last = lines.line_count();
  while (last > 0 && lines.line(last).find_first_not_of(" \t") == std::string_view::npos) --last;
  if (last < fewest_lines) return std::nullopt;
  std::size_t columns = std::string_view::npos;
  std::optional<Number> before;
  for (int line = 1; line <= last; ++line) {
    const std::optional<Number> number = number_of(lines.line(line));
    if (!number || (before && number->value != before->value + 1)) return std::nullopt;
    before = number;
    columns = std::min(columns, lines.line(line).find_first_not_of(" \t", number->end));
  }
  if (columns == std::string_view::npos || shape_of(code) != Shape::none) return std::nullopt;
  Unnumbered plain;
  plain.columns = static_cast<int>(columns);
  for (int line = 1; line <= last; ++line) {
    const std::string_view text = lines.line(line);
    plain.code += text.substr(std::min(columns, text.size()));
    plain.code += '\n';
  }
  return judge(plain.code).kind == Judgement::Kind::python ? std::optional(std::move(plain)) : std::nullopt;
}

std::vector<FoundBlock> find_marked_code(const SourceText& file, FreeLines& free) {
  return Unmarker(file, free).find(free);
}

}  // namespace loopline::lessons
