// What a student has begun and done, and where they were: a small JSON file in the data folder, replaced at once or not
// at all. A damaged file is put aside and a fresh one begun.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QThreadPool>
#include <cstdint>
#include <optional>

namespace loopline::ui {

class ProgressStore {
 public:
  enum class Mark : std::uint8_t { fresh, begun, done };

  /// Where the student was.
  struct Place {
    QString lesson;  ///< a catalogue name, or the path of a file
    bool builtIn = true;
    QStringList scenarios;
    std::int64_t time = 0;
    std::uint32_t ordinal = 0;
    int granularity = -1;
  };

  /// `folder` need not exist; empty: nothing is kept beyond this object's life.
  explicit ProgressStore(const QString& folder);

  Mark mark(const QString& lesson) const { return m_marks.value(lesson, Mark::fresh); }
  /// Marks only rise, unless cleared.
  void raise(const QString& lesson, Mark mark);
  void clear(const QString& lesson);

  const std::optional<Place>& place() const { return m_place; }
  void setPlace(const Place& place);

  /// Anything else that is to be found again: geometry, splitters, the axis, the theme.
  QByteArray layout(const QString& key) const { return m_layout.value(key); }
  void setLayout(const QString& key, const QByteArray& value);

  /// A built-in lesson's text as the student has changed it; empty: unchanged.
  QString draft(const QString& lesson) const { return m_drafts.value(lesson); }
  void setDraft(const QString& lesson, const QString& text);

  QStringList recentFiles() const { return m_recent; }
  void addRecentFile(const QString& path);

  /// Empty: written, or nothing to write; else why not.
  QString save();
  /// The same on a thread of its own, so that nobody waits for the disk; what cannot be written is tried again later.
  void saveSoon();

 private:
  void load();
  QString fileName() const;
  QByteArray toBytes() const;

  QString m_folder;
  QHash<QString, Mark> m_marks;
  QHash<QString, QByteArray> m_layout;
  QHash<QString, QString> m_drafts;
  QStringList m_recent;
  std::optional<Place> m_place;
  bool m_changed = false;
  QThreadPool m_writer;
};

}  // namespace loopline::ui
