#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "script/syntax/ast.h"
#include "script/syntax/diagnostic.h"
#include "script/syntax/lexer.h"
#include "script/syntax/tree.h"
#include "syntax/arena.h"
#include "syntax/identifiers.h"
#include "syntax/small_list.h"

namespace loopline::script {

/// A recursive-descent parser, hand-written so that it decides by looking at one or two tokens, and fast therefore.
///
/// A text it cannot parse is read again, to find the words for what is wrong. The same rules run then, and at the
/// places where CPython's grammar has its "invalid_…" rules the diagnose_…() functions look for one particular mistake
/// each, in CPython's order: the first that recognises something raises, and that is the message. When none does, it is
/// "invalid syntax" at the furthest token that was looked at before. (It is read twice again, because CPython looks for
/// mistakes in dictionaries before all others.) Hence the rules of the game:
///
/// - A rule that does not match returns null (or an empty list) and may leave the position anywhere; who goes on after
/// that rewinds.
/// - After raise() no token matches any more and rewind() does nothing: every rule fails, without asking.
/// - When reading again, results are remembered for each token (memoised()), or nested brackets would cost exponential
/// time.
/// - A rule that matches a repetition matches the longest prefix, as in a PEG: what follows decides whether that was
/// enough.
class Parser {
 public:
  enum class Mode : std::uint8_t { module, expression, replacement_field };

  /// Where the text stands in the program, and how deep in other expressions.
  struct Place {
    int line = 1;
    int column = 0;
    int depth = 0;
  };

  Parser(Arena& arena, Identifiers& names, std::string_view text, Mode mode, Place place);

  /// A Module, an Expression, or the expression of a replacement field; null when error() says why not.
  [[nodiscard]] ast::Node* parse();
  [[nodiscard]] const Diagnostic& error() const { return *m_error; }

  // For the readers of string literals.
  [[nodiscard]] Arena& arena() { return m_arena; }
  [[nodiscard]] ast::expr* replacement_field(std::string_view text, int line, int column);
  std::nullptr_t raise_at_last_token(std::string message, Diagnostic::Kind kind = Diagnostic::Kind::syntax);
  std::nullptr_t raise_at_token(const Token& token, std::string message,
                                Diagnostic::Kind kind = Diagnostic::Kind::syntax);
  std::nullptr_t raise_at(ast::Position where, std::string message);

 private:
  friend class Nest;

  using Tok = TokenKind;
  enum class Rule : std::uint8_t {
    expression,
    star_expression,
    disjunction,
    bitwise_or,
    await_primary,
    arguments,
    block,
    simple_statement,
    star_target,
    closed_pattern,
    named_expression_diagnosis,
  };
  enum class Pass : std::uint8_t { parse, dictionaries, mistakes };
  enum class Parameters : std::uint8_t { of_function, of_lambda };
  enum class Targets : std::uint8_t { star, del, loop };
  enum class ArgumentStage : std::uint8_t { positional, keyword_or_starred, keyword_or_mapping };

  // ---- parser.cpp: tokens, positions, the two passes

  const Token& current() {
    if (m_index > m_furthest) note_furthest();
    return m_tokens[m_index];
  }
  const Token& previous() const { return m_tokens[m_index - 1]; }
  Tok kind() { return current().kind; }
  bool at(Tok kind) { return current().kind == kind; }
  bool at_word(std::string_view word) { return at(Tok::Name) && current().text == word; }
  Tok ahead(std::size_t count);
  void advance() { m_index += failed() ? 0 : 1; }
  bool accept(Tok kind) {
    if (!at(kind)) return false;
    ++m_index;
    return true;
  }
  const Token* take(Tok kind) { return accept(kind) ? &previous() : nullptr; }
  /// A token that nothing else can replace: its absence is raised at once.
  bool force(Tok kind, std::string_view spelling);
  void rewind(std::size_t index) {
    if (!m_error) m_index = index;
  }
  bool failed() const { return m_error.has_value(); }
  /// Whether the diagnose_…() functions are to be called.
  bool diagnosing() const { return m_pass == Pass::mistakes && !m_quiet; }

  void note_furthest();
  void read_tokens();
  ast::Node* start_rule();
  void diagnose();
  void read_again(Pass pass);
  void look_for_mistakes_behind();
  void too_deep();

  ast::Position span_from(std::size_t start) const;
  std::string_view intern(const Token& name) { return m_names.intern(name.text); }

