#include "run/modules.h"

#include <algorithm>
#include <string>
#include <vector>

#include "loop/memory.h"
#include "loop/runtime.h"
#include "script/module_registry.h"
#include "script/vm.h"
#include "world/install.h"

namespace loopline::run {
namespace {

std::vector<std::string> module_names() {
  loop::Memory memory;
  const loop::MemoryScope scope(memory);
  script::Vm vm(script::Limits{}, nullptr);
  loop::Runtime runtime(&vm.host(), nullptr);
  vm.attach(runtime);
  world::install(vm);
  std::vector<std::string> names = vm.modules().public_names();
  runtime.threads.end_run();
  runtime.threads.end();
  vm.modules().loaded()->clear();
  loop::Memory::current().collect_cycles();
  return names;
}

}  // namespace

bool has_module(std::string_view name) {
  static const std::vector<std::string> names = module_names();
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace loopline::run
