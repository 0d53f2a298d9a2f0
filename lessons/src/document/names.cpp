#include "document/names.h"

#include <algorithm>
#include <array>

#include "script/syntax/parser.h"
#include "script/syntax/walk.h"

namespace loopline::lessons {
namespace {

namespace ast = script::ast;

constexpr auto builtins = std::to_array<std::string_view>({
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BaseException",
    "BaseExceptionGroup",
    "BlockingIOError",
    "BrokenPipeError",
    "BufferError",
    "BytesWarning",
    "ChildProcessError",
    "ConnectionAbortedError",
    "ConnectionError",
    "ConnectionRefusedError",
    "ConnectionResetError",
    "DeprecationWarning",
    "EOFError",
    "Ellipsis",
    "EncodingWarning",
    "EnvironmentError",
    "Exception",
    "ExceptionGroup",
    "False",
    "FileExistsError",
    "FileNotFoundError",
    "FloatingPointError",
    "FutureWarning",
    "GeneratorExit",
    "IOError",
    "ImportError",
    "ImportWarning",
    "IndentationError",
    "IndexError",
    "InterruptedError",
    "IsADirectoryError",
    "KeyError",
    "KeyboardInterrupt",
    "LookupError",
    "MemoryError",
    "ModuleNotFoundError",
    "NameError",
    "None",
    "NotADirectoryError",
    "NotImplemented",
    "NotImplementedError",
    "OSError",
    "OverflowError",
    "PendingDeprecationWarning",
    "PermissionError",
    "ProcessLookupError",
    "RecursionError",
    "ReferenceError",
    "ResourceWarning",
    "RuntimeError",
    "RuntimeWarning",
    "StopAsyncIteration",
    "StopIteration",
    "SyntaxError",
    "SyntaxWarning",
    "SystemError",
    "SystemExit",
    "TabError",
    "TimeoutError",
    "True",
    "TypeError",
    "UnboundLocalError",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "UnicodeError",
    "UnicodeTranslateError",
    "UnicodeWarning",
    "UserWarning",
    "ValueError",
    "Warning",
    "ZeroDivisionError",
    "_",
    "__annotations__",
    "__build_class__",
    "__builtins__",
    "__debug__",
    "__doc__",
    "__file__",
    "__import__",
    "__loader__",
    "__name__",
    "__package__",
    "__spec__",
    "abs",
    "aiter",
    "all",
    "anext",
    "any",
    "ascii",
    "bin",
    "bool",
    "breakpoint",
    "bytearray",
    "bytes",
    "callable",
    "chr",
    "classmethod",
    "compile",
    "complex",
    "copyright",
    "credits",
    "delattr",
    "dict",
    "dir",
    "divmod",
    "enumerate",
    "eval",
    "exec",
    "exit",
    "filter",
    "float",
    "format",
    "frozenset",
    "getattr",
    "globals",
    "hasattr",
    "hash",
    "help",
    "hex",
    "id",
    "input",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "license",
    "list",
    "locals",
    "map",
    "max",
    "memoryview",
    "min",
    "next",
    "object",
    "oct",
    "open",
    "ord",
    "pow",
    "print",
    "property",
    "quit",
    "range",
    "repr",
    "reversed",
    "round",
    "set",
    "setattr",
    "slice",
    "sorted",
    "staticmethod",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "vars",
    "zip",
});

struct Scope {
  enum class Kind { module, function, class_, comprehension };
  Kind kind = Kind::module;
  Names bound;
  Names global;
  Scope* parent = nullptr;
};

class NameReader {
 public:
  explicit NameReader(const script::Tree& tree) : m_tree(tree) {}

  ProgramNames read() {
    m_names.parsed = true;
    const ast::Module& module = m_tree.module();
    Scope scope;
    for (const ast::stmt* statement : module.body) collect(*statement, scope);
    m_all_defined = scope.bound;
    scope.bound.clear();
    m_scope = &scope;
    for (const ast::stmt* statement : module.body) {
      visit(*statement);
      collect(*statement, scope);
    }
    m_names.only_defines = std::all_of(module.body.begin(), module.body.end(),
                                       [](const ast::stmt* statement) { return is_definition(*statement); });
    m_names.defines = std::move(m_all_defined);
    std::erase_if(m_names.later, [&](const auto& use) { return m_names.defines.contains(use.first); });
    return std::move(m_names);
  }

