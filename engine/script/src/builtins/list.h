// What other built-in functions need of lists.
#pragma once

#include "script/vm.h"

namespace loopline::script {

/// list.append. MemoryError before the list would grow beyond what one object may take.
inline bool append_to(Vm& vm, List& list, Value item) {
  const std::size_t room = list.items.capacity();
  if (list.items.size() == room && !vm.check_size(2 * room * sizeof(Value))) return false;
  list.append(std::move(item));
  return true;
}

/// list.extend. False after raising; what was added before stays.
bool extend_list(Vm& vm, List& list, const Value& iterable);

/// list.sort: stable, by `<` alone. While it runs the list is empty; an attempt to change it then ends in ValueError.
bool sort_list(Vm& vm, List& list, const Value& key, const Value& reverse);

inline constexpr std::int64_t kHintUnknown = -1;
inline constexpr std::int64_t kHintRaised = -2;
/// operator.length_hint: a length, or one of the two above.
std::int64_t length_hint(Vm& vm, const Value& object);

/// The start or stop of a search, as index() methods take it: negative ones count from the end. False after raising.
bool search_bound(Vm& vm, const Value& given, std::size_t size, std::int64_t& bound);

void install_list(Vm& vm);
void install_tuple(Vm& vm);
void install_range_and_slice(Vm& vm);

}  // namespace loopline::script
