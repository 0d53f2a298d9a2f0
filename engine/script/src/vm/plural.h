// "1 argument", "2 arguments": as CPython counts things in messages.
#pragma once

#include <cstddef>
#include <string>

namespace loopline::script {

inline std::string plural(std::size_t count, const char* word) {
  return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
}

}  // namespace loopline::script
