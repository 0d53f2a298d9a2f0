#include "code/code_area.h"

#include <algorithm>

#include "code/code_pane.h"
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
    connect(pane, &CodePane::taskChosen, &m_playback,
            [this](int run, replay::ObjectId task) { m_playback.select(Selection::ofTask(run, task)); });
    connect(pane, &CodePane::lineChosen, &m_playback, [this](int run, int line) {
      if (run >= 0) m_playback.select(Selection::ofLine(run, static_cast<std::uint32_t>(line)));
    });
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
    m_panes[i]->setEndShown(m_endsShown);
    m_panes[i]->show();
  }
  follow();
}

void CodeArea::setEndsShown(bool shown) {
  m_endsShown = shown;
  for (CodePane* pane : m_panes) pane->setEndShown(shown);
}

void CodeArea::follow() {
  for (CodePane* pane : m_panes) {
    if (pane->run() >= 0 && pane->run() < m_playback.runCount()) pane->setMoment(m_playback.moment(pane->run()));
  }
}

}  // namespace loopline::ui
