// What of asyncio Python 3.11 has dropped: found in programs, so that it can be turned on for those that need it.
#pragma once

#include <string>
#include <string_view>

namespace loopline::lessons {

/// A sentence on what the program uses and since when it fails; empty: nothing.
std::string legacy_in(std::string_view code);

/// `asyncio.async(…)`, which is no syntax since 3.7, under the name that legacy programs have for it. False: there is
/// none.
bool rename_async(std::string& code);

}  // namespace loopline::lessons
