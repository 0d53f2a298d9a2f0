// _json.encode: values as JSON text (CPython: _json.c, the encoder).
#include <algorithm>
#include <cmath>

#include "../builtins/common.h"
#include "../builtins/list.h"
#include "../vm/format.h"
#include "json_parts.h"
#include "script/module_registry.h"

namespace loopline::script {

namespace {

void append_unit(std::string& text, unsigned unit) {
  static constexpr char kDigits[] = "0123456789abcdef";
  text += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) text += kDigits[(unit >> static_cast<unsigned>(shift)) & 0xfU];
}

/// The escape of a character that has one of its own, or null.
const char* short_escape(char c) {
  switch (c) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    case '\f': return "\\f";
    case '\b': return "\\b";
    default: return nullptr;
  }
}

void append_string(std::string& text, std::string_view string, bool ascii) {
  text += '"';
  for (std::size_t at = 0; at < string.size();) {
    const char c = string[at];
    const auto byte = static_cast<unsigned char>(c);
    if (const char* escape = short_escape(c)) {
      text += escape;
      ++at;
    } else if (byte < 0x20 || (byte == 0x7f && ascii)) {
      append_unit(text, byte);
      ++at;
    } else if (byte < 0x80 || !ascii) {
      text += c;
      ++at;
    } else {
      const char32_t character = utf8::decode(string, at);
      if (character >= 0x10000) {
        append_unit(text, 0xd800U + ((character - 0x10000U) >> 10U));
        append_unit(text, 0xdc00U + ((character - 0x10000U) & 0x3ffU));
      } else {
        append_unit(text, character);
      }
    }
  }
  text += '"';
}

class Encoder {
 public:
  Encoder(Vm& vm, Arguments args)
      : m_vm(vm),
        m_default(args[1]),
        m_skip_keys(vm.truth(args[2]) > 0),
        m_ascii(vm.truth(args[3]) > 0),
        m_check_circular(vm.truth(args[4]) > 0),
        m_allow_nan(vm.truth(args[5]) > 0),
        m_indented(!args[6].is_none()),
        m_indent(m_indented ? as_str(args[6])->view() : std::string_view()),
        m_item_separator(as_str(args[7])->view()),
        m_key_separator(as_str(args[8])->view()),
        m_sort_keys(vm.truth(args[9]) > 0) {}

  std::string text;

  bool encode(const Value& given) {
    if (!m_vm.spend(1) || !m_vm.check_size(text.size())) return false;
    if (given.is_none() || given.is_bool() || given.is_int() || given.is_float()) return append_plain(given);
    const Value& value = Vm::core(given);
    if (value.is_object(kind::str)) {
      append_string(text, value.as<Str>()->view(), m_ascii);
      return true;
    }
    if (value.is_int() || value.is_float() || value.is_object(kind::big_int)) return append_plain(value);
    if (value.is_object(kind::list) || value.is_object(kind::tuple))
      return nested(given, [&] { return append_list(value); });
    if (value.is_object(kind::dict)) return nested(given, [&] { return append_dict(given); });
    return nested(given, [&] {
      const Value replaced = m_vm.call(m_default, {given});
      return replaced.is_set() && encode(replaced);
    });
  }

 private:
  bool append_plain(const Value& value) {
    if (value.is_none()) {
      text += "null";
    } else if (value.is_bool()) {
      text += value.as_bool() ? "true" : "false";
    } else if (value.is_int()) {
      text += std::to_string(value.as_int());
    } else if (value.is_float()) {
      return append_float(value.as_float());
    } else {
      const Value digits = m_vm.builtin_repr(value);
      if (!digits.is_set()) return false;
      text += as_str(digits)->view();
    }
    return true;
  }

  bool append_float(double number) {
    if (std::isfinite(number)) {
      text += format::float_repr(number);
      return true;
    }
    if (!m_allow_nan) {
      m_vm.value_error("Out of range float values are not JSON compliant");
      return false;
    }
    text += std::isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
    return true;
  }

