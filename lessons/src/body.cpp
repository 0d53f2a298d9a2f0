#include "body.h"

#include <algorithm>
#include <array>
#include <set>

#include "cues.h"
#include "document/found_block.h"
#include "document/languages.h"
#include "document/line_marks.h"
#include "document/python_shapes.h"
#include "document/rst.h"
#include "document/session.h"
#include "document/site_tags.h"
#include "document/text_scanner.h"
#include "info_string.h"
#include "lessons/nearest.h"
#include "markdown.h"
#include "quiz.h"

namespace loopline::lessons {
namespace {

constexpr std::array<std::string_view, 2> block_names{"python", "quiz"};
constexpr std::array<std::string_view, 3> known_attributes{"name", "title", "expect"};

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
  Language language;
};

// A block on its way to becoming a scenario or a quiz.
struct Item {
  int first_line = 0;
  int last_line = 0;
  bool top_level = true;  // not within a list or quotation
  Scenario scenario;
  std::optional<Quiz> quiz;
};

class BodyReader {
 public:
  BodyReader(const SourceText& file, Lesson& lesson, Report& report)
      : m_file(file), m_lesson(lesson), m_report(report), m_free(file.line_count()) {
    m_free.take(1, lesson.body_line - 1);
  }

  void read() {
    if (m_lesson.format == Format::rst) {
      read_rst();
    } else {
      read_markdown();
    }
    std::stable_sort(m_items.begin(), m_items.end(),
                     [](const Item& a, const Item& b) { return a.first_line < b.first_line; });
    arrange();
    read_headings();
    name_the_nameless();
  }

 private:
  // ---- reStructuredText

  void read_rst() {
    std::vector<FoundBlock> found = find_rst_code(m_file, m_free);
    const Marks marks = found.empty() ? Marks::none : Marks::some;
    m_prose = rst_as_markdown(m_file);
    add(std::move(found));
    add(find_sessions(m_file, m_free));
    add(find_bare_code(m_file, m_free, m_free, marks));
  }

  // ---- Markdown and plain text

  void read_markdown() {
    const MarkdownDocument document(std::string(static_cast<std::size_t>(m_lesson.body_line - 1), '\n') +
                                    std::string(m_file.lines(m_lesson.body_line, m_file.line_count())));
    std::vector<cmark_node*> indented;
    each_node(document.root(), [&](cmark_node* node) {
      if (!is_code_block(node)) return;
      if (!read_fence(node)) indented.push_back(node);
    });
    const Marks marks = m_has_fences ? Marks::some : Marks::none;
    add(find_tagged_code(m_file, m_free));
    add(find_sessions(m_file, m_free));
    // A function's lines behind an empty one look like an indented block of their own, so bare code goes first; but
    // it does not begin within such a block.
    FreeLines starts = m_free;
    for (cmark_node* node : indented) starts.take(cmark_node_get_start_line(node), cmark_node_get_end_line(node));
    add(find_bare_code(m_file, m_free, starts, m_lesson.format == Format::text ? marks : with_headings(marks)));
    for (cmark_node* node : indented) read_indented(node);
    add(find_marked_code(m_file, m_free));
  }

  // `#` begins a heading, not a comment.
  static Marks with_headings(Marks marks) { return marks == Marks::none ? Marks::headings : marks; }

  // False: it has no fence.
  bool read_fence(cmark_node* node) {
    std::optional<Fence> fence = find_fence(node);
    if (!fence) return false;
    m_has_fences = true;
    m_free.take(fence->first_line, fence->last_line);
    Item item{fence->first_line, fence->last_line, is_top_level(node), {}, {}};
    check_closed(*fence);
    if (fence->language == Language::other && fence->info.language != "quiz") {
      check_language(*fence);
      return true;
    }
    if (fence->info.language == "quiz") {
      item.quiz = read_quiz_block(*fence);
      if (item.quiz) m_items.push_back(std::move(item));
    } else if (std::optional<Scenario> scenario = read_scenario(*fence)) {
      item.scenario = std::move(*scenario);
      m_items.push_back(std::move(item));
    }
    return true;
  }

  static bool is_top_level(cmark_node* node) {
    return cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT;
  }

