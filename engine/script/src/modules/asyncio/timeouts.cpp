// timeout, timeout_at, TaskGroup (CPython: timeouts.py, taskgroups.py).
#include "bindings.h"
#include "loop/task_group.h"
#include "loop/timeout.h"

namespace loopline::script::asyncio {

namespace {

using loop::Coroutine;
using loop::Held;
using loop::ObjectKind;

loop::Timeout* timeout_of(Vm& vm, const Value& self) {
  auto* timeout = Vm::core_as<loop::Timeout>(self, ObjectKind::timeout);
  if (timeout == nullptr) vm.type_error("a 'Timeout' object is required, not '" + vm.type_name(self) + "'");
  return timeout;
}

loop::TaskGroup* group_of(Vm& vm, const Value& self) {
  auto* group = Vm::core_as<loop::TaskGroup>(self, ObjectKind::task_group);
  if (group == nullptr) vm.type_error("a 'TaskGroup' object is required, not '" + vm.type_name(self) + "'");
  return group;
}

// ---- Timeout --------------------------------------------------------------------------------------------------------

/// A timeout that remembers its time as the script's numbers have it: the loop's are whole nanoseconds.
class ScriptTimeout final : public loop::Timeout {
 public:
  ScriptTimeout(Vm& vm, std::optional<loop::Duration> when, Value given)
      : loop::Timeout(vm.runtime(), when), given(std::move(given)) {}
  Value given;
};

Value make_timeout(Vm& vm, const Value& when) {
  std::optional<loop::Duration> time;
  return seconds_or_none(vm, when, time) ? Value(make<ScriptTimeout>(vm, time, when)) : Value();
}

Value timeout_new(Vm& vm, Arguments args) { return make_timeout(vm, args[1]); }

Value when_of(const loop::Timeout& timeout) {
  if (!timeout.when()) return Value::none();
  const auto* own = dynamic_cast<const ScriptTimeout*>(&timeout);
  return own != nullptr ? own->given : seconds_value(*timeout.when());
}

Value timeout_when(Vm& vm, Arguments args) {
  const loop::Timeout* timeout = timeout_of(vm, args[0]);
  return timeout != nullptr ? when_of(*timeout) : Value();
}

Value timeout_reschedule(Vm& vm, Arguments args) {
  loop::Timeout* timeout = timeout_of(vm, args[0]);
  std::optional<loop::Duration> when;
  if (timeout == nullptr || !seconds_or_none(vm, args[1], when)) return {};
  if (Ref<loop::Exception> error = timeout->reschedule(when)) return vm.raise(error);
  if (auto* own = dynamic_cast<ScriptTimeout*>(timeout)) own->given = args[1];
  return Value::none();
}

Value timeout_expired(Vm& vm, Arguments args) {
  const loop::Timeout* timeout = timeout_of(vm, args[0]);
  return timeout != nullptr ? Value(timeout->has_expired()) : Value();
}

Coroutine<Value> enter_timeout(Held<loop::Timeout> timeout, Held<Tuple> self) {
  if (Ref<loop::Exception> error = timeout->enter()) error->rethrow();
  co_return (*self)[0];
}

Value timeout_enter(Vm& vm, Arguments args) {
  loop::Timeout* timeout = timeout_of(vm, args[0]);
  if (timeout == nullptr) return {};
  return coroutine(
      vm, enter_timeout(Held<loop::Timeout>(Ref<loop::Timeout>(timeout)), Held<Tuple>(Tuple::create({args[0]}))),
      "Timeout.__aenter__");
}

Coroutine<Value> exit_timeout(Held<loop::Timeout> timeout, Held<Tuple> exception) {
  const Ref<loop::Exception> left_with(as_exception((*exception)[0]));
  if (Ref<loop::Exception> error = timeout->exit(left_with)) error->rethrow();
  co_return Value::none();
}

Value timeout_exit(Vm& vm, Arguments args) {
  loop::Timeout* timeout = timeout_of(vm, args[0]);
  if (timeout == nullptr) return {};
  return coroutine(
      vm, exit_timeout(Held<loop::Timeout>(Ref<loop::Timeout>(timeout)), Held<Tuple>(Tuple::create({args[2]}))),
      "Timeout.__aexit__");
}

Value timeout_repr(Vm& vm, Arguments args) {
  const loop::Timeout* timeout = timeout_of(vm, args[0]);
  if (timeout == nullptr) return {};
  std::string text = "<Timeout [" + std::string(timeout->state_name()) + "]";
  if (timeout->state() == loop::Timeout::State::entered) {
    // CPython rounds the time to milliseconds.
    Value when = when_of(*timeout);
    if (when.is_float()) when = Value(std::round(when.as_float() * 1000) / 1000);
    text += " when=" + vm.safe_repr(when);
  }
  return vm.str(text + ">");
}

constexpr NativeDefinition kTimeout[] = {
    {"__new__", "cls, when, /", timeout_new},
    {"when", "self, /", timeout_when},
    {"reschedule", "self, when, /", timeout_reschedule},
    {"expired", "self, /", timeout_expired},
    {"__aenter__", "self, /", timeout_enter},
    {"__aexit__", "self, exc_type, exc, tb, /", timeout_exit},
    {"__repr__", "self, /", timeout_repr},
};

Value timeout(Vm& vm, Arguments args) {
  const loop::EventLoop* loop = running_loop(vm);
  if (loop == nullptr) return {};
  if (args[0].is_none()) return make_timeout(vm, args[0]);
  const Value when = vm.binary(BinaryOp::add, seconds_value(loop->time()), args[0]);
  return when.is_set() ? make_timeout(vm, when) : Value();
}

Value timeout_at(Vm& vm, Arguments args) { return make_timeout(vm, args[0]); }

// ---- TaskGroup ------------------------------------------------------------------------------------------------------

Value group_new(Vm& vm, Arguments args) {
  return vm.finish_new(args[0], *vm.types().task_group, make<loop::TaskGroup>(vm.runtime()));
}
Value group_init(Vm& /*vm*/, Arguments /*args*/) { return Value::none(); }

Coroutine<Value> enter_group(Held<loop::TaskGroup> group, Held<Tuple> self) {
  if (Ref<loop::Exception> error = group->enter()) error->rethrow();
  co_return (*self)[0];
}

Value group_enter(Vm& vm, Arguments args) {
  loop::TaskGroup* group = group_of(vm, args[0]);
  if (group == nullptr) return {};
  return coroutine(
      vm, enter_group(Held<loop::TaskGroup>(Ref<loop::TaskGroup>(group)), Held<Tuple>(Tuple::create({args[0]}))),
      "TaskGroup.__aenter__");
}

Coroutine<Value> exit_group(Held<loop::TaskGroup> group, Held<Tuple> exception) {
  const Ref<loop::Exception> left_with(as_exception((*exception)[0]));
  co_await loop::TaskGroup::exit(Held<loop::TaskGroup>(group.ref()), left_with);
  co_return Value::none();
}

Value group_exit(Vm& vm, Arguments args) {
  loop::TaskGroup* group = group_of(vm, args[0]);
  if (group == nullptr) return {};
  if (!vm.spend(kTaskCost)) return {};
  return coroutine(
      vm, exit_group(Held<loop::TaskGroup>(Ref<loop::TaskGroup>(group)), Held<Tuple>(Tuple::create({args[2]}))),
      "TaskGroup.__aexit__");
}

Value group_create_task(Vm& vm, Arguments args) {
  loop::TaskGroup* group = group_of(vm, args[0]);
  if (group == nullptr || !vm.spend(kTaskCost)) return {};
  if (!is_coroutine(args[1])) return vm.type_error("a coroutine was expected, got " + vm.safe_repr(args[1]));
  std::string name;
  if (!args[2].is_none()) {
    std::optional<std::string> text = vm.str_text(args[2]);
    if (!text) return {};
    name = std::move(*text);
  }
  Ref<loop::Context> context;
  if (!args[3].is_none()) {
    if (!args[3].is_object(ObjectKind::context)) return vm.type_error("context must be a contextvars.Context");
    context = Ref<loop::Context>(args[3].as<loop::Context>());
  }
  const Ref<loop::CoroutineObject> coroutine(static_cast<loop::CoroutineObject*>(args[1].as_object()));
  return vm.from_outcome(group->create_task(coroutine, name, context));
}

Value group_repr(Vm& vm, Arguments args) {
  const loop::TaskGroup* group = group_of(vm, args[0]);
  return group != nullptr ? vm.str(group->repr()) : Value();
}

constexpr NativeDefinition kTaskGroup[] = {
    {"__new__", "cls", group_new},
    {"__init__", "self", group_init},
    {"__aenter__", "self, /", group_enter},
    {"__aexit__", "self, et, exc, tb, /", group_exit},
    {"create_task", "self, coro, *, name=None, context=None", group_create_task},
    {"__repr__", "self, /", group_repr},
};

constexpr NativeDefinition kFunctions[] = {
    {"timeout", "delay", timeout},
    {"timeout_at", "when", timeout_at},
};

}  // namespace

void add_timeouts(Vm& vm, Module& module) {
  Types& types = vm.types();
  types.timeout = make_class(vm, module, "Timeout", "asyncio.timeouts", nullptr, ObjectKind::timeout);
  vm.define_methods(*types.timeout, kTimeout);
  types.task_group = make_class(vm, module, "TaskGroup", "asyncio.taskgroups", nullptr, ObjectKind::task_group);
  vm.define_methods(*types.task_group, kTaskGroup);
  types.task_group->filled_by_init = true;
  vm.define_functions(module, kFunctions);
}

}  // namespace loopline::script::asyncio
