// Attribute access: CPython's object.__getattribute__ and relatives.
#include <algorithm>

#include "loop/queue.h"
#include "loop/sync.h"
#include "script/module_registry.h"
#include "script/objects/iterators.h"
#include "script/vm.h"
#include "slots.h"

namespace loopline::script {

// ---- classes of values ----------------------------------------------------------------------------------------------

Class& Vm::class_of(const Value& value) const noexcept {
  switch (value.tag()) {
    case Tag::unset:
    case Tag::none: return *m_types->none_type;
    case Tag::not_implemented: return *m_types->not_implemented_type;
    case Tag::ellipsis: return *m_types->ellipsis_type;
    case Tag::boolean: return *m_types->bool_;
    case Tag::integer: return *m_types->int_;
    case Tag::floating: return *m_types->float_;
    case Tag::object: break;
  }
  const loop::ObjectKind object_kind = value.as_object()->kind();
  if (object_kind == kind::instance) return value.as<Instance>()->cls();
  if (object_kind == loop::ObjectKind::exception) {
    if (auto* exception = dynamic_cast<ExceptionObject*>(value.as_object())) return exception->cls();
    return *m_types->runtime_error;
  }
  if (object_kind == kind::class_) {
    const Class& cls = *value.as<Class>();
    return cls.meta() ? *cls.meta() : *m_types->type;
  }
  if (object_kind == kind::iterator) return value.as<Iterator>()->cls();
  if (object_kind == kind::native_object) return value.as<NativeObject>()->cls();
  if (object_kind == kind::native_function && value.as<NativeFunction>()->is_method) return *m_types->native_method;
  if (object_kind == kind::bound_method && value.as<BoundMethod>()->function.is_object(kind::native_function)) {
    return *m_types->native_function;
  }
  if (object_kind == kind::dict_view) {
    if (Class* cls = value.as<DictView>()->cls) return *cls;
    switch (value.as<DictView>()->what) {
      case DictIterator::What::keys: return *m_types->dict_keys;
      case DictIterator::What::values: return *m_types->dict_values;
      case DictIterator::What::items: return *m_types->dict_items;
    }
  }
  if (object_kind == loop::ObjectKind::coroutine && dynamic_cast<AsyncGeneratorStep*>(value.as_object()) != nullptr) {
    return *m_types->async_generator_step;
  }
  if (object_kind < loop::ObjectKind::first_foreign && value.as_object()->is_weakly_referenced()) {
    if (Class* own = m_objects.class_of(*value.as_object())) return *own;
  }
  if (object_kind == loop::ObjectKind::semaphore && value.as<loop::Semaphore>()->is_bounded()) {
    return *m_types->bounded_semaphore;
  }
  if (object_kind == loop::ObjectKind::queue) {
    switch (value.as<loop::Queue>()->order()) {
      case loop::Queue::Order::fifo: break;
      case loop::Queue::Order::priority: return *m_types->priority_queue;
      case loop::Queue::Order::lifo: return *m_types->lifo_queue;
    }
  }
  Class* cls = m_class_by_kind[static_cast<std::size_t>(object_kind)];
  return cls != nullptr ? *cls : *m_types->object;
}

std::string Vm::type_name(const Value& value) const {
  const Class& cls = class_of(value);
  std::string name(cls.name()->view());
  if (cls.is_extension) {
    const Value* module = cls.attributes->get(*m_names->module);
    const Str* text = module != nullptr ? as_str(*module) : nullptr;
    return text != nullptr ? std::string(text->view()) + "." + name : name;
  }
  // CPython's messages name its own classes of some modules with the module in front: the library's say so.
  const Value* own = cls.machine != nullptr ? cls.attributes->get(*m_names->type_name) : nullptr;
  const Str* text = own != nullptr ? as_str(*own) : nullptr;
  return text != nullptr ? std::string(text->view()) : name;
}

const Value& Vm::special(Class& cls, Special which) {
  static const char* const kNames[] = {"__new__",
                                       "__init__",
                                       "__del__",
                                       "__repr__",
                                       "__str__",
                                       "__bytes__",
                                       "__format__",
                                       "__hash__",
                                       "__bool__",
                                       "__len__",
                                       "__call__",
                                       "__getattr__",
                                       "__getattribute__",
                                       "__setattr__",
                                       "__delattr__",
                                       "__get__",
                                       "__set__",
                                       "__delete__",
                                       "__iter__",
                                       "__next__",
                                       "__contains__",
                                       "__getitem__",
                                       "__setitem__",
                                       "__delitem__",
                                       "__missing__",
                                       "__reversed__",
                                       "__enter__",
                                       "__exit__",
                                       "__aenter__",
                                       "__aexit__",
                                       "__await__",
                                       "__aiter__",
                                       "__anext__",
                                       "__eq__",
                                       "__ne__",
                                       "__lt__",
                                       "__le__",
                                       "__gt__",
                                       "__ge__",
                                       "__neg__",
                                       "__pos__",
                                       "__invert__",
                                       "__abs__",
                                       "__index__",
                                       "__int__",
                                       "__float__",
                                       "__round__",
                                       "__dir__",
                                       "__instancecheck__",
                                       "__subclasscheck__",
                                       "__class_getitem__",
                                       "__init_subclass__",
                                       "__set_name__",
                                       "__length_hint__"};
  static_assert(std::size(kNames) == kSpecialCount);
  if (cls.special_cache == nullptr) cls.special_cache = new std::array<Class::SpecialCache, kSpecialCount>();
  Class::SpecialCache& cached = (*cls.special_cache)[static_cast<std::size_t>(which)];
  if (cached.epoch != m_class_epoch) {
    const Value* found = cls.lookup(*intern(kNames[static_cast<std::size_t>(which)]));
    // `__hash__ = None` and the like say that the class has no such method. The machine's own lookup is the same as
    // object.__getattribute__, and faster.
    const bool is_plain =
        which == Special::getattribute && found == m_types->object->attributes->get(*intern("__getattribute__"));
    cached.method = found != nullptr && !found->is_none() && !is_plain ? *found : Value();
    cached.epoch = m_class_epoch;
  }
  return cached.method;
}

// ---- reading --------------------------------------------------------------------------------------------------------

Value Vm::bind(const Value& found, const Value& object, Class& cls) {
  if (!found.is_object()) return found;
  const loop::ObjectKind found_kind = found.as_object()->kind();
  if (found_kind == kind::function) return make<BoundMethod>(found, object);
  if (found_kind == kind::native_function) {
    return found.as<NativeFunction>()->is_method ? Value(make<BoundMethod>(found, object)) : found;
  }
  if (found_kind == kind::property) {
    const auto& property = *found.as<Property>();
    if (!property.get.is_set() || property.get.is_none()) {
      return attribute_error("property" + (property.name ? " '" + std::string(property.name->view()) + "'" : "") +
                             " of '" + std::string(cls.name()->view()) + "' object has no getter");
    }
    return call(property.get, {object});
  }
  if (found_kind == kind::slot_descriptor) {
    const SlotDescriptor& slot = *found.as<SlotDescriptor>();
    const Dict* attributes = attributes_of(object, false);
    const Value* value = attributes != nullptr ? attributes->get(*slot.name) : nullptr;
    return value != nullptr ? *value : raise_no_attribute(object, *slot.name);
  }
  if (found_kind == kind::class_method) {
    const Value function = found.as<MethodWrapper>()->function;
    if (function.is_object(kind::property)) return bind(function, Value(&cls), cls);
    return make<BoundMethod>(function, Value(&cls));
  }
  if (found_kind == kind::static_method) return found.as<MethodWrapper>()->function;
  if (found_kind == kind::instance || found_kind == kind::native_object) {
    Class& descriptor = class_of(found);
    const Value get = special(descriptor, Special::get);
    if (get.is_set()) return call(get, {found, object, Value(&cls)});
  }
  return found;
}

namespace {

bool is_data_descriptor(Vm& vm, const Value& found) {
  if (found.is_object(kind::property) || found.is_object(kind::slot_descriptor)) return true;
  if (!found.is_object(kind::instance) && !found.is_object(kind::native_object)) return false;
  Class& cls = vm.class_of(found);
  return vm.special(cls, Special::set).is_set() || vm.special(cls, Special::delete_).is_set();
}

}  // namespace

Dict* Vm::attributes_of(const Value& object, bool make_it) {
  if (!object.is_object()) return nullptr;
  const loop::ObjectKind object_kind = object.as_object()->kind();
  const auto optional = [&](Ref<Dict>& place) {
    if (!place && make_it) place = make<Dict>();
    return place.get();
  };
  if (object_kind == kind::instance) {
    auto& instance = *object.as<Instance>();
    return make_it ? &instance.own_attributes() : instance.attributes();
  }
  if (object_kind == loop::ObjectKind::exception) return optional(object.as<ExceptionObject>()->attributes);
  if (object_kind == kind::function) return optional(object.as<Function>()->attributes);
  if (object_kind == kind::module) return object.as<Module>()->attributes.get();
  if (object_kind == kind::native_object) return optional(object.as<NativeObject>()->attributes);
  if (object_kind == kind::class_method || object_kind == kind::static_method) {
    return optional(object.as<MethodWrapper>()->attributes);
  }
  if (object_kind < loop::ObjectKind::first_foreign && object_kind != loop::ObjectKind::coroutine) {
    return m_objects.attributes_of(*object.as_object(), make_it);
  }
  return nullptr;
}

namespace {

/// What __dict__ shows: the attributes, but for the slots of classes above, whose values stand among them.
Value without_slots(const Class& cls, Dict& attributes) {
  Ref<Dict> shown;
  for (const Dict::Entry& entry : attributes.entries()) {
    const Str* name = as_str(entry.key);
    const Value* found = name != nullptr ? cls.lookup(*name) : nullptr;
    if (found == nullptr || !found->is_object(kind::slot_descriptor)) continue;
    if (!shown) shown = attributes.copy();
    shown->erase(*name);
  }
  return shown ? Value(std::move(shown)) : Value(&attributes);
}

}  // namespace

Value Vm::generic_get_attr(const Value& object, Class& cls, Str& name) {
  constexpr std::size_t kFewAncestors = 32;  // what an instruction pays for
  if (cls.mro.size() > kFewAncestors && !spend(2 * cls.mro.size())) return {};
  const Value* on_class = cls.lookup(name);
  Value found = on_class != nullptr ? *on_class : Value();
  if (found.is_set() && is_data_descriptor(*this, found)) return bind(found, object, cls);
  if (Dict* attributes = attributes_of(object, false); attributes != nullptr) {
    if (const Value* own = attributes->get(name); own != nullptr) return *own;
  }
  if (found.is_set()) return bind(found, object, cls);
  if (name.equals(*m_names->class_)) return Value(&cls);
  if (name.equals(*m_names->dict)) {
    if (object.is_object(kind::mapping_proxy)) return {};
    if (!object.is_object(kind::instance) || object.as<Instance>()->cls().has_dict) {
      if (Dict* attributes = attributes_of(object, true); attributes != nullptr) return without_slots(cls, *attributes);
    }
  }
  return {};
}

Value Vm::class_attr(Class& cls, Str& name, bool& found) {
  found = true;
  Class& meta = class_of(Value(&cls));
  const Value* on_meta = meta.lookup(name);
  if (on_meta != nullptr && is_data_descriptor(*this, *on_meta)) return bind(*on_meta, Value(&cls), meta);
  if (const Value* own = cls.lookup(name); own != nullptr) {
    if (!own->is_object()) return *own;
    const Value value = *own;
    const loop::ObjectKind own_kind = value.as_object()->kind();
    if (own_kind == kind::class_method) return bind(value, Value(&cls), cls);
    if (own_kind == kind::static_method) return value.as<MethodWrapper>()->function;
    if (own_kind == kind::instance || own_kind == kind::native_object) {
      const Value get = special(class_of(value), Special::get);
      if (get.is_set()) return call(get, {value, Value::none(), Value(&cls)});
    }
    return value;
  }
  if (on_meta != nullptr) return bind(*on_meta, Value(&cls), meta);
  if (name.equals(*m_names->class_)) return Value(&meta);
  found = false;
  return {};
}

Value Vm::find_attr(const Value& object, Str& name) {
  Class& cls = class_of(object);
  Value value;
  if (object.is_object(kind::class_)) {
    bool found = false;
    value = class_attr(*object.as<Class>(), name, found);
    // A getter of the metaclass may say that there is none.
    if (found && (value.is_set() || !catch_error(*m_types->attribute_error))) return value;
    const Value fallback = special(cls, Special::getattr);
    if (!fallback.is_set()) return {};
    value = call(fallback, {object, Value(&name)});
    if (!value.is_set()) catch_error(*m_types->attribute_error);
    return value;
  }
  if (object.is_object(kind::super)) return super_attr(*object.as<Super>(), name);
  const Value own = special(cls, Special::getattribute);
  if (own.is_set()) {
    value = call(own, {object, Value(&name)});
  } else {
    value = generic_get_attr(object, cls, name);
  }
  if (value.is_set()) return value;
  if (has_error() && !catch_error(*m_types->attribute_error)) return {};
  const Value fallback = special(cls, Special::getattr);
  if (fallback.is_set()) {
    value = call(fallback, {object, Value(&name)});
    if (!value.is_set()) catch_error(*m_types->attribute_error);
  } else if (object.is_object(kind::module)) {
    value = module_attr(*object.as<Module>(), name);
  }
  return value;
}

/// A module's own __getattr__, and submodules that exist but have not been imported yet.
Value Vm::module_attr(Module& module, Str& name) {
  if (const Value* function = module.attributes->get(*intern("__getattr__")); function != nullptr) {
    Value value = call(*function, {Value(&name)});
    if (!value.is_set()) catch_error(*m_types->attribute_error);
    return value;
  }
  return {};
}

Value Vm::super_attr(const Super& super, Str& name) {
  Class& start = *super.self_class;
  bool passed = false;
  for (Class* each : start.mro) {
    if (passed) {
      if (const Value* found = each->attributes->get(name); found != nullptr) {
        const Value value = *found;
        // super() in a class method: self is the class.
        if (Class* self = as_class(super.self); self != nullptr && self->derives_from(*super.start)) {
          if (value.is_object(kind::function) || value.is_object(kind::native_function)) return value;
          return bind(value, super.self, *self);
        }
        return bind(value, super.self, start);
      }
    }
    if (each == super.start.get()) passed = true;
  }
  if (name.equals(*m_names->class_)) return Value(m_types->super);
  return {};
}

Value Vm::get_attr(const Value& object, Str& name) {
  // The lookup once more with its errors: what find_attr() forgave is an error here.
  Class& cls = class_of(object);
  Value value;
  if (!object.is_object(kind::class_) && !object.is_object(kind::super)) {
    const Value own = special(cls, Special::getattribute);
    value = own.is_set() ? call(own, {object, Value(&name)}) : generic_get_attr(object, cls, name);
    if (value.is_set()) return value;
    const Value fallback = special(cls, Special::getattr);
    if (has_error()) {
      if (!fallback.is_set() || !catch_error(*m_types->attribute_error)) return {};
    }
    if (fallback.is_set()) return call(fallback, {object, Value(&name)});
    if (object.is_object(kind::module)) {
      Module& module = *object.as<Module>();
      if (const Value* function = module.attributes->get(*intern("__getattr__")); function != nullptr) {
        return call(*function, {Value(&name)});
      }
    }
    return raise_no_attribute(object, name);
  }
  if (object.is_object(kind::class_)) {
    bool found = false;
    value = class_attr(*object.as<Class>(), name, found);
    if (found) return value;
    const Value fallback = special(cls, Special::getattr);
    if (fallback.is_set()) return call(fallback, {object, Value(&name)});
    return raise_no_attribute(object, name);
  }
  value = super_attr(*object.as<Super>(), name);
  if (value.is_set() || has_error()) return value;
  return raise_no_attribute(object, name);
}

Value Vm::raise_no_attribute(const Value& object, const Str& name) {
  std::string message;
  const std::string quoted = "'" + std::string(name.view()) + "'";
  if (const Class* cls = as_class(object)) {
    message = "type object '" + std::string(cls->name()->view()) + "' has no attribute " + quoted;
  } else if (const Module* module = as_module(object)) {
    message = "module '" + std::string(module->name->view()) + "' has no attribute " + quoted;
  } else {
    message = "'" + type_name(object) + "' object has no attribute " + quoted;
  }
  const Ref<ExceptionObject> error = make_exception(*m_types->attribute_error, std::move(message));
  error->own_attributes().set(*intern("name"), Value(const_cast<Str*>(&name)));
  error->own_attributes().set(*intern("obj"), object);
  return raise(error);
}

}  // namespace loopline::script
