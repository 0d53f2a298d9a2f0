// BaseException and its descendants.
#include "../vm/bootstrap.h"
#include "common.h"

namespace loopline::script {

namespace {

ExceptionObject* self_exception(Vm& vm, const Value& self) {
  ExceptionObject* exception = as_exception(self);
  if (exception == nullptr)
    vm.type_error("descriptor requires a 'BaseException' object but received a '" + vm.type_name(self) + "'");
  return exception;
}

Value exception_new(Vm& vm, Arguments args) {
  Class* cls = as_class(args[0]);
  if (cls == nullptr || cls->layout != Layout::exception)
    return vm.type_error("BaseException.__new__(X): X is not an exception class");
  return make<ExceptionObject>(vm, Ref<Class>(cls), Ref<Tuple>(args[1].as<Tuple>()));
}

Value exception_init(Vm& vm, Arguments args) {
  ExceptionObject* self = self_exception(vm, args[0]);
  if (self == nullptr) return {};
  if (!args[2].as<Dict>()->empty())
    return vm.type_error(std::string(self->cls().name()->view()) + "() takes no keyword arguments");
  self->args = Ref<Tuple>(args[1].as<Tuple>());
  return Value::none();
}

Value exception_str(Vm& vm, Arguments args) {
  ExceptionObject* self = self_exception(vm, args[0]);
  if (self == nullptr) return {};
  if (self->args->empty()) return vm.intern("");
  if (self->args->size() == 1) return vm.to_str((*self->args)[0]);
  return vm.repr(Value(self->args));
}

Value exception_repr(Vm& vm, Arguments args) {
  ExceptionObject* self = self_exception(vm, args[0]);
  if (self == nullptr) return {};
  const std::string name(self->cls().name()->view());
  if (self->args->size() == 1) {
    const std::optional<std::string> text = vm.repr_text((*self->args)[0]);
    return text ? vm.str(name + "(" + *text + ")") : Value();
  }
  const std::optional<std::string> text = vm.repr_text(Value(self->args));
  return text ? vm.str(name + *text) : Value();
}

Value exception_with_traceback(Vm& vm, Arguments args) {
  ExceptionObject* self = self_exception(vm, args[0]);
  if (self == nullptr) return {};
  self->traceback = Ref<Traceback>(as_kind<Traceback>(args[1], kind::traceback));
  return args[0];
}

Value exception_add_note(Vm& vm, Arguments args) {
  ExceptionObject* self = self_exception(vm, args[0]);
  if (self == nullptr) return {};
  if (as_str(args[1]) == nullptr) return vm.type_error("note must be a str, not '" + vm.type_name(args[1]) + "'");
  Dict& attributes = self->own_attributes();
  Str& key = *vm.names().notes;
  if (attributes.get(key) == nullptr) attributes.set(key, vm.list({}));
  Value notes = *attributes.get(key);
  if (List* list = as_list(notes)) list->append(args[1]);
  return Value::none();
}

Value exception_args(Vm& vm, Arguments args) {
  ExceptionObject* self = self_exception(vm, args[0]);
  return self != nullptr ? Value(self->args) : Value();
}
Value exception_cause(Vm& /*vm*/, Arguments args) {
  const auto& cause = as_exception(args[0])->cause();
  return cause ? Value(cause) : Value::none();
}
Value exception_context(Vm& /*vm*/, Arguments args) {
  const auto& context = as_exception(args[0])->context();
  return context ? Value(context) : Value::none();
}
Value exception_suppress(Vm& /*vm*/, Arguments args) { return Value(as_exception(args[0])->suppresses_context()); }
Value exception_traceback(Vm& /*vm*/, Arguments args) {
  const auto& traceback = as_exception(args[0])->traceback;
  return traceback ? Value(traceback) : Value::none();
}

constexpr NativeDefinition kBase[] = {
    {"__new__", "cls, *args, **kwargs", exception_new},
    {"__init__", "self, /, *args, **kwargs", exception_init},
    {"__str__", "self, /", exception_str},
    {"__repr__", "self, /", exception_repr},
    {"with_traceback", "self, tb, /", exception_with_traceback},
    {"add_note", "self, note, /", exception_add_note},
};

// `args` and its like are no data descriptors here: writing goes through Vm::set_exception_attr.
constexpr NativeDefinition kBaseGetters[] = {
    {"args", "self, /", exception_args},
    {"__cause__", "self, /", exception_cause},
    {"__context__", "self, /", exception_context},
    {"__suppress_context__", "self, /", exception_suppress},
    {"__traceback__", "self, /", exception_traceback},
};

// ---- those with attributes of their own -----------------------------------------------------------------------------

Value argument_or_none(const ExceptionObject& exception, std::size_t index) {
  return index < exception.args->size() ? (*exception.args)[index] : Value::none();
}

Value stop_iteration_value(Vm& /*vm*/, Arguments args) { return argument_or_none(*as_exception(args[0]), 0); }

Value system_exit_code(Vm& /*vm*/, Arguments args) {
  const ExceptionObject& self = *as_exception(args[0]);
  if (const Value* set = self.attributes ? self.attributes->get(*self.vm().names().code) : nullptr) return *set;
  if (self.args->empty()) return Value::none();
  return self.args->size() == 1 ? (*self.args)[0] : Value(self.args);
}

Value key_error_str(Vm& vm, Arguments args) {
  const ExceptionObject& self = *as_exception(args[0]);
  if (self.args->size() == 1) return vm.repr((*self.args)[0]);
  return exception_str(vm, args);
}

// Errors of the system: the errno chooses the class.

struct ErrorClass {
  std::int64_t number;
  Ref<Class> Types::*cls;
};

constexpr ErrorClass kErrorClasses[] = {
    {11, &Types::blocking_io_error},         {10, &Types::child_process_error},
    {32, &Types::broken_pipe_error},         {108, &Types::broken_pipe_error},
    {103, &Types::connection_aborted_error}, {111, &Types::connection_refused_error},
    {104, &Types::connection_reset_error},   {17, &Types::file_exists_error},
    {2, &Types::file_not_found_error},       {4, &Types::interrupted_error},
    {21, &Types::is_a_directory_error},      {20, &Types::not_a_directory_error},
    {13, &Types::permission_error},          {1, &Types::permission_error},
    {3, &Types::process_lookup_error},       {110, &Types::timeout_error},
};

Value os_error_new(Vm& vm, Arguments args) {
  Class* cls = as_class(args[0]);
  if (cls == nullptr || cls->layout != Layout::exception)
    return vm.type_error("OSError.__new__(X): X is not an exception class");
  const Tuple& given = *args[1].as<Tuple>();
  if (cls == vm.types().os_error.get() && given.size() >= 2 && given.size() <= 5 && given[0].is_int()) {
    for (const ErrorClass& each : kErrorClasses) {
      if (each.number == given[0].as_int()) cls = (vm.types().*each.cls).get();
    }
  }
  Ref<ExceptionObject> made = make<ExceptionObject>(vm, Ref<Class>(cls), Ref<Tuple>(args[1].as<Tuple>()));
  return Value(std::move(made));
}

Value os_error_init(Vm& vm, Arguments args) {
  ExceptionObject* self = self_exception(vm, args[0]);
  if (self == nullptr) return {};
  const Tuple& given = *args[1].as<Tuple>();
  self->args = Ref<Tuple>(args[1].as<Tuple>());
  if (given.size() >= 2 && given.size() <= 5) {
    Dict& attributes = self->own_attributes();
    attributes.set(*vm.intern("errno"), given[0]);
    attributes.set(*vm.intern("strerror"), given[1]);
    if (given.size() >= 3 && !given[2].is_none()) {
      attributes.set(*vm.intern("filename"), given[2]);
      self->args = Tuple::create({given[0], given[1]});
      if (given.size() == 5 && !given[4].is_none()) attributes.set(*vm.intern("filename2"), given[4]);
    }
  }
  return Value::none();
}

Value os_error_str(Vm& vm, Arguments args) {
  const ExceptionObject& self = *as_exception(args[0]);
  const auto attribute = [&](const char* name) {
    const Value* found = self.attributes ? self.attributes->get(*vm.intern(name)) : nullptr;
    return found != nullptr ? *found : Value();
  };
  const Value number = attribute("errno");
  if (!number.is_set()) return exception_str(vm, args);
  std::string text =
      "[Errno " + vm.str_text(number).value_or("?") + "] " + vm.str_text(attribute("strerror")).value_or("?");
  if (const Value filename = attribute("filename"); filename.is_set())
    text += ": " + vm.repr_text(filename).value_or("?");
  if (const Value other = attribute("filename2"); other.is_set()) text += " -> " + vm.repr_text(other).value_or("?");
  return vm.str(text);
}

template <char const* name>
Value os_error_attribute(Vm& vm, Arguments args) {
  const ExceptionObject& self = *as_exception(args[0]);
  const Value* found = self.attributes ? self.attributes->get(*vm.intern(name)) : nullptr;
  return found != nullptr ? *found : Value::none();
}
constexpr char kErrno[] = "errno";
constexpr char kStrerror[] = "strerror";
constexpr char kFilename[] = "filename";
constexpr char kFilename2[] = "filename2";

// Syntax errors: SyntaxError(msg, (filename, lineno, offset, text, end_lineno, end_offset)).

Value syntax_error_init(Vm& vm, Arguments args) {
  ExceptionObject* self = self_exception(vm, args[0]);
  if (self == nullptr) return {};
  self->args = Ref<Tuple>(args[1].as<Tuple>());
  Dict& attributes = self->own_attributes();
  static constexpr const char* kNames[] = {"filename", "lineno", "offset", "text", "end_lineno", "end_offset"};
  for (const char* name : kNames) attributes.set(*vm.intern(name), Value::none());
  attributes.set(*vm.intern("msg"), argument_or_none(*self, 0));
  if (const Tuple* details = self->args->size() == 2 ? as_tuple((*self->args)[1]) : nullptr) {
    for (std::size_t i = 0; i < std::min<std::size_t>(details->size(), 6); ++i)
      attributes.set(*vm.intern(kNames[i]), (*details)[i]);
  }
  return Value::none();
}

Value syntax_error_str(Vm& vm, Arguments args) {
  const ExceptionObject& self = *as_exception(args[0]);
  const auto attribute = [&](const char* name) {
    const Value* found = self.attributes ? self.attributes->get(*vm.intern(name)) : nullptr;
    return found != nullptr ? *found : Value::none();
  };
  std::string text = vm.str_text(attribute("msg")).value_or("");
  const Value file = attribute("filename");
  const Value line = attribute("lineno");
  if (as_str(file) != nullptr && line.is_int()) {
    const std::string_view path = as_str(file)->view();
    text += " (" + std::string(path.substr(path.rfind('/') + 1)) + ", line " + std::to_string(line.as_int()) + ")";
  } else if (line.is_int()) {
    text += " (line " + std::to_string(line.as_int()) + ")";
  }
  return vm.str(text);
}

// Errors with named attributes given by keyword.

template <char const* first, char const* second>
Value named_init(Vm& vm, Arguments args) {
  ExceptionObject* self = self_exception(vm, args[0]);
  if (self == nullptr) return {};
  self->args = Ref<Tuple>(args[1].as<Tuple>());
  Dict& attributes = self->own_attributes();
  attributes.set(*vm.intern(first), Value::none());
  if (second[0] != '\0') attributes.set(*vm.intern(second), Value::none());
  for (const Dict::Entry& entry : args[2].as<Dict>()->entries()) {
    Str* key = as_str(entry.key);
    if (key == nullptr) continue;
    if (key->view() != first && key->view() != second) {
      return vm.type_error("'" + std::string(key->view()) + "' is an invalid keyword argument for " +
                           std::string(self->cls().name()->view()) + "()");
    }
    attributes.set(*vm.intern(key->view()), entry.value);
  }
  return Value::none();
}
constexpr char kName[] = "name";
constexpr char kObj[] = "obj";
constexpr char kPath[] = "path";
constexpr char kNothing[] = "";

Value import_error_msg(Vm& /*vm*/, Arguments args) { return argument_or_none(*as_exception(args[0]), 0); }

Value unicode_error_str(Vm& vm, Arguments args) {
  const ExceptionObject& self = *as_exception(args[0]);
  if (self.args->size() != 5) return exception_str(vm, args);
  const Tuple& given = *self.args;
  const std::string encoding = vm.str_text(given[0]).value_or("?");
  const std::string reason = vm.str_text(given[4]).value_or("?");
  const std::int64_t start = given[2].is_int() ? given[2].as_int() : 0;
  const std::int64_t end = given[3].is_int() ? given[3].as_int() : 0;
  const bool decoding = self.cls().derives_from(*vm.types().unicode_decode_error);
  char detail[32];
  if (decoding && end == start + 1) {
    const Bytes* data = as_kind<Bytes>(given[1], kind::bytes);
    const unsigned byte = data != nullptr && static_cast<std::size_t>(start) < data->data.size()
                              ? static_cast<unsigned char>(data->data[static_cast<std::size_t>(start)])
                              : 0;
    std::snprintf(detail, sizeof detail, "0x%02x", byte);
    return vm.str("'" + encoding + "' codec can't decode byte " + detail + " in position " + std::to_string(start) +
                  ": " + reason);
  }
  if (!decoding && end == start + 1) {
    const Str* text = as_str(given[1]);
    const char32_t character = text != nullptr && static_cast<std::size_t>(start) < text->length()
                                   ? text->at(static_cast<std::size_t>(start))
                                   : 0;
    std::snprintf(detail, sizeof detail,
                  character < 0x100     ? "\\x%02x"
                  : character < 0x10000 ? "\\u%04x"
                                        : "\\U%08x",
                  static_cast<unsigned>(character));
    return vm.str("'" + encoding + "' codec can't encode character '" + detail + "' in position " +
                  std::to_string(start) + ": " + reason);
  }
  return vm.str("'" + encoding + "' codec can't " + (decoding ? "decode bytes" : "encode characters") +
                " in position " + std::to_string(start) + "-" + std::to_string(end - 1) + ": " + reason);
}

template <std::size_t index>
Value unicode_error_part(Vm& /*vm*/, Arguments args) {
  return argument_or_none(*as_exception(args[0]), index);
}

constexpr NativeDefinition kUnicodeGetters[] = {{"encoding", "self, /", unicode_error_part<0>},
                                                {"object", "self, /", unicode_error_part<1>},
                                                {"start", "self, /", unicode_error_part<2>},
                                                {"end", "self, /", unicode_error_part<3>},
                                                {"reason", "self, /", unicode_error_part<4>}};

// ---- groups ---------------------------------------------------------------------------------------------------------

Value group_new(Vm& vm, Arguments args) {
  Class* cls = as_class(args[0]);
  const Tuple& given = *args[1].as<Tuple>();
  if (given.size() != 2) {
    return vm.type_error(std::string("BaseExceptionGroup.__new__() takes exactly 2 arguments (") +
                         std::to_string(given.size()) + " given)");
  }
  if (as_str(given[0]) == nullptr)
    return vm.type_error("BaseExceptionGroup.__new__() argument 1 must be str, not " + vm.type_name(given[0]));
  if (!vm.special(vm.class_of(given[1]), Special::getitem).is_set() && as_list(given[1]) == nullptr &&
      as_tuple(given[1]) == nullptr) {
    return vm.type_error("second argument (exceptions) must be a sequence");
  }
  std::optional<std::vector<Value>> parts = vm.to_vector(given[1]);
  if (!parts) return {};
  if (parts->empty()) return vm.value_error("second argument (exceptions) must be a non-empty sequence");
  bool all_ordinary = true;
  for (std::size_t i = 0; i < parts->size(); ++i) {
    const ExceptionObject* part = as_exception((*parts)[i]);
    if (part == nullptr)
      return vm.value_error("Item " + std::to_string(i) + " of second argument (exceptions) is not an exception");
    all_ordinary = all_ordinary && part->cls().derives_from(*vm.types().exception);
  }
  if (cls == vm.types().base_exception_group.get() && all_ordinary) {
    cls = vm.types().exception_group.get();
  } else if (!all_ordinary && cls->derives_from(*vm.types().exception)) {
    return vm.type_error(cls == vm.types().exception_group.get()
                             ? "Cannot nest BaseExceptions in an ExceptionGroup"
                             : "Cannot nest BaseExceptions in '" + std::string(cls->name()->view()) + "'");
  }
  Ref<ExceptionObject> made = make<ExceptionObject>(vm, Ref<Class>(cls), Tuple::create({given[0], given[1]}));
  made->own_attributes().set(*vm.names().message, given[0]);
  made->own_attributes().set(*vm.names().exceptions, Value(Tuple::take(*parts)));
  return Value(std::move(made));
}

Value group_init(Vm& /*vm*/, Arguments /*args*/) { return Value::none(); }

const Tuple& group_parts(const ExceptionObject& group) {
  return *group.attributes->get(*group.vm().names().exceptions)->as<Tuple>();
}

Value group_str(Vm& vm, Arguments args) {
  const ExceptionObject& self = *as_exception(args[0]);
  const std::size_t count = group_parts(self).size();
  const std::string message = vm.str_text(*self.attributes->get(*vm.names().message)).value_or("");
  return vm.str(message + " (" + std::to_string(count) + " sub-exception" + (count == 1 ? "" : "s") + ")");
}

/// A group of the same kind with other parts; traceback, cause, context and notes come along.
Value derive_group(Vm& vm, const Value& group, std::vector<Value> parts) {
  if (parts.empty()) return Value::none();
  const ExceptionObject& original = *as_exception(group);
  const Value made = vm.call_method(group, "derive", {vm.list(std::move(parts))});
  ExceptionObject* derived = as_exception(made);
  if (derived == nullptr)
    return vm.has_error() ? Value() : vm.type_error("derive must return an instance of BaseExceptionGroup");
  derived->traceback = original.traceback;
  derived->set_context(original.context());
  if (original.cause()) derived->set_cause(original.cause());
  derived->set_suppress_context(original.suppresses_context());
  if (const Value* notes = original.attributes->get(*vm.names().notes)) {
    if (const List* list = as_list(*notes)) derived->own_attributes().set(*vm.names().notes, vm.list(list->items));
  }
  return made;
}

Value group_derive(Vm& vm, Arguments args) {
  const ExceptionObject& self = *as_exception(args[0]);
  return vm.call(Value(vm.types().base_exception_group), {*self.attributes->get(*vm.names().message), args[1]});
}

/// 1 if the exception matches the condition: a class, a tuple of classes, or a function.
int matches(Vm& vm, const Value& exception, const Value& condition) {
  if (as_class(condition) != nullptr || as_tuple(condition) != nullptr) return vm.is_instance(exception, condition);
  const Value result = vm.call(condition, {exception});
  return result.is_set() ? vm.truth(result) : -1;
}

bool split_group(Vm& vm, const Value& exception, const Value& condition, Value& match, Value& rest) {
  match = Value::none();
  rest = Value::none();
  const int whole = matches(vm, exception, condition);
  if (whole < 0) return false;
  if (whole > 0) {
    match = exception;
    return true;
  }
  if (!vm.is_instance(exception, *vm.types().base_exception_group)) {
    rest = exception;
    return true;
  }
  std::vector<Value> matching;
  std::vector<Value> remaining;
  for (const Value& part : group_parts(*as_exception(exception))) {
    Value part_match;
    Value part_rest;
    if (!split_group(vm, part, condition, part_match, part_rest)) return false;
    if (!part_match.is_none()) matching.push_back(part_match);
    if (!part_rest.is_none()) remaining.push_back(part_rest);
  }
  match = derive_group(vm, exception, std::move(matching));
  if (!match.is_set()) return false;
  rest = derive_group(vm, exception, std::move(remaining));
  return rest.is_set();
}

bool valid_condition(Vm& vm, const Value& condition) {
  const auto is_exception_class = [&](const Value& value) {
    const Class* cls = as_class(value);
    return cls != nullptr && cls->derives_from(*vm.types().base_exception);
  };
  bool valid = is_exception_class(condition) || (as_class(condition) == nullptr && vm.is_callable(condition));
  if (const Tuple* several = as_tuple(condition)) {
    valid = true;
    for (const Value& each : *several) valid = valid && is_exception_class(each);
  }
  if (!valid) vm.type_error("expected a function, exception type or tuple of exception types");
  return valid;
}

Value group_split(Vm& vm, Arguments args) {
  if (!valid_condition(vm, args[1])) return {};
  Value match;
  Value rest;
  if (!split_group(vm, args[0], args[1], match, rest)) return {};
  return vm.tuple({match, rest});
}

Value group_subgroup(Vm& vm, Arguments args) {
  if (!valid_condition(vm, args[1])) return {};
  Value match;
  Value rest;
  return split_group(vm, args[0], args[1], match, rest) ? match : Value();
}

constexpr NativeDefinition kGroup[] = {
    {"__new__", "cls, *args", group_new},
    {"__init__", "self, *args", group_init},
    {"__str__", "self, /", group_str},
    {"derive", "self, excs, /", group_derive},
    {"split", "self, condition, /", group_split},
    {"subgroup", "self, condition, /", group_subgroup},
};

}  // namespace

// ---- for except* ----------------------------------------------------------------------------------------------------

/// Whether an exception that a clause raised again is a part of the original group, as it was or split.
bool Vm::is_part_of_group(const Value& exception, const Value& group) {
  const ExceptionObject& raised = *as_exception(exception);
  const ExceptionObject& original = *as_exception(group);
  if (!raised.cls().derives_from(*m_types->base_exception_group)) return false;
  // Parts made by split() have the metadata of the whole: traceback object, cause and context are the very same.
  const Traceback* own = raised.traceback.get();
  while (own != nullptr && own != original.traceback.get()) own = own->next.get();
  return own != nullptr && raised.cause() == original.cause().get();
}

Value Vm::project_group(const Value& group, const std::vector<Value>& keep) {
  // The leaves of what is kept, in the shape of the original.
  std::vector<Value> leaves;
  const std::function<void(const Value&)> collect = [&](const Value& exception) {
    if (!is_instance(exception, *m_types->base_exception_group)) {
      leaves.push_back(exception);
      return;
    }
    for (const Value& part : group_parts(*as_exception(exception))) collect(part);
  };
  for (const Value& each : keep) collect(each);
  const std::function<Value(const Value&)> project = [&](const Value& exception) -> Value {
    if (!is_instance(exception, *m_types->base_exception_group)) {
      for (const Value& leaf : leaves) {
        if (leaf.is_identical(exception)) return exception;
      }
      return Value::none();
    }
    std::vector<Value> parts;
    for (const Value& part : group_parts(*as_exception(exception))) {
      Value kept = project(part);
      if (!kept.is_set()) return {};
      if (!kept.is_none()) parts.push_back(std::move(kept));
    }
    if (parts.size() == group_parts(*as_exception(exception)).size()) {
      bool same = true;
      for (std::size_t i = 0; i < parts.size(); ++i)
        same = same && parts[i].is_identical(group_parts(*as_exception(exception))[i]);
      if (same) return exception;
    }
    return derive_group(*this, exception, std::move(parts));
  };
  return project(group);
}

void install_exceptions(Vm& vm) {
  Types& types = vm.types();
  vm.define_methods(*types.base_exception, kBase);
  vm.define_getters(*types.base_exception, kBaseGetters);
  const auto methods = [&](Class& cls, std::initializer_list<NativeDefinition> list) {
    vm.define_methods(cls, std::span<const NativeDefinition>(list.begin(), list.size()));
  };
  const auto getters = [&](Class& cls, std::initializer_list<NativeDefinition> list) {
    vm.define_getters(cls, std::span<const NativeDefinition>(list.begin(), list.size()));
  };
  getters(*types.stop_iteration, {{"value", "self, /", stop_iteration_value}});
  getters(*types.system_exit, {{"code", "self, /", system_exit_code}});
  methods(*types.key_error, {{"__str__", "self, /", key_error_str}});
  methods(*types.os_error, {{"__new__", "cls, *args, **kwargs", os_error_new},
                            {"__init__", "self, /, *args, **kwargs", os_error_init},
                            {"__str__", "self, /", os_error_str}});
  getters(*types.os_error, {{"errno", "self, /", os_error_attribute<kErrno>},
                            {"strerror", "self, /", os_error_attribute<kStrerror>},
                            {"filename", "self, /", os_error_attribute<kFilename>},
                            {"filename2", "self, /", os_error_attribute<kFilename2>}});
  methods(*types.syntax_error,
          {{"__init__", "self, /, *args, **kwargs", syntax_error_init}, {"__str__", "self, /", syntax_error_str}});
  methods(*types.name_error, {{"__init__", "self, /, *args, **kwargs", named_init<kName, kNothing>}});
  methods(*types.attribute_error, {{"__init__", "self, /, *args, **kwargs", named_init<kName, kObj>}});
  methods(*types.import_error, {{"__init__", "self, /, *args, **kwargs", named_init<kName, kPath>}});
  getters(*types.import_error, {{"msg", "self, /", import_error_msg}});
  for (Class* cls : {types.unicode_decode_error.get(), types.unicode_encode_error.get()}) {
    methods(*cls, {{"__str__", "self, /", unicode_error_str}});
    vm.define_getters(*cls, kUnicodeGetters);
  }
  vm.define_methods(*types.base_exception_group, kGroup);
  vm.add_builtin("BaseException", Value(types.base_exception));
#define LOOPLINE_ADD(member, text, base) vm.add_builtin(text, Value(types.member));
  LOOPLINE_EXCEPTIONS(LOOPLINE_ADD)
#undef LOOPLINE_ADD
  vm.add_builtin("EnvironmentError", Value(types.os_error));
  vm.add_builtin("IOError", Value(types.os_error));
  const auto module_of = [&](Class& cls, const char* module) {
    cls.attributes->set(*vm.names().module, vm.intern(module));
  };
  module_of(*types.cancelled_error, "asyncio.exceptions");
  module_of(*types.invalid_state_error, "asyncio.exceptions");
  module_of(*types.broken_barrier_error, "asyncio.exceptions");
  module_of(*types.queue_empty, "asyncio.queues");
  module_of(*types.queue_full, "asyncio.queues");
  module_of(*types.broken_executor, "concurrent.futures.thread");
}

}  // namespace loopline::script
