#include "timeline/dense.h"

#include <QPainter>
#include <cmath>

namespace loopline::ui::timeline {

using replay::Coverage;
using replay::State;

namespace {

/// The share of a pixel that a state has. Time decides where time passes, events where none does.
float shareOf(const Coverage& coverage, State state, bool byTime) {
  const auto index = static_cast<std::size_t>(state);
  return byTime ? coverage.by_time[index] : coverage.by_events[index];
}

bool timePasses(const Coverage& coverage) {
  float sum = 0;
  for (const float share : coverage.by_time) sum += share;
  return sum > 0;
}

QRgb blend(QRgb a, QRgb b, float share) {
  const auto part = [share](int x, int y) { return static_cast<int>(float(x) + (float(y) - float(x)) * share); };
  return qRgb(part(qRed(a), qRed(b)), part(qGreen(a), qGreen(b)), part(qBlue(a), qBlue(b)));
}

}  // namespace

const std::vector<replay::Moment>& DensePainter::edges(int run) {
  std::vector<replay::Moment>& edges = m_edges[run];
  if (!edges.empty()) return edges;
  const double left = m_scene.plotLeft(), right = m_scene.plotRight();
  const int columns = std::max(static_cast<int>((right - left) * m_scene.deviceRatio), 1);
  const double step = (right - left) / columns;
  for (int i = 0; i <= columns; ++i) {
    edges.push_back(m_scene.comparison.momentOf(run, m_scene.scale.positionBefore(m_scene.xAt(left + i * step))));
    if (edges.size() > 1) edges.back() = std::max(edges.back(), edges[edges.size() - 2]);
  }
  return edges;
}

// Rare states are seen however short they are: they get the upper third, whatever their share.
void DensePainter::fillRare(int column, int height, const Coverage& coverage) {
  const bool blocking = coverage.has(State::blocking), late = coverage.has(State::late);
  if (!blocking && !late) return;
  const bool byTime = timePasses(coverage);
  const float share = shareOf(coverage, blocking ? State::blocking : State::late, byTime);
  const int rows = std::max(height / 3, static_cast<int>(std::lround(share * float(height))));
  const QRgb strong = m_scene.theme.blocking.rgb(), hatch = m_scene.theme.blockingHatch.rgb();
  const QRgb line = m_scene.theme.blockingText.rgb(), quiet = m_scene.theme.late.rgb();
  for (int y = 0; y < std::min(rows, height); ++y) {
    QRgb& pixel = m_rows[y][column];
    if (blocking) {
      pixel = (column + y) % 6 < 2 ? hatch : strong;
    } else {  // a dashed frame, as that of a slice
      const bool frame = (y == 0 || y == height - 1) && column % 5 < 3;
      pixel = frame ? line : quiet;
    }
  }
}

void DensePainter::fillTask(const LaneRow& row, int height) {
  const TaskColors& colors = m_scene.theme.task(row.color);
  const QRgb waiting = colors.tint.rgb(), ready = colors.ready.rgb(), line = colors.line.rgb();
  const QRgb run = colors.fill.rgb(), surface = m_scene.theme.surface.rgb();
  for (int x = 0; x < m_image.width(); ++x) {
    const Coverage& coverage = m_coverage[static_cast<std::size_t>(x)];
    const bool there = coverage.has(State::waiting) || coverage.has(State::ready) || coverage.has(State::running) ||
                       coverage.has(State::late) || coverage.has(State::blocking);
    if (!there) continue;
    const bool byTime = timePasses(coverage);
    const float waits = shareOf(coverage, State::waiting, byTime), queued = shareOf(coverage, State::ready, byTime);
    const float runs = shareOf(coverage, State::running, byTime);
    const float known = waits + queued;
    const QRgb ground = known <= 0 ? surface : blend(ready, waiting, waits / known);
    int bar = static_cast<int>(std::lround(runs * float(height)));
    if (coverage.has(State::running)) bar = std::max(bar, std::max(height / 5, 1));
    for (int y = 0; y < height; ++y) {
      const bool border = y == 0 || y == height - 1;
      m_rows[y][x] = y >= height - bar ? run : border ? line : ground;
    }
    fillRare(x, height, coverage);
  }
}

void DensePainter::fillLoop(int height, bool loop) {
  const Theme& theme = m_scene.theme;
  const QRgb turn = theme.loopTurn.rgb(), idle = theme.loopIdle.rgb(), hatch = theme.loopIdleHatch.rgb();
  for (int x = 0; x < m_image.width(); ++x) {
    const Coverage& coverage = m_coverage[static_cast<std::size_t>(x)];
    if (!coverage.has(State::running) && !coverage.has(State::idle) && !coverage.has(State::blocking)) continue;
    const float runs = shareOf(coverage, State::running, timePasses(coverage));
    int bar = static_cast<int>(std::lround(runs * float(height)));
    if (coverage.has(State::running)) bar = std::max(bar, std::max(height / 5, 1));
    for (int y = 0; y < height; ++y) {
      const QRgb ground = (x + y) % 7 < 2 ? hatch : idle;
      m_rows[y][x] = y >= height - bar ? turn : ground;
    }
    if (loop) fillRare(x, height, coverage);
  }
}

void DensePainter::paint(QPainter& painter, const LaneRow& row) {
  const std::vector<replay::Moment>& pixels = edges(row.run);
  const replay::Timeline& timeline = m_scene.comparison.replay(row.run).timeline();
  m_coverage.resize(pixels.size() - 1);
  timeline.cover(row.lane, pixels, m_coverage);
  const double barHeight = row.barHeight;
  const QSize size(static_cast<int>(m_coverage.size()),
                   std::max(static_cast<int>(std::lround(barHeight * m_scene.deviceRatio)), 1));
  if (m_image.size() != size) {
    m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    m_rows.clear();
    for (int y = 0; y < size.height(); ++y) m_rows.push_back(reinterpret_cast<QRgb*>(m_image.scanLine(y)));
  }
  m_image.fill(Qt::transparent);
  if (timeline.lanes()[row.lane].kind == replay::LaneKind::task)
    fillTask(row, size.height());
  else
    fillLoop(size.height(), timeline.lanes()[row.lane].kind == replay::LaneKind::loop);
  const QRectF target(m_scene.plotLeft(), m_scene.y(row.barY), m_scene.plotRight() - m_scene.plotLeft(), barHeight);
  painter.drawImage(target, m_image);
}

}  // namespace loopline::ui::timeline
