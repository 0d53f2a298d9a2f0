#include "common.h"

namespace loopline::script {

Class* class_to_make(Vm& vm, const Value& given, const Class& builtin) {
  const std::string name(builtin.name()->view());
  Class* cls = as_class(given);
  if (cls == nullptr) {
    vm.type_error(name + ".__new__(X): X is not a type object (" + vm.type_name(given) + ")");
    return nullptr;
  }
  if (!cls->derives_from(builtin)) {
    const std::string other(cls->name()->view());
    vm.type_error(name + ".__new__(" + other + "): " + other + " is not a subtype of " + name);
    return nullptr;
  }
  if (cls->layout == Layout::native && cls != &builtin) {
    const std::string other(cls->name()->view());
    vm.type_error(name + ".__new__(" + other + ") is not safe, use " + other + ".__new__()");
    return nullptr;
  }
  return cls;
}

Value wrapped_as(Class& cls, Value value) {
  if (!value.is_set() || cls.layout != Layout::wrapped) return value;
  Ref<Instance> instance = make<Instance>(Ref<Class>(&cls));
  instance->wrapped = Vm::core(value);
  return Value(std::move(instance));
}

Value builtin_format_method(Vm& vm, Arguments args) {
  const Str* spec = Vm::core_as<Str>(args[1], kind::str);
  if (spec == nullptr) return vm.type_error("__format__() argument must be str, not " + vm.type_name(args[1]));
  return vm.builtin_format(args[0], spec->view());
}

void add_builtin_functions(Vm& vm, std::span<const NativeDefinition> functions) {
  for (const NativeDefinition& definition : functions) {
    Ref<NativeFunction> function = vm.make_native(definition);
    function->module_name = vm.str("builtins");
    vm.add_builtin(definition.name, Value(std::move(function)));
  }
}

}  // namespace loopline::script
