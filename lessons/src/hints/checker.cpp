// The hints themselves: one walk over the program with what is around each expression at hand.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "hints/facts.h"
#include "lessons/hints.h"
#include "report.h"
#include "script/syntax/parser.h"
#include "script/syntax/walk.h"
#include "source_text.h"

namespace loopline::lessons {
namespace {

// What takes a coroutine, and in which argument: `-1` for all of them.
struct Taker {
  std::string_view name;
  int argument;
};
constexpr auto takers = std::to_array<Taker>({{"asyncio.create_task", 0},
                                              {"asyncio.ensure_future", 0},
                                              {"asyncio.run", 0},
                                              {"asyncio.wait_for", 0},
                                              {"asyncio.shield", 0},
                                              {"asyncio.run_coroutine_threadsafe", 0},
                                              {"asyncio.gather", -1},
                                              {"asyncio.wait", 0},
                                              {"asyncio.as_completed", 0},
                                              {".create_task", 0},
                                              {".run_until_complete", 0}});
// What calls a function later, outside of any task.
constexpr auto callers = std::to_array<Taker>({{".call_soon", 0},
                                               {".call_soon_threadsafe", 0},
                                               {".call_later", 1},
                                               {".call_at", 1},
                                               {".add_done_callback", 0},
                                               {".run_in_executor", 1},
                                               {"asyncio.to_thread", 0}});

class HintFinder {
 public:
  HintFinder(const script::Tree& tree, const Scenario& scenario, Report& report)
      : m_tree(tree), m_scenario(scenario), m_facts(tree.module()), m_report(report) {
    count_names(tree.module());
  }

  void find() { visit(m_tree.module()); }

 private:
  // ---- places and texts

  void hint(const ast::Node& at, const std::string& message) {
    if (at.pos.line < m_scenario.own_line) return;  // of another block
    const std::string_view line = script::line_of(m_tree.source(), at.pos.line);
    const auto column = count_characters(line.substr(0, static_cast<std::size_t>(at.pos.column)));
    m_report.hint(in_file(m_scenario, {at.pos.line, static_cast<int>(column) + 1}), message);
  }

  // As written, cut short: for "write 'await f(…)'".
  std::string source(const ast::Node& node) const {
    std::string_view line = script::line_of(m_tree.source(), node.pos.line);
    const bool whole = node.pos.line == node.pos.end_line;
    const std::size_t end = whole ? static_cast<std::size_t>(node.pos.end_column) : line.size();
    line = line.substr(static_cast<std::size_t>(node.pos.column), end - static_cast<std::size_t>(node.pos.column));
    constexpr std::size_t longest = 40;
    if (whole && count_characters(line) <= longest) return std::string(line);
    const std::size_t bracket = line.find('(');
    return bracket != line.npos && bracket > 0 && bracket <= longest ? std::string(line.substr(0, bracket)) + "(…)"
                                                                     : "…";
  }

  // ---- around an expression

  bool in_coroutine() const { return ast::is<ast::AsyncFunctionDef>(m_function); }
  What what(const ast::Node& node) const { return m_facts.what(node, m_function); }

  void count_names(const ast::Node& node) {
    if (ast::is<ast::Name>(&node) && ast::as<ast::Name>(&node)->ctx == ast::ExprContext::Load) {
      ++m_loads[ast::as<ast::Name>(&node)->id];
    }
    if (ast::is<ast::Await>(&node) && ast::is<ast::Name>(ast::as<ast::Await>(&node)->value)) {
      m_awaited.insert(ast::as<ast::Name>(ast::as<ast::Await>(&node)->value)->id);
    }
    ast::for_each_child(node, [&](const ast::Node& child) { count_names(child); });
  }

