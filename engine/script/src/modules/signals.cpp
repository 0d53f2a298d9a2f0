// _signal: signals as the loop's runtime has them. Constants and arguments are checked in signal.py.
#include "../builtins/common.h"
#include "loop/runtime.h"
#include "modules.h"
#include "script/module_registry.h"

namespace loopline::script {

namespace {

int number_of(const Value& value) { return static_cast<int>(value.as_int()); }

/// set(number, action): action is None for the standard one, False to ignore the signal, or a function(number, frame).
Value set_handler(Vm& vm, Arguments args) {
  loop::Signals& signals = vm.runtime().signals;
  const int number = number_of(args[0]);
  if (args[1].is_none()) {
    signals.set(number, loop::Signals::Disposition::standard);
  } else if (args[1].is_bool()) {
    signals.set(number, loop::Signals::Disposition::ignored);
  } else {
    const Value function = args[1];
    signals.set(number, loop::Signals::Disposition::handled, [&vm, function](int signal) -> Ref<loop::Exception> {
      Frame* frame = vm.script_frame();
      while (frame != nullptr && frame->code().is_library()) frame = frame->caller;
      if (frame != nullptr) frame->escape();
      const Value where = frame != nullptr ? Value(frame) : Value::none();
      if (vm.call(function, {Value(std::int64_t{signal}), where}).is_set()) return nullptr;
      return vm.take_error();
    });
  }
  return Value::none();
}

/// Raises a signal; its handler runs before this returns if the main thread calls it.
Value raise_signal(Vm& vm, Arguments args) {
  vm.runtime().signals.raise(number_of(args[0]));
  return none_or_error(vm.check_interrupts());
}

/// The same from outside the program's course: the handler runs when the main thread looks.
Value mark(Vm& vm, Arguments args) {
  vm.runtime().signals.raise(number_of(args[0]));
  return Value::none();
}

/// at(seconds, function): calls the function when so much time has passed. Returns a number for cancel().
Value at(Vm& vm, Arguments args) {
  loop::Runtime& runtime = vm.runtime();
  const loop::Time when = loop::saturating_add(runtime.now(), loop::from_seconds(args[0].as_float()));
  const Value function = args[1];
  const auto id = runtime.threads.at(when, [&vm, function] {
    if (!vm.call(function, std::span<const Value>()).is_set()) vm.take_error();
  });
  return Value(static_cast<std::int64_t>(id));
}

Value cancel(Vm& vm, Arguments args) {
  vm.runtime().threads.cancel(static_cast<loop::VirtualThreads::WorldEventId>(args[0].as_int()));
  return Value::none();
}

/// Waits until a signal comes.
Value pause(Vm& vm, Arguments /*args*/) {
  loop::Runtime& runtime = vm.runtime();
  while (!runtime.signals.has_pending() && runtime.threads.block(std::nullopt) != loop::Wake::ended) {
  }
  return none_or_error(vm.check_interrupts());
}

constexpr NativeDefinition kFunctions[] = {
    {"set", "number, action, /", set_handler},
    {"raise_signal", "number, /", raise_signal},
    {"mark", "number, /", mark},
    {"at", "seconds, function, /", at},
    {"cancel", "id, /", cancel},
    {"pause", "", pause},
};

bool make_signal(Vm& vm, Module& module) {
  vm.define_functions(module, kFunctions);
  return true;
}

}  // namespace

void install_signal(ModuleRegistry& modules) { modules.add_native("_signal", make_signal); }

}  // namespace loopline::script
