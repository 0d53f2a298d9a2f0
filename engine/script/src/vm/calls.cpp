// Calling: binding arguments to parameters, native functions, classes, everything that can be called.
#include <algorithm>

#include "interpreter.h"
#include "script/objects/iterators.h"
#include "script/vm.h"

namespace loopline::script {

namespace {

std::string quoted_list(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += names.size() > 2 ? ", " : " ";
    if (i > 0 && i + 1 == names.size()) text += "and ";
    text += "'" + names[i] + "'";
  }
  return text;
}

std::string plural(std::size_t count, const char* word) {
  return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
}

}  // namespace

// ---- script functions -----------------------------------------------------------------------------------------------

void Vm::fill_closure(Frame& frame) {
  const Function* function = frame.function();
  if (function == nullptr || !function->closure) return;
  Value* cells = frame.registers() + frame.code().local_names.size();
  const Tuple& closure = *function->closure;
  for (std::size_t i = 0; i < closure.size(); ++i) cells[i] = closure[i];
}

Ref<Frame> Vm::make_frame(Function& function, const CallArguments& arguments) {
  Ref<Frame> frame = Frame::create(Ref<Function>(&function), *function.code, function.globals);
  if (!bind_arguments(function, *frame, arguments)) return nullptr;
  fill_closure(*frame);
  return frame;
}

/// CPython's initialize_locals: the same rules, the same messages.
bool Vm::bind_arguments(Function& function, Frame& frame, const CallArguments& arguments) {
  const Code& code = *function.code;
  Value* registers = frame.registers();
  const std::size_t positional = code.positional_count;
  const std::size_t given = arguments.positional.size();
  const std::size_t named = positional + code.keyword_only_count;
  const std::string name(function.qualname->view());

  for (std::size_t i = 0; i < std::min(given, positional); ++i) registers[i] = arguments.positional[i];
  std::size_t next = named;
  if (code.has_var_positional) {
    const std::size_t extra = given > positional ? given - positional : 0;
    registers[next++] = Value(Tuple::create(arguments.positional.subspan(given - extra)));
  }
  Dict* keywords = nullptr;
  if (code.has_var_keyword) {
    Ref<Dict> dict = make<Dict>();
    keywords = dict.get();
    registers[next] = Value(std::move(dict));
  }
  const std::size_t keyword_count = arguments.keyword_names != nullptr ? arguments.keyword_names->size() : 0;
  std::vector<std::string> positional_only_by_name;
  for (std::size_t i = 0; i < keyword_count; ++i) {
    Str* key = as_str((*arguments.keyword_names)[i]);
    if (key == nullptr) {
      type_error(name + "() keywords must be strings");
      return false;
    }
    std::size_t found = named;
    for (std::size_t p = code.positional_only_count; p < named; ++p) {
      if (code.local_names[p]->equals(*key)) {
        found = p;
        break;
      }
    }
    if (found == named) {
      if (keywords != nullptr) {
        keywords->set(*key, arguments.keyword_values[i]);
        continue;
      }
      for (std::size_t p = 0; p < code.positional_only_count; ++p) {
        if (code.local_names[p]->equals(*key)) positional_only_by_name.emplace_back(key->view());
      }
      if (!positional_only_by_name.empty()) continue;
      type_error(name + "() got an unexpected keyword argument '" + std::string(key->view()) + "'");
      return false;
    }
    if (registers[found].is_set()) {
      type_error(name + "() got multiple values for argument '" + std::string(key->view()) + "'");
      return false;
    }
    registers[found] = arguments.keyword_values[i];
  }
  if (!positional_only_by_name.empty()) {
    std::string list;
    for (const std::string& each : positional_only_by_name) list += (list.empty() ? "" : ", ") + each;
    type_error(name + "() got some positional-only arguments passed as keyword arguments: '" + list + "'");
    return false;
  }
  if (given > positional && !code.has_var_positional) {
    raise_too_many(function, frame, given);
    return false;
  }
  const std::size_t defaults = function.defaults ? function.defaults->size() : 0;
  const std::size_t required = positional - std::min(defaults, positional);
  std::vector<std::string> missing;
  for (std::size_t i = given; i < positional; ++i) {
    if (registers[i].is_set()) continue;
    if (i >= required) {
      registers[i] = (*function.defaults)[i - required];
    } else {
      missing.emplace_back(code.local_names[i]->view());
    }
  }
  if (!missing.empty()) {
    type_error(name + "() missing " + plural(missing.size(), "required positional argument") + ": " +
               quoted_list(missing));
    return false;
  }
  for (std::size_t i = positional; i < named; ++i) {
    if (registers[i].is_set()) continue;
    const Value* value = function.kw_defaults ? function.kw_defaults->get(*code.local_names[i]) : nullptr;
    if (value != nullptr) {
      registers[i] = *value;
    } else {
      missing.emplace_back(code.local_names[i]->view());
    }
  }
  if (!missing.empty()) {
    type_error(name + "() missing " + plural(missing.size(), "required keyword-only argument") + ": " +
               quoted_list(missing));
    return false;
  }
  return true;
}

