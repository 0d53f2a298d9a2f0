#include "world/install.h"

#include "embedded_modules.h"
#include "script/module_registry.h"
#include "script/vm.h"

namespace loopline::world {

void install(script::Vm& vm) {
  for (const EmbeddedModule& module : embedded_modules()) vm.modules().add_source(module.name, module.source);
}

}  // namespace loopline::world
