// The `world:` of a document's front matter: hosts, commands, files, mail, requests, interrupts, costs. FORMAT.md has
// the keys.
#pragma once

#include "lessons/lesson.h"
#include "world/settings.h"

namespace loopline::lessons {

/// The defaults with the document's settings in their place. What is wrong with these is added to `problems`, when
/// given, each with its line, and leaves the default; `check` has told it too.
world::Settings world_of(const Lesson& lesson, Diagnostics* problems = nullptr);

}  // namespace loopline::lessons
