#include "symbols.h"

#include <algorithm>
#include <set>
#include <utility>

namespace loopline::script {

Symbol& Scope::symbol(const std::string& name) {
  const auto [place, is_new] = symbols.try_emplace(name);
  if (is_new) order.push_back(name);
  return place->second;
}

Symbol* Scope::find(const std::string& name) {
  const auto found = symbols.find(name);
  return found == symbols.end() ? nullptr : &found->second;
}

std::string mangle(std::string_view private_class, std::string_view name) {
  const bool is_private = name.starts_with("__") && !name.ends_with("__") && name.find('.') == std::string_view::npos;
  if (private_class.empty() || !is_private) return std::string(name);
  const std::size_t start = private_class.find_first_not_of('_');
  if (start == std::string_view::npos) return std::string(name);
  return "_" + std::string(private_class.substr(start)) + std::string(name);
}

/// Walks the tree once and notes, scope by scope, what happens to each name.
class SymbolCollector {
 public:
  explicit SymbolCollector(SymbolTable& table) : m_table(table) {}

  std::optional<Diagnostic> run(const ast::Node& root) {
    m_table.m_root = std::make_unique<Scope>();
    m_scope = m_table.m_root.get();
    m_scope->node = &root;
    m_table.m_scopes[&root] = m_scope;
    if (ast::is<ast::Module>(&root)) {
      statements(ast::as<ast::Module>(&root)->body);
    } else {
      expression(ast::as<ast::Expression>(&root)->body);
    }
    return m_mistake;
  }

 private:
  void fail(const ast::Node& at, std::string message) {
    if (m_mistake) return;
    Diagnostic mistake;
    mistake.message = std::move(message);
    mistake.line = at.pos.line;
    mistake.column = at.pos.column + 1;
    mistake.end_line = at.pos.end_line;
    mistake.end_column = at.pos.end_column + 1;
    m_mistake = mistake;
  }
  std::string mangled(std::string_view name) const { return mangle(m_scope->private_class, name); }

  // ---- scopes
  Scope& enter(ScopeKind kind, const ast::Node& node, std::string name) {
    auto scope = std::make_unique<Scope>();
    scope->kind = kind;
    scope->node = &node;
    scope->parent = m_scope;
    scope->name = std::move(name);
    scope->private_class = m_scope->private_class;
    m_scope->children.push_back(std::move(scope));
    m_scope = m_scope->children.back().get();
    m_table.m_scopes[&node] = m_scope;
    return *m_scope;
  }
  void leave() { m_scope = m_scope->parent; }

  // ---- names
  void assign(const ast::Node& at, std::string_view raw) {
    const std::string name = mangled(raw);
    if (raw == "__debug__") fail(at, "cannot assign to __debug__");
    m_scope->symbol(name).is_assigned = true;
  }
  void use(std::string_view raw) {
    m_scope->symbol(mangled(raw)).is_used = true;
    // super() without arguments and __class__ need the class that is being defined.
    if (raw == "super" && m_scope->is_function_like()) m_scope->symbol("__class__").is_used = true;
  }

  // ---- statements
  template <class Statements>
  void statements(const Statements& body) {
    for (const ast::stmt* statement : body) visit(statement);
  }

