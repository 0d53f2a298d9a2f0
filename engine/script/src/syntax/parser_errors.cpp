#include <utility>

#include "script/syntax/source_text.h"
#include "syntax/parser.h"
#include "syntax/target_names.h"
#include "syntax/utf8.h"

namespace loopline::script {

std::string_view Parser::source_line(int line) const { return line_of(m_text, line - m_place.line + 1); }

Diagnostic Parser::make_mistake(ast::Position where, std::string message) const {
  const auto characters = [&](int line, int column) {
    const std::string_view text = source_line(line);
    const auto bytes = static_cast<std::size_t>(std::max(column - shift_of(line), 0));
    // The line's end counts as one more character, so that a place behind it can be named.
    return utf8::count(text.substr(0, bytes)) + (bytes > text.size() ? 1 : 0) + 1;
  };
  Diagnostic mistake;
  mistake.message = (m_mode == Mode::replacement_field ? "f-string: " : "") + std::move(message);
  mistake.line = where.line;
  mistake.column = characters(where.line, where.column);
  mistake.end_line = where.end_line == 0 ? where.line : where.end_line;
  if (where.end_line != 0) mistake.end_column = characters(where.end_line, where.end_column);
  mistake.line_text = source_line(where.line);
  return mistake;
}

std::nullptr_t Parser::raise(Diagnostic mistake) {
  if (failed()) return nullptr;
  m_error_line = m_tokens[m_furthest].line;
  m_error = std::move(mistake);
  m_index = m_tokens.size() - 1;
  return nullptr;
}

std::nullptr_t Parser::raise_at(ast::Position where, std::string message) {
  return failed() ? nullptr : raise(make_mistake(where, std::move(message)));
}

std::nullptr_t Parser::raise_range(ast::Position first, ast::Position last, std::string message) {
  return raise_at({first.line, first.column, last.end_line, last.end_column}, std::move(message));
}

std::nullptr_t Parser::raise_at_token(const Token& token, std::string message, Diagnostic::Kind kind) {
  if (failed()) return nullptr;
  Diagnostic mistake = make_mistake({token.line, token.column, token.end_line, token.end_column}, std::move(message));
  mistake.kind = kind;
  return raise(std::move(mistake));
}

// From a place to where the reading has got.
std::nullptr_t Parser::raise_from(ast::Position first, std::string message) {
  const Token& last = m_tokens[m_furthest];
  return raise_at({first.line, first.column, last.end_line, last.end_column}, std::move(message));
}

// Tokens without text have no place of their own in CPython: it takes the character before the lexer's position.
std::nullptr_t Parser::raise_at_last_token(std::string message, Diagnostic::Kind kind) {
  if (failed()) return nullptr;
  const Token& last = m_tokens[m_furthest];
  const bool empty = last.kind == Tok::Indent || last.kind == Tok::Dedent || last.kind == Tok::EndMarker;
  const ast::Position where = empty ? ast::Position{last.line, last.column - 1, 0, 0}
                                    : ast::Position{last.line, last.column, last.end_line, last.end_column};
  Diagnostic mistake = make_mistake(where, std::move(message));
  if (empty && last.column == 0) mistake.column = 0;
  mistake.kind = kind;
  return raise(std::move(mistake));
}

namespace {

/// The part of a target that cannot be assigned to or deleted; null when all can.
const ast::expr* find_invalid_target(const ast::expr* node, bool deleting, bool in_loop) {
  switch (node->kind) {
    case ast::Kind::Name:
    case ast::Kind::Attribute:
    case ast::Kind::Subscript: return nullptr;
    case ast::Kind::Starred:
      return deleting ? node : find_invalid_target(ast::as<ast::Starred>(node)->value, deleting, in_loop);
    case ast::Kind::List:
    case ast::Kind::Tuple:
      for (const ast::expr* item : elements_of(node)) {
        if (const ast::expr* found = find_invalid_target(item, deleting, in_loop)) return found;
      }
      return nullptr;
    case ast::Kind::Compare: {
      // `a in b` of `for a in b` has been read as a comparison: the target is its left side.
      const auto* compare = ast::as<ast::Compare>(node);
      if (!in_loop) return node;
      return compare->ops[0] == ast::CmpOp::In ? find_invalid_target(compare->left, deleting, in_loop) : nullptr;
    }
    default: return node;
  }
}

}  // namespace

std::nullptr_t Parser::raise_invalid_target(const ast::expr* target, Targets targets) {
  const ast::expr* found = find_invalid_target(target, targets == Targets::del, targets == Targets::loop);
  if (found == nullptr) return nullptr;
  return raise_at(found->pos,
                  (targets == Targets::del ? "cannot delete " : "cannot assign to ") + std::string(target_name(found)));
}

}  // namespace loopline::script
