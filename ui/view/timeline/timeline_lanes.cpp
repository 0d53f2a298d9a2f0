// The timeline view's lanes and places: finding, folding, pinning and moving lanes; the marked stretch; bookmarks.
#include <QAction>
#include <QInputDialog>
#include <utility>

#include "timeline/canvas.h"
#include "timeline/lane_finder.h"
#include "ui_model/bookmarks.h"
#include "ui_model/playhead.h"
#include "view/timeline_view.h"

namespace loopline::ui {

using timeline::LaneRow;

void TimelineView::makeLaneActions() {
  m_actions.findTask = makeAction(tr("Find a task…"), QStringLiteral("search"));
  m_actions.fold = makeAction(tr("Fold the group"), QStringLiteral("collapse"), true);
  m_actions.pin = makeAction(tr("Pin the lane to the top"), QStringLiteral("pin"), true);
  m_actions.laneUp = makeAction(tr("Move the lane up"), QStringLiteral("up"));
  m_actions.laneDown = makeAction(tr("Move the lane down"), QStringLiteral("down"));
  m_actions.plainLanes = makeAction(tr("All lanes as they were"), QStringLiteral("restore"));
  connect(m_actions.findTask, &QAction::triggered, this, &TimelineView::findTask);
  connect(m_actions.fold, &QAction::triggered, this, &TimelineView::foldSelected);
  connect(m_actions.pin, &QAction::triggered, this, &TimelineView::pinSelected);
  connect(m_actions.laneUp, &QAction::triggered, this, [this] { moveSelected(-1); });
  connect(m_actions.laneDown, &QAction::triggered, this, [this] { moveSelected(1); });
  connect(m_actions.plainLanes, &QAction::triggered, this, [this] { m_canvas->setArrangement({}); });
}

void TimelineView::makePlaceActions() {
  m_actions.rangeBegin = makeAction(tr("A stretch begins here"), QStringLiteral("range-begin"));
  m_actions.rangeEnd = makeAction(tr("A stretch ends here"), QStringLiteral("range-end"));
  m_actions.bookmark = makeAction(tr("Bookmark here"), QStringLiteral("bookmark"), true);
  m_actions.note = makeAction(tr("Note here…"), QStringLiteral("note"));
  m_actions.nextBookmark = makeAction(tr("Next bookmark"), QStringLiteral("bookmark"));
  m_actions.previousBookmark = makeAction(tr("Previous bookmark"), QStringLiteral("bookmark"));
  connect(m_actions.rangeBegin, &QAction::triggered, this, [this] { markRange(true); });
  connect(m_actions.rangeEnd, &QAction::triggered, this, [this] { markRange(false); });
  connect(m_actions.bookmark, &QAction::triggered, this, &TimelineView::toggleBookmark);
  connect(m_actions.note, &QAction::triggered, this, [this] { editNote(bookmarkHere()); });
  connect(m_actions.nextBookmark, &QAction::triggered, this, [this] { goToBookmark(1); });
  connect(m_actions.previousBookmark, &QAction::triggered, this, [this] { goToBookmark(-1); });
  connect(&m_controller, &PlaybackController::positionChanged, this,
          [this] { m_actions.bookmark->setChecked(bookmarkHere() >= 0); });
}

/// What can be done with what is selected.
void TimelineView::showActions() {
  const bool any = m_controller.comparison() != nullptr;
  for (QAction* action : QWidget::actions()) action->setEnabled(any);
  const LaneRow* row = m_canvas->selectedRow();
  m_actions.fold->setEnabled(row != nullptr && row->group);
  m_actions.fold->setChecked(row != nullptr && row->folded);
  m_actions.pin->setEnabled(row != nullptr);
  m_actions.pin->setChecked(row != nullptr && row->pinned);
  m_actions.laneUp->setEnabled(row != nullptr);
  m_actions.laneDown->setEnabled(row != nullptr);
  m_actions.plainLanes->setEnabled(!m_canvas->arrangement().isPlain());
  const bool selected = m_controller.range() || m_controller.selection().what != Selection::What::nothing;
  m_actions.zoomToSelection->setEnabled(any && selected);
  const bool marked = any && m_bookmarks != nullptr;
  m_actions.bookmark->setEnabled(marked);
  m_actions.bookmark->setChecked(bookmarkHere() >= 0);
  m_actions.note->setEnabled(marked);
  m_actions.nextBookmark->setEnabled(marked && m_bookmarks->rowCount() > 0);
  m_actions.previousBookmark->setEnabled(marked && m_bookmarks->rowCount() > 0);
}

// ---- lanes

void TimelineView::foldSelected() {
  const LaneRow* row = m_canvas->selectedRow();
  if (row == nullptr || !row->group) return showActions();
  LaneArrangement changed = m_canvas->arrangement();
  changed.setFolded(laneKey(*m_controller.comparison(), row->run, row->lane), !row->folded);
  m_canvas->setArrangement(std::move(changed));
}

void TimelineView::pinSelected() {
  const LaneRow* row = m_canvas->selectedRow();
  if (row == nullptr) return showActions();
  LaneArrangement changed = m_canvas->arrangement();
  changed.setPinned(laneKey(*m_controller.comparison(), row->run, row->lane), !row->pinned);
  m_canvas->setArrangement(std::move(changed));
}

void TimelineView::moveSelected(int places) {
  const LaneRow* row = m_canvas->selectedRow();
  if (row == nullptr) return;
  LaneArrangement changed = m_canvas->arrangement();
  if (changed.move(*m_controller.comparison(), row->run, row->lane, places))
    m_canvas->setArrangement(std::move(changed));
}

void TimelineView::findTask() {
  setTableShown(false);
  m_finder->begin();
}

namespace {

struct FoundLane {
  int run = 0;
  replay::ObjectId task = 0;
};

std::vector<FoundLane> tasksWith(const Comparison& comparison, const QString& text) {
  std::vector<FoundLane> found;
  if (text.isEmpty()) return found;
  LaneArrangement wanted;
  wanted.setFilter(text);
  for (int run = 0; run < comparison.runCount(); ++run) {
    const std::span<const replay::Lane> lanes = comparison.replay(run).timeline().lanes();
    for (replay::LaneIndex i = 0; i < lanes.size(); ++i) {
      if (lanes[i].kind != replay::LaneKind::task || (lanes[i].own_work && !comparison.ownWork())) continue;
      if (wanted.matches(comparison, run, i)) found.push_back({run, lanes[i].id});
    }
  }
  return found;
}

}  // namespace

/// The text has changed: what is selected stays so if it fits, else the first that fits is.
void TimelineView::find() {
  LaneArrangement changed = m_canvas->arrangement();
  const QString filter = m_finder->onlyMatches() ? m_finder->text() : QString();
  if (filter != changed.filter()) {
    changed.setFilter(filter);
    m_canvas->setArrangement(std::move(changed));
  }
  selectFound(0);
}

void TimelineView::selectFound(int direction) {
  if (!m_controller.comparison()) return;
  const std::vector<FoundLane> found = tasksWith(*m_controller.comparison(), m_finder->text());
  if (found.empty()) return m_finder->showCount(0, 0);
  const Selection& selection = m_controller.selection();
  const auto now = std::ranges::find_if(found, [&](const FoundLane& each) {
    return selection.task() != 0 && each.run == selection.run && each.task == selection.task();
  });
  const auto count = static_cast<std::ptrdiff_t>(found.size());
  std::ptrdiff_t place = now == found.end() ? 0 : now - found.begin() + direction;
  place = (place + count) % count;
  const FoundLane& chosen = found[static_cast<std::size_t>(place)];
  m_controller.select(Selection::ofTask(chosen.run, chosen.task));
  m_finder->showCount(static_cast<std::size_t>(place) + 1, found.size());
}

// ---- places

/// To the other end, where there is one; else to the end or start of the runs.
void TimelineView::markRange(bool begin) {
  const auto& comparison = m_controller.comparison();
  if (!comparison) return;
  const auto& range = m_controller.range();
  const Position here = m_controller.position();
  if (begin) {
    const Position end = range && range->second > here ? range->second : comparison->end();
    m_controller.setRange(here, end);
  } else {
    const Position from = range && range->first < here ? range->first : comparison->start();
    m_controller.setRange(from, here);
  }
}

void TimelineView::setBookmarks(Bookmarks* bookmarks) {
  m_bookmarks = bookmarks;
  m_canvas->setBookmarks(bookmarks);
  if (bookmarks != nullptr) connect(bookmarks, &Bookmarks::changed, this, &TimelineView::showActions);
  showActions();
}

int TimelineView::bookmarkHere() const {
  if (m_bookmarks == nullptr || !m_controller.comparison()) return -1;
  const int run = m_controller.focusRun();
  return m_bookmarks->find(run, m_controller.moment(run));
}

void TimelineView::toggleBookmark() {
  if (m_bookmarks == nullptr || !m_controller.comparison()) return;
  if (const int there = bookmarkHere(); there >= 0) return m_bookmarks->remove(there);
  const int run = m_controller.focusRun();
  const replay::Moment moment = m_controller.moment(run);
  const int row = m_bookmarks->add({.run = run, .event = moment.event, .time = moment.time});
  if (row >= 0) m_bookmarks->setText(row, {});
}

void TimelineView::editNote(int bookmark) {
  if (m_bookmarks == nullptr || !m_controller.comparison()) return;
  const QString old = bookmark < 0 ? QString() : m_bookmarks->all()[static_cast<std::size_t>(bookmark)].text;
  bool given = false;
  const QString text =
      QInputDialog::getText(this, tr("Note"), tr("What is to be remembered here?"), QLineEdit::Normal, old, &given);
  if (!given || !m_controller.comparison()) return;
  if (bookmark < 0) {
    const int run = m_controller.focusRun();
    const replay::Moment moment = m_controller.moment(run);
    bookmark = m_bookmarks->add({.run = run, .event = moment.event, .time = moment.time});
  }
  if (bookmark >= 0) m_bookmarks->setText(bookmark, text.trimmed());
}

void TimelineView::goToBookmark(int direction) {
  if (m_bookmarks == nullptr) return;
  if (const std::optional<Position> at = m_bookmarks->next(m_controller.position(), direction)) {
    m_controller.pause();
    m_controller.setPosition(*at);
  }
}

}  // namespace loopline::ui
