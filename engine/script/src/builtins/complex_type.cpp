// complex: construction and methods.
#include <cmath>

#include "../vm/bootstrap.h"
#include "../vm/complex_numbers.h"
#include "../vm/number_text.h"
#include "number_dunders.h"

namespace loopline::script {

namespace {

using numbers::ComplexParts;

// ---- from texts ----------------------------------------------------------------------------------------------------

/// Takes the signed number at the start off the text. A bare sign, or nothing, counts as one before a j.
bool take_part(std::string_view& text, double& value) noexcept {
  std::size_t end = 0;
  value = numbers::parse_double_prefix(text, end);
  if (end > 0) {
    text.remove_prefix(end);
    return true;
  }
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  value = negative ? -1.0 : 1.0;
  return text.starts_with('j') || text.starts_with('J');
}

/// "1+2j", "(3j)", "1": white space around it and inside the parentheses.
std::optional<ComplexParts> parse_complex(std::string_view text) noexcept {
  text = numbers::trimmed(text);
  if (text.starts_with('(')) {
    if (!text.ends_with(')')) return std::nullopt;
    text = numbers::trimmed(text.substr(1, text.size() - 2));
  }
  const auto ends_in_j = [](std::string_view rest) { return rest == "j" || rest == "J"; };
  ComplexParts parts;
  double first = 0;
  if (text.empty() || !take_part(text, first)) return std::nullopt;
  if (text.empty()) return ComplexParts{first, 0.0};
  if (ends_in_j(text)) return ComplexParts{0.0, first};
  if (!text.starts_with('+') && !text.starts_with('-')) return std::nullopt;
  parts.real = first;
  if (!take_part(text, parts.imag) || !ends_in_j(text)) return std::nullopt;
  return parts;
}

Value complex_from_text(Vm& vm, const Value& original) {
  std::string plain;
  if (!numbers::remove_underscores(numbers::to_ascii_number(Vm::core(original).as<Str>()->view()), plain)) {
    const std::optional<std::string> shown = vm.repr_text(Vm::core(original));
    return shown ? vm.value_error("could not convert string to complex: " + *shown) : Value();
  }
  const std::optional<ComplexParts> parts = parse_complex(plain);
  if (!parts) return vm.value_error("complex() arg is a malformed string");
  return make<Complex>(parts->real, parts->imag);
}

// ---- from numbers --------------------------------------------------------------------------------------------------

/// __complex__ of a value: unset without an error if it has none.
Value from_complex_method(Vm& vm, const Value& value) {
  if (value.is_object(kind::complex)) return value;
  const Value* found = vm.class_of(value).lookup(*vm.intern("__complex__"));
  if (found == nullptr || found->is_none()) return {};
  const Value method = vm.bind(*found, value, vm.class_of(value));
  const Value made = method.is_set() ? vm.call(method, std::span<const Value>()) : Value();
  if (!made.is_set()) return {};
  if (Vm::core(made).is_object(kind::complex)) return Vm::core(made);
  return vm.type_error("__complex__ returned non-complex (type " + vm.type_name(made) + ")");
}

bool is_real_number(Vm& vm, const Value& value) {
  Class& cls = vm.class_of(value);
  return numbers::is_number(Vm::core(value)) || vm.special(cls, Special::float_).is_set() ||
         vm.special(cls, Special::index).is_set();
}

/// An argument of complex() as a pair; `has_imag`: it was complex itself. False after raising.
bool argument_parts(Vm& vm, const Value& given, bool first, ComplexParts& parts, bool& has_imag) {
  const Value whole = first ? from_complex_method(vm, given) : Vm::core(given);
  if (vm.has_error()) return false;
  has_imag = whole.is_object(kind::complex);
  if (has_imag) return numbers::to_complex(vm, whole, parts);
  if (!is_real_number(vm, given)) {
    vm.type_error(
        std::string("complex() ") +
        (first ? "first argument must be a string or a number, not '" : "second argument must be a number, not '") +
        vm.type_name(given) + "'");
    return false;
  }
  parts.imag = 0;
  return vm.to_double(given, parts.real);
}

Value complex_from_numbers(Vm& vm, const Value& real, const Value& imag) {
  ComplexParts first;
  ComplexParts second;
  bool first_complex = false;
  bool second_complex = false;
  if (real.is_set() && !argument_parts(vm, real, true, first, first_complex)) return {};
  if (imag.is_set() && !argument_parts(vm, imag, false, second, second_complex)) return {};
  // The second argument counts times i; signs of zeros stay where only one part was given.
  double re = first.real;
  double im = second.real;
  if (second_complex) re -= second.imag;
  if (first_complex) im = imag.is_set() ? im + first.imag : first.imag;
  return make<Complex>(re, im);
}

Value complex_new(Vm& vm, Arguments args) {
  Value made;
  if (args[1].is_set() && Vm::core_as<Str>(args[1], kind::str) != nullptr) {
    if (args[2].is_set()) return vm.type_error("complex() can't take second arg if first is a string");
    made = complex_from_text(vm, args[1]);
  } else if (args[2].is_set() && Vm::core_as<Str>(args[2], kind::str) != nullptr) {
    return vm.type_error("complex() second arg can't be a string");
  } else {
    made = complex_from_numbers(vm, args[1], args[2]);
  }
  return vm.finish_new(args[0], *vm.types().complex_, std::move(made));
}

// ---- methods -------------------------------------------------------------------------------------------------------

const Complex& self_complex(const Value& self) noexcept { return *Vm::core(self).as<Complex>(); }

bool accepts_all(const Value& value) { return value.is_object(kind::complex) || numbers::is_number(value); }

template <BinaryOp op, bool reflected>
Value complex_operator(Vm& vm, Arguments args) {
  const Value& self = Vm::core(args[0]);
  const Value& other = Vm::core(args[1]);
  if (!accepts_all(other)) return Value::not_implemented();
  return numbers::complex_binary(vm, op, reflected ? other : self, reflected ? self : other);
}

template <bool reflected>
Value complex_pow(Vm& vm, Arguments args) {
  if (!accepts_all(Vm::core(args[1]))) return Value::not_implemented();
  if (!args[2].is_none()) return vm.value_error("complex modulo");
  return complex_operator<BinaryOp::power, reflected>(vm, args);
}

template <Comparison op>
Value complex_compare(Vm& vm, Arguments args) {
  return vm.compare_native(op, args[0], args[1]);
}

Value complex_conjugate(Vm& /*vm*/, Arguments args) {
  const Complex& self = self_complex(args[0]);
  return make<Complex>(self.real, -self.imag);
}
Value complex_bool(Vm& /*vm*/, Arguments args) {
  const Complex& self = self_complex(args[0]);
  return Value(self.real != 0 || self.imag != 0);
}
Value complex_plain(Vm& /*vm*/, Arguments args) { return Vm::core(args[0]); }
Value complex_real(Vm& /*vm*/, Arguments args) { return Value(self_complex(args[0]).real); }
Value complex_imag(Vm& /*vm*/, Arguments args) { return Value(self_complex(args[0]).imag); }
Value complex_getnewargs(Vm& vm, Arguments args) {
  return vm.tuple({Value(self_complex(args[0]).real), Value(self_complex(args[0]).imag)});
}

#define LOOPLINE_COMPLEX_OPERATOR(name, op)                                    \
  {"__" name "__", "self, value, /", complex_operator<BinaryOp::op, false>}, { \
    "__r" name "__", "self, value, /", complex_operator<BinaryOp::op, true>    \
  }

constexpr NativeDefinition kComplex[] = {
    {"__new__", "type, real?, imag?", complex_new},
    {"__repr__", "self, /", number_repr},
    {"__hash__", "self, /", number_hash},
    {"__format__", "self, format_spec, /", builtin_format_method},
    {"__eq__", "self, value, /", complex_compare<Comparison::equal>},
    {"__ne__", "self, value, /", complex_compare<Comparison::not_equal>},
    {"__lt__", "self, value, /", complex_compare<Comparison::less>},
    {"__le__", "self, value, /", complex_compare<Comparison::less_equal>},
    {"__gt__", "self, value, /", complex_compare<Comparison::greater>},
    {"__ge__", "self, value, /", complex_compare<Comparison::greater_equal>},
    LOOPLINE_COMPLEX_OPERATOR("add", add),
    LOOPLINE_COMPLEX_OPERATOR("sub", subtract),
    LOOPLINE_COMPLEX_OPERATOR("mul", multiply),
    LOOPLINE_COMPLEX_OPERATOR("truediv", divide),
    {"__pow__", "self, value, mod=None, /", complex_pow<false>},
    {"__rpow__", "self, value, mod=None, /", complex_pow<true>},
    {"__neg__", "self, /", number_negative},
    {"__pos__", "self, /", number_positive},
    {"__abs__", "self, /", number_absolute},
    {"__bool__", "self, /", complex_bool},
    {"__complex__", "self, /", complex_plain},
    {"__getnewargs__", "self, /", complex_getnewargs},
    {"conjugate", "self, /", complex_conjugate},
};

constexpr NativeDefinition kComplexGetters[] = {{"real", "self, /", complex_real}, {"imag", "self, /", complex_imag}};

}  // namespace

void install_complex(Vm& vm) {
  Class& cls = *vm.types().complex_;
  vm.define_methods(cls, kComplex);
  vm.define_getters(cls, kComplexGetters);
  vm.add_builtin("complex", Value(&cls));
}

}  // namespace loopline::script
