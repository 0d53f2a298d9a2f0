// _heapq and _bisect: lists kept as heaps, or in order (CPython: _heapqmodule.c, _bisectmodule.c). The places of equal
// items can be seen, so the steps are CPython's.
#include "../builtins/common.h"
#include "../builtins/list.h"
#include "modules.h"
#include "script/module_registry.h"
#include "script/vm.h"

namespace loopline::script {

namespace {

constexpr std::uint64_t kCostOfLevel = 4;  // instructions

// ---- heaps -------------------------------------------------------------------------------------------------------

/// A list as a heap: the smallest item first, or the greatest. Comparing may run a script's code and change the list.
class Heap {
 public:
  Heap(Vm& vm, List& list, bool greatest_first) : m_vm(vm), m_list(&list), m_greatest_first(greatest_first) {}

  std::vector<Value>& items() const { return m_list->items; }

  /// Moves the item at `place` towards the root until its parent is not greater. False after raising.
  bool rise(std::size_t root, std::size_t place) {
    const std::size_t size = items().size();
    if (place >= size) return m_vm.index_error("index out of range"), false;
    while (place > root) {
      const std::size_t parent = (place - 1) / 2;
      const int less = before(place, parent);
      if (less < 0 || !is_still(size) || !m_vm.spend(kCostOfLevel)) return false;
      if (less == 0) break;
      std::swap(items()[place], items()[parent]);
      place = parent;
    }
    return true;
  }

  /// Lets the item at `place` sink to a leaf along the smaller children, then rise to where it belongs.
  bool sink(std::size_t place) {
    const std::size_t start = place;
    const std::size_t size = items().size();
    if (place >= size) return m_vm.index_error("index out of range"), false;
    while (place < size / 2) {
      std::size_t child = 2 * place + 1;
      if (child + 1 < size) {
        const int less = before(child, child + 1);
        if (less < 0 || !is_still(size) || !m_vm.spend(kCostOfLevel)) return false;
        if (less == 0) ++child;
      }
      std::swap(items()[child], items()[place]);
      place = child;
    }
    return rise(start, place);
  }

  bool arrange() {
    for (std::size_t place = items().size() / 2; place-- > 0;) {
      if (!sink(place)) return false;
    }
    return true;
  }

  Value pop() {
    if (items().empty()) return m_vm.index_error("index out of range");
    Value last = std::move(items().back());
    items().pop_back();
    if (items().empty()) return last;
    std::swap(items().front(), last);
    return sink(0) ? last : Value();
  }

  Value replace(const Value& item) {
    if (items().empty()) return m_vm.index_error("index out of range");
    Value first = std::exchange(items().front(), item);
    return sink(0) ? first : Value();
  }

  /// Whether a goes before b: 1, 0, or -1 after raising.
  int goes_before(const Value& a, const Value& b) const {
    return m_greatest_first ? m_vm.compare_bool(Comparison::less, b, a) : m_vm.compare_bool(Comparison::less, a, b);
  }

 private:
  int before(std::size_t left, std::size_t right) const {
    const Value a = items()[left];
    const Value b = items()[right];
    return goes_before(a, b);
  }
  bool is_still(std::size_t size) const {
    if (items().size() == size) return true;
    m_vm.runtime_error("list changed size during iteration");
    return false;
  }

