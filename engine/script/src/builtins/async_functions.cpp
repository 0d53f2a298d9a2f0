// aiter, anext.
#include "builtin_functions.h"
#include "loop/coroutine_object.h"

namespace loopline::script {

namespace {

/// anext(iterator, default): awaits the next value; the end gives the default.
class AnextWithDefault final : public loop::CoroutineObject {
 public:
  AnextWithDefault(Vm& vm, Ref<loop::CoroutineObject> inner, Value fallback)
      : m_vm(vm), m_inner(std::move(inner)), m_default(std::move(fallback)) {}

  loop::StepKind step(Value& out) override { return settle(m_inner->step(out), out); }
  loop::StepKind send(Value sent, Value& out) override { return settle(m_inner->send(std::move(sent), out), out); }
  loop::StepKind raise(Ref<loop::Exception> exception, Value& out) override {
    return settle(m_inner->raise(std::move(exception), out), out);
  }
  Ref<loop::Exception> close() override { return m_inner->close(); }
  std::string name() const override { return "anext"; }

  void visit(Visitor& visitor) const override {
    visitor.visit(m_inner.get());
    visit_value(visitor, m_default);
  }
  void drop_references() noexcept override { m_default = Value::none(); }

 private:
  loop::StepKind settle(loop::StepKind kind, Value& out) {
    if (kind != loop::StepKind::raised) return kind;
    const ExceptionObject* raised = as_exception(out);
    if (raised == nullptr || !raised->cls().derives_from(*m_vm.types().stop_async_iteration)) return kind;
    out = m_default;
    return loop::StepKind::returned;
  }

  Vm& m_vm;
  Ref<loop::CoroutineObject> m_inner;
  Value m_default;
};

Value builtin_aiter(Vm& vm, Arguments args) {
  bool found = false;
  Value iterator = vm.call_special(args[0], Special::aiter, {}, found);
  if (!found) return vm.type_error("'" + vm.type_name(args[0]) + "' object is not an async iterable");
  if (!iterator.is_set() || vm.special(vm.class_of(iterator), Special::anext).is_set()) return iterator;
  return vm.type_error("aiter() returned not an async iterator of type '" + vm.type_name(iterator) + "'");
}

Value builtin_anext(Vm& vm, Arguments args) {
  bool found = false;
  Value awaitable = vm.call_special(args[0], Special::anext, {}, found);
  if (!found) return vm.type_error("'" + vm.type_name(args[0]) + "' object is not an async iterator");
  if (!awaitable.is_set() || !args[1].is_set()) return awaitable;
  Ref<loop::CoroutineObject> inner = vm.as_coroutine(awaitable);
  return inner ? Value(make<AnextWithDefault>(vm, std::move(inner), args[1])) : Value();
}

constexpr NativeDefinition kFunctions[] = {
    {"aiter", "async_iterable, /", builtin_aiter},
    {"anext", "aiterator, default?, /", builtin_anext},
};

}  // namespace

void install_async_functions(Vm& vm) { add_builtin_functions(vm, kFunctions); }

}  // namespace loopline::script
