#include "bindings.h"

#include "../partial.h"
#include "callbacks.h"
#include "loop/running_loop.h"
#include "script/module_registry.h"

namespace loopline::script::asyncio {

using loop::ObjectKind;

loop::EventLoop* running_loop(Vm& vm) {
  loop::EventLoop* running = loop::find_running_loop(vm.runtime());
  if (running == nullptr) vm.runtime_error("no running event loop");
  return running;
}

Ref<loop::EventLoop> current_loop(Vm& vm) {
  if (loop::EventLoop* running = loop::find_running_loop(vm.runtime())) return Ref<loop::EventLoop>(running);
  const Value module = vm.modules().load(vm.intern("asyncio"));
  if (!module.is_set()) return nullptr;
  const Value found = vm.call_method(module, "get_event_loop");
  if (!found.is_set()) return nullptr;
  loop::EventLoop* loop = as_loop(found);
  if (loop == nullptr) vm.type_error("the event loop policy gave no event loop, but " + vm.type_name(found));
  return Ref<loop::EventLoop>(loop);
}

Ref<loop::EventLoop> loop_or_current(Vm& vm, const Value& given) {
  if (!given.is_set() || given.is_none()) return current_loop(vm);
  loop::EventLoop* loop = as_loop(given);
  if (loop == nullptr) vm.type_error("an event loop is required, not " + vm.type_name(given));
  return Ref<loop::EventLoop>(loop);
}

loop::EventLoop* as_loop(const Value& value) noexcept {
  return Vm::core_as<loop::EventLoop>(value, ObjectKind::event_loop);
}

loop::Future* as_future(const Value& value) noexcept {
  const Value& core = Vm::core(value);
  return loop::is_future(core) ? core.as<loop::Future>() : nullptr;
}

loop::Task* as_task(const Value& value) noexcept { return Vm::core_as<loop::Task>(value, ObjectKind::task); }

bool is_coroutine(const Value& value) noexcept {
  return value.is_object(ObjectKind::coroutine) || value.is_object(kind::generator);
}

Value coroutine_for_task(Vm& vm, const Value& value) {
  if (is_coroutine(value)) return value;
  bool has_all = true;
  for (const char* name : {"__await__", "send", "throw", "close"}) {
    has_all = has_all && vm.find_attr(value, name).is_set();
    if (vm.has_error()) return {};
  }
  if (!has_all) return vm.type_error("a coroutine was expected, got " + vm.safe_repr(value));
  const Value module = vm.modules().load(vm.intern("asyncio.coroutines"));
  const Value function = module.is_set() ? vm.get_attr(module, "_coroutine_of") : Value();
  return function.is_set() ? vm.call(function, {value}) : Value();
}

// ---- callbacks ------------------------------------------------------------------------------------------------------

ScriptCallback::ScriptCallback(Vm& vm, Value callable, Ref<Tuple> arguments)
    : m_vm(vm), m_callable(std::move(callable)), m_arguments(std::move(arguments)) {}

Ref<loop::Exception> ScriptCallback::call(loop::EventLoop& /*loop*/, loop::Future* completed) {
  const Value keep = m_callable;  // cancelling the handle meanwhile drops it
  Value result;
  if (completed != nullptr) {
    result = m_vm.call(keep, {Value(completed)});
  } else {
    const Ref<Tuple> arguments = m_arguments;
    result = m_vm.call(keep, arguments ? arguments->values() : std::span<const Value>());
  }
  return result.is_set() ? nullptr : m_vm.take_error();
}

std::string ScriptCallback::name() const { return callback_name(m_vm, m_callable); }

std::string ScriptCallback::describe() const {
  return call_repr_with_place(m_vm, m_callable, m_arguments ? m_arguments->values() : std::span<const Value>());
}

void ScriptCallback::visit(Visitor& visitor) const {
  Callback::visit(visitor);
  visit_value(visitor, m_callable);
  visitor.visit(m_arguments.get());
}

void ScriptCallback::drop_references() noexcept {
  Callback::drop_references();
  m_callable = Value::none();
  m_arguments = nullptr;
}

Ref<loop::Callback> make_callback(Vm& vm, const Value& callable, std::span<const Value> arguments,
                                  const Value& context) {
  Ref<loop::Context> own;
  if (!context.is_set() || context.is_none()) {
    own = loop::copy_context(vm.runtime().threads.current().context);
  } else if (context.is_object(ObjectKind::context)) {
    own = Ref<loop::Context>(context.as<loop::Context>());
  } else {
    vm.type_error("context must be a contextvars.Context, not " + vm.type_name(context));
    return nullptr;
  }
  const Ref<Tuple> kept = arguments.empty() ? nullptr : Tuple::create(arguments);
  Ref<ScriptCallback> callback = make<ScriptCallback>(vm, callable, kept);
  callback->set_context(std::move(own));
  return callback;
}

const ScriptCallback* script_callback(const loop::Callback* callback) noexcept {
  return dynamic_cast<const ScriptCallback*>(callback);
}

Value callable_of(const loop::Object& callback) noexcept {
  const auto* own = dynamic_cast<const ScriptCallback*>(&callback);
  return own != nullptr ? own->callable() : Value();
}

namespace {

/// functools.partial: what it calls in the end.
Value unwrap_partial(Value callable) {
  for (;;) {
    Value inner = partial_function(callable);
    if (!inner.is_set()) return callable;
    callable = std::move(inner);
  }
}

std::string text_attr(Vm& vm, const Value& object, const char* name) {
  const Value found = vm.find_attr(object, name);
  if (!found.is_set()) vm.take_error();
  const Str* text = as_str(found);
  return text != nullptr ? std::string(text->view()) : std::string();
}

/// The function of the script behind a callable, unwrapped of decorators that say what they wrap. A method is none, as
/// in CPython's reports.
const Function* script_function(Vm& vm, Value callable) {
  for (int i = 0; i < 20; ++i) {
    Value wrapped = vm.find_attr(callable, "__wrapped__");
    if (!wrapped.is_set()) {
      vm.take_error();
      break;
    }
    callable = std::move(wrapped);
  }
  return as_function(callable);
}

}  // namespace

std::string callback_name(Vm& vm, const Value& given) {
  const Value callable = unwrap_partial(given);
  std::string name = text_attr(vm, callable, "__qualname__");
  if (name.empty()) name = text_attr(vm, callable, "__name__");
  if (name.empty()) return vm.type_name(callable);
  for (const std::string_view prefix : {"BaseEventLoop.", "_UnixSelectorEventLoop."}) {
    if (name.starts_with(prefix)) return "loop." + name.substr(prefix.size());
  }
  return name;
}

std::string short_repr(Vm& vm, const Value& value) {
  const Value reprlib = vm.modules().load(vm.intern("reprlib"));
  const Value function = reprlib.is_set() ? vm.get_attr(reprlib, "repr") : Value();
  const Value text = function.is_set() ? vm.call(function, {value}) : Value();
  if (as_str(text) != nullptr) return std::string(as_str(text)->view());
  vm.take_error();
  return vm.safe_repr(value);
}

std::string call_repr(Vm& vm, const Value& given, std::span<const Value> arguments, const Dict* keywords) {
  std::string text;
  Value callable = given;
  if (const Tuple* own = partial_arguments(callable)) {
    // The inner call, then what the partial adds.
    text = call_repr(vm, partial_function(callable), own->values(), partial_keywords(callable));
  } else {
    text = text_attr(vm, callable, "__qualname__");
    if (text.empty()) text = text_attr(vm, callable, "__name__");
    if (text.empty()) text = vm.safe_repr(callable);
  }
  text += "(";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (i > 0) text += ", ";
    text += short_repr(vm, arguments[i]);
  }
  if (keywords == nullptr) return text + ")";
  for (const Dict::Entry& entry : keywords->entries()) {
    if (!entry.key.is_set()) continue;
    if (text.back() != '(') text += ", ";
    text += vm.str_text(entry.key).value_or("?") + "=" + short_repr(vm, entry.value);
  }
  return text + ")";
}

