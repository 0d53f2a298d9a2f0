// Future (CPython: _asynciomodule.c, base_futures.py).
#include "bindings.h"
#include "callbacks.h"

namespace loopline::script::asyncio {

Value made_future(Vm& vm, Ref<loop::Future> future) {
  if (loop::Instrument* instrument = vm.runtime().instrument(); instrument != nullptr) {
    instrument->object_made(future->id(), loop::ObjectType::future, "Future");
  }
  return Value(std::move(future));
}

namespace {

loop::Future* self_future(Vm& vm, const Value& self, const char* method) {
  loop::Future* future = as_future(self);
  if (future == nullptr) {
    vm.type_error(std::string("descriptor '") + method + "' requires a '_asyncio.Future' object but received a '" +
                  vm.type_name(self) + "'");
  }
  return future;
}

Value future_new(Vm& vm, Arguments args) {
  Class& cls = *vm.types().future;
  const Tuple& positional = *as_tuple(args[1]);
  const Dict& keywords = *args[2].as<Dict>();
  const Value* given = keywords.get(*vm.intern("loop"));
  // The arguments of a derived class are its __init__'s, which passes on what it likes.
  if (as_class(args[0]) == &cls) {
    if (!positional.empty())
      return vm.type_error("Future() takes at most 0 positional arguments (" + std::to_string(positional.size()) +
                           " given)");
    if (keywords.size() > (given != nullptr ? 1u : 0u)) {
      const Dict::Entry& entry =
          keywords.entries()[given == nullptr || !keywords.entries()[0].value.is_identical(*given) ? 0 : 1];
      return vm.type_error("'" + vm.str_text(entry.key).value_or("") + "' is an invalid keyword argument for Future()");
    }
  }
  const Ref<loop::EventLoop> loop = loop_or_current(vm, given != nullptr ? *given : Value::none());
  return loop ? vm.finish_new(args[0], cls, made_future(vm, loop->create_future())) : Value();
}

Value future_init(Vm& /*vm*/, Arguments /*args*/) { return Value::none(); }

Value future_result(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "result");
  return future != nullptr ? vm.from_outcome(future->result()) : Value();
}

Value future_exception(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "exception");
  return future != nullptr ? vm.from_outcome(future->exception()) : Value();
}

Value future_done(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "done");
  return future != nullptr ? Value(future->is_done()) : Value();
}

Value future_cancelled(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "cancelled");
  return future != nullptr ? Value(future->is_cancelled()) : Value();
}

/// Of a task that goes on: an exception thrown and caught.
constexpr std::uint64_t kCancelCost = 400;

Value future_cancel(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "cancel");
  if (!vm.spend(kCancelCost)) return {};
  return future != nullptr ? Value(future->cancel(args[1].is_none() ? Value() : args[1])) : Value();
}

Value future_set_result(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "set_result");
  if (future == nullptr) return {};
  if (Ref<loop::Exception> error = future->set_result(args[1])) return vm.raise(error);
  return Value::none();
}

Value future_set_exception(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "set_exception");
  if (future == nullptr) return {};
  if (future->is_done()) {
    if (Ref<loop::Exception> error = future->set_result(Value::none())) return vm.raise(error);
  }
  Value exception = args[1];
  if (Class* cls = as_class(exception); cls != nullptr && cls->derives_from(*vm.types().base_exception)) {
    exception = vm.call(args[1], std::span<const Value>());
    if (!exception.is_set()) return {};
  }
  ExceptionObject* object = as_exception(exception);
  if (object == nullptr) return vm.type_error("invalid exception object");
  if (object->is(loop::ExceptionKind::stop_iteration)) {
    return vm.type_error("StopIteration interacts badly with generators and cannot be raised into a Future");
  }
  if (Ref<loop::Exception> error = future->set_exception(Ref<loop::Exception>(object))) return vm.raise(error);
  return Value::none();
}

Value future_add_done_callback(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "add_done_callback");
  if (future == nullptr) return {};
  const Ref<loop::Callback> callback = make_callback(vm, args[1], {}, args[2]);
  if (!callback) return {};
  future->add_done_callback(callback);
  return Value::none();
}

Value future_remove_done_callback(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "remove_done_callback");
  if (future == nullptr) return {};
  bool failed = false;
  const std::size_t removed = future->remove_done_callbacks([&](loop::Object& callback) {
    const Value callable = callable_of(callback);
    if (failed || !callable.is_set()) return false;
    const int same = vm.equals(callable, args[1]);
    failed = same < 0;
    return same > 0;
  });
  return failed ? Value() : Value(static_cast<std::int64_t>(removed));
}

Value future_get_loop(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "get_loop");
  return future != nullptr ? Value(&future->loop()) : Value();
}

Value future_await(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "__await__");
  return future != nullptr ? vm.make_coroutine_wrapper(Value(future)) : Value();
}

/// "cb=[f() at main.py:3]"
std::string callbacks_text(Vm& vm, const loop::Future& future) {
  const std::size_t count = future.callback_count();
  if (count == 0) return {};
  const auto one = [&](std::size_t index) { return callback_repr(vm, future.callback_at(index)); };
  std::string text = " cb=[" + one(0);
  if (count == 2) text += ", " + one(1);
  if (count > 2) text += ", <" + std::to_string(count - 2) + " more>, " + one(count - 1);
  return text + "]";
}

Value future_repr(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "__repr__");
  return future != nullptr ? vm.str(future_repr_text(vm, *future, std::string(vm.class_of(args[0]).name()->view()), ""))
                           : Value();
}

