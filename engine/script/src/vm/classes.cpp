// Making classes and instances.
#include <algorithm>

#include "interpreter.h"
#include "script/objects/iterators.h"
#include "script/vm.h"

namespace loopline::script {

namespace {

/// C3: merges the mros of the bases. False if there is no consistent order.
bool merge_mro(Class& cls) {
  std::vector<std::vector<Class*>> sequences;
  for (const Ref<Class>& base : cls.bases) sequences.push_back(base->mro);
  std::vector<Class*> own;
  for (const Ref<Class>& base : cls.bases) own.push_back(base.get());
  sequences.push_back(std::move(own));
  cls.mro.assign(1, &cls);
  for (;;) {
    std::erase_if(sequences, [](const auto& sequence) { return sequence.empty(); });
    if (sequences.empty()) return true;
    Class* next = nullptr;
    for (const auto& sequence : sequences) {
      Class* candidate = sequence.front();
      const bool in_a_tail = std::any_of(sequences.begin(), sequences.end(), [&](const auto& each) {
        return std::find(each.begin() + 1, each.end(), candidate) != each.end();
      });
      if (!in_a_tail) {
        next = candidate;
        break;
      }
    }
    if (next == nullptr) return false;
    cls.mro.push_back(next);
    for (auto& sequence : sequences) {
      if (sequence.front() == next) sequence.erase(sequence.begin());
    }
  }
}

}  // namespace

// ---- built-in classes ------------------------------------------------------------------------------------------------------------

Ref<Class> Vm::make_builtin_class(std::string_view name, Class* base, loop::ObjectKind object_kind) {
  Ref<Class> cls = make<Class>(intern(name), nullptr);
  cls->qualname = cls->name();
  cls->layout = Layout::native;
  cls->has_dict = false;
  Class* parent = base != nullptr ? base : m_types->object.get();
  if (parent != nullptr) {
    cls->bases.emplace_back(parent);
    merge_mro(*cls);
    cls->layout = parent->layout == Layout::exception ? Layout::exception : Layout::native;
    cls->exception_kind = parent->exception_kind;
    cls->has_dict = parent->has_dict;
    if (parent->core != nullptr) cls->core = parent->core;
  } else {
    cls->mro.assign(1, cls.get());
  }
  if (object_kind != loop::ObjectKind::other) m_class_by_kind[static_cast<std::size_t>(object_kind)] = cls.get();
  cls->attributes->set(*m_names->module, intern("builtins"));
  return cls;
}

// ---- class statements --------------------------------------------------------------------------------------------------------------

Value Vm::build_class(Function& body, const Ref<Str>& name, std::span<const Value> given_bases, const Dict* keywords) {
  // Bases that are no classes may stand for some (typing's generics).
  std::vector<Value> bases;
  bool replaced = false;
  for (const Value& base : given_bases) {
    if (as_class(base) != nullptr) {
      bases.push_back(base);
      continue;
    }
    const Value entries = find_attr(base, *m_names->mro_entries);
    if (!entries.is_set()) {
      if (has_error()) return {};
      bases.push_back(base);
      continue;
    }
    const Value tuple = call(entries, {Value(Tuple::create(given_bases))});
    if (!tuple.is_set()) return {};
    replaced = true;
    if (const Tuple* more = as_tuple(tuple)) bases.insert(bases.end(), more->begin(), more->end());
  }
  Class* meta = nullptr;
  const Value* explicit_meta = keywords != nullptr ? keywords->get(*m_names->metaclass) : nullptr;
  if (explicit_meta != nullptr) {
    meta = as_class(*explicit_meta);
    if (meta == nullptr) return type_error("metaclass must be a class");
  }
  for (const Value& base : bases) {
    const Class* cls = as_class(base);
    if (cls == nullptr) continue;
    Class& base_meta = class_of(base);
    if (meta == nullptr || base_meta.derives_from(*meta)) meta = &base_meta;
  }
  Ref<Dict> rest;
  if (keywords != nullptr) {
    rest = keywords->copy();
    rest->erase(*m_names->metaclass);
  }
  Ref<Dict> names = make<Dict>();
  if (meta != nullptr && meta != m_types->type.get()) {
    bool found = false;
    const Value prepare = class_attr(*meta, *m_names->prepare, found);
    if (found && !prepare.is_object(kind::native_function)) {
      const Value prepared = call_with_keywords(prepare, {Value(name), Value(Tuple::create(bases))}, rest.get());
      if (!prepared.is_set()) return {};
      if (Dict* dict = core_as<Dict>(prepared, kind::dict)) names = Ref<Dict>(dict);
    }
  }
  if (replaced) names->set(*m_names->orig_bases, Value(Tuple::create(given_bases)));
  const Ref<Frame> frame = Frame::create(Ref<Function>(&body), *body.code, body.globals);
  frame->names = names;
  fill_closure(*frame);
  const Value cell = Interpreter(*this, thread()).run_frame(frame);
  if (!cell.is_set()) return {};
  Value made;
  if (meta != nullptr && meta != m_types->type.get()) {
    made = call_with_keywords(Value(meta), {Value(name), Value(Tuple::create(bases)), Value(names)}, rest.get());
  } else {
    made = make_class(name, bases, names, rest.get(), nullptr);
  }
  if (made.is_set() && cell.is_object(kind::cell)) cell.as<Cell>()->value = made;
  return made;
}

Value Vm::call_with_keywords(const Value& callable, std::initializer_list<Value> positional, const Dict* keywords) {
  std::vector<Value> names;
  std::vector<Value> values;
  if (keywords != nullptr) {
    for (const Dict::Entry& entry : keywords->entries()) {
      if (!entry.key.is_set()) continue;
      names.push_back(entry.key);
      values.push_back(entry.value);
    }
  }
  const Ref<Tuple> keyword_names = names.empty() ? nullptr : Tuple::create(names);
  return call(callable, CallArguments{{positional.begin(), positional.size()}, values, keyword_names.get()});
}

Value Vm::make_class(const Ref<Str>& name, std::span<const Value> bases, const Ref<Dict>& namespace_,
                     const Dict* keywords, Class* meta) {
  Ref<Class> cls = make<Class>(name, Ref<Class>(meta != nullptr ? meta : m_types->type.get()));
  cls->is_builtin = false;
  cls->machine = this;
  cls->qualname = name;
  for (const Value& base : bases) {
    Class* parent = as_class(base);
    if (parent == nullptr) {
      return type_error("bases must be types");
    }
    if (parent->is_final) {
      return type_error("type '" + std::string(parent->name()->view()) + "' is not an acceptable base type");
    }
    if (std::count(cls->bases.begin(), cls->bases.end(), Ref<Class>(parent)) > 0) {
      return type_error("duplicate base class " + std::string(parent->name()->view()));
    }
    cls->bases.emplace_back(parent);
  }
  if (cls->bases.empty()) cls->bases.push_back(m_types->object);
  if (!merge_mro(*cls)) {
    std::string list;
    for (const Ref<Class>& base : cls->bases) list += (list.empty() ? "" : ", ") + std::string(base->name()->view());
    return type_error("Cannot create a consistent method resolution\norder (MRO) for bases " + list);
  }
  if (!choose_layout(*cls)) return {};
  cls->attributes = namespace_->copy();
  if (const Value* qualname = cls->attributes->get(*m_names->qualname); qualname != nullptr) {
    if (Str* text = as_str(*qualname)) cls->qualname = Ref<Str>(text);
    cls->attributes->erase(*m_names->qualname);
  }
  cls->attributes->erase(*m_names->classcell);
  if (cls->attributes->get(*m_names->doc) == nullptr) cls->attributes->set(*m_names->doc, Value::none());
  if (cls->attributes->get(*m_names->slots) != nullptr) {
    cls->has_dict = std::any_of(cls->bases.begin(), cls->bases.end(), [&](const Ref<Class>& base) {
      return base->has_dict && base != m_types->object;
    });
  }
  // A class that defines __eq__ without __hash__ cannot be hashed.
  if (cls->attributes->get(*intern("__eq__")) != nullptr && cls->attributes->get(*intern("__hash__")) == nullptr) {
    cls->attributes->set(*intern("__hash__"), Value::none());
  }
  // These are class methods and static methods without anybody saying so.
  for (const char* special_name : {"__init_subclass__", "__class_getitem__"}) {
    const Value* found = cls->attributes->get(*intern(special_name));
    if (found != nullptr && found->is_object(kind::function)) {
      cls->attributes->set(*intern(special_name), Value(make<MethodWrapper>(kind::class_method, *found)));
    }
  }
  if (const Value* found = cls->attributes->get(*intern("__new__")); found != nullptr && found->is_object(kind::function)) {
    cls->attributes->set(*intern("__new__"), Value(make<MethodWrapper>(kind::static_method, *found)));
  }
  classes_changed();
  const Value value(cls);
  const Ref<Dict> own = cls->attributes->copy();
  for (const Dict::Entry& entry : own->entries()) {
    if (!entry.key.is_set() || !entry.value.is_object()) continue;
    if (!entry.value.is_object(kind::instance) && !entry.value.is_object(kind::native_object)) continue;
    const Value set_name = special(class_of(entry.value), Special::set_name);
    if (set_name.is_set() && !call(set_name, {entry.value, value, entry.key}).is_set()) return {};
  }
  if (!call_init_subclass(*cls, keywords)) return {};
  return value;
}

bool Vm::call_init_subclass(Class& cls, const Dict* keywords) {
  for (std::size_t i = 1; i < cls.mro.size(); ++i) {
    const Value* found = cls.mro[i]->attributes->get(*intern("__init_subclass__"));
    if (found == nullptr) continue;
    const Value hook = bind(*found, Value(&cls), cls);
    if (!hook.is_set()) return false;
    return call_with_keywords(hook, {}, keywords).is_set();
  }
  if (keywords != nullptr && !keywords->empty()) {
    type_error(std::string(cls.name()->view()) + ".__init_subclass__() takes no keyword arguments");
    return false;
  }
  return true;
}

/// What instances of the class are: plain objects, exceptions, or wrappers around a built-in value.
bool Vm::choose_layout(Class& cls) {
  cls.layout = Layout::instance;
  cls.core = nullptr;
  for (const Ref<Class>& base : cls.bases) {
    if (base->layout == Layout::exception) {
      cls.layout = Layout::exception;
      cls.exception_kind = base->exception_kind;
    }
    Class* core_class = base->layout == Layout::native && base != m_types->object ? base.get() : base->core;
    if (core_class == nullptr) continue;
    if (cls.core != nullptr && cls.core != core_class && !cls.core->derives_from(*core_class) && !core_class->derives_from(*cls.core)) {
      type_error("multiple bases have instance lay-out conflict");
      return false;
    }
    if (cls.core == nullptr || core_class->derives_from(*cls.core)) cls.core = core_class;
    cls.layout = Layout::wrapped;
  }
  if (cls.layout == Layout::exception) {
    for (Class* each : cls.mro) {
      // The most derived built-in exception class says how the loop treats it.
      if (each->is_builtin && each->layout == Layout::exception) {
        cls.exception_kind = each->exception_kind;
        break;
      }
    }
  }
  return true;
}

// ---- instances -----------------------------------------------------------------------------------------------------------------------

bool Vm::uses_plain_new(Class& cls) {
  const Value& found = special(cls, Special::new_);
  return found.is_identical(m_object_new);
}

Value Vm::instantiate(Class& cls, const CallArguments& arguments) {
  if (&cls == m_types->type.get() && arguments.positional.size() == 1 && arguments.keyword_names == nullptr) {
    return Value(&class_of(arguments.positional[0]));
  }
  const Value maker = special(cls, Special::new_);
  Value made;
  if (maker.is_identical(m_object_new) && cls.layout != Layout::native) {
    made = new_instance(cls, arguments);
  } else if (maker.is_set()) {
    const Value function = maker.is_object(kind::static_method) ? maker.as<MethodWrapper>()->function : maker;
    made = call_with_self_first(function, Value(&cls), arguments);
  }
  if (!made.is_set()) {
    if (!has_error()) return type_error("cannot create '" + std::string(cls.name()->view()) + "' instances");
    return {};
  }
  if (!is_instance(made, cls)) return made;
  const Value init = special(class_of(made), Special::init);
  if (!init.is_set() || init.is_identical(m_object_init)) return made;
  const Value result = call_with_self(init, made, arguments);
  if (!result.is_set()) return {};
  if (!result.is_none()) return type_error("__init__() should return None, not '" + type_name(result) + "'");
  return made;
}

Value Vm::call_with_self_first(const Value& function, const Value& first, const CallArguments& arguments) {
  std::vector<Value> positional;
  positional.reserve(arguments.positional.size() + 1);
  positional.push_back(first);
  positional.insert(positional.end(), arguments.positional.begin(), arguments.positional.end());
  return call(function, CallArguments{positional, arguments.keyword_values, arguments.keyword_names});
}

/// object.__new__, with its complaints about arguments that nobody takes.
Value Vm::new_instance(Class& cls, const CallArguments& arguments) {
  const bool has_arguments = !arguments.positional.empty() || arguments.keyword_names != nullptr;
  if (has_arguments && special(cls, Special::init).is_identical(m_object_init) && uses_plain_new(cls) &&
      cls.layout == Layout::instance) {
    return type_error(std::string(cls.name()->view()) + "() takes no arguments");
  }
  if (cls.is_abstract && !check_abstract(cls)) return {};
  switch (cls.layout) {
    case Layout::exception:
      return make<ExceptionObject>(*this, Ref<Class>(&cls), Tuple::create(arguments.positional));
    case Layout::wrapped: return new_wrapped(cls, arguments);
    default: return make<Instance>(Ref<Class>(&cls));
  }
}

/// An instance of a class that derives from a built-in one: around a value that the built-in class makes.
Value Vm::new_wrapped(Class& cls, const CallArguments& arguments) {
  // Mutable containers are filled by their __init__; the others take their value here.
  Class& core_class = *cls.core;
  const bool filled_later = &core_class == m_types->list.get() || &core_class == m_types->dict.get() ||
                            &core_class == m_types->set.get();
  Value wrapped = instantiate(core_class, filled_later ? CallArguments{} : arguments);
  if (!wrapped.is_set()) return {};
  Ref<Instance> instance = make<Instance>(Ref<Class>(&cls));
  instance->wrapped = core(wrapped);
  return Value(std::move(instance));
}

Value Vm::finish_new(const Value& cls_value, Class& builtin, Value core_value) {
  if (!core_value.is_set()) return {};
  Class* cls = as_class(cls_value);
  if (cls == &builtin) return core_value;
  const std::string name(builtin.name()->view());
  if (cls == nullptr) return type_error(name + ".__new__(X): X is not a type object (" + type_name(cls_value) + ")");
  const std::string given(cls->name()->view());
  if (!cls->derives_from(builtin)) {
    return type_error(name + ".__new__(" + given + "): " + given + " is not a subtype of " + name);
  }
  if (cls->layout != Layout::wrapped || cls->core != &builtin) {
    const std::string own(cls->core != nullptr ? cls->core->name()->view() : cls->name()->view());
    return type_error(name + ".__new__(" + given + ") is not safe, use " + own + ".__new__()");
  }
  if (cls->is_abstract && !check_abstract(*cls)) return {};
  Ref<Instance> instance = make<Instance>(Ref<Class>(cls));
  instance->wrapped = std::move(core_value);
  return Value(std::move(instance));
}

bool Vm::check_abstract(Class& cls) {
  std::vector<std::string> missing;
  for (std::size_t i = cls.mro.size(); i-- > 0;) {
    for (const Dict::Entry& entry : cls.mro[i]->attributes->entries()) {
      const Str* name = as_str(entry.key);
      if (name == nullptr) continue;
      const Value* found = cls.lookup(*name);
      if (found == nullptr || !is_abstract_method(*found)) continue;
      if (std::find(missing.begin(), missing.end(), name->view()) == missing.end()) missing.emplace_back(name->view());
    }
  }
  if (missing.empty()) return true;
  std::sort(missing.begin(), missing.end());
  std::string list;
  for (const std::string& name : missing) list += (list.empty() ? "" : ", ") + name;
  type_error("Can't instantiate abstract class " + std::string(cls.name()->view()) + " with abstract method" +
             (missing.size() > 1 ? "s " : " ") + list);
  return false;
}

bool Vm::is_abstract_method(const Value& value) {
  const auto marked = [&](const Dict* attributes) {
    const Value* flag = attributes != nullptr ? attributes->get(*m_names->is_abstract_method) : nullptr;
    return flag != nullptr && truth(*flag) == 1;
  };
  if (value.is_object(kind::function)) return marked(value.as<Function>()->attributes.get());
  if (value.is_object(kind::class_method) || value.is_object(kind::static_method)) {
    return is_abstract_method(value.as<MethodWrapper>()->function);
  }
  if (value.is_object(kind::property)) {
    const auto& property = *value.as<Property>();
    return is_abstract_method(property.get) || is_abstract_method(property.set);
  }
  return false;
}

bool Vm::has_finalizer(Class& cls) noexcept {
  return cls.machine != nullptr && cls.machine->special(cls, Special::del).is_set();
}

void Vm::finalize_instance(Instance& instance) noexcept {
  Vm& vm = *instance.cls().machine;
  const Value method = vm.special(instance.cls(), Special::del);
  if (!method.is_set()) return;
  ThreadState& state = vm.thread();
  Ref<loop::Exception> pending = std::move(state.error);
  const Value result = vm.call_with_self(method, Value(&instance), CallArguments{});
  if (!result.is_set() && state.error) vm.report_unraisable(vm.take_error(), "__del__", method);
  state.error = std::move(pending);
}

// ---- isinstance ------------------------------------------------------------------------------------------------------------------------

int Vm::is_instance(const Value& value, const Value& classes) {
  if (const Tuple* several = as_tuple(classes)) {
    for (const Value& each : *several) {
      const int found = is_instance(value, each);
      if (found != 0) return found;
    }
    return 0;
  }
  if (Class* cls = as_class(classes)) {
    Class& own = class_of(value);
    if (&own == cls) return 1;
    Class& meta = class_of(classes);
    if (&meta != m_types->type.get()) {
      const Value check = special(meta, Special::instancecheck);
      if (check.is_set() && !check.is_object(kind::native_function)) {
        const Value result = call(check, {classes, value});
        return result.is_set() ? truth(result) : -1;
      }
    }
    if (own.derives_from(*cls)) return 1;
    return virtual_subclass(own, *cls);
  }
  if (const std::optional<std::vector<Value>> members = union_members(classes)) {
    return is_instance(value, Value(Tuple::create(*members)));
  }
  bool found = false;
  const Value result = call_special(classes, Special::instancecheck, {value}, found);
  if (found) return result.is_set() ? truth(result) : -1;
  type_error("isinstance() arg 2 must be a type, a tuple of types, or a union");
  return -1;
}

int Vm::is_subclass(const Value& cls, const Value& classes) {
  Class* own = as_class(cls);
  if (own == nullptr) {
    type_error("issubclass() arg 1 must be a class");
    return -1;
  }
  if (const Tuple* several = as_tuple(classes)) {
    for (const Value& each : *several) {
      const int found = is_subclass(cls, each);
      if (found != 0) return found;
    }
    return 0;
  }
  if (Class* ancestor = as_class(classes)) {
    Class& meta = class_of(classes);
    if (&meta != m_types->type.get()) {
      const Value check = special(meta, Special::subclasscheck);
      if (check.is_set() && !check.is_object(kind::native_function)) {
        const Value result = call(check, {classes, cls});
        return result.is_set() ? truth(result) : -1;
      }
    }
    if (own->derives_from(*ancestor)) return 1;
    return virtual_subclass(*own, *ancestor);
  }
  if (const std::optional<std::vector<Value>> members = union_members(classes)) {
    return is_subclass(cls, Value(Tuple::create(*members)));
  }
  type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union");
  return -1;
}

/// collections.abc: a class may count as derived by its methods (__subclasshook__) or by register().
int Vm::virtual_subclass(Class& cls, Class& abstract) {
  if (abstract.is_builtin) return 0;
  const Value* hook = abstract.attributes->get(*m_names->subclasshook);
  if (hook == nullptr) return 0;
  const Value method = bind(*hook, Value(&abstract), abstract);
  if (!method.is_set()) return -1;
  const Value result = call(method, {Value(&cls)});
  if (!result.is_set()) return -1;
  if (result.tag() == Tag::not_implemented) return 0;
  return truth(result);
}

bool Vm::has_abstract(const Value& value, std::string_view abstract_class) {
  for (const Class* each : class_of(value).mro) {
    if (each->name()->view() == abstract_class || each->name()->view() == "Mutable" + std::string(abstract_class)) return true;
    if (abstract_class == "Sequence" && each->name()->view() == "deque") return true;
  }
  return false;
}

bool Vm::matches_itself(const Class& cls) const noexcept {
  const Class* const plain[] = {m_types->bool_.get(), m_types->bytearray.get(), m_types->bytes.get(), m_types->dict.get(),
                                m_types->float_.get(), m_types->frozenset.get(), m_types->int_.get(), m_types->list.get(),
                                m_types->set.get(), m_types->str.get(), m_types->tuple.get()};
  return std::any_of(std::begin(plain), std::end(plain), [&](const Class* each) { return cls.derives_from(*each); });
}

}  // namespace loopline::script
