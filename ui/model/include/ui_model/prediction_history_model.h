// What was predicted, newest first, as a table.
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <vector>

#include "trace/answer_book.h"

namespace loopline::ui {

class PredictionHistoryModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { kWhen, kLesson, kQuestion, kGiven, kRight, kVerdict, kColumns };

  using QAbstractTableModel::QAbstractTableModel;

  /// Oldest first, as the store has them.
  void setAnswers(std::vector<trace::Answer> answers);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 private:
  std::vector<trace::Answer> m_answers;
};

}  // namespace loopline::ui
