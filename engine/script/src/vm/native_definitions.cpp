// Native functions and methods made of their definitions: a name, a signature as Python writes it, a C++ function.
#include <algorithm>

#include "native_binding.h"
#include "script/vm.h"

namespace loopline::script {

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
