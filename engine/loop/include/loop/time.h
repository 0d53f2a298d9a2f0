// Time as the engine counts it: whole nanoseconds since the start of the run.
#pragma once

#include <chrono>
#include <cmath>
#include <cstdint>
#include <limits>

namespace loopline::loop {

using Duration = std::chrono::nanoseconds;
/// A moment: the time since the run began.
using Time = std::chrono::nanoseconds;

inline constexpr Time kForever = Time::max();

inline double to_seconds(Duration duration) noexcept { return static_cast<double>(duration.count()) / 1e9; }

/// Rounds to the nearest nanosecond, halves up, as the timers of FORMAT.md do; what does not fit becomes the longest or
/// shortest duration, and what is not a number becomes zero.
inline Duration from_seconds(double seconds) noexcept {
  constexpr double kLongest = 9.2e9;
  if (std::isnan(seconds)) return Duration::zero();
  if (seconds >= kLongest) return Duration::max();
  if (seconds <= -kLongest) return Duration::min();
  return Duration(static_cast<std::int64_t>(std::floor(seconds * 1e9 + 0.5)));
}

/// The sum, or the longest duration where it would overflow.
inline Time saturating_add(Time time, Duration duration) noexcept {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(time.count(), duration.count(), &sum))
    return duration.count() > 0 ? Time::max() : Time::min();
  return Time(sum);
}

}  // namespace loopline::loop
