// The event loop (CPython: base_events.py, selector_events.py, unix_events.py).
#include "../../builtins/builtin_class.h"
#include "../modules.h"
#include "bindings.h"
#include "callbacks.h"
#include "loop/executor.h"
#include "loop/runner.h"
#include "loop/running_loop.h"
#include "loop_hooks.h"
#include "loop_methods.h"
#include "script/module_registry.h"

namespace loopline::script::asyncio {

namespace {

loop::EventLoop* self_loop(Vm& vm, const Value& self, const char* method) {
  loop::EventLoop* loop = as_loop(self);
  if (loop == nullptr) {
    vm.type_error(std::string("'") + method + "' requires an event loop, not '" + vm.type_name(self) + "'");
  }
  return loop;
}

/// The loop, unless it is closed: then RuntimeError('Event loop is closed').
loop::EventLoop* open_loop(Vm& vm, const Value& self, const char* method) {
  loop::EventLoop* loop = self_loop(vm, self, method);
  if (loop == nullptr) return nullptr;
  if (Ref<loop::Exception> closed = loop->check_closed()) {
    vm.raise(closed);
    return nullptr;
  }
  return loop;
}

bool tell_selector(Vm& vm, std::span<const Value> given) {
  const bool is_own = given.empty() || given[0].is_none();
  const std::string selector = is_own ? "EpollSelector" : std::string(vm.class_of(given[0]).name()->view());
  return log_debug(vm, "Using selector: %s", vm.str(selector));
}

/// The kind of loop names itself: "uvloop", "trio". Those that are asyncio's own do not.
Value loop_new(Vm& vm, Arguments args) {
  constexpr std::uint64_t kLoopCost = 3'000;  // instructions: a loop is large
  if (!vm.spend(kLoopCost)) return {};
  const Value label = vm.find_attr(args[0], "_label");
  if (vm.has_error()) return {};
  const Str* text = as_str(label);
  const Ref<loop::EventLoop> made =
      loop::EventLoop::create(vm.runtime(), text != nullptr ? std::string(text->view()) : "asyncio");
  const Value foreign = vm.find_attr(args[0], "_foreign");
  if (vm.has_error()) return {};
  made->is_foreign = foreign.is_set() && vm.truth(foreign) > 0;
  if (const Class* cls = as_class(args[0]); !cls->is_builtin) made->methods = loop_methods_of(vm, *cls);
  if (text == nullptr && !tell_selector(vm, as_tuple(args[1])->values())) return {};
  return vm.finish_new(args[0], builtin_class(args[0]), Value(made));
}

Value loop_init(Vm& /*vm*/, Arguments /*args*/) { return Value::none(); }

// ---- running --------------------------------------------------------------------------------------------------------

Value loop_run_forever(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "run_forever");
  if (loop == nullptr) return {};
  const Ref<loop::EventLoop> keep(loop);
  if (Ref<loop::Exception> error = loop->run_forever()) return vm.raise(error);
  return Value::none();
}

Value loop_run_until_complete(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "run_until_complete");
  if (loop == nullptr) return {};
  const Ref<loop::EventLoop> keep(loop);
  Value awaitable = std::move(args[1]);
  loop::Outcome outcome = loop->run_until_complete(awaitable);
  awaitable.reset();
  return vm.from_outcome(std::move(outcome));
}

Value loop_stop(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "stop");
  if (loop == nullptr) return {};
  loop->stop();
  return Value::none();
}

Value loop_is_running(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "is_running");
  return loop != nullptr ? Value(loop->is_running()) : Value();
}

Value loop_is_closed(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "is_closed");
  return loop != nullptr ? Value(loop->is_closed()) : Value();
}

Value loop_close(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "close");
  if (loop == nullptr) return {};
  const bool is_told = loop->is_debug() && !loop->is_running() && !loop->is_closed();
  if (is_told && !log_debug(vm, "Close %r", args[0])) return {};
  if (Ref<loop::Exception> error = loop->close()) return vm.raise(error);
  return Value::none();
}

Value loop_time(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "time");
  return loop != nullptr ? seconds_value(read_clock(vm)) : Value();
}

// ---- scheduling -----------------------------------------------------------------------------------------------------

