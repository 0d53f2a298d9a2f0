#include "lessons/load.h"

#include <algorithm>
#include <fstream>

#include "body.h"
#include "cues.h"
#include "document/assembly.h"
#include "document/rst.h"
#include "front_matter.h"
#include "lessons/check.h"
#include "python_lines.h"
#include "report.h"
#include "source_text.h"

namespace loopline::lessons {
namespace {

namespace fs = std::filesystem;

std::string stem_of(std::string_view name) {
  std::string_view base = name.substr(name.find_last_of("/\\") + 1);
  const std::size_t dot = base.rfind('.');
  if (dot != std::string_view::npos && dot > 0) base = base.substr(0, dot);
  return std::string(base);
}

// "lock_contention.py" → "lock contention"
std::string title_from_name(std::string_view name) {
  std::string title = stem_of(name);
  for (char& c : title) {
    if (c == '_' || c == '-') c = ' ';
  }
  return std::string(trim(title));
}

// The first line of a leading docstring or comment; empty when the script has neither.
std::string title_from_script(const SourceText& text) {
  for (int number = 1; number <= text.line_count(); ++number) {
    std::string_view line = trim(text.line(number));
    if (line.empty() || line.starts_with("#!") || line.starts_with("#:")) continue;
    if (line[0] == '#' && line.find("coding") != std::string_view::npos) continue;
    if (line[0] == '#') return one_line(line.substr(std::min(line.find_first_not_of('#'), line.size())));
    const std::size_t quote = line.find_first_not_of("rRuU");
    const std::string_view rest = line.substr(std::min(quote, line.size()));
    if (!rest.starts_with("\"\"\"") && !rest.starts_with("'''")) return {};
    const std::string_view mark = rest.substr(0, 3);
    std::string_view title = rest.substr(3);
    while (is_blank(title) && number < text.line_count()) title = text.line(++number);
    return one_line(title.substr(0, title.find(mark)));
  }
  return {};
}

void read_script(const SourceText& text, Lesson& lesson, Report& report) {
  lesson.format = Format::script;
  lesson.front_matter.kind = Node::Kind::mapping;
  lesson.title = title_from_script(text);
  if (lesson.title.empty()) lesson.title = title_from_name(lesson.path);
  Scenario scenario;
  scenario.name = {stem_of(lesson.path), {1, 1}};
  scenario.title = lesson.title;
  scenario.code = scenario.own = lesson.text;
  scenario.kind = BlockKind::bare;
  scenario.first_line = 1;
  scenario.at = {1, 1};
  read_cues(scenario, report);
  lesson.scenarios.push_back(std::move(scenario));
  lesson.segments.push_back({Segment::Kind::scenario, 1, text.line_count(), 0, {}});
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

// By its name; a text without one of its own may be written in either way.
Format format_of(const std::string& path, const SourceText& text) {
  const std::string name = lower(path);
  const auto ends = [&](std::string_view ending) { return name.ends_with(ending); };
  if (ends(".rst") || ends(".rest") || ends(".rst.txt")) return Format::rst;
  if (ends(".md") || ends(".markdown") || ends(".mdx") || ends(".mkd")) return Format::markdown;
  return looks_like_rst(text) ? Format::rst : Format::text;
}

void read_markdown(const SourceText& text, Lesson& lesson, Report& report) {
  const bool readable = read_front_matter(text, lesson, report);
  lesson.format = format_of(lesson.path, text);
  read_body(text, lesson, report);
  assemble(lesson);
  if (lesson.title.empty()) {
    lesson.title = lesson.headings.empty() ? title_from_name(lesson.path) : lesson.headings.front().text;
    if (readable && lesson.format == Format::markdown) {
      report.hint({1, 1}, "The lesson has no 'title' in its front matter; it is called '" + lesson.title + "'.");
    }
  }
}

Loaded refused(std::string_view name, std::string message, Position at = {}) {
  Report report(name);
  report.error(at, std::move(message));
  return {std::nullopt, report.take()};
}

// Why there is nothing to read at `path`; empty when there is.
std::string obstacle(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  switch (status.type()) {
    case fs::file_type::regular: return {};
    case fs::file_type::not_found: return "There is no such file.";
    case fs::file_type::directory: return "This is a folder; expected a file.";
    case fs::file_type::none: return "The file cannot be reached: " + error.message() + ".";
    default: return "This is no ordinary file, so it is not read.";
  }
}

std::string too_large() {
  return "The file is larger than " + std::to_string(max_file_bytes >> 20) + " MiB, which no lesson is.";
}

}  // namespace

Loaded load_lesson(std::string_view bytes, std::string_view name) {
  if (bytes.size() > max_file_bytes) return refused(name, too_large());
  Decoded decoded = decode(bytes);
  if (!decoded.problem.empty()) return refused(name, decoded.problem, decoded.at);
  Report report(name);
  Lesson lesson;
  lesson.path = name;
  lesson.text = std::move(decoded.text);
  const SourceText text(lesson.text);
  if (name.ends_with(".py")) {
    read_script(text, lesson, report);
  } else {
    read_markdown(text, lesson, report);
  }
  report.append(check(lesson));
  return {std::move(lesson), report.take()};
}

Loaded load_lesson(const fs::path& path) {
  const std::string name = path.string();
  const std::string problem = obstacle(path);
  if (!problem.empty()) return refused(name, problem);
  std::ifstream file(path, std::ios::binary);
  if (!file) return refused(name, "The file cannot be opened; check that you may read it.");
  std::string bytes(max_file_bytes + 1, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (file.bad()) return refused(name, "Reading the file failed half-way.");
  return load_lesson(bytes, name);
}

}  // namespace loopline::lessons
