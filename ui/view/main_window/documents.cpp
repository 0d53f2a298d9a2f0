#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QSplitter>
#include <QStackedWidget>
#include <algorithm>
#include <utility>

#include "code/code_area.h"
#include "editor/edit_page.h"
#include "inspector/hints_view.h"
#include "inspector/inspector.h"
#include "lessons/lesson_panel.h"
#include "lessons/write.h"
#include "main_window/banner.h"
#include "main_window/header_bar.h"
#include "main_window/parts.h"
#include "prose/prose_view.h"
#include "start/start_page.h"
#include "view/timeline_view.h"

namespace loopline::ui {

using Source = LessonSession::Source;

// ---- opening and leaving

void MainWindow::Parts::openFirst() {
  m_returnTo = m_progress.place();
  if (m_returnTo) {
    if (m_returnTo->builtIn && m_catalogue.find(m_returnTo->lesson.toStdString()) != nullptr) {
      const QString lesson = m_returnTo->lesson;
      const std::optional<ProgressStore::Place> place = m_returnTo;
      openLesson(lesson);
      m_returnTo = place;
      return;
    }
    if (!m_returnTo->builtIn && QFileInfo::exists(m_returnTo->lesson)) {
      const std::optional<ProgressStore::Place> place = m_returnTo;
      openFile(place->lesson);
      m_returnTo = place;
      return;
    }
  }
  m_returnTo.reset();
  const bool first = m_progress.layout(QStringLiteral("tour")).isEmpty();
  if (const QString draft = m_progress.draft(QStringLiteral("new lesson")); !draft.isEmpty()) {
    m_session.openNew(tr("My lesson"));
    m_session.setText(draft);
    return run();
  }
  // It is open behind the start page, so that it is there at once.
  m_onlyBehind = first;
  if (!m_catalogue.lessons().empty()) openLesson(QString::fromStdString(m_catalogue.lessons().front().path));
  if (first) showStart();
}

bool MainWindow::Parts::openLesson(const QString& path) {
  const lessons::Lesson* lesson = m_catalogue.find(path.toStdString());
  if (lesson == nullptr) return false;
  if (!mayLeave()) return true;
  keepPlace();
  m_returnTo.reset();
  m_session.openBuiltIn(*lesson, m_progress.draft(path));
  return true;
}

void MainWindow::Parts::openFile(const QString& path) {
  if (!mayLeave()) return;
  keepPlace();
  m_returnTo.reset();
  m_session.openFile(QFileInfo(path).absoluteFilePath());
}

bool MainWindow::Parts::mayLeave() {
  commitEdits();
  if (!m_session.isModified()) return true;
  if (m_session.source() == Source::builtIn) return true;  // kept as a draft
  QMessageBox question(QMessageBox::Question, tr("Unsaved changes"),
                       tr("“%1” has changes that are not saved.").arg(m_session.title()),
                       QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &m_window);
  question.setDefaultButton(QMessageBox::Save);
  switch (question.exec()) {
    case QMessageBox::Save: return save();
    case QMessageBox::Discard: m_progress.setDraft(draftKey(), {}); return true;
    default: return false;
  }
}

// ---- what was typed is kept even if the program is killed

QString MainWindow::Parts::draftKey() const {
  return m_session.source() == Source::unsaved ? QStringLiteral("new lesson") : m_session.path();
}

void MainWindow::Parts::keepEdits() {
  m_keepEdits.stop();
  if (!m_session.isEditable()) return;
  m_progress.setDraft(draftKey(), m_session.isModified() ? m_session.text() : QString());
  m_progress.saveSoon();
}

void MainWindow::Parts::offerKeptEdits() {
  const QString draft = m_progress.draft(draftKey());
  if (m_session.source() != Source::file || draft.isEmpty() || draft == m_session.text()) return;
  m_banner->say(tr("There are changes to this file that were not saved last time."), Banner::Tone::note,
                tr("Bring them back"), [this, draft] {
                  m_session.setText(draft);
                  run();
                });
}

void MainWindow::Parts::keepPlace() {
  if (m_onlyBehind) return;
  const Source source = m_session.source();
  if (source == Source::builtIn) keepEdits();
  if (source == Source::nothing || source == Source::unsaved) return;
  ProgressStore::Place place;
  place.lesson = m_session.path();
  place.builtIn = source == Source::builtIn;
  for (const std::size_t shown : m_session.shown()) place.scenarios << m_session.scenarios()[shown].name;
  m_predictor.stop();
  place.time = m_playback.position().time;
  place.ordinal = m_playback.position().ordinal;
  place.granularity = static_cast<int>(m_playback.granularity());
  m_progress.setPlace(place);
}

void MainWindow::Parts::documentOpened() {
  showStudy();
  m_keepPosition = false;
  m_pendingQuiz = -1;
  m_failure.clear();
  m_banner->clear();
  m_playback.setComparison(nullptr);
  // What the editor holds is of the document before: it must not get into this one.
  m_upper->setCurrentWidget(m_study);
  m_code->forgetEdits();
  m_editAction->setChecked(false);
  m_textAction->setChecked(false);
  if (m_returnTo && m_returnTo->lesson == m_session.path()) {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < m_session.scenarios().size(); ++i) {
      if (m_returnTo->scenarios.contains(m_session.scenarios()[i].name)) shown.push_back(i);
    }
    m_session.show(shown);
    const auto granularity = static_cast<replay::Granularity>(std::max(m_returnTo->granularity, 0));
    const auto& known = PlaybackController::kGranularities;
    if (std::ranges::find(known, granularity) != known.end()) m_playback.setGranularity(granularity);
  }
  if (m_session.source() == Source::builtIn) {
    if (!m_onlyBehind) m_progress.raise(m_session.path(), ProgressStore::Mark::begun);
  } else if (!m_session.path().isEmpty()) {
    m_progress.addRecentFile(m_session.path());
    refreshFiles();
  }
  m_predictor.setLesson(m_session.path());
  m_lessons.setCurrent(m_session.path());
  m_lessonPanel->showCurrent(m_session.path());
  showProse();
  showTitle();
  shownChanged();
}

