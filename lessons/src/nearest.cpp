#include "lessons/nearest.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace loopline::lessons {
namespace {

// Costs are doubled, so that a difference of case can count half.
constexpr std::size_t letter_cost = 2;
constexpr std::size_t case_cost = 1;
constexpr std::size_t longest_name = 64;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t replace_cost(char a, char b) {
  if (a == b) return 0;
  return lower(a) == lower(b) ? case_cost : letter_cost;
}

// The optimal string alignment distance, three rows at a time.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j * letter_cost;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before.swap(above);
    above.swap(row);
    row[0] = i * letter_cost;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] =
          std::min({above[j] + letter_cost, row[j - 1] + letter_cost, above[j - 1] + replace_cost(a[i - 1], b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + letter_cost);
      }
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view name, std::span<const std::string_view> candidates) {
  std::string_view best;
  std::size_t best_distance = 0;
  if (name.empty() || name.size() > longest_name) return best;
  for (const std::string_view candidate : candidates) {
    if (candidate.empty() || candidate == name || candidate.size() > longest_name) continue;
    const std::size_t cost = distance(name, candidate);
    const std::size_t allowed = std::max(std::max(name.size(), candidate.size()) / 3, std::size_t{1}) * letter_cost;
    if (cost <= allowed && (best.empty() || cost < best_distance)) {
      best = candidate;
      best_distance = cost;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view name, std::span<const std::string> candidates) {
  const std::vector<std::string_view> views(candidates.begin(), candidates.end());
  const std::string_view meant = nearest(name, views);
  return meant.empty() ? std::string() : " Did you mean '" + std::string(meant) + "'?";
}

}  // namespace loopline::lessons
