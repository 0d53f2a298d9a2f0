// Calling native functions: whom they may be called with, binding to their parameters, and the errors in CPython's
// words.
#include <algorithm>

#include "native_binding.h"
#include "plural.h"
#include "script/vm.h"

namespace loopline::script {

namespace {

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
  constexpr std::uint64_t kNativeCallCost = 6;
  if (!spend(kNativeCallCost)) return {};
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

}  // namespace loopline::script
