// The settings of the world as the modules written in the script language see them: dictionaries, lists, texts.
#pragma once

#include "script/value.h"
#include "world/settings.h"

namespace loopline::world {

/// {"hosts": [{"match": …}], "commands": …}: the fields as Settings names them; durations are seconds, what is unset is
/// None, pairs are tuples, failures are their names.
script::Value settings_value(script::Vm& vm, const Settings& settings);

}  // namespace loopline::world