void Vm::raise_too_many(const Function& function, const Frame& frame, std::size_t given) {
  const Code& code = *function.code;
  const std::size_t positional = code.positional_count;
  const std::size_t defaults = function.defaults ? function.defaults->size() : 0;
  std::size_t keyword_only_given = 0;
  for (std::size_t i = 0; i < code.keyword_only_count; ++i) {
    if (frame.registers()[positional + i].is_set()) ++keyword_only_given;
  }
  std::string takes;
  bool several = false;
  if (defaults > 0) {
    takes = "from " + std::to_string(positional - defaults) + " to " + std::to_string(positional);
    several = true;
  } else {
    takes = std::to_string(positional);
    several = positional != 1;
  }
  std::string keyword_text;
  if (keyword_only_given > 0) {
    keyword_text = " positional argument" + std::string(given != 1 ? "s" : "") + " (and " +
                   plural(keyword_only_given, "keyword-only argument") + ")";
  }
  type_error(std::string(function.qualname->view()) + "() takes " + takes + " positional argument" +
             (several ? "s" : "") + " but " + std::to_string(given) + keyword_text +
             (given == 1 && keyword_only_given == 0 ? " was" : " were") + " given");
}

// ---- native functions -----------------------------------------------------------------------------------------------

namespace {

constexpr std::size_t kBoundInPlace = 8;

/// Special methods that CPython writes as ordinary methods, with an ordinary method's messages.
bool is_ordinary_method(std::string_view name) noexcept {
  static constexpr std::string_view kOrdinary[] = {
      "__getitem__",    "__contains__",  "__reversed__",      "__class_getitem__", "__sizeof__",
      "__format__",     "__dir__",       "__init_subclass__", "__subclasshook__",  "__length_hint__",
      "__reduce__",     "__reduce_ex__", "__setstate__",      "__enter__",         "__exit__",
      "__subclasses__", "__prepare__",   "__instancecheck__", "__subclasscheck__", "__round__",
      "__trunc__",      "__floor__",     "__ceil__",          "__getnewargs__",    "__complex__"};
  return std::find(std::begin(kOrdinary), std::end(kOrdinary), name) != std::end(kOrdinary);
}

/// A method that stands for a slot of the type; such have messages of their own.
bool is_slot_method(const NativeFunction& function) noexcept {
  const std::string_view name = function.name->view();
  return function.is_method && name.starts_with("__") && name.ends_with("__") && name != "__init__" &&
         !is_ordinary_method(name);
}

/// Methods that CPython parses in its older way, with messages of its own.
bool is_old_style(const NativeFunction& function, const Types& types) noexcept {
  static constexpr std::string_view kOldStyle[] = {"find",  "rfind",      "index",   "rindex",
                                                   "count", "startswith", "endswith"};
  const Class* owner = function.owner;
  const bool is_text = owner == types.str.get() || owner == types.bytes.get() || owner == types.bytearray.get();
  return is_text && std::find(std::begin(kOldStyle), std::end(kOldStyle), function.name->view()) != std::end(kOldStyle);
}

/// __new__ and __init__ speak for their class.
bool speaks_for_class(const NativeFunction& function) noexcept {
  return function.owner != nullptr && (function.name->view() == "__new__" || function.name->view() == "__init__");
}

}  // namespace

