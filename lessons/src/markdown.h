// cmark-gfm behind a few owning types. Nothing else in the program includes it.
//
// The library keeps its list of extensions in a global of its own; it is filled once, on first use, and only read
// afterwards.
#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string>
#include <string_view>

namespace loopline::lessons {

using MarkdownNode = std::unique_ptr<cmark_node, struct MarkdownDeleter>;

struct MarkdownDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

/// A parsed text. Nodes are owned by the document and freed with it.
class MarkdownDocument {
 public:
  explicit MarkdownDocument(std::string_view markdown);

  cmark_node* root() const { return m_root.get(); }
  /// Safe HTML of a node of this document, or of one made from its nodes.
  std::string html(cmark_node* node, bool source_positions = false) const;

 private:
  std::unique_ptr<cmark_parser, MarkdownDeleter> m_parser;  // owns the list of extensions that rendering needs
  MarkdownNode m_root;
};

/// Calls visit(node) for every node below and including `node`, parents first. `visit` must not change the tree.
template <typename Visit>
void each_node(cmark_node* node, Visit visit) {
  const std::unique_ptr<cmark_iter, MarkdownDeleter> iterator(cmark_iter_new(node));
  for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    if (event == CMARK_EVENT_ENTER) visit(cmark_iter_get_node(iterator.get()));
  }
}

inline bool is_code_block(cmark_node* node) { return cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK; }

/// The text of a leaf; empty for other nodes.
std::string_view literal(cmark_node* node);
/// Inline text without markup, line ends as spaces.
std::string plain_text(cmark_node* node);

}  // namespace loopline::lessons
