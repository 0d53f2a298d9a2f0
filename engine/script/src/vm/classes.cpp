// Making classes and instances.
#include <algorithm>
#include <array>

#include "../builtins/dict.h"
#include "../builtins/list.h"
#include "interpreter.h"
#include "native_depth.h"
#include "script/objects/iterators.h"
#include "script/vm.h"
#include "sets.h"
#include "slots.h"

namespace loopline::script {

namespace {

/// C3: merges the mros of the bases. False if there is no consistent order.
bool merge_mro(Class& cls) {
  if (cls.bases.size() == 1) {
    cls.mro.assign(1, &cls);
    cls.mro.insert(cls.mro.end(), cls.bases[0]->mro.begin(), cls.bases[0]->mro.end());
    return true;
  }
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

// ---- built-in classes -----------------------------------------------------------------------------------------------

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
    cls->filled_by_init = parent->filled_by_init;
    cls->pattern = parent->pattern;
    parent->subclasses.push_back(cls.get());
    if (parent->core != nullptr) cls->core = parent->core;
  } else {
    cls->mro.assign(1, cls.get());
  }
  if (object_kind != loop::ObjectKind::other) m_class_by_kind[static_cast<std::size_t>(object_kind)] = cls.get();
  cls->attributes->set(*m_names->module, intern("builtins"));
  return cls;
}

Class& Vm::make_library_class(Module& module, std::string_view name, std::string_view python_module, Class* base) {
  Ref<Class> cls = make_builtin_class(name, base);
  cls->attributes->set(*m_names->module, intern(python_module));
  cls->is_extension = python_module != "builtins" && python_module != "abc";
  m_other_classes.push_back(cls);
  module.attributes->set(*intern(name), Value(cls));
  return *cls;
}

// ---- class statements -----------------------------------------------------------------------------------------------

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
      // Whatever makes such objects is asked to make the class, as if it were one of a metaclass.
      return call_with_dict(Value(&class_of(base)), {Value(name), Value(Tuple::create(given_bases)), Value(dict())},
                            nullptr);
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
    if (meta == nullptr || base_meta.derives_from(*meta)) {
      meta = &base_meta;
    } else if (!meta->derives_from(base_meta)) {
      return raise_metaclass_conflict();
    }
  }
  Ref<Dict> rest;
  if (keywords != nullptr) {
    rest = keywords->copy();
    rest->erase(*m_names->metaclass);
  }
  Ref<Dict> names = make<Dict>();
  Value prepared_names(names);
  if (meta != nullptr && meta != m_types->type.get()) {
    bool found = false;
    const Value prepare = class_attr(*meta, *m_names->prepare, found);
    if (found && !prepare.is_object(kind::native_function)) {
      const Value prepared = call_with_dict(prepare, {Value(name), Value(Tuple::create(bases))}, rest.get());
      if (!prepared.is_set()) return {};
      Dict* dict = core_as<Dict>(prepared, kind::dict);
      if (dict == nullptr) {
        return type_error(std::string(meta->name()->view()) + ".__prepare__() must return a mapping, not " +
                          type_name(prepared));
      }
      names = Ref<Dict>(dict);
      prepared_names = prepared;
    }
  }
  if (replaced) names->set(*m_names->orig_bases, Value(Tuple::create(given_bases)));
  const Ref<Frame> frame = Frame::create(Ref<Function>(&body), *body.code, body.globals);
  frame->names = names;
  if (prepared_names.is_object(kind::instance) &&
      !special(class_of(prepared_names), Special::setitem).is_identical(special(*m_types->dict, Special::setitem))) {
    frame->instance = prepared_names;
  }
  fill_closure(*frame);
  const Value cell = Interpreter(*this, thread()).run_frame(frame);
  if (!cell.is_set()) return {};
  Value made;
  if (meta != nullptr && meta != m_types->type.get()) {
    made = call_with_dict(Value(meta), {Value(name), Value(Tuple::create(bases)), prepared_names}, rest.get());
  } else {
    made = make_class(name, bases, names, rest.get(), nullptr);
  }
  if (made.is_set() && cell.is_object(kind::cell)) cell.as<Cell>()->value = made;
  return made;
}

