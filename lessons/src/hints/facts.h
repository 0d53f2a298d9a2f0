// What a program's expressions are as far as awaiting goes, found from its definitions, annotations and what asyncio's
// functions give. Unknown wherever it could be something else: hints must not be wrong.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "script/syntax/ast.h"

namespace loopline::lessons {

enum class What {
  unknown,
  coroutine,           ///< made, not running
  coroutine_function,  ///< not even called
  async_generator,
  task,
  future,             ///< asyncio's; also what gather() gives
  gathered,           ///< what gather() gives
  concurrent_future,  ///< of run_coroutine_threadsafe() and executors' submit()
  nothing,            ///< nothing that can be awaited: numbers, texts, lists, None
};

inline bool is_awaitable(What what) {
  return what == What::coroutine || what == What::task || what == What::future || what == What::gathered;
}

namespace ast = script::ast;

/// A function of the program.
struct FunctionFacts {
  bool is_async = false;
  bool is_generator = false;
  bool is_decorated = false;
  What result = What::unknown;  ///< of its call, or, if it is async, of awaiting that
  std::string_view blocks;      ///< what of it blocks its thread: "time.sleep()"; empty: nothing is known
};

class Facts {
 public:
  explicit Facts(const ast::Module& module);

  /// "asyncio.sleep" of a name or attribute, through imports and their aliases; empty: neither is known.
  std::string qualified(const ast::Node& function) const;
  const FunctionFacts* function(const ast::Node& called) const;
  /// Within `scope`, the function (null: the module) that the expression stands in.
  What what(const ast::Node& expression, const ast::Node* scope) const;

  /// The class that a method is of; null: it is none.
  const ast::ClassDef* class_of(const ast::Node* function) const;

 private:
  struct Variable {
    int assigned = 0;
    What what = What::unknown;
    const ast::ClassDef* instance_of = nullptr;
  };
  using Scope = std::map<std::string_view, Variable>;

  void collect(const ast::Node& node, const ast::Node* scope, const ast::ClassDef* inside);
  void collect_import(const ast::Node& node);
  void define(const ast::FunctionLike& node, bool is_async, const ast::Node* scope, const ast::ClassDef* inside);
  void bind(const ast::Node& target, const ast::Node* scope, const ast::expr* value, const ast::expr* annotation);
  void find_results();
  What annotated(const ast::expr* annotation) const;
  What call(const ast::Call& node, const ast::Node* scope) const;
  bool is_loop(const ast::Node& node) const;
  const Variable* variable(std::string_view name, const ast::Node* scope) const;
  const ast::Node* defined(const ast::Node& called) const;

  struct Assignment {
    std::string_view name;
    const ast::Node* scope;
    const ast::expr* value;
  };

  std::map<std::string_view, std::string> m_imports;
  std::map<const ast::Node*, FunctionFacts> m_functions;
  std::map<std::string_view, std::vector<const ast::Node*>> m_by_name;  // functions outside of classes
  std::map<const ast::ClassDef*, std::map<std::string_view, const ast::Node*>> m_methods;
  std::map<std::string_view, const ast::ClassDef*> m_classes;
  std::map<const ast::Node*, const ast::ClassDef*> m_class_of;
  std::map<const ast::Node*, const ast::Node*> m_scope_of;  // of functions
  std::map<const ast::Node*, Scope> m_scopes;
  std::vector<Assignment> m_assignments;
};

/// Calls that hold up the whole loop: "time.sleep" → what to write instead; empty: it is none.
std::string_view instead_of_blocking(std::string_view function);

}  // namespace loopline::lessons
