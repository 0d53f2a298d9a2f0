// The composition root: the commands, and the window where the build has one.
#include <exception>
#include <iostream>

#include "commands/commands.h"
#ifdef LOOPLINE_HAS_WINDOW
#include "window.h"
#endif

int main(int argc, char** argv) {
  using namespace loopline;
  const commands::Console console{std::cout, std::cerr};
  commands::Window window;
#ifdef LOOPLINE_HAS_WINDOW
  window = app::make_window(argc, argv);
#endif
  try {
    return commands::run_command_line(argc, argv, console, window);
  } catch (const std::exception& error) {  // memory, or a mistake of the program
    return commands::fail(console, std::string("It cannot go on: ") + error.what());
  }
}
