// Code that nothing marks: sessions at a prompt, and bare or indented code between the paragraphs of a text.
#pragma once

#include "document/found_block.h"

namespace loopline::lessons {

enum class Marks {
  none,      ///< a text without any: whatever is clearly code is a block
  headings,  ///< the same in Markdown, where `#` begins a heading and no comment
  some,      ///< the text marks its code elsewhere: only what nobody could take for prose
};

/// Takes the lines of what it finds. In the order of the text.
std::vector<FoundBlock> find_sessions(const SourceText& file, FreeLines& free);
/// A block begins where `starts` is free, too.
std::vector<FoundBlock> find_bare_code(const SourceText& file, FreeLines& free, const FreeLines& starts, Marks marks);

}  // namespace loopline::lessons