void MainWindow::Parts::showProse() {
  const bool prose = m_session.lesson() != nullptr && !m_session.isScript() && m_session.source() != Source::recording;
  m_prose->setVisible(prose);
  if (!prose) return;
  const bool file = m_session.source() == Source::file;
  m_prose->setLesson(*m_session.lesson(), file ? QFileInfo(m_session.path()).path() : QString());
  m_prose->scrollToAnchor({});
}

void MainWindow::Parts::refreshFiles() {
  QStringList files;
  m_recentMenu->clear();
  for (const QString& path : m_progress.recentFiles()) {
    if (!QFileInfo::exists(path)) continue;
    files << path;
    QAction* action = m_recentMenu->addAction(path);
    QObject::connect(action, &QAction::triggered, &m_window, [this, path] { openFile(path); });
  }
  m_recentMenu->setEnabled(!files.isEmpty());
  m_lessons.setFiles(files);
}

void MainWindow::Parts::askForFile() {
  const QString path = QFileDialog::getOpenFileName(
      &m_window, tr("Open"), {},
      tr("Lessons, scripts and recordings (*.md *.markdown *.rst *.txt *.py *.loopline);;All files (*)"));
  if (!path.isEmpty()) openFile(path);
}

// ---- editing

// Where the code is shown, if it stands in the text as it runs; else in the text.
void MainWindow::Parts::setEditing(bool editing) {
  if (!editing || isEditing() || !m_session.isEditable()) {
    m_code->setEditing(false);
    setEditingText(false);
    if (editing) setEditingText(!m_session.isEditable());  // says why not
  } else if (!m_code->setEditing(true)) {
    return setEditingText(true);
  }
  m_editAction->setChecked(m_code->isEditing());
  showStates();
}

void MainWindow::Parts::commitEdits() {
  if (isEditing()) m_edit->commit();
  m_code->commit();
}

