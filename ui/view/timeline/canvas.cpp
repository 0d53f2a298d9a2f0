#include "timeline/canvas.h"

#include <qcustomplot.h>

#include <QFontInfo>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui_model/fonts.h"
#include "ui_model/playhead.h"

namespace loopline::ui::timeline {

namespace {

constexpr double kGrab = 6;  // pixels from the playhead at which it can be taken
constexpr double kSnap = 6;  // pixels from an event at which the playhead snaps to it
constexpr double kZoomStep = 1.25;
constexpr std::size_t kManyLanes = 30;

/// Draws the scene of its canvas; QCustomPlot decides when, and into which buffer.
class Plottable : public QCPAbstractPlottable {
 public:
  Plottable(QCPAxis* key, QCPAxis* value, const Canvas& canvas) : QCPAbstractPlottable(key, value), m_canvas(canvas) {}

  double selectTest(const QPointF&, bool, QVariant* = nullptr) const override { return -1; }
  QCPRange getKeyRange(bool& found, QCP::SignDomain = QCP::sdBoth) const override {
    found = !m_canvas.isEmpty();
    return found ? QCPRange(0, m_canvas.scene().scale.length()) : QCPRange();
  }
  QCPRange getValueRange(bool& found, QCP::SignDomain = QCP::sdBoth, const QCPRange& = QCPRange()) const override {
    found = false;
    return {};
  }

 protected:
  QRect clipRect() const override { return mParentPlot->viewport(); }
  void drawLegendIcon(QCPPainter*, const QRectF&) const override {}
  void draw(QCPPainter* painter) override {
    if (m_canvas.isEmpty()) return;
    const Scene scene = m_canvas.scene();
    painter->setAntialiasing(true);
    painter->save();
    painter->setClipRect(scene.rows.toAlignedRect());
    paintHeadings(*painter, scene);
    painter->setClipRect(scene.plotClip());
    paintSlices(*painter, scene);
    paintFlows(*painter, scene);
    paintInstants(*painter, scene);
    painter->restore();
    const QRectF below(scene.rows.left(), scene.rows.bottom(), scene.rows.width(), scene.metrics.axis);
    painter->setPen(Qt::NoPen);
    painter->setBrush(scene.theme.surface);
    painter->drawRect(below);
    paintAxis(*painter, scene, below);
    paintFooter(*painter, scene,
                QRectF(scene.plotLeft(), below.bottom(), scene.plotRight() - scene.plotLeft(), scene.metrics.legend));
  }

