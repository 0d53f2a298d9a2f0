// A callable of a script as a callback of the loop.
#pragma once

#include <string>

#include "loop/callback.h"
#include "script/vm.h"

namespace loopline::script::asyncio {

class ScriptCallback final : public loop::Callback {
 public:
  ScriptCallback(Vm& vm, Value callable, Ref<Tuple> arguments);
  Ref<loop::Exception> call(loop::EventLoop& loop, loop::Future* completed) override;
  std::string name() const override;
  std::string describe() const override;
  const Value& callable() const noexcept { return m_callable; }
  const Ref<Tuple>& arguments() const noexcept { return m_arguments; }
  /// Of a timer: when it is due, as the script's numbers have it; the loop's are whole nanoseconds. Else unset.
  const Value& due() const noexcept { return m_due; }
  void set_due(Value due) noexcept { m_due = std::move(due); }
  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  Vm& m_vm;
  Value m_callable;
  Ref<Tuple> m_arguments;  // or null
  Value m_due;
};

/// Null if it is none of the script's.
const ScriptCallback* script_callback(const loop::Callback* callback) noexcept;

}  // namespace loopline::script::asyncio
