// Weak references, and what is known about objects besides themselves.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "loop/memory.h"
#include "script/objects/class.h"
#include "script/objects/dict.h"
#include "script/value.h"

namespace loopline::script {

/// weakref.ref(object, callback).
class WeakReference final : public Container {
 public:
  WeakReference(Object* target, Value callback)
      : Container(kind::weak_reference), target(target), callback(std::move(callback)) {}
  ~WeakReference() override;
  Object* target;                    ///< null when it has died
  Value callback;                    ///< called with this reference when the target has died; or None
  std::optional<std::int64_t> hash;  ///< the target's, once asked for
  /// The table that this reference is registered in; null once the target died.
  class ObjectTable* table = nullptr;
  void visit(Visitor& visitor) const override { visit_value(visitor, callback); }
  void drop_references() noexcept override { callback = Value::none(); }
};

/// Numbers for id(), and weak references, by object. Told by the memory when one of its objects dies.
class ObjectTable final : public loop::WeakReferenceListener {
 public:
  explicit ObjectTable(Vm& vm) : m_vm(vm) {}

  std::int64_t number_of(Object& object);
  Ref<WeakReference> add(Object& object, Value callback);
  /// The references to an object that live, in order of creation.
  std::vector<Ref<WeakReference>> references_to(const Object& object) const;
  /// The attributes that a script has set on an object of the loop, which has no place for them itself. Null if there
  /// are none, unless they are to be made.
  Dict* attributes_of(Object& object, bool make_them);
  /// The class of a script that an object of the loop is an instance of (`class Mine(asyncio.Queue)`), or null.
  Class* class_of(const Object& object) const noexcept;
  void set_class(Object& object, Ref<Class> cls);
  void forget(WeakReference& reference) noexcept;
  void died(Object& object) noexcept override;
  void visit_kept(const Object& object, Visitor& visitor) const override;
  void drop_kept(Object& object) noexcept override;

 private:
  struct Entry {
    std::int64_t number = 0;
    std::vector<WeakReference*> references;
    Ref<Dict> attributes;
    Ref<Class> cls;
  };
  Vm& m_vm;
  std::int64_t m_last_number = 0;
  std::unordered_map<const Object*, Entry> m_entries;
};

}  // namespace loopline::script
