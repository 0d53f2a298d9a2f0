// reStructuredText: code in directives, in literal blocks behind `::`, in doctest blocks; prose made readable as
// Markdown, line for line.
#pragma once

#include <string>
#include <vector>

#include "document/found_block.h"

namespace loopline::lessons {

/// The text has marks that only reStructuredText has.
bool looks_like_rst(const SourceText& file);

/// Code in directives and literal blocks, sessions included. Takes their lines, and those of what is neither prose nor
/// code (comments, grammars, pictures).
std::vector<FoundBlock> find_rst_code(const SourceText& file, FreeLines& free);

/// Each line of the file as Markdown: titles, roles, links, directives.
std::vector<std::string> rst_as_markdown(const SourceText& file);

}  // namespace loopline::lessons
