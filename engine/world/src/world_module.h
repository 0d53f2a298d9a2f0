// The module `_world`: all that the modules written in the script language ask of the world's settings, the clock and
// whoever watches. Everything else of the world is theirs.
#pragma once

#include "world/install.h"

namespace loopline::script {
class Module;
}

namespace loopline::world {

bool make_world_module(script::Vm& vm, script::Module& module, const Settings& settings, Observer* observer);

}  // namespace loopline::world
