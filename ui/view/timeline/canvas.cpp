#include "timeline/canvas.h"

#include <qcustomplot.h>

#include <QFontInfo>
#include <QScrollBar>
#include <QTimer>
#include <algorithm>
#include <cmath>

#include "ui_model/bookmarks.h"
#include "ui_model/fonts.h"
#include "ui_model/lane_names.h"
#include "ui_model/playhead.h"

namespace loopline::ui::timeline {

namespace {

constexpr std::size_t kManyLanes = 30;
constexpr std::uint64_t kAtOnce = 50'000;  // events whose scale is made within a frame

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
    if (m_canvas.isEmpty()) return m_canvas.paintPreparing(*painter, mParentPlot->viewport());
    const Scene scene = m_canvas.scene();
    painter->setAntialiasing(true);
    painter->save();
    painter->setClipRect(scene.rows.toAlignedRect());
    paintHeadings(*painter, scene);
    painter->setClipRect(scene.plotClip());
    paintSlices(*painter, scene);
    paintFlows(*painter, scene);
    paintInstants(*painter, scene);
    paintBookmarks(*painter, scene);
    painter->restore();
    const QRectF below(scene.rows.left(), scene.rows.bottom(), scene.rows.width(), scene.metrics.axis);
    painter->setPen(Qt::NoPen);
    painter->setBrush(scene.theme.surface);
    painter->drawRect(below);
    paintAxis(*painter, scene, below);
    paintFooter(*painter, scene,
                QRectF(scene.plotLeft(), below.bottom(), scene.plotRight() - scene.plotLeft(), scene.metrics.legend));
    paintMinimap(*painter, scene, m_canvas.minimap());
  }

 private:
  const Canvas& m_canvas;
};

/// QCustomPlot draws all anew while it is resized; here relayout() does, once.
class Plot : public QCustomPlot {
 public:
  using QCustomPlot::QCustomPlot;

 protected:
  void resizeEvent(QResizeEvent*) override { setViewport(rect()); }
};

}  // namespace

Canvas::Canvas(PlaybackController& controller, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_plot(new Plot(this)),
      m_overlay(new Overlay(*this, controller, this)),
      m_scrollBar(new QScrollBar(Qt::Vertical, this)) {
  m_plot->setFocusPolicy(Qt::NoFocus);
  m_plot->setMouseTracking(true);
  m_plot->installEventFilter(this);
  m_plot->axisRect()->setAutoMargins(QCP::msNone);
  for (QCPAxis* axis : m_plot->axisRect()->axes()) axis->setVisible(false);
  m_plot->setNoAntialiasingOnDrag(false);
  // Painted with all else that changed, not before it.
  m_plot->setPlottingHint(QCP::phImmediateRefresh, false);
  // Nothing is drawn there: a buffer less to clear and to blend in each frame.
  m_plot->layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmLogical);
  new Plottable(m_plot->xAxis, m_plot->yAxis, *this);
  m_scrollBar->setAccessibleName(tr("Scroll lanes"));
  connect(m_scrollBar, &QScrollBar::valueChanged, this, &Canvas::repaintAll);
  connect(&controller, &PlaybackController::positionChanged, this, [this](Position position) {
    if (m_drag != Drag::playhead) reveal(position);
    m_overlay->update();
  });
  connect(&controller, &PlaybackController::selectionChanged, this, [this] {
    if (const LaneRow* row = selectedRow()) revealRow(*row);
    m_overlay->update();
  });
  connect(&controller, &PlaybackController::rangeChanged, m_overlay, qOverload<>(&QWidget::update));
  m_metrics = Metrics::of(QFontInfo(textFont()).pixelSize(), Density::comfortable);
  setTheme(ThemeKind::light);
}

Canvas::~Canvas() = default;

Position Canvas::playhead() const { return m_controller.position(); }

// ---- what is shown

void Canvas::showComparison() {
  m_hovered = {};
  m_scale.reset();
  m_dense.clear();
  m_fitted = true;
  if (!m_controller.comparison()) {
    ++m_wanted;
    m_summaries.clear();
    relayout();
    emit shown();
    return;
  }
  relayout();
  prepare([this] { fit(); });
}

/// Makes the scale of the controller's comparison for the axis, at once where that is quick.
void Canvas::prepare(std::function<void()> then) {
  const std::shared_ptr<const Comparison> comparison = m_controller.comparison();
  const auto make = [comparison, axis = m_axis] {
    Prepared made{.scale = std::make_unique<TimeScale>(comparison, axis), .summaries = {}};
    for (int run = 0; run < comparison->runCount(); ++run) made.summaries.push_back(runSummary(*comparison, run));
    return made;
  };
  const std::uint64_t wanted = ++m_wanted;
  std::uint64_t events = 0;
  for (int run = 0; run < comparison->runCount(); ++run) events += comparison->replay(run).event_count();
  if (events <= kAtOnce) {
    Prepared made = make();
    return adopt(made, then);
  }
  m_pool.start([this, make, wanted, then = std::move(then)] {
    auto made = std::make_shared<Prepared>(make());  // shared: a queued call has to be copied
    QMetaObject::invokeMethod(this, [this, made, wanted, then] {
      if (wanted != m_wanted) return;
      m_drawsLater = true;
      adopt(*made, then);
      m_drawsLater = false;
      // Laying out and drawing so much would each be felt: keys and clicks may come between the two.
      QTimer::singleShot(0, this, &Canvas::repaintAll);
    });
  });
}

