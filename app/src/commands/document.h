// The document that a command works on, and the programs in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "console.h"
#include "lessons/lesson.h"
#include "lessons/load.h"
#include "options.h"
#include "script/limits.h"

namespace loopline::commands {

/// Reads a file, or a lesson of the program's own by its path in the catalogue where no such file exists.
lessons::Loaded load_document(const std::string& file);

/// The same for commands that need its code: without a value the reason has been told.
std::optional<lessons::Lesson> open_document(const std::string& file, const Console& console);

bool is_recording(const std::string& file);
bool is_script(const lessons::Lesson& lesson);

enum class BlockKind { fence, bare };

/// A block of code. In a lesson each is a program of its own; a script is one bare block.
struct Block {
  int number = 0;                     ///< from 1, in the document's order
  int first_line = 0, last_line = 0;  ///< of the code, in the file
  BlockKind kind = BlockKind::fence;
  const lessons::Scenario* scenario = nullptr;  ///< of the lesson that the blocks are of; not owned
  std::vector<int> needs;                       ///< earlier blocks that it builds on
  std::vector<std::string> assumed_imports;     ///< put in front of its code
};
std::vector<Block> blocks_of(const lessons::Lesson& lesson);

/// A program to run and the scenario it is of.
struct Chosen {
  const lessons::Scenario* scenario = nullptr;  ///< of the lesson; not owned
  run::Program program;
};

/// A scenario as a program.
run::Program program_of(const lessons::Lesson& lesson, const lessons::Scenario& scenario, bool legacy);

/// What the command line asks for: the one that is named, or all. Empty: there is no such thing; told.
std::vector<Chosen> choose(const lessons::Lesson& lesson, const What& what, const Console& console);

/// The program's own limits, then the document's, then the command line's. Without a value the reason has been told.
std::optional<script::Limits> limits_for(const lessons::Lesson& lesson, const LimitOptions& options,
                                         const Console& console);

}  // namespace loopline::commands
