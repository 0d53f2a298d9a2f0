#include "front_matter.h"

#include <array>

#include "lessons/nearest.h"
#include "yaml.h"

namespace loopline::lessons {
namespace {

constexpr std::array<std::string_view, 7> lesson_keys{"title", "chapter", "order", "compare",
                                                      "world", "limits",  "legacy"};

bool is_fence(std::string_view line) { return line.starts_with("---") && is_blank(line.substr(3)); }
bool is_end(std::string_view line) { return is_fence(line) || (line.starts_with("...") && is_blank(line.substr(3))); }

// Lines of the file: the fences' own, and where prose begins.
struct Extent {
  int last_line = 0;  // of the YAML
  int body_line = 1;
};

// An opening line of --- without an end may be a rule in plain prose; it is front matter when a key follows.
bool begins_with_key(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && colon > 0 &&
         line.substr(0, colon).find_first_of(" \t<[`") == std::string::npos;
}

// What an author who is still typing most likely means by front matter without an end: the lines up to an empty one.
Extent unclosed_extent(const SourceText& file) {
  int line = 2;
  while (line <= file.line_count() && !is_blank(file.line(line)) && !file.line(line).starts_with("```")) ++line;
  return {line - 1, line};
}

std::optional<Extent> find_front_matter(const SourceText& file, Report& report) {
  if (!is_fence(file.line(1))) return std::nullopt;
  for (int line = 2; line <= file.line_count(); ++line) {
    if (is_end(file.line(line))) return Extent{line - 1, line + 1};
  }
  if (!begins_with_key(file.line(2))) return std::nullopt;
  report.error({1, 1}, "The front matter that begins here is never closed; expected a line of '---' after it.");
  return unclosed_extent(file);
}

// Another site's own, in TOML between lines of +++: nothing of it is for us but the title.
bool skip_toml(const SourceText& file, Lesson& lesson) {
  const auto is_mark = [&](int line) {
    return file.line(line).starts_with("+++") && is_blank(file.line(line).substr(3));
  };
  if (!is_mark(1)) return false;
  int end = 2;
  while (end <= file.line_count() && !is_mark(end)) ++end;
  if (end > file.line_count()) return false;
  for (int line = 2; line < end; ++line) {
    const std::string_view text = trim(file.line(line));
    const std::size_t equals = text.find('=');
    if (equals == text.npos || trim(text.substr(0, equals)) != "title") continue;
    std::string_view title = trim(text.substr(equals + 1));
    const bool quoted = title.size() > 1 && (title[0] == '"' || title[0] == '\'') && title.back() == title[0];
    lesson.title = one_line(quoted ? title.substr(1, title.size() - 2) : title);
  }
  lesson.body_line = end + 1;
  return true;
}

std::string read_text(const Node::Entry& entry, Report& report) {
  if (!entry.value.is_scalar()) {
    report_expected(report, entry, "text");
    return {};
  }
  return one_line(entry.value.text);
}

void read_compare(const Node::Entry& entry, Lesson& lesson, Report& report) {
  if (entry.value.kind != Node::Kind::sequence) {
    report_expected(report, entry, "a list of block names, as in [first, second]");
    return;
  }
  for (const Node& item : entry.value.items) {
    if (item.is_scalar()) {
      lesson.compare.push_back({item.text, item.at});
    } else {
      report.error(item.at,
                   "'compare' must list names of python blocks, not " + std::string(describe(item.kind)) + ".");
    }
  }
}

void read_order(const Node::Entry& entry, Lesson& lesson, Report& report) {
  if (entry.value.kind == Node::Kind::integer) {
    lesson.order = entry.value.integer;
  } else if (entry.value.is_scalar()) {
    report.error(entry.value.at, "'order' must be a whole number, not '" + entry.value.text + "'.");
  } else {
    report_expected(report, entry, "a whole number");
  }
}

void read_legacy(const Node::Entry& entry, Lesson& lesson, Report& report) {
  if (entry.value.kind == Node::Kind::boolean) {
    lesson.legacy = entry.value.boolean;
  } else {
    report.error(entry.value.at,
                 "'legacy' must be true or false" +
                     (entry.value.is_scalar() ? ", not '" + entry.value.text + "'." : std::string(".")));
  }
}

void read_unknown(const Node::Entry& entry, Report& report) {
  report.hint(entry.key.at, "The key '" + entry.key.text + "' means nothing to a lesson and is ignored.",
              nearest(entry.key.text, lesson_keys));
}

void read_entry(const Node::Entry& entry, Lesson& lesson, Report& report) {
  const std::string& key = entry.key.text;
  if (key == "title") {
    lesson.title = read_text(entry, report);
  } else if (key == "chapter") {
    lesson.chapter = read_text(entry, report);
    lesson.chapter_at = entry.value.at;
  } else if (key == "order") {
    read_order(entry, lesson, report);
  } else if (key == "compare") {
    read_compare(entry, lesson, report);
  } else if (key == "legacy") {
    read_legacy(entry, lesson, report);
  } else if (key == "world" || key == "limits") {
    if (entry.value.kind != Node::Kind::mapping) report_expected(report, entry, "lines of 'key: value'");
  } else {
    read_unknown(entry, report);
  }
}

}  // namespace

bool read_front_matter(const SourceText& file, Lesson& lesson, Report& report) {
  lesson.front_matter.kind = Node::Kind::mapping;
  if (skip_toml(file, lesson)) return true;
  const std::optional<Extent> extent = find_front_matter(file, report);
  if (!extent) return true;
  lesson.body_line = extent->body_line;
  const YamlPlace place{file, 2, extent->last_line + 1, 0};
  std::optional<Node> tree = parse_yaml_mapping(file.lines(2, extent->last_line), place, "The front matter", report);
  if (!tree) return false;
  lesson.front_matter = std::move(*tree);
  for (const Node::Entry& entry : lesson.front_matter.entries) read_entry(entry, lesson, report);
  return true;
}

}  // namespace loopline::lessons
