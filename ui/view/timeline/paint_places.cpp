// Places in the run that a person marked, and where in the run the view is: bookmarks, the marked stretch, the minimap.
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "timeline/scene.h"
#include "ui_model/bookmarks.h"
#include "ui_model/time_text.h"

namespace loopline::ui::timeline {

void paintRange(QPainter& painter, const Scene& scene, Position from, Position to) {
  const double left = scene.clamped(scene.pixel(from)), right = scene.clamped(scene.pixel(to));
  const QRectF box(left, scene.rows.top(), std::max(right - left, 1.0), scene.rows.height());
  QColor tint = scene.theme.accent;
  tint.setAlphaF(0.10F);
  painter.fillRect(box, tint);
  painter.setPen(QPen(scene.theme.accent, 1.2, Qt::DashLine));
  painter.drawLine(box.topLeft(), box.bottomLeft());
  painter.drawLine(box.topRight(), box.bottomRight());
  const QString text = timeText(to.time - from.time);
  const double width = widthOf(scene, text, scene.metrics.tick) + scene.metrics.em;
  QRectF chip(0, box.bottom() - scene.metrics.em * 1.6, width, scene.metrics.em * 1.35);
  chip.moveCenter(
      {std::clamp(box.center().x(), scene.plotLeft() + width / 2, scene.plotRight() - width / 2), chip.center().y()});
  painter.setPen(QPen(scene.theme.accent, 1));
  painter.setBrush(scene.theme.surface);
  painter.drawRoundedRect(chip, 3, 3);
  drawText(painter, scene, chip, text, scene.metrics.tick, scene.theme.text, Qt::AlignCenter);
}

// ---- bookmarks

namespace {

const LaneRow* headerOf(const Scene& scene, int run) {
  for (const LaneRow& row : scene.layout.rows()) {
    if (row.kind == LaneRow::Kind::run && row.run == run) return &row;
  }
  return nullptr;
}

}  // namespace

QRectF bookmarkBox(const Scene& scene, int index) {
  const Bookmark& bookmark = scene.bookmarks->all()[static_cast<std::size_t>(index)];
  const LaneRow* header = headerOf(scene, bookmark.run);
  if (header == nullptr) return {};
  const double x = scene.pixel(bookmark.run, bookmark.moment());
  if (x < scene.plotLeft() - 1 || x > scene.plotRight() + 1) return {};
  const double em = scene.metrics.em;
  const double width = em * 0.85, height = std::min(em * 1.1, header->height - 6);
  const double text = bookmark.text.isEmpty() ? 0 : widthOf(scene, bookmark.text, scene.metrics.label) + em * 0.7;
  return {x, scene.y(header->y) + header->height - height - 1,
          std::min(width + std::min(text, em * 14), scene.plotRight() + 4 - x), height};
}

void paintBookmarks(QPainter& painter, const Scene& scene) {
  if (scene.bookmarks == nullptr) return;
  const double em = scene.metrics.em;
  const std::vector<Bookmark>& all = scene.bookmarks->all();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const QRectF box = bookmarkBox(scene, static_cast<int>(i));
    if (box.isEmpty()) continue;
    double bottom = box.bottom();
    for (const LaneRow& row : scene.layout.rows()) {
      if (row.run == all[i].run) bottom = scene.y(row.bottom());
    }
    const double x = std::round(box.left()) + 0.5;
    painter.setPen(QPen(scene.theme.accent, 1, Qt::DotLine));
    painter.drawLine(QPointF(x, box.top()), QPointF(x, bottom));
    if (box.width() > em) {  // a note
      painter.setPen(QPen(scene.theme.accent, 1));
      painter.setBrush(scene.theme.surface);
      painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
      const QRectF inside = box.adjusted(em * 0.95, 0, -3, 0);
      drawText(painter, scene, inside, fitting(scene, all[i].text, scene.metrics.label, inside.width() + 1),
               scene.metrics.label, scene.theme.text);
    }
    const QRectF flag(box.left(), box.top(), em * 0.72, box.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(scene.theme.accent);
    painter.drawPolygon(QPolygonF({flag.topLeft(),
                                   flag.topRight(),
                                   {flag.right(), flag.bottom()},
                                   {flag.center().x(), flag.bottom() - em * 0.32},
                                   flag.bottomLeft()}));
  }
}

// ---- minimap

void paintMinimap(QPainter& painter, const Scene& scene, const QRectF& box) {
  const Theme& theme = scene.theme;
  painter.setPen(QPen(theme.border, 1));
  painter.setBrush(theme.window);
  painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
  const QRectF inside = box.adjusted(2, 2, -2, -2);
  const int columns = std::max(static_cast<int>(inside.width()), 1);
  const int runs = scene.comparison.runCount();
  const double length = scene.scale.length();
  for (int run = 0; run < runs; ++run) {
    const replay::Replay& replay = scene.comparison.replay(run);
    const double height = inside.height() / runs;
    const QRectF band(inside.left(), inside.top() + run * height, inside.width(), height);
    const replay::Moment end = scene.comparison.endOf(run);
    const double stop = scene.scale.xOf(run, end) / length * columns;
    painter.fillRect(QRectF(band.left(), band.center().y() - 0.5, stop, 1), theme.axis);
    const auto loop = std::ranges::find(replay.timeline().lanes(), replay::LaneKind::loop, &replay::Lane::kind);
    if (loop == replay.timeline().lanes().end()) continue;
    const auto lane = static_cast<replay::LaneIndex>(loop - replay.timeline().lanes().begin());
    std::vector<replay::Moment> edges;
    for (int i = 0; i <= columns; ++i) {
      edges.push_back(scene.comparison.momentOf(run, scene.scale.positionBefore(i * length / columns)));
      if (i > 0) edges.back() = std::max(edges.back(), edges[edges.size() - 2]);
    }
    std::vector<replay::Coverage> shares(edges.size() - 1);
    replay.timeline().cover(lane, edges, shares);
    for (int i = 0; i < columns && i <= stop; ++i) {
      const replay::Coverage& share = shares[static_cast<std::size_t>(i)];
      const bool blocks = share.has(replay::State::blocking);
      if (!blocks && !share.has(replay::State::running)) continue;
      const double bar = blocks ? band.height() - 1 : band.height() * 0.6;
      painter.fillRect(QRectF(band.left() + i, band.center().y() - bar / 2, 1, bar),
                       blocks ? theme.blocking : theme.scrubber);
    }
  }
  const double left = inside.left() + std::clamp(scene.x0 / length, 0.0, 1.0) * inside.width();
  const double right = inside.left() + std::clamp(scene.x1 / length, 0.0, 1.0) * inside.width();
  QColor veil = theme.surface;
  veil.setAlphaF(0.62F);
  painter.fillRect(QRectF(inside.left(), inside.top(), left - inside.left(), inside.height()), veil);
  painter.fillRect(QRectF(right, inside.top(), inside.right() - right, inside.height()), veil);
  painter.setPen(QPen(theme.accent, 1.4));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(QRectF(left, box.top() + 0.7, std::max(right - left, 3.0), box.height() - 1.4), 2, 2);
}

}  // namespace loopline::ui::timeline
