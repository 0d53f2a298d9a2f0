// From the tree to bytecode.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "script/objects/function.h"
#include "script/syntax/tree.h"
#include "symbols.h"
#include "unit.h"

namespace loopline::script {

class Vm;
struct ProgramForm;

struct CompileOptions {
  bool traces_lines = false;  ///< a `line` instruction at each new line
  bool is_library = false;
  bool legacy = false;
  bool uses_namespace = false;        ///< exec(): the module's names are looked up in a namespace first, and set there
  bool is_interactive = false;        ///< values of expression statements are printed
  const ProgramForm* form = nullptr;  ///< of a program; outlives the compiler
  bool warns = true;                  ///< false: nothing will run, it is only tried
};

class Compiler {
 public:
  Compiler(Vm& vm, Ref<Source> source, const CompileOptions& options);

  /// The module's (or expression's) code, or null with the mistake in `mistake`.
  Ref<Code> compile(const Tree& tree);
  Diagnostic mistake;

 private:
  void tell_warnings(const ast::Node& root);

  // ---- statements (statements.cpp, try_with.cpp, patterns.cpp)
  template <class Statements>
  void body(const Statements& statements) {
    for (const ast::stmt* each : statements) statement(*each);
  }
  void statement(const ast::stmt& node);
  void expression_statement(const ast::Expr& node);
  void assign_statement(const ast::Assign& node);
  void augmented_assignment(const ast::AugAssign& node);
  void annotated_assignment(const ast::AnnAssign& node);
  void delete_target(const ast::expr& node);
  void if_statement(const ast::If& node);
  void while_statement(const ast::While& node);
  void for_statement(const ast::For& node);
  void async_for_statement(const ast::AsyncFor& node);
  void loop_body(const ast::ForLike& node, Register iterator, Label& top, Label& end);
  void return_statement(const ast::Return& node);
  void break_statement(const ast::Node& node, bool is_continue);
  void raise_statement(const ast::Raise& node);
  void assert_statement(const ast::Assert& node);
  void import_statement(const ast::Import& node);
  void import_from_statement(const ast::ImportFrom& node);
  void try_statement(const ast::TryLike& node, bool is_group);
  void try_except(const ast::TryLike& node);
  void try_except_group(const ast::TryLike& node);
  void protected_body(const ast::TryLike& node, std::vector<Block::Range>& ranges);
  void raise_again(Register exception, const std::vector<Block::Range>& inner);
  void handler_body(const ast::ExceptHandler& handler);
  void unbind_handler_name(const ast::ExceptHandler& handler);
  template <class With>
  void with_statement(const With& node, std::size_t item, bool is_async);
  void finally_copy(const ast::Seq<ast::stmt>& statements);
  void match_statement(const ast::Match& node);
  void pattern(const ast::pattern& node, Register subject, Label& fail);
  void pattern_sequence(const ast::MatchSequence& node, Register subject, Label& fail);
  void pattern_mapping(const ast::MatchMapping& node, Register subject, Label& fail);
  void pattern_class(const ast::MatchClass& node, Register subject, Label& fail);
  void pattern_or(const ast::MatchOr& node, Register subject, Label& fail);
  /// Leaves blocks from the innermost down to (not including) `down_to`, for a jump or return.
  void unwind_blocks(std::size_t down_to);
  void leave_block(const Block& block);
  void emit_line(const ast::Node& node);

  // ---- definitions (definitions.cpp)
  template <class Definition>
  void function_definition(const Definition& node, bool is_async);
  void class_definition(const ast::ClassDef& node);
  Register make_function(Unit& inner, const ast::arguments* args, Register dest, Register annotations);
  Register lambda(const ast::Lambda& node, Register dest);
  void begin_function(Unit& unit, const ast::arguments* args);
  void allocate_variables(Unit& unit);
  void finish_function(Unit& unit);
  Register annotations(const ast::arguments& args, const ast::expr* returns);
  void annotation(const ast::expr& node, Register dest);
  Register decorators(const ast::Seq<ast::expr>& list);
  void decorate(Register first, std::size_t count, Register value);
  void comprehension(const ast::expr& node, const ast::Seq<ast::comprehension>& generators, const ast::expr* element,
                     const ast::expr* value, Register dest);
  void comprehension_loop(const ast::expr& node, const ast::Seq<ast::comprehension>& generators, std::size_t index,
                          const ast::expr* element, const ast::expr* value, Register result);

  // ---- expressions (expressions.cpp, calls.cpp)
  /// Into a new temporary.
  Register expression(const ast::expr& node);
  void expression_to(const ast::expr& node, Register dest);
  /// Wherever the value is: a variable's register, a constant, or a new temporary.
  Operand operand(const ast::expr& node);
  Register register_operand(const ast::expr& node);
  /// Jumps to the label if the condition is (or is not) true, else goes on.
  void condition(const ast::expr& node, bool jump_if, Label& label);
  void load_name(const ast::Name& node, Register dest);
  void store_name(std::string_view raw, Operand value, const ast::Node& at);
  void delete_name(std::string_view raw);
  /// Stores into any target; a temporary `value` is unset or freed by the caller.
  void store(const ast::expr& target, Operand value);
  void unpack(const ast::Seq<ast::expr>& targets, Operand value);
  void boolean(const ast::BoolOp& node, Register dest);
  void comparison(const ast::Compare& node, Register dest);
  void call(const ast::Call& node, Register dest);
  void call_arguments(const ast::Call& node, Register base);
  void call_with_spread(const ast::Call& node, Register base, Register dest);
  void subscript_key(const ast::expr& slice, Operand& key);
  void display(const ast::Seq<ast::expr>& elements, Op build, Register dest);
  Value constant_set(const std::vector<Value>& items);
  /// What a loop goes through, into a new temporary.
  Register iterated(const ast::expr& node);
  void dict_display(const ast::Dict& node, Register dest);
  void joined_string(const ast::JoinedStr& node, Register dest);
  void formatted_value(const ast::FormattedValue& node, Register dest);
  void await(const ast::Await& node, Register dest);
  void yield(const ast::Yield& node, Register dest);
  void yield_from(const ast::YieldFrom& node, Register dest);
  Value constant_value(const ast::Constant& node);
  std::optional<Value> fold(const ast::expr& node);
  bool may_own(const ast::expr& node) const;
  bool may_rebind(const ast::expr& node, std::string_view name) const;
  void move(Register dest, Operand from);
  Symbol& symbol(std::string_view raw);
  std::string_view source_text(const ast::Node& node) const;

  void fail(const ast::Node& at, std::string message, Diagnostic::Kind kind = Diagnostic::Kind::syntax);
  void at(const ast::Node& node) { m_unit->position = node.pos; }
  /// The same for an attribute or the call of a method that stands on a later line than its object: there.
  void at_attribute(const ast::Node& node, const ast::Attribute& attribute);
  bool in_function() const { return m_unit->scope.is_function_like(); }
  bool in_async() const;

  Vm& m_vm;
  Ref<Source> m_source;
  CompileOptions m_options;
  SymbolTable m_symbols;
  Unit* m_unit = nullptr;
  bool m_failed = false;
  bool m_future_annotations = false;
  std::size_t m_leading_futures = 0;  // imports from __future__ at the beginning of the module that are to come
  int m_last_line = 0;
};

/// The instruction for an operator.
Op instruction_of(ast::Operator op) noexcept;

}  // namespace loopline::script
