// Task, and the functions about tasks (CPython: _asynciomodule.c, tasks.py, base_tasks.py).
#include "../partial.h"
#include "bindings.h"
#include "loop/runner.h"

namespace loopline::script::asyncio {

namespace {

loop::Task* self_task(Vm& vm, const Value& self, const char* method) {
  loop::Task* task = as_task(self);
  if (task == nullptr) {
    vm.type_error(std::string("descriptor '") + method + "' requires a '_asyncio.Task' object but received a '" +
                  vm.type_name(self) + "'");
  }
  return task;
}

/// A name as create_task takes it: None for none, else its str(). False after raising.
bool name_text(Vm& vm, const Value& given, std::optional<std::string>& name) {
  if (!given.is_set() || given.is_none()) {
    name.reset();
    return true;
  }
  name = vm.str_text(given);
  return name.has_value();
}

bool context_argument(Vm& vm, const Value& given, Ref<loop::Context>& context) {
  if (!given.is_set() || given.is_none()) return true;
  if (!given.is_object(loop::ObjectKind::context)) {
    vm.type_error("a contextvars.Context is required, not " + vm.type_name(given));
    return false;
  }
  context = Ref<loop::Context>(given.as<loop::Context>());
  return true;
}

/// Task.__new__ of a derived class: its __init__ takes what it likes and passes the coroutine on. The task is made with
/// what of that can be told from the arguments.
Value derived_task_new(Vm& vm, const Value& cls, const Tuple& positional, const Dict& keywords) {
  const auto keyword = [&](const char* name) {
    const Value* found = keywords.get(*vm.intern(name));
    return found != nullptr ? *found : Value();
  };
  Value coroutine = keyword("coro");
  for (std::size_t i = 0; i < positional.size() && !coroutine.is_set(); ++i) {
    if (is_coroutine(positional[i])) coroutine = positional[i];
  }
  if (!coroutine.is_set() || !is_coroutine(coroutine)) {
    return vm.type_error("a coroutine was expected, got " + vm.safe_repr(coroutine.is_set()   ? coroutine
                                                                         : positional.empty() ? Value::none()
                                                                                              : positional[0]));
  }
  const Value given_loop = keyword("loop");
  const Ref<loop::EventLoop> loop = loop_or_current(vm, as_loop(given_loop) != nullptr ? given_loop : Value::none());
  std::optional<std::string> name;
  Ref<loop::Context> context;
  if (!loop || !name_text(vm, keyword("name"), name) || !context_argument(vm, keyword("context"), context)) return {};
  const Ref<loop::CoroutineObject> object(static_cast<loop::CoroutineObject*>(coroutine.as_object()));
  return vm.finish_new(cls, *vm.types().task, make<loop::Task>(*loop, object, name.value_or(std::string()), context));
}

/// Of a derived class: its task runs already, only its name may still be given.
Value task_init(Vm& vm, Arguments args) {
  loop::Task* task = self_task(vm, args[0], "__init__");
  std::optional<std::string> name;
  if (task == nullptr || !name_text(vm, args[3], name)) return {};
  if (name) task->set_name(*name);
  return Value::none();
}

Value plain_task_new(Vm& vm, Arguments args) {
  const Ref<loop::EventLoop> loop = loop_or_current(vm, args[2]);
  if (!loop) return {};
  const Value runs = coroutine_for_task(vm, args[1]);
  if (!runs.is_set()) return {};
  std::optional<std::string> name;
  Ref<loop::Context> context;
  if (!name_text(vm, args[3], name) || !context_argument(vm, args[4], context)) return {};
  const Ref<loop::CoroutineObject> coroutine(static_cast<loop::CoroutineObject*>(runs.as_object()));
  return Value(make<loop::Task>(*loop, coroutine, name.value_or(std::string()), context));
}

Value task_get_coro(Vm& vm, Arguments args) {
  loop::Task* task = self_task(vm, args[0], "get_coro");
  return task != nullptr ? Value(task->coroutine()) : Value();
}

Value task_get_name(Vm& vm, Arguments args) {
  loop::Task* task = self_task(vm, args[0], "get_name");
  return task != nullptr ? vm.str(task->name()) : Value();
}

Value task_set_name(Vm& vm, Arguments args) {
  loop::Task* task = self_task(vm, args[0], "set_name");
  if (task == nullptr) return {};
  const std::optional<std::string> name = vm.str_text(args[1]);
  if (!name) return {};
  task->set_name(*name);
  return Value::none();
}

Value task_cancelling(Vm& vm, Arguments args) {
  loop::Task* task = self_task(vm, args[0], "cancelling");
  return task != nullptr ? Value(std::int64_t{task->cancelling()}) : Value();
}

Value task_uncancel(Vm& vm, Arguments args) {
  loop::Task* task = self_task(vm, args[0], "uncancel");
  return task != nullptr ? Value(std::int64_t{task->uncancel()}) : Value();
}

Value task_set_result(Vm& vm, Arguments /*args*/) {
  return vm.runtime_error("Task does not support set_result operation");
}
Value task_set_exception(Vm& vm, Arguments /*args*/) {
  return vm.runtime_error("Task does not support set_exception operation");
}

/// The frames that the coroutine is suspended in, the oldest first; of a task that failed, those of its traceback.
std::vector<Value> stack_of(loop::Task& task) {
  std::vector<Value> frames;
  if (loop::Exception* raised = task.peek_exception()) {
    const auto* exception = dynamic_cast<ExceptionObject*>(raised);
    const Traceback* level = exception != nullptr ? exception->traceback.get() : nullptr;
    for (; level != nullptr; level = level->next.get()) frames.emplace_back(level->frame);
    return frames;
  }
  const auto* generator = dynamic_cast<Generator*>(task.coroutine().get());
  // As CPython: of a suspended coroutine the outermost frame only.
  if (generator != nullptr && generator->frame()) frames.emplace_back(generator->frame());
  return frames;
}

bool limit_stack(Vm& vm, const Value& limit, bool keeps_newest, std::vector<Value>& frames) {
  if (!limit.is_set() || limit.is_none()) return true;
  std::int64_t count = 0;
  if (!vm.index(limit, count)) return false;
  const auto most = static_cast<std::size_t>(std::max<std::int64_t>(count, 0));
  if (frames.size() <= most) return true;
  if (keeps_newest) {
    frames.erase(frames.begin(), frames.end() - static_cast<std::ptrdiff_t>(most));
  } else {
    frames.resize(most);
  }
  return true;
}

Value task_get_stack(Vm& vm, Arguments args) {
  loop::Task* task = self_task(vm, args[0], "get_stack");
  if (task == nullptr) return {};
  std::vector<Value> frames = stack_of(*task);
  if (!limit_stack(vm, args[1], task->peek_exception() == nullptr, frames)) return {};
  return vm.list(std::move(frames));
}

std::string frames_text(const std::vector<Value>& frames) {
  std::string text;
  for (const Value& each : frames) {
    const Frame& frame = *each.as<Frame>();
    const Code& code = frame.code();
    // A coroutine that has not begun stands at its `def`.
    const int number = frame.pc != 0 ? frame.line() : code.first_line;
    text += "  File \"" + code.source->file_name + "\", line " + std::to_string(number) + ", in " +
            std::string(code.name->view()) + "\n";
    std::string_view line = code.source->line(number);
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    if (!line.empty()) text += "    " + std::string(line) + "\n";
  }
  return text;
}

Value task_print_stack(Vm& vm, Arguments args) {
  loop::Task* task = self_task(vm, args[0], "print_stack");
  if (task == nullptr) return {};
  std::vector<Value> frames = stack_of(*task);
  loop::Exception* raised = task->peek_exception();
  if (!limit_stack(vm, args[1], raised == nullptr, frames)) return {};
  const std::string self = vm.safe_repr(args[0]);
  // Without a file CPython prints the frames to stderr and what stands around them to stdout.
  const auto print = [&](Stream stream, const std::string& text) {
    if (text.empty()) return true;
    return args[2].is_none() ? vm.write(stream, text) : vm.call_method(args[2], "write", {vm.str(text)}).is_set();
  };
  if (frames.empty()) return print(Stream::output, "No stack for " + self + "\n") ? Value::none() : Value();
  const std::string head = (raised != nullptr ? "Traceback for " : "Stack for ") + self + " (most recent call last):\n";
  if (!print(Stream::output, head) || !print(Stream::error, frames_text(frames))) return {};
  std::string tail = raised != nullptr ? vm.format_exception_only(Value(raised)) : std::string();
  if (!tail.empty() && tail.back() != '\n') tail += '\n';
  return print(Stream::output, tail) ? Value::none() : Value();
}

/// Where CPython has a coroutine of the library.
const char* library_file(std::string_view name) {
  static constexpr std::pair<std::string_view, const char*> kFiles[] = {
      {"BaseEventLoop.", "asyncio/base_events.py"},
      {"Queue.", "asyncio/queues.py"},
      {"Lock.", "asyncio/locks.py"},
      {"Event.", "asyncio/locks.py"},
      {"Condition.", "asyncio/locks.py"},
      {"Semaphore.", "asyncio/locks.py"},
      {"Barrier.", "asyncio/locks.py"},
      {"TaskGroup.", "asyncio/taskgroups.py"},
      {"Timeout.", "asyncio/timeouts.py"},
  };
  for (const auto& [prefix, file] : kFiles) {
    if (name.starts_with(prefix)) return file;
  }
  return "asyncio/tasks.py";
}

/// "main() running at main.py:5"
std::string coroutine_text(loop::CoroutineObject& coroutine) {
  std::string name = coroutine.name();
  if (name.starts_with("loop.")) name.replace(0, 4, "BaseEventLoop");
  const auto* generator = dynamic_cast<Generator*>(&coroutine);
  if (generator == nullptr) {
    const loop::FrameBase* frame = coroutine.native_frame();
    const bool done = frame != nullptr && frame->is_finished();
    return name + (done ? "() done, defined at " : "() running at ") + library_file(name);
  }
  const Code& code = generator->code();
  const Frame* frame = generator->frame().get();
  const bool has_begun = generator->state != Generator::State::created;
  const int line = frame != nullptr && has_begun ? frame->line() : code.first_line;
  std::string text = name + (frame != nullptr ? "() running at " : "() done, defined at ") + code.source->file_name;
  if (!code.is_library()) text += ":" + std::to_string(line);
  return text;
}

Value task_repr(Vm& vm, Arguments args) {
  loop::Task* task = self_task(vm, args[0], "__repr__");
  if (task == nullptr) return {};
  // A task that awaits itself through others would never end.
  if (task->is_marked()) return vm.str("<Task ...>");
  task->set_mark(true);
  std::string info = " name=" + vm.safe_repr(vm.str(task->name()));
  info += " coro=<" + coroutine_text(*task->coroutine()) + ">";
  if (loop::Future* waiter = task->fut_waiter()) info += " wait_for=" + vm.safe_repr(Value(waiter));
  std::string text = future_repr_text(vm, *task, std::string(vm.class_of(args[0]).name()->view()), info);
  task->set_mark(false);
  return vm.str(text);
}

Value task_must_cancel(Vm& vm, Arguments args) {
  loop::Task* task = self_task(vm, args[0], "_must_cancel");
  return task != nullptr ? Value(task->must_cancel()) : Value();
}

Value task_waiter(Vm& vm, Arguments args) {
  loop::Task* task = self_task(vm, args[0], "_fut_waiter");
  if (task == nullptr) return {};
  return task->fut_waiter() != nullptr ? Value(task->fut_waiter()) : Value::none();
}

Value task_log_destroy(Vm& vm, Arguments args) {
  loop::Task* task = self_task(vm, args[0], "_log_destroy_pending");
  return task != nullptr ? Value(task->logs_destroy_pending()) : Value();
}

Value task_set_log_destroy(Vm& vm, Arguments args) {
  loop::Task* task = self_task(vm, args[0], "_log_destroy_pending");
  if (task == nullptr) return {};
  task->set_logs_destroy_pending(vm.truth(args[1]) > 0);
  return Value::none();
}

/// The signature that CPython's has, for Task itself.
constexpr NativeDefinition kPlainNew = {"Task", "cls, coro, *, loop=None, name=None, context=None", plain_task_new};

Value task_new(Vm& vm, Arguments args) {
  if (as_class(args[0]) != vm.types().task.get()) {
    return derived_task_new(vm, args[0], *as_tuple(args[1]), *args[2].as<Dict>());
  }
  const Ref<NativeFunction> plain = vm.make_native(kPlainNew);
  std::vector<Value> positional{args[0]};
  positional.insert(positional.end(), as_tuple(args[1])->begin(), as_tuple(args[1])->end());
  std::vector<Value> names;
  std::vector<Value> values;
  for (const Dict::Entry& entry : args[2].as<Dict>()->entries()) {
    names.push_back(entry.key);
    values.push_back(entry.value);
  }
  const Ref<Tuple> keyword_names = names.empty() ? nullptr : Tuple::create(names);
  return vm.call(Value(plain), CallArguments{positional, values, keyword_names.get()});
}

constexpr NativeDefinition kTask[] = {
    {"__new__", "cls, /, *args, **kwargs", task_new},
    {"__init__", "self, coro, *, loop=None, name=None, context=None", task_init},
    {"get_coro", "self, /", task_get_coro},
    {"get_name", "self, /", task_get_name},
    {"set_name", "self, value, /", task_set_name},
    {"cancelling", "self, /", task_cancelling},
    {"uncancel", "self, /", task_uncancel},
    {"set_result", "self, result, /", task_set_result},
    {"set_exception", "self, exception, /", task_set_exception},
    {"get_stack", "self, /, *, limit=None", task_get_stack},
    {"print_stack", "self, /, *, limit=None, file=None", task_print_stack},
    {"__repr__", "self, /", task_repr},
};

constexpr NativeDefinition kTaskGetters[] = {
    {"_coro", "self, /", task_get_coro},
    {"_must_cancel", "self, /", task_must_cancel},
    {"_fut_waiter", "self, /", task_waiter},
    {"_log_destroy_pending", "self, /", task_log_destroy},
};

// ---- functions ------------------------------------------------------------------------------------------------------

/// asyncio.create_task: takes a number even when it is named, because the name is set afterwards.
Value create_task(Vm& vm, Arguments args) {
  loop::EventLoop* loop = running_loop(vm);
  if (loop == nullptr || !vm.spend(kTaskCost)) return {};
  const Value runs = coroutine_for_task(vm, args[0]);
  if (!runs.is_set()) return {};
  Ref<loop::Context> context;
  if (!context_argument(vm, args[2], context)) return {};
  const Ref<loop::CoroutineObject> coroutine(static_cast<loop::CoroutineObject*>(runs.as_object()));
  const Value task = vm.from_outcome(loop->create_task(coroutine, {}, context));
  if (!task.is_set() || args[1].is_none()) return task;
  if (loop::Task* made = as_task(task)) {
    const std::optional<std::string> name = vm.str_text(args[1]);
    if (!name) return {};
    made->set_name(*name);
  } else if (vm.find_attr(task, "set_name").is_set()) {
    if (!vm.call_method(task, "set_name", {args[1]}).is_set()) return {};
  }
  return task;
}

Value ensure_future(Vm& vm, Arguments args) {
  if (!vm.spend(kTaskCost)) return {};
  if (loop::Future* future = as_future(args[0])) {
    const loop::EventLoop* wanted = as_loop(args[1]);
    if (wanted != nullptr && wanted != &future->loop()) {
      return vm.value_error("The future belongs to a different loop than the one specified as the loop argument");
    }
    return args[0];
  }
  if (!is_coroutine(args[0])) {
    // Not even awaitable? Said before a loop is looked for.
    const bool can = vm.special(vm.class_of(args[0]), Special::await).is_set();
    if (!can) return vm.type_error("An asyncio.Future, a coroutine or an awaitable is required");
  }
  const Ref<loop::EventLoop> loop = loop_or_current(vm, args[1]);
  return loop ? vm.from_outcome(loop->ensure_future(args[0])) : Value();
}

Value current_task(Vm& vm, Arguments args) {
  loop::EventLoop* loop = args[0].is_none() ? running_loop(vm) : as_loop(args[0]);
  if (loop == nullptr) return vm.has_error() ? Value() : Value::none();
  return loop->current_task() != nullptr ? Value(loop->current_task()) : Value::none();
}

Value all_tasks(Vm& vm, Arguments args) {
  constexpr std::uint64_t kCostOfEach = 10;  // instructions
  loop::EventLoop* loop = args[0].is_none() ? running_loop(vm) : as_loop(args[0]);
  if (loop == nullptr) return vm.has_error() ? Value() : Value(make<Set>());
  Ref<Set> tasks = make<Set>();
  for (const Ref<loop::Task>& task : loop::all_tasks(*loop)) {
    std::int64_t hash = 0;
    const Value value(task);
    if (!vm.hash(value, hash) || !tasks->add(vm, value, hash) || !vm.spend(kCostOfEach)) return {};
  }
  return Value(std::move(tasks));
}

Value iscoroutine(Vm& /*vm*/, Arguments args) { return Value(is_coroutine(args[0])); }

Value iscoroutinefunction(Vm& vm, Arguments args) { return Value(is_coroutine_function(vm, args[0])); }

constexpr NativeDefinition kFunctions[] = {
    {"create_task", "coro, *, name=None, context=None", create_task},
    {"ensure_future", "coro_or_future, *, loop=None", ensure_future},
    {"current_task", "loop=None", current_task},
    {"all_tasks", "loop=None", all_tasks},
    {"iscoroutine", "obj", iscoroutine},
    {"iscoroutinefunction", "func", iscoroutinefunction},
};

/// Task.all_tasks and Task.current_task, until 3.9: of the current loop, running or not.
Value legacy_current_task(Vm& vm, Arguments args) {
  const Ref<loop::EventLoop> loop = loop_or_current(vm, args[0]);
  if (!loop) return {};
  return loop->current_task() != nullptr ? Value(loop->current_task()) : Value::none();
}

Value legacy_all_tasks(Vm& vm, Arguments args) {
  const Ref<loop::EventLoop> loop = loop_or_current(vm, args[0]);
  if (!loop) return {};
  Value given[] = {Value(loop)};
  return all_tasks(vm, given);
}

constexpr NativeDefinition kLegacyTask[] = {
    {"current_task", "loop=None", legacy_current_task},
    {"all_tasks", "loop=None", legacy_all_tasks},
};

}  // namespace

bool is_coroutine_function(Vm& vm, Value callable) {
  const auto unwrap_method = [&callable] {
    if (const BoundMethod* method = as_kind<BoundMethod>(callable, kind::bound_method))
      callable = Value(method->function);
  };
  unwrap_method();
  for (Value inner = partial_function(callable); inner.is_set(); inner = partial_function(callable)) {
    callable = inner;
    unwrap_method();
  }
  if (const Function* function = as_function(callable)) {
    return function->code->code_kind == CodeKind::coroutine || function->is_coroutine_marked;
  }
  const Value marker = vm.find_attr(callable, "_is_coroutine");
  if (!marker.is_set()) vm.take_error();
  return marker.is_set() && vm.truth(marker) > 0;
}

void add_tasks(Vm& vm, Module& module) {
  Types& types = vm.types();
  types.task = make_class(vm, module, "Task", "_asyncio", types.future.get(), loop::ObjectKind::task);
  types.task->is_extension = true;
  vm.define_methods(*types.task, kTask);
  add_future_methods(vm, *types.task);
  vm.define_getters(*types.task, kTaskGetters);
  if (vm.legacy) vm.define_static_methods(*types.task, kLegacyTask);
  define_setter(vm, *types.task, "_log_destroy_pending", task_set_log_destroy);
  vm.define_functions(module, kFunctions);
}

}  // namespace loopline::script::asyncio
