// Which modules the world has, written in the script language.
#pragma once

#include <string_view>

namespace loopline::world {

/// By full dotted name.
bool has_module(std::string_view name);

}  // namespace loopline::world
