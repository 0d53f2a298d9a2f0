// list[int] and int | str.
#include "script/objects/generic_type.h"

#include "../vm/bootstrap.h"
#include "common.h"
#include "script/objects/weak_reference.h"

namespace loopline::script {

namespace {

/// A type inside the brackets: classes by their name, None and ... as written.
bool append_type(Vm& vm, std::string& text, const Value& type) {
  if (type.is_none()) {
    text += "None";
    return true;
  }
  if (type.tag() == Tag::ellipsis) {
    text += "...";
    return true;
  }
  if (const List* list = as_list(type)) {
    text += "[";
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      if (i > 0) text += ", ";
      const Value item = list->items[i];
      if (!append_type(vm, text, item)) return false;
    }
    text += "]";
    return true;
  }
  if (const Class* cls = as_class(type)) {
    if (cls == vm.types().none_type.get()) {
      text += "None";
      return true;
    }
    const Value* module = cls->attributes->get(*vm.names().module);
    if (module != nullptr && as_str(*module) != nullptr && as_str(*module)->view() != "builtins") {
      text += as_str(*module)->view();
      text += ".";
    }
    text += cls->qualname ? cls->qualname->view() : cls->name()->view();
    return true;
  }
  const Value part = vm.repr(type);
  if (!part.is_set()) return false;
  text += Vm::core(part).as<Str>()->view();
  return true;
}

Value alias_repr(Vm& vm, Arguments args) {
  const GenericAlias& alias = *args[0].as<GenericAlias>();
  std::string text;
  if (!append_type(vm, text, alias.origin)) return {};
  text += "[";
  for (std::size_t i = 0; i < alias.args->size(); ++i) {
    if (i > 0) text += ", ";
    if (!append_type(vm, text, (*alias.args)[i])) return {};
  }
  if (alias.args->empty()) text += "()";
  return vm.str(text + "]");
}

Value alias_new(Vm& /*vm*/, Arguments args) {
  const Ref<Tuple> parts = as_tuple(args[2]) != nullptr ? Ref<Tuple>(as_tuple(args[2])) : Tuple::create({args[2]});
  return make<GenericAlias>(args[1], parts);
}

Value alias_call(Vm& vm, Arguments args) {
  std::vector<Value> names;
  std::vector<Value> values;
  for (const Dict::Entry& entry : args[2].as<Dict>()->entries()) {
    names.push_back(entry.key);
    values.push_back(entry.value);
  }
  const Ref<Tuple> keyword_names = names.empty() ? nullptr : Tuple::create(names);
  return vm.call(args[0].as<GenericAlias>()->origin,
                 CallArguments{args[1].as<Tuple>()->values(), values, keyword_names.get()});
}

/// What is not the alias's own is the origin's.
Value alias_getattr(Vm& vm, Arguments args) {
  return vm.get_attr(args[0].as<GenericAlias>()->origin, *args[1].as<Str>());
}

Value alias_get_item(Vm& /*vm*/, Arguments args) {
  // Type variables are filled in from left to right as far as they can be told apart: the arguments themselves.
  const Ref<Tuple> parts = as_tuple(args[1]) != nullptr ? Ref<Tuple>(as_tuple(args[1])) : Tuple::create({args[1]});
  return make<GenericAlias>(args[0].as<GenericAlias>()->origin, parts);
}

Value alias_mro_entries(Vm& vm, Arguments args) { return vm.tuple({args[0].as<GenericAlias>()->origin}); }
Value alias_origin(Vm& /*vm*/, Arguments args) { return args[0].as<GenericAlias>()->origin; }
Value alias_args(Vm& /*vm*/, Arguments args) { return Value(args[0].as<GenericAlias>()->args); }
Value alias_parameters(Vm& vm, Arguments args) {
  std::vector<Value> variables;
  for (const Value& each : *args[0].as<GenericAlias>()->args) {
    if (vm.type_name(each) == "TypeVar") variables.push_back(each);
  }
  return Value(Tuple::take(variables));
}
Value alias_or(Vm& vm, Arguments args) {
  Value made = vm.make_union(args[0], args[1]);
  return made.is_set() || vm.has_error() ? made : Value::not_implemented();
}
Value alias_ror(Vm& vm, Arguments args) {
  Value made = vm.make_union(args[1], args[0]);
  return made.is_set() || vm.has_error() ? made : Value::not_implemented();
}

constexpr NativeDefinition kAlias[] = {
    {"__new__", "cls, origin, args, /", alias_new},
    {"__repr__", "self, /", alias_repr},
    {"__call__", "self, /, *args, **kwargs", alias_call},
    {"__getattr__", "self, name, /", alias_getattr},
    {"__getitem__", "self, key, /", alias_get_item},
    {"__mro_entries__", "self, bases, /", alias_mro_entries},
    {"__or__", "self, other, /", alias_or},
    {"__ror__", "self, other, /", alias_ror},
};
constexpr NativeDefinition kAliasGetters[] = {
    {"__origin__", "self, /", alias_origin},
    {"__args__", "self, /", alias_args},
    {"__parameters__", "self, /", alias_parameters},
};

// ---- unions ---------------------------------------------------------------------------------------------------------

Value union_repr(Vm& vm, Arguments args) {
  std::string text;
  for (const Value& part : *args[0].as<UnionType>()->args) {
    if (!text.empty()) text += " | ";
    if (!append_type(vm, text, part)) return {};
  }
  return vm.str(text);
}
Value union_args(Vm& /*vm*/, Arguments args) { return Value(args[0].as<UnionType>()->args); }

constexpr NativeDefinition kUnion[] = {
    {"__repr__", "self, /", union_repr},
    {"__or__", "self, other, /", alias_or},
    {"__ror__", "self, other, /", alias_ror},
};
constexpr NativeDefinition kUnionGetters[] = {{"__args__", "self, /", union_args}};

}  // namespace

