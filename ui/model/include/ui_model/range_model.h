// What the tasks did within a stretch that somebody marked: a row a task, and how long it ran, waited, was ready and
// was held up.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <vector>

#include "ui_model/comparison.h"
#include "ui_model/playhead.h"

namespace loopline::ui {

class RangeModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { kRun, kTask, kRan, kReady, kWaited, kLate, kBlocked, kSteps, kColumns };

  /// Follows the controller, which outlives it.
  explicit RangeModel(const PlaybackController& playback, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

  struct Row {
    int run = 0;
    replay::TaskStatistics statistics;
  };
  const Row& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
  /// "0.500 s to 1.200 s · 0.700 s"; empty without a stretch.
  QString title() const;

 private:
  void refresh();
  QVariant number(const replay::TaskStatistics& statistics, int column) const;

  const PlaybackController& m_playback;
  std::vector<Row> m_rows;
};

}  // namespace loopline::ui
