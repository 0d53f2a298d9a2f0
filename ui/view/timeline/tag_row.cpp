#include "timeline/tag_row.h"

#include <algorithm>
#include <limits>

namespace loopline::ui::timeline {

namespace {

constexpr double kGap = 3;

/// Into the first row with room at its anchor, else into that where it moves least.
void place(TagPlace& tag, std::vector<double>& ends, double right, double slack) {
  double best = std::numeric_limits<double>::max();
  for (std::size_t row = 0; row < ends.size(); ++row) {
    const double wanted = std::min(tag.anchor, right - tag.wanted);
    const double x = std::max(wanted, ends[row]);
    const double moved = x - wanted;
    if (x + tag.wanted > right + 0.5 || moved > slack || moved >= best) continue;
    best = moved;
    tag.x = x;
    tag.row = static_cast<int>(row);
    if (moved <= 0) break;
  }
  tag.hidden = best == std::numeric_limits<double>::max();
  tag.width = tag.wanted;
}

/// What is left right of its anchor, if that is enough.
void squeeze(TagPlace& tag, const std::vector<double>& ends, double right, double least) {
  for (std::size_t row = 0; row < ends.size(); ++row) {
    const double x = std::max(tag.anchor, ends[row]);
    if (x - tag.anchor > kGap || right - x < least) continue;
    tag.x = x;
    tag.width = std::min(tag.wanted, right - x);
    tag.row = static_cast<int>(row);
    tag.hidden = false;
    return;
  }
}

}  // namespace

void placeTags(std::vector<TagPlace>& tags, int rows, double left, double right, double slack, double least) {
  std::vector<double> ends(static_cast<std::size_t>(std::max(rows, 1)), left);
  for (TagPlace& tag : tags) {
    place(tag, ends, right, slack);
    if (tag.hidden) squeeze(tag, ends, right, least);
    if (!tag.hidden) ends[static_cast<std::size_t>(tag.row)] = tag.x + tag.width + kGap;
  }
}

int rowsForTags(std::vector<TagPlace> tags, int most, double left, double right, double slack) {
  for (int rows = 1; rows < most; ++rows) {
    placeTags(tags, rows, left, right, slack, std::numeric_limits<double>::max());
    if (std::none_of(tags.begin(), tags.end(), [](const TagPlace& tag) { return tag.hidden; })) return rows;
  }
  return most;
}

}  // namespace loopline::ui::timeline
