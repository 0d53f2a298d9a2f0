// Comparing and hashing.
#include <algorithm>

#include "bytes_access.h"
#include "complex_numbers.h"
#include "numbers.h"
#include "ranges.h"
#include "script/objects/generic_type.h"
#include "script/objects/iterators.h"
#include "script/vm.h"
#include "sets.h"

namespace loopline::script {

namespace {

constexpr const char* kMethods[] = {"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"};
constexpr const char* kSymbols[] = {"==", "!=", "<", "<=", ">", ">="};
constexpr Comparison kReflected[] = {Comparison::equal,         Comparison::not_equal, Comparison::greater,
                                     Comparison::greater_equal, Comparison::less,      Comparison::less_equal};

bool holds(Comparison op, int order) noexcept {
  if (order == 2) return op == Comparison::not_equal;
  switch (op) {
    case Comparison::equal: return order == 0;
    case Comparison::not_equal: return order != 0;
    case Comparison::less: return order < 0;
    case Comparison::less_equal: return order <= 0;
    case Comparison::greater: return order > 0;
    case Comparison::greater_equal: return order >= 0;
  }
  return false;
}

constexpr int kUnknown = -2;  // the built-in types do not say
constexpr int kRaised = -1;

/// Keeps comparisons of nested containers from exhausting the stack.
class DepthGuard {
 public:
  explicit DepthGuard(Vm& vm) : m_thread(vm.thread()) {
    m_ok = ++m_thread.repr_depth <= 900;
    if (!m_ok) vm.raise(*vm.types().recursion_error, "maximum recursion depth exceeded in comparison");
  }
  ~DepthGuard() { --m_thread.repr_depth; }
  DepthGuard(const DepthGuard&) = delete;
  DepthGuard& operator=(const DepthGuard&) = delete;
  bool ok() const noexcept { return m_ok; }

