// The commands, one source file each. Each gives the exit status.
#pragma once

#include "commands.h"
#include "options.h"

namespace loopline::commands {

int run_command(const RunOptions& options, const Console& console);
int blocks_command(const BlocksOptions& options, const Console& console);
int check_command(const CheckOptions& options, const Console& console);
int lessons_command(const LessonsOptions& options, const Console& console);
int replay_command(const ReplayOptions& options, const Console& console);
int export_command(const ExportOptions& options, const Console& console, const Window& window);
int window_command(const std::vector<std::string>& files, const Console& console, const Window& window);

}  // namespace loopline::commands
