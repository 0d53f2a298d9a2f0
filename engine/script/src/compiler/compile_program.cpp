#include "script/compile_program.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../syntax/arena.h"
#include "compiler.h"
#include "raise_syntax_error.h"
#include "script/observer.h"
#include "script/syntax/parser.h"
#include "script/typed_text.h"
#include "script/vm.h"

namespace loopline::script {

namespace {

/// Makes the program of a session: each typed statement in a try statement of its own that reports what it raises, and
/// a report for each input that is no Python.
class SessionWriter {
 public:
  SessionWriter(Tree& tree, const Source& source, const ProgramForm& form)
      : m_arena(tree.arena()), m_source(source), m_form(form) {}

  void rewrite(ast::Module& module, const std::vector<TypedText::Mistake>& mistakes) {
    std::vector<ast::stmt*> body;
    auto mistake = mistakes.begin();
    for (ast::stmt* statement : module.body) {
      for (; mistake != mistakes.end() && mistake->input.first < statement->pos.line; ++mistake) {
        body.push_back(said(mistake->diagnostic));
      }
      body.push_back(m_form.is_typed(statement->pos.line) ? guarded(statement) : statement);
    }
    for (; mistake != mistakes.end(); ++mistake) body.push_back(said(mistake->diagnostic));
    module.body = m_arena.copy(std::span<ast::stmt* const>(body));
  }

 private:
  template <class T>
  T* make(const ast::Position& at) {
    T* node = m_arena.make<T>();
    node->pos = at;
    return node;
  }
  template <class T>
  ast::Seq<T> sequence(std::initializer_list<T*> nodes) {
    return m_arena.copy(std::span<T* const>(nodes.begin(), nodes.size()));
  }
  ast::Name* name(const ast::Position& at, std::string_view id) {
    auto* node = make<ast::Name>(at);
    node->id = id;
    return node;
  }
  ast::Constant* text(const ast::Position& at, std::string_view content) {
    auto* node = make<ast::Constant>(at);
    node->type = ast::ConstantType::Str;
    node->text = m_arena.copy(content);
    return node;
  }
  ast::Constant* number(const ast::Position& at, int value) {
    auto* node = make<ast::Constant>(at);
    node->type = ast::ConstantType::Int;
    node->integer = std::max(value, 0);
    return node;
  }
  ast::Call* call(const ast::Position& at, ast::expr* function, std::initializer_list<ast::expr*> arguments) {
    auto* node = make<ast::Call>(at);
    node->func = function;
    node->args = sequence<ast::expr>(arguments);
    return node;
  }

  ast::stmt* guarded(ast::stmt* statement) {
    const ast::Position at = statement->pos;
    auto* exits = make<ast::ExceptHandler>(at);
    exits->type = name(at, "SystemExit");
    exits->body = sequence<ast::stmt>({make<ast::Raise>(at)});
    auto* reports = make<ast::ExceptHandler>(at);
    reports->type = name(at, "BaseException");
    reports->body = sequence<ast::stmt>({report(at, "print_exc", {})});
    auto* guard = make<ast::Try>(at);
    guard->body = sequence<ast::stmt>({statement});
    guard->handlers = sequence<ast::ExceptHandler>({exits, reports});
    return guard;
  }

  // traceback.print_exception(SyntaxError(message, details))
  ast::stmt* said(const Diagnostic& mistake) {
    const ast::Position at{mistake.line, 0, mistake.line, 0};
    auto* details = make<ast::Tuple>(at);
    details->elts = sequence<ast::expr>({text(at, m_source.file_name), number(at, mistake.line),
                                         number(at, mistake.column), text(at, mistake.line_text + "\n"),
                                         number(at, mistake.end_line), number(at, mistake.end_column)});
    const std::string_view kind = mistake.kind == Diagnostic::Kind::indentation ? "IndentationError"
                                  : mistake.kind == Diagnostic::Kind::tab       ? "TabError"
                                                                                : "SyntaxError";
    return report(at, "print_exception", {call(at, name(at, kind), {text(at, mistake.message), details})});
  }

  // __import__("traceback").function(arguments)
  ast::stmt* report(const ast::Position& at, std::string_view function, std::initializer_list<ast::expr*> arguments) {
    auto* attribute = make<ast::Attribute>(at);
    attribute->value = call(at, name(at, "__import__"), {text(at, "traceback")});
    attribute->attr = function;
    auto* statement = make<ast::Expr>(at);
    statement->value = call(at, attribute, arguments);
    return statement;
  }

  Arena& m_arena;
  const Source& m_source;
  const ProgramForm& m_form;
};

/// What became of one attempt to compile.
struct Compiled {
  Ref<Code> code;
  Diagnostic mistake;  ///< without code, unless an exception is set
};

Compiled compile(Vm& vm, const Ref<Source>& source, const ProgramForm& form, const TypedText& typed,
                 bool warns = true) {
  ParseResult parsed = parse_module(typed.text, source->file_name);
  if (!parsed.ok()) return {nullptr, parsed.diagnostic()};
  SessionWriter(parsed.tree(), *source, form).rewrite(*ast::as<ast::Module>(parsed.tree().root()), typed.mistakes);
  CompileOptions options;
  options.traces_lines = vm.observer() != nullptr && vm.observer()->wants_lines();
  options.legacy = vm.legacy;
  options.form = &form;
  options.warns = warns;
  Compiler compiler(vm, source, options);
  Ref<Code> code = compiler.compile(parsed.tree());
  return {std::move(code), std::move(compiler.mistake)};
}

/// What is wrong with one input of a session by itself; nullopt if nothing is, or an exception is set.
std::optional<Diagnostic> mistake_in(Vm& vm, std::string_view file_name, bool awaits, std::string_view input) {
  const Ref<Source> source = make<Source>(std::string(file_name), std::string(input), false);
  ProgramForm form;
  form.awaits = awaits;
  form.inputs.push_back({1, static_cast<int>(std::count(input.begin(), input.end(), '\n')) + 1});
  Compiled compiled = compile(vm, source, form, {source->text, {}}, false);
  if (compiled.code || vm.has_error() || compiled.mistake.kind == Diagnostic::Kind::unsupported) return std::nullopt;
  return std::move(compiled.mistake);
}

}  // namespace

Ref<Code> compile_program(Vm& vm, const Ref<Source>& source, const ProgramForm& form) {
  Compiled compiled = compile(vm, source, form, {source->text, {}});
  if (!compiled.code && !vm.has_error() && !form.inputs.empty()) {
    const TypedText typed = typed_text(source->text, form, [&](std::string_view input) {
      return vm.has_error() ? std::nullopt : mistake_in(vm, source->file_name, form.awaits, input);
    });
    if (!vm.has_error()) compiled = compile(vm, source, form, typed);
  }
  if (!compiled.code && !vm.has_error()) raise_syntax_error(vm, *source, compiled.mistake);
  return std::move(compiled.code);
}

}  // namespace loopline::script
