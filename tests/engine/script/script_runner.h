// Runs a text as a program on a machine of its own and keeps what it prints.
#pragma once

#include <string>
#include <string_view>

#include "script/limits.h"
#include "script/vm.h"
#include "world/settings.h"

namespace loopline::script::testing {

struct RunResult {
  std::string output;    ///< what it wrote to stdout
  std::string errors;    ///< what it wrote to stderr
  std::string reports;   ///< what the interpreter itself reported
  std::string uncaught;  ///< the report of the exception that ended it; empty if none
  std::string limit;     ///< "instructions" … if a limit ended it
};

struct RunOptions {
  Limits limits;
  std::string file_name = "main.py";
  bool legacy = false;
  world::Settings world = {};
  /// Called before the program runs: to add modules.
  void (*prepare)(Vm& vm) = nullptr;
};

RunResult run_script(std::string_view source, const RunOptions& options = {});

}  // namespace loopline::script::testing
