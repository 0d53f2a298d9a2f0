#include "case_file.h"

#include <fstream>

#include "syntax/utf8.h"

namespace loopline::script {

namespace {

char escaped_character(char c) {
  switch (c) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'f': return '\f';
    case 'r': return '\r';
    case 's': return ' ';
    default: return c;
  }
}

std::string unescape(std::string_view line) {
  std::string source;
  while (!line.empty()) {
    const bool escape = line[0] == '\\' && line.size() > 1;
    if (escape && line[1] == 'u') {
      utf8::append(source, static_cast<char32_t>(std::stoul(std::string(line.substr(2, 4)), nullptr, 16)));
      line.remove_prefix(6);
      continue;
    }
    source.push_back(escape ? escaped_character(line[1]) : line[0]);
    line.remove_prefix(escape ? 2 : 1);
  }
  return source;
}

}  // namespace

std::vector<Case> read_cases(std::string_view file_name) {
  std::ifstream file(std::string(LOOPLINE_SYNTAX_CASES) + "/" + std::string(file_name));
  std::vector<Case> cases;
  std::string heading;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line == "#") continue;
    if (line.starts_with("# ")) {
      heading = line.substr(2);
      continue;
    }
    Case next{heading, line, unescape(line), {}};
    std::getline(file, line);
    constexpr std::size_t indent = 4;
    next.expected = line.substr(indent);
    cases.push_back(std::move(next));
  }
  return cases;
}

}  // namespace loopline::script
