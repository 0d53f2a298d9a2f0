// Exceptions of scripts, and tracebacks.
#pragma once

#include <string>

#include "loop/exception.h"
#include "script/frame.h"
#include "script/objects/class.h"
#include "script/objects/sequences.h"
#include "script/value.h"

namespace loopline::script {

/// One level of a traceback, outermost first.
class Traceback final : public Container {
 public:
  Traceback(Ref<Frame> frame, CodePosition position, Ref<Traceback> next)
      : Container(kind::traceback), frame(std::move(frame)), position(position), next(std::move(next)) {}
  Ref<Frame> frame;
  CodePosition position;
  Ref<Traceback> next;
  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 protected:
  void dispose() noexcept override;
};

class ExceptionObject final : public loop::Exception {
 public:
  ExceptionObject(Vm& vm, Ref<Class> cls, Ref<Tuple> args);

  loop::ExceptionKind kind() const noexcept override { return m_class->exception_kind; }
  bool is(loop::ExceptionKind ancestor) const noexcept override;
  std::string repr() const override;
  std::string summary() const override;

  Vm& vm() const noexcept { return m_vm; }
  Class& cls() const noexcept { return *m_class; }
  void set_class(Ref<Class> cls) noexcept { m_class = std::move(cls); }
  Ref<Tuple> args;
  Ref<Traceback> traceback;
  Ref<Dict> attributes;  // or null
  Dict& own_attributes() {
    if (!attributes) attributes = make<Dict>();
    return *attributes;
  }

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  Vm& m_vm;
  Ref<Class> m_class;
};

inline ExceptionObject* as_exception(const Value& value) noexcept {
  return as_kind<ExceptionObject>(value, loop::ObjectKind::exception);
}

}  // namespace loopline::script
