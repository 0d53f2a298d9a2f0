// The composition root: the commands, and the window where the build has one.
#include <exception>
#include <iostream>
#include <string>

#include "commands/commands.h"
#ifdef LOOPLINE_HAS_WINDOW
#include "window.h"
#endif

int main(int argc, char** argv) {
  using namespace loopline;
  const commands::Console console{std::cout, std::cerr};
  try {
#ifdef LOOPLINE_HAS_WINDOW
    const commands::Window window = app::make_window(argv);
#else
    const commands::Window window;
#endif
    return commands::run_command_line(argc, argv, console, window);
  } catch (const std::exception& error) {  // memory, or a mistake of the program
    return commands::fail(console, std::string("It cannot go on: ") + error.what());
  }
}
