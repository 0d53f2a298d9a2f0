// The modules that are native: those a script cannot write because they reach the loop, the clock or the machine, and
// those where speed matters. A module `x` written in the script language finds its native part as `_x`.
#pragma once

#include "loop/time.h"

namespace loopline::script {

class ModuleRegistry;
class Vm;

/// The clock as the program reads it. A program that only reads it sees it move in the end
/// (VirtualThreads::read_clock); the library's own reads do not count.
loop::Time read_clock(Vm& vm);

namespace asyncio {
void install(ModuleRegistry& modules);
}
void install_abc(ModuleRegistry& modules);
void install_collections(ModuleRegistry& modules);
void install_greenlet(ModuleRegistry& modules);
void install_functools(ModuleRegistry& modules);
void install_heapq(ModuleRegistry& modules);
void install_itertools(ModuleRegistry& modules);
void install_operator(ModuleRegistry& modules);
void install_thread(ModuleRegistry& modules);
void install_time(ModuleRegistry& modules);
void install_types(ModuleRegistry& modules);
void install_traceback(ModuleRegistry& modules);
void install_weakref(ModuleRegistry& modules);
void install_signal(ModuleRegistry& modules);
void install_inspect(ModuleRegistry& modules);
void install_gc(ModuleRegistry& modules);
void install_json(ModuleRegistry& modules);
void install_hashes(ModuleRegistry& modules);
void install_math(ModuleRegistry& modules);
void install_random(ModuleRegistry& modules);
void install_re(ModuleRegistry& modules);
void install_sys(ModuleRegistry& modules);

}  // namespace loopline::script