Value generic_alias_of(Vm& /*vm*/, Arguments args) {
  const Ref<Tuple> parts = as_tuple(args[1]) != nullptr ? Ref<Tuple>(as_tuple(args[1])) : Tuple::create({args[1]});
  return make<GenericAlias>(args[0], parts);
}

Value Vm::make_union(const Value& left, const Value& right) {
  const auto is_type = [](const Value& value) {
    return value.is_none() || value.is_object(kind::class_) || value.is_object(kind::generic_alias) ||
           value.is_object(kind::union_type);
  };
  if (!is_type(left) || !is_type(right) || (left.is_none() && right.is_none())) return {};
  std::vector<Value> parts;
  for (const Value& side : {left, right}) {
    const UnionType* inner = as_kind<UnionType>(side, kind::union_type);
    const std::span<const Value> members = inner != nullptr ? inner->args->values() : std::span(&side, 1);
    for (const Value& given : members) {
      const Value member = given.is_none() ? Value(m_types->none_type) : given;
      bool known = false;
      for (const Value& part : parts) {
        const int same = equals(part, member);
        if (same < 0) return {};
        known = known || same > 0;
      }
      if (!known) parts.push_back(member);
    }
  }
  if (parts.size() == 1) return parts.front();
  return make<UnionType>(Tuple::take(parts));
}

std::optional<std::vector<Value>> Vm::union_members(const Value& value) {
  const UnionType* type = as_kind<UnionType>(value, kind::union_type);
  if (type == nullptr) return std::nullopt;
  return std::vector<Value>(type->args->begin(), type->args->end());
}

void install_generic_types(Vm& vm) {
  Types& types = vm.types();
  vm.define_methods(*types.generic_alias, kAlias);
  vm.define_getters(*types.generic_alias, kAliasGetters);
  types.generic_alias->attributes->set(*vm.names().module, vm.str("types"));
  vm.define_methods(*types.union_type, kUnion);
  vm.define_getters(*types.union_type, kUnionGetters);
  types.union_type->attributes->set(*vm.names().module, vm.str("types"));
  static constexpr NativeDefinition kGetItem[] = {{"__class_getitem__", "cls, key, /", generic_alias_of}};
  for (Class* cls : {types.list.get(), types.tuple.get(), types.dict.get(), types.set.get(), types.frozenset.get(),
                     types.type.get()}) {
    vm.define_class_methods(*cls, kGetItem);
  }
}

}  // namespace loopline::script
