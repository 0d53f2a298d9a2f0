#include "lessons/prose.h"

#include <algorithm>

#include "body.h"
#include "markdown.h"
#include "source_text.h"

namespace loopline::lessons {
namespace {

std::string escaped(std::string_view text) {
  std::string html;
  for (const char c : text) {
    switch (c) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      default: html += c;
    }
  }
  return html;
}

// A name holds letters of any script; in a link their bytes are percent-encoded as the Markdown renderer does it.
std::string encoded(std::string_view url) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && std::string_view("\"<>%\\^`{|}&").find(c) == std::string_view::npos) {
      result += c;
    } else {
      result += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
  }
  return result;
}

std::string link_paragraph(std::string_view kind, std::string_view anchor, const std::string& inner_html) {
  return "<p class=\"" + std::string(kind) + "\"><a href=\"" + encoded(anchor) + "\">" + inner_html + "</a></p>\n";
}

std::string scenario_link(const Scenario& scenario, const HtmlOptions& options) {
  if (!options.scenario_links) return {};
  return link_paragraph("scenario", "#scenario-" + scenario.name.text, escaped(scenario.title));
}

std::string quiz_link(const Lesson& lesson, std::size_t index, const HtmlOptions& options) {
  if (!options.quiz_links) return {};
  return link_paragraph("quiz", "#quiz-" + std::to_string(index + 1), render_inline(lesson.quizzes[index].ask.text));
}

// Both lists are in the order of the text.
template <typename Block>
const Block* block_on(const std::vector<Block>& blocks, int line) {
  const auto found = std::ranges::lower_bound(blocks, line, {}, [](const Block& block) { return block.at.line; });
  return found != blocks.end() && found->at.line == line ? &*found : nullptr;
}

bool is_lesson_block(const Lesson& lesson, cmark_node* block) {
  const int line = cmark_node_get_start_line(block);
  return block_on(lesson.scenarios, line) != nullptr || block_on(lesson.quizzes, line) != nullptr;
}

// A python block or quiz within a list or quotation becomes its link where it stands.
void replace_by_link(const Lesson& lesson, cmark_node* block, const HtmlOptions& options) {
  const int line = cmark_node_get_start_line(block);
  std::string html;
  if (const Scenario* scenario = block_on(lesson.scenarios, line)) {
    html = scenario_link(*scenario, options);
  } else if (const Quiz* quiz = block_on(lesson.quizzes, line)) {
    html = quiz_link(lesson, static_cast<std::size_t>(quiz - lesson.quizzes.data()), options);
  }
  cmark_node* link = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
  cmark_node_set_on_enter(link, html.c_str());
  cmark_node_replace(block, link);
  cmark_node_free(block);
}

void link_nested_blocks(const Lesson& lesson, cmark_node* root, const HtmlOptions& options) {
  std::vector<cmark_node*> blocks;
  each_node(root, [&](cmark_node* node) {
    if (is_code_block(node) && cmark_node_parent(node) != root && is_lesson_block(lesson, node)) blocks.push_back(node);
  });
  for (cmark_node* block : blocks) replace_by_link(lesson, block, options);
}

// Renders segments in their order, each at most once: it takes their nodes out of the document.
class SegmentRenderer {
 public:
  SegmentRenderer(const Lesson& lesson, const HtmlOptions& options)
      : m_lesson(lesson), m_options(options), m_document(parse_body(lesson)) {
    link_nested_blocks(lesson, m_document.root(), options);
    m_next = cmark_node_first_child(m_document.root());
  }

  std::string render(const Segment& segment) {
    switch (segment.kind) {
      case Segment::Kind::prose: return render_prose(segment);
      case Segment::Kind::scenario: return scenario_link(m_lesson.scenarios[segment.index], m_options);
      case Segment::Kind::quiz: return quiz_link(m_lesson, segment.index, m_options);
    }
    return {};
  }

 private:
  std::string render_prose(const Segment& segment) {
    const MarkdownNode part(cmark_node_new(CMARK_NODE_DOCUMENT));
    while (m_next != nullptr && cmark_node_get_start_line(m_next) < segment.first_line)
      m_next = cmark_node_next(m_next);
    while (m_next != nullptr && cmark_node_get_start_line(m_next) <= segment.last_line) {
      cmark_node* node = m_next;
      m_next = cmark_node_next(node);
      cmark_node_append_child(part.get(), node);
    }
    return m_document.html(part.get(), m_options.source_positions);
  }

  const Lesson& m_lesson;
  const HtmlOptions& m_options;
  MarkdownDocument m_document;
  cmark_node* m_next;  // the first node that no segment has taken
};

// Lines of text below a block: soft breaks are where the author broke the line.
void append_lines(cmark_node* block, std::vector<ProseLine>& lines) {
  ProseLine line{cmark_node_get_start_line(block), {}};
  const auto finish = [&] {
    if (!is_blank(line.text)) lines.push_back({line.line, std::string(trim(line.text))});
    line = {line.line + 1, {}};
  };
  each_node(block, [&](cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) line.text += literal(node);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) finish();
  });
  finish();
}

void append_code_lines(cmark_node* block, std::vector<ProseLine>& lines) {
  int length = 0;
  int offset = 0;
  char character = 0;
  const SourceText code(literal(block));
  const bool fenced = cmark_node_get_fenced(block, &length, &offset, &character) != 0;
  const int first = cmark_node_get_start_line(block) + (fenced ? 1 : 0);
  for (int number = 1; number <= code.line_count(); ++number) {
    if (!is_blank(code.line(number))) lines.push_back({first + number - 1, std::string(trim(code.line(number)))});
  }
}

// Blocks whose children are inline. Tables are an extension: their cells are known by name only.
bool holds_text(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING ||
         std::string_view(cmark_node_get_type_string(node)) == "table_cell";
}

}  // namespace

std::string render_html(const Lesson& lesson, const Segment& segment, const HtmlOptions& options) {
  return SegmentRenderer(lesson, options).render(segment);
}

std::string render_html(const Lesson& lesson, const HtmlOptions& options) {
  SegmentRenderer renderer(lesson, options);
  std::string html;
  for (const Segment& segment : lesson.segments) html += renderer.render(segment);
  return html;
}

std::string render_inline(std::string_view markdown) {
  const MarkdownDocument document(markdown);
  cmark_node* first = cmark_node_first_child(document.root());
  const bool one_paragraph =
      first != nullptr && cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH && cmark_node_next(first) == nullptr;
  std::string html = document.html(document.root());
  constexpr std::string_view open = "<p>";
  constexpr std::string_view close = "</p>\n";
  if (!one_paragraph || !html.starts_with(open) || !html.ends_with(close)) return escaped(markdown);
  return html.substr(open.size(), html.size() - open.size() - close.size());
}

std::vector<ProseLine> prose_lines(const Lesson& lesson) {
  std::vector<ProseLine> lines;
  if (lesson.segments.empty() || lesson.path.ends_with(".py")) return lines;
  const MarkdownDocument document = parse_body(lesson);
  each_node(document.root(), [&](cmark_node* node) {
    if (is_code_block(node)) {
      if (!is_lesson_block(lesson, node)) append_code_lines(node, lines);
    } else if (holds_text(node)) {
      append_lines(node, lines);
    }
  });
  return lines;
}

}  // namespace loopline::lessons
