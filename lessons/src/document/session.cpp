#include "document/session.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "document/python_shapes.h"
#include "script/syntax/parser.h"
#include "script/typed_text.h"

namespace loopline::lessons {
namespace {

constexpr std::string_view prompt = ">>>";
constexpr std::string_view continuation = "...";

// The length of IPython's prompts: `In [1]: ` and `Out[1]: `; 0: none.
std::size_t numbered_prompt(std::string_view line, std::string_view word) {
  if (!line.starts_with(word)) return 0;
  std::size_t at = word.size();
  while (at < line.size() && line[at] >= '0' && line[at] <= '9') ++at;
  if (at == word.size() || !line.substr(at).starts_with("]:")) return 0;
  return at + 2;
}

bool is_mark(std::string_view line, std::string_view mark) {
  return line.starts_with(mark) && (line.size() == mark.size() || line[mark.size()] != mark[0]);
}

std::string_view after(std::string_view line, std::size_t length) {
  line.remove_prefix(std::min(length, line.size()));
  if (line.starts_with(' ')) line.remove_prefix(1);
  return line;
}

bool continues_compound(std::string_view line) {
  constexpr std::array<std::string_view, 4> words{"else", "elif", "except", "finally"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return line.starts_with(word) &&
           (line.size() == word.size() || !std::isalnum(static_cast<unsigned char>(line[word.size()])));
  });
}

// 0: there is none.
int first_prompt(const SourceText& lines, int first, int last) {
  for (int line = first; line <= last; ++line) {
    if (is_prompt(lines.line(line))) return line;
  }
  return 0;
}

// Else these are a command of the shell, or what an interpreter says when it starts.
bool is_code(const SourceText& lines, int first, int last) {
  return script::parse_module(dedent(lines.lines(first, last)), "").ok();
}

// Invariant: m_inputs.back() is the statement being typed or just typed; m_printed says that something was printed
// since, after which only a prompt goes on typing.
class SessionReader {
 public:
  SessionReader(const SourceText& file, const SessionPlace& place) : m_file(file), m_place(place) {
    m_block.kind = BlockKind::repl;
    m_block.first_line = m_block.code_line = place.line;
    m_indent = indentation(file.line(std::max(first_prompt(file, place.line, place.last), place.line)));
    m_block.indent = static_cast<int>(m_indent + prompt.size() + 1);
  }

  FoundBlock read() {
    int line = m_place.line;
    const int prompted = first_prompt(m_file, line, m_place.last);
    const bool typed = prompted > line && is_code(m_file, line, prompted - 1);
    for (; line < prompted; ++line) typed ? unprompted(stripped(line)) : append("# " + std::string(stripped(line)));
    while (line <= m_place.last) {
      if (is_blank(m_file.line(line))) {
        const int next = after_blank_lines(line);
        if (next == 0) break;
        for (; line < next; ++line) blank_line();
        m_gap = true;
        continue;
      }
      if (!m_place.bounded && indentation(m_file.line(line)) < m_indent) break;
      read_line(stripped(line));
      ++line;
    }
    m_block.last_line = m_place.line + m_lines - 1;
    return std::move(m_block);
  }

 private:
  std::string_view stripped(int line) const {
    const std::string_view text = m_file.line(line);
    return text.substr(std::min(m_indent, indentation(text)));
  }

  // The line that goes on after empty ones; 0: the session is over.
  int after_blank_lines(int line) const {
    int next = line;
    while (next <= m_place.last && is_blank(m_file.line(next))) ++next;
    if (next > m_place.last) return 0;
    const bool same_indent = indentation(m_file.line(next)) == m_indent;
    return m_place.bounded || (same_indent && is_prompt(m_file.line(next))) ? next : 0;
  }

  // What is above the first prompt: typed all the same.
  void unprompted(std::string_view line) {
    if (is_blank(line)) return append("");
    this->prompted(line);
  }

  void blank_line() {
    append("");
    if (m_place.bounded && m_printed) pending_blank();
  }
  void pending_blank() { ++m_blank_output; }

  void read_line(std::string_view line) {
    if (const std::size_t numbered = numbered_prompt(line, "In ["); numbered > 0) {
      begin_input(after(line, numbered));
    } else if (const std::size_t result = numbered_prompt(line, "Out["); result > 0) {
      print(after(line, result));
    } else if (is_mark(line, prompt)) {
      prompted(after(line, prompt.size()));
    } else if (is_dots(line) && !m_printed && may_continue(line)) {
      const std::string_view dots = line.substr(line.find(continuation));
      continue_input(after(dots, dots.starts_with("...:") ? 4 : 3));
      m_dotted = true;
    } else if (!m_printed && !m_block.inputs.empty() && unprompted_continuation(line)) {
      continue_input(line);
    } else {
      print(line);
    }
    m_gap = false;
  }

