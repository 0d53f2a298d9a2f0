// Exceptions, with statements, imports and patterns: the parts of their instructions.
#include <algorithm>

#include "interpreter.h"
#include "script/module_registry.h"

namespace loopline::script {

// ---- exceptions -----------------------------------------------------------------------------------------------------

/// True if the exception is new here (a traceback entry is due), false if one goes on.
bool Interpreter::raise(const Instruction& in) {
  if (in.a == kNoOperand) {
    ExceptionObject* handled = m_vm.handled_exception();
    if (handled == nullptr) {
      m_vm.runtime_error("No active exception to reraise");
      return true;
    }
    m_thread.error = Ref<loop::Exception>(handled);
    return false;
  }
  if (!check_set(in.a)) return true;
  Value exception = std::move(m_registers[in.a]);
  if (Class* cls = as_class(exception); cls != nullptr && cls->derives_from(*m_vm.types().base_exception)) {
    exception = m_vm.call(exception, std::span<const Value>());
    if (!exception.is_set()) return true;
    if (as_exception(exception) == nullptr) {
      m_vm.type_error("calling " + m_vm.safe_repr(Value(cls)) +
                      " should have returned an instance of BaseException, not " +
                      m_vm.safe_repr(Value(&m_vm.class_of(exception))));
      return true;
    }
  }
  ExceptionObject* object = as_exception(exception);
  if (object == nullptr) {
    m_vm.type_error("exceptions must derive from BaseException");
    return true;
  }
  if (in.x != 0) {
    Value cause = std::move(m_registers[in.b]);
    if (Class* cls = as_class(cause); cls != nullptr && cls->derives_from(*m_vm.types().base_exception)) {
      cause = m_vm.call(cause, std::span<const Value>());
      if (!cause.is_set()) return true;
    }
    if (cause.is_none()) {
      object->set_cause(nullptr);
    } else if (ExceptionObject* reason = as_exception(cause)) {
      object->set_cause(Ref<loop::Exception>(reason));
    } else {
      m_vm.type_error("exception causes must derive from BaseException");
      return true;
    }
  }
  m_vm.raise(Ref<loop::Exception>(object));
  return true;
}

void Interpreter::enter_handler(const Instruction& in) {
  const Value current = m_registers[in.a];
  m_registers[in.a + 1] = m_frame->handled ? Value(m_frame->handled) : Value();
  m_frame->handled = Ref<ExceptionObject>(as_exception(current));
  if (m_traces && traces(*m_frame)) m_observer->caught(*m_frame, current);
}

void Interpreter::leave_handler(const Instruction& in) {
  const Value before = std::move(m_registers[in.a + 1]);
  m_frame->handled = Ref<ExceptionObject>(as_exception(before));
  m_registers[in.a].reset();
}

bool Interpreter::match_exception(const Instruction& in) {
  if (!check_set(in.c)) return false;
  const Value types = value_of(in.c);
  const Value exception = m_registers[in.b];
  const auto check = [&](const Value& type) {
    const Class* cls = as_class(type);
    return cls != nullptr && cls->derives_from(*m_vm.types().base_exception);
  };
  Class& own = m_vm.class_of(exception);
  bool matched = false;
  if (const Tuple* several = as_tuple(types)) {
    for (const Value& type : *several) {
      if (!check(type)) {
        m_vm.type_error("catching classes that do not inherit from BaseException is not allowed");
        return false;
      }
      matched = matched || own.derives_from(*as_class(type));
    }
  } else if (check(types)) {
    matched = own.derives_from(*as_class(types));
  } else {
    m_vm.type_error("catching classes that do not inherit from BaseException is not allowed");
    return false;
  }
  m_registers[in.a] = Value(matched);
  return true;
}

/// except*: splits what is left (b = a) into the part that matches and the rest.
bool Interpreter::match_group(const Instruction& in) {
  const Value rest = std::move(m_registers[in.b]);
  const Value types = value_of(in.c);
  Value match = Value::none();
  Value remaining = Value::none();
  if (!rest.is_none()) {
    const auto bad = [&](const Value& type) {
      const Class* cls = as_class(type);
      return cls == nullptr || !cls->derives_from(*m_vm.types().base_exception);
    };
    const auto is_group = [&](const Value& type) {
      const Class* cls = as_class(type);
      return cls != nullptr && cls->derives_from(*m_vm.types().base_exception_group);
    };
    const Tuple* several = as_tuple(types);
    const std::span<const Value> all = several != nullptr ? several->values() : std::span<const Value>(&types, 1);
    for (const Value& type : all) {
      if (bad(type)) {
        m_vm.type_error("catching classes that do not inherit from BaseException is not allowed");
        return false;
      }
      if (is_group(type)) {
        m_vm.type_error("catching ExceptionGroup with except* is not allowed. Use except instead.");
        return false;
      }
    }
    if (m_vm.is_instance(rest, *m_vm.types().base_exception_group)) {
      const Value parts = m_vm.call_method(rest, "split", {types});
      if (!parts.is_set()) return false;
      match = (*parts.as<Tuple>())[0];
      remaining = (*parts.as<Tuple>())[1];
    } else {
      const int matches = m_vm.is_instance(rest, types);
      if (matches < 0) return false;
      if (matches > 0) {
        // A naked exception is handled as a group of one.
        match = m_vm.call(Value(m_vm.types().exception_group), {m_vm.intern(""), m_vm.tuple({rest})});
        if (!match.is_set() && m_vm.catch_error(*m_vm.types().type_error)) {
          match = m_vm.call(Value(m_vm.types().base_exception_group), {m_vm.intern(""), m_vm.tuple({rest})});
        }
        if (!match.is_set()) return false;
      } else {
        remaining = rest;
      }
    }
  }
  m_registers[in.a] = std::move(match);
  m_registers[in.a + 1] = std::move(remaining);
  return true;
}

/// The end of an except* statement: what the clauses raised and what nobody matched goes on, as one.
bool Interpreter::raise_group(const Instruction& in) {
  const List& raised = *m_registers[in.a].as<List>();
  const Value rest = m_registers[in.b];
  const Value original = m_registers[in.c];
  if (raised.items.empty()) {
    if (rest.is_none()) return true;
    m_thread.error = Ref<loop::Exception>(rest.as<loop::Exception>());
    return false;
  }
  // Exceptions that a clause raised again go back into the shape of the original; new ones stand beside them.
  std::vector<Value> fresh;
  std::vector<Value> again;
  const bool is_group = m_vm.is_instance(original, *m_vm.types().base_exception_group);
  for (const Value& exception : raised.items) {
    const bool same = is_group && m_vm.is_part_of_group(exception, original);
    (same ? again : fresh).push_back(exception);
  }
  if (!rest.is_none()) again.push_back(rest);
  Value whole;
  if (!again.empty()) {
    whole = is_group ? m_vm.project_group(original, again) : again.front();
    if (!whole.is_set()) return false;
  }
  if (fresh.empty()) {
    m_thread.error = Ref<loop::Exception>(whole.as<loop::Exception>());
    return false;
  }
  if (!whole.is_set() && fresh.size() == 1) {
    m_thread.error = Ref<loop::Exception>(fresh.front().as<loop::Exception>());
    return false;
  }
  if (whole.is_set()) fresh.push_back(whole);
  Value group = m_vm.call(Value(m_vm.types().base_exception_group), {m_vm.intern(""), m_vm.list(std::move(fresh))});
  if (group.is_set()) m_thread.error = Ref<loop::Exception>(group.as<loop::Exception>());
  return false;
}

// ---- with -----------------------------------------------------------------------------------------------------------

bool Interpreter::load_enter(const Instruction& in) {
  const bool is_async = in.x != 0;
  const Value manager = m_registers[in.b];
  Class& cls = m_vm.class_of(manager);
  const Value enter = m_vm.special(cls, is_async ? Special::aenter : Special::enter);
  const Value exit = m_vm.special(cls, is_async ? Special::aexit : Special::exit);
  const std::string protocol = is_async ? "asynchronous context manager" : "context manager";
  if (!enter.is_set() || !exit.is_set()) {
    std::string message = "'" + m_vm.type_name(manager) + "' object does not support the " + protocol + " protocol";
    if (enter.is_set()) message += is_async ? " (missed __aexit__ method)" : " (missed __exit__ method)";
    m_vm.type_error(std::move(message));
    return false;
  }
  const auto place = [&](std::uint16_t at, const Value& method) {
    const bool plain = method.is_object(kind::function) ||
                       (method.is_object(kind::native_function) && method.as<NativeFunction>()->is_method);
    if (plain) {
      m_registers[at] = method;
      m_registers[at + 1] = manager;
      return true;
    }
    Value bound = m_vm.bind(method, manager, cls);
    if (!bound.is_set()) return false;
    m_registers[at] = std::move(bound);
    m_registers[at + 1].reset();
    return true;
  };
  return place(in.a, exit) && place(in.c, enter);
}

bool Interpreter::with_exit(const Instruction& in) {
  const Value exit = std::move(m_registers[in.a]);
  const Value self = std::move(m_registers[in.a + 1]);
  const Value exception = m_registers[in.c];
  std::vector<Value> arguments;
  if (self.is_set()) arguments.push_back(self);
  arguments.emplace_back(&m_vm.class_of(exception));
  arguments.push_back(exception);
  const auto& traceback = as_exception(exception)->traceback;
  arguments.push_back(traceback ? Value(traceback) : Value::none());
  Value result = m_vm.call(exit, std::span<const Value>(arguments));
  if (!result.is_set()) return false;
  m_registers[in.b] = std::move(result);
  return true;
}

// ---- asynchronous iteration -----------------------------------------------------------------------------------------

bool Interpreter::get_aiter(const Instruction& in) {
  const Value source = m_registers[in.b];
  bool found = false;
  Value iterator = m_vm.call_special(source, Special::aiter, {}, found);
  if (!found) {
    m_vm.type_error("'async for' requires an object with __aiter__ method, got " + m_vm.type_name(source));
    return false;
  }
  if (!iterator.is_set()) return false;
  if (!m_vm.special(m_vm.class_of(iterator), Special::anext).is_set()) {
    m_vm.type_error("'async for' received an object from __aiter__ that does not implement __anext__: " +
                    m_vm.type_name(iterator));
    return false;
  }
  m_registers[in.a] = std::move(iterator);
  return true;
}

bool Interpreter::get_anext(const Instruction& in) {
  bool found = false;
  Value awaitable = m_vm.call_special(m_registers[in.b], Special::anext, {}, found);
  if (!found) {
    m_vm.type_error("'async for' requires an iterator with __anext__ method, got " + m_vm.type_name(m_registers[in.b]));
    return false;
  }
  if (!awaitable.is_set()) return false;
  m_registers[in.a] = std::move(awaitable);
  return true;
}

// ---- imports --------------------------------------------------------------------------------------------------------

/// The __import__ of a namespace with builtins of its own.
Value Interpreter::import_by(const Dict& own_builtins, const Instruction& in) {
  const Value* function = own_builtins.get(*m_vm.intern("__import__"));
  if (function == nullptr) return m_vm.raise(*m_vm.types().import_error, "__import__ not found");
  const Value from_list = as_tuple(m_constants[in.c]) != nullptr ? m_constants[in.c] : Value::none();
  const Ref<Dict> globals = m_frame->globals();
  const Value locals = m_frame->names ? Value(m_frame->names) : Value::none();
  return m_vm.call(*function,
                   {Value(&name_constant(in.b)), Value(globals), locals, from_list, Value(std::int64_t{in.x})});
}

bool Interpreter::import_name(const Instruction& in) {
  const Dict* own_builtins = m_vm.own_builtins(*m_frame->globals());
  Value module = own_builtins != nullptr ? import_by(*own_builtins, in)
                                         : m_vm.import(Ref<Str>(&name_constant(in.b)), m_constants[in.c], in.x);
  if (!module.is_set()) return false;
  m_registers[in.a] = std::move(module);
  return true;
}

bool Interpreter::import_from(const Instruction& in) {
  const Value module = m_registers[in.b];
  Str& name = name_constant(in.c);
  Value item = m_vm.find_attr(module, name);
  if (!item.is_set()) {
    if (m_thread.error) return false;
    item = m_vm.modules().submodule(module, name);
  }
  if (!item.is_set()) {
    if (m_thread.error) return false;
    std::string module_name = "?";
    if (const Module* known = as_module(module)) module_name = std::string(known->name->view());
    m_vm.raise_import_error(module_name, name);
    return false;
  }
  m_registers[in.a] = std::move(item);
  return true;
}

bool Interpreter::import_star(const Instruction& in) {
  const Value module = std::move(m_registers[in.a]);
  Dict* source = m_vm.attributes_of(module, false);
  if (source == nullptr) return true;
  Dict& target = m_frame->names ? *m_frame->names : *m_frame->globals();
  if (const Value* all = source->get(*m_vm.intern("__all__")); all != nullptr) {
    return m_vm.iterate(*all, [&](const Value& name) {
      Str* text = as_str(name);
      if (text == nullptr) return true;
      Value item = m_vm.get_attr(module, *text);
      if (!item.is_set()) return false;
      target.set(*m_vm.intern(text->view()), std::move(item));
      return true;
    });
  }
  const Ref<Dict> snapshot = source->copy();
  for (const Dict::Entry& entry : snapshot->entries()) {
    Str* name = as_str(entry.key);
    if (name != nullptr && !name->view().starts_with('_')) target.set(*name, entry.value);
  }
  return true;
}

// ---- patterns -------------------------------------------------------------------------------------------------------

bool Interpreter::match_shape(const Instruction& in) {
  const PatternKind wanted = in.op == Op::match_sequence ? PatternKind::sequence : PatternKind::mapping;
  m_registers[in.a] = Value(m_vm.class_of(m_registers[in.b]).pattern == wanted);
  return true;
}

bool Interpreter::match_length(const Instruction& in) {
  const std::int64_t length = m_vm.length(m_registers[in.b]);
  if (length < 0) return false;
  m_registers[in.a] = Value(in.x != 0 ? length >= in.c : length == in.c);
  return true;
}

bool Interpreter::match_keys(const Instruction& in) {
  const Value subject = m_registers[in.b];
  const Value keys = m_registers[in.c];
  std::vector<Value> values;
  for (const Value& key : *keys.as<Tuple>()) {
    Value value;
    if (const Dict* dict = Vm::core_as<Dict>(subject, kind::dict)) {
      value = m_vm.dict_get(*dict, key);
      if (!value.is_set() && m_thread.error) return false;
    } else {
      value = m_vm.get_item(subject, key);
      if (!value.is_set() && !m_vm.catch_error(*m_vm.types().key_error)) return false;
    }
    if (!value.is_set()) {
      m_registers[in.a] = Value::none();
      return true;
    }
    values.push_back(std::move(value));
  }
  m_registers[in.a] = Value(Tuple::take(values));
  return true;
}

bool Interpreter::match_class(const Instruction& in, const Instruction& extra) {
  const Value subject = m_registers[in.b];
  const Value type = m_registers[in.c];
  const Tuple& names = *m_constants[extra.a].as<Tuple>();
  const auto positional = static_cast<std::size_t>(extra.imm32());
  if (as_class(type) == nullptr) {
    m_vm.type_error("called match pattern must be a type");
    return false;
  }
  const int is_one = m_vm.is_instance(subject, type);
  if (is_one < 0) return false;
  m_registers[in.a] = Value::none();
  if (is_one == 0) return true;
  std::vector<Value> values;
  if (positional > 0) {
    const Class& cls = *as_class(type);
    const Value match_args = m_vm.find_attr(type, "__match_args__");
    if (m_thread.error) return false;
    if (!match_args.is_set() && m_vm.matches_itself(cls)) {
      if (positional > 1) {
        m_vm.type_error(std::string(cls.name()->view()) + "() accepts 1 positional sub-pattern (" +
                        std::to_string(positional) + " given)");
        return false;
      }
      values.push_back(subject);
    } else {
      const Tuple* attributes = as_tuple(match_args);
      const std::string class_name(cls.name()->view());
      if (match_args.is_set() && attributes == nullptr) {
        m_vm.type_error(class_name + ".__match_args__ must be a tuple (got " + m_vm.type_name(match_args) + ")");
        return false;
      }
      const std::size_t known = attributes != nullptr ? attributes->size() : 0;
      if (known < positional) {
        m_vm.type_error(std::string(cls.name()->view()) + "() accepts " + std::to_string(known) +
                        " positional sub-pattern" + (known == 1 ? "" : "s") + " (" + std::to_string(positional) +
                        " given)");
        return false;
      }
      for (std::size_t i = 0; i < positional; ++i) {
        const Value& attribute = (*attributes)[i];
        if (as_str(attribute) == nullptr) {
          m_vm.type_error("__match_args__ elements must be strings (got " + m_vm.type_name(attribute) + ")");
          return false;
        }
        const auto is_same = [&](const Value& name) { return as_str(name)->equals(*as_str(attribute)); };
        const bool twice =
            std::any_of(attributes->begin(), attributes->begin() + static_cast<std::ptrdiff_t>(i), is_same) ||
            std::any_of(names.begin(), names.end(), is_same);
        if (twice) {
          m_vm.type_error(class_name + "() got multiple sub-patterns for attribute '" +
                          std::string(as_str(attribute)->view()) + "'");
          return false;
        }
        Value value = m_vm.find_attr(subject, *attribute.as<Str>());
        if (!value.is_set()) return !m_thread.error;
        values.push_back(std::move(value));
      }
    }
  }
  for (const Value& name : names) {
    Value value = m_vm.find_attr(subject, *name.as<Str>());
    if (!value.is_set()) return !m_thread.error;
    values.push_back(std::move(value));
  }
  m_registers[in.a] = Value(Tuple::take(values));
  return true;
}

bool Interpreter::match_rest(const Instruction& in) {
  const Value subject = m_registers[in.b];
  const Value keys = m_registers[in.c];
  const Ref<Dict> rest = make<Dict>();
  if (!m_vm.update_dict(*rest, subject, [&] { m_vm.type_error("not a mapping"); })) return false;
  for (const Value& key : *keys.as<Tuple>()) {
    if (m_vm.dict_delete(*rest, key) < 0) return false;
  }
  m_registers[in.a] = Value(rest);
  return true;
}

}  // namespace loopline::script