  void visit(const ast::stmt* node) {
    if (m_mistake) return;
    switch (node->kind) {
      case ast::Kind::FunctionDef: function(*ast::as<ast::FunctionDef>(node), false); break;
      case ast::Kind::AsyncFunctionDef: function(*ast::as<ast::AsyncFunctionDef>(node), true); break;
      case ast::Kind::ClassDef: class_definition(*ast::as<ast::ClassDef>(node)); break;
      case ast::Kind::Return: {
        const auto* statement = ast::as<ast::Return>(node);
        if (statement->value != nullptr) {
          expression(statement->value);
          m_scope->returns_value = true;
        }
        break;
      }
      case ast::Kind::Delete: expressions(ast::as<ast::Delete>(node)->targets); break;
      case ast::Kind::Assign: {
        const auto* statement = ast::as<ast::Assign>(node);
        expression(statement->value);
        expressions(statement->targets);
        break;
      }
      case ast::Kind::AugAssign: {
        const auto* statement = ast::as<ast::AugAssign>(node);
        expression(statement->target);
        if (ast::is<ast::Name>(statement->target)) use(ast::as<ast::Name>(statement->target)->id);
        expression(statement->value);
        break;
      }
      case ast::Kind::AnnAssign: annotated(*ast::as<ast::AnnAssign>(node)); break;
      case ast::Kind::For: loop(*ast::as<ast::For>(node)); break;
      case ast::Kind::AsyncFor: loop(*ast::as<ast::AsyncFor>(node)); break;
      case ast::Kind::While: {
        const auto* statement = ast::as<ast::While>(node);
        expression(statement->test);
        statements(statement->body);
        statements(statement->orelse);
        break;
      }
      case ast::Kind::If: {
        const auto* statement = ast::as<ast::If>(node);
        expression(statement->test);
        statements(statement->body);
        statements(statement->orelse);
        break;
      }
      case ast::Kind::With: with(*ast::as<ast::With>(node)); break;
      case ast::Kind::AsyncWith: with(*ast::as<ast::AsyncWith>(node)); break;
      case ast::Kind::Match: {
        const auto* statement = ast::as<ast::Match>(node);
        expression(statement->subject);
        for (const ast::match_case* each : statement->cases) {
          pattern(each->pattern);
          if (each->guard != nullptr) expression(each->guard);
          statements(each->body);
        }
        break;
      }
      case ast::Kind::Raise: {
        const auto* statement = ast::as<ast::Raise>(node);
        if (statement->exc != nullptr) expression(statement->exc);
        if (statement->cause != nullptr) expression(statement->cause);
        break;
      }
      case ast::Kind::Try: try_statement(*ast::as<ast::Try>(node)); break;
      case ast::Kind::TryStar: try_statement(*ast::as<ast::TryStar>(node)); break;
      case ast::Kind::Assert: {
        const auto* statement = ast::as<ast::Assert>(node);
        expression(statement->test);
        if (statement->msg != nullptr) expression(statement->msg);
        break;
      }
      case ast::Kind::Import:
        for (const ast::alias* alias : ast::as<ast::Import>(node)->names) {
          std::string_view bound = alias->asname;
          if (bound.empty()) bound = alias->name.substr(0, alias->name.find('.'));
          assign(*alias, bound);
        }
        break;
      case ast::Kind::ImportFrom:
        for (const ast::alias* alias : ast::as<ast::ImportFrom>(node)->names) {
          if (alias->name == "*") {
            if (m_scope->kind != ScopeKind::module) fail(*node, "import * only allowed at module level");
          } else {
            assign(*alias, alias->asname.empty() ? alias->name : alias->asname);
          }
        }
        break;
      case ast::Kind::Global: declare(*node, ast::as<ast::Global>(node)->names, true); break;
      case ast::Kind::Nonlocal: declare(*node, ast::as<ast::Nonlocal>(node)->names, false); break;
      case ast::Kind::Expr: expression(ast::as<ast::Expr>(node)->value); break;
      default: break;
    }
  }

  void declare(const ast::Node& node, std::span<const ast::Identifier> names, bool global) {
    const std::string word = global ? "global" : "nonlocal";
    if (!global && m_scope->kind == ScopeKind::module) {
      fail(node, "nonlocal declaration not allowed at module level");
    }
    for (const ast::Identifier raw : names) {
      const std::string name = mangled(raw);
      if (Symbol* known = m_scope->find(name); known != nullptr) {
        if (known->is_parameter)
          fail(node, "name '" + name + "' is parameter and " + word);
        else if (known->is_annotated)
          fail(node, "annotated name '" + name + "' can't be " + word);
        else if (known->is_assigned)
          fail(node, "name '" + name + "' is assigned to before " + word + " declaration");
        else if (known->is_used)
          fail(node, "name '" + name + "' is used prior to " + word + " declaration");
      }
      Symbol& symbol = m_scope->symbol(name);
      (global ? symbol.is_global : symbol.is_nonlocal) = true;
      if (symbol.is_global && symbol.is_nonlocal) fail(node, "name '" + name + "' is nonlocal and global");
    }
  }

  void annotated(const ast::AnnAssign& node) {
    if (const auto* name = ast::is<ast::Name>(node.target) ? ast::as<ast::Name>(node.target) : nullptr) {
      Symbol& symbol = m_scope->symbol(mangled(name->id));
      if (symbol.is_global) fail(node, "annotated name '" + std::string(name->id) + "' can't be global");
      if (symbol.is_nonlocal) fail(node, "annotated name '" + std::string(name->id) + "' can't be nonlocal");
      if (node.simple) symbol.is_annotated = true;
      // An annotation alone makes the name local, without a value.
      if (node.simple || node.value != nullptr) symbol.is_assigned = true;
    } else {
      expression(node.target);
    }
    // In a function, annotations of local variables are never evaluated.
    if (!m_scope->is_function_like()) expression(node.annotation);
    if (node.value != nullptr) expression(node.value);
  }