  template <typename T>
  T* leaf(std::size_t start) {
    T* node = m_arena.make<T>();
    node->pos = span_from(start);
    return node;
  }
  /// A node with others below it, which were parsed since the enclosing Nest began.
  template <typename T>
  T* node(std::size_t start) {
    ++m_height;
    return leaf<T>(start);
  }
  /// Runs a rule whose result stands beside others under one node, not above them: heights of siblings do not add up.
  template <typename Parse>
  auto branch(Parse parse) {
    const int beside = std::exchange(m_height, 0);
    auto result = parse();
    m_height = std::max(beside, m_height);
    return result;
  }
  template <typename T>
  std::span<T> keep(const SmallList<T>& list) {
    return list.keep(m_arena);
  }

  struct Memo {
    void* data = nullptr;
    std::size_t size = 0;  // Of a list.
    std::size_t end = 0;
  };
  const Memo* recall(Rule rule);
  void remember(Rule rule, std::size_t start, Memo memo);

  template <typename Parse>
  auto memoised(Rule rule, Parse parse) -> decltype(parse());

  // ---- parser_errors.cpp

  std::nullptr_t raise(Diagnostic mistake);
  std::nullptr_t raise_range(ast::Position first, ast::Position last, std::string message);
  std::nullptr_t raise_from(ast::Position first, std::string message);
  std::nullptr_t raise_invalid_target(const ast::expr* target, Targets targets);
  /// A Diagnostic for places in bytes, columns from 0; an end line of 0 says that the end is unknown.
  Diagnostic make_mistake(ast::Position where, std::string message) const;
  std::string_view source_line(int line) const;
  int shift_of(int line) const { return line == m_place.line ? m_place.column : 0; }

  // ---- parser_statements.cpp

  ast::Seq<ast::stmt> statements();
  bool statement(SmallList<ast::stmt*>& into);
  bool parse_statement(SmallList<ast::stmt*>& into);
  bool simple_statements(SmallList<ast::stmt*>& into);
  ast::stmt* simple_statement();
  ast::stmt* parse_simple_statement();
  ast::stmt* expression_statement();
  ast::stmt* assignment(std::size_t start, ast::expr* first);
  ast::stmt* annotated_assignment(std::size_t start, ast::expr* target);
  static std::optional<ast::Operator> augmented_operator(Tok kind);
  ast::stmt* augmented_assignment(std::size_t start, ast::expr* target, ast::Operator op);
  ast::stmt* return_statement();
  ast::stmt* raise_statement();
  ast::stmt* assert_statement();
  ast::stmt* delete_statement();
  template <typename T>
  ast::stmt* name_list_statement();
  template <typename T>
  ast::stmt* bare_statement();
  ast::stmt* import_statement();
  ast::stmt* import_from_statement();
  bool import_from_targets(ast::ImportFrom* into);
  bool import_from_names(SmallList<ast::alias*>& names);
  ast::alias* imported_name(std::string_view name, std::size_t start);
  std::string_view dotted_name();
  ast::expr* annotated_right_side();

  // ---- parser_compound.cpp

  ast::stmt* compound_statement();
  ast::stmt* asynchronous_statement();
  ast::Seq<ast::stmt> block();
  ast::Seq<ast::stmt> parse_block();
  ast::Seq<ast::stmt> else_block();
  ast::Seq<ast::stmt> finally_block();
  ast::stmt* if_statement();
  ast::stmt* while_statement();
  ast::stmt* for_statement(std::size_t start);
  ast::stmt* with_statement(std::size_t start);
  bool with_items(SmallList<ast::withitem*>& items, bool in_brackets);
  ast::withitem* with_item();
  ast::stmt* try_statement();
  ast::ExceptHandler* except_handler(bool star);
  ast::stmt* decorated();
  ast::stmt* class_definition(ast::Seq<ast::expr> decorators);
  ast::stmt* function_definition(std::size_t start, ast::Seq<ast::expr> decorators);

  // ---- parser_parameters.cpp

  struct ParameterLists;
  ast::arguments* parameters(Parameters style);
  ast::arguments* finish_parameters(const ParameterLists& lists);
  bool plain_parameter(Parameters style, ParameterLists& lists);
  bool slash_parameter(Parameters style, ParameterLists& lists);
  bool star_parameters(Parameters style, ParameterLists& lists);
  bool keyword_only_parameter(Parameters style, ParameterLists& lists);
  bool mapping_parameter(Parameters style, ParameterLists& lists);
  ast::arg* parameter(Parameters style, bool may_be_starred = false);
  ast::expr* parameter_default();
  bool ends_parameter(Parameters style) { return accept(Tok::Comma) || at(end_of(style)); }
  static Tok end_of(Parameters style) { return style == Parameters::of_function ? Tok::RightParen : Tok::Colon; }
  ast::expr* lambda();

  // ---- parser_patterns.cpp