std::string call_repr_with_place(Vm& vm, const Value& callable, std::span<const Value> arguments) {
  std::string text = call_repr(vm, callable, arguments, nullptr);
  const Value inner = unwrap_partial(callable);
  if (const Function* function = script_function(vm, inner)) {
    const Code& code = *function->code;
    text += " at " + code.source->file_name;
    if (!code.is_library()) text += ":" + std::to_string(code.first_line);
  }
  return text;
}

std::string callback_repr(Vm& vm, loop::Object& callback) {
  if (callback.kind() == ObjectKind::task) return "Task.task_wakeup()";
  const Value callable = callable_of(callback);
  if (callable.is_set()) return call_repr_with_place(vm, callable, {});
  const auto* own = dynamic_cast<loop::Callback*>(&callback);
  if (own == nullptr) return "?";
  // The library's callbacks, with the names and places they have in CPython.
  static constexpr struct {
    const char* name;
    const char* repr;
  } kLibrary[] = {
      {"gather.child_done", "gather.<locals>._done_callback() at asyncio/tasks.py"},
      {"wait.child_done", "_wait.<locals>._on_completion() at asyncio/tasks.py"},
      {"as_completed.child_done", "as_completed.<locals>._on_completion() at asyncio/tasks.py"},
      {"as_completed.timeout", "as_completed.<locals>._on_timeout() at asyncio/tasks.py"},
      {"timeout.expire", "Timeout._on_timeout() at asyncio/timeouts.py"},
      {"wait_for", "_release_waiter(<Future pending>) at asyncio/tasks.py"},
      {"taskgroup.child_done", "TaskGroup._on_task_done() at asyncio/taskgroups.py"},
      {"shield.inner_done", "shield.<locals>._inner_done_callback() at asyncio/tasks.py"},
      {"shield.outer_done", "shield.<locals>._outer_done_callback() at asyncio/tasks.py"},
      {"run_until_complete.done", "_run_until_complete_cb() at asyncio/base_events.py"},
      {"chain.done", "_chain_future.<locals>._call_set_state() at asyncio/futures.py"},
      {"chain.check_cancel", "_chain_future.<locals>._call_check_cancel() at asyncio/futures.py"},
  };
  const std::string name = own->name();
  for (const auto& [known, repr] : kLibrary) {
    if (name == known) return repr;
  }
  return own->describe();
}