  template <class Loop>
  void loop(const Loop& node) {
    expression(node.target);
    expression(node.iter);
    statements(node.body);
    statements(node.orelse);
  }

  template <class With>
  void with(const With& node) {
    for (const ast::withitem* item : node.items) {
      expression(item->context_expr);
      if (item->optional_vars != nullptr) expression(item->optional_vars);
    }
    statements(node.body);
  }

  template <class Try>
  void try_statement(const Try& node) {
    statements(node.body);
    for (const ast::ExceptHandler* handler : node.handlers) {
      if (handler->type != nullptr) expression(handler->type);
      if (!handler->name.empty()) assign(*handler, handler->name);
      statements(handler->body);
    }
    statements(node.orelse);
    statements(node.finalbody);
  }

  // ---- definitions
  template <class Definition>
  void function(const Definition& node, bool is_async) {
    assign(node, node.name);
    for (const ast::expr* decorator : node.decorator_list) expression(decorator);
    defaults(*node.args);
    annotations(*node.args);
    if (node.returns != nullptr) expression(node.returns);
    Scope& scope = enter(ScopeKind::function, node, std::string(node.name));
    scope.is_async = is_async;
    parameters(*node.args);
    statements(node.body);
    leave();
  }

  void defaults(const ast::arguments& args) {
    for (const ast::expr* value : args.defaults) expression(value);
    for (const ast::expr* value : args.kw_defaults) {
      if (value != nullptr) expression(value);
    }
  }

  void annotations(const ast::arguments& args) {
    const auto each = [&](const ast::arg* argument) {
      if (argument != nullptr && argument->annotation != nullptr) expression(argument->annotation);
    };
    for (const ast::arg* argument : args.posonlyargs) each(argument);
    for (const ast::arg* argument : args.args) each(argument);
    each(args.vararg);
    for (const ast::arg* argument : args.kwonlyargs) each(argument);
    each(args.kwarg);
  }

  void parameters(const ast::arguments& args) {
    const auto each = [&](const ast::arg* argument) {
      if (argument == nullptr) return;
      const std::string name = mangled(argument->arg);
      if (const Symbol* known = m_scope->find(name); known != nullptr && known->is_parameter) {
        fail(*argument, "duplicate argument '" + name + "' in function definition");
      }
      Symbol& symbol = m_scope->symbol(name);
      symbol.is_parameter = true;
      symbol.is_assigned = true;
    };
    for (const ast::arg* argument : args.posonlyargs) each(argument);
    for (const ast::arg* argument : args.args) each(argument);
    for (const ast::arg* argument : args.kwonlyargs) each(argument);
    each(args.vararg);
    each(args.kwarg);
  }

  void class_definition(const ast::ClassDef& node) {
    assign(node, node.name);
    for (const ast::expr* decorator : node.decorator_list) expression(decorator);
    for (const ast::expr* base : node.bases) expression(base);
    for (const ast::keyword* keyword : node.keywords) expression(keyword->value);
    Scope& scope = enter(ScopeKind::class_, node, std::string(node.name));
    scope.private_class = std::string(node.name);
    statements(node.body);
    leave();
  }

  // ---- expressions
  template <class Expressions>
  void expressions(const Expressions& list) {
    for (const ast::expr* each : list) expression(each);
  }