Value Vm::call_native(NativeFunction& function, const Value* self, const CallArguments& arguments) {
  const NativeSignature& signature = function.signature;
  const bool receiver_known = function.receiver.is_set();
  const std::size_t bound_first = (receiver_known ? 1U : 0U) + (self != nullptr ? 1U : 0U);
  const std::size_t count = bound_first + arguments.positional.size();
  if (signature.binds_in_place && arguments.keyword_names == nullptr && count <= signature.positional &&
      count >= signature.required_positional) {
    std::array<Value, kBoundInPlace> bound;
    std::size_t at = 0;
    if (receiver_known) bound[at++] = function.receiver;
    if (self != nullptr) bound[at++] = *self;
    for (const Value& value : arguments.positional) bound[at++] = value;
    if (!receiver_known && at > 0 && !accepts_receiver(function, bound[0])) return {};
    for (; at < signature.parameters.size(); ++at) bound[at] = signature.parameters[at].default_value;
    return function.code(*this, Arguments(bound.data(), at));
  }
  std::vector<Value> bound(signature.parameters.size());
  std::vector<Value> positional;
  positional.reserve(count);
  if (receiver_known) positional.push_back(function.receiver);
  if (self != nullptr) positional.push_back(*self);
  positional.insert(positional.end(), arguments.positional.begin(), arguments.positional.end());
  if (!receiver_known && !positional.empty() && !accepts_receiver(function, positional.front())) return {};
  const std::size_t hidden = function.is_method || receiver_known || speaks_for_class(function) ? 1 : 0;
  if (!bind_native(function, bound, positional, arguments, hidden)) return {};
  return function.code(*this, bound);
}

bool Vm::refuse_receiver(const NativeFunction& function, const Value& self) {
  const std::string name = "descriptor '" + std::string(function.name->view()) + "' ";
  const std::string owner = "'" + std::string(function.owner->name()->view()) + "' object";
  const std::string given = "'" + type_name(self) + "'";
  if (!function.is_method) {
    const std::string type(function.owner->name()->view());
    const Class* cls = as_class(self);
    if (cls == nullptr) {
      type_error(type + ".__new__(X): X is not a type object (" + type_name(self) + ")");
    } else {
      const std::string wrong(cls->name()->view());
      type_error(type + ".__new__(" + wrong + "): " + wrong + " is not a subtype of " + type);
    }
    return false;
  }
  if (is_slot_method(function) || function.name->view() == "__init__") {
    type_error(name + "requires a " + owner + " but received a " + given);
  } else {
    type_error(name + "for " + owner + "s doesn't apply to a " + given + " object");
  }
  return false;
}

namespace {

/// "math." in front of a function of a module, as some of CPython's messages have it.
std::string module_prefix(const NativeFunction& function) {
  const Str* module = function.owner == nullptr ? as_str(function.module_name) : nullptr;
  return module == nullptr || module->view() == "builtins" ? "" : std::string(module->view()) + ".";
}

}  // namespace

