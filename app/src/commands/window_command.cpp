// loopline without a subcommand: the window.
#include <array>
#include <cstdlib>
#include <filesystem>
#include <ostream>

#include "command_list.h"
#include "lessons/nearest.h"

namespace loopline::commands {
namespace {

constexpr std::array kCommands{"lessons", "run", "blocks", "check", "export", "replay"};

bool has_display() {
  for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): there is one thread yet
    if (value != nullptr && *value != '\0') return true;
  }
  return false;
}

}  // namespace

int window_command(const std::vector<std::string>& files, const Console& console, const Window& window) {
  for (const std::string& file : files) {
    std::error_code error;
    if (std::filesystem::is_regular_file(file, error)) continue;
    const std::vector<std::string> commands(kCommands.begin(), kCommands.end());
    if (std::filesystem::exists(file, error)) return fail(console, file + " is not a file.");
    return fail(console, "There is no file '" + file + "'." + lessons::did_you_mean(file, commands));
  }
  if (!window.open) return fail(console, "This build has no window. 'loopline --help' tells what it can do.");
  if (!has_display()) {
    return fail(console,
                "There is no display for the window. 'loopline --help' tells what works without one, "
                "for example: loopline lessons");
  }
  return window.open(files);
}

}  // namespace loopline::commands
