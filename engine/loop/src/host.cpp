#include "loop/host.h"

#include <algorithm>
#include <cstdio>

#include "loop/event_loop.h"
#include "loop/task.h"

namespace loopline::loop {

Ref<Exception> Host::make_exception(ExceptionKind kind, std::string message) {
  return make<NativeException>(kind, std::move(message));
}

Ref<Exception> Host::make_cancelled(const Value& message) {
  return make_exception(ExceptionKind::cancelled_error,
                        message.is_set() && !message.is_none() ? repr(message) : std::string());
}

Ref<Exception> Host::make_cancelled_with_text(const std::string& message) {
  return make_exception(ExceptionKind::cancelled_error, message);
}

Ref<Exception> Host::make_group(std::string message, std::vector<Ref<Exception>> exceptions) {
  return make<NativeExceptionGroup>(std::move(message), std::move(exceptions));
}

Value Host::make_list(std::vector<Value> items) { return make<Boxed<std::vector<Value>>>(std::move(items)); }

Ref<CoroutineObject> Host::as_coroutine(const Value& /*awaitable*/) { return nullptr; }

std::string Host::repr(const Value& value) {
  switch (value.tag()) {
    case Tag::unset: return "<unset>";
    case Tag::none: return "None";
    case Tag::not_implemented: return "NotImplemented";
    case Tag::ellipsis: return "Ellipsis";
    case Tag::boolean: return value.as_bool() ? "True" : "False";
    case Tag::integer: return std::to_string(value.as_int());
    case Tag::floating: return std::to_string(value.as_float());
    case Tag::object: break;
  }
  switch (value.as_object()->kind()) {
    case ObjectKind::task: return "<Task " + value.as<Task>()->name() + ">";
    case ObjectKind::future: return "<Future>";
    case ObjectKind::concurrent_future: return "<Future>";
    case ObjectKind::exception: return value.as<Exception>()->repr();
    case ObjectKind::coroutine: return "<coroutine " + value.as<CoroutineObject>()->name() + ">";
    default: return "<object>";
  }
}

Outcome Host::less(const Value& left, const Value& right) {
  if (left.is_int() && right.is_int()) return Value(left.as_int() < right.as_int());
  if (left.is_float() && right.is_float()) return Value(left.as_float() < right.as_float());
  return make_exception(ExceptionKind::type_error, "these values have no order");
}

Ref<Exception> Host::report(EventLoop& /*loop*/, const ErrorContext& context) {
  std::string text = context.message;
  if (context.future.is_set()) text += "\n" + repr(context.future);
  if (context.exception) text += "\n" + context.exception->summary();
  std::fprintf(stderr, "%s\n", text.c_str());
  return nullptr;
}

bool Host::cancel(Future& future, const Value& message) { return future.cancel(message); }

void Host::never_awaited(const CoroutineObject& coroutine) {
  std::fprintf(stderr, "coroutine '%s' was never awaited\n", coroutine.name().c_str());
}

void Host::slow_callback(EventLoop& /*loop*/, const Value& handle, Duration duration) {
  std::fprintf(stderr, "Executing %s took %.3f seconds\n", repr(handle).c_str(), to_seconds(duration));
}

ExceptionKind NativeExceptionGroup::kind() const noexcept {
  const bool all_ordinary =
      std::ranges::all_of(m_exceptions, [](const auto& each) { return each->is(ExceptionKind::exception); });
  return all_ordinary ? ExceptionKind::exception : ExceptionKind::base_exception;
}

std::string_view NativeExceptionGroup::group_name() const noexcept {
  return kind() == ExceptionKind::exception ? "ExceptionGroup" : "BaseExceptionGroup";
}

std::string NativeExceptionGroup::repr() const {
  std::string text = std::string(group_name()) + "('" + m_message + "', [";
  for (std::size_t i = 0; i < m_exceptions.size(); ++i) {
    if (i > 0) text += ", ";
    text += m_exceptions[i]->repr();
  }
  return text + "])";
}

std::string NativeExceptionGroup::summary() const {
  const std::string count = std::to_string(m_exceptions.size());
  return std::string(group_name()) + ": " + m_message + " (" + count +
         (m_exceptions.size() == 1 ? " sub-exception)" : " sub-exceptions)");
}

void NativeExceptionGroup::visit(Visitor& visitor) const {
  Exception::visit(visitor);
  for (const auto& exception : m_exceptions) visitor.visit(exception.get());
}

void NativeExceptionGroup::drop_references() noexcept {
  Exception::drop_references();
  m_exceptions.clear();
}

}  // namespace loopline::loop
