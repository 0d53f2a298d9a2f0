// What of the program needs the window system: the window itself, and drawing pictures.
#pragma once

#include "commands/commands.h"

namespace loopline::app {

/// `argv` is what main() was given, and outlives the result.
commands::Window make_window(char** argv);

}  // namespace loopline::app
