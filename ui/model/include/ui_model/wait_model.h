// Who waits for whom, as a tree.
#pragma once

#include <QAbstractItemModel>
#include <vector>

#include "replay/state.h"
#include "ui_model/selection.h"

namespace loopline::ui {

class WaitModel : public QAbstractItemModel {
  Q_OBJECT

 public:
  /// TaskRole: the task's number for its colours, -1 none. AlertRole: it is part of a deadlock or circle. FreshRole: it
  /// changed with the last step.
  enum Role : int { TaskRole = Qt::UserRole, AlertRole, FreshRole };

  using QAbstractItemModel::QAbstractItemModel;

  /// `numbers[i]` belongs to node i: what TaskRole gives.
  void setForest(replay::WaitForest forest, std::vector<int> numbers, int run, std::vector<bool> fresh = {});
  /// What is no task or object selects the task that waits for it.
  Selection selectionOf(const QModelIndex& index) const;
  QModelIndex indexOfTask(replay::ObjectId task) const;

  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  QModelIndex parent(const QModelIndex& index) const override;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  struct Place {
    std::uint32_t parent = 0;
    int row = 0;
  };
  const std::vector<std::uint32_t>& children(const QModelIndex& parent) const;

  replay::WaitForest m_forest;
  std::vector<Place> m_places;  // by node
  std::vector<int> m_numbers;
  std::vector<bool> m_fresh;
  int m_run = 0;
};

}  // namespace loopline::ui