  void expression(const ast::expr* node) {
    if (node == nullptr || m_mistake) return;
    switch (node->kind) {
      case ast::Kind::BoolOp: expressions(ast::as<ast::BoolOp>(node)->values); break;
      case ast::Kind::NamedExpr: walrus(*ast::as<ast::NamedExpr>(node)); break;
      case ast::Kind::BinOp:
        expression(ast::as<ast::BinOp>(node)->left);
        expression(ast::as<ast::BinOp>(node)->right);
        break;
      case ast::Kind::UnaryOp: expression(ast::as<ast::UnaryOp>(node)->operand); break;
      case ast::Kind::Lambda: {
        const auto* lambda = ast::as<ast::Lambda>(node);
        defaults(*lambda->args);
        enter(ScopeKind::lambda, *node, "<lambda>");
        parameters(*lambda->args);
        expression(lambda->body);
        leave();
        break;
      }
      case ast::Kind::IfExp:
        expression(ast::as<ast::IfExp>(node)->test);
        expression(ast::as<ast::IfExp>(node)->body);
        expression(ast::as<ast::IfExp>(node)->orelse);
        break;
      case ast::Kind::Dict:
        expressions(ast::as<ast::Dict>(node)->keys);
        expressions(ast::as<ast::Dict>(node)->values);
        break;
      case ast::Kind::Set: expressions(ast::as<ast::Set>(node)->elts); break;
      case ast::Kind::ListComp:
        comprehension(*node, ast::as<ast::ListComp>(node)->generators, ast::as<ast::ListComp>(node)->elt, nullptr,
                      "<listcomp>");
        break;
      case ast::Kind::SetComp:
        comprehension(*node, ast::as<ast::SetComp>(node)->generators, ast::as<ast::SetComp>(node)->elt, nullptr,
                      "<setcomp>");
        break;
      case ast::Kind::GeneratorExp:
        comprehension(*node, ast::as<ast::GeneratorExp>(node)->generators, ast::as<ast::GeneratorExp>(node)->elt,
                      nullptr, "<genexpr>");
        break;
      case ast::Kind::DictComp:
        comprehension(*node, ast::as<ast::DictComp>(node)->generators, ast::as<ast::DictComp>(node)->key,
                      ast::as<ast::DictComp>(node)->value, "<dictcomp>");
        break;
      case ast::Kind::Await:
        if (m_scope->kind == ScopeKind::comprehension) m_scope->is_async = true;
        expression(ast::as<ast::Await>(node)->value);
        break;
      case ast::Kind::Yield:
        yields(*node);
        expression(ast::as<ast::Yield>(node)->value);
        break;
      case ast::Kind::YieldFrom:
        yields(*node);
        expression(ast::as<ast::YieldFrom>(node)->value);
        break;
      case ast::Kind::Compare:
        expression(ast::as<ast::Compare>(node)->left);
        expressions(ast::as<ast::Compare>(node)->comparators);
        break;
      case ast::Kind::Call: {
        const auto* call = ast::as<ast::Call>(node);
        expression(call->func);
        expressions(call->args);
        for (const ast::keyword* keyword : call->keywords) expression(keyword->value);
        break;
      }
      case ast::Kind::FormattedValue:
        expression(ast::as<ast::FormattedValue>(node)->value);
        expression(ast::as<ast::FormattedValue>(node)->format_spec);
        break;
      case ast::Kind::JoinedStr: expressions(ast::as<ast::JoinedStr>(node)->values); break;
      case ast::Kind::Attribute: expression(ast::as<ast::Attribute>(node)->value); break;
      case ast::Kind::Subscript:
        expression(ast::as<ast::Subscript>(node)->value);
        expression(ast::as<ast::Subscript>(node)->slice);
        break;
      case ast::Kind::Starred: expression(ast::as<ast::Starred>(node)->value); break;
      case ast::Kind::Name: {
        const auto* name = ast::as<ast::Name>(node);
        if (name->ctx == ast::ExprContext::Load)
          use(name->id);
        else
          target(*name);
        break;
      }
      case ast::Kind::List: expressions(ast::as<ast::List>(node)->elts); break;
      case ast::Kind::Tuple: expressions(ast::as<ast::Tuple>(node)->elts); break;
      case ast::Kind::Slice:
        expression(ast::as<ast::Slice>(node)->lower);
        expression(ast::as<ast::Slice>(node)->upper);
        expression(ast::as<ast::Slice>(node)->step);
        break;
      default: break;
    }
  }

  void target(const ast::Name& name) {
    assign(name, name.id);
    if (m_in_targets) m_scope->symbol(mangled(name.id)).is_comprehension_target = true;
  }

  void yields(const ast::Node& node) {
    if (m_scope->kind == ScopeKind::comprehension) {
      static constexpr std::string_view kNames[] = {"list comprehension", "set comprehension", "dict comprehension",
                                                    "generator expression"};
      const std::size_t which = m_scope->name == "<listcomp>"   ? 0
                                : m_scope->name == "<setcomp>"  ? 1
                                : m_scope->name == "<dictcomp>" ? 2
                                                                : 3;
      fail(node, "'yield' inside " + std::string(kNames[which]));
    }
    m_scope->is_generator = true;
  }