/// What making, running and dropping a handle costs, in instructions.
constexpr std::uint64_t kHandleCost = 120;

bool check_callable(Vm& vm, loop::EventLoop& loop, const Value& callback, const char* method) {
  // As CPython: only in debug mode is a callback looked at before it is called.
  if (!loop.is_debug()) return true;
  if (is_coroutine(callback) || is_coroutine_function(vm, callback)) {
    vm.type_error(std::string("coroutines cannot be used with ") + method + "()");
    return false;
  }
  if (vm.is_callable(callback)) return true;
  vm.type_error(std::string("a callable object was expected by ") + method + "(), got " + vm.safe_repr(callback));
  return false;
}

Value loop_call_soon(Vm& vm, Arguments args) {
  loop::EventLoop* loop = open_loop(vm, args[0], "call_soon");
  if (loop == nullptr || !vm.spend(kHandleCost) || !check_callable(vm, *loop, args[1], "call_soon")) return {};
  Ref<loop::Callback> callback = make_callback(vm, args[1], as_tuple(args[2])->values(), args[3]);
  return callback ? Value(loop->call_soon(std::move(callback))) : Value();
}

Value loop_call_soon_threadsafe(Vm& vm, Arguments args) {
  loop::EventLoop* loop = open_loop(vm, args[0], "call_soon_threadsafe");
  if (loop == nullptr || !vm.spend(kHandleCost) || !check_callable(vm, *loop, args[1], "call_soon_threadsafe"))
    return {};
  Ref<loop::Callback> callback = make_callback(vm, args[1], as_tuple(args[2])->values(), args[3]);
  return callback ? Value(loop->call_soon_threadsafe(std::move(callback))) : Value();
}

/// call_later() ends in call_at(), which a derived class may have of its own.
Value call_own_call_at(Vm& vm, Arguments args, const Value& due) {
  const Value method = vm.get_attr(args[0], "call_at");
  if (!method.is_set()) return {};
  std::vector<Value> given{due, args[2]};
  given.insert(given.end(), as_tuple(args[3])->begin(), as_tuple(args[3])->end());
  const Value keywords[] = {args[4]};
  const Ref<Tuple> names = Tuple::create({Value(vm.intern("context"))});
  return vm.call(method, CallArguments{given, keywords, names.get()});
}

Value loop_call_later(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "call_later");
  if (loop == nullptr || !vm.spend(kHandleCost)) return {};
  if (args[1].is_none()) return vm.type_error("delay must not be None");
  const Value due = vm.binary(BinaryOp::add, seconds_value(loop->time()), args[1]);
  loop::Duration delay{};
  if (!due.is_set() || !seconds(vm, args[1], delay)) return {};
  if (Ref<loop::Exception> closed = loop->check_closed()) return vm.raise(closed);
  if (!check_callable(vm, *loop, args[2], "call_at")) return {};
  if (loop->methods && !vm.class_of(args[0]).is_builtin) return call_own_call_at(vm, args, due);
  Ref<loop::Callback> callback = make_callback(vm, args[2], as_tuple(args[3])->values(), args[4]);
  if (!callback) return {};
  static_cast<ScriptCallback&>(*callback).set_due(due);
  return Value(loop->call_later(delay, std::move(callback)));
}

Value loop_call_at(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "call_at");
  if (loop == nullptr || !vm.spend(kHandleCost)) return {};
  if (args[1].is_none()) return vm.type_error("when cannot be None");
  loop::Duration when{};
  if (!seconds(vm, args[1], when)) return {};
  if (Ref<loop::Exception> closed = loop->check_closed()) return vm.raise(closed);
  if (!check_callable(vm, *loop, args[2], "call_at")) return {};
  Ref<loop::Callback> callback = make_callback(vm, args[2], as_tuple(args[3])->values(), args[4]);
  if (!callback) return {};
  static_cast<ScriptCallback&>(*callback).set_due(args[1]);
  return Value(loop->call_at(when, std::move(callback)));
}

Value loop_create_future(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "create_future");
  return loop != nullptr ? made_future(vm, loop->create_future()) : Value();
}

