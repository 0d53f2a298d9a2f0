// Which modules a script can import.
#pragma once

#include <string_view>

namespace loopline::run {

/// By full dotted name. Found out once, on first use; any thread may ask.
bool has_module(std::string_view name);

/// Whether `from module import *` binds the name. Found out once for each module, by importing it in a machine of its
/// own; any thread may ask.
bool star_import_binds(std::string_view module, std::string_view name);

}  // namespace loopline::run
