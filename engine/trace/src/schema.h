// The tables of a recording. engine/trace/FORMAT.md documents them.
#pragma once

#include <string>

#include "sqlite.h"

namespace loopline::trace {

/// Makes an empty file a recording made by `program`.
void create_schema(Database& database, const std::string& program);

}  // namespace loopline::trace
