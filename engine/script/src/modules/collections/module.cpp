// _collections: deque, and what the classes of collections in the script language need of the machine.
#include "../../builtins/common.h"
#include "../../vm/iterate.h"
#include "../modules.h"
#include "deque.h"
#include "script/module_registry.h"
#include "script/objects/iterators.h"

namespace loopline::script {

namespace collections {

namespace {

// ---- dictionaries ------------------------------------------------------------------------------------------------

/// Counts the elements of an iterable: mapping[element] += 1 for each, straight in the dictionary if the mapping is a
/// plain one inside.
Value count_elements(Vm& vm, Arguments args) {
  Dict* dict = Vm::core_as<Dict>(args[0], kind::dict);
  if (dict == nullptr) return vm.type_error("a dict is required, not " + vm.type_name(args[0]));
  const Ref<Dict> counts(dict);
  const Value one(std::int64_t{1});
  bool ok = true;
  const bool all = for_each(vm, args[1], [&](const Value& element) {
    std::int64_t hash = 0;
    ok = vm.hash(element, hash);
    if (!ok) return false;
    const std::int32_t at = counts->find(vm, element, hash);
    if (at == Dict::kFailed) return ok = false;
    if (at < 0) return ok = counts->set(vm, element, hash, one);
    const Value old = counts->entry(at).value;
    if (old.is_int() && old.as_int() < INT64_MAX) {
      counts->entry(at).value = Value(old.as_int() + 1);
      return true;
    }
    Value sum = vm.binary(BinaryOp::add, old, one, false);
    return ok = sum.is_set() && counts->set(vm, element, hash, std::move(sum));
  });
  return none_or_error(all && ok);
}

Value move_to_end(Vm& vm, Arguments args) {
  Dict* dict = Vm::core_as<Dict>(args[0], kind::dict);
  if (dict == nullptr) return vm.type_error("a dict is required, not " + vm.type_name(args[0]));
  std::int64_t hash = 0;
  const int last = vm.truth(args[2]);
  if (last < 0 || !vm.hash(args[1], hash)) return {};
  const std::int32_t at = dict->find(vm, args[1], hash);
  if (at == Dict::kFailed) return {};
  if (at < 0) return vm.key_error(args[1]);
  dict->move_to_end(at, last > 0);
  return Value::none();
}

/// A view of an OrderedDict: 'keys', 'values' or 'items'. It is a dictionary's view with a name of its own.
Value ordered_view(Vm& vm, Arguments args) {
  Dict* dict = Vm::core_as<Dict>(args[0], kind::dict);
  const Str* part = as_str(args[1]);
  if (dict == nullptr || part == nullptr) return vm.type_error("a dict and a name are required");
  const DictIterator::What what = part->view() == "keys"     ? DictIterator::What::keys
                                  : part->view() == "values" ? DictIterator::What::values
                                                             : DictIterator::What::items;
  const Value module = vm.modules().load(vm.intern("_collections"));
  if (!module.is_set()) return {};
  const Value* cls = as_module(module)->attributes->get(*vm.intern("odict_" + std::string(part->view())));
  return make<DictView>(Ref<Dict>(dict), what, cls != nullptr ? as_class(*cls) : nullptr);
}

constexpr NativeDefinition kDictHelpers[] = {
    {"_count_elements", "mapping, iterable, /", count_elements},
    {"_move_to_end", "mapping, key, last, /", move_to_end},
    {"_ordered_view", "mapping, part, /", ordered_view},
};

// ---- named tuples ------------------------------------------------------------------------------------------------

/// The field of a named tuple: a descriptor that reads one item.
class TupleGetter final : public NativeObject {
 public:
  TupleGetter(Ref<Class> cls, std::size_t index, Value doc) noexcept
      : NativeObject(std::move(cls)), index(index), doc(std::move(doc)) {}
  std::size_t index;
  Value doc;
  void visit(Visitor& visitor) const override {
    NativeObject::visit(visitor);
    visit_value(visitor, doc);
  }
};

TupleGetter& self_getter(const Value& self) { return static_cast<TupleGetter&>(*Vm::core(self).as<NativeObject>()); }

Value getter_new(Vm& vm, Arguments args) {
  std::int64_t index = 0;
  if (!vm.index(args[1], index)) return {};
  Class& cls = builtin_class(args[0]);
  return vm.finish_new(args[0], cls, make<TupleGetter>(Ref<Class>(&cls), static_cast<std::size_t>(index), args[2]));
}

Value getter_get(Vm& vm, Arguments args) {
  if (args[1].is_none()) return args[0];
  const TupleGetter& getter = self_getter(args[0]);
  const Tuple* tuple = Vm::core_as<Tuple>(args[1], kind::tuple);
  if (tuple == nullptr) {
    return vm.type_error("descriptor for index '" + std::to_string(getter.index) +
                         "' for tuple subclasses doesn't apply to '" + vm.type_name(args[1]) + "' object");
  }
  return getter.index < tuple->size() ? (*tuple)[getter.index] : vm.index_error("tuple index out of range");
}

Value getter_set(Vm& vm, Arguments /*args*/) { return vm.attribute_error("can't set attribute"); }
Value getter_delete(Vm& vm, Arguments /*args*/) { return vm.attribute_error("can't delete attribute"); }

Value getter_repr(Vm& vm, Arguments args) {
  const TupleGetter& getter = self_getter(args[0]);
  const std::optional<std::string> doc = vm.repr_text(getter.doc);
  return doc ? vm.str("_tuplegetter(" + std::to_string(getter.index) + ", " + *doc + ")") : Value();
}

Value getter_doc(Vm& /*vm*/, Arguments args) { return self_getter(args[0]).doc; }
Value getter_set_doc(Vm& /*vm*/, Arguments args) {
  self_getter(args[0]).doc = args[1];
  return Value::none();
}

constexpr NativeDefinition kGetter[] = {
    {"__new__", "cls, index, doc, /", getter_new},
    {"__get__", "self, instance, owner=None, /", getter_get},
    {"__set__", "self, instance, value, /", getter_set},
    {"__delete__", "self, instance, /", getter_delete},
    {"__repr__", "self, /", getter_repr},
};

void add_tuple_getter(Vm& vm, Module& module) {
  Class& cls = vm.make_library_class(module, "_tuplegetter", "collections");
  vm.define_methods(cls, kGetter);
  Ref<NativeFunction> get = vm.make_native({"__doc__", "self, /", getter_doc}, "_tuplegetter");
  Ref<NativeFunction> set = vm.make_native({"__doc__", "self, value, /", getter_set_doc}, "_tuplegetter");
  get->is_method = set->is_method = true;
  Ref<Property> doc = make<Property>(Value(std::move(get)), Value(std::move(set)), Value::none(), Value::none());
  doc->name = vm.intern("__doc__");
  cls.attributes->set(*vm.intern("__doc__"), Value(std::move(doc)));
}

bool make_collections(Vm& vm, Module& module) {
  add_deque(vm, module);
  vm.define_functions(module, kDictHelpers);
  const Types& types = vm.types();
  vm.make_library_class(module, "odict_keys", "builtins", types.dict_keys.get()).is_final = true;
  vm.make_library_class(module, "odict_values", "builtins", types.dict_values.get()).is_final = true;
  vm.make_library_class(module, "odict_items", "builtins", types.dict_items.get()).is_final = true;
  add_tuple_getter(vm, module);
  return true;
}

}  // namespace

}  // namespace collections

void install_collections(ModuleRegistry& modules) { modules.add_native("_collections", collections::make_collections); }

}  // namespace loopline::script
