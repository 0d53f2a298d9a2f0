#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace loopline::script {

/// One case of a .txt file in this folder; the head of each file says how they are written.
struct Case {
  std::string heading;
  std::string shown;  ///< The source as it stands in the file.
  std::string source;
  std::string expected;
};

/// All cases of a file in this folder; none when it cannot be read.
[[nodiscard]] std::vector<Case> read_cases(std::string_view file_name);

}  // namespace loopline::script
