#include "view/timeline_view.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "timeline/canvas.h"
#include "timeline/lane_finder.h"
#include "timeline/range_panel.h"
#include "ui_model/lane_names.h"
#include "ui_model/playhead.h"
#include "ui_model/slices_model.h"
#include "view/icon.h"

namespace loopline::ui {

namespace {
constexpr double kZoomStep = 1.5;
}

TimelineView::TimelineView(PlaybackController& controller, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_canvas(new timeline::Canvas(controller)),
      m_finder(new timeline::LaneFinder),
      m_stack(new QStackedWidget),
      m_table(new QTableView),
      m_model(new SlicesModel(this)) {
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Timelines"));
  m_table->setAccessibleName(tr("Timelines as a table"));
  m_table->setModel(m_model);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setAlternatingRowColors(true);
  m_table->setTabKeyNavigation(false);
  m_table->verticalHeader()->hide();
  m_table->horizontalHeader()->setStretchLastSection(true);
  m_table->setFrameShape(QFrame::NoFrame);
  m_stack->addWidget(m_canvas);
  m_stack->addWidget(m_table);
  auto* range = new timeline::RangePanel(controller);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_finder);
  column->addWidget(m_stack, 1);
  column->addWidget(range);
  makeActions();
  makeLaneActions();
  makePlaceActions();
  setTheme(ThemeKind::light);
  connect(range, &timeline::RangePanel::zoomWanted, this, &TimelineView::zoomToSelection);
  connect(m_finder, &timeline::LaneFinder::changed, this, &TimelineView::find);
  connect(m_finder, &timeline::LaneFinder::stepWanted, this, &TimelineView::selectFound);
  connect(m_finder, &timeline::LaneFinder::closed, this, [this] {
    find();
    setFocus();
  });
  connect(m_canvas, &timeline::Canvas::arrangementChanged, this, &TimelineView::showActions);
  connect(m_canvas, &timeline::Canvas::bookmarkActivated, this, &TimelineView::editNote);
  connect(&controller, &PlaybackController::selectionChanged, this, &TimelineView::showActions);
  connect(&controller, &PlaybackController::rangeChanged, this, &TimelineView::showActions);
  connect(m_canvas, &timeline::Canvas::shown, this, &TimelineView::describe);
  connect(m_canvas, &timeline::Canvas::rangeChanged, this, &TimelineView::viewRangeChanged);
  connect(m_canvas, &timeline::Canvas::contextMenuRequested, this, [this](const QPoint& at) {
    QMenu menu;
    menu.addActions(QWidget::actions());
    menu.exec(at);
  });
  connect(&controller, &PlaybackController::comparisonChanged, this, &TimelineView::showComparison);
  connect(&controller, &PlaybackController::positionChanged, this, [this] { followInTable(); });
  // A row that is chosen is gone to.
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
    if (!row.isValid() || m_following) return;
    const SlicesModel::Slice at = m_model->sliceAt(row.row());
    const replay::Lane& lane = m_controller.comparison()->replay(at.run).timeline().lanes()[at.lane];
    m_controller.select(lane.kind == replay::LaneKind::task ? Selection::ofTask(at.run, lane.id)
                                                            : Selection::ofLane(at.run, at.lane));
    m_following = true;
    m_controller.setPosition(m_model->positionOf(row.row()));
    m_following = false;
  });
  showComparison();
}

TimelineView::~TimelineView() = default;

QAction* TimelineView::makeAction(const QString& text, const QString& icon, bool checkable) {
  auto* action = new QAction(text, this);
  action->setProperty("icon", icon);
  action->setCheckable(checkable);
  addAction(action);
  return action;
}

void TimelineView::makeActions() {
  m_actions.zoomIn = makeAction(tr("Zoom in"), QStringLiteral("zoom-in"));
  m_actions.zoomOut = makeAction(tr("Zoom out"), QStringLiteral("zoom-out"));
  m_actions.fit = makeAction(tr("Whole run"), QStringLiteral("zoom-fit"));
  m_actions.zoomToSelection = makeAction(tr("Zoom to selection"), QStringLiteral("search"));
  m_actions.ownWork = makeAction(tr("asyncio's own work"), QStringLiteral("own-work"), true);
  m_actions.counters = makeAction(tr("Queues over time"), QStringLiteral("timeline"), true);
  m_actions.table = makeAction(tr("As a table"), QStringLiteral("table"), true);
  m_actions.ownWork->setToolTip(tr("Show what asyncio.run does for itself at the end"));
  connect(m_actions.zoomIn, &QAction::triggered, this, &TimelineView::zoomIn);
  connect(m_actions.zoomOut, &QAction::triggered, this, &TimelineView::zoomOut);
  connect(m_actions.fit, &QAction::triggered, this, &TimelineView::fit);
  connect(m_actions.zoomToSelection, &QAction::triggered, this, &TimelineView::zoomToSelection);
  connect(m_actions.ownWork, &QAction::triggered, this, &TimelineView::ownWorkRequested);
  connect(m_actions.counters, &QAction::toggled, this, &TimelineView::setCountersShown);
  connect(m_actions.table, &QAction::toggled, this, &TimelineView::setTableShown);
}

