// Where the parts of the loader write what they find.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "lessons/diagnostic.h"

namespace loopline::lessons {

class Report {
 public:
  explicit Report(std::string_view file) : m_file(file) {}

  void error(Position at, std::string message, std::string_view suggestion = {}) {
    add(Severity::error, at, std::move(message), suggestion);
  }
  void hint(Position at, std::string message, std::string_view suggestion = {}) {
    add(Severity::hint, at, std::move(message), suggestion);
  }
  void append(const Diagnostics& more) { m_diagnostics.insert(m_diagnostics.end(), more.begin(), more.end()); }

  const Diagnostics& diagnostics() const { return m_diagnostics; }
  /// In the order of the text.
  Diagnostics take() {
    sort_by_position(m_diagnostics);
    return std::move(m_diagnostics);
  }

 private:
  void add(Severity severity, Position at, std::string message, std::string_view suggestion) {
    m_diagnostics.push_back({severity, m_file, at, std::move(message), std::string(suggestion)});
  }

  std::string m_file;
  Diagnostics m_diagnostics;
};

}  // namespace loopline::lessons
