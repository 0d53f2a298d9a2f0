// Methods of generators, coroutines and asynchronous generators.
#include "../vm/bootstrap.h"
#include "common.h"

namespace loopline::script {

namespace {

using loop::StepKind;

loop::CoroutineObject& self_coroutine(const Value& self) {
  return *static_cast<loop::CoroutineObject*>(self.as_object());
}

/// What a step came to, as send() and throw() give it: the value yielded, or StopIteration with the result.
Value step_result(Vm& vm, StepKind kind, Value& out) {
  switch (kind) {
    case StepKind::paused: return Value::none();
    case StepKind::yielded: return std::move(out);
    case StepKind::returned: return vm.stop_iteration(std::move(out));
    case StepKind::raised: vm.thread().error = Ref<loop::Exception>(out.as<loop::Exception>()); return {};
  }
  return {};
}

Value coroutine_send(Vm& vm, Arguments args) {
  const Value keep = args[0];
  Value out;
  const StepKind kind = self_coroutine(keep).send(args[1], out);
  return step_result(vm, kind, out);
}

/// throw(exception), or the old throw(type, value, traceback).
Ref<loop::Exception> exception_to_throw(Vm& vm, const Value& type, const Value& value) {
  if (ExceptionObject* exception = as_exception(type)) {
    if (value.is_set() && !value.is_none()) {
      vm.type_error("instance exception may not have a separate value");
      return nullptr;
    }
    return Ref<loop::Exception>(exception);
  }
  if (Class* cls = as_class(type); cls != nullptr && cls->derives_from(*vm.types().base_exception)) {
    if (ExceptionObject* given = as_exception(value); given != nullptr && given->cls().derives_from(*cls)) {
      return Ref<loop::Exception>(given);
    }
    const Value made =
        value.is_set() && !value.is_none() ? vm.call(type, {value}) : vm.call(type, std::span<const Value>());
    return Ref<loop::Exception>(as_exception(made));
  }
  vm.type_error("exceptions must be classes or instances deriving from BaseException, not " + vm.type_name(type));
  return nullptr;
}

Value coroutine_throw(Vm& vm, Arguments args) {
  const Ref<loop::Exception> exception = exception_to_throw(vm, args[1], args[2]);
  if (!exception) return {};
  const Value keep = args[0];
  Value out;
  const StepKind kind = self_coroutine(keep).raise(exception, out);
  return step_result(vm, kind, out);
}

Value coroutine_close(Vm& vm, Arguments args) {
  const Value keep = args[0];
  if (const Ref<loop::Exception> raised = self_coroutine(keep).close()) {
    vm.thread().error = raised;
    return {};
  }
  return Value::none();
}

Value generator_iter(Vm& /*vm*/, Arguments args) { return args[0]; }
Value generator_next(Vm& vm, Arguments args) { return vm.next_or_raise(args[0]); }
Value coroutine_await(Vm& vm, Arguments args) { return vm.make_coroutine_wrapper(args[0]); }

Value coroutine_name(Vm& vm, Arguments args) {
  if (const auto* generator = dynamic_cast<Generator*>(args[0].as_object())) return Value(generator->own_name);
  const std::string name = self_coroutine(args[0]).name();
  return vm.str(name.substr(name.rfind('.') + 1));
}
Value coroutine_qualname(Vm& vm, Arguments args) {
  if (const auto* generator = dynamic_cast<Generator*>(args[0].as_object())) return Value(generator->own_qualname);
  return vm.str(self_coroutine(args[0]).name());
}
Value generator_code(Vm& /*vm*/, Arguments args) {
  const auto* generator = dynamic_cast<Generator*>(args[0].as_object());
  return generator != nullptr ? Value(&generator->code()) : Value::none();
}
Value generator_frame(Vm& /*vm*/, Arguments args) {
  const auto* generator = dynamic_cast<Generator*>(args[0].as_object());
  return generator != nullptr && generator->frame() ? Value(generator->frame()) : Value::none();
}
Value generator_running(Vm& /*vm*/, Arguments args) {
  const auto* generator = dynamic_cast<Generator*>(args[0].as_object());
  return Value(generator != nullptr && generator->state == Generator::State::running);
}
Value generator_suspended(Vm& /*vm*/, Arguments args) {
  const auto* generator = dynamic_cast<Generator*>(args[0].as_object());
  return Value(generator != nullptr && generator->state == Generator::State::suspended);
}
/// What the generator awaits now: the generator below it in its chain, or the object it is suspended in.
Value generator_awaiting(Vm& /*vm*/, Arguments args) {
  const auto* generator = dynamic_cast<Generator*>(args[0].as_object());
  if (generator == nullptr || generator->state != Generator::State::suspended || !generator->frame())
    return Value::none();
  const Frame& frame = *generator->frame();
  const Instruction& in = frame.code().instructions[frame.pc];
  if (in.op != Op::await && in.op != Op::yield_from) return Value::none();
  const Value& awaited = frame.registers()[in.b];
  return awaited.is_set() ? awaited : Value::none();
}

constexpr NativeDefinition kGenerator[] = {
    {"send", "self, value, /", coroutine_send}, {"throw", "self, type, value?, traceback?, /", coroutine_throw},
    {"close", "self, /", coroutine_close},      {"__iter__", "self, /", generator_iter},
    {"__next__", "self, /", generator_next},
};
constexpr NativeDefinition kGeneratorGetters[] = {
    {"__name__", "self, /", coroutine_name},         {"__qualname__", "self, /", coroutine_qualname},
    {"gi_code", "self, /", generator_code},          {"gi_frame", "self, /", generator_frame},
    {"gi_running", "self, /", generator_running},    {"gi_suspended", "self, /", generator_suspended},
    {"gi_yieldfrom", "self, /", generator_awaiting},
};
constexpr NativeDefinition kCoroutine[] = {
    {"send", "self, value, /", coroutine_send},
    {"throw", "self, type, value?, traceback?, /", coroutine_throw},
    {"close", "self, /", coroutine_close},
    {"__await__", "self, /", coroutine_await},
};
/// Where a coroutine was made is not kept: what CPython says where that is not asked for.
Value coroutine_origin(Vm& /*vm*/, Arguments /*args*/) { return Value::none(); }

constexpr NativeDefinition kCoroutineGetters[] = {
    {"cr_origin", "self, /", coroutine_origin},       {"__name__", "self, /", coroutine_name},
    {"__qualname__", "self, /", coroutine_qualname},  {"cr_code", "self, /", generator_code},
    {"cr_frame", "self, /", generator_frame},         {"cr_running", "self, /", generator_running},
    {"cr_suspended", "self, /", generator_suspended}, {"cr_await", "self, /", generator_awaiting},
};

// ---- asynchronous generators ----------------------------------------------------------------------------------------

Value make_step(Vm& vm, const Value& self, AsyncGeneratorStep::Mode mode, Value argument) {
  return make<AsyncGeneratorStep>(vm, Ref<AsyncGeneratorObject>(self.as<AsyncGeneratorObject>()), mode,
                                  std::move(argument));
}

Value async_generator_aiter(Vm& /*vm*/, Arguments args) { return args[0]; }
Value async_generator_anext(Vm& vm, Arguments args) {
  return make_step(vm, args[0], AsyncGeneratorStep::Mode::send, Value());
}
Value async_generator_asend(Vm& vm, Arguments args) {
  return make_step(vm, args[0], AsyncGeneratorStep::Mode::send, args[1]);
}
Value async_generator_athrow(Vm& vm, Arguments args) {
  const Ref<loop::Exception> exception = exception_to_throw(vm, args[1], args[2]);
  if (!exception) return {};
  return make_step(vm, args[0], AsyncGeneratorStep::Mode::raise, Value(exception));
}
Value async_generator_aclose(Vm& vm, Arguments args) {
  return make_step(vm, args[0], AsyncGeneratorStep::Mode::close, Value());
}

constexpr NativeDefinition kAsyncGenerator[] = {
    {"__aiter__", "self, /", async_generator_aiter},
    {"__anext__", "self, /", async_generator_anext},
    {"asend", "self, value, /", async_generator_asend},
    {"athrow", "self, type, value?, traceback?, /", async_generator_athrow},
    {"aclose", "self, /", async_generator_aclose},
};
constexpr NativeDefinition kAsyncGeneratorGetters[] = {
    {"__name__", "self, /", coroutine_name},      {"__qualname__", "self, /", coroutine_qualname},
    {"ag_code", "self, /", generator_code},       {"ag_frame", "self, /", generator_frame},
    {"ag_running", "self, /", generator_running}, {"ag_await", "self, /", generator_awaiting},
};

// ---- a coroutine as an iterator (what coro.__await__() returns) -----------------------------------------------------

/// Drives a coroutine through next(), send() and throw(), as code that implements __await__ by hand does.
class CoroutineIterator final : public Container {
 public:
  explicit CoroutineIterator(Value coroutine) : Container(kind::coroutine_wrapper), coroutine(std::move(coroutine)) {}
  Value coroutine;
  bool future_given = false;
  void visit(Visitor& visitor) const override { visit_value(visitor, coroutine); }
  void drop_references() noexcept override { coroutine.reset(); }
};

/// A future's iterator: gives the future once, then its result.
Value future_step(Vm& vm, CoroutineIterator& self) {
  auto& future = *self.coroutine.as<loop::Future>();
  if (!future.is_done()) {
    if (self.future_given) return vm.runtime_error("await wasn't used with future");
    self.future_given = true;
    future.set_awaited(true);
    return self.coroutine;
  }
  loop::Outcome outcome = future.result();
  if (!outcome.ok()) return vm.raise(outcome.error());
  return vm.stop_iteration(outcome.take());
}

Value wrapper_next(Vm& vm, Arguments args) {
  auto& self = *args[0].as<CoroutineIterator>();
  if (loop::is_future(self.coroutine)) return future_step(vm, self);
  Value out;
  const Value keep = self.coroutine;
  const StepKind kind = self_coroutine(keep).step(out);
  return step_result(vm, kind, out);
}
Value wrapper_send(Vm& vm, Arguments args) {
  auto& self = *args[0].as<CoroutineIterator>();
  if (loop::is_future(self.coroutine)) return future_step(vm, self);
  Value out;
  const Value keep = self.coroutine;
  const StepKind kind = self_coroutine(keep).send(args[1], out);
  return step_result(vm, kind, out);
}
Value wrapper_throw(Vm& vm, Arguments args) {
  auto& self = *args[0].as<CoroutineIterator>();
  const Ref<loop::Exception> exception = exception_to_throw(vm, args[1], args[2]);
  if (!exception) return {};
  if (loop::is_future(self.coroutine)) return vm.raise(exception);
  Value out;
  const Value keep = self.coroutine;
  const StepKind kind = self_coroutine(keep).raise(exception, out);
  return step_result(vm, kind, out);
}
Value wrapper_close(Vm& vm, Arguments args) {
  auto& self = *args[0].as<CoroutineIterator>();
  if (loop::is_future(self.coroutine)) return Value::none();
  const Value keep = self.coroutine;
  if (const Ref<loop::Exception> raised = self_coroutine(keep).close()) return vm.raise(raised);
  return Value::none();
}

constexpr NativeDefinition kWrapper[] = {
    {"__iter__", "self, /", generator_iter},  {"__next__", "self, /", wrapper_next},
    {"send", "self, value, /", wrapper_send}, {"throw", "self, type, value?, traceback?, /", wrapper_throw},
    {"close", "self, /", wrapper_close},
};

// ---- the way back: an iterator as a coroutine -----------------------------------------------------------------------

/// A coroutine object over what an object's __await__ returned, for a task to drive.
class AwaitableWrapper final : public loop::CoroutineObject {
 public:
  AwaitableWrapper(Vm& vm, Value iterator) : m_vm(vm), m_iterator(std::move(iterator)) {}