Value Vm::call_with_dict(const Value& callable, std::initializer_list<Value> positional, const Dict* keywords) {
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

Value Vm::raise_metaclass_conflict() {
  return type_error(
      "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all "
      "its bases");
}

// Instructions that making a class counts as, and ordering its bases, for each pair of them.
static constexpr std::uint64_t kClassCost = 2'000, kOrderCost = 64;

Value Vm::make_class(const Ref<Str>& name, std::span<const Value> bases, const Ref<Dict>& namespace_,
                     const Dict* keywords, Class* meta) {
  // Finding the order of the bases takes at least the square of their number.
  if (!spend(kClassCost + kOrderCost * bases.size() * bases.size())) return {};
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
  // Each ancestor is looked at again and again.
  std::uint64_t ancestors = 0;
  for (const Ref<Class>& base : cls->bases) ancestors += base->mro.size();
  if (!spend(ancestors * (cls->bases.size() == 1 ? 10 : 2 * cls->bases.size()))) return {};
  if (!merge_mro(*cls)) {
    std::string list;
    for (const Ref<Class>& base : cls->bases) list += (list.empty() ? "" : ", ") + std::string(base->name()->view());
    return type_error("Cannot create a consistent method resolution\norder (MRO) for bases " + list);
  }
  if (!choose_layout(*cls)) return {};
  for (const Ref<Class>& base : cls->bases) {
    base->subclasses.push_back(cls.get());
    if (cls->pattern == PatternKind::none) cls->pattern = base->pattern;
  }
  cls->attributes = namespace_->copy();
  if (const Value* qualname = cls->attributes->get(*m_names->qualname); qualname != nullptr) {
    if (Str* text = as_str(*qualname)) cls->qualname = Ref<Str>(text);
    cls->attributes->erase(*m_names->qualname);
  }
  cls->attributes->erase(*m_names->classcell);
  if (cls->attributes->get(*m_names->doc) == nullptr) cls->attributes->set(*m_names->doc, Value::none());
  if (!add_slots(*this, *cls)) return {};
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
  if (const Value* found = cls->attributes->get(*intern("__new__"));
      found != nullptr && found->is_object(kind::function)) {
    cls->attributes->set(*intern("__new__"), Value(make<MethodWrapper>(kind::static_method, *found)));
  }
  classes_changed();
  const Value value(cls);
  const Ref<Dict> own = cls->attributes->copy();
  for (const Dict::Entry& entry : own->entries()) {
    if (!entry.key.is_set() || !entry.value.is_object()) continue;
    if (Property* property = as_kind<Property>(entry.value, kind::property)) {
      property->name = Ref<Str>(as_str(entry.key));
      continue;
    }
    if (!entry.value.is_object(kind::instance) && !entry.value.is_object(kind::native_object)) continue;
    const Value set_name = special(class_of(entry.value), Special::set_name);
    if (!set_name.is_set() || call(set_name, {entry.value, value, entry.key}).is_set()) continue;
    const Ref<loop::Exception> cause = take_error();
    const Value key_text = repr(entry.key);
    const Ref<ExceptionObject> failure =
        make_exception(*m_types->runtime_error, "Error calling __set_name__ on '" + type_name(entry.value) +
                                                    "' instance " + std::string(key_text.as<Str>()->view()) + " in '" +
                                                    std::string(cls->name()->view()) + "'");
    failure->set_cause(cause);
    failure->set_context(cause);
    return raise(failure);
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
    return call_with_dict(hook, {}, keywords).is_set();
  }
  if (keywords != nullptr && !keywords->empty()) {
    type_error(std::string(cls.qualname->view()) + ".__init_subclass__() takes no keyword arguments");
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
    if (cls.core != nullptr && cls.core != core_class && !cls.core->derives_from(*core_class) &&
        !core_class->derives_from(*cls.core)) {
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

// ---- instances ------------------------------------------------------------------------------------------------------

bool Vm::uses_plain_new(Class& cls) {
  const Value& found = special(cls, Special::new_);
  return found.is_identical(m_object_new);
}

Value Vm::instantiate(Class& cls, const CallArguments& arguments) {
  if (&cls == m_types->type.get() && arguments.positional.size() == 1 && arguments.keyword_names == nullptr) {
    return Value(&class_of(arguments.positional[0]));
  }
  if (cls.is_builtin && arguments.keyword_names == nullptr && arguments.positional.size() <= 1) {
    // What programs make all the time needs no __new__ and __init__.
    const Value* source = arguments.positional.empty() ? nullptr : arguments.positional.data();
    if (&cls == m_types->list.get()) {
      Ref<List> list = make<List>();
      return source == nullptr || extend_list(*this, *list, *source) ? Value(std::move(list)) : Value();
    }
    if (&cls == m_types->dict.get()) {
      Ref<Dict> made_dict = make<Dict>();
      return source == nullptr || update_from(*this, *made_dict, *source) ? Value(std::move(made_dict)) : Value();
    }
    if (&cls == m_types->set.get()) {
      Ref<Set> set = make<Set>();
      return source == nullptr || sets::update(*this, *set, *source) ? Value(std::move(set)) : Value();
    }
  }
  const Value maker = special(cls, Special::new_);
  Value made;
  if (maker.is_identical(m_object_new) && cls.layout != Layout::native) {
    made = new_instance(cls, arguments);
  } else if (!cls.is_builtin && cls.core != nullptr && cls.core->is_of_loop && cls.core->filled_by_init &&
             maker.is_object(kind::native_function)) {
    made = call_with_self_first(maker, Value(&cls), {});
  } else if (maker.is_set() && !maker.is_identical(m_object_new)) {
    const Value function = maker.is_object(kind::static_method) ? maker.as<MethodWrapper>()->function : maker;
    made = call_with_self_first(function, Value(&cls), arguments);
  }
  if (!made.is_set()) {
    if (!has_error()) return type_error("cannot create '" + std::string(cls.name()->view()) + "' instances");
    return {};
  }
  if (!is_instance(made, cls) || (cls.is_builtin && cls.is_of_loop)) return made;
  const Value init = special(class_of(made), Special::init);
  if (!init.is_set() || init.is_identical(m_object_init)) return made;
  const Value result = call_with_self(init, made, arguments);
  if (!result.is_set()) return {};
  if (!result.is_none()) return type_error("__init__() should return None, not '" + type_name(result) + "'");
  return made;
}

Value Vm::call_with_self_first(const Value& function, const Value& first, const CallArguments& arguments) {
  // Built-in classes are made often; their few arguments need no heap.
  constexpr std::size_t kFew = 6;
  if (function.is_object(kind::native_function) && arguments.positional.size() < kFew) {
    std::array<Value, kFew> few;
    few[0] = first;
    std::copy(arguments.positional.begin(), arguments.positional.end(), few.begin() + 1);
    const std::span<const Value> all(few.data(), arguments.positional.size() + 1);
    return call_native(*function.as<NativeFunction>(), nullptr,
                       CallArguments{all, arguments.keyword_values, arguments.keyword_names});
  }
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
    case Layout::native: {
      const std::string name(cls.name()->view());
      return type_error("object.__new__(" + name + ") is not safe, use " + name + ".__new__()");
    }
    case Layout::exception: return make<ExceptionObject>(*this, Ref<Class>(&cls), Tuple::create(arguments.positional));
    case Layout::wrapped: return new_wrapped(cls, arguments);
    default: return make<Instance>(Ref<Class>(&cls));
  }
}

/// An instance of a class that derives from a built-in one: around a value that the built-in class makes.
Value Vm::new_wrapped(Class& cls, const CallArguments& arguments) {
  Class& core_class = *cls.core;
  Value wrapped = instantiate(core_class, core_class.filled_by_init ? CallArguments{} : arguments);
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
  if (builtin.is_of_loop) {
    m_objects.set_class(*core_value.as_object(), Ref<Class>(cls));
    return core_value;
  }
  Ref<Instance> instance = make<Instance>(Ref<Class>(cls));
  instance->wrapped = std::move(core_value);
  return Value(std::move(instance));
}

bool Vm::check_abstract(Class& cls) {
  const Value* names = cls.attributes->get(*m_names->abstract_methods);
  std::optional<std::vector<Value>> missing = names != nullptr ? to_vector(*names) : std::vector<Value>();
  if (!missing) return false;
  if (missing->empty()) return true;
  std::vector<std::string_view> sorted;
  for (const Value& name : *missing) {
    if (const Str* text = as_str(name)) sorted.push_back(text->view());
  }
  std::sort(sorted.begin(), sorted.end());
  std::string list;
  for (const std::string_view name : sorted) list += (list.empty() ? "" : ", ") + std::string(name);
  type_error("Can't instantiate abstract class " + std::string(cls.name()->view()) + " with abstract method" +
             (sorted.size() > 1 ? "s " : " ") + list);
  return false;
}

int Vm::is_abstract_method(const Value& value) {
  if (value.is_object(kind::property)) {
    const auto& property = *value.as<Property>();
    for (const Value* part : {&property.get, &property.set, &property.del}) {
      const int found = is_abstract_method(*part);
      if (found != 0) return found;
    }
    return 0;
  }
  if (!value.is_object() || value.is_object(kind::native_function)) return 0;
  const Value flag = find_attr(value, *m_names->is_abstract_method);
  if (!flag.is_set()) return has_error() ? -1 : 0;
  return truth(flag);
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

// ---- isinstance -----------------------------------------------------------------------------------------------------

int Vm::is_instance(const Value& value, const Value& classes) {
  if (const Tuple* several = as_tuple(classes)) {
    const NativeDepth depth(*this, " in __instancecheck__");
    if (!depth.ok()) return -1;
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
      if (check.is_set() && !check.is_identical(special(*m_types->type, Special::instancecheck))) {
        const Value result = call(check, {classes, value});
        return result.is_set() ? truth(result) : -1;
      }
    }
    if (own.derives_from(*cls)) return 1;
    // An object may say that it is of another class (proxies do).
    if (!value.is_object(kind::instance) || own.lookup(*m_names->class_) == nullptr) return 0;
    const Value said = find_attr(value, *m_names->class_);
    if (has_error()) take_error();
    const Class* other = as_class(said);
    return other != nullptr && other->derives_from(*cls) ? 1 : 0;
  }
  if (classes.is_object(kind::generic_alias)) {
    type_error("isinstance() argument 2 cannot be a parameterized generic");
    return -1;
  }
  if (const std::optional<std::vector<Value>> members = union_members(classes)) {
    return is_instance(value, Value(Tuple::create(*members)));
  }
  if (classes.is_object(kind::generic_alias)) {
    type_error("isinstance() argument 2 cannot be a parameterized generic");
    return -1;
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
    const NativeDepth depth(*this, " in __subclasscheck__");
    if (!depth.ok()) return -1;
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
      if (check.is_set() && !check.is_identical(special(*m_types->type, Special::subclasscheck))) {
        const Value result = call(check, {classes, cls});
        return result.is_set() ? truth(result) : -1;
      }
    }
    return own->derives_from(*ancestor) ? 1 : 0;
  }
  if (classes.is_object(kind::generic_alias)) {
    type_error("issubclass() argument 2 cannot be a parameterized generic");
    return -1;
  }
  if (const std::optional<std::vector<Value>> members = union_members(classes)) {
    return is_subclass(cls, Value(Tuple::create(*members)));
  }
  if (classes.is_object(kind::generic_alias)) {
    type_error("issubclass() argument 2 cannot be a parameterized generic");
    return -1;
  }
  bool found = false;
  const Value result = call_special(classes, Special::subclasscheck, {cls}, found);
  if (found) return result.is_set() ? truth(result) : -1;
  type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union");
  return -1;
}

bool Vm::matches_itself(const Class& cls) const noexcept {
  const Class* const plain[] = {m_types->bool_.get(), m_types->bytearray.get(), m_types->bytes.get(),
                                m_types->dict.get(),  m_types->float_.get(),    m_types->frozenset.get(),
                                m_types->int_.get(),  m_types->list.get(),      m_types->set.get(),
                                m_types->str.get(),   m_types->tuple.get()};
  return std::any_of(std::begin(plain), std::end(plain), [&](const Class* each) { return cls.derives_from(*each); });
}

}  // namespace loopline::script
