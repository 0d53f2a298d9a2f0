#include "document/python_shapes.h"

#include <algorithm>
#include <array>

#include "script/syntax/parser.h"
#include "source_text.h"

namespace loopline::lessons {
namespace {

namespace ast = script::ast;

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string_view first_word(std::string_view line) {
  const auto end = std::find_if_not(line.begin(), line.end(), is_name_character);
  return line.substr(0, static_cast<std::size_t>(end - line.begin()));
}

// `name(` without a space between: prose puts one in front of its brackets.
bool is_tight_call(const ast::Call& call, std::string_view source) {
  const std::string_view line = script::line_of(source, call.func->pos.end_line);
  const auto column = static_cast<std::size_t>(call.func->pos.end_column);
  return column < line.size() && line[column] == '(';
}

Shape shape_of_value(const ast::expr& value, std::string_view source) {
  switch (value.kind) {
    case ast::Kind::Call: return is_tight_call(*ast::as<ast::Call>(&value), source) ? Shape::strong : Shape::weak;
    case ast::Kind::Await: return shape_of_value(*ast::as<ast::Await>(&value)->value, source);
    case ast::Kind::Yield:
    case ast::Kind::YieldFrom:
    case ast::Kind::ListComp:
    case ast::Kind::DictComp:
    case ast::Kind::SetComp: return Shape::strong;
    default: return Shape::weak;
  }
}

bool on_one_line(const ast::stmt& statement) { return statement.pos.line == statement.pos.end_line; }

Shape shape_of_statement(const ast::stmt& statement, std::string_view source) {
  switch (statement.kind) {
    case ast::Kind::Expr: return shape_of_value(*ast::as<ast::Expr>(&statement)->value, source);
    case ast::Kind::AnnAssign:
      return ast::as<ast::AnnAssign>(&statement)->value != nullptr ? Shape::strong : Shape::weak;
    case ast::Kind::Return: return ast::as<ast::Return>(&statement)->value != nullptr ? Shape::strong : Shape::weak;
    case ast::Kind::Raise: return ast::as<ast::Raise>(&statement)->exc != nullptr ? Shape::strong : Shape::weak;
    case ast::Kind::Pass:
    case ast::Kind::Break:
    case ast::Kind::Continue:
    case ast::Kind::Global:
    case ast::Kind::Nonlocal: return Shape::weak;
    case ast::Kind::If:
    case ast::Kind::While:
    case ast::Kind::With: return on_one_line(statement) ? Shape::weak : Shape::strong;  // "with care: go"
    default: return Shape::strong;
  }
}

constexpr std::array<std::string_view, 15> clause_words{"def",  "class", "async",  "for",     "while",
                                                        "with", "try",   "except", "finally", "elif",
                                                        "else", "if",    "match",  "case",    "lambda"};
constexpr std::array<std::string_view, 16> statement_words{"import",   "from",     "return", "raise", "assert", "del",
                                                           "global",   "yield",    "await",  "print", "pass",   "break",
                                                           "continue", "nonlocal", "async",  "exec"};

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_other_language(std::string_view line) {
  constexpr std::array<std::string_view, 12> starts{"$ ",       "# pip ", "sudo ",  "pip ",     "pip3 ", "python ",
                                                    "python3 ", "npm ",   "#!/bin", "#include", "<",     "//"};
  const bool starts_so = std::any_of(starts.begin(), starts.end(), [&](auto start) { return line.starts_with(start); });
  return starts_so || line.ends_with(';') || line == "{" || line == "}" || line.ends_with(") {");
}

// `name.name(` with more to come: an open bracket.
bool begins_call(std::string_view line) {
  const auto end = std::find_if_not(line.begin(), line.end(), [](char c) { return is_name_character(c) || c == '.'; });
  if (end == line.begin() || end == line.end() || *end != '(') return false;
  OpenState open;
  open.feed(line);
  return open.is_open();
}

// The head of a compound statement. What goes on with one cannot be parsed without it.
bool is_clause(std::string_view line, std::string_view word) {
  const std::string_view head = trim(line.substr(0, line.find(" #")));
  if (!head.ends_with(':')) return shape_of(line) == Shape::strong;
  if (word == "else" || word == "finally" || word == "try") return head.size() == word.size() + 1;
  if (word == "except") return true;
  if (word == "match" || word == "case") return false;
  if (word == "elif") return shape_of(std::string(head.substr(2)) + " pass") != Shape::none;
  return shape_of(std::string(head) + " pass") != Shape::none;
}

}  // namespace

Shape shape_of(std::string_view code) {
  const script::ParseResult parsed = script::parse_module(code, "");
  if (!parsed.ok()) return Shape::none;
  Shape shape = Shape::none;
  for (const ast::stmt* statement : parsed.tree().module().body) {
    shape = std::max(shape, shape_of_statement(*statement, parsed.tree().source()));
  }
  return shape;
}

bool looks_like_code(std::string_view line) {
  line = trim(line);
  if (line.starts_with('@')) return line.size() > 1 && is_name_character(line[1]) && line.find(' ') == line.npos;
  const std::string_view word = first_word(line);
  if (word == "import" || word == "from") return shape_of(line) == Shape::strong;
  if (word == "print") {  // Python 2's statement
    const std::string_view rest = trim(line.substr(word.size()));
    return rest.starts_with('"') || rest.starts_with('\'') || rest.starts_with('(');
  }
  if (is_one_of(clause_words, word)) return is_clause(line, word);
  return shape_of(line) == Shape::strong;
}

bool may_begin_statement(std::string_view line) {
  line = trim(line);
  if (line.empty()) return false;
  if (line[0] == '@') return true;
  const std::string_view word = first_word(line);
  if (is_one_of(clause_words, word) || is_one_of(statement_words, word)) return true;
  if (word.empty() && line[0] != '(' && line[0] != '[' && line[0] != '*' && line[0] != '{') return false;
  if (!word.empty() && word[0] >= '0' && word[0] <= '9') return false;
  // A name, then what code puts behind one: a dot, a bracket, an equals sign; prose puts another word.
  const std::size_t after = line.find_first_not_of(" \t", word.size());
  if (after == line.npos) return false;
  const char next = line[after];
  const bool spaced = after > word.size();
  if (next == '=' || next == '[' || next == ',' || (next == ':' && line.find('=') != line.npos)) return true;
  if ((next == '(' || next == '.') && !spaced) return true;
  return line.substr(after).find("=") != line.npos && line.substr(after).find("= ") != line.npos;
}

Judgement judge(std::string_view code) {
  const std::string text = dedent(code);
  switch (shape_of(text)) {
    case Shape::strong: return {Judgement::Kind::python, {}};
    case Shape::weak: return {Judgement::Kind::other, {}};
    case Shape::none: break;
  }
  const SourceText lines(text);
  int likely = 0;
  int other = 0;
  int all = 0;
  OpenState open;
  bool goes_on = false;  // with a line that looked like code
  for (int number = 1; number <= lines.line_count(); ++number) {
    const std::string_view line = trim(lines.line(number));
    if (line.empty()) continue;
    ++all;
    if (!open.is_open()) {
      if (is_other_language(line)) ++other;
      goes_on = looks_like_code(line) || begins_call(line);
    }
    open.feed(line);
    likely += goes_on ? 1 : 0;
  }
  if (other > 0 || likely == 0 || 2 * likely < all) return {};
  return {Judgement::Kind::doubtful, "It looks like Python, but is none as it stands."};
}

void OpenState::feed(std::string_view line) {
  m_backslash = false;
  if (m_quote == 0 && m_depth == 0) m_last = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (m_quote != 0) {
      if (c == '\\') {
        ++i;
      } else if (c == m_quote && line.substr(i, 3) == std::string(3, m_quote)) {
        m_quote = 0;
        m_last = c;
        i += 2;
      }
      continue;
    }
    if (c == '#') break;
    if (c == '"' || c == '\'') {
      if (line.substr(i, 3) == std::string(3, c)) {
        m_quote = c;
        i += 2;
        continue;
      }
      const std::size_t start = i;
      for (++i; i < line.size() && line[i] != c; ++i) {
        if (line[i] == '\\') ++i;
      }
      if (i >= line.size() && !line.ends_with('\\')) i = start;  // an apostrophe
      m_last = c;
      continue;
    }
    if (c == '(' || c == '[' || c == '{') ++m_depth;
    if ((c == ')' || c == ']' || c == '}') && m_depth > 0) --m_depth;
    if (c == '\\' && i + 1 == line.size()) m_backslash = true;
    if (c != ' ' && c != '\t' && c != '\f') m_last = c;
  }
}

std::size_t indentation(std::string_view line) {
  std::size_t columns = 0;
  while (columns < line.size() && (line[columns] == ' ' || line[columns] == '\t')) ++columns;
  return columns;
}

std::string dedent(std::string_view code, std::size_t* removed) {
  const SourceText lines(code);
  std::size_t common = std::string_view::npos;
  for (int number = 1; number <= lines.line_count(); ++number) {
    if (!is_blank(lines.line(number))) common = std::min(common, indentation(lines.line(number)));
  }
  if (common == std::string_view::npos) common = 0;
  std::string text;
  for (int number = 1; number <= lines.line_count(); ++number) {
    const std::string_view line = lines.lines(number, number);
    text += line.substr(std::min(common, indentation(line)));
  }
  if (removed != nullptr) *removed = common;
  return text;
}

}  // namespace loopline::lessons
