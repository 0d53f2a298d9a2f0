// Where bookmarks and notes are kept: in the recording that is open, or, for a lesson that runs anew each time, beside
// the progress, by what was run: the same code gives the same events.
#include <QCryptographicHash>
#include <filesystem>

#include "main_window/banner.h"
#include "main_window/parts.h"
#include "trace/file.h"
#include "trace/reader.h"

namespace loopline::ui {

using Source = LessonSession::Source;

QString MainWindow::Parts::bookmarkKey(int run) const {
  const std::string& source = m_playback.comparison()->replay(run).run().info.source;
  const QByteArray hash = QCryptographicHash::hash(QByteArray::fromStdString(source), QCryptographicHash::Sha1).toHex();
  return QStringLiteral("notes/%1").arg(QString::fromLatin1(hash.left(16)));
}

void MainWindow::Parts::loadBookmarks() {
  const std::shared_ptr<const Comparison> comparison = m_playback.comparison();
  m_bookmarks.reset(comparison);
  if (!comparison) return;
  if (m_session.source() != Source::recording) {
    for (int run = 0; run < comparison->runCount(); ++run)
      m_bookmarks.fromJson(run, m_progress.layout(bookmarkKey(run)));
    return;
  }
  m_notes.start([this, path = std::filesystem::path(m_session.path().toStdU16String()), comparison] {
    const trace::RunId run = comparison->replay(0).run().id;
    std::vector<trace::Annotation> notes;
    if (trace::Result<trace::TraceReader> reader = trace::TraceReader::open(path)) {
      if (auto read = reader.value().annotations(run)) notes = std::move(read).value();
    }
    QMetaObject::invokeMethod(&m_window, [this, comparison, notes = std::move(notes)] {
      if (comparison != m_playback.comparison()) return;
      for (const trace::Annotation& note : notes) {
        m_bookmarks.add({.run = 0,
                         .event = static_cast<replay::EventIndex>(note.event),
                         .time = note.time,
                         .text = QString::fromStdString(note.text),
                         .id = note.id});
      }
    });
  });
}

/// All of them anew: they are few.
void MainWindow::Parts::keepBookmarks() {
  const std::shared_ptr<const Comparison> comparison = m_playback.comparison();
  if (!comparison) return;
  if (m_session.source() != Source::recording) {
    for (int run = 0; run < comparison->runCount(); ++run)
      m_progress.setLayout(bookmarkKey(run), m_bookmarks.toJson(run));
    m_progress.saveSoon();
    return;
  }
  std::vector<trace::Annotation> notes;
  for (const Bookmark& each : m_bookmarks.all()) {
    notes.push_back({.run = comparison->replay(0).run().id,
                     .event = each.event,
                     .time = each.time,
                     .kind = each.text.isEmpty() ? "bookmark" : "note",
                     .text = each.text.toStdString()});
  }
  m_notes.start([this, path = std::filesystem::path(m_session.path().toStdU16String()),
                 run = comparison->replay(0).run().id, notes] {
    QString problem;
    if (trace::Result<trace::TraceReader> reader = trace::TraceReader::open(path)) {
      if (auto old = reader.value().annotations(run)) {
        for (const trace::Annotation& each : old.value()) {
          if (const trace::Status gone = trace::remove_annotation(path, each.id); !gone) {
            problem = QString::fromStdString(gone.error().message);
          }
        }
      }
    }
    for (const trace::Annotation& each : notes) {
      if (const auto saved = trace::save_annotation(path, each); !saved) {
        problem = QString::fromStdString(saved.error().message);
      }
    }
    if (problem.isEmpty()) return;
    QMetaObject::invokeMethod(&m_window, [this, problem] { m_banner->say(problem, Banner::Tone::alert); });
  });
}

}  // namespace loopline::ui
