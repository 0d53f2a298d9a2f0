// asyncio.run and Runner (CPython: runners.py).
#include "bindings.h"
#include "loop/runner.h"
#include "loop/running_loop.h"
#include "script/module_registry.h"

namespace loopline::script::asyncio {

namespace {

using loop::ObjectKind;

/// Loops are made and set through the module's functions, as policies of the script expect.
loop::Runner::Hooks hooks_of(Vm& vm, Value factory) {
  loop::Runner::Hooks hooks;
  const bool has_factory = factory.is_set() && !factory.is_none();
  hooks.new_event_loop = [&vm, factory = std::move(factory), has_factory]() -> loop::Outcome {
    const Value module = vm.modules().load(vm.intern("asyncio"));
    if (!module.is_set()) return vm.to_outcome({});
    Value made = has_factory ? vm.call(factory, std::span<const Value>()) : vm.call_method(module, "new_event_loop");
    if (made.is_set() && as_loop(made) == nullptr) {
      return vm.to_outcome(vm.type_error("an event loop was expected, got " + vm.safe_repr(made)));
    }
    return vm.to_outcome(made.is_set() ? Vm::core(made) : made);
  };
  hooks.close_event_loop = [&vm](loop::EventLoop& loop) {
    const bool is_told = loop.is_debug() && !loop.is_closed();
    if (is_told && !log_debug(vm, "Close %r", Value(&loop))) return vm.take_error();
    return loop.close();
  };
  if (!has_factory) {
    hooks.set_event_loop = [&vm](loop::EventLoop* loop) {
      const Value module = vm.modules().load(vm.intern("asyncio"));
      if (!module.is_set() ||
          !vm.call_method(module, "set_event_loop", {loop != nullptr ? Value(loop) : Value::none()}).is_set()) {
        vm.take_error();
      }
    };
  }
  return hooks;
}

std::optional<bool> debug_flag(Vm& vm, const Value& value) {
  if (value.is_none()) return std::nullopt;
  return vm.truth(value) > 0;
}

loop::Runner* runner_of(Vm& vm, const Value& self) {
  auto* runner = Vm::core_as<loop::Runner>(self, ObjectKind::runner);
  if (runner == nullptr) vm.type_error("a 'Runner' object is required, not '" + vm.type_name(self) + "'");
  return runner;
}

Value run_in(Vm& vm, loop::Runner& runner, const Value& coroutine, const Value& context) {
  if (!is_coroutine(coroutine)) return vm.value_error("a coroutine was expected, got " + vm.safe_repr(coroutine));
  Ref<loop::Context> own;
  if (context.is_object(ObjectKind::context)) own = Ref<loop::Context>(context.as<loop::Context>());
  const Ref<loop::CoroutineObject> object(static_cast<loop::CoroutineObject*>(coroutine.as_object()));
  return vm.from_outcome(runner.run(object, std::move(own)));
}

Value runner_new(Vm& vm, Arguments args) {
  return make<loop::Runner>(vm.runtime(), hooks_of(vm, args[2]), debug_flag(vm, args[1]));
}

Value runner_run(Vm& vm, Arguments args) {
  loop::Runner* runner = runner_of(vm, args[0]);
  if (runner == nullptr) return {};
  const Ref<loop::Runner> keep(runner);
  return run_in(vm, *runner, args[1], args[2]);
}

Value runner_get_loop(Vm& vm, Arguments args) {
  loop::Runner* runner = runner_of(vm, args[0]);
  return runner != nullptr ? vm.from_outcome(runner->loop()) : Value();
}

Value runner_close(Vm& vm, Arguments args) {
  loop::Runner* runner = runner_of(vm, args[0]);
  if (runner == nullptr) return {};
  const Ref<loop::Runner> keep(runner);
  if (Ref<loop::Exception> raised = runner->close()) return vm.raise(raised);
  return Value::none();
}

Value runner_enter(Vm& vm, Arguments args) {
  loop::Runner* runner = runner_of(vm, args[0]);
  if (runner == nullptr || !vm.from_outcome(runner->loop()).is_set()) return {};
  return args[0];
}

constexpr NativeDefinition kRunner[] = {
    {"__new__", "cls, *, debug=None, loop_factory=None", runner_new},
    {"run", "self, coro, /, *, context=None", runner_run},
    {"get_loop", "self, /", runner_get_loop},
    {"close", "self, /", runner_close},
    {"__enter__", "self, /", runner_enter},
    {"__exit__", "self, exc_type, exc_val, exc_tb, /", runner_close},
};

/// The loop is closed whatever happens; what leaves the closing replaces what left the program.
Value run(Vm& vm, Arguments args) {
  if (loop::find_running_loop(vm.runtime()) != nullptr) {
    return vm.runtime_error("asyncio.run() cannot be called from a running event loop");
  }
  const Ref<loop::Runner> runner = make<loop::Runner>(vm.runtime(), hooks_of(vm, {}), debug_flag(vm, args[1]));
  Value main = std::move(args[0]);
  Value result = vm.from_outcome(runner->loop());
  if (result.is_set()) result = run_in(vm, *runner, main, Value::none());
  main.reset();
  Ref<loop::Exception> raised = result.is_set() ? nullptr : vm.take_error();
  if (Ref<loop::Exception> late = runner->close()) {
    if (raised && !late->context() && late.get() != raised.get()) late->set_context(raised);
    raised = std::move(late);
  }
  return raised ? vm.raise(raised) : result;
}

constexpr NativeDefinition kFunctions[] = {{"run", "main, *, debug=None", run}};

}  // namespace

void add_runner(Vm& vm, Module& module) {
  Types& types = vm.types();
  types.runner = make_class(vm, module, "Runner", "asyncio.runners", nullptr, ObjectKind::runner);
  vm.define_methods(*types.runner, kRunner);
  vm.define_functions(module, kFunctions);
}

}  // namespace loopline::script::asyncio
