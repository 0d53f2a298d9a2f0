// "Did you mean …?" for words of the command line.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace loopline::commands {

/// " Did you mean 'x'?" for the candidate that differs least, if at most a third of the letters differ; else nothing.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

}  // namespace loopline::commands
