// From a scenario to what the engine runs.
#pragma once

#include "lessons/lesson.h"
#include "run/run.h"

namespace loopline::lessons {

enum class With : std::uint8_t {
  earlier,  ///< the blocks that it builds on in front of it, as Scenario::code has them
  nothing,  ///< the block alone, and the imports that it takes for granted
};

/// `scenario` is one of the lesson's. Tracebacks of a script name its file, those of documents "main.py".
run::Program program_of(const Lesson& lesson, const Scenario& scenario, With with = With::earlier);

/// Where a line and column of such a program stand in the lesson's file.
Position in_file(const Scenario& scenario, With with, Position in_program);

/// The hints of its own lines, by the lines of such a program.
std::vector<run::Note> notes_of(const Lesson& lesson, const Scenario& scenario, With with = With::earlier);

/// Its limits, its world and its program: all that a run of it needs.
run::Settings settings_of(const Lesson& lesson, const Scenario& scenario);

/// What a session prints, compared with what its text shows: the first difference, in a sentence; empty: none. `...`
/// stands for anything, as does the inside of tracebacks; addresses in memory are not compared.
std::string session_difference(const Scenario& scenario, std::string_view printed);

}  // namespace loopline::lessons
