// text % values and bytes % values: printf-style formatting.
#include <algorithm>
#include <cmath>

#include "bytes_access.h"
#include "format.h"
#include "numbers.h"
#include "script/vm.h"

namespace loopline::script {

namespace {

/// One conversion: %[(key)][flags][width][.precision][length]type
struct Conversion {
  bool left = false;
  bool sign = false;
  bool space = false;
  bool alternate = false;
  bool zero = false;
  bool no_negative_zero = false;
  std::int64_t width = 0;
  std::int64_t precision = -1;
  char32_t type = 0;
};

/// Reads one format text and its values; for str the texts are characters, for bytes they are bytes.
class PercentFormatter {
 public:
  PercentFormatter(Vm& vm, std::string_view text, const Value& values, bool is_bytes)
      : m_vm(vm), m_text(text), m_values(values), m_is_bytes(is_bytes) {
    const Value& core = Vm::core(values);
    m_tuple = as_tuple(core);
    if (m_tuple == nullptr) m_single = values;
    const bool is_text = core.is_object(kind::str);
    const bool is_data = is_bytes && (core.is_object(kind::bytes) || core.is_object(kind::bytearray));
    m_is_mapping = m_tuple == nullptr && !is_text && !is_data &&
                   (core.is_object(kind::dict) || vm.special(vm.class_of(values), Special::getitem).is_set());
  }

  std::optional<std::string> run() {
    while (m_at < m_text.size()) {
      const std::size_t percent = m_text.find('%', m_at);
      m_result += m_text.substr(m_at, percent - m_at);
      if (percent == std::string_view::npos) break;
      m_at = percent + 1;
      if (m_at < m_text.size() && m_text[m_at] == '%') {
        m_result += '%';
        ++m_at;
        continue;
      }
      Conversion conversion;
      if (!read(conversion) || !convert(conversion)) return std::nullopt;
      if (!m_vm.check_size(m_result.size()) || !m_vm.spend(4)) return std::nullopt;
    }
    const bool left_over = m_tuple != nullptr ? m_next < m_tuple->size() : m_single.is_set();
    if (left_over && !m_is_mapping) {
      m_vm.type_error(std::string("not all arguments converted during ") + (m_is_bytes ? "bytes" : "string") +
                      " formatting");
      return std::nullopt;
    }
    return std::move(m_result);
  }

 private:
  bool fail(Value /*unset*/) { return false; }

  Value next_value() {
    if (m_tuple != nullptr && m_next < m_tuple->size()) return (*m_tuple)[m_next++];
    if (m_tuple == nullptr && m_single.is_set()) return std::move(m_single);
    return m_vm.type_error("not enough arguments for format string");
  }

