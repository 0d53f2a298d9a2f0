// What the mouse does to a timeline: it zooms, pans, drags the playhead, marks a stretch, moves lanes, selects.
#include <qcustomplot.h>

#include <QApplication>
#include <QScrollBar>
#include <QToolTip>
#include <cmath>
#include <utility>

#include "timeline/canvas.h"
#include "ui_model/bookmarks.h"
#include "ui_model/playhead.h"
#include "ui_model/time_text.h"

namespace loopline::ui::timeline {

namespace {

constexpr double kGrab = 6;  // pixels from the playhead at which it can be taken
constexpr double kSnap = 6;  // pixels from an event at which the playhead snaps to it
constexpr double kZoomStep = 1.25;

}  // namespace

bool Canvas::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_plot || isEmpty()) return QWidget::eventFilter(watched, event);
  switch (event->type()) {
    case QEvent::MouseButtonPress: press(*static_cast<QMouseEvent*>(event)); return true;
    case QEvent::MouseMove: move(*static_cast<QMouseEvent*>(event)); return true;
    case QEvent::MouseButtonRelease: release(*static_cast<QMouseEvent*>(event)); return true;
    case QEvent::MouseButtonDblClick: doubleClick(*static_cast<QMouseEvent*>(event)); return true;
    case QEvent::Wheel: wheel(*static_cast<QWheelEvent*>(event)); return true;
    case QEvent::ContextMenu:
      emit contextMenuRequested(static_cast<QContextMenuEvent*>(event)->globalPos());
      return true;
    case QEvent::ToolTip: {
      const auto* help = static_cast<QHelpEvent*>(event);
      return showTip(help->pos(), help->globalPos());
    }
    case QEvent::Leave: hover(QPointF(-1, -1)); return false;
    default: return QWidget::eventFilter(watched, event);
  }
}

bool Canvas::isOnPlayhead(const QPointF& point) const {
  const Scene now = scene();
  const double x = now.pixel(m_controller.position());
  const double reach = point.y() < m_metrics.em ? m_metrics.em : kGrab;  // its flag is broader
  return x >= now.plotLeft() - 1 && x <= now.plotRight() + 1 && std::abs(point.x() - x) <= reach;
}

/// Snaps to the nearest event if one is near, else rests where it is: inside a time.sleep or an idle select.
Position Canvas::snapped(double pixel) const {
  const Scene now = scene();
  const double x = now.xAt(std::clamp(pixel, now.plotLeft(), now.plotRight()));
  const Position event = m_scale->nearestEvent(x);
  const bool near = std::abs(now.pixel(event) - pixel) <= kSnap;
  return near ? event : m_scale->positionAt(x);
}

/// The view's middle goes to that place of the whole run.
void Canvas::showInMinimap(double pixel) {
  const QRectF box = minimap().adjusted(2, 0, -2, 0);
  const double x = std::clamp((pixel - box.left()) / box.width(), 0.0, 1.0) * m_scale->length();
  const double span = m_x1 - m_x0;
  setRange(x - span / 2, x + span / 2);
}

bool Canvas::isOnChevron(const QPointF& point) const {
  const Hit hit = hitAt(scene(), point);
  if (hit.what != Hit::What::heading || !hit.row->group) return false;
  return point.x() < (hit.row->depth + 0.9) * m_metrics.em;
}

int Canvas::bookmarkAt(const QPointF& point) const {
  if (m_bookmarks == nullptr) return -1;
  const Scene now = scene();
  for (int i = m_bookmarks->rowCount() - 1; i >= 0; --i) {
    if (bookmarkBox(now, i).adjusted(-2, 0, 2, 0).contains(point)) return i;
  }
  return -1;
}