  ast::stmt* match_statement();
  ast::expr* match_subject();
  ast::match_case* case_block();
  ast::expr* case_guard();
  ast::pattern* case_patterns();
  ast::pattern* pattern();
  ast::pattern* or_pattern();
  ast::pattern* closed_pattern();
  ast::pattern* parse_closed_pattern();
  ast::pattern* name_pattern();
  ast::pattern* literal_pattern();
  ast::pattern* star_pattern();
  ast::pattern* maybe_star_pattern();
  bool open_sequence(SmallList<ast::pattern*>& patterns);
  bool sequence_items(SmallList<ast::pattern*>& patterns);
  ast::pattern* round_pattern();
  ast::pattern* square_pattern();
  ast::pattern* mapping_pattern();
  bool mapping_item(SmallList<ast::expr*>& keys, SmallList<ast::pattern*>& patterns);
  ast::pattern* class_pattern(std::size_t start, ast::expr* cls);
  bool positional_patterns(SmallList<ast::pattern*>& patterns);
  bool keyword_patterns(SmallList<std::string_view>& names, SmallList<ast::pattern*>& patterns);
  ast::expr* name_or_attribute();
  ast::expr* literal_expression();
  ast::expr* signed_number();
  const Token* capture_target();

  // ---- parser_expressions.cpp

  using Item = ast::expr* (Parser::*)();
  ast::expr* item_or_tuple(Item item);
  ast::expr* tuple_from(std::size_t start, ast::expr* first, Item item);
  void more_items(SmallList<ast::expr*>& into, Item item);
  ast::expr* expressions();
  ast::expr* star_expressions();
  ast::expr* star_expression();
  ast::expr* starred(Item operand);
  ast::expr* star_named_expression();
  bool star_named_expressions(SmallList<ast::expr*>& into);
  ast::expr* expression();
  ast::expr* parse_expression();
  ast::expr* expression_quietly();
  ast::expr* named_expression();
  ast::expr* assignment_expression();
  bool at_assignment_expression() { return at(Tok::Name) && ahead(1) == Tok::ColonEqual; }
  ast::expr* yield_expression();
  ast::expr* disjunction();
  ast::expr* parse_disjunction();
  ast::expr* conjunction();
  ast::expr* boolean(Tok word, ast::BoolOperator op, Item operand);
  ast::expr* inversion();
  ast::expr* comparison();
  std::optional<ast::CmpOp> comparison_operator();
  ast::expr* bitwise_or();
  ast::expr* binary(int lowest);
  ast::expr* factor();
  ast::expr* power();
  ast::expr* await_primary();
  ast::expr* primary();
  ast::expr* trailer(std::size_t start, ast::expr* left);

  // ---- parser_calls.cpp

  ast::expr* call(std::size_t start, ast::expr* func);
  ast::Call* call_arguments();
  ast::Call* arguments();
  ast::Call* argument_list();
  bool argument(ArgumentStage& stage, SmallList<ast::expr*>& args, SmallList<ast::keyword*>& keywords);
  bool positional_argument(SmallList<ast::expr*>& args);
  void note_repeated_keyword(const ast::Call* call);
  ast::expr* starred_expression();
  ast::expr* subscript(std::size_t start, ast::expr* value);
  ast::expr* slices();
  ast::expr* slice_item();
  ast::expr* slice();

  // ---- parser_atoms.cpp

  ast::expr* atom();
  ast::expr* name();
  ast::expr* constant(ast::ConstantType type);
  ast::expr* number();
  ast::expr* strings();
  ast::expr* round_brackets();
  ast::expr* parse_round_brackets();
  ast::expr* tuple_after(std::size_t start, ast::expr* first);
  ast::expr* generator_expression();
  ast::expr* finish_generator(std::size_t start, ast::expr* element);
  ast::expr* square_brackets();
  ast::expr* parse_square_brackets();
  ast::expr* curly_brackets();
  ast::expr* parse_curly_brackets();
  ast::expr* finish_dict(std::size_t start, ast::expr* first_key);
  bool dict_item(SmallList<ast::expr*>& keys, SmallList<ast::expr*>& values);
  bool dict_items(SmallList<ast::expr*>& keys, SmallList<ast::expr*>& values);
  ast::Seq<ast::comprehension> for_if_clauses();
  ast::comprehension* for_if_clause();
  bool at_comprehension() { return at(Tok::For) || at(Tok::Async); }

  // ---- parser_targets.cpp

  ast::expr* star_targets();
  ast::expr* star_target();
  ast::expr* parse_star_target();
  ast::expr* single_target();
  static bool is_target(const ast::expr* node, Targets targets);
  static void set_context(ast::expr* node, ast::ExprContext context);

  // ---- diagnose_statements.cpp, diagnose_expressions.cpp, diagnose_parameters.cpp: one for each of CPython's invalid
  // rules