Value loop_create_task(Vm& vm, Arguments args) {
  loop::EventLoop* loop = open_loop(vm, args[0], "create_task");
  if (loop == nullptr || !vm.spend(kTaskCost)) return {};
  const Value runs = coroutine_for_task(vm, args[1]);
  if (!runs.is_set()) return {};
  std::string name;
  if (!args[2].is_none()) {
    std::optional<std::string> text = vm.str_text(args[2]);
    if (!text) return {};
    name = std::move(*text);
  }
  Ref<loop::Context> context;
  if (!args[3].is_none()) {
    if (!args[3].is_object(loop::ObjectKind::context)) return vm.type_error("context must be a contextvars.Context");
    context = Ref<loop::Context>(args[3].as<loop::Context>());
  }
  const Ref<loop::CoroutineObject> coroutine(static_cast<loop::CoroutineObject*>(runs.as_object()));
  return vm.from_outcome(loop->make_task(coroutine, name, context));
}

Value loop_set_task_factory(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "set_task_factory");
  if (loop == nullptr) return {};
  if (!args[1].is_none() && !vm.is_callable(args[1])) return vm.type_error("task factory must be a callable or None");
  loop->set_task_factory(args[1].is_none() ? nullptr : make<ScriptTaskFactory>(vm, args[1]));
  return Value::none();
}

Value loop_get_task_factory(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "get_task_factory");
  if (loop == nullptr) return {};
  const auto* factory = dynamic_cast<const ScriptTaskFactory*>(loop->task_factory().get());
  return factory != nullptr ? factory->callable() : Value::none();
}

// ---- errors ---------------------------------------------------------------------------------------------------------

Value loop_set_exception_handler(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "set_exception_handler");
  if (loop == nullptr) return {};
  if (!args[1].is_none() && !vm.is_callable(args[1])) {
    return vm.type_error("A callable object or None is expected, got " + vm.safe_repr(args[1]));
  }
  loop->set_exception_handler(args[1].is_none() ? nullptr : make<ScriptExceptionHandler>(vm, args[1]));
  return Value::none();
}

Value loop_get_exception_handler(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "get_exception_handler");
  if (loop == nullptr) return {};
  const auto* handler = dynamic_cast<const ScriptExceptionHandler*>(loop->exception_handler().get());
  return handler != nullptr ? handler->callable() : Value::none();
}

Value loop_default_exception_handler(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "default_exception_handler");
  const Dict* context = Vm::core_as<Dict>(args[1], kind::dict);
  if (loop == nullptr) return {};
  if (context == nullptr) return vm.type_error("context must be a dict, not " + vm.type_name(args[1]));
  if (Ref<loop::Exception> raised = vm.host().report(*loop, error_context(vm, *context, args[1])))
    return vm.raise(raised);
  return Value::none();
}

Value loop_call_exception_handler(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "call_exception_handler");
  const Dict* context = Vm::core_as<Dict>(args[1], kind::dict);
  if (loop == nullptr) return {};
  if (context == nullptr) return vm.type_error("context must be a dict, not " + vm.type_name(args[1]));
  if (Ref<loop::Exception> raised = loop->call_exception_handler(error_context(vm, *context, args[1]))) {
    return vm.raise(raised);
  }
  return Value::none();
}

Value loop_get_debug(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "get_debug");
  return loop != nullptr ? Value(loop->is_debug()) : Value();
}

Value loop_set_debug(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "set_debug");
  if (loop == nullptr) return {};
  loop->set_debug(vm.truth(args[1]) > 0);
  return Value::none();
}

Value loop_slow_duration(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "slow_callback_duration");
  return loop != nullptr ? seconds_value(loop->slow_callback_duration) : Value();
}

Value loop_set_slow_duration(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "slow_callback_duration");
  if (loop == nullptr || !seconds(vm, args[1], loop->slow_callback_duration)) return {};
  return Value::none();
}

// ---- the end --------------------------------------------------------------------------------------------------------

Value loop_shutdown_asyncgens(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "shutdown_asyncgens");
  if (loop == nullptr) return {};
  return coroutine(vm, loop::shutdown_asyncgens(loop::Held<loop::EventLoop>(Ref<loop::EventLoop>(loop))),
                   "loop.shutdown_asyncgens");
}