  Vm& m_vm;
  Ref<List> m_list;
  bool m_greatest_first;
};

List* heap_list(Vm& vm, const Value& given, const char* function, bool alone) {
  List* list = Vm::core_as<List>(given, kind::list);
  if (list == nullptr) {
    vm.type_error(std::string(function) + "() argument " + (alone ? "" : "1 ") + "must be list, not " +
                  vm.type_name(given));
  }
  return list;
}

Value heappush(Vm& vm, Arguments args) {
  List* list = heap_list(vm, args[0], "heappush", false);
  if (list == nullptr) return {};
  if (!append_to(vm, *list, args[1])) return {};
  return none_or_error(Heap(vm, *list, false).rise(0, list->items.size() - 1));
}

template <bool greatest_first>
Value heappop(Vm& vm, Arguments args) {
  List* list = heap_list(vm, args[0], greatest_first ? "_heappop_max" : "heappop", true);
  return list != nullptr ? Heap(vm, *list, greatest_first).pop() : Value();
}

template <bool greatest_first>
Value heapify(Vm& vm, Arguments args) {
  List* list = heap_list(vm, args[0], greatest_first ? "_heapify_max" : "heapify", true);
  return list != nullptr ? none_or_error(Heap(vm, *list, greatest_first).arrange()) : Value();
}

template <bool greatest_first>
Value heapreplace(Vm& vm, Arguments args) {
  List* list = heap_list(vm, args[0], greatest_first ? "_heapreplace_max" : "heapreplace", false);
  return list != nullptr ? Heap(vm, *list, greatest_first).replace(args[1]) : Value();
}

Value heappushpop(Vm& vm, Arguments args) {
  List* list = heap_list(vm, args[0], "heappushpop", false);
  if (list == nullptr) return {};
  if (list->items.empty()) return args[1];
  Heap heap(vm, *list, false);
  const Value first = list->items.front();
  const int smaller = heap.goes_before(first, args[1]);
  if (smaller < 0) return {};
  return smaller == 0 ? args[1] : heap.replace(args[1]);
}

constexpr NativeDefinition kHeapFunctions[] = {
    {"heappush", "heap, item, /", heappush},       {"heappop", "heap, /", heappop<false>},
    {"heapify", "heap, /", heapify<false>},        {"heapreplace", "heap, item, /", heapreplace<false>},
    {"heappushpop", "heap, item, /", heappushpop}, {"_heappop_max", "heap, /", heappop<true>},
    {"_heapify_max", "heap, /", heapify<true>},    {"_heapreplace_max", "heap, item, /", heapreplace<true>},
};

bool make_heapq(Vm& vm, Module& module) {
  vm.define_functions(module, kHeapFunctions);
  return true;
}

// ---- bisection ---------------------------------------------------------------------------------------------------

/// Where x belongs in a sorted sequence, before or behind its equals; -1 after raising.
std::int64_t bisect(Vm& vm, Arguments args, bool right) {
  const Value& sequence = args[0];
  const Value& x = args[1];
  const Value& key = args[4];
  std::int64_t low = 0;
  std::int64_t high = 0;
  if (!vm.index(args[2], low)) return -1;
  if (low < 0) {
    vm.value_error("lo must be non-negative");
    return -1;
  }
  if (args[3].is_none()) {
    high = vm.length(sequence);
    if (high < 0) return -1;
  } else if (!vm.index(args[3], high)) {
    return -1;
  }
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    Value item = vm.get_item(sequence, Value(middle));
    if (item.is_set() && !key.is_none()) item = vm.call(key, {item});
    if (!item.is_set()) return -1;
    const int less = right ? vm.compare_bool(Comparison::less, x, item) : vm.compare_bool(Comparison::less, item, x);
    if (less < 0 || !vm.spend(kCostOfLevel)) return -1;
    if ((less > 0) == right) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

template <bool right>
Value bisect_place(Vm& vm, Arguments args) {
  const std::int64_t place = bisect(vm, args, right);
  return place < 0 ? Value() : Value(place);
}

template <bool right>
Value insort(Vm& vm, Arguments args) {
  const Value x = args[1];
  if (!args[4].is_none()) {
    args[1] = vm.call(args[4], {x});
    if (!args[1].is_set()) return {};
  }
  const std::int64_t place = bisect(vm, args, right);
  if (place < 0) return {};
  const Value inserted = vm.call_method(args[0], "insert", {Value(place), x});
  return none_or_error(inserted.is_set());
}

constexpr NativeDefinition kBisectFunctions[] = {
    {"bisect_left", "a, x, lo=0, hi=None, *, key=None", bisect_place<false>},
    {"bisect_right", "a, x, lo=0, hi=None, *, key=None", bisect_place<true>},
    {"insort_left", "a, x, lo=0, hi=None, *, key=None", insort<false>},
    {"insort_right", "a, x, lo=0, hi=None, *, key=None", insort<true>},
};

bool make_bisect(Vm& vm, Module& module) {
  vm.define_functions(module, kBisectFunctions);
  module.attributes->set(*vm.intern("bisect"), *module.attributes->get(*vm.intern("bisect_right")));
  module.attributes->set(*vm.intern("insort"), *module.attributes->get(*vm.intern("insort_right")));
  return true;
}

}  // namespace

void install_heapq(ModuleRegistry& modules) {
  modules.add_native("_heapq", make_heapq);
  modules.add_native("_bisect", make_bisect);
}

}  // namespace loopline::script
