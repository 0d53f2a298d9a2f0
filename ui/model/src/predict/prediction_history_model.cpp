#include "ui_model/prediction_history_model.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <utility>

namespace loopline::ui {

void PredictionHistoryModel::setAnswers(std::vector<trace::Answer> answers) {
  beginResetModel();
  m_answers = std::move(answers);
  endResetModel();
}

QString PredictionHistoryModel::lessonName(const std::string& lesson) const {
  const QString title = m_titleOf ? m_titleOf(lesson) : QString();
  return title.isEmpty() ? QFileInfo(QString::fromStdString(lesson)).completeBaseName() : title;
}

int PredictionHistoryModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_answers.size());
}
int PredictionHistoryModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant PredictionHistoryModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const trace::Answer& answer = m_answers[m_answers.size() - 1 - static_cast<std::size_t>(index.row())];
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  switch (index.column()) {
    case kWhen: return QLocale().toString(QDateTime::fromSecsSinceEpoch(answer.when), QLocale::ShortFormat);
    case kLesson: return lessonName(answer.lesson);
    case kQuestion: return QString::fromStdString(answer.question).simplified();
    case kGiven: return QString::fromStdString(answer.given);
    case kRight: return QString::fromStdString(answer.right);
    case kVerdict: return answer.correct ? tr("✓ right") : tr("✗ not so");
    default: return {};
  }
}

QVariant PredictionHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case kWhen: return tr("When");
    case kLesson: return tr("Lesson");
    case kQuestion: return tr("Question");
    case kGiven: return tr("Your answer");
    case kRight: return tr("The run says");
    case kVerdict: return tr("Verdict");
    default: return {};
  }
}

}  // namespace loopline::ui
