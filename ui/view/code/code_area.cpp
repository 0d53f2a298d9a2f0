#include "code/code_area.h"

#include <algorithm>

#include "code/code_pane.h"
#include "editor/code_edit.h"
#include "ui_model/playhead.h"

namespace loopline::ui {

CodeArea::CodeArea(LessonSession& session, PlaybackController& playback, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent), m_session(session), m_playback(playback) {
  setLayoutDirection(Qt::LeftToRight);  // as programs are written, whatever the language
  setChildrenCollapsible(false);
  setHandleWidth(1);
  setAccessibleName(tr("Code"));
  connect(&playback, &PlaybackController::positionChanged, this, &CodeArea::follow);
  connect(&playback, &PlaybackController::comparisonChanged, this, &CodeArea::follow);
  connect(&playback, &PlaybackController::selectionChanged, this, [this](const Selection& selection) {
    for (CodePane* pane : m_panes) pane->setSelection(selection);
  });
  connect(&session, &LessonSession::problemsChanged, this, &CodeArea::showProblems);
}

void CodeArea::setTheme(const Theme& theme) {
  m_theme = &theme;
  for (CodePane* pane : m_panes) pane->setTheme(theme);
}

void CodeArea::rebuild() {
  const std::vector<std::size_t>& shown = m_session.shown();
  while (m_panes.size() > shown.size()) {
    m_panes.back()->hide();
    m_panes.back()->deleteLater();
    m_panes.pop_back();
  }
  while (m_panes.size() < shown.size()) {
    auto* pane = new CodePane(this);
    addWidget(pane);
    setStretchFactor(count() - 1, 1);
    m_panes.push_back(pane);
    connect(pane, &CodePane::laneChosen, &m_playback,
            [this](int run, replay::LaneIndex lane) { m_playback.select(Selection::ofLane(run, lane)); });
    connect(pane, &CodePane::taskChosen, &m_playback,
            [this](int run, replay::ObjectId task) { m_playback.select(Selection::ofTask(run, task)); });
    connect(pane, &CodePane::lineChosen, &m_playback, [this](int run, int line) {
      if (run >= 0) m_playback.select(Selection::ofLine(run, static_cast<std::uint32_t>(line)));
    });
    connect(pane, &CodePane::editMade, this, [this, pane](CodeEdit* edit) { connectEdit(*pane, *edit); });
    connect(pane, &CodePane::lineWanted, &m_playback, [this](int run, int line, int direction) {
      if (run >= 0) m_playback.runToLine(run, static_cast<std::uint32_t>(line), direction);
    });
  }
  const std::vector<std::size_t>& runs = m_session.runScenarios();
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const auto run = std::ranges::find(runs, shown[i]);
    const int number = run == runs.end() ? -1 : static_cast<int>(run - runs.begin());
    const QString letter = shown.size() > 1 ? QString(QChar(u'A' + static_cast<int>(i))) : QString();
    if (m_theme != nullptr) m_panes[i]->setTheme(*m_theme);
    m_panes[i]->setScenario(m_session.scenarios()[shown[i]], letter, number);
    m_panes[i]->setHints(m_session.hintsOf(shown[i]));
    m_panes[i]->setEndShown(m_endsShown);
    m_panes[i]->setHintsShown(m_endsShown);
    m_panes[i]->show();
  }
  if (m_editing) showEdits();
  follow();
}

// ---- editing

std::size_t CodeArea::scenarioOf(const CodePane& pane) const {
  const auto place = static_cast<std::size_t>(std::ranges::find(m_panes, &pane) - m_panes.begin());
  return place < m_session.shown().size() ? m_session.shown()[place] : SIZE_MAX;
}

bool CodeArea::setEditing(bool editing) {
  if (editing) {
    const bool any =
        std::ranges::any_of(m_session.shown(), [this](std::size_t each) { return m_session.canEdit(each); });
    if (!any) return false;
  } else {
    commit();
  }
  m_editing = editing;
  showEdits();
  if (editing) {
    const auto first = std::ranges::find_if(m_panes, [](const CodePane* pane) { return pane->isEditing(); });
    if (first != m_panes.end()) (*first)->edit()->setFocus();
  } else {
    for (CodePane* pane : m_panes) pane->show();
  }
  return true;
}

void CodeArea::connectEdit(CodePane& pane, CodeEdit& edit) {
  connect(&edit, &CodeEdit::edited, this, [this, &pane, &edit](const QString& code) {
    const std::size_t scenario = scenarioOf(pane);
    if (m_editing && scenario != SIZE_MAX) edit.setRefused(!m_session.setCode(scenario, code));
  });
  connect(&edit, &CodeEdit::runWanted, this, &CodeArea::runWanted);
  connect(&edit, &CodeEdit::saveWanted, this, [this, &pane] {
    commit();
    const std::size_t scenario = scenarioOf(pane);
    if (scenario != SIZE_MAX) emit saveWanted(m_session.codeOf(scenario), m_session.scenarios()[scenario].title);
  });
  // Two texts side by side need the room of the other panes.
  connect(&edit, &CodeEdit::comparedChanged, this, [this, &pane](bool compared) {
    for (CodePane* each : m_panes) each->setVisible(!compared || each == &pane);
  });
}

void CodeArea::showEdits() {
  const CodePane* compared = nullptr;
  for (CodePane* pane : m_panes) {
    const std::size_t scenario = scenarioOf(*pane);
    const bool editing = m_editing && scenario != SIZE_MAX && m_session.canEdit(scenario);
    pane->setEditing(editing);
    if (!editing) continue;
    pane->edit()->setCode(m_session.codeOf(scenario), m_session.originalCodeOf(scenario));
    if (pane->edit()->isCompared()) compared = pane;
  }
  for (CodePane* pane : m_panes) pane->setVisible(compared == nullptr || pane == compared);
  showProblems();
}

void CodeArea::showProblems() {
  if (!m_editing) return;
  for (CodePane* pane : m_panes) {
    const std::size_t scenario = scenarioOf(*pane);
    if (pane->isEditing() && scenario != SIZE_MAX) pane->edit()->setProblems(m_session.problemsOf(scenario));
  }
}

void CodeArea::commit() {
  for (CodePane* pane : m_panes) {
    if (pane->isEditing()) pane->edit()->commit();
  }
}

void CodeArea::forgetEdits() {
  m_editing = false;
  for (CodePane* pane : m_panes) pane->dropEdit();
}

void CodeArea::goTo(std::size_t scenario, int line, int column) {
  for (CodePane* pane : m_panes) {
    if (scenarioOf(*pane) == scenario && pane->isEditing()) pane->edit()->goTo(line, column);
  }
}

void CodeArea::setEndsShown(bool shown) {
  m_endsShown = shown;
  for (CodePane* pane : m_panes) {
    pane->setEndShown(shown);
    pane->setHintsShown(shown);
  }
}

void CodeArea::follow() {
  for (CodePane* pane : m_panes) {
    if (pane->run() >= 0 && pane->run() < m_playback.runCount()) pane->setMoment(m_playback.moment(pane->run()));
  }
}

}  // namespace loopline::ui
