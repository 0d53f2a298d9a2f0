#include "run/modules.h"

#include <algorithm>
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

// The native ones are known to a machine only.
std::vector<std::string> module_names() {
  loop::Memory memory;
  const loop::MemoryScope scope(memory);
  script::Vm vm(script::Limits{}, nullptr);
  loop::Runtime runtime(&vm.host(), nullptr);
  vm.attach(runtime);
  const world::Settings settings;
  world::install(vm, settings);
  std::vector<std::string> names = vm.modules().public_names();
  runtime.threads.end_run();
  runtime.threads.end();
  vm.modules().loaded()->clear();
  loop::Memory::current().collect_cycles();
  return names;
}

}  // namespace

bool has_module(std::string_view name) {
  if (world::has_module(name)) return true;
  static const std::vector<std::string> names = module_names();
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace loopline::run
