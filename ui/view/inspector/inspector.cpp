#include "inspector/inspector.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "inspector/hints_view.h"
#include "inspector/now_box.h"
#include "inspector/rows_view.h"
#include "inspector/wait_view.h"
#include "ui_model/fonts.h"
#include "ui_model/greenlets.h"
#include "ui_model/narrator.h"
#include "ui_model/playhead.h"
#include "ui_model/state_rows.h"
#include "ui_model/theme.h"
#include "ui_model/wait_model.h"
#include "widgets/section.h"
#include "widgets/segmented.h"
#include "widgets/text_label.h"

namespace loopline::ui {

namespace {

QString letter(int run) { return QString(QChar(u'A' + run)); }

}  // namespace

Inspector::Inspector(PlaybackController& playback, QWidget* parent)
    : QScrollArea(parent), m_playback(playback), m_body(new QWidget(this)), m_column(new QVBoxLayout(m_body)) {
  setObjectName(QStringLiteral("inspector"));
  setAccessibleName(tr("State at the playhead"));
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  build();
  m_refresh.setSingleShot(true);
  m_refresh.setInterval(0);
  connect(&m_refresh, &QTimer::timeout, this, &Inspector::refresh);
  const auto later = [this] { m_refresh.start(); };
  connect(&playback, &PlaybackController::positionChanged, this, later);
  connect(&playback, &PlaybackController::selectionChanged, this, later);
  connect(&playback, &PlaybackController::focusRunChanged, this, later);
  connect(&playback, &PlaybackController::granularityChanged, this, later);
  connect(&playback, &PlaybackController::comparisonChanged, this, &Inspector::runsChanged);
  refresh();
}

void Inspector::build() {
  m_body->setObjectName(QStringLiteral("inspectorBody"));
  m_column->setContentsMargins(12, 12, 12, 12);
  m_column->setSpacing(8);
  m_now = new NowBox(m_body);
  m_others = new TextLabel(m_body);
  m_others->setObjectName(QStringLiteral("quiet"));
  m_others->setFont(textFont(9));
  m_runRow = new QWidget(m_body);
  new QVBoxLayout(m_runRow);
  m_runRow->layout()->setContentsMargins(0, 0, 0, 0);
  m_column->addWidget(m_now);
  m_column->addWidget(m_others);
  m_column->addWidget(m_runRow);

  using Style = RowsView::Style;
  m_ready = addList(QStringLiteral("ready"), tr("Ready queue"), static_cast<int>(Style::chips));
  m_timers = addList(QStringLiteral("timers"), tr("Timers"), static_cast<int>(Style::chips));
  m_timers->setEmptyText(tr("none set"));
  m_waitModel = new WaitModel(this);
  m_waits = new WaitView(*m_waitModel, m_body);
  m_waits->setAccessibleName(tr("Who waits for whom"));
  addSection(QStringLiteral("waits"), tr("Who waits for whom"), m_waits);
  const auto chooseWait = [this](const QModelIndex& index) {
    const Selection selection = m_waitModel->selectionOf(index);
    if (selection.what != Selection::What::nothing) m_playback.select(selection);
  };
  connect(m_waits, &WaitView::clicked, this, chooseWait);
  connect(m_waits, &WaitView::activated, this, chooseWait);

  m_variables = addList(QStringLiteral("variables"), tr("Stack and variables"), static_cast<int>(Style::table));
  m_variables->setMostRows(12);
  m_objects = addList(QStringLiteral("objects"), tr("Locks, queues and others"), static_cast<int>(Style::lines));
  m_threads = addList(QStringLiteral("threads"), tr("Threads and loops"), static_cast<int>(Style::lines));
  for (int run = 0; run < 3; ++run) {
    RowsView* console = addList(QStringLiteral("console%1").arg(run), tr("Console"), static_cast<int>(Style::console));
    console->setEmptyText(tr("— nothing yet —"));
    m_consoles.push_back(console);
  }
  m_warnings = addList(QStringLiteral("warnings"), tr("Warnings"), static_cast<int>(Style::sentences));
  m_hints = new HintsView(m_body);
  addSection(QStringLiteral("advice"), tr("Hints"), m_hints);
  connect(m_hints, &HintsView::chosen, &m_playback, &PlaybackController::select);
  m_column->addStretch(1);
  setWidget(m_body);
}

Section* Inspector::addSection(const QString& key, const QString& title, QWidget* body) {
  auto* section = new Section(title, body, m_body);
  m_sections[key] = section;
  m_order << key;
  m_column->addWidget(section);
  connect(section, &Section::toggled, this, &Inspector::closedSectionsChanged);
  connect(section, &Section::toggled, this, [this] { m_refresh.start(); });
  return section;
}

RowsView* Inspector::addList(const QString& key, const QString& title, int style) {
  auto* list = new RowsView(title, static_cast<RowsView::Style>(style), m_body);
  addSection(key, title, list);
  connect(list, &RowsView::rowChosen, this, &Inspector::choose);
  return list;
}

void Inspector::addOnTop(QWidget* widget) { m_column->insertWidget(0, widget); }

void Inspector::setAsking(bool asking, bool hideQueue) {
  m_asking = asking;
  m_hideQueue = hideQueue;
  m_sections[QStringLiteral("advice")]->setVisible(!m_hints->isEmpty() && !m_asking);
  refresh();
  if (asking) verticalScrollBar()->setValue(0);
}

void Inspector::setHints(const std::vector<HintRow>& hints) {
  m_hints->setHints(hints);
  m_sections[QStringLiteral("advice")]->setVisible(!hints.empty() && !m_asking);
}

void Inspector::setTheme(const Theme& theme) {
  m_theme = &theme;
  for (Section* section : m_sections) section->setTheme(theme);
  for (RowsView* list : {m_ready, m_timers, m_variables, m_objects, m_threads, m_warnings}) list->setTheme(theme);
  for (RowsView* console : m_consoles) console->setTheme(theme);
  m_waits->setTheme(theme);
}

QStringList Inspector::closedSections() const {
  QStringList closed;
  for (const QString& key : m_order) {
    if (!m_sections[key]->isOpen()) closed << key;
  }
  return closed;
}

void Inspector::setClosedSections(const QStringList& names) {
  for (const QString& key : m_order) m_sections[key]->setOpen(!names.contains(key));
}

void Inspector::runsChanged() {
  delete m_runs;
  m_runs = nullptr;
  const int runs = m_playback.runCount();
  m_runRow->setVisible(runs > 1);
  for (int run = 0; run < static_cast<int>(m_consoles.size()); ++run) {
    m_sections[QStringLiteral("console%1").arg(run)]->setVisible(run < runs);
  }
  if (runs > 1) {
    QStringList names, tips;
    for (int run = 0; run < runs; ++run) {
      names << letter(run);
      tips << m_playback.comparison()->runs()[static_cast<std::size_t>(run)].title;
    }
    m_runs = new Segmented(tr("State of run"), names, m_runRow);
    m_runs->setTips(tips);
    m_runRow->layout()->addWidget(m_runs);
    connect(m_runs, &Segmented::chosenByUser, &m_playback, &PlaybackController::pinFocus);
  }
  refresh();
}

// ---- what is shown

void Inspector::refresh() {
  m_refresh.stop();
  const bool any = m_playback.runCount() > 0;
  m_body->setVisible(any);
  setVerticalScrollBarPolicy(any ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
  if (!any) return;
  if (m_runs != nullptr) m_runs->choose(m_playback.focusRun());
  showNow();
  showState();
}

void Inspector::showNow() {
  const int focus = m_playback.focusRun();
  const bool several = m_playback.runCount() > 1;
  QString step =
      tr("Step %1 of %2").arg(m_playback.stopIndex()).arg(std::max<std::size_t>(m_playback.stopCount(), 1) - 1);
  if (several) step = letter(focus) + QStringLiteral(" · ") + step;
  const replay::Moment now = m_playback.moment(focus);
  const replay::Replay& replay = m_playback.comparison()->replay(focus);
  m_now->tell(step, placeText(replay, now), narrate(replay, now));
  QStringList others;
  for (int run = 0; several && run < m_playback.runCount(); ++run) {
    if (run == focus) continue;
    const Narration told = narrate(m_playback.comparison()->replay(run), m_playback.moment(run));
    others << QStringLiteral("<b>%1</b> %2").arg(letter(run), told.html);
  }
  m_others->setText(others.join(QStringLiteral("<br>")));
  m_others->setVisible(!others.isEmpty() && !m_asking);
  m_now->setVisible(!m_asking);
}

// With what changed since the stop before this one.
StateRows Inspector::stateOf(int run) const {
  const Comparison& comparison = *m_playback.comparison();
  const std::size_t stop = m_playback.stopIndex();
  const bool onStop = comparison.stop(m_playback.granularity(), stop) == m_playback.position();
  const std::size_t before = onStop && stop > 0 ? stop - 1 : stop;
  const replay::Moment since = comparison.momentOf(run, comparison.stop(m_playback.granularity(), before));
  return StateRows(comparison.replay(run), m_playback.moment(run), run, since.event);
}

void Inspector::showState() {
  const int run = m_playback.focusRun();
  const StateRows state = stateOf(run);
  const int selected = m_playback.selection().run == run ? state.taskNumber(m_playback.selection().task()) : -1;
  const auto isOpen = [this](const char* key) { return m_sections[QString::fromLatin1(key)]->isOpen(); };
  m_sections[QStringLiteral("ready")]->setVisible(!m_hideQueue);
  if (isOpen("ready")) {
    m_ready->setEmptyText(state.whyNothingReady());
    m_ready->setRows(state.readyQueue());
  }
  if (isOpen("timers")) m_timers->setRows(state.timers());
  if (isOpen("waits")) showWaits(run, state);
  if (isOpen("variables")) showVariables(run, state);
  std::vector<Row> objects = state.objects();
  m_sections[QStringLiteral("objects")]->setVisible(!objects.empty());
  m_objects->setRows(std::move(objects));
  std::vector<Row> threads = state.threads();
  m_sections[QStringLiteral("threads")]->setVisible(!threads.empty());
  m_threads->setRows(std::move(threads));
  std::vector<Row> warnings = state.warnings();
  m_sections[QStringLiteral("warnings")]->setVisible(!warnings.empty());
  m_warnings->setRows(std::move(warnings));
  for (RowsView* list : {m_ready, m_timers, m_variables, m_objects, m_threads}) {
    list->setSelected(m_playback.selection(), selected);
  }
  for (int each = 0; each < m_playback.runCount(); ++each) {
    if (each == run) {
      showConsole(each, state);
    } else {
      showConsole(each, stateOf(each));
    }
  }
}

void Inspector::showVariables(int run, const StateRows& state) {
  const Selection& selection = m_playback.selection();
  const bool chosen = selection.run == run && selection.task() != 0;
  const replay::ObjectId task = chosen ? selection.task() : state.taskOfInterest();
  const replay::Replay& replay = m_playback.comparison()->replay(run);
  const bool lane = selection.run == run && selection.what == Selection::What::lane;
  const bool greenlet = lane && isGreenlet(replay, selection.lane);
  const replay::ThreadId thread = greenlet ? replay.timeline().lanes()[selection.lane].thread : 0;
  const QString name = greenlet    ? greenletName(replay, selection.lane)
                       : task != 0 ? state.taskName(task)
                                   : state.currentThreadName();
  m_sections[QStringLiteral("variables")]->setTitle(tr("Stack and variables · %1").arg(name));
  const bool full = replay.run().info.detail == trace::Detail::full;
  m_variables->setEmptyText(full ? tr("not in any function now") : tr("not recorded at this detail"));
  m_variables->setRows(state.variables(task, thread));
}

void Inspector::showWaits(int run, const StateRows& state) {
  constexpr std::size_t kMostTasks = 2'000;  // beyond that a tree takes longer than a frame, and nobody reads it
  const bool tooMany = state.state().live_tasks > kMostTasks;
  StateRows::Waits waits;
  if (!tooMany) waits = state.waits();
  m_waitModel->setForest(std::move(waits.forest), std::move(waits.numbers), run, std::move(waits.fresh));
  m_waits->setEmptyText(tooMany ? tr("%L1 tasks: too many for a tree").arg(state.state().live_tasks)
                                : tr("nobody waits"));
  m_waits->forestChanged();
  const Selection& selection = m_playback.selection();
  m_waits->setSelectedTask(selection.run == run ? state.taskNumber(selection.task()) : -1);
}

void Inspector::showConsole(int run, const StateRows& state) {
  if (static_cast<std::size_t>(run) >= m_consoles.size()) return;
  Section* section = m_sections[QStringLiteral("console%1").arg(run)];
  section->setTitle(m_playback.runCount() > 1 ? tr("Console · %1").arg(letter(run)) : tr("Console"));
  if (section->isOpen()) m_consoles[static_cast<std::size_t>(run)]->setRows(state.console());
}

void Inspector::choose(const Row& row) {
  if (row.selection.what != Selection::What::nothing) m_playback.select(row.selection);
  if (!row.goTo) return;
  const int run = row.selection.what != Selection::What::nothing ? row.selection.run : m_playback.focusRun();
  m_playback.setPosition(m_playback.comparison()->positionOf(run, *row.goTo));
}

}  // namespace loopline::ui
