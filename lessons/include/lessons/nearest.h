// "Did you mean …": the candidate that differs least from a misspelt name.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace loopline::lessons {

/// The nearest candidate, or nothing when none is near: at most a third of the letters differ. Case counts half, a pair
/// of swapped neighbours as one letter. Of equally near ones the first.
std::string_view nearest(std::string_view name, std::span<const std::string_view> candidates);

/// " Did you mean 'x'?" for the nearest candidate; nothing when none is near.
std::string did_you_mean(std::string_view name, std::span<const std::string> candidates);

}  // namespace loopline::lessons
