// What one lane did in each column of pixels, as colours.
#pragma once

#include <QImage>
#include <cstdint>
#include <span>
#include <vector>

#include "replay/timeline.h"
#include "timeline/lane_layout.h"
#include "ui_model/theme.h"

namespace loopline::ui::timeline {

/// Belongs to one thread; what it looks at may be read by several.
class DenseColumns {
 public:
  explicit DenseColumns(const Theme& theme) : m_theme(theme) {}

  /// Fills the columns of `image` from `column` on; column i lies between edges[i] and edges[i + 1], and one more than
  /// are filled tells what begins at the last one's end. `first`: the number of the image's first column, to which
  /// patterns keep. The columns are transparent before, and stay so from `end`, that of the run, on.
  void fill(const replay::Timeline& timeline, const LaneRow& row, std::span<const replay::Moment> edges,
            replay::Moment end, QImage& image, int column, std::int64_t first);

 private:
  void fillTask(const TaskColors& colors);
  void fillLoop(bool loop);  // or thread
  void fillRare(std::size_t column, const replay::Coverage& coverage, bool byTime);

  const Theme& m_theme;
  std::vector<replay::Coverage> m_coverage;
  std::vector<QRgb*> m_rows;  // of the image, from the first column that is filled
  int m_height = 0;
  std::int64_t m_first = 0;  // the number of the first column that is filled
};

}  // namespace loopline::ui::timeline
