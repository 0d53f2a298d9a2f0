// The world of a test case, written in the case itself, one setting a line:
//
//     #% host match=example.com latency=0.5 status=404 body='gone'
//     #% command match=make output='one\ntwo\n' duration=2 exit_code=1
//     #% interrupt at=1.5 signal=2
//
// Words as in a shell: quotes keep blanks, `\n` is a new line. The words are the fields of world::Settings.
#pragma once

#include <string>
#include <string_view>

#include "world/settings.h"

namespace loopline::world::testing {

/// Every line of `source` that begins with "#%". `error` names the first word that is not understood; else it is empty.
Settings parse_directives(std::string_view source, std::string& error);

}  // namespace loopline::world::testing
