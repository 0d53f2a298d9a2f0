// Exceptions as the loop sees them: counted objects with identity, handed on by reference.
//
// A future that failed hands back the very object that was raised. C++ `throw` happens in native coroutines only, as
// Raised around such a reference; the loop and the virtual machine pass it by value.
#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "loop/object.h"
#include "loop/value.h"

namespace loopline::loop {

/// The exception classes that the loop itself raises or treats in a way of their own.
enum class ExceptionKind : std::uint8_t {
  base_exception,
  exception,
  assertion_error,
  runtime_error,
  type_error,
  value_error,
  not_implemented_error,
  timeout_error,
  stop_iteration,
  stop_async_iteration,
  invalid_state_error,
  queue_empty,
  queue_full,
  broken_barrier_error,
  broken_executor,
  generator_exit,
  cancelled_error,
  keyboard_interrupt,
  system_exit,
  fatal,  ///< ends the run: a limit, a deadlock, the end of a thread. Nothing may catch it; no script code runs on its
          ///< way
};

/// "RuntimeError" and so on, as Python spells it.
std::string_view class_name(ExceptionKind kind) noexcept;

/// Whether the built-in class `kind` is `ancestor` or derives from it.
bool derives(ExceptionKind kind, ExceptionKind ancestor) noexcept;

class Exception : public Container {
 public:
  Exception() noexcept : Container(ObjectKind::exception) {}

  /// The most derived of the loop's kinds that the exception's class is or derives from.
  virtual ExceptionKind kind() const noexcept = 0;
  /// isinstance(): its class is that built-in one or derives from it.
  virtual bool is(ExceptionKind ancestor) const noexcept { return derives(kind(), ancestor); }
  /// "ValueError('x')", as repr() gives it.
  virtual std::string repr() const = 0;
  /// "ValueError: x", the last line of a traceback.
  virtual std::string summary() const = 0;
  /// Throws it as C++ code expects it: Raised, or the C++ exception it was made from.
  [[noreturn]] virtual void rethrow();

  const Ref<Exception>& cause() const noexcept { return m_cause; }
  const Ref<Exception>& context() const noexcept { return m_context; }
  bool suppresses_context() const noexcept { return m_suppress_context; }
  /// `raise … from cause`; a null cause is `from None`.
  void set_cause(Ref<Exception> cause) noexcept {
    m_cause = std::move(cause);
    m_suppress_context = true;
  }
  void set_context(Ref<Exception> context) noexcept { m_context = std::move(context); }
  void set_suppress_context(bool suppress) noexcept { m_suppress_context = suppress; }

  /// KeyboardInterrupt, SystemExit and fatal ends: they leave the loop at once instead of ending a task only.
  bool leaves_the_loop() const noexcept;

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  Ref<Exception> m_cause;
  Ref<Exception> m_context;
  bool m_suppress_context = false;
};

/// What native coroutines throw and catch.
class Raised : public std::exception {
 public:
  explicit Raised(Ref<Exception> exception) : m_exception(std::move(exception)), m_text(m_exception->summary()) {}
  const Ref<Exception>& exception() const noexcept { return m_exception; }
  bool is(ExceptionKind kind) const noexcept { return m_exception->is(kind); }
  const char* what() const noexcept override { return m_text.c_str(); }

 private:
  Ref<Exception> m_exception;
  std::string m_text;
};

/// An exception of one of the loop's kinds, or one that C++ code threw. Used where no script is there to make its own.
class NativeException final : public Exception {
 public:
  NativeException(ExceptionKind kind, std::string message) : m_kind(kind), m_message(std::move(message)) {}
  explicit NativeException(std::exception_ptr thrown);

  ExceptionKind kind() const noexcept override { return m_kind; }
  std::string repr() const override;
  std::string summary() const override;
  [[noreturn]] void rethrow() override;
  const std::string& message() const noexcept { return m_message; }

 private:
  ExceptionKind m_kind;
  std::string m_message;
  std::exception_ptr m_thrown;
};

/// The exception in flight inside a catch block, as a counted object.
Ref<Exception> current_exception();

/// A value or the exception that took its place.
class [[nodiscard]] Outcome {
 public:
  Outcome(Value value) noexcept : m_value(std::move(value)) {}                   // NOLINT: either one is an outcome
  Outcome(Ref<Exception> exception) noexcept : m_error(std::move(exception)) {}  // NOLINT: either one is an outcome

  bool ok() const noexcept { return !m_error; }
  const Value& value() const noexcept { return m_value; }
  Value take() noexcept { return std::move(m_value); }
  const Ref<Exception>& error() const noexcept { return m_error; }
  /// The value; throws the exception as C++ code expects it.
  Value value_or_throw() {
    if (m_error) m_error->rethrow();
    return std::move(m_value);
  }

 private:
  Value m_value;
  Ref<Exception> m_error;
};

}  // namespace loopline::loop