bool Vm::bind_native(const NativeFunction& function, std::vector<Value>& bound, const std::vector<Value>& positional,
                     const CallArguments& arguments, std::size_t hidden) {
  const NativeSignature& signature = function.signature;
  const auto name = [&] { return native_name(function); };  // for messages only
  const std::size_t count = positional.size();
  const std::size_t keyword_count = arguments.keyword_names != nullptr ? arguments.keyword_names->size() : 0;
  if (hidden > 0 && count == 0) {
    if (function.name->view() == "__new__") {
      type_error(name() + ".__new__(): not enough arguments");
    } else if (is_slot_method(function) || function.name->view() == "__init__") {
      type_error("descriptor '" + std::string(function.name->view()) + "' of '" +
                 (function.owner != nullptr ? std::string(function.owner->name()->view()) : "type") +
                 "' object needs an argument");
    } else {
      type_error("unbound method " + std::string(function.qualname->view()) + "() needs an argument");
    }
    return false;
  }
  if (keyword_count > 0 && !signature.takes_keywords && !signature.has_var_keyword) {
    type_error(module_prefix(function) + name() + "() takes no keyword arguments");
    return false;
  }
  if (count > signature.positional && !signature.has_var_positional) {
    raise_native_count(function, count - hidden, hidden);
    return false;
  }
  for (std::size_t i = 0; i < std::min(count, signature.positional); ++i) bound[i] = positional[i];
  for (std::size_t i = 0; i < signature.parameters.size(); ++i) {
    const NativeParameter::Mode mode = signature.parameters[i].mode;
    if (mode == NativeParameter::Mode::var_positional) {
      const std::size_t extra = count > signature.positional ? count - signature.positional : 0;
      bound[i] = Value(Tuple::create(std::span<const Value>(positional).subspan(count - extra)));
    } else if (mode == NativeParameter::Mode::var_keyword) {
      bound[i] = Value(make<Dict>());
    }
  }
  for (std::size_t k = 0; k < keyword_count; ++k) {
    Str* key = as_str((*arguments.keyword_names)[k]);
    if (key == nullptr) {
      type_error("keywords must be strings");
      return false;
    }
    bool placed = false;
    for (std::size_t i = 0; i < signature.parameters.size() && !placed; ++i) {
      const NativeParameter& parameter = signature.parameters[i];
      const bool by_name =
          parameter.mode == NativeParameter::Mode::positional || parameter.mode == NativeParameter::Mode::keyword_only;
      if (by_name && parameter.name->equals(*key)) {
        if (bound[i].is_set()) {
          type_error("argument for " + name().substr(name().rfind('.') + 1) + "() given by name ('" +
                     std::string(key->view()) + "') and position (" + std::to_string(i + 1 - hidden) + ")");
          return false;
        }
        bound[i] = arguments.keyword_values[k];
        placed = true;
      } else if (parameter.mode == NativeParameter::Mode::var_keyword) {
        bound[i].as<Dict>()->set(*key, arguments.keyword_values[k]);
        placed = true;
      }
    }
    if (!placed && count == 0 && (name() == "sorted" || name() == "sum")) {
      raise_native_count(function, 0, hidden);
      return false;
    }
    if (!placed) {
      type_error("'" + std::string(key->view()) + "' is an invalid keyword argument for " +
                 name().substr(name().rfind('.') + 1) + "()");
      return false;
    }
  }
  for (std::size_t i = 0; i < signature.parameters.size(); ++i) {
    const NativeParameter& parameter = signature.parameters[i];
    if (bound[i].is_set()) continue;
    if (!parameter.required) {
      bound[i] = parameter.default_value;
      continue;
    }
    if (i < signature.positional &&
        (!signature.takes_keywords || parameter.mode == NativeParameter::Mode::positional_only)) {
      raise_native_count(function, count - hidden, hidden);
    } else if (parameter.mode == NativeParameter::Mode::keyword_only) {
      type_error(name() + "() missing required keyword-only argument: '" + std::string(parameter.name->view()) + "'");
    } else {
      type_error(name() + "() missing required argument '" + std::string(parameter.name->view()) + "'" +
                 (name() == "enumerate" ? "" : " (pos " + std::to_string(i + 1 - hidden) + ")"));
    }
    return false;
  }
  return true;
}

std::string Vm::native_name(const NativeFunction& function) const {
  if (speaks_for_class(function)) return std::string(function.owner->name()->view());
  return std::string((function.is_method ? function.qualname : function.name)->view());
}

