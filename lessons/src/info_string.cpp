#include "info_string.h"

#include <algorithm>

namespace loopline::lessons {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '+' || c == '#' || c == '.';
}
bool is_space(char c) { return c == ' ' || c == '\t'; }

class InfoParser {
 public:
  InfoParser(const SourceText& file, int line, std::size_t column, std::string_view file_name)
      : m_file(file), m_number(line), m_line(file.line(line)), m_at(column), m_report(file_name) {}

  InfoString parse() {
    InfoString info;
    skip_spaces();
    info.language_at = here();
    info.language = word();
    for (char& c : info.language) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    for (skip_spaces(); m_at < m_line.size(); skip_spaces()) attribute(info);
    info.problems = m_report.take();
    return info;
  }

 private:
  Position here() const { return m_file.position(m_number, m_at); }
  bool at(char c) const { return m_at < m_line.size() && m_line[m_at] == c; }
  void skip_spaces() {
    while (m_at < m_line.size() && is_space(m_line[m_at])) ++m_at;
  }

  std::string word() {
    const std::size_t start = m_at;
    while (m_at < m_line.size() && is_word(m_line[m_at])) ++m_at;
    return std::string(m_line.substr(start, m_at - start));
  }

  std::string_view until_space() {
    const std::size_t start = m_at;
    while (m_at < m_line.size() && !is_space(m_line[m_at])) ++m_at;
    return m_line.substr(start, m_at - start);
  }

  void attribute(InfoString& info) {
    const std::size_t start = m_at;
    const Position key_at = here();
    std::string key = word();
    if (key.empty() || !at('=')) {
      m_at = start;
      const std::string text(until_space());
      m_report.hint(key_at, "'" + text + R"(' is not understood and ignored; expected key="value".)");
      return;
    }
    ++m_at;
    Attribute attribute{{std::move(key), key_at}, value()};
    if (info.find(attribute.key.text) != nullptr) {
      m_report.error(key_at, "'" + attribute.key.text + "' stands on this line a second time.");
    } else {
      info.attributes.push_back(std::move(attribute));
    }
  }

  Located value() {
    const Position value_at = here();
    if (!at('"') && !at('\'')) return {std::string(until_space()), value_at};
    const char quote = m_line[m_at++];
    std::string text;
    for (; m_at < m_line.size() && m_line[m_at] != quote; ++m_at) {
      const bool escapes =
          m_line[m_at] == '\\' && m_at + 1 < m_line.size() && (m_line[m_at + 1] == quote || m_line[m_at + 1] == '\\');
      if (escapes) ++m_at;
      text += m_line[m_at];
    }
    if (m_at == m_line.size()) {
      m_report.error(value_at, "The quote that begins here is never closed.");
    } else {
      ++m_at;
    }
    return {std::move(text), value_at};
  }

  const SourceText& m_file;
  int m_number;
  std::string_view m_line;
  std::size_t m_at;
  Report m_report;
};

}  // namespace

const Attribute* InfoString::find(std::string_view key) const {
  const auto found =
      std::find_if(attributes.begin(), attributes.end(), [&](const Attribute& a) { return a.key.text == key; });
  return found == attributes.end() ? nullptr : &*found;
}

InfoString parse_info_string(const SourceText& file, int line, std::size_t byte_column, std::string_view file_name) {
  return InfoParser(file, line, byte_column, file_name).parse();
}

}  // namespace loopline::lessons
