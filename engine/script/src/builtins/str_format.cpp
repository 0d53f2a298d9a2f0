// str.format: "{0.name[key]!r:>{width}}".
#include <algorithm>

#include "../vm/unicode_tables.h"
#include "str_common.h"

namespace loopline::script {

namespace {

/// One replacement field, cut out of its text.
struct Field {
  std::string_view name;
  std::string_view spec;
  char32_t conversion = 0;
  bool spec_has_fields = false;
};

/// A number in a field: its value, -1 if it is none, -2 after raising.
std::int64_t field_number(Vm& vm, std::string_view text) {
  if (text.empty()) return -1;
  std::int64_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const int digit = unicode::digit_value(utf8::decode(text, at));
    if (digit < 0) return -1;
    if (number > (INT64_MAX - digit) / 10) {
      vm.value_error("Too many decimal digits in format string");
      return -2;
    }
    number = number * 10 + digit;
  }
  return number;
}

class Formatter {
 public:
  /// `positional` is null for format_map.
  Formatter(Vm& vm, const Tuple* positional, const Value& named) : m_vm(vm), m_positional(positional), m_named(named) {}

  /// Appends the text with its fields replaced. False after raising.
  bool run(std::string_view text, std::string& result, int depth) {
    if (depth <= 0) return fail("Max string recursion exceeded");
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t brace = text.find_first_of("{}", at);
      result += text.substr(at, brace - at);
      if (brace == std::string_view::npos) return true;
      const char which = text[brace];
      at = brace + 1;
      const bool is_double = at < text.size() && text[at] == which;
      if (is_double) {
        result += which;
        ++at;
        continue;
      }
      if (which == '}') return fail("Single '}' encountered in format string");
      if (at >= text.size()) return fail("Single '{' encountered in format string");
      Field field;
      if (!parse_field(text, at, field) || !render(field, result, depth)) return false;
      if (!m_vm.check_size(result.size()) || !m_vm.spend(4)) return false;
    }
    return true;
  }

 private:
  enum class Numbering { unknown, automatic, manual };

  bool fail(const char* message) {
    m_vm.value_error(message);
    return false;
  }

  /// From behind the opening brace to behind the closing one.
  bool parse_field(std::string_view text, std::size_t& at, Field& field) {
    const std::size_t start = at;
    char end = 0;
    while (at < text.size() && end == 0) {
      const char c = text[at++];
      if (c == '{') return fail("unexpected '{' in field name");
      if (c == '[') {
        at = std::min(text.find(']', at), text.size());
      } else if (c == '}' || c == ':' || c == '!') {
        end = c;
      }
    }
    if (end == 0) return fail("expected '}' before end of string");
    field.name = text.substr(start, at - 1 - start);
    if (end == '}') return true;
    if (end == '!') {
      if (at >= text.size()) return fail("end of string while looking for conversion specifier");
      field.conversion = utf8::decode(text, at);
      if (at >= text.size()) return fail("unmatched '{' in format spec");
      const std::size_t behind = at;
      const char32_t next = utf8::decode(text, at);
      if (next == '}') return true;
      if (next != ':') return fail("expected ':' after conversion specifier");
      at = behind + 1;
    }
    return parse_spec(text, at, field);
  }

  bool parse_spec(std::string_view text, std::size_t& at, Field& field) {
    const std::size_t start = at;
    for (int open = 1; at < text.size();) {
      const char c = text[at++];
      if (c == '{') {
        field.spec_has_fields = true;
        ++open;
      } else if (c == '}' && --open == 0) {
        field.spec = text.substr(start, at - 1 - start);
        return true;
      }
    }
    return fail("unmatched '{' in format spec");
  }

