// The program without its window: parses the command line and carries the command out. main() gives it what needs the
// window system, so that everything else works, and can be tested, without one.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "console.h"
#include "replay/replay.h"

namespace loopline::commands {

/// A picture to be drawn; everything has been checked but whether the file can be written.
struct Picture {
  struct Run {
    std::string name, title;
    replay::Replay replay;
  };
  std::vector<Run> runs;    ///< one, or those to be compared
  std::string title;        ///< of the lesson or recording
  std::string output;       ///< .png, .svg or .pdf
  std::string axis, theme;  ///< as on the command line
  double scale = 1;
  int width = 0;  ///< pixels; 0: what suits the picture
  std::optional<replay::EventIndex> at;
  bool overwrite = false;
};

/// What needs the window system. Empty functions: a build without window.
struct Window {
  /// Opens the window with these files, which exist; the exit status.
  std::function<int(const std::vector<std::string>& files)> open;
  /// Draws; the problem, if there is one.
  std::function<std::optional<std::string>(Picture picture)> draw;
};

/// The whole program: the exit status.
int run_command_line(int argc, const char* const* argv, const Console& console, const Window& window);

}  // namespace loopline::commands
