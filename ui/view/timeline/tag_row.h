// Console tags beside each other: where each goes so that none covers another.
#pragma once

#include <vector>

namespace loopline::ui::timeline {

struct TagPlace {
  double anchor = 0;  ///< where it belongs, in pixels
  double wanted = 0;  ///< its natural width
  double x = 0, width = 0;
  int row = 0;
  bool hidden = false;  ///< no room: only its mark is drawn
};

/// Places tags, in order of their anchors, into rows between `left` and `right`. One that has no room at its anchor
/// moves right by at most `slack`, then is cut down to `least`, then is hidden.
void placeTags(std::vector<TagPlace>& tags, int rows, double left, double right, double slack, double least);

/// The fewest rows, at most `most`, in which nothing is cut or hidden.
int rowsForTags(std::vector<TagPlace> tags, int most, double left, double right, double slack);

}  // namespace loopline::ui::timeline
