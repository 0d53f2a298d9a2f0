// The modules written in the script language, compiled into the program: see embed.cmake.
#pragma once

#include <span>
#include <string_view>

namespace loopline::world {

struct EmbeddedModule {
  std::string_view name;    ///< dotted: "asyncio.events"
  std::string_view source;  ///< lives as long as the program
};

std::span<const EmbeddedModule> embedded_modules();

}  // namespace loopline::world
