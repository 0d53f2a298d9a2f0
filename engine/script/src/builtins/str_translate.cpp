// str.translate and str.maketrans.
#include <algorithm>

#include "str_common.h"

namespace loopline::script {

namespace {

/// Appends what the table makes of a character. False after raising.
bool append_translated(Vm& vm, std::string& result, const Value& table, char32_t character) {
  const Value found = vm.get_item(table, Value(static_cast<std::int64_t>(character)));
  if (!found.is_set()) {
    if (!vm.catch_error(*vm.types().lookup_error)) return false;
    utf8::append(result, character);
    return true;
  }
  const Value& to = Vm::core(found);
  if (to.is_none()) return true;
  if (const Str* text = as_str(to)) {
    result += text->view();
    return true;
  }
  if (!is_integer(to) || to.is_bool()) {
    if (!to.is_bool()) {
      vm.type_error("character mapping must return integer, None or str");
      return false;
    }
  }
  const std::int64_t point = to.is_int() ? to.as_int() : to.is_bool() ? (to.as_bool() ? 1 : 0) : -1;
  if (point < 0 || point > 0x10ffff) {
    vm.value_error("character mapping must be in range(0x110000)");
    return false;
  }
  utf8::append(result, static_cast<char32_t>(point));
  return true;
}

Value str_translate(Vm& vm, Arguments args) {
  const Value self = same_str(args[0]);
  const std::string_view text = self.as<Str>()->view();
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    if (!append_translated(vm, result, args[1], utf8::decode(text, at))) return {};
    if (!vm.check_size(result.size()) || !vm.spend(16)) return {};
  }
  return vm.str(result);
}

/// maketrans(dict): keys that are one character become its number.
Value table_from_dict(Vm& vm, const Value& given) {
  const Dict* source = Vm::core_as<Dict>(given, kind::dict);
  if (source == nullptr) {
    return vm.type_error("if you give only one argument to maketrans it must be a dict");
  }
  Ref<Dict> table = vm.dict();
  for (std::int32_t at = source->next(0); at >= 0; at = source->next(static_cast<std::size_t>(at) + 1)) {
    const Dict::Entry& entry = source->entries()[static_cast<std::size_t>(at)];
    Value key = Vm::core(entry.key);
    if (const Str* text = as_str(key)) {
      if (text->length() != 1) return vm.value_error("string keys in translate table must be of length 1");
      key = Value(static_cast<std::int64_t>(text->at(0)));
    } else if (!is_integer(key)) {
      return vm.type_error("keys in translate table must be strings or integers");
    }
    if (!vm.dict_set(*table, key, entry.value)) return {};
  }
  return table;
}

Value str_maketrans(Vm& vm, Arguments args) {
  if (!args[1].is_set()) return table_from_dict(vm, args[0]);
  const Str* from = Vm::core_as<Str>(args[0], kind::str);
  if (from == nullptr) {
    return vm.type_error("first maketrans argument must be a string if there is a second argument");
  }
  const auto is_text = [&](const Value& value, int position) {
    if (Vm::core_as<Str>(value, kind::str) != nullptr) return true;
    vm.type_error("maketrans() argument " + std::to_string(position) + " must be str, not " + vm.type_name(value));
    return false;
  };
  if (!is_text(args[1], 2) || (args[2].is_set() && !is_text(args[2], 3))) return {};
  const std::u32string source = utf8::to_utf32(from->view());
  const std::u32string target = utf8::to_utf32(self_str(args[1]).view());
  if (source.size() != target.size()) {
    return vm.value_error("the first two maketrans arguments must have equal length");
  }
  Ref<Dict> table = vm.dict();
  for (std::size_t i = 0; i < source.size(); ++i) {
    const Value to(static_cast<std::int64_t>(target[i]));
    if (!vm.dict_set(*table, Value(static_cast<std::int64_t>(source[i])), to)) return {};
  }
  if (args[2].is_set()) {
    for (const char32_t removed : utf8::to_utf32(self_str(args[2]).view())) {
      if (!vm.dict_set(*table, Value(static_cast<std::int64_t>(removed)), Value::none())) return {};
    }
  }
  return table;
}

constexpr NativeDefinition kTranslate[] = {{"translate", "self, table, /", str_translate}};
constexpr NativeDefinition kMaketrans[] = {{"maketrans", "x, y?, z?, /", str_maketrans}};

}  // namespace

void install_str_translate(Vm& vm) {
  vm.define_methods(*vm.types().str, kTranslate);
  vm.define_static_methods(*vm.types().str, kMaketrans);
}

}  // namespace loopline::script
