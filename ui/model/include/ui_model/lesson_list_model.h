// The lessons by chapter, or what a search finds, as a list with headings.
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <memory>
#include <vector>

#include "lessons/catalogue.h"
#include "lessons/search.h"
#include "ui_model/progress_store.h"

namespace loopline::ui {

class LessonListModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role : int { HeadingRole = Qt::UserRole, MarkRole, PathRole, SnippetRole, CurrentRole };

  /// Both outlive the model.
  LessonListModel(const lessons::Catalogue& catalogue, const ProgressStore& progress, QObject* parent = nullptr);

  /// Empty: all lessons, by chapter.
  void setQuery(const QString& query);
  /// A person's own files, under a heading of their own.
  void setFiles(const QStringList& paths);
  /// The lesson that is open.
  void setCurrent(const QString& path);
  /// The marks have changed.
  void refreshMarks();

  QModelIndex indexOf(const QString& path) const;
  /// Whether the entry is one of the program's own lessons, not a file.
  bool isBuiltIn(const QModelIndex& index) const;
  int lessonCount() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  struct Entry {
    QString text;
    QString path;     ///< empty: a heading
    QString snippet;  ///< where the search found it
    bool builtIn = true;
  };
  void rebuild();

  const lessons::Catalogue& m_catalogue;
  const ProgressStore& m_progress;
  lessons::SearchIndex m_index;
  QString m_query, m_current;
  QStringList m_files;
  std::vector<Entry> m_entries;
};

}  // namespace loopline::ui