  /// `:=` in a comprehension binds in the function (or module) around it.
  void walrus(const ast::NamedExpr& node) {
    const auto& name = *ast::as<ast::Name>(node.target);
    Scope* scope = m_scope;
    const std::string mangled_name = mangled(name.id);
    if (scope->kind == ScopeKind::comprehension && m_in_iterable) {
      fail(node, "assignment expression cannot be used in a comprehension iterable expression");
    }
    while (scope->kind == ScopeKind::comprehension) {
      Symbol& symbol = scope->symbol(mangled_name);
      if (symbol.is_comprehension_target) {
        fail(name,
             "assignment expression cannot rebind comprehension iteration variable '" + std::string(name.id) + "'");
        return;
      }
      symbol.is_used = true;
      scope->has_walrus = true;
      scope = scope->parent;
      if (scope->kind == ScopeKind::class_) {
        fail(node, "assignment expression within a comprehension cannot be used in a class body");
        return;
      }
    }
    if (scope != m_scope) {
      Symbol& outer = scope->symbol(mangled_name);
      outer.is_assigned = true;
      for (Scope* inner = m_scope; inner != scope; inner = inner->parent) {
        Symbol& symbol = inner->symbol(mangled_name);
        // In a module, or when the function says so, the name is global all the way.
        if (scope->kind == ScopeKind::module || outer.is_global)
          symbol.is_global = true;
        else
          symbol.is_nonlocal = true;
      }
    } else {
      assign(name, name.id);
    }
    scope->has_walrus = true;
    expression(node.value);
  }

  template <class Generators>
  void comprehension(const ast::Node& node, const Generators& generators, const ast::expr* first,
                     const ast::expr* second, const char* name) {
    // The first iterable is evaluated outside.
    expression(generators[0]->iter);
    Scope& scope = enter(ScopeKind::comprehension, node, name);
    scope.symbol(".0").is_parameter = true;
    for (std::size_t i = 0; i < generators.size(); ++i) {
      const ast::comprehension& generator = *generators[i];
      if (generator.is_async) scope.is_async = true;
      m_in_targets = true;
      expression(generator.target);
      m_in_targets = false;
      if (i > 0) {
        const bool outer = std::exchange(m_in_iterable, true);
        expression(generator.iter);
        m_in_iterable = outer;
      }
      expressions(generator.ifs);
    }
    expression(first);
    expression(second);
    if (std::string_view(name) == "<genexpr>") scope.is_generator = true;
    const bool was_async = scope.is_async && std::string_view(name) != "<genexpr>";
    leave();
    // A comprehension that awaits is awaited where it stands.
    if (was_async && m_scope->kind == ScopeKind::comprehension) m_scope->is_async = true;
  }

  // ---- patterns
  void pattern(const ast::pattern* node) {
    if (node == nullptr) return;
    switch (node->kind) {
      case ast::Kind::MatchValue: expression(ast::as<ast::MatchValue>(node)->value); break;
      case ast::Kind::MatchSequence:
        for (const ast::pattern* each : ast::as<ast::MatchSequence>(node)->patterns) pattern(each);
        break;
      case ast::Kind::MatchMapping: {
        const auto* mapping = ast::as<ast::MatchMapping>(node);
        expressions(mapping->keys);
        for (const ast::pattern* each : mapping->patterns) pattern(each);
        if (!mapping->rest.empty()) assign(*node, mapping->rest);
        break;
      }
      case ast::Kind::MatchClass: {
        const auto* cls = ast::as<ast::MatchClass>(node);
        expression(cls->cls);
        for (const ast::pattern* each : cls->patterns) pattern(each);
        for (const ast::pattern* each : cls->kwd_patterns) pattern(each);
        break;
      }
      case ast::Kind::MatchStar:
        if (!ast::as<ast::MatchStar>(node)->name.empty()) assign(*node, ast::as<ast::MatchStar>(node)->name);
        break;
      case ast::Kind::MatchAs:
        pattern(ast::as<ast::MatchAs>(node)->pattern);
        if (!ast::as<ast::MatchAs>(node)->name.empty()) assign(*node, ast::as<ast::MatchAs>(node)->name);
        break;
      case ast::Kind::MatchOr:
        for (const ast::pattern* each : ast::as<ast::MatchOr>(node)->patterns) pattern(each);
        break;
      default: break;
    }
  }

  SymbolTable& m_table;
  Scope* m_scope = nullptr;
  bool m_in_targets = false;
  bool m_in_iterable = false;
  std::optional<Diagnostic> m_mistake;
};

/// Decides the storage of every name, from the outside in and back.
class SymbolResolver {
 public:
  std::optional<Diagnostic> run(Scope& root) {
    resolve(root, {});
    return m_mistake;
  }