void Canvas::adopt(Prepared& prepared, const std::function<void()>& then) {
  m_scale = std::move(prepared.scale);
  m_dense.clear();
  m_summaries = std::move(prepared.summaries);
  relayout();
  then();
  emit shown();
}

void Canvas::paintPreparing(QPainter& painter, const QRect& box) const {
  if (!m_controller.comparison()) return;
  painter.setPen(Theme::of(m_theme).quietText);
  painter.setFont(textFont());
  painter.drawText(box, Qt::AlignCenter, tr("The timeline is being laid out…"));
}

// The instants in view stay in view, as far as the other axis allows.
void Canvas::setAxis(Axis axis) {
  if (axis == m_axis) return;
  m_axis = axis;
  if (!m_controller.comparison()) return;
  const bool fitted = m_fitted || isEmpty();
  const Position from = isEmpty() ? Position{} : m_scale->positionBefore(m_x0);
  const Position to = isEmpty() ? Position{} : m_scale->positionAt(m_x1);
  prepare([this, fitted, from, to] { fitted ? fit() : setRange(m_scale->xOf(from), m_scale->xOf(to)); });
}

void Canvas::setTheme(ThemeKind kind) {
  m_theme = kind;
  m_dense.clear();
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
          .deviceRatio = devicePixelRatioF(),
          .bookmarks = m_bookmarks,
          .dense = &m_dense};
}

/// Below the headings, beside the legend.
QRectF Canvas::minimap() const {
  const double top = m_plot->height() - m_metrics.legend;
  const double left = std::round(m_metrics.em * 0.9);
  return {left, top + 3, std::max(m_layout.headings() - left - m_metrics.em * 0.5, 20.0), m_metrics.legend - 8};
}

void Canvas::setArrangement(LaneArrangement arrangement) {
  m_arrangement = std::move(arrangement);
  relayout();
  emit arrangementChanged();
}

void Canvas::setBookmarks(const Bookmarks* bookmarks) {
  m_bookmarks = bookmarks;
  if (bookmarks != nullptr) connect(bookmarks, &Bookmarks::changed, this, &Canvas::repaintAll);
  repaintAll();
}

const LaneRow* Canvas::selectedRow() const {
  const Selection& selection = m_controller.selection();
  if (isEmpty() || selection.what == Selection::What::nothing) return nullptr;
  const replay::LaneIndex lane =
      selection.task() == 0 ? selection.lane
                            : m_scale->comparison().replay(selection.run).timeline().lane_of_task(selection.task());
  return lane == replay::kNoLane ? nullptr : m_layout.rowOf(selection.run, lane);
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
  LayoutOptions options{.counters = m_counters,
                        .width = static_cast<double>(width()),
                        .summaries = &m_summaries,
                        .arrangement = &m_arrangement};
  const auto lay = [&](Density density, bool subRows) {
    options.subRows = subRows;
    m_metrics = Metrics::of(em, density);
    m_layout = LaneLayout(m_scale->comparison(), *m_scale, m_metrics, options);
    return m_layout.height() <= room;
  };
  // Where the least height of the lanes alone is too much, the rest need not be laid out to know it.
  const auto mayFit = [&](Density density) {
    return static_cast<double>(m_layout.laneCount()) * Metrics::of(em, density).laneLeast <= room;
  };
  // Small type is worth it where it spares scrolling, or where there is a lot to scroll.
  const bool fits = lay(Density::comfortable, true) || (mayFit(Density::compact) && lay(Density::compact, true)) ||
                    (mayFit(Density::dense) && lay(Density::dense, true)) || lay(Density::dense, false);
  if (!fits && m_layout.laneCount() < kManyLanes) lay(Density::compact, true);
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
  if (m_drawsLater) return;
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
  const Scene now = scene();
  const double span = std::clamp(x1 - x0, m_scale->closest(), whole);
  const double middle = (x0 + x1) / 2;
  // By whole pixels, so that what is in view stays as it was drawn.
  const double pixel = span / std::max(std::floor((now.plotRight() - now.plotLeft()) * now.deviceRatio), 1.0);
  m_x0 = std::clamp(std::round((middle - span / 2) / pixel) * pixel, 0.0, whole - span);
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

/// The marked stretch, else the life of the selected lane.
void Canvas::zoomToSelection() {
  if (isEmpty()) return;
  if (m_controller.range()) {
    const double from = m_scale->xOf(m_controller.range()->first), to = m_scale->xOf(m_controller.range()->second);
    return setRange(from - (to - from) * 0.05, to + (to - from) * 0.05);
  }
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
  const LaneRow* now = selectedRow();
  auto index = now ? now - rows.data() : (lanes > 0 ? -1 : static_cast<std::ptrdiff_t>(rows.size()));
  do {
    index += lanes;
    if (index < 0 || index >= static_cast<std::ptrdiff_t>(rows.size())) return;
  } while (rows[static_cast<std::size_t>(index)].kind != LaneRow::Kind::lane);
  const LaneRow& row = rows[static_cast<std::size_t>(index)];
  m_controller.select(Hit{.what = Hit::What::heading, .run = row.run, .row = &row}.selection(m_scale->comparison()));
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

}  // namespace loopline::ui::timeline
