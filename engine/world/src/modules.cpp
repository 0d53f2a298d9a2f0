#include "world/modules.h"

#include <algorithm>

#include "embedded_modules.h"

namespace loopline::world {

bool has_module(std::string_view name) {
  const auto modules = embedded_modules();
  return std::any_of(modules.begin(), modules.end(), [&](const EmbeddedModule& each) { return each.name == name; });
}

}  // namespace loopline::world
