// The question at hand, in the place of the step's sentence: choices, whether it was right, why, and the score.
#pragma once

#include <QFrame>
#include <QList>

class QButtonGroup;
class QLabel;
class QPushButton;
class QRadioButton;
class QToolButton;
class QVBoxLayout;

namespace loopline::ui {

class PredictionStore;
class Predictor;

class PredictPanel : public QFrame {
  Q_OBJECT

 public:
  /// Both outlive the panel.
  PredictPanel(Predictor& predictor, PredictionStore& store, QWidget* parent = nullptr);

 signals:
  void historyWanted();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  QToolButton* addKind(const QString& text, const QString& tip, unsigned kind);
  void follow();
  void showQuestion();
  void showAnswer();
  void showScore();
  void press();

  Predictor& m_predictor;
  PredictionStore& m_store;
  QLabel *m_title, *m_score, *m_question, *m_verdict;
  QVBoxLayout* m_choiceColumn;
  QButtonGroup* m_choices;
  QPushButton *m_main, *m_stop;
  QToolButton* m_history;
  QList<QToolButton*> m_kinds;
  QString m_shown;  // the question whose choices are there
};

}  // namespace loopline::ui
