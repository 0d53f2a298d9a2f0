#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <filesystem>

#include "export/export_dialog.h"
#include "lessons/prose.h"
#include "lessons/write.h"
#include "main_window/parts.h"
#include "trace/file.h"
#include "trace/recorder.h"
#include "view/timeline_view.h"

namespace loopline::ui {

namespace {

std::filesystem::path pathOf(const QString& path) { return {path.toStdU16String()}; }

}  // namespace

void MainWindow::Parts::showExport() {
  if (!m_playback.comparison()) return;
  m_playback.pause();
  QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
  if (!QFileInfo(folder).isDir()) folder = QDir::homePath();
  if (m_session.source() == LessonSession::Source::file) folder = QFileInfo(m_session.path()).path();
  const QString name = QString::fromStdString(lessons::file_name_for(m_session.title().toStdString()));
  ExportState state;
  state.comparison = m_playback.comparison();
  state.axis = m_timeline->axis();
  state.theme = m_timeline->theme();
  state.view = {m_timeline->viewBegin(), m_timeline->viewEnd()};
  state.position = m_playback.position();
  state.title = m_session.title();
  state.folder = folder;
  state.baseName = QFileInfo(name).completeBaseName();
  // With the notes of the person.
  std::vector<Bookmark> notes = m_bookmarks.all();
  const bool isFile = m_session.source() == LessonSession::Source::recording;
  state.saveRecording = [comparison = state.comparison, notes, isFile, from = m_session.path()](
                            int run, const QString& path) -> QString {
    if (isFile) {
      const trace::Status copied = trace::save_copy(pathOf(from), pathOf(path), true);
      return copied ? QString() : QString::fromStdString(copied.error().message);
    }
    const trace::Status written = trace::Recorder::save(comparison->replay(run).data(), pathOf(path), true);
    if (!written) return QString::fromStdString(written.error().message);
    for (const Bookmark& note : notes) {
      if (note.run != run) continue;
      const auto saved = trace::save_annotation(pathOf(path), {.run = 1,
                                                               .event = note.event,
                                                               .time = note.time,
                                                               .kind = note.text.isEmpty() ? "bookmark" : "note",
                                                               .text = note.text.toStdString()});
      if (!saved) return QString::fromStdString(saved.error().message);
    }
    return {};
  };
  if (const lessons::Lesson* lesson = m_session.lesson(); lesson != nullptr) {
    std::vector<QString> answers;
    for (const lessons::Quiz& quiz : lesson->quizzes) {
      bool mustRun = false;
      const std::optional<lessons::QuizAnswer> answer = answerOf(quiz, mustRun);
      answers.push_back(answer ? QString::fromStdString(lessons::render_inline(answer->answer)) : QString());
    }
    state.handout = std::make_shared<const HandoutText>(handoutOf(*lesson, answers));
  }
  ExportDialog dialog(state, &m_window);
  dialog.exec();
}

}  // namespace loopline::ui
