#include "markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include <cstdlib>

namespace loopline::lessons {
namespace {

void register_extensions_once() {
  static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
  static_cast<void>(registered);
}

}  // namespace

MarkdownDocument::MarkdownDocument(std::string_view markdown) : m_parser(cmark_parser_new(CMARK_OPT_DEFAULT)) {
  register_extensions_once();
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    if (cmark_syntax_extension* extension = cmark_find_syntax_extension(name)) {
      cmark_parser_attach_syntax_extension(m_parser.get(), extension);
    }
  }
  cmark_parser_feed(m_parser.get(), markdown.data(), markdown.size());
  m_root.reset(cmark_parser_finish(m_parser.get()));
}

std::string MarkdownDocument::html(cmark_node* node, bool source_positions) const {
  const int options = source_positions ? CMARK_OPT_DEFAULT | CMARK_OPT_SOURCEPOS : CMARK_OPT_DEFAULT;
  const std::unique_ptr<char, decltype(&std::free)> html(
      cmark_render_html(node, options, cmark_parser_get_syntax_extensions(m_parser.get())), &std::free);
  return html ? std::string(html.get()) : std::string();
}

std::string_view literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text == nullptr ? std::string_view() : std::string_view(text);
}

std::string plain_text(cmark_node* node) {
  std::string text;
  each_node(node, [&](cmark_node* part) {
    switch (cmark_node_get_type(part)) {
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK: text += ' '; break;
      case CMARK_NODE_TEXT:
      case CMARK_NODE_CODE: text += literal(part); break;
      default: break;
    }
  });
  return text;
}

}  // namespace loopline::lessons