 private:
  static bool is_definition(const ast::stmt& statement) {
    switch (statement.kind) {
      case ast::Kind::FunctionDef:
      case ast::Kind::AsyncFunctionDef:
      case ast::Kind::ClassDef:
      case ast::Kind::Import:
      case ast::Kind::ImportFrom:
      case ast::Kind::Pass: return true;
      case ast::Kind::Assign: return is_constant(*ast::as<ast::Assign>(&statement)->value);
      case ast::Kind::Expr: return is_constant(*ast::as<ast::Expr>(&statement)->value);
      default: return false;
    }
  }
  static bool is_constant(const ast::Node& node) {
    bool constant = !ast::is<ast::Call>(&node) && !ast::is<ast::Await>(&node) && !ast::is<ast::Name>(&node);
    ast::for_each_child(node, [&](const ast::Node& child) { constant = constant && is_constant(child); });
    return constant;
  }

  bool is_module_scope() const {
    const Scope* scope = m_scope;
    while (scope->kind == Scope::Kind::comprehension || scope->kind == Scope::Kind::class_) scope = scope->parent;
    return scope->kind == Scope::Kind::module;
  }

  // ---- what a scope binds

  void bind(std::string_view name, Scope& scope) {
    if (!name.empty()) scope.bound.emplace(name);
  }

  // The name that a handler or a pattern gives to what it caught.
  static std::string_view own_name(const ast::Node& node) {
    switch (node.kind) {
      case ast::Kind::ExceptHandler: return ast::as<ast::ExceptHandler>(&node)->name;
      case ast::Kind::MatchAs: return ast::as<ast::MatchAs>(&node)->name;
      case ast::Kind::MatchStar: return ast::as<ast::MatchStar>(&node)->name;
      case ast::Kind::MatchMapping: return ast::as<ast::MatchMapping>(&node)->rest;
      default: return {};
    }
  }

  // Everything that a statement or expression binds in its own scope, nested functions left out.
  void collect(const ast::Node& node, Scope& scope) {
    switch (node.kind) {
      case ast::Kind::FunctionDef: return bind(ast::as<ast::FunctionDef>(&node)->name, scope);
      case ast::Kind::AsyncFunctionDef: return bind(ast::as<ast::AsyncFunctionDef>(&node)->name, scope);
      case ast::Kind::ClassDef: return bind(ast::as<ast::ClassDef>(&node)->name, scope);
      case ast::Kind::Lambda: return;
      case ast::Kind::Name: {
        const auto& name = *ast::as<ast::Name>(&node);
        if (name.ctx == ast::ExprContext::Store) bind(name.id, scope);
        return;
      }
      case ast::Kind::Import:
        for (const ast::alias* each : ast::as<ast::Import>(&node)->names) bind(bound_name(*each), scope);
        return;
      case ast::Kind::ImportFrom:
        for (const ast::alias* each : ast::as<ast::ImportFrom>(&node)->names) {
          if (each->name != "*") bind(each->asname.empty() ? each->name : each->asname, scope);
        }
        return;
      case ast::Kind::Global:
        for (const std::string_view name : ast::as<ast::Global>(&node)->names) scope.global.emplace(name);
        return;
      case ast::Kind::Nonlocal: return;
      case ast::Kind::ExceptHandler:
      case ast::Kind::MatchAs:
      case ast::Kind::MatchStar:
      case ast::Kind::MatchMapping: bind(own_name(node), scope); break;
      case ast::Kind::ListComp:
      case ast::Kind::SetComp:
      case ast::Kind::DictComp:
      case ast::Kind::GeneratorExp: return;
      default: break;
    }
    ast::for_each_child(node, [&](const ast::Node& child) { collect(child, scope); });
  }

  static std::string_view bound_name(const ast::alias& alias) {
    return alias.asname.empty() ? alias.name.substr(0, alias.name.find('.')) : alias.asname;
  }

  // ---- what is used

  Use* use(std::string_view name) {
    for (const Scope* scope = m_scope; scope != nullptr; scope = scope->parent) {
      if (scope->global.contains(name)) continue;
      // A class's names are not seen by its functions.
      if (scope->kind == Scope::Kind::class_ && scope != m_scope) continue;
      if (scope->bound.contains(name)) return nullptr;
    }
    if (is_builtin(name)) return nullptr;
    return &(is_module_scope() ? m_names.now : m_names.later)[std::string(name)];
  }