  StepKind step(Value& out) override { return send(Value::none(), out); }
  StepKind send(Value sent, Value& out) override {
    Value item = sent.is_none() ? m_vm.next_or_raise(m_iterator) : m_vm.call_method(m_iterator, "send", {sent});
    return settle(std::move(item), out);
  }
  StepKind raise(Ref<loop::Exception> exception, Value& out) override {
    const Value method = m_vm.find_attr(m_iterator, "throw");
    if (!method.is_set()) {
      out = exception;
      return StepKind::raised;
    }
    return settle(m_vm.call(method, {Value(exception)}), out);
  }
  Ref<loop::Exception> close() override {
    const Value method = m_vm.find_attr(m_iterator, "close");
    if (method.is_set() && !m_vm.call(method, std::span<const Value>()).is_set()) return m_vm.take_error();
    return nullptr;
  }
  std::string name() const override { return "awaitable"; }
  void visit(Visitor& visitor) const override { visit_value(visitor, m_iterator); }
  void drop_references() noexcept override { m_iterator.reset(); }

 private:
  StepKind settle(Value item, Value& out) {
    if (item.is_set()) {
      out = std::move(item);
      return StepKind::yielded;
    }
    Ref<loop::Exception> raised = m_vm.take_error();
    if (raised->is(loop::ExceptionKind::stop_iteration)) {
      const auto& stop = static_cast<ExceptionObject&>(*raised);
      out = stop.args->empty() ? Value::none() : (*stop.args)[0];
      return StepKind::returned;
    }
    out = raised;
    return StepKind::raised;
  }

  Vm& m_vm;
  Value m_iterator;
};

}  // namespace

Value Vm::make_coroutine_wrapper(Value coroutine) { return make<CoroutineIterator>(std::move(coroutine)); }

Ref<loop::CoroutineObject> Vm::make_awaitable_wrapper(Value iterator) {
  return make<AwaitableWrapper>(*this, std::move(iterator));
}

void install_generators(Vm& vm) {
  Types& types = vm.types();
  vm.define_methods(*types.generator, kGenerator);
  vm.define_getters(*types.generator, kGeneratorGetters);
  vm.define_methods(*types.coroutine, kCoroutine);
  vm.define_getters(*types.coroutine, kCoroutineGetters);
  vm.define_methods(*types.async_generator_step, kCoroutine);
  vm.define_getters(*types.async_generator_step, kCoroutineGetters);
  vm.define_methods(*types.async_generator, kAsyncGenerator);
  vm.define_getters(*types.async_generator, kAsyncGeneratorGetters);
  vm.define_methods(*types.coroutine_wrapper, kWrapper);
}

}  // namespace loopline::script