  void visit(const ast::Node& node) {
    const ast::Node* const outer = m_function;
    if (ast::is<ast::FunctionDef>(&node) || ast::is<ast::AsyncFunctionDef>(&node)) m_function = &node;
    const bool is_lambda = ast::is<ast::Lambda>(&node);
    m_lambdas += is_lambda ? 1 : 0;
    switch (node.kind) {
      case ast::Kind::Expr: statement(*ast::as<ast::Expr>(&node)); break;
      case ast::Kind::Assign: assignment(*ast::as<ast::Assign>(&node)); break;
      case ast::Kind::Await: awaited(*ast::as<ast::Await>(&node)); break;
      case ast::Kind::Call: call(*ast::as<ast::Call>(&node)); break;
      default: break;
    }
    ast::for_each_child(node, [&](const ast::Node& child) { visit(child); });
    m_lambdas -= is_lambda ? 1 : 0;
    m_function = outer;
  }

  // ---- statements

  void statement(const ast::Expr& node) {
    const ast::expr& value = *node.value;
    switch (what(value)) {
      case What::coroutine: return never_awaited(value);
      case What::gathered:
        if (!in_coroutine()) return;
        return hint(value,
                    "The result of gather() is not awaited: the coroutine goes on at once, and what goes wrong "
                    "is lost. Write 'await " +
                        source(value) + "'.");
      case What::task:
        if (!in_coroutine()) return;
        return hint(value,
                    "Nothing keeps the task. The loop itself only remembers it weakly, so that it may vanish "
                    "before it is done; keep it in a variable or a set, and await it: 'task = " +
                        source(value) + "'.");
      default: break;
    }
    if (ast::is<ast::Await>(&value)) needs_second_await(value);
  }

  void never_awaited(const ast::expr& value) {
    const std::string call = source(value);
    hint(value, "'" + call + "' makes a coroutine that nobody awaits, so nothing of it runs. Write 'await " + call +
                    "' to wait for it, or 'asyncio.create_task(" + call + ")' to let it run beside.");
  }

  void assignment(const ast::Assign& node) {
    if (node.targets.size() != 1 || !ast::is<ast::Name>(node.targets[0])) return;
    const std::string_view name = ast::as<ast::Name>(node.targets[0])->id;
    const bool is_used = m_loads.contains(name);
    if (what(*node.value) == What::coroutine && !is_used && m_function != nullptr) return never_awaited(*node.value);
    if (ast::is<ast::Await>(node.value) && !m_awaited.contains(name) && m_loads[name] <= 1 && is_printed(name)) {
      needs_second_await(*node.value);
    }
  }

  // The variable is used once, to print it or to count with it: as a value.
  bool is_printed(std::string_view name) const { return find_printed(m_tree.module(), name); }
  bool find_printed(const ast::Node& node, std::string_view name) const {
    if (ast::is<ast::Call>(&node) && ast::is<ast::Name>(ast::as<ast::Call>(&node)->func) &&
        ast::as<ast::Name>(ast::as<ast::Call>(&node)->func)->id == "print") {
      return mentions(node, name);
    }
    bool found = false;
    ast::for_each_child(node, [&](const ast::Node& child) { found = found || find_printed(child, name); });
    return found;
  }
  static bool mentions(const ast::Node& node, std::string_view name) {
    if (ast::is<ast::Name>(&node) && ast::as<ast::Name>(&node)->id == name) return true;
    bool found = false;
    ast::for_each_child(node, [&](const ast::Node& child) { found = found || mentions(child, name); });
    return found;
  }

  // `await f()` where f returns something that is itself to be awaited.
  void needs_second_await(const ast::expr& value) {
    if (!is_awaitable(what(value))) return;
    const std::string call = source(*ast::as<ast::Await>(&value)->value);
    const What result = what(value);
    const std::string kind = result == What::coroutine ? "a coroutine" : result == What::task ? "a task" : "a future";
    hint(value, "'" + call + "' returns " + kind +
                    ", which this does not wait for: it takes a second await. Write 'await (await " + call +
                    ")', or let the coroutine return what it awaited.");
  }

  // ---- await

