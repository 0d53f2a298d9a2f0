// Times as people are shown them.
#pragma once

#include <QString>
#include <cstdint>

namespace loopline::ui {

/// "1.000 s", rounded: nobody is shown the microsecond by which clocks wake late. `decimals` 0 to 3.
QString timeText(std::int64_t nanoseconds, int decimals = 3);
/// "3 s", "2.5 s", "0.125 s": as many decimals as it takes, at most three, at least `least`.
QString shortTimeText(std::int64_t nanoseconds, int least = 1);

}  // namespace loopline::ui
