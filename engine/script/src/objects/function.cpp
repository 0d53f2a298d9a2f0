#include "script/objects/function.h"

namespace loopline::script {

void Function::visit(Visitor& visitor) const {
  visitor.visit(code.get());
  visitor.visit(globals.get());
  visitor.visit(defaults.get());
  visitor.visit(kw_defaults.get());
  visitor.visit(closure.get());
  visit_value(visitor, annotations);
  visit_value(visitor, doc);
  visit_value(visitor, module_name);
  visitor.visit(attributes.get());
}

void Function::drop_references() noexcept {
  // Code and globals stay: a frame of the function may still be unwinding.
  defaults = nullptr;
  kw_defaults = nullptr;
  closure = nullptr;
  annotations.reset();
  attributes = nullptr;
}

void NativeFunction::visit(Visitor& visitor) const {
  for (const NativeParameter& parameter : signature.parameters) visit_value(visitor, parameter.default_value);
  visit_value(visitor, module_name);
  visit_value(visitor, receiver);
}

void NativeFunction::drop_references() noexcept { receiver.reset(); }

void BoundMethod::visit(Visitor& visitor) const {
  visit_value(visitor, function);
  visit_value(visitor, self);
}

void BoundMethod::drop_references() noexcept {
  function.reset();
  self.reset();
}

void Property::visit(Visitor& visitor) const {
  visit_value(visitor, get);
  visit_value(visitor, set);
  visit_value(visitor, del);
  visit_value(visitor, doc);
}

void Property::drop_references() noexcept {
  get.reset();
  set.reset();
  del.reset();
  doc.reset();
}

void MethodWrapper::visit(Visitor& visitor) const {
  visit_value(visitor, function);
  visitor.visit(attributes.get());
}

void MethodWrapper::drop_references() noexcept {
  function.reset();
  attributes = nullptr;
}

void Super::visit(Visitor& visitor) const {
  visitor.visit(start.get());
  visit_value(visitor, self);
  visitor.visit(self_class.get());
}

void Super::drop_references() noexcept { self.reset(); }

Module::Module(Ref<Str> name) : Container(kind::module), name(std::move(name)), attributes(make<Dict>()) {}

void Module::visit(Visitor& visitor) const { visitor.visit(attributes.get()); }

void Module::drop_references() noexcept { attributes->clear(); }

}  // namespace loopline::script
