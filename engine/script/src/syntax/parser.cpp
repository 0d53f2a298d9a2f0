#include "syntax/parser.h"

#include <utility>

#include "script/syntax/parser.h"
#include "script/syntax/source_text.h"

namespace loopline::script {

Parser::Parser(Arena& arena, Identifiers& names, std::string_view text, Mode mode, Place place)
    : m_arena(arena),
      m_names(names),
      m_text(text),
      m_mode(mode),
      m_place(place),
      m_lexer(text, {.comments = false, .first_line = place.line, .first_column = place.column}),
      m_depth(place.depth) {
  read_tokens();
}

void Parser::read_tokens() {
  constexpr std::size_t characters_a_token = 4;
  m_tokens.reserve(m_text.size() / characters_a_token + 8);
  do {
    m_tokens.push_back(m_lexer.next());
  } while (m_tokens.back().kind != Tok::EndMarker && m_tokens.back().kind != Tok::Error);
  Token nothing = m_tokens.back();
  nothing.kind = Tok::Error;
  m_tokens.push_back(nothing);
}

ast::Node* Parser::parse() {
  note_furthest();
  if (ast::Node* root = start_rule(); root != nullptr && !failed()) {
    if (m_repeated_keyword == nullptr || m_mode == Mode::replacement_field) return root;
    return raise_at(m_repeated_keyword->pos, "keyword argument repeated: " + std::string(m_repeated_keyword->arg));
  }
  if (!failed()) diagnose();
  if (!m_error_is_final) look_for_mistakes_behind();
  return nullptr;
}

ast::Node* Parser::start_rule() {
  switch (m_mode) {
    case Mode::module: {
      auto* module = m_arena.make<ast::Module>();
      module->body = statements();
      return accept(Tok::EndMarker) ? module : nullptr;
    }
    case Mode::expression: {
      auto* whole = m_arena.make<ast::Expression>();
      whole->body = expressions();
      if (whole->body == nullptr) return nullptr;
      while (accept(Tok::Newline)) continue;
      return accept(Tok::EndMarker) ? whole : nullptr;
    }
    case Mode::replacement_field: break;
  }
  return star_expressions();
}

void Parser::read_again(Pass pass) {
  m_pass = pass;
  m_index = 0;
  m_memos.clear();
  start_rule();
  if (!m_given_up) return;
  m_given_up = false;
  m_error.reset();
  m_error_is_final = false;
}

// What was looked at last before the mistakes are looked for is where the mistake must be if nobody recognises it.
void Parser::diagnose() {
  read_again(Pass::dictionaries);
  if (failed()) return;
  const Token& last = m_tokens[m_furthest];
  read_again(Pass::mistakes);
  if (failed()) return;
  if (last.kind == Tok::Indent || last.kind == Tok::Dedent) {
    raise_at_last_token(last.kind == Tok::Indent ? "unexpected indent" : "unexpected unindent",
                        Diagnostic::Kind::indentation);
    m_error_is_final = true;
    return;
  }
  raise_at_token(last, "invalid syntax");
  // The end of the text has a line but no column.
  if (last.kind == Tok::EndMarker) m_error->column = m_error->end_column = 0;
}

// A mistake of characters further on says more than the parser's own: an unclosed string often is what confused it. So
// does a bracket left open on an earlier line.
void Parser::look_for_mistakes_behind() {
  if (!m_lexer.error()) return;
  const auto open = m_lexer.open_brackets();
  const bool unclosed = !open.empty() && m_error_line > open.back().line;
  if (!m_lexer.error_is_of_layout()) {
    m_error = m_lexer.error();
  } else if (unclosed) {
    const Lexer::OpenBracket bracket = open.back();
    const int column = bracket.column + shift_of(bracket.line);
    m_error = make_mistake({bracket.line, column, 0, 0}, std::string("'") + bracket.character + "' was never closed");
  }
}

void Parser::note_furthest() {
  if (m_error) return;
  m_furthest = m_index;
  if (m_tokens[m_index].kind != Tok::Error) return;
  m_error = m_lexer.error();
  m_error_is_final = true;
  m_index = m_tokens.size() - 1;
}

Parser::Tok Parser::ahead(std::size_t count) {
  const std::size_t here = m_index;
  for (std::size_t i = 1; i <= count && m_index + 1 < m_tokens.size(); ++i) {
    ++m_index;
    if (m_index > m_furthest) note_furthest();
  }
  const Tok kind = m_tokens[m_index].kind;
  rewind(here);
  return kind;
}

bool Parser::force(Tok kind, std::string_view spelling) {
  if (accept(kind)) return true;
  if (!failed()) raise_at_token(current(), "expected '" + std::string(spelling) + "'");
  return false;
}

// The line ends and indentation that a statement ends with are not part of it.
ast::Position Parser::span_from(std::size_t start) const {
  const Token& first = m_tokens[start];
  std::size_t end = m_index - 1;
  while (end > start && (m_tokens[end].kind == Tok::Newline || m_tokens[end].kind == Tok::Dedent)) --end;
  const Token& last = m_tokens[end];
  return {first.line, first.column, last.end_line, last.end_column};
}

void Parser::too_deep() {
  if (failed()) return;
  m_given_up = m_pass != Pass::parse;
  const Token& here = m_tokens[m_index];
  Diagnostic mistake = make_mistake({here.line, here.column, here.end_line, here.end_column},
                                    "expression or statement nested too deeply");
  mistake.kind = Diagnostic::Kind::unsupported;
  raise(std::move(mistake));
  m_error_is_final = true;
}

namespace {

// A hash that keeps the rules of one token apart.
constexpr std::uint64_t memo_key(std::uint8_t rule, std::size_t index) {
  return (static_cast<std::uint64_t>(index) << 8U) | rule;
}

ParseResult parse_text(std::string_view bytes, std::string_view file_name, Parser::Mode mode) {
  std::variant<SourceText, Diagnostic> source = SourceText::decode(bytes);
  if (auto* mistake = std::get_if<Diagnostic>(&source)) return {std::move(*mistake)};
  Tree tree(std::get<SourceText>(std::move(source)), file_name);
  Identifiers names(tree.arena());
  std::string_view text = tree.source();
  // CPython ends the last line of a program, but not of an expression: the mistakes at the end differ.
  const bool unended = !bytes.empty() && bytes.back() != '\n' && bytes.back() != '\r';
  if (mode == Parser::Mode::expression && unended && !text.empty()) text.remove_suffix(1);
  Parser parser(tree.arena(), names, text, mode, {});
  ast::Node* root = parser.parse();
  if (root == nullptr) return {parser.error()};
  tree.set_root(root);
  return {std::move(tree)};
}

}  // namespace

const Parser::Memo* Parser::recall(Rule rule) {
  const auto found = m_memos.find(memo_key(static_cast<std::uint8_t>(rule), m_index));
  return found == m_memos.end() ? nullptr : &found->second;
}

void Parser::remember(Rule rule, std::size_t start, Memo memo) {
  if (!failed()) m_memos.emplace(memo_key(static_cast<std::uint8_t>(rule), start), memo);
}

ParseResult parse_module(std::string_view bytes, std::string_view file_name) {
  return parse_text(bytes, file_name, Parser::Mode::module);
}

ParseResult parse_expression(std::string_view bytes, std::string_view file_name) {
  return parse_text(bytes, file_name, Parser::Mode::expression);
}

}  // namespace loopline::script
