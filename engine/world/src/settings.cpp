#include "world/settings.h"

namespace loopline::world {

Duration default_latency(std::string_view url) noexcept {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char each : url.substr(0, url.find('#'))) {
    hash = (hash ^ static_cast<unsigned char>(each)) * 16777619U;
  }
  hash ^= hash >> 15U;  // the low bits of the last characters alone would make similar URLs similarly fast
  return std::chrono::milliseconds(100 + 10 * static_cast<int>(hash % 91U));
}

bool matches(std::string_view pattern, std::string_view text) noexcept {
  std::size_t at = 0;
  std::size_t star = std::string_view::npos;
  std::size_t resume = 0;
  for (std::size_t i = 0; i < text.size() || at < pattern.size();) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      resume = i;
    } else if (i < text.size() && at < pattern.size() && pattern[at] == text[i]) {
      ++at;
      ++i;
    } else if (star != std::string_view::npos && resume < text.size()) {
      at = star + 1;
      i = ++resume;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace loopline::world