 private:
  const Canvas& m_canvas;
};

}  // namespace

Canvas::Canvas(PlaybackController& controller, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_plot(new QCustomPlot(this)),
      m_overlay(new Overlay(*this, controller, this)),
      m_scrollBar(new QScrollBar(Qt::Vertical, this)) {
  m_plot->setFocusPolicy(Qt::NoFocus);
  m_plot->setMouseTracking(true);
  m_plot->installEventFilter(this);
  m_plot->axisRect()->setAutoMargins(QCP::msNone);
  for (QCPAxis* axis : m_plot->axisRect()->axes()) axis->setVisible(false);
  m_plot->setNoAntialiasingOnDrag(false);
  new Plottable(m_plot->xAxis, m_plot->yAxis, *this);
  m_scrollBar->setAccessibleName(tr("Scroll lanes"));
  connect(m_scrollBar, &QScrollBar::valueChanged, this, &Canvas::repaintAll);
  connect(&controller, &PlaybackController::positionChanged, this, [this](Position position) {
    if (m_drag != Drag::playhead) reveal(position);
    m_overlay->update();
  });
  connect(&controller, &PlaybackController::selectionChanged, this, [this](const Selection& selection) {
    if (isEmpty()) return;
    const replay::LaneIndex lane =
        selection.task() == 0 ? selection.lane
                              : m_scale->comparison().replay(selection.run).timeline().lane_of_task(selection.task());
    if (const LaneRow* row = m_layout.rowOf(selection.run, lane)) revealRow(*row);
    m_overlay->update();
  });
  m_metrics = Metrics::of(QFontInfo(textFont()).pixelSize(), Density::comfortable);
  setTheme(ThemeKind::light);
}

Canvas::~Canvas() = default;

Position Canvas::playhead() const { return m_controller.position(); }

// ---- what is shown

void Canvas::showComparison() {
  m_hovered = {};
  const auto& comparison = m_controller.comparison();
  m_scale = comparison ? std::make_unique<TimeScale>(comparison, m_axis) : nullptr;
  m_fitted = true;
  relayout();
  fit();
}

// The instants in view stay in view, as far as the other axis allows.
void Canvas::setAxis(Axis axis) {
  if (axis == m_axis) return;
  m_axis = axis;
  if (isEmpty()) return;
  const Position from = m_scale->positionBefore(m_x0), to = m_scale->positionAt(m_x1);
  m_scale = std::make_unique<TimeScale>(m_controller.comparison(), axis);
  relayout();
  if (m_fitted)
    fit();
  else
    setRange(m_scale->xOf(from), m_scale->xOf(to));
}

void Canvas::setTheme(ThemeKind kind) {
  m_theme = kind;
  m_plot->setBackground(QBrush(Theme::of(kind).surface));
  repaintAll();
}

void Canvas::setCountersShown(bool shown) {
  m_counters = shown;
  relayout();
}

Scene Canvas::scene() const {
  const double width = m_plot->width();
  return {.comparison = m_scale->comparison(),
          .scale = *m_scale,
          .layout = m_layout,
          .metrics = m_metrics,
          .theme = Theme::of(m_theme),
          .texts = m_texts,
          .rows = QRectF(0, 0, width, std::max(m_plot->height() - bottomHeight(), 0.0)),
          .x0 = m_x0,
          .x1 = m_x1,
          .scroll = static_cast<double>(m_scrollBar->value()),
          .deviceRatio = devicePixelRatioF()};
}

double Canvas::bottomHeight() const { return m_metrics.axis + m_metrics.legend; }

/// As roomy as fits: lanes come closer before a scroll bar appears.
void Canvas::relayout() {
  m_hovered = {};
  if (isEmpty()) {
    m_layout = {};
    m_scrollBar->hide();
    m_plot->setGeometry(rect());
    repaintAll();
    return;
  }
  const double em = QFontInfo(textFont()).pixelSize();
  const double room = height() - bottomHeight();
  const LayoutOptions options{.counters = m_counters, .width = static_cast<double>(width())};
  const auto lay = [&](Density density) {
    m_metrics = Metrics::of(em, density);
    m_layout = LaneLayout(m_scale->comparison(), *m_scale, m_metrics, options);
    return m_layout.height() <= room;
  };
  // Small type is worth it where it spares scrolling, or where there is a lot to scroll.
  const bool fits = lay(Density::comfortable) || lay(Density::compact) || lay(Density::dense);
  if (!fits && m_layout.laneCount() < kManyLanes) lay(Density::compact);
  m_layout.spread(room, m_metrics);
  const bool scrolls = m_layout.height() > room + 0.5;
  const int bar = scrolls ? m_scrollBar->sizeHint().width() : 0;
  m_plot->setGeometry(0, 0, width() - bar, height());
  m_overlay->setGeometry(m_plot->geometry());
  m_scrollBar->setGeometry(width() - bar, 0, bar, static_cast<int>(room));
  m_scrollBar->setVisible(scrolls);
  m_scrollBar->setRange(0, scrolls ? static_cast<int>(std::ceil(m_layout.height() - room)) : 0);
  m_scrollBar->setPageStep(std::max(static_cast<int>(room), 1));
  m_scrollBar->setSingleStep(static_cast<int>(m_metrics.laneLeast));
  repaintAll();
}

void Canvas::repaintAll() {
  m_plot->replot(QCustomPlot::rpQueuedReplot);
  m_overlay->update();
}

// ---- range

double Canvas::wholeEnd() const {
  const Scene now = scene();
  return fitted(*m_scale, now.plotRight() - now.plotLeft()).x1;
}

void Canvas::setRange(double x0, double x1) {
  if (isEmpty()) return;
  const double whole = wholeEnd();
  const double span = std::clamp(x1 - x0, m_scale->closest(), whole);
  const double middle = (x0 + x1) / 2;
  m_x0 = std::clamp(middle - span / 2, 0.0, whole - span);
  m_x1 = m_x0 + span;
  m_fitted = span >= whole * 0.9999;
  m_plot->xAxis->setRange(m_x0, m_x1);
  repaintAll();
  emit rangeChanged(m_x0, m_x1);
}

void Canvas::fit() {
  if (!isEmpty()) setRange(0, wholeEnd());
}

void Canvas::zoom(double factor, std::optional<double> aroundPixel) {
  if (isEmpty()) return;
  const Scene now = scene();
  const double around = now.xAt(aroundPixel.value_or((now.plotLeft() + now.plotRight()) / 2));
  setRange(around - (around - m_x0) / factor, around + (m_x1 - around) / factor);
}

void Canvas::zoomToSelection() {
  if (isEmpty()) return;
  const Selection& selection = m_controller.selection();
  const replay::Timeline& timeline = m_scale->comparison().replay(selection.run).timeline();
  const replay::LaneIndex lane = selection.task() == 0 ? selection.lane : timeline.lane_of_task(selection.task());
  if (selection.what == Selection::What::nothing || lane == replay::kNoLane) return;
  // From its creation to its end.
  const replay::Track track = timeline.track(lane);
  if (track.empty()) return;
  const bool ends = replay::is_end(track.state.back());
  const replay::Moment end = ends ? track.begin(track.size() - 1) : m_scale->comparison().endOf(selection.run);
  const double from = m_scale->xOf(selection.run, track.begin(0)), to = m_scale->xOf(selection.run, end);
  const double margin = (to - from) * 0.05;
  setRange(from - margin, to + margin);
}

void Canvas::reveal(Position position) {
  if (isEmpty()) return;
  const double x = m_scale->xOf(position);
  const double span = m_x1 - m_x0;
  if (x >= m_x0 && x <= m_x1) return;
  const double x0 = x < m_x0 ? x - span * 0.2 : x - span * 0.8;
  setRange(x0, x0 + span);
}

void Canvas::scrollTo(double y) { m_scrollBar->setValue(static_cast<int>(std::lround(y))); }

void Canvas::revealRow(const LaneRow& row) {
  const double top = m_scrollBar->value(), room = scene().rows.height();
  if (row.y < top) scrollTo(row.y);
  if (row.bottom() > top + room) scrollTo(row.bottom() - room);
}

void Canvas::moveSelection(int lanes) {
  if (isEmpty() || m_layout.laneCount() == 0) return;
  const std::vector<LaneRow>& rows = m_layout.rows();
  const Selection& selection = m_controller.selection();
  const replay::LaneIndex lane =
      selection.task() == 0 ? selection.lane
                            : m_scale->comparison().replay(selection.run).timeline().lane_of_task(selection.task());
  const LaneRow* now = selection.what == Selection::What::nothing ? nullptr : m_layout.rowOf(selection.run, lane);
  auto index = now ? now - rows.data() : (lanes > 0 ? -1 : static_cast<std::ptrdiff_t>(rows.size()));
  do {
    index += lanes;
    if (index < 0 || index >= static_cast<std::ptrdiff_t>(rows.size())) return;
  } while (rows[static_cast<std::size_t>(index)].kind != LaneRow::Kind::lane);
  const LaneRow& row = rows[static_cast<std::size_t>(index)];
  m_controller.select(Hit{.what = Hit::What::heading, .run = row.run, .row = &row}.selection(m_scale->comparison()));
}

// ---- mouse

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
void Canvas::dragPlayhead(double pixel) {
  const Scene now = scene();
  const double x = now.xAt(std::clamp(pixel, now.plotLeft(), now.plotRight()));
  const Position snapped = m_scale->nearestEvent(x);
  const bool near = std::abs(now.pixel(snapped) - pixel) <= kSnap;
  m_controller.setPosition(near ? snapped : m_scale->positionAt(x));
}

void Canvas::press(const QMouseEvent& event) {
  if (parentWidget() != nullptr) parentWidget()->setFocus(Qt::MouseFocusReason);
  if (event.button() != Qt::LeftButton) return;
  m_pressed = event.position();
  m_pressedX0 = m_x0;
  m_pressedX1 = m_x1;
  m_pressedScroll = m_scrollBar->value();
  const Scene now = scene();
  const bool onAxis = m_pressed.y() > now.rows.bottom() && m_pressed.y() < now.rows.bottom() + m_metrics.axis &&
                      m_pressed.x() >= now.plotLeft();
  if (onAxis || isOnPlayhead(m_pressed)) {
    m_drag = Drag::playhead;
    if (onAxis) dragPlayhead(m_pressed.x());
    m_overlay->update();
    return;
  }
  m_drag = Drag::pressed;
}

void Canvas::move(const QMouseEvent& event) {
  const QPointF point = event.position();
  if (m_drag == Drag::playhead) {
    dragPlayhead(point.x());
    return;
  }
  if (m_drag == Drag::pressed && (point - m_pressed).manhattanLength() >= QApplication::startDragDistance() / 2.0) {
    m_drag = Drag::pan;
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
  const Hit hit = hitAt(scene(), point);
  const Selection selection = hit.selection(m_scale->comparison());
  if (selection.what == Selection::What::nothing)
    m_controller.clearSelection();
  else
    m_controller.select(selection);
}

/// Goes to the begin of a slice, or to where something happened.
void Canvas::doubleClick(const QMouseEvent& event) {
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
  else if (hit.what == Hit::What::slice || hit.what == Hit::What::instant || hit.what == Hit::What::heading)
    m_plot->setCursor(Qt::PointingHandCursor);
  else
    m_plot->unsetCursor();
}

bool Canvas::showTip(const QPoint& point, const QPoint& global) {
  const Scene now = scene();
  const Hit hit = hitAt(now, point);
  const QString text = describe(now, hit, point);
  if (text.isEmpty()) {
    QToolTip::hideText();
  } else {
    QToolTip::showText(global, text, m_plot, hit.box.isEmpty() ? QRect() : hit.box.toAlignedRect());
  }
  return true;
}

void Canvas::resizeEvent(QResizeEvent*) {
  relayout();
  if (isEmpty()) return;
  if (m_fitted)
    fit();
  else
    setRange(m_x0, m_x1);
}

void Canvas::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) relayout();
  QWidget::changeEvent(event);
}

// ---- overlay

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
  paintSelection(painter, scene, m_controller.selection());
  if (m_canvas.hovered().what == Hit::What::slice) paintHover(painter, scene, m_canvas.hovered().box);
  paintNearFlows(painter, scene, m_controller.selection(), m_controller.position());
  paintStates(painter, scene, m_controller.position());
  painter.restore();
  paintPlayhead(painter, scene, m_controller.position(), 2, scene.rows.bottom() + 6, m_canvas.isDraggingPlayhead());
}

}  // namespace loopline::ui::timeline