Axis TimelineView::axis() const { return m_canvas->axis(); }
ThemeKind TimelineView::theme() const { return m_canvas->theme(); }
bool TimelineView::isTableShown() const { return m_stack->currentWidget() == m_table; }
bool TimelineView::showsCounters() const { return m_canvas->showsCounters(); }
double TimelineView::viewBegin() const { return m_canvas->viewBegin(); }
double TimelineView::viewEnd() const { return m_canvas->viewEnd(); }

void TimelineView::showComparison() {
  m_canvas->showComparison();
  const auto& comparison = m_controller.comparison();
  m_model->setComparison(isTableShown() ? comparison : nullptr);
  if (isTableShown()) m_table->resizeColumnsToContents();
  showActions();
  m_actions.ownWork->setChecked(comparison && comparison->ownWork());
}

/// What the timelines come to, for those who hear it.
void TimelineView::describe() {
  const auto& comparison = m_controller.comparison();
  QStringList runs;
  for (int run = 0; comparison && run < comparison->runCount() && !m_canvas->isEmpty(); ++run) {
    const QString& summary = m_canvas->summaries()[static_cast<std::size_t>(run)];
    runs << runTitle(*comparison, run) + QStringLiteral(": ") + summary;
  }
  if (comparison && comparison->runCount() > 1) runs << differenceText(*comparison);
  setAccessibleDescription(runs.join(QLatin1Char('\n')));
}

void TimelineView::setAxis(Axis axis) {
  if (axis == m_canvas->axis()) return;
  m_canvas->setAxis(axis);
  emit axisChanged(axis);
}

void TimelineView::setTheme(ThemeKind kind) {
  m_canvas->setTheme(kind);
  for (QAction* action : QWidget::actions()) {
    action->setIcon(themedIcon(action->property("icon").toString(), Theme::of(kind)));
  }
}

void TimelineView::setTableShown(bool shown) {
  if (shown == isTableShown()) return;
  m_actions.table->setChecked(shown);
  m_stack->setCurrentWidget(shown ? static_cast<QWidget*>(m_table) : m_canvas);
  setFocusProxy(shown ? m_table : nullptr);
  m_model->setComparison(shown ? m_controller.comparison() : nullptr);
  if (!shown) return;
  m_table->resizeColumnsToContents();
  followInTable();
}

void TimelineView::setCountersShown(bool shown) {
  m_actions.counters->setChecked(shown);
  if (shown != m_canvas->showsCounters()) m_canvas->setCountersShown(shown);
}

/// The table marks what the selected lane does now; without a selection it stays where it is.
void TimelineView::followInTable() {
  if (!isTableShown() || m_following || !m_controller.comparison()) return;
  const Selection& selection = m_controller.selection();
  const replay::Timeline& timeline = m_controller.comparison()->replay(selection.run).timeline();
  const replay::LaneIndex lane = selection.task() != 0 ? timeline.lane_of_task(selection.task()) : selection.lane;
  if (lane == replay::kNoLane) return;
  const int row = m_model->rowOf(selection.run, lane, m_controller.position());
  if (row < 0) return;
  m_following = true;
  m_table->selectRow(row);
  m_following = false;
}

void TimelineView::zoomIn() { m_canvas->zoom(kZoomStep); }
void TimelineView::zoomOut() { m_canvas->zoom(1 / kZoomStep); }
void TimelineView::fit() { m_canvas->fit(); }
void TimelineView::zoomToSelection() { m_canvas->zoomToSelection(); }
void TimelineView::reveal(Position position) { m_canvas->reveal(position); }

void TimelineView::keyPressEvent(QKeyEvent* event) {
  const bool alt = event->modifiers().testFlag(Qt::AltModifier);
  switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomIn(); return;
    case Qt::Key_Minus: zoomOut(); return;
    case Qt::Key_0: fit(); return;
    case Qt::Key_Up: alt ? moveSelected(-1) : m_canvas->moveSelection(-1); return;
    case Qt::Key_Down: alt ? moveSelected(1) : m_canvas->moveSelection(1); return;
    case Qt::Key_Escape: m_controller.range() ? m_controller.clearRange() : m_controller.clearSelection(); return;
    default: QWidget::keyPressEvent(event);
  }
}

}  // namespace loopline::ui
