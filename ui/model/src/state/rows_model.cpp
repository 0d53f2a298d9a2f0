#include "ui_model/rows_model.h"

#include <algorithm>
#include <utility>

namespace loopline::ui {

void RowsModel::setRows(std::vector<Row> rows) {
  const auto count = static_cast<int>(rows.size());
  const auto old = static_cast<int>(m_rows.size());
  if (count > old) {
    beginInsertRows({}, old, count - 1);
    m_rows.insert(m_rows.end(), rows.begin() + old, rows.end());
    endInsertRows();
  } else if (count < old) {
    beginRemoveRows({}, count, old - 1);
    m_rows.resize(static_cast<std::size_t>(count));
    endRemoveRows();
  }
  int first = -1;
  int last = -1;
  for (int i = 0; i < std::min(count, old); ++i) {
    const auto position = static_cast<std::size_t>(i);
    if (rows[position] == m_rows[position]) continue;
    m_rows[position] = std::move(rows[position]);
    if (first < 0) first = i;
    last = i;
  }
  if (first >= 0) emit dataChanged(index(first), index(last));
}

const Row* RowsModel::row(const QModelIndex& index) const {
  return index.isValid() && index.row() < rowCount() ? &m_rows[static_cast<std::size_t>(index.row())] : nullptr;
}

int RowsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RowsModel::data(const QModelIndex& index, int role) const {
  const Row* row = this->row(index);
  if (row == nullptr) return {};
  switch (role) {
    case Qt::DisplayRole: return row->text;
    case DetailRole: return row->detail;
    case LookRole: return static_cast<int>(row->look);
    case TaskRole: return row->task;
    case FreshRole: return row->fresh;
    case Qt::AccessibleTextRole: {
      const QString text = row->detail.isEmpty() ? row->text : row->text + QStringLiteral(": ") + row->detail;
      return row->fresh ? tr("%1 (changed)").arg(text) : text;
    }
    case Qt::ToolTipRole: return row->detail.isEmpty() ? row->text : row->text + QStringLiteral(": ") + row->detail;
    case SelectionRole: return QVariant::fromValue(row->selection);
    default: return {};
  }
}

Qt::ItemFlags RowsModel::flags(const QModelIndex& index) const {
  const Row* row = this->row(index);
  if (row == nullptr) return Qt::NoItemFlags;
  return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

}  // namespace loopline::ui