/// Past the middle of its neighbour it takes that place: so it never jumps back and forth.
void Canvas::dragLane(double y) {
  const double content = y - scene().rows.top() + scene().scroll;
  for (int tries = 0; tries < 200; ++tries) {
    const LaneRow* row = m_layout.rowOf(m_draggedRun, m_draggedLane);
    if (row == nullptr) return;
    const auto index = static_cast<std::size_t>(row - m_layout.rows().data());
    int places = 0;
    if (index > 0 && content < row->y - m_layout.rows()[index - 1].height / 2) places = -1;
    if (index + 1 < m_layout.rows().size() && content > row->bottom() + m_layout.rows()[index + 1].height / 2)
      places = 1;
    LaneArrangement moved = m_arrangement;
    if (places == 0 || !moved.move(m_scale->comparison(), m_draggedRun, m_draggedLane, places)) return;
    setArrangement(std::move(moved));
  }
}

void Canvas::press(const QMouseEvent& event) {
  if (parentWidget() != nullptr) parentWidget()->setFocus(Qt::MouseFocusReason);
  if (event.button() != Qt::LeftButton) return;
  m_pressed = event.position();
  m_pressedX0 = m_x0;
  m_pressedX1 = m_x1;
  m_pressedScroll = m_scrollBar->value();
  const Scene now = scene();
  if (minimap().contains(m_pressed)) {
    m_drag = Drag::minimap;
    return showInMinimap(m_pressed.x());
  }
  const bool inPlot = m_pressed.x() >= now.plotLeft() && m_pressed.y() <= now.rows.bottom();
  if (inPlot && (event.modifiers() & Qt::ShiftModifier)) {
    m_drag = Drag::range;
    m_controller.clearRange();
    return;
  }
  const bool onAxis = m_pressed.y() > now.rows.bottom() && m_pressed.y() < now.rows.bottom() + m_metrics.axis &&
                      m_pressed.x() >= now.plotLeft();
  if (onAxis || isOnPlayhead(m_pressed)) {
    m_drag = Drag::playhead;
    if (onAxis) m_controller.setPosition(snapped(m_pressed.x()));
    m_overlay->update();
    return;
  }
  m_drag = Drag::pressed;
}

void Canvas::move(const QMouseEvent& event) {
  const QPointF point = event.position();
  if (m_drag == Drag::playhead) {
    m_controller.setPosition(snapped(point.x()));
    return;
  }
  if (m_drag == Drag::minimap) return showInMinimap(point.x());
  if (m_drag == Drag::range) return m_controller.setRange(snapped(m_pressed.x()), snapped(point.x()));
  if (m_drag == Drag::lane) return dragLane(point.y());
  if (m_drag == Drag::pressed && (point - m_pressed).manhattanLength() >= QApplication::startDragDistance() / 2.0) {
    const Hit hit = hitAt(scene(), m_pressed);
    m_drag = hit.what == Hit::What::heading ? Drag::lane : Drag::pan;
    if (m_drag == Drag::lane) {
      m_draggedRun = hit.run;
      m_draggedLane = hit.row->lane;
    }
    m_plot->setCursor(Qt::ClosedHandCursor);
  }
  if (m_drag == Drag::pan) {
    const Scene now = scene();
    const double moved = (m_pressed.x() - point.x()) / (now.plotRight() - now.plotLeft()) * (m_pressedX1 - m_pressedX0);
    setRange(m_pressedX0 + moved, m_pressedX1 + moved);
    scrollTo(m_pressedScroll + m_pressed.y() - point.y());
    return;
  }
  hover(point);
}

void Canvas::release(const QMouseEvent& event) {
  if (event.button() != Qt::LeftButton) return;
  const Drag drag = std::exchange(m_drag, Drag::none);
  if (drag == Drag::pressed) click(event.position());
  m_overlay->update();
  hover(event.position());
}

void Canvas::click(const QPointF& point) {
  if (isOnChevron(point)) {
    const LaneRow& row = *hitAt(scene(), point).row;
    LaneArrangement changed = m_arrangement;
    changed.setFolded(laneKey(m_scale->comparison(), row.run, row.lane), !row.folded);
    return setArrangement(std::move(changed));
  }
  if (const int bookmark = bookmarkAt(point); bookmark >= 0) {
    const Bookmark& there = m_bookmarks->all()[static_cast<std::size_t>(bookmark)];
    return m_controller.setPosition(m_scale->comparison().positionOf(there.run, there.moment()));
  }
  const Hit hit = hitAt(scene(), point);
  const Selection selection = hit.selection(m_scale->comparison());
  if (selection.what == Selection::What::nothing)
    m_controller.clearSelection();
  else
    m_controller.select(selection);
}