  // An indented block that nothing has taken yet, if it is Python.
  void read_indented(cmark_node* node) {
    FoundBlock block;
    block.first_line = block.code_line = cmark_node_get_start_line(node);
    block.last_line = cmark_node_get_end_line(node);
    while (block.last_line > block.first_line && is_blank(m_file.line(block.last_line))) --block.last_line;
    for (int line = block.first_line; line <= block.last_line; ++line) {
      if (!m_free[line]) return;
    }
    std::string code(literal(node));
    block.kind = BlockKind::indent;
    const bool named = drop_language_mark(code, block);
    const std::optional<Unnumbered> plain = without_line_numbers(code);
    if (plain) code = plain->code;
    const Judgement judgement = judge(code);
    if (!named && judgement.kind == Judgement::Kind::other) return;
    if (!named) block.doubt = judgement.doubt;
    if (plain) block.doubt = doubt_of_numbers;
    std::size_t removed = 0;
    block.code = dedent(code, &removed);
    if (plain) removed += static_cast<std::size_t>(plain->columns);
    const auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node) - 1, 0));
    block.indent = static_cast<int>(column + removed);
    m_free.take(block.first_line, block.last_line);
    add_one(std::move(block), is_top_level(node));
  }

  // `:::python` or `#!python` on the first line, as some sites have it.
  static bool drop_language_mark(std::string& code, FoundBlock& block) {
    const std::string_view line = std::string_view(code).substr(0, code.find('\n'));
    if (!line.starts_with(":::") && !line.starts_with("#!")) return false;
    if (language_named(line) != Language::python || line.find('/') != line.npos) return false;
    code.erase(0, line.size() + 1);
    ++block.code_line;
    return true;
  }

  // ---- from what was found to scenarios

  void add(std::vector<FoundBlock> found) {
    for (FoundBlock& block : found) add_one(std::move(block), true);
  }
  void add_one(FoundBlock block, bool top_level) {
    Item item{block.first_line, block.last_line, top_level, {}, {}};
    item.scenario = scenario_of(std::move(block));
    item.scenario.at = m_file.position(item.first_line, 0);
    m_items.push_back(std::move(item));
  }

  static Scenario scenario_of(FoundBlock block) {
    Scenario scenario;
    scenario.kind = block.kind;
    scenario.first_line = block.code_line;
    scenario.indent = block.indent;
    scenario.code = std::move(block.code);
    scenario.doubt = std::move(block.doubt);
    scenario.inputs = std::move(block.inputs);
    return scenario;
  }

  // ---- segments

  void arrange() {
    int line = m_lesson.body_line;
    for (Item& item : m_items) {
      Segment segment{Segment::Kind::scenario, item.first_line, item.last_line, 0, {}};
      if (item.quiz) {
        segment.kind = Segment::Kind::quiz;
        segment.index = m_lesson.quizzes.size();
        m_lesson.quizzes.push_back(std::move(*item.quiz));
      } else {
        segment.index = m_lesson.scenarios.size();
        if (item.scenario.name.at.line == 0) item.scenario.name.at = item.scenario.at;
        read_cues(item.scenario, m_report);
        m_lesson.scenarios.push_back(std::move(item.scenario));
      }
      if (!item.top_level) continue;
      add_prose(line, item.first_line - 1);
      m_lesson.segments.push_back(segment);
      line = item.last_line + 1;
    }
    add_prose(line, m_file.line_count());
  }

  void add_prose(int first, int last) {
    while (first <= last && is_blank(m_file.line(first))) ++first;
    while (last >= first && is_blank(m_file.line(last))) --last;
    if (first > last) return;
    std::string markdown;
    if (m_prose.empty()) {
      markdown = m_file.lines(first, last);
    } else {
      for (int line = first; line <= last; ++line) markdown += m_prose[static_cast<std::size_t>(line - 1)] + "\n";
    }
    m_lesson.segments.push_back({Segment::Kind::prose, first, last, 0, std::move(markdown)});
  }

  void read_headings() {
    const MarkdownDocument document = parse_body(m_lesson);
    each_node(document.root(), [&](cmark_node* node) {
      if (cmark_node_get_type(node) != CMARK_NODE_HEADING) return;
      m_lesson.headings.push_back(
          {cmark_node_get_heading_level(node), one_line(plain_text(node)), cmark_node_get_start_line(node)});
    });
  }

  // ---- fences

  std::optional<Fence> find_fence(cmark_node* node) const {
    int length = 0;
    int offset = 0;
    char character = 0;
    if (cmark_node_get_fenced(node, &length, &offset, &character) == 0) return std::nullopt;
    Fence fence{node, cmark_node_get_start_line(node), cmark_node_get_end_line(node), 0, 0, {}, Language::none};
    fence.column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node) - 1, 0));
    const std::string_view line = m_file.line(fence.first_line);
    const std::size_t end = line.find_first_not_of(character, fence.column);
    fence.length = std::min(end, line.size()) - std::min(fence.column, line.size());
    fence.info = parse_info_string(m_file, fence.first_line, fence.column + fence.length, m_lesson.path);
    fence.language = language_on(trim(line.substr(std::min(fence.column + fence.length, line.size()))));
    return fence;
  }

  // "python", "{.python}", and of notebooks in Markdown "{code-cell} python".
  static Language language_on(std::string_view info) {
    if (info.starts_with("{code")) info = trim(info.substr(std::min(info.find('}'), info.size() - 1) + 1));
    return language_named(info);
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

  // Nothing: a block without a language that is no Python.
  std::optional<Scenario> read_scenario(const Fence& fence) {
    const std::string code(literal(fence.node));
    Scenario scenario;
    if (const SourceText lines(code); fence.language == Language::session ||
                                      is_session(lines, 1, lines.line_count(), fence.language == Language::python)) {
      scenario = scenario_of(read_session(lines, {1, lines.line_count(), true}));
      scenario.indent += static_cast<int>(fence.column);
    } else {
      scenario.code = code;
      const std::optional<Unnumbered> plain = without_line_numbers(code);
      if (fence.language == Language::none && !plain) {
        const Judgement judgement = judge(code);
        if (judgement.kind == Judgement::Kind::other) return std::nullopt;
        scenario.doubt = judgement.doubt;
      }
      scenario.indent = m_file.position(fence.first_line, fence.column).column - 1;
      if (plain) {
        scenario.code = plain->code;
        scenario.indent += plain->columns;
        scenario.doubt = doubt_of_numbers;
      }
    }
    scenario.at = m_file.position(fence.first_line, fence.column);
    scenario.first_line = fence.first_line + 1;
    scenario.attributes = fence.info.attributes;
    m_report.append(fence.info.problems);
    for (const Attribute& attribute : fence.info.attributes) read_attribute(attribute, scenario);
    return scenario;
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

  std::optional<Quiz> read_quiz_block(const Fence& fence) {
    const Position at = m_file.position(fence.first_line, fence.column);
    const YamlPlace place{m_file, fence.first_line + 1, fence.last_line, fence.column};
    return read_quiz(literal(fence.node), place, at, m_report);
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
  FreeLines m_free;
  std::vector<Item> m_items;
  std::vector<std::string> m_prose;  // of reStructuredText: each line as Markdown
  bool m_has_fences = false;
};

}  // namespace

MarkdownDocument parse_body(const Lesson& lesson) {
  const SourceText file(lesson.text);
  std::vector<std::string_view> lines(static_cast<std::size_t>(file.line_count()));
  for (int line = lesson.body_line; line <= file.line_count(); ++line) {
    lines[static_cast<std::size_t>(line - 1)] = file.line(line);
  }
  for (const Segment& segment : lesson.segments) {
    if (segment.kind == Segment::Kind::prose) {
      if (lesson.format != Format::rst) continue;
      const SourceText prose(segment.markdown);
      for (int line = 1; line <= segment.last_line - segment.first_line + 1; ++line) {
        lines[static_cast<std::size_t>(segment.first_line + line - 2)] = prose.line(line);
      }
    } else {
      // A comment ends the paragraph or list before, as the block does.
      for (int line = segment.first_line; line <= segment.last_line; ++line) {
        lines[static_cast<std::size_t>(line - 1)] = line == segment.first_line ? "<!-- -->" : "";
      }
    }
  }
  std::string text;
  for (const std::string_view line : lines) text.append(line).append("\n");
  return MarkdownDocument(text);
}

void read_body(const SourceText& file, Lesson& lesson, Report& report) { BodyReader(file, lesson, report).read(); }

}  // namespace loopline::lessons
