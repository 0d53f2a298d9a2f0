#include "run/modules.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "loop/memory.h"
#include "loop/runtime.h"
#include "script/module_registry.h"
#include "script/vm.h"
#include "world/install.h"
#include "world/modules.h"

namespace loopline::run {
namespace {

// Asks a machine of its own, in which no program runs.
template <class Ask>
auto ask_machine(Ask ask) {
  loop::Memory memory;
  const loop::MemoryScope scope(memory);
  script::Vm vm(script::Limits{}, nullptr);
  loop::Runtime runtime(&vm.host(), nullptr);
  vm.attach(runtime);
  const world::Settings settings;
  world::install(vm, settings);
  auto answer = ask(vm);
  runtime.threads.end_run();
  runtime.threads.end();
  vm.modules().loaded()->clear();
  loop::Memory::current().collect_cycles();
  return answer;
}

using Names = std::set<std::string, std::less<>>;

Names names_of_star_import(const std::string& module) {
  return ask_machine([&](script::Vm& vm) {
    Names names;
    const loop::Ref<script::Dict> globals = vm.dict();
    const std::string text = "from " + module + " import *\n";
    if (!vm.run_module(loop::make<script::Source>("names", text, true), globals).is_set()) return names;
    for (const auto& entry : globals->entries()) {
      if (const script::Str* name = script::as_str(entry.key)) names.emplace(name->view());
    }
    return names;
  });
}

}  // namespace

bool has_module(std::string_view name) {
  if (world::has_module(name)) return true;
  // The native ones are known to a machine only.
  static const std::vector<std::string> names = ask_machine([](script::Vm& vm) { return vm.modules().public_names(); });
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool star_import_binds(std::string_view module, std::string_view name) {
  static std::mutex mutex;
  static std::map<std::string, Names, std::less<>> known;
  if (!has_module(module)) return false;
  const std::lock_guard lock(mutex);
  auto found = known.find(module);
  if (found == known.end()) {
    found = known.emplace(module, names_of_star_import(std::string(module))).first;
  }
  return found->second.contains(name);
}

}  // namespace loopline::run