bool log_debug(Vm& vm, const char* format, Value argument) {
  const Value* logging = vm.modules().loaded()->get(*vm.intern("logging"));
  if (logging == nullptr) return true;
  const Value logger = vm.call_method(*logging, "getLogger", {vm.intern("asyncio")});
  return logger.is_set() && vm.call_method(logger, "debug", {vm.intern(format), std::move(argument)}).is_set();
}

// ---- coroutines of the library --------------------------------------------------------------------------------------

namespace {

loop::Coroutine<Value> raise_when_run(loop::Held<loop::Exception> exception) {
  exception->rethrow();
  co_return Value::none();
}

}  // namespace

Value raising_coroutine(Vm& vm, Ref<loop::Exception> exception, const char* name) {
  return coroutine(vm, raise_when_run(loop::Held<loop::Exception>(std::move(exception))), name);
}

void throw_error(Vm& vm) { throw loop::Raised(vm.take_error()); }

// ---- values ---------------------------------------------------------------------------------------------------------

bool seconds(Vm& vm, const Value& value, loop::Duration& result) {
  double number = 0;
  if (!vm.to_double(value, number)) return false;
  result = loop::from_seconds(number);
  return true;
}

bool seconds_or_none(Vm& vm, const Value& value, std::optional<loop::Duration>& result) {
  if (!value.is_set() || value.is_none()) {
    result.reset();
    return true;
  }
  result.emplace();
  return seconds(vm, value, *result);
}

Value seconds_value(loop::Duration duration) { return Value(loop::to_seconds(duration)); }

// ---- making classes -------------------------------------------------------------------------------------------------

void define_setter(Vm& vm, Class& cls, std::string_view name, NativeCode code) {
  const Value* found = cls.attributes->get(*vm.intern(name));
  auto& property = *found->as<Property>();
  Ref<NativeFunction> function = vm.make_native({name, "self, value, /", code}, cls.name()->view());
  function->is_method = true;
  property.set = Value(std::move(function));
}

Ref<Class> make_class(Vm& vm, Module& module, std::string_view name, std::string_view python_module, Class* base,
                      ObjectKind object_kind) {
  Ref<Class> cls = vm.make_builtin_class(name, base, object_kind);
  cls->has_dict = true;
  cls->is_of_loop = object_kind != ObjectKind::other || (base != nullptr && base->is_of_loop);
  cls->attributes->set(*vm.names().module, vm.intern(python_module));
  static constexpr NativeDefinition kGetItem[] = {{"__class_getitem__", "cls, key, /", generic_alias_of}};
  vm.define_class_methods(*cls, kGetItem);
  add_to(vm, module, name, Value(cls));
  return cls;
}

void add_to(Vm& vm, Module& module, std::string_view name, Value value) {
  module.attributes->set(*vm.intern(name), std::move(value));
}

}  // namespace loopline::script::asyncio