/// Goes to the begin of a slice, or to where something happened.
void Canvas::doubleClick(const QMouseEvent& event) {
  if (const int bookmark = bookmarkAt(event.position()); bookmark >= 0) return emit bookmarkActivated(bookmark);
  const Hit hit = hitAt(scene(), event.position());
  const Comparison& comparison = m_scale->comparison();
  if (hit.what == Hit::What::instant) {
    m_controller.setPosition(comparison.positionOf(hit.run, comparison.replay(hit.run).after(hit.event)));
  } else if (hit.what == Hit::What::slice) {
    const replay::Track track = comparison.replay(hit.run).timeline().track(hit.row->lane);
    m_controller.setPosition(comparison.positionOf(hit.run, track.begin(hit.slice)));
  }
}

/// Over the lanes the wheel zooms, over the headings it scrolls; sideways, or with Shift, it pans.
void Canvas::wheel(const QWheelEvent& event) {
  const QPoint turned = event.angleDelta();
  const bool sideways = std::abs(turned.x()) > std::abs(turned.y()) || (event.modifiers() & Qt::ShiftModifier);
  if (sideways) {
    const double steps = (turned.x() != 0 ? turned.x() : turned.y()) / 120.0;
    const double moved = -steps * (m_x1 - m_x0) * 0.1;
    setRange(m_x0 + moved, m_x1 + moved);
  } else if (event.position().x() < scene().plotLeft()) {
    scrollTo(m_scrollBar->value() - turned.y() / 120.0 * m_metrics.laneLeast);
  } else {
    zoom(std::pow(kZoomStep, turned.y() / 120.0), event.position().x());
  }
}

void Canvas::hover(const QPointF& point) {
  const bool inside = m_plot->rect().contains(point.toPoint());
  const Hit hit = inside ? hitAt(scene(), point) : Hit{};
  const bool outlined = hit.what == Hit::What::slice;
  const bool wasOutlined = m_hovered.what == Hit::What::slice;
  if (outlined != wasOutlined || hit.box != m_hovered.box) {
    const QMarginsF around(3, 3, 3, 3);
    m_overlay->update((m_hovered.box + around).toAlignedRect());
    m_overlay->update((hit.box + around).toAlignedRect());
  }
  m_hovered = hit;
  if (inside && isOnPlayhead(point))
    m_plot->setCursor(Qt::SplitHCursor);
  else if (minimap().contains(point) || bookmarkAt(point) >= 0 || hit.what == Hit::What::slice ||
           hit.what == Hit::What::instant || hit.what == Hit::What::heading)
    m_plot->setCursor(Qt::PointingHandCursor);
  else
    m_plot->unsetCursor();
}

bool Canvas::showTip(const QPoint& point, const QPoint& global) {
  const Scene now = scene();
  if (const int bookmark = bookmarkAt(point); bookmark >= 0) {
    const Bookmark& there = m_bookmarks->all()[static_cast<std::size_t>(bookmark)];
    const QString note = there.text.isEmpty() ? tr("Bookmark") : there.text.toHtmlEscaped();
    QToolTip::showText(global, tr("<p><b>%1</b><br>at %2</p>").arg(note, timeText(there.time)), m_plot);
    return true;
  }
  if (minimap().contains(point)) {
    QToolTip::showText(global, tr("The whole run. Drag here to move what is in view."), m_plot);
    return true;
  }
  const Hit hit = hitAt(now, point);
  const QString text = describe(now, hit, point);
  if (text.isEmpty()) {
    QToolTip::hideText();
  } else {
    QToolTip::showText(global, text, m_plot, hit.box.isEmpty() ? QRect() : hit.box.toAlignedRect());
  }
  return true;
}

}  // namespace loopline::ui::timeline
