// What was predicted, newest first, as a table.
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "trace/answer_book.h"

namespace loopline::ui {

class PredictionHistoryModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { kWhen, kLesson, kQuestion, kGiven, kRight, kVerdict, kColumns };

  using QAbstractTableModel::QAbstractTableModel;

  /// A lesson's title by its path; empty where it is not known, and its file's name is shown.
  using TitleOf = std::function<QString(const std::string& lesson)>;
  void setTitles(TitleOf titleOf) { m_titleOf = std::move(titleOf); }
  /// Oldest first, as the store has them.
  void setAnswers(std::vector<trace::Answer> answers);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 private:
  QString lessonName(const std::string& lesson) const;

  std::vector<trace::Answer> m_answers;
  TitleOf m_titleOf;
};

}  // namespace loopline::ui
