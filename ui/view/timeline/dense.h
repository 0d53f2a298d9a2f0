// Lanes with more slices than pixels: a picture of how their time is shared, column by column.
#pragma once

#include <QImage>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "replay/coverage.h"
#include "timeline/scene.h"

namespace loopline::ui::timeline {

/// The columns of a view: each is `step` of the scale wide. They are numbered over the whole scale, so that a view that
/// moves sideways by whole columns knows those it has drawn before.
struct DenseGrid {
  double step = 0, phase = 0;  ///< column i begins at phase + i * step
  std::int64_t first = 0;      ///< at the left of the view
  int columns = 0;

  bool fits(const DenseGrid& other) const;
};

/// Lanes as they were last drawn: when a view moves sideways, only the columns that come into it are made.
class DenseCache {
 public:
  /// Another scale or theme.
  void clear() { m_pictures.clear(); }

 private:
  friend class DensePainter;

  struct Picture {
    QImage image = {};
    std::int64_t first = 0;  // its leftmost column
    std::size_t color = 0;
    std::uint64_t frame = 0;  // in which it was last seen
  };

  DenseGrid m_grid;
  std::map<std::pair<int, replay::LaneIndex>, Picture> m_pictures;  // by run and lane
  std::uint64_t m_frame = 0;
};

class DensePainter {
 public:
  explicit DensePainter(const Scene& scene, DenseCache& cache) : m_scene(scene), m_cache(cache) {}

  void paint(QPainter& painter, std::span<const LaneRow* const> rows);

 private:
  using Picture = DenseCache::Picture;
  struct Gap {  // columns that are to be made
    const LaneRow* row;
    Picture* picture;
    int from, to;  // of the view
  };

  void lookUp(const LaneRow& row, std::vector<Gap>& gaps);
  void makeEdges(std::span<const Gap> gaps);
  void fill(std::span<const Gap> gaps) const;

  const Scene& m_scene;
  DenseCache& m_cache;
  std::map<int, std::vector<replay::Moment>> m_edges;  // by run: of all columns, and one beyond
};

}  // namespace loopline::ui::timeline
