// What the files about dictionaries share.
#pragma once

#include "script/objects/iterators.h"
#include "script/vm.h"

namespace loopline::script {

/// dict(source), dict.update(source): a mapping or an iterable of pairs. False after raising; what was set stays.
bool update_from(Vm& vm, Dict& target, const Value& source);

void install_dict_views(Vm& vm);  // dict_keys, dict_values, dict_items
void install_mapping_proxy(Vm& vm);

}  // namespace loopline::script