  void awaited(const ast::Await& node) {
    const ast::expr& value = *node.value;
    switch (what(value)) {
      case What::coroutine_function:
        return hint(value, "'" + source(value) + "' is a coroutine function and cannot be awaited; call it: 'await " +
                               source(value) + "()'.");
      case What::async_generator:
        return hint(value, "'" + source(value) +
                               "' is an asynchronous generator, which gives its values one by one; "
                               "write 'async for item in " +
                               source(value) + "'.");
      case What::concurrent_future:
        return hint(value, "'" + source(value) +
                               "' gives a future for threads, which cannot be awaited; write 'await "
                               "asyncio.wrap_future(" +
                               source(value) + ")'.");
      case What::nothing: return not_awaitable(value);
      case What::task:
        if (ast::is<ast::Call>(&value)) return awaited_task(*ast::as<ast::Call>(&value));
        return;
      default: return;
    }
  }

  void not_awaitable(const ast::expr& value) {
    std::string message =
        "'" + source(value) + "' is nothing that can be awaited: await takes coroutines, tasks and futures.";
    if (ast::is<ast::Call>(&value)) {
      const std::string name = m_facts.qualified(*ast::as<ast::Call>(&value)->func);
      const std::string_view instead = instead_of_blocking(name);
      const FunctionFacts* own = m_facts.function(*ast::as<ast::Call>(&value)->func);
      if (!instead.empty()) {
        message += " Use " + std::string(instead) + ".";
        m_told = &value;
      } else if (own != nullptr && !own->is_async) {
        message += " Make it 'async def', or leave 'await' out.";
      }
    } else if (ast::is<ast::List>(&value) || ast::is<ast::ListComp>(&value)) {
      message += " To wait for all of a list write 'await asyncio.gather(*" + source(value) + ")'.";
    }
    hint(value, message);
  }

  // `await asyncio.create_task(f())`
  void awaited_task(const ast::Call& call) {
    if (call.args.empty() || what(call) != What::task || !is_task_maker(call)) return;
    const std::string inner = source(*call.args[0]);
    hint(call, "The task is awaited where it is made, so that nothing runs beside it: 'await " + inner +
                   "' does the same. To run several at once make all tasks first and await them afterwards.");
  }
  bool is_task_maker(const ast::Call& call) const {
    const std::string name = m_facts.qualified(*call.func);
    const bool method = ast::is<ast::Attribute>(call.func) && ast::as<ast::Attribute>(call.func)->attr == "create_task";
    return name == "asyncio.create_task" || name == "asyncio.ensure_future" || method;
  }

  // ---- calls

  template <std::size_t Size>
  const Taker* taker(const std::array<Taker, Size>& all, const ast::Call& call) const {
    const std::string name = m_facts.qualified(*call.func);
    const std::string method = ast::is<ast::Attribute>(call.func)
                                   ? "." + std::string(ast::as<ast::Attribute>(call.func)->attr)
                                   : std::string();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Taker& each) { return each.name == name || each.name == method; });
    return found == all.end() ? nullptr : &*found;
  }

  void call(const ast::Call& node) {
    if (const Taker* takes = taker(takers, node)) check_arguments(node, *takes, false);
    if (const Taker* calls = taker(callers, node)) check_arguments(node, *calls, true);
    check_thread(node);
    if (!in_coroutine() || m_lambdas > 0) return;
    const std::string name = m_facts.qualified(*node.func);
    if (name == "asyncio.run") {
      const std::string inner = node.args.empty() ? "…" : source(*node.args[0]);
      return hint(node,
                  "asyncio.run() starts a loop of its own, which a running loop does not allow: RuntimeError. Write "
                  "'await " +
                      inner + "'.");
    }
    if (ast::is<ast::Attribute>(node.func) && ast::as<ast::Attribute>(node.func)->attr == "run_until_complete") {
      const std::string inner = node.args.empty() ? "…" : source(*node.args[0]);
      return hint(node, "A loop that runs already cannot be run again: RuntimeError. Write 'await " + inner + "'.");
    }
    if (m_told != &node) check_blocking(node, name);
  }