  void visit(const ast::Node& node) {
    switch (node.kind) {
      case ast::Kind::FunctionDef: return function(*ast::as<ast::FunctionDef>(&node));
      case ast::Kind::AsyncFunctionDef: return function(*ast::as<ast::AsyncFunctionDef>(&node));
      case ast::Kind::Lambda: return lambda(*ast::as<ast::Lambda>(&node));
      case ast::Kind::ClassDef: return class_definition(*ast::as<ast::ClassDef>(&node));
      case ast::Kind::ListComp:
      case ast::Kind::SetComp:
      case ast::Kind::DictComp:
      case ast::Kind::GeneratorExp: return comprehension(node);
      case ast::Kind::Import:
      case ast::Kind::ImportFrom: return import(node);
      case ast::Kind::Name: return name(*ast::as<ast::Name>(&node));
      case ast::Kind::Attribute: return attribute(*ast::as<ast::Attribute>(&node));
      case ast::Kind::AnnAssign: return annotated(*ast::as<ast::AnnAssign>(&node));
      case ast::Kind::Assign:
        // The value is taken before the targets are bound.
        visit(*ast::as<ast::Assign>(&node)->value);
        for (const ast::expr* target : ast::as<ast::Assign>(&node)->targets) visit(*target);
        return;
      case ast::Kind::Await:
      case ast::Kind::AsyncFor:
      case ast::Kind::AsyncWith: awaits(node); break;
      case ast::Kind::ExceptHandler:
      case ast::Kind::MatchAs:
      case ast::Kind::MatchStar:
      case ast::Kind::MatchMapping:
        // Bound before what follows in the same statement reads it.
        if (m_scope->kind == Scope::Kind::module) bind(own_name(node), *m_scope);
        break;
      case ast::Kind::AugAssign:
        if (const ast::Node* target = ast::as<ast::AugAssign>(&node)->target; ast::is<ast::Name>(target)) {
          if (Use* used = use(ast::as<ast::Name>(target)->id)) used->is_bare = true;
        }
        break;
      default: break;
    }
    visit_children(node);
  }
  void visit_children(const ast::Node& node) {
    ast::for_each_child(node, [&](const ast::Node& child) { visit(child); });
  }

  void awaits(const ast::Node& node) {
    if (is_module_scope()) m_names.awaits = true;
    if (!ast::is<ast::Await>(&node)) return;
    const ast::Node* value = ast::as<ast::Await>(&node)->value;
    if (!ast::is<ast::Call>(value)) return;
    const ast::Node* function = ast::as<ast::Call>(value)->func;
    if (!ast::is<ast::Name>(function)) return;
    if (Use* used = use(ast::as<ast::Name>(function)->id)) used->is_awaited = true;
  }

  void name(const ast::Name& node) {
    if (node.ctx == ast::ExprContext::Store) {
      // The target of a loop or `with` is bound before its body runs.
      if (m_scope->kind == Scope::Kind::module) bind(node.id, *m_scope);
      return;
    }
    if (Use* used = use(node.id)) used->is_bare = true;
  }

  void attribute(const ast::Attribute& node) {
    if (ast::is<ast::Name>(node.value)) {
      if (Use* used = use(ast::as<ast::Name>(node.value)->id)) used->attributes.emplace(node.attr);
      return;
    }
    visit(*node.value);
  }

  // The target of a mere annotation is not bound; the annotation is evaluated nowhere that matters.
  void annotated(const ast::AnnAssign& node) {
    annotation(node.annotation);
    if (node.value == nullptr) return;
    visit(*node.value);
    visit(*node.target);
    if (m_scope->kind == Scope::Kind::module) collect(*node.target, *m_scope);
  }

  void annotation(const ast::expr* node) {
    if (node != nullptr) visit(*node);
  }

