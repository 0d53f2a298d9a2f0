#pragma once

#include <span>
#include <string>
#include <string_view>

#include "script/syntax/ast.h"
#include "script/syntax/token.h"

namespace loopline::script {

class Parser;

/// One string literal taken apart.
struct StringLiteral {
  bool raw = false;
  bool bytes = false;
  bool unicode = false;
  bool formatted = false;
  std::string_view body;  ///< Between the quotes.
};

[[nodiscard]] StringLiteral take_apart(std::string_view token_text);

/// Why an escape cannot be read; empty when all could be.
struct EscapeProblem {
  std::string message;
  bool unsupported = false;
};

/// Appends what the text between the quotes means, its escapes read: of a string as UTF-8, of a bytes literal the
/// bytes.
[[nodiscard]] EscapeProblem append_unescaped(std::string& out, std::string_view body);
[[nodiscard]] EscapeProblem append_unescaped_bytes(std::string& out, std::string_view body);

/// Raises the problem, if there is one: in CPython's place when it is CPython's, at the literal when it is ours. True
/// when there was none.
bool raise_escape_problem(Parser& parser, const Token& token, const EscapeProblem& problem);

/// The node for string literals that stand side by side: a Constant, or a JoinedStr when one of them is an f-string.
/// Raises on the parser what is wrong with them, and then returns null.
[[nodiscard]] ast::expr* read_strings(Parser& parser, std::span<const Token> parts, ast::Position whole);

}  // namespace loopline::script
