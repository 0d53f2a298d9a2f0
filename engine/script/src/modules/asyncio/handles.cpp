// Handle and TimerHandle (CPython: events.py).
#include "bindings.h"
#include "callbacks.h"

namespace loopline::script::asyncio {

namespace {

loop::Handle* self_handle(Vm& vm, const Value& self, const char* method) {
  const Value& core = Vm::core(self);
  if (core.is_object(loop::ObjectKind::handle) || core.is_object(loop::ObjectKind::timer_handle)) {
    return core.as<loop::Handle>();
  }
  vm.type_error(std::string("'") + method + "' requires a 'Handle' object but received a '" + vm.type_name(self) + "'");
  return nullptr;
}

Value handle_cancel(Vm& vm, Arguments args) {
  loop::Handle* handle = self_handle(vm, args[0], "cancel");
  if (handle == nullptr) return {};
  handle->cancel();
  return Value::none();
}

Value handle_cancelled(Vm& vm, Arguments args) {
  loop::Handle* handle = self_handle(vm, args[0], "cancelled");
  return handle != nullptr ? Value(handle->is_cancelled()) : Value();
}

Value handle_callback(Vm& vm, Arguments args) {
  loop::Handle* handle = self_handle(vm, args[0], "_callback");
  if (handle == nullptr) return {};
  const Value callable = handle->callback() != nullptr ? callable_of(*handle->callback()) : Value();
  return callable.is_set() ? callable : Value::none();
}

Value handle_args(Vm& vm, Arguments args) {
  loop::Handle* handle = self_handle(vm, args[0], "_args");
  if (handle == nullptr) return {};
  const ScriptCallback* callback = script_callback(handle->callback());
  if (callback == nullptr) return Value::none();
  return callback->arguments() ? Value(callback->arguments()) : Value(Tuple::create(std::initializer_list<Value>{}));
}

/// As the script's numbers have it; of a cancelled timer, whose callback is gone, the loop's time.
Value due(const loop::TimerHandle& timer) {
  const ScriptCallback* callback = script_callback(timer.callback());
  return callback != nullptr && callback->due().is_set() ? callback->due() : seconds_value(timer.when());
}

Value handle_repr(Vm& vm, Arguments args) {
  loop::Handle* handle = self_handle(vm, args[0], "__repr__");
  if (handle == nullptr) return {};
  std::string text = "<" + vm.type_name(args[0]);
  if (handle->is_cancelled()) text += " cancelled";
  const Value& core = Vm::core(args[0]);
  if (core.is_object(loop::ObjectKind::timer_handle)) {
    text += " when=" + vm.safe_repr(due(*core.as<loop::TimerHandle>()));
  }
  if (handle->callback() != nullptr) text += " " + handle->callback()->describe();
  return vm.str(text + ">");
}

Value timer_when(Vm& vm, Arguments args) {
  loop::TimerHandle* timer = Vm::core_as<loop::TimerHandle>(args[0], loop::ObjectKind::timer_handle);
  if (timer == nullptr) return vm.type_error("'when' requires a 'TimerHandle' object");
  return due(*timer);
}

/// Timers compare by their times.
template <Comparison op>
Value timer_compare(Vm& vm, Arguments args) {
  const loop::TimerHandle* left = Vm::core_as<loop::TimerHandle>(args[0], loop::ObjectKind::timer_handle);
  const loop::TimerHandle* right = Vm::core_as<loop::TimerHandle>(args[1], loop::ObjectKind::timer_handle);
  if (left == nullptr || right == nullptr) return Value::not_implemented();
  return vm.compare(op, seconds_value(left->when()), seconds_value(right->when()));
}

constexpr NativeDefinition kHandle[] = {
    {"cancel", "self, /", handle_cancel},
    {"cancelled", "self, /", handle_cancelled},
    {"__repr__", "self, /", handle_repr},
};
constexpr NativeDefinition kHandleGetters[] = {
    {"_callback", "self, /", handle_callback},
    {"_args", "self, /", handle_args},
    {"_cancelled", "self, /", handle_cancelled},
};
constexpr NativeDefinition kTimerHandle[] = {
    {"cancel", "self, /", handle_cancel},  // its own, as in CPython: the log names it TimerHandle.cancel
    {"when", "self, /", timer_when},
    {"__lt__", "self, other, /", timer_compare<Comparison::less>},
    {"__le__", "self, other, /", timer_compare<Comparison::less_equal>},
    {"__gt__", "self, other, /", timer_compare<Comparison::greater>},
    {"__ge__", "self, other, /", timer_compare<Comparison::greater_equal>},
};
constexpr NativeDefinition kTimerHandleGetters[] = {{"_when", "self, /", timer_when}};

}  // namespace

void add_handles(Vm& vm, Module& module) {
  Types& types = vm.types();
  types.handle = make_class(vm, module, "Handle", "asyncio.events", nullptr, loop::ObjectKind::handle);
  vm.define_methods(*types.handle, kHandle);
  vm.define_getters(*types.handle, kHandleGetters);
  types.timer_handle =
      make_class(vm, module, "TimerHandle", "asyncio.events", types.handle.get(), loop::ObjectKind::timer_handle);
  vm.define_methods(*types.timer_handle, kTimerHandle);
  vm.define_getters(*types.timer_handle, kTimerHandleGetters);
}

}  // namespace loopline::script::asyncio
