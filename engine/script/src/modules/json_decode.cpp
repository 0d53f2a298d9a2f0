// _json.decode: JSON text as values (CPython: _json.c, the scanner). The module is filled here too.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "../builtins/common.h"
#include "json_parts.h"
#include "modules.h"
#include "script/module_registry.h"

namespace loopline::script {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Decoder {
 public:
  Decoder(Vm& vm, Arguments args)
      : m_vm(vm),
        m_source(*Vm::core(args[0]).as<Str>()),
        m_text(m_source.view()),
        m_whole(args[0]),
        m_fail(args[2]),
        m_object_hook(args[3]),
        m_pairs_hook(args[4]),
        m_parse_float(args[5]),
        m_parse_int(args[6]),
        m_parse_constant(args[7]),
        m_strict(vm.truth(args[8]) > 0) {}

  std::size_t at = 0;  // in bytes

  Value value() {
    if (!m_vm.spend(1)) return {};
    if (at >= m_text.size()) return fail("Expecting value", at);
    const char c = m_text[at];
    if (c == '"') {
      std::string string;
      return parse_string(string) ? m_vm.str(string) : Value();
    }
    if (c == '{' || c == '[') {
      if (m_depth >= kDeepest) {
        return m_vm.raise(*m_vm.types().recursion_error, "maximum recursion depth exceeded while decoding a JSON " +
                                                             std::string(c == '{' ? "object" : "array") +
                                                             " from a unicode string");
      }
      ++m_depth;
      Value made = c == '{' ? object() : array();
      --m_depth;
      return made;
    }
    if (take("null")) return Value::none();
    if (take("true")) return Value(true);
    if (take("false")) return Value(false);
    if (take("NaN")) return constant("NaN", std::nan(""));
    if (take("Infinity")) return constant("Infinity", HUGE_VAL);
    if (take("-Infinity")) return constant("-Infinity", -HUGE_VAL);
    return number();
  }

  std::int64_t character_index() const { return static_cast<std::int64_t>(utf8::length(m_text.substr(0, at))); }

 private:
  Value fail(const char* message, std::size_t byte) {
    const auto index = static_cast<std::int64_t>(utf8::length(m_text.substr(0, byte)));
    m_vm.call(m_fail, {m_vm.str(message), m_whole, Value(index)});
    return {};
  }

  bool take(std::string_view word) {
    if (!m_text.substr(at).starts_with(word)) return false;
    at += word.size();
    return true;
  }

  void skip_space() {
    while (at < m_text.size() && (m_text[at] == ' ' || m_text[at] == '\n' || m_text[at] == '\t' || m_text[at] == '\r'))
      ++at;
  }

  bool next_is(char c) const { return at < m_text.size() && m_text[at] == c; }

  Value constant(std::string_view name, double standard) {
    return m_parse_constant.is_none() ? Value(standard) : m_vm.call(m_parse_constant, {m_vm.str(name)});
  }

  Value number() {
    const std::size_t start = at;
    std::size_t i = at;
    const auto digits = [&] {
      const std::size_t from = i;
      while (i < m_text.size() && is_digit(m_text[i])) ++i;
      return i > from;
    };
    if (m_text[i] == '-') ++i;
    if (i < m_text.size() && m_text[i] == '0') {
      ++i;
    } else if (!digits()) {
      return fail("Expecting value", start);
    }
    bool is_float = false;
    std::size_t end = i;
    if (i < m_text.size() && m_text[i] == '.') {
      ++i;
      if (digits()) {
        is_float = true;
        end = i;
      } else {
        i = end;
      }
    }
    if (i == end && i < m_text.size() && (m_text[i] == 'e' || m_text[i] == 'E')) {
      ++i;
      if (i < m_text.size() && (m_text[i] == '+' || m_text[i] == '-')) ++i;
      if (digits()) {
        is_float = true;
        end = i;
      }
    }
    at = end;
    return made_number(m_text.substr(start, end - start), is_float);
  }

  Value made_number(std::string_view text, bool is_float) {
    const Value& parse = is_float ? m_parse_float : m_parse_int;
    if (!parse.is_none()) return m_vm.call(parse, {m_vm.str(text)});
    if (is_float) {
      double result = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
      // Beyond the range: from_chars says so without a value.
      if (error == std::errc::result_out_of_range) result = std::strtod(std::string(text).c_str(), nullptr);
      return Value(result);
    }
    if (text.size() <= 18) {
      std::int64_t result = 0;
      std::from_chars(text.data(), text.data() + text.size(), result);
      return Value(result);
    }
    return m_vm.call(Value(m_vm.types().int_), {m_vm.str(text)});
  }

  Value array() {
    ++at;
    std::vector<Value> items;
    skip_space();
    if (next_is(']')) {
      ++at;
      return m_vm.list({});
    }
    while (true) {
      Value item = value();
      if (!item.is_set()) return {};
      items.push_back(std::move(item));
      skip_space();
      if (next_is(']')) break;
      if (!next_is(',')) return fail("Expecting ',' delimiter", at);
      ++at;
      skip_space();
    }
    ++at;
    return m_vm.list(std::move(items));
  }

