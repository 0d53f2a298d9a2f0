// The loop's host for scripts: makes exceptions and lists of the script's kinds, reports what nobody catches.
#pragma once

#include <functional>

#include "loop/host.h"
#include "script/value.h"

namespace loopline::script {

class Vm;

class ScriptHost final : public loop::Host {
 public:
  explicit ScriptHost(Vm& vm) : m_vm(vm) {}

  Ref<loop::Exception> make_exception(loop::ExceptionKind kind, std::string message) override;
  Ref<loop::Exception> make_cancelled(const Value& message) override;
  Ref<loop::Exception> make_cancelled_with_text(const std::string& message) override;
  Ref<loop::Exception> make_group(std::string message, std::vector<Ref<loop::Exception>> exceptions) override;
  Value make_list(std::vector<Value> items) override;
  Ref<loop::CoroutineObject> as_coroutine(const Value& awaitable) override;
  std::string repr(const Value& value) override;
  bool equals(const Value& left, const Value& right) override;
  bool cancel(loop::Future& future, const Value& message) override;
  loop::Outcome less(const Value& left, const Value& right) override;
  Ref<loop::Exception> report(loop::EventLoop& loop, const loop::ErrorContext& context) override;
  void never_awaited(const loop::CoroutineObject& coroutine) override;
  void slow_callback(loop::EventLoop& loop, const Value& handle, loop::Duration duration) override;

 private:
  Vm& m_vm;
};

}  // namespace loopline::script
