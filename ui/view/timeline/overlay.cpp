// What changes at every step, drawn above the lanes.
#include <QPaintEvent>
#include <QPainter>

#include "timeline/canvas.h"
#include "ui_model/playhead.h"

namespace loopline::ui::timeline {

Overlay::Overlay(const Canvas& canvas, PlaybackController& controller, QWidget* parent)
    : QWidget(parent), m_canvas(canvas), m_controller(controller) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setAttribute(Qt::WA_NoSystemBackground);
}

void Overlay::paintEvent(QPaintEvent* event) {
  if (m_canvas.isEmpty()) return;
  const Scene scene = m_canvas.scene();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setClipRegion(event->region());
  painter.save();
  painter.setClipRect(scene.rows.toAlignedRect(), Qt::IntersectClip);
  if (m_controller.range()) paintRange(painter, scene, m_controller.range()->first, m_controller.range()->second);
  paintSelection(painter, scene, m_controller.selection());
  if (m_canvas.hovered().what == Hit::What::slice) paintHover(painter, scene, m_canvas.hovered().box);
  paintNearFlows(painter, scene, m_controller.selection(), m_controller.position());
  paintStates(painter, scene, m_controller.position());
  painter.restore();
  paintPlayhead(painter, scene, m_controller.position(), 2, scene.rows.bottom() + 6, m_canvas.isDraggingPlayhead());
}

}  // namespace loopline::ui::timeline
