// What follows the backticks of a fence: python name="sequential" title="…" expect="ValueError".
#pragma once

#include <string>
#include <vector>

#include "lessons/lesson.h"
#include "report.h"
#include "source_text.h"

namespace loopline::lessons {

struct InfoString {
  std::string language;  ///< in lower case; may be empty
  Position language_at;
  std::vector<Attribute> attributes;
  Diagnostics problems;  ///< the caller decides whether this fence is one that they matter for

  const Attribute* find(std::string_view key) const;
};

/// Parses the rest of a line from a byte column on, which is where the info string begins.
InfoString parse_info_string(const SourceText& file, int line, std::size_t byte_column, std::string_view file_name);

}  // namespace loopline::lessons
