// Calling: binding arguments to the parameters of script functions, and everything that can be called.
#include <algorithm>

#include "interpreter.h"
#include "native_depth.h"
#include "plural.h"
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
    const NativeDepth depth(*this, " while calling a Python object");
    if (!depth.ok() || !spend(arguments.positional.size())) return {};
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
  const NativeDepth depth(*this, " while calling a Python object");
  if (!depth.ok()) return {};
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

}  // namespace loopline::script