void MainWindow::Parts::saveScenario(const QString& code, const QString& title) {
  const QString suggested =
      QFileInfo(QString::fromStdString(lessons::file_name_for(title.toStdString()))).completeBaseName();
  const QString path =
      QFileDialog::getSaveFileName(&m_window, tr("Save as a scenario of your own"), suggested + QStringLiteral(".py"),
                                   tr("Python (*.py);;Lesson (*.md)"));
  if (path.isEmpty()) return;
  const bool lesson = path.endsWith(QStringLiteral(".md"), Qt::CaseInsensitive);
  const QString text = lesson ? QStringLiteral("---\ntitle: \"%1\"\n---\n\n```python name=\"mine\"\n%2\n```\n")
                                    .arg(QString(title).replace(u'"', u'\''), code)
                              : code + u'\n';
  const QString whole = QFileInfo(path).absoluteFilePath();
  if (const auto problem = lessons::save_atomically(whole.toStdU16String(), text.toStdString())) {
    return m_banner->say(QString::fromStdString(lessons::to_text(*problem)), Banner::Tone::alert);
  }
  m_progress.addRecentFile(whole);
  refreshFiles();
  m_banner->say(tr("Saved as %1; it stands under “My scenarios”.").arg(QFileInfo(whole).fileName()), Banner::Tone::note,
                tr("Open it"), [this, whole] { openFile(whole); });
}

bool MainWindow::Parts::isEditing() const { return m_upper->currentWidget() == m_edit; }

void MainWindow::Parts::setEditingText(bool editing) {
  if (!editing && !isEditing()) return;
  if (editing && !m_session.isEditable()) {
    m_editAction->setChecked(false);
    m_banner->say(tr("A recording cannot be edited. Open the lesson or script that it was made of."),
                  Banner::Tone::note);
    return;
  }
  if (!editing && isEditing()) m_edit->commit();
  m_code->setEditing(false);
  m_upper->setCurrentIndex(editing ? 1 : 0);
  m_editAction->setChecked(false);
  m_textAction->setChecked(editing);
  if (editing) return m_edit->begin();
  showProse();
  m_code->rebuild();
  showStates();
  m_timeline->setFocus();
}

bool MainWindow::Parts::save() {
  commitEdits();
  if (m_session.source() != Source::file) return saveAs();
  const QString problem = m_session.saveTo(m_session.path());
  if (!problem.isEmpty()) m_banner->say(problem, Banner::Tone::alert);
  keepEdits();
  showTitle();
  return problem.isEmpty();
}

bool MainWindow::Parts::saveAs() {
  if (!m_session.isEditable()) return false;
  commitEdits();
  const QString suggested = m_session.source() == Source::file
                                ? m_session.path()
                                : QString::fromStdString(lessons::file_name_for(m_session.title().toStdString()));
  const QString filter = m_session.isScript() ? tr("Python (*.py)") : tr("Lessons (*.md)");
  const QString path = QFileDialog::getSaveFileName(&m_window, tr("Save as"), suggested, filter);
  if (path.isEmpty()) return false;
  const QString draft = draftKey();
  const QString problem = m_session.saveTo(QFileInfo(path).absoluteFilePath());
  if (!problem.isEmpty()) {
    m_banner->say(problem, Banner::Tone::alert);
    return false;
  }
  m_progress.setDraft(draft, {});
  m_progress.addRecentFile(m_session.path());
  refreshFiles();
  m_lessons.setCurrent(m_session.path());
  showTitle();
  return true;
}

void MainWindow::Parts::newLesson() {
  bool given = false;
  const QString title = QInputDialog::getText(&m_window, tr("New lesson"), tr("What is it called?"), QLineEdit::Normal,
                                              tr("My lesson"), &given);
  if (!given || title.trimmed().isEmpty() || !mayLeave()) return;
  keepPlace();
  m_session.openNew(title.trimmed());
  setEditingText(true);
}

void MainWindow::Parts::run() {
  m_predictor.stop();
  commitEdits();
  m_keepPosition = true;
  m_session.run();
}

// ---- what runs and what it came to

