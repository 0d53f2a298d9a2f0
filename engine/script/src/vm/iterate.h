// Going through an iterable from native code, without a function object for each step.
#pragma once

#include "native_depth.h"
#include "script/objects/iterators.h"
#include "script/vm.h"

namespace loopline::script {

/// The next value; unset at the end, or with an error. The common iterators need no virtual call.
inline Value next_of(Vm& vm, const Value& iterator) {
  if (Iterator* native = as_iterator(iterator)) {
    if (native->shape == Iterator::Shape::list) {
      auto& list = static_cast<ListIterator&>(*native);
      if (list.list && list.index < list.list->items.size()) return list.list->items[list.index++];
    }
    if (native->shape != Iterator::Shape::other) return native->next(vm);
    const NativeDepth depth(vm, "");  // an iterator over an iterator over …
    return depth.ok() ? native->next(vm) : Value();
  }
  return vm.next(iterator);
}

/// Calls `each(Value)` for every value of an iterator until it returns false. False if iterating or `each` raised.
template <class Each>
bool for_each_of(Vm& vm, const Value& iterator, Each&& each) {
  for (;;) {
    Value item = next_of(vm, iterator);
    if (!item.is_set()) return !vm.has_error();
    if (!each(std::move(item))) return !vm.has_error();
    if (!vm.spend(3)) return false;  // about what a step costs beside an instruction
  }
}

/// The same for an iterable.
template <class Each>
bool for_each(Vm& vm, const Value& iterable, Each&& each) {
  const Value iterator = vm.iter(iterable);
  return iterator.is_set() && for_each_of(vm, iterator, std::forward<Each>(each));
}

}  // namespace loopline::script
