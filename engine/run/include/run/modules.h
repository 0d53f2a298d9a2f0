// Which modules a script can import.
#pragma once

#include <string_view>

namespace loopline::run {

/// By full dotted name. Found out once, on first use; any thread may ask.
bool has_module(std::string_view name);

}  // namespace loopline::run
