// A code block as it was found in a document, before it becomes a scenario.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "info_string.h"
#include "lessons/lesson.h"
#include "source_text.h"

namespace loopline::lessons {

struct FoundBlock {
  BlockKind kind = BlockKind::bare;
  int first_line = 0;  ///< of the file, with the marks around the code
  int last_line = 0;
  int code_line = 0;  ///< the line of the file that is line 1 of the code
  int indent = 0;     ///< columns that the code lost on the left
  std::string code;
  std::string doubt;
  std::vector<SessionInput> inputs;  ///< of a session
};

/// Which lines of a file nothing has taken yet.
class FreeLines {
 public:
  explicit FreeLines(int count) : m_free(static_cast<std::size_t>(count) + 2, true) {
    m_free[0] = false, m_free.back() = false;
  }
  bool operator[](int line) const {
    return line > 0 && static_cast<std::size_t>(line) < m_free.size() && m_free[static_cast<std::size_t>(line)];
  }
  void take(int first, int last) {
    for (int line = std::max(first, 0); line <= last && static_cast<std::size_t>(line) < m_free.size(); ++line) {
      m_free[static_cast<std::size_t>(line)] = false;
    }
  }

 private:
  std::vector<bool> m_free;
};

}  // namespace loopline::lessons