/// As CPython's own functions say it; there are several ways, by the shape of the signature.
void Vm::raise_native_count(const NativeFunction& function, std::size_t given, std::size_t hidden) {
  const NativeSignature& signature = function.signature;
  const std::string name = native_name(function);
  const std::size_t most = signature.positional - hidden;
  const std::size_t least = signature.required_positional - std::min(hidden, signature.required_positional);
  const std::string short_name = name.substr(name.rfind('.') + 1);
  const std::string got = ", got " + std::to_string(given);
  if (is_slot_method(function)) {
    // Slots that take two arguments are counted by a function that puts a name in front: theirs is empty.
    const bool one_of_several = most > 1 && least < most;
    type_error(std::string(most > 1 ? " " : "") + "expected " +
               (one_of_several ? (given < least ? "at least " : "at most ") : "") +
               plural(one_of_several && given < least ? least : most, "argument") + got);
  } else if (most == 0 && !signature.takes_keywords) {
    type_error(module_prefix(function) + name + "() takes no arguments (" + std::to_string(given) + " given)");
  } else if (most == 0) {
    type_error(short_name + "() takes no positional arguments");
  } else if (most == 1 && least == 1 && !signature.takes_keywords && !speaks_for_class(function) &&
             function.name->view() != "sorted" && function.name->view() != "reversed") {
    type_error(module_prefix(function) + name + "() takes exactly one argument (" + std::to_string(given) + " given)");
  } else if (name == "enumerate") {
    type_error(name + "() takes at most 2 arguments (" + std::to_string(given) + " given)");
  } else if (is_old_style(function, *m_types)) {
    type_error(short_name + "() takes " + (given < least ? "at least " : "at most ") +
               plural(given < least ? least : most, "argument") + " (" + std::to_string(given) + " given)");
  } else if (signature.takes_keywords && function.name->view() != "sorted") {
    const bool beyond_all = given > signature.parameters.size() - hidden;
    type_error(short_name + "() takes " +
               (beyond_all || given >= least ? (least == most && !beyond_all ? "exactly " : "at most ") : "at least ") +
               plural(given < least ? least
                      : beyond_all  ? signature.parameters.size() - hidden
                                    : most,
                      beyond_all ? "argument" : "positional argument") +
               " (" + std::to_string(given) + " given)");
  } else if (least == most) {
    type_error(short_name + " expected " + plural(most, "argument") + got);
  } else if (given < least) {
    type_error(short_name + " expected at least " + plural(least, "argument") + got);
  } else {
    type_error(short_name + " expected at most " + plural(most, "argument") + got);
  }
}

// ---- calling anything -----------------------------------------------------------------------------------------------

Value Vm::call(const Value& callable, const CallArguments& arguments) {
  if (!callable.is_object()) return type_error("'" + type_name(callable) + "' object is not callable");
  Object& object = *callable.as_object();
  const loop::ObjectKind callable_kind = object.kind();
  if (callable_kind == kind::function) {
    auto& function = static_cast<Function&>(object);
    const Ref<Function> keep(&function);
    Ref<Frame> frame = make_frame(function, arguments);
    if (!frame) return {};
    if (frame->code().code_kind != CodeKind::function && frame->code().code_kind != CodeKind::class_body) {
      return make_generator(std::move(frame));
    }
    return Interpreter(*this, thread()).run_frame(std::move(frame));
  }
  if (callable_kind == kind::native_function) {
    auto& function = static_cast<NativeFunction&>(object);
    const Ref<NativeFunction> keep(&function);
    return call_native(function, nullptr, arguments);
  }
  if (callable_kind == kind::bound_method) {
    const auto& method = static_cast<BoundMethod&>(object);
    const Value function = method.function;
    const Value self = method.self;
    if (function.is_object(kind::native_function)) {
      return call_native(*function.as<NativeFunction>(), &self, arguments);
    }
    std::vector<Value> positional;
    positional.reserve(arguments.positional.size() + 1);
    positional.push_back(self);
    positional.insert(positional.end(), arguments.positional.begin(), arguments.positional.end());
    return call(function, CallArguments{positional, arguments.keyword_values, arguments.keyword_names});
  }
  if (callable_kind == kind::class_) {
    auto& cls = static_cast<Class&>(object);
    const Ref<Class> keep(&cls);
    Class& meta = class_of(callable);
    if (&meta != m_types->type.get()) {
      const Value& custom = special(meta, Special::call);
      if (custom.is_set() && custom.is_object(kind::function)) return call_with_self(custom, callable, arguments);
    }
    return instantiate(cls, arguments);
  }
  if (callable_kind == kind::static_method) return call(static_cast<MethodWrapper&>(object).function, arguments);
  const Value method = special(class_of(callable), Special::call);
  if (!method.is_set()) return type_error("'" + type_name(callable) + "' object is not callable");
  return call_with_self(method, callable, arguments);
}

