// functools.partial as native code sees it.
#pragma once

#include "script/value.h"

namespace loopline::script {

class Dict;
class Tuple;

/// What a partial, or an instance of a class derived from it, calls; unset if the value is none.
Value partial_function(const Value& value) noexcept;
/// The positional arguments that it puts in front; null if the value is no partial.
const Tuple* partial_arguments(const Value& value) noexcept;
/// The arguments by name that it adds; null if the value is no partial.
const Dict* partial_keywords(const Value& value) noexcept;

}  // namespace loopline::script