  bool render(const Field& field, std::string& result, int depth) {
    Value value = look_up(field.name);
    if (!value.is_set()) return false;
    switch (field.conversion) {
      case 0: break;
      case 'r': value = m_vm.repr(value); break;
      case 's': value = m_vm.to_str(value); break;
      case 'a': value = m_vm.ascii(value); break;
      default: return unknown_conversion(field.conversion);
    }
    if (!value.is_set()) return false;
    std::string expanded;
    std::string_view spec = field.spec;
    if (field.spec_has_fields) {
      if (!run(field.spec, expanded, depth - 1)) return false;
      spec = expanded;
    }
    if (spec.empty() && value.is_object(kind::str)) {
      result += value.as<Str>()->view();
      return true;
    }
    const Value text = m_vm.format(value, m_vm.str(spec));
    if (!text.is_set()) return false;
    result += Vm::core(text).as<Str>()->view();
    return true;
  }

  bool unknown_conversion(char32_t conversion) {
    char shown[24];
    const bool plain = conversion > 32 && conversion < 127;
    std::snprintf(shown, sizeof shown, plain ? "%c" : "\\x%x", static_cast<unsigned>(conversion));
    m_vm.value_error(std::string("Unknown conversion specifier ") + shown);
    return false;
  }

  /// The first part of a field name: a positional argument or a named one.
  Value first_value(std::string_view first) {
    std::int64_t number = field_number(m_vm, first);
    if (number == -2) return {};
    if (first.empty() || number >= 0) {
      const Numbering way = first.empty() ? Numbering::automatic : Numbering::manual;
      if (m_numbering == Numbering::unknown) m_numbering = way;
      if (m_numbering != way) {
        return m_vm.value_error(way == Numbering::automatic
                                    ? "cannot switch from manual field specification to automatic field numbering"
                                    : "cannot switch from automatic field numbering to manual field specification");
      }
      if (first.empty()) number = m_next++;
      if (m_positional == nullptr) return m_vm.value_error("Format string contains positional fields");
      if (static_cast<std::size_t>(number) < m_positional->size()) {
        return (*m_positional)[static_cast<std::size_t>(number)];
      }
      return m_vm.index_error("Replacement index " + std::to_string(number) +
                              " out of range for positional args tuple");
    }
    return m_vm.get_item(m_named, m_vm.str(first));
  }

  Value look_up(std::string_view name) {
    const std::size_t end = std::min(name.find_first_of(".["), name.size());
    Value value = first_value(name.substr(0, end));
    for (std::size_t at = end; at < name.size() && value.is_set();) {
      const char way = name[at++];
      if (way == '.') {
        const std::size_t stop = std::min(name.find_first_of(".[", at), name.size());
        if (stop == at) return m_vm.value_error("Empty attribute in format string");
        value = m_vm.get_attr(value, name.substr(at, stop - at));
        at = stop;
      } else if (way == '[') {
        const std::size_t stop = name.find(']', at);
        if (stop == std::string_view::npos) return m_vm.value_error("Missing ']' in format string");
        if (stop == at) return m_vm.value_error("Empty attribute in format string");
        const std::int64_t number = field_number(m_vm, name.substr(at, stop - at));
        if (number == -2) return {};
        value = m_vm.get_item(value, number >= 0 ? Value(number) : m_vm.str(name.substr(at, stop - at)));
        at = stop + 1;
      } else {
        return m_vm.value_error("Only '.' or '[' may follow ']' in format field specifier");
      }
    }
    return value;
  }

  Vm& m_vm;
  const Tuple* m_positional;
  const Value& m_named;
  Numbering m_numbering = Numbering::unknown;
  std::int64_t m_next = 0;
};

Value str_format(Vm& vm, Arguments args) {
  std::string result;
  Formatter formatter(vm, args[1].as<Tuple>(), args[2]);
  return formatter.run(self_str(args[0]).view(), result, 2) ? checked_str(vm, result) : Value();
}

Value str_format_map(Vm& vm, Arguments args) {
  std::string result;
  Formatter formatter(vm, nullptr, args[1]);
  return formatter.run(self_str(args[0]).view(), result, 2) ? checked_str(vm, result) : Value();
}

constexpr NativeDefinition kFormat[] = {
    {"format", "self, /, *args, **kwargs", str_format},
    {"format_map", "self, mapping, /", str_format_map},
};

}  // namespace

void install_str_format(Vm& vm) { vm.define_methods(*vm.types().str, kFormat); }

}  // namespace loopline::script
