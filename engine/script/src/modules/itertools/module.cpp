// The module itertools.
#include "../modules.h"
#include "itertools.h"
#include "script/module_registry.h"

namespace loopline::script {

namespace itertools {

namespace {

Value iterator_iter(Vm& /*vm*/, Arguments args) { return args[0]; }
Value iterator_next(Vm& vm, Arguments args) { return vm.next_or_raise(Vm::core(args[0])); }

constexpr NativeDefinition kIterator[] = {
    {"__iter__", "self, /", iterator_iter},
    {"__next__", "self, /", iterator_next},
};

bool make_itertools(Vm& vm, Module& module) {
  add_endless(vm, module);
  add_selecting(vm, module);
  add_joining(vm, module);
  add_grouping(vm, module);
  add_combinatorics(vm, module);
  return true;
}

}  // namespace

Class& add_class(Vm& vm, Module& module, const NativeDefinition& maker) {
  // The definition is named for the class; its function is __new__.
  Class& cls = vm.make_library_class(module, maker.name, "itertools");
  const NativeDefinition definition[] = {{"__new__", maker.signature, maker.code}};
  vm.define_methods(cls, definition);
  vm.define_methods(cls, kIterator);
  return cls;
}

}  // namespace itertools

void install_itertools(ModuleRegistry& modules) { modules.add_native("itertools", itertools::make_itertools); }

}  // namespace loopline::script
