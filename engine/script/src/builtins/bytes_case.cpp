// bytes and bytearray: case, kinds of bytes, filling. Letters are those of ASCII.
#include <algorithm>

#include "bytes_common.h"

namespace loopline::script {

namespace {

constexpr bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) noexcept { return is_lower(c) || is_upper(c); }
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_alnum(char c) noexcept { return is_letter(c) || is_digit(c); }
constexpr bool is_space(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr char lower(char c) noexcept { return is_upper(c) ? static_cast<char>(c + 32) : c; }
constexpr char upper(char c) noexcept { return is_lower(c) ? static_cast<char>(c - 32) : c; }
constexpr char swapped(char c) noexcept { return is_upper(c) ? lower(c) : upper(c); }

template <char (*change)(char) noexcept>
Value bytes_map(Vm& vm, Arguments args) {
  std::string data(self_bytes(args[0]));
  std::transform(data.begin(), data.end(), data.begin(), change);
  return bytes_of_kind(vm, args[0], std::move(data));
}

Value bytes_capitalize(Vm& vm, Arguments args) {
  std::string data(self_bytes(args[0]));
  for (std::size_t i = 0; i < data.size(); ++i) data[i] = i == 0 ? upper(data[i]) : lower(data[i]);
  return bytes_of_kind(vm, args[0], std::move(data));
}

Value bytes_title(Vm& vm, Arguments args) {
  std::string data(self_bytes(args[0]));
  bool in_word = false;
  for (char& c : data) {
    c = in_word ? lower(c) : upper(c);
    in_word = is_letter(c);
  }
  return bytes_of_kind(vm, args[0], std::move(data));
}

template <bool (*holds)(char) noexcept>
Value all_are(Vm& /*vm*/, Arguments args) {
  const std::string_view data = self_bytes(args[0]);
  return Value(!data.empty() && std::all_of(data.begin(), data.end(), holds));
}

Value bytes_isascii(Vm& /*vm*/, Arguments args) {
  const std::string_view data = self_bytes(args[0]);
  return Value(std::all_of(data.begin(), data.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}

template <bool (*wanted)(char) noexcept, bool (*unwanted)(char) noexcept>
Value is_of_case(Vm& /*vm*/, Arguments args) {
  const std::string_view data = self_bytes(args[0]);
  return Value(std::any_of(data.begin(), data.end(), wanted) && std::none_of(data.begin(), data.end(), unwanted));
}

Value bytes_istitle(Vm& /*vm*/, Arguments args) {
  bool any = false;
  bool in_word = false;
  for (const char c : self_bytes(args[0])) {
    if (is_letter(c) && is_upper(c) == in_word) return Value(false);
    in_word = is_letter(c);
    any = any || in_word;
  }
  return Value(any);
}

// ---- filling -------------------------------------------------------------------------------------------------------

enum class Side { left, right, center };

template <Side side>
Value bytes_fill(Vm& vm, Arguments args) {
  const char* const method = side == Side::left ? "ljust" : side == Side::right ? "rjust" : "center";
  std::int64_t width = 0;
  if (!vm.index(args[1], width)) return {};
  char fill = ' ';
  if (args[2].is_set()) {
    const std::optional<std::string_view> given = bytes_view_of(args[2]);
    if (!given || given->size() != 1) {
      return vm.type_error(std::string(method) + "() argument 2 must be a byte string of length 1, not " +
                           vm.type_name(args[2]));
    }
    fill = given->front();
  }
  const std::string_view data = self_bytes(args[0]);
  if (width <= static_cast<std::int64_t>(data.size())) return same_bytes(vm, args[0]);
  const auto wide = static_cast<std::size_t>(width);
  if (!vm.check_size(wide)) return {};
  const std::size_t missing = wide - data.size();
  const std::size_t before = side == Side::left    ? 0
                             : side == Side::right ? missing
                                                   : missing / 2 + (missing & wide & 1U);
  std::string result(before, fill);
  result += data;
  result.append(missing - before, fill);
  return bytes_of_kind(vm, args[0], std::move(result));
}

Value bytes_zfill(Vm& vm, Arguments args) {
  std::int64_t width = 0;
  if (!vm.index(args[1], width)) return {};
  const std::string_view data = self_bytes(args[0]);
  if (width <= static_cast<std::int64_t>(data.size())) return same_bytes(vm, args[0]);
  if (!vm.check_size(static_cast<std::uint64_t>(width))) return {};
  const std::size_t sign = data.starts_with('+') || data.starts_with('-') ? 1 : 0;
  std::string result(data.substr(0, sign));
  result.append(static_cast<std::size_t>(width) - data.size(), '0');
  result += data.substr(sign);
  return bytes_of_kind(vm, args[0], std::move(result));
}

Value bytes_expandtabs(Vm& vm, Arguments args) {
  std::int64_t size = 8;
  if (!vm.index(args[1], size)) return {};
  if (size > INT32_MAX || size < INT32_MIN) return vm.overflow_error("Python int too large to convert to C int");
  std::string result;
  std::uint64_t column = 0;
  for (const char c : self_bytes(args[0])) {
    if (c != '\t') {
      result += c;
      column = c == '\n' || c == '\r' ? 0 : column + 1;
    } else if (size > 0) {
      const std::uint64_t spaces = static_cast<std::uint64_t>(size) - column % static_cast<std::uint64_t>(size);
      column += spaces;
      if (!vm.check_size(result.size() + spaces)) return {};
      result.append(spaces, ' ');
    }
  }
  return bytes_of_kind(vm, args[0], std::move(result));
}

constexpr NativeDefinition kCase[] = {
    {"upper", "self, /", bytes_map<upper>},
    {"lower", "self, /", bytes_map<lower>},
    {"swapcase", "self, /", bytes_map<swapped>},
    {"capitalize", "self, /", bytes_capitalize},
    {"title", "self, /", bytes_title},
    {"isalnum", "self, /", all_are<is_alnum>},
    {"isalpha", "self, /", all_are<is_letter>},
    {"isdigit", "self, /", all_are<is_digit>},
    {"isspace", "self, /", all_are<is_space>},
    {"isascii", "self, /", bytes_isascii},
    {"islower", "self, /", is_of_case<is_lower, is_upper>},
    {"isupper", "self, /", is_of_case<is_upper, is_lower>},
    {"istitle", "self, /", bytes_istitle},
    {"ljust", "self, width, fillchar?, /", bytes_fill<Side::left>},
    {"rjust", "self, width, fillchar?, /", bytes_fill<Side::right>},
    {"center", "self, width, fillchar?, /", bytes_fill<Side::center>},
    {"zfill", "self, width, /", bytes_zfill},
    {"expandtabs", "self, /, tabsize=8", bytes_expandtabs},
};

}  // namespace

void install_bytes_case(Vm& vm, Class& cls) { vm.define_methods(cls, kCase); }

}  // namespace loopline::script