  char peek() const noexcept { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

  // ---- reading
  // -------------------------------------------------------------------------------------------------------

  bool read(Conversion& conversion) {
    if (peek() == '(' && !read_key()) return false;
    while (m_at < m_text.size() && read_flag(conversion)) ++m_at;
    bool negative = false;
    if (!read_count(conversion.width, negative, "width too big")) return false;
    if (negative) conversion.left = true;
    if (peek() == '.') {
      ++m_at;
      conversion.precision = 0;
      if (!read_count(conversion.precision, negative, "precision too big")) return false;
      if (negative) conversion.precision = 0;
    }
    if (peek() == 'h' || peek() == 'l' || peek() == 'L') ++m_at;
    if (m_at >= m_text.size()) return fail(m_vm.value_error("incomplete format"));
    m_type_at = m_at;
    if (m_is_bytes) {
      conversion.type = static_cast<unsigned char>(m_text[m_at++]);
    } else {
      conversion.type = utf8::decode(m_text, m_at);
    }
    return true;
  }

  bool read_flag(Conversion& conversion) const noexcept {
    switch (peek()) {
      case '-': return conversion.left = true;
      case '+': return conversion.sign = true;
      case ' ': return conversion.space = true;
      case '#': return conversion.alternate = true;
      case '0': return conversion.zero = true;
      case 'z': conversion.no_negative_zero = m_is_bytes; return m_is_bytes;
      default: return false;
    }
  }

  /// (key): parentheses nest. The value of the key is what the conversion takes.
  bool read_key() {
    if (!m_is_mapping) return fail(m_vm.type_error("format requires a mapping"));
    const std::size_t start = ++m_at;
    int open = 1;
    while (m_at < m_text.size() && open > 0) {
      if (m_text[m_at] == ')') --open;
      if (m_text[m_at] == '(') ++open;
      ++m_at;
    }
    if (open > 0 || m_at > m_text.size()) return fail(m_vm.value_error("incomplete format key"));
    const std::string_view key = m_text.substr(start, m_at - 1 - start);
    m_single = m_vm.get_item(m_values, m_is_bytes ? Value(make<Bytes>(std::string(key))) : m_vm.str(key));
    return m_single.is_set();
  }

  /// Digits, or * for the next value.
  bool read_count(std::int64_t& count, bool& negative, const char* too_big) {
    negative = false;
    if (peek() == '*') {
      ++m_at;
      const Value given = next_value();
      if (!given.is_set()) return false;
      if (!is_integer(Vm::core(given))) return fail(m_vm.type_error("* wants int"));
      if (!m_vm.index(given, count)) return false;
      negative = count < 0;
      count = std::abs(count);
    } else {
      std::int64_t number = 0;
      const std::size_t start = m_at;
      for (; peek() >= '0' && peek() <= '9'; ++m_at) {
        number = number * 10 + (peek() - '0');
        if (number > INT32_MAX) return fail(m_vm.value_error(too_big));
      }
      if (m_at > start) count = number;
    }
    return m_vm.check_size(static_cast<std::uint64_t>(count < 0 ? 0 : count));
  }

  // ---- converting
  // ----------------------------------------------------------------------------------------------------

  bool convert(const Conversion& conversion) {
    const Value value = next_value();
    if (!value.is_set()) return false;
    switch (conversion.type) {
      case 's':
      case 'r':
      case 'a':
      case 'b': return m_is_bytes ? convert_data(conversion, value) : convert_text(conversion, value);
      case 'c': return convert_character(conversion, value);
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X': return convert_integer(conversion, value);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G': return convert_float(conversion, value);
      default: return unsupported(conversion);
    }
  }

  bool unsupported(const Conversion& conversion) {
    const std::size_t index = m_is_bytes ? m_type_at : utf8::length(m_text.substr(0, m_type_at));
    const bool shows = conversion.type >= 32 && conversion.type < 127;
    char code[16];
    std::snprintf(code, sizeof code, "%x", static_cast<unsigned>(conversion.type));
    return fail(m_vm.value_error(std::string("unsupported format character '") +
                                 (shows ? static_cast<char>(conversion.type) : '?') + "' (0x" + code + ") at index " +
                                 std::to_string(index)));
  }

  /// A text in its width; `length` is how wide it is.
  void append_padded(const Conversion& conversion, std::string_view text, std::size_t length) {
    const auto width = static_cast<std::size_t>(conversion.width);
    const std::size_t missing = width > length ? width - length : 0;
    if (!conversion.left) m_result.append(missing, ' ');
    m_result += text;
    if (conversion.left) m_result.append(missing, ' ');
  }

  bool convert_text(const Conversion& conversion, const Value& value) {
    if (conversion.type == 'b') return unsupported(conversion);
    const Value made = conversion.type == 's'   ? m_vm.to_str(value)
                       : conversion.type == 'r' ? m_vm.repr(value)
                                                : m_vm.ascii(value);
    if (!made.is_set()) return false;
    const Str& text = *Vm::core(made).as<Str>();
    const bool is_cut = conversion.precision >= 0 && static_cast<std::size_t>(conversion.precision) < text.length();
    const std::size_t length = is_cut ? static_cast<std::size_t>(conversion.precision) : text.length();
    append_padded(conversion, is_cut ? text.slice(0, length) : text.view(), length);
    return true;
  }

  bool convert_data(const Conversion& conversion, const Value& value) {
    std::string data;
    if (conversion.type == 'a' || conversion.type == 'r') {
      const Value text = m_vm.ascii(value);
      if (!text.is_set()) return false;
      data = text.as<Str>()->view();
    } else {
      std::optional<std::string> given = bytes_like(m_vm, value);
      if (!given && m_vm.has_error()) return false;
      if (!given) {
        return fail(m_vm.type_error("%b requires a bytes-like object, or an object that implements __bytes__, not '" +
                                    m_vm.type_name(value) + "'"));
      }
      data = std::move(*given);
    }
    if (conversion.precision >= 0 && static_cast<std::size_t>(conversion.precision) < data.size()) {
      data.resize(static_cast<std::size_t>(conversion.precision));
    }
    append_padded(conversion, data, data.size());
    return true;
  }

  bool convert_character(const Conversion& conversion, const Value& given) {
    const Value& value = Vm::core(given);
    if (!m_is_bytes) {
      if (const Str* text = as_str(value); text != nullptr && text->length() == 1) {
        append_padded(conversion, text->view(), 1);
        return true;
      }
    } else {
      const std::optional<std::string> data =
          value.is_object(kind::bytes) || value.is_object(kind::bytearray) ? bytes_like(m_vm, value) : std::nullopt;
      if (data && data->size() == 1) {
        append_padded(conversion, *data, 1);
        return true;
      }
    }
    const std::int64_t limit = m_is_bytes ? 256 : 0x110000;
    const char* const required =
        m_is_bytes ? "%c requires an integer in range(256) or a single byte" : "%c requires int or char";
    const bool is_number = is_integer(value) || m_vm.special(m_vm.class_of(given), Special::index).is_set();
    if (!is_number || value.is_float()) return fail(m_vm.type_error(required));
    std::int64_t number = 0;
    if (!m_vm.index(given, number, true)) return false;
    if (number < 0 || number >= limit) {
      return fail(m_vm.overflow_error(m_is_bytes ? "%c arg not in range(256)" : "%c arg not in range(0x110000)"));
    }
    std::string character;
    if (m_is_bytes) {
      character += static_cast<char>(number);
    } else {
      utf8::append(character, static_cast<char32_t>(number));
    }
    append_padded(conversion, character, 1);
    return true;
  }

  /// Sign, prefix and digits in the width; zeros go between prefix and digits.
  void append_number(const Conversion& conversion, bool negative, std::string_view prefix, std::string_view digits) {
    const std::string_view sign = negative ? "-" : conversion.sign ? "+" : conversion.space ? " " : "";
    const std::size_t length = sign.size() + prefix.size() + digits.size();
    const auto width = static_cast<std::size_t>(conversion.width);
    const std::size_t missing = width > length ? width - length : 0;
    const bool zeros = conversion.zero && !conversion.left;
    if (!conversion.left && !zeros) m_result.append(missing, ' ');
    m_result += sign;
    m_result += prefix;
    if (zeros) m_result.append(missing, '0');
    m_result += digits;
    if (conversion.left) m_result.append(missing, ' ');
  }

  /// The integer that d, x and the others show; unset after raising.
  Value integer_of(const Conversion& conversion, const Value& value) {
    const bool exact = conversion.type == 'x' || conversion.type == 'X' || conversion.type == 'o';
    const Value& core = Vm::core(value);
    if (is_integer(core)) return core;
    Class& cls = m_vm.class_of(value);
    const bool has_index = m_vm.special(cls, Special::index).is_set();
    const bool is_number =
        has_index || m_vm.special(cls, Special::int_).is_set() || m_vm.special(cls, Special::float_).is_set();
    if (is_number) {
      if (exact && has_index) return numbers::index_value(m_vm, value);
      if (!exact) {
        Value number = numbers::integer_from_value(m_vm, value);
        if (number.is_set() || !m_vm.catch_error(*m_vm.types().type_error)) return number;
      }
    }
    const char type = conversion.type == 'i' && m_is_bytes ? 'd' : static_cast<char>(conversion.type);
    return m_vm.type_error(std::string("%") + type + " format: " + (exact ? "an integer" : "a real number") +
                           " is required, not " + m_vm.type_name(value));
  }

  bool convert_integer(const Conversion& conversion, const Value& value) {
    const Value number = integer_of(conversion, value);
    if (!number.is_set()) return false;
    const int base = conversion.type == 'o' ? 8 : conversion.type == 'x' || conversion.type == 'X' ? 16 : 10;
    if (number.is_int() && base == 10 && conversion.precision < 0 && conversion.width == 0 && !conversion.sign &&
        !conversion.space) {
      m_result += std::to_string(number.as_int());
      return true;
    }
    const mpz_class integer = to_mpz(number);
    if (base == 10 && number.is_object(kind::big_int) && !m_vm.repr(number).is_set()) return false;
    std::string digits = mpz_class(abs(integer)).get_str(base);
    std::string prefix = conversion.alternate && base != 10 ? (base == 8 ? "0o" : "0x") : "";
    if (conversion.type == 'X') {
      std::transform(digits.begin(), digits.end(), digits.begin(),
                     [](char c) { return c >= 'a' ? static_cast<char>(c - 32) : c; });
      if (!prefix.empty()) prefix = "0X";
    }
    if (conversion.precision > static_cast<std::int64_t>(digits.size())) {
      digits.insert(0, static_cast<std::size_t>(conversion.precision) - digits.size(), '0');
    }
    append_number(conversion, sgn(integer) < 0, prefix, digits);
    return true;
  }

  bool convert_float(const Conversion& conversion, const Value& value) {
    double number = 0;
    if (!m_vm.to_double(value, number)) {
      // bytes % says it in its own way.
      if (!m_is_bytes || !m_vm.catch_error(*m_vm.types().type_error)) return false;
      return fail(m_vm.type_error("float argument required, not " + m_vm.type_name(value)));
    }
    const int precision = conversion.precision < 0 ? 6 : static_cast<int>(conversion.precision);
    const std::string digits =
        format::float_digits(number, static_cast<char>(conversion.type), precision, conversion.alternate);
    bool negative = std::signbit(number) && !std::isnan(number);
    if (conversion.no_negative_zero && std::isfinite(number) &&
        digits.find_first_of("123456789") == std::string::npos) {
      negative = false;
    }
    append_number(conversion, negative, "", digits);
    return true;
  }

  Vm& m_vm;
  std::string_view m_text;
  const Value& m_values;
  bool m_is_bytes;
  const Tuple* m_tuple = nullptr;
  Value m_single;  // the one value, while nobody has taken it; or that of the key
  bool m_is_mapping = false;
  std::size_t m_next = 0;
  std::size_t m_at = 0;
  std::size_t m_type_at = 0;
  std::string m_result;
};

}  // namespace

Value Vm::format_percent(const Value& text, const Value& values) {
  const Value keep = text;
  std::optional<std::string> result = PercentFormatter(*this, keep.as<Str>()->view(), values, false).run();
  return result ? str(*result) : Value();
}

Value Vm::format_bytes_percent(const Value& bytes, const Value& values) {
  const bool is_array = bytes.is_object(kind::bytearray);
  const std::string text = is_array ? bytes.as<ByteArray>()->data : bytes.as<Bytes>()->data;
  std::optional<std::string> result = PercentFormatter(*this, text, values, true).run();
  if (!result) return {};
  if (is_array) return make<ByteArray>(std::move(*result));
  return make<Bytes>(std::move(*result));
}

}  // namespace loopline::script
