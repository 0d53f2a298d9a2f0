// The modules `_asyncio` and `_contextvars`.
#include "../modules.h"
#include "bindings.h"
#include "loop_methods.h"
#include "script/module_registry.h"

namespace loopline::script::asyncio {

namespace {

void add_exceptions(Vm& vm, Module& module) {
  const Types& types = vm.types();
  const std::pair<const char*, const Ref<Class>*> classes[] = {
      {"CancelledError", &types.cancelled_error}, {"InvalidStateError", &types.invalid_state_error},
      {"TimeoutError", &types.timeout_error},     {"QueueEmpty", &types.queue_empty},
      {"QueueFull", &types.queue_full},           {"BrokenBarrierError", &types.broken_barrier_error},
      {"BrokenExecutor", &types.broken_executor},
  };
  for (const auto& [name, cls] : classes) add_to(vm, module, name, Value(*cls));
}

bool make_context_variables(Vm& vm, Module& module) {
  add_context_variables(vm, module);
  return true;
}

bool make_asyncio(Vm& vm, Module& module) {
  if (!vm.modules().load(vm.intern("_contextvars")).is_set()) return false;
  add_exceptions(vm, module);
  add_handles(vm, module);
  add_futures(vm, module);
  add_tasks(vm, module);
  add_event_loop(vm, module);
  add_library_callbacks(vm, module);
  add_combinators(vm, module);
  add_timeouts(vm, module);
  add_locks(vm, module);
  add_queues(vm, module);
  add_executors(vm, module);
  add_runner(vm, module);
  add_to(vm, module, "_legacy", Value(vm.legacy));
  return true;
}

}  // namespace

void install(ModuleRegistry& modules) {
  modules.add_native("_contextvars", make_context_variables);
  modules.add_native("_asyncio", make_asyncio);
}

}  // namespace loopline::script::asyncio
