// Text, hatching and marks that all painters use.
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "timeline/scene.h"

namespace loopline::ui::timeline {

std::span<const LaneRow> Scene::visible() const {
  const std::vector<LaneRow>& all = layout.rows();
  if (all.empty() || rows.height() <= 0) return {};
  const std::size_t first = layout.rowAt(scroll);
  const std::size_t last = layout.rowAt(scroll + rows.height());
  return std::span(all).subspan(first, last - first + 1);
}

Range fitted(const TimeScale& scale, double plotWidth) {
  const double room = std::max(plotWidth - Scene::kRightMargin, 40.0);
  return {0, scale.length() * std::max(plotWidth, 60.0) / room};
}

double widthOf(const Scene& scene, const QString& text, const QFont& font) { return scene.texts.width(text, font); }

QString fitting(const Scene& scene, const QString& text, const QFont& font, double width) {
  return scene.texts.fitting(text, font, width);
}

void drawText(QPainter& painter, const Scene& scene, const QRectF& box, const QString& text, const QFont& font,
              const QColor& color, Qt::Alignment alignment) {
  if (text.isEmpty()) return;
  const double width = scene.texts.width(text, font);
  double x = box.left();
  if (alignment & Qt::AlignRight) x = box.right() - width;
  if (alignment & Qt::AlignHCenter) x = box.center().x() - width / 2;
  const QFontMetricsF metrics(font);
  double baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2;
  if (alignment & Qt::AlignTop) baseline = box.top() + metrics.ascent();
  if (alignment & Qt::AlignBottom) baseline = box.bottom() - metrics.descent();
  if (!scene.vector) {
    painter.setFont(font);
    painter.setPen(color);
    // Whole pixels: letters are as sharp at every place.
    painter.drawStaticText(QPointF(std::round(x), std::round(baseline - metrics.ascent())),
                           scene.texts.laidOut(text, font));
    return;
  }
  QPainterPath path;
  path.addText(x, baseline, font, text);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  painter.drawPath(path);
}

void drawHatch(QPainter& painter, const QRectF& box, const QColor& color, double width, double distance, bool rising) {
  if (box.width() <= 0 || box.height() <= 0) return;
  painter.setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap));
  const double height = box.height();
  // Anchored to the grid, not to the box: the pattern stands still while slices scroll over it.
  const double first = std::floor((box.left() - height) / distance) * distance;
  QList<QLineF> lines;
  for (double x = first; x < box.right(); x += distance) {
    const double from = std::max(x, box.left()), to = std::min(x + height, box.right());
    if (to - from < 0.5) continue;
    const double low = from - x, high = to - x;
    lines << (rising ? QLineF(from, box.bottom() - low, to, box.bottom() - high)
                     : QLineF(from, box.top() + low, to, box.top() + high));
  }
  painter.drawLines(lines);
}

namespace {

void drawTick(QPainter& painter, const QPointF& c, double r) {
  const QPointF points[] = {
      {c.x() - r, c.y() + r * 0.1}, {c.x() - r * 0.3, c.y() + r * 0.8}, {c.x() + r, c.y() - r * 0.8}};
  painter.drawPolyline(points, 3);
}

void drawTriangle(QPainter& painter, const QPointF& c, double r) {
  painter.drawPolygon(QPolygonF({{c.x() - r * 0.8, c.y() - r}, {c.x() + r, c.y()}, {c.x() - r * 0.8, c.y() + r}}));
}

}  // namespace

void drawMark(QPainter& painter, Mark mark, const QPointF& c, double size, const QColor& color) {
  const double r = size / 2;
  const double thin = std::max(1.2, size / 7);
  painter.setPen(QPen(color, thin, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  switch (mark) {
    case Mark::done: drawTick(painter, c, r * 0.85); break;
    case Mark::raised:
      painter.drawLine(QPointF(c.x() - r * 0.7, c.y() - r * 0.7), QPointF(c.x() + r * 0.7, c.y() + r * 0.7));
      painter.drawLine(QPointF(c.x() - r * 0.7, c.y() + r * 0.7), QPointF(c.x() + r * 0.7, c.y() - r * 0.7));
      break;
    case Mark::cancelled:
      painter.drawEllipse(c, r * 0.85, r * 0.85);
      painter.drawLine(QPointF(c.x() - r * 0.6, c.y() + r * 0.6), QPointF(c.x() + r * 0.6, c.y() - r * 0.6));
      break;
    case Mark::running:
      painter.setPen(Qt::NoPen);
      painter.setBrush(color);
      drawTriangle(painter, c, r * 0.9);
      break;
    case Mark::ready:
      painter.setPen(QPen(color, thin, Qt::DotLine, Qt::RoundCap));
      painter.drawEllipse(c, r * 0.8, r * 0.8);
      break;
    case Mark::waiting:
      painter.drawLine(QPointF(c.x() - r * 0.35, c.y() - r * 0.7), QPointF(c.x() - r * 0.35, c.y() + r * 0.7));
      painter.drawLine(QPointF(c.x() + r * 0.35, c.y() - r * 0.7), QPointF(c.x() + r * 0.35, c.y() + r * 0.7));
      break;
    case Mark::late:
      painter.drawLine(QPointF(c.x(), c.y() - r * 0.9), QPointF(c.x(), c.y() + r * 0.2));
      painter.drawPoint(QPointF(c.x(), c.y() + r * 0.8));
      break;
    case Mark::blocking: {
      const QRectF box(c.x() - r * 0.8, c.y() - r * 0.8, r * 1.6, r * 1.6);
      painter.setPen(QPen(color, thin));
      painter.drawRect(box);
      drawHatch(painter, box, color, thin, size / 3);
      break;
    }
    case Mark::callback:
      painter.setPen(Qt::NoPen);
      painter.setBrush(color);
      painter.drawPolygon(QPolygonF({{c.x(), c.y() - r}, {c.x() + r, c.y()}, {c.x(), c.y() + r}, {c.x() - r, c.y()}}));
      break;
    case Mark::warning:
      painter.drawPolygon(QPolygonF({{c.x(), c.y() - r}, {c.x() + r, c.y() + r * 0.8}, {c.x() - r, c.y() + r * 0.8}}));
      painter.drawLine(QPointF(c.x(), c.y() - r * 0.25), QPointF(c.x(), c.y() + r * 0.2));
      break;
  }
}

}  // namespace loopline::ui::timeline
