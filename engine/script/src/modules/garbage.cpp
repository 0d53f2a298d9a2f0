// _gc: the cycle collector, which otherwise runs at the end of the run alone.
#include "../builtins/common.h"
#include "loop/memory.h"
#include "modules.h"
#include "script/module_registry.h"

namespace loopline::script {

namespace {

/// Destroys what only cycles hold. Returns how many objects that were.
Value collect(Vm& vm, Arguments /*args*/) {
  const std::size_t found = loop::Memory::current().collect_cycles();
  return vm.check_interrupts() ? Value(static_cast<std::int64_t>(found)) : Value();
}

/// Whether CPython's collector would know of the object: whether it can be part of a cycle.
Value is_tracked(Vm& /*vm*/, Arguments args) {
  return Value(args[0].is_object() && dynamic_cast<Container*>(args[0].as_object()) != nullptr);
}

class Collected final : public Visitor {
 public:
  void visit(Object* object) override {
    if (object != nullptr) found.emplace_back(object);
  }
  std::vector<Value> found;
};

/// What an object refers to directly.
Value referents(Vm& vm, Arguments args) {
  Collected collected;
  for (const Value& each : *args[0].as<Tuple>()) {
    if (!each.is_object()) continue;
    if (const auto* container = dynamic_cast<Container*>(each.as_object())) container->visit(collected);
  }
  return vm.list(std::move(collected.found));
}

constexpr NativeDefinition kFunctions[] = {
    {"collect", "", collect},
    {"is_tracked", "obj, /", is_tracked},
    {"get_referents", "*objs", referents},
};

bool make_gc(Vm& vm, Module& module) {
  vm.define_functions(module, kFunctions);
  return true;
}

}  // namespace

void install_gc(ModuleRegistry& modules) { modules.add_native("_gc", make_gc); }

}  // namespace loopline::script
