#include "timeline/dense.h"

#include <QPainter>
#include <QSemaphore>
#include <QThread>
#include <QThreadPool>
#include <algorithm>
#include <cmath>

#include "timeline/dense_columns.h"

namespace loopline::ui::timeline {

namespace {

constexpr double kSame = 0.01;         // of a column: nobody sees it
constexpr std::int64_t kMuch = 4'000;  // columns of lanes that are worth a second thread

DenseGrid gridOf(const Scene& scene) {
  const double width = scene.plotRight() - scene.plotLeft();
  DenseGrid grid{.columns = std::max(static_cast<int>(width * scene.deviceRatio), 1)};
  // What differs by rounding only is the same grid: an edge that meets an event must not fall now left of it, now
  // right.
  int exponent = 0;
  const double mantissa = std::frexp((scene.x1 - scene.x0) / grid.columns, &exponent);
  grid.step = std::ldexp(std::round(std::ldexp(mantissa, 32)), exponent - 32);
  grid.first = std::llround(scene.x0 / grid.step);
  grid.phase = scene.x0 - static_cast<double>(grid.first) * grid.step;
  if (std::abs(grid.phase) < kSame * grid.step) grid.phase = 0;
  return grid;
}

}  // namespace

bool DenseGrid::fits(const DenseGrid& other) const {
  const auto columnsOff = static_cast<double>(std::abs(first) + columns) * std::abs(step / other.step - 1);
  return columns == other.columns && columnsOff < kSame && std::abs(phase - other.phase) < kSame * step;
}

/// Takes of the lane's last picture what is still in view.
void DensePainter::lookUp(const LaneRow& row, std::vector<Gap>& gaps) {
  const DenseGrid& grid = m_cache.m_grid;
  const int height = std::max(static_cast<int>(std::lround(row.barHeight * m_scene.deviceRatio)), 1);
  Picture& picture = m_cache.m_pictures[{row.run, row.lane}];
  picture.frame = m_cache.m_frame;
  const bool usable = picture.image.width() == grid.columns && picture.image.height() == height &&
                      picture.color == row.color && std::abs(picture.first - grid.first) < grid.columns;
  if (usable && picture.first == grid.first) return;
  QImage image(grid.columns, height, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  if (!usable) {
    gaps.push_back({&row, &picture, 0, grid.columns});
  } else {
    const auto moved = static_cast<int>(grid.first - picture.first);  // to the right: old columns go to the left
    const int from = std::max(-moved, 0), to = std::min(grid.columns - moved, grid.columns);
    for (int y = 0; y < height; ++y) {
      const auto* old = reinterpret_cast<const QRgb*>(picture.image.constScanLine(y));
      std::copy(old + from + moved, old + to + moved, reinterpret_cast<QRgb*>(image.scanLine(y)) + from);
    }
    gaps.push_back(from > 0 ? Gap{&row, &picture, 0, from} : Gap{&row, &picture, to, grid.columns});
  }
  picture.image = std::move(image);
  picture.first = grid.first;
  picture.color = row.color;
}

/// One column more than are drawn: what begins exactly at the right edge belongs to it.
void DensePainter::makeEdges(std::span<const Gap> gaps) {
  const DenseGrid& grid = m_cache.m_grid;
  for (const Gap& gap : gaps) {
    std::vector<replay::Moment>& edges = m_edges[gap.row->run];
    if (edges.empty()) edges.resize(static_cast<std::size_t>(grid.columns) + 2);
    for (int i = gap.from; i <= gap.to + 1; ++i) {
      replay::Moment& edge = edges[static_cast<std::size_t>(i)];
      if (edge != replay::Moment{}) continue;
      const double x = grid.phase + static_cast<double>(grid.first + i) * grid.step;
      edge = m_scene.comparison.momentOf(gap.row->run, m_scene.scale.positionBefore(x));
      if (i > gap.from) edge = std::max(edge, edges[static_cast<std::size_t>(i) - 1]);
    }
  }
}

void DensePainter::fill(std::span<const Gap> gaps) const {
  DenseColumns columns(m_scene.theme);
  for (const Gap& gap : gaps) {
    const std::vector<replay::Moment>& edges = m_edges.at(gap.row->run);
    const auto count = static_cast<std::size_t>(gap.to - gap.from) + 2;
    columns.fill(m_scene.comparison.replay(gap.row->run).timeline(), *gap.row,
                 std::span(edges).subspan(static_cast<std::size_t>(gap.from), count),
                 m_scene.comparison.endOf(gap.row->run), gap.picture->image, gap.from, m_cache.m_grid.first);
  }
}

void DensePainter::paint(QPainter& painter, std::span<const LaneRow* const> rows) {
  const DenseGrid grid = gridOf(m_scene);
  if (grid.fits(m_cache.m_grid)) {
    m_cache.m_grid.first = grid.first;
  } else {
    m_cache.clear();
    m_cache.m_grid = grid;
  }
  ++m_cache.m_frame;
  std::vector<Gap> gaps;
  for (const LaneRow* row : rows) lookUp(*row, gaps);
  makeEdges(gaps);
  std::int64_t columns = 0;
  for (const Gap& gap : gaps) columns += gap.to - gap.from;
  // Lanes know nothing of each other: half of them are made elsewhere meanwhile, where there is somebody to do it.
  const std::span<const Gap> all(gaps);
  const bool shared = columns > kMuch && QThread::idealThreadCount() > 1;
  QSemaphore done;
  const auto half = static_cast<std::size_t>(shared ? gaps.size() / 2 : 0);
  const bool started = half != 0 && QThreadPool::globalInstance()->tryStart([&] {
    fill(all.first(half));
    done.release();
  });
  fill(started ? all.subspan(half) : all);
  if (started) done.acquire();
  std::erase_if(m_cache.m_pictures, [&](const auto& entry) { return entry.second.frame != m_cache.m_frame; });
  for (const LaneRow* row : rows) {
    const QRectF target(m_scene.plotLeft(), m_scene.y(row->barY), m_scene.plotRight() - m_scene.plotLeft(),
                        row->barHeight);
    painter.drawImage(target, m_cache.m_pictures.at({row->run, row->lane}).image);
  }
}

}  // namespace loopline::ui::timeline
