// str: case, and what kind of characters there are.
#include "../vm/unicode_tables.h"
#include "str_common.h"

namespace loopline::script {

namespace {

using unicode::Change;

constexpr char ascii_lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr char ascii_upper(char c) noexcept { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }
constexpr bool is_ascii_letter(char c) noexcept { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }

/// Every character by itself; `change` gives an ASCII one.
template <class OneAscii>
Value map_ascii(std::string_view text, OneAscii change) {
  Ref<Str> made = Str::reserve(text.size());
  char* to = made->data();
  for (const char c : text) *to++ = change(c);
  made->finish();
  return made;
}

constexpr std::uint64_t kCostOfByte = 3;  // instructions: each character is looked up in tables

/// Every character; `each(result, start, end, character)` appends what it becomes.
template <class Each>
Value map_characters(Vm& vm, std::string_view text, Each each) {
  std::string result;
  result.reserve(text.size() + 8);
  if (!vm.spend(text.size() * kCostOfByte)) return {};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t character = utf8::decode(text, at);
    each(result, start, at, character);
  }
  return checked_str(vm, result);
}

Value str_upper(Vm& vm, Arguments args) {
  const Str& text = self_str(args[0]);
  if (!vm.spend(1 + text.byte_size() / 32)) return {};
  if (text.is_ascii()) return map_ascii(text.view(), ascii_upper);
  return map_characters(vm, text.view(), [](std::string& result, std::size_t, std::size_t, char32_t character) {
    unicode::append_changed(result, character, Change::upper);
  });
}

Value str_lower(Vm& vm, Arguments args) {
  const Str& text = self_str(args[0]);
  if (!vm.spend(1 + text.byte_size() / 32)) return {};
  if (text.is_ascii()) return map_ascii(text.view(), ascii_lower);
  return map_characters(vm, text.view(),
                        [&](std::string& result, std::size_t start, std::size_t end, char32_t character) {
                          unicode::append_lower_at(result, text.view(), start, end, character);
                        });
}

Value str_casefold(Vm& vm, Arguments args) {
  const Str& text = self_str(args[0]);
  if (!vm.spend(1 + text.byte_size() / 32)) return {};
  if (text.is_ascii()) return map_ascii(text.view(), ascii_lower);
  return map_characters(vm, text.view(), [](std::string& result, std::size_t, std::size_t, char32_t character) {
    unicode::append_changed(result, character, Change::fold);
  });
}

Value str_capitalize(Vm& vm, Arguments args) {
  const Str& text = self_str(args[0]);
  if (!vm.spend(1 + text.byte_size() / 32)) return {};
  if (text.is_ascii()) {
    bool first = true;
    return map_ascii(text.view(), [&](char c) {
      const char changed = first ? ascii_upper(c) : ascii_lower(c);
      first = false;
      return changed;
    });
  }
  return map_characters(vm, text.view(),
                        [&](std::string& result, std::size_t start, std::size_t end, char32_t character) {
                          if (start == 0) {
                            unicode::append_changed(result, character, Change::title);
                          } else {
                            unicode::append_lower_at(result, text.view(), start, end, character);
                          }
                        });
}

bool is_cased(char32_t character) noexcept {
  return unicode::is_lower(character) || unicode::is_upper(character) || unicode::is_title(character);
}

Value str_title(Vm& vm, Arguments args) {
  const Str& text = self_str(args[0]);
  if (!vm.spend(1 + text.byte_size() / 32)) return {};
  bool in_word = false;
  if (text.is_ascii()) {
    return map_ascii(text.view(), [&](char c) {
      const char changed = in_word ? ascii_lower(c) : ascii_upper(c);
      in_word = is_ascii_letter(c);
      return changed;
    });
  }
  return map_characters(vm, text.view(),
                        [&](std::string& result, std::size_t start, std::size_t end, char32_t character) {
                          if (in_word) {
                            unicode::append_lower_at(result, text.view(), start, end, character);
                          } else {
                            unicode::append_changed(result, character, Change::title);
                          }
                          in_word = is_cased(character);
                        });
}

Value str_swapcase(Vm& vm, Arguments args) {
  const Str& text = self_str(args[0]);
  if (!vm.spend(1 + text.byte_size() / 32)) return {};
  if (text.is_ascii()) {
    return map_ascii(text.view(), [](char c) { return ascii_upper(c) != c ? ascii_upper(c) : ascii_lower(c); });
  }
  return map_characters(vm, text.view(),
                        [&](std::string& result, std::size_t start, std::size_t end, char32_t character) {
                          if (unicode::is_upper(character)) {
                            unicode::append_lower_at(result, text.view(), start, end, character);
                          } else if (unicode::is_lower(character)) {
                            unicode::append_changed(result, character, Change::upper);
                          } else {
                            utf8::append(result, character);
                          }
                        });
}

// ---- what there is -------------------------------------------------------------------------------------------------

/// Whether there are characters, and all are such.
template <bool (*holds)(char32_t)>
Value all_are(Vm& vm, Arguments args) {
  const std::string_view text = self_str(args[0]).view();
  if (!vm.spend(1 + text.size())) return {};
  for (std::size_t at = 0; at < text.size();) {
    if (!holds(utf8::decode(text, at))) return Value(false);
  }
  return Value(!text.empty());
}

bool is_alnum(char32_t character) {
  return unicode::is_alpha(character) || unicode::is_decimal(character) || unicode::is_digit(character) ||
         unicode::is_numeric(character);
}
bool is_alpha(char32_t character) { return unicode::is_alpha(character); }
bool is_decimal(char32_t character) { return unicode::is_decimal(character); }
bool is_digit(char32_t character) { return unicode::is_digit(character); }
bool is_numeric(char32_t character) { return unicode::is_numeric(character); }
bool is_space(char32_t character) { return unicode::is_space(character); }

Value str_isascii(Vm& /*vm*/, Arguments args) { return Value(self_str(args[0]).is_ascii()); }

Value str_isprintable(Vm& vm, Arguments args) {
  if (self_str(args[0]).byte_size() == 0) return Value(true);
  return all_are<unicode::is_printable>(vm, args);
}

/// islower, isupper: cased characters there are, and none of another case.
template <bool (*wanted)(char32_t) noexcept, bool (*unwanted)(char32_t) noexcept>
Value is_of_case(Vm& vm, Arguments args) {
  const std::string_view text = self_str(args[0]).view();
  if (!vm.spend(1 + text.size())) return {};
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = utf8::decode(text, at);
    if (unwanted(character) || unicode::is_title(character)) return Value(false);
    any = any || wanted(character);
  }
  return Value(any);
}