Value Vm::call_with_self(const Value& method, const Value& self, const CallArguments& arguments) {
  if (method.is_object(kind::function) || method.is_object(kind::native_function)) {
    std::vector<Value> positional;
    positional.reserve(arguments.positional.size() + 1);
    positional.push_back(self);
    positional.insert(positional.end(), arguments.positional.begin(), arguments.positional.end());
    return call(method, CallArguments{positional, arguments.keyword_values, arguments.keyword_names});
  }
  const Value bound = bind(method, self, class_of(self));
  if (!bound.is_set()) return {};
  return call(bound, arguments);
}

Value Vm::call_method(const Value& object, std::string_view name, std::initializer_list<Value> arguments) {
  const Value method = get_attr(object, name);
  if (!method.is_set()) return {};
  return call(method, arguments);
}

Value Vm::call_special(const Value& object, Special which, std::initializer_list<Value> arguments, bool& found) {
  const Value method = special(class_of(object), which);
  found = method.is_set();
  if (!found) return {};
  return call_with_self(method, object, CallArguments{{arguments.begin(), arguments.size()}, {}, nullptr});
}

bool Vm::is_callable(const Value& value) {
  if (!value.is_object()) return false;
  const loop::ObjectKind value_kind = value.as_object()->kind();
  if (value_kind == kind::function || value_kind == kind::native_function || value_kind == kind::bound_method ||
      value_kind == kind::class_ || value_kind == kind::static_method) {
    return true;
  }
  return special(class_of(value), Special::call).is_set();
}

// ---- making native functions ----------------------------------------------------------------------------------------

namespace {

/// One parameter of a signature text: "key", "key?", "key=None", "*args", "**kwargs".
NativeParameter parse_parameter(Vm& vm, std::string_view text, bool keyword_only) {
  NativeParameter parameter;
  parameter.mode = keyword_only ? NativeParameter::Mode::keyword_only : NativeParameter::Mode::positional;
  if (text.starts_with("**")) {
    parameter.mode = NativeParameter::Mode::var_keyword;
    parameter.required = false;
    text.remove_prefix(2);
  } else if (text.starts_with('*')) {
    parameter.mode = NativeParameter::Mode::var_positional;
    parameter.required = false;
    text.remove_prefix(1);
  }
  if (text.ends_with('?')) {
    parameter.required = false;
    text.remove_suffix(1);
  } else if (const std::size_t equal = text.find('='); equal != std::string_view::npos) {
    parameter.required = false;
    const std::string_view value = text.substr(equal + 1);
    text = text.substr(0, equal);
    if (value == "None") {
      parameter.default_value = Value::none();
    } else if (value == "True" || value == "False") {
      parameter.default_value = Value(value == "True");
    } else if (value.starts_with('\'')) {
      parameter.default_value = vm.intern(value.substr(1, value.size() - 2));
    } else if (value.find('.') != std::string_view::npos) {
      parameter.default_value = Value(std::stod(std::string(value)));
    } else {
      parameter.default_value = Value(static_cast<std::int64_t>(std::stoll(std::string(value))));
    }
  }
  parameter.name = vm.intern(text);
  return parameter;
}

NativeSignature parse_signature(Vm& vm, std::string_view text) {
  NativeSignature signature;
  bool keyword_only = false;
  while (!text.empty()) {
    std::size_t comma = text.find(',');
    const bool in_quotes = text.find('\'') < comma;
    if (in_quotes) comma = text.find(',', text.find('\'', text.find('\'') + 1));
    std::string_view part = text.substr(0, comma);
    text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    while (part.starts_with(' ')) part.remove_prefix(1);
    if (part.empty()) continue;
    if (part == "/") {
      for (NativeParameter& parameter : signature.parameters) parameter.mode = NativeParameter::Mode::positional_only;
      continue;
    }
    if (part == "*") {
      keyword_only = true;
      continue;
    }
    NativeParameter parameter = parse_parameter(vm, part, keyword_only);
    if (parameter.mode == NativeParameter::Mode::var_positional) keyword_only = true;
    signature.parameters.push_back(std::move(parameter));
  }
  bool all_required = true;
  for (const NativeParameter& parameter : signature.parameters) {
    switch (parameter.mode) {
      case NativeParameter::Mode::positional: signature.takes_keywords = true; [[fallthrough]];
      case NativeParameter::Mode::positional_only:
        ++signature.positional;
        if (parameter.required) ++signature.required_positional;
        break;
      case NativeParameter::Mode::keyword_only: signature.takes_keywords = true; break;
      case NativeParameter::Mode::var_positional: signature.has_var_positional = true; break;
      case NativeParameter::Mode::var_keyword: signature.has_var_keyword = true; break;
    }
    all_required = all_required && parameter.required;
  }
  signature.is_plain = all_required && !signature.has_var_positional && !signature.has_var_keyword &&
                       signature.positional == signature.parameters.size();
  signature.binds_in_place =
      signature.parameters.size() <= kBoundInPlace && !signature.has_var_positional && !signature.has_var_keyword &&
      std::none_of(signature.parameters.begin(), signature.parameters.end(), [](const NativeParameter& parameter) {
        return parameter.mode == NativeParameter::Mode::keyword_only && parameter.required;
      });
  return signature;
}

}  // namespace

