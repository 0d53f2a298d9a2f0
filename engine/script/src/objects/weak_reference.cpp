#include "script/objects/weak_reference.h"

#include <algorithm>

#include "script/vm.h"

namespace loopline::script {

/// What the table takes for one.
static constexpr std::size_t kWeakReferenceBytes = 144;

WeakReference::~WeakReference() {
  loop::Memory::current().shrank(kWeakReferenceBytes);
  if (table != nullptr) table->forget(*this);
}

std::int64_t ObjectTable::number_of(Object& object) {
  Entry& entry = m_entries[&object];
  if (entry.number == 0) {
    entry.number = ++m_last_number;
    object.set_weakly_referenced();
  }
  return entry.number;
}

Ref<WeakReference> ObjectTable::add(Object& object, Value callback) {
  Ref<WeakReference> reference = make<WeakReference>(&object, std::move(callback));
  loop::Memory::current().grew(kWeakReferenceBytes);
  reference->table = this;
  m_entries[&object].references.push_back(reference.get());
  object.set_weakly_referenced();
  return reference;
}

std::vector<Ref<WeakReference>> ObjectTable::references_to(const Object& object) const {
  std::vector<Ref<WeakReference>> found;
  if (const auto entry = m_entries.find(&object); entry != m_entries.end()) {
    for (WeakReference* reference : entry->second.references) found.emplace_back(reference);
  }
  return found;
}

Dict* ObjectTable::attributes_of(Object& object, bool make_them) {
  if (!make_them) {
    if (!object.is_weakly_referenced()) return nullptr;
    const auto entry = m_entries.find(&object);
    return entry != m_entries.end() ? entry->second.attributes.get() : nullptr;
  }
  Entry& entry = m_entries[&object];
  if (!entry.attributes) entry.attributes = make<Dict>();
  object.set_weakly_referenced();
  return entry.attributes.get();
}

Class* ObjectTable::class_of(const Object& object) const noexcept {
  if (!object.is_weakly_referenced()) return nullptr;
  const auto entry = m_entries.find(&object);
  return entry != m_entries.end() ? entry->second.cls.get() : nullptr;
}

void ObjectTable::set_class(Object& object, Ref<Class> cls) {
  m_entries[&object].cls = std::move(cls);
  object.set_weakly_referenced();
}

void ObjectTable::forget(WeakReference& reference) noexcept {
  const auto entry = m_entries.find(reference.target);
  if (entry != m_entries.end()) std::erase(entry->second.references, &reference);
}

/// With a __del__ to run first: its end comes here again when that has run, and then holds itself.
bool ends_later(const Object& object) noexcept {
  if (object.kind() != kind::instance || object.references() != 0) return false;
  return Vm::has_finalizer(static_cast<const Instance&>(object).cls());
}

void ObjectTable::visit_kept(const Object& object, Visitor& visitor) const {
  const auto entry = m_entries.find(&object);
  if (entry == m_entries.end()) return;
  visitor.visit(entry->second.attributes.get());
  visitor.visit(entry->second.cls.get());
}

void ObjectTable::drop_kept(Object& object) noexcept {
  const auto entry = m_entries.find(&object);
  if (entry == m_entries.end()) return;
  // What goes may look itself up here.
  const Ref<Dict> attributes = std::move(entry->second.attributes);
  const Ref<Class> cls = std::move(entry->second.cls);
}

void ObjectTable::died(Object& object) noexcept {
  if (ends_later(object)) return;
  const auto found = m_entries.find(&object);
  if (found == m_entries.end()) return;
  std::vector<Ref<WeakReference>> references;
  for (WeakReference* reference : found->second.references) {
    reference->target = nullptr;
    reference->table = nullptr;
    // One that is about to die itself tells nobody.
    if (reference->references() > 0) references.emplace_back(reference);
  }
  const Ref<Class> cls = std::move(found->second.cls);
  const Ref<Dict> attributes = std::move(found->second.attributes);  // dies last: its values' finalizers may come here
  m_entries.erase(found);
  // The newest first, as CPython does.
  for (auto reference = references.rbegin(); reference != references.rend(); ++reference) {
    const Value callback = std::exchange((*reference)->callback, Value::none());
    if (callback.is_none()) continue;
    ThreadState& thread = m_vm.thread();
    Ref<loop::Exception> pending = std::move(thread.error);
    if (!m_vm.call(callback, {Value(*reference)}).is_set()) {
      if (const Ref<loop::Exception> raised = m_vm.take_error()) m_vm.report_unraisable(raised, "", callback);
    }
    thread.error = std::move(pending);
  }
}

}  // namespace loopline::script
