#include "slots.h"

#include <algorithm>

#include "script/vm.h"

namespace loopline::script {

namespace {

bool is_identifier(std::string_view text) noexcept {
  if (text.empty() || (text.front() >= '0' && text.front() <= '9')) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

/// "__x" of class Point is "_Point__x".
std::string mangled(const Class& cls, std::string_view name) {
  if (!name.starts_with("__") || name.ends_with("__")) return std::string(name);
  std::string_view owner = cls.name()->view();
  while (owner.starts_with('_')) owner.remove_prefix(1);
  return owner.empty() ? std::string(name) : "_" + std::string(owner) + std::string(name);
}

/// The names, as given; nullopt after raising.
std::optional<std::vector<Value>> slot_names(Vm& vm, const Value& slots) {
  if (Vm::core_as<Str>(slots, kind::str) != nullptr) return std::vector<Value>{slots};
  return vm.to_vector(slots);
}

}  // namespace

bool add_slots(Vm& vm, Class& cls) {
  const Value* given = cls.attributes->get(*vm.names().slots);
  if (given == nullptr) return true;
  const std::optional<std::vector<Value>> names = slot_names(vm, *given);
  if (!names) return false;
  cls.has_dict = std::any_of(cls.bases.begin(), cls.bases.end(),
                             [&](const Ref<Class>& base) { return base->has_dict && base != vm.types().object; });
  const auto fail = [&](Class& error, const std::string& message) {
    vm.raise(error, message);
    return false;
  };
  Types& types = vm.types();
  const bool is_rigid = cls.core == types.int_.get() || cls.core == types.tuple.get() || cls.core == types.bytes.get();
  if (is_rigid && !names->empty()) {
    return fail(*types.type_error, "nonempty __slots__ not supported for subtype of '" +
                                       std::string(cls.bases.front()->name()->view()) + "'");
  }
  for (const Value& each : *names) {
    const Str* text = Vm::core_as<Str>(each, kind::str);
    if (text == nullptr)
      return fail(*types.type_error, "__slots__ items must be strings, not '" + vm.type_name(each) + "'");
    if (!is_identifier(text->view())) return fail(*types.type_error, "__slots__ must be identifiers");
    if (text->equals(*vm.names().dict)) {
      cls.has_dict = true;
      continue;
    }
    if (text->view() == "__weakref__") continue;
    const Ref<Str> name = vm.intern(mangled(cls, text->view()));
    if (cls.attributes->get(*name) != nullptr) {
      return fail(*types.value_error, "'" + std::string(text->view()) + "' in __slots__ conflicts with class variable");
    }
    cls.attributes->set(*name, Value(make<SlotDescriptor>(name, cls)));
  }
  return true;
}

}  // namespace loopline::script