  void import(const ast::Node& node) {
    if (ast::is<ast::ImportFrom>(&node)) {
      const auto& from = *ast::as<ast::ImportFrom>(&node);
      for (const ast::alias* each : from.names) {
        const std::string name(each->asname.empty() ? each->name : each->asname);
        if (each->name == "*") {
          m_names.star_imports.emplace(from.module);
        } else if (from.level == 0) {
          m_names.imports[name] = "from " + std::string(from.module) + " import " + std::string(each->name) +
                                  (each->asname.empty() ? "" : " as " + name);
        }
      }
    } else {
      for (const ast::alias* each : ast::as<ast::Import>(&node)->names) {
        m_names.imports[std::string(bound_name(*each))] =
            "import " + std::string(each->name) + (each->asname.empty() ? "" : " as " + std::string(each->asname));
      }
    }
    collect(node, *m_scope);
  }

  // ---- scopes

  template <class Inside>
  void enter(Scope::Kind kind, Inside inside) {
    Scope scope;
    scope.kind = kind;
    scope.parent = m_scope;
    m_scope = &scope;
    inside(scope);
    m_scope = scope.parent;
  }

  void parameters(const ast::arguments& all, Scope& scope) {
    const auto each = [&](const ast::arg* parameter) {
      if (parameter != nullptr) bind(parameter->arg, scope);
    };
    for (const ast::arg* parameter : all.posonlyargs) each(parameter);
    for (const ast::arg* parameter : all.args) each(parameter);
    for (const ast::arg* parameter : all.kwonlyargs) each(parameter);
    each(all.vararg);
    each(all.kwarg);
  }

  void defaults(const ast::arguments& all) {
    for (const ast::expr* value : all.defaults) visit(*value);
    for (const ast::expr* value : all.kw_defaults) {
      if (value != nullptr) visit(*value);
    }
    for (const auto& parameters : {all.posonlyargs, all.args, all.kwonlyargs}) {
      for (const ast::arg* parameter : parameters) annotation(parameter->annotation);
    }
  }

  void function(const ast::FunctionLike& node) {
    for (const ast::expr* decorator : node.decorator_list) visit(*decorator);
    if (node.args != nullptr) defaults(*node.args);
    annotation(node.returns);
    enter(Scope::Kind::function, [&](Scope& scope) {
      if (node.args != nullptr) parameters(*node.args, scope);
      for (const ast::stmt* statement : node.body) collect(*statement, scope);
      for (const std::string& name : scope.global) {
        scope.bound.erase(name);
        m_all_defined.insert(name);  // it may set it
      }
      for (const ast::stmt* statement : node.body) visit(*statement);
    });
    if (m_scope->kind == Scope::Kind::module) bind(node.name, *m_scope);
  }

  void lambda(const ast::Lambda& node) {
    if (node.args != nullptr) defaults(*node.args);
    enter(Scope::Kind::function, [&](Scope& scope) {
      if (node.args != nullptr) parameters(*node.args, scope);
      visit(*node.body);
    });
  }

  void class_definition(const ast::ClassDef& node) {
    for (const ast::expr* decorator : node.decorator_list) visit(*decorator);
    for (const ast::expr* base : node.bases) visit(*base);
    for (const ast::keyword* keyword : node.keywords) visit(*keyword);
    enter(Scope::Kind::class_, [&](Scope& scope) {
      for (const ast::stmt* statement : node.body) collect(*statement, scope);
      for (const ast::stmt* statement : node.body) visit(*statement);
    });
    if (m_scope->kind == Scope::Kind::module) bind(node.name, *m_scope);
  }

  void comprehension(const ast::Node& node) {
    enter(Scope::Kind::comprehension, [&](Scope& scope) {
      ast::for_each_child(node, [&](const ast::Node& child) {
        if (!ast::is<ast::comprehension>(&child)) return;
        const auto& generator = *ast::as<ast::comprehension>(&child);
        collect(*generator.target, scope);
        if (generator.is_async && is_module_scope()) m_names.awaits = true;
      });
      visit_children(node);
    });
  }

  const script::Tree& m_tree;
  ProgramNames m_names;
  Names m_all_defined;
  Scope* m_scope = nullptr;
};

}  // namespace

bool is_builtin(std::string_view name) { return std::find(builtins.begin(), builtins.end(), name) != builtins.end(); }

ProgramNames names_in(const script::Tree& tree) { return NameReader(tree).read(); }

ProgramNames names_in(std::string_view code) {
  const script::ParseResult parsed = script::parse_module(code, "");
  return parsed.ok() ? names_in(parsed.tree()) : ProgramNames{};
}

}  // namespace loopline::lessons
