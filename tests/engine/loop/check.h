// For programs without Qt: says what did not hold, and counts.
#pragma once

#include <cstdio>

namespace loopline::loop::test {

class Checks {
 public:
  void that(bool holds, const char* what) {
    if (holds) return;
    ++m_failures;
    std::fprintf(stderr, "does not hold: %s\n", what);
  }
  int exit_code() const noexcept { return m_failures == 0 ? 0 : 1; }

 private:
  int m_failures = 0;
};

}  // namespace loopline::loop::test
