#include "script/code.h"

#include <algorithm>

namespace loopline::script {

Source::Source(std::string name, std::string contents, bool library)
    : Object(kind::code), file_name(std::move(name)), text(std::move(contents)), is_library(library) {
  m_line_starts.push_back(0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') m_line_starts.push_back(i + 1);
  }
}

std::string_view Source::line(int number) const noexcept {
  if (number < 1 || number > line_count()) return {};
  const std::size_t begin = m_line_starts[static_cast<std::size_t>(number - 1)];
  const std::size_t end = number < line_count() ? m_line_starts[static_cast<std::size_t>(number)] - 1 : text.size();
  std::string_view line = std::string_view(text).substr(begin, end - begin);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

const ExceptionHandler* Code::handler_at(std::uint32_t instruction) const noexcept {
  for (const ExceptionHandler& handler : handlers) {
    if (instruction >= handler.start && instruction < handler.end) return &handler;
  }
  return nullptr;
}

void Code::visit(Visitor& visitor) const {
  for (const Value& constant : constants) visit_value(visitor, constant);
}

void Code::drop_references() noexcept {}

}  // namespace loopline::script
