// The axis with its true times, the legend, the playhead.
#include <QCoreApplication>
#include <QPainter>
#include <cmath>

#include "timeline/scene.h"
#include "ui_model/lane_names.h"
#include "ui_model/time_text.h"

namespace loopline::ui::timeline {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QString axisName(Axis axis) {
  switch (axis) {
    case Axis::elastic: return QCoreApplication::translate("Timeline", "elastic time");
    case Axis::time: return QCoreApplication::translate("Timeline", "time");
    case Axis::steps: return QCoreApplication::translate("Timeline", "events");
  }
  return {};
}

}  // namespace

void paintAxis(QPainter& painter, const Scene& scene, const QRectF& box) {
  const Metrics& m = scene.metrics;
  const double left = scene.plotLeft(), right = scene.plotRight();
  const double y = std::floor(box.top() + 6) + 0.5;
  const QRectF heading(scene.rows.left() + m.em, y + 5, scene.layout.headings() - m.em, m.em * 1.3);
  drawText(painter, scene, heading, fitting(scene, axisName(scene.scale.axis()), m.tick, heading.width()), m.tick,
           scene.theme.quietText);
  painter.setPen(QPen(scene.theme.axis, 1));
  painter.drawLine(QPointF(left, y), QPointF(right, y));
  const int room = static_cast<int>(widthOf(scene, timeText(scene.comparison.end().time), m.tick) + m.em * 1.2);
  double free = left - 20;
  for (const Tick& tick : scene.scale.ticks(scene.x0, scene.x1, static_cast<int>(right - left), room)) {
    const double x = scene.pixel(tick.x), end = scene.pixel(tick.xEnd);
    if (end < left - 1 || x > right + 1) continue;
    const double from = std::max(x, left), to = std::min(end, right);
    if (to - from >= 2) {  // an instant that takes room on the screen but no time
      painter.setPen(Qt::NoPen);
      painter.setBrush(scene.theme.axisInstant);
      painter.drawRoundedRect(QRectF(from, y - 2, to - from, 4), 2, 2);
    } else {
      painter.setPen(QPen(scene.theme.axis, 1));
      painter.drawLine(QPointF(from, y), QPointF(from, y + (tick.label.isEmpty() ? 3 : 5)));
    }
    if (tick.label.isEmpty()) continue;
    const double width = widthOf(scene, tick.label, m.tick);
    const double at = std::min(from, right - width);
    if (at < free) continue;
    free = at + width + 6;
    drawText(painter, scene, QRectF(at, y + 5, width, m.em * 1.3), tick.label, m.tick, scene.theme.text);
  }
}

double paintLegend(QPainter& painter, const Scene& scene, const QRectF& box) {
  const Metrics& m = scene.metrics;
  const Theme& theme = scene.theme;
  const TaskColors& colors = theme.task(0);
  const double height = std::round(m.em * 0.85), width = std::round(m.em * 1.25);
  const double y = std::round(box.center().y() - height / 2);
  double x = box.left();
  const auto entry = [&](const QString& text, auto&& paint) {
    const double used = width + m.em * 0.5 + widthOf(scene, text, m.tick);
    if (x + used > box.right()) return;
    const QRectF key(x, y, width, height);
    paint(key);
    drawText(painter, scene, QRectF(x + width + m.em * 0.5, box.top(), used, box.height()), text, m.tick,
             theme.quietText);
    x += used + m.em * 1.6;
  };
  const auto framed = [&](const QRectF& key, const QColor& fill, const QColor& line, bool dashed) {
    QPen pen(line, 1);
    if (dashed) pen.setDashPattern({3.0, 2.0});
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawRoundedRect(key.adjusted(0.5, dashed ? 1.5 : 0.5, -0.5, dashed ? -1.5 : -0.5), 2, 2);
  };
  const auto hatched = [&](const QRectF& key, const QColor& fill, const QColor& hatch, double pen, double distance) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRect(key);
    drawHatch(painter, key, hatch, pen, distance);
  };
  entry(Words::tr("running"), [&](const QRectF& key) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.fill);
    painter.drawRoundedRect(key, 2, 2);
  });
  entry(Words::tr("ready"), [&](const QRectF& key) { framed(key, colors.ready, colors.line, true); });
  entry(Words::tr("waiting"), [&](const QRectF& key) { framed(key, colors.tint, colors.line, false); });
  entry(Words::tr("late"), [&](const QRectF& key) { framed(key, theme.late, theme.blockingText, true); });
  entry(Words::tr("blocking the loop"),
        [&](const QRectF& key) { hatched(key, theme.blocking, theme.blockingHatch, 2, 7); });
  entry(Words::tr("loop idle in select"),
        [&](const QRectF& key) { hatched(key, theme.loopIdle, theme.loopIdleHatch, 1.4, 5); });
  entry(Words::tr("callback"),
        [&](const QRectF& key) { drawMark(painter, Mark::callback, key.center(), m.em * 0.6, theme.axisInstant); });
  return x - box.left();
}

void paintFooter(QPainter& painter, const Scene& scene, const QRectF& box) {
  const QString difference = differenceText(scene.comparison);
  QFont font = scene.metrics.tick;
  font.setWeight(QFont::DemiBold);
  const double width = difference.isEmpty() ? 0 : widthOf(scene, difference, font) + scene.metrics.em;
  drawText(painter, scene, box, difference, font, scene.theme.text, Qt::AlignRight | Qt::AlignVCenter);
  paintLegend(painter, scene, box.adjusted(0, 0, -width, 0));
}

void paintPlayhead(QPainter& painter, const Scene& scene, Position position, double top, double bottom, bool withTime) {
  const double x = std::round(scene.pixel(position)) + 0.5;
  if (x < scene.plotLeft() - 1 || x > scene.plotRight() + 1) return;
  painter.setPen(QPen(scene.theme.playhead, 1.6, Qt::SolidLine, Qt::FlatCap));
  painter.drawLine(QPointF(x, top + 4), QPointF(x, bottom));
  const double half = scene.metrics.em * 0.46, high = scene.metrics.em * 0.95;
  painter.setPen(Qt::NoPen);
  painter.setBrush(scene.theme.playhead);
  painter.drawPolygon(QPolygonF(
      {{x - half, top}, {x + half, top}, {x + half, top + high * 0.6}, {x, top + high}, {x - half, top + high * 0.6}}));
  if (!withTime) return;
  const QString time = timeText(position.time);
  const double width = widthOf(scene, time, scene.metrics.tick) + 10;
  double left = x + half + 4;
  if (left + width > scene.rows.right()) left = x - half - 4 - width;
  const QRectF chip(left, top, width, scene.metrics.em * 1.35);
  painter.drawRoundedRect(chip, 3, 3);
  drawText(painter, scene, chip, time, scene.metrics.tick, scene.theme.playheadText, Qt::AlignCenter);
}

}  // namespace loopline::ui::timeline
