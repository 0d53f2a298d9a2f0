// __slots__: attributes that a class names instead of leaving them to a dictionary.
#pragma once

#include "script/objects/class.h"
#include "script/objects/str.h"

namespace loopline::script {

/// What a class with __slots__ has under each of these names. The values are kept with the instance's attributes.
class SlotDescriptor final : public Container {
 public:
  SlotDescriptor(Ref<Str> name, Class& owner) noexcept
      : Container(kind::slot_descriptor), name(std::move(name)), m_owner(&owner) {}
  Ref<Str> name;
  /// Null once the class is gone.
  const Class* owner() const noexcept { return m_owner.get(); }
  void visit(Visitor& visitor) const override {
    visitor.visit(name.get());
    visitor.visit(m_owner.get());
  }
  void drop_references() noexcept override { m_owner = nullptr; }

 private:
  Ref<Class> m_owner;
};

/// Makes the descriptors that the class's __slots__ ask for, and decides whether instances have a dictionary besides.
/// False after raising.
bool add_slots(Vm& vm, Class& cls);

}  // namespace loopline::script