Value str_istitle(Vm& vm, Arguments args) {
  const std::string_view text = self_str(args[0]).view();
  if (!vm.spend(1 + text.size())) return {};
  bool any = false;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = utf8::decode(text, at);
    if (unicode::is_upper(character) || unicode::is_title(character)) {
      if (in_word) return Value(false);
      in_word = any = true;
    } else if (unicode::is_lower(character)) {
      if (!in_word) return Value(false);
      any = true;
    } else {
      in_word = false;
    }
  }
  return Value(any);
}

Value str_isidentifier(Vm& vm, Arguments args) {
  const std::string_view text = self_str(args[0]).view();
  if (!vm.spend(1 + text.size())) return {};
  for (std::size_t at = 0; at < text.size();) {
    const bool first = at == 0;
    const char32_t character = utf8::decode(text, at);
    if (first ? !unicode::starts_identifier(character) : !unicode::continues_identifier(character)) return Value(false);
  }
  return Value(!text.empty());
}

constexpr NativeDefinition kCase[] = {
    {"upper", "self, /", str_upper},
    {"lower", "self, /", str_lower},
    {"casefold", "self, /", str_casefold},
    {"capitalize", "self, /", str_capitalize},
    {"title", "self, /", str_title},
    {"swapcase", "self, /", str_swapcase},
    {"isalnum", "self, /", all_are<is_alnum>},
    {"isalpha", "self, /", all_are<is_alpha>},
    {"isdecimal", "self, /", all_are<is_decimal>},
    {"isdigit", "self, /", all_are<is_digit>},
    {"isnumeric", "self, /", all_are<is_numeric>},
    {"isspace", "self, /", all_are<is_space>},
    {"isascii", "self, /", str_isascii},
    {"isprintable", "self, /", str_isprintable},
    {"islower", "self, /", is_of_case<unicode::is_lower, unicode::is_upper>},
    {"isupper", "self, /", is_of_case<unicode::is_upper, unicode::is_lower>},
    {"istitle", "self, /", str_istitle},
    {"isidentifier", "self, /", str_isidentifier},
};

}  // namespace

void install_str_case(Vm& vm) { vm.define_methods(*vm.types().str, kCase); }

}  // namespace loopline::script
