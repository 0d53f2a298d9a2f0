// The timeline as a table, for those who read or listen to it: a row a slice, lane after lane. Made on demand, so that
// a run of any length opens at once.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <vector>

#include "ui_model/comparison.h"

namespace loopline::ui {

class SlicesModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { kRun, kLane, kCall, kState, kWhat, kFrom, kTo, kLasts, kColumns };

  using QAbstractTableModel::QAbstractTableModel;

  /// Shared with the views; null: an empty table.
  void setComparison(std::shared_ptr<const Comparison> comparison);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

  struct Slice {
    int run = 0;
    replay::LaneIndex lane = 0;
    std::size_t slice = 0;
  };
  Slice sliceAt(int row) const;
  /// Where a row's slice begins.
  Position positionOf(int row) const;
  /// The row of what a lane does at a position; -1: the lane is not in the table.
  int rowOf(int run, replay::LaneIndex lane, Position position) const;

 private:
  struct Block {  // slices of a lane that follow each other; one is all of it where nothing is folded
    int run = 0;
    replay::LaneIndex lane = 0;
    int firstRow = 0;
    std::size_t firstSlice = 0, count = 0;
  };

  void addLane(int run, replay::LaneIndex lane);
  void addBlock(int run, replay::LaneIndex lane, std::size_t from, std::size_t to);
  QString text(const Slice& at, int column) const;

  std::shared_ptr<const Comparison> m_comparison;
  std::vector<Block> m_blocks;
  int m_rows = 0;
};

}  // namespace loopline::ui
