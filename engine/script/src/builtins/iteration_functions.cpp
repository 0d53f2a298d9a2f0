// iter, next, sum, min, max, any, all, sorted.
#include "../vm/iterate.h"
#include "builtin_functions.h"
#include "list.h"

namespace loopline::script {

namespace {

Value builtin_iter(Vm& vm, Arguments args) {
  if (!args[1].is_set()) return vm.iter(args[0]);
  if (!vm.is_callable(args[0])) return vm.type_error("iter(v, w): v must be callable");
  return make<CallIterator>(*vm.iterator_classes().callable, args[0], args[1]);
}

Value builtin_next(Vm& vm, Arguments args) {
  if (!args[1].is_set()) return vm.next_or_raise(args[0]);
  Value item = vm.next(args[0]);
  return item.is_set() || vm.has_error() ? item : args[1];
}

// ---- sums -----------------------------------------------------------------------------------------------------------

/// Adds as the machine's + does, without its way through types where both are small numbers.
bool add_to(Vm& vm, Value& total, const Value& item) {
  if (total.is_int() && item.is_int()) {
    std::int64_t sum = 0;
    if (!__builtin_add_overflow(total.as_int(), item.as_int(), &sum)) {
      total = Value(sum);
      return true;
    }
  } else if (total.is_float() && item.is_float()) {
    total = Value(total.as_float() + item.as_float());
    return true;
  }
  total = vm.binary(BinaryOp::add, total, item);
  return total.is_set();
}

Value builtin_sum(Vm& vm, Arguments args) {
  Value total = args[1];
  const Value& start = Vm::core(total);
  if (start.is_object(kind::str)) return vm.type_error("sum() can't sum strings [use ''.join(seq) instead]");
  if (start.is_object(kind::bytes)) return vm.type_error("sum() can't sum bytes [use b''.join(seq) instead]");
  if (start.is_object(kind::bytearray)) return vm.type_error("sum() can't sum bytearray [use b''.join(seq) instead]");
  bool ok = true;
  const bool all = for_each(vm, args[0], [&](const Value& item) { return ok = add_to(vm, total, item); });
  return all && ok ? total : Value();
}

// ---- extremes -------------------------------------------------------------------------------------------------------

/// Keeps the first of the best.
class Best {
 public:
  Best(Vm& vm, Comparison better, const Value& key) : m_vm(vm), m_better(better), m_key(key) {}

  /// False after raising.
  bool offer(const Value& item) {
    Value key = m_key.is_none() ? item : m_vm.call(m_key, std::span<const Value>(&item, 1));
    if (!key.is_set()) return false;
    if (m_item.is_set()) {
      const int is_better = m_vm.compare_bool(m_better, key, m_best_key);
      if (is_better <= 0) return is_better == 0;
    }
    m_item = item;
    m_best_key = std::move(key);
    return true;
  }
  const Value& item() const noexcept { return m_item; }

 private:
  Vm& m_vm;
  Comparison m_better;
  const Value& m_key;
  Value m_item;
  Value m_best_key;
};

Value extreme(Vm& vm, Arguments args, Comparison better, const std::string& name) {
  const std::span<const Value> given = args[0].as<Tuple>()->values();
  if (given.empty()) return vm.type_error(name + " expected at least 1 argument, got 0");
  Best best(vm, better, args[1]);
  if (given.size() > 1) {
    if (args[2].is_set()) {
      return vm.type_error("Cannot specify a default for " + name + "() with multiple positional arguments");
    }
    for (const Value& item : given) {
      if (!best.offer(item)) return {};
    }
    return best.item();
  }
  bool ok = true;
  const bool all = for_each(vm, given[0], [&](const Value& item) { return ok = best.offer(item); });
  if (!all || !ok) return {};
  if (best.item().is_set()) return best.item();
  return args[2].is_set() ? args[2] : vm.value_error(name + "() arg is an empty sequence");
}

Value builtin_max(Vm& vm, Arguments args) { return extreme(vm, args, Comparison::greater, "max"); }
Value builtin_min(Vm& vm, Arguments args) { return extreme(vm, args, Comparison::less, "min"); }

// ---- any, all, sorted -----------------------------------------------------------------------------------------------

/// Looks for the first item whose truth is `wanted`: 1, 0, or -1 after raising.
int has_item(Vm& vm, const Value& iterable, int wanted) {
  int truth = 1 - wanted;
  const bool all = for_each(vm, iterable, [&](const Value& item) { return (truth = vm.truth(item)) == 1 - wanted; });
  return !all || truth < 0 ? -1 : truth == wanted ? 1 : 0;
}

Value builtin_any(Vm& vm, Arguments args) {
  const int found = has_item(vm, args[0], 1);
  return found < 0 ? Value() : Value(found != 0);
}

Value builtin_all(Vm& vm, Arguments args) {
  const int found = has_item(vm, args[0], 0);
  return found < 0 ? Value() : Value(found == 0);
}

Value builtin_sorted(Vm& vm, Arguments args) {
  Ref<List> list = make<List>();
  if (!extend_list(vm, *list, args[0]) || !sort_list(vm, *list, args[1], args[2])) return {};
  return Value(std::move(list));
}

constexpr NativeDefinition kFunctions[] = {
    {"iter", "object, sentinel?, /", builtin_iter},
    {"next", "iterator, default?, /", builtin_next},
    {"sum", "iterable, /, start=0", builtin_sum},
    {"max", "*args, key=None, default?", builtin_max},
    {"min", "*args, key=None, default?", builtin_min},
    {"any", "iterable, /", builtin_any},
    {"all", "iterable, /", builtin_all},
    {"sorted", "iterable, /, *, key=None, reverse=False", builtin_sorted},
};

}  // namespace

void install_iteration_functions(Vm& vm) { add_builtin_functions(vm, kFunctions); }

}  // namespace loopline::script
