// bytes and bytearray: decode, hex, translate.
#include "../vm/codecs.h"
#include "bytes_common.h"

namespace loopline::script {

Value hex_text(Vm& vm, std::string_view data, const Value& separator_value, const Value& group_value) {
  std::string separator;
  if (separator_value.is_set()) {
    const std::int64_t length = vm.length(separator_value);
    if (length < 0) return {};
    if (length != 1) return vm.value_error("sep must be length 1.");
    if (const Str* text = Vm::core_as<Str>(separator_value, kind::str)) {
      separator = text->view();
    } else if (const std::optional<std::string_view> bytes = bytes_view_of(separator_value)) {
      separator = *bytes;
    } else {
      return vm.type_error("sep must be str or bytes.");
    }
    if (separator.size() != 1 || static_cast<unsigned char>(separator[0]) >= 0x80) {
      return vm.value_error("sep must be ASCII.");
    }
  }
  std::int64_t group = 1;
  if (!vm.index(group_value, group)) return {};
  if (!vm.check_size(data.size() * 3)) return {};
  constexpr char kDigits[] = "0123456789abcdef";
  const std::size_t every = static_cast<std::size_t>(group < 0 ? -group : group);
  // Groups are counted from the right, those of a negative size from the left.
  const auto begins_group = [&](std::size_t i) {
    return i > 0 && every > 0 && (group > 0 ? data.size() - i : i) % every == 0;
  };
  std::string text;
  text.reserve(data.size() * 2);
  for (std::size_t i = 0; i < data.size(); ++i) {
    if (!separator.empty() && begins_group(i)) text += separator;
    const auto byte = static_cast<unsigned char>(data[i]);
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 0xfU];
  }
  return vm.str(text);
}

namespace {

Value bytes_hex(Vm& vm, Arguments args) { return hex_text(vm, std::string(self_bytes(args[0])), args[1], args[2]); }

int hex_digit(char32_t c) noexcept {
  if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<int>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<int>(c - 'A') + 10;
  return -1;
}

Value bytes_fromhex(Vm& vm, Arguments args) {
  const Str* text = Vm::core_as<Str>(args[1], kind::str);
  if (text == nullptr) return vm.type_error("fromhex() argument must be str, not " + vm.type_name(args[1]));
  const std::u32string characters = utf8::to_utf32(text->view());
  std::string data;
  const auto digit_at = [&](std::size_t i) { return i < characters.size() ? hex_digit(characters[i]) : -1; };
  const auto is_space = [](char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  for (std::size_t i = 0; i < characters.size();) {
    if (is_space(characters[i])) {
      ++i;
      continue;
    }
    const int high = digit_at(i);
    const int low = high < 0 ? -1 : digit_at(i + 1);
    if (low < 0) {
      return vm.value_error("non-hexadecimal number found in fromhex() arg at position " +
                            std::to_string(high < 0 ? i : i + 1));
    }
    data += static_cast<char>(high * 16 + low);
    i += 2;
  }
  const Class* cls = as_class(args[0]);
  const bool is_array = cls != nullptr && cls->derives_from(*vm.types().bytearray);
  const Value made = is_array ? Value(make<ByteArray>(std::move(data))) : Value(make<Bytes>(std::move(data)));
  const bool is_own = cls == vm.types().bytes.get() || cls == vm.types().bytearray.get();
  return is_own ? made : vm.call(args[0], {made});
}

Value bytes_decode(Vm& vm, Arguments args) {
  const auto encoding = codecs::name_argument(vm, args[1], "utf-8", "decode", "encoding");
  if (!encoding) return {};
  const auto errors = codecs::name_argument(vm, args[2], "strict", "decode", "errors");
  return errors ? codecs::decode(vm, self_bytes(args[0]), *encoding, *errors) : Value();
}

Value bytes_translate(Vm& vm, Arguments args) {
  std::optional<BytesData> table;
  if (!args[1].is_none()) {
    table.emplace(args[1]);
    if (!require_bytes(vm, args[1], *table)) return {};
    if (table->view().size() != 256) return vm.value_error("translation table must be 256 characters long");
  }
  std::optional<BytesData> removed;
  if (args[2].is_set()) {
    removed.emplace(args[2]);
    if (!require_bytes(vm, args[2], *removed)) return {};
  }
  std::string result;
  for (const char c : self_bytes(args[0])) {
    if (removed && removed->view().find(c) != std::string_view::npos) continue;
    result += table ? table->view()[static_cast<unsigned char>(c)] : c;
  }
  return bytes_of_kind(vm, args[0], std::move(result));
}

Value bytes_maketrans(Vm& vm, Arguments args) {
  const BytesData from(args[0]);
  if (!require_bytes(vm, args[0], from)) return {};
  const BytesData to(args[1]);
  if (!require_bytes(vm, args[1], to)) return {};
  if (from.view().size() != to.view().size()) return vm.value_error("maketrans arguments must have same length");
  std::string table(256, '\0');
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = static_cast<char>(i);
  for (std::size_t i = 0; i < from.view().size(); ++i) {
    table[static_cast<unsigned char>(from.view()[i])] = to.view()[i];
  }
  return make<Bytes>(std::move(table));
}

constexpr NativeDefinition kConvert[] = {
    {"decode", "self, /, encoding?, errors?", bytes_decode},
    {"hex", "self, /, sep?, bytes_per_sep=1", bytes_hex},
    {"translate", "self, table, /, delete?", bytes_translate},
};
constexpr NativeDefinition kFromHex[] = {{"fromhex", "type, string, /", bytes_fromhex}};
constexpr NativeDefinition kMaketrans[] = {{"maketrans", "frm, to, /", bytes_maketrans}};

}  // namespace

void install_bytes_convert(Vm& vm, Class& cls) {
  vm.define_methods(cls, kConvert);
  vm.define_class_methods(cls, kFromHex);
  vm.define_static_methods(cls, kMaketrans);
}

}  // namespace loopline::script
