#include "script/objects/class.h"

#include "script/vm.h"

namespace loopline::script {

Class::Class(Ref<Str> name, Ref<Class> meta)
    : Container(kind::class_), attributes(make<Dict>()), m_name(std::move(name)), m_meta(std::move(meta)) {}

Class::~Class() {
  for (const Ref<Class>& base : bases) std::erase(base->subclasses, this);
  delete special_cache;
}

const Value* Class::lookup(const Str& name) const noexcept {
  for (const Class* each : mro) {
    if (const Value* found = each->attributes->get(name); found != nullptr) return found;
  }
  return nullptr;
}

const Value* Class::lookup(const Str& name, const Class*& owner) const noexcept {
  for (const Class* each : mro) {
    if (const Value* found = each->attributes->get(name); found != nullptr) {
      owner = each;
      return found;
    }
  }
  return nullptr;
}

void Class::visit(Visitor& visitor) const {
  visitor.visit(m_meta.get());
  for (const Ref<Class>& base : bases) visitor.visit(base.get());
  visitor.visit(attributes.get());
  if (special_cache == nullptr) return;
  for (const SpecialCache& cached : *special_cache) visit_value(visitor, cached.method);
}

void Class::drop_references() noexcept {
  // The mro and the meta class stay: an instance that outlives its class by a moment still asks for them.
  attributes->clear();
  delete special_cache;
  special_cache = nullptr;
}

void Instance::visit(Visitor& visitor) const {
  visitor.visit(m_class.get());
  visitor.visit(m_attributes.get());
  visit_value(visitor, wrapped);
}

void Instance::drop_references() noexcept {
  m_attributes = nullptr;
  wrapped.reset();
}

void Instance::finalize() noexcept {
  if (m_class->machine != nullptr) Vm::finalize_instance(*this);
}

void Instance::dispose() noexcept {
  if (!Vm::has_finalizer(*m_class)) {
    delete this;
    return;
  }
  // It holds itself meanwhile. Weak references to it are told after __del__, which may still ask them.
  m_references = 1;
  if ((m_flags & kFinalized) == 0) {
    m_flags |= kFinalized;
    finalize();
    if (m_references > 1) {
      --m_references;
      return;
    }
  }
  if (is_weakly_referenced()) m_class->machine->objects().died(*this);
  --m_references;
  delete this;
}

void NativeObject::visit(Visitor& visitor) const {
  visitor.visit(m_class.get());
  visitor.visit(attributes.get());
}

}  // namespace loopline::script
