// What the command line says, as plain values. `command_line.cpp` fills them in, one struct a command.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "run/run.h"
#include "trace/export.h"

namespace loopline::commands {

/// Which program of a document.
struct What {
  std::string scenario;  ///< by name; empty: not named
  int block = 0;         ///< by number, from 1; 0: not given
  bool with_earlier = false;
  bool legacy = false;
};

/// Limits of a run that replace the document's and the program's own.
struct LimitOptions {
  std::optional<std::uint64_t> events, instructions, memory_mib, output_bytes;
  std::optional<std::uint64_t> recursion, text_bytes, integer_bits, regex_steps;
  std::optional<double> virtual_seconds;
};

struct RunOptions {
  std::string file;
  What what;
  std::optional<trace::LogMode> log;
  std::string record;  ///< empty: not recorded
  bool force = false;  ///< `record` may exist
  std::optional<run::Detail> detail;
  LimitOptions limits;
};

struct BlocksOptions {
  std::string file;
  bool json = false;
};

struct CheckOptions {
  std::vector<std::string> files;
  bool json = false;
};

struct LessonsOptions {
  bool json = false;
};

struct ReplayOptions {
  std::string file;
  std::uint32_t run = 0;  ///< 0: the last one
  std::uint64_t at = 0;
  bool json = false;
};

struct ExportOptions {
  std::string file;
  std::string output;
  What what;
  std::string axis = "elastic";
  std::string theme = "light";
  double scale = 1;
  int width = 0;  ///< pixels; 0: what suits the picture
  std::optional<std::uint64_t> at;
  bool force = false;
};

}  // namespace loopline::commands
