#include "ui_model/lesson_list_model.h"

#include <QFileInfo>
#include <algorithm>

namespace loopline::ui {

LessonListModel::LessonListModel(const lessons::Catalogue& catalogue, const ProgressStore& progress, QObject* parent)
    : QAbstractListModel(parent), m_catalogue(catalogue), m_progress(progress), m_index(catalogue) {
  rebuild();
}

void LessonListModel::setQuery(const QString& query) {
  const QString trimmed = query.trimmed();
  if (trimmed == m_query) return;
  m_query = trimmed;
  rebuild();
}

void LessonListModel::setFiles(const QStringList& paths) {
  if (paths == m_files) return;
  m_files = paths;
  rebuild();
}

void LessonListModel::setCurrent(const QString& path) {
  m_current = path;
  refreshMarks();
}

void LessonListModel::refreshMarks() {
  if (!m_entries.empty()) emit dataChanged(index(0), index(rowCount() - 1), {MarkRole, CurrentRole});
}

void LessonListModel::rebuild() {
  beginResetModel();
  m_entries.clear();
  const std::vector<lessons::Lesson>& all = m_catalogue.lessons();
  const auto add = [&](std::size_t lesson, const QString& snippet) {
    m_entries.push_back(
        {QString::fromStdString(all[lesson].title), QString::fromStdString(all[lesson].path), snippet, true});
  };
  if (m_query.isEmpty()) {
    for (const lessons::CatalogueChapter& chapter : m_catalogue.chapters()) {
      m_entries.push_back({QString::fromStdString(chapter.title), {}, {}, true});
      for (std::size_t i = chapter.first; i < chapter.first + chapter.count; ++i) add(i, {});
    }
  } else {
    for (const lessons::SearchHit& hit : m_index.search(m_query.toStdString())) {
      const bool inTitle = hit.where == lessons::SearchHit::Where::title;
      add(hit.lesson, inTitle ? QString() : QString::fromStdString(hit.snippet));
    }
  }
  bool headed = false;
  for (const QString& path : m_files) {
    const QString name = QFileInfo(path).fileName();
    if (!m_query.isEmpty() && !name.contains(m_query, Qt::CaseInsensitive)) continue;
    if (!headed && m_query.isEmpty()) m_entries.push_back({tr("My scenarios"), {}, {}, false});
    headed = true;
    m_entries.push_back({name, path, {}, false});
  }
  endResetModel();
}

QModelIndex LessonListModel::indexOf(const QString& path) const {
  const auto found = std::ranges::find(m_entries, path, &Entry::path);
  return path.isEmpty() || found == m_entries.end() ? QModelIndex()
                                                    : index(static_cast<int>(found - m_entries.begin()));
}

bool LessonListModel::isBuiltIn(const QModelIndex& index) const {
  return index.isValid() && m_entries[static_cast<std::size_t>(index.row())].builtIn;
}

int LessonListModel::lessonCount() const {
  return static_cast<int>(std::ranges::count_if(m_entries, [](const Entry& entry) { return !entry.path.isEmpty(); }));
}

int LessonListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant LessonListModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
  const ProgressStore::Mark mark = m_progress.mark(entry.path);
  switch (role) {
    case Qt::DisplayRole: return entry.text;
    case Qt::ToolTipRole: return entry.builtIn ? entry.text : entry.path;
    case Qt::AccessibleTextRole: {
      if (entry.path.isEmpty()) return tr("Chapter %1").arg(entry.text);
      if (mark == ProgressStore::Mark::done) return tr("%1, done").arg(entry.text);
      if (mark == ProgressStore::Mark::begun) return tr("%1, begun").arg(entry.text);
      return tr("%1, new").arg(entry.text);
    }
    case HeadingRole: return entry.path.isEmpty();
    case MarkRole: return static_cast<int>(mark);
    case PathRole: return entry.path;
    case SnippetRole: return entry.snippet;
    case CurrentRole: return !entry.path.isEmpty() && entry.path == m_current;
    default: return {};
  }
}

Qt::ItemFlags LessonListModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) return Qt::NoItemFlags;
  if (index.data(HeadingRole).toBool()) return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
  return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

}  // namespace loopline::ui