Value loop_shutdown_default_executor(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "shutdown_default_executor");
  if (loop == nullptr) return {};
  return coroutine(vm, loop::shutdown_default_executor(loop::Held<loop::EventLoop>(Ref<loop::EventLoop>(loop))),
                   "loop.shutdown_default_executor");
}

// ---- signals, executors ---------------------------------------------------------------------------------------------

/// The number of a signal that there is. False after raising.
bool signal_argument(Vm& vm, const Value& given, std::int64_t& signal) {
  if (!is_integer(Vm::core(given))) {
    vm.type_error("sig must be an int, not " + vm.safe_repr(given));
    return false;
  }
  if (!vm.index(given, signal)) return false;
  // 32 and 33 are the thread library's own.
  const bool exists = signal >= 1 && signal <= loop::Signals::kHighest && signal != 32 && signal != 33;
  if (!exists) vm.value_error("invalid signal number " + vm.str_text(given).value_or("?"));
  return exists;
}

constexpr std::int64_t kKill = 9;
constexpr std::int64_t kStop = 19;

Value loop_add_signal_handler(Vm& vm, Arguments args) {
  loop::EventLoop* loop = open_loop(vm, args[0], "add_signal_handler");
  std::int64_t signal = 0;
  if (loop == nullptr) return {};
  if (is_coroutine(args[2]) || is_coroutine_function(vm, args[2])) {
    return vm.type_error("coroutines cannot be used with add_signal_handler()");
  }
  if (!signal_argument(vm, args[1], signal)) return {};
  if (signal == kKill || signal == kStop) {
    return vm.runtime_error("sig " + std::to_string(signal) + " cannot be caught");
  }
  Ref<loop::Callback> callback = make_callback(vm, args[2], as_tuple(args[3])->values(), Value());
  if (!callback) return {};
  if (Ref<loop::Exception> error = loop->add_signal_handler(static_cast<int>(signal), std::move(callback))) {
    return vm.raise(error);
  }
  return Value::none();
}

Value loop_remove_signal_handler(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "remove_signal_handler");
  std::int64_t signal = 0;
  if (loop == nullptr || !signal_argument(vm, args[1], signal)) return {};
  return Value(loop->remove_signal_handler(static_cast<int>(signal)));
}

// ---- the outside world ----------------------------------------------------------------------------------------------

/// _io_ready(callback, *args): something happened outside that concerns the loop; its next turn calls the callback.
Value loop_io_ready(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "_io_ready");
  if (loop == nullptr) return {};
  Ref<loop::Callback> callback = make_callback(vm, args[1], as_tuple(args[2])->values(), Value::none());
  if (!callback) return {};
  loop->io_ready(std::move(callback));
  return Value::none();
}

/// What a wait is called by libraries; the others are asyncio's own affair.
constexpr std::pair<std::string_view, loop::AwaitKind> kWaits[] = {
    {"io", loop::AwaitKind::io},
    {"process", loop::AwaitKind::process},
    {"sleep", loop::AwaitKind::sleep},
    {"task", loop::AwaitKind::task},
    {"task group", loop::AwaitKind::task_group},
    {"lock", loop::AwaitKind::lock},
    {"event", loop::AwaitKind::event},
    {"condition", loop::AwaitKind::condition},
    {"semaphore", loop::AwaitKind::semaphore},
    {"queue get", loop::AwaitKind::queue_get},
    {"queue put", loop::AwaitKind::queue_put},
    {"queue join", loop::AwaitKind::queue_join},
    {"thread", loop::AwaitKind::thread},
};

loop::AwaitKind wait_named(const Str* name) {
  for (const auto& [text, kind] : kWaits) {
    if (name != nullptr && name->view() == text) return kind;
  }
  return loop::AwaitKind::future;
}

/// _io_future(kind, owner, until): a future for whoever waits for the world or in a library; `kind` is one of kWaits,
/// `owner` the number that _io_object() gave, `until` the time at which a sleep ends.
Value loop_io_future(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "_io_future");
  std::int64_t owner = 0;
  double until = 0;
  if (loop == nullptr || !vm.index(args[2], owner)) return {};
  if (!args[3].is_none() && !vm.to_double(args[3], until)) return {};
  Ref<loop::Future> future = loop->create_future();
  future->describe(wait_named(as_str(args[1])), static_cast<loop::ObjectId>(owner), loop::from_seconds(until).count());
  return Value(future);
}