Value future_state(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "_state");
  if (future == nullptr) return {};
  return vm.str(future->is_cancelled() ? "CANCELLED" : future->is_done() ? "FINISHED" : "PENDING");
}

Value future_callbacks(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "_callbacks");
  if (future == nullptr || future->callback_count() == 0) return future != nullptr ? Value::none() : Value();
  std::vector<Value> pairs;
  for (std::size_t i = 0; i < future->callback_count(); ++i) {
    const Value callable = callable_of(future->callback_at(i));
    pairs.push_back(vm.tuple({callable.is_set() ? callable : Value::none(), Value::none()}));
  }
  return vm.list(std::move(pairs));
}

Value future_result_attr(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "_result");
  if (future == nullptr) return {};
  return future->ended_well() ? future->peek_result() : Value::none();
}

Value future_exception_attr(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "_exception");
  if (future == nullptr) return {};
  loop::Exception* exception = future->peek_exception();
  return exception != nullptr ? Value(exception) : Value::none();
}

Value future_blocking(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "_asyncio_future_blocking");
  return future != nullptr ? Value(future->is_awaited()) : Value();
}

Value future_set_blocking(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "_asyncio_future_blocking");
  if (future == nullptr) return {};
  future->set_awaited(vm.truth(args[1]) > 0);
  return Value::none();
}

Value future_log_traceback(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "_log_traceback");
  return future != nullptr ? Value(future->logs_traceback()) : Value();
}

Value future_set_log_traceback(Vm& vm, Arguments args) {
  loop::Future* future = self_future(vm, args[0], "_log_traceback");
  if (future == nullptr) return {};
  if (vm.truth(args[1]) > 0) return vm.value_error("_log_traceback can only be set to False");
  future->set_logs_traceback(false);
  return Value::none();
}

// Task has these of its own too, as in CPython: the log names Task.cancel, not Future.cancel.
constexpr NativeDefinition kSharedWithTask[] = {
    {"result", "self, /", future_result},
    {"exception", "self, /", future_exception},
    {"done", "self, /", future_done},
    {"cancelled", "self, /", future_cancelled},
    {"cancel", "self, /, msg=None", future_cancel},
    {"add_done_callback", "self, fn, /, *, context=None", future_add_done_callback},
    {"remove_done_callback", "self, fn, /", future_remove_done_callback},
};

constexpr NativeDefinition kFuture[] = {
    {"__new__", "cls, /, *args, **kwargs", future_new},
    {"__init__", "self, *, loop=None", future_init},
    {"set_result", "self, result, /", future_set_result},
    {"set_exception", "self, exception, /", future_set_exception},
    {"get_loop", "self, /", future_get_loop},
    {"__await__", "self, /", future_await},
    {"__iter__", "self, /", future_await},
    {"__repr__", "self, /", future_repr},
};

/// Kept by CPython in debug mode only; nothing here shows it.
Value future_source_traceback(Vm& /*vm*/, Arguments /*args*/) { return Value::none(); }

constexpr NativeDefinition kFutureGetters[] = {
    {"_source_traceback", "self, /", future_source_traceback},
    {"_state", "self, /", future_state},
    {"_loop", "self, /", future_get_loop},
    {"_callbacks", "self, /", future_callbacks},
    {"_result", "self, /", future_result_attr},
    {"_exception", "self, /", future_exception_attr},
    {"_asyncio_future_blocking", "self, /", future_blocking},
    {"_log_traceback", "self, /", future_log_traceback},
};

Value isfuture(Vm& vm, Arguments args) {
  if (as_future(args[0]) != nullptr) return Value(true);
  // Anything else that says of its class that it behaves like one.
  Class& cls = vm.class_of(args[0]);
  const Value* marker = cls.lookup(*vm.intern("_asyncio_future_blocking"));
  return Value(marker != nullptr && !marker->is_none());
}

constexpr NativeDefinition kFunctions[] = {{"isfuture", "obj, /", isfuture}};

}  // namespace

std::string future_repr_text(Vm& vm, const loop::Future& future, const std::string& class_name,
                             const std::string& after_state) {
  std::string text = "<" + class_name + " ";
  const loop::Task* task = future.kind() == loop::ObjectKind::task ? static_cast<const loop::Task*>(&future) : nullptr;
  if (future.is_cancelled()) {
    text += "cancelled";
  } else if (future.is_done()) {
    text += "finished";
  } else {
    text += task != nullptr && task->cancelling() > 0 ? "cancelling" : "pending";
  }
  text += after_state;
  if (future.is_done() && !future.is_cancelled()) {
    if (loop::Exception* exception = future.peek_exception()) {
      text += " exception=" + vm.safe_repr(Value(exception));
    } else {
      text += " result=" + short_repr(vm, future.peek_result());
    }
  }
  return text + callbacks_text(vm, future) + ">";
}

void add_future_methods(Vm& vm, Class& cls) { vm.define_methods(cls, kSharedWithTask); }

void add_futures(Vm& vm, Module& module) {
  Types& types = vm.types();
  types.future = make_class(vm, module, "Future", "_asyncio", nullptr, loop::ObjectKind::future);
  types.future->is_extension = true;
  vm.set_class_of_kind(loop::ObjectKind::timer_future, *types.future);
  vm.define_methods(*types.future, kFuture);
  add_future_methods(vm, *types.future);
  vm.define_getters(*types.future, kFutureGetters);
  define_setter(vm, *types.future, "_asyncio_future_blocking", future_set_blocking);
  define_setter(vm, *types.future, "_log_traceback", future_set_log_traceback);
  vm.define_functions(module, kFunctions);
}

}  // namespace loopline::script::asyncio