 private:
  ThreadState& m_thread;
  bool m_ok;
};

/// Texts whose comparison is more work than the instruction that asks for it.
constexpr std::size_t kLongText = 1024;

int compare_sequences(Vm& vm, Comparison op, std::span<const Value> left, std::span<const Value> right,
                      const Value& keep_left, const Value& keep_right) {
  const DepthGuard guard(vm);
  if (!guard.ok()) return kRaised;
  if ((op == Comparison::equal || op == Comparison::not_equal) && left.size() != right.size()) {
    return op == Comparison::not_equal ? 1 : 0;
  }
  // Comparing may change a list: sizes are asked anew.
  const auto size_of = [](const Value& value, std::span<const Value> fallback) {
    const List* list = as_list(value);
    return list != nullptr ? std::span<const Value>(list->items) : fallback;
  };
  if (!vm.spend(4)) return kRaised;
  std::size_t i = 0;
  for (;; ++i) {
    if ((i & 0x3fU) == 0x3f && !vm.spend(64)) return kRaised;
    left = size_of(keep_left, left);
    right = size_of(keep_right, right);
    if (i >= left.size() || i >= right.size()) break;
    const Value l = left[i];
    const Value r = right[i];
    if (l.is_identical(r)) continue;
    const int same = vm.equals(l, r);
    if (same < 0) return kRaised;
    if (same == 0) {
      if (op == Comparison::equal) return 0;
      if (op == Comparison::not_equal) return 1;
      return vm.compare_bool(op, l, r);
    }
  }
  const int order = left.size() < right.size() ? -1 : left.size() > right.size() ? 1 : 0;
  return holds(op, order) ? 1 : 0;
}

int compare_dicts(Vm& vm, const Dict& left, const Dict& right) {
  const DepthGuard guard(vm);
  if (!guard.ok()) return kRaised;
  if (left.size() != right.size()) return 0;
  for (std::int32_t at = left.next(0); at >= 0; at = left.next(static_cast<std::size_t>(at) + 1)) {
    if (!vm.spend(4)) return kRaised;
    const Dict::Entry entry = left.entries()[static_cast<std::size_t>(at)];
    const std::int32_t other = right.find(vm, entry.key, entry.hash);
    if (other == Dict::kFailed) return kRaised;
    if (other < 0) return 0;
    const int same = vm.equals(entry.value, right.entries()[static_cast<std::size_t>(other)].value);
    if (same <= 0) return same;
  }
  return 1;
}

/// 1, 0, kRaised, or kUnknown if the types do not know each other.
int compare_builtin(Vm& vm, Comparison op, const Value& left, const Value& right) {
  const bool equality = op == Comparison::equal || op == Comparison::not_equal;
  if (numbers::is_number(left) && numbers::is_number(right)) return holds(op, numbers::compare(left, right)) ? 1 : 0;
  if (left.is_object(kind::complex) || right.is_object(kind::complex)) {
    const auto is_any_number = [](const Value& value) {
      return value.is_object(kind::complex) || numbers::is_number(value);
    };
    if (!equality || !is_any_number(left) || !is_any_number(right)) return kUnknown;
    return numbers::complex_equal(left, right) == (op == Comparison::equal) ? 1 : 0;
  }
  if (!left.is_object() || !right.is_object()) return kUnknown;
  if (left.is_object(kind::str) && right.is_object(kind::str)) {
    const std::size_t shorter = std::min(left.as<Str>()->byte_size(), right.as<Str>()->byte_size());
    if (shorter > kLongText && !vm.spend(shorter / 32)) return kRaised;
    if (equality) return left.as<Str>()->equals(*right.as<Str>()) == (op == Comparison::equal) ? 1 : 0;
    // UTF-8 sorts as its code points do.
    const int order = left.as<Str>()->view().compare(right.as<Str>()->view());
    return holds(op, order < 0 ? -1 : order > 0 ? 1 : 0) ? 1 : 0;
  }
  if (left.is_object(kind::tuple) && right.is_object(kind::tuple)) {
    return compare_sequences(vm, op, left.as<Tuple>()->values(), right.as<Tuple>()->values(), left, right);
  }
  if (left.is_object(kind::list) && right.is_object(kind::list)) {
    return compare_sequences(vm, op, left.as<List>()->items, right.as<List>()->items, left, right);
  }
  if (equality && (left.is_object(kind::memory_view) || right.is_object(kind::memory_view))) {
    const BytesData l(left);
    const BytesData r(right);
    if (!l.is_bytes_like() || !r.is_bytes_like()) return kUnknown;
    return (l.view() == r.view()) == (op == Comparison::equal) ? 1 : 0;
  }
  if (left.is_object(kind::bytes) || left.is_object(kind::bytearray)) {
    const std::optional<std::string_view> r = bytes_view_of(right);
    if (!r) return kUnknown;
    if (r->size() > kLongText && !vm.spend(r->size() / 32)) return kRaised;
    const int order = bytes_view_of(left)->compare(*r);
    return holds(op, order < 0 ? -1 : order > 0 ? 1 : 0) ? 1 : 0;
  }
  if (const Set* l = as_set(left)) {
    if (const Set* r = as_set(right)) return sets::compare(vm, op, *l, *r);
  }
  const bool left_view = sets::is_set_view(left);
  const bool right_view = sets::is_set_view(right);
  if ((left_view && (right_view || as_set(right) != nullptr)) || (right_view && as_set(left) != nullptr)) {
    return sets::compare_views(vm, op, left, right);
  }
  if (!equality && left.is_object(kind::slice) && right.is_object(kind::slice)) {
    const Slice& l = *left.as<Slice>();
    const Slice& r = *right.as<Slice>();
    return vm.compare_bool(op, vm.tuple({l.start, l.stop, l.step}), vm.tuple({r.start, r.stop, r.step}));
  }
  if (!equality) return kUnknown;
  int same = kUnknown;
  if (left.is_object(kind::dict) && right.is_object(kind::dict)) {
    same = compare_dicts(vm, *left.as<Dict>(), *right.as<Dict>());
  } else if (ranges::is_range(left) && ranges::is_range(right)) {
    same = ranges::equal(left, right) ? 1 : 0;
  } else if (left.is_object(kind::slice) && right.is_object(kind::slice)) {
    const Slice& l = *left.as<Slice>();
    const Slice& r = *right.as<Slice>();
    const Value lt = vm.tuple({l.start, l.stop, l.step});
    const Value rt = vm.tuple({r.start, r.stop, r.step});
    same = vm.equals(lt, rt);
  } else if (left.is_object(kind::bound_method) && right.is_object(kind::bound_method)) {
    const auto& l = *left.as<BoundMethod>();
    const auto& r = *right.as<BoundMethod>();
    same = l.self.is_identical(r.self) ? vm.equals(l.function, r.function) : 0;
  } else if (left.is_object(kind::generic_alias) && right.is_object(kind::generic_alias)) {
    const GenericAlias& l = *left.as<GenericAlias>();
    const GenericAlias& r = *right.as<GenericAlias>();
    same = vm.equals(l.origin, r.origin);
    if (same > 0) same = vm.equals(Value(l.args), Value(r.args));
  } else if (left.is_object(kind::union_type) && right.is_object(kind::union_type)) {
    const Tuple& l = *left.as<UnionType>()->args;
    const Tuple& r = *right.as<UnionType>()->args;
    same = l.size() == r.size() ? 1 : 0;
    for (std::size_t i = 0; same > 0 && i < l.size(); ++i) same = vm.contains(Value(right.as<UnionType>()->args), l[i]);
  }
  if (same < 0) return same;
  return (same != 0) == (op == Comparison::equal) ? 1 : 0;
}

bool has_own_comparison(const Value& value) noexcept {
  return value.is_object(kind::instance) || value.is_object(kind::native_object) ||
         value.is_object(loop::ObjectKind::exception) || value.is_object(kind::class_) ||
         value.is_object(loop::ObjectKind::timer_handle) || value.is_object(kind::mapping_proxy) ||
         value.is_object(kind::weak_reference);
}

}  // namespace

Value Vm::compare_by_methods(Comparison op, const Value& left, const Value& right) {
  Class& left_class = class_of(left);
  Class& right_class = class_of(right);
  const auto attempt = [&](const Value& self, Class& cls, Comparison which, const Value& other) -> Value {
    const Value method = special(cls, static_cast<Special>(static_cast<int>(Special::eq) + static_cast<int>(which)));
    if (!method.is_set()) return Value::not_implemented();
    const Value arguments[] = {other};
    return call_with_self(method, self, CallArguments{arguments, {}, nullptr});
  };
  const Comparison reflected = kReflected[static_cast<std::size_t>(op)];
  const bool right_first =
      &right_class != &left_class && right_class.derives_from(left_class) && !right_class.is_builtin;
  if (right_first) {
    Value result = attempt(right, right_class, reflected, left);
    if (!result.is_set() || result.tag() != Tag::not_implemented) return result;
  }
  Value result = attempt(left, left_class, op, right);
  if (!result.is_set() || result.tag() != Tag::not_implemented) return result;
  if (!right_first) {
    result = attempt(right, right_class, reflected, left);
    if (!result.is_set() || result.tag() != Tag::not_implemented) return result;
  }
  return Value::not_implemented();
}

Value Vm::compare(Comparison op, const Value& left, const Value& right) {
  if (!has_own_comparison(left) && !has_own_comparison(right)) {
    const int result = compare_builtin(*this, op, left, right);
    if (result >= 0) return Value(result != 0);
    if (result == kRaised) return {};
  } else {
    Value result = compare_by_methods(op, left, right);
    if (!result.is_set() || result.tag() != Tag::not_implemented) return result;
  }
  if (op == Comparison::equal) return Value(left.is_identical(right));
  if (op == Comparison::not_equal) return Value(!left.is_identical(right));
  return type_error(std::string("'") + kSymbols[static_cast<std::size_t>(op)] +
                    "' not supported between instances of '" + type_name(left) + "' and '" + type_name(right) + "'");
}

/// For the special methods of built-in classes: NotImplemented where the types do not know each other.
Value Vm::compare_native(Comparison op, const Value& left, const Value& right) {
  const int result = compare_builtin(*this, op, core(left), core(right));
  if (result == kRaised) return {};
  return result == kUnknown ? Value::not_implemented() : Value(result != 0);
}

int Vm::compare_bool(Comparison op, const Value& left, const Value& right) {
  if (!has_own_comparison(left) && !has_own_comparison(right)) {
    const int result = compare_builtin(*this, op, left, right);
    if (result >= kRaised) return result;
  }
  const Value result = compare(op, left, right);
  return result.is_set() ? truth(result) : -1;
}

/// As containers ask: what is identical is equal, even if it says otherwise (nan).
int Vm::equals(const Value& left, const Value& right) {
  if (left.is_identical(right)) return 1;
  if (left.is_object(kind::str) && right.is_object(kind::str)) return left.as<Str>()->equals(*right.as<Str>()) ? 1 : 0;
  return compare_bool(Comparison::equal, left, right);
}

// ---- hashing --------------------------------------------------------------------------------------------------------

namespace {

/// CPython's tuple hash (xxHash).
bool hash_tuple(Vm& vm, const Tuple& tuple, std::int64_t& result) {
  constexpr std::uint64_t kPrime1 = 11400714785074694791ULL;
  constexpr std::uint64_t kPrime2 = 14029467366897019727ULL;
  constexpr std::uint64_t kPrime5 = 2870177450012600261ULL;
  const DepthGuard guard(vm);
  if (!guard.ok() || !vm.spend(tuple.size())) return false;
  std::uint64_t accumulator = kPrime5;
  for (const Value& item : tuple) {
    std::int64_t lane = 0;
    if (!vm.hash(item, lane)) return false;
    accumulator += static_cast<std::uint64_t>(lane) * kPrime2;
    accumulator = accumulator << 31U | accumulator >> 33U;
    accumulator *= kPrime1;
  }
  accumulator += tuple.size() ^ (kPrime5 ^ 3527539ULL);
  result = accumulator == static_cast<std::uint64_t>(-1) ? 1546275796 : static_cast<std::int64_t>(accumulator);
  return true;
}

std::int64_t hash_frozenset(const Set& set) {
  if (set.has_cached_hash) return set.cached_hash;
  const auto shuffle = [](std::uint64_t bits) { return ((bits ^ 89869747ULL) ^ (bits << 16U)) * 3644798167ULL; };
  std::uint64_t hash = 0;
  for (const Set::Element& element : set.table_elements()) hash ^= shuffle(static_cast<std::uint64_t>(element.hash));
  hash ^= (set.size() + 1) * 1927868237ULL;
  hash ^= (hash >> 11U) ^ (hash >> 25U);
  hash = hash * 69069U + 907133923ULL;
  set.cached_hash = hash == static_cast<std::uint64_t>(-1) ? 590923713 : static_cast<std::int64_t>(hash);
  set.has_cached_hash = true;
  return set.cached_hash;
}

/// Objects hash by identity in Python; addresses must not decide anything here, so each gets the number of its first
/// hash.
std::int64_t hash_identity(Vm& vm, Object* object) { return vm.identity_number(*object); }

}  // namespace

bool Vm::hash(const Value& value, std::int64_t& result) {
  switch (value.tag()) {
    case Tag::unset:
    case Tag::none: result = 0xfca86420; return true;
    case Tag::not_implemented: result = 0x7fedc3; return true;
    case Tag::ellipsis: result = 0x7fedc5; return true;
    case Tag::boolean: result = value.as_bool() ? 1 : 0; return true;
    case Tag::integer: {
      constexpr std::int64_t kModulus = (std::int64_t{1} << 61U) - 1;
      const std::int64_t number = value.as_int();
      if (number > -kModulus && number < kModulus) {
        result = number == -1 ? -2 : number;
      } else {
        result = numbers::hash_big(mpz_from(number));
      }
      return true;
    }
    case Tag::floating: {
      const double number = value.as_float();
      result = numbers::hash_double(number);
      return true;
    }
    case Tag::object: break;
  }
  Object* object = value.as_object();
  const loop::ObjectKind object_kind = object->kind();
  if (object_kind == kind::str) {
    result = value.as<Str>()->hash();
    return true;
  }
  if (object_kind == kind::tuple) return hash_tuple(*this, *value.as<Tuple>(), result);
  if (object_kind == kind::big_int) return result = numbers::hash_big(value.as<BigInt>()->number), true;
  if (object_kind == kind::bytes) return result = hash_bytes(value.as<Bytes>()->data), true;
  if (object_kind == kind::complex) return result = numbers::hash_complex(*value.as<Complex>()), true;
  if (object_kind == kind::memory_view) {
    const Value number = call(special(class_of(value), Special::hash), {value});
    if (number.is_set()) result = number.as_int();
    return number.is_set();
  }
  if (object_kind == kind::frozenset) return result = hash_frozenset(*value.as<Set>()), true;
  const bool unhashable = object_kind == kind::list || object_kind == kind::dict || object_kind == kind::set ||
                          object_kind == kind::bytearray || object_kind == kind::slice || sets::is_set_view(value);
  Class& cls = class_of(value);
  if (!unhashable && object_kind != kind::instance && object_kind != kind::native_object &&
      object_kind != kind::class_ && object_kind != loop::ObjectKind::exception && !ranges::is_range(value) &&
      object_kind != kind::bound_method && object_kind != kind::generic_alias && object_kind != kind::union_type &&
      object_kind != kind::weak_reference) {
    result = hash_identity(*this, object);
    return true;
  }
  if (ranges::is_range(value)) return hash(ranges::hash_key(*this, value), result);
  if (object_kind == kind::bound_method) {
    const auto& method = *value.as<BoundMethod>();
    std::int64_t function_hash = 0;
    if (!hash(method.function, function_hash)) return false;
    result = function_hash ^ (method.self.is_object() ? hash_identity(*this, method.self.as_object()) : 0);
    return true;
  }
  if (object_kind == kind::generic_alias) {
    const GenericAlias& alias = *value.as<GenericAlias>();
    return hash(tuple({alias.origin, Value(alias.args)}), result);
  }
  if (object_kind == kind::union_type) {
    // Equal in any order.
    result = 0;
    for (const Value& part : *value.as<UnionType>()->args) {
      std::int64_t part_hash = 0;
      if (!hash(part, part_hash)) return false;
      result ^= part_hash;
    }
    return true;
  }
  const Value method = special(cls, Special::hash);
  if (unhashable || !method.is_set()) {
    type_error("unhashable type: '" + type_name(value) + "'");
    return false;
  }
  if (method.is_object(kind::native_function)) {
    if (object_kind == kind::instance && value.as<Instance>()->wrapped.is_set()) {
      return hash(value.as<Instance>()->wrapped, result);
    }
    if (method.as<NativeFunction>()->owner == m_types->object.get() ||
        (object_kind != kind::native_object && object_kind != kind::weak_reference)) {
      result = hash_identity(*this, object);
      return true;
    }
  }
  bool found = false;
  const Value number = call_special(value, Special::hash, {}, found);
  if (!number.is_set()) return false;
  if (!is_integer(core(number))) {
    type_error("__hash__ method should return an integer");
    return false;
  }
  // A number that fits is the hash as it is.
  if (core(number).is_int()) {
    result = core(number).as_int() == -1 ? -2 : core(number).as_int();
    return true;
  }
  return hash(core(number), result);
}

}  // namespace loopline::script