Ref<NativeFunction> Vm::make_native(const NativeDefinition& definition, std::string_view owner) {
  const Ref<Str> name = intern(definition.name);
  const Ref<Str> qualname = owner.empty() ? name : intern(std::string(owner) + "." + std::string(definition.name));
  return make<NativeFunction>(name, qualname, parse_signature(*this, definition.signature), definition.code);
}

void Vm::define_methods(Class& cls, std::span<const NativeDefinition> methods) {
  for (const NativeDefinition& definition : methods) {
    Ref<NativeFunction> function = make_native(definition, cls.name()->view());
    function->is_method = definition.name != "__new__";
    function->owner = &cls;
    cls.attributes->set(*intern(definition.name), Value(std::move(function)));
  }
  classes_changed();
}

void Vm::define_static_methods(Class& cls, std::span<const NativeDefinition> methods) {
  for (const NativeDefinition& definition : methods) {
    Value function = make_native(definition, cls.name()->view());
    cls.attributes->set(*intern(definition.name), Value(make<MethodWrapper>(kind::static_method, std::move(function))));
  }
  classes_changed();
}

void Vm::define_class_methods(Class& cls, std::span<const NativeDefinition> methods) {
  for (const NativeDefinition& definition : methods) {
    Ref<NativeFunction> function = make_native(definition, cls.name()->view());
    function->is_method = true;
    cls.attributes->set(*intern(definition.name),
                        Value(make<MethodWrapper>(kind::class_method, Value(std::move(function)))));
  }
  classes_changed();
}

void Vm::define_getters(Class& cls, std::span<const NativeDefinition> getters) {
  for (const NativeDefinition& definition : getters) {
    Ref<NativeFunction> function = make_native(definition, cls.name()->view());
    function->is_method = true;
    function->owner = &cls;
    Ref<Property> property = make<Property>(Value(std::move(function)), Value::none(), Value::none(), Value::none());
    property->name = intern(definition.name);
    cls.attributes->set(*intern(definition.name), Value(std::move(property)));
  }
  classes_changed();
}

void Vm::define_functions(Module& module, std::span<const NativeDefinition> functions) {
  for (const NativeDefinition& definition : functions) {
    Ref<NativeFunction> function = make_native(definition);
    function->module_name = Value(module.name);
    module.attributes->set(*intern(definition.name), Value(std::move(function)));
  }
}

}  // namespace loopline::script
