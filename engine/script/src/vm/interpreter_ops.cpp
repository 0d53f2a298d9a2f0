// The slower parts of instructions: names, attributes, displays.
#include <algorithm>

#include "../builtins/list.h"
#include "attribute_cache.h"
#include "interpreter.h"

namespace loopline::script {

const Value& Interpreter::value_of(std::uint16_t operand) const noexcept {
  return (operand & kConstantOperand) != 0 ? m_constants[operand & ~kConstantOperand] : m_registers[operand];
}

/// A register without a value: which variable is it? (Temporaries always have one.)
bool Interpreter::unbound(std::uint16_t operand) {
  const Code& code = m_frame->code();
  if (operand < code.local_names.size()) {
    m_vm.raise(*m_vm.types().unbound_local_error, "cannot access local variable '" +
                                                      std::string(code.local_names[operand]->view()) +
                                                      "' where it is not associated with a value");
  } else if (operand < code.first_temporary) {
    m_vm.raise(*m_vm.types().name_error, "cannot access free variable '" +
                                             std::string(code.free_names[operand - code.local_names.size()]->view()) +
                                             "' where it is not associated with a value in enclosing scope");
  } else {
    m_vm.raise(*m_vm.types().system_error, "a value was lost: this is a mistake of the machine");
  }
  return false;
}

bool Interpreter::load_cell_slow(const Instruction& in) { return unbound(in.b); }

// ---- names ----------------------------------------------------------------------------------------------------------

bool Interpreter::load_global(const Instruction& in, InlineCache& cache) {
  const Str& name = name_constant(in.b);
  const Dict& globals = *m_frame->globals();
  Dict& builtins = m_vm.builtins();
  if (cache.state == 1 && cache.epoch == globals.version() && cache.owner == &globals) {
    const std::vector<Dict::Entry>& entries = builtins.entries();
    if (static_cast<std::size_t>(cache.hint) < entries.size()) {
      const Dict::Entry& entry = entries[static_cast<std::size_t>(cache.hint)];
      if (entry.key.is_object() && entry.key.as_object() == &name) {
        m_registers[in.a] = entry.value;
        return true;
      }
    }
  }
  std::int32_t found = globals.find(name);
  if (found >= 0) {
    cache.hint = found;
    cache.state = 0;
    m_registers[in.a] = globals.entries()[static_cast<std::size_t>(found)].value;
    return true;
  }
  if (const Dict* own = m_vm.own_builtins(globals); own != nullptr) {
    if (const Value* value = own->get(name); value != nullptr) {
      m_registers[in.a] = *value;
      return true;
    }
    m_vm.raise_name_error(name);
    return false;
  }
  found = builtins.find(name);
  if (found >= 0) {
    cache.hint = found;
    cache.state = 1;
    cache.owner = &globals;
    cache.epoch = globals.version();
    m_registers[in.a] = builtins.entry(found).value;
    return true;
  }
  m_vm.raise_name_error(name);
  return false;
}

bool Interpreter::load_name(const Instruction& in) {
  const Str& name = name_constant(in.b);
  const Dict* own_builtins = m_vm.own_builtins(*m_frame->globals());
  const Dict* const places[] = {m_frame->names.get(), m_frame->globals().get(),
                                own_builtins != nullptr ? own_builtins : &m_vm.builtins()};
  for (const Dict* place : places) {
    if (place == nullptr) continue;
    if (place == places[0] && m_frame->instance.is_set()) {
      // A namespace of a class derived from dict says itself what a name is, and may make up what it lacks.
      Value said = m_vm.get_item(m_frame->instance, Value(&name_constant(in.b)));
      if (said.is_set()) {
        m_registers[in.a] = std::move(said);
        return true;
      }
      if (!m_vm.catch_error(*m_vm.types().key_error)) return false;
    } else if (const Value* found = place->get(name); found != nullptr) {
      m_registers[in.a] = *found;
      return true;
    }
  }
  m_vm.raise_name_error(name);
  return false;
}

bool Interpreter::store_global(const Instruction& in, InlineCache& cache) {
  if (!check_set(in.a)) return false;
  Str& name = name_constant(in.b);
  Dict& globals = *m_frame->globals();
  const std::vector<Dict::Entry>& entries = globals.entries();
  if (static_cast<std::size_t>(cache.hint) < entries.size() &&
      entries[static_cast<std::size_t>(cache.hint)].key.is_object() &&
      entries[static_cast<std::size_t>(cache.hint)].key.as_object() == &name) {
    globals.entry(cache.hint).value = m_registers[in.a];
  } else {
    globals.set(name, m_registers[in.a]);
    cache.hint = globals.find(name);
  }
  if (in.x != 0) m_registers[in.a].reset();
  return true;
}

bool Interpreter::delete_global(const Instruction& in) {
  const Str& name = name_constant(in.b);
  if (m_frame->globals()->erase(name)) return true;
  m_vm.raise_name_error(name);
  return false;
}

// ---- attributes -----------------------------------------------------------------------------------------------------

/// Whether the name is the instance's own matter: the class has nothing of the name, or only a place for it.
static bool is_plain_attribute(const Class& cls, const Str& name) noexcept {
  const Value* found = cls.lookup(name);
  return found == nullptr || found->is_object(kind::slot_descriptor);
}

bool Interpreter::load_attr(const Instruction& in, InlineCache& cache) {
  const Value& object = m_registers[in.b];
  if (!object.is_object()) {
    if (!object.is_set()) return unbound(in.b);
  } else if (object.is_object(kind::instance)) {
    auto& instance = *object.as<Instance>();
    Str& name = name_constant(in.c);
    const Dict* attributes = instance.attributes();
    if (cache.state == kInstance && cache.owner == &instance.cls() && cache.epoch == m_vm.class_epoch() &&
        attributes != nullptr) {
      const Value* found = entry_at(*attributes, cache.hint, name);
      if (found == nullptr) {
        cache.hint = attributes->find(name);
        found = entry_at(*attributes, cache.hint, name);
      }
      if (found != nullptr) {
        const Value value = *found;
        m_registers[in.a] = value;
        return true;
      }
    } else if (attributes != nullptr && !m_vm.special(instance.cls(), Special::getattribute).is_set() &&
               is_plain_attribute(instance.cls(), name)) {
      cache.state = kInstance;
      cache.owner = &instance.cls();
      cache.epoch = m_vm.class_epoch();
      cache.hint = attributes->find(name);
    }
  } else if (object.is_object(kind::module)) {
    const Dict& attributes = *object.as<Module>()->attributes;
    const Str& name = name_constant(in.c);
    const Value* found = cache.state == kModule ? entry_at(attributes, cache.hint, name) : nullptr;
    if (found == nullptr) {
      cache.state = kModule;
      cache.hint = attributes.find(name);
      if (cache.hint >= 0) found = entry_at(attributes, cache.hint, name);
    }
    if (found != nullptr) {
      const Value value = *found;
      m_registers[in.a] = value;
      return true;
    }
  }
  Value value = m_vm.get_attr(object, name_constant(in.c));
  if (!value.is_set()) return false;
  m_registers[in.a] = std::move(value);
  return true;
}

bool Interpreter::store_attr(const Instruction& in, InlineCache& cache) {
  const Value& object = m_registers[in.a];
  const Value& value = value_of(in.b);
  if (!check_set(in.a) || !check_set(in.b)) return false;
  Str& name = name_constant(in.c);
  if (object.is_object(kind::instance)) {
    auto& instance = *object.as<Instance>();
    if (cache.state == kInstance && cache.owner == &instance.cls() && cache.epoch == m_vm.class_epoch()) {
      Dict& attributes = instance.own_attributes();
      if (entry_at(attributes, cache.hint, name) != nullptr) {
        attributes.entry(cache.hint).value = value;
      } else {
        attributes.set(name, value);
        cache.hint = attributes.find(name);
      }
      return true;
    }
    Class& cls = instance.cls();
    const Value& own = m_vm.special(cls, Special::setattr);
    // Setting __class__ or __dict__ does more than setting an attribute.
    const bool is_plain = (!own.is_set() || own.is_object(kind::native_function)) && !name.view().starts_with("__");
    if (is_plain && is_plain_attribute(cls, name) && (cls.has_dict || cls.lookup(name) != nullptr)) {
      cache.state = kInstance;
      cache.owner = &cls;
      cache.epoch = m_vm.class_epoch();
      cache.hint = -1;
    }
  }
  return m_vm.set_attr(object, name, value);
}

/// A method about to be called: the function and its self stay apart, so that no bound method is made.
bool Interpreter::load_method(const Instruction& in, InlineCache& cache) {
  const Value object = m_registers[in.b];
  if (!object.is_set()) return unbound(in.b);
  Str& name = name_constant(in.c);
  Value& function_slot = m_registers[in.a];
  Value& self_slot = m_registers[in.a + 1];
  if (object.is_object(kind::module)) {
    const Dict& attributes = *object.as<Module>()->attributes;
    const Value* found = cache.state == kModule ? entry_at(attributes, cache.hint, name) : nullptr;
    if (found == nullptr) {
      cache.state = kModule;
      cache.hint = attributes.find(name);
      if (cache.hint >= 0) found = entry_at(attributes, cache.hint, name);
    }
    if (found != nullptr) {
      function_slot = *found;
      self_slot.reset();
      return true;
    }
  } else {
    Class& cls = m_vm.class_of(object);
    const bool known = cache.state == kMethod && cache.owner == &cls && cache.epoch == m_vm.class_epoch();
    const Dict* attributes = object.is_object(kind::instance) ? object.as<Instance>()->attributes() : nullptr;
    if (known && (attributes == nullptr || attributes->find(name) < 0)) {
      function_slot = *cache.found;
      self_slot = object;
      return true;
    }
    const bool plain_object = object.is_object(kind::instance) || !object.is_object() ||
                              !(object.is_object(kind::class_) || object.is_object(kind::super) ||
                                object.is_object(kind::native_object) || m_vm.attributes_of(object, false) != nullptr);
    if (!known && plain_object && !m_vm.special(cls, Special::getattribute).is_set()) {
      const Value* found = cls.lookup(name);
      const bool is_method =
          found != nullptr && (found->is_object(kind::function) ||
                               (found->is_object(kind::native_function) && found->as<NativeFunction>()->is_method));
      if (is_method) {
        cache.state = kMethod;
        cache.owner = &cls;
        cache.epoch = m_vm.class_epoch();
        cache.found = found;
        if (attributes == nullptr || attributes->find(name) < 0) {
          function_slot = *found;
          self_slot = object;
          return true;
        }
      }
    }
  }
  Value value = m_vm.get_attr(object, name);
  if (!value.is_set()) return false;
  function_slot = std::move(value);
  self_slot.reset();
  return true;
}

// ---- unpacking and displays -----------------------------------------------------------------------------------------

bool Interpreter::unpack(const Instruction& in) {
  const Value source = value_of(in.b);
  const std::size_t expected = in.c;
  std::span<const Value> items;
  if (const Tuple* tuple = as_tuple(source)) {
    items = tuple->values();
  } else if (const List* list = as_list(source)) {
    items = list->items;
  } else {
    Value iterator = m_vm.iter(source);
    if (!iterator.is_set()) {
      if (m_vm.catch_error(*m_vm.types().type_error)) {
        m_vm.type_error("cannot unpack non-iterable " + m_vm.type_name(source) + " object");
      }
      return false;
    }
    std::vector<Value> taken;
    while (taken.size() <= expected) {
      Value item = m_vm.next(iterator);
      if (!item.is_set()) {
        if (m_thread.error) return false;
        break;
      }
      taken.push_back(std::move(item));
    }
    if (taken.size() == expected) {
      for (std::size_t i = 0; i < expected; ++i) m_registers[in.a + i] = std::move(taken[i]);
      return true;
    }
    if (taken.size() < expected) {
      m_vm.value_error("not enough values to unpack (expected " + std::to_string(expected) + ", got " +
                       std::to_string(taken.size()) + ")");
    } else {
      m_vm.value_error("too many values to unpack (expected " + std::to_string(expected) + ")");
    }
    return false;
  }
  if (items.size() == expected) {
    for (std::size_t i = 0; i < expected; ++i) m_registers[in.a + i] = items[i];
    return true;
  }
  if (items.size() < expected) {
    m_vm.value_error("not enough values to unpack (expected " + std::to_string(expected) + ", got " +
                     std::to_string(items.size()) + ")");
  } else {
    m_vm.value_error("too many values to unpack (expected " + std::to_string(expected) + ")");
  }
  return false;
}

bool Interpreter::unpack_starred(const Instruction& in) {
  const Value source = value_of(in.b);
  const std::size_t before = in.c;
  const std::size_t after = in.x;
  Value iterator = m_vm.iter(source);
  if (!iterator.is_set()) {
    if (m_vm.catch_error(*m_vm.types().type_error)) {
      m_vm.type_error("cannot unpack non-iterable " + m_vm.type_name(source) + " object");
    }
    return false;
  }
  std::optional<std::vector<Value>> all = m_vm.to_vector(iterator);
  if (!all || !m_vm.spend(all->size() * 3)) return false;
  if (all->size() < before + after) {
    m_vm.value_error("not enough values to unpack (expected at least " + std::to_string(before + after) + ", got " +
                     std::to_string(all->size()) + ")");
    return false;
  }
  const std::size_t middle = all->size() - before - after;
  for (std::size_t i = 0; i < before; ++i) m_registers[in.a + i] = std::move((*all)[i]);
  std::vector<Value> rest(std::make_move_iterator(all->begin() + static_cast<std::ptrdiff_t>(before)),
                          std::make_move_iterator(all->begin() + static_cast<std::ptrdiff_t>(before + middle)));
  m_registers[in.a + before] = make<List>(std::move(rest));
  for (std::size_t i = 0; i < after; ++i) m_registers[in.a + before + 1 + i] = std::move((*all)[before + middle + i]);
  return true;
}

void Interpreter::build_list(const Instruction& in) {
  std::vector<Value> items;
  items.reserve(in.c);
  for (std::uint16_t i = 0; i < in.c; ++i) items.push_back(std::move(m_registers[in.b + i]));
  m_registers[in.a] = make<List>(std::move(items));
}

bool Interpreter::build_set(const Instruction& in) {
  const Ref<Set> set = make<Set>();
  for (std::uint16_t i = 0; i < in.c; ++i) {
    const Value item = std::move(m_registers[in.b + i]);
    std::int64_t hash = 0;
    if (!m_vm.hash(item, hash) || !set->add(m_vm, item, hash)) return false;
  }
  m_registers[in.a] = Value(set);
  return true;
}

bool Interpreter::build_dict(const Instruction& in) {
  const Ref<Dict> dict = make<Dict>();
  for (std::uint16_t i = 0; i < in.c; ++i) {
    const Value key = std::move(m_registers[in.b + 2 * i]);
    Value value = std::move(m_registers[in.b + 2 * i + 1]);
    if (!m_vm.dict_set(*dict, key, std::move(value))) return false;
  }
  m_registers[in.a] = Value(dict);
  return true;
}

bool Interpreter::build_string(const Instruction& in) {
  std::size_t bytes = 0;
  for (std::uint16_t i = 0; i < in.c; ++i) bytes += m_registers[in.b + i].as<Str>()->byte_size();
  if (!m_vm.check_size(bytes)) return false;
  Ref<Str> joined = Str::reserve(bytes);
  char* to = joined->data();
  for (std::uint16_t i = 0; i < in.c; ++i) {
    const std::string_view part = m_registers[in.b + i].as<Str>()->view();
    to = std::copy(part.begin(), part.end(), to);
    m_registers[in.b + i].reset();
  }
  joined->finish();
  m_registers[in.a] = Value(std::move(joined));
  return true;
}

namespace {

/// "__main__.f()": what is called, as messages name it.
std::string function_text(Vm& vm, const Value& callable) {
  const auto attribute = [&](const char* name) {
    const Value found = vm.find_attr(callable, name);
    vm.take_error();
    const Str* text = as_str(found);
    return text != nullptr ? std::string(text->view()) : std::string();
  };
  const std::string name = attribute("__qualname__");
  if (name.empty()) return vm.safe_repr(callable);
  const std::string module = attribute("__module__");
  return (module.empty() || module == "builtins" ? std::string() : module + ".") + name + "()";
}

}  // namespace

bool Interpreter::list_extend(const Instruction& in) {
  const Value source = std::move(m_registers[in.b]);
  List& list = *m_registers[in.a].as<List>();
  if (!m_vm.special(m_vm.class_of(source), Special::iter).is_set() && !source.is_object(kind::iterator) &&
      !m_vm.special(m_vm.class_of(source), Special::getitem).is_set()) {
    // What is called stands in front of the list of a call's only argument.
    const std::string before = in.x != 0 ? function_text(m_vm, m_registers[in.a - in.x]) + " argument" : "Value";
    m_vm.type_error(before + " after * must be an iterable, not " + m_vm.type_name(source));
    return false;
  }
  return m_vm.iterate(source, [&](Value item) { return append_to(m_vm, list, std::move(item)); });
}

bool Interpreter::set_update(const Instruction& in) {
  const Value source = std::move(m_registers[in.b]);
  Set& set = *m_registers[in.a].as<Set>();
  if (const Set* other = as_set(source)) return m_vm.spend(5 * other->size()) && set.merge(m_vm, *other);
  return m_vm.iterate(source, [&](const Value& item) {
    std::int64_t hash = 0;
    return m_vm.hash(item, hash) && set.add(m_vm, item, hash);
  });
}

bool Interpreter::dict_update(const Instruction& in) {
  const Value source = std::move(m_registers[in.b]);
  return m_vm.update_dict(*m_registers[in.a].as<Dict>(), source,
                          [&] { m_vm.type_error("'" + m_vm.type_name(source) + "' object is not a mapping"); });
}

bool Interpreter::dict_merge(const Instruction& in) {
  const Value source = std::move(m_registers[in.b]);
  Dict& target = *m_registers[in.a].as<Dict>();
  const Ref<Dict> added = make<Dict>();
  // The arguments' tuple stands between what is called and the dictionary.
  const auto callee = [&] {
    return in.x != 0 ? function_text(m_vm, m_registers[in.a - 1 - in.x]) + " " : std::string();
  };
  if (!m_vm.update_dict(*added, source, [&] {
        m_vm.type_error(callee() + "argument after ** must be a mapping, not " + m_vm.type_name(source));
      })) {
    return false;
  }
  for (const Dict::Entry& entry : added->entries()) {
    if (!entry.key.is_set()) continue;
    Str* name = as_str(entry.key);
    if (name == nullptr) {
      m_vm.type_error("keywords must be strings");
      return false;
    }
    if (target.find(*name) >= 0) {
      m_vm.type_error(callee() + "got multiple values for keyword argument '" + std::string(name->view()) + "'");
      return false;
    }
    target.set(*name, entry.value);
  }
  return true;
}

bool Interpreter::format_value(const Instruction& in) {
  if (!check_set(in.b)) return false;
  Value value = value_of(in.b);
  switch (in.x) {
    case 's': value = m_vm.to_str(value); break;
    case 'r': value = m_vm.repr(value); break;
    case 'a': value = m_vm.ascii(value); break;
    default: break;
  }
  if (!value.is_set()) return false;
  if (in.c == kNoOperand) {
    if (!value.is_object(kind::str)) value = m_vm.format(value, m_vm.intern(""));
  } else {
    value = m_vm.format(value, value_of(in.c));
  }
  if (!value.is_set()) return false;
  m_registers[in.a] = std::move(value);
  return true;
}

// ---- functions and classes ------------------------------------------------------------------------------------------

void Interpreter::make_function(const Instruction& in) {
  const Ref<Code> code(m_constants[in.b].as<Code>());
  Ref<Function> function = make<Function>(code, m_frame->globals());
  function->name = code->name;
  function->qualname = code->qualname;
  function->doc = code->doc.is_set() ? code->doc : Value::none();
  if (const Value* module_name = m_frame->globals()->get(*m_vm.names().name); module_name != nullptr) {
    function->module_name = *module_name;
  }
  Value* extras = m_registers + in.c;
  function->defaults = Ref<Tuple>(as_tuple(extras[0]));
  function->kw_defaults = Ref<Dict>(as_dict(extras[1]));
  function->closure = Ref<Tuple>(as_tuple(extras[2]));
  function->annotations = std::move(extras[3]);
  for (int i = 0; i < 3; ++i) extras[i].reset();
  m_registers[in.a] = Value(std::move(function));
}

bool Interpreter::build_class(const Instruction& in) {
  const Value body = std::move(m_registers[in.b]);
  const Value name = std::move(m_registers[in.b + 1]);
  const Value bases = std::move(m_registers[in.b + 2]);
  const Value keywords = std::move(m_registers[in.b + 3]);
  Value made = m_vm.build_class(*body.as<Function>(), Ref<Str>(name.as<Str>()), bases.as<Tuple>()->values(),
                                keywords.is_set() ? keywords.as<Dict>() : nullptr);
  if (!made.is_set()) return false;
  m_registers[in.a] = std::move(made);
  return true;
}

bool Interpreter::annotate(const Instruction& in) {
  Dict& place = m_frame->names ? *m_frame->names : *m_frame->globals();
  Str& key = *m_vm.names().annotations;
  const Value* existing = place.get(key);
  if (existing == nullptr || as_dict(*existing) == nullptr) place.set(key, Value(make<Dict>()));
  const Value annotations = *place.get(key);
  annotations.as<Dict>()->set(name_constant(in.b), value_of(in.a));
  return true;
}

}  // namespace loopline::script
