// Integers from other values, as int() and operator.index() make them.
#include "bytes_access.h"
#include "number_text.h"
#include "numbers.h"

namespace loopline::script::numbers {

namespace {

/// Up to eighteen plain digits: most of what programs convert.
bool read_short_decimal(std::string_view text, std::int64_t& number) noexcept {
  if (text.empty() || text.size() > 18) return false;
  number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    number = number * 10 + (c - '0');
  }
  return true;
}

Value read_integer(Vm& vm, std::string_view ascii, int base, const Value& original) {
  mpz_class number;
  std::size_t digits = 0;
  switch (parse_integer(ascii, base, number, digits)) {
    case IntegerText::good: return make_int(number);
    case IntegerText::too_long:
      return vm.value_error("Exceeds the limit (4300 digits) for integer string conversion: value has " +
                            std::to_string(digits) + " digits; use sys.set_int_max_str_digits() to increase the limit");
    case IntegerText::bad: break;
  }
  const std::optional<std::string> text = vm.repr_text(original);
  if (!text) return {};
  return vm.value_error("invalid literal for int() with base " + std::to_string(base) + ": " + *text);
}

/// The result of a script's __int__, __index__ or __trunc__ as an integer.
Value checked_integer(Vm& vm, Value result, const char* method) {
  if (!result.is_set()) return {};
  const Value& core = Vm::core(result);
  if (is_integer(core)) return core.is_bool() ? Value(std::int64_t{core.as_bool() ? 1 : 0}) : core;
  return vm.type_error(std::string(method) + " returned non-int (type " + vm.type_name(result) + ")");
}

Value integer_from_trunc(Vm& vm, const Value& method) {
  Value result = vm.call(method, std::span<const Value>());
  if (!result.is_set() || is_integer(Vm::core(result))) return checked_integer(vm, std::move(result), "__trunc__");
  bool found = false;
  Value index = vm.call_special(result, Special::index, {}, found);
  if (found) return checked_integer(vm, std::move(index), "__index__");
  return vm.type_error("__trunc__ returned non-Integral (type " + vm.type_name(result) + ")");
}

}  // namespace

/// int(text, base); unset without an error if the value is no text.
Value integer_from_text(Vm& vm, const Value& given, int base) {
  const Value& value = Vm::core(given);
  if (const Str* text = as_str(value)) {
    std::int64_t number = 0;
    if (base == 10 && read_short_decimal(text->view(), number)) return Value(number);
    return read_integer(vm, to_ascii_number(text->view()), base, value);
  }
  if (const Bytes* bytes = as_kind<Bytes>(value, kind::bytes)) return read_integer(vm, bytes->data, base, value);
  if (const BytesData data(value); data.is_bytes_like()) {
    return read_integer(vm, data.view(), base, make<Bytes>(std::string(data.view())));
  }
  return {};
}

Value integer_from_value(Vm& vm, const Value& given) {
  if (given.is_int() || given.is_object(kind::big_int)) return given;
  if (given.is_bool()) return Value(std::int64_t{given.as_bool() ? 1 : 0});
  if (given.is_float()) return to_integer(vm, given.as_float());
  Value text = integer_from_text(vm, given, 10);
  if (!given.is_object(kind::instance) && (text.is_set() || vm.has_error())) return text;
  bool found = false;
  Value result = vm.call_special(given, Special::int_, {}, found);
  if (found) return checked_integer(vm, std::move(result), "__int__");
  result = vm.call_special(given, Special::index, {}, found);
  if (found) return checked_integer(vm, std::move(result), "__index__");
  if (text.is_set() || vm.has_error()) return text;
  const Value trunc = vm.find_attr(given, "__trunc__");
  if (trunc.is_set()) return integer_from_trunc(vm, trunc);
  if (vm.has_error()) return {};
  return vm.type_error("int() argument must be a string, a bytes-like object or a real number, not '" +
                       vm.type_name(given) + "'");
}

Value index_value(Vm& vm, const Value& given) {
  const Value& value = Vm::core(given);
  if (value.is_bool()) return Value(std::int64_t{value.as_bool() ? 1 : 0});
  if (is_integer(value)) return value;
  bool found = false;
  const Value result = vm.call_special(given, Special::index, {}, found);
  if (!found) return vm.type_error("'" + vm.type_name(given) + "' object cannot be interpreted as an integer");
  if (!result.is_set()) return {};
  const Value& number = Vm::core(result);
  if (!is_integer(number)) {
    return vm.type_error("__index__ returned non-int (type " + vm.type_name(result) + ")");
  }
  return number.is_bool() ? Value(std::int64_t{number.as_bool() ? 1 : 0}) : number;
}

}  // namespace loopline::script::numbers
