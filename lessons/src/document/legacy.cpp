#include "document/legacy.h"

#include <algorithm>
#include <array>
#include <set>

#include "script/syntax/parser.h"
#include "script/syntax/walk.h"

namespace loopline::lessons {
namespace {

namespace ast = script::ast;

constexpr auto with_loop = std::to_array<std::string_view>(
    {"sleep", "gather", "wait", "wait_for", "shield", "as_completed", "Lock", "Event", "Condition", "Semaphore",
     "BoundedSemaphore", "Queue", "LifoQueue", "PriorityQueue", "open_connection", "start_server",
     "create_subprocess_exec", "create_subprocess_shell"});

class LegacyFinder {
 public:
  std::string find(const ast::Module& module) {
    collect(module);
    visit(module);
    return std::move(m_found);
  }

 private:
  void tell(std::string_view sentence) {
    if (m_found.empty()) m_found = sentence;
  }

  void collect(const ast::Node& node) {
    if (ast::is<ast::AsyncFunctionDef>(&node)) m_coroutines.insert(ast::as<ast::AsyncFunctionDef>(&node)->name);
    if (ast::is<ast::ImportFrom>(&node) && ast::as<ast::ImportFrom>(&node)->module == "asyncio") {
      for (const ast::alias* each : ast::as<ast::ImportFrom>(&node)->names) m_from_asyncio.insert(each->name);
    }
    ast::for_each_child(node, [&](const ast::Node& child) { collect(child); });
  }

  // `asyncio.name`, or `name` when it was imported from asyncio.
  std::string_view asyncio_name(const ast::Node* node) const {
    if (ast::is<ast::Attribute>(node)) {
      const auto& attribute = *ast::as<ast::Attribute>(node);
      const bool of_asyncio =
          ast::is<ast::Name>(attribute.value) && ast::as<ast::Name>(attribute.value)->id == "asyncio";
      return of_asyncio ? attribute.attr : std::string_view();
    }
    if (ast::is<ast::Name>(node) && m_from_asyncio.contains(ast::as<ast::Name>(node)->id)) {
      return ast::as<ast::Name>(node)->id;
    }
    return {};
  }

  void visit(const ast::Node& node) {
    if (ast::is<ast::Attribute>(&node) || ast::is<ast::Name>(&node)) name(node);
    if (ast::is<ast::Call>(&node)) call(*ast::as<ast::Call>(&node));
    ast::for_each_child(node, [&](const ast::Node& child) { visit(child); });
  }

  void name(const ast::Node& node) {
    const std::string_view name = asyncio_name(&node);
    if (name == "coroutine") tell("@asyncio.coroutine is gone since Python 3.11; 'async def' took its place.");
    if (name == "JoinableQueue") tell("asyncio.JoinableQueue is gone since Python 3.5; asyncio.Queue can do the same.");
    if (!ast::is<ast::Attribute>(&node)) return;
    const auto& attribute = *ast::as<ast::Attribute>(&node);
    if (asyncio_name(attribute.value) == "Task" &&
        (attribute.attr == "all_tasks" || attribute.attr == "current_task")) {
      tell("Task." + std::string(attribute.attr) + "() is gone since Python 3.9; asyncio." +
           std::string(attribute.attr) + "() took its place.");
    }
  }

  void call(const ast::Call& node) {
    const std::string_view name = asyncio_name(node.func);
    if (name.empty()) return;
    const bool has_loop = std::any_of(node.keywords.begin(), node.keywords.end(),
                                      [](const ast::keyword* each) { return each->arg == "loop"; });
    if (has_loop && std::find(with_loop.begin(), with_loop.end(), name) != with_loop.end()) {
      tell("asyncio." + std::string(name) + "() takes no 'loop' since Python 3.10.");
    }
    if (name == "wait" && !node.args.empty() && holds_coroutines(*node.args[0])) {
      tell("asyncio.wait() takes no bare coroutines since Python 3.11; make tasks of them.");
    }
  }

  bool holds_coroutines(const ast::expr& value) const {
    switch (value.kind) {
      case ast::Kind::List: return any_coroutine(ast::as<ast::List>(&value)->elts);
      case ast::Kind::Tuple: return any_coroutine(ast::as<ast::Tuple>(&value)->elts);
      case ast::Kind::Set: return any_coroutine(ast::as<ast::Set>(&value)->elts);
      case ast::Kind::ListComp: return is_coroutine(*ast::as<ast::ListComp>(&value)->elt);
      case ast::Kind::SetComp: return is_coroutine(*ast::as<ast::SetComp>(&value)->elt);
      case ast::Kind::GeneratorExp: return is_coroutine(*ast::as<ast::GeneratorExp>(&value)->elt);
      case ast::Kind::Name: return m_lists.contains(ast::as<ast::Name>(&value)->id);
      default: return false;
    }
  }
  bool any_coroutine(const ast::Seq<ast::expr>& values) const {
    return std::any_of(values.begin(), values.end(), [&](const ast::expr* each) { return is_coroutine(*each); });
  }
  // A call of one of the program's own coroutine functions, also as a method.
  bool is_coroutine(const ast::expr& value) const {
    if (!ast::is<ast::Call>(&value)) return false;
    const ast::Node* function = ast::as<ast::Call>(&value)->func;
    if (ast::is<ast::Name>(function)) return m_coroutines.contains(ast::as<ast::Name>(function)->id);
    if (ast::is<ast::Attribute>(function)) {
      return asyncio_name(function) == "sleep" || m_coroutines.contains(ast::as<ast::Attribute>(function)->attr);
    }
    return false;
  }

 public:
  // Variables that hold lists of coroutines.
  void collect_lists(const ast::Node& node) {
    if (ast::is<ast::Assign>(&node)) {
      const auto& assign = *ast::as<ast::Assign>(&node);
      const bool is_name = assign.targets.size() == 1 && ast::is<ast::Name>(assign.targets[0]);
      if (is_name && holds_coroutines(*assign.value)) m_lists.insert(ast::as<ast::Name>(assign.targets[0])->id);
    }
    if (ast::is<ast::Call>(&node)) {  // list.append(coroutine())
      const auto& call = *ast::as<ast::Call>(&node);
      if (ast::is<ast::Attribute>(call.func) && ast::as<ast::Attribute>(call.func)->attr == "append" &&
          call.args.size() == 1 && is_coroutine(*call.args[0]) &&
          ast::is<ast::Name>(ast::as<ast::Attribute>(call.func)->value)) {
        m_lists.insert(ast::as<ast::Name>(ast::as<ast::Attribute>(call.func)->value)->id);
      }
    }
    ast::for_each_child(node, [&](const ast::Node& child) { collect_lists(child); });
  }
  void prepare(const ast::Module& module) { collect(module), collect_lists(module); }

 private:
  std::set<std::string_view> m_coroutines;
  std::set<std::string_view> m_from_asyncio;
  std::set<std::string_view> m_lists;
  std::string m_found;
};

}  // namespace

std::string legacy_in(std::string_view code) {
  const script::ParseResult parsed = script::parse_module(code, "");
  if (!parsed.ok()) return {};
  LegacyFinder finder;
  finder.prepare(parsed.tree().module());
  return finder.find(parsed.tree().module());
}

bool rename_async(std::string& code) {
  constexpr std::string_view call = "asyncio.async(";
  bool found = false;
  for (std::size_t at = code.find(call); at != std::string::npos; at = code.find(call, at + call.size())) {
    code.insert(at + call.size() - 1, "_");
    found = true;
  }
  return found;
}

}  // namespace loopline::lessons
