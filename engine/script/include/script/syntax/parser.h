#pragma once

#include <string_view>
#include <variant>

#include "script/syntax/diagnostic.h"
#include "script/syntax/tree.h"

namespace loopline::script {

/// A tree, or the first mistake.
class [[nodiscard]] ParseResult {
 public:
  ParseResult(Tree tree) : m_value(std::move(tree)) {}              // NOLINT(google-explicit-constructor)
  ParseResult(Diagnostic mistake) : m_value(std::move(mistake)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return std::holds_alternative<Tree>(m_value); }
  explicit operator bool() const { return ok(); }

  /// Only when ok().
  [[nodiscard]] Tree& tree() { return std::get<Tree>(m_value); }
  [[nodiscard]] const Tree& tree() const { return std::get<Tree>(m_value); }
  [[nodiscard]] Tree take_tree() { return std::get<Tree>(std::move(m_value)); }
  /// Only when not ok().
  [[nodiscard]] const Diagnostic& diagnostic() const { return std::get<Diagnostic>(m_value); }

 private:
  std::variant<Tree, Diagnostic> m_value;
};

/// Parses a program: Python 3.11's syntax, whole. Accepts what `ast.parse` accepts, and refuses besides a keyword
/// argument given twice (which CPython finds while compiling), `\N{…}` escapes, and nesting that exceeds
/// Tree::max_height. What only a compiler can know
/// (`return` outside a function, `await` outside a coroutine, duplicate parameters, …) is not judged.
///
/// Any bytes may be given. Needs at most about 1 MB of stack; time is linear in the size of the text.
ParseResult parse_module(std::string_view bytes, std::string_view file_name);

/// Parses one expression, as eval() does. Leading blanks are an indentation mistake here: eval() itself strips them.
ParseResult parse_expression(std::string_view bytes, std::string_view file_name = "<string>");

}  // namespace loopline::script
