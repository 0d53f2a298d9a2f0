#include "loop/exception.h"

namespace loopline::loop {

std::string_view class_name(ExceptionKind kind) noexcept {
  switch (kind) {
    case ExceptionKind::base_exception: return "BaseException";
    case ExceptionKind::exception: return "Exception";
    case ExceptionKind::assertion_error: return "AssertionError";
    case ExceptionKind::runtime_error: return "RuntimeError";
    case ExceptionKind::type_error: return "TypeError";
    case ExceptionKind::value_error: return "ValueError";
    case ExceptionKind::not_implemented_error: return "NotImplementedError";
    case ExceptionKind::timeout_error: return "TimeoutError";
    case ExceptionKind::stop_iteration: return "StopIteration";
    case ExceptionKind::stop_async_iteration: return "StopAsyncIteration";
    case ExceptionKind::invalid_state_error: return "InvalidStateError";
    case ExceptionKind::queue_empty: return "QueueEmpty";
    case ExceptionKind::queue_full: return "QueueFull";
    case ExceptionKind::broken_barrier_error: return "BrokenBarrierError";
    case ExceptionKind::broken_executor: return "BrokenExecutor";
    case ExceptionKind::generator_exit: return "GeneratorExit";
    case ExceptionKind::cancelled_error: return "CancelledError";
    case ExceptionKind::keyboard_interrupt: return "KeyboardInterrupt";
    case ExceptionKind::system_exit: return "SystemExit";
    case ExceptionKind::fatal: return "the end of the run";
  }
  return "";
}

bool derives(ExceptionKind kind, ExceptionKind ancestor) noexcept {
  if (kind == ancestor) return true;
  switch (kind) {
    case ExceptionKind::fatal: return false;
    case ExceptionKind::generator_exit:
    case ExceptionKind::cancelled_error:
    case ExceptionKind::keyboard_interrupt:
    case ExceptionKind::system_exit:
    case ExceptionKind::exception: return ancestor == ExceptionKind::base_exception;
    case ExceptionKind::base_exception: return false;
    case ExceptionKind::not_implemented_error:
    case ExceptionKind::broken_barrier_error:
    case ExceptionKind::broken_executor:
      if (ancestor == ExceptionKind::runtime_error) return true;
      break;
    default: break;
  }
  return ancestor == ExceptionKind::exception || ancestor == ExceptionKind::base_exception;
}

void Exception::rethrow() { throw Raised(Ref<Exception>(this)); }

bool Exception::leaves_the_loop() const noexcept {
  return is(ExceptionKind::keyboard_interrupt) || is(ExceptionKind::system_exit) || is(ExceptionKind::fatal);
}

void Exception::visit(Visitor& visitor) const {
  visitor.visit(m_cause.get());
  visitor.visit(m_context.get());
}

void Exception::drop_references() noexcept {
  m_cause = nullptr;
  m_context = nullptr;
}

NativeException::NativeException(std::exception_ptr thrown) : m_kind(ExceptionKind::exception), m_thrown(thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const std::exception& exception) {
    m_message = exception.what();
  } catch (...) {
    m_message = "an exception of no known type";
  }
}

std::string NativeException::repr() const {
  std::string text(class_name(m_kind));
  text += m_message.empty() ? "()" : "('" + m_message + "')";
  return text;
}

std::string NativeException::summary() const {
  std::string text(class_name(m_kind));
  if (!m_message.empty()) text += ": " + m_message;
  return text;
}

void NativeException::rethrow() {
  if (m_thrown) std::rethrow_exception(m_thrown);
  Exception::rethrow();
}

Ref<Exception> current_exception() {
  try {
    throw;
  } catch (const Raised& raised) {
    return raised.exception();
  } catch (...) {
    return make<NativeException>(std::current_exception());
  }
}

}  // namespace loopline::loop
