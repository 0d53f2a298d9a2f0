#include "python_lines.h"

#include <algorithm>
#include <string>
#include <utility>

namespace loopline::lessons {
namespace {

// Invariant: m_line is the entry of the line that m_at stands on; m_open says whether a statement has begun that the
// end of the line does not end by itself (brackets, a backslash).
class Scanner {
 public:
  explicit Scanner(std::string_view code) : m_code(code) {}

  std::vector<PythonLine> scan() {
    if (m_code.empty()) return {};
    begin_line();
    while (m_at < m_code.size()) step();
    if (m_code.ends_with('\n')) m_lines.pop_back();
    return std::move(m_lines);
  }

 private:
  void begin_line() {
    m_line_start = m_at;
    m_lines.emplace_back();
    m_lines.back().statement = m_open ? m_statement : static_cast<int>(m_lines.size());
  }

  void step() {
    const char c = m_code[m_at];
    if (c == '\n') {
      end_line(m_depth > 0);
    } else if (c == '#') {
      m_lines.back().comment = m_at - m_line_start;
      m_at = std::min(m_code.find('\n', m_at), m_code.size());
    } else if (c == '\\' && m_at + 1 < m_code.size() && m_code[m_at + 1] == '\n') {
      code();
      ++m_at;
      end_line(true);
    } else if (c == '"' || c == '\'') {
      string(c);
    } else {
      if (c != ' ' && c != '\t' && c != '\f') code();
      if (c == '(' || c == '[' || c == '{') ++m_depth;
      if ((c == ')' || c == ']' || c == '}') && m_depth > 0) --m_depth;
      ++m_at;
    }
  }

  void code() {
    m_lines.back().has_code = true;
    if (!m_open) m_statement = static_cast<int>(m_lines.size());
    m_open = true;
  }

  // A comment or an empty line within brackets belongs to their statement too.
  void end_line(bool statement_goes_on) {
    if (!statement_goes_on) m_open = false;
    ++m_at;
    begin_line();
  }

  // A backslash keeps a quote from ending the string in raw strings too. A string of one quote that the line ends
  // before is a syntax error; the next line starts afresh.
  void string(char quote) {
    code();
    const bool triple = m_code.substr(m_at, 3) == std::string_view(quote == '"' ? "\"\"\"" : "'''");
    m_at += triple ? 3 : 1;
    while (m_at < m_code.size()) {
      const char c = m_code[m_at];
      if (c == '\\' && m_at + 1 < m_code.size()) {
        ++m_at;
        advance_in_string();
      } else if (c == '\n' && !triple) {
        return;
      } else if (c == quote && (!triple || m_code.substr(m_at, 3) == std::string(3, quote))) {
        m_at += triple ? 3 : 1;
        return;
      } else {
        advance_in_string();
      }
    }
  }

  void advance_in_string() {
    if (m_code[m_at] == '\n') {
      end_line(true);
      code();
    } else {
      ++m_at;
    }
  }

  std::string_view m_code;
  std::size_t m_at = 0;
  std::size_t m_line_start = 0;
  int m_depth = 0;
  int m_statement = 0;
  bool m_open = false;
  std::vector<PythonLine> m_lines;
};

}  // namespace

std::vector<PythonLine> scan_python(std::string_view code) { return Scanner(code).scan(); }

}  // namespace loopline::lessons