/// _io_object(kind, label): a connection or process for the recording.
Value loop_io_object(Vm& vm, Arguments args) {
  loop::Instrument* instrument = vm.runtime().instrument();
  const Str* kind = as_str(args[1]);
  const Str* label = as_str(args[2]);
  if (instrument == nullptr || kind == nullptr || label == nullptr) return Value(std::int64_t{0});
  const loop::ObjectId id = vm.runtime().new_object_id();
  const bool is_process = kind->view() == "process";
  instrument->object_made(id, is_process ? loop::ObjectType::process : loop::ObjectType::connection, label->view());
  return Value(std::int64_t{id});
}

/// Methods that reach the world are written in the script language: asyncio/loop_methods.py, imported when the first of
/// them is asked for.
Value loop_getattr(Vm& vm, Arguments args) {
  const Str* name = as_str(args[1]);
  if (name != nullptr && !name->view().starts_with('_')) {
    const Value module = vm.modules().load(vm.intern("asyncio.loop_methods"));
    if (!module.is_set()) return {};
    const Value methods = vm.get_attr(module, "METHODS");
    const Dict* known = Vm::core_as<Dict>(methods, kind::dict);
    if (known == nullptr) return {};
    if (const Value* method = known->get(*name)) return Value(make<BoundMethod>(*method, args[0]));
  }
  return name != nullptr ? vm.raise_no_attribute(args[0], *name) : vm.type_error("attribute name must be string");
}

Value loop_run_in_executor(Vm& vm, Arguments args) {
  loop::EventLoop* loop = open_loop(vm, args[0], "run_in_executor");
  if (loop == nullptr) return {};
  return run_in_executor(vm, *loop, args[1], args[2], *as_tuple(args[3]));
}

Value loop_set_default_executor(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "set_default_executor");
  if (loop == nullptr) return {};
  loop::Executor* executor = Vm::core_as<loop::Executor>(args[1], loop::ObjectKind::executor);
  if (executor == nullptr) return vm.type_error("executor must be ThreadPoolExecutor instance");
  loop->set_default_executor(Ref<loop::Executor>(executor));
  return Value::none();
}

Value loop_repr(Vm& vm, Arguments args) {
  loop::EventLoop* loop = self_loop(vm, args[0], "__repr__");
  if (loop == nullptr) return {};
  const auto flag = [](bool value) { return value ? "True" : "False"; };
  return vm.str("<" + vm.type_name(args[0]) + " running=" + flag(loop->is_running()) +
                " closed=" + flag(loop->is_closed()) + " debug=" + flag(loop->is_debug()) + ">");
}

constexpr NativeDefinition kLoop[] = {
    {"__new__", "cls, *args", loop_new},
    {"__init__", "self, selector=None", loop_init},
    {"run_forever", "self, /", loop_run_forever},
    {"run_until_complete", "self, future, /", loop_run_until_complete},
    {"stop", "self, /", loop_stop},
    {"is_running", "self, /", loop_is_running},
    {"is_closed", "self, /", loop_is_closed},
    {"close", "self, /", loop_close},
    {"time", "self, /", loop_time},
    {"call_soon", "self, callback, /, *args, context=None", loop_call_soon},
    {"call_soon_threadsafe", "self, callback, /, *args, context=None", loop_call_soon_threadsafe},
    {"call_later", "self, delay, callback, /, *args, context=None", loop_call_later},
    {"call_at", "self, when, callback, /, *args, context=None", loop_call_at},
    {"create_future", "self, /", loop_create_future},
    {"create_task", "self, coro, *, name=None, context=None", loop_create_task},
    {"set_task_factory", "self, factory, /", loop_set_task_factory},
    {"get_task_factory", "self, /", loop_get_task_factory},
    {"set_exception_handler", "self, handler, /", loop_set_exception_handler},
    {"get_exception_handler", "self, /", loop_get_exception_handler},
    {"default_exception_handler", "self, context, /", loop_default_exception_handler},
    {"call_exception_handler", "self, context, /", loop_call_exception_handler},
    {"get_debug", "self, /", loop_get_debug},
    {"set_debug", "self, enabled, /", loop_set_debug},
    {"shutdown_asyncgens", "self, /", loop_shutdown_asyncgens},
    {"shutdown_default_executor", "self, /", loop_shutdown_default_executor},
    {"add_signal_handler", "self, sig, callback, /, *args", loop_add_signal_handler},
    {"remove_signal_handler", "self, sig, /", loop_remove_signal_handler},
    {"run_in_executor", "self, executor, func, /, *args", loop_run_in_executor},
    {"set_default_executor", "self, executor, /", loop_set_default_executor},
    {"__repr__", "self, /", loop_repr},
    {"_io_ready", "self, callback, /, *args", loop_io_ready},
    {"_io_future", "self, kind, owner=0, until=None, /", loop_io_future},
    {"_io_object", "self, kind, label, /", loop_io_object},
    {"__getattr__", "self, name, /", loop_getattr},
};

