// Callables of a script that stand in for parts of the loop.
#pragma once

#include "loop/event_loop.h"
#include "script/vm.h"

namespace loopline::script::asyncio {

/// loop.set_exception_handler(callable): called with the loop and a dictionary.
class ScriptExceptionHandler final : public loop::ExceptionHandler {
 public:
  ScriptExceptionHandler(Vm& vm, Value callable) : m_vm(vm), m_callable(std::move(callable)) {}
  Ref<loop::Exception> call(loop::EventLoop& loop, const loop::ErrorContext& context) override;
  const Value& callable() const noexcept { return m_callable; }
  void visit(Visitor& visitor) const override { visit_value(visitor, m_callable); }
  void drop_references() noexcept override { m_callable = Value::none(); }

 private:
  Vm& m_vm;
  Value m_callable;
};

/// loop.set_task_factory(callable).
class ScriptTaskFactory final : public loop::TaskFactory {
 public:
  ScriptTaskFactory(Vm& vm, Value callable) : m_vm(vm), m_callable(std::move(callable)) {}
  loop::Outcome make_task(loop::EventLoop& loop, const Ref<loop::CoroutineObject>& coroutine,
                          const Ref<loop::Context>& context) override;
  const Value& callable() const noexcept { return m_callable; }
  void visit(Visitor& visitor) const override { visit_value(visitor, m_callable); }
  void drop_references() noexcept override { m_callable = Value::none(); }

 private:
  Vm& m_vm;
  Value m_callable;
};

/// The dictionary that an exception handler is given, and back. `source` keeps keys that asyncio does not know.
Value context_dict(Vm& vm, const loop::ErrorContext& context);
loop::ErrorContext error_context(Vm& vm, const Dict& context, const Value& source);

}  // namespace loopline::script::asyncio
