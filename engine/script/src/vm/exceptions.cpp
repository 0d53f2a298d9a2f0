// Raising, catching and describing exceptions.
#include "script/objects/exception_object.h"

#include "interpreter.h"
#include "script/vm.h"
#include "script_host.h"

namespace loopline::script {

// ---- the object -----------------------------------------------------------------------------------------------------

ExceptionObject::ExceptionObject(Vm& vm, Ref<Class> cls, Ref<Tuple> arguments)
    : args(std::move(arguments)), m_vm(vm), m_class(std::move(cls)) {}

bool ExceptionObject::is(loop::ExceptionKind ancestor) const noexcept {
  const loop::ExceptionKind own = m_class->exception_kind;
  if (ancestor == loop::ExceptionKind::fatal) return false;
  if (ancestor == loop::ExceptionKind::base_exception) return true;
  if (loop::derives(own, ancestor)) return true;
  // Kinds name only the nearest built-in ancestor; a class may have several.
  const Class* wanted = nullptr;
  Types& types = m_vm.types();
  switch (ancestor) {
    case loop::ExceptionKind::exception: wanted = types.exception.get(); break;
    case loop::ExceptionKind::cancelled_error: wanted = types.cancelled_error.get(); break;
    case loop::ExceptionKind::keyboard_interrupt: wanted = types.keyboard_interrupt.get(); break;
    case loop::ExceptionKind::system_exit: wanted = types.system_exit.get(); break;
    case loop::ExceptionKind::generator_exit: wanted = types.generator_exit.get(); break;
    case loop::ExceptionKind::stop_iteration: wanted = types.stop_iteration.get(); break;
    case loop::ExceptionKind::stop_async_iteration: wanted = types.stop_async_iteration.get(); break;
    case loop::ExceptionKind::runtime_error: wanted = types.runtime_error.get(); break;
    case loop::ExceptionKind::timeout_error: wanted = types.timeout_error.get(); break;
    default: return false;
  }
  return m_class->derives_from(*wanted);
}

std::string ExceptionObject::repr() const { return m_vm.safe_repr(Value(const_cast<ExceptionObject*>(this))); }

std::string ExceptionObject::summary() const {
  return m_vm.format_exception_only(Value(const_cast<ExceptionObject*>(this)));
}

void ExceptionObject::visit(Visitor& visitor) const {
  loop::Exception::visit(visitor);
  visitor.visit(args.get());
  visitor.visit(traceback.get());
  visitor.visit(attributes.get());
  visitor.visit(m_class.get());
}

void ExceptionObject::drop_references() noexcept {
  loop::Exception::drop_references();
  traceback = nullptr;
  attributes = nullptr;
}

void Traceback::visit(Visitor& visitor) const {
  visitor.visit(frame.get());
  visitor.visit(next.get());
}

void Traceback::drop_references() noexcept {
  frame = nullptr;
  next = nullptr;
}

void Traceback::dispose() noexcept {
  // A traceback of a deep recursion is a long list: it ends level by level, without recursion.
  Ref<Traceback> rest = std::move(next);
  delete this;
  while (rest && rest->references() == 1) rest = std::move(rest->next);
}

// ---- raising --------------------------------------------------------------------------------------------------------

void Vm::chain_context(loop::Exception& exception) {
  ExceptionObject* handled = handled_exception();
  if (handled == nullptr || handled == &exception) return;
  // The new exception must not become part of a circle. One that nobody else knows is in no chain yet, however long.
  const bool is_new = exception.references() <= 1;
  for (loop::Exception* each = is_new ? nullptr : handled; each != nullptr; each = each->context().get()) {
    if (each->context().get() == &exception) {
      each->set_context(nullptr);
      break;
    }
  }
  exception.set_context(Ref<loop::Exception>(handled));
}

Value Vm::raise(const Ref<loop::Exception>& exception) {
  if (exception->is(loop::ExceptionKind::fatal)) {
    thread().error = exception;
    return {};
  }
  if (dynamic_cast<ExceptionObject*>(exception.get()) == nullptr) {
    // Thrown by C++ code that knows no scripts.
    return raise(*m_types->runtime_error, exception->summary());
  }
  chain_context(*exception);
  thread().error = exception;
  return {};
}

Ref<ExceptionObject> Vm::make_exception(Class& cls, std::string message) {
  return make<ExceptionObject>(*this, Ref<Class>(&cls), Tuple::create({str(message)}));
}

Ref<ExceptionObject> Vm::make_exception(Class& cls, std::span<const Value> args) {
  return make<ExceptionObject>(*this, Ref<Class>(&cls), Tuple::create(args));
}

Value Vm::raise(Class& cls, std::string message) { return raise(make_exception(cls, std::move(message))); }

Value Vm::raise(Class& cls, std::initializer_list<Value> args) {
  // Through the class, so that special ones (OSError, SyntaxError …) take their arguments apart.
  const Value made = instantiate(cls, CallArguments{{args.begin(), args.size()}, {}, nullptr});
  if (!made.is_set()) return {};
  return raise(Ref<loop::Exception>(made.as<loop::Exception>()));
}

Value Vm::type_error(std::string message) { return raise(*m_types->type_error, std::move(message)); }
Value Vm::value_error(std::string message) { return raise(*m_types->value_error, std::move(message)); }
Value Vm::runtime_error(std::string message) { return raise(*m_types->runtime_error, std::move(message)); }
Value Vm::attribute_error(std::string message) { return raise(*m_types->attribute_error, std::move(message)); }
Value Vm::index_error(std::string message) { return raise(*m_types->index_error, std::move(message)); }
Value Vm::overflow_error(std::string message) { return raise(*m_types->overflow_error, std::move(message)); }

Value Vm::key_error(const Value& key) {
  const Value args[] = {key};
  return raise(make_exception(*m_types->key_error, std::span<const Value>(args)));
}

Value Vm::stop_iteration(Value value) {
  if (value.is_none()) return raise(make_exception(*m_types->stop_iteration, std::span<const Value>()));
  const Value args[] = {std::move(value)};
  return raise(make_exception(*m_types->stop_iteration, std::span<const Value>(args)));
}

void Vm::raise_name_error(const Str& name) {
  const Ref<ExceptionObject> error =
      make_exception(*m_types->name_error, "name '" + std::string(name.view()) + "' is not defined");
  error->own_attributes().set(*intern("name"), Value(const_cast<Str*>(&name)));
  raise(error);
}

bool Vm::catch_error(Class& cls) {
  Ref<loop::Exception>& error = thread().error;
  if (!error || error->is(loop::ExceptionKind::fatal)) return false;
  if (!static_cast<ExceptionObject&>(*error).cls().derives_from(cls)) return false;
  error = nullptr;
  return true;
}

Value Vm::from_outcome(loop::Outcome outcome) {
  if (outcome.ok()) return outcome.take();
  return raise(outcome.error());
}

loop::Outcome Vm::to_outcome(Value value) {
  if (value.is_set()) return value;
  return take_error();
}

void Vm::add_traceback(Frame& frame) {
  Ref<loop::Exception>& error = thread().error;
  auto& exception = static_cast<ExceptionObject&>(*error);
  frame.escape();
  exception.traceback = make<Traceback>(Ref<Frame>(&frame), frame.position(), std::move(exception.traceback));
}

}  // namespace loopline::script
