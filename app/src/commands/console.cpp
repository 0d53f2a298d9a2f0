#include "console.h"

#include <ostream>

namespace loopline::commands {

int fail(const Console& console, std::string_view message) {
  console.out.flush();
  console.err << "loopline: " << message << '\n';
  return status_invalid;
}

}  // namespace loopline::commands
