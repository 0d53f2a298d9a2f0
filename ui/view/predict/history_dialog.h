// What was predicted, the scores, and how to forget or export them.
#pragma once

#include <QDialog>
#include <functional>
#include <string>

class QLabel;
class QPushButton;

namespace loopline::ui {

class PredictionHistoryModel;
class PredictionStore;

class HistoryDialog : public QDialog {
  Q_OBJECT

 public:
  /// `lesson`: the one that is open; may be empty. `titleOf`: a lesson's title by its path, empty if it has none that
  /// is known. The store outlives the dialog.
  HistoryDialog(PredictionStore& store, const QString& lesson, std::function<QString(const std::string&)> titleOf,
                QWidget* parent);

 private:
  void follow();
  void exportAll();
  void reset(const QString& lesson, const QString& question);

  PredictionStore& m_store;
  PredictionHistoryModel* m_model;
  QLabel* m_scores;
  QPushButton *m_resetLesson, *m_resetAll, *m_export;
  QString m_lesson;
};

}  // namespace loopline::ui
