#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "script/syntax/ast.h"
#include "script/syntax/source_text.h"

namespace loopline::script {

class Arena;

/// A parsed program and everything its nodes point to. Moving it leaves every node where it is.
class Tree {
 public:
  /// No path from the root to a leaf has more nodes than this: what walks the tree may recurse. A source nested deeper
  /// is refused.
  static constexpr int max_height = 1000;

  Tree(SourceText source, std::string_view file_name);
  ~Tree();
  Tree(Tree&&) noexcept;
  Tree& operator=(Tree&&) noexcept;

  /// A Module, or an Expression when the text was parsed as one.
  [[nodiscard]] ast::Node* root() { return m_root; }
  [[nodiscard]] const ast::Node* root() const { return m_root; }
  [[nodiscard]] const ast::Module& module() const { return *ast::as<ast::Module>(m_root); }
  [[nodiscard]] const ast::Expression& expression() const { return *ast::as<ast::Expression>(m_root); }

  /// The text that was parsed, as the lexer read it; positions count in it.
  [[nodiscard]] std::string_view source() const { return m_source.text(); }
  [[nodiscard]] const std::string& file_name() const { return m_file_name; }

  [[nodiscard]] Arena& arena() { return *m_arena; }
  void set_root(ast::Node* root) { m_root = root; }

 private:
  SourceText m_source;
  std::string m_file_name;
  std::unique_ptr<Arena> m_arena;
  ast::Node* m_root = nullptr;
};

}  // namespace loopline::script
