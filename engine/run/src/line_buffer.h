// What is written to a stream, cut into lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace loopline::run {

class LineBuffer {
 public:
  /// Calls `line` for every line that is complete now, without its newline.
  template <class Line>
  void write(std::string_view text, Line line) {
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
      if (m_open.empty()) {
        line(text.substr(0, end));
      } else {
        m_open += text.substr(0, end);
        m_told = 0;
        line(std::exchange(m_open, {}));
      }
      text.remove_prefix(end + 1);
    }
    m_open += text;
  }

  /// What was written since this was last asked, of a line that is not complete.
  std::string take_part() {
    std::string part = m_open.substr(m_told);
    m_told = m_open.size();
    return part;
  }
  bool has_part() const noexcept { return m_told < m_open.size(); }
  /// The last line, which nobody will complete.
  std::string take_rest() {
    m_told = 0;
    return std::exchange(m_open, {});
  }

 private:
  std::string m_open;
  std::size_t m_told = 0;
};

}  // namespace loopline::run
