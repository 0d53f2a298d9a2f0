// Operators: the ways of the built-in types, then those of classes with special methods.
#include <algorithm>

#include "../builtins/dict.h"
#include "../builtins/list.h"
#include "bytes_access.h"
#include "complex_numbers.h"
#include "numbers.h"
#include "script/objects/iterators.h"
#include "script/vm.h"
#include "sets.h"

namespace loopline::script {

namespace {

struct OperatorNames {
  const char* symbol;
  const char* method;
  const char* reflected;
  const char* in_place;
};

constexpr OperatorNames kOperators[] = {
    {"+", "__add__", "__radd__", "__iadd__"},
    {"-", "__sub__", "__rsub__", "__isub__"},
    {"*", "__mul__", "__rmul__", "__imul__"},
    {"/", "__truediv__", "__rtruediv__", "__itruediv__"},
    {"//", "__floordiv__", "__rfloordiv__", "__ifloordiv__"},
    {"%", "__mod__", "__rmod__", "__imod__"},
    {"** or pow()", "__pow__", "__rpow__", "__ipow__"},
    {"<<", "__lshift__", "__rlshift__", "__ilshift__"},
    {">>", "__rshift__", "__rrshift__", "__irshift__"},
    {"&", "__and__", "__rand__", "__iand__"},
    {"|", "__or__", "__ror__", "__ior__"},
    {"^", "__xor__", "__rxor__", "__ixor__"},
    {"@", "__matmul__", "__rmatmul__", "__imatmul__"},
};

bool is_sequence(const Value& value) noexcept {
  return value.is_object(kind::str) || value.is_object(kind::list) || value.is_object(kind::tuple) ||
         value.is_object(kind::bytes) || value.is_object(kind::bytearray);
}

bool has_own_operators(const Value& value) noexcept {
  return value.is_object(kind::instance) || value.is_object(kind::native_object) || value.is_object(kind::class_) ||
         value.is_object(kind::generic_alias) || value.is_object(kind::union_type);
}

}  // namespace

// ---- truth ----------------------------------------------------------------------------------------------------------

int Vm::truth(const Value& value) {
  switch (value.tag()) {
    case Tag::unset:
    case Tag::none: return 0;
    case Tag::not_implemented:
    case Tag::ellipsis: return 1;
    case Tag::boolean: return value.as_bool() ? 1 : 0;
    case Tag::integer: return value.as_int() != 0 ? 1 : 0;
    case Tag::floating: return value.as_float() != 0 ? 1 : 0;
    case Tag::object: break;
  }
  const loop::ObjectKind object_kind = value.as_object()->kind();
  if (object_kind == kind::str) return value.as<Str>()->byte_size() != 0 ? 1 : 0;
  if (object_kind == kind::list) return value.as<List>()->items.empty() ? 0 : 1;
  if (object_kind == kind::dict) return value.as<Dict>()->empty() ? 0 : 1;
  if (object_kind == kind::tuple) return value.as<Tuple>()->empty() ? 0 : 1;
  if (object_kind == kind::set || object_kind == kind::frozenset) return value.as<Set>()->empty() ? 0 : 1;
  if (object_kind == kind::bytes) return value.as<Bytes>()->data.empty() ? 0 : 1;
  if (object_kind == kind::big_int || object_kind == kind::function) return 1;
  bool found = false;
  const Value result = call_special(value, Special::bool_, {}, found);
  if (found) {
    if (!result.is_set()) return -1;
    if (!result.is_bool()) {
      type_error("__bool__ should return bool, returned " + type_name(result));
      return -1;
    }
    return result.as_bool() ? 1 : 0;
  }
  if (special(class_of(value), Special::len).is_set()) {
    const std::int64_t count = length(value);
    return count < 0 ? -1 : count > 0 ? 1 : 0;
  }
  return 1;
}

// ---- binary ---------------------------------------------------------------------------------------------------------

namespace {

/// Texts whose copying is more work than the instruction that asks for it.
constexpr std::size_t kCopiedText = 1024;

}  // namespace

Value Vm::binary(BinaryOp op, const Value& left, const Value& right, bool in_place) {
  if (op == BinaryOp::add && left.is_object(kind::str) && right.is_object(kind::str)) {
    const Str& more = *right.as<Str>();
    const std::size_t size = left.as<Str>()->byte_size();
    if (!check_size(size + more.byte_size()) || (size > kCopiedText && !spend(size / 64))) return {};
    return Str::append(Ref<Str>(left.as<Str>()), more);
  }
  if (!has_own_operators(left) && !has_own_operators(right)) {
    Value result = builtin_binary(op, left, right, in_place);
    if (result.is_set() || has_error()) return result;
  } else {
    bool decided = false;
    Value result = binary_by_methods(op, left, right, in_place, decided);
    if (decided) return result;
    result = builtin_binary(op, left, right, in_place);
    if (result.is_set() || has_error()) return result;
  }
  return raise_unsupported(op, left, right, in_place);
}

Value Vm::raise_unsupported(BinaryOp op, const Value& left, const Value& right, bool in_place) {
  if (op == BinaryOp::add) {
    const auto concatenate = [&](const char* what) {
      return type_error(std::string("can only concatenate ") + what + " (not \"" + type_name(right) + "\") to " + what);
    };
    if (core(left).is_object(kind::str)) return concatenate("str");
    if (core(left).is_object(kind::list) && !in_place) return concatenate("list");
    if (core(left).is_object(kind::tuple)) return concatenate("tuple");
    if (bytes_view_of(left)) {
      const char* const type = core(left).is_object(kind::bytes) ? "bytes" : "bytearray";
      return type_error("can't concat " + type_name(right) + " to " + type);
    }
  }
  const auto is_sequence = [](const Value& value) {
    return value.is_object(kind::str) || value.is_object(kind::list) || value.is_object(kind::tuple) ||
           value.is_object(kind::bytes) || value.is_object(kind::bytearray);
  };
  if (op == BinaryOp::multiply && (is_sequence(core(left)) || is_sequence(core(right)))) {
    const Value& count = is_sequence(core(left)) ? right : left;
    if (special(class_of(count), Special::index).is_set()) {
      std::int64_t times = 0;
      if (!index(count, times)) return {};
      return builtin_binary(op, is_sequence(core(left)) ? left : right, Value(times), in_place);
    }
    return type_error("can't multiply sequence by non-int of type '" +
                      type_name(is_sequence(core(left)) ? right : left) + "'");
  }
  std::string symbol = kOperators[static_cast<std::size_t>(op)].symbol;
  if (in_place) symbol = op == BinaryOp::power ? "**=" : symbol + "=";
  return type_error("unsupported operand type(s) for " + symbol + ": '" + type_name(left) + "' and '" +
                    type_name(right) + "'");
}

/// The special methods, in Python's order. `decided` is false if none of them took it.
Value Vm::binary_by_methods(BinaryOp op, const Value& left, const Value& right, bool in_place, bool& decided) {
  const OperatorNames& names = kOperators[static_cast<std::size_t>(op)];
  Class& left_class = class_of(left);
  Class& right_class = class_of(right);
  decided = true;
  const auto attempt = [&](const Value& self, Class& cls, const char* name, const Value& other, Value& result) {
    const Value* found = cls.lookup(*intern(name));
    if (found == nullptr || found->is_none()) return false;
    // Sequences join and repeat only when nobody's arithmetic does it.
    if ((op == BinaryOp::add || op == BinaryOp::multiply) && found->is_object(kind::native_function) &&
        is_sequence(core(self))) {
      return false;
    }
    const Value method = *found;
    const Value arguments[] = {other};
    result = call_with_self(method, self, CallArguments{arguments, {}, nullptr});
    return !result.is_set() || result.tag() != Tag::not_implemented;
  };
  Value result;
  if (in_place && attempt(left, left_class, names.in_place, right, result)) return result;
  const bool right_first = &right_class != &left_class && right_class.derives_from(left_class) &&
                           right_class.lookup(*intern(names.reflected)) != nullptr &&
                           right_class.lookup(*intern(names.reflected)) != left_class.lookup(*intern(names.reflected));
  if (right_first && attempt(right, right_class, names.reflected, left, result)) return result;
  if (attempt(left, left_class, names.method, right, result)) return result;
  if (!right_first && &right_class != &left_class && attempt(right, right_class, names.reflected, left, result)) {
    return result;
  }
  decided = false;
  return {};
}

namespace {

/// A sequence repeated: how often, or false after raising.
bool repetitions(Vm& vm, const Value& count, std::size_t size, std::size_t element, std::size_t& times) {
  if (count.is_object(kind::big_int)) {
    if (sgn(count.as<BigInt>()->number) < 0) {
      times = 0;
      return true;
    }
    vm.overflow_error("cannot fit 'int' into an index-sized integer");
    return false;
  }
  const std::int64_t number = count.is_bool() ? (count.as_bool() ? 1 : 0) : count.as_int();
  times = number > 0 ? static_cast<std::size_t>(number) : 0;
  if (size == 0) times = 0;
  if (times > 0 && times > vm.limits().text_bytes / (size * element) + 1) return vm.check_size(UINT64_MAX);
  return vm.check_size(static_cast<std::uint64_t>(times) * size * element) && vm.spend(times * size * element / 16);
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string result;
  result.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

Value repeat_sequence(Vm& vm, const Value& sequence, const Value& count, bool in_place) {
  std::size_t times = 0;
  if (const Str* text = as_str(sequence)) {
    if (!repetitions(vm, count, text->byte_size(), 1, times)) return {};
    return vm.str(repeat(text->view(), times));
  }
  if (const Bytes* bytes = as_kind<Bytes>(sequence, kind::bytes)) {
    if (!repetitions(vm, count, bytes->data.size(), 1, times)) return {};
    return make<Bytes>(repeat(bytes->data, times));
  }
  if (ByteArray* bytes = as_kind<ByteArray>(sequence, kind::bytearray)) {
    if (!repetitions(vm, count, bytes->data.size(), 1, times)) return {};
    if (!in_place) return make<ByteArray>(repeat(bytes->data, times));
    if (times != 1 && !bytes->data.empty() && !may_resize(vm, *bytes)) return {};
    bytes->data = repeat(bytes->data, times);
    bytes->account();
    return sequence;
  }
  const bool is_list = sequence.is_object(kind::list);
  const std::span<const Value> items =
      is_list ? std::span<const Value>(sequence.as<List>()->items) : sequence.as<Tuple>()->values();
  if (!repetitions(vm, count, items.size(), sizeof(Value), times)) return {};
  if (!is_list && times == 1) return sequence;
  std::vector<Value> repeated;
  repeated.reserve(items.size() * times);
  for (std::size_t i = 0; i < times; ++i) repeated.insert(repeated.end(), items.begin(), items.end());
  if (!is_list) return Tuple::take(repeated);
  if (!in_place) return make<List>(std::move(repeated));
  List& list = *sequence.as<List>();
  list.items = std::move(repeated);
  list.account();
  return sequence;
}

bool is_repeatable(const Value& value) noexcept {
  return value.is_object(kind::str) || value.is_object(kind::list) || value.is_object(kind::tuple) ||
         value.is_object(kind::bytes) || value.is_object(kind::bytearray);
}

}  // namespace

/// Operators between built-in values; instances of classes derived from built-in ones count as what they wrap.
/// Unset without an error if the operands do not go together.
Value Vm::builtin_binary(BinaryOp op, const Value& left_value, const Value& right_value, bool in_place) {
  const Value left = core(left_value);
  const Value right = core(right_value);
  if (numbers::is_number(left) && numbers::is_number(right)) return numbers::binary(*this, op, left, right);
  if (op == BinaryOp::modulo) {
    if (left.is_object(kind::str)) return format_percent(left, right_value);
    if (left.is_object(kind::bytes) || left.is_object(kind::bytearray)) return format_bytes_percent(left, right_value);
  }
  if (left.is_object(kind::complex) || right.is_object(kind::complex)) {
    const auto is_any_number = [](const Value& value) {
      return value.is_object(kind::complex) || numbers::is_number(value);
    };
    if (is_any_number(left) && is_any_number(right)) return numbers::complex_binary(*this, op, left, right);
    return {};
  }
  if (op == BinaryOp::multiply) {
    if (is_repeatable(left) && is_integer(right)) return repeat_sequence(*this, left, right, in_place);
    if (is_repeatable(right) && is_integer(left)) return repeat_sequence(*this, right, left, false);
    return {};
  }
  if (op == BinaryOp::add) {
    if (left.is_object(kind::str) && right.is_object(kind::str)) {
      const std::string_view l = left.as<Str>()->view();
      const std::string_view r = right.as<Str>()->view();
      if (!check_size(l.size() + r.size())) return {};
      return Str::concat(l, r);
    }
    if (left.is_object(kind::list) && (right.is_object(kind::list) || in_place)) {
      List& list = *left.as<List>();
      if (!in_place) {
        const std::vector<Value>& more = right.as<List>()->items;
        if (!check_size((list.items.size() + more.size()) * sizeof(Value)) || !spend(list.items.size() + more.size()))
          return {};
        std::vector<Value> joined;
        joined.reserve(list.items.size() + more.size());
        joined.insert(joined.end(), list.items.begin(), list.items.end());
        joined.insert(joined.end(), more.begin(), more.end());
        return make<List>(std::move(joined));
      }
      return extend_list(*this, list, right_value) ? left_value : Value();
    }
    if (left.is_object(kind::tuple) && right.is_object(kind::tuple)) {
      if (left.as<Tuple>()->empty() && right_value.is_object(kind::tuple)) return right;
      if (right.as<Tuple>()->empty() && left_value.is_object(kind::tuple)) return left;
      if (!check_size((left.as<Tuple>()->size() + right.as<Tuple>()->size()) * sizeof(Value))) return {};
      std::vector<Value> joined(left.as<Tuple>()->begin(), left.as<Tuple>()->end());
      joined.insert(joined.end(), right.as<Tuple>()->begin(), right.as<Tuple>()->end());
      return Tuple::take(joined);
    }
    if (left.is_object(kind::bytes) || left.is_object(kind::bytearray)) {
      return concatenate_bytes(*this, left, right, left_value, in_place);
    }
    return {};
  }
  if (as_set(left) != nullptr && as_set(right) != nullptr) {
    Value result = set_binary(op, left, right, in_place);
    // An instance of a class derived from set stays what it is.
    return in_place && result.is_identical(left) ? left_value : result;
  }
  if (sets::is_set_view(left) || sets::is_set_view(right)) return sets::view_operation(*this, op, left, right_value);
  if (op == BinaryOp::bit_or && left.is_object(kind::dict) && (in_place || right.is_object(kind::dict))) {
    // In place it is update(), with all that takes.
    if (!in_place && !spend(left.as<Dict>()->size() * 3)) return {};
    const Ref<Dict> target = in_place ? Ref<Dict>(left.as<Dict>()) : left.as<Dict>()->copy();
    if (!update_from(*this, *target, right_value)) return {};
    return in_place ? left_value : Value(target);
  }
  if (op == BinaryOp::bit_or && (left.is_object(kind::mapping_proxy) || right.is_object(kind::mapping_proxy))) {
    const auto inside = [](const Value& value) {
      return value.is_object(kind::mapping_proxy) ? value.as<MappingProxy>()->mapping : value;
    };
    return binary(op, inside(left), inside(right), false);
  }
  if (op == BinaryOp::bit_or) return make_union(left_value, right_value);
  return {};
}

Value Vm::set_binary(BinaryOp op, const Value& left, const Value& right, bool in_place) {
  const Ref<Set> self(as_set(left));
  const Ref<Set> other(as_set(right));
  const bool frozen = self->is_frozen();
  if (in_place && !frozen) {
    bool ok = false;
    switch (op) {
      case BinaryOp::bit_or: ok = sets::update(*this, *self, right); break;
      case BinaryOp::subtract: ok = sets::difference_update(*this, *self, right); break;
      case BinaryOp::bit_xor: ok = sets::symmetric_difference_update(*this, *self, right); break;
      case BinaryOp::bit_and: {
        const Ref<Set> result = sets::intersection(*this, self, right, false);
        ok = static_cast<bool>(result);
        if (ok) self->take_from(*result);
        break;
      }
      default: return {};
    }
    return ok ? left : Value();
  }
  switch (op) {
    case BinaryOp::bit_or: {
      if (!spend(5 * (self->size() + other->size()))) return {};
      const Ref<Set> result = self->copy(*this, frozen);
      return self == other || result->merge(*this, *other) ? Value(result) : Value();
    }
    case BinaryOp::bit_and: return sets::intersection(*this, self, right, frozen);
    case BinaryOp::subtract: return sets::difference(*this, self, right, frozen);
    case BinaryOp::bit_xor: return sets::symmetric_difference(*this, self, right, frozen);
    default: return {};
  }
}

// ---- unary ----------------------------------------------------------------------------------------------------------

Value Vm::unary_by_method(const Value& value, Special which, const char* symbol) {
  bool found = false;
  Value result = call_special(value, which, {}, found);
  if (found) return result;
  return type_error(std::string("bad operand type for ") + symbol + ": '" + type_name(value) + "'");
}

Value Vm::negative(const Value& value) {
  if (value.is_int() && value.as_int() != INT64_MIN) return Value(-value.as_int());
  if (value.is_float()) return Value(-value.as_float());
  if (is_integer(value)) return make_int(-to_mpz(value));
  if (const Complex* number = as_kind<Complex>(value, kind::complex))
    return make<Complex>(-number->real, -number->imag);
  return unary_by_method(value, Special::neg, "unary -");
}

Value Vm::positive(const Value& value) {
  if (value.is_int() || value.is_float() || value.is_object(kind::big_int)) return value;
  if (value.is_bool()) return Value(std::int64_t{value.as_bool() ? 1 : 0});
  if (value.is_object(kind::complex)) return value;
  return unary_by_method(value, Special::pos, "unary +");
}

Value Vm::invert(const Value& value) {
  if (value.is_int()) return Value(~value.as_int());
  if (is_integer(value)) return make_int(-to_mpz(value) - 1);
  return unary_by_method(value, Special::invert, "unary ~");
}

Value Vm::absolute(const Value& value) {
  if (value.is_int() && value.as_int() != INT64_MIN)
    return Value(value.as_int() < 0 ? -value.as_int() : value.as_int());
  if (value.is_float()) return Value(std::abs(value.as_float()));
  if (is_integer(value)) return make_int(abs(to_mpz(value)));
  if (const Complex* number = as_kind<Complex>(value, kind::complex)) return numbers::complex_absolute(*this, *number);
  return unary_by_method(value, Special::abs, "abs()");
}

// ---- numbers from values --------------------------------------------------------------------------------------------

Value Vm::index_value(const Value& given) {
  Value value = core(given);
  if (!is_integer(value)) {
    bool found = false;
    value = call_special(given, Special::index, {}, found);
    if (!found) return type_error("'" + type_name(given) + "' object cannot be interpreted as an integer");
    if (!value.is_set()) return {};
    if (!is_integer(core(value))) return type_error("__index__ returned non-int (type " + type_name(value) + ")");
    value = Value(core(value));
  }
  return value.is_bool() ? Value(std::int64_t{value.as_bool() ? 1 : 0}) : value;
}

bool Vm::index(const Value& given, std::int64_t& result, bool clamp) {
  if (given.is_int()) {
    result = given.as_int();
    return true;
  }
  const Value value = index_value(given);
  if (!value.is_set()) return false;
  if (value.is_int()) {
    result = value.as_int();
    return true;
  }
  if (clamp) {
    result = sgn(value.as<BigInt>()->number) < 0 ? INT64_MIN : INT64_MAX;
    return true;
  }
  overflow_error("Python int too large to convert to C ssize_t");
  return false;
}

bool Vm::to_double(const Value& given, double& result) {
  const Value& value = core(given);
  if (numbers::is_number(value)) {
    bool overflow = false;
    result = numbers::to_double(value, overflow);
    if (overflow) overflow_error("int too large to convert to float");
    return !overflow;
  }
  bool found = false;
  Value converted = call_special(given, Special::float_, {}, found);
  if (!found) converted = call_special(given, Special::index, {}, found);
  if (!found) {
    type_error("must be real number, not " + type_name(given));
    return false;
  }
  if (!converted.is_set()) return false;
  if (!numbers::is_number(core(converted))) {
    type_error(type_name(given) + ".__float__ returned non-float (type " + type_name(converted) + ")");
    return false;
  }
  bool overflow = false;
  result = numbers::to_double(core(converted), overflow);
  return true;
}

bool Vm::slice_indices(const Slice& slice, std::size_t length, SliceIndices& result) {
  const auto size = static_cast<std::int64_t>(length);
  std::int64_t step = 1;
  const auto part = [&](const Value& value, std::int64_t& number) {
    if (!special(class_of(value), Special::index).is_set() && !is_integer(core(value))) {
      type_error("slice indices must be integers or None or have an __index__ method");
      return false;
    }
    return index(value, number, true);
  };
  if (!slice.step.is_none()) {
    if (!part(slice.step, step)) return false;
    if (step == 0) {
      value_error("slice step cannot be zero");
      return false;
    }
    step = std::max<std::int64_t>(step, -INT64_MAX);
  }
  const auto bound = [&](const Value& value, std::int64_t fallback, std::int64_t& number) {
    if (value.is_none()) {
      number = fallback;
      return true;
    }
    if (!part(value, number)) return false;
    if (number < 0) number = number < -size ? (step < 0 ? -1 : 0) : number + size;
    if (number >= size) number = step < 0 ? size - 1 : size;
    return true;
  };
  if (!bound(slice.start, step < 0 ? size - 1 : 0, result.start)) return false;
  if (!bound(slice.stop, step < 0 ? -1 : size, result.stop)) return false;
  result.step = step;
  result.count = 0;
  if (step > 0 && result.start < result.stop) {
    result.count = static_cast<std::size_t>((result.stop - result.start - 1) / step + 1);
  } else if (step < 0 && result.stop < result.start) {
    result.count = static_cast<std::size_t>((result.start - result.stop - 1) / -step + 1);
  }
  return true;
}

}  // namespace loopline::script
