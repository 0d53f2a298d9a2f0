// The document that a command works on, and the programs in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "console.h"
#include "lessons/lesson.h"
#include "lessons/load.h"
#include "lessons/program.h"
#include "options.h"
#include "script/limits.h"

namespace loopline::commands {

/// Reads a file, or a lesson of the program's own by its path in the catalogue where no such file exists.
lessons::Loaded load_document(const std::string& file);

enum class Wanted { code, anything };

/// The same for commands that work on it: without a value the reason has been told, which may be that it has no code.
std::optional<lessons::Lesson> open_document(const std::string& file, const Console& console,
                                             Wanted what = Wanted::code);

bool is_recording(const std::string& file);

/// A program to run and the scenario it is of.
struct Chosen {
  const lessons::Scenario* scenario = nullptr;  ///< of the lesson; not owned
  run::Program program;
  lessons::With with = lessons::With::earlier;
};

/// A scenario as a program; `legacy` allows what Python 3.11 has dropped, in any case.
run::Program program_of(const lessons::Lesson& lesson, const lessons::Scenario& scenario, bool legacy,
                        lessons::With with = lessons::With::earlier);

/// The last line of a block, in the file.
int last_line_of(const lessons::Scenario& scenario);

/// What the command line asks for: the one that is named, or all. Empty: there is no such thing; told.
std::vector<Chosen> choose(const lessons::Lesson& lesson, const What& what, const Console& console);

/// The program's own limits, then the document's, then the command line's. Without a value the reason has been told.
std::optional<script::Limits> limits_for(const lessons::Lesson& lesson, const LimitOptions& options,
                                         const Console& console);
/// The document's outside world. Without a value the reason has been told.
std::optional<world::Settings> world_for(const lessons::Lesson& lesson, const Console& console);

}  // namespace loopline::commands