 private:
  using Names = std::set<std::string>;

  /// `visible`: variables of enclosing functions. Returns the names that this scope and those inside take from outside.
  Names resolve(Scope& scope, const Names& visible) {
    Names own = visible;
    for (const std::string& name : scope.order) decide(scope, name, visible);
    if (scope.is_function_like()) {
      for (const std::string& name : scope.order) {
        if (scope.symbols[name].storage == Storage::local) own.insert(name);
        if (scope.symbols[name].is_global) own.erase(name);
      }
    }
    // A class body's names are invisible to functions inside it, but for __class__.
    if (scope.kind == ScopeKind::class_) own.insert("__class__");
    Names wanted;
    for (const auto& child : scope.children) {
      for (const std::string& name : resolve(*child, own)) {
        if (scope.is_function_like()) {
          Symbol& symbol = scope.symbol(name);
          if (symbol.storage == Storage::local) {
            symbol.storage = Storage::cell;
            continue;
          }
          if (symbol.storage == Storage::cell) continue;
          if (!symbol.is_assigned && !symbol.is_used) symbol.storage = Storage::free;
          if (symbol.storage != Storage::free) symbol.storage = Storage::free;
        } else if (scope.kind == ScopeKind::class_ && name == "__class__") {
          scope.needs_class_cell = true;
          continue;
        }
        wanted.insert(name);
      }
    }
    for (const std::string& name : scope.order) {
      if (scope.symbols[name].storage == Storage::free) wanted.insert(name);
    }
    for (const std::string& name : scope.order) {
      if (wanted.contains(name) && scope.symbols[name].storage == Storage::free) scope.free_names.push_back(name);
    }
    if (scope.kind == ScopeKind::class_) {
      // Passed through to the functions inside.
      for (const std::string& name : wanted) {
        if (std::find(scope.free_names.begin(), scope.free_names.end(), name) == scope.free_names.end()) {
          scope.free_names.push_back(name);
        }
      }
    }
    return wanted;
  }

  void decide(Scope& scope, const std::string& name, const Names& visible) {
    Symbol& symbol = scope.symbols[name];
    if (symbol.is_global) {
      symbol.storage = Storage::global;
    } else if (symbol.is_nonlocal) {
      if (!visible.contains(name)) {
        if (!m_mistake) {
          Diagnostic mistake;
          mistake.message = "no binding for nonlocal '" + name + "' found";
          mistake.line = declaration_line(scope, name, mistake.column);
          m_mistake = mistake;
        }
        return;
      }
      symbol.storage = Storage::free;
    } else if (symbol.is_assigned || symbol.is_parameter) {
      symbol.storage = scope.is_function_like() ? Storage::local
                       : has_namespace(scope)   ? Storage::name
                                                : Storage::global;
    } else if (visible.contains(name)) {
      symbol.storage = Storage::free;
    } else {
      symbol.storage = has_namespace(scope) ? Storage::name : Storage::global;
    }
  }

  static bool has_namespace(const Scope& scope) noexcept {
    return scope.kind == ScopeKind::class_ || scope.uses_namespace;
  }

  static int declaration_line(const Scope& scope, const std::string& name, int& column) {
    const auto look = [&](const auto& body) {
      for (const ast::stmt* statement : body) {
        if (!ast::is<ast::Nonlocal>(statement)) continue;
        for (const ast::Identifier each : ast::as<ast::Nonlocal>(statement)->names) {
          if (each == name) {
            column = statement->pos.column + 1;
            return statement->pos.line;
          }
        }
      }
      return 0;
    };
    int line = 0;
    if (ast::is<ast::FunctionDef>(scope.node)) line = look(ast::as<ast::FunctionDef>(scope.node)->body);
    if (ast::is<ast::AsyncFunctionDef>(scope.node)) line = look(ast::as<ast::AsyncFunctionDef>(scope.node)->body);
    if (line == 0 && scope.node != nullptr) {
      line = scope.node->pos.line;
      column = scope.node->pos.column + 1;
    }
    return line;
  }

  std::optional<Diagnostic> m_mistake;
};

std::optional<Diagnostic> SymbolTable::build(const ast::Node& root, SymbolTable& table, bool uses_namespace) {
  if (std::optional<Diagnostic> mistake = SymbolCollector(table).run(root)) return mistake;
  table.m_root->uses_namespace = uses_namespace;
  return SymbolResolver().run(*table.m_root);
}

}  // namespace loopline::script
