#include "body.h"

#include <algorithm>
#include <array>
#include <set>

#include "cues.h"
#include "info_string.h"
#include "markdown.h"
#include "lessons/nearest.h"
#include "quiz.h"

namespace loopline::lessons {
namespace {

constexpr std::array<std::string_view, 3> python_names{"python", "py", "python3"};
constexpr std::array<std::string_view, 2> block_names{"python", "quiz"};
constexpr std::array<std::string_view, 3> known_attributes{"name", "title", "expect"};

bool is_python(std::string_view language) {
  return std::find(python_names.begin(), python_names.end(), language) != python_names.end();
}

// "sequential-awaits" → "Sequential awaits"
std::string title_from(std::string_view name) {
  std::string title(name);
  std::replace(title.begin(), title.end(), '-', ' ');
  std::replace(title.begin(), title.end(), '_', ' ');
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

// A fenced block and its raw lines. The parser unescapes the info string and forgets whether the fence was closed, so
// both are read from the text.
struct Fence {
  cmark_node* node;
  int first_line;
  int last_line;
  std::size_t column;  // byte, from 0
  std::size_t length;  // of the row of backticks or tildes
  InfoString info;
};

class BodyReader {
 public:
  BodyReader(const SourceText& file, Lesson& lesson, Report& report)
      : m_file(file), m_lesson(lesson), m_report(report), m_document(parse_body(lesson)) {}

  void read() {
    int line = m_lesson.body_line;
    for (cmark_node* node = cmark_node_first_child(m_document.root()); node != nullptr; node = cmark_node_next(node)) {
      if (!is_code_block(node)) {
        read_nested(node);
      } else if (const std::optional<Segment> block = read_block(node)) {
        add_prose(line, block->first_line - 1);
        m_lesson.segments.push_back(*block);
        line = block->last_line + 1;
      }
    }
    add_prose(line, m_file.line_count());
    name_the_nameless();
  }

 private:
  void read_nested(cmark_node* parent) {
    each_node(parent, [&](cmark_node* node) {
      if (is_code_block(node)) {
        read_block(node);
      } else if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
        m_lesson.headings.push_back(
            {cmark_node_get_heading_level(node), one_line(plain_text(node)), cmark_node_get_start_line(node)});
      }
    });
  }

  void add_prose(int first, int last) {
    while (first <= last && is_blank(m_file.line(first))) ++first;
    while (last >= first && is_blank(m_file.line(last))) --last;
    if (first > last) return;
    m_lesson.segments.push_back({Segment::Kind::prose, first, last, 0, std::string(m_file.lines(first, last))});
  }

  // The segment of a python block or quiz; nothing for code that is part of the prose.
  std::optional<Segment> read_block(cmark_node* node) {
    std::optional<Fence> fence = find_fence(node);
    if (!fence) return std::nullopt;
    check_closed(*fence);
    if (is_python(fence->info.language)) {
      read_scenario(*fence);
      return Segment{Segment::Kind::scenario, fence->first_line, fence->last_line, m_lesson.scenarios.size() - 1, {}};
    }
    if (fence->info.language == "quiz") {
      if (!read_quiz_block(*fence)) return std::nullopt;
      return Segment{Segment::Kind::quiz, fence->first_line, fence->last_line, m_lesson.quizzes.size() - 1, {}};
    }
    check_language(*fence);
    return std::nullopt;
  }

  std::optional<Fence> find_fence(cmark_node* node) const {
    int length = 0;
    int offset = 0;
    char character = 0;
    if (cmark_node_get_fenced(node, &length, &offset, &character) == 0) return std::nullopt;
    Fence fence{node, cmark_node_get_start_line(node), cmark_node_get_end_line(node), 0, 0, {}};
    fence.column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node) - 1, 0));
    const std::string_view line = m_file.line(fence.first_line);
    const std::size_t end = line.find_first_not_of(character, fence.column);
    fence.length = std::min(end, line.size()) - std::min(fence.column, line.size());
    fence.info = parse_info_string(m_file, fence.first_line, fence.column + fence.length, m_lesson.path);
    return fence;
  }

  // The block ends with the text, or with the list or quotation around it, when no closing row of backticks came.
  void check_closed(const Fence& fence) {
    const std::string_view opening = m_file.line(fence.first_line);
    const char character = opening.substr(std::min(fence.column, opening.size())).starts_with('~') ? '~' : '`';
    const std::string_view last = trim(m_file.line(fence.last_line));
    const std::size_t before = last.find_last_not_of(character);
    const std::string_view prefix = before == std::string_view::npos ? "" : last.substr(0, before + 1);
    const auto quotes = [](std::string_view text) { return std::count(text.begin(), text.end(), '>'); };
    const bool closed = fence.last_line > fence.first_line && last.size() - prefix.size() >= fence.length &&
                        prefix.find_first_not_of("> \t") == std::string_view::npos &&
                        quotes(prefix) == quotes(opening.substr(0, fence.column));
    if (closed) return;
    m_report.error(m_file.position(fence.first_line, fence.column),
                   "The block that begins here is never closed; expected a line of '" +
                       std::string(fence.length, character) + "' after it.");
  }

  // A misspelt language turns a scenario into plain code; a name on the fence, or a near miss of "quiz", tells.
  void check_language(const Fence& fence) {
    const std::string_view meant = nearest(fence.info.language, block_names);
    const bool named = fence.info.find("name") != nullptr || fence.info.find("expect") != nullptr;
    if (named || meant == "quiz") {
      m_report.hint(
          fence.info.language_at,
          "A block of '" + fence.info.language + "' is shown but not run; only python and quiz blocks mean more.",
          meant);
    }
  }

  void read_scenario(const Fence& fence) {
    Scenario scenario;
    scenario.at = m_file.position(fence.first_line, fence.column);
    scenario.first_line = fence.first_line + 1;
    scenario.indent = scenario.at.column - 1;
    scenario.code = literal(fence.node);
    scenario.attributes = fence.info.attributes;
    m_report.append(fence.info.problems);
    scenario.name.at = scenario.at;
    for (const Attribute& attribute : fence.info.attributes) read_attribute(attribute, scenario);
    read_cues(scenario, m_report);
    m_lesson.scenarios.push_back(std::move(scenario));
  }

  void read_attribute(const Attribute& attribute, Scenario& scenario) {
    if (attribute.key.text == "name") {
      scenario.name = attribute.value;
    } else if (attribute.key.text == "title") {
      scenario.title = one_line(attribute.value.text);
    } else if (attribute.key.text == "expect") {
      scenario.expect = attribute.value;
    } else {
      m_report.hint(attribute.key.at, "'" + attribute.key.text + "' means nothing on a python block and is ignored.",
                    nearest(attribute.key.text, known_attributes));
    }
  }

  bool read_quiz_block(const Fence& fence) {
    const Position at = m_file.position(fence.first_line, fence.column);
    const YamlPlace place{m_file, fence.first_line + 1, fence.last_line, fence.column};
    std::optional<Quiz> quiz = read_quiz(literal(fence.node), place, at, m_report);
    if (quiz) m_lesson.quizzes.push_back(std::move(*quiz));
    return quiz.has_value();
  }

  // Numbers count python blocks, so that a block keeps its name when another one is given one.
  void name_the_nameless() {
    std::set<std::string, std::less<>> taken;
    for (const Scenario& scenario : m_lesson.scenarios) taken.insert(scenario.name.text);
    for (std::size_t i = 0; i < m_lesson.scenarios.size(); ++i) {
      Scenario& scenario = m_lesson.scenarios[i];
      if (scenario.name.text.empty()) {
        scenario.name.text = "block-" + std::to_string(i + 1);
        while (!taken.insert(scenario.name.text).second) scenario.name.text += "-too";
      }
      if (scenario.title.empty()) scenario.title = title_from(scenario.name.text);
    }
  }

  const SourceText& m_file;
  Lesson& m_lesson;
  Report& m_report;
  MarkdownDocument m_document;
};

}  // namespace

MarkdownDocument parse_body(const Lesson& lesson) {
  const SourceText file(lesson.text);
  std::string text(static_cast<std::size_t>(lesson.body_line - 1), '\n');
  text += file.lines(lesson.body_line, file.line_count());
  return MarkdownDocument(text);
}

void read_body(const SourceText& file, Lesson& lesson, Report& report) { BodyReader(file, lesson, report).read(); }

}  // namespace loopline::lessons
