// Gives a machine the modules of the world: everything a script can import besides what the language itself has.
#pragma once

namespace loopline::script {
class Vm;
}

namespace loopline::world {

/// Call once, before the program runs. Modules are made when they are first imported.
void install(script::Vm& vm);

}  // namespace loopline::world
