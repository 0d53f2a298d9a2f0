#include "script_host.h"

#include "loop/event_loop.h"
#include "loop/task.h"
#include "script/vm.h"

namespace loopline::script {

Ref<loop::Exception> ScriptHost::make_exception(loop::ExceptionKind kind, std::string message) {
  Types& types = m_vm.types();
  Class* cls = nullptr;
  switch (kind) {
    case loop::ExceptionKind::fatal: return make<loop::NativeException>(kind, std::move(message));
    case loop::ExceptionKind::base_exception: cls = types.base_exception.get(); break;
    case loop::ExceptionKind::exception: cls = types.exception.get(); break;
    case loop::ExceptionKind::assertion_error: cls = types.assertion_error.get(); break;
    case loop::ExceptionKind::runtime_error: cls = types.runtime_error.get(); break;
    case loop::ExceptionKind::type_error: cls = types.type_error.get(); break;
    case loop::ExceptionKind::value_error: cls = types.value_error.get(); break;
    case loop::ExceptionKind::not_implemented_error: cls = types.not_implemented_error.get(); break;
    case loop::ExceptionKind::timeout_error: cls = types.timeout_error.get(); break;
    case loop::ExceptionKind::stop_iteration: cls = types.stop_iteration.get(); break;
    case loop::ExceptionKind::stop_async_iteration: cls = types.stop_async_iteration.get(); break;
    case loop::ExceptionKind::invalid_state_error: cls = types.invalid_state_error.get(); break;
    case loop::ExceptionKind::queue_empty: cls = types.queue_empty.get(); break;
    case loop::ExceptionKind::queue_full: cls = types.queue_full.get(); break;
    case loop::ExceptionKind::broken_barrier_error: cls = types.broken_barrier_error.get(); break;
    case loop::ExceptionKind::broken_executor: cls = types.broken_executor.get(); break;
    case loop::ExceptionKind::generator_exit: cls = types.generator_exit.get(); break;
    case loop::ExceptionKind::cancelled_error: cls = types.cancelled_error.get(); break;
    case loop::ExceptionKind::keyboard_interrupt: cls = types.keyboard_interrupt.get(); break;
    case loop::ExceptionKind::system_exit: cls = types.system_exit.get(); break;
  }
  if (message.empty()) return m_vm.make_exception(*cls, std::span<const Value>());
  return m_vm.make_exception(*cls, std::move(message));
}

Ref<loop::Exception> ScriptHost::make_cancelled(const Value& message) {
  Class& cls = *m_vm.types().cancelled_error;
  if (!message.is_set() || message.is_none()) return m_vm.make_exception(cls, std::span<const Value>());
  const Value args[] = {message};
  return m_vm.make_exception(cls, std::span<const Value>(args));
}

Ref<loop::Exception> ScriptHost::make_cancelled_with_text(const std::string& message) {
  return m_vm.make_exception(*m_vm.types().cancelled_error, message);
}

Ref<loop::Exception> ScriptHost::make_group(std::string message, std::vector<Ref<loop::Exception>> exceptions) {
  std::vector<Value> parts;
  for (Ref<loop::Exception>& exception : exceptions) parts.emplace_back(std::move(exception));
  const Value group =
      m_vm.call(Value(m_vm.types().base_exception_group), {m_vm.str(message), m_vm.list(std::move(parts))});
  if (group.is_set()) return Ref<loop::Exception>(group.as<loop::Exception>());
  return m_vm.take_error();
}

Value ScriptHost::make_list(std::vector<Value> items) { return make<List>(std::move(items)); }

Ref<loop::CoroutineObject> ScriptHost::as_coroutine(const Value& awaitable) {
  Ref<loop::CoroutineObject> coroutine = m_vm.as_coroutine(awaitable);
  // The loop raises its own error where this cannot be.
  if (!coroutine) m_vm.take_error();
  return coroutine;
}

std::string ScriptHost::repr(const Value& value) { return m_vm.safe_repr(value); }

bool ScriptHost::equals(const Value& left, const Value& right) {
  const int same = m_vm.equals(left, right);
  if (same < 0) m_vm.take_error();
  return same > 0;
}

loop::Outcome ScriptHost::less(const Value& left, const Value& right) {
  const int result = m_vm.compare_bool(Comparison::less, left, right);
  if (result < 0) return m_vm.take_error();
  return Value(result != 0);
}

bool ScriptHost::cancel(loop::Future& future, const Value& message) {
  const Value self(&future);
  Class& cls = m_vm.class_of(self);
  const Value* method = cls.is_builtin ? nullptr : cls.lookup(*m_vm.intern("cancel"));
  if (method == nullptr || method->is_object(kind::native_function)) return future.cancel(message);
  const Ref<Dict> keywords = m_vm.dict();
  if (message.is_set()) keywords->set(*m_vm.intern("msg"), message);
  const Value bound = m_vm.get_attr(self, "cancel");
  const Value result = bound.is_set() ? m_vm.call_with_dict(bound, {}, keywords.get()) : Value();
  const int done = result.is_set() ? m_vm.truth(result) : -1;
  if (done < 0) m_vm.report_unraisable(m_vm.take_error(), "", bound);
  return done > 0;
}

Ref<loop::Exception> ScriptHost::report(loop::EventLoop& loop, const loop::ErrorContext& context) {
  // What is left of a program that was stopped is taken apart in silence: it may be a million tasks.
  if (loop.runtime().threads.has_ended()) return nullptr;
  std::string text = context.message.empty() ? "Unhandled exception in event loop" : context.message;
  text += "\n";
  // The keys of the context in alphabetical order, as asyncio logs them.
  if (context.asyncgen.is_set()) text += "asyncgen: " + m_vm.safe_repr(context.asyncgen) + "\n";
  if (context.future.is_set() && !context.is_task) text += "future: " + m_vm.safe_repr(context.future) + "\n";
  if (context.handle.is_set()) text += "handle: " + m_vm.safe_repr(context.handle) + "\n";
  if (context.future.is_set() && context.is_task) text += "task: " + m_vm.safe_repr(context.future) + "\n";
  if (context.exception) text += m_vm.format_exception(context.exception);
  return m_vm.log_asyncio_error(text);
}

void ScriptHost::never_awaited(const loop::CoroutineObject& coroutine) {
  if (m_vm.runtime().threads.has_ended()) return;
  constexpr std::int64_t kWarningCost = 600;  // instructions
  m_vm.budget() -= kWarningCost;
  // As a warning of the line that runs, or of nobody's.
  Frame* frame = m_vm.script_frame();
  while (frame != nullptr && frame->code().is_library()) frame = frame->caller;
  std::string place = "sys:1";
  std::string shown;
  if (frame != nullptr) {
    const Source& source = *frame->code().source;
    place = source.file_name + ":" + std::to_string(frame->line());
    std::string_view line = source.line(frame->line());
    const std::size_t first = line.find_first_not_of(" \t\f");
    if (first != std::string_view::npos) {
      line = line.substr(first, line.find_last_not_of(" \t\f\r\n") - first + 1);
      shown = "  " + std::string(line) + "\n";
    }
  }
  m_vm.report(place + ": RuntimeWarning: coroutine '" + coroutine.name() + "' was never awaited\n" + shown +
              "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n");
}

void ScriptHost::slow_callback(loop::EventLoop& /*loop*/, const Value& handle, loop::Duration duration) {
  char seconds[32];
  std::snprintf(seconds, sizeof seconds, "%.3f", loop::to_seconds(duration));
  m_vm.report("Executing " + m_vm.safe_repr(handle) + " took " + seconds + " seconds\n");
}

}  // namespace loopline::script