void MainWindow::Parts::shownChanged() {
  m_scenarioMenu->clear();
  const std::vector<std::size_t>& shown = m_session.shown();
  for (std::size_t i = 0; i < m_session.scenarios().size(); ++i) {
    QAction* action = m_scenarioMenu->addAction(m_session.scenarios()[i].title);
    action->setCheckable(true);
    action->setChecked(std::ranges::find(shown, i) != shown.end());
    QObject::connect(action, &QAction::triggered, &m_window, [this, i](bool checked) {
      constexpr std::size_t kMost = 3;
      std::vector<std::size_t> wanted = m_session.shown();
      std::erase(wanted, i);
      if (checked) wanted.push_back(i);
      if (wanted.size() > kMost) wanted.erase(wanted.begin());
      std::ranges::sort(wanted);
      wanted.empty() ? shownChanged() : m_session.show(wanted);
    });
  }
  m_scenarioMenu->setEnabled(m_session.scenarios().size() > 1);
  m_code->rebuild();
  showStates();
}

void MainWindow::Parts::runsChanged() {
  const std::shared_ptr<const Comparison>& comparison = m_session.comparison();
  Position at = {};
  if (m_returnTo && m_returnTo->lesson == m_session.path()) at = {m_returnTo->time, m_returnTo->ordinal};
  if (m_keepPosition && m_playback.comparison()) at = m_playback.position();
  m_returnTo.reset();
  m_keepPosition = false;
  m_playback.setComparison(comparison, at);
  loadBookmarks();
  m_code->rebuild();
  showHints();
  showStates();
  showTitle();
  offerKeptEdits();
  if (const int quiz = std::exchange(m_pendingQuiz, -1); quiz >= 0) openQuiz(quiz);
}

void MainWindow::Parts::showHints() {
  std::vector<HintRow> rows;
  const std::vector<std::size_t>& runs = m_session.runScenarios();
  for (int run = 0; run < static_cast<int>(runs.size()); ++run) {
    for (const lessons::Diagnostic& hint : m_session.hintsOf(runs[static_cast<std::size_t>(run)])) {
      const QString place = tr("line %1").arg(hint.at.line);
      rows.push_back({.place = runs.size() > 1 ? QString(QChar(u'A' + run)) + QStringLiteral(", ") + place : place,
                      .text = QString::fromStdString(hint.message),
                      .selection = Selection::ofLine(run, static_cast<std::uint32_t>(hint.at.line))});
    }
  }
  m_inspector->setHints(rows);
}

void MainWindow::Parts::showTitle() {
  QString state;
  if (m_session.source() == Source::recording) state = tr("recording");
  if (m_session.source() == Source::unsaved) state = tr("not saved");
  if (m_session.isModified()) state = m_session.source() == Source::builtIn ? tr("your version") : tr("not saved");
  const bool atStart = m_pages->currentWidget() == m_start;
  m_header->setStudying(!atStart);
  m_header->setTitle(atStart ? QString() : m_session.chapter(), atStart ? QString() : m_session.title(), state);
  m_window.setWindowTitle(m_session.title().isEmpty() ? tr("Loopline") : tr("%1 – Loopline").arg(m_session.title()));
  m_saveAction->setEnabled(m_session.isEditable());
  m_saveAsAction->setEnabled(m_session.isEditable());
  m_originalAction->setEnabled(m_session.isModified());
  m_editAction->setEnabled(m_session.isEditable());
  m_textAction->setEnabled(m_session.isEditable());
}

void MainWindow::Parts::positionChanged() {
  const bool whole = m_playback.comparison() == m_session.comparison();  // not what is known while predicting
  if (m_session.source() != Source::builtIn || !whole || !m_playback.comparison() || !m_playback.atEnd()) return;
  if (m_progress.mark(m_session.path()) == ProgressStore::Mark::done) return;
  m_progress.raise(m_session.path(), ProgressStore::Mark::done);
  m_lessons.refreshMarks();
}

void MainWindow::Parts::setAxis(Axis axis) {
  m_timeline->setAxis(axis);
  const int index = axis == Axis::time ? 0 : axis == Axis::elastic ? 1 : 2;
  m_header->setAxis(index);
  m_axisGroup->actions().at(index)->setChecked(true);
}

}  // namespace loopline::ui
