// The files of ../catalog as the build put them into the program; ../embed.cmake writes the definition.
#pragma once

#include <span>
#include <string_view>

namespace loopline::lessons {

struct EmbeddedFile {
  std::string_view name;  ///< without a folder
  std::string_view text;
};

std::span<const EmbeddedFile> embedded_catalogue();

}  // namespace loopline::lessons
