#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <filesystem>

#include "export/export_dialog.h"
#include "lessons/write.h"
#include "main_window/parts.h"
#include "run/run.h"
#include "trace/file.h"
#include "trace/reader.h"
#include "trace/recorder.h"
#include "view/timeline_view.h"

namespace loopline::ui {

namespace {

std::filesystem::path pathOf(const QString& path) { return {path.toStdU16String()}; }

/// A run in memory as a file: made once more, since each run of a program is the same; checked that it is.
QString recordAgain(const replay::Replay& shown, bool legacy, const QString& path) {
  const QString part = path + QStringLiteral(".part");
  QFile::remove(part);
  const trace::RunInfo& info = shown.run().info;
  run::Settings settings;
  settings.program.source = info.source;
  settings.program.file_name = info.file_name;
  settings.program.name = info.title;
  settings.program.legacy = legacy;
  QString problem;
  if (auto recorder = trace::Recorder::create(pathOf(part))) {
    run::run(settings, recorder.value().get());
    if (const trace::Status closed = recorder.value()->close(); !closed) {
      problem = QString::fromStdString(closed.error().message);
    }
  } else {
    problem = QString::fromStdString(recorder.error().message);
  }
  if (problem.isEmpty()) {
    const auto written = trace::TraceReader::open(pathOf(part));
    const bool same = written && !written.value().runs().empty() &&
                      written.value().runs().back().event_count() == shown.event_count();
    if (!same) problem = MainWindow::tr("The run has limits of its own and cannot be recorded from here.");
  }
  if (problem.isEmpty()) {
    QFile::remove(path);
    if (!QFile::rename(part, path)) problem = MainWindow::tr("%1 cannot be written.").arg(QFileInfo(path).fileName());
  }
  QFile::remove(part);
  return problem;
}

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
  const bool legacy = m_session.lesson() != nullptr && m_session.lesson()->legacy;
  state.saveRecording = [comparison = state.comparison, notes, isFile, legacy, from = m_session.path()](
                            int run, const QString& path) -> QString {
    if (isFile) {
      const trace::Status copied = trace::save_copy(pathOf(from), pathOf(path), true);
      return copied ? QString() : QString::fromStdString(copied.error().message);
    }
    if (QString problem = recordAgain(comparison->replay(run), legacy, path); !problem.isEmpty()) return problem;
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
  ExportDialog dialog(state, &m_window);
  dialog.exec();
}

}  // namespace loopline::ui
