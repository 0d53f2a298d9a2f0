// str: filling up to a width.
#include "str_common.h"

namespace loopline::script {

namespace {

/// The width and the fill character of center, ljust, rjust: how many are missing; false after raising.
bool missing_width(Vm& vm, Arguments args, std::size_t& missing, std::string_view& fill) {
  std::int64_t width = 0;
  if (!vm.index(args[1], width)) return false;
  const Str* character = Vm::core_as<Str>(args[2], kind::str);
  if (character == nullptr) {
    vm.type_error("The fill character must be a unicode character, not " + vm.type_name(args[2]));
    return false;
  }
  if (character->length() != 1) {
    vm.type_error("The fill character must be exactly one character long");
    return false;
  }
  fill = character->view();
  const auto length = static_cast<std::int64_t>(self_str(args[0]).length());
  missing = width > length ? static_cast<std::size_t>(width - length) : 0;
  if (missing > vm.limits().text_bytes) return vm.check_size(missing);
  return vm.check_size(missing * fill.size()) && vm.spend(1 + missing / 16);
}

void append_times(std::string& text, std::string_view part, std::size_t times) {
  for (std::size_t i = 0; i < times; ++i) text += part;
}

Value filled(Vm& vm, const Value& self, std::size_t left, std::size_t right, std::string_view fill) {
  if (left + right == 0) return same_str(self);
  std::string text;
  append_times(text, fill, left);
  text += self_str(self).view();
  append_times(text, fill, right);
  return checked_str(vm, text);
}

Value str_ljust(Vm& vm, Arguments args) {
  std::size_t missing = 0;
  std::string_view fill;
  return missing_width(vm, args, missing, fill) ? filled(vm, args[0], 0, missing, fill) : Value();
}

Value str_rjust(Vm& vm, Arguments args) {
  std::size_t missing = 0;
  std::string_view fill;
  return missing_width(vm, args, missing, fill) ? filled(vm, args[0], missing, 0, fill) : Value();
}

Value str_center(Vm& vm, Arguments args) {
  std::size_t missing = 0;
  std::string_view fill;
  if (!missing_width(vm, args, missing, fill)) return {};
  // An odd one goes to the left in an odd width.
  const std::size_t width = self_str(args[0]).length() + missing;
  const std::size_t left = missing / 2 + (missing & width & 1U);
  return filled(vm, args[0], left, missing - left, fill);
}

Value str_zfill(Vm& vm, Arguments args) {
  std::int64_t width = 0;
  if (!vm.index(args[1], width)) return {};
  const Str& text = self_str(args[0]);
  const auto length = static_cast<std::int64_t>(text.length());
  if (width <= length) return same_str(args[0]);
  const auto missing = static_cast<std::uint64_t>(width - length);
  if (!vm.check_size(missing)) return {};
  const std::string_view view = text.view();
  const bool has_sign = view.starts_with('+') || view.starts_with('-');
  std::string result(view.substr(0, has_sign ? 1 : 0));
  result.append(missing, '0');
  result += view.substr(has_sign ? 1 : 0);
  return checked_str(vm, result);
}

Value str_expandtabs(Vm& vm, Arguments args) {
  std::int64_t size = 8;
  if (!vm.index(args[1], size)) return {};
  if (size > INT32_MAX || size < INT32_MIN) return vm.overflow_error("Python int too large to convert to C int");
  const std::string_view text = self_str(args[0]).view();
  std::string result;
  std::uint64_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t character = utf8::decode(text, at);
    if (character == '\t') {
      if (size <= 0) continue;
      const std::uint64_t spaces = static_cast<std::uint64_t>(size) - column % static_cast<std::uint64_t>(size);
      column += spaces;
      if (!vm.check_size(result.size() + spaces)) return {};
      result.append(spaces, ' ');
      continue;
    }
    result += text.substr(start, at - start);
    column = character == '\n' || character == '\r' ? 0 : column + 1;
  }
  return checked_str(vm, result);
}

constexpr NativeDefinition kFill[] = {
    {"center", "self, width, fillchar=' ', /", str_center}, {"ljust", "self, width, fillchar=' ', /", str_ljust},
    {"rjust", "self, width, fillchar=' ', /", str_rjust},   {"zfill", "self, width, /", str_zfill},
    {"expandtabs", "self, /, tabsize=8", str_expandtabs},
};

}  // namespace

void install_str_fill(Vm& vm) { vm.define_methods(*vm.types().str, kFill); }

}  // namespace loopline::script
