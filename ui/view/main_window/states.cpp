// What the window says when not all is well: nothing to show, something is read or runs, a program that does not run or
// ends badly, a limit, a deadlock, a recording that is unfinished or very large, a changed text.
#include <QAction>
#include <QFileInfo>
#include <QStackedWidget>
#include <algorithm>

#include "code/code_area.h"
#include "editor/edit_page.h"
#include "main_window/banner.h"
#include "main_window/parts.h"
#include "transport/transport_bar.h"
#include "ui_model/time_text.h"
#include "view/timeline_view.h"
#include "widgets/state_card.h"

namespace loopline::ui {

using Source = LessonSession::Source;
using Scenario = LessonSession::Scenario;

namespace {

constexpr replay::EventIndex kMany = 1'000'000;  // events: some lists are shortened from here on

// The line of the code that a message is about, with its number.
QString quotedLine(const Scenario& scenario, int line) {
  const QStringList lines = scenario.shown.split(u'\n');
  if (line < 1 || line > lines.size()) return {};
  return QStringLiteral("%1  %2").arg(line, 3).arg(lines[line - 1]);
}

bool endsBadly(const Scenario& scenario) {
  if (!scenario.end || !scenario.expect.isEmpty()) return false;
  return scenario.end->kind != RunEnd::Kind::ended && scenario.end->kind != RunEnd::Kind::exited;
}

// An exception is raised again in whoever awaits; this is where it came from. At least one event.
replay::EventIndex firstRaised(const replay::Replay& replay, std::span<const replay::EventIndex> raised) {
  const std::int64_t text = replay.event(raised.back()).b;
  std::size_t first = raised.size() - 1;
  while (first > 0 && replay.event(raised[first - 1]).b == text) --first;
  return raised[first];
}

}  // namespace

// The first of what is shown that did not end well.
const Scenario* MainWindow::Parts::badOne() const {
  for (const std::size_t shown : m_session.shown()) {
    if (endsBadly(m_session.scenarios()[shown])) return &m_session.scenarios()[shown];
  }
  return nullptr;
}

QString MainWindow::Parts::badText(const Scenario& scenario) const {
  const RunEnd& end = *scenario.end;
  const QString name = m_session.shown().size() > 1 ? scenario.title + QStringLiteral(": ") : QString();
  const QString at = end.line > 0 ? tr(" (line %1)").arg(end.line) : QString();
  switch (end.kind) {
    case RunEnd::Kind::invalid: return name + tr("This is not Python%1: %2").arg(at, end.text);
    case RunEnd::Kind::raised:
      return name + tr("The program ended with an exception that it did not catch%1: %2").arg(at, end.text);
    case RunEnd::Kind::deadlock:
      if (end.text == u"server") return name + tr("The server waits for ever: nobody connects any more.");
      return name + tr("Deadlock: the program waits for ever. “Who waits for whom” shows the circle.");
    case RunEnd::Kind::limit:
      return name + tr("Stopped at a limit: %1. What was recorded until then is shown.")
                        .arg(end.message.isEmpty() ? end.text : end.message.section(u'\n', 0, 0));
    case RunEnd::Kind::cancelled:
      if (m_session.source() == Source::recording) return tr("This recording is unfinished; what it holds is shown.");
      return name + tr("The run was stopped; what was recorded until then is shown.");
    default: return {};
  }
}

void MainWindow::Parts::showStates() {
  const bool any = m_playback.comparison() != nullptr;
  m_lower->setCurrentIndex(any ? 0 : 1);
  if (any && m_transport->parentWidget()->hasFocus()) m_timeline->setFocus();
  m_exportAction->setEnabled(any && !m_predictor.isOn());
  m_predictAction->setEnabled(any);
  m_runAction->setEnabled(m_session.lesson() != nullptr && m_session.source() != Source::recording);
  if (!any) showCard();
  if (m_session.isRunning()) return;
  if (m_predictor.isOn()) return m_banner->clear();  // how it ends is not told now
  if (const Scenario* bad = badOne()) {
    const bool canGo = bad->end->line > 0 || bad->replay != nullptr;
    const bool calm = bad->end->kind == RunEnd::Kind::cancelled;
    return m_banner->say(badText(*bad), calm ? Banner::Tone::note : Banner::Tone::alert,
                         canGo && !calm ? tr("Show where") : QString(), [this] { goToError(); });
  }
  if (m_session.isStale() && any) {
    return m_banner->say(tr("The code has changed. The timelines show the last run."), Banner::Tone::note, tr("Run"),
                         [this] { run(); });
  }
  if (any && sayIfHuge()) return;
  m_banner->clear();
}

bool MainWindow::Parts::sayIfHuge() {
  replay::EventIndex most = 0;
  for (int run = 0; run < m_playback.runCount(); ++run) {
    most = std::max(most, m_playback.comparison()->replay(run).event_count());
  }
  if (most < kMany || m_hugeTold == m_session.path()) return false;
  m_banner->say(
      tr("A large recording: %L1 events. Lists show their first 200 entries; zoom in to tell slices apart.").arg(most),
      Banner::Tone::note);
  m_hugeTold = m_session.path();
  return true;
}

// In the place of timelines.
void MainWindow::Parts::showCard() {
  const StateCard::Deed open{.text = tr("Open a file…"), .act = [this] { askForFile(); }};
  const StateCard::Deed first{.text = tr("Begin with the first lesson"),
                              .act =
                                  [this] {
                                    if (!m_catalogue.lessons().empty()) {
                                      openLesson(QString::fromStdString(m_catalogue.lessons().front().path));
                                    }
                                  },
                              .main = true};
  const StateCard::Deed edit{.text = tr("Edit code"), .act = [this] { setEditing(true); }, .main = true};
  if (!m_session.loading().isEmpty()) {
    return m_noTimeline->show({.icon = QStringLiteral("open"),
                               .title = tr("Reading %1…").arg(QFileInfo(m_session.loading()).fileName()),
                               .text = {},
                               .busy = true,
                               .deeds = {{.text = tr("Cancel"), .act = [this] { m_session.cancelLoading(); }}}});
  }
  if (!m_failure.isEmpty()) {
    return m_noTimeline->show({.icon = QStringLiteral("error"),
                               .title = tr("This file cannot be shown"),
                               .text = m_failure,
                               .failed = true,
                               .deeds = {open, first}});
  }
  if (m_session.isRunning()) {
    return m_noTimeline->show(
        {.icon = QStringLiteral("run"),
         .title = tr("The program runs…"),
         .text = tr("%L1 events · %2 of its own time")
                     .arg(m_session.recordedEvents())
                     .arg(timeText(m_session.virtualTime())),
         .busy = true,
         .deeds = {{.text = tr("Stop and show what there is"), .act = [this] { m_session.cancel(); }}}});
  }
  if (m_session.source() == Source::nothing) {
    return m_noTimeline->show(
        {.icon = QStringLiteral("timeline"),
         .title = tr("Nothing is open"),
         .text = tr("Choose a lesson on the left, or drop a lesson, a script or a recording here."),
         .deeds = {first, open}});
  }
  if (m_session.scenarios().empty()) {
    return m_noTimeline->show({.icon = QStringLiteral("info"),
                               .title = tr("There is no Python in this text"),
                               .text = tr("A block between ```python and ``` is what runs."),
                               .deeds = {edit}});
  }
  if (const Scenario* bad = badOne(); bad != nullptr && bad->end->kind == RunEnd::Kind::invalid) {
    return m_noTimeline->show({.icon = QStringLiteral("error"),
                               .title = tr("This is not Python yet"),
                               .text = bad->end->text + u'\n' + tr("Put it right, then run again with Ctrl+R."),
                               .code = quotedLine(*bad, bad->end->line),
                               .failed = true,
                               .deeds = {{.text = tr("Show where"), .act = [this] { goToError(); }, .main = true}}});
  }
  m_noTimeline->show({.icon = QStringLiteral("timeline"),
                      .title = tr("Nothing has been recorded yet"),
                      .text = tr("Run the program with Ctrl+R to see its timeline."),
                      .deeds = {{.text = tr("Run"), .act = [this] { run(); }, .main = true}, edit}});
}

void MainWindow::Parts::runningChanged(bool running) {
  if (!running) {
    m_runningShown.stop();
    return showStates();
  }
  showStates();
  if (m_session.recordedEvents() == 0 && m_session.virtualTime() == 0 && !m_runningShown.isActive()) {
    return m_runningShown.start();
  }
  if (m_playback.comparison() == nullptr) return m_banner->clear();  // the card says it
  m_banner->showRunning(tr("Running: %L1 events, %2 of virtual time")
                            .arg(m_session.recordedEvents())
                            .arg(timeText(m_session.virtualTime())),
                        [this] { m_session.cancel(); });
}

void MainWindow::Parts::loadFailed(const QString& message) {
  m_failure = m_session.source() == Source::nothing ? message : QString();
  if (!m_failure.isEmpty()) {
    showStudy();
    return showStates();
  }
  m_banner->say(message, Banner::Tone::alert, tr("Open another…"), [this] { askForFile(); });
}

// Short reading shows nothing.
void MainWindow::Parts::loadingChanged(bool late) {
  if (m_session.loading().isEmpty()) {
    m_loadingShown.stop();
    return showStates();
  }
  m_failure.clear();
  if (!late) return m_loadingShown.start();
  if (m_session.source() == Source::nothing) showStudy();
  showStates();
  if (m_playback.comparison() == nullptr) return;
  m_banner->showRunning(tr("Reading %1…").arg(QFileInfo(m_session.loading()).fileName()),
                        [this] { m_session.cancelLoading(); });
}

// ---- where it went wrong

void MainWindow::Parts::goToError() {
  const Scenario* bad = badOne();
  if (bad == nullptr) return;
  const auto shown = static_cast<std::size_t>(bad - m_session.scenarios().data());
  const RunEnd end = *bad->end;
  const bool invalid = end.kind == RunEnd::Kind::invalid;
  if ((invalid || m_code->isEditing()) && !isEditing() && m_session.canEdit(shown) && end.line > 0) {
    if (!m_code->isEditing()) setEditing(true);
    m_code->goTo(shown, end.line, std::max(end.column, 1));
  } else if (invalid || isEditing()) {
    setEditingText(true);
    const lessons::Position at =
        lessons::in_file(m_session.lesson()->scenarios[shown], {std::max(end.line, 1), std::max(end.column, 1)});
    return m_edit->goTo(at.line, at.column);
  }
  const std::vector<std::size_t>& runs = m_session.runScenarios();
  const auto run = std::ranges::find(runs, shown);
  if (run != runs.end()) goToBadEnd(static_cast<int>(run - runs.begin()), end.kind);
}

// Where the exception was raised that nobody caught; else the end.
void MainWindow::Parts::goToBadEnd(int run, RunEnd::Kind kind) {
  const replay::Replay& replay = m_playback.comparison()->replay(run);
  replay::Moment at = m_playback.comparison()->endOf(run);
  if (kind == RunEnd::Kind::raised) {
    const auto raised = replay.timeline().instants(replay::InstantKind::exception);
    const auto beyond = std::ranges::upper_bound(raised, at.event);
    if (beyond != raised.begin()) at = replay.after(firstRaised(replay, {raised.begin(), beyond}));
  }
  m_playback.pinFocus(run);
  m_playback.setPosition(m_playback.comparison()->positionOf(run, at));
}

}  // namespace loopline::ui