  Value object() {
    ++at;
    std::vector<std::pair<Value, Value>> pairs;
    skip_space();
    while (!next_is('}')) {
      if (!next_is('"')) return fail("Expecting property name enclosed in double quotes", at);
      std::string key;
      if (!parse_string(key)) return {};
      skip_space();
      if (!next_is(':')) return fail("Expecting ':' delimiter", at);
      ++at;
      skip_space();
      Value item = value();
      if (!item.is_set()) return {};
      pairs.emplace_back(m_vm.str(key), std::move(item));
      skip_space();
      if (next_is('}')) break;
      if (!next_is(',')) return fail("Expecting ',' delimiter", at);
      ++at;
      skip_space();
      if (!next_is('"')) return fail("Expecting property name enclosed in double quotes", at);
    }
    ++at;
    return made_object(std::move(pairs));
  }

  Value made_object(std::vector<std::pair<Value, Value>> pairs) {
    if (!m_pairs_hook.is_none()) {
      std::vector<Value> tuples;
      for (auto& [key, item] : pairs) tuples.push_back(m_vm.tuple({key, item}));
      return m_vm.call(m_pairs_hook, {m_vm.list(std::move(tuples))});
    }
    const Ref<Dict> dict = m_vm.dict();
    for (auto& [key, item] : pairs) dict->set(*key.as<Str>(), std::move(item));
    if (m_object_hook.is_none()) return Value(dict);
    return m_vm.call(m_object_hook, {Value(dict)});
  }

  /// Four hexadecimal digits at a place; -1 if they are none.
  int unit_at(std::size_t place) const {
    if (place + 4 > m_text.size()) return -1;
    int unit = 0;
    const char* begin = m_text.data() + place;
    const auto [end, error] = std::from_chars(begin, begin + 4, unit, 16);
    return error == std::errc() && end == begin + 4 && *begin != '-' ? unit : -1;
  }

  bool parse_string(std::string& string) {
    const std::size_t begin = at++;
    while (true) {
      if (at >= m_text.size()) return fail("Unterminated string starting at", begin).is_set();
      const char c = m_text[at];
      if (c == '"') break;
      if (static_cast<unsigned char>(c) < 0x20 && m_strict) return fail("Invalid control character at", at).is_set();
      if (c != '\\') {
        string += c;
        ++at;
      } else if (!parse_escape(string, begin)) {
        return false;
      }
    }
    ++at;
    return true;
  }

  bool parse_escape(std::string& string, std::size_t begin) {
    if (at + 1 >= m_text.size()) return fail("Unterminated string starting at", begin).is_set();
    static constexpr std::string_view kFrom = "\"\\/bfnrt";
    static constexpr std::string_view kTo = "\"\\/\b\f\n\r\t";
    const char c = m_text[at + 1];
    if (c != 'u') {
      const std::size_t known = kFrom.find(c);
      if (known == std::string_view::npos) return fail("Invalid \\escape", at).is_set();
      string += kTo[known];
      at += 2;
      return true;
    }
    const int unit = unit_at(at + 2);
    if (unit < 0) return fail("Invalid \\uXXXX escape", at + 1).is_set();
    at += 6;
    auto character = static_cast<char32_t>(unit);
    if (unit >= 0xd800 && unit < 0xdc00 && m_text.substr(at).starts_with("\\u")) {
      const int low = unit_at(at + 2);
      if (low >= 0xdc00 && low < 0xe000) {
        character = 0x10000U + (static_cast<char32_t>(unit - 0xd800) << 10U) + static_cast<char32_t>(low - 0xdc00);
        at += 6;
      }
    }
    utf8::append(string, character);
    return true;
  }

  static constexpr int kDeepest = 990;

  Vm& m_vm;
  const Str& m_source;
  std::string_view m_text;
  Value m_whole;
  Value m_fail;
  Value m_object_hook;
  Value m_pairs_hook;
  Value m_parse_float;
  Value m_parse_int;
  Value m_parse_constant;
  bool m_strict;
  int m_depth = 0;
};

constexpr NativeDefinition kFunctions[] = {
    {"encode",
     "obj, default, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item_separator, key_separator, "
     "sort_keys, /",
     json_encode},
    {"quote", "string, ascii, /", json_quote},
    {"decode", "text, start, fail, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, strict, /",
     json_decode},
};

bool make_json(Vm& vm, Module& module) {
  vm.define_functions(module, kFunctions);
  return true;
}

}  // namespace

Value json_decode(Vm& vm, Arguments args) {
  const Str& text = *Vm::core(args[0]).as<Str>();
  Decoder decoder(vm, args);
  const std::int64_t start = args[1].as_int();
  if (start < 0) return vm.value_error("idx cannot be negative");
  decoder.at = text.offset_of(std::min(static_cast<std::size_t>(start), text.length()));
  Value value = decoder.value();
  if (!value.is_set()) return {};
  return vm.tuple({std::move(value), Value(decoder.character_index())});
}

void install_json(ModuleRegistry& modules) { modules.add_native("_json", make_json); }

}  // namespace loopline::script