constexpr NativeDefinition kLoopGetters[] = {
    {"slow_callback_duration", "self, /", loop_slow_duration},
    {"_debug", "self, /", loop_get_debug},
    {"_closed", "self, /", loop_is_closed},
};

// ---- functions ------------------------------------------------------------------------------------------------------

Value get_running_loop(Vm& vm, Arguments /*args*/) {
  loop::EventLoop* loop = running_loop(vm);
  return loop != nullptr ? Value(loop) : Value();
}

Value get_running_loop_or_none(Vm& vm, Arguments /*args*/) {
  loop::EventLoop* loop = loop::find_running_loop(vm.runtime());
  return loop != nullptr ? Value(loop) : Value::none();
}

/// The default policy's memory: one loop a thread, and whether it was ever set there.
ThreadState& policy_thread(Vm& vm) {
  loop::VirtualThread& thread = vm.runtime().threads.current().identity();
  if (thread.data == nullptr) thread.data = std::make_unique<ThreadState>();
  return static_cast<ThreadState&>(*thread.data);
}

Value thread_loop(Vm& vm, Arguments /*args*/) {
  const ThreadState& thread = policy_thread(vm);
  return vm.tuple({thread.event_loop ? Value(thread.event_loop) : Value::none(), Value(thread.event_loop_was_set)});
}

Value set_thread_loop(Vm& vm, Arguments args) {
  ThreadState& thread = policy_thread(vm);
  thread.event_loop = Ref<loop::EventLoop>(as_loop(args[0]));
  thread.event_loop_was_set = true;
  return Value::none();
}

Value thread_name(Vm& vm, Arguments /*args*/) { return vm.str(vm.runtime().threads.current().identity().name()); }

Value is_main_thread(Vm& vm, Arguments /*args*/) {
  return Value(&vm.runtime().threads.current().identity() == &vm.runtime().threads.main());
}

constexpr NativeDefinition kFunctions[] = {
    {"get_running_loop", "", get_running_loop}, {"_get_running_loop", "", get_running_loop_or_none},
    {"_thread_loop", "", thread_loop},          {"_set_thread_loop", "loop, /", set_thread_loop},
    {"_thread_name", "", thread_name},          {"_is_main_thread", "", is_main_thread},
};

}  // namespace

void add_event_loop(Vm& vm, Module& module) {
  Types& types = vm.types();
  const Ref<Class> abstract = make_class(vm, module, "AbstractEventLoop", "asyncio.events");
  const Ref<Class> base = make_class(vm, module, "BaseEventLoop", "asyncio.base_events", abstract.get());
  vm.define_methods(*base, kLoop);
  vm.define_getters(*base, kLoopGetters);
  define_setter(vm, *base, "slow_callback_duration", loop_set_slow_duration);
  types.event_loop =
      make_class(vm, module, "_UnixSelectorEventLoop", "asyncio.unix_events", base.get(), loop::ObjectKind::event_loop);
  types.event_loop->filled_by_init = true;
  add_to(vm, module, "SelectorEventLoop", Value(types.event_loop));
  vm.define_functions(module, kFunctions);
}

}  // namespace loopline::script::asyncio
