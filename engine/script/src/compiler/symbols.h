// Scopes: which name means what, decided before any code is made (CPython's symtable.c).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "script/syntax/ast.h"
#include "script/syntax/diagnostic.h"

namespace loopline::script {

enum class ScopeKind : std::uint8_t { module, class_, function, lambda, comprehension };

/// Where a name of a scope lives.
enum class Storage : std::uint8_t {
  local,   ///< a register
  cell,    ///< a register that holds a cell: inner functions use the variable
  free,    ///< a cell of an enclosing function
  global,  ///< the module's namespace
  name,    ///< a class body's namespace (or exec()'s), looked up there first
};

struct Symbol {
  bool is_parameter = false;
  bool is_assigned = false;
  bool is_used = false;
  bool is_global = false;    // declared
  bool is_nonlocal = false;  // declared
  bool is_annotated = false;
  bool is_comprehension_target = false;
  Storage storage = Storage::global;
  int register_number = -1;
};

struct Scope {
  ScopeKind kind = ScopeKind::module;
  const ast::Node* node = nullptr;
  Scope* parent = nullptr;
  std::string name;
  std::string private_class;  // for __mangled names
  std::vector<std::unique_ptr<Scope>> children;
  std::unordered_map<std::string, Symbol> symbols;
  std::vector<std::string> order;       // names as they first came
  std::vector<std::string> free_names;  // in that order
  bool is_async = false;                // async def, or a comprehension that awaits
  bool is_generator = false;            // has yield
  bool returns_value = false;
  bool has_walrus = false;
  bool uses_namespace = false;    // module: names are looked up as those of class bodies are
  bool needs_class_cell = false;  // class: a method uses __class__

  Symbol& symbol(const std::string& name);
  Symbol* find(const std::string& name);
  bool is_function_like() const noexcept { return kind != ScopeKind::module && kind != ScopeKind::class_; }
};

/// `__name` inside class `Klass` is `_Klass__name`.
std::string mangle(std::string_view private_class, std::string_view name);

/// The scopes of a program. The mistakes are those that CPython's symbol table finds.
class SymbolTable {
 public:
  static std::optional<Diagnostic> build(const ast::Node& root, SymbolTable& table, bool uses_namespace = false);

  Scope& root() noexcept { return *m_root; }
  Scope& scope_of(const ast::Node& node) const { return *m_scopes.at(&node); }

 private:
  friend class SymbolCollector;
  friend class SymbolResolver;
  std::unique_ptr<Scope> m_root;
  std::unordered_map<const ast::Node*, Scope*> m_scopes;
};

}  // namespace loopline::script
