#include "world/install.h"

#include "embedded_modules.h"
#include "loop/runtime.h"
#include "script/module_registry.h"
#include "script/vm.h"
#include "world_module.h"

namespace loopline::world {

namespace {

/// Signals as `kill -l` lists them; those that the settings may send.
std::string_view signal_name(int signal) {
  switch (signal) {
    case 1: return "SIGHUP";
    case 2: return "SIGINT";
    case 3: return "SIGQUIT";
    case 10: return "SIGUSR1";
    case 12: return "SIGUSR2";
    case 14: return "SIGALRM";
    case 15: return "SIGTERM";
    default: return "signal";
  }
}

void plan_interrupts(loop::Runtime& runtime, const Settings& settings, Observer* observer) {
  for (const Interrupt& each : settings.interrupts) {
    runtime.threads.at(each.at, [&runtime, observer, signal = each.signal] {
      if (observer != nullptr) observer->signal_delivered(signal_name(signal), signal, true);
      runtime.signals.raise(signal);
    });
  }
}

/// The built-in open(): io.open, loaded when it is first used.
script::Value open_file(script::Vm& vm, script::Arguments args) {
  const script::Value io = vm.modules().load(vm.intern("io"));
  const script::Value function = io.is_set() ? vm.get_attr(io, "open") : script::Value();
  return function.is_set() ? vm.call(function, std::span<const script::Value>(args)) : script::Value();
}

/// The size of a dictionary of the module _net; 0 if it was never imported.
std::size_t size_in_net(script::Vm& vm, const char* name) {
  const script::Value* net = vm.modules().loaded()->get(*vm.intern("_net"));
  if (net == nullptr) return 0;
  const script::Value found = vm.find_attr(*net, name);
  const script::Dict* dict = found.is_set() ? script::as_dict(found) : nullptr;
  return dict != nullptr ? dict->size() : 0;
}

constexpr script::NativeDefinition kOpen{
    "open", "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None",
    open_file};

}  // namespace

void install(script::Vm& vm, const Settings& settings, Observer* observer) {
  for (const EmbeddedModule& module : embedded_modules()) vm.modules().add_source(module.name, module.source);
  vm.modules().add_native("_world", [&settings, observer](script::Vm& machine, script::Module& module) {
    return make_world_module(machine, module, settings, observer);
  });
  vm.add_builtin("open", script::Value(vm.make_native(kOpen)));
  plan_interrupts(vm.runtime(), settings, observer);
}

bool is_serving(script::Vm& vm) {
  if (size_in_net(vm, "_listeners") == 0) return false;
  return size_in_net(vm, "_serving") != 0 || size_in_net(vm, "_clients") == 0;
}

}  // namespace loopline::world