  ast::stmt* diagnosed_expression_statement();
  bool assignment_by_targets(bool& committed);
  void diagnose_assignment();
  void diagnose_annotated_collection();
  void diagnose_assigned_target();
  void skip_targets();
  void diagnose_delete();
  void diagnose_import_targets();
  void diagnose_block();
  using Header = bool (Parser::*)();
  /// Reads a header; a line end where its colon belongs, or no block behind the colon, is what may be wrong.
  void diagnose_missing_colon(Header header);
  void diagnose_missing_block(std::string_view what, Header header);
  bool keyword_header();
  bool condition_header();
  bool for_header();
  bool except_header();
  bool except_star_header();
  bool match_header();
  bool case_header();
  bool class_header();
  bool function_header();
  bool with_header();
  bool with_header_in_brackets();
  bool skip_with_items(Item context);
  bool skip_as_name();
  void diagnose_with_indent();
  void diagnose_with_colon();
  void diagnose_with_item();
  void diagnose_for_target();
  void diagnose_try();
  void diagnose_mixed_handlers(std::size_t behind_colon, bool star_first);
  void diagnose_except();
  void diagnose_as_pattern();
  void diagnose_class_pattern();

  void diagnose_expression();
  void diagnose_legacy_expression();
  void diagnose_named_expression();
  void look_for_named_expression_mistakes();
  bool at_whole_list_or_tuple();
  void diagnose_group();
  void diagnose_comprehension();
  void diagnose_dict();
  void diagnose_dict_item(bool needs_colon);
  void diagnose_dict_comprehension();
  void diagnose_arguments();
  void diagnose_keyword_argument();
  void diagnose_keyword_generator();
  void raise_unbracketed_generator(const ast::expr* element, ast::Seq<ast::comprehension> generators);

  void diagnose_parameters(Parameters style);
  void diagnose_star_parameters(Parameters style);
  void diagnose_mapping_parameter(Parameters style);
  void diagnose_default();
  const ast::arg* parameter_without_default(Parameters style);
  bool parameter_with_default(Parameters style);
  bool parameter_maybe_with_default(Parameters style);
  bool parameters_and_slash(Parameters style, bool needs_default);
  void diagnose_bracketed_parameters(Parameters style);
  void skip_parameters_without_default(Parameters style);
  void skip_parameters_maybe_with_default(Parameters style);

  Arena& m_arena;
  Identifiers& m_names;
  std::string_view m_text;
  Mode m_mode;
  Place m_place;

  Lexer m_lexer;
  std::vector<Token>
      m_tokens;  // All of the text, then one more Error that nothing matches: where raise() leaves the position.
  std::size_t m_index = 0;
  std::size_t m_furthest = 0;  // The furthest token anyone has looked at.

  std::optional<Diagnostic> m_error;
  bool m_error_is_final = false;  // Nothing further on in the text can replace it.
  int m_error_line = 0;           // The line of the furthest token when it was raised.
  Pass m_pass = Pass::parse;
  bool m_quiet = false;
  bool m_given_up = false;  // Reading again went too deep to find anything.
  std::unordered_map<std::uint64_t, Memo> m_memos;
  const ast::keyword* m_repeated_keyword = nullptr;

  int m_depth;       // How many Nests are open.
  int m_height = 0;  // At least the height of the highest tree made since the innermost Nest or branch() began.
};

/// Around everything that may nest without end. Bounds the parser's own recursion and the height of the tree it makes.
class Nest {
 public:
  /// About 1 kB of stack each.
  static constexpr int max_depth = 1000;

  explicit Nest(Parser& parser) : m_parser(parser), m_outer_height(parser.m_height) {
    parser.m_height = 0;
    if (++parser.m_depth > max_depth) parser.too_deep();
  }
  Nest(const Nest&) = delete;
  Nest& operator=(const Nest&) = delete;
  ~Nest() {
    --m_parser.m_depth;
    m_parser.m_height = std::max(m_outer_height, m_parser.m_height);
    if (m_parser.m_height > Tree::max_height) m_parser.too_deep();
  }

 private:
  Parser& m_parser;
  int m_outer_height;
};

template <typename Parse>
auto Parser::memoised(Rule rule, Parse parse) -> decltype(parse()) {
  using Result = decltype(parse());
  if (m_pass == Pass::parse) return parse();
  constexpr bool is_list = !std::is_pointer_v<Result>;
  if (const Memo* memo = recall(rule)) {
    rewind(memo->end);
    if constexpr (is_list) return Result(static_cast<typename Result::pointer>(memo->data), memo->size);
    if constexpr (!is_list) return static_cast<Result>(memo->data);
  }
  const std::size_t start = m_index;
  const Result result = parse();
  if constexpr (is_list) remember(rule, start, {result.data(), result.size(), m_index});
  if constexpr (!is_list) remember(rule, start, {result, 0, m_index});
  return result;
}

}  // namespace loopline::script
