// YAML to Node, with the places of a larger file. yaml-cpp stays behind this.
#pragma once

#include <optional>

#include "lessons/node.h"
#include "report.h"
#include "source_text.h"

namespace loopline::lessons {

/// Where a YAML text stands in a file: its lines are first_line to last_line of `file`, each with `indent` bytes of
/// something else in front (the indentation of a fence).
struct YamlPlace {
  const SourceText& file;
  int first_line = 1;
  int last_line = 0;
  std::size_t indent = 0;
};

/// The mapping that `yaml` is (an empty one for an empty text); nothing when it is not, which is then reported. `what`
/// names it in messages: "The front matter".
std::optional<Node> parse_yaml_mapping(std::string_view yaml, const YamlPlace& place, std::string_view what,
                                       Report& report);

/// "'order' must be a whole number, not a list."
void report_expected(Report& report, const Node::Entry& entry, std::string_view what);

}  // namespace loopline::lessons
