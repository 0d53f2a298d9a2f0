// Setting and deleting attributes: CPython's object.__setattr__ and relatives; dir().
#include <algorithm>

#include "loop/queue.h"
#include "loop/sync.h"
#include "script/module_registry.h"
#include "script/objects/iterators.h"
#include "script/vm.h"
#include "slots.h"

namespace loopline::script {

bool Vm::set_attr(const Value& object, Str& name, const Value& value) {
  Class& cls = class_of(object);
  const Value own = special(cls, Special::setattr);
  if (own.is_set() && !own.is_object(kind::native_function)) {
    return call(own, {object, Value(&name), value}).is_set();
  }
  return generic_set_attr(object, cls, name, &value);
}

bool Vm::delete_attr(const Value& object, Str& name) {
  Class& cls = class_of(object);
  const Value own = special(cls, Special::delattr);
  if (own.is_set() && !own.is_object(kind::native_function)) return call(own, {object, Value(&name)}).is_set();
  return generic_set_attr(object, cls, name, nullptr);
}

namespace {

/// Whether a class has the name from a built-in class, or not at all: fields that a script's class hides are not meant.
bool is_builtin_property(const Class& cls, const Str& name) noexcept {
  const Value* found = cls.lookup(name);
  return found == nullptr || !found->is_object(kind::property) ||
         found->as<Property>()->get.is_object(kind::native_function);
}

}  // namespace

bool Vm::generic_set_attr(const Value& object, Class& cls, Str& raw_name, const Value* value) {
  const Ref<Str> interned = raw_name.is_interned() ? Ref<Str>(&raw_name) : intern(raw_name.view());
  Str& name = *interned;
  const auto quoted = [&] { return "'" + std::string(name.view()) + "'"; };
  if (Class* target = as_class(object)) return set_class_attr(*target, name, value);
  const bool is_own_field =
      (object.is_object(loop::ObjectKind::exception) && is_builtin_property(cls, name) &&
       set_exception_attr(*object.as<ExceptionObject>(), name, value)) ||
      (object.is_object(kind::function) && set_function_attr(*object.as<Function>(), name, value));
  if (is_own_field) return !has_error();
  if (const Value* found = cls.lookup(name); found != nullptr) {
    const Value descriptor = *found;
    if (descriptor.is_object(kind::slot_descriptor)) {
      Dict* attributes = attributes_of(object, true);
      if (value != nullptr) {
        attributes->set(name, *value);
      } else if (!attributes->erase(name)) {
        attribute_error(std::string(name.view()));
        return false;
      }
      return true;
    }
    if (descriptor.is_object(kind::property)) {
      const auto& property = *descriptor.as<Property>();
      const Value& function = value != nullptr ? property.set : property.del;
      if (!function.is_set() || function.is_none()) {
        // The library's exceptions show their own attributes by read-only properties; setting them is done here.
        if (object.is_object(loop::ObjectKind::exception) &&
            set_exception_attr(*object.as<ExceptionObject>(), name, value)) {
          return !has_error();
        }
        if (property.get.is_object(kind::native_function)) {
          const bool is_member =
              object.is_object(kind::range) || object.is_object(kind::big_range) || object.is_object(kind::slice);
          attribute_error(is_member
                              ? std::string("readonly attribute")
                              : "attribute " + quoted() + " of '" + type_name(object) + "' objects is not writable");
          return false;
        }
        attribute_error("property " + quoted() + " of '" + std::string(cls.name()->view()) + "' object has no " +
                        (value != nullptr ? "setter" : "deleter"));
        return false;
      }
      return value != nullptr ? call(function, {object, *value}).is_set() : call(function, {object}).is_set();
    }
    if (descriptor.is_object(kind::instance) || descriptor.is_object(kind::native_object)) {
      Class& type = class_of(descriptor);
      const Value method = special(type, value != nullptr ? Special::set : Special::delete_);
      if (method.is_set()) {
        return value != nullptr ? call(method, {descriptor, object, *value}).is_set()
                                : call(method, {descriptor, object}).is_set();
      }
      if (special(type, value != nullptr ? Special::delete_ : Special::set).is_set()) {
        attribute_error(value != nullptr ? "__set__" : "__delete__");
        return false;
      }
    }
  }
  if (name.equals(*m_names->class_) && value != nullptr && object.is_object(kind::instance)) {
    if (Class* target = as_class(*value); target != nullptr && !target->is_builtin) {
      object.as<Instance>()->set_class(Ref<Class>(target));
      return true;
    }
    type_error(as_class(*value) != nullptr
                   ? std::string("__class__ assignment only supported for mutable types or ModuleType subclasses")
                   : "__class__ must be set to a class, not '" + type_name(*value) + "' object");
    return false;
  }
  if (name.equals(*m_names->dict) && value != nullptr && object.is_object(kind::instance)) {
    if (Dict* attributes = as_dict(*value)) {
      object.as<Instance>()->set_attributes(Ref<Dict>(attributes));
      return true;
    }
    if (cls.has_dict) {
      type_error("__dict__ must be set to a dictionary, not a '" + type_name(*value) + "'");
      return false;
    }
  }
  const bool may_have = cls.has_dict || allows_slot(cls, name);
  Dict* attributes = may_have ? attributes_of(object, value != nullptr) : nullptr;
  if (value != nullptr) {
    if (attributes == nullptr) {
      if (cls.lookup(name) != nullptr) {
        attribute_error("'" + std::string(cls.name()->view()) + "' object attribute " + quoted() + " is read-only");
      } else {
        raise_no_attribute(object, name);
      }
      return false;
    }
    attributes->set(name, *value);
    return true;
  }
  if (attributes == nullptr || !attributes->erase(name)) {
    if (attributes == nullptr && cls.lookup(name) != nullptr) {
      attribute_error("'" + std::string(cls.name()->view()) + "' object attribute " + quoted() + " is read-only");
    } else if (object.is_object(kind::instance)) {
      attribute_error("'" + std::string(cls.name()->view()) + "' object has no attribute " + quoted());
    } else {
      raise_no_attribute(object, name);
    }
    return false;
  }
  return true;
}

bool Vm::allows_slot(const Class& cls, const Str& name) const {
  for (const Class* each : cls.mro) {
    const Value* slots = each->attributes->get(*m_names->slots);
    if (slots == nullptr) continue;
    if (const Str* one = as_str(*slots); one != nullptr && one->equals(name)) return true;
    const auto has = [&](std::span<const Value> names) {
      return std::any_of(names.begin(), names.end(), [&](const Value& each_name) {
        const Str* text = as_str(each_name);
        return text != nullptr && text->equals(name);
      });
    };
    if (const Tuple* tuple = as_tuple(*slots); tuple != nullptr && has(tuple->values())) return true;
    if (const List* list = as_list(*slots); list != nullptr && has(list->items)) return true;
  }
  return false;
}

bool Vm::set_class_attr(Class& cls, Str& name, const Value* value) {
  Class& meta = class_of(Value(&cls));
  if (const Value* found = meta.lookup(name); found != nullptr && found->is_object(kind::property)) {
    const Value function = value != nullptr ? found->as<Property>()->set : found->as<Property>()->del;
    if (function.is_set() && !function.is_none()) {
      return value != nullptr ? call(function, {Value(&cls), *value}).is_set() : call(function, {Value(&cls)}).is_set();
    }
  }
  if (cls.is_builtin) {
    type_error("cannot set '" + std::string(name.view()) + "' attribute of immutable type '" +
               std::string(cls.name()->view()) + "'");
    return false;
  }
  classes_changed();
  if (value == nullptr) {
    if (cls.attributes->erase(name)) return true;
    attribute_error("type object '" + std::string(cls.name()->view()) + "' has no attribute '" +
                    std::string(name.view()) + "'");
    return false;
  }
  if (name.equals(*m_names->abstract_methods)) {
    const int any = truth(*value);
    if (any < 0) return false;
    cls.is_abstract = any > 0;
  }
  if (name.equals(*m_names->name) || name.equals(*m_names->qualname)) {
    if (as_str(*value) == nullptr) {
      type_error("can only assign string to " + std::string(cls.name()->view()) + "." + std::string(name.view()) +
                 ", not '" + type_name(*value) + "'");
      return false;
    }
    if (Str* text = as_str(*value)) {
      if (name.equals(*m_names->name)) {
        cls.set_name(Ref<Str>(text));
      } else {
        cls.qualname = Ref<Str>(text);
      }
      return true;
    }
  }
  cls.attributes->set(name, *value);
  return true;
}

/// Attributes of a function that are fields of the object. True if the name is one of them.
bool Vm::set_function_attr(Function& function, const Str& name, const Value* value) {
  const std::string_view text = name.view();
  const Value none = Value::none();
  const Value& given = value != nullptr ? *value : none;
  if (text == "__name__" || text == "__qualname__") {
    Str* string = as_str(given);
    if (string == nullptr) {
      type_error(std::string(text) + " must be set to a string object");
    } else {
      (text == "__name__" ? function.name : function.qualname) = Ref<Str>(string);
    }
    return true;
  }
  if (text == "__doc__") return function.doc = given, true;
  if (text == "__module__") return function.module_name = given, true;
  if (text == "__annotations__") return function.annotations = given, true;
  if (text == "__defaults__") return function.defaults = Ref<Tuple>(as_tuple(given)), true;
  if (text == "__kwdefaults__") return function.kw_defaults = Ref<Dict>(as_dict(given)), true;
  if (text == "__dict__") {
    if (Dict* dict = as_dict(given)) function.attributes = Ref<Dict>(dict);
    return true;
  }
  return false;
}

/// The same for exceptions.
bool Vm::set_exception_attr(ExceptionObject& exception, const Str& name, const Value* value) {
  const std::string_view text = name.view();
  const Value none = Value::none();
  const Value& given = value != nullptr ? *value : none;
  if (text == "args") {
    std::optional<std::vector<Value>> items = to_vector(given);
    if (items) exception.args = Tuple::create(*items);
    return true;
  }
  if (text == "__cause__" || text == "__context__") {
    ExceptionObject* other = as_exception(given);
    if (other == nullptr && !given.is_none()) {
      type_error("exception " + std::string(text == "__cause__" ? "cause" : "context") +
                 " must be None or derive from BaseException");
    } else if (text == "__cause__") {
      exception.set_cause(Ref<loop::Exception>(other));
    } else {
      exception.set_context(Ref<loop::Exception>(other));
    }
    return true;
  }
  if (text == "__suppress_context__") return exception.set_suppress_context(truth(given) == 1), true;
  if (text == "__traceback__") {
    exception.traceback = Ref<Traceback>(as_kind<Traceback>(given, kind::traceback));
    return true;
  }
  if ((text == "errno" || text == "strerror" || text == "filename" || text == "filename2") &&
      exception.cls().derives_from(*m_types->os_error)) {
    exception.own_attributes().set(*intern(text), given);
    return true;
  }
  return false;
}

std::vector<Ref<Str>> Vm::dir(const Value& object) {
  std::vector<Ref<Str>> names;
  const auto add_all = [&](const Dict& dict) {
    for (const Dict::Entry& entry : dict.entries()) {
      if (Str* name = as_str(entry.key)) names.emplace_back(name);
    }
  };
  if (const Module* module = as_module(object)) {
    // A module may say itself what it has, with what it loads later.
    const Value* says = module->attributes->get(*intern("__dir__"));
    const Value said = says != nullptr ? call(*says, std::span<const Value>()) : Value();
    if (says != nullptr && !said.is_set()) take_error();
    if (const List* list = as_list(said)) {
      for (const Value& name : list->items) {
        if (Str* each = as_str(name)) names.emplace_back(each);
      }
    } else {
      add_all(*module->attributes);
    }
  } else {
    if (const Dict* own = attributes_of(object, false)) add_all(*own);
    const Class* cls = as_class(object);
    for (const Class* each : (cls != nullptr ? *cls : class_of(object)).mro) add_all(*each->attributes);
  }
  std::sort(names.begin(), names.end(), [](const Ref<Str>& l, const Ref<Str>& r) { return l->view() < r->view(); });
  names.erase(
      std::unique(names.begin(), names.end(), [](const auto& l, const auto& r) { return l->view() == r->view(); }),
      names.end());
  return names;
}

}  // namespace loopline::script
