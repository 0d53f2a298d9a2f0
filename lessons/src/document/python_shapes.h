// Is a piece of text Python, prose, or something else? Judged by what the parser accepts and by what its statements do:
// "Hello" and "Note: this" parse too.
#pragma once

#include <string>
#include <string_view>

namespace loopline::lessons {

enum class Shape {
  none,    ///< no Python
  weak,    ///< Python that does nothing, as many words are: a name, a number, `Note: this`
  strong,  ///< a statement that prose does not look like
};

/// Of a text that is dedented and whole.
Shape shape_of(std::string_view code);

/// A line that begins as only code does: a definition, a loop's head, an import, a decorator, Python 2's print.
bool looks_like_code(std::string_view line);
/// A line that may begin a statement, which is worth asking the parser.
bool may_begin_statement(std::string_view line);

/// What a block without a language is.
struct Judgement {
  enum class Kind { python, doubtful, other };
  Kind kind = Kind::other;
  std::string doubt;  ///< a sentence
};
Judgement judge(std::string_view code);

/// Follows brackets and strings over the lines of a statement.
class OpenState {
 public:
  void feed(std::string_view line);
  /// The statement does not end with the lines fed so far.
  bool is_open() const { return m_depth > 0 || m_quote != 0 || m_backslash; }
  bool in_string() const { return m_quote != 0; }
  /// The last line of code ended with a colon: a suite follows.
  bool ends_with_colon() const { return m_last == ':'; }

 private:
  int m_depth = 0;
  char m_quote = 0;  ///< of a triple-quoted string that is open
  bool m_backslash = false;
  char m_last = 0;
};

std::size_t indentation(std::string_view line);
/// Without the common indentation of its lines.
std::string dedent(std::string_view code, std::size_t* removed = nullptr);

}  // namespace loopline::lessons
