// What the loop asks of those for whom it runs: to make objects of their kind and to be told what nobody else hears.
//
// Native programs use the defaults of this class. The script layer overrides them, so that asyncio.gather's list is a
// list of the script's and a TimeoutError is of its class.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "loop/coroutine_object.h"
#include "loop/exception.h"
#include "loop/instrument.h"
#include "loop/value.h"

namespace loopline::loop {

class EventLoop;
class Future;

/// What an exception handler is told: the keys of asyncio's context dictionary.
struct ErrorContext {
  WarningKind kind = WarningKind::loop_error;
  std::string message;
  Ref<Exception> exception;
  Value future;          ///< a Future or Task, or unset
  bool is_task = false;  ///< `future` stands under the key "task"
  Value handle;
  Value asyncgen;
  Value source;  ///< anything else the script's handler should see under its own key
};

class Host {
 public:
  virtual ~Host() = default;

  /// An exception of a built-in class; an empty message means one without arguments.
  virtual Ref<Exception> make_exception(ExceptionKind kind, std::string message);
  /// A CancelledError; `message` is unset for none.
  virtual Ref<Exception> make_cancelled(const Value& message);
  /// The same with a text for a message.
  virtual Ref<Exception> make_cancelled_with_text(const std::string& message);
  /// An ExceptionGroup, a BaseExceptionGroup if one of them is no Exception.
  virtual Ref<Exception> make_group(std::string message, std::vector<Ref<Exception>> exceptions);
  virtual Value make_list(std::vector<Value> items);
  /// A coroutine that awaits the object, or null if it cannot be awaited. Not asked for futures and coroutines.
  virtual Ref<CoroutineObject> as_coroutine(const Value& awaitable);
  virtual std::string repr(const Value& value);
  /// `==` between two values, for finding equal callbacks and arguments.
  virtual bool equals(const Value& left, const Value& right) { return left.is_identical(right); }
  /// future.cancel(message), by the method that a script's class of tasks has, if it has one. Unset for no message.
  virtual bool cancel(Future& future, const Value& message);
  /// `left < right` as a boolean value, or what comparing raised. Natively: integers and floats.
  virtual Outcome less(const Value& left, const Value& right);

  /// The default exception handler: writes a report where people see it. Null, or what must leave the loop.
  virtual Ref<Exception> report(EventLoop& loop, const ErrorContext& context);
  /// A coroutine died without ever running.
  virtual void never_awaited(const CoroutineObject& coroutine);
  /// In debug mode: "Executing <Task …> took 0.150 seconds".
  virtual void slow_callback(EventLoop& loop, const Value& handle, Duration duration);
};

/// Several exceptions as one, for native code; scripts have their own ExceptionGroup.
class NativeExceptionGroup final : public Exception {
 public:
  NativeExceptionGroup(std::string message, std::vector<Ref<Exception>> exceptions)
      : m_message(std::move(message)), m_exceptions(std::move(exceptions)) {}
  ExceptionKind kind() const noexcept override;
  std::string repr() const override;
  std::string summary() const override;
  const std::vector<Ref<Exception>>& exceptions() const noexcept { return m_exceptions; }
  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  std::string_view group_name() const noexcept;

  std::string m_message;
  std::vector<Ref<Exception>> m_exceptions;
};

}  // namespace loopline::loop