  // IPython indents its dots to end where the prompt does.
  static bool is_dots(std::string_view line) {
    return is_mark(line, continuation) || trim(line).starts_with("...:") || trim(line) == "...:";
  }
  // Dots alone behind a statement that is whole stand for output that was left out.
  bool may_continue(std::string_view line) const {
    return !m_block.inputs.empty() && (trim(line) != continuation || m_open.is_open() || m_compound);
  }

  // A prompt in front of a line that goes on with the statement before.
  void prompted(std::string_view text) {
    const bool begun = !m_block.inputs.empty() && !m_printed;
    const bool indented = !text.empty() && (text[0] == ' ' || text[0] == '\t');
    const bool goes_on =
        begun && (m_open.is_open() || (m_compound && (indented || (!m_gap && continues_compound(text)))) ||
                  m_decorated || (m_compound && is_blank(text)));
    if (goes_on) return continue_input(text);
    begin_input(text);
  }

  bool unprompted_continuation(std::string_view line) const {
    if (m_open.is_open()) return true;
    return m_compound && !m_dotted && (line[0] == ' ' || line[0] == '\t' || m_decorated);
  }

  void begin_input(std::string_view text) {
    if (is_blank(text)) return append("");
    m_open = {};
    m_compound = m_decorated = m_dotted = false;
    m_printed = false;
    m_blank_output = 0;
    append(text);
    m_block.inputs.push_back({m_lines, m_lines, {}});
    typed(text);
  }

  void continue_input(std::string_view text) {
    append(text);
    if (is_blank(text) && !m_open.in_string()) return;
    m_block.inputs.back().last_line = m_lines;
    typed(text);
  }

  void typed(std::string_view text) {
    const bool in_string = m_open.in_string();
    m_open.feed(text);
    if (in_string) return;
    const bool at_left = !text.empty() && text[0] != ' ' && text[0] != '\t';
    if (at_left) m_decorated = text[0] == '@';
    if (!m_open.is_open() && m_open.ends_with_colon()) m_compound = true;
  }

  void print(std::string_view text) {
    m_printed = true;
    append("# " + std::string(text));
    if (m_block.inputs.empty()) return;
    std::string& expected = m_block.inputs.back().expected;
    expected.append(static_cast<std::size_t>(expected.empty() ? 0 : m_blank_output), '\n');
    m_blank_output = 0;
    expected += text;
    expected += '\n';
  }

  void append(std::string_view text) {
    m_block.code += text;
    m_block.code += '\n';
    ++m_lines;
  }

  const SourceText& m_file;
  SessionPlace m_place;
  std::size_t m_indent = 0;
  FoundBlock m_block;
  int m_lines = 0;
  OpenState m_open;
  bool m_compound = false;   // a suite belongs to the statement
  bool m_decorated = false;  // its last line is a decorator
  bool m_dotted = false;     // dots stand before what goes on: an indented line without them is printed
  bool m_printed = false;
  bool m_gap = false;  // empty lines before this one
  int m_blank_output = 0;
};

}  // namespace

bool is_prompt(std::string_view line) {
  line.remove_prefix(indentation(line));
  return is_mark(line, prompt) || numbered_prompt(line, "In [") > 0;
}

bool is_session(const SourceText& lines, int first, int last, bool marked) {
  const int prompted = first_prompt(lines, first, last);
  if (prompted == 0) return false;
  if (!marked && !types_python(read_session(lines, {prompted, last, true}))) return false;
  bool comments = true;
  for (int line = first; line < prompted; ++line) {
    comments = comments && (is_blank(lines.line(line)) || trim(lines.line(line)).starts_with('#'));
  }
  return comments || (marked && is_code(lines, first, prompted - 1));
}

bool types_python(const FoundBlock& session) {
  script::ProgramForm form;
  for (const SessionInput& input : session.inputs) form.inputs.push_back({input.line, input.last_line});
  const std::vector<script::TypedText::Mistake> mistakes = script::typed_text(session.code, form).mistakes;
  const auto is_prose = [](const script::TypedText::Mistake& each) {
    return each.diagnostic.message == "invalid syntax";
  };
  return std::count_if(mistakes.begin(), mistakes.end(), is_prose) < static_cast<std::ptrdiff_t>(session.inputs.size());
}

FoundBlock read_session(const SourceText& file, const SessionPlace& place) { return SessionReader(file, place).read(); }

}  // namespace loopline::lessons