  /// Goes into a container or an object to replace: refuses circles and depths that would not end.
  template <class Body>
  bool nested(const Value& container, Body body) {
    const Object* object = container.is_object() ? container.as_object() : nullptr;
    if (m_check_circular && object != nullptr && std::find(m_open.begin(), m_open.end(), object) != m_open.end()) {
      m_vm.value_error("Circular reference detected");
      return false;
    }
    if (m_open.size() >= kDeepest) {
      m_vm.raise(*m_vm.types().recursion_error, "maximum recursion depth exceeded while encoding a JSON object");
      return false;
    }
    m_open.push_back(object);
    const bool ok = body();
    m_open.pop_back();
    return ok;
  }

  void new_line() {
    if (!m_indented) return;
    text += '\n';
    for (std::size_t i = 0; i < m_level; ++i) text += m_indent;
  }

  void begin(char bracket) {
    text += bracket;
    ++m_level;
    new_line();
  }
  void separate() {
    text += m_item_separator;
    new_line();
  }
  void end(char bracket) {
    --m_level;
    new_line();
    text += bracket;
  }

  bool append_list(const Value& list) {
    const std::optional<std::vector<Value>> items = m_vm.to_vector(list);
    if (!items) return false;
    if (items->empty()) {
      text += "[]";
      return true;
    }
    begin('[');
    for (std::size_t i = 0; i < items->size(); ++i) {
      if (i > 0) separate();
      if (!encode((*items)[i])) return false;
    }
    end(']');
    return true;
  }

  bool append_dict(const Value& dict) {
    if (Vm::core(dict).as<Dict>()->empty()) {
      text += "{}";
      return true;
    }
    Value items = m_vm.call_method(dict, "items");
    if (!items.is_set()) return false;
    const Ref<List> list = make<List>();
    if (!extend_list(m_vm, *list, items)) return false;
    if (m_sort_keys && !sort_list(m_vm, *list, Value::none(), Value(false))) return false;
    begin('{');
    bool first = true;
    for (const Value& each : list->items) {
      const Tuple* pair = as_tuple(each);
      if (pair == nullptr || pair->size() != 2) {
        m_vm.value_error("items must return 2-tuples");
        return false;
      }
      std::string key;
      const int usable = key_text((*pair)[0], key);
      if (usable < 0) return false;
      if (usable == 0) continue;
      if (!first) separate();
      first = false;
      append_string(text, key, m_ascii);
      text += m_key_separator;
      if (!encode((*pair)[1])) return false;
    }
    end('}');
    return true;
  }

  /// 1: the key as text; 0: to be skipped; -1 after raising.
  int key_text(const Value& given, std::string& key) {
    const Value& value = Vm::core(given);
    if (value.is_object(kind::str)) {
      key = value.as<Str>()->view();
      return 1;
    }
    if (value.is_none() || value.is_bool() || value.is_int() || value.is_float() || value.is_object(kind::big_int)) {
      std::string outer;
      outer.swap(text);
      const bool ok = append_plain(value);
      key.swap(text);
      text.swap(outer);
      return ok ? 1 : -1;
    }
    if (m_skip_keys) return 0;
    m_vm.type_error("keys must be str, int, float, bool or None, not " + m_vm.type_name(given));
    return -1;
  }

  static constexpr std::size_t kDeepest = 990;

  Vm& m_vm;
  Value m_default;
  bool m_skip_keys;
  bool m_ascii;
  bool m_check_circular;
  bool m_allow_nan;
  bool m_indented;
  std::string_view m_indent;
  std::string_view m_item_separator;
  std::string_view m_key_separator;
  bool m_sort_keys;
  std::size_t m_level = 0;
  std::vector<const Object*> m_open;
};

}  // namespace

Value json_encode(Vm& vm, Arguments args) {
  Encoder encoder(vm, args);
  if (!encoder.encode(args[0])) return {};
  return vm.str(encoder.text);
}

Value json_quote(Vm& vm, Arguments args) {
  const Str* string = Vm::core_as<Str>(args[0], kind::str);
  if (string == nullptr) return vm.type_error("first argument must be a string, not " + vm.type_name(args[0]));
  std::string text;
  append_string(text, string->view(), args[1].as_bool());
  return vm.str(text);
}

}  // namespace loopline::script
