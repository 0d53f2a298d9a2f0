#include "timeline/dense_columns.h"

#include <algorithm>
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

void DenseColumns::fill(const replay::Timeline& timeline, const LaneRow& row, std::span<const replay::Moment> edges,
                        replay::Moment end, QImage& image, int column, std::int64_t first) {
  m_coverage.resize(edges.size() - 1);
  timeline.cover(row.lane, edges, m_coverage);
  m_coverage.pop_back();
  for (std::size_t i = m_coverage.size(); i-- > 0 && edges[i] >= end;) m_coverage[i] = {};
  m_height = image.height();
  m_first = first + column;
  m_rows.clear();
  for (int y = 0; y < m_height; ++y) m_rows.push_back(reinterpret_cast<QRgb*>(image.scanLine(y)) + column);
  const replay::LaneKind kind = timeline.lanes()[row.lane].kind;
  kind == replay::LaneKind::task ? fillTask(m_theme.task(row.color)) : fillLoop(kind == replay::LaneKind::loop);
}

// Rare states are seen however short they are: they get the upper third, whatever their share.
void DenseColumns::fillRare(std::size_t column, const Coverage& coverage, bool byTime) {
  const bool blocking = coverage.has(State::blocking);
  if (!blocking && !coverage.has(State::late)) return;
  const float share = shareOf(coverage, blocking ? State::blocking : State::late, byTime);
  const int rows = std::max(m_height / 3, static_cast<int>(std::lround(share * float(m_height))));
  const QRgb strong = m_theme.blocking.rgb(), hatch = m_theme.blockingHatch.rgb();
  const QRgb line = m_theme.blockingText.rgb(), quiet = m_theme.late.rgb();
  const std::int64_t number = m_first + static_cast<std::int64_t>(column);
  for (int y = 0; y < std::min(rows, m_height); ++y) {
    QRgb& pixel = m_rows[static_cast<std::size_t>(y)][column];
    if (blocking) {
      pixel = (number + y) % 6 < 2 ? hatch : strong;
    } else {  // a dashed frame, as that of a slice
      const bool frame = (y == 0 || y == m_height - 1) && number % 5 < 3;
      pixel = frame ? line : quiet;
    }
  }
}

void DenseColumns::fillTask(const TaskColors& colors) {
  const QRgb waiting = colors.tint.rgb(), ready = colors.ready.rgb(), line = colors.line.rgb();
  const QRgb run = colors.fill.rgb(), surface = m_theme.surface.rgb();
  for (std::size_t x = 0; x < m_coverage.size(); ++x) {
    const Coverage& coverage = m_coverage[x];
    const bool there = coverage.has(State::waiting) || coverage.has(State::ready) || coverage.has(State::running) ||
                       coverage.has(State::late) || coverage.has(State::blocking);
    if (!there) continue;
    const bool byTime = timePasses(coverage);
    const float waits = shareOf(coverage, State::waiting, byTime), queued = shareOf(coverage, State::ready, byTime);
    const float runs = shareOf(coverage, State::running, byTime);
    const float known = waits + queued;
    const QRgb ground = known <= 0 ? surface : blend(ready, waiting, waits / known);
    int bar = static_cast<int>(std::lround(runs * float(m_height)));
    if (coverage.has(State::running)) bar = std::max(bar, std::max(m_height / 5, 1));
    const int top = std::max(m_height - bar, 0);
    for (int y = 0; y < m_height; ++y) m_rows[static_cast<std::size_t>(y)][x] = y >= top ? run : ground;
    if (top > 0) m_rows[0][x] = line;
    if (top == m_height) m_rows[static_cast<std::size_t>(m_height) - 1][x] = line;
    fillRare(x, coverage, byTime);
  }
}

void DenseColumns::fillLoop(bool loop) {
  const QRgb turn = m_theme.loopTurn.rgb(), idle = m_theme.loopIdle.rgb(), hatch = m_theme.loopIdleHatch.rgb();
  for (std::size_t x = 0; x < m_coverage.size(); ++x) {
    const Coverage& coverage = m_coverage[x];
    if (!coverage.has(State::running) && !coverage.has(State::idle) && !coverage.has(State::blocking)) continue;
    const bool byTime = timePasses(coverage);
    const float runs = shareOf(coverage, State::running, byTime);
    int bar = static_cast<int>(std::lround(runs * float(m_height)));
    if (coverage.has(State::running)) bar = std::max(bar, std::max(m_height / 5, 1));
    const std::int64_t number = m_first + static_cast<std::int64_t>(x);
    for (int y = 0; y < m_height; ++y) {
      const QRgb ground = (number + y) % 7 < 2 ? hatch : idle;
      m_rows[static_cast<std::size_t>(y)][x] = y >= m_height - bar ? turn : ground;
    }
    if (loop) fillRare(x, coverage, byTime);
  }
}

}  // namespace loopline::ui::timeline
