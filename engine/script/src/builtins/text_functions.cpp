// The built-in functions about texts: chr, ord, ascii, format.
#include "../vm/bootstrap.h"
#include "builtin_functions.h"

namespace loopline::script {

namespace {

Value function_chr(Vm& vm, Arguments args) {
  const Value number = index_value(vm, args[0]);
  if (!number.is_set()) return {};
  if (!number.is_int() || number.as_int() < INT32_MIN || number.as_int() > INT32_MAX) {
    return vm.overflow_error("Python int too large to convert to C int");
  }
  if (number.as_int() < 0 || number.as_int() > 0x10ffff) return vm.value_error("chr() arg not in range(0x110000)");
  std::string character;
  utf8::append(character, static_cast<char32_t>(number.as_int()));
  return vm.str(character);
}

Value function_ord(Vm& vm, Arguments args) {
  const Value& value = Vm::core(args[0]);
  std::size_t length = 0;
  if (const Str* text = as_str(value)) {
    if (text->length() == 1) return Value(static_cast<std::int64_t>(text->at(0)));
    length = text->length();
  } else if (const std::optional<std::string_view> data = bytes_view_of(value)) {
    if (data->size() == 1) return Value(std::int64_t{static_cast<unsigned char>(data->front())});
    length = data->size();
  } else {
    return vm.type_error("ord() expected string of length 1, but " + vm.type_name(args[0]) + " found");
  }
  return vm.type_error("ord() expected a character, but string of length " + std::to_string(length) + " found");
}

Value function_ascii(Vm& vm, Arguments args) { return vm.ascii(args[0]); }

Value function_format(Vm& vm, Arguments args) {
  if (Vm::core_as<Str>(args[1], kind::str) == nullptr) {
    return vm.type_error("format() argument 2 must be str, not " + vm.type_name(args[1]));
  }
  return vm.format(args[0], args[1]);
}

constexpr NativeDefinition kFunctions[] = {
    {"chr", "i, /", function_chr},
    {"ord", "c, /", function_ord},
    {"ascii", "obj, /", function_ascii},
    {"format", "value, format_spec='', /", function_format},
};

}  // namespace

void install_text_functions(Vm& vm) { add_builtin_functions(vm, kFunctions); }

}  // namespace loopline::script
