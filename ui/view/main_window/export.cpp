#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include "export/export_dialog.h"
#include "lessons/write.h"
#include "main_window/parts.h"
#include "view/timeline_view.h"

namespace loopline::ui {

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
  ExportDialog dialog(state, &m_window);
  dialog.exec();
}

}  // namespace loopline::ui
