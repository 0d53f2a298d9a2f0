#include "script/compile_program.h"

#include "../syntax/arena.h"
#include "compiler.h"
#include "raise_syntax_error.h"
#include "script/observer.h"
#include "script/syntax/parser.h"
#include "script/vm.h"

namespace loopline::script {

namespace {

/// Puts each typed statement into a try statement of its own that reports what it raises.
class SessionWriter {
 public:
  SessionWriter(Tree& tree, const ProgramForm& form) : m_arena(tree.arena()), m_form(form) {}

  void rewrite(ast::Module& module) {
    for (ast::stmt*& statement : module.body) {
      if (m_form.is_typed(statement->pos.line)) statement = guarded(statement);
    }
  }

 private:
  template <class T>
  T* make(const ast::Node& at) {
    T* node = m_arena.make<T>();
    node->pos = at.pos;
    return node;
  }
  template <class T>
  ast::Seq<T> sequence(std::initializer_list<T*> nodes) {
    return m_arena.copy(std::span<T* const>(nodes.begin(), nodes.size()));
  }
  ast::Name* name(const ast::Node& at, std::string_view id) {
    auto* node = make<ast::Name>(at);
    node->id = id;
    return node;
  }

  ast::stmt* guarded(ast::stmt* statement) {
    auto* exits = make<ast::ExceptHandler>(*statement);
    exits->type = name(*statement, "SystemExit");
    exits->body = sequence<ast::stmt>({make<ast::Raise>(*statement)});
    auto* reports = make<ast::ExceptHandler>(*statement);
    reports->type = name(*statement, "BaseException");
    reports->body = sequence<ast::stmt>({report(*statement)});
    auto* guard = make<ast::Try>(*statement);
    guard->body = sequence<ast::stmt>({statement});
    guard->handlers = sequence<ast::ExceptHandler>({exits, reports});
    return guard;
  }

  // __import__("traceback").print_exc()
  ast::stmt* report(const ast::Node& at) {
    auto* module = make<ast::Constant>(at);
    module->type = ast::ConstantType::Str;
    module->text = "traceback";
    auto* import = make<ast::Call>(at);
    import->func = name(at, "__import__");
    import->args = sequence<ast::expr>({module});
    auto* function = make<ast::Attribute>(at);
    function->value = import;
    function->attr = "print_exc";
    auto* call = make<ast::Call>(at);
    call->func = function;
    auto* statement = make<ast::Expr>(at);
    statement->value = call;
    return statement;
  }

  Arena& m_arena;
  const ProgramForm& m_form;
};

}  // namespace

Ref<Code> compile_program(Vm& vm, const Ref<Source>& source, const ProgramForm& form) {
  ParseResult parsed = parse_module(source->text, source->file_name);
  if (!parsed.ok()) {
    raise_syntax_error(vm, *source, parsed.diagnostic());
    return nullptr;
  }
  SessionWriter(parsed.tree(), form).rewrite(*ast::as<ast::Module>(parsed.tree().root()));
  CompileOptions options;
  options.traces_lines = vm.observer() != nullptr && vm.observer()->wants_lines();
  options.legacy = vm.legacy;
  options.form = &form;
  Compiler compiler(vm, source, options);
  Ref<Code> code = compiler.compile(parsed.tree());
  if (!code && !vm.has_error()) raise_syntax_error(vm, *source, compiler.mistake);
  return code;
}

}  // namespace loopline::script
