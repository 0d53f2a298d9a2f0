#include "hints/facts.h"

#include <algorithm>
#include <array>

#include "script/syntax/walk.h"

namespace loopline::lessons {
namespace {

struct Known {
  std::string_view name;
  What what;
};
constexpr auto known_calls = std::to_array<Known>({
    {"asyncio.sleep", What::coroutine},
    {"asyncio.wait", What::coroutine},
    {"asyncio.wait_for", What::coroutine},
    {"asyncio.to_thread", What::coroutine},
    {"asyncio.open_connection", What::coroutine},
    {"asyncio.start_server", What::coroutine},
    {"asyncio.create_subprocess_exec", What::coroutine},
    {"asyncio.create_subprocess_shell", What::coroutine},
    {"asyncio.create_task", What::task},
    {"asyncio.ensure_future", What::task},
    {"asyncio.gather", What::gathered},
    {"asyncio.shield", What::future},
    {"asyncio.Future", What::future},
    {"asyncio.run_coroutine_threadsafe", What::concurrent_future},
    {"asyncio.run", What::unknown},
    {"time.sleep", What::nothing},
    {"time.time", What::nothing},
    {"time.monotonic", What::nothing},
    {"time.perf_counter", What::nothing},
    {"requests.get", What::nothing},
    {"requests.post", What::nothing},
    {"subprocess.run", What::nothing},
    {"print", What::nothing},
    {"len", What::nothing},
    {"range", What::nothing},
    {"str", What::nothing},
    {"int", What::nothing},
    {"float", What::nothing},
    {"list", What::nothing},
    {"dict", What::nothing},
    {"sum", What::nothing},
    {"sorted", What::nothing},
    {"input", What::nothing},
});

struct Blocking {
  std::string_view name;
  std::string_view instead;
};
constexpr auto blocking_calls = std::to_array<Blocking>({
    {"time.sleep", "await asyncio.sleep(…)"},
    {"requests.get", "aiohttp, or await asyncio.to_thread(requests.get, …)"},
    {"requests.post", "aiohttp, or await asyncio.to_thread(requests.post, …)"},
    {"requests.put", "aiohttp, or await asyncio.to_thread(requests.put, …)"},
    {"requests.delete", "aiohttp, or await asyncio.to_thread(requests.delete, …)"},
    {"requests.head", "aiohttp, or await asyncio.to_thread(requests.head, …)"},
    {"requests.request", "aiohttp, or await asyncio.to_thread(requests.request, …)"},
    {"urllib.request.urlopen", "aiohttp, or await asyncio.to_thread(urlopen, …)"},
    {"urllib.request.urlretrieve", "aiohttp, or await asyncio.to_thread(urlretrieve, …)"},
    {"subprocess.run", "await asyncio.create_subprocess_exec(…)"},
    {"subprocess.call", "await asyncio.create_subprocess_exec(…)"},
    {"subprocess.check_call", "await asyncio.create_subprocess_exec(…)"},
    {"subprocess.check_output", "await asyncio.create_subprocess_exec(…)"},
    {"os.system", "await asyncio.create_subprocess_shell(…)"},
    {"input", "await asyncio.to_thread(input, …)"},
});

bool is_function(const ast::Node& node) {
  return ast::is<ast::FunctionDef>(&node) || ast::is<ast::AsyncFunctionDef>(&node);
}

const ast::FunctionLike& function_like(const ast::Node& node) {
  return ast::is<ast::FunctionDef>(&node) ? static_cast<const ast::FunctionLike&>(*ast::as<ast::FunctionDef>(&node))
                                          : *ast::as<ast::AsyncFunctionDef>(&node);
}

// Visits a function's own statements, nested functions and classes left out.
template <class Visit>
void each_own(const ast::Node& node, Visit visit) {
  ast::for_each_child(node, [&](const ast::Node& child) {
    visit(child);
    if (!is_function(child) && !ast::is<ast::Lambda>(&child) && !ast::is<ast::ClassDef>(&child)) each_own(child, visit);
  });
}

bool is_rebound_kind(What what) { return what == What::unknown; }

}  // namespace

std::string_view instead_of_blocking(std::string_view function) {
  const auto found = std::find_if(blocking_calls.begin(), blocking_calls.end(),
                                  [&](const Blocking& each) { return each.name == function; });
  return found == blocking_calls.end() ? std::string_view() : found->instead;
}

Facts::Facts(const ast::Module& module) {
  collect(module, nullptr, nullptr);
  find_results();
}

// ---- collecting

void Facts::collect_import(const ast::Node& node) {
  if (ast::is<ast::ImportFrom>(&node)) {
    const auto& from = *ast::as<ast::ImportFrom>(&node);
    for (const ast::alias* each : from.names) {
      m_imports[each->asname.empty() ? each->name : each->asname] =
          std::string(from.module) + "." + std::string(each->name);
    }
    return;
  }
  for (const ast::alias* each : ast::as<ast::Import>(&node)->names) {
    const bool has_alias = !each->asname.empty();
    const std::string_view top = each->name.substr(0, each->name.find('.'));
    m_imports[has_alias ? each->asname : top] = has_alias ? each->name : top;
  }
}

void Facts::define(const ast::FunctionLike& node, bool is_async, const ast::Node* scope, const ast::ClassDef* inside) {
  FunctionFacts facts;
  facts.is_async = is_async;
  facts.is_decorated = !node.decorator_list.empty();
  each_own(node, [&](const ast::Node& part) {
    if (ast::is<ast::Yield>(&part) || ast::is<ast::YieldFrom>(&part)) facts.is_generator = true;
  });
  m_functions[&node] = facts;
  m_scope_of[&node] = scope;
  if (inside != nullptr) {
    m_methods[inside][node.name] = &node;
    m_class_of[&node] = inside;
  } else {
    m_by_name[node.name].push_back(&node);
  }
  if (node.args == nullptr) return;
  Scope& own = m_scopes[&node];
  for (const auto& parameters : {node.args->posonlyargs, node.args->args, node.args->kwonlyargs}) {
    for (const ast::arg* each : parameters) own[each->arg] = {1, annotated(each->annotation), nullptr};
  }
}

void Facts::collect(const ast::Node& node, const ast::Node* scope, const ast::ClassDef* inside) {
  if (is_function(node)) {
    define(function_like(node), ast::is<ast::AsyncFunctionDef>(&node), scope, inside);
    const ast::FunctionLike& function = function_like(node);
    for (const ast::stmt* each : function.body) collect(*each, &node, nullptr);
    return;
  }
  if (ast::is<ast::Import>(&node) || ast::is<ast::ImportFrom>(&node)) return collect_import(node);
  if (ast::is<ast::ClassDef>(&node)) {
    const auto& definition = *ast::as<ast::ClassDef>(&node);
    m_classes[definition.name] = &definition;
    for (const ast::stmt* each : definition.body) collect(*each, scope, &definition);
    return;
  }
  if (ast::is<ast::Assign>(&node)) {
    for (const ast::expr* target : ast::as<ast::Assign>(&node)->targets) {
      bind(*target, scope, ast::as<ast::Assign>(&node)->value, nullptr);
    }
  } else if (ast::is<ast::AnnAssign>(&node)) {
    const auto& assign = *ast::as<ast::AnnAssign>(&node);
    bind(*assign.target, scope, assign.value, assign.annotation);
  } else if (ast::is<ast::AugAssign>(&node)) {
    bind(*ast::as<ast::AugAssign>(&node)->target, scope, nullptr, nullptr);
  } else if (ast::is<ast::For>(&node) || ast::is<ast::AsyncFor>(&node)) {
    const ast::expr* target =
        ast::is<ast::For>(&node) ? ast::as<ast::For>(&node)->target : ast::as<ast::AsyncFor>(&node)->target;
    bind(*target, scope, nullptr, nullptr);
  } else if (ast::is<ast::withitem>(&node)) {
    const ast::expr* target = ast::as<ast::withitem>(&node)->optional_vars;
    if (target != nullptr) bind(*target, scope, nullptr, nullptr);
  } else if (ast::is<ast::NamedExpr>(&node)) {
    bind(*ast::as<ast::NamedExpr>(&node)->target, scope, ast::as<ast::NamedExpr>(&node)->value, nullptr);
  }
  ast::for_each_child(node, [&](const ast::Node& child) { collect(child, scope, inside); });
}

void Facts::bind(const ast::Node& target, const ast::Node* scope, const ast::expr* value, const ast::expr* annotation) {
  if (!ast::is<ast::Name>(&target)) {
    if (ast::is<ast::Tuple>(&target) || ast::is<ast::List>(&target) || ast::is<ast::Starred>(&target)) {
      ast::for_each_child(target, [&](const ast::Node& each) { bind(each, scope, nullptr, nullptr); });
    }
    return;
  }
  const std::string_view name = ast::as<ast::Name>(&target)->id;
  Variable& variable = m_scopes[scope][name];
  ++variable.assigned;
  variable.what = annotated(annotation);
  if (value != nullptr && variable.what == What::unknown) m_assignments.push_back({name, scope, value});
}

// `Coroutine[Any, Any, int]`, `asyncio.Future[int]`, `"Task[int]"`.
What Facts::annotated(const ast::expr* annotation) const {
  const ast::Node* node = annotation;
  if (ast::is<ast::Subscript>(node)) node = ast::as<ast::Subscript>(node)->value;
  std::string_view name;
  if (ast::is<ast::Name>(node)) name = ast::as<ast::Name>(node)->id;
  if (ast::is<ast::Attribute>(node)) name = ast::as<ast::Attribute>(node)->attr;
  if (ast::is<ast::Constant>(node)) {
    name = ast::as<ast::Constant>(node)->text;
    name = name.substr(0, name.find('['));
    name = name.substr(name.rfind('.') + 1);
  }
  if (name == "Coroutine") return What::coroutine;
  if (name == "Task") return What::task;
  if (name == "Future") return What::future;
  const bool plain = name == "int" || name == "str" || name == "float" || name == "bool" || name == "bytes";
  return plain ? What::nothing : What::unknown;
}

// What functions return hangs on what variables are and the other way round: a few rounds settle what can be settled.
void Facts::find_results() {
  for (int round = 0; round < 4; ++round) {
    for (const Assignment& each : m_assignments) {
      Variable& variable = m_scopes[each.scope][each.name];
      if (variable.assigned != 1) continue;
      variable.what = what(*each.value, each.scope);
      if (ast::is<ast::Call>(each.value) && ast::is<ast::Name>(ast::as<ast::Call>(each.value)->func)) {
        const auto found = m_classes.find(ast::as<ast::Name>(ast::as<ast::Call>(each.value)->func)->id);
        if (found != m_classes.end()) variable.instance_of = found->second;
      }
    }
    for (auto& [node, facts] : m_functions) {
      const ast::FunctionLike& definition = function_like(*node);
      What result = annotated(definition.returns);
      bool is_mixed = false;
      bool has_value = false;
      each_own(*node, [&](const ast::Node& part) {
        if (ast::is<ast::Call>(&part) && facts.blocks.empty() && !facts.is_async) {
          const std::string name = qualified(*ast::as<ast::Call>(&part)->func);
          const auto found = std::find_if(blocking_calls.begin(), blocking_calls.end(),
                                          [&](const Blocking& each) { return each.name == name; });
          if (found != blocking_calls.end()) facts.blocks = found->name;
        }
        if (!ast::is<ast::Return>(&part) || ast::as<ast::Return>(&part)->value == nullptr) return;
        const What returned = what(*ast::as<ast::Return>(&part)->value, node);
        is_mixed = is_mixed || (has_value && returned != result);
        if (!has_value && definition.returns == nullptr) result = returned;
        has_value = true;
      });
      if (!has_value && definition.returns == nullptr) result = What::nothing;
      facts.result = is_mixed ? What::unknown : result;
    }
  }
}

// ---- asking

std::string Facts::qualified(const ast::Node& function) const {
  if (ast::is<ast::Name>(&function)) {
    const std::string_view name = ast::as<ast::Name>(&function)->id;
    if (m_by_name.contains(name) || m_classes.contains(name)) return {};
    const auto found = m_imports.find(name);
    return found == m_imports.end() ? std::string(name) : found->second;
  }
  if (!ast::is<ast::Attribute>(&function)) return {};
  const auto& attribute = *ast::as<ast::Attribute>(&function);
  const ast::Node& value = *attribute.value;
  if (ast::is<ast::Name>(&value) && !m_imports.contains(ast::as<ast::Name>(&value)->id)) return {};
  const std::string base = qualified(value);
  return base.empty() ? std::string() : base + "." + std::string(attribute.attr);
}

const ast::ClassDef* Facts::class_of(const ast::Node* function) const {
  const auto found = m_class_of.find(function);
  return found == m_class_of.end() ? nullptr : found->second;
}

const Facts::Variable* Facts::variable(std::string_view name, const ast::Node* scope) const {
  while (true) {
    const auto names = m_scopes.find(scope);
    if (names != m_scopes.end()) {
      const auto found = names->second.find(name);
      if (found != names->second.end()) return &found->second;
    }
    if (scope == nullptr) return nullptr;
    scope = m_scope_of.at(scope);
  }
}

// The program's own function that a name or `self.method` or `instance.method` means.
const ast::Node* Facts::defined(const ast::Node& called) const {
  if (ast::is<ast::Name>(&called)) {
    const auto found = m_by_name.find(ast::as<ast::Name>(&called)->id);
    return found != m_by_name.end() && found->second.size() == 1 ? found->second[0] : nullptr;
  }
  return nullptr;
}

const FunctionFacts* Facts::function(const ast::Node& called) const {
  const ast::Node* node = defined(called);
  if (node == nullptr) return nullptr;
  const FunctionFacts& facts = m_functions.at(node);
  return facts.is_decorated ? nullptr : &facts;
}

What Facts::what(const ast::Node& node, const ast::Node* scope) const {
  switch (node.kind) {
    case ast::Kind::Call: return call(*ast::as<ast::Call>(&node), scope);
    case ast::Kind::Name: {
      const std::string_view name = ast::as<ast::Name>(&node)->id;
      if (const Variable* found = variable(name, scope)) {
        return found->assigned == 1 && !is_rebound_kind(found->what) ? found->what : What::unknown;
      }
      const FunctionFacts* found = function(node);
      if (found == nullptr || !found->is_async) return What::unknown;
      return found->is_generator ? What::unknown : What::coroutine_function;
    }
    case ast::Kind::Attribute: {
      const auto& attribute = *ast::as<ast::Attribute>(&node);
      const FunctionFacts* method = nullptr;
      const ast::ClassDef* owner = nullptr;
      if (ast::is<ast::Name>(attribute.value)) {
        const std::string_view name = ast::as<ast::Name>(attribute.value)->id;
        const Variable* found = variable(name, scope);
        if (found != nullptr && found->assigned == 1) owner = found->instance_of;
        for (const ast::Node* each = scope; owner == nullptr && name == "self" && each != nullptr;
             each = m_scope_of.at(each)) {
          owner = class_of(each);
        }
      }
      const auto methods = m_methods.find(owner);
      if (owner != nullptr && methods != m_methods.end()) {
        const auto found = methods->second.find(attribute.attr);
        if (found != methods->second.end()) method = &m_functions.at(found->second);
      }
      const bool plain = method != nullptr && method->is_async && !method->is_generator && !method->is_decorated;
      return plain ? What::coroutine_function : What::unknown;
    }
    case ast::Kind::Await: {
      const ast::Node& value = *ast::as<ast::Await>(&node)->value;
      if (!ast::is<ast::Call>(&value)) return What::unknown;
      const FunctionFacts* called = function(*ast::as<ast::Call>(&value)->func);
      return called != nullptr && called->is_async && !called->is_generator ? called->result : What::unknown;
    }
    case ast::Kind::Constant:
    case ast::Kind::JoinedStr:
    case ast::Kind::List:
    case ast::Kind::Dict:
    case ast::Kind::Set:
    case ast::Kind::Tuple:
    case ast::Kind::ListComp:
    case ast::Kind::DictComp:
    case ast::Kind::SetComp:
    case ast::Kind::GeneratorExp:
    case ast::Kind::Compare: return What::nothing;
    default: return What::unknown;
  }
}

// By what it is called, or made by.
bool Facts::is_loop(const ast::Node& node) const {
  if (ast::is<ast::Name>(&node)) return ast::as<ast::Name>(&node)->id.ends_with("loop");
  if (ast::is<ast::Attribute>(&node)) return ast::as<ast::Attribute>(&node)->attr.ends_with("loop");
  return ast::is<ast::Call>(&node) && qualified(*ast::as<ast::Call>(&node)->func).ends_with("_loop");
}

What Facts::call(const ast::Call& node, const ast::Node* scope) const {
  if (what(*node.func, scope) == What::coroutine_function) return What::coroutine;
  if (const FunctionFacts* own = function(*node.func)) {
    if (own->is_generator) return own->is_async ? What::async_generator : What::unknown;
    return own->result;
  }
  const std::string name = qualified(*node.func);
  const auto known =
      std::find_if(known_calls.begin(), known_calls.end(), [&](const Known& each) { return each.name == name; });
  if (known != known_calls.end()) return known->what;
  if (!ast::is<ast::Attribute>(node.func)) return What::unknown;
  const auto& attribute = *ast::as<ast::Attribute>(node.func);
  if (attribute.attr == "create_future" || attribute.attr == "run_in_executor") return What::future;
  if (attribute.attr == "create_task") {
    return is_loop(*attribute.value) ? What::task : What::unknown;  // groups keep their tasks
  }
  return What::unknown;
}

}  // namespace loopline::lessons