  void check_blocking(const ast::Call& node, const std::string& name) {
    if (const std::string_view instead = instead_of_blocking(name); !instead.empty()) {
      return hint(node, "'" + source(*node.func) +
                            "()' blocks the whole loop: no other task runs until it returns. Use " +
                            std::string(instead) + ".");
    }
    const FunctionFacts* own = m_facts.function(*node.func);
    if (own == nullptr || own->is_async || own->blocks.empty()) return;
    hint(node, "'" + source(node) + "' calls " + std::string(own->blocks) +
                   "(), which blocks the whole loop: no other task "
                   "runs until it returns. Write 'await asyncio.to_thread(" +
                   source(*node.func) + ", …)'.");
  }

  // A coroutine function where a coroutine belongs, or, `called_later`, where a plain function does.
  void check_arguments(const ast::Call& node, const Taker& taker, bool called_later) {
    for (std::size_t i = 0; i < node.args.size(); ++i) {
      if (taker.argument >= 0 && i != static_cast<std::size_t>(taker.argument)) continue;
      check_argument(*node.args[i], node, called_later);
    }
  }

  void check_argument(const ast::Node& argument, const ast::Call& call, bool called_later) {
    switch (argument.kind) {
      case ast::Kind::Starred: return check_argument(*ast::as<ast::Starred>(&argument)->value, call, called_later);
      case ast::Kind::List:
      case ast::Kind::Tuple:
      case ast::Kind::Set:
        ast::for_each_child(argument, [&](const ast::Node& each) { check_argument(each, call, called_later); });
        return;
      case ast::Kind::ListComp: return check_argument(*ast::as<ast::ListComp>(&argument)->elt, call, called_later);
      case ast::Kind::GeneratorExp:
        return check_argument(*ast::as<ast::GeneratorExp>(&argument)->elt, call, called_later);
      default: break;
    }
    if (what(argument) != What::coroutine_function) return;
    const std::string name = source(argument);
    const std::string function = source(*call.func);
    if (called_later) {
      hint(argument, "'" + function + "()' only calls '" + name +
                         "', which makes a coroutine that nobody awaits. Pass a plain "
                         "function that starts it: 'lambda: asyncio.create_task(" +
                         name + "())'.");
    } else {
      hint(argument, "'" + name + "' is a coroutine function; '" + function +
                         "()' takes what calling it gives. Write '" + name + "()'.");
    }
  }

  void check_thread(const ast::Call& node) {
    const std::string name = m_facts.qualified(*node.func);
    if (name != "threading.Thread") return;
    for (const ast::keyword* each : node.keywords) {
      if (each->arg != "target" || what(*each->value) != What::coroutine_function) continue;
      hint(*each->value, "The thread only calls '" + source(*each->value) +
                             "', which makes a coroutine that nobody awaits. Write "
                             "'target=asyncio.run, args=(" +
                             source(*each->value) + "(),)'.");
    }
  }

  const script::Tree& m_tree;
  const Scenario& m_scenario;
  Facts m_facts;
  Report& m_report;
  std::map<std::string_view, int> m_loads;  // how often each name is used
  std::set<std::string_view> m_awaited;
  const ast::Node* m_function = nullptr;
  const ast::Node* m_told = nullptr;  // a call that was told to block already
  int m_lambdas = 0;
};

}  // namespace

Diagnostics hints_of(const Lesson& lesson, const Scenario& scenario) {
  Report report(lesson.path);
  const script::ParseResult parsed = script::parse_module(scenario.code, "");
  if (parsed.ok()) HintFinder(parsed.tree(), scenario, report).find();
  return report.take();
}

Diagnostics hints_of(const Lesson& lesson) {
  Diagnostics all;
  for (const Scenario& scenario : lesson.scenarios) {
    const Diagnostics hints = hints_of(lesson, scenario);
    all.insert(all.end(), hints.begin(), hints.end());
  }
  return all;
}

}  // namespace loopline::lessons
